// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks each `criterion` rule, as `criterion:` and its identifier.
///
/// An instance is a placement that the selector selects; one with too few
/// points is a unit.
enum CriterionCheck: DispatchCheck {
  static func isKept(_ rule: CriterionRule, by triple: Placement, in plan: PlanFacts) -> Bool {
    !rule.select.selects(triple, in: plan.year)
      || plan.points.points(of: triple, by: rule.criterion) >= rule.minimum
  }

  static func run(on plan: PlanFacts) -> [RuleCheck] {
    plan.year.rules.criteria.map { rule in
      RuleCheck("criterion:\(rule.id)", rule.strictness) { findings(of: rule, on: plan) }
    }
  }

  private static func findings(of rule: CriterionRule, on plan: PlanFacts) -> Findings {
    var found = Findings()
    for placement in plan.placements where rule.select.selects(placement, in: plan.year) {
      found.checked += 1
      let points = plan.points.points(of: placement, by: rule.criterion)
      guard points < rule.minimum else { continue }
      found.violations.append(
        Violation(
          subjects: plan.subjects(of: placement),
          sentence: """
            \(plan.phrase(placement)): \(plain: points, "point", "points") of \(rule.criterion.rawValue); \
            \(rule.id) asks for at least \(rule.minimum).
            """))
    }
    return found
  }
}
