// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme
internal import Testing

@testable import Engine
@testable import Formulations

@Suite("Leximin over groups")
struct LeximinTests {
  /// Groups of ten schools each; counts add up to `sum`, each at most its limit.
  private func setUp(
    limits: [Int64], sum: Int64
  ) -> (stack: TierStack, groups: [FairnessGroup]) {
    var program = IntegerProgram()
    let columns = limits.map { program.addColumn(in: 0...$0) }
    program.addRow(terms: columns.map { IntegerProgram.Term($0, 1) }, lower: sum, upper: sum)
    let groups = columns.indices.map {
      FairnessGroup(
        tier: "fairness-areas", subjects: ["JPN", "\($0)"], column: columns[$0], denominator: 10)
    }
    return (TierStack(program, clock: RunClock(DispatchOptions())), groups)
  }

  @Test("shares are as even as the limits let them be")
  func even() throws {
    var (stack, groups) = setUp(limits: [2, 9, 9], sum: 13)
    #expect(try isProven(stack.solveLeximin("fairness-areas", groups)))
    #expect(stack.tiers.map(\.shares) == [[2_000, 5_000, 6_000]])
    #expect(stack.tiers[0].value == 2_000 && stack.tiers[0].bound == 2_000)
    #expect(stack.tiers[0].isVectorProven)
  }

  @Test("a level that nobody proves is held as found, and its tier says so")
  func unproven() throws {
    var (stack, groups) = setUp(limits: [9, 9, 9], sum: 13)
    let end = try stack.solveLeximin("fairness-areas", groups) {
      (stack, tier, _) throws(EngineFailure) in
      guard case .found(let assignment, _, _) = try stack.best(for: tier, gap: 0) else {
        return .nothing
      }
      return .found(assignment, bound: Int64(groups.count), isProven: tier.terms.isEmpty)
    }
    #expect(!isProven(end))
    let tier = try #require(stack.tiers.first)
    #expect(tier.shares == [4_000, 4_000, 5_000])
    #expect(!tier.isVectorProven)
    // A third of thirteen: no relaxation lets all three have more.
    #expect(tier.value == 4_000 && tier.bound < 5_000)
  }

  @Test("once a group falls short by proof, the smallest share is proven")
  func worstProven() throws {
    var (stack, groups) = setUp(limits: [2, 9, 9], sum: 13)
    let end = try stack.solveLeximin("fairness-areas", groups) {
      (stack, tier, _) throws(EngineFailure) in
      guard case .found(let assignment, let bound, _) = try stack.best(for: tier, gap: 0) else {
        return .nothing
      }
      let isFirst = assignment.objective != 1
      return .found(assignment, bound: isFirst ? bound : bound + 1, isProven: isFirst)
    }
    #expect(!isProven(end))
    let tier = try #require(stack.tiers.first)
    #expect(tier.shares == [2_000, 5_000, 6_000])
    #expect(tier.value == 2_000 && tier.bound == 2_000 && !tier.isVectorProven)
  }

  private func isProven(_ end: TierStack.End) -> Bool {
    if case .proven = end { true } else { false }
  }
}
