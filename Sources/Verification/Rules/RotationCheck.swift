// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `rotation`.
///
/// An instance is a school that hosts. A school that must pause is a unit, and
/// a new school before a servable renewal one is a unit; a school that is both
/// counts twice.
enum RotationCheck: DispatchCheck {
  /// Whether a school has hosted as long as it may without a pause.
  static func mustPause(_ school: Int, in year: ProgrammeYear) -> Bool {
    let school = year.schools[school]
    return school.yearsRunning >= year.rules.rotation.maximumYearsRunning
      && school.lastHostedYear == year.fiscalYear - 1
  }

  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [RuleCheck(.rotation, on: plan) { findings(on: plan) }]
  }

  private static func findings(on plan: PlanFacts) -> Findings {
    let hosting = plan.hosts.indices.filter { plan.hosts[$0] }
    var found = Findings(checked: hosting.count)
    for school in hosting where mustPause(school, in: plan.year) {
      let id = plan.schoolId(school)
      found.violations.append(
        Violation(
          subjects: [.school(id)],
          sentence: """
            \(id) hosts and has hosted \(plain: plan.year.schools[school].yearsRunning, "year", "years") \
            running; after \(plan.year.rules.rotation.maximumYearsRunning) it must pause.
            """))
    }
    for country in plan.year.countries.indices where plan.year.countries[country].renewalsFirst {
      let new = hosting.filter {
        plan.year.schools[$0].country == country && !plan.year.schools[$0].isRenewal
      }
      guard !new.isEmpty, let waiting = waitingRenewal(of: country, in: plan) else { continue }
      for school in new {
        found.violations.append(
          Violation(
            subjects: [.school(plan.schoolId(school)), .school(plan.schoolId(waiting))],
            sentence: """
              \(plan.schoolId(school)) is new and hosts, while \(plan.schoolId(waiting)), which \
              renews, could host and does not.
              """))
      }
    }
    return found
  }

  /// The first servable renewal school of a country that does not host.
  private static func waitingRenewal(of country: Int, in plan: PlanFacts) -> Int? {
    let candidates = plan.year.schools.indices.filter {
      plan.year.schools[$0].country == country && plan.year.schools[$0].isRenewal
        && !plan.hosts[$0]
        && (plan.year.rules[.rotation] != .hard || !mustPause($0, in: plan.year))
    }
    guard !candidates.isEmpty else { return nil }
    var eligibility = Eligibility(of: plan)
    return candidates.first { eligibility.hasTriple(containing: $0) }
  }
}
