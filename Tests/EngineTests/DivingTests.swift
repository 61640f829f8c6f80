// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import SeededRandom
internal import Testing

@testable import Engine
@testable import Formulations

@Suite("Rounding a relaxation")
struct DivingTests {
  /// A stack over columns of 0 or 1 with random rows of packing, and a goal.
  private func packing(seed: UInt64) -> (stack: TierStack, tier: Tier) {
    var random = SplitMix64(seed: seed)
    var program = IntegerProgram()
    let columns = (0..<12).map { _ in program.addColumn(in: 0...1) }
    for _ in 0..<10 {
      let members = columns.filter { _ in random.next() % 3 == 0 }
      program.addRow(terms: members.map { IntegerProgram.Term($0, 1) }, upper: 1)
    }
    let terms = columns.map { IntegerProgram.Term($0, Int64(random.next() % 9) + 1) }
    return (
      TierStack(program, clock: RunClock(DispatchOptions())),
      Tier(name: "value", sense: .maximize, terms: terms)
    )
  }

  @Test("gives an assignment within its bound, and the bound is one", arguments: UInt64(1)...50)
  func bounds(seed: UInt64) throws {
    var (stack, tier) = packing(seed: seed)
    let bound = try #require(try stack.dive(for: tier))
    let found = try #require(stack.incumbent)
    #expect(stack.program.violations(of: found, tier: tier).isEmpty)
    guard case .found(let best, _, isProven: true) = try stack.best(for: tier, gap: 0) else {
      Issue.record("A small packing was not solved.")
      return
    }
    #expect(found.objective <= best.objective)
    #expect(best.objective <= bound)
  }

  @Test("says nothing of rows that contradict each other")
  func contradiction() throws {
    var program = IntegerProgram()
    let column = program.addColumn(in: 0...1)
    program.addRow(terms: [IntegerProgram.Term(column, 2)], lower: 3)
    var stack = TierStack(program, clock: RunClock(DispatchOptions()))
    let tier = Tier(name: "value", sense: .maximize, terms: [IntegerProgram.Term(column, 1)])
    #expect(try stack.dive(for: tier) == nil)
    #expect(stack.incumbent == nil)
  }

  @Test("shares are raised together, and never lowered")
  func shares() throws {
    var program = IntegerProgram()
    let columns = (0..<3).map { _ in program.addColumn(in: 0...9) }
    program.addRow(terms: columns.map { IntegerProgram.Term($0, 1) }, upper: 12)
    let groups = columns.indices.map {
      FairnessGroup(
        tier: "fairness-areas", subjects: ["JPN", "\($0)"], column: columns[$0], denominator: 10)
    }
    var stack = TierStack(program, clock: RunClock(DispatchOptions()))
    stack.incumbent = Assignment(values: [0, 9, 3], objective: 0)
    #expect(try stack.raiseShares(from: 0, of: groups))
    #expect(stack.shares(of: groups) == [4_000, 4_000, 4_000])
    #expect(try stack.raiseShares(from: 0, of: groups) == false)
    #expect(stack.shares(of: groups) == [4_000, 4_000, 4_000])
  }
}
