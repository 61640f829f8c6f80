// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `budget`.
///
/// An instance is a budget: a country's, or the total. Each started ¥10,000
/// over is a unit.
enum BudgetCheck: DispatchCheck {
  static func run(on plan: PlanFacts) -> [RuleCheck] {
    [RuleCheck(.budget, on: plan) { findings(on: plan) }]
  }

  private static func findings(on plan: PlanFacts) -> Findings {
    var found = Findings()
    var sum = Int128(0)
    for (country, count) in zip(plan.year.countries, plan.countryCounts) {
      let cost = Int128(count) * Int128(country.costPerPartner)
      sum += cost
      guard let budget = country.budget else { continue }
      found.checked += 1
      if let violation = violation(
        "\(plain: count, "partner", "partners") in \(country.id)", [.country(country.id)], cost,
        budget)
      {
        found.violations.append(violation)
      }
    }
    if let total = plan.year.rules.budget.total {
      found.checked += 1
      if let violation = violation("All countries together", [], sum, total) {
        found.violations.append(violation)
      }
    }
    return found
  }

  private static func violation(
    _ name: Sentence, _ subjects: [Subject], _ cost: Int128, _ budget: Int64
  ) -> Violation? {
    guard let excess = overBudget(cost, budget) else { return nil }
    return Violation(
      units: excess.units, subjects: subjects, sentence: "\(name) cost \(excess.phrase).")
  }
}

/// What a cost is over a budget, yen both: each started ¥10,000, and a phrase with
/// both; nothing when it is within.
func overBudget(_ cost: Int128, _ budget: Int64) -> (units: Int, phrase: Sentence)? {
  let over = cost - Int128(budget)
  guard over > 0 else { return nil }
  let unit = Int128(BudgetRule.unit)
  return (
    Int(clamping: (over + unit - 1) / unit),
    "¥\(grouped(cost)); the budget is ¥\(grouped(Int128(budget)))"
  )
}
