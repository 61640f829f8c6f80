// SPDX-License-Identifier: GPL-3.0-or-later

extension AssignmentSearch {
  /// Takes the relaxed solution if it is an assignment within the target.
  func takeRelaxed() -> Bool {
    for position in 0..<freeCount where shortage[Int(freeTask[position])] != 0 { return false }
    for agent in 0..<agents {
      for position in 0..<chosenCount[agent] {
        owner[Int(chosen[agent &* tasks &+ position])] = Int32(truncatingIfNeeded: agent)
      }
    }
    return takeOwners()
  }

  /// Keeps what `owner` says if it is better than the best and within the target.
  func takeOwners() -> Bool {
    var total = fixedCost
    for position in 0..<freeCount {
      let task = Int(freeTask[position])
      total &+= cost[Int(owner[task]) &* tasks &+ task]
    }
    if total < divedCost {
      divedCost = total
      dived = (0..<tasks).map { fixedAgent[$0] >= 0 ? fixedAgent[$0] : owner[$0] }
    }
    if total < bestCost {
      bestCost = total
      best = (0..<tasks).map { fixedAgent[$0] >= 0 ? fixedAgent[$0] : owner[$0] }
    }
    return Int128(total) * Int128(scale) <= scaledTarget
  }

  /// Makes an assignment of the last relaxed solution, if it can.
  ///
  /// - Returns: Whether one within the target was found.
  func repair(_ prices: Cells<Int>) -> Bool {
    for agent in 0..<agents { left[agent] = room[agent] }
    for position in 0..<freeCount { owner[Int(freeTask[position])] = -1 }
    for agent in 0..<agents {
      for position in 0..<chosenCount[agent] {
        let task = Int(chosen[agent &* tasks &+ position])
        guard isFree(agent: agent, task: task) else { continue }
        let cell = agent &* tasks &+ task
        guard weight[cell] <= left[agent] else { continue }
        let rival = Int(owner[task])
        if rival >= 0 {
          let other = rival &* tasks &+ task
          let mine = Double(scaledCost[cell]) + capacityPrice[agent] * Double(weight[cell])
          let theirs = Double(scaledCost[other]) + capacityPrice[rival] * Double(weight[other])
          if theirs <= mine { continue }
          left[rival] &+= weight[other]
        }
        owner[task] = Int32(truncatingIfNeeded: agent)
        left[agent] &-= weight[cell]
      }
    }
    for position in 0..<freeCount {
      let task = Int(freeTask[position])
      if owner[task] < 0, !place(task) { return false }
    }
    improve()
    return takeOwners()
  }

  /// Gives an unassigned task to an agent, moving another task away if need be.
  private func place(_ task: Int) -> Bool {
    var least = Double.infinity
    var taker = -1
    for spot in 0..<optionCount[task] {
      let agent = Int(agentOf[task &* agents &+ spot])
      let cell = agent &* tasks &+ task
      guard weight[cell] <= left[agent] else { continue }
      let loss = Double(scaledCost[cell]) + capacityPrice[agent] * Double(weight[cell])
      if loss < least {
        least = loss
        taker = agent
      }
    }
    var moved = -1
    var receiver = -1
    if taker < 0 {
      for position in 0..<freeCount {
        let other = Int(freeTask[position])
        let agent = Int(owner[other])
        guard agent >= 0, isFree(agent: agent, task: task) else { continue }
        let cell = agent &* tasks &+ task
        let from = agent &* tasks &+ other
        guard weight[cell] <= left[agent] &+ weight[from] else { continue }
        let base =
          Double(scaledCost[cell] &- scaledCost[from])
          + capacityPrice[agent] * Double(weight[cell] &- weight[from])
        for spot in 0..<optionCount[other] {
          let third = Int(agentOf[other &* agents &+ spot])
          let to = third &* tasks &+ other
          guard third != agent, weight[to] <= left[third] else { continue }
          let loss =
            base + Double(scaledCost[to]) + capacityPrice[third] * Double(weight[to])
          if loss < least {
            least = loss
            taker = agent
            moved = other
            receiver = third
          }
        }
      }
      guard taker >= 0 else { return false }
      left[taker] &+= weight[taker &* tasks &+ moved]
      owner[moved] = Int32(truncatingIfNeeded: receiver)
      left[receiver] &-= weight[receiver &* tasks &+ moved]
    }
    owner[task] = Int32(truncatingIfNeeded: taker)
    left[taker] &-= weight[taker &* tasks &+ task]
    return true
  }

  /// Shifts single tasks and swaps pairs as long as that is cheaper.
  private func improve() {
    var isBetter = true
    while isBetter {
      isBetter = false
      for position in 0..<freeCount {
        let task = Int(freeTask[position])
        for spot in 0..<optionCount[task] {
          let from = Int(owner[task])
          let agent = Int(agentOf[task &* agents &+ spot])
          guard agent != from else { continue }
          let old = from &* tasks &+ task
          let new = agent &* tasks &+ task
          let gain = cost[old] &- cost[new]
          if weight[new] <= left[agent] {
            guard gain > 0 else { continue }
            left[from] &+= weight[old]
            left[agent] &-= weight[new]
            owner[task] = Int32(truncatingIfNeeded: agent)
            isBetter = true
            continue
          }
          for place in 0..<taskCount[agent] {
            let other = Int(taskOf[agent &* tasks &+ place])
            guard owner[other] == agent else { continue }
            let back = from &* tasks &+ other
            guard Int(taskPlace[back]) < taskCount[from] else { continue }
            let here = agent &* tasks &+ other
            guard gain &+ cost[here] &- cost[back] > 0,
              weight[new] <= left[agent] &+ weight[here],
              weight[back] <= left[from] &+ weight[old]
            else { continue }
            left[agent] &+= weight[here] &- weight[new]
            left[from] &+= weight[old] &- weight[back]
            owner[task] = Int32(truncatingIfNeeded: agent)
            owner[other] = Int32(truncatingIfNeeded: from)
            isBetter = true
            break
          }
        }
      }
    }
  }
}
