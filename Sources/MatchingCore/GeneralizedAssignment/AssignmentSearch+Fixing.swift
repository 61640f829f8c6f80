// SPDX-License-Identifier: GPL-3.0-or-later

extension AssignmentSearch {
  /// Removes cells that no assignment up to the target can use, by what each is
  /// worth to its agent's knapsack exactly.
  ///
  /// The last evaluation was at the prices. Agents whose capacity is too large
  /// for a table keep the estimates of `fixCells`.
  ///
  /// - Returns: False if a task has no agent left.
  func fixCellsExactly(_ prices: Cells<Int>, bound: Int128) -> Bool {
    let slack = Double(scaledTarget - bound)
    guard slack >= 0 else { return false }
    let outSum = outSum
    let entryLoss = entryLoss
    let exitLoss = exitLoss
    for position in 0..<freeCount { outSum[Int(freeTask[position])] = 0 }
    // How far the tables' values are below those that made the bound.
    var gain = 0.0
    var sum = 0.0
    for agent in 0..<agents {
      let start = agent &* tasks
      let end = start &+ taskCount[agent]
      sum += Double(value[agent])
      table.removeAll()
      var free = 0.0
      for position in start..<end {
        let task = Int(taskOf[position])
        let profit = prices[task] &- scaledCost[start &+ task]
        guard profit > 0 else { continue }
        if weight[start &+ task] > 0 {
          table.add(profit: Double(profit), weight: weight[start &+ task])
        } else {
          free += Double(profit)
        }
      }
      guard table.isSmall(capacity: room[agent]) else {
        let rate = capacityPrice[agent]
        let slip = knapsackGap[agent]
        for position in start..<end {
          let task = Int(taskOf[position])
          let cell = start &+ task
          let loss = Double(prices[task] &- scaledCost[cell]) - rate * Double(weight[cell])
          if loss > slip { outSum[task] += loss - slip }
          exitLoss[cell] = max(0, loss - slip)
          entryLoss[cell] = loss > slip ? slip - loss : max(0, -loss - slip)
        }
        continue
      }
      table.solve(capacity: room[agent])
      gain += Double(value[agent]) - free - table.value
      var item = 0
      for position in start..<end {
        let task = Int(taskOf[position])
        let cell = start &+ task
        let profit = prices[task] &- scaledCost[cell]
        if weight[cell] == 0 {
          if profit > 0 { outSum[task] += Double(profit) }
          exitLoss[cell] = Double(max(0, profit))
          entryLoss[cell] = Double(0 &- profit)
        } else if profit > 0 {
          outSum[task] += table.outLoss[item]
          exitLoss[cell] = table.outLoss[item]
          entryLoss[cell] = table.inLoss[item] - table.outLoss[item]
          item &+= 1
        } else {
          exitLoss[cell] = 0
          entryLoss[cell] = table.inLoss(profit: Double(profit), weight: weight[cell])
        }
      }
    }
    let margin = slack - max(gain, 0) + 1 + (slack + sum) * 1e-10
    for agent in 0..<agents {
      let start = agent &* tasks
      var position = start &+ taskCount[agent]
      while position > start {
        position &-= 1
        let task = Int(taskOf[position])
        if outSum[task] + entryLoss[start &+ task] > margin {
          remove(agent: agent, task: task)
        }
      }
    }
    return propagate()
  }
}
