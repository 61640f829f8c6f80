// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension ReturneeFormulation {
  /// How many announced participations are lost.
  var lostTier: Tier {
    let announced = Set(year.returnees.announced)
    var tier = Tier(name: ReturneeGoal.moved.rawValue, sense: .minimize, terms: [])
    tier.constant = Int64(announced.count)
    for (pair, column) in zip(eligibility.pairs, takesPart)
    where announced.contains(Participation(returnee: pair.returnee, activity: pair.activity)) {
      tier.terms.append(Term(column, -1))
    }
    return tier
  }

  /// Rule `announced`.
  mutating func addAnnounced() {
    let rules = year.returnees.rules
    guard rules[.announced] != .off, !year.returnees.announced.isEmpty else { return }
    let lost = lostTier
    program.addRow(
      named: ReturneeRule.announced.rawValue, terms: lost.terms,
      upper: Int64(rules.mostMoved) - lost.constant,
      origin: Origin(rule: ReturneeRule.announced.rawValue))
  }
}
