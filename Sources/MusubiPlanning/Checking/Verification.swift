// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Verification

/// What was found when a plan was checked against the data alone.
///
/// The check shares no code with the search: every rule is counted from the year's files, every
/// goal's value is recomputed, and where a certificate is asked about its prices are added up with
/// exact integers to a bound that no plan with the same earlier goals exceeds.
public struct Verification: Sendable {
  /// Whether every hard rule holds and nothing that the plan claims is contradicted.
  public let isValid: Bool
  /// Each rule, in the order of docs/rules.md; quotas as `quota:` and their names, criterion
  /// rules as `criterion:` and theirs.
  public let rules: [RuleFinding]
  /// The goals as recomputed; of a plan that claims none, each bound is the value itself.
  public let goals: [GoalValue]
  /// The bound of each goal that the certificate proves by itself, by the goal's name; empty where
  /// no certificate was asked about.
  public let certifiedBounds: [String: Int64]
  /// What contradicts the plan's claims, and what is amiss with its certificate, a sentence each.
  public let contradictions: [String]

  /// A rule by its name; none where the year does not look at it.
  public func rule(_ id: String) -> RuleFinding? { rules.first { $0.id == id } }

  init(_ value: DispatchVerification, contradictions: [String] = []) {
    self.init(
      isValid: value.isValid && contradictions.isEmpty, value.rules, value.tiers,
      contradictions: contradictions + value.claims.flatMap(\.faults)
        + value.excluding.map {
          "The certificate says that \($0.name) cannot be as good as it is."
        } + value.certified.flatMap { tier in tier.remarks.map { "\(tier.name): \($0)." } },
      certified: value.certified)
  }

  init(_ value: PlanVerification) {
    self.init(
      isValid: value.isValid, value.rules, value.tiers,
      contradictions: value.claims.flatMap(\.faults), certified: [])
  }

  private init(
    isValid: Bool, _ rules: [RuleCheck], _ tiers: [TierResult], contradictions: [String],
    certified: [CertifiedTier]
  ) {
    self.isValid = isValid
    self.rules = rules.map(RuleFinding.init)
    self.contradictions = contradictions
    goals = tiers.map(GoalValue.init)
    certifiedBounds = Dictionary(
      certified.compactMap { tier in tier.bound.map { (tier.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is wrong, a sentence each: hard rules that are broken, then contradictions.
  public var sentences: [String] {
    rules.filter(\.isBroken).flatMap { $0.violations.map(\.sentence) } + contradictions
  }
}

/// What checking one rule found.
public struct RuleFinding: Hashable, Sendable, Identifiable {
  /// The rule's name, such as `seats` or `quota:women`.
  public let id: String
  /// How strictly the year keeps it.
  public let strictness: Strictness
  /// How many instances were looked at; 0 when the rule is off.
  public let checked: Int
  /// Where the plan does not do what the rule says.
  public let violations: [RuleViolation]

  init(_ check: RuleCheck) {
    id = check.id
    strictness = Strictness(check.strictness)
    checked = check.checked
    violations = check.violations.map(RuleViolation.init)
  }

  /// Whether the rule is hard and violated.
  public var isBroken: Bool { strictness == .hard && !violations.isEmpty }
  /// Units of violation in all, as docs/rules.md counts them.
  public var units: Int { violations.reduce(0) { $0 + $1.units } }
}

/// One place where a plan does not do what a rule says.
public struct RuleViolation: Hashable, Sendable {
  /// Units as docs/rules.md counts them, 1 or more.
  public let units: Int
  /// The identifiers of whom and what it concerns.
  public let subjects: [String]
  /// What is wrong, with the numbers.
  public let sentence: String

  init(_ violation: Violation) {
    units = violation.units
    subjects = violation.subjects.map(\.id)
    sentence = "\(violation.sentence)"
  }
}
