// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming

extension PricedSearch {
  /// A subproblem: the program with some columns held within narrower bounds.
  private struct Node {
    var limits: [(column: Int, lower: Double, upper: Double)]
    /// No plan in it is better.
    var bound: Double
  }

  /// Branches on counts, levels and seats, best bound first, and prices triples in
  /// at every node.
  ///
  /// This is branch and price (Barnhart, Johnson, Nemhauser, Savelsbergh and
  /// Vance, "Branch-and-Price: Column Generation for Solving Huge Integer
  /// Programs", 1998). Where the seats are whole, GLPK places the people among the triples that
  /// the node's prices leave in the running. The bound is the best of the open
  /// nodes, so it holds whenever the search ends.
  ///
  /// - Parameter nodes: Most nodes to solve.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func branch(nodes: Int) throws(EngineFailure) {
    var open = [Node(limits: [], bound: bound)]
    for number in 1...nodes {
      if clock.isOver || isProven { return }
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
        release(node)
        if let column = branchingColumn(values) {
          let value = values[Int(master.masterColumn[column])]
          open.append(child(of: node, column, 0, value.rounded(.down), reached))
          open.append(child(of: node, column, value.rounded(.up), .infinity, reached))
        } else if try !placePeople(values, end) {
          leaveOpen(reached)
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
    }
  }

  /// Fills the whole seats of a node's relaxation with people as well as can be.
  ///
  /// - Returns: Whether nothing better is left in the node.
  private mutating func placePeople(
    _ values: [Double], _ end: PricingEnd
  ) throws(EngineFailure) -> Bool {
    let seats = formulation.seatColumns.map { column in
      column.map { Int64(values[Int(master.masterColumn[$0.index])].rounded()) } ?? 0
    }
    let slack = best.map { abs(end.bound - Double($0.objective)) + 1 } ?? .infinity
    var kept = [Int64](repeating: 0, count: program.columnCount)
    var free = [Bool](repeating: true, count: program.columnCount)
    for (slot, column) in formulation.seatColumns.enumerated() {
      guard let column else { continue }
      kept[column.index] = seats[slot]
      free[column.index] = false
    }
    for (position, column) in formulation.tripleColumns.enumerated() {
      free[column] =
        seats[Int(slotOfTriple[position])] > 0
        && (slack == .infinity
          ? master.masterColumn[column] >= 0
          : master.gain(ofTriple: position, at: end.prices) >= -slack)
    }
    return try solvePart(keeping: kept, free: free, start: nil, nodes: 2_000)
      && slack < .infinity
  }

  /// Whether a value is worse than another in the tier's direction.
  private func isWorse(_ value: Double, _ other: Double) -> Bool {
    tier.sense == .maximize ? value < other : value > other
  }

  /// The column to branch on: the most fractional count of a group, else
  /// level, switch or seat.
  private func branchingColumn(_ values: [Double]) -> Int? {
    for stage in [formulation.fairnessGroups.map(\.column.index)] + stages {
      var found: (distance: Double, column: Int)?
      for column in stage {
        let value = values[Int(master.masterColumn[column])]
        let distance = abs(value - value.rounded())
        if distance > 1e-6, distance > found?.distance ?? 0 { found = (distance, column) }
      }
      if let found { return found.column }
    }
    return nil
  }

  private func child(
    of node: Node, _ column: Int, _ lower: Double, _ upper: Double, _ bound: Double
  ) -> Node {
    let limits = program.bounds(of: Column(index: column))
    var least = limits.lower.map { Double($0) } ?? 0
    var most = limits.upper.map { Double($0) } ?? .infinity
    var child = Node(limits: node.limits, bound: bound)
    if let index = child.limits.firstIndex(where: { $0.column == column }) {
      least = max(least, child.limits[index].lower)
      most = min(most, child.limits[index].upper)
      child.limits.remove(at: index)
    }
    child.limits.append((column, max(least, lower), min(most, upper)))
    return child
  }

  private mutating func apply(_ node: Node) {
    for limit in node.limits {
      master.setBounds(ofProgramColumn: limit.column, lower: limit.lower, upper: limit.upper)
    }
  }

  private mutating func release(_ node: Node) {
    for limit in node.limits { freeBounds(of: limit.column) }
  }
}
