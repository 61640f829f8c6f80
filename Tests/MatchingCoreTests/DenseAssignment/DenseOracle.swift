// SPDX-License-Identifier: GPL-3.0-or-later
@testable internal import MatchingCore
internal import TestSupport

/// A small matrix whose best assignments are found by trying all.
struct SmallMatrix: CustomStringConvertible {
  var rows: Int
  var columns: Int
  /// Nothing in forbidden cells.
  var cells: [Int64?]

  var description: String { "\(rows) × \(columns): \(cells.map { $0.map { "\($0)" } ?? "–" })" }

  init(rows: Int, columns: Int, cells: [Int64?]) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }

  /// A matrix of up to 5 lines a side, often with ties and forbidden cells, now
  /// and then with the largest costs allowed.
  init(_ random: inout SplitMix64) {
    rows = 1 + random.below(5)
    columns = 1 + random.below(6)
    let range: ClosedRange<Int> = random.pick([0...0, 0...1, 0...3, -4...4, 0...99, -999...999])
    let percent = random.pick([0, 0, 10, 40, 70])
    let scale: Int64 = random.chance(10) ? (1 << 40) / Int64(max(1, range.upperBound)) : 1
    cells = []
    for _ in 0..<(rows * columns) {
      cells.append(random.chance(percent) ? nil : Int64(random.integer(in: range)) * scale)
    }
  }

  /// The best sum that matches all of the shorter side, or nothing.
  func best(isMaximizing: Bool = false) -> Int64? {
    let isTurned = rows > columns
    let short = isTurned ? columns : rows
    let long = isTurned ? rows : columns
    // By set of lines of the longer side that are taken.
    var sums: [Int64?] = Array(repeating: nil, count: 1 << long)
    sums[0] = 0
    for line in 0..<short {
      var next: [Int64?] = Array(repeating: nil, count: 1 << long)
      for taken in sums.indices {
        guard let sum = sums[taken] else { continue }
        for other in 0..<long where taken >> other & 1 == 0 {
          let cell = isTurned ? cells[other * columns + line] : cells[line * columns + other]
          guard let cell else { continue }
          let now = taken | 1 << other
          let value = sum + (isMaximizing ? -cell : cell)
          next[now] = next[now].map { min($0, value) } ?? value
        }
      }
      sums = next
    }
    return sums.compactMap { $0 }.min().map { isMaximizing ? -$0 : $0 }
  }

  func whole(_ objective: DenseProblem<Int64>.Objective) throws -> DenseProblem<Int64> {
    try DenseProblem(
      checking: cells.map { $0 ?? DenseProblem<Int64>.forbidden }, rows: rows, columns: columns,
      objective: objective)
  }

  /// The costs divided by a number.
  func floating(
    _ objective: DenseProblem<Double>.Objective, dividedBy divisor: Double
  ) throws -> DenseProblem<Double> {
    try DenseProblem(
      checking: cells.map { $0.map { Double($0) / divisor } ?? .infinity }, rows: rows,
      columns: columns, objective: objective)
  }
}

/// What is wrong with a proof of optimality; nothing if all is right.
///
/// - Parameters:
///   - assignment: What a solve returned.
///   - rows: Rows of the matrix.
///   - columns: Columns of the matrix.
///   - isMaximizing: Whether large sums are wanted.
///   - tolerance: How far sums of floating costs may be off.
///   - openRows: Rows that take part; all by default.
///   - openColumns: Columns that take part; all by default.
///   - cost: The cost of a cell, nothing if forbidden.
/// - Returns: The first flaw found.
func flaw(
  of assignment: DenseAssignment<Double>, rows: Int, columns: Int, isMaximizing: Bool,
  tolerance: Double, openRows: [Bool]? = nil, openColumns: [Bool]? = nil,
  cost: (Int, Int) -> Double?
) -> String? {
  let sign = isMaximizing ? -1.0 : 1
  let isRowOpen = openRows ?? Array(repeating: true, count: rows)
  let isColumnOpen = openColumns ?? Array(repeating: true, count: columns)
  let openRowCount = isRowOpen.count { $0 }
  let openColumnCount = isColumnOpen.count { $0 }
  let u = assignment.rowDuals.map { sign * $0 }
  let v = assignment.columnDuals.map { sign * $0 }
  var isTaken = Array(repeating: false, count: columns)
  var value = 0.0
  var matched = 0
  for row in 0..<rows where isRowOpen[row] {
    for column in 0..<columns where isColumnOpen[column] {
      guard let cell = cost(row, column) else { continue }
      if u[row] + v[column] > sign * cell + tolerance {
        return "duals of (\(row), \(column)) exceed its cost"
      }
    }
    guard let column = assignment.column(ofRow: row) else {
      if abs(u[row]) > tolerance { return "row \(row) is left over with dual \(u[row])" }
      continue
    }
    guard let cell = cost(row, column), isColumnOpen[column] else {
      return "(\(row), \(column)) is forbidden"
    }
    if isTaken[column] { return "column \(column) is taken twice" }
    if abs(u[row] + v[column] - sign * cell) > tolerance { return "row \(row) is not tight" }
    isTaken[column] = true
    matched += 1
    value += cell
  }
  for column in 0..<columns where isColumnOpen[column] && !isTaken[column] {
    if abs(v[column]) > tolerance { return "column \(column) is left over with \(v[column])" }
  }
  let longer = openRowCount < openColumnCount ? v : openRowCount > openColumnCount ? u : []
  if longer.contains(where: { $0 > tolerance }) { return "a dual of the longer side is positive" }
  if matched != min(openRowCount, openColumnCount) { return "only \(matched) are matched" }
  if abs(value - assignment.value) > tolerance { return "the value is \(value)" }
  if assignment.gap > tolerance { return "the gap is \(assignment.gap)" }
  return nil
}
