// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming

/// A part of a program that hangs together with the rest by few rows only:
/// usually the slots and counts of one country.
///
/// Parts are found by leaving out the rows that tie countries together (the
/// budget of all, training sites, quotas over everybody). A part without those
/// rows is a relaxation of the whole, so what is best in it is a bound; and
/// what is best in each part for itself is best in the whole as soon as the
/// rows left out agree.
struct StructurePart {
  let program: IntegerProgram
  /// The part's columns in the whole program, ascending.
  let columns: [Int]
  /// The part's rows in the whole program, ascending.
  let rows: [Int]

  /// The part of a whole tier, without its constant.
  func tier(_ whole: Tier) -> Tier {
    Tier(
      name: whole.name, sense: whole.sense,
      terms: whole.terms.compactMap { term in
        position(of: term.column).map { Term($0, term.coefficient) }
      })
  }

  /// The groups whose count lies in the part, in the part's columns.
  func groups(_ whole: [FairnessGroup]) -> [FairnessGroup] {
    whole.compactMap { group in
      position(of: group.column).map { column in
        var group = group
        group.column = column
        return group
      }
    }
  }

  /// Where a column of the whole program stands in the part.
  func position(of column: Column) -> Column? {
    Self.position(of: column.index, in: columns).map { Column(index: $0) }
  }

  /// Where a row of the whole program stands in the part.
  func position(of row: IntegerProgram.Row) -> IntegerProgram.Row? {
    Self.position(of: row.index, in: rows).map { IntegerProgram.Row(index: $0) }
  }

  /// Where a number stands among ascending ones.
  private static func position(of number: Int, in numbers: [Int]) -> Int? {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }
}

/// Parts a program.
///
/// - Parameters:
///   - program: The program to part.
///   - parting: False for one part that is the whole.
/// - Returns: The parts, ordered by their first column.
func parts(of program: IntegerProgram, parting: Bool) -> [StructurePart] {
  guard parting else {
    return [
      StructurePart(
        program: program, columns: Array(0..<program.columnCount),
        rows: Array(0..<program.rowCount))
    ]
  }
  var sets = DisjointSets(count: program.columnCount)
  for row in program.rows where !ties(program.origin(of: row)) {
    let entries = program.rowStarts[row.index]..<program.rowStarts[row.index + 1]
    guard let first = entries.first else { continue }
    for entry in entries.dropFirst() {
      sets.join(Int(program.entryColumns[first]), Int(program.entryColumns[entry]))
    }
  }
  var members: [Int: [Int]] = [:]
  for column in 0..<program.columnCount {
    members[sets.root(of: column), default: []].append(column)
  }
  // Columns that only rows of their own hold, such as a cut that asks for one
  // violation, make one part; columns without a row are at their better bound.
  let isAlone = members.mapValues { $0.count == 1 }
  var alone: Set<Int> = []
  for row in program.rows where !ties(program.origin(of: row)) {
    let terms = program.terms(of: row)
    if terms.count == 1, isAlone[sets.root(of: terms[0].column.index)] == true {
      alone.insert(terms[0].column.index)
    }
  }
  let found = members.values.filter { $0.count > 1 } + (alone.isEmpty ? [] : [alone.sorted()])
  return found.sorted { $0[0] < $1[0] }.map { part(of: program, $0) }
}

/// Whether rows of this origin may tie countries together.
private func ties(_ origin: Origin) -> Bool {
  switch origin.rule {
  case "budget", "announced": origin.subjects == ["total"]
  case "predeparture", "quota": true
  case "count": origin.subjects.first == "quota" || origin.subjects.first == "quota-of"
  default: false
  }
}

/// The columns with the rows that hold no others.
private func part(of program: IntegerProgram, _ columns: [Int]) -> StructurePart {
  var part = IntegerProgram()
  var position = [Int32](repeating: -1, count: program.columnCount)
  for (index, column) in columns.enumerated() {
    position[column] = Int32(index)
    let (lower, upper) = program.bounds(of: Column(index: column))
    part.addColumn(lower: lower, upper: upper, isInteger: program.isInteger(Column(index: column)))
  }
  var rows: [Int] = []
  for row in program.rows {
    // Most rows belong to other parts, which one look at their first column says.
    let start = program.rowStarts[row.index]
    guard start < program.rowStarts[row.index + 1],
      position[Int(program.entryColumns[start])] >= 0
    else { continue }
    let terms = program.terms(of: row)
    guard let first = terms.first, position[first.column.index] >= 0,
      terms.allSatisfy({ position[$0.column.index] >= 0 })
    else { continue }
    let (lower, upper) = program.bounds(of: row)
    rows.append(row.index)
    part.addRow(
      terms: terms.map {
        Term(Column(index: Int(position[$0.column.index])), $0.coefficient)
      }, lower: lower, upper: upper, origin: program.origin(of: row))
  }
  return StructurePart(program: part, columns: columns, rows: rows)
}

/// Sets that can be joined (Tarjan 1975, with path halving).
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) {
    parents = Array(0..<count)
  }

  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (root(of: left), root(of: right))
    if left < right { parents[right] = left } else { parents[left] = right }
  }
}
