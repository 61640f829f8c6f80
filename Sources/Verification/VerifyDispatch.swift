// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Checks a dispatch plan against the data of its year, and nothing else.
///
/// Everything follows `docs/rules.md`; no line is shared with the formulation.
/// Placements that name an applicant, cohort or school outside the year are
/// reported under `post` and left out of everything else.
///
/// - Parameters:
///   - year: The programme year.
///   - placements: The plan; repeated placements count as often as they stand.
///   - baseline: The earlier plan, if there is one.
///   - claimed: The tiers that the plan's maker claims, in the claimed order.
/// - Returns: Every rule's check, the recomputed tiers and the claims' checks.
/// - Complexity: About linear in the placements and the year. Only `rotation`
///   may scan all applicants, for renewal schools without a partner.
package func verifyDispatch(
  _ year: ProgrammeYear, placements: [Placement], baseline: [EarlierPlacement]?,
  claimed: [TierResult]?
) -> DispatchVerification {
  let plan = PlanFacts(year: year, submitted: placements, baseline: baseline)
  let rules = dispatchChecks.flatMap { $0.run(on: plan) }
  let values = plan.tiers(rules: rules)
  let claims = checkClaims(claimed ?? [], against: values)
  let tiers = values.map { tier in
    var tier = tier
    tier.bound = claimed?.first { $0.name == tier.name }?.bound ?? tier.value
    return tier
  }
  return DispatchVerification(rules: rules, tiers: tiers, claims: claims)
}
