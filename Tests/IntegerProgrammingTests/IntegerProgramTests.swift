// SPDX-License-Identifier: GPL-3.0-or-later
import IntegerProgramming
import Testing

@Suite("An integer program")
struct IntegerProgramTests {
  /// Two of three items, the third only with the first.
  static func sample() -> (program: IntegerProgram, tier: Tier) {
    var program = IntegerProgram()
    let columns = (0..<3).map { index in
      program.addColumn(
        named: "item \(index)", in: 0...1,
        origin: Origin(rule: "seat", subjects: ["S\(index)", "2026"]))
    }
    program.addRow(named: "two", terms: columns.map { $0 * 1 }, upper: 2)
    program.addRow(terms: [columns[2] * 1, columns[0] * -1], upper: 0)
    let tier = Tier(
      name: "points", sense: .maximize,
      terms: [columns[0] * 2, columns[1] * 3, columns[2] * 4, columns[0] * 1], constant: 10)
    return (program, tier)
  }

  @Test("adds up terms that name the same column")
  func repeatedTerms() {
    var program = IntegerProgram()
    let columns = (0..<3).map { _ in program.addColumn(in: -5...5) }
    let first = program.addRow(
      terms: [columns[1] * 2, columns[0] * 1, columns[1] * 3, columns[0] * -1], upper: 4)
    let second = program.addRow(terms: [columns[1] * 7], lower: 1)
    #expect(program.terms(of: first) == [columns[1] * 5, columns[0] * 0])
    #expect(program.terms(of: second) == [columns[1] * 7])
    #expect(program.termCount == 3)
  }

  @Test("gives back names, bounds and origins")
  func reading() {
    var (program, _) = Self.sample()
    let column = IntegerProgram.Column(index: 1)
    #expect(program.name(of: column) == "item 1")
    #expect(program.origin(of: column) == Origin(rule: "seat", subjects: ["S1", "2026"]))
    let row = IntegerProgram.Row(index: 1)
    #expect(program.name(of: row) == "" && program.origin(of: row) == .unknown)
    #expect(program.bounds(of: row) == (nil, 0))
    program.setBounds(of: row, lower: -3, upper: nil)
    #expect(program.bounds(of: row) == (-3, nil))
    program.setBounds(of: column, lower: nil, upper: .max - 1)
    #expect(program.bounds(of: column) == (nil, .max - 1))
    #expect(Array(program.columns).count == 3 && Array(program.rows).last == row)
  }

  @Test("accepts a right assignment and no tampered one")
  func verification() {
    let (program, tier) = Self.sample()
    let right = Assignment(values: [1, 0, 1], objective: 17)
    #expect(program.violations(of: right, tier: tier).isEmpty)
    for position in 0..<3 {
      for value in Int64(-1)...2 where value != right.values[position] {
        var tampered = right
        tampered.values[position] = value
        #expect(!program.violations(of: tampered, tier: tier).isEmpty)
      }
    }
    var tampered = right
    tampered.objective = 18
    #expect(
      program.violations(of: tampered, tier: tier) == [.objective(stated: 18, actual: 17)])
    #expect(program.violations(of: tampered).isEmpty)
    tampered.values = [0, 2, 1]
    #expect(
      program.violations(of: tampered) == [
        .column(IntegerProgram.Column(index: 1), value: 2),
        .row(IntegerProgram.Row(index: 0), activity: 3),
        .row(IntegerProgram.Row(index: 1), activity: 1),
      ])
    tampered.values = [1]
    #expect(program.violations(of: tampered, tier: tier) == [.count(values: 1, columns: 3)])
  }

  @Test("computes with numbers that do not fit into a word")
  func wideNumbers() {
    var program = IntegerProgram()
    let column = program.addColumn(lower: nil, upper: nil)
    let other = program.addColumn(lower: nil, upper: nil)
    let row = program.addRow(terms: [column * .max, other * .min], upper: 0)
    let values: [Int64] = [.max, .min]
    let sum = Int128(Int64.max) * Int128(Int64.max) + Int128(Int64.min) * Int128(Int64.min)
    #expect(program.activity(of: row, at: values) == sum)
    #expect(
      program.violations(of: Assignment(values: values, objective: 0)) == [
        .row(row, activity: sum)
      ])
    // Without a bound on a side, no sum breaks it.
    program.setBounds(of: row, lower: nil, upper: nil)
    #expect(program.violations(of: Assignment(values: values, objective: 0)).isEmpty)
  }

  @Test("holds a tier at a value, its constant taken off")
  func holding() {
    let (program, tier) = Self.sample()
    let held = program.holding(tier, at: 17)
    let row = IntegerProgram.Row(index: 2)
    #expect(held.bounds(of: row) == (7, nil))
    #expect(held.origin(of: row) == Origin(rule: "hold-tier", subjects: ["points"]))
    #expect(held.violations(of: Assignment(values: [1, 0, 1], objective: 0)).isEmpty)
    #expect(!held.violations(of: Assignment(values: [1, 1, 0], objective: 0)).isEmpty)
    var least = tier
    least.sense = .minimize
    #expect(program.holding(least, at: 17).bounds(of: row) == (nil, 7))
    #expect(program.rowCount == 2)
  }

  @Test("stops the process at a column that is not its own")
  func foreignColumns() async {
    await #expect(processExitsWith: .failure) {
      var program = IntegerProgram()
      program.addRow(terms: [IntegerProgram.Column(index: 0) * 1], upper: 1)
    }
  }
}
