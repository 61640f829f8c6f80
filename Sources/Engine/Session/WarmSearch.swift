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
  var search: PricedSearch
  /// The proof of the base.
  let groundOfBase: Ground
  /// The proof of the base, or one that was entered since.
  var ground: Ground
  /// The ground that was entered, while that of the base is asked.
  var groundLeft: Ground?
  /// Whether the last question has made a ground.
  var isGroundNew = false
  /// Whether another proof than the base's is asked.
  var isOnGround = false
  /// Prices of the root with what was asked last, where it was solved.
  var rootOfAnswer: [Double] = []
  let best: Assignment?
  private let pseudoCosts: [Int: PseudoCost]
  let slack: Double
  var nodes: [PricedSearch.Node] { ground.nodes }
  var nodeOfBest: PricedSearch.Node? { ground.nodeOfBest }
  var root: (prices: [Double], bound: Double) { ground.root }
  /// 1 for a maximum, −1 for a minimum.
  let sign: Double
  /// Whether an answer was proven over all triples, whatever pricing looked at.
  private(set) var isClosed = false
  /// Whether it is proven that no plan as good as the last answer is nearer to the base's.
  var isNearest = true
  /// Prices at which the last answer's relaxations were solved.
  var pricesOfAnswer: [[Double]] { search.seenPrices }
  /// How many relaxations the last answer took.
  var solvedRelaxations: Int { search.solvedRelaxations }
  /// Relaxations after which a bound is all that is asked for.
  private var mostRelaxations = Int.max
  /// What plans with the last question are worth at most, where the best was not looked for
  /// to the end because that is enough; nothing otherwise.
  private(set) var boundOfAnswer: Double?
  /// Whether the prices are those of the root as it is asked about.
  var mayClose = false

  init(_ search: consuming PricedSearch) {
    sign = search.tier.sense == .maximize ? 1 : -1
    slack = Self.greatestLoss * max(1, abs(search.boundAtPrices))
    search.master.choosePromising(
      search.formulation.triples.ofApplicant, slack: slack, at: search.prices)
    let promising = search.master.promising
    search.master.promising = nil
    search.keepsPromising = true
    search.mostTrials = 0
    search.gap = 0
    search.rowsOfApplicants = search.formulation.triples.ofApplicant.indices.map {
      search.rowOfApplicant($0) ?? -1
    }
    groundOfBase = Ground(
      nodes: Self.fewestNodes(of: search), nodeOfBest: search.nodeOfBest,
      root: (search.prices, search.boundAtPrices), promising: promising,
      columnCount: search.master.columnCount)
    ground = groundOfBase
    best = search.best
    pseudoCosts = search.pseudoCosts
    search.leaves = []
    search.parents = []
    search.keepsLeaves = false
    self.search = search
  }

  /// What a change may cost, as a part of the goal's value, without all triples
  /// being priced.
  private static var greatestLoss: Double { 0.0005 }

  /// Nodes after which planning anew is as good.
  private static var mostNodes: Int { 400 }
  /// The first nodes after which plans are looked for; then always twice as many.
  private static var nodesBetweenLooks: Int { 6 }
  private static var nodesBeforeClosing: Int { 48 }
  static var lossOfNearTriples: Double { 1.5 }

  /// The best assignment after an edit.
  ///
  /// - Parameters:
  ///   - edit: Of the search's program.
  ///   - keepsBest: Whether the base's plan is among those that the edit leaves.
  ///   - isNear: Whether of equally good assignments one is taken that keeps as many
  ///     of the base's placements as can be.
  ///   - bounds: What is known of the plans that the edit leaves in each node that is not
  ///     empty; only of a restriction.
  ///   - entersGround: Whether the nodes of this proof become those that are asked.
  ///   - threshold: A plan that is no better is of no use; `boundOfAnswer` then says that
  ///     there is no better one.
  ///   - patience: Relaxations after which `boundOfAnswer` is enough of an answer.
  ///   - clock: Of this question.
  /// - Returns: Nothing when there is none, or it was not proven.
  /// - Throws: `EngineFailure` when the solver broke.
  func best(
    after edit: ProgramEdit, keepsBest: Bool, isNear: Bool = false, within bounds: [Double] = [],
    entersGround: Bool = false, beating threshold: Int64? = nil, patience: Int = .max,
    clock: RunClock
  ) throws(EngineFailure) -> Assignment? {
    boundOfAnswer = nil
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
    // What was proven without branching has no node but the root.
    guard !nodes.isEmpty || !root.prices.isEmpty else { return nil }
    let asked = (nodes.isEmpty ? [oldRoot] : nodes).filter { !($0.isEmpty && isRestriction) }
    for (position, var node) in asked.enumerated() {
      if !isRestriction { node.bound = rootBound }
      if bounds.count == asked.count, isRestriction {
        if !bounds[position].isFinite, search.isWorse(bounds[position], 0) { continue }
        if search.isWorse(bounds[position], node.bound) { node.bound = bounds[position] }
      }
      // The prices of a node without a plan prove that alone.
      if !node.isEmpty, let bound = search.bound(of: node, after: edit) {
        node.boundAtPrices = bound
        if search.isWorse(bound, node.bound) { node.bound = bound }
      } else {
        node.prices = []
      }
      node.isEmpty = false
      if entersGround { node.parent = -1 }
      open.append(node)
    }
    begin(clock)
    search.keepsLeaves = isNear || entersGround
    search.threshold = threshold
    mostRelaxations = patience
    defer { end() }
    let undo = search.apply(edit)
    defer { _ = search.apply(undo) }
    if let pinned = edit.pinned {
      try search.master.add(Array(triplesOfApplicant[pinned]))
    }
    open.removeAll { search.contradicts($0) }
    let start = keepsBest ? best : nil
    search.best = start
    search.master.promising = ground.promising
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
    // Where what pins have in common was hard, single nodes are.
    let settlesFirst = entersGround || isOnGround
    if settlesFirst, let pinned = edit.pinned {
      _ = try settleNodes(pinning: pinned)
    } else {
      try solveNodeOfBest()
    }
    // What lies beyond what may be believed is not worth proving.
    if edit.pinned == nil || !liesBeyond, let found = try prove(pinning: edit.pinned),
      mayBelieve(found)
    {
      if entersGround { keepNodes(of: found, losingElsewhere: slack) }
      return isNear ? nearest(to: found, after: edit) : found
    }
    boundOfAnswer = boundThatIsEnough
    guard boundOfAnswer == nil else { return nil }
    search.master.promising = nil
    begin(again: open, at: start)
    if let pinned = edit.pinned, isRestriction {
      // The triples are chosen at the prices that the pin has.
      search.restoreBasis()
      search.node.limits = []
      let end = try search.price(.dualThenPrimal, nearEnough: 1e-6)
      if end.reason == .infeasible { return nil }
      if end.reason == .complete || end.reason == .nearEnough {
        search.master.choosePromising(triplesOfApplicant, slack: slack, at: end.prices)
        search.master.promising?.replace([pinned], triplesOfApplicant)
        let isTighter = search.isWorse(end.bound, rootBound)
        search.boundAtPrices = end.bound
        search.prices = end.prices
        if isTighter {
          for index in search.open?.indices ?? 0..<0
          where search.isWorse(end.bound, search.open?[index].bound ?? end.bound) {
            search.open?[index].bound = end.bound
          }
        }
        if settlesFirst {
          _ = try settleNodes(pinning: pinned)
        } else {
          try solveNodeOfBest()
        }
        if let found = try prove(pinning: pinned), mayBelieve(found) {
          if entersGround {
            keepNodes(of: found, losingElsewhere: slack)
            rootOfAnswer = end.prices
          }
          return isNear ? nearest(to: found, after: edit) : found
        }
        boundOfAnswer = boundThatIsEnough
        guard boundOfAnswer == nil else { return nil }
        search.master.promising = nil
        begin(again: open, at: start)
      }
    }
    guard let found = try prove(pinning: edit.pinned) else {
      boundOfAnswer = boundThatIsEnough
      return nil
    }
    if entersGround { keepNodes(of: found, losingElsewhere: nil) }
    return isNear ? nearest(to: found, after: edit) : found
  }

  /// Tries where the base's plan came out whole: often the new one does too.
  func solveNodeOfBest() throws(EngineFailure) {
    guard let nodeOfBest, !search.contradicts(nodeOfBest) else { return }
    try search.lookForPlan(in: nodeOfBest, losing: Self.lossOfNearTriples)
  }

  /// Settles the best nodes, as long as each is soon settled: a pin mostly moves a few people
  /// on in chains, and what is left of the relaxation's freedom is little.
  ///
  /// - Returns: Whether they all are.
  private func settleNodes(pinning pinned: Int) throws(EngineFailure) -> Bool {
    for _ in 0..<Self.mostSettledNodes {
      guard let next = search.nextNode, !search.isDone(next) else { return true }
      guard !search.clock.isOver, !isTired,
        try search.settle(
          next, pinning: pinned, losing: Self.lossesToSettle,
          reaching: search.boundAtPrices - sign * slack)
      else { return false }
    }
    return false
  }

  /// Whether a bound is enough by now.
  private var isTired: Bool { search.solvedRelaxations >= mostRelaxations }

  /// What plans are worth at most, if no more is asked for: nothing is of use any more, or
  /// patience is over.
  private var boundThatIsEnough: Double? {
    search.tightenBound()
    var most = search.bound
    // Of what pricing looks at; other plans lose more than the slack.
    if search.master.promising != nil, !isClosed {
      let elsewhere = search.boundAtPrices - sign * slack
      if search.isWorse(most, elsewhere) { most = elsewhere }
    }
    let isOfUse =
      search.threshold.map {
        search.tier.sense.prefers(wholeBound(most, search.tier.sense), to: $0)
      } ?? true
    return !isOfUse || isTired ? most : nil
  }

  /// Whether the best plan may have triples that pricing passed over.
  var liesBeyond: Bool {
    if let best = search.best { return !mayBelieve(best) }
    guard let next = search.nextNode else { return false }
    return search.isWorse(next.bound, search.boundAtPrices - sign * slack)
  }

  private static var mostSettledNodes: Int { 40 }
  private static var lossesToSettle: [Double] { [0, 4, 12] }

  /// Whether a plan that was proven among the triples that pricing looks at is the
  /// best of all: one with another triple loses more than the slack.
  func mayBelieve(_ plan: Assignment) -> Bool {
    isClosed || !search.isWorse(Double(plan.objective), search.boundAtPrices - sign * slack)
  }

  func prove(
    pinning pinned: Int? = nil, nodes: Int = WarmSearch.mostNodes
  ) throws(EngineFailure) -> Assignment? {
    // Many nodes may be as good as the best plan is: it takes looking for.
    var (left, step) = (nodes, Self.nodesBetweenLooks)
    var loss = Self.lossOfNearTriples
    while left > 0, !isTired {
      try search.branch(nodes: min(left, step, mostRelaxations - search.solvedRelaxations))
      left -= step
      step *= 2
      guard left > 0, !search.isProven, !search.isInfeasible, !search.clock.isOver,
        let next = search.nextNode
      else { break }
      if let pinned, try settleNodes(pinning: pinned) { continue }
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
    guard search.isProven, !search.isInfeasible, let found = search.best else { return nil }
    // Of use is only what beats the threshold; nothing is known of the others.
    return search.isOfUse(found) ? found : nil
  }

  /// Begins with some nodes again.
  private func begin(again open: [PricedSearch.Node], at start: Assignment?) {
    search.leaves = []
    search.parents = []
    search.best = start
    search.isInfeasible = false
    search.unresolved = nil
    search.bound = sign * .infinity
    search.open = open
  }

  func begin(_ clock: RunClock) {
    search.clock = clock
    search.solvedRelaxations = 0
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

  func end() {
    search.master.promising = nil
    search.master.truncate(to: ground.columnCount)
    search.master.resetElasticPrice()
    search.pseudoCosts = pseudoCosts
    search.best = best
    search.prices = root.prices
    search.boundAtPrices = root.bound
    search.open = []
    search.leaves = []
    search.parents = []
    search.keepsLeaves = false
    search.threshold = nil
    mostRelaxations = .max
  }
}
