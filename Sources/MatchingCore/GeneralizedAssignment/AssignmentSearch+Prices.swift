// SPDX-License-Identifier: GPL-3.0-or-later

extension AssignmentSearch {
  /// First prices: a subgradient search over prices of capacity.
  ///
  /// For prices *μ* of capacity the bound is Σ_j min_i (c_ij + μ_i a_ij) − Σ μ_i b_i,
  /// the linear relaxation's at its best; the minima are prices of the tasks.
  func startPrices(rounds: Int) {
    var rates = [Double](repeating: 0, count: agents)
    var bestRates = rates
    var best = -Double.infinity
    var use = [Double](repeating: 0, count: agents)
    var factor = 0.5
    let reach = costSpread
    var stale = 0
    for _ in 0..<rounds {
      for agent in 0..<agents { use[agent] = -Double(room[agent]) }
      var bound = 0.0
      for position in 0..<freeCount {
        let task = Int(freeTask[position])
        var least = Double.infinity
        var winner = 0
        for spot in 0..<optionCount[task] {
          let agent = Int(agentOf[task * agents + spot])
          let cell = agent * tasks + task
          let cost = Double(scaledCost[cell]) + rates[agent] * Double(weight[cell])
          if cost < least || (cost == least && agent < winner) {
            least = cost
            winner = agent
          }
        }
        bound += least
        use[winner] += Double(weight[winner * tasks + task])
      }
      for agent in 0..<agents { bound -= rates[agent] * Double(room[agent]) }
      if bound > best {
        best = bound
        bestRates = rates
        stale = 0
        factor *= 1.05
      } else {
        stale += 1
        if stale >= 6 {
          factor *= 0.7
          stale = 0
          rates = bestRates
        }
      }
      // Capacities of different size are made comparable.
      var norm = 0.0
      for agent in 0..<agents {
        if use[agent] < 0 && rates[agent] == 0 { use[agent] = 0 }
        let size = Double(max(room[agent], 1))
        norm += use[agent] * use[agent] / (size * size)
      }
      guard norm > 1e-12 else { break }
      let step = factor * reach / norm
      for agent in 0..<agents {
        let size = Double(max(room[agent], 1))
        rates[agent] = max(0, rates[agent] + step * use[agent] / (size * size))
      }
    }
    takeRates(bestRates)
  }

  func takeRates(_ bestRates: [Double]) {
    for position in 0..<freeCount {
      let task = Int(freeTask[position])
      var least = Double.infinity
      for spot in 0..<optionCount[task] {
        let agent = Int(agentOf[task * agents + spot])
        let cell = agent * tasks + task
        least = min(least, Double(scaledCost[cell]) + bestRates[agent] * Double(weight[cell]))
      }
      price[task] = clamped(least)
    }
  }

  /// What assigning at random would cost in excess, roughly, in units of price.
  var costSpread: Double {
    var sum = 0.0
    for position in 0..<freeCount {
      let task = Int(freeTask[position])
      var costs = 0.0
      for spot in 0..<optionCount[task] {
        costs += Double(scaledCost[Int(agentOf[task * agents + spot]) * tasks + task])
      }
      sum += costs / Double(max(optionCount[task], 1))
    }
    return max(sum / 2, Double(scale))
  }

  /// The nearest price.
  @inline(__always)
  func clamped(_ price: Double) -> Int {
    let limit = Double(priceLimit)
    return Int(max(-limit, min(limit, price)).rounded())
  }

  enum Ascent {
    /// No assignment up to the target is left.
    case closed
    /// The bound does not exceed the target.
    case open
    /// An assignment that costs no more than the target was found.
    case found
    /// A limit was reached.
    case stopped
  }

