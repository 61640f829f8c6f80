// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming

/// A program in which all but some columns keep given values.
///
/// Rows without a free column are left out: the given values satisfy them, or
/// nothing can be done about them here.
struct Subprogram {
  let program: IntegerProgram
  let tier: Tier
  /// The free columns' positions in the whole program: triples, then structure,
  /// so that a search that branches on the last column decides counts and seats
  /// before people.
  let free: [Int]
  /// The rows' positions in the whole program.
  let rows: [Int]
  private let whole: [Int64]

  /// - Complexity: Proportional to the number of terms of the whole program.
  init(
    of program: IntegerProgram, _ tier: Tier, keeping values: [Int64], free: [Bool],
    triples: Range<Int>
  ) {
    var part = IntegerProgram()
    var position = [Int32](repeating: -1, count: program.columnCount)
    var members: [Int] = []
    let structure = Array(0..<triples.lowerBound) + Array(triples.upperBound..<program.columnCount)
    for column in Array(triples) + structure where free[column] {
      position[column] = Int32(members.count)
      members.append(column)
      let (lower, upper) = program.bounds(of: Column(index: column))
      part.addColumn(
        lower: lower, upper: upper, isInteger: program.isInteger(Column(index: column)))
    }
    var rows: [Int] = []
    for row in 0..<program.rowCount {
      var terms: [Term] = []
      var kept: Int64 = 0
      for entry in program.rowStarts[row]..<program.rowStarts[row + 1] {
        let column = Int(program.entryColumns[entry])
        if position[column] >= 0 {
          terms.append(
            Term(Column(index: Int(position[column])), program.entryCoefficients[entry]))
        } else {
          kept += program.entryCoefficients[entry] * values[column]
        }
      }
      guard !terms.isEmpty else { continue }
      let (lower, upper) = program.bounds(of: IntegerProgram.Row(index: row))
      rows.append(row)
      part.addRow(terms: terms, lower: lower.map { $0 - kept }, upper: upper.map { $0 - kept })
    }
    var goal = Tier(name: tier.name, sense: tier.sense, terms: [], constant: tier.constant)
    for term in tier.terms {
      let column = term.column.index
      if position[column] >= 0 {
        goal.terms.append(Term(Column(index: Int(position[column])), term.coefficient))
      } else {
        goal.constant += term.coefficient * values[column]
      }
    }
    self.program = part
    self.tier = goal
    self.free = members
    self.rows = rows
    whole = values
  }

  /// A part of few columns.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - tier: The goal.
  ///   - values: What columns that are not free keep, where that is not 0.
  ///   - free: The free columns.
  ///   - columns: The program by columns.
  ///   - bounds: Of a free column.
  /// - Complexity: Proportional to the columns and rows, and to the terms of the free columns.
  init(
    of program: IntegerProgram, _ tier: Tier, keeping values: [Int: Int64], free: [Int],
    columns: TripleColumns, bounds: (Int) -> (lower: Int64?, upper: Int64?)
  ) {
    var part = IntegerProgram()
    var whole = [Int64](repeating: 0, count: program.columnCount)
    var kept = [Int64](repeating: 0, count: program.rowCount)
    for (column, value) in values {
      whole[column] = value
      for (row, coefficient) in columns.terms(of: column) { kept[row] += coefficient * value }
    }
    var terms = [[Term]](repeating: [], count: program.rowCount)
    var position = [Int32](repeating: -1, count: program.columnCount)
    for (index, column) in free.enumerated() {
      position[column] = Int32(index)
      let (lower, upper) = bounds(column)
      part.addColumn(
        lower: lower, upper: upper, isInteger: program.isInteger(Column(index: column)))
      for (row, coefficient) in columns.terms(of: column) {
        terms[row].append(Term(Column(index: index), coefficient))
      }
    }
    var rows: [Int] = []
    for row in 0..<program.rowCount where !terms[row].isEmpty {
      let (lower, upper) = program.bounds(of: IntegerProgram.Row(index: row))
      rows.append(row)
      part.addRow(
        terms: terms[row], lower: lower.map { $0 - kept[row] },
        upper: upper.map { $0 - kept[row] })
    }
    var goal = Tier(name: tier.name, sense: tier.sense, terms: [], constant: tier.constant)
    for term in tier.terms {
      let column = term.column.index
      if position[column] >= 0 {
        goal.terms.append(Term(Column(index: Int(position[column])), term.coefficient))
      } else {
        goal.constant += term.coefficient * whole[column]
      }
    }
    self.program = part
    self.tier = goal
    self.free = free
    self.rows = rows
    self.whole = whole
  }

  /// The whole program's values for an assignment of the free columns.
  func expanded(_ part: Assignment) -> Assignment {
    var values = whole
    for (index, column) in free.enumerated() { values[column] = part.values[index] }
    return Assignment(values: values, objective: part.objective)
  }

  /// The part of the given values that is free.
  func part(of assignment: Assignment) -> Assignment {
    Assignment(values: free.map { assignment.values[$0] }, objective: assignment.objective)
  }
}
