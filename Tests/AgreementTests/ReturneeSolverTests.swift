// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
internal import Engine
internal import IntegerProgramming
internal import Programme
internal import Testing
internal import Verification
internal import YearGenerator

/// The planning of returnees' activities against HiGHS, which is given the exported program
/// of each goal.
@Suite("Returnee engine and HiGHS")
struct ReturneeSolverTests {
  @Test(
    "agree on every goal and level of generated years",
    .enabled(
      if: TrainingSolverTests.python != nil, "HiGHS is not installed; make peers installs it"),
    arguments: 1...10)
  func agree(seed: Int) throws {
    let year = generateYear(
      applicants: 60, schools: 30, seed: UInt64(seed), returnees: 60 + 4 * seed,
      activities: 50 + 3 * seed)
    var options = ReturneeOptions()
    options.gap = 0
    let outcome = try planReturnees(year, options: options)
    #expect(outcome.status == .optimal)
    #expect(verifyReturnees(outcome.plan, in: year, claimed: outcome.tiers).isValid)
    func agree(_ tier: String, level: Int?, on value: Int64) throws {
      let program = try exportReturneesProgram(
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
}
