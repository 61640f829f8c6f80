// SPDX-License-Identifier: GPL-3.0-or-later

// Problem     For a knapsack with small whole capacity: its value when one item
//             is put in, and when it is left out, for every item.
// Method      Values of all first items by capacity, forwards, and of all last
//             items, backwards; what is without an item is the best sum of both.
// Cost        O(k · c) for k items and capacity c, time and memory.
// Reference   Posta, Ferland and Michelon, "An exact method with variable fixing
//             for solving the generalized assignment problem" (2012), section 3.

/// Tells what each item is worth to the knapsack of one agent.
///
/// Profits are doubles: sums round by 2^-53 of the value for each item.
final class CapacityTable {
  /// The most cells of the table.
  static let mostCells = 1 << 22

  private var rows: Cells<Double>
  private var rest: Cells<Double>
  private let profit: Cells<Double>
  private let weight: Cells<Int>
  /// The loss by leaving the item out, by position.
  let outLoss: Cells<Double>
  /// The loss by putting the item in, by position.
  let inLoss: Cells<Double>
  private(set) var count = 0
  private(set) var value = 0.0
  private var capacity = 0

  init(tasks: Int) {
    rows = Cells(repeating: 0, count: 0)
    rest = Cells(repeating: 0, count: 0)
    profit = Cells(repeating: 0, count: tasks)
    weight = Cells(repeating: 0, count: tasks)
    outLoss = Cells(repeating: 0, count: tasks)
    inLoss = Cells(repeating: 0, count: tasks)
  }

  deinit {
    for cells in [rows, rest, profit, outLoss, inLoss] { cells.deallocate() }
    weight.deallocate()
  }

  func removeAll() {
    count = 0
  }

  /// - Precondition: Profit and weight are positive.
  func add(profit: Double, weight: Int) {
    self.profit[count] = profit
    self.weight[count] = weight
    count &+= 1
  }

  /// Whether the items that were added fit the memory.
  func isSmall(capacity: Int) -> Bool {
    capacity < Self.mostCells && (count + 1) * (capacity + 1) <= Self.mostCells
  }

  /// - Precondition: The items are few enough, and each fits alone.
  func solve(capacity: Int) {
    self.capacity = capacity
    let width = capacity &+ 1
    let needed = (count &+ 1) &* width
    if rows.count < needed {
      rows.deallocate()
      rows = Cells(repeating: 0, count: needed + needed / 2)
    }
    if rest.count < width {
      rest.deallocate()
      rest = Cells(repeating: 0, count: width + width / 2)
    }
    let rows = rows
    let rest = rest
    for room in 0..<width {
      rows[room] = 0
      rest[room] = 0
    }
    for item in 0..<count {
      let old = item &* width
      let new = old &+ width
      let a = weight[item]
      let p = profit[item]
      for room in 0..<a { rows[new &+ room] = rows[old &+ room] }
      for room in a..<width {
        rows[new &+ room] = max(rows[old &+ room], rows[old &+ room &- a] + p)
      }
    }
    value = rows[count &* width &+ capacity]
    // `rest[room]` is the value of the last items for what `room` leaves.
    var item = count
    while item > 0 {
      item &-= 1
      let a = weight[item]
      let p = profit[item]
      let start = item &* width
      outLoss[item] = max(0, value - best(start, width, 0))
      inLoss[item] = max(0, value - p - best(start, width &- a, a))
      if item > 0 {
        for room in 0..<(width &- a) { rest[room] = max(rest[room], rest[room &+ a] + p) }
      }
    }
  }

  /// The greatest sum of a first and a last part; four at a time.
  @inline(__always)
  private func best(_ start: Int, _ length: Int, _ shift: Int) -> Double {
    let rows = rows
    let rest = rest
    var a = 0.0
    var b = 0.0
    var c = 0.0
    var d = 0.0
    var room = 0
    while room &+ 4 <= length {
      a = max(a, rows[start &+ room] + rest[room &+ shift])
      b = max(b, rows[start &+ room &+ 1] + rest[room &+ 1 &+ shift])
      c = max(c, rows[start &+ room &+ 2] + rest[room &+ 2 &+ shift])
      d = max(d, rows[start &+ room &+ 3] + rest[room &+ 3 &+ shift])
      room &+= 4
    }
    while room < length {
      a = max(a, rows[start &+ room] + rest[room &+ shift])
      room &+= 1
    }
    return max(max(a, b), max(c, d))
  }

  /// The loss by putting in an item that was not added.
  func inLoss(profit: Double, weight: Int) -> Double {
    value - profit - rows[count &* (capacity &+ 1) &+ capacity &- weight]
  }
}
