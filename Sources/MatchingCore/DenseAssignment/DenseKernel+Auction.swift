// SPDX-License-Identifier: GPL-3.0-or-later

extension DenseKernel {
  /// Matches a row with a column.
  @inline(__always)
  func match(_ row: Int, _ column: Int, cost: Number) {
    unsafe rowOf[column] = Int32(truncatingIfNeeded: row)
    unsafe columnOf[row] = Int32(truncatingIfNeeded: column)
    unsafe matchedCost[row] = cost
  }

  /// The least reduced cost of a row and a lower bound of the second least.
  ///
  /// Reads the row again if its list cannot tell.
  ///
  /// - Returns: The place of the least in the lists, and both values; nothing
  ///   if the row has no allowed cell in an open column.
  @inline(__always)
  mutating func bestTwo(_ row: Int) -> (place: Int, least: Number, second: Number)? {
    var isFresh = false
    while true {
      let first = row &* Self.room
      let count = unsafe Int(listCount[row])
      let limit = unsafe bound[row]
      var best = -1
      var least = Number.horizon
      var second = limit
      // Invariant: `least` is the least of the list so far, `second` the least
      // of the others and the bound.
      for place in first..<(first &+ count) {
        let value = unsafe Number.difference(listCosts[place], v[Int(listColumns[place])])
        if value < least {
          if least < second { second = least }
          least = value
          best = place
        } else if value < second {
          second = value
        }
      }
      if best >= 0, least <= limit { return (best, least, second) }
      if isFresh { return nil }
      readAgain(row)
      isFresh = true
    }
  }

  /// Lets free rows bid, each for the column of its least reduced cost.
  ///
  /// A bid lowers the column's dual until that column is only `epsilon` better
  /// for the row than its second choice, and takes the column from its row,
  /// which bids next. With `epsilon` zero a row whose two best columns are equal
  /// takes a free one or waits.
  ///
  /// - Parameters:
  ///   - epsilon: How far a matched cell may be above its row's least.
  ///   - free: How many rows wait in the queue, before and after.
  ///   - mostBids: After so many bids, all rows without a column wait.
  mutating func auction(epsilon: Number, free: inout Int, mostBids: Int) {
    let lowest = Number.product(range, -rows)
    var bids = 0
    let waiting = free
    free = 0
    // Invariant: queue[0..<free] wait, and free ≤ next because each row taken
    // from the queue puts back at most one.
    for next in 0..<waiting {
      var row = unsafe Int(queue[next])
      while true {
        guard bids < mostBids, let best = bestTwo(row) else {
          unsafe queue[free] = Int32(truncatingIfNeeded: row)
          free &+= 1
          break
        }
        bids &+= 1
        var place = best.place
        var column = unsafe Int(listColumns[place])
        var gain = Number.difference(best.second, best.least)
        // Also where the second choice is forbidden: a smaller bid is as valid.
        if range < gain { gain = range }
        let fall = Number.sum(gain, epsilon)
        var previous = unsafe rowOf[column]
        if Number.zero < fall {
          unsafe v[column] = Number.difference(v[column], fall)
          if unsafe v[column] < lowest { bids = mostBids }
        } else if previous >= 0 {
          let first = row &* Self.room
          for other in unsafe first..<(first &+ Int(listCount[row])) {
            let candidate = unsafe Int(listColumns[other])
            guard unsafe rowOf[candidate] == Self.free,
              unsafe Number.difference(listCosts[other], v[candidate]) <= best.least
            else { continue }
            place = other
            column = candidate
            previous = -1
            break
          }
          guard previous < 0 else {
            unsafe queue[free] = Int32(truncatingIfNeeded: row)
            free &+= 1
            break
          }
        }
        match(row, column, cost: unsafe listCosts[place])
        guard previous >= 0 else { break }
        unsafe columnOf[Int(previous)] = -1
        row = Int(previous)
      }
    }
  }
}
