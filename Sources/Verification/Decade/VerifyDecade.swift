// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Checks a plan of ten years against the data, and nothing else.
///
/// Everything follows `docs/decade.md`; no line is shared with the formulation.
///
/// - Parameters:
///   - plan: Units of each line in each planned year.
///   - year: The programme year whose tables hold the ten years.
///   - claimed: The goals that the plan's maker claims, in the claimed order.
/// - Returns: Every rule's check, the recomputed goals and the claims' checks.
/// - Complexity: O(lines × years³).
package func verifyDecade(
  _ plan: DecadePlan, in year: ProgrammeYear, claimed: [TierResult] = []
) -> PlanVerification {
  let facts = DecadeFacts(plan, in: year)
  let rules = DecadeRule.allCases.map { rule in
    RuleCheck(rule.rawValue, year.decade.rules[rule]) { facts.findings(of: rule) }
  }
  let tiers = facts.tiers(rules: rules)
  return PlanVerification(
    rules: rules, tiers: withBounds(tiers, claimed: claimed),
    claims: checkClaims(claimed, against: tiers))
}

/// How many people each line reaches, and how the whole stands.
package struct DecadeReach: Hashable, Sendable {
  /// By line, for each planned year.
  package var people: [[Int]]
  /// Over all years when the year at that position is lost; nothing for years that are
  /// over.
  package var losing: [Int?]

  /// Works out whom a plan reaches.
  ///
  /// - Complexity: O(lines × years³).
  package init(_ plan: DecadePlan, in year: ProgrammeYear) {
    let facts = DecadeFacts(plan, in: year)
    people = facts.lines.indices.map { facts.people(of: $0).map { Int(clamping: $0) } }
    losing = facts.years.indices.map { position in
      facts.toCome.contains(position) ? Int(clamping: facts.people(losing: position)) : nil
    }
  }

  /// People of all lines, by planned year.
  package var byYear: [Int] {
    guard let first = people.first else { return [] }
    return first.indices.map { position in people.reduce(0) { $0 + $1[position] } }
  }
}
