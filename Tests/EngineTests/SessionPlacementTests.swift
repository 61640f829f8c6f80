// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme
internal import Testing
internal import Wording
internal import YearGenerator

@testable import Engine
@testable import Formulations

@Suite("Sessions placed one by one")
struct SessionPlacementTests {
  /// What is placed of a generated year, and a run over these sessions.
  private func placed(
    _ year: ProgrammeYear
  ) throws -> (placement: SessionPlacement, exact: TrainingRun) {
    let options = TrainingOptions()
    let clock = RunClock(options)
    let eligibility = TrainingEligibility(year, hosting: standInHosting(for: year))
    let classes = eligibility.classes(nil)
    let coarse = TrainingFormulation(eligibility, classes, baseline: nil, resolution: .year)
    var run = TrainingRun(coarse, options: options, clock: clock)
    guard case .proven = try run.solve(["trained"]) else {
      throw EngineFailure("The year without time was not solved.")
    }
    let plan = try #require(run.stack.incumbent)
    let placement = SessionPlacement.best(of: plan, coarse, classes) { false }
    let sessions = Set(placement.drafts.map(\.number))
    let fine = TrainingFormulation(
      eligibility, classes, baseline: nil, resolution: .exact
    ) { _, session in sessions.contains(session) }
    return (placement, TrainingRun(fine, options: options, clock: clock))
  }

  /// Priority times people of the delegations that are placed.
  private func trained(_ placement: SessionPlacement) -> Int64 {
    placement.drafts.flatMap(\.seats).reduce(0) { sum, seats in
      let group = placement.tables.classes[seats.group]
      guard let index = group.delegation else { return sum }
      let priority = placement.tables.year.training.delegations[index].priority
      return sum + Int64(seats.count * group.people * priority)
    }
  }

  @Test("keep every rule of the exact program", arguments: 1...6)
  func keepsRules(seed: UInt64) throws {
    let year = generateYear(applicants: 80, schools: 90, seed: seed, delegations: 90)
    var (placement, exact) = try placed(year)
    let seated = trained(placement)
    #expect(seated > 0)
    try exact.start(from: placement)
    let plan = try #require(exact.stack.incumbent)
    // Nobody had to be left out for a rule that placing did not see.
    #expect(exact.stack.rated(plan, exact.objective("trained")).objective == seated)
  }

  @Test("account for everybody the coarse plan asks for", arguments: 1...6)
  func accounts(seed: UInt64) throws {
    let year = generateYear(applicants: 80, schools: 90, seed: seed, delegations: 90)
    let placement = try placed(year).placement
    let tables = placement.tables
    let asked = tables.demands.reduce(0) { $0 + $1.reduce(0) { $0 + $1.value } }
    let missing = placement.demands.reduce(0) { $0 + $1.reduce(0) { $0 + $1.value } }
    let seated = placement.drafts.flatMap(\.seats).reduce(0) { $0 + $1.count }
    #expect(asked == missing + seated)
    var left = tables.classes.map(\.groups.count)
    for seats in placement.drafts.flatMap(\.seats) { left[seats.group] -= seats.count }
    #expect(left == placement.left)
    #expect(left.allSatisfy { $0 >= 0 })
  }

  @Test("leave true bounds of the goals after one that is not reached", arguments: 1...6)
  func boundsLaterGoals(seed: UInt64) throws {
    let year = generateYear(applicants: 60, schools: 30, seed: seed, delegations: 24)
    let hosting = standInHosting(for: year)
    var options = TrainingOptions()
    options.gap = 0
    let best = try planTraining(year, hosting: hosting, options: options)
    #expect(best.status == .optimal)
    let clock = RunClock(options)
    let eligibility = TrainingEligibility(year, hosting: hosting)
    let classes = eligibility.classes(nil)
    let names = TrainingFormulation.tierNames(of: year, hasBaseline: false)
    var coarse = TrainingRun(
      TrainingFormulation(eligibility, classes, baseline: nil, resolution: .year),
      options: options, clock: clock)
    guard case .proven = try coarse.solve(names) else {
      throw EngineFailure("The year without time was not solved.")
    }
    let plan = try #require(coarse.stack.incumbent)
    let placement = SessionPlacement.best(
      of: plan, coarse.formulation, classes, isThorough: false
    ) { false }
    let sessions = Set(placement.drafts.map(\.number))
    var fine = TrainingRun(
      TrainingFormulation(eligibility, classes, baseline: nil, resolution: .exact) {
        sessions.contains($1)
      }, options: options, clock: clock)
    try fine.start(from: placement)
    try #require(fine.stack.incumbent != nil)
    try coarse.boundLaterGoals(of: fine, names)
    fine.reportUnsolved(names)
    let known = fine.outcome(.feasible, boundedBy: coarse).tiers
    #expect(known.map(\.name) == best.tiers.map(\.name))
    for (tier, optimum) in zip(known, best.tiers) where tier.shares == nil {
      let isLeast = ["penalties", "cost", "months"].contains(tier.name)
      #expect(
        isLeast ? tier.bound <= optimum.value : tier.bound >= optimum.value,
        "\(tier.name): \(tier.bound), \(optimum.value)")
    }
  }
}
