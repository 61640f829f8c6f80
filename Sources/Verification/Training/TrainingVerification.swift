// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// What checking a training plan against the data alone found.
package struct TrainingVerification: Hashable, Sendable {
  /// One entry for each rule, in the order of `TrainingRule`; in place of `quota`
  /// one for each quota (`quota:` and its identifier).
  package var rules: [RuleCheck]
  /// The plan's tiers in the year's order, recomputed.
  ///
  /// Bounds are the claimed ones, or the value itself where none is claimed.
  package var tiers: [TierResult]
  /// One entry for each claimed tier, in the order claimed.
  package var claims: [ClaimCheck]

  package init(rules: [RuleCheck], tiers: [TierResult], claims: [ClaimCheck]) {
    self.rules = rules
    self.tiers = tiers
    self.claims = claims
  }

  /// Whether every hard rule holds and no claim is contradicted.
  package var isValid: Bool {
    rules.allSatisfy { !$0.isBroken } && claims.allSatisfy(\.holds)
  }
}

/// Checks a training plan against the data of its year, and nothing else.
///
/// Everything follows `docs/training.md`; no line is shared with the formulation.
/// What the plan names and the year has not is reported under `one-session` and
/// left out of everything else, as are sessions that no group joins.
///
/// - Parameters:
///   - plan: Sessions with their rooms, and who joins them.
///   - year: The programme year.
///   - hosting: What the dispatch plan means, or stands in for it.
///   - baseline: Sessions of the earlier plan, if there is one (goal `changes`).
///   - pins: The sessions that groups are pinned to (rule `pin`).
///   - claimed: The tiers that the plan's maker claims, in the claimed order.
/// - Returns: Every rule's check, the recomputed tiers and the claims' checks.
/// - Complexity: O(groups × calendar entries + days × sessions of a site + pairs
///   of sessions of courses for one country).
package func verifyTraining(
  _ plan: TrainingPlan, in year: ProgrammeYear, hosting: HostingFacts,
  baseline: [EarlierAttendance]? = nil, pins: [TrainingPin] = [], claimed: [TierResult] = []
) -> TrainingVerification {
  let facts = TrainingFacts(plan, in: year, hosting: hosting, baseline: baseline, pins: pins)
  let rules = trainingChecks.flatMap { $0.run(on: facts) }
  let tiers = facts.tiers(rules: rules)
  return TrainingVerification(
    rules: rules, tiers: withBounds(tiers, claimed: claimed),
    claims: checkClaims(claimed, against: tiers))
}

/// What the sessions of a plan cost in yen, as the goal `cost` counts it.
package func trainingCost(
  of plan: TrainingPlan, in year: ProgrammeYear, hosting: HostingFacts
) -> Int64 {
  Int64(clamping: 1_000 * TrainingFacts(plan, in: year, hosting: hosting).cost)
}
