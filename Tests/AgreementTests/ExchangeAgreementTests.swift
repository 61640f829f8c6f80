// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import TestSupport
internal import Testing
internal import Verification

/// Engine, verifier and exhaustive search about the exchange of teachers.
@Suite("Exchange: engine, verifier and every plan")
struct ExchangeAgreementTests {
  private static let starts = stride(from: 1, to: 321, by: 40).map(\.self)

  private func planned(_ year: ProgrammeYear, triesFlow: Bool = true) throws -> ExchangeOutcome {
    var options = ExchangeOptions()
    options.gap = 0
    options.triesFlow = triesFlow
    return try planExchange(year, options: options)
  }

  private func check(
    _ outcome: ExchangeOutcome, against expected: [TierResult]?, of year: ProgrammeYear,
    _ what: String
  ) {
    guard let expected else {
      #expect(outcome.status == .infeasible, "\(what)")
      return
    }
    #expect(outcome.status == .optimal, "\(what)")
    #expect(outcome.tiers == expected, "\(what)")
    guard let plan = outcome.plan else { return }
    let verification = verifyExchange(plan, in: year, claimed: outcome.tiers)
    #expect(verification.isValid, "\(what)")
    #expect(verification.tiers == expected, "\(what)")
  }

  @Test("the engine's plan is as good as the best of all, goal by goal", arguments: starts)
  func best(from start: Int) throws {
    for seed in start..<(start + 40) {
      let year = randomSmallExchange(seed: UInt64(seed))
      let expected = ExchangeOracle(year).best()
      check(try planned(year), against: expected, of: year, "Seed \(seed)")
      check(
        try planned(year, triesFlow: false), against: expected, of: year,
        "Seed \(seed), integer program")
    }
  }

  @Test("a stable plan is as good as the best of all, goal by goal", arguments: [1, 41, 81])
  func stable(from start: Int) throws {
    for seed in start..<(start + 40) {
      let year = randomSmallExchange(seed: UInt64(seed), stable: true)
      let expected = ExchangeOracle(year).best()
      check(try planned(year), against: expected, of: year, "Seed \(seed)")
      check(
        try planned(year, triesFlow: false), against: expected, of: year,
        "Seed \(seed), integer program")
    }
  }

  @Test(
    "the flow's plans keep every hard rule, and its bounds are true", arguments: starts)
  func flow(from start: Int) throws {
    var proven = 0
    for seed in start..<(start + 40) {
      let year = randomSmallExchange(seed: UInt64(seed))
      var options = ExchangeOptions()
      options.gap = 0
      options.mostColumns = -1
      let outcome = try planExchange(year, options: options)
      guard let best = ExchangeOracle(year).best() else { continue }
      #expect(outcome.status != .infeasible, "Seed \(seed)")
      guard let plan = outcome.plan else { continue }
      #expect(verifyExchange(plan, in: year, claimed: outcome.tiers).isValid, "Seed \(seed)")
      if outcome.status == .optimal {
        #expect(outcome.tiers == best, "Seed \(seed)")
        proven += 1
      }
      for (tier, other) in zip(outcome.tiers, best) {
        #expect(
          tier.isLeast ? tier.bound <= other.value : tier.bound >= other.value,
          "Seed \(seed), \(tier.name)")
        if tier.value != other.value || tier.shares != other.shares { break }
      }
    }
    // Not proof of anything, but a flow that never proved its plan would be of no use.
    #expect(proven >= 20, "\(proven)")
  }

  @Test("the verifier counts every unit and value as the definitions do", arguments: starts)
  func units(from start: Int) {
    for seed in start..<(start + 40) {
      let year = randomSmallExchange(seed: UInt64(seed), stable: seed % 2 == 0)
      let oracle = ExchangeOracle(year)
      let possible = oracle.possible
      var random = SplitMix64(seed: UInt64(seed) &+ 6_000_000)
      let all = year.exchange.inJapan.flatMap { japan in
        year.exchange.abroad.map { SchoolPair(japan: japan, abroad: $0) }
      }
      let first = Day(iso: "2026-06-07") ?? Day(number: 0)
      for _ in 0..<12 {
        let plan = random.some(of: all, percent: random.pick([20, 50, 80])).map { pair in
          var partnership = Partnership(pair)
          let days = [nil, 0, 7, 14, 14, 21, 150, 3]
          partnership.toJapan = random.pick(days).map { first.adding(days: $0) }
          partnership.fromJapan = random.pick(days).map { first.adding(days: $0) }
          return partnership
        }
        let units = oracle.units(of: plan)
        let found = verifyExchange(ExchangePlan(plan), in: year)
        for (rule, count) in units {
          // A visit on another day of the week than visits begin takes no whole weeks.
          if [.oneAtATime, .prefectureWeek].contains(rule), units[.partners] ?? 0 > 0 { continue }
          #expect(
            found.rules.first { $0.id == rule.rawValue }?.units == count,
            "Seed \(seed), \(rule.rawValue)")
        }
        guard units[.partners] == 0 else { continue }
        #expect(
          found.tiers == oracle.tiers(of: plan, units: units, possible: possible), "Seed \(seed)")
      }
    }
  }

  @Test(
    "without a rule another plan is best in some year, and the verifier finds that it breaks it",
    arguments: ExchangeRule.allCases.filter { !$0.isStructural })
  func binds(_ rule: ExchangeRule) throws {
    var bound = 0
    for seed in 1...360 where bound < 2 {
      let year = randomSmallExchange(seed: UInt64(seed))
      guard year.exchange.rules[rule] == .hard else { continue }
      var free = year
      free.exchange.rules.strictness[rule] = .off
      let (kept, other) = (try planned(year), try planned(free))
      guard let plan = kept.plan, let otherPlan = other.plan, kept.tiers != other.tiers else {
        continue
      }
      let broken = verifyExchange(otherPlan, in: year).rules.filter(\.isBroken).map(\.id)
      guard broken.contains(rule.rawValue) else { continue }
      let isBroken = verifyExchange(plan, in: year).rules.contains { $0.isBroken }
      #expect(!isBroken)
      bound += 1
    }
    #expect(bound > 0, "\(rule.rawValue) never makes a difference.")
  }

  @Test(
    "a soft rule is broken for its price in some year",
    arguments: ExchangeRule.allCases.filter(\.mayBeSoft))
  func soft(_ rule: ExchangeRule) throws {
    for seed in 1...360 {
      let year = randomSmallExchange(seed: UInt64(seed))
      guard year.exchange.rules[rule].penalty != nil else { continue }
      guard let plan = try planned(year).plan else { continue }
      let check = verifyExchange(plan, in: year).rules.first { $0.id == rule.rawValue }
      if check?.units ?? 0 > 0 { return }
    }
    Issue.record("\(rule.rawValue) is never broken.")
  }

  @Test("what the plan names and the year has not, or twice, breaks partners")
  func foreign() {
    let year = randomSmallExchange(seed: 3)
    let (japan, abroad) = (year.exchange.inJapan[0], year.exchange.abroad[0])
    let real = Partnership(
      SchoolPair(japan: japan, abroad: abroad), toJapan: Day(iso: "2026-06-07"))
    for plan in [
      [real, real], [Partnership(SchoolPair(japan: 99, abroad: abroad))],
      [Partnership(SchoolPair(japan: abroad, abroad: japan), toJapan: Day(iso: "2026-06-07"))],
      [Partnership(real.pair)],
    ] {
      let found = verifyExchange(ExchangePlan(plan), in: year)
      #expect(found.rules.first { $0.id == "partners" }?.isBroken == true)
    }
  }
}
