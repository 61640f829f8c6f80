// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Testing
internal import Wording
internal import YearGenerator

@testable import Engine

@Suite("The first plan")
struct FirstPlanTests {
  /// A generated year, with seats that keep the rows of the structure.
  private struct Setting {
    let formulation: DispatchFormulation
    let filling: SeatFilling
    let pricing: SeatPricing
    let seats: [Int64]

    init(seed: UInt64) throws {
      formulation = DispatchFormulation(generateYear(applicants: 40, schools: 14, seed: seed))
      let clock = RunClock(DispatchOptions())
      let structure = formulation.structure
      var stack = TierStack(structure, clock: clock)
      let filled = try #require(formulation.objectives["filled"])
      guard case .found(let best, _, _) = try stack.best(for: filled, gap: 0) else {
        throw EngineFailure("A generated year has no structure.")
      }
      stack.incumbent = best
      seats = formulation.seatColumns.map { $0.map { best[$0] } ?? 0 }
      let points = try #require(formulation.objectives["points"])
      filling = SeatFilling(
        formulation, program: formulation.program, tier: points, clock: clock)
      let part = StructurePart(
        program: structure, columns: Array(0..<structure.columnCount),
        rows: Array(0..<structure.rowCount))
      pricing = SeatPricing(filling: filling, parts: [(part, stack)], clock: clock)
    }
  }

  @Test("keeps every row, moving seats where it has to", arguments: UInt64(1)...25)
  func keepsRows(seed: UInt64) throws {
    let setting = try Setting(seed: seed)
    let priced = try setting.pricing.run(from: setting.seats, steps: 5)
    for seats in [setting.seats, priced?.seats].compactMap(\.self) {
      guard let plan = setting.filling.plan(seats, mending: true) else { continue }
      let faults = setting.formulation.program.violations(of: plan, tier: setting.filling.tier)
      #expect(faults.isEmpty)
    }
  }

  @Test("comes with a bound that no plan exceeds", arguments: UInt64(1)...25)
  func bounds(seed: UInt64) throws {
    let setting = try Setting(seed: seed)
    guard let priced = try setting.pricing.run(from: setting.seats, steps: 5) else { return }
    var options = SolveOptions()
    options.relativeGap = 0.001
    let outcome = try GLPKSolver().solve(
      setting.formulation.program, tier: setting.filling.tier, options: options)
    let best = try #require(outcome.assignment)
    #expect(priced.bound >= best.objective)
  }

  @Test("is found for most years")
  func isFound() throws {
    var (found, priced) = (0, 0)
    for seed in UInt64(1)...25 {
      let setting = try Setting(seed: seed)
      if setting.filling.plan(setting.seats, mending: true) != nil { found += 1 }
      if try setting.pricing.run(from: setting.seats, steps: 3) != nil { priced += 1 }
    }
    #expect(found >= 13)
    #expect(priced >= 13)
  }
}
