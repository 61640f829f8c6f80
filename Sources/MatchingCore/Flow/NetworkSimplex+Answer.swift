// SPDX-License-Identifier: GPL-3.0-or-later

extension NetworkSimplex {
  /// Finds the cheapest flow, from the last tree on.
  ///
  /// The first call starts from nothing. A call after changes repairs the last
  /// tree and goes on from there. The same network and the same history of
  /// changes give the same answer; other histories may give another flow of the
  /// same cost.
  ///
  /// - Returns: The flow and potentials, or the proof that there is none.
  /// - Complexity: O(*n* + *m*) and O(*n*) for each pivot.
  public mutating func solve() -> FlowOutcome {
    let sum = network.supplies.reduce(0, +)
    if sum != 0 {
      return .infeasible(FlowCut(nodes: Array(0..<nodeCount), shortage: 0 - sum))
    }
    let loop = saturateLoops()
    if loop == nil, goOnDually() { return .optimal(solution()) }
    // A tree of the dual method need not be strongly feasible.
    if isStale || isDualFeasible { repair() }
    isDualFeasible = false
    lastFlows = []
    changedArcs = []
    dualRoom = nil
    let end = pivotToTheEnd()
    isWarm = true
    if case .optimal = end { isDualFeasible = loop == nil && pace.goesOnDually }
    switch end {
    case .optimal:
      if let loop { return .unbounded(FlowCycle(arcs: [loop], cost: network.costs[loop])) }
      return .optimal(solution())
    case .infeasible:
      return .infeasible(cut())
    case .endless(let position):
      // Whether a flow exists does not depend on costs.
      var feasibility = network
      feasibility.costs = Array(repeating: 0, count: arcCount)
      feasibility.greatestCost = 0
      var simplex = NetworkSimplex(feasibility)
      if case .infeasible(let cut) = simplex.solve() { return .infeasible(cut) }
      let arcs = arcs(ofCycle: position)
      return .unbounded(FlowCycle(arcs: arcs, cost: arcs.reduce(0) { $0 + network.costs[$1] }))
    }
  }

  /// Makes the last tree optimal again by the dual method, where that is possible.
  private mutating func goOnDually() -> Bool {
    guard isDualFeasible else { return false }
    var room = takeDualRoom()
    isDualFeasible = repairDually(&room)
    flippedArcs += changedArcs
    changedArcs.removeAll(keepingCapacity: true)
    room.empty()
    dualRoom = consume room
    // What is not optimal may not be strongly feasible either.
    isStale = !isDualFeasible
    return isDualFeasible
  }

  /// The room of the dual method, made when it is first asked for.
  mutating func takeDualRoom() -> DualRoom {
    unsafe dualRoom.take() ?? DualRoom(network, arcAtPosition: arcAtPosition, records: records)
  }

  /// A loop of negative cost without limit.
  private func saturateLoops() -> Int? {
    for loop in loops {
      let arc = Int(loop)
      if network.costs[arc] < 0, network.capacities[arc] == FlowNetwork.unlimited { return arc }
    }
    return nil
  }

  private mutating func solution() -> FlowSolution {
    if lastFlows.isEmpty { countFlows() } else { recountFlows() }
    flippedArcs.removeAll(keepingCapacity: true)
    // Only differences of potentials count; see "No overflow".
    let rootPotential = unsafe potentials[nodeCount]
    let numbers = (0..<nodeCount).map { unsafe potentials[$0] &- rootPotential }
    return FlowSolution(flows: lastFlows, potentials: numbers, cost: lastCost)
  }

  /// Reads flows and their cost off records and tree.
  private mutating func countFlows() {
    lastFlows = network.lowers.isEmpty ? Array(repeating: 0, count: arcCount) : network.lowers
    for position in 0..<arcCount {
      let arc = arc(at: position)
      let record = unsafe records[position]
      if record.tail == network.tails[arc], record.tail != record.head { continue }
      lastFlows[arc] = flowOutsideTree(at: position, arc)
    }
    for node in 0..<nodeCount {
      let position = unsafe Int(joints[node].arc)
      if position < arcCount { lastFlows[arc(at: position)] = flowInTree(above: node) }
    }
    lastCost = 0
    for arc in 0..<arcCount where lastFlows[arc] != 0 {
      lastCost += Int128(lastFlows[arc]) * Int128(network.costs[arc])
    }
  }

