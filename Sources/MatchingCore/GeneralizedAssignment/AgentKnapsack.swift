// SPDX-License-Identifier: GPL-3.0-or-later

// Problem     max Σ p_k x_k,  Σ a_k x_k ≤ c,  x binary; p, a > 0.
// Method      Expanding core by a list of undominated states: the break item is
//             found by partitioning, not sorting; items whose linear flip bound
//             cannot beat the greedy value never enter the core; the core is
//             worked off from the break outwards.
// Cost        O(k) for k items, and O(min(2^h, s)) list work for a core of h
//             items with lists of at most s states.
// Deviations  States are kept with links to their history instead of bit
//             vectors, so no second pass is needed. When lists outgrow their
//             memory the linear bound is returned instead of the value, which is
//             weaker but still a bound.
// Reference   Pisinger, "A minimal algorithm for the 0-1 knapsack problem",
//             Operations Research 45 (1997), sections 2 to 4.

/// Solves the knapsack of one agent at given prices of the tasks.
///
/// It is filled by `add`, solved, and read; its memory is used again for the
/// next agent, so nothing is allocated after it is made.
final class AgentKnapsack {
  struct Item: BitwiseCopyable {
    var profit: Int
    var weight: Int
    /// `profit / weight`.
    var efficiency: Double
    var task: Int32
    /// Whether the item is in the core's starting solution.
    var isIn: Bool
    /// The position among all items.
    var place: Int32 = 0
    /// How far the efficiency is from the break item's.
    var distance = 0.0
    /// What changing the item costs in the linear relaxation.
    var loss = 0.0
  }

  struct State: BitwiseCopyable {
    var weight: Int
    var profit: Int
    var history: Int32
  }

  /// One changed item of a state, and the changes before.
  struct Change: BitwiseCopyable {
    var before: Int32
    var item: Int32
  }

  static let mostStates = 1 << 14
  /// The longest list before the linear bound is taken instead.
  var stateLimit = mostStates
  static let mostChanges = 1 << 18

  private(set) var count = 0
  private var core = 0
  private let items: Cells<Item>
  private let coreItems: Cells<Item>
  private let isChosen: Cells<Bool>
  private let nextOut: Cells<Double>
  private let nextIn: Cells<Double>
  private let listA: Cells<State>
  private let listB: Cells<State>
  private let changes: Cells<Change>
  private var changeCount = 0
  private var stateCount = 0
  /// Whether the current list is `listB`.
  private var isSwapped = false

  /// An upper bound of the value; the value itself unless lists overflowed.
  private(set) var value = 0
  /// The value of the linear relaxation.
  private(set) var linearValue = 0.0
  /// The price of a unit of capacity in the linear relaxation.
  private(set) var capacityPrice = 0.0
  /// Whether the last solve gave up on exactness.
  private(set) var isRelaxed = false
  /// States kept and items looked at in all solves, as a measure of work.
  private(set) var statesMade = 0
  private(set) var itemSum = 0

  init(tasks: Int) {
    let item = Item(profit: 0, weight: 0, efficiency: 0, task: 0, isIn: false)
    let state = State(weight: 0, profit: 0, history: -1)
    items = Cells(repeating: item, count: tasks)
    coreItems = Cells(repeating: item, count: tasks)
    isChosen = Cells(repeating: false, count: tasks)
    nextOut = Cells(repeating: 0, count: tasks + 1)
    nextIn = Cells(repeating: 0, count: tasks + 1)
    listA = Cells(repeating: state, count: Self.mostStates + 1)
    listB = Cells(repeating: state, count: Self.mostStates + 1)
    changes = Cells(repeating: Change(before: -1, item: 0), count: Self.mostChanges)
  }

  deinit {
    items.deallocate()
    coreItems.deallocate()
    isChosen.deallocate()
    nextOut.deallocate()
    nextIn.deallocate()
    listA.deallocate()
    listB.deallocate()
    changes.deallocate()
  }

  func removeAll() {
    count = 0
  }

  /// - Precondition: Profit and weight are positive, and there is room.
  @inline(__always)
  func add(task: Int, profit: Int, weight: Int) {
    items[count] = Item(
      profit: profit, weight: weight, efficiency: Double(profit) / Double(weight),
      task: Int32(truncatingIfNeeded: task), isIn: false)
    count &+= 1
  }

  func isTaken(_ position: Int) -> Bool { isChosen[position] }
  func task(_ position: Int) -> Int { Int(items[position].task) }

