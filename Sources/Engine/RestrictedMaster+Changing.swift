// SPDX-License-Identifier: GPL-3.0-or-later

internal import GLPKBackend
internal import IntegerProgramming

extension RestrictedMaster {
  /// Whether all rows hold when a structural column moves.
  ///
  /// - Parameters:
  ///   - column: A column of the program.
  ///   - step: By how much.
  ///   - rows: What the rows add up to before.
  /// - Returns: Whether they do, within what GLPK tolerates.
  /// - Complexity: Proportional to the column's entries.
  func keepsRows(moving column: Int, by step: Double, from rows: [Double]) -> Bool {
    let entries = columns.entries(ofStructural: column)
    return zip(entries.rows, entries.values).allSatisfy { row, coefficient in
      let (lower, upper) = program.bounds(of: IntegerProgram.Row(index: Int(row)))
      let scale = columns.rowScale[Int(row)]
      let sum = rows[Int(row)] + step * coefficient
      let isAbove = lower.map { sum >= Double($0) * scale - 1e-7 } ?? true
      let isBelow = upper.map { sum <= Double($0) * scale + 1e-7 } ?? true
      return isAbove && isBelow
    }
  }

  /// Adds a structural column's move to the rows' sums.
  func move(_ column: Int, by step: Double, in rows: inout [Double]) {
    let entries = columns.entries(ofStructural: column)
    for (row, coefficient) in zip(entries.rows, entries.values) {
      rows[Int(row)] += step * coefficient
    }
  }
}
