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
package struct TrainingAlternative: Sendable {
  package var pins: [TrainingPin]
  package var plan: TrainingPlan
  /// The goals' values.
  package var tiers: [TierResult]
  /// Whether no plan with these pins has better values; otherwise the plan is the one in
  /// which these groups move and nobody else does.
  package var isExact: Bool
}

/// The best of some alternatives to a plan of trainings.
package struct TrainingAlternativesFound: Sendable {
  /// The best ones first.
  package var best: [TrainingAlternative] = []
  /// How many there were.
  package var candidates = 0
  /// How many were solved.
  package var solved = 0
  /// Those that no plan keeps.
  package var impossible: [[TrainingPin]] = []
  /// Whether nothing that is left out is better than what is shown.
  package var isComplete = true
}

extension PlannedTraining {
  /// The best of some alternatives, each with the goals' values of the best plan that
  /// keeps it.
  ///
  /// Each is tried out first by moving these groups alone. Where that breaks no rule and
  /// costs nothing, it is the answer: no plan with further pins is better than one without
  /// (a pin of the planner's that is overruled is another matter). The
  /// others are planned anew, those first of which the move alone costs least; of equally
  /// good plans one is taken that moves fewest people, unless the plan stays near to an
  /// earlier one.
  ///
  /// - Parameters:
  ///   - candidates: What is forced, one list of pins at a time.
  ///   - options: Limits, callbacks; the gap is zero whatever they say.
  ///   - limits: How many are wanted, and how many may be planned anew.
  /// - Returns: The best ones. Where work ended early, moves that break no rule fill up
  ///   the list.
  /// - Throws: `EngineFailure` when the solver broke.
  package func alternatives(
    among candidates: [[TrainingPin]], options: TrainingOptions, limits: AlternativeLimits
  ) throws(EngineFailure) -> TrainingAlternativesFound {
    var found = TrainingAlternativesFound()
    found.candidates = candidates.count
    var exact: [TrainingAlternative] = []
    var moved: [TrainingAlternative] = []
    for trial in trials(candidates) {
      if let free = trial.answer, free.isExact {
        exact.append(free)
        continue
      }
      if found.solved >= limits.solves || limits.isOver() {
        found.isComplete = false
        if let move = trial.answer { moved.append(move) }
        continue
      }
      found.solved += 1
      let outcome = try planTraining(
        pinned(year), hosting: hosting, options: pinning(trial.pins, options))
      guard let plan = outcome.plan, outcome.status == .optimal || isProven(outcome) else {
        if outcome.status == .infeasible {
          found.impossible.append(trial.pins)
        } else {
          found.isComplete = false
          if let move = trial.answer { moved.append(move) }
        }
        continue
      }
      exact.append(
        TrainingAlternative(
          pins: trial.pins, plan: plan, tiers: verified(plan, []).tiers, isExact: true))
    }
    // Stable: of equally good ones the earlier stays before the later.
    func sorted(_ list: [TrainingAlternative]) -> [TrainingAlternative] {
      list.enumerated().sorted { left, right in
        if isBetter(left.element.tiers, than: right.element.tiers) { return true }
        return !isBetter(right.element.tiers, than: left.element.tiers)
          && left.offset < right.offset
      }.map(\.element)
    }
    found.best = Array((sorted(exact) + sorted(moved)).prefix(limits.wanted))
    return found
  }

  /// Whether all goals but the fewest moves are proven.
  private func isProven(_ outcome: TrainingOutcome) -> Bool {
    outcome.status == .feasible
      && outcome.tiers.dropLast(minimizesMoves ? 1 : 0).allSatisfy {
        $0.value == $0.bound && $0.isVectorProven
      }
  }

  /// Whether plans are chosen that move few people: where no earlier plan is to be kept.
  private var minimizesMoves: Bool { !(baseline?.hasPlan ?? false) }

  private func pinning(_ pins: [TrainingPin], _ given: TrainingOptions) -> TrainingOptions {
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
  private func pinned(_ year: ProgrammeYear) -> ProgrammeYear {
    var year = year
    year.training.rules.strictness[.pin] = .hard
    if minimizesMoves {
      year.training.objective.removeAll { $0 == .changes }
      year.training.objective.append(.changes)
    }
    return year
  }

  // MARK: - Moving these groups alone

  private struct Trial {
    let pins: [TrainingPin]
    /// The plan in which nobody else moves, if it keeps the rules.
    let answer: TrainingAlternative?
    /// Units by which it breaks hard rules.
    let broken: Int
  }

  /// The candidates, those first of which the move alone is best.
  private func trials(_ candidates: [[TrainingPin]]) -> [Trial] {
    let kept = Set((baseline?.keptPins(by: year.training.rules) ?? []).map(\.group))
    let trials = candidates.map { pins in
      let moved = roomSplit(of: plan.moving(pins), in: year, hosting: hosting)
      let verification = verified(moved, pins)
      // The best plan bounds plans with pins, but not where it had to keep another one.
      let overrules = pins.contains { kept.contains($0.group) }
      let broken = verification.rules.filter(\.isBroken).reduce(0) { $0 + $1.units }
      let answer =
        verification.isValid
        ? TrainingAlternative(
          pins: pins, plan: moved, tiers: verification.tiers,
          isExact: !overrules && !verification.tiers.isWorse(than: tiers)) : nil
      return Trial(pins: pins, answer: answer, broken: broken)
    }
    return trials.enumerated().sorted { left, right in
      switch (left.element.answer, right.element.answer) {
      case (let one?, let other?):
        if isBetter(one.tiers, than: other.tiers) { return true }
        if isBetter(other.tiers, than: one.tiers) { return false }
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil):
        if left.element.broken != right.element.broken {
          return left.element.broken < right.element.broken
        }
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// Checks a plan; pins that are overruled do not count.
  private func verified(_ plan: TrainingPlan, _ pins: [TrainingPin]) -> PlanVerification {
    let overruled = Set(pins.map(\.group))
    return verifyTraining(
      plan, in: year, hosting: hosting, baseline: baseline?.attendances,
      pins: (baseline?.keptPins(by: year.training.rules) ?? []).filter {
        !overruled.contains($0.group)
      })
  }
}

extension [TierResult] {
  /// Whether other values of the same goals are better.
  fileprivate func isWorse(than others: [TierResult]) -> Bool { isBetter(others, than: self) }
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
