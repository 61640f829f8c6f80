// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
package import Wording

/// What checking a dispatch plan against the data alone found.
package struct DispatchVerification: Hashable, Sendable {
  /// One entry for each rule, `companions:others`, `post`, and one for each
  /// quota (`quota:` and its identifier) and criterion rule (`criterion:` and
  /// its identifier), in the order of `dispatchChecks`.
  package var rules: [RuleCheck]
  /// The plan's tiers in the year's order, recomputed.
  ///
  /// Bounds are the claimed ones, or the value itself where none is claimed.
  package var tiers: [TierResult]
  /// One entry for each claimed tier, in the order claimed.
  package var claims: [ClaimCheck]
  /// What the plan's certificate proves, goal by goal; empty without one.
  package var certified: [CertifiedTier]

  package init(
    rules: [RuleCheck], tiers: [TierResult], claims: [ClaimCheck],
    certified: [CertifiedTier] = []
  ) {
    self.rules = rules
    self.tiers = tiers
    self.claims = claims
    self.certified = certified
  }

  /// Whether every hard rule holds and no claim is contradicted.
  package var isValid: Bool {
    keepsHardRules && claims.allSatisfy(\.holds) && excluding.isEmpty
  }

  private var keepsHardRules: Bool { rules.allSatisfy { !$0.isBroken } }

  /// Tiers whose certified bound says that there is no such plan, although it
  /// keeps the hard rules: then the adding up of prices is at fault.
  package var excluding: [TierResult] {
    guard keepsHardRules else { return [] }
    return tiers.filter { tier in
      guard let bound = certifiedBound(of: tier.name) else { return false }
      return tier.isLeast ? bound > tier.value : bound < tier.value
    }
  }

  /// The bound that the certificate proves for a tier.
  package func certifiedBound(of tier: String) -> Int64? {
    certified.first { $0.name == tier }?.bound
  }
}

/// What checking one rule found.
package struct RuleCheck: Hashable, Sendable {
  /// The rule's identifier, such as `seats` or `quota:women`.
  package var id: String
  package var strictness: Strictness
  /// Instances looked at, 0 when off; each check says what an instance is.
  package var checked: Int
  package var violations: [Violation]

  package init(id: String, strictness: Strictness, checked: Int, violations: [Violation]) {
    self.id = id
    self.strictness = strictness
    self.checked = checked
    self.violations = violations
  }

  /// Units of violation, in all.
  package var units: Int {
    Int(clamping: violations.reduce(into: Int128(0)) { $0 += Int128($1.units) })
  }

  /// Whether the rule is hard and violated.
  package var isBroken: Bool { strictness == .hard && !violations.isEmpty }
}

/// One place where a plan does not do what a rule says.
package struct Violation: Hashable, Sendable {
  /// Units as `docs/rules.md` counts them; 1 or more.
  package var units: Int
  /// Who and what is concerned.
  package var subjects: [Subject]
  /// What is wrong, with the numbers, in the planner's words.
  package var words: Sentence

  /// The same in the language spoken now.
  package var sentence: String { words.description }

  package init(units: Int = 1, subjects: [Subject], sentence: Sentence) {
    self.units = units
    self.subjects = subjects
    words = sentence
  }
}

/// Somebody or something that a violation concerns, by its identifier.
package enum Subject: Hashable, Sendable {
  case applicant(String)
  case post(String)
  case school(String)
  case cohort(String)
  case country(String)
  case site(String)
  /// A value of the attribute for `each` of which a quota holds.
  case value(String)
  case delegation(String)
  case course(String)
  /// The first day of a session.
  case start(Day)
  /// A line of the programme over ten years.
  case programmeLine(String)
  /// A fiscal year.
  case fiscalYear(Int)
  /// Somebody whom delegations name among their people.
  case person(String)
  case returnee(String)
  case activity(String)
  /// A line of `pins.csv`.
  case line(Int)

  /// The identifier alone.
  package var id: String {
    switch self {
    case .applicant(let id), .post(let id), .school(let id), .cohort(let id), .country(let id),
      .site(let id), .value(let id), .delegation(let id), .course(let id), .person(let id),
      .returnee(let id), .activity(let id), .programmeLine(let id):
      id
    case .fiscalYear(let year): String(year)
    case .start(let day): day.description
    case .line(let line): String(line)
    }
  }
}

/// What comparing a claimed tier with the recomputed one found.
package struct ClaimCheck: Hashable, Sendable {
  package var claimed: TierResult
  /// Nothing when the year has no such tier.
  package var recomputed: TierResult?
  /// What contradicts the claim, a sentence each; empty when it holds.
  package var faults: [String]

  package init(claimed: TierResult, recomputed: TierResult?, faults: [String]) {
    self.claimed = claimed
    self.recomputed = recomputed
    self.faults = faults
  }

  package var holds: Bool { faults.isEmpty }
}

/// What prices prove of one goal.
package struct CertifiedTier: Hashable, Sendable {
  package var name: String
  /// No plan with the goals before it as in this plan does better; nothing when
  /// the prices prove no number.
  package var bound: Int64?
  /// What is amiss with the prices, a phrase each.
  package var remarks: [String]

  package init(name: String, bound: Int64?, remarks: [String]) {
    self.name = name
    self.bound = bound
    self.remarks = remarks
  }
}
