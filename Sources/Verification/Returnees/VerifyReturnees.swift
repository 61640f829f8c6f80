// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Every check, in the order of `ReturneeRule`.
let returneeChecks: [any ReturneeCheck.Type] = [
  ReturneeSeatsCheck.self, ReturneeDistanceCheck.self, ReturneeFreeDaysCheck.self,
  AfterReturnCheck.self, NeighbouringDaysCheck.self, LoadCheck.self, ReturneeLeadersCheck.self,
  ReturneeLanguagesCheck.self, ReturneeSkillsCheck.self, ReturneeTieCheck.self,
  PrefectureFirstCheck.self, ReturneeBudgetCheck.self, AnnouncedParticipationCheck.self,
]

/// Checks a plan of activities against the data of its year, and nothing else.
///
/// Everything follows `docs/returnees.md`; no line is shared with the formulation.
///
/// - Parameters:
///   - plan: Who takes part in what.
///   - year: The programme year.
///   - claimed: The tiers that the plan's maker claims, in the claimed order.
/// - Returns: Every rule's check, the recomputed tiers and the claims' checks.
/// - Complexity: O(returnees × activities).
package func verifyReturnees(
  _ plan: ReturneePlan, in year: ProgrammeYear, claimed: [TierResult] = []
) -> PlanVerification {
  let facts = ReturneeFacts(plan, in: year)
  let rules = returneeChecks.map { check in
    RuleCheck(check.rule.rawValue, year.returnees.rules[check.rule]) { check.findings(in: facts) }
  }
  let tiers = facts.tiers(rules: rules)
  return PlanVerification(
    rules: rules, tiers: withBounds(tiers, claimed: claimed),
    claims: checkClaims(claimed, against: tiers))
}
