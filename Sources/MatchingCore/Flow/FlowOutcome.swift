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
  /// A number for each node. The reduced cost of an arc, its cost plus its
  /// tail's potential minus its head's, is at least 0 where the arc carries less
  /// than its capacity, and at most 0 where it carries more than its lower
  /// bound. That proves the flow cheapest.
  public let potentials: [Int]
  /// The sum over arcs of cost times flow. It may leave 64 bits.
  public let cost: Int128
}

/// A set of nodes that needs more than can come in.
public struct FlowCut: Equatable, Sendable {
  /// The nodes in rising order. What they need beyond their supplies, plus the
  /// lower bounds of arcs that lead out, exceeds the capacities of arcs that
  /// lead in. If supplies do not add up to 0, this may be every node.
  public let nodes: [Int]
  /// By how much: a positive number. Negative when all nodes together have too
  /// much, and no arc leads out.
  public let shortage: Int128
}

/// A directed cycle of arcs without limit, of negative cost.
public struct FlowCycle: Equatable, Sendable {
  /// The arcs, each beginning where the one before ends.
  public let arcs: [Int]
  /// The sum of their costs.
  public let cost: Int
}
