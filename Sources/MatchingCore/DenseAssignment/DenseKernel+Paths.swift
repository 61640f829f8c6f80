// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a search stands.
struct DenseSearch<Number: DenseNumber> {
  /// The distance of the nearest free column so far, and that column.
  var goal = Number.horizon
  var goalColumn = -1
  /// No column outside the final ones is nearer.
  var here = Number.zero
}

extension DenseKernel {
  /// Stands in `parent` for the root of a search that no row has.
  private static var nobody: Int32 { .min }

  /// Augments along a shortest alternating path to a free column.
  ///
  /// Dijkstra over columns. What is left over has an imaginary row each, of cost
  /// zero everywhere: a spare column's row can move to any other column, at
  /// the distance its dual is lower. In the heap are columns by distance, and
  /// rows by the least distance that a cell outside their list can have.
  ///
  /// - Parameter root: A row without a column; nothing for an imaginary one.
  /// - Returns: False if no free column can be reached; `shortage` then has the
  ///   rows and columns that were, and the matching is as before.
  mutating func augment(from root: Int?) -> Bool {
    var search = DenseSearch<Number>()
    touchedCount = 0
    scannedCount = 0
    var rootOffset = Number.zero
    var hasMovedSpares = false
    if let root {
      if let best = bestTwo(root) {
        rootOffset = Number.difference(.zero, best.least)
        lowerListed(root, rootOffset, &search)
      }
    } else {
      lowerAll(below: highestDual(), from: Self.nobody, &search)
    }
    while heapCount > 0 {
      let (key, item) = pop()
      guard key < search.goal else { break }
      // Rounding may put a key below its predecessor's; distances must not fall,
      // or a column could be made final twice.
      if search.here < key { search.here = key }
      if item < columns {
        unsafe scanned[scannedCount] = Int32(truncatingIfNeeded: item)
        scannedCount &+= 1
        let row = unsafe Int(rowOf[item])
        if row >= 0 {
          lowerListed(row, offset(of: row, item), &search)
        } else if !hasMovedSpares {
          // All spare columns have the same dual, so the first one decides.
          hasMovedSpares = true
          lowerAll(below: unsafe v[item], from: ~Int32(truncatingIfNeeded: item), &search)
        }
        continue
      }
      let row = item &- columns
      let column = unsafe Int(columnOf[row])
      let offset = column < 0 ? rootOffset : offset(of: row, column)
      let old = unsafe bound[row]
      readAgain(row)
      if unsafe old < bound[row] {
        lowerListed(row, offset, &search)
      } else {
        lowerCells(row, offset, &search)
      }
    }
    emptyHeap()
    if search.goalColumn >= 0 {
      apply(search, root)
    } else {
      noteShortage(root)
    }
    for place in 0..<touchedCount { unsafe distance[Int(touched[place])] = .horizon }
    return search.goalColumn >= 0
  }

  /// What to add to a reduced cost of a matched row to have a distance.
  @inline(__always)
  private func offset(of row: Int, _ column: Int) -> Number {
    unsafe Number.difference(
      distance[column], Number.difference(matchedCost[row], v[column]))
  }

  /// Lowers the distances of a row's listed columns.
  @inline(__always)
  private mutating func lowerListed(
    _ row: Int, _ offset: Number, _ search: inout DenseSearch<Number>
  ) {
    let first = row &* Self.room
    for place in unsafe first..<(first &+ Int(listCount[row])) {
      let column = unsafe Int(listColumns[place])
      let reduced = unsafe Number.difference(listCosts[place], v[column])
      lower(column, Number.sum(offset, reduced), Int32(truncatingIfNeeded: row), &search)
    }
    let limit = unsafe bound[row]
    guard limit < .horizon else { return }
    let later = Number.sum(offset, limit)
    if later < search.goal { pushOrLower(later, columns &+ row) }
  }

  /// Lowers the distances of all columns of a row.
  @inline(never)
  private mutating func lowerCells(
    _ row: Int, _ offset: Number, _ search: inout DenseSearch<Number>
  ) {
    let cells = unsafe costs + row &* columns
    for column in 0..<columns {
      let reduced = unsafe Number.difference(cells[column], v[column])
      lower(column, Number.sum(offset, reduced), Int32(truncatingIfNeeded: row), &search)
    }
  }

  /// Lowers the distances of all columns for an imaginary row, whose dual is
  /// minus `top`.
  @inline(never)
  private mutating func lowerAll(
    below top: Number, from parent: Int32, _ search: inout DenseSearch<Number>
  ) {
    let here = search.here
    // Free columns first: what is not nearer than they are need not be waited for.
    for column in 0..<columns where unsafe rowOf[column] == Self.free {
      lower(column, Number.sum(here, Number.difference(top, unsafe v[column])), parent, &search)
    }
    // Spare ones too: they are reached at once, and their duals have to fall alike.
    for column in 0..<columns
    where unsafe rowOf[column] != Self.free && rowOf[column] != Self.closed {
      lower(column, Number.sum(here, Number.difference(top, unsafe v[column])), parent, &search)
    }
  }

  /// Lowers the distance of one column, if that is nearer.
  @inline(__always)
  private mutating func lower(
    _ column: Int, _ distant: Number, _ row: Int32, _ search: inout DenseSearch<Number>
  ) {
    let value = distant < search.here ? search.here : distant
    let known = unsafe distance[column]
    guard value < search.goal, value < known else { return }
    if !(known < .horizon) {
      unsafe touched[touchedCount] = Int32(truncatingIfNeeded: column)
      touchedCount &+= 1
    }
    unsafe distance[column] = value
    unsafe parent[column] = row
    if unsafe rowOf[column] == Self.free {
      search.goal = value
      search.goalColumn = column
    } else {
      pushOrLower(value, column)
    }
  }

  /// Lowers the duals of final columns, and moves the matching along the path.
  private func apply(_ search: DenseSearch<Number>, _ root: Int?) {
    for place in 0..<scannedCount {
      let column = unsafe Int(scanned[place])
      unsafe v[column] = Number.difference(
        v[column], Number.difference(search.goal, distance[column]))
    }
    var column = search.goalColumn
    while true {
      let from = unsafe parent[column]
      if from < 0 {
        unsafe rowOf[column] = Self.spare
        guard from != Self.nobody else { return }
        column = Int(~from)
        continue
      }
      let row = Int(from)
      let next = unsafe Int(columnOf[row])
      match(row, column, cost: unsafe costs[row &* columns &+ column])
      guard row != root else { return }
      column = next
    }
  }

  /// The largest dual of an open column.
  func highestDual() -> Number {
    var top: Number?
    for column in 0..<columns where unsafe rowOf[column] != Self.closed {
      let dual = unsafe v[column]
      if top.map({ $0 < dual }) ?? true { top = dual }
    }
    return top ?? .zero
  }

  /// Keeps what a search reached that ended without a free column.
  private mutating func noteShortage(_ root: Int?) {
    var members = root.map { [$0] } ?? []
    var allowed: [Int] = []
    for place in 0..<scannedCount {
      let column = unsafe Int(scanned[place])
      allowed.append(column)
      if unsafe rowOf[column] >= 0 { members.append(unsafe Int(rowOf[column])) }
    }
    shortage = (members.sorted(), allowed.sorted())
  }
}
