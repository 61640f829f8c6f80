// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Testing

@testable import Engine

@Suite("Cuts for the structure")
struct CutsTests {
  /// Circles of five schools, of which no two neighbours may host.
  private func circles(_ count: Int) -> (stack: TierStack, tier: Tier) {
    var program = IntegerProgram()
    var terms: [IntegerProgram.Term] = []
    for _ in 0..<count {
      let columns = (0..<5).map { _ in program.addColumn(in: 0...1) }
      for index in 0..<5 {
        program.addRow(
          terms: [columns[index], columns[(index + 1) % 5]].map {
            IntegerProgram.Term(column: $0, coefficient: 1)
          },
          upper: 1)
      }
      terms += columns.map { IntegerProgram.Term(column: $0, coefficient: 1) }
    }
    return (
      TierStack(program, clock: RunClock(DispatchOptions())),
      Tier(name: "hosting", sense: .maximize, terms: terms)
    )
  }

  @Test("bring the relaxation of odd circles to the whole optimum", arguments: [1, 7, 20])
  func oddCircles(count: Int) throws {
    var (stack, tier) = circles(count)
    #expect(try stack.relaxedBound(of: tier) == Int64(count * 5 / 2))
    try stack.addCuts(for: tier)
    #expect(try stack.relaxedBound(of: tier) == Int64(count * 2))
    guard case .found(let assignment, let bound, true) = try stack.best(for: tier, gap: 0) else {
      Issue.record("not proven")
      return
    }
    #expect(assignment.objective == Int64(count * 2) && bound == assignment.objective)
  }

  @Test("are taken over as far as they speak of known columns")
  func takenOver() throws {
    var (stack, tier) = circles(1)
    var longer = stack
    _ = longer.program.addColumn(in: 0...1)
    try longer.addCuts(for: tier)
    stack.takeCuts(of: longer.program)
    #expect(stack.program.rowCount > 5)
    #expect(try stack.relaxedBound(of: tier) == 2)
  }
}
