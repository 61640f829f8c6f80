// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Verification
internal import Wording

/// How a run with a plan ended, in words that end a headline.
func state(of status: DispatchOutcome.Status, gap: Double) -> String {
  switch status {
  case .optimal where gap == 0: localized("proven best")
  case .optimal: localized("proven to the asked gap")
  case .feasible: localized("stopped early, the gap below is the true one")
  case .infeasible, .unknown: localized("no plan")
  }
}

/// The goals with their values, bounds and what they are worth.
func goalTable(of tiers: [TierResult]) -> TextTable {
  var table = TextTable([
    (localized("Goal"), .left), (localized("Value"), .right), (localized("Bound"), .right),
    (localized("How good"), .left),
  ])
  for tier in tiers {
    table.append([
      tier.name, shown(tier.value, of: tier), shown(tier.bound, of: tier), gapInWords(of: tier),
    ])
  }
  return table
}

/// Which soft rules are broken and how often, a line each.
func softRuleLines(of rules: [RuleCheck]) -> [String] {
  let broken = rules.filter { check in
    if case .soft = check.strictness { return !check.violations.isEmpty }
    return false
  }
  guard !broken.isEmpty else { return [localized("Soft rules broken: none.")] }
  return [localized("Soft rules broken:")]
    + broken.map { check in
      let penalty = check.strictness.penalty ?? 0
      return localized(
        "  \(check.id): \(counted(check.units, "unit", "units")) at \(grouped(penalty))")
    }
}

/// A tier's number as a planner reads it; shares are per cent.
func shown(_ number: Int64, of tier: TierResult) -> String {
  guard tier.shares != nil else { return grouped(Int(number)) }
  return decimal(Double(number) / 100, digits: 2) + " %"
}

/// How the goals' values differ from others, goal by goal, such as `filled −1, points +12`.
///
/// - Parameters:
///   - tiers: Values.
///   - base: Values of the same goals that they are compared with.
/// - Returns: The words; nothing where no value differs.
func differencesInWords(of tiers: [TierResult], from base: [TierResult]) -> Sentence? {
  let words = zip(tiers, base).compactMap { tier, base -> Sentence? in
    if let shares = tier.shares, let before = base.shares {
      guard let index = zip(shares, before).enumerated().first(where: { $1.0 != $1.1 })?.offset
      else { return nil }
      let change =
        "\(shown(Int64(before[index]), of: base)) → \(shown(Int64(shares[index]), of: tier))"
      return index == 0
        ? "\(tier.name) \(change)"
        : Sentence("\(tier.name) share \(index + 1) from below \(change)")
    }
    let step = tier.value - base.value
    guard step != 0 else { return nil }
    return "\(tier.name) \(step < 0 ? "−" : "+")\(grouped(Int(step.magnitude)))"
  }
  return words.isEmpty ? nil : "\(Listing(words, .plain))"
}
