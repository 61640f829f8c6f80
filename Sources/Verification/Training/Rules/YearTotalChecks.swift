// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `budget`.
///
/// The instance is the year's budget, if it has one; each started ¥10,000 over is a
/// unit.
enum TrainingBudgetCheck: TrainingCheck {
  static let rule = TrainingRule.budget

  static func findings(in plan: TrainingFacts) -> Findings {
    guard plan.year.training.rules.totalBudget != nil else { return Findings() }
    var found = Findings(checked: 1)
    if let violation = violation(cost: plan.cost, in: plan.year) {
      found.violations.append(violation)
    }
    return found
  }

  /// What is wrong when all sessions cost so much, in thousands of yen.
  static func violation(cost: Int128, in year: ProgrammeYear) -> Violation? {
    guard let budget = year.training.rules.totalBudget,
      let excess = overBudget(1000 * cost, budget)
    else { return nil }
    return Violation(
      units: excess.units, subjects: [],
      sentence: "All sessions together cost \(excess.phrase).")
  }
}

/// Checks each `quota`, as `quota:` and its identifier.
///
/// The instance is the quota. The units of all its bounds are added.
enum TrainingQuotaCheck: TrainingCheck {
  static let rule = TrainingRule.quota

  static func run(on plan: TrainingFacts) -> [RuleCheck] {
    plan.year.training.rules.quotas.map { quota in
      RuleCheck(id(of: quota), quota.strictness) { findings(of: quota, in: plan) }
    }
  }

  /// Such as `quota:students`.
  static func id(of quota: TrainingQuota) -> String { "quota:" + quota.id }

  /// What all quotas together find.
  static func findings(in plan: TrainingFacts) -> Findings {
    plan.year.training.rules.quotas.reduce(into: Findings()) { all, quota in
      let found = findings(of: quota, in: plan)
      all.checked += found.checked
      all.violations += found.violations
    }
  }

  private static func findings(of quota: TrainingQuota, in plan: TrainingFacts) -> Findings {
    findings(of: quota, counting: counts(of: quota, in: plan))
  }

  /// The people whom a quota counts in a plan.
  static func counts(of quota: TrainingQuota, in plan: TrainingFacts) -> QuotaCounts {
    plan.attendances.reduce(into: QuotaCounts()) { counts, attendance in
      guard let delegation = plan.delegation(attendance.group) else { return }
      counts.add(delegation, in: plan.sessions[attendance.session], of: quota, plan.year)
    }
  }

  /// What a quota finds where it counts so many.
  static func findings(of quota: TrainingQuota, counting counts: QuotaCounts) -> Findings {
    let bounds = QuotaBounds(
      minimum: quota.minimum, maximum: quota.maximum,
      minimumPercent: quota.share?.minimumPercent, maximumPercent: quota.share?.maximumPercent)
    var found = Findings(checked: 1)
    found.violations = bounds.shortcomings(of: counts) { "\(plain: $0, "person", "people")" }.map {
      Violation(units: $0.units, subjects: [], sentence: "\(quota.id): \($0.sentence)")
    }
    return found
  }
}

extension QuotaCounts {
  /// Counts the people of a delegation in a session.
  mutating func add(
    _ delegation: Delegation, in session: SessionFacts, of quota: TrainingQuota,
    _ year: ProgrammeYear
  ) {
    let people = delegation.headcount.people
    if quota.select.selects(delegation, in: session, of: year) { selected += people }
    if quota.share?.of.selects(delegation, in: session, of: year) ?? false { whole += people }
  }
}
