// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `companions`, and as `companions:others` what is not guarded.
///
/// In the entry `companions` an instance is a guarded placement, in
/// `companions:others` one that is not; each lonely one is a unit. The second
/// entry is soft with `penalty_others`, and off when that is 0 or the rule off.
enum CompanionsCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    let strictness = plan.year.rules[.companions]
    let penalty = plan.year.rules.companions.penaltyOthers
    let others = strictness == .off || penalty == 0 ? .off : Strictness.soft(penalty: penalty)
    let company = strictness == .off ? [] : companions(in: plan)
    return [
      RuleCheck("companions", strictness) { findings(on: plan, company, guarded: true) },
      RuleCheck("companions:others", others) { findings(on: plan, company, guarded: false) },
    ]
  }

  private static func findings(
    on plan: PlanFacts, _ company: [Int], guarded: Bool
  ) -> Findings {
    let rule = plan.year.rules.companions
    var found = Findings()
    for (placement, companions) in zip(plan.placements, company)
    where isGuarded(
      applicant: placement.applicant, cohort: placement.cohort, in: plan) == guarded
    {
      found.checked += 1
      guard companions < rule.others else { continue }
      found.violations.append(
        Violation(
          subjects: plan.subjects(of: placement),
          sentence: guarded
            ? """
            \(plan.phrase(placement)): \(plain: companions, "other of the cohort", "others of the cohort") within \
            \(rule.withinMetres) m; must be at least \(rule.others).
            """
            : """
            \(plan.phrase(placement)): \(plain: companions, "other of the cohort", "others of the cohort") within \
            \(rule.withinMetres) m; should be at least \(rule.others).
            """))
    }
    return found
  }

  /// Whether an applicant must not be alone in a cohort.
  static func isGuarded(applicant: Int, cohort: Int, in plan: PlanFacts) -> Bool {
    let rule = plan.year.rules.companions
    let person = plan.year.applicants[applicant]
    return person.tags.contains(Applicant.firstAbroadTag)
      || plan.year.cohorts[cohort].dispatchStart.age(bornOn: person.birthDate) >= rule.oldestAge
      || plan.languageLevel(of: applicant, in: cohort) < rule.lowLanguageBelow
  }

  /// For each placement the others of its cohort around it; counting stops when
  /// there are enough.
  private static func companions(in plan: PlanFacts) -> [Int] {
    let rule = plan.year.rules.companions
    var counts: [[Int: Int]] = Array(repeating: [:], count: plan.year.cohorts.count)
    for placement in plan.placements {
      counts[placement.cohort][placement.post.base, default: 0] += 1
    }
    let around = counts.map { counts in
      let grid = SchoolGrid(counts.keys.sorted(), of: plan.year, within: rule.withinMetres)
      var around: [Int: Int] = [:]
      for (base, count) in counts {
        // At a base, the placement itself does not count, whichever it is.
        var others = count - 1
        if others < rule.others {
          grid.visit(around: base) { other in
            others += other == base ? 0 : counts[other] ?? 0
            return others < rule.others
          }
        }
        around[base] = others
      }
      return around
    }
    return plan.placements.map { around[$0.cohort][$0.post.base] ?? 0 }
  }
}
