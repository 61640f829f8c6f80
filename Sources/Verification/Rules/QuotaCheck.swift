// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Checks each `quota`, as `quota:` and its identifier.
///
/// An instance is a value of `each`, or the quota itself without `each`. The
/// units of all its bounds are added.
enum QuotaCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    plan.year.rules.quotas.map { quota in
      RuleCheck("quota:" + quota.id, quota.strictness) { findings(of: quota, on: plan) }
    }
  }

  /// Placements that meet `select`, and those that meet `share.of`.
  private struct Counts {
    var selected = 0
    var whole = 0
  }

  private static func findings(of quota: QuotaRule, on plan: PlanFacts) -> Findings {
    var counts: [String: Counts] = [:]
    for placement in plan.placements {
      let isSelected = quota.select.selects(placement, in: plan.year)
      let isWhole = quota.share?.of.selects(placement, in: plan.year) ?? false
      guard isSelected || isWhole else { continue }
      let value = quota.each.map { word(of: $0, at: placement, in: plan.year) ?? "" } ?? ""
      counts[value, default: Counts()].selected += isSelected ? 1 : 0
      counts[value, default: Counts()].whole += isWhole ? 1 : 0
    }
    let values = quota.each.map { self.values(of: $0, in: plan.year) } ?? [""]
    var found = Findings(checked: values.count)
    for value in values {
      let subjects = quota.each == nil ? [] : [Subject.value(value)]
      let name = quota.each == nil ? quota.id : "\(quota.id), \(value)"
      for shortcoming in shortcomings(of: counts[value] ?? Counts(), in: quota) {
        found.violations.append(
          Violation(
            units: shortcoming.units, subjects: subjects,
            sentence: "\(name): \(shortcoming.sentence)"))
      }
    }
    return found
  }

  private static func shortcomings(
    of counts: Counts, in quota: QuotaRule
  ) -> [(units: Int, sentence: String)] {
    let (selected, whole) = (counts.selected, counts.whole)
    var all: [(units: Int, sentence: String)] = []
    func note(_ units: Int, _ bound: String) {
      guard units > 0 else { return }
      all.append((units, "\(counted(selected, "placement")); \(bound)."))
    }
    if let minimum = quota.minimum { note(minimum - selected, "at least \(minimum)") }
    if let maximum = quota.maximum { note(selected - maximum, "at most \(maximum)") }
    if let percent = quota.share?.minimumPercent {
      // The least u with 100 (selected + u) >= percent * whole.
      note(hundredths(percent * whole - 100 * selected), "at least \(percent) % of \(whole)")
    }
    if let percent = quota.share?.maximumPercent {
      // The least u with 100 (selected - u) <= percent * whole.
      note(hundredths(100 * selected - percent * whole), "at most \(percent) % of \(whole)")
    }
    return all
  }

  /// A hundredth, rounded up; 0 for what is not positive.
  private static func hundredths(_ amount: Int) -> Int {
    amount <= 0 ? 0 : (amount + 99) / 100
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
