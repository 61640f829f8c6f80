// SPDX-License-Identifier: GPL-3.0-or-later

/// A network of nodes and arcs through which goods flow at a cost.
///
/// Node `v` sends out `supplies[v]` more than it receives (less if negative).
/// Arc `a` leads from `tails[a]` to `heads[a]`, carries a whole amount from its
/// lower bound to its capacity, and costs `costs[a]` for each unit. Parallel
/// arcs and loops are allowed.
///
///     let network = try FlowNetwork(
///       supplies: [2, 0, -2], tails: [0, 0, 1], heads: [1, 2, 2],
///       capacities: [2, 1, 2], costs: [1, 3, 1])
///
/// Bounds of what is taken: 2²² nodes, 2²⁷ arcs, costs and amounts up to 2⁴⁰ in
/// size, (nodes + 2) · (greatest cost + 1) up to 2⁶⁰, and a sum of the sizes of
/// all supplies, lower bounds and finite capacities up to 2⁶⁰, from which it
/// follows that no computation of the solvers leaves 64 bits.
public struct FlowNetwork: Sendable {
  /// What each node sends out more than it receives.
  public internal(set) var supplies: [Int]
  /// Where each arc begins.
  public internal(set) var tails: [Int32]
  /// Where each arc ends.
  public internal(set) var heads: [Int32]
  /// The least each arc may carry; empty if that is nothing everywhere.
  public internal(set) var lowers: [Int]
  /// The most each arc may carry; `unlimited` for no limit.
  public internal(set) var capacities: [Int]
  /// The cost of one unit on each arc.
  public internal(set) var costs: [Int]

  /// The sizes of all supplies, lower bounds and finite capacities, added.
  var amounts = 0
  /// The greatest size of a cost.
  var greatestCost = 0

  /// The capacity of an arc that carries any amount.
  public static let unlimited = Int.max
  /// The greatest size of a cost, a bound or a supply.
  public static let greatestMagnitude = 1 << 40
  /// The greatest number of nodes.
  public static let greatestNodeCount = 1 << 22
  /// The greatest sum of the sizes of supplies, lower bounds and capacities, and
  /// the greatest product of nodes and cost.
  public static let greatestSum = 1 << 60
  /// The greatest number of arcs.
  public static let greatestArcCount = 1 << 27

  /// Takes a network if it keeps to the bounds.
  ///
  /// - Parameters:
  ///   - supplies: What each node sends out more than it receives.
  ///   - tails: Where each arc begins.
  ///   - heads: Where each arc ends.
  ///   - lowers: The least each arc may carry; empty for nothing.
  ///   - capacities: The most each arc may carry.
  ///   - costs: The cost of one unit on each arc.
  /// - Throws: What is wrong, with its place and value.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* arcs.
  public init(
    supplies: [Int], tails: [Int32], heads: [Int32], lowers: [Int] = [], capacities: [Int],
    costs: [Int]
  ) throws(Invalid) {
    let count = tails.count
    guard supplies.count <= Self.greatestNodeCount else { throw .tooManyNodes(supplies.count) }
    guard count <= Self.greatestArcCount else { throw .tooManyArcs(count) }
    guard
      heads.count == count, capacities.count == count, costs.count == count,
      lowers.isEmpty || lowers.count == count
    else { throw .unequalCounts }
    // 2²² + 2 · 2²⁷ amounts of at most 2⁴⁰ could leave 64 bits, so the sum stops
    // growing where it is too great.
    var amounts = 0
    for (node, supply) in supplies.enumerated() {
      try Self.check(supply: supply, of: node)
      amounts += abs(supply)
    }
    let nodes = 0..<Int32(supplies.count)
    var greatestCost = 0
    for arc in 0..<count {
      guard nodes.contains(tails[arc]) else { throw .node(arc: arc, Int(tails[arc])) }
      guard nodes.contains(heads[arc]) else { throw .node(arc: arc, Int(heads[arc])) }
      try Self.check(cost: costs[arc], of: arc)
      let lower = lowers.isEmpty ? 0 : lowers[arc]
      try Self.check(lower: lower, capacity: capacities[arc], of: arc)
      greatestCost = max(greatestCost, abs(costs[arc]))
      amounts = min(
        Self.greatestSum + 1, amounts + Self.size(lower: lower, capacity: capacities[arc]))
    }
    try Self.check(amounts: amounts)
    try Self.check(nodes: supplies.count, cost: greatestCost)
    self.amounts = amounts
    self.greatestCost = greatestCost
    self.supplies = supplies
    self.tails = tails
    self.heads = heads
    self.lowers = lowers.contains { $0 != 0 } ? lowers : []
    self.capacities = capacities
    self.costs = costs
  }
}

// MARK: - Checks

extension FlowNetwork {
  static func size(lower: Int, capacity: Int) -> Int {
    abs(lower) + (capacity == unlimited ? 0 : abs(capacity))
  }

  static func check(supply: Int, of node: Int) throws(Invalid) {
    guard supply.magnitude <= UInt(greatestMagnitude) else { throw .supply(node: node, supply) }
  }

  static func check(cost: Int, of arc: Int) throws(Invalid) {
    guard cost.magnitude <= UInt(greatestMagnitude) else { throw .cost(arc: arc, cost) }
  }

  static func check(lower: Int, capacity: Int, of arc: Int) throws(Invalid) {
    guard
      lower.magnitude <= UInt(greatestMagnitude), lower <= capacity,
      capacity == unlimited || capacity <= greatestMagnitude
    else { throw .bounds(arc: arc, lower: lower, capacity: capacity) }
  }

  static func check(amounts: Int) throws(Invalid) {
    guard amounts <= greatestSum else { throw .amounts }
  }

  static func check(nodes: Int, cost: Int) throws(Invalid) {
    guard (nodes + 2) * (cost + 1) <= greatestSum else {
      throw .magnitude(nodes: nodes, cost: cost)
    }
  }
}

extension FlowNetwork {
  /// How many nodes there are.
  public var nodeCount: Int { supplies.count }

  /// How many arcs there are.
  public var arcCount: Int { tails.count }

  /// The least an arc may carry.
  ///
  /// - Parameter arc: The arc.
  /// - Returns: Its lower bound.
  public func lower(of arc: Int) -> Int { lowers.isEmpty ? 0 : lowers[arc] }

  /// What a network cannot have.
  public enum Invalid: Error, Equatable, Sendable {
    /// More nodes than `greatestNodeCount`.
    case tooManyNodes(Int)
    /// More arcs than `greatestArcCount`.
    case tooManyArcs(Int)
    /// Arrays that describe the arcs have different lengths.
    case unequalCounts
    /// An arc that begins or ends at a node that does not exist.
    case node(arc: Int, Int)
    /// A cost beyond `greatestMagnitude`.
    case cost(arc: Int, Int)
    /// Bounds beyond `greatestMagnitude`, or a lower one above the capacity.
    case bounds(arc: Int, lower: Int, capacity: Int)
    /// A supply beyond `greatestMagnitude`.
    case supply(node: Int, Int)
    /// Supplies, lower bounds and capacities whose sum exceeds `greatestSum`.
    case amounts
    /// Costs so great for so many nodes that sums could leave 64 bits.
    case magnitude(nodes: Int, cost: Int)
  }
}