  /// Solves for a capacity; every item fits alone.
  func solve(capacity: Int) {
    isRelaxed = false
    let (breakPosition, profit, weight) = findBreak(capacity)
    for position in 0..<count { isChosen[position] = position < breakPosition }
    value = profit
    capacityPrice = 0
    linearValue = Double(profit)
    guard breakPosition < count else { return }
    let price = items[breakPosition].efficiency
    let slack = capacity &- weight
    capacityPrice = price
    linearValue += Double(slack) * price
    guard slack > 0 else { return }
    // The greedy solutions one change away.
    var best = profit
    var first = -1
    var second = -1
    let breakItem = items[breakPosition]
    for position in 0..<breakPosition {
      let item = items[position]
      if weight &- item.weight &+ breakItem.weight <= capacity,
        profit &- item.profit &+ breakItem.profit > best
      {
        best = profit &- item.profit &+ breakItem.profit
        first = position
        second = breakPosition
      }
    }
    for position in breakPosition..<count {
      let item = items[position]
      if item.weight <= slack, profit &+ item.profit > best {
        best = profit &+ item.profit
        first = position
        second = -1
      }
    }
    value = best
    solveCore(
      capacity, breakPosition: breakPosition, profit: profit, weight: weight, first: first,
      second: second)
  }

  // MARK: - Break

  /// Moves the most efficient items that fit together to the front.
  ///
  /// Invariant: everything before `low` is at least as efficient as the rest and
  /// fits; everything from `high` on is at most as efficient as what is before it,
  /// and the items before `high` do not all fit (or `high` is the count).
  @inline(never) private func findBreak(_ capacity: Int) -> (
    position: Int, profit: Int, weight: Int
  ) {
    var low = 0
    var high = count
    var profit = 0
    var weight = 0
    let items = items
    while high &- low > 8 {
      let middle = items[(low &+ high) / 2].efficiency
      let a = items[low].efficiency
      let b = items[high &- 1].efficiency
      let pivot = max(min(a, middle), min(max(a, middle), b))
      // Three parts: above the pivot, equal to it, below.
      var above = low
      var below = high
      var scan = low
      var aboveWeight = 0
      var aboveProfit = 0
      while scan < below {
        let item = items[scan]
        if item.efficiency > pivot {
          aboveWeight &+= item.weight
          aboveProfit &+= item.profit
          items.swapAt(scan, above)
          above &+= 1
          scan &+= 1
        } else if item.efficiency < pivot {
          below &-= 1
          items.swapAt(scan, below)
        } else {
          scan &+= 1
        }
      }
      if weight &+ aboveWeight > capacity {
        high = above
        continue
      }
      profit &+= aboveProfit
      weight &+= aboveWeight
      low = above
      while low < below {
        let item = items[low]
        if weight &+ item.weight > capacity { return (low, profit, weight) }
        profit &+= item.profit
        weight &+= item.weight
        low &+= 1
      }
    }
    // Insertion sort of the last few.
    var position = low &+ 1
    while position < high {
      let item = items[position]
      var place = position
      while place > low, items[place &- 1].efficiency < item.efficiency {
        items[place] = items[place &- 1]
        place &-= 1
      }
      items[place] = item
      position &+= 1
    }
    while low < count {
      let item = items[low]
      if weight &+ item.weight > capacity { break }
      profit &+= item.profit
      weight &+= item.weight
      low &+= 1
    }
    return (low, profit, weight)
  }

  // MARK: - Core

  @inline(never) private func solveCore(
    _ capacity: Int, breakPosition: Int, profit: Int, weight: Int, first: Int, second: Int
  ) {
    let price = capacityPrice
    // Rounding of doubles below: relative 2^-53 per operation, few operations.
    let slip = linearValue * 1e-11
    let limit = linearValue + slip
    core = 0
    let items = items
    let coreItems = coreItems
    for position in 0..<count {
      var item = items[position]
      item.loss = abs(Double(item.profit) - price * Double(item.weight))
      guard limit - item.loss >= Double(value) + 1 else { continue }
      item.isIn = position < breakPosition
      item.place = Int32(truncatingIfNeeded: position)
      item.distance = abs(item.efficiency - price)
      coreItems[core] = item
      core &+= 1
    }
    itemSum &+= count
    var best = Int32(-2)
    changeCount = 0
    listA[0] = State(weight: weight, profit: profit, history: -1)
    stateCount = 1
    isSwapped = false
    var isComplete = true
    var done = 0
    var chunk = 24
    while done < core, isComplete, stateCount > 0 {
      // The nearest to the break come first; they raise the value, and then many
      // others need not come at all.
      var kept = done
      for position in done..<core where limit - coreItems[position].loss >= Double(value) + 1 {
        coreItems[kept] = coreItems[position]
        kept &+= 1
      }
      core = kept
      var end = core
      if core &- done > chunk &+ chunk / 2 {
        end = done &+ chunk
        moveNearest(from: done, to: end)
      }
      sortCore(from: done, to: end)
      bindNext(from: done, to: end)
      isComplete = work(
        from: done, to: end, capacity: capacity, limit: limit, slip: slip, best: &best)
      done = end
      chunk &*= 2
    }
    if best >= 0 {
      var change = best
      while change >= 0 {
        let place = Int(coreItems[Int(changes[Int(change)].item)].place)
        isChosen[place] = !isChosen[place]
        change = changes[Int(change)].before
      }
    } else {
      if first >= 0 { isChosen[first] = !isChosen[first] }
      if second >= 0 { isChosen[second] = !isChosen[second] }
    }
    guard !isComplete else { return }
    isRelaxed = true
    let bound = linearValue + slip
    value = max(value, bound < 0x1p62 ? Int(bound) : Int.max >> 2)
  }

