// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import TestSupport
internal import Testing
internal import Verification

/// Engine, verifier and exhaustive search about activities of returned partners.
@Suite("Returnees: engine, verifier and every plan")
struct ReturneeAgreementTests {
  private static let starts = stride(from: 1, to: 361, by: 40).map(\.self)

  private func planned(_ year: ProgrammeYear) throws -> ReturneeOutcome {
    var options = ReturneeOptions()
    options.gap = 0
    return try planReturnees(year, options: options)
  }

  @Test("the engine's plan is as good as the best of all, goal by goal", arguments: starts)
  func best(from start: Int) throws {
    for seed in start..<(start + 40) {
      let year = randomSmallReturnees(seed: UInt64(seed))
      let expected = ReturneeOracle(year).best()
      let outcome = try planned(year)
      #expect(outcome.status == .optimal, "Seed \(seed)")
      #expect(outcome.tiers == expected, "Seed \(seed)")
      let verification = verifyReturnees(outcome.plan, in: year, claimed: outcome.tiers)
      #expect(verification.isValid, "Seed \(seed)")
      #expect(verification.tiers == expected, "Seed \(seed)")
    }
  }

  @Test(
    "seats given one by one keep every hard rule, and their bounds are true", arguments: starts)
  func seating(from start: Int) throws {
    var (held, reached) = (0, 0)
    for seed in start..<(start + 40) {
      let year = randomSmallReturnees(seed: UInt64(seed))
      let best = ReturneeOracle(year).best()
      var options = ReturneeOptions()
      options.mostPairs = -1
      let outcome = try planReturnees(year, options: options)
      let verification = verifyReturnees(outcome.plan, in: year, claimed: outcome.tiers)
      #expect(verification.isValid, "Seed \(seed)")
      var isBest = true
      for (tier, other) in zip(outcome.tiers, best) where isBest {
        let bound = tier.bound
        #expect(
          tier.isLeast ? bound <= other.value : bound >= other.value,
          "Seed \(seed), \(tier.name)")
        if tier.shares != nil, tier.isVectorProven {
          #expect(tier.shares == other.shares, "Seed \(seed)")
        }
        isBest = tier.value == other.value && tier.shares == other.shares
      }
      held += verification.tiers.first { $0.name == "filled" }?.value ?? 0 > 0 ? 1 : 0
      reached += outcome.tiers.first?.value == best.first?.value ? 1 : 0
    }
    // Not proof of anything, but a seating that seats nobody would be none.
    #expect(held >= 10 && reached >= 20, "\(held), \(reached)")
  }

  @Test("the verifier counts every unit and value as the definitions do", arguments: starts)
  func units(from start: Int) {
    for seed in start..<(start + 40) {
      let year = randomSmallReturnees(seed: UInt64(seed))
      let oracle = ReturneeOracle(year)
      var random = SplitMix64(seed: UInt64(seed) &+ 5_000_000)
      let all = year.returnees.activities.indices.flatMap { activity in
        year.returnees.returnees.indices.map { Participation(returnee: $0, activity: activity) }
      }
      for _ in 0..<20 {
        let plan = random.some(of: all, percent: random.pick([20, 50, 80]))
        let units = oracle.units(of: plan, allowed: oracle.allowedPairs)
        let found = verifyReturnees(ReturneePlan(plan), in: year)
        for (rule, count) in units {
          #expect(
            found.rules.first { $0.id == rule.rawValue }?.units == count,
            "Seed \(seed), \(rule.rawValue)")
        }
        #expect(
          found.tiers == oracle.tiers(of: plan, units: units, allowed: oracle.allowedPairs),
          "Seed \(seed)")
      }
    }
  }

  @Test(
    "without a rule another plan is best in some year, and the verifier finds that it breaks it",
    arguments: ReturneeRule.allCases.filter { !$0.isStructural && $0 != .announced })
  func binds(_ rule: ReturneeRule) throws {
    var bound = 0
    for seed in 1...360 where bound < 2 {
      let year = randomSmallReturnees(seed: UInt64(seed))
      guard year.returnees.rules[rule] == .hard else { continue }
      var free = year
      free.returnees.rules.strictness[rule] = .off
      let (kept, other) = (try planned(year), try planned(free))
      guard kept.tiers != other.tiers else { continue }
      let broken = verifyReturnees(other.plan, in: year).rules.filter(\.isBroken).map(\.id)
      // Who may take part in nothing at home is not bound to it first.
      guard broken.contains(rule.rawValue) else { continue }
      let isBroken = verifyReturnees(kept.plan, in: year).rules.contains { $0.isBroken }
      #expect(!isBroken)
      bound += 1
    }
    #expect(bound > 0, "\(rule.rawValue) never makes a difference.")
  }

  @Test(
    "a soft rule is broken for its price in some year",
    arguments: ReturneeRule.allCases.filter(\.mayBeSoft))
  func soft(_ rule: ReturneeRule) throws {
    for seed in 1...360 {
      let year = randomSmallReturnees(seed: UInt64(seed))
      guard year.returnees.rules[rule].penalty != nil else { continue }
      let outcome = try planned(year)
      let check = verifyReturnees(outcome.plan, in: year).rules.first { $0.id == rule.rawValue }
      if check?.units ?? 0 > 0 { return }
    }
    Issue.record("\(rule.rawValue) is never broken.")
  }

  @Test("what the plan names and the year has not, or twice, breaks seats")
  func foreign() {
    let year = randomSmallReturnees(seed: 3)
    let pair = Participation(returnee: 0, activity: 0)
    for plan in [[pair, pair], [Participation(returnee: 99, activity: 0)]] {
      let found = verifyReturnees(ReturneePlan(plan), in: year)
      #expect(found.rules.first { $0.id == "seats" }?.isBroken == true)
    }
  }
}
