// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

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
) -> PlanVerification {
  let facts = TrainingFacts(plan, in: year, hosting: hosting, baseline: baseline, pins: pins)
  let rules = trainingChecks.flatMap { $0.run(on: facts) }
  let tiers = facts.tiers(rules: rules)
  return PlanVerification(
    rules: rules, tiers: withBounds(tiers, claimed: claimed),
    claims: checkClaims(claimed, against: tiers))
}

/// What the sessions of a plan cost in yen, as the goal `cost` counts it.
package func trainingCost(
  of plan: TrainingPlan, in year: ProgrammeYear, hosting: HostingFacts
) -> Int64 {
  Int64(clamping: 1_000 * TrainingFacts(plan, in: year, hosting: hosting).cost)
}
