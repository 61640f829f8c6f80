// SPDX-License-Identifier: GPL-3.0-or-later

/// What is known of a dense problem after its search.
public enum DenseOutcome<Cost: Comparable & Sendable>: Sendable {
  /// No assignment is better; the duals prove it.
  case optimal(DenseAssignment<Cost>)
  /// The shorter side cannot be matched; a shortage proves it.
  case infeasible(DenseShortage)
}

/// An assignment with the duals that prove it best.
///
/// For a minimum, `u + v ≤ c` in every allowed cell, equal in matched ones;
/// duals of the longer side are at most zero, and zero for lines left over, so
/// the duals add up to the value of the assignment. For a maximum the
/// inequalities are turned round.
///
/// Whole costs (given as `Int64`, or as `Double` with room for exact sums) make
/// all of this exact. Other `Double` costs: `u` is the least of the differences
/// `c − v` of a row as computed (rounded once), so feasibility holds to half a
/// unit in the last place of that difference; `gap` bounds what equality in
/// matched cells misses.
///
/// Which one of several best assignments comes out is not specified, but it is
/// the same whenever the input is.
public struct DenseAssignment<Cost: Comparable & Sendable>: Sendable {
  /// The sum of the matched cells.
  public let value: Cost
  /// The dual of each row.
  public let rowDuals: [Cost]
  /// The dual of each column.
  public let columnDuals: [Cost]
  /// The most by which a better assignment can differ, apart from the rounding
  /// of single differences; exactly zero for whole costs.
  public let gap: Double
  /// The column of each row, −1 for one left over.
  let columnOf: [Int32]

  /// The column of a row; nothing for a row left over.
  public func column(ofRow row: Int) -> Int? {
    columnOf[row] < 0 ? nil : Int(columnOf[row])
  }

  /// The matched cells by row.
  public var pairs: [(row: Int, column: Int)] {
    columnOf.enumerated().filter { $0.element >= 0 }.map { ($0.offset, Int($0.element)) }
  }
}

/// Lines of the shorter side that have too few lines to be matched with.
///
/// Hall's condition: `members` have allowed cells in `allowed` alone, and
/// `allowed` is shorter.
public struct DenseShortage: Equatable, Sendable {
  /// Whether `members` are rows; otherwise they are columns.
  public let isOfRows: Bool
  /// The lines that cannot all be matched, in ascending order.
  public let members: [Int]
  /// Every line of the other side that one of them may be matched with.
  public let allowed: [Int]
}
