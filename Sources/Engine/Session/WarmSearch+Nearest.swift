// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming

extension WarmSearch {
  /// Of the assignments as good as one that was proven best, one that keeps as many of
  /// the base's placements as can be.
  ///
  /// They lie in nodes whose bound is no worse than they are, and have only triples that
  /// at the prices of such a node lose no more than its bound is above them.
  func nearest(to plan: Assignment, after edit: ProgramEdit) -> Assignment {
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
}
