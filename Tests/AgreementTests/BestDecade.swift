// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Verification

/// The best plans of a small decade, found by going through all of them.
///
/// - Parameters:
///   - year: Few lines, years and units.
///   - isWanted: Which plans are looked at.
/// - Returns: The goals' values of a best plan; nothing when no plan keeps the hard
///   rules.
/// - Complexity: Exponential in lines × years.
func bestTiers(
  ofDecade year: ProgrammeYear, where isWanted: (DecadePlan) -> Bool = { _ in true }
) -> [TierResult]? {
  var best: [TierResult]?
  forEachPlan(of: year.decade) { plan in
    guard isWanted(plan) else { return }
    let verification = verifyDecade(plan, in: year)
    guard verification.isValid else { return }
    guard let held = best else {
      best = verification.tiers
      return
    }
    for (tier, other) in zip(verification.tiers, held) {
      let order: LeximinOrder
      if let shares = tier.shares, let before = other.shares {
        order = compareLeximin(shares, before)
      } else if tier.value == other.value {
        order = .equal
      } else {
        order = (tier.value < other.value) == tier.isLeast ? .better : .worse
      }
      if order == .equal { continue }
      if order == .better { best = verification.tiers }
      return
    }
  }
  return best
}

/// Calls a function with every plan whose units are within what lines allow.
func forEachPlan(of decade: DecadeData, _ body: (DecadePlan) -> Void) {
  let ranges = decade.lines.indices.flatMap { line in
    decade.years.map { planned -> ClosedRange<Int> in
      if let decided = decade.decision(of: line, in: planned.year)?.units {
        return decided...decided
      }
      guard decade.isOver(planned.year) else {
        return decade.lines[line].min...decade.lines[line].max
      }
      let units = decade.actual(of: line, in: planned.year)?.units ?? 0
      return units...units
    }
  }
  var units = ranges.map(\.lowerBound)
  let years = decade.years.count
  while true {
    body(
      DecadePlan(
        units: decade.lines.indices.map { Array(units[($0 * years)..<(($0 + 1) * years)]) }))
    guard let place = units.indices.last(where: { units[$0] < ranges[$0].upperBound }) else {
      return
    }
    units[place] += 1
    for later in (place + 1)..<max(place + 1, units.count) {
      units[later] = ranges[later].lowerBound
    }
  }
}
