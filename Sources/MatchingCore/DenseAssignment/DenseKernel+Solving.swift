// SPDX-License-Identifier: GPL-3.0-or-later

extension DenseKernel {
  /// Matches every row from scratch.
  ///
  /// - Returns: False if a row cannot be matched; `shortage` says why.
  mutating func solve() -> Bool {
    readAllRows()
    for row in 0..<rows { unsafe queue[row] = Int32(truncatingIfNeeded: row) }
    var free = rows
    auction(epsilon: .zero, free: &free, mostBids: 3 * rows)
    auction(epsilon: .zero, free: &free, mostBids: 3 * rows)
    // Paths first, as far as a few readings of the matrix go. Where lines are
    // alike many rows are left and each path is long: there good duals are worth
    // more.
    let budget = rows < 64 ? .max / 2 : free > rows / 5 ? rows / 2 : 4 * rows
    switch paths(free: free, budget: budget) {
    case .complete: return true
    case .stuck: return false
    case .interrupted:
      let isSmaller = closeOthers()
      free = collectFreeRows()
      scale(free: &free)
      // Now columns may be left over with any duals.
      _ = makeSpare()
      guard repair() else { return false }
      if isSmaller { reopenOthers() }
      return true
    }
  }

  private enum Progress {
    case complete, stuck, interrupted
  }

  /// Augments from free rows until the work exceeds a budget.
  ///
  /// - Parameters:
  ///   - free: How many rows wait in the queue.
  ///   - budget: How many rows may be read, 64 lists counting as a row.
  /// - Returns: Whether all is matched, a row cannot be, or the budget was
  ///   exceeded.
  private mutating func paths(free: Int, budget: Int) -> Progress {
    var lists = 0
    for place in 0..<free {
      guard augment(from: unsafe Int(queue[place])) else { return .stuck }
      lists &+= scannedCount
      if readings &+ lists / 64 > budget &+ rows { return .interrupted }
    }
    return .complete
  }

  /// Makes every row's list; the one before tells how far the next should
  /// reach.
  private mutating func readAllRows() {
    var reach = 0.0
    var limit = Number.horizon
    for row in 0..<rows {
      unsafe width[row] = reach
      read(row, below: limit < .horizon ? limit : nil)
      // A row without allowed cells teaches nothing.
      if unsafe listCount[row] > 0 {
        reach = unsafe width[row]
        limit = unsafe bound[row]
      }
    }
  }

  /// Brings duals near their best values by an auction whose bids grow finer.
  private mutating func scale(free: inout Int) {
    var epsilon = range.approximate / 10
    let last = range.approximate / Double(4 * rows)
    while epsilon >= last {
      auction(
        epsilon: .limit(.zero, epsilon, isWhole: isWhole), free: &free, mostBids: 100 * rows)
      epsilon /= 5
      release(slack: epsilon >= last ? .limit(.zero, epsilon, isWhole: isWhole) : .zero)
      free = collectFreeRows()
    }
  }

  /// Releases rows whose cell is further than `slack` above their least.
  private mutating func release(slack: Number) {
    for row in 0..<rows {
      let column = unsafe columnOf[row]
      guard column >= 0, let best = bestTwo(row) else { continue }
      let own = unsafe Number.difference(matchedCost[row], v[Int(column)])
      if own <= Number.sum(best.least, slack) { continue }
      unsafe rowOf[Int(column)] = Self.free
      unsafe columnOf[row] = -1
    }
  }

  /// Puts the rows without a column into the queue.
  ///
  /// - Returns: How many there are.
  func collectFreeRows() -> Int {
    var free = 0
    for row in 0..<rows where unsafe columnOf[row] < 0 {
      unsafe queue[free] = Int32(truncatingIfNeeded: row)
      free &+= 1
    }
    return free
  }

  /// The matching and its duals, with the duals of rows proven.
  ///
  /// A row's dual is its least reduced cost: by its list where the row's bound
  /// says that no other cell is below (as computed: rounding is monotone, so a
  /// bound holds for the differences that are formed later with lower duals),
  /// and read off the matrix elsewhere. `gap` is what equality in the matched
  /// cells misses.
  ///
  /// - Precondition: Every row is matched.
  func result() -> DenseRun<Number> {
    // Duals may be shifted; with columns left over theirs are to be zero.
    let top = rows < columns ? highestDual() : .zero
    if top != .zero {
      for column in 0..<columns { unsafe v[column] = Number.difference(v[column], top) }
    }
    var run = DenseRun<Number>(columnOf: [], rowDuals: [], columnDuals: [], gap: 0)
    run.columnOf.reserveCapacity(rows)
    run.rowDuals.reserveCapacity(rows)
    run.columnDuals.reserveCapacity(columns)
    for row in 0..<rows {
      let column = unsafe columnOf[row]
      let own = unsafe Number.difference(matchedCost[row], v[Int(column)])
      var least = own
      let first = row &* Self.room
      for place in unsafe first..<(first &+ Int(listCount[row])) {
        let value = unsafe Number.difference(listCosts[place], v[Int(listColumns[place])])
        if value < least { least = value }
      }
      if unsafe top != .zero || bound[row] < least { least = leastReducedCost(row) }
      run.columnOf.append(column)
      run.rowDuals.append(least)
      run.gap += Number.difference(own, least).approximate
    }
    for column in 0..<columns { run.columnDuals.append(unsafe v[column]) }
    return run
  }
}
