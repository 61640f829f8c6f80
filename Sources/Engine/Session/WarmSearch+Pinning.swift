// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming

extension WarmSearch {
  /// What plans are worth at most in which an applicant has a certain triple, while
  /// the goals before the last stay at what is held.
  ///
  /// The proof's nodes hold every plan; the prices of each say what it costs that the
  /// applicant has this triple rather than their best, and that its seat is taken.
  ///
  /// - Parameter applicant: An index into the year's applicants.
  /// - Returns: A bound for each of the applicant's triples; the worst of all numbers
  ///   where no plan that keeps what is held has the triple. Nothing where nothing is
  ///   known.
  /// - Complexity: Proportional to the applicant's triples times the nodes.
  func bounds(ofPinning applicant: Int) -> [Double]? {
    // What was proven without branching has no nodes but the root.
    let (prices, bound) = root
    if nodes.isEmpty, prices.isEmpty { return nil }
    let nodes =
      nodes.isEmpty
      ? [PricedSearch.Node(bound: bound, prices: prices, boundAtPrices: bound)] : nodes
    let worst = search.tier.sense == .maximize ? -Double.infinity : .infinity
    var bounds = [Double](
      repeating: worst, count: search.formulation.triples.ofApplicant[applicant].count)
    for node in nodes where !node.isEmpty {
      let own = search.bounds(of: node, pinning: applicant)
      for index in bounds.indices where search.isWorse(bounds[index], own[index]) {
        bounds[index] = own[index]
      }
    }
    return bounds
  }
}

extension PricedSearch {
  /// What plans in a node are worth at most when an applicant has a certain triple.
  ///
  /// - Parameters:
  ///   - node: A node of the proof.
  ///   - applicant: An index into the year's applicants.
  /// - Returns: A bound for each of the applicant's triples; the worst of all numbers
  ///   where the node has no such plan.
  fileprivate func bounds(of node: Node, pinning applicant: Int) -> [Double] {
    let own = formulation.triples.ofApplicant[applicant]
    let first = formulation.firstTripleColumn
    let sign = tier.sense == .maximize ? 1.0 : -1.0
    // Triples that the node holds at one or at none.
    var held: [Int: Bool] = [:]
    for limit in node.limits where own.contains(limit.column - first) {
      if limit.lower > 0 { held[limit.column - first] = true }
      if limit.upper <= 0 { held[limit.column - first] = false }
    }
    let forced = own.first { held[$0] == true }
    let hasPrices = !node.prices.isEmpty
    let gains = hasPrices ? own.map { master.gain(ofTriple: $0, at: node.prices) } : []
    var before = forced == nil ? 0 : -Double.infinity
    if hasPrices {
      for triple in own where !master.isClosed[triple] {
        if forced.map({ $0 != triple }) ?? (held[triple] == false) { continue }
        before = max(before, gains[triple - own.lowerBound])
      }
    }
    return own.map { triple in
      guard !master.isClosed[triple], held[triple] != false, forced ?? triple == triple
      else { return -sign * .infinity }
      var step = hasPrices ? gains[triple - own.lowerBound] - before : 0
      let slot = Int(slotOfTriple[triple])
      let post = formulation.eligibility.slots[slot].post
      for column in [formulation.seatColumns[slot], formulation.openColumns[post]] {
        guard let column = column?.index else { continue }
        let limits = limits(of: column, in: node)
        guard limits.upper >= 1 else { return -sign * .infinity }
        guard hasPrices, limits.lower < 1 else { continue }
        step += master.change(
          ofColumn: column, from: limits, to: (1, limits.upper), at: node.prices)
      }
      guard hasPrices, !step.isNaN else { return node.bound }
      let bound = node.boundAtPrices + sign * step
      return isWorse(bound, node.bound) ? bound : node.bound
    }
  }
}
