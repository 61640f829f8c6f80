// SPDX-License-Identifier: GPL-3.0-or-later

/// Columns that no row needs.
///
/// Where the *n* cheapest columns of *n* rows are the same for all, the others
/// can be left out: a row that had one of them could have one of its *n* that is
/// free, at no more cost. With the highest dual of all, the others are feasible
/// too: for *k* among the *n* with that dual, a row's least reduced cost is at most
/// that of *k*, whose cost is at most theirs.
extension DenseKernel {
  /// Closes the columns that no row needs.
  ///
  /// - Returns: Whether there are any; `reopenOthers` is to follow.
  /// - Complexity: O(*rows* · *columns*); a row where the order differs ends it.
  func closeOthers() -> Bool {
    guard rows < columns else { return false }
    let order = (0..<columns).sorted { unsafe (costs[$0], $0) < (costs[$1], $1) }
    for row in 0..<rows {
      let cells = unsafe costs + row &* columns
      var dearest = unsafe cells[order[0]]
      for column in order[..<rows] where unsafe dearest < cells[column] {
        dearest = unsafe cells[column]
      }
      guard dearest < .horizon else { return false }
      for column in order[rows...] where unsafe cells[column] < dearest { return false }
    }
    for column in order[rows...] {
      let row = unsafe rowOf[column]
      if row >= 0 { unsafe columnOf[Int(row)] = -1 }
      unsafe rowOf[column] = Self.closed
      unsafe v[column] = .closedDual
    }
    return true
  }

  /// Opens them again with the highest dual, left over.
  ///
  /// - Precondition: Every row is matched, and its cell is its least.
  func reopenOthers() {
    let top = highestDual()
    for column in 0..<columns where unsafe rowOf[column] == Self.closed {
      unsafe rowOf[column] = Self.spare
      unsafe v[column] = top
    }
    // Their cells are in no list, and not below the row's own.
    for row in 0..<rows {
      let own = unsafe Number.difference(matchedCost[row], v[Int(columnOf[row])])
      if unsafe own < bound[row] { unsafe bound[row] = own }
    }
  }
}
