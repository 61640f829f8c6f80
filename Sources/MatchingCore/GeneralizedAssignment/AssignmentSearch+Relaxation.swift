// SPDX-License-Identifier: GPL-3.0-or-later

extension AssignmentSearch {
  /// Solves every agent's knapsack at the given prices.
  ///
  /// - Returns: The Lagrangian bound in units of price.
  func evaluate(_ prices: Cells<Int>) -> Int128 {
    evaluations &+= 1
    var bound = Int128(fixedCost) * Int128(scale)
    var sum = 0
    for position in 0..<freeCount {
      let task = Int(freeTask[position])
      sum &+= prices[task]
      shortage[task] = 1
    }
    bound += Int128(sum)
    let knapsack = knapsack
    let taskOf = taskOf
    let scaledCost = scaledCost
    let weight = weight
    let chosen = chosen
    let shortage = shortage
    for agent in 0..<agents {
      let start = agent &* tasks
      var taken = 0
      var free = 0
      knapsack.removeAll()
      for position in start..<(start &+ taskCount[agent]) {
        let task = Int(taskOf[position])
        let profit = prices[task] &- scaledCost[start &+ task]
        guard profit > 0 else { continue }
        if weight[start &+ task] > 0 {
          knapsack.add(task: task, profit: profit, weight: weight[start &+ task])
        } else {
          free &+= profit
          chosen[start &+ taken] = Int32(truncatingIfNeeded: task)
          taken &+= 1
          shortage[task] &-= 1
        }
      }
      knapsack.solve(capacity: room[agent])
      for position in 0..<knapsack.count where knapsack.isTaken(position) {
        let task = knapsack.task(position)
        chosen[start &+ taken] = Int32(truncatingIfNeeded: task)
        taken &+= 1
        shortage[task] &-= 1
      }
      chosenCount[agent] = taken
      value[agent] = knapsack.value &+ free
      capacityPrice[agent] = knapsack.capacityPrice
      knapsackGap[agent] = max(0, knapsack.linearValue - Double(knapsack.value))
      bound -= Int128(value[agent])
    }
    return bound
  }

  /// Removes cells that no assignment up to a cost can use, by the last
  /// evaluation at the prices.
  ///
  /// Moving a cell in or out of an agent's knapsack costs at least its loss in the
  /// linear relaxation less the gap between that and the knapsack's value.
  /// A cell (i, j) in use means that all other agents leave task j out.
  ///
  /// - Returns: False if a task has no agent left.
  func fixCells(_ prices: Cells<Int>, bound: Int128) -> Bool {
    let slack = Double(scaledTarget - bound)
    guard slack >= 0 else { return false }
    let margin = slack + 1 + slack * 1e-9
    let outSum = outSum
    for position in 0..<freeCount { outSum[Int(freeTask[position])] = 0 }
    for agent in 0..<agents {
      let start = agent &* tasks
      let rate = capacityPrice[agent]
      let slip = knapsackGap[agent] + 1e-10 * Double(value[agent])
      for position in start..<(start &+ taskCount[agent]) {
        let task = Int(taskOf[position])
        let loss =
          Double(prices[task] &- scaledCost[start &+ task]) - rate * Double(weight[start &+ task])
        if loss > slip { outSum[task] += loss - slip }
      }
    }
    for agent in 0..<agents {
      let start = agent &* tasks
      let rate = capacityPrice[agent]
      let slip = knapsackGap[agent] + 1e-10 * Double(value[agent])
      var position = start &+ taskCount[agent]
      while position > start {
        position &-= 1
        let task = Int(taskOf[position])
        let loss =
          Double(prices[task] &- scaledCost[start &+ task]) - rate * Double(weight[start &+ task])
        var penalty = outSum[task]
        if loss > slip { penalty -= loss - slip } else if -loss > slip { penalty -= loss + slip }
        if penalty > margin { remove(agent: agent, task: task) }
      }
    }
    return propagate()
  }
}
