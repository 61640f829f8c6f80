// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Checks a plan of exchange against the data of its year, and nothing else.
///
/// Everything follows `docs/exchange.md`; no line is shared with the formulation.
///
/// - Parameters:
///   - plan: Who exchanges teachers with whom, and when.
///   - year: The programme year.
///   - claimed: The tiers that the plan's maker claims, in the claimed order.
/// - Returns: Every rule's check, the recomputed tiers and the claims' checks.
/// - Complexity: O(schools in Japan × schools abroad × weeks).
package func verifyExchange(
  _ plan: ExchangePlan, in year: ProgrammeYear, claimed: [TierResult] = []
) -> PlanVerification {
  let facts = ExchangeFacts(plan, in: year)
  let rules = ExchangeRule.allCases.map { rule in
    RuleCheck(rule.rawValue, year.exchange.rules[rule]) { exchangeFindings(rule, in: facts) }
  }
  let tiers = facts.tiers(rules: rules)
  return PlanVerification(
    rules: rules, tiers: withBounds(tiers, claimed: claimed),
    claims: checkClaims(claimed, against: tiers))
}
