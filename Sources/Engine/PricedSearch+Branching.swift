// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Wording

extension PricedSearch {
  /// Branches on counts, levels, seats and people, best bound first, and prices
  /// triples in at every node; goes on from the nodes that are open.
  ///
  /// This is branch and price (Barnhart, Johnson, Nemhauser, Savelsbergh and
  /// Vance, "Branch-and-Price: Column Generation for Solving Huge Integer
  /// Programs", 1998). Of nodes with the same bound the deepest comes first, so
  /// that a plateau is dived through. A relaxation that comes out whole is a plan.
  /// The bound is the best of the open nodes, so it holds whenever the search
  /// ends.
  ///
  /// - Parameters:
  ///   - nodes: Most nodes to solve.
  ///   - isDiving: Whether from some nodes plans are looked for by other means.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func branch(nodes: Int, isDiving: Bool = false) throws(EngineFailure) {
    var open = open ?? [Node(bound: bound)]
    var nextDive = 8
    var number = 0
    limitPricing()
    defer { if !keepsPromising { master.promising = nil } }
    while number < nodes, !clock.isOver, !isProven, !isInfeasible {
      guard let next = indexOfNext(open) else { break }
      var node = open.remove(at: next)
      if isDone(node) {
        close(node)
        tighten(open)
        continue
      }
      number += 1
      let end = try solve(&node)
      switch end.reason {
      case .stopped:
        release(node)
        if clock.isOver {
          open.append(node)
        } else {
          leaveOpen(node)
          close(node)
        }
      case .infeasible, .cutOff:
        release(node)
        node.isEmpty = end.reason == .infeasible
        close(node)
      case .complete, .nearEnough:
        let children = try children(of: node, number: number, keepingBases: open.count < 1_000)
        if keepsLeaves, !children.isEmpty { parents.append(node) }
        if isDiving, number >= nextDive {
          nextDive *= 2
          try dive(isFromNode: true)
          tell("dive from node \(number)")
          try searchMaster(end)
          tell("triples of node \(number)")
        }
        release(node)
        if children.isEmpty { close(node) }
        open += children
      }
      tighten(open)
      if number % 10 == 0 { tell("branching, \(number) nodes, \(open.count) open") }
    }
    tighten(open)
    self.open = open
  }

  /// Leaves out of pricing what by the root's prices is in no better plan.
  ///
  /// Nodes that are kept have to prove their bounds for worse plans too, which
  /// other changes may leave as the best.
  private mutating func limitPricing() {
    guard !keepsPromising, !keepsLeaves, let best, !prices.isEmpty else { return }
    let slack =
      abs(boundAtPrices - Double(best.objective)) + 1e-6 * max(1, abs(boundAtPrices))
    master.choosePromising(formulation.triples.ofApplicant, slack: slack, at: prices)
  }

  /// Solves a node's relaxation and leaves the master there.
  private mutating func solve(_ node: inout Node) throws(EngineFailure) -> PricingEnd {
    apply(node)
    if let basis = node.basis { restore(basis) }
    defer { if keepsLeaves { node.basis = master.linear.basis() } }
    var end = try price(
      .dualThenPrimal, nearEnough: 1e-6, cutoff: valueToBeat, iterations: Self.usualIterations)
    if end.reason == .stopped, !clock.isOver {
      // The dual method stalls at some bases; it stands at the root's again.
      end = try price(.dualThenPrimal, nearEnough: 1e-6, cutoff: valueToBeat)
    }
    guard !end.prices.isEmpty, isWorse(end.bound, node.bound) || node.prices.isEmpty else {
      return end
    }
    if isWorse(end.bound, node.bound) { node.bound = end.bound }
    if keepsLeaves {
      node.prices = end.prices
      node.boundAtPrices = end.bound
    }
    return end
  }

  /// Simplex iterations that few nodes need.
  private static var usualIterations: Int { 500 }

  /// Whether nothing better can be in a node.
  func isDone(_ node: Node) -> Bool {
    guard let valueToBeat else { return false }
    return !tier.sense.prefers(wholeBound(node.bound, tier.sense), to: valueToBeat)
  }

  /// The nodes that a node, as it was solved last, falls into; none when its best
  /// plan is found.
  private mutating func children(
    of node: Node, number: Int, keepingBases: Bool
  ) throws(EngineFailure) -> [Node] {
    let values = master.linear.columnValues()
    let rows = master.linear.rowValues()
    if let plan = wholePlan(values, rows) {
      let before = best?.objective
      offer(plan)
      if best?.objective != before { nodeOfBest = node }
      if isDone(node) { return [] }
    }
    let basis = keepingBases ? master.linear.basis() : nil
    guard let column = try branchingColumn(values, rows, node: number) else {
      leaveOpen(node)
      return []
    }
    let value = values[Int(master.masterColumn[column])]
    let ranges = [(-Double.infinity, value.rounded(.down)), (value.rounded(.up), .infinity)]
    return ranges.compactMap { range in
      var child = child(of: node, column, range.0, range.1, basis)
      nodeCount += 1
      child?.number = nodeCount
      child?.parent = node.number
      return child
    }
  }

  /// The open node that is solved next.
  var nextNode: Node? { open.flatMap { open in indexOfNext(open).map { open[$0] } } }

  private func indexOfNext(_ open: [Node]) -> Int? {
    open.indices.max { isAfter(open[$0], open[$1]) }
  }

  /// Which of two nodes comes later.
  private func isAfter(_ left: Node, _ right: Node) -> Bool {
    if abs(left.bound - right.bound) > 1e-6 { return isWorse(left.bound, right.bound) }
    return left.limits.count < right.limits.count
  }

  /// Keeps a node that nothing better is looked for in.
  private mutating func close(_ node: Node) {
    guard keepsLeaves else { return }
    leaves.append(node)
  }

  /// Keeps the bound of a node that is given up.
  private mutating func leaveOpen(_ node: Node) {
    unresolved = unresolved.map { isWorse($0, node.bound) ? node.bound : $0 } ?? node.bound
  }

  /// Lowers the bound to the best of what is open.
  mutating func tightenBound() { tighten(open ?? []) }

  private mutating func tighten(_ open: [Node]) {
    let remaining = open.map(\.bound) + (unresolved.map { [$0] } ?? [])
    let least = valueToBeat.map { Double($0) }
    if var most = remaining.max(by: { isWorse($0, $1) }) {
      if let least, isWorse(most, least) { most = least }
      if isWorse(most, bound) { bound = most }
    } else if let least {
      bound = least
    } else {
      isInfeasible = true
    }
  }

  /// Whether a value is worse than another in the tier's direction.
  func isWorse(_ value: Double, _ other: Double) -> Bool {
    tier.sense == .maximize ? value < other : value > other
  }
}