  /// Moves the nearest of the core's rest to `start..<end` (Hoare's selection).
  @inline(never) private func moveNearest(from start: Int, to end: Int) {
    let coreItems = coreItems
    var low = start
    var high = core &- 1
    while low < high {
      let pivot = coreItems[(low &+ high) / 2].distance
      var left = low
      var right = high
      while left <= right {
        while coreItems[left].distance < pivot { left &+= 1 }
        while coreItems[right].distance > pivot { right &-= 1 }
        if left <= right {
          coreItems.swapAt(left, right)
          left &+= 1
          right &-= 1
        }
      }
      if end &- 1 <= right { high = right } else if end &- 1 >= left { low = left } else { return }
    }
  }

  /// Sorts a part of the core from the break outwards (Shell, gaps of Knuth).
  @inline(never) private func sortCore(from start: Int, to end: Int) {
    let coreItems = coreItems
    var gap = 1
    while gap < (end &- start) / 3 { gap = gap &* 3 &+ 1 }
    while gap > 0 {
      var position = start &+ gap
      while position < end {
        let item = coreItems[position]
        var place = position
        while place >= start &+ gap, coreItems[place &- gap].distance > item.distance {
          coreItems[place] = coreItems[place &- gap]
          place &-= gap
        }
        coreItems[place] = item
        position &+= 1
      }
      gap /= 3
    }
  }

  /// Notes the best efficiency that can still be put in, and the worst that can
  /// still be taken out, behind every position.
  @inline(never) private func bindNext(from start: Int, to end: Int) {
    var out = 0.0
    var within = Double.infinity
    var position = core
    while position > start {
      if position <= end {
        nextOut[position] = out
        nextIn[position] = within
      }
      position &-= 1
      let item = coreItems[position]
      if item.isIn {
        within = min(within, item.efficiency)
      } else {
        out = max(out, item.efficiency)
      }
    }
  }

  /// Works off a part of the core; false if the lists overflowed.
  @inline(never) private func work(
    from start: Int, to end: Int, capacity: Int, limit: Double, slip: Double, best: inout Int32
  ) -> Bool {
    var old = isSwapped ? listB : listA
    var new = isSwapped ? listA : listB
    var oldCount = stateCount
    defer { stateCount = oldCount }
    let changes = changes
    for position in start..<end where oldCount > 0 {
      let item = coreItems[position]
      if limit - item.loss < Double(value) + 1 { continue }
      let byWeight = item.isIn ? 0 &- item.weight : item.weight
      let byProfit = item.isIn ? 0 &- item.profit : item.profit
      let out = nextOut[position &+ 1]
      let within = nextIn[position &+ 1]
      var newCount = 0
      var last = Int.min
      var kept = 0
      var moved = 0
      // Invariant: `new` has rising weights and rising profits.
      while kept < oldCount || moved < oldCount {
        var state: State
        var isMoved = false
        if kept < oldCount {
          state = old[kept]
          if moved < oldCount {
            let other = old[moved]
            let otherWeight = other.weight &+ byWeight
            let otherProfit = other.profit &+ byProfit
            if otherWeight < state.weight
              || (otherWeight == state.weight && otherProfit > state.profit)
            {
              state = State(weight: otherWeight, profit: otherProfit, history: other.history)
              isMoved = true
            }
          }
        } else {
          state = old[moved]
          state.weight &+= byWeight
          state.profit &+= byProfit
          isMoved = true
        }
        if isMoved { moved &+= 1 } else { kept &+= 1 }
        if state.profit <= last { continue }
        let room = capacity &- state.weight
        if isMoved, room >= 0, state.profit > value {
          guard changeCount < Self.mostChanges else { return false }
          value = state.profit
          changes[changeCount] = Change(
            before: state.history, item: Int32(truncatingIfNeeded: position))
          best = Int32(truncatingIfNeeded: changeCount)
          changeCount &+= 1
          state.history = best
          isMoved = false
        }
        let bound = Double(state.profit) + Double(room) * (room >= 0 ? out : within)
        guard bound + slip >= Double(value) + 1 else { continue }
        if isMoved {
          guard changeCount < Self.mostChanges else { return false }
          changes[changeCount] = Change(
            before: state.history, item: Int32(truncatingIfNeeded: position))
          state.history = Int32(truncatingIfNeeded: changeCount)
          changeCount &+= 1
        }
        guard newCount < stateLimit else { return false }
        last = state.profit
        new[newCount] = state
        newCount &+= 1
      }
      statesMade &+= newCount
      swap(&old, &new)
      isSwapped.toggle()
      oldCount = newCount
    }
    return true
  }
}
