// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Checks `budget`.
///
/// The instance is the year's budget, if it has one; each started ¥10,000 over is a
/// unit.
enum TrainingBudgetCheck: TrainingCheck {
  static let rule = TrainingRule.budget

  static func findings(in plan: TrainingFacts) -> Findings {
    guard let budget = plan.year.training.rules.totalBudget else { return Findings() }
    var found = Findings(checked: 1)
    if let excess = overBudget(1000 * plan.cost, budget) {
      found.violations.append(
        Violation(
          units: excess.units, subjects: [],
          sentence: "All sessions together cost \(excess.phrase)."))
    }
    return found
  }
}

/// Checks each `quota`, as `quota:` and its identifier.
///
/// The instance is the quota. The units of all its bounds are added.
enum TrainingQuotaCheck: TrainingCheck {
  static let rule = TrainingRule.quota

  static func run(on plan: TrainingFacts) -> [RuleCheck] {
    plan.year.training.rules.quotas.map { quota in
      RuleCheck("quota:" + quota.id, quota.strictness) { findings(of: quota, in: plan) }
    }
  }

  /// What all quotas together find.
  static func findings(in plan: TrainingFacts) -> Findings {
    plan.year.training.rules.quotas.reduce(into: Findings()) { all, quota in
      let found = findings(of: quota, in: plan)
      all.checked += found.checked
      all.violations += found.violations
    }
  }

  private static func findings(of quota: TrainingQuota, in plan: TrainingFacts) -> Findings {
    var counts = QuotaCounts()
    for attendance in plan.attendances {
      guard let delegation = plan.delegation(attendance.group) else { continue }
      let session = plan.sessions[attendance.session]
      let people = delegation.headcount.people
      if quota.select.selects(delegation, in: session, of: plan.year) { counts.selected += people }
      if quota.share?.of.selects(delegation, in: session, of: plan.year) ?? false {
        counts.whole += people
      }
    }
    let bounds = QuotaBounds(
      minimum: quota.minimum, maximum: quota.maximum,
      minimumPercent: quota.share?.minimumPercent, maximumPercent: quota.share?.maximumPercent)
    var found = Findings(checked: 1)
    found.violations = bounds.shortcomings(of: counts, "person", "people").map {
      Violation(units: $0.units, subjects: [], sentence: "\(quota.id): \($0.sentence)")
    }
    return found
  }
}
