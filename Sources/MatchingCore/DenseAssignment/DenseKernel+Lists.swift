// SPDX-License-Identifier: GPL-3.0-or-later

extension DenseKernel {
  /// Appends the columns of a stretch of a row whose reduced cost is below a
  /// limit; stops where the scratch is full.
  @inline(__always)
  private func gather(
    _ row: Int, from start: Int, to end: Int, below limit: Number, count: inout Int
  ) -> Int {
    let room = Self.room
    let cells = unsafe UnsafeRawPointer(costs + row &* columns)
    let duals = unsafe UnsafeRawPointer(v)
    let outColumns = unsafe gatheredColumns
    let outValues = unsafe gatheredValues
    let size = MemoryLayout<Number>.stride
    let limits = SIMD8<Number>(repeating: limit)
    var column = start
    var found = count
    while column &+ 8 <= end {
      let a = unsafe cells.loadUnaligned(fromByteOffset: column &* size, as: SIMD8<Number>.self)
      let b = unsafe duals.loadUnaligned(fromByteOffset: column &* size, as: SIMD8<Number>.self)
      let reduced = Number.difference(a, b)
      if Number.hasBelow(reduced, limits) {
        for lane in 0..<8 {
          let value = reduced[lane]
          unsafe outColumns[found] = Int32(truncatingIfNeeded: column &+ lane)
          unsafe outValues[found] = value
          if value < limit { found &+= 1 }
        }
        if found > room {
          count = found
          return column &+ 8
        }
      }
      column &+= 8
    }
    while column < end {
      let value = unsafe Number.difference(
        cells.load(fromByteOffset: column &* size, as: Number.self), v[column])
      if value < limit {
        unsafe outColumns[found] = Int32(truncatingIfNeeded: column)
        unsafe outValues[found] = value
        found &+= 1
      }
      column &+= 1
    }
    count = found
    return end
  }

  /// The least reduced cost of a row.
  func leastReducedCost(_ row: Int) -> Number {
    let cells = unsafe UnsafeRawPointer(costs + row &* columns)
    let duals = unsafe UnsafeRawPointer(v)
    let size = MemoryLayout<Number>.stride
    var least = SIMD8<Number>(repeating: .forbidden)
    var column = 0
    while column &+ 8 <= columns {
      let a = unsafe cells.loadUnaligned(fromByteOffset: column &* size, as: SIMD8<Number>.self)
      let b = unsafe duals.loadUnaligned(fromByteOffset: column &* size, as: SIMD8<Number>.self)
      let reduced = Number.difference(a, b)
      least = Number.lesser(reduced, least)
      column &+= 8
    }
    var result = Number.forbidden
    for lane in 0..<8 where least[lane] < result { result = least[lane] }
    while column < columns {
      let value = unsafe Number.difference(
        cells.load(fromByteOffset: column &* size, as: Number.self), v[column])
      if value < result { result = value }
      column &+= 1
    }
    return result
  }

  /// Keeps the `target` least of the gathered cells.
  ///
  /// - Returns: A limit no kept cell is above and no dropped one below.
  private func keepLeast(_ target: Int, of count: Int) -> Number {
    let values = unsafe gatheredValues
    let columns = unsafe gatheredColumns
    // Quickselect on both arrays.
    var low = 0
    var high = count &- 1
    while low < high {
      let pivot = unsafe values[(low &+ high) >> 1]
      var i = low
      var j = high
      while i <= j {
        while unsafe values[i] < pivot { i &+= 1 }
        while unsafe pivot < values[j] { j &-= 1 }
        if i <= j {
          let value = unsafe values[i]
          unsafe values[i] = values[j]
          unsafe values[j] = value
          let column = unsafe columns[i]
          unsafe columns[i] = columns[j]
          unsafe columns[j] = column
          i &+= 1
          j &-= 1
        }
      }
      if target <= j {
        high = j
      } else if target >= i {
        low = i
      } else {
        break
      }
    }
    // Now values[target] is what a sorted array has there.
    return unsafe values[target]
  }

  /// Makes a row's list again for the present duals, a little beyond its bound.
  mutating func readAgain(_ row: Int) {
    let limit = unsafe bound[row]
    guard limit < .horizon else { return read(row, below: nil) }
    let next = Number.limit(limit, unsafe width[row], isWhole: isWhole)
    read(row, below: next < .horizon ? next : nil)
  }

  /// Makes a row's list for the present duals.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - guess: A limit that about `target` cells are expected to be below;
  ///     nothing to find the row's least first and go on from there.
  mutating func read(_ row: Int, below guess: Number?) {
    readings &+= 1
    var limit = guess ?? .zero
    var hasLimit = guess != nil
    // Lists of different rows begin at different columns, so that among equal
    // cells no column is left out by all.
    let start = ((row &* 0x9E37) % columns) & ~7
    var count = 0
    while true {
      if !hasLimit {
        let least = leastReducedCost(row)
        guard least < .horizon else {
          unsafe listCount[row] = 0
          unsafe bound[row] = .horizon
          return
        }
        limit = .limit(least, unsafe width[row], isWhole: isWhole)
        if !(limit < .horizon) { limit = .horizon }
      }
      gather(row, from: start, to: columns, below: &limit, count: &count)
      gather(row, from: 0, to: start, below: &limit, count: &count)
      if count > 0 || !hasLimit { break }
      hasLimit = false
    }
    let first = row &* Self.room
    let cells = unsafe costs + row &* columns
    var least = Number.horizon
    var mask: UInt64 = 0
    for place in 0..<count {
      let column = unsafe gatheredColumns[place]
      mask |= 1 &<< UInt64(truncatingIfNeeded: column)
      unsafe listColumns[first &+ place] = column
      unsafe listCosts[first &+ place] = cells[Int(column)]
      if unsafe gatheredValues[place] < least { least = unsafe gatheredValues[place] }
    }
    unsafe listMask[row] = mask
    unsafe listCount[row] = Int32(truncatingIfNeeded: count)
    unsafe bound[row] = limit
    if limit < .horizon, count > 0 {
      let factor = min(4, max(0.25, Double(Self.target) / Double(count)))
      unsafe width[row] = Number.difference(limit, least).approximate * factor
    }
  }

  /// Gathers the cells of a stretch below a limit, and lowers the limit where
  /// they are too many.
  @inline(__always)
  private func gather(
    _ row: Int, from start: Int, to end: Int, below limit: inout Number, count: inout Int
  ) {
    var position = start
    while position < end {
      position = gather(row, from: position, to: end, below: limit, count: &count)
      if count > Self.room {
        limit = keepLeast(Self.target, of: count)
        count = Self.target
      }
    }
  }
}
