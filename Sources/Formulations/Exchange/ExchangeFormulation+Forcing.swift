// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
package import Programme

/// What a plan of exchange is made to have or to lack, whatever it costs.
package enum ExchangeForce: Hashable, Sendable {
  /// Two schools are partners, or are not.
  case partners(SchoolPair, Bool)
  /// A school (an index) has some partner, or has none.
  case hasPartner(school: Int, Bool)
}

extension ExchangeForce {
  /// Whether a plan is as it is made to be.
  package func holds(in plan: ExchangePlan) -> Bool {
    switch self {
    case .partners(let pair, let isWanted):
      plan.partnerships.contains { $0.pair == pair } == isWanted
    case .hasPartner(let school, let isWanted):
      plan.partnerships.contains { $0.pair.japan == school || $0.pair.abroad == school }
        == isWanted
    }
  }
}

extension ExchangeFormulation {
  /// Makes plans have or lack something.
  ///
  /// - Returns: Whether it can be; otherwise the program is as before.
  package mutating func apply(_ force: ExchangeForce) -> Bool {
    let (pairs, isWanted, subjects): ([Int], Bool, [Int])
    switch force {
    case .partners(let pair, let wanted):
      pairs = eligibility.pairs.indices.filter { eligibility.pairs[$0].schools == pair }
      (isWanted, subjects) = (wanted, [pair.japan, pair.abroad])
    case .hasPartner(let school, let wanted):
      pairs = eligibility.pairs.indices.filter {
        let schools = eligibility.pairs[$0].schools
        return schools.japan == school || schools.abroad == school
      }
      (isWanted, subjects) = (wanted, [school])
    }
    guard !pairs.isEmpty else { return !isWanted }
    let names = subjects.map { id($0) }
    program.addRow(
      named: "forced\(program.rowCount)(\(names.joined(separator: ",")))",
      terms: pairs.flatMap { partnership($0) }, lower: isWanted ? 1 : nil,
      upper: isWanted ? nil : 0, origin: Origin(rule: "forced", subjects: names))
    return true
  }

  /// Adds the goal `changes`: partnerships that begin or end when another plan is left.
  ///
  /// - Parameter plan: The other plan, of the same year.
  package mutating func addChanges(from plan: ExchangePlan) {
    let before = Set(plan.partnerships.map(\.pair))
    var tier = Tier(name: nameOfNearness, sense: .minimize, terms: [])
    tier.constant = Int64(before.count)
    for pair in eligibility.pairs.indices {
      let isKept = before.contains(eligibility.pairs[pair].schools)
      tier.terms += partnership(pair).map { Term($0.column, isKept ? -1 : 1) }
    }
    objectives[nameOfNearness] = tier
  }
}
