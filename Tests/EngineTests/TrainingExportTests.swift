// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme
internal import Testing
internal import YearGenerator

@testable import Engine
@testable import Formulations

@Suite("The exported program of a goal of trainings")
struct TrainingExportTests {
  @Test("has the value that the plan has, for every goal and level")
  func values() throws {
    let year = generateYear(applicants: 60, schools: 30, seed: 4, delegations: 24)
    let hosting = standInHosting(for: year)
    let outcome = try planTraining(year, hosting: hosting, options: TrainingOptions())
    #expect(outcome.status == .optimal)
    #expect(outcome.tiers.first { $0.name == "trained" }?.value ?? 0 > 0)
    var isLargeGood = true
    func solved(
      _ tier: String, level: Int? = nil, by resolution: TimeResolution = .exact
    ) throws -> Int64? {
      let export = try TrainingExport(
        year, hosting: hosting, baseline: nil, resolution: resolution)
      let program = try export.program(
        of: tier, level: level, after: outcome.tiers, outcome.levels)
      #expect(program.tiers.count == 1)
      isLargeGood = program.tiers.first?.sense == .maximize
      let clock = RunClock(DispatchOptions())
      var stack = TierStack(program, clock: clock)
      _ = try stack.solve(try #require(program.tiers.first), gap: 0, cutting: true)
      return stack.tiers.first?.value
    }
    for tier in outcome.tiers where tier.name != "fairness" {
      #expect(try solved(tier.name) == tier.value, "\(tier.name)")
      let bound = try #require(try solved(tier.name, by: .year), "\(tier.name)")
      #expect(
        isLargeGood ? bound >= tier.value : bound <= tier.value, "\(tier.name)")
    }
    for (index, level) in outcome.levels.enumerated() {
      #expect(try solved(level.tier, level: index + 1) == Int64(level.count))
    }
    #expect(throws: EngineFailure.self) {
      try TrainingExport(year, hosting: hosting, baseline: nil)
        .program(of: "cost", level: nil, after: [], [])
    }
  }
}
