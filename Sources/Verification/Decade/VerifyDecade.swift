// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// What checking a plan of ten years against the data alone found.
package struct DecadeVerification: Hashable, Sendable {
  /// One entry for each rule, in the order of `DecadeRule`.
  package var rules: [RuleCheck]
  /// The plan's goals in the planner's order, recomputed; bounds are the claimed ones,
  /// or the value itself where none is claimed.
  package var tiers: [TierResult]
  /// One entry for each claimed goal, in the order claimed.
  package var claims: [ClaimCheck]

  /// Whether every hard rule holds and no claim is contradicted.
  package var isValid: Bool {
    rules.allSatisfy { !$0.isBroken } && claims.allSatisfy(\.holds)
  }
}

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
) -> DecadeVerification {
  let facts = DecadeFacts(plan, in: year)
  let rules = DecadeRule.allCases.map { rule in
    RuleCheck(rule.rawValue, year.decade.rules[rule]) { facts.findings(of: rule) }
  }
  let tiers = facts.tiers(rules: rules)
  return DecadeVerification(
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
