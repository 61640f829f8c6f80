// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming

extension PricedSearch {
  /// A subproblem: the program with some columns held within narrower bounds.
  struct Node {
    var limits: [(column: Int, lower: Double, upper: Double)]
    /// No plan in it is better.
    var bound: Double
  }

  /// Branches on counts, levels and seats, best bound first, and prices triples in
  /// at every node.
  ///
  /// This is branch and price (Barnhart, Johnson, Nemhauser, Savelsbergh and
  /// Vance, "Branch-and-Price: Column Generation for Solving Huge Integer
  /// Programs", 1998). Where the seats are whole, GLPK searches
  /// what the node's prices leave in the running. The bound is the best of the open
  /// nodes, so it holds whenever the search ends.
  ///
  /// - Parameter nodes: Most nodes to solve.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func branch(nodes: Int) throws(EngineFailure) {
    var open = [Node(limits: [], bound: bound)]
    var nextDive = 8
    for number in 1...nodes {
      if clock.isOver || isProven || isInfeasible { return }
      guard
        let next = open.indices.max(by: { isWorse(open[$0].bound, open[$1].bound) })
      else { break }
      let node = open.remove(at: next)
      apply(node)
      let end = try price(.dualThenPrimal, nearEnough: 1e-6, cutoff: best?.objective)
      switch end.reason {
      case .stopped:
        release(node)
        if clock.isOver { return }
        leaveOpen(node.bound)
      case .infeasible, .cutOff: release(node)
      case .complete, .nearEnough:
        let reached = isWorse(end.bound, node.bound) ? end.bound : node.bound
        let values = master.linear.columnValues()
        let column = try branchingColumn(values, node: number)
        if number >= nextDive {
          nextDive *= 2
          try dive(isFromNode: true)
          tell("dive from node \(number)")
          try searchMaster(end)
          tell("triples of node \(number)")
        }
        release(node)
        if let column {
          let value = values[Int(master.masterColumn[column])]
          let halves = [
            child(of: node, column, 0, value.rounded(.down), reached),
            child(of: node, column, value.rounded(.up), .infinity, reached),
          ]
          open += halves.compactMap { $0 }
        } else {
          open += try settle(node, values, end, reached)
        }
      }
      tighten(open)
      if number % 10 == 0 { tell("branching, \(number) nodes, \(open.count) open") }
    }
    tighten(open)
  }

  /// Keeps the bound of a node that is given up.
  private mutating func leaveOpen(_ bound: Double) {
    unresolved = unresolved.map { isWorse($0, bound) ? bound : $0 } ?? bound
  }

  /// Lowers the bound to the best of what is open.
  private mutating func tighten(_ open: [Node]) {
    let remaining = open.map(\.bound) + (unresolved.map { [$0] } ?? [])
    if let most = remaining.max(by: { isWorse($0, $1) }) {
      if isWorse(most, bound) { bound = most }
    } else if let best {
      bound = Double(best.objective)
    } else {
      isInfeasible = true
    }
  }

  /// Deals with a node in whose relaxation the seats are whole.
  ///
  /// Filling these very seats gives a plan, and says nothing of others within
  /// the node: those GLPK searches among the triples that the node's prices
  /// leave in the running, or, where they are too many, children do.
  private mutating func settle(
    _ node: Node, _ values: [Double], _ end: PricingEnd, _ reached: Double
  ) throws(EngineFailure) -> [Node] {
    let seats = formulation.seatColumns.compactMap { $0?.index }
    var fixed = [Bool](repeating: false, count: program.columnCount)
    for column in seats { fixed[column] = true }
    let isFilled = try placePeople(values, end, in: node, fixed: fixed)
    if let best, !tier.sense.prefers(wholeBound(reached, tier.sense), to: best.objective) {
      return []
    }
    if let best, isNear(reached, best) {
      leaveOpen(reached)
      return []
    }
    if try placePeople(values, end, in: node, fixed: []) { return [] }
    let open = seats.first { column in
      let limits = limits(of: column, in: node)
      return limits.lower < limits.upper
    }
    guard let open else {
      if !isFilled { leaveOpen(reached) }
      return []
    }
    let value = values[Int(master.masterColumn[open])].rounded()
    return [
      child(of: node, open, 0, value - 1, reached),
      child(of: node, open, value, value, reached),
      child(of: node, open, value + 1, .infinity, reached),
    ].compactMap { $0 }
  }

  /// Finds the best plan within a node, with some columns kept at its
  /// relaxation's values.
  ///
  /// - Returns: Whether nothing better is left there.
  private mutating func placePeople(
    _ values: [Double], _ end: PricingEnd, in node: Node, fixed: [Bool]
  ) throws(EngineFailure) -> Bool {
    let slack = best.map { abs(end.bound - Double($0.objective)) + 1 } ?? .infinity
    var kept = [Int64](repeating: 0, count: program.columnCount)
    var free = [Bool](repeating: true, count: program.columnCount)
    for column in fixed.indices where fixed[column] {
      kept[column] = Int64(values[Int(master.masterColumn[column])].rounded())
      free[column] = false
    }
    var count = 0
    for (position, column) in formulation.tripleColumns.enumerated() {
      let seat = formulation.seatColumns[Int(slotOfTriple[position])]?.index ?? column
      free[column] =
        (free[seat] || kept[seat] > 0) && master.gain(ofTriple: position, at: end.prices) >= -slack
      if free[column] { count += 1 }
    }
    guard count <= Self.mostTriplesInNode else {
      guard best == nil, !fixed.isEmpty else { return false }
      // Any plan will do.
      for column in formulation.tripleColumns where master.masterColumn[column] < 0 {
        free[column] = false
      }
      _ = try solvePart(keeping: kept, free: free, start: nil, nodes: 2_000)
      return false
    }
    return try solvePart(
      keeping: kept, free: free, within: node.limits, start: nil, nodes: 2_000)
  }

  /// More triples than GLPK places in seconds.
  private static var mostTriplesInNode: Int { 5_000 }

  /// Whether a value is worse than another in the tier's direction.
  private func isWorse(_ value: Double, _ other: Double) -> Bool {
    tier.sense == .maximize ? value < other : value > other
  }

  /// The node with a column held within narrower bounds; none when nothing is
  /// left of them.
  private func child(
    of node: Node, _ column: Int, _ lower: Double, _ upper: Double, _ bound: Double
  ) -> Node? {
    let limits = limits(of: column, in: node)
    let (least, most) = (max(limits.lower, lower), min(limits.upper, upper))
    guard least <= most else { return nil }
    var child = Node(limits: node.limits.filter { $0.column != column }, bound: bound)
    child.limits.append((column, least, most))
    return child
  }

  func limits(of column: Int, in node: Node) -> (lower: Double, upper: Double) {
    if let limit = node.limits.first(where: { $0.column == column }) {
      return (limit.lower, limit.upper)
    }
    let bounds = program.bounds(of: Column(index: column))
    return (
      bounds.lower.map { Double($0) } ?? -.infinity, bounds.upper.map { Double($0) } ?? .infinity
    )
  }

  private mutating func apply(_ node: Node) {
    self.node = node
    for limit in node.limits {
      master.setBounds(ofProgramColumn: limit.column, lower: limit.lower, upper: limit.upper)
    }
  }

  private mutating func release(_ node: Node) {
    self.node.limits = []
    for limit in node.limits { freeBounds(of: limit.column) }
  }
}
