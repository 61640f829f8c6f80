// SPDX-License-Identifier: GPL-3.0-or-later

internal import GLPKBackend
internal import IntegerProgramming

/// Triples by applicant, ascending.
struct PromisingTriples: Sendable {
  var triples: [Int32] = []
  /// Where those of each applicant start, and the end.
  var starts: [Int] = [0]
}

extension RestrictedMaster {
  /// Limits pricing to triples that lose little at given row prices (reduced-cost
  /// fixing; Dantzig, Fulkerson and Johnson 1954).
  ///
  /// - Parameters:
  ///   - ofApplicant: The triples of each applicant.
  ///   - slack: Most that a triple may lose.
  ///   - prices: Of the rows.
  mutating func choosePromising(_ ofApplicant: [Range<Int>], slack: Double, at prices: [Double]) {
    var chosen = PromisingTriples()
    for range in ofApplicant {
      for position in range where gain(ofTriple: position, at: prices) >= -slack {
        chosen.triples.append(Int32(position))
      }
      chosen.starts.append(chosen.triples.count)
    }
    promising = chosen
  }

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

extension RestrictedMaster {
  /// By how much what prices prove changes when a structural column's bounds get
  /// narrower, in the tier's direction: never above 0.
  ///
  /// - Parameters:
  ///   - column: A column of the program.
  ///   - lower: A further lower bound.
  ///   - upper: A further upper bound.
  ///   - bounds: The bounds before.
  ///   - prices: Of the rows.
  /// - Returns: The change.
  func change(
    of column: Int, toLower lower: Double?, upper: Double?,
    within bounds: (lower: Double, upper: Double), at prices: [Double]
  ) -> Double {
    let sign = sense == .maximize ? 1.0 : -1.0
    let reduced = sign * (costs[column] - columns.value(ofStructural: column, at: prices))
    if reduced > 0 { return reduced * min(0, (upper ?? .infinity) - bounds.upper) }
    return reduced < 0 ? reduced * max(0, (lower ?? -.infinity) - bounds.lower) : 0
  }
}