  /// Brings flows and their cost up to date where they may have changed.
  private mutating func recountFlows() {
    for arc in loops { recount(Int(arc)) }
    for arc in flippedArcs { recount(Int(arc)) }
    for node in 0..<nodeCount {
      let position = unsafe Int(joints[node].arc)
      if position < arcCount { set(flowInTree(above: node), ofArc: arc(at: position)) }
    }
  }

  private mutating func recount(_ arc: Int) {
    let position = position(of: arc)
    if !isInTree(position, arc) { set(flowOutsideTree(at: position, arc), ofArc: arc) }
  }

  private mutating func set(_ flow: Int, ofArc arc: Int) {
    guard lastFlows[arc] != flow else { return }
    lastCost += Int128(flow - lastFlows[arc]) * Int128(network.costs[arc])
    lastFlows[arc] = flow
  }

  /// What the arc between a node and its parent carries.
  private func flowInTree(above node: Int) -> Int {
    let joint = unsafe joints[node]
    let arc = arc(at: Int(joint.arc))
    return network.lower(of: arc) + (Int(network.tails[arc]) == node ? joint.down : joint.up)
  }

  /// What an arc that is not in the tree carries.
  func flowOutsideTree(at position: Int, _ arc: Int) -> Int {
    if network.tails[arc] == network.heads[arc] {
      return network.costs[arc] < 0 ? network.capacities[arc] : network.lower(of: arc)
    }
    let record = unsafe records[position]
    let isFull = record.tail != record.head && record.tail != network.tails[arc]
    return isFull ? network.capacities[arc] : network.lower(of: arc)
  }
}

// MARK: - Proofs

extension NetworkSimplex {
  /// The nodes below an end of a cycle's arc and above it, up to where both
  /// sides meet.
  private func sides(ofCycle position: Int) -> (tail: [Int], head: [Int]) {
    let record = unsafe records[position]
    var a = Int(record.tail)
    var b = Int(record.head)
    var sides: (tail: [Int], head: [Int]) = ([], [])
    while a != b {
      if unsafe links[a].size < links[b].size {
        sides.tail.append(a)
        a = unsafe Int(links[a].parent)
      } else {
        sides.head.append(b)
        b = unsafe Int(links[b].parent)
      }
    }
    return sides
  }

  /// Whether an artificial arc is part of the cycle that a record closes.
  func isArtificial(cycleOf position: Int) -> Bool {
    let sides = sides(ofCycle: position)
    return (sides.tail + sides.head).contains { unsafe Int(joints[$0].arc) >= arcCount }
  }

  /// The arcs of the cycle that a record closes, in the direction of its push.
  private func arcs(ofCycle position: Int) -> [Int] {
    let sides = sides(ofCycle: position)
    let positions =
      [position] + sides.head.map { unsafe Int(joints[$0].arc) }
      + sides.tail.reversed().map { unsafe Int(joints[$0].arc) }
    return positions.map { arc(at: $0) }
  }

  /// The nodes from which something could still be sent to one that lacks it.
  ///
  /// Since no artificial arc is used without need, none of them has
  /// too much, and no arc into the set has room.
  private mutating func cut() -> FlowCut {
    countFlows()
    let flows = lastFlows
    lastFlows = []
    var isInside = (0..<nodeCount).map { artificialFlow(of: $0) < 0 }
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for arc in 0..<arcCount {
        let tail = Int(network.tails[arc])
        let head = Int(network.heads[arc])
        if isInside[head], !isInside[tail], flows[arc] < network.capacities[arc] {
          isInside[tail] = true
          hasGrown = true
        }
        if isInside[tail], !isInside[head], flows[arc] > network.lower(of: arc) {
          isInside[head] = true
          hasGrown = true
        }
      }
    }
    var shortage = 0
    for node in 0..<nodeCount where isInside[node] { shortage -= network.supplies[node] }
    for arc in 0..<arcCount {
      switch (isInside[Int(network.tails[arc])], isInside[Int(network.heads[arc])]) {
      case (true, false): shortage += network.lower(of: arc)
      case (false, true): shortage -= network.capacities[arc]
      default: break
      }
    }
    return FlowCut(nodes: (0..<nodeCount).filter { isInside[$0] }, shortage: shortage)
  }
}
