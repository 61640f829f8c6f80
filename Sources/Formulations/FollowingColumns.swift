// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming

extension IntegerProgram {
  /// Gives columns that follow from others, such as violations and counts, the least values
  /// that their rows allow, row by row.
  ///
  /// - Parameters:
  ///   - values: The values of all columns, those that follow 0.
  ///   - follows: The columns; each row has at most one of them that is not yet as large as
  ///     the row asks.
  func complete(_ values: inout [Int64], following follows: Set<Column>) {
    for row in rows {
      let terms = terms(of: row)
      guard let free = terms.first(where: { follows.contains($0.column) }) else { continue }
      let sum = terms.reduce(Int64(0)) {
        $1.column == free.column ? $0 : $0 + $1.coefficient * values[$1.column.index]
      }
      let bounds = bounds(of: row)
      let size = abs(free.coefficient)
      let short = free.coefficient > 0 ? (bounds.lower ?? sum) - sum : sum - (bounds.upper ?? sum)
      let needed = short > 0 ? (short + size - 1) / size : 0
      values[free.column.index] = max(values[free.column.index], needed)
    }
  }
}
