// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks a rule that concerns one placement at a time.
///
/// An instance is a placement; each one that breaks the rule is a unit.
protocol PairwiseCheck: DispatchCheck {
  static var rule: Rule { get }
  /// What the rule's outcome depends on.
  static var scope: PairwiseScope { get }
  static func isKept(by triple: Placement, in plan: PlanFacts) -> Bool
  /// Says why a placement breaks the rule.
  static func sentence(for triple: Placement, in plan: PlanFacts) -> Sentence
}

/// What decides whether an applicant may have a placement, beside the applicant.
enum PairwiseScope {
  /// The cohort alone.
  case cohort
  /// The cohort, and of the post only what `PlaceClass` holds.
  case place
  /// Anything.
  case triple
}

/// Every pairwise rule but `criterion`, of which a year may have several.
let pairwiseChecks: [any PairwiseCheck.Type] = [
  TrackQuotaCheck.self, BirthWindowCheck.self, CountryAcceptedCheck.self, AvailabilityCheck.self,
  HousingCheck.self, MedicalCheck.self, DietCheck.self, LanguageCheck.self, ForbidCheck.self,
]

extension PairwiseCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [RuleCheck(rule, on: plan) { findings(on: plan) }]
  }

  /// Looks at every placement.
  static func findings(on plan: PlanFacts) -> Findings {
    var found = Findings()
    for placement in plan.placements {
      found.checked += 1
      guard !isKept(by: placement, in: plan) else { continue }
      found.violations.append(
        Violation(
          subjects: plan.subjects(of: placement), sentence: sentence(for: placement, in: plan)))
    }
    return found
  }
}
