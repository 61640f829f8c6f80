// SPDX-License-Identifier: GPL-3.0-or-later
internal import IntegerProgramming
internal import Testing

@testable import GLPKBackend

@Suite("Rows of the inverse of the basis")
struct TableauTests {
  /// Conflicts around a circle of five: the relaxation puts one half everywhere.
  private func circle() -> (program: IntegerProgram, tier: Tier) {
    var program = IntegerProgram()
    let columns = (0..<5).map { _ in program.addColumn(in: 0...1) }
    for index in 0..<5 {
      program.addRow(
        terms: [
          IntegerProgram.Term(column: columns[index], coefficient: 1),
          IntegerProgram.Term(column: columns[(index + 1) % 5], coefficient: 1),
        ], upper: 1)
    }
    let terms = columns.map { IntegerProgram.Term(column: $0, coefficient: 1) }
    return (program, Tier(name: "most", sense: .maximize, terms: terms))
  }

  @Test("add up the rows to one member of the basis each")
  func identity() throws {
    let (program, tier) = circle()
    var master = try LinearMaster.relaxing(program, tier: tier)
    #expect(try master.solveLinear(.primal) == .optimal)
    #expect(abs(master.objective() - 2.5) < 1e-9)
    let members = try master.basisMembers()
    #expect(members.count == program.rowCount)
    for position in members.indices {
      let multipliers = try master.inverseRow(at: position)
      for (other, member) in members.enumerated() {
        // The coefficient of a member in the sum of "row − its terms".
        let coefficient =
          switch member {
          case .row(let row): multipliers[row]
          case .column(let column):
            program.rows.reduce(0.0) { sum, row in
              program.terms(of: row).reduce(sum) {
                $1.column.index == column
                  ? $0 - multipliers[row.index] * Double($1.coefficient) : $0
              }
            }
          }
        #expect(abs(coefficient - (other == position ? 1 : 0)) < 1e-9)
      }
    }
  }

  @Test("a position that is not there is refused, and the master lives")
  func misuse() throws {
    let (program, tier) = circle()
    var master = try LinearMaster.relaxing(program, tier: tier)
    #expect(try master.solveLinear(.primal) == .optimal)
    for position in [-1, 5, .max] {
      #expect(throws: SolverFailure.self) { try master.inverseRow(at: position) }
    }
    let isUsable = master.isUsable
    #expect(isUsable)
    #expect(try master.inverseRow(at: 0).count == 5)
  }
}