// MARK: - Nodes

extension PricedSearch {
  typealias Basis = (rows: [BasisStatus], columns: [BasisStatus])

  /// A subproblem: the program with some columns held within narrower bounds.
  struct Node {
    /// Beside the program's own bounds, which an edit may widen.
    var limits: [(column: Int, lower: Double, upper: Double)] = []
    /// No plan in it is better.
    var bound: Double
    /// Row prices that prove the bound; none before anything was solved.
    var prices: [Double] = []
    /// What these prices prove.
    var boundAtPrices = 0.0
    /// A basis to solve it from.
    var basis: Basis?
    /// Whether it was found to hold no plan.
    var isEmpty = false
    /// How many nodes there were before it; the root has 0.
    var number = 0
    /// The number of the node that it is a part of.
    var parent = -1
  }

  /// The node with a column held within narrower bounds; none when nothing is
  /// left of them.
  private func child(
    of node: Node, _ column: Int, _ lower: Double, _ upper: Double, _ basis: Basis?
  ) -> Node? {
    let limits = limits(of: column, in: node)
    guard max(limits.lower, lower) <= min(limits.upper, upper) else { return nil }
    var child = node
    child.basis = basis
    let own = node.limits.first { $0.column == column }
    child.limits.removeAll { $0.column == column }
    child.limits.append(
      (column, max(own?.lower ?? lower, lower), min(own?.upper ?? upper, upper)))
    return child
  }

  /// The bounds of a column in a node: the program's, and the node's own.
  func limits(of column: Int, in node: Node) -> (lower: Double, upper: Double) {
    let bounds = program.bounds(of: Column(index: column))
    let (lower, upper) = (
      bounds.lower.map { Double($0) } ?? -.infinity, bounds.upper.map { Double($0) } ?? .infinity
    )
    guard let limit = node.limits.first(where: { $0.column == column }) else {
      return (lower, upper)
    }
    return (max(lower, limit.lower), min(upper, limit.upper))
  }

  /// Whether the program's bounds leave nothing of a node.
  func contradicts(_ node: Node) -> Bool {
    node.limits.contains { limit in
      let bounds = limits(of: limit.column, in: node)
      return bounds.lower > bounds.upper
    }
  }

  mutating func apply(_ node: Node) {
    self.node = node
    for limit in node.limits { freeBounds(of: limit.column) }
  }

  mutating func release(_ node: Node) {
    self.node.limits = []
    for limit in node.limits { freeBounds(of: limit.column) }
  }
}
