// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming

/// What plans in which an applicant has a certain triple are worth at most, while the goals
/// before the last stay at what is held.
///
/// The proof's nodes hold every plan, and any prices bound what a node holds. The bound of a
/// triple is that of the node that allows most for it, each at the prices that say most.
struct PinnedBounds {
  let applicant: Int
  /// By node of the proof, and by the applicant's triples.
  fileprivate var byNode: [[Double]]
  /// A bound for each of the applicant's triples; the worst of all numbers where no plan
  /// that keeps what is held has the triple.
  private(set) var values: [Double]
  private let isMaximum: Bool

  fileprivate init(applicant: Int, byNode: [[Double]], count: Int, isMaximum: Bool) {
    self.applicant = applicant
    self.byNode = byNode
    self.isMaximum = isMaximum
    values = Array(repeating: 0, count: count)
    collect()
  }

  /// What is known of each node, for one of the applicant's triples.
  func ofNodes(triple position: Int) -> [Double] { byNode.map { $0[position] } }

  fileprivate mutating func collect() {
    for index in values.indices {
      let bounds = byNode.lazy.map { $0[index] }
      values[index] =
        isMaximum ? bounds.max() ?? -.infinity : bounds.min() ?? .infinity
    }
  }
}

extension WarmSearch {
  /// What the prices of the proof's nodes say of an applicant's triples.
  ///
  /// - Parameter applicant: An index into the year's applicants.
  /// - Returns: The bounds; nothing where nothing is known.
  /// - Complexity: Proportional to the applicant's triples times the nodes.
  func bounds(ofPinning applicant: Int) -> PinnedBounds? {
    // What was proven without branching has no nodes but the root.
    guard let nodes = partition else { return nil }
    let count = search.formulation.triples.ofApplicant[applicant].count
    return PinnedBounds(
      applicant: applicant,
      byNode: nodes.map { search.bounds(of: $0, pinning: applicant) }, count: count,
      isMaximum: search.tier.sense == .maximize)
  }

  /// Tightens bounds by prices that other answers had.
  ///
  /// - Parameters:
  ///   - bounds: Of an applicant's triples.
  ///   - prices: Of the rows; any prices bound.
  /// - Complexity: Proportional to the eligible triples for each list of prices.
  func tighten(_ bounds: inout PinnedBounds, at prices: [[Double]]) {
    guard let nodes = partition, !prices.isEmpty else { return }
    for prices in prices {
      let prices = search.master.clamped(prices)
      let whole = search.boundOfAll(at: prices)
      guard whole.isFinite else { continue }
      for (index, node) in nodes.enumerated() {
        let own = search.bounds(of: node, pinning: bounds.applicant, at: prices, proving: whole)
        for position in own.indices
        where search.isWorse(own[position], bounds.byNode[index][position]) {
          bounds.byNode[index][position] = own[position]
        }
      }
    }
    bounds.collect()
  }

  /// Nodes that together hold every plan; nothing where there is not even a root.
  private var partition: [PricedSearch.Node]? {
    if nodes.isEmpty, root.prices.isEmpty { return nil }
    guard nodes.isEmpty else { return nodes.filter { !$0.isEmpty } }
    return [PricedSearch.Node(bound: root.bound, prices: root.prices, boundAtPrices: root.bound)]
  }
}

extension WarmSearch {
  /// Prices at which the base's plan is the best, or nearly so.
  var pricesOfBest: [Double] {
    let own = nodeOfBest?.prices ?? []
    return own.isEmpty ? root.prices : own
  }

  /// What a triple is worth in the tier's direction, beyond what it uses at some prices of
  /// seats and of rules about people.
  func worth(ofTriple triple: Int, at prices: [Double]) -> Double {
    search.worth(ofTriple: triple, at: prices)
  }
}

extension PricedSearch {
  fileprivate func worth(ofTriple triple: Int, at prices: [Double]) -> Double {
    let gain = master.gain(ofTriple: triple, at: prices)
    let applicant = Int(formulation.triples.applicants[triple])
    let row = rowsOfApplicants[applicant]
    // The price of the applicant's own place is part of the worth.
    return row < 0 ? gain : gain + (tier.sense == .maximize ? prices[row] : -prices[row])
  }

