// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks one family of rules.
///
/// A new rule is a new conforming type and a line in `dispatchChecks`.
protocol DispatchCheck: SendableMetatype {
  static func run(on plan: PlanFacts) -> [RuleCheck]
}

/// Every check, in the order in which they are reported.
let dispatchChecks: [any DispatchCheck.Type] = [
  PostCheck.self, OnePostCheck.self, OnePostPerSchoolCheck.self, SeatsCheck.self,
  CohortPlacesCheck.self, CountryQuotaCheck.self, TrackQuotaCheck.self, BirthWindowCheck.self,
  CountryAcceptedCheck.self, AvailabilityCheck.self, HousingCheck.self, MedicalCheck.self,
  DietCheck.self, LanguageCheck.self, HoursCheck.self, TravelCheck.self, TogetherCheck.self,
  ApartCheck.self, CompanionsCheck.self, PredepartureCheck.self, BudgetCheck.self,
  RotationCheck.self, AnnouncedCheck.self, PinCheck.self, ForbidCheck.self, QuotaCheck.self,
  CriterionCheck.self,
]

/// What looking at a rule's instances yields.
struct Findings {
  var checked = 0
  var violations: [Violation] = []
}

extension RuleCheck {
  /// Looks at a rule's instances unless the rule is off.
  init(_ id: String, _ strictness: Strictness, findings: () -> Findings) {
    let found = strictness == .off ? Findings() : findings()
    self.init(
      id: id, strictness: strictness, checked: found.checked, violations: found.violations)
  }

  /// Looks at the instances of one of the year's named rules unless it is off.
  init(_ rule: Rule, on plan: PlanFacts, findings: () -> Findings) {
    self.init(rule.rawValue, plan.year.rules[rule], findings: findings)
  }
}

/// Whether an identifier comes before another one, by Unicode scalar.
func identifier(_ left: String, precedes right: String) -> Bool {
  left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
}
