// SPDX-License-Identifier: GPL-3.0-or-later

/// What `DenseSolver` needs: changes that keep the duals feasible, and a repair
/// that augments only what they broke.
///
/// A closed column has a dual of minus infinity. That is a fall like any other,
/// so lists and bounds stay true.
extension DenseKernel<Double> {
  /// The column of a row.
  func column(ofRow row: Int) -> Int { unsafe Int(columnOf[row]) }

  /// A row's matched column, its cost and the column's dual.
  func cell(ofRow row: Int) -> (column: Int, cost: Double, dual: Double)? {
    let column = unsafe Int(columnOf[row])
    guard column >= 0 else { return nil }
    return unsafe (column, matchedCost[row], v[column])
  }

  /// A column's dual; nothing for a closed one.
  func dual(ofColumn column: Int) -> Double? {
    unsafe rowOf[column] == Self.closed ? nil : v[column]
  }

  /// Notes that a row's matched cell has another cost.
  func setMatchedCost(_ cost: Double, row: Int) { unsafe matchedCost[row] = cost }

  /// Keeps a row's list true after a cell has another cost.
  ///
  /// - Returns: Whether the row's column may not be its best any more.
  @inline(__always)
  func relist(_ row: Int, _ column: Int, cost: Double) -> Bool {
    let isListed = unsafe (listMask[row] &>> UInt64(truncatingIfNeeded: column)) & 1 != 0
    let reduced = unsafe cost - v[column]
    if unsafe isListed || reduced < bound[row] { relistAnyway(row, column, cost: cost) }
    let matched = unsafe Int(columnOf[row])
    if matched == column { unsafe matchedCost[row] = cost }
    return unsafe matched < 0 || matched == column
      || reduced < matchedCost[row] - v[matched]
  }

  private func relistAnyway(_ row: Int, _ column: Int, cost: Double) {
    let first = row &* Self.room
    let count = unsafe Int(listCount[row])
    let sought = SIMD16<Int32>(repeating: Int32(truncatingIfNeeded: column))
    // 16 places at a time; `room` is a multiple of 16.
    for block in stride(from: 0, to: count, by: 16) {
      let places = unsafe UnsafeRawPointer(listColumns + (first &+ block))
        .loadUnaligned(as: SIMD16<Int32>.self)
      guard any(places .== sought) else { continue }
      for place in block..<min(block &+ 16, count)
      where unsafe listColumns[first &+ place] == column {
        unsafe listCosts[first &+ place] = cost
        return
      }
    }
    let reduced = unsafe cost - v[column]
    guard unsafe reduced < bound[row] else { return }
    if count < Self.room {
      unsafe listColumns[first &+ count] = Int32(truncatingIfNeeded: column)
      unsafe listCosts[first &+ count] = cost
      unsafe listCount[row] = Int32(truncatingIfNeeded: count &+ 1)
      unsafe listMask[row] |= 1 &<< UInt64(truncatingIfNeeded: column)
    } else {
      unsafe bound[row] = reduced
    }
  }

  /// Solves from scratch as far as there are columns, and makes those left over
  /// spare.
  mutating func start() {
    if !solve() { shortage = nil }
    // Free rows of an infeasible matrix leave more columns than there are
    // imaginary rows; `repair` counts them.
    _ = makeSpare()
  }

  /// Takes a row's column away.
  func release(_ row: Int) {
    let column = unsafe Int(columnOf[row])
    guard column >= 0 else { return }
    unsafe rowOf[column] = Self.free
    unsafe columnOf[row] = -1
  }

  /// Takes a row's column away if that is not the row's best any more.
  mutating func releaseIfLoose(_ row: Int) {
    guard let (_, cost, dual) = cell(ofRow: row) else { return }
    // Rounding must not release rows: what it adds is far below this.
    let slack = isWhole ? 0 : 0x1p-50 * (cost.magnitude + dual.magnitude)
    if cost.isFinite, let best = bestTwo(row), cost - dual <= best.least + slack { return }
    release(row)
  }

  /// Closes a column.
  func close(_ column: Int) {
    let row = unsafe rowOf[column]
    if row >= 0 { unsafe columnOf[Int(row)] = -1 }
    unsafe rowOf[column] = Self.closed
    unsafe v[column] = -.infinity
  }

  /// Opens a closed column, with the highest dual that is feasible.
  func open(_ column: Int) {
    guard unsafe rowOf[column] == Self.closed else { return }
    var dual = Double.infinity
    for other in 0..<columns where unsafe rowOf[other] == Self.spare {
      dual = unsafe v[other]
      break
    }
    for row in 0..<rows {
      // A row whose cell was forbidden since is about to be released.
      guard let (_, cost, matchedDual) = cell(ofRow: row), cost.isFinite else { continue }
      dual = min(dual, unsafe costs[row &* columns &+ column] - (cost - matchedDual))
    }
    unsafe rowOf[column] = Self.free
    unsafe v[column] = dual.isFinite ? dual : 0
    for row in 0..<rows { _ = relist(row, column, cost: unsafe costs[row &* columns &+ column]) }
  }
}
