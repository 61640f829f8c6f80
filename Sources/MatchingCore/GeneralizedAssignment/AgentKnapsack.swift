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
  var core = 0
  let items: Cells<Item>
  let coreItems: Cells<Item>
  let isChosen: Cells<Bool>
  let nextOut: Cells<Double>
  let nextIn: Cells<Double>
  let listA: Cells<State>
  let listB: Cells<State>
  let changes: Cells<Change>
  var changeCount = 0
  var stateCount = 0
  /// Whether the current list is `listB`.
  var isSwapped = false

  /// An upper bound of the value; the value itself unless lists overflowed.
  var value = 0
  /// The value of the linear relaxation.
  private(set) var linearValue = 0.0
  /// The price of a unit of capacity in the linear relaxation.
  private(set) var capacityPrice = 0.0
  /// Whether the last solve gave up on exactness.
  var isRelaxed = false
  /// States kept and items looked at in all solves, as a measure of work.
  var statesMade = 0
  var itemSum = 0

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
}
