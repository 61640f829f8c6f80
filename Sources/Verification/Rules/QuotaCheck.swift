// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks each `quota`, as `quota:` and its identifier.
///
/// An instance is a value of `each`, or the quota itself without `each`. The
/// units of all its bounds are added.
enum QuotaCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    plan.year.rules.quotas.map { quota in
      RuleCheck("quota:\(quota.id)", quota.strictness) { findings(of: quota, on: plan) }
    }
  }

  private static func findings(of quota: QuotaRule, on plan: PlanFacts) -> Findings {
    var counts: [String: QuotaCounts] = [:]
    for placement in plan.placements {
      let isSelected = quota.select.selects(placement, in: plan.year)
      let isWhole = quota.share?.of.selects(placement, in: plan.year) ?? false
      guard isSelected || isWhole else { continue }
      let value = quota.each.map { word(of: $0, at: placement, in: plan.year) ?? "" } ?? ""
      counts[value, default: QuotaCounts()].selected += isSelected ? 1 : 0
      counts[value, default: QuotaCounts()].whole += isWhole ? 1 : 0
    }
    let values = quota.each.map { self.values(of: $0, in: plan.year) } ?? [""]
    var found = Findings(checked: values.count)
    for value in values {
      let subjects = quota.each == nil ? [] : [Subject.value(value)]
      let name = quota.each == nil ? quota.id : "\(quota.id), \(value)"
      let bounds = QuotaBounds(
        minimum: quota.minimum, maximum: quota.maximum,
        minimumPercent: quota.share?.minimumPercent, maximumPercent: quota.share?.maximumPercent)
      let shortcomings = bounds.shortcomings(of: counts[value] ?? QuotaCounts()) {
        "\(plain: $0, "placement", "placements")"
      }
      for shortcoming in shortcomings {
        found.violations.append(
          Violation(
            units: shortcoming.units, subjects: subjects,
            sentence: "\(name): \(shortcoming.sentence)"))
      }
    }
    return found
  }

  /// The values that an attribute takes among the year's schools or cohorts.
  static func values(of each: Attribute, in year: ProgrammeYear) -> [String] {
    let all =
      switch each {
      case .postCountry: year.schools.map { year.countries[$0.country].id }
      case .postArea: year.schools.map(\.area)
      case .postCity: year.schools.map(\.city)
      case .postLevel: year.schools.map(\.level)
      case .cohortId: year.cohorts.map(\.id)
      case .cohortCountry: year.cohorts.map { year.countries[$0.country].id }
      default: preconditionFailure("A quota cannot hold for each \(each.rawValue).")
      }
    return Set(all).sorted { identifier($0, precedes: $1) }
  }
}
