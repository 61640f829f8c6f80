// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming

extension WarmSearch {
  /// From what questions are answered.
  struct Ground {
    /// Nodes that together hold every plan that is asked about.
    var nodes: [PricedSearch.Node]
    /// Where the best of these plans came out.
    var nodeOfBest: PricedSearch.Node?
    /// Prices of a root with the bound that they prove.
    var root: (prices: [Double], bound: Double)
    /// Triples that lose at most `slack` at the root's prices.
    var promising: PromisingTriples?
    /// As many columns stay in the master.
    var columnCount: Int
  }

  /// The fewest nodes of a finished search that prove its value: those nearest to
  /// the root that hold nothing better.
  static func fewestNodes(of search: borrowing PricedSearch) -> [PricedSearch.Node] {
    let ends = search.leaves + (search.open ?? [])
    guard let best = search.best else { return ends }
    var children: [Int: [PricedSearch.Node]] = [:]
    for node in ends + search.parents { children[node.parent, default: []].append(node) }
    let isParent = Set(search.parents.map(\.number))
    var chosen: [PricedSearch.Node] = []
    var next = children[-1] ?? []
    while let node = next.popLast() {
      let bound = wholeBound(node.bound, search.tier.sense)
      let holdsBetter = search.tier.sense.prefers(bound, to: best.objective)
      if holdsBetter, isParent.contains(node.number) {
        next += children[node.number] ?? []
      } else {
        chosen.append(node)
      }
    }
    return chosen
  }

  /// Keeps the nodes of a proof that has just ended: they hold all plans that the edit leaves.
  ///
  /// - Parameters:
  ///   - plan: What was proven best.
  ///   - slack: By how much plans with triples that were not priced are worse than the root's
  ///     bound at least; nothing where all were.
  func keepNodes(of plan: Assignment, losingElsewhere slack: Double?) {
    let floor = slack.map { search.boundAtPrices - sign * $0 }
    ground.nodes = Self.fewestNodes(of: search).map { node in
      var node = node
      guard let floor else { return node }
      if node.isEmpty || search.isWorse(node.bound, floor) { node.bound = floor }
      node.isEmpty = false
      return node
    }
    ground.nodeOfBest = nodes.first { node in
      node.limits.allSatisfy { limit in
        let value = Double(plan.values[limit.column])
        return value >= limit.lower && value <= limit.upper
      }
    }
    ground.columnCount = search.master.columnCount
    isGroundNew = true
    isOnGround = true
  }

  /// Proves the best of the plans that a restriction leaves, and has the nodes of that proof
  /// answer from then on, until `leaveGround`: questions about narrower restrictions then
  /// begin where this one was decided.
  ///
  /// - Parameters:
  ///   - edit: Of the search's program; a restriction.
  ///   - keepsBest: Whether the base's plan is among those that it leaves.
  ///   - clock: Of this question.
  /// - Returns: The best plan; nothing when there is none or it was not proven, and the
  ///   nodes are as they were.
  /// - Throws: `EngineFailure` when the solver broke.
  /// - Complexity: That of an answer, and of pricing all triples for each node.
  func enterGround(
    _ edit: ProgramEdit, keepsBest: Bool, clock: RunClock
  ) throws(EngineFailure) -> Assignment? {
    isGroundNew = false
    rootOfAnswer = []
    let plan = try best(after: edit, keepsBest: keepsBest, entersGround: true, clock: clock)
    guard isGroundNew else { return plan }
    // Prices of the edited program are prices of the whole one; they prove something else there.
    ground.nodes = nodes.map { search.repriced($0) }
    if let number = nodeOfBest?.number, let own = nodes.first(where: { $0.number == number }) {
      ground.nodeOfBest = own
    }
    let root = search.repriced(
      PricedSearch.Node(bound: sign * .infinity, prices: rootOfAnswer))
    if !root.prices.isEmpty {
      search.master.choosePromising(
        search.formulation.triples.ofApplicant, slack: slack, at: root.prices)
      ground.root = (root.prices, root.boundAtPrices)
      ground.promising = search.master.promising
      search.master.promising = nil
    }
    return plan
  }

  /// Goes back to the base's proof.
  func leaveGround() {
    ground = groundOfBase
    groundLeft = nil
    isOnGround = false
    search.master.truncate(to: ground.columnCount)
  }

  /// Has the base's proof asked, whatever ground was entered, until `stepIn`.
  func stepOut() {
    guard isOnGround else { return }
    groundLeft = ground
    ground = groundOfBase
    isOnGround = false
    // Bases of the ground's nodes have its columns.
    ground.columnCount = groundLeft?.columnCount ?? ground.columnCount
  }

  /// Has the ground asked again.
  func stepIn() {
    guard let groundLeft else { return }
    ground = groundLeft
    self.groundLeft = nil
    isOnGround = true
  }
}
