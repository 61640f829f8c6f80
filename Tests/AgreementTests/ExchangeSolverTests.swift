// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
internal import Engine
internal import IntegerProgramming
internal import Programme
internal import Testing
internal import Verification
internal import YearGenerator

/// The planning of exchange against HiGHS, which is given the exported program of each goal.
@Suite("Exchange engine and HiGHS")
struct ExchangeSolverTests {
  @Test(
    "agree on every goal and level of generated years",
    .enabled(
      if: TrainingSolverTests.python != nil, "HiGHS is not installed; make peers installs it"),
    arguments: 1...10)
  func agree(seed: Int) throws {
    var year = generateYear(
      applicants: 60, schools: 30, seed: UInt64(seed), exchangeSchools: 16 + seed)
    // Some years are tight in weeks, so that the program has to decide.
    if seed.isMultiple(of: 2) {
      year.exchange.rules.groupsOfWeek = 1
      for index in year.exchange.schools.indices {
        year.exchange.schools[index].hostsFrom = Day(iso: "2026-06-01")
        year.exchange.schools[index].hostsTo = Day(iso: "2026-07-12")
      }
    }
    var options = ExchangeOptions()
    options.gap = 0
    let outcome = try planExchange(year, options: options)
    #expect(outcome.status == .optimal)
    let plan = try #require(outcome.plan)
    #expect(verifyExchange(plan, in: year, claimed: outcome.tiers).isValid)
    func agree(_ tier: String, level: Int?, on value: Int64) throws {
      let program = try exportExchangeProgram(
        year, tiers: outcome.tiers, levels: outcome.levels, tier: tier, level: level)
      let goal = try #require(program.tiers.first)
      guard !goal.terms.isEmpty else { return }
      let least = try #require(
        try TrainingSolverTests().minimum(of: program, goal), "\(tier)")
      #expect((goal.sense == .maximize ? -least : least) == value, "\(tier) \(level ?? 0)")
    }
    for tier in outcome.tiers where tier.shares == nil {
      try agree(tier.name, level: nil, on: tier.value)
    }
    for (index, level) in outcome.levels.enumerated() {
      try agree(level.tier, level: index + 1, on: Int64(level.count))
    }
  }

  @Test("shipped years have a plan that is proven best, and village has rules that bind")
  func shipped() throws {
    for dataset in [ShippedDataset.village, .call2026] {
      let year = dataset.year
      let outcome = try planExchange(year, options: ExchangeOptions())
      #expect(outcome.status == .optimal, "\(dataset.rawValue)")
      let plan = try #require(outcome.plan)
      #expect(verifyExchange(plan, in: year, claimed: outcome.tiers).isValid)
    }
  }
}
