// SPDX-License-Identifier: GPL-3.0-or-later

package import Formulations
package import Programme
internal import Verification

/// A best plan of trainings, and what it was made from: what other plans are compared
/// with.
package struct PlannedTraining: Sendable {
  package let year: ProgrammeYear
  package let hosting: HostingFacts
  /// What the plan was to keep of an earlier one, if there was one.
  package let baseline: TrainingBaseline?
  package let plan: TrainingPlan
  /// The goals' values, each proven best.
  package let tiers: [TierResult]

  package init(
    _ year: ProgrammeYear, hosting: HostingFacts, baseline: TrainingBaseline?,
    plan: TrainingPlan, tiers: [TierResult]
  ) {
    self.year = year
    self.hosting = hosting
    self.baseline = baseline
    self.plan = plan
    self.tiers = tiers
  }
}

/// Groups that are made to join other sessions, and the best plan in which they do.
package typealias TrainingAlternative = ForcedPlan<TrainingPin, TrainingPlan>

extension ForcedPlan where Force == TrainingPin {
  /// The groups that are made to join a session, or none.
  package var pins: [TrainingPin] { forced }
}

extension PlannedTraining {
  /// The best of some alternatives, each with the goals' values of the best plan that
  /// keeps it.
  ///
  /// A pin of the planner's that is overruled may make a plan better. Of equally good plans
  /// one is taken that moves fewest people, unless the plan stays near to an earlier one.
  ///
  /// - Parameters:
  ///   - candidates: What is forced, one list of pins at a time.
  ///   - options: Limits, callbacks; the gap is zero whatever they say.
  ///   - limits: How many are wanted, and how many may be planned anew.
  /// - Returns: The best ones, as `PlannedAnew` finds them.
  /// - Throws: `EngineFailure` when the solver broke.
  package func alternatives(
    among candidates: [[TrainingPin]], options: TrainingOptions, limits: AlternativeLimits
  ) throws(EngineFailure) -> ForcedPlans<TrainingPin, TrainingPlan> {
    try PinnedTraining(best: self, options: options).alternatives(
      among: candidates, limits: limits)
  }

  /// Whether all goals but the fewest moves are proven.
  fileprivate func isProven(_ outcome: TrainingOutcome) -> Bool {
    outcome.status == .feasible
      && outcome.tiers.dropLast(minimizesMoves ? 1 : 0).allSatisfy {
        $0.value == $0.bound && $0.isVectorProven
      }
  }

  /// Whether plans are chosen that move few people: where no earlier plan is to be kept.
  private var minimizesMoves: Bool { !(baseline?.hasPlan ?? false) }

  fileprivate func pinning(_ pins: [TrainingPin], _ given: TrainingOptions) -> TrainingOptions {
    var options = given
    options.gap = 0
    var kept = (baseline ?? TrainingBaseline()).kept(by: year.training.rules)
    if minimizesMoves {
      kept = TrainingBaseline(
        pins: kept.pins.values.sorted { $0.group < $1.group },
        earlier: plan.attendances.map {
          EarlierAttendance($0.group, in: plan.sessions[$0.session].session)
        })
    }
    for pin in pins { kept.pins[pin.group] = pin }
    options.baseline = kept
    return options
  }

  /// The year in which pins are kept and few moves are the last goal.
  fileprivate func pinned(_ year: ProgrammeYear) -> ProgrammeYear {
    var year = year
    year.training.rules.strictness[.pin] = .hard
    if minimizesMoves {
      year.training.objective.removeAll { $0 == .changes }
      year.training.objective.append(.changes)
    }
    return year
  }

  /// Checks a plan; pins that are overruled do not count.
  fileprivate func verified(_ plan: TrainingPlan, _ pins: [TrainingPin]) -> PlanVerification {
    let overruled = Set(pins.map(\.group))
    return verifyTraining(
      plan, in: year, hosting: hosting, baseline: baseline?.attendances,
      pins: (baseline?.keptPins(by: year.training.rules) ?? []).filter {
        !overruled.contains($0.group)
      })
  }
}

/// Plans the trainings of a year with further pins.
private struct PinnedTraining: PlannedAnew {
  let best: PlannedTraining
  let options: TrainingOptions

  var tiers: [TierResult] { best.tiers }

  func trial(_ pins: [TrainingPin]) -> ForcedTrial<TrainingPlan> {
    let moved = roomSplit(of: best.plan.moving(pins), in: best.year, hosting: best.hosting)
    let verification = best.verified(moved, pins)
    guard verification.isValid else {
      return .broken(units: verification.rules.filter(\.isBroken).reduce(0) { $0 + $1.units })
    }
    // The best plan bounds plans with pins, but not where it had to keep another one.
    let kept = Set((best.baseline?.keptPins(by: best.year.training.rules) ?? []).map(\.group))
    let overrules = pins.contains { kept.contains($0.group) }
    return .kept(
      moved, verification.tiers,
      isBest: !overrules && !isBetter(tiers, than: verification.tiers))
  }

  func planned(_ pins: [TrainingPin]) throws(EngineFailure) -> PlannedYear<TrainingPlan> {
    let outcome = try planTraining(
      best.pinned(best.year), hosting: best.hosting, options: best.pinning(pins, options))
    guard let plan = outcome.plan else { return PlannedYear(outcome.status, nil, []) }
    let isProven = outcome.status == .optimal || best.isProven(outcome)
    return PlannedYear(
      isProven ? .optimal : outcome.status, plan, best.verified(plan, []).tiers)
  }
}

extension TrainingPlan {
  /// The plan in which some groups join what they are pinned to, and all others stay.
  ///
  /// New sessions hold no rooms yet.
  package func moving(_ pins: [TrainingPin]) -> TrainingPlan {
    let moved = Set(pins.map(\.group))
    var joining = attendances.filter { !moved.contains($0.group) }.map {
      (group: $0.group, session: sessions[$0.session].session)
    }
    for pin in pins {
      if let session = pin.session { joining.append((pin.group, session)) }
    }
    let rooms = Dictionary(
      sessions.map { ($0.session, (single: $0.singleRooms, twin: $0.twinRooms)) },
      uniquingKeysWith: { first, _ in first })
    return TrainingPlan(joining: joining, rooms: rooms)
  }
}
