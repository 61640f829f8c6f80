// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore

extension FlowOutcome {
  /// What is wrong with the proof, computed from the network alone.
  func fault(in network: FlowNetwork) -> String? {
    switch self {
    case .optimal(let solution): solution.fault(in: network)
    case .infeasible(let cut): cut.fault(in: network)
    case .unbounded(let cycle): cycle.fault(in: network)
    }
  }

  /// The cost, or nothing.
  var cost: Int128? {
    if case .optimal(let solution) = self { solution.cost } else { nil }
  }

  /// Which of the three it is.
  var kind: Int {
    switch self {
    case .optimal: 0
    case .infeasible: 1
    case .unbounded: 2
    }
  }
}

extension FlowSolution {
  fileprivate func fault(in network: FlowNetwork) -> String? {
    var left = network.supplies.map { Int128($0) }
    var sum: Int128 = 0
    var dual: Int128 = 0
    for arc in 0..<network.arcCount {
      let flow = flows[arc]
      let tail = Int(network.tails[arc])
      let head = Int(network.heads[arc])
      let lower = network.lower(of: arc)
      let capacity = network.capacities[arc]
      if flow < lower || flow > capacity { return "arc \(arc) carries \(flow)" }
      left[tail] -= Int128(flow)
      left[head] += Int128(flow)
      sum += Int128(flow) * Int128(network.costs[arc])
      let reduced =
        Int128(network.costs[arc]) + Int128(potentials[tail]) - Int128(potentials[head])
      if reduced < 0, flow < capacity { return "arc \(arc) should carry more" }
      if reduced > 0, flow > lower { return "arc \(arc) should carry less" }
      if reduced != 0 { dual += reduced * Int128(reduced > 0 ? lower : capacity) }
    }
    for node in 0..<network.nodeCount {
      if left[node] != 0 { return "node \(node) keeps \(left[node])" }
      dual -= Int128(potentials[node]) * Int128(network.supplies[node])
    }
    if sum != cost { return "the cost is \(sum), not \(cost)" }
    if dual != cost { return "the dual cost is \(dual), not \(cost)" }
    return nil
  }
}

extension FlowCut {
  fileprivate func fault(in network: FlowNetwork) -> String? {
    var isInside = Array(repeating: false, count: network.nodeCount)
    for node in nodes { isInside[node] = true }
    var excess = nodes.reduce(0) { $0 - network.supplies[$1] }
    for arc in 0..<network.arcCount {
      switch (isInside[Int(network.tails[arc])], isInside[Int(network.heads[arc])]) {
      case (true, false): excess += network.lower(of: arc)
      case (false, true):
        if network.capacities[arc] == FlowNetwork.unlimited { return "arc \(arc) has no limit" }
        excess -= network.capacities[arc]
      default: break
      }
    }
    if excess != shortage { return "the shortage is \(excess), not \(shortage)" }
    if shortage == 0 { return "nothing is short" }
    if shortage < 0, nodes.count < network.nodeCount { return "negative for some nodes" }
    return nil
  }
}

extension FlowCycle {
  fileprivate func fault(in network: FlowNetwork) -> String? {
    if arcs.isEmpty || cost >= 0 { return "cost \(cost) over \(arcs.count) arcs" }
    if arcs.reduce(0, { $0 + network.costs[$1] }) != cost { return "wrong cost" }
    for (index, arc) in arcs.enumerated() {
      let next = arcs[(index + 1) % arcs.count]
      if network.heads[arc] != network.tails[next] { return "broken at arc \(arc)" }
      if network.capacities[arc] != FlowNetwork.unlimited { return "arc \(arc) has a limit" }
    }
    return nil
  }
}
