// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Verification

/// How values differ, goal by goal.
func changes(of tiers: [TierResult], from base: [TierResult]) -> String {
  let words = zip(tiers, base).compactMap { tier, base -> String? in
    if let shares = tier.shares, let before = base.shares {
      guard let index = zip(shares, before).enumerated().first(where: { $1.0 != $1.1 })?.offset
      else { return nil }
      let which = index == 0 ? "" : "share \(index + 1) from below "
      return "\(tier.name) \(which)\(shown(Int64(before[index]), of: base)) → "
        + shown(Int64(shares[index]), of: tier)
    }
    let step = tier.value - base.value
    guard step != 0 else { return nil }
    return "\(tier.name) \(step < 0 ? "−" : "+")\(grouped(Int(step.magnitude)))"
  }
  return words.isEmpty ? "no loss" : words.joined(separator: ", ")
}

/// What broken rules say, indented; at most three sentences of each.
func sentences(of checks: [RuleCheck]) -> [String] {
  checks.flatMap { check in
    check.violations.prefix(3).map { "    \(check.id): \($0.sentence)" }
      + (check.violations.count > 3
        ? ["    \(check.id): and \(grouped(check.violations.count - 3)) more like this."] : [])
  }
}
