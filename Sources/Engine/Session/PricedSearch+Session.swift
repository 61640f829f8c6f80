// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming

extension PricedSearch {
  /// The bound that a node's prices prove after a restriction.
  ///
  /// What an applicant contributes to Lasdon's bound is the price of their row and
  /// their greatest gain. For those who lose triples the row's price is chosen
  /// anew, as low as what is left allows; beside that only counts within narrower
  /// bounds contribute less.
  ///
  /// - Complexity: Proportional to the triples of these applicants.
  func bound(of node: Node, after restriction: Restriction) -> Double {
    guard !node.prices.isEmpty else { return node.bound }
    let first = formulation.firstTripleColumn
    let sign = tier.sense == .maximize ? 1.0 : -1.0
    // Triples that the node holds at one or at none.
    var held: [Int: Bool] = [:]
    for limit in node.limits where limit.column >= first {
      if limit.lower > 0 { held[limit.column - first] = true }
      if limit.upper <= 0 { held[limit.column - first] = false }
    }
    let closed = Set(restriction.closed)
    var people: [Int] = []
    for triple in restriction.closed {
      let applicant = Int(formulation.triples.applicants[triple])
      if people.last != applicant { people.append(applicant) }
    }
    if let pinned = restriction.pinned, people.isEmpty { people = [pinned] }
    var step = 0.0
    for applicant in Set(people).sorted() {
      let own = formulation.triples.ofApplicant[applicant]
      guard let row = rowOfApplicant(applicant) else { continue }
      let price = sign * node.prices[row]
      let isForced = own.contains { held[$0] == true }
      var before = isForced ? -Double.infinity : 0
      var after = isForced || applicant == restriction.pinned ? -Double.infinity : -price
      for triple in own where !master.isClosed[triple] {
        if isForced ? held[triple] != true : held[triple] == false { continue }
        let gain = master.gain(ofTriple: triple, at: node.prices)
        before = max(before, gain)
        if !closed.contains(triple) { after = max(after, gain) }
      }
      // Nothing is left: no plan.
      if after == -.infinity { return -sign * .infinity }
      step += after - before
    }
    for count in restriction.counts {
      step += master.change(
        of: count.column, toLower: count.lower.map { Double($0) },
        upper: count.upper.map { Double($0) }, within: limits(of: count.column, in: node),
        at: node.prices)
    }
    return node.boundAtPrices + sign * step
  }

  /// Takes a node's relaxation for a plan if it is whole.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func offerRelaxation(of node: Node) throws(EngineFailure) {
    apply(node)
    if let basis = node.basis { restore(basis) }
    let end = try price(.dualThenPrimal, nearEnough: 1e-6)
    if end.reason == .complete || end.reason == .nearEnough,
      let plan = wholePlan(master.linear.columnValues(), master.linear.rowValues())
    {
      offer(plan)
    }
    release(node)
  }

  /// The row that gives an applicant at most one post.
  func rowOfApplicant(_ applicant: Int) -> Int? {
    guard let triple = formulation.triples.ofApplicant[applicant].first else { return nil }
    return master.columns.entries(ofTriple: triple).rows.map { Int($0) }.first {
      program.origin(of: IntegerProgram.Row(index: $0)).rule == "one-post"
    }
  }

  /// Makes an applicant's row an equation, or not.
  mutating func require(_ row: Int?, isRequired: Bool) {
    guard let row else { return }
    program.setBounds(of: IntegerProgram.Row(index: row), lower: isRequired ? 1 : nil, upper: 1)
    master.setBounds(ofRow: row, lower: isRequired ? 1 : nil, upper: 1)
  }

  /// A column's bounds; the extreme numbers stand for none.
  typealias ColumnBounds = (column: Int, lower: Int64, upper: Int64)

  /// Narrows a column's bounds in the program and the master.
  ///
  /// - Returns: The bounds before.
  mutating func narrow(_ column: Int, lower: Int64?, upper: Int64?) -> ColumnBounds {
    let old = program.bounds(of: Column(index: column))
    let before = (column: column, lower: old.lower ?? .min, upper: old.upper ?? .max)
    setBounds(
      of: (column, max(lower ?? .min, before.lower), min(upper ?? .max, before.upper)))
    return before
  }

  /// Whether further bounds of a column leave it no value.
  func excludesAll(_ column: Int, lower: Int64?, upper: Int64?) -> Bool {
    let bounds = program.bounds(of: Column(index: column))
    return max(lower ?? .min, bounds.lower ?? .min) > min(upper ?? .max, bounds.upper ?? .max)
  }

  /// Replaces a column's bounds in the program and the master.
  mutating func setBounds(of bounds: ColumnBounds) {
    program.setBounds(
      of: Column(index: bounds.column), lower: bounds.lower == .min ? nil : bounds.lower,
      upper: bounds.upper == .max ? nil : bounds.upper)
    freeBounds(of: bounds.column)
  }

  /// Takes another goal over the same columns.
  mutating func weigh(_ tier: Tier) {
    self.tier = tier
    master.weigh(program.weights(of: tier))
  }
}
