// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import TestSupport
internal import Testing

@Suite("Cuts by rounding sums of rows")
struct RoundingCutTests {
  @Test("no whole assignment of 3,000 random programs is cut off, and the point given is")
  func valid() {
    var random = SplitMix64(seed: 20_261_125)
    var made = 0
    for number in 0..<3_000 {
      let program = Self.program(&random)
      let multipliers = (0..<program.rowCount).compactMap { row -> RowMultiplier? in
        let (lower, upper) = program.bounds(of: IntegerProgram.Row(index: row))
        let isUpper = lower == nil || (upper != nil && random.chance(50))
        return RowMultiplier(row: row, isUpper: isUpper, multiplier: Int64(random.below(7)))
      }
      let values = program.columns.map { column in
        let (lower, upper) = program.bounds(of: column)
        let (least, most) = (Double(lower ?? 0), Double(upper ?? 0))
        return least + (most - least) * Double(random.below(13)) / 12
      }
      guard
        let cut = program.roundingCut(
          multipliers, divisor: Int64(2 + random.below(6)), at: values, largest: 1_000)
      else { continue }
      made += 1
      let excess = cut.terms.reduce(-Double(cut.upper)) {
        $0 + Double($1.coefficient) * values[$1.column.index]
      }
      #expect(excess > 0, "program \(number)")
      for assignment in Self.assignments(of: program) where Self.keepsRows(assignment, program) {
        let sum = cut.terms.reduce(Int64(0)) { $0 + $1.coefficient * assignment[$1.column.index] }
        #expect(sum <= cut.upper, "program \(number), assignment \(assignment)")
      }
    }
    #expect(made > 500, "only \(made) cuts were made")
  }

  @Test("two conflicts round to a clique of three")
  func clique() throws {
    var program = IntegerProgram()
    let columns = (0..<3).map { _ in program.addColumn(in: 0...1) }
    for pair in [(0, 1), (1, 2), (0, 2)] {
      program.addRow(
        terms: [pair.0, pair.1].map { IntegerProgram.Term(column: columns[$0], coefficient: 1) },
        upper: 1)
    }
    let cut = try #require(
      program.roundingCut(
        (0..<3).map { RowMultiplier(row: $0, isUpper: true, multiplier: 1) }, divisor: 2,
        at: [0.5, 0.5, 0.5], largest: 100))
    #expect(cut.terms == columns.map { IntegerProgram.Term(column: $0, coefficient: 1) })
    #expect(cut.upper == 1)
  }

  @Test("numbers too large to be added up safely give no cut")
  func large() {
    var program = IntegerProgram()
    let column = program.addColumn(in: 0...1)
    program.addRow(
      terms: [IntegerProgram.Term(column: column, coefficient: .max / 2)], upper: .max / 2)
    let cut = program.roundingCut(
      [RowMultiplier(row: 0, isUpper: true, multiplier: 59)], divisor: 60, at: [0.5],
      largest: 1_000)
    #expect(cut == nil)
  }

  private static func program(_ random: inout SplitMix64) -> IntegerProgram {
    var program = IntegerProgram()
    let columns = (0..<random.integer(in: 2...4)).map { _ in
      let lower = Int64(random.integer(in: -2...1))
      return program.addColumn(in: lower...lower + Int64(random.integer(in: 0...3)))
    }
    for _ in 0..<random.integer(in: 1...4) {
      let terms = columns.map {
        IntegerProgram.Term(column: $0, coefficient: Int64(random.integer(in: -4...4)))
      }
      let side = Int64(random.integer(in: -3...8))
      switch random.below(3) {
      case 0: program.addRow(terms: terms, lower: side)
      case 1: program.addRow(terms: terms, upper: side)
      default: program.addRow(terms: terms, lower: side, upper: side + Int64(random.below(3)))
      }
    }
    return program
  }

  private static func assignments(of program: IntegerProgram) -> [[Int64]] {
    program.columns.reduce([[]]) { prefixes, column in
      let (lower, upper) = program.bounds(of: column)
      return prefixes.flatMap { prefix in
        ((lower ?? 0)...(upper ?? 0)).map { prefix + [$0] }
      }
    }
  }

  private static func keepsRows(_ values: [Int64], _ program: IntegerProgram) -> Bool {
    program.violations(of: Assignment(values: values, objective: 0)).isEmpty
  }
}
