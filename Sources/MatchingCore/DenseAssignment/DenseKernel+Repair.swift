// SPDX-License-Identifier: GPL-3.0-or-later

/// Makes a matching whole again whose duals are feasible and whose matched cells
/// are tight.
///
/// Every open column without a row has an imaginary row of cost zero
/// everywhere. That is optimal where the column's dual is the highest of all:
/// the column is *spare*. Other columns without a row are *free* until the repair
/// ends, when there are as many imaginary rows as open columns are more than open
/// rows.
extension DenseKernel {
  /// Augments until every open row has a column and every other open column an
  /// imaginary row.
  ///
  /// - Parameter isRowOpen: By row, whether it needs a column; all by default.
  /// - Returns: False if a row cannot be matched; `shortage` says why.
  mutating func repair(isRowOpen: [Bool]? = nil) -> Bool {
    var waiting = 0
    for row in 0..<rows where unsafe columnOf[row] < 0 {
      if let isRowOpen, !isRowOpen[row] { continue }
      unsafe queue[waiting] = Int32(truncatingIfNeeded: row)
      waiting &+= 1
    }
    var free = 0
    for column in 0..<columns where unsafe rowOf[column] == Self.free { free &+= 1 }
    // Imaginary rows that are too many give their columns back.
    var column = 0
    while free < waiting, column < columns {
      if unsafe rowOf[column] == Self.spare {
        unsafe rowOf[column] = Self.free
        free &+= 1
      }
      column &+= 1
    }
    for place in 0..<waiting {
      guard augment(from: unsafe Int(queue[place])) else { return false }
      free &-= 1
    }
    guard free > 0 else { return true }
    free &-= makeSpare()
    while free > 0 {
      guard augment(from: nil) else { return false }
      free &-= 1
    }
    return true
  }

  /// Gives the free columns with the highest dual of all an imaginary row.
  ///
  /// - Returns: How many there are.
  mutating func makeSpare() -> Int {
    let top = highestDual()
    var count = 0
    for column in 0..<columns where unsafe rowOf[column] == Self.free && v[column] == top {
      unsafe rowOf[column] = Self.spare
      count &+= 1
    }
    return count
  }
}
