// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Verification
internal import Wording

/// What the goals gain when more people may lose the placement announced to them.
///
/// Every point is the best plan with at most so many, solved by itself.
package struct ChangesCurve: Sendable {
  /// The best plan when at most so many people lose what was announced.
  package struct Point: Sendable {
    package var moved: Int
    /// The year's goals but for `moved`.
    package var tiers: [TierResult]

    package init(moved: Int, tiers: [TierResult]) {
      self.moved = moved
      self.tiers = tiers
    }
  }

  /// The fewest first; each is better than the one before.
  ///
  /// Numbers in between gain nothing on the point before them.
  package var points: [Point]
  /// What the goals are when everybody may be moved, and how few of the best plans then
  /// move; none when that was not proven in time.
  package var free: Point?
  /// How far the curve was solved: up to so many people.
  package var solvedTo: Int

  /// Whether more changes than those of the last point gain nothing.
  package var isComplete: Bool { free.map { solvedTo >= $0.moved } ?? false }

  /// The curve with one point.
  package init(from first: Point) {
    points = [first]
    solvedTo = first.moved
  }
}

/// Finds the curve of changes against goals.
///
/// The end is looked for first: the goals' values when everybody may be moved, with the
/// fewest moves among the plans that have them. Between the fewest changes and that end
/// each number is solved by itself.
///
/// - Parameters:
///   - fewest: A proven plan whose first goal is `moved`.
///   - most: How many numbers of changes are solved between the two ends.
///   - free: Plans the year in which everybody may be moved, with no gap, `moved` last.
///   - atMost: Plans the year in which so many may be moved, with no gap, without `moved`.
/// - Returns: The curve, exact as far as it was solved; a stop leaves it unfinished.
/// - Throws: `EngineFailure` when the solver broke.
/// - Precondition: The plan's first goal is `moved`.
package func changesCurve<Outcome: PlanOutcome>(
  from fewest: Outcome, most: Int, free: () throws(EngineFailure) -> Outcome,
  atMost: (Int) throws(EngineFailure) -> Outcome
) throws(EngineFailure) -> ChangesCurve {
  precondition(fewest.tiers.first?.name == Goal.moved.rawValue, "The first goal is not moved.")
  let first = Int(fewest.tiers[0].value)
  var curve = ChangesCurve(
    from: ChangesCurve.Point(moved: first, tiers: Array(fewest.tiers.dropFirst())))
  guard fewest.status == .optimal, fewest.tiers.allSatisfy({ $0.value == $0.bound }) else {
    return curve
  }
  let free = try free()
  guard free.status == .optimal, let last = free.tiers.last else { return curve }
  let end = ChangesCurve.Point(moved: Int(last.value), tiers: Array(free.tiers.dropLast()))
  curve.free = end
  for moved in first + 1..<max(first + 1, min(end.moved, first + 1 + most)) {
    let outcome = try atMost(moved)
    guard outcome.status == .optimal else { return curve }
    curve.solvedTo = moved
    if let known = curve.points.last, isBetter(outcome.tiers, than: known.tiers) {
      curve.points.append(ChangesCurve.Point(moved: moved, tiers: outcome.tiers))
    }
  }
  guard curve.solvedTo + 1 >= end.moved else { return curve }
  curve.solvedTo = max(curve.solvedTo, end.moved)
  if let known = curve.points.last, isBetter(end.tiers, than: known.tiers) {
    curve.points.append(end)
  }
  return curve
}

/// Finds the curve of changes against goals of a dispatch.
///
/// - Parameters:
///   - year: A year of which `moved` is the first goal.
///   - fewest: Its proven plan.
///   - most: How many numbers of changes are solved between the two ends.
///   - options: As for `planDispatch`, but with no gap; a stop leaves the curve unfinished.
/// - Returns: The curve, exact as far as it was solved.
/// - Throws: `EngineFailure` when the solver broke.
package func changesCurve(
  of year: ProgrammeYear, from fewest: DispatchOutcome, most: Int, options: DispatchOptions
) throws(EngineFailure) -> ChangesCurve {
  var options = options
  options.gap = 0
  return try changesCurve(from: fewest, most: most) { () throws(EngineFailure) in
    try checkedPlan(of: year.movingFreely, options: options)
  } atMost: { moved throws(EngineFailure) in
    try checkedPlan(of: year.moving(atMost: moved), options: options)
  }
}

/// Plans a year, and checks the plan against the data.
///
/// - Throws: `EngineFailure` when the solver broke, or the plan is not what it claims to be.
package func checkedPlan(
  of year: ProgrammeYear, options: DispatchOptions
) throws(EngineFailure) -> DispatchOutcome {
  var options = options
  options.findsNearest = false
  let outcome = try planDispatch(year, options: options)
  guard outcome.status == .optimal || outcome.status == .feasible else { return outcome }
  let verification = verifyDispatch(
    year, placements: outcome.placements, baseline: options.baseline, claimed: outcome.tiers)
  guard verification.isValid else {
    throw EngineFailure("A plan does not pass its verification.")
  }
  return outcome
}

extension ProgrammeYear {
  /// The year in which everybody may be moved; of the best plans one is taken that moves
  /// fewest.
  fileprivate var movingFreely: ProgrammeYear {
    var year = self
    year.rules.strictness[.announced] = .off
    year.objective = objective.filter { $0 != .moved } + [.moved]
    return year
  }

  /// The year in which at most so many people lose what was announced to them.
  package func moving(atMost most: Int) -> ProgrammeYear {
    var year = self
    year.rules.strictness[.announced] = .hard
    year.rules.announced.mostMoved = most
    year.objective = objective.filter { $0 != .moved }
    return year
  }
}
