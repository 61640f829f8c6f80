// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A set of pairwise rules, small enough for one comparison.
package struct RuleSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The set of one pairwise rule.
  ///
  /// - Precondition: The rule is pairwise.
  package init(_ rule: Rule) {
    guard let position = Rule.pairwise.firstIndex(of: rule) else {
      preconditionFailure("\(rule.rawValue) is not about one applicant and one post.")
    }
    self.init(rawValue: 1 << UInt32(position))
  }

  /// The pairwise rules but `criterion` whose strictness in a year is as asked.
  init(_ year: ProgrammeYear, where isWanted: (Strictness) -> Bool) {
    self = []
    for rule in Rule.pairwise where rule != .criterion && isWanted(year.rules[rule]) {
      insert(RuleSet(rule))
    }
  }

  package static let trackQuota = RuleSet(.trackQuota)
  package static let birthWindow = RuleSet(.birthWindow)
  package static let countryAccepted = RuleSet(.countryAccepted)
  package static let availability = RuleSet(.availability)
  package static let housing = RuleSet(.housing)
  package static let medical = RuleSet(.medical)
  package static let diet = RuleSet(.diet)
  package static let language = RuleSet(.language)
  package static let forbid = RuleSet(.forbid)
  package static let criterion = RuleSet(.criterion)

  /// The members, in the order of `Rule.pairwise`.
  package var rules: [Rule] {
    Rule.pairwise.indices.compactMap { position in
      rawValue & (1 << UInt32(position)) == 0 ? nil : Rule.pairwise[position]
    }
  }
}
