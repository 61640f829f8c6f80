// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Verification

/// Something forced on a year, and the best plan that has it.
package struct ForcedPlan<Force: Hashable & Sendable, Plan: Hashable & Sendable>: Sendable {
  package var forced: [Force]
  package var plan: Plan
  /// The goals' values.
  package var tiers: [TierResult]
  /// Whether no plan that has it has better values.
  package var isExact: Bool
  /// Whether the year was planned anew for it, or did not need to be; otherwise the plan is
  /// the one in which nothing else changes.
  package var isPlanned: Bool
}

/// The best of some alternatives that are planned anew.
package struct ForcedPlans<Force: Hashable & Sendable, Plan: Hashable & Sendable>: Sendable {
  /// The best ones first.
  package var best: [ForcedPlan<Force, Plan>] = []
  /// How many there were.
  package var candidates = 0
  /// How many were planned anew.
  package var solved = 0
  /// Those that no plan has.
  package var impossible: [[Force]] = []
  /// Whether nothing that is left out is better than what is shown.
  package var isComplete = true
}

/// A planned year whose alternatives are planned anew.
package protocol PlannedAnew {
  associatedtype Force: Hashable & Sendable
  associatedtype Plan: Hashable & Sendable

  /// The goals' values of a best plan.
  var tiers: [TierResult] { get }

  /// What comes of it when nothing but what is forced changes.
  func trial(_ forced: [Force]) -> ForcedTrial<Plan>

  /// Plans the year with what is forced.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  func planned(_ forced: [Force]) throws(EngineFailure) -> PlannedYear<Plan>
}

/// A plan in which nothing but what is forced changes.
package enum ForcedTrial<Plan: Hashable & Sendable>: Sendable {
  /// It keeps the rules; `isBest` where no plan with what is forced has better values.
  case kept(Plan, [TierResult], isBest: Bool)
  /// It breaks hard rules by so many units, or there is no such plan.
  case broken(units: Int)
}

extension PlannedAnew {
  /// The best of some alternatives, each with the goals' values of the best plan that has it.
  ///
  /// Each is tried out first with nothing else changed. Where that breaks no rule and costs
  /// nothing, it is the answer: no plan that has to have more is better than one that has
  /// not. The others are planned anew, those first of which that alone costs least.
  ///
  /// - Parameters:
  ///   - candidates: What is forced, one list at a time.
  ///   - limits: How many are wanted, and how many may be planned anew.
  /// - Returns: The best ones. Where work ended early, plans in which nothing else changes
  ///   fill up the list.
  /// - Throws: `EngineFailure` when the solver broke.
  package func alternatives(
    among candidates: [[Force]], limits: AlternativeLimits
  ) throws(EngineFailure) -> ForcedPlans<Force, Plan> {
    var found = ForcedPlans<Force, Plan>()
    found.candidates = candidates.count
    var solved: [ForcedPlan<Force, Plan>] = []
    var moved: [ForcedPlan<Force, Plan>] = []
    for (forced, trial) in trials(candidates) {
      var move: ForcedPlan<Force, Plan>?
      if case .kept(let plan, let tiers, let isBest) = trial {
        move = ForcedPlan(
          forced: forced, plan: plan, tiers: tiers, isExact: isBest, isPlanned: isBest)
      }
      if let move, move.isExact {
        solved.append(move)
        continue
      }
      if found.solved >= limits.solves || limits.isOver() {
        found.isComplete = false
        if let move { moved.append(move) }
        continue
      }
      found.solved += 1
      let outcome = try planned(forced)
      switch outcome.status {
      case .optimal where outcome.plan != nil:
        guard let plan = outcome.plan else { continue }
        solved.append(
          ForcedPlan(
            forced: forced, plan: plan, tiers: outcome.tiers, isExact: outcome.isExact,
            isPlanned: true))
      case .infeasible: found.impossible.append(forced)
      case .optimal, .feasible, .unknown:
        found.isComplete = false
        if let move { moved.append(move) }
      }
    }
    found.best = Array((sorted(solved) + sorted(moved)).prefix(limits.wanted))
    return found
  }

  /// Stable: of equally good ones the earlier stays before the later.
  private func sorted(_ list: [ForcedPlan<Force, Plan>]) -> [ForcedPlan<Force, Plan>] {
    list.enumerated().sorted { left, right in
      if isBetter(left.element.tiers, than: right.element.tiers) { return true }
      return !isBetter(right.element.tiers, than: left.element.tiers)
        && left.offset < right.offset
    }.map(\.element)
  }

  /// The candidates, those first of which the change alone is best.
  private func trials(_ candidates: [[Force]]) -> [(forced: [Force], trial: ForcedTrial<Plan>)] {
    candidates.map { ($0, trial($0)) }.enumerated().sorted { left, right in
      switch (left.element.1, right.element.1) {
      case (.kept(_, let one, _), .kept(_, let other, _)):
        if isBetter(one, than: other) { return true }
        if isBetter(other, than: one) { return false }
      case (.kept, .broken): return true
      case (.broken, .kept): return false
      case (.broken(let one), .broken(let other)):
        if one != other { return one < other }
      }
      return left.offset < right.offset
    }.map { (forced: $0.element.0, trial: $0.element.1) }
  }
}

/// A best plan of a problem that is planned from a year alone.
package struct BestOfYear<Problem: YearProblem>: PlannedAnew {
  package typealias Force = Problem.Force
  package typealias Plan = Problem.Plan

  package let year: ProgrammeYear
  package let plan: Problem.Plan
  package let tiers: [TierResult]
  /// Limits and callbacks, and the gap to which alternatives are planned.
  package let request: PlanningRequest<Problem>

  package init(
    _ year: ProgrammeYear, plan: Problem.Plan, tiers: [TierResult],
    request: PlanningRequest<Problem>
  ) {
    self.year = year
    self.plan = plan
    self.tiers = tiers
    self.request = request
  }

  package func trial(_ forced: [Problem.Force]) -> ForcedTrial<Problem.Plan> {
    guard let moved = Problem.moving(forced, in: plan, of: year) else {
      return .broken(units: .max)
    }
    let verification = Problem.verify(moved, in: year, claimed: [])
    guard verification.isValid else {
      return .broken(
        units: verification.rules.filter(\.isBroken).reduce(0) { $0 + $1.units })
    }
    // A gap may hide that the best plan was not found.
    let isBest = request.gap == 0 && !isBetter(tiers, than: verification.tiers)
    return .kept(moved, verification.tiers, isBest: isBest)
  }

  package func planned(
    _ forced: [Problem.Force]
  ) throws(EngineFailure) -> PlannedYear<Problem.Plan> {
    var request = request
    request.forced = forced
    request.near = plan
    return try Problem.checkedPlan(year, request)
  }
}
