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
  private(set) var search: PricedSearch
  /// Nodes that together hold every plan, from the proof of the base.
  let nodes: [PricedSearch.Node]
  private let best: Assignment?
  let nodeOfBest: PricedSearch.Node?
  private let pseudoCosts: [Int: PseudoCost]
  private let columnCount: Int
  /// Triples that lose at most `slack` at the root's prices.
  private let promising: PromisingTriples?
  private let slack: Double
  /// Prices of the base's root with the bound that they prove.
  let root: (prices: [Double], bound: Double)
  /// 1 for a maximum, −1 for a minimum.
  private let sign: Double
  /// Whether an answer was proven over all triples, whatever pricing looked at.
  private var isClosed = false
  /// Whether it is proven that no plan as good as the last answer is nearer to the base's.
  private(set) var isNearest = true
  /// Prices at which the last answer's relaxations were solved.
  var pricesOfAnswer: [[Double]] { search.seenPrices }
  /// Whether the prices are those of the root as it is asked about.
  private var mayClose = false

  init(_ search: consuming PricedSearch) {
    sign = search.tier.sense == .maximize ? 1 : -1
    slack = Self.greatestLoss * max(1, abs(search.boundAtPrices))
    search.master.choosePromising(
      search.formulation.triples.ofApplicant, slack: slack, at: search.prices)
    promising = search.master.promising
    search.master.promising = nil
    search.keepsPromising = true
    search.mostTrials = 0
    search.gap = 0
    search.rowsOfApplicants = search.formulation.triples.ofApplicant.indices.map {
      search.rowOfApplicant($0) ?? -1
    }
    nodes = Self.fewestNodes(of: search)
    nodeOfBest = search.nodeOfBest
    best = search.best
    pseudoCosts = search.pseudoCosts
    columnCount = search.master.columnCount
    root = (search.prices, search.boundAtPrices)
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
  /// The first nodes after which plans are looked for; then always twice as many.
  private static var nodesBetweenLooks: Int { 6 }
  private static var nodesBeforeClosing: Int { 48 }
  private static var lossOfNearTriples: Double { 1.5 }
  private static var mostNodesAfterWeighing: Int { 300 }
  private static var mostTrialsAfterWeighing: Int { 2 }

  /// The best assignment after an edit.
  ///
  /// - Parameters:
  ///   - edit: Of the search's program.
  ///   - keepsBest: Whether the base's plan is among those that the edit leaves.
  ///   - isNear: Whether of equally good assignments one is taken that keeps as many
  ///     of the base's placements as can be.
  ///   - clock: Of this question.
  /// - Returns: Nothing when there is none, or it was not proven.
  /// - Throws: `EngineFailure` when the solver broke.
  func best(
    after edit: ProgramEdit, keepsBest: Bool, isNear: Bool = false, clock: RunClock
  ) throws(EngineFailure) -> Assignment? {
    if edit.columns.values.contains(where: \.isEmpty) || edit.rows.values.contains(where: \.isEmpty)
    {
      return nil
    }
    let isRestriction = edit.isRestriction(of: search.program)
    let triplesOfApplicant = search.formulation.triples.ofApplicant
    let oldRoot = PricedSearch.Node(
      bound: root.bound, prices: root.prices, boundAtPrices: root.bound)
    var rootBound = search.bound(of: oldRoot, after: edit) ?? sign * .infinity
    var open: [PricedSearch.Node] = []
    for var node in nodes where !(node.isEmpty && isRestriction) {
      if !isRestriction { node.bound = rootBound }
      // The prices of a node without a plan prove that alone.
      if !node.isEmpty, let bound = search.bound(of: node, after: edit) {
        node.boundAtPrices = bound
        if search.isWorse(bound, node.bound) { node.bound = bound }
      } else {
        node.prices = []
      }
      node.isEmpty = false
      open.append(node)
    }
    begin(clock)
    search.keepsLeaves = isNear
    defer { end() }
    let undo = search.apply(edit)
    defer { _ = search.apply(undo) }
    if let pinned = edit.pinned {
      try search.master.add(Array(triplesOfApplicant[pinned]))
    }
    open.removeAll { search.contradicts($0) }
    let start = keepsBest ? best : nil
    search.best = start
    search.master.promising = promising
    // Whoever is priced anew may go anywhere.
    let repriced = search.repricedApplicants(after: edit)
    search.master.promising?.replace(repriced, triplesOfApplicant)
    if !isRestriction, open.contains(where: { !search.isDone($0) }) {
      search.master.promising = nil
      let end = try search.price(.dualThenPrimal, nearEnough: 1e-6)
      guard end.reason == .complete || end.reason == .nearEnough else { return nil }
      search.master.choosePromising(triplesOfApplicant, slack: slack, at: end.prices)
      rootBound = end.bound
      search.prices = end.prices
      mayClose = true
      for index in open.indices where search.isWorse(rootBound, open[index].bound) {
        open[index].bound = rootBound
      }
    }
    search.boundAtPrices = rootBound
    search.open = open
    try solveNodeOfBest()
    if let found = try prove() {
      if mayBelieve(found, slack: slack) {
        return isNear ? nearest(to: found, after: edit) : found
      }
    }
    search.master.promising = nil
    search.leaves = []
    search.best = start
    search.isInfeasible = false
    search.unresolved = nil
    search.bound = sign * .infinity
    search.open = open
    guard let found = try prove() else { return nil }
    return isNear ? nearest(to: found, after: edit) : found
  }

  /// Of the assignments as good as one that was proven best, one that keeps as many of
  /// the base's placements as can be.
  ///
  /// They lie in nodes whose bound is no worse than they are, and have only triples that
  /// at the prices of such a node lose no more than its bound is above them.
  private func nearest(to plan: Assignment, after edit: ProgramEdit) -> Assignment {
    guard let best else { return plan }
    // Where GLPK has closed over all triples nodes may not say all.
    let root = PricedSearch.Node(
      bound: search.boundAtPrices, prices: search.prices, boundAtPrices: search.boundAtPrices)
    if isClosed { search.master.promising = nil }
    let earlier = triples(of: best.values)
    let found = search.nearest(
      to: earlier, of: applicants(of: earlier), among: plan,
      in: isClosed ? [root] : search.leaves + (search.open ?? []),
      root: root, after: edit)
    isNearest = found.isNearest
    return found.plan
  }

  private func triples(of values: [Int64]) -> Set<Int> {
    let first = search.formulation.firstTripleColumn
    return Set(
      search.formulation.tripleColumns.filter { values[$0] != 0 }.map { $0 - first })
  }

  private func applicants(of triples: Set<Int>) -> Set<Int> {
    Set(triples.map { Int(search.formulation.triples.applicants[$0]) })
  }

  /// Of the base's plans, one that moves as few people of another plan as can be, and
  /// whether it is proven that none moves fewer.
  ///
  /// - Parameters:
  ///   - earlier: The triples of the other plan, as far as there are any.
  ///   - placed: Who is placed in it.
  /// - Returns: Nothing when the base has no plan.
  func best(
    nearestTo earlier: Set<Int>, of placed: Set<Int>
  ) -> (plan: Assignment, isNearest: Bool)? {
    guard let best else { return nil }
    let root = PricedSearch.Node(
      bound: root.bound, prices: root.prices, boundAtPrices: root.bound)
    return search.nearest(
      to: earlier, of: placed, among: best,
      in: nodes.isEmpty ? [root] : nodes, root: root, after: ProgramEdit())
  }

  /// The best assignment when triples have other points.
  ///
  /// - Parameters:
  ///   - points: Of each triple.
  ///   - edit: What else is different in the search's program.
  ///   - isNear: Whether of equally good assignments one is taken that keeps as many
  ///     of the base's placements as can be.
  ///   - clock: Of this question.
  /// - Returns: Nothing when there is none, or it was not proven.
  /// - Throws: `EngineFailure` when the solver broke.
  func best(
    weighing points: [Int64], after edit: ProgramEdit = ProgramEdit(), isNear: Bool = false,
    clock: RunClock
  ) throws(EngineFailure) -> Assignment? {
    if edit.columns.values.contains(where: \.isEmpty) || edit.rows.values.contains(where: \.isEmpty)
    {
      return nil
    }
    let tier = search.tier
    begin(clock)
    search.keepsLeaves = isNear
    search.weigh(tier.weighing(points, from: search.formulation.firstTripleColumn))
    defer {
      end()
      search.weigh(tier)
    }
    let undo = search.apply(edit)
    defer { _ = search.apply(undo) }
    if let pinned = edit.pinned {
      try search.master.add(Array(search.formulation.triples.ofApplicant[pinned]))
    }
    let root = try search.price(.primal, nearEnough: 1e-6)
    guard root.reason == .complete || root.reason == .nearEnough else { return nil }
    search.bound = root.bound
    search.boundAtPrices = root.bound
    search.prices = root.prices
    mayClose = true
    search.master.choosePromising(
      search.formulation.triples.ofApplicant, slack: slack, at: root.prices)
    let basis = search.master.linear.basis()
    // Nodes that were empty are so for good where the edit only takes away.
    let isRestriction = edit.isRestriction(of: search.program)
    var open = nodes.filter { !($0.isEmpty && isRestriction) }.map {
      PricedSearch.Node(limits: $0.limits, bound: root.bound, basis: basis)
    }
    open.removeAll { search.contradicts($0) }
    search.open = open
    search.mostTrials = Self.mostTrialsAfterWeighing
    defer { search.mostTrials = 0 }
    if let nodeOfBest, !search.contradicts(nodeOfBest) {
      try search.lookForPlan(
        in: PricedSearch.Node(limits: nodeOfBest.limits, bound: root.bound, basis: basis),
        losing: Self.lossOfNearTriples)
    }
    guard let found = try prove(nodes: Self.mostNodesAfterWeighing),
      mayBelieve(found, slack: slack)
    else { return nil }
    return isNear ? nearest(to: found, after: edit) : found
  }

  /// Tries where the base's plan came out whole: often the new one does too.
  private func solveNodeOfBest() throws(EngineFailure) {
    guard let nodeOfBest, !search.contradicts(nodeOfBest) else { return }
    try search.lookForPlan(in: nodeOfBest, losing: Self.lossOfNearTriples)
  }

  /// Whether a plan that was proven among the triples that pricing looks at is the
  /// best of all: one with another triple loses more than the slack.
  private func mayBelieve(_ plan: Assignment, slack: Double) -> Bool {
    isClosed || !search.isWorse(Double(plan.objective), search.boundAtPrices - sign * slack)
  }

  private func prove(nodes: Int = WarmSearch.mostNodes) throws(EngineFailure) -> Assignment? {
    // Many nodes may be as good as the best plan is: it takes looking for.
    var (left, step) = (nodes, Self.nodesBetweenLooks)
    var loss = Self.lossOfNearTriples
    while left > 0 {
      try search.branch(nodes: min(left, step))
      left -= step
      step *= 2
      guard left > 0, !search.isProven, !search.isInfeasible, !search.clock.isOver,
        let next = search.nextNode
      else { break }
      // Better a plan that is not the best than none.
      if search.best == nil { loss *= 4 }
      try search.lookForPlan(in: next, losing: loss)
      guard mayClose, step >= Self.nodesBeforeClosing, search.mayImprove else { continue }
      // GLPK over what a better plan may have, at the prices of the root.
      search.restoreBasis()
      try search.searchMaster(
        PricingEnd(
          reason: .complete, bound: search.boundAtPrices, prices: search.prices))
      try search.close()
      isClosed = search.isProven
    }
    return search.isProven && !search.isInfeasible ? search.best : nil
  }

  private func begin(_ clock: RunClock) {
    search.clock = clock
    search.best = nil
    search.open = []
    search.bound = sign * .infinity
    search.unresolved = nil
    search.isInfeasible = false
    search.closedFrom = nil
    isClosed = false
    isNearest = true
    mayClose = false
    search.forgetPrices()
    search.restoreBasis()
  }

  private func end() {
    search.master.promising = nil
    search.master.truncate(to: columnCount)
    search.master.resetElasticPrice()
    search.pseudoCosts = pseudoCosts
    search.best = best
    search.prices = root.prices
    search.boundAtPrices = root.bound
    search.open = []
    search.leaves = []
    search.parents = []
    search.keepsLeaves = false
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