  /// Raises the bound by the volume algorithm, from `price`.
  ///
  /// Barahona and Anbil, "The volume algorithm: producing primal solutions with a
  /// subgradient method", Mathematical Programming 87 (2000).
  ///
  /// - Parameters:
  ///   - rounds: The most relaxations.
  ///   - reach: How far above the bound the steps aim, in units of price.
  ///   - isFresh: Whether the running average begins anew.
  ///   - isExact: Whether cells are removed by exact losses now and then.
  /// - Returns: Why the ascent ended.
  func ascend(_ rounds: Int, reach: Double, isFresh: Bool, isExact: Bool = false) -> Ascent {
    if isStopped() { return .stopped }
    var bound = evaluate(price)
    if isFresh { takeDirection() } else { mix(0.1) }
    var factor = 1.0
    var stale = 0
    var reach = reach
    var mixing = 0.1
    nodeBound = bound
    if bound > scaledTarget { return .closed }
    if takeRelaxed() { return .found }
    if !fixCells(price, bound: bound) { return .closed }
    if freeCount == 0 { return takeOwners() ? .found : .closed }
    var last = bound
    var idle = 0
    var exactly = 0
    for round in 0..<rounds {
      var norm = 0.0
      for position in 0..<freeCount {
        let d = direction[Int(freeTask[position])]
        norm += d * d
      }
      guard norm > 1e-9 else { break }
      let step = factor * reach / norm
      for position in 0..<freeCount {
        let task = Int(freeTask[position])
        trialPrice[task] = clamped(Double(price[task]) + step * direction[task])
      }
      if isStopped() { return .stopped }
      var trial = evaluate(trialPrice)
      var inner = 0.0
      var distance = 0.0
      for position in 0..<freeCount {
        let task = Int(freeTask[position])
        let g = Double(shortage[task])
        let d = direction[task]
        inner += g * d
        distance += (g - d) * (g - d)
      }
      var part = distance > 0 ? (norm - inner) / distance : mixing
      part = max(mixing / 10, min(mixing, part))
      mix(part)
      if trial > scaledTarget {
        nodeBound = trial
        return .closed
      }
      if takeRelaxed() { return .found }
      if trial > bound - Int128(scale) || round % 8 == 0 {
        if !fixCells(trialPrice, bound: trial) { return .closed }
        if freeCount == 0 { return takeOwners() ? .found : .closed }
        if isExact, trial > bound, round &- exactly >= 30 {
          exactly = round
          // Exact losses need the values of what is free now.
          trial = evaluate(trialPrice)
          if trial > scaledTarget {
            nodeBound = trial
            return .closed
          }
          if !fixCellsExactly(trialPrice, bound: trial) { return .closed }
          if freeCount == 0 { return takeOwners() ? .found : .closed }
        }
      }
      if trial > bound {
        bound = trial
        for position in 0..<freeCount {
          let task = Int(freeTask[position])
          price[task] = trialPrice[task]
        }
        stale = 0
        if inner > 0 { factor = min(factor * 1.1, 2) }
      } else {
        stale += 1
        if stale >= (rounds > 200 ? 10 : 4) {
          stale = 0
          factor *= 0.66
        }
      }
      if round % 50 == 49 {
        let gain = Double(bound - last)
        last = bound
        if gain < 0.01 * reach { reach *= 0.5 }
        if gain < 0.0005 * abs(Double(bound)) { mixing = max(mixing * 0.6, 1e-3) }
        idle = gain < 0.001 * Double(scale) ? idle + 1 : 0
        if idle >= 5 { break }
      }
    }
    nodeBound = bound
    return .open
  }

  private func takeDirection() {
    for position in 0..<freeCount {
      let task = Int(freeTask[position])
      direction[task] = Double(shortage[task])
    }
    for agent in 0..<agents {
      let start = agent &* tasks
      for position in start..<(start &+ taskCount[agent]) {
        share[start &+ Int(taskOf[position])] = 0
      }
      for position in start..<(start &+ chosenCount[agent]) {
        share[start &+ Int(chosen[position])] = 1
      }
    }
    shareScale = 1
  }

  /// Mixes a part of the last relaxed solution into the average.
  private func mix(_ part: Double) {
    for position in 0..<freeCount {
      let task = Int(freeTask[position])
      direction[task] += part * (Double(shortage[task]) - direction[task])
    }
    shareScale *= 1 - part
    let amount = part / shareScale
    for agent in 0..<agents {
      let start = agent &* tasks
      for position in start..<(start &+ chosenCount[agent]) {
        share[start &+ Int(chosen[position])] += amount
      }
    }
    if shareScale < 1e-100 {
      for agent in 0..<agents {
        let start = agent &* tasks
        for position in start..<(start &+ taskCount[agent]) {
          share[start &+ Int(taskOf[position])] *= shareScale
        }
      }
      shareScale = 1
    }
  }
}