  /// What prices prove of all plans of the program, without any node's limits.
  ///
  /// - Complexity: Proportional to the eligible triples.
  fileprivate func boundOfAll(at prices: [Double]) -> Double {
    let sign = tier.sense == .maximize ? 1.0 : -1.0
    var gains = 0.0
    for own in formulation.triples.ofApplicant { gains += greatestGain(of: own, at: prices) }
    return master.structuralBound(at: prices) + sign * gains
  }

  /// A node with what its prices prove in the program as it is now.
  ///
  /// - Complexity: Proportional to the eligible triples.
  func repriced(_ node: Node) -> Node {
    guard !node.prices.isEmpty else { return node }
    var node = node
    node.prices = master.clamped(node.prices)
    let whole = boundOfAll(at: node.prices)
    let sign = tier.sense == .maximize ? 1.0 : -1.0
    node.boundAtPrices = whole + sign * step(ofLimits: node, at: node.prices)
    if !node.boundAtPrices.isFinite { node.prices = [] }
    return node
  }

  /// What it changes in the tier's direction that a node holds counts and seats within
  /// narrower bounds.
  private func step(ofLimits node: Node, at prices: [Double]) -> Double {
    var step = 0.0
    for limit in node.limits where !formulation.tripleColumns.contains(limit.column) {
      let bounds = program.bounds(of: Column(index: limit.column))
      step += master.change(
        ofColumn: limit.column,
        from: (
          bounds.lower.map { Double($0) } ?? -.infinity,
          bounds.upper.map { Double($0) } ?? .infinity
        ), to: limits(of: limit.column, in: node), at: prices)
    }
    return step
  }

  /// What somebody gains at most with one of their triples, or without any.
  private func greatestGain(of own: Range<Int>, at prices: [Double]) -> Double {
    var most = 0.0
    for triple in own where !master.isClosed[triple] {
      most = max(most, master.gain(ofTriple: triple, at: prices))
    }
    return most
  }

  /// What plans in a node are worth at most when an applicant has a certain triple, by
  /// prices of the whole program.
  ///
  /// - Parameters:
  ///   - node: A node of the proof.
  ///   - applicant: An index into the year's applicants.
  ///   - prices: Of the rows.
  ///   - whole: What these prove of all plans.
  /// - Returns: A bound for each of the applicant's triples.
  fileprivate func bounds(
    of node: Node, pinning applicant: Int, at prices: [Double], proving whole: Double
  ) -> [Double] {
    let sign = tier.sense == .maximize ? 1.0 : -1.0
    let step = step(ofLimits: node, at: prices)
    let own = formulation.triples.ofApplicant[applicant]
    let before = greatestGain(of: own, at: prices)
    return own.map { triple in
      let gain = master.gain(ofTriple: triple, at: prices)
      guard let seats = seatStep(ofTriple: triple, in: node, at: prices) else {
        return -sign * .infinity
      }
      let bound = whole + sign * (step + gain - before + seats)
      return bound.isNaN ? sign * .infinity : bound
    }
  }

  /// What it changes in the tier's direction that a triple's seat and post have to be
  /// there; nothing where a node does not have them.
  private func seatStep(ofTriple triple: Int, in node: Node, at prices: [Double]?) -> Double? {
    let slot = Int(slotOfTriple[triple])
    let post = formulation.eligibility.slots[slot].post
    var step = 0.0
    for column in [formulation.seatColumns[slot], formulation.openColumns[post]] {
      guard let column = column?.index else { continue }
      let limits = limits(of: column, in: node)
      guard limits.upper >= 1 else { return nil }
      guard let prices, limits.lower < 1 else { continue }
      step += master.change(ofColumn: column, from: limits, to: (1, limits.upper), at: prices)
    }
    return step
  }

  /// What plans in a node are worth at most when an applicant has a certain triple, by the
  /// node's own prices.
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
      guard !master.isClosed[triple], held[triple] != false, forced ?? triple == triple,
        let seats = seatStep(ofTriple: triple, in: node, at: hasPrices ? node.prices : nil)
      else { return -sign * .infinity }
      let step = seats + (hasPrices ? gains[triple - own.lowerBound] - before : 0)
      guard hasPrices, !step.isNaN else { return node.bound }
      let bound = node.boundAtPrices + sign * step
      return isWorse(bound, node.bound) ? bound : node.bound
    }
  }
}
