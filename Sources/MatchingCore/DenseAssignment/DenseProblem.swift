// SPDX-License-Identifier: GPL-3.0-or-later

/// A matrix of costs, checked, each row of which wants a column of its own.
///
/// All of the shorter side is matched; of the longer side some are left over.
/// `Cost` is `Double` or `Int64`.
///
/// **Forbidden cells** are `Double.infinity` (either sign) and
/// `DenseProblem<Int64>.forbidden`. Other costs lie in −2⁴⁰…2⁴⁰.
public struct DenseProblem<Cost: Comparable & Sendable>: Sendable {
  /// Whether a small or a large sum is wanted.
  public enum Objective: Sendable {
    case minimize
    case maximize
  }

  /// Rows of the matrix.
  public let rows: Int
  /// Columns of the matrix.
  public let columns: Int
  /// Whether a small or a large sum is wanted.
  public let objective: Objective
  /// The costs, row by row.
  let costs: [Cost]
  /// The least and the greatest allowed cost; zero where none is allowed.
  let least: Double
  let greatest: Double
  /// Whether every allowed cost is a whole number.
  let isWhole: Bool
  /// Whether a forbidden cell is written as a negative infinity.
  let hasNegativeInfinity: Bool

  /// What is wrong with a matrix.
  public enum Invalid: Error, Equatable, Sendable {
    /// Rows times columns is not the number of costs.
    case size(rows: Int, columns: Int, costs: Int)
    /// The shorter side has more than 32,768 lines or the longer one more than
    /// 2³⁰.
    case tooLarge(rows: Int, columns: Int)
    /// A cost is no number or beyond ±2⁴⁰.
    case cost(row: Int, column: Int, value: Cost)
  }

  /// The most lines of the shorter side.
  static var mostLines: Int { 32_768 }

  private static func check(_ count: Int, _ rows: Int, _ columns: Int) throws(Invalid) {
    guard max(rows, columns) <= 1 << 30, min(rows, columns) <= mostLines else {
      throw .tooLarge(rows: rows, columns: columns)
    }
    guard rows >= 0, columns >= 0, rows * columns == count else {
      throw .size(rows: rows, columns: columns, costs: count)
    }
  }
}

/// The largest magnitude of a cost.
let largestCost = 0x1p40

extension DenseProblem<Double> {
  /// Checks a matrix of floating costs.
  ///
  /// - Parameters:
  ///   - costs: The costs, row by row; infinities are forbidden cells.
  ///   - rows: How many rows.
  ///   - columns: How many columns.
  ///   - objective: Whether a small or a large sum is wanted.
  /// - Throws: What is wrong with it.
  /// - Complexity: O(*rows* · *columns*), one pass; the costs are not copied.
  public init(
    checking costs: [Double], rows: Int, columns: Int, objective: Objective = .minimize
  ) throws(Invalid) {
    try Self.check(costs.count, rows, columns)
    guard let survey = DenseSurvey(costs) else {
      for (index, cost) in costs.enumerated()
      where !(cost.isInfinite || cost.magnitude <= largestCost) {
        throw .cost(row: index / columns, column: index % columns, value: cost)
      }
      preconditionFailure("A survey failed over costs that are all in order.")
    }
    self.rows = rows
    self.columns = columns
    self.objective = objective
    self.costs = costs
    least = survey.least
    greatest = survey.greatest
    isWhole = survey.isWhole
    hasNegativeInfinity = survey.hasNegativeInfinity
  }
}

extension DenseProblem<Int64> {
  /// What stands in a cell that must not be used.
  public static var forbidden: Int64 { .max }

  /// Checks a matrix of whole costs.
  ///
  /// - Parameters:
  ///   - costs: The costs, row by row; `forbidden` where a cell must not be used.
  ///   - rows: How many rows.
  ///   - columns: How many columns.
  ///   - objective: Whether a small or a large sum is wanted.
  /// - Throws: What is wrong with it.
  /// - Complexity: O(*rows* · *columns*), one pass; the costs are not copied.
  public init(
    checking costs: [Int64], rows: Int, columns: Int, objective: Objective = .minimize
  ) throws(Invalid) {
    try Self.check(costs.count, rows, columns)
    var least = Int64.max
    var greatest = Int64.min
    for cost in costs where cost != Self.forbidden {
      least = min(least, cost)
      greatest = max(greatest, cost)
    }
    if least <= greatest, min(least, -greatest) < -(1 << 40) {
      for (index, cost) in costs.enumerated()
      where cost != Self.forbidden && cost.magnitude > 1 << 40 {
        throw .cost(row: index / columns, column: index % columns, value: cost)
      }
    }
    self.rows = rows
    self.columns = columns
    self.objective = objective
    self.costs = costs
    self.least = least <= greatest ? Double(least) : 0
    self.greatest = least <= greatest ? Double(greatest) : 0
    isWhole = true
    hasNegativeInfinity = false
  }
}

/// The extremes of floating costs, and whether all are whole.
struct DenseSurvey {
  var least = Double.infinity
  var greatest = -Double.infinity
  var isWhole = true
  var hasNegativeInfinity = false

  /// Surveys costs in one pass.
  ///
  /// - Returns: Nothing if a cost is no number or beyond ±2⁴⁰.
  init?(_ costs: [Double]) {
    // Adding and taking away 3 · 2⁵¹ rounds a number below 2⁵¹ to a whole one.
    let shift = SIMD8<Double>(repeating: 0x1.8p52)
    var low = SIMD8<Double>(repeating: .infinity)
    var high = SIMD8<Double>(repeating: -.infinity)
    var isOrdered = SIMDMask<SIMD8<Double.SIMDMaskScalar>>(repeating: true)
    var isRound = isOrdered
    let blocks = costs.count / 8
    unsafe costs.withUnsafeBytes { bytes in
      for block in 0..<blocks {
        // Bytes 64 · block ..< 64 · block + 64 lie in the array.
        let cells = unsafe bytes.loadUnaligned(
          fromByteOffset: block &* 64, as: SIMD8<Double>.self)
        low = low.replacing(with: cells, where: cells .< low)
        high = high.replacing(with: cells, where: cells .> high)
        isOrdered = isOrdered .& (cells .== cells)
        isRound = isRound .& (((cells + shift) - shift) .== cells)
      }
    }
    guard all(isOrdered) else { return nil }
    isWhole = all(isRound)
    for lane in 0..<8 {
      least = min(least, low[lane])
      greatest = max(greatest, high[lane])
    }
    for cost in costs[(blocks * 8)...] {
      guard cost == cost else { return nil }
      least = min(least, cost)
      greatest = max(greatest, cost)
      if (cost + 0x1.8p52) - 0x1.8p52 != cost { isWhole = false }
    }
    if least == -.infinity || greatest == .infinity {
      hasNegativeInfinity = least == -.infinity
      // Forbidden cells hide the extremes of the allowed ones.
      (least, greatest) = (.infinity, -.infinity)
      for cost in costs where cost.isFinite {
        least = min(least, cost)
        greatest = max(greatest, cost)
      }
    }
    if least > greatest { (least, greatest) = (0, 0) }
    guard max(-least, greatest) <= largestCost else { return nil }
  }
}
