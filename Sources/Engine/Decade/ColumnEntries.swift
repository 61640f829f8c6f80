// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming

/// The entries of a program by column.
struct ColumnEntries {
  private var starts: [Int]
  private var rows: [Int32]
  private var coefficients: [Int64]

  init(_ program: IntegerProgram) {
    starts = [Int](repeating: 0, count: program.columnCount + 1)
    for column in program.entryColumns { starts[Int(column) + 1] += 1 }
    for column in 0..<program.columnCount { starts[column + 1] += starts[column] }
    var next = starts
    rows = [Int32](repeating: 0, count: program.termCount)
    coefficients = [Int64](repeating: 0, count: program.termCount)
    for row in 0..<program.rowCount {
      for entry in program.rowStarts[row]..<program.rowStarts[row + 1] {
        let column = Int(program.entryColumns[entry])
        rows[next[column]] = Int32(row)
        coefficients[next[column]] = program.entryCoefficients[entry]
        next[column] += 1
      }
    }
  }

  /// The rows of a column with its coefficients.
  func of(_ column: Int) -> some Sequence<(row: Int, coefficient: Int64)> {
    (starts[column]..<starts[column + 1]).lazy.map { (Int(rows[$0]), coefficients[$0]) }
  }
}
