// SPDX-License-Identifier: GPL-3.0-or-later
internal import SeededRandom

/// Published families of dense assignment matrices.
///
/// - `uniform`: floating costs, independent and uniform (Jonker and Volgenant,
///   Computing 38, 1987).
/// - `small-integers`: uniform whole costs 0–99 (the same).
/// - `geometric`: distances of random points of the unit square, one set a side
///   (first DIMACS challenge, 1993; Goldberg and Kennedy, Math. Prog. 71, 1995).
/// - `two-cost`: cost 1 with three cells a row expected, else 100 (first DIMACS
///   challenge).
/// - `products`: *i* · *j* (Machol and Wien, "A hard assignment problem",
///   Oper. Res. 24, 1976).
/// - `low-rank`: scores of three random traits a side, with 1 % noise (not
///   published; what matching of people with places looks like).
public enum DenseFamily: String, CaseIterable, Sendable {
  case uniform
  case smallIntegers = "small-integers"
  case geometric
  case twoCost = "two-cost"
  case products
  case lowRank = "low-rank"

  /// Whether every cost is a whole number.
  public var isWhole: Bool {
    switch self {
    case .smallIntegers, .twoCost, .products: true
    case .uniform, .geometric, .lowRank: false
    }
  }

  /// Makes a matrix.
  ///
  /// - Parameters:
  ///   - rows: How many rows.
  ///   - columns: How many columns.
  ///   - seed: The same seed makes the same matrix.
  /// - Returns: The costs, row by row.
  public func costs(rows: Int, columns: Int, seed: UInt64) -> [Double] {
    var random = SplitMix64(seed: seed)
    let traits = self == .geometric ? 2 : self == .lowRank ? 3 : 0
    let left = (0..<(rows * traits)).map { _ in random.unitInterval() }
    let right = (0..<(columns * traits)).map { _ in random.unitInterval() }
    var costs: [Double] = []
    costs.reserveCapacity(rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        switch self {
        case .uniform: costs.append(random.unitInterval())
        case .smallIntegers: costs.append(Double(random.below(100)))
        case .twoCost: costs.append(random.below(columns) < 3 ? 1 : 100)
        case .products: costs.append(Double((row + 1) * (column + 1)))
        case .geometric:
          let x = left[2 * row] - right[2 * column]
          let y = left[2 * row + 1] - right[2 * column + 1]
          costs.append((x * x + y * y).squareRoot())
        case .lowRank:
          var score = 0.01 * random.unitInterval()
          for trait in 0..<3 { score += left[3 * row + trait] * right[3 * column + trait] }
          costs.append(score)
        }
      }
    }
    return costs
  }
}
