// SPDX-License-Identifier: GPL-3.0-or-later

/// What is known of a network's cheapest flow, with its proof.
public enum FlowOutcome: Equatable, Sendable {
  /// The cheapest flow, and potentials that prove it.
  case optimal(FlowSolution)
  /// No flow keeps to supplies and bounds; the cut proves it.
  case infeasible(FlowCut)
  /// Flows exist, and each can be made cheaper without end along the cycle.
  case unbounded(FlowCycle)
}

/// A cheapest flow.
public struct FlowSolution: Equatable, Sendable {
  /// What each arc carries.
  public let flows: [Int]
  /// A number for each node.
  ///
  /// The reduced cost of an arc, its cost plus its
  /// tail's potential minus its head's, is at least 0 where the arc carries less
  /// than its capacity, and at most 0 where it carries more than its lower
  /// bound. That proves the flow cheapest.
  public let potentials: [Int]
  /// The sum over arcs of cost times flow.
  ///
  /// It may leave 64 bits.
  public let cost: Int128
}

/// A set of nodes that needs more than can come in, or, where supplies add up to
/// more than nothing, all nodes.
public struct FlowCut: Equatable, Sendable {
  /// The nodes in rising order.
  public let nodes: [Int]
  /// How much is missing: a positive number.
  ///
  /// It is what the nodes need and arcs that lead out must carry, beyond what
  /// arcs that lead in can carry. It is negative only if the set
  /// is every node and supplies add up to more than nothing.
  public let shortage: Int
}

/// A directed cycle of arcs without limit, of negative cost.
public struct FlowCycle: Equatable, Sendable {
  /// The arcs, each beginning where the one before ends.
  public let arcs: [Int]
  /// The sum of their costs.
  public let cost: Int
}

extension FlowNetwork {
  /// Finds the cheapest flow from nothing.
  ///
  /// The same network gives the same answer.
  ///
  /// - Returns: The flow and potentials, or the proof that there is none.
  /// - Complexity: See `NetworkSimplex`.
  public func cheapestFlow() -> FlowOutcome {
    var simplex = NetworkSimplex(self)
    return simplex.solve()
  }
}
