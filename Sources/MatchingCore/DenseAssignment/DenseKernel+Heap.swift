// SPDX-License-Identifier: GPL-3.0-or-later

/// A binary heap of columns by distance and, behind them, of rows by the least
/// distance their cells outside the short list may have.
///
/// Item `column` and item `columns + row`; `heapPlace` has the place of an item,
/// so a distance that falls moves its item instead of adding another one, and
/// the heap never outgrows `columns + rows`.
extension DenseKernel {
  /// Puts an item in, or moves it up if it is there with a larger key.
  @inline(__always)
  mutating func pushOrLower(_ key: Number, _ item: Int) {
    let keys = unsafe heapKey
    let items = unsafe heapItem
    let places = unsafe heapPlace
    var hole = unsafe Int(places[item])
    if hole < 0 {
      hole = heapCount
      heapCount &+= 1
    }
    while hole > 0 {
      let above = (hole &- 1) >> 1
      guard unsafe key < keys[above] else { break }
      unsafe keys[hole] = keys[above]
      let moved = unsafe items[above]
      unsafe items[hole] = moved
      unsafe places[Int(moved)] = Int32(truncatingIfNeeded: hole)
      hole = above
    }
    unsafe keys[hole] = key
    unsafe items[hole] = Int32(truncatingIfNeeded: item)
    unsafe places[item] = Int32(truncatingIfNeeded: hole)
  }

  /// Takes out the item with the least key.
  @inline(__always)
  mutating func pop() -> (key: Number, item: Int) {
    let keys = unsafe heapKey
    let items = unsafe heapItem
    let places = unsafe heapPlace
    let result = unsafe (key: keys[0], item: Int(items[0]))
    unsafe places[result.item] = -1
    heapCount &-= 1
    let count = heapCount
    guard count > 0 else { return result }
    let key = unsafe keys[count]
    let item = unsafe items[count]
    var hole = 0
    while true {
      var child = 2 &* hole &+ 1
      guard child < count else { break }
      if child &+ 1 < count, unsafe keys[child &+ 1] < keys[child] { child &+= 1 }
      guard unsafe keys[child] < key else { break }
      unsafe keys[hole] = keys[child]
      let moved = unsafe items[child]
      unsafe items[hole] = moved
      unsafe places[Int(moved)] = Int32(truncatingIfNeeded: hole)
      hole = child
    }
    unsafe keys[hole] = key
    unsafe items[hole] = item
    unsafe places[Int(item)] = Int32(truncatingIfNeeded: hole)
    return result
  }

  /// Takes out all items.
  mutating func emptyHeap() {
    for place in 0..<heapCount { unsafe heapPlace[Int(heapItem[place])] = -1 }
    heapCount = 0
  }
}
