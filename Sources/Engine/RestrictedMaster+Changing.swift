// SPDX-License-Identifier: GPL-3.0-or-later

internal import GLPKBackend
internal import IntegerProgramming

/// Triples by applicant, ascending.
struct PromisingTriples: Sendable {
  var triples: [Int32] = []
  /// Where those of each applicant start, and the end.
  var starts: [Int] = [0]

  /// Takes all triples of some applicants.
  ///
  /// - Parameters:
  ///   - applicants: The applicants.
  ///   - ofApplicant: The triples of each applicant.
  /// - Complexity: Proportional to the triples.
  mutating func replace(_ applicants: Set<Int>, _ ofApplicant: [Range<Int>]) {
    guard !applicants.isEmpty else { return }
    var chosen = PromisingTriples()
    for (applicant, range) in ofApplicant.enumerated() {
      if applicants.contains(applicant) {
        chosen.triples += range.map { Int32($0) }
      } else {
        chosen.triples += triples[starts[applicant]..<starts[applicant + 1]]
      }
      chosen.starts.append(chosen.triples.count)
    }
    self = chosen
  }
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

  /// What a structural column costs at the given row prices, beyond what it uses.
  func reducedCost(ofStructural column: Int, at prices: [Double]) -> Double {
    costs[column] - columns.value(ofStructural: column, at: prices)
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
  /// By how much what prices prove changes with a structural column's bounds, in
  /// the tier's direction.
  ///
  /// - Parameters:
  ///   - column: A column of the program.
  ///   - old: Its bounds before.
  ///   - new: Its bounds afterwards.
  ///   - prices: Of the rows.
  /// - Returns: The change: not above 0 where bounds get narrower.
  func change(
    ofColumn column: Int, from old: (lower: Double, upper: Double),
    to new: (lower: Double, upper: Double), at prices: [Double]
  ) -> Double {
    let sign = sense == .maximize ? 1.0 : -1.0
    let reduced = sign * (costs[column] - columns.value(ofStructural: column, at: prices))
    if reduced == 0 { return 0 }
    return reduced > 0 ? reduced * (new.upper - old.upper) : reduced * (new.lower - old.lower)
  }

  /// By how much what prices prove changes with a row's bounds, in the tier's
  /// direction.
  ///
  /// - Parameters:
  ///   - row: A row of the program.
  ///   - bounds: Its bounds afterwards.
  ///   - prices: Of the rows, which respect the bounds before.
  /// - Returns: The change; infinite when the side that is priced is no more.
  func change(
    ofRow row: Int, to bounds: (lower: Int64?, upper: Int64?), at prices: [Double]
  ) -> Double {
    let price = (sense == .maximize ? 1.0 : -1.0) * prices[row]
    if price == 0 { return 0 }
    let old = program.bounds(of: IntegerProgram.Row(index: row))
    let sides = price > 0 ? (old.upper, bounds.upper) : (old.lower, bounds.lower)
    guard let before = sides.0, let after = sides.1 else { return .infinity }
    return price * columns.rowScale[row] * Double(after - before)
  }
}
