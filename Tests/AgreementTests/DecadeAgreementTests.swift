// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import TestSupport
internal import Testing
internal import Verification

/// Plans of ten years against exhaustive search.
@Suite("Decades and exhaustive search")
struct DecadeAgreementTests {
  @Test("agree goal by goal", arguments: stride(from: 1, to: 401, by: 50).map(\.self))
  func agree(from start: Int) throws {
    for seed in start..<(start + 50) {
      let year = randomSmallDecade(seed: UInt64(seed))
      let outcome = try planDecade(year, options: exactly)
      let best = bestTiers(ofDecade: year)
      #expect(outcome.status == (best == nil ? .infeasible : .optimal), "seed \(seed)")
      guard let best, let plan = outcome.plan else { continue }
      let verification = verifyDecade(plan, in: year, claimed: outcome.tiers)
      #expect(verification.isValid, "seed \(seed)")
      for (tier, expected) in zip(outcome.tiers, best) {
        #expect(tier.name == expected.name, "seed \(seed)")
        #expect(tier.value == expected.value, "seed \(seed), \(tier.name)")
        #expect(tier.bound == expected.value, "seed \(seed), bound of \(tier.name)")
        #expect(tier.shares == expected.shares, "seed \(seed), \(tier.name)")
      }
      #expect(outcome.tiers.count == best.count, "seed \(seed)")
    }
  }

  private var exactly: DecadeOptions {
    var options = DecadeOptions()
    options.gap = 0
    return options
  }

  /// Without a rule some year has a better plan, so each is in force.
  @Test("need every rule", arguments: DecadeRule.allCases.filter { !$0.isStructural })
  func rulesBind(_ rule: DecadeRule) throws {
    let binding = try (1...400).first { seed in
      var year = randomSmallDecade(seed: UInt64(seed))
      guard year.decade.rules[rule] != .off else { return false }
      let with = bestTiers(ofDecade: year)
      year.decade.rules.strictness[rule] = .off
      guard with != bestTiers(ofDecade: year) else { return false }
      let without = try planDecade(year, options: exactly)
      return without.tiers.map(\.value) != with?.map(\.value)
    }
    #expect(binding != nil)
  }

  @Test("name what has to give way where no plan keeps the rules")
  func infeasible() throws {
    var found = 0
    for seed in 1...200 {
      let year = randomSmallDecade(seed: UInt64(seed))
      let outcome = try planDecade(year, options: exactly)
      guard outcome.status == .infeasible else { continue }
      found += 1
      let nearest = try #require(outcome.nearest, "seed \(seed)")
      let broken = verifyDecade(nearest, in: year).rules.filter(\.isBroken)
      #expect(!broken.isEmpty, "seed \(seed)")
      // No plan breaks less.
      let softened = softened(year)
      func penalties(_ plan: DecadePlan) -> Int64? {
        verifyDecade(plan, in: softened).tiers.first { $0.name == "penalties" }?.value
      }
      var least = Int64.max
      forEachPlan(of: year.decade) { least = min(least, penalties($0) ?? .max) }
      #expect(penalties(nearest) == least, "seed \(seed)")
    }
    #expect(found > 10)
  }

  private func softened(_ year: ProgrammeYear) -> ProgrammeYear {
    var year = year
    for rule in DecadeRule.allCases where !rule.isStructural && year.decade.rules[rule] != .off {
      year.decade.rules.strictness[rule] = .soft(penalty: 1)
    }
    return year
  }

  @Test("tell the least extra budget that reaches the target")
  func extraBudget() throws {
    var (reachable, outOfReach) = (0, 0)
    for seed in 1...200 {
      var year = randomSmallDecade(seed: UInt64(seed))
      year.decade.rules.strictness[.budget] = .hard
      year.decade.objective = [.reach, .cost]
      let outcome = try planDecade(year, options: exactly)
      guard outcome.status == .optimal, let need = outcome.budgetNeed else { continue }
      let least = leastExtra(year)
      switch need {
      case .outOfReach:
        outOfReach += 1
        #expect(least == nil, "seed \(seed)")
      case .yen(let extra, let total, let bound):
        reachable += 1
        #expect(total == least, "seed \(seed)")
        #expect(bound <= total, "seed \(seed)")
        #expect(extra.reduce(0, +) == total, "seed \(seed)")
      }
    }
    #expect(reachable > 5)
    #expect(outOfReach > 5)
  }

  /// Thousands of yen beyond the budgets that the cheapest plan reaching the target
  /// takes; nothing when no plan does.
  private func leastExtra(_ year: ProgrammeYear) -> Int64? {
    var free = year
    free.decade.rules.strictness[.budget] = .off
    var least: Int64?
    forEachPlan(of: year.decade) { plan in
      let verification = verifyDecade(plan, in: free)
      guard verification.isValid,
        verification.tiers.first?.value == Int64(year.decade.rules.target)
      else { return }
      var extra: Int64 = 0
      for (position, planned) in year.decade.years.enumerated()
      where !year.decade.isOver(planned.year) {
        guard let budget = planned.budget else { continue }
        let cost = year.decade.lines.indices.reduce(Int64(0)) {
          $0 + Int64(plan.units[$1][position]) * year.decade.lines[$1].costInThousands
        }
        extra += max(0, cost - budget / 1000)
      }
      least = min(least ?? extra, extra)
    }
    return least
  }
}
