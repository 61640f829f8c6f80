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

  /// The proof of the base.
  private let groundOfBase: Ground
  /// The proof of the base, or one that was entered since.
  private var ground: Ground
  /// The ground that was entered, while that of the base is asked.
  private var groundLeft: Ground?
  /// Whether the last question has made a ground.
  private var isGroundNew = false
  /// Whether another proof than the base's is asked.
  private var isOnGround = false
  /// Prices of the root with what was asked last, where it was solved.
  private var rootOfAnswer: [Double] = []
  private let best: Assignment?
  private let pseudoCosts: [Int: PseudoCost]
  private let slack: Double
  var nodes: [PricedSearch.Node] { ground.nodes }
  var nodeOfBest: PricedSearch.Node? { ground.nodeOfBest }
  var root: (prices: [Double], bound: Double) { ground.root }
  /// 1 for a maximum, −1 for a minimum.
  private let sign: Double
  /// Whether an answer was proven over all triples, whatever pricing looked at.
  private var isClosed = false
  /// Whether it is proven that no plan as good as the last answer is nearer to the base's.
  private(set) var isNearest = true
  /// Prices at which the last answer's relaxations were solved.
  var pricesOfAnswer: [[Double]] { search.seenPrices }
  /// How many relaxations the last answer took.
  var solvedRelaxations: Int { search.solvedRelaxations }
  /// Whether the prices are those of the root as it is asked about.
  private var mayClose = false

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
  ///   - bounds: What is known of the plans that the edit leaves in each node that is not
  ///     empty; only of a restriction.
  ///   - entersGround: Whether the nodes of this proof become those that are asked.
  ///   - clock: Of this question.
  /// - Returns: Nothing when there is none, or it was not proven.
  /// - Throws: `EngineFailure` when the solver broke.
  func best(
    after edit: ProgramEdit, keepsBest: Bool, isNear: Bool = false, within bounds: [Double] = [],
    entersGround: Bool = false, clock: RunClock
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
    let asked = nodes.filter { !($0.isEmpty && isRestriction) }
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
        search.master.promising = nil
        begin(again: open, at: start)
      }
    }
    guard let found = try prove(pinning: edit.pinned) else { return nil }
    if entersGround { keepNodes(of: found, losingElsewhere: nil) }
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
      PricedSearch.Node(
        limits: $0.limits, bound: root.bound, basis: basis, number: $0.number)
    }
    open.removeAll { search.contradicts($0) }
    search.open = open
    search.mostTrials = Self.mostTrialsAfterWeighing
    defer { search.mostTrials = 0 }
    if let nodeOfBest, !search.contradicts(nodeOfBest) {
      try search.lookForPlan(
        in: PricedSearch.Node(
          limits: nodeOfBest.limits, bound: root.bound, basis: basis, number: nodeOfBest.number),
        losing: Self.lossOfNearTriples)
    }
    guard let found = try prove(nodes: Self.mostNodesAfterWeighing),
      mayBelieve(found)
    else { return nil }
    return isNear ? nearest(to: found, after: edit) : found
  }

  /// Tries where the base's plan came out whole: often the new one does too.
  private func solveNodeOfBest() throws(EngineFailure) {
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
      guard !search.clock.isOver,
        try search.settle(
          next, pinning: pinned, losing: Self.lossesToSettle,
          reaching: search.boundAtPrices - sign * slack)
      else { return false }
    }
    return false
  }

  /// Whether the best plan may have triples that pricing passed over.
  private var liesBeyond: Bool {
    if let best = search.best { return !mayBelieve(best) }
    guard let next = search.nextNode else { return false }
    return search.isWorse(next.bound, search.boundAtPrices - sign * slack)
  }

  private static var mostSettledNodes: Int { 40 }
  private static var lossesToSettle: [Double] { [0, 4, 12] }

  /// Whether a plan that was proven among the triples that pricing looks at is the
  /// best of all: one with another triple loses more than the slack.
  private func mayBelieve(_ plan: Assignment) -> Bool {
    isClosed || !search.isWorse(Double(plan.objective), search.boundAtPrices - sign * slack)
  }

  private func prove(
    pinning pinned: Int? = nil, nodes: Int = WarmSearch.mostNodes
  ) throws(EngineFailure) -> Assignment? {
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
    return search.isProven && !search.isInfeasible ? search.best : nil
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

  private func begin(_ clock: RunClock) {
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

  private func end() {
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
  }

  // MARK: - Ground

  /// Keeps the nodes of a proof that has just ended: they hold all plans that the edit leaves.
  ///
  /// - Parameters:
  ///   - plan: What was proven best.
  ///   - slack: By how much plans with triples that were not priced are worse than the root's
  ///     bound at least; nothing where all were.
  private func keepNodes(of plan: Assignment, losingElsewhere slack: Double?) {
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
