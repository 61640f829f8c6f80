// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Testing

@testable import Engine

@Suite("Columns with one value in every assignment")
struct ProbingTests {
  /// A stack over columns of which `sum` must be filled, with a first assignment.
  private func stack(uppers: [Int64], sum: Int64, incumbent: [Int64]) -> TierStack {
    var program = IntegerProgram()
    var terms: [IntegerProgram.Term] = []
    for upper in uppers {
      let column = program.addColumn(
        lower: 0, upper: upper, isInteger: true, origin: Origin(rule: "test"))
      terms.append(IntegerProgram.Term(column: column, coefficient: 1))
    }
    program.addRow(terms: terms, lower: sum, upper: sum, origin: Origin(rule: "test"))
    var stack = TierStack(program, clock: RunClock(DispatchOptions()))
    stack.incumbent = Assignment(values: incumbent, objective: 0)
    return stack
  }

  private func settled(_ stack: TierStack, _ count: Int) throws -> [String] {
    try stack.fixedValues(of: (0..<count).map { IntegerProgram.Column(index: $0) }).map {
      "\($0.column.index)=\($0.value)"
    }
  }

  @Test("a slot of two seats that makes up for an empty one settles neither")
  func twoSeatsMakeUpForAnother() throws {
    let stack = stack(uppers: [2, 1], sum: 2, incumbent: [1, 1])
    #expect(try settled(stack, 2) == [])
  }

  @Test("what has to be filled, and what cannot be, is settled")
  func settlesWhatHasNoChoice() throws {
    #expect(try settled(stack(uppers: [1, 1], sum: 2, incumbent: [1, 1]), 2) == ["0=1", "1=1"])
    #expect(try settled(stack(uppers: [2, 1], sum: 0, incumbent: [0, 0]), 2) == ["0=0", "1=0"])
    #expect(try settled(stack(uppers: [1, 1], sum: 1, incumbent: [1, 0]), 2) == [])
  }
}
