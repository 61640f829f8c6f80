// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming

extension WarmSearch {
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

  private static var mostNodesAfterWeighing: Int { 300 }
  private static var mostTrialsAfterWeighing: Int { 2 }
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
