// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
package import Programme
internal import Wording

/// A best plan, and how near it is to another one.
package struct NearOutcome: Sendable {
  package var outcome: DispatchOutcome
  /// Whether it is proven that no plan as good moves fewer people.
  package var isNearest: Bool
  package var way: DispatchSession.Way

  package init(outcome: DispatchOutcome, isNearest: Bool, way: DispatchSession.Way) {
    self.outcome = outcome
    self.isNearest = isNearest
    self.way = way
  }
}

/// A planned year that answers "what if", each time from the state in which its
/// plan was proven.
///
/// Graph, columns, bases and the nodes of the proof are kept. A change that only
/// takes plans away leaves every bound valid: when the plan itself is not touched
/// it stays the best, and otherwise the proof's nodes are gone through again from
/// their own bases ("warm starts for mixed integer programs"; Ralphs and
/// Güzelsoy, "Duality and Warm Starting in Integer Programming", 2006). What does
/// not fit into this is planned anew. Values are those that planning anew has.
///
/// A session belongs to the thread that made it.
package struct DispatchSession: ~Copyable {
  package let year: ProgrammeYear
  /// The plan of the year as it is.
  package let base: DispatchOutcome
  let options: DispatchOptions
  let run: DispatchRun
  private let provers = PinProverKeeper()

  /// How a question was answered.
  package enum Way: String, Sendable {
    /// The plan keeps the change and is still the best.
    case unchanged
    /// From the state of the proof.
    case warm
    /// Planned anew.
    case anew
  }

  /// Plans a year and keeps the state.
  ///
  /// - Parameters:
  ///   - year: A checked programme year.
  ///   - options: As for `planDispatch`.
  ///   - isExact: Whether goals are proven whatever the gap says. Otherwise the gap is
  ///     enough where the best itself is not found soon; changes are then planned anew.
  /// - Throws: `EngineFailure` when the solver broke.
  package init(
    _ year: ProgrammeYear, options: DispatchOptions, isExact: Bool = true
  ) throws(EngineFailure) {
    var options = options
    if isExact { options.gap = 0 }
    options.triesExactly = true
    options.certifies = false
    self.year = year
    self.options = options
    let clock = RunClock(options)
    clock.tell(tier: "preparing", step: "formulating")
    let formulation = DispatchFormulation(
      year, baseline: options.baseline, threads: options.threads)
    var run = DispatchRun(formulation, options: options, clock: clock)
    run.keeper = SearchKeeper()
    base = try run.solve()
    self.run = run
  }

  /// The best plan after a change, and how it was found; the session stays as it is.
  ///
  /// - Parameters:
  ///   - change: What is different from the year.
  ///   - findsNearest: Whether the plan that breaks rules least is looked for where
  ///     the year is planned anew and no plan keeps them.
  /// - Returns: The outcome, without a certificate. Placements name applicants and
  ///   cohorts by the year's indices.
  /// - Throws: `EngineFailure` when the solver broke.
  package func outcome(
    after change: YearChange, findsNearest: Bool = true
  ) throws(EngineFailure) -> (outcome: DispatchOutcome, way: Way) {
    if let answer = try answer(to: run.formulation.effect(of: change), findsNearest: findsNearest) {
      return answer
    }
    var options = options
    options.findsNearest = findsNearest
    return (try planDispatch(year.changed(by: change), options: options), .anew)
  }

  /// The best plan of another year, if it is known from this one's state.
  ///
  /// Of equally good plans one is taken that moves as few people of the base as can be. What is answered depends on the two years alone.
  ///
  /// - Parameter other: The other year.
  /// - Returns: The outcome, without a certificate, and with the other year's indices;
  ///   nothing when that year has to be planned anew.
  /// - Throws: `EngineFailure` when the solver broke.
  package func outcome(of other: ProgrammeYear) throws(EngineFailure) -> NearOutcome? {
    guard let difference = YearDifference(from: year, to: other),
      let answer = try answer(
        to: run.formulation.effect(of: difference), findsNearest: false, isNear: true)
    else { return nil }
    var outcome = answer.outcome
    outcome.placements = outcome.placements.compactMap { placement in
      difference.positions[placement.applicant].map { position in
        var placement = placement
        placement.applicant = position
        return placement
      }
    }
    return NearOutcome(
      outcome: outcome,
      isNearest: answer.way == .unchanged || run.keeper?.search?.isNearest ?? true,
      way: answer.way)
  }

  /// The base, with that of its equally good plans that moves the fewest people of an
  /// earlier plan.
  ///
  /// - Parameter earlier: The earlier plan; applicants are indices of the year.
  /// - Returns: The outcome; nothing when the state of proof does not say.
  package func base(nearestTo earlier: [EarlierPlacement]) -> NearOutcome? {
    guard let warm = run.keeper?.search, isExact else { return nil }
    let formulation = run.formulation
    var triples: Set<Int> = []
    for placement in earlier {
      for triple in formulation.triples.ofApplicant[placement.applicant] {
        let slot = formulation.eligibility.slots[Int(formulation.triples.slots[triple])]
        let post = formulation.eligibility.posts[slot.post]
        if year.cohorts[slot.cohort].id == placement.cohort,
          post.schools.map({ year.schools[$0].id }).sorted() == placement.schools
        {
          triples.insert(triple)
        }
      }
    }
    return warm.best(nearestTo: triples, of: Set(earlier.map(\.applicant))).map {
      NearOutcome(outcome: outcome(of: $0.plan), isNearest: $0.isNearest, way: .anew)
    }
  }

  /// Whether every goal of the base is proven to be the best itself.
  var isExact: Bool {
    base.status == .optimal && base.tiers.allSatisfy { $0.value == $0.bound && $0.isVectorProven }
  }

  /// The best plan after an effect; nothing when it has to be planned anew.
  private func answer(
    to effect: ChangeEffect, findsNearest: Bool, isNear: Bool = false
  ) throws(EngineFailure) -> (outcome: DispatchOutcome, way: Way)? {
    guard let warm = run.keeper?.search, isExact else { return nil }
    let clock = RunClock(options)
    switch effect {
    case .edit(let edit):
      return try answer(to: edit, warm, clock, findsNearest: findsNearest, isNear: isNear)
    case .reweighting(let points):
      return try warm.best(weighing: points, isNear: isNear, clock: clock).map {
        (outcome(of: $0), .warm)
      }
    case .editAndReweighting(let change, let points):
      let edit = try run.withoutIdleLimits(change, clock: clock)
      guard
        let recount = try run.recounted(after: edit, clock: clock)
          ?? (edit.isRestriction(of: run.formulation.program) ? run.restricted(by: edit) : nil),
        !recount.isInfeasible
      else { return nil }
      return try warm.best(weighing: points, after: recount.edit, isNear: isNear, clock: clock)
        .map { (outcome(of: $0, recount), .warm) }
    case .other: return nil
    }
  }

  /// The best plan when the program has other bounds; nothing when it has to be
  /// planned anew.
  private func answer(
    to change: ProgramEdit, _ warm: WarmSearch, _ clock: RunClock, findsNearest: Bool,
    isNear: Bool
  ) throws(EngineFailure) -> (outcome: DispatchOutcome, way: Way)? {
    let formulation = run.formulation
    let edit = try run.withoutIdleLimits(change, clock: clock)
    let isKept = run.stack.incumbent.map { edit.keeps($0.values, of: formulation) } ?? false
    let isRestriction = edit.isRestriction(of: formulation.program)
    if isKept, isRestriction { return (base, .unchanged) }
    guard
      let recount = try run.recounted(after: edit, clock: clock)
        ?? (isRestriction ? run.restricted(by: edit) : nil)
    else { return nil }
    if recount.isInfeasible {
      return findsNearest ? nil : (DispatchOutcome(status: .infeasible), .warm)
    }
    if let plan = try warm.best(
      after: recount.edit, keepsBest: isKept && recount.isSame, isNear: isNear, clock: clock)
    {
      return (outcome(of: plan, recount), .warm)
    }
    // The counts cannot stay; perhaps there is no plan whatever they are.
    guard isRestriction, !findsNearest, change.pinned != nil,
      let prover = try provers.prover(of: run, clock: clock),
      try prover.proves(nothingAfter: change, clock: clock)
    else { return nil }
    return (DispatchOutcome(status: .infeasible), .warm)
  }

  /// Who may go where by the pairwise rules.
  ///
  /// - Complexity: Proportional to the eligible triples.
  package func eligiblePlaces() -> [(applicant: Int, post: String, cohort: Int)] {
    let formulation = run.formulation
    return (0..<formulation.triples.count).map { triple in
      let slot = formulation.eligibility.slots[Int(formulation.triples.slots[triple])]
      return (
        Int(formulation.triples.applicants[triple]), formulation.eligibility.posts[slot.post].id,
        slot.cohort
      )
    }
  }

  /// The base's outcome with another plan, which is best in the last goal.
  func outcome(of plan: Assignment, _ recount: Recount? = nil) -> DispatchOutcome {
    var outcome = base
    outcome.placements = run.placements(of: plan)
    if let recount, !recount.isSame {
      outcome.tiers.replaceSubrange(0..<recount.tiers.count, with: recount.tiers)
      outcome.levels = recount.levels
    }
    if let last = outcome.tiers.indices.last {
      outcome.tiers[last].value = plan.objective
      outcome.tiers[last].bound = plan.objective
    }
    return outcome
  }
}
