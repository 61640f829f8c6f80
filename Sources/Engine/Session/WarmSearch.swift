// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Programme

/// Keeps the search in which a year's last goal was proven.
final class SearchKeeper {
  /// Nothing before that goal, and where the year was solved another way.
  var search: WarmSearch?
}

/// A finished search that answers how its optimum changes.
///
/// Every answer leaves it as it was, so that answers do not depend on what was
/// asked before.
final class WarmSearch {
  private var search: PricedSearch
  /// Nodes that together hold every plan, from the proof of the base.
  private let nodes: [PricedSearch.Node]
  private let best: Assignment?
  private let nodeOfBest: PricedSearch.Node?
  private let pseudoCosts: [Int: PseudoCost]
  private let columnCount: Int
  /// Triples that lose at most `slack` at the root's prices.
  private let promising: PromisingTriples?
  private let slack: Double
  /// 1 for a maximum, −1 for a minimum.
  private let sign: Double

  init(_ search: consuming PricedSearch) {
    sign = search.tier.sense == .maximize ? 1 : -1
    slack = Self.greatestLoss * max(1, abs(search.boundAtPrices))
    search.master.choosePromising(
      search.formulation.triples.ofApplicant, slack: slack, at: search.prices)
    promising = search.master.promising
    search.master.promising = nil
    search.keepsPromising = true
    search.mostTrials = 0
    nodes = Self.fewestNodes(of: search)
    nodeOfBest = search.nodeOfBest
    best = search.best
    pseudoCosts = search.pseudoCosts
    columnCount = search.master.columnCount
    search.leaves = []
    search.parents = []
    search.keepsLeaves = false
    self.search = search
  }

  /// The fewest nodes of a finished search that prove its value: those nearest to
  /// the root that hold nothing better.
  private static func fewestNodes(of search: borrowing PricedSearch) -> [PricedSearch.Node] {
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

  /// What a change may cost, as a part of the goal's value, without all triples
  /// being priced.
  private static var greatestLoss: Double { 0.0005 }

  /// Nodes after which planning anew is as good.
  private static var mostNodes: Int { 400 }
  private static var mostNodesAfterWeighing: Int { 100 }
  private static var mostTrialsAfterWeighing: Int { 16 }

  /// The best assignment under a restriction.
  ///
  /// - Returns: Nothing when there is none, or it was not proven.
  /// - Throws: `EngineFailure` when the solver broke.
  func best(
    after restriction: Restriction, clock: RunClock
  ) throws(EngineFailure) -> Assignment? {
    let root = PricedSearch.Node(
      bound: search.boundAtPrices, prices: search.prices, boundAtPrices: search.boundAtPrices)
    let rootBound = search.bound(of: root, after: restriction)
    let open = nodes.filter { !$0.isEmpty }.map { node in
      var node = node
      let bound = search.bound(of: node, after: restriction)
      if search.isWorse(bound, node.bound) { node.bound = bound }
      return node
    }
    let first = search.formulation.firstTripleColumn
    let limits =
      restriction.closed.map { (column: first + $0, lower: Int64?.none, upper: Int64?(0)) }
      + restriction.counts
    if limits.contains(where: { search.excludesAll($0.column, lower: $0.lower, upper: $0.upper) }) {
      return nil
    }
    begin(open, clock)
    defer { end() }
    let undone = limits.map { search.narrow($0.column, lower: $0.lower, upper: $0.upper) }
    defer { for old in undone.reversed() { search.setBounds(of: old) } }
    let left = open.filter { !search.contradicts($0) }
    search.open = left
    let row = restriction.pinned.flatMap { search.rowOfApplicant($0) }
    search.require(row, isRequired: true)
    defer { search.require(row, isRequired: false) }
    if let pinned = restriction.pinned {
      try search.master.add(Array(search.formulation.triples.ofApplicant[pinned]))
    }
    search.master.promising = promising
    try solveNodeOfBest()
    let found = try prove()
    // A plan with a triple that pricing passed over loses more than that.
    if let found, !search.isWorse(Double(found.objective), rootBound - sign * slack) {
      return found
    }
    search.master.promising = nil
    search.best = nil
    search.isInfeasible = false
    search.unresolved = nil
    search.bound = sign * .infinity
    search.open = left
    return try prove()
  }

  /// The best assignment when triples have other points.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  func best(weighing points: [Int64], clock: RunClock) throws(EngineFailure) -> Assignment? {
    let tier = search.tier
    begin([], clock)
    search.weigh(tier.weighing(points, from: search.formulation.firstTripleColumn))
    defer {
      end()
      search.weigh(tier)
    }
    let root = try search.price(.primal, nearEnough: 1e-6)
    guard root.reason == .complete || root.reason == .nearEnough else { return nil }
    search.bound = root.bound
    // What decided for the old points need not for these: all is tried out anew.
    search.pseudoCosts = [:]
    search.mostTrials = Self.mostTrialsAfterWeighing
    defer { search.mostTrials = 0 }
    search.open = [PricedSearch.Node(bound: root.bound, basis: search.master.linear.basis())]
    return try prove(nodes: Self.mostNodesAfterWeighing)
  }

  /// Tries where the base's plan came out whole: often the new one does too.
  private func solveNodeOfBest() throws(EngineFailure) {
    guard let nodeOfBest, !search.contradicts(nodeOfBest) else { return }
    try search.offerRelaxation(of: nodeOfBest)
  }

  private func prove(nodes: Int = WarmSearch.mostNodes) throws(EngineFailure) -> Assignment? {
    try search.branch(nodes: nodes)
    return search.isProven && !search.isInfeasible ? search.best : nil
  }

  private func begin(_ open: [PricedSearch.Node], _ clock: RunClock) {
    search.clock = clock
    search.best = nil
    search.open = open
    search.bound = sign * .infinity
    search.unresolved = nil
    search.isInfeasible = false
    search.restoreBasis()
  }

  private func end() {
    search.master.promising = nil
    search.master.truncate(to: columnCount)
    search.master.resetElasticPrice()
    search.pseudoCosts = pseudoCosts
    search.best = best
    search.open = []
  }
}

extension Tier {
  /// The same tier with other weights of neighbouring columns.
  func weighing(_ weights: [Int64], from first: Int) -> Tier {
    var tier = self
    tier.terms = terms.filter { $0.column.index < first }
    for (index, weight) in weights.enumerated() where weight != 0 {
      tier.terms.append(Term(Column(index: first + index), weight))
    }
    return tier
  }
}
