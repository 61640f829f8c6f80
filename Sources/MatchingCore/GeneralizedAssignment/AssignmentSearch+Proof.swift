// SPDX-License-Identifier: GPL-3.0-or-later

extension AssignmentSearch {
  /// Whether a limit is reached; asked before every relaxation.
  func isStopped() -> Bool {
    if stop != nil { return true }
    if let work = limits.work, evaluations >= work {
      stop = .work
    } else if evaluations & 7 == 0 {
      if let seconds = limits.seconds, clock.now - started >= .seconds(seconds) {
        stop = .seconds
      } else if let isCancelled = limits.isCancelled, isCancelled() {
        stop = .cancellation
      }
    }
    return stop != nil
  }

  /// What knapsacks have cost until now, independent of the machine.
  var knapsackWork: Int { knapsack.itemSum + knapsack.statesMade }

  func setTarget(_ cost: Int) {
    scaledTarget = Int128(cost) * Int128(scale)
  }

  /// Searches until the best assignment is proved or a limit is reached.
  ///
  /// Afterwards no assignment costs less than `provedBound`.
  func search(report: (Int?, Int) -> Void) {
    setTarget(worstCost)
    for task in 0..<tasks where optionCount[task] <= 1 { pending.append(Int32(task)) }
    guard propagate() else {
      provedBound = .max
      return
    }
    if freeCount == 0 {
      _ = takeOwners()
      provedBound = bestCost
      return
    }
    if agents <= LinearPrices.mostAgents {
      var linear = LinearPrices(self)
      linear.solve()
      takeRates(linear.best)
    } else {
      startPrices(rounds: 200)
    }
    var outcome = Ascent.open
    knapsack.stateLimit = 100
    outcome = ascend(200, reach: costSpread * 0.001, isFresh: true)
    knapsack.stateLimit = AgentKnapsack.mostStates
    if case .open = outcome {
      _ = repair(price)
      if bestCost != .max { setTarget(bestCost - 1) }
      outcome = ascend(1500, reach: costSpread * 0.0003, isFresh: true)
    }
    if case .closed = outcome {
      provedBound = bestCost
      return
    }
    for task in 0..<tasks { rootPrice[task] = price[task] }
    provedBound = max(provedBound, wholeCost(nodeBound))
    if case .stopped = outcome { return }
    _ = repair(price)
    report(bestCost == .max ? nil : bestCost, provedBound)
    shareEffort(report: report)
  }

  /// Raises the bound by deciding that nothing up to a target exists; steps
  /// double as long as that goes well, so that wide costs take few of them.
  ///
  /// - Parameters:
  ///   - work: How much knapsacks may cost before it ends, roughly.
  ///   - report: Told the best value so far, if any, and the proven bound.
  func prove(work: Int, report: (Int?, Int) -> Void) {
    var step = 1
    let end = knapsackWork + work
    while provedBound < bestCost {
      takeRootPrices()
      // What costs more than the dearest assignment does not exist.
      let last = bestCost == .max ? worstCost : bestCost - 1
      guard provedBound <= last else {
        provedBound = bestCost
        return
      }
      let target = step > last - provedBound ? last : provedBound + step - 1
      setTarget(target)
      let decision = decide(
        nodeLimit: .max, rounds: 100, work: end - knapsackWork)
      switch decision {
      case .none:
        provedBound = target + 1
        step = step > last / 2 ? last : step * 2
      case .found: step = max(1, step / 4)
      case .limit:
        if step == 1 || stop != nil { return }
        step = max(1, step / 8)
      }
      report(bestCost == .max ? nil : bestCost, provedBound)
    }
  }

  /// Removes for good what no better assignment can use; false if nothing can.
  func tighten() -> Bool {
    guard bestCost != .max else { return true }
    takeRootPrices()
    setTarget(bestCost - 1)
    for _ in 0..<8 {
      let mark = trail.count
      let bound = evaluate(price)
      guard bound <= scaledTarget, fixCells(price, bound: bound) else { return false }
      if trail.count == mark { break }
    }
    return true
  }

  func takeRootPrices() {
    for task in 0..<tasks { price[task] = rootPrice[task] }
    nodeBound = Int128(provedBound) * Int128(scale)
  }

  /// The least whole cost that is not below a bound.
  func wholeCost(_ bound: Int128) -> Int {
    let (quotient, rest) = bound.quotientAndRemainder(dividingBy: Int128(scale))
    return Int(rest > 0 ? quotient + 1 : quotient)
  }

  /// No assignment costs more.
  var worstCost: Int {
    var sum = 0
    for task in 0..<tasks {
      var worst = 0
      for agent in 0..<agents { worst = max(worst, cost[agent * tasks + task]) }
      sum += worst
    }
    return sum
  }
}
