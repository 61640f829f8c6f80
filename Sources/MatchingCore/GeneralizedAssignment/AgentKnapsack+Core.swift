// SPDX-License-Identifier: GPL-3.0-or-later

// The core of a knapsack: items whose linear flip bound may beat the greedy value, worked off
// from the break outwards by lists of undominated states (Pisinger 1997, sections 3 and 4).

extension AgentKnapsack {
  @inline(never) func solveCore(
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
