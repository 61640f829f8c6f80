// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming

extension PricedSearch {
  /// The bound that a node's prices prove after an edit.
  ///
  /// What an applicant contributes to Lasdon's bound is the price of their row and
  /// their greatest gain. For those who lose triples the row's price is chosen
  /// anew, as low as what is left allows; beside that rows and columns with other
  /// bounds contribute something else.
  ///
  /// - Returns: The bound; nothing when the node has no prices.
  /// - Complexity: Proportional to the triples of these applicants and to the edit.
  func bound(of node: Node, after edit: ProgramEdit) -> Double? {
    guard !node.prices.isEmpty else { return nil }
    let first = formulation.firstTripleColumn
    let sign = tier.sense == .maximize ? 1.0 : -1.0
    // Triples that the node holds at one or at none.
    var held: [Int: Bool] = [:]
    for limit in node.limits where limit.column >= first {
      if limit.lower > 0 { held[limit.column - first] = true }
      if limit.upper <= 0 { held[limit.column - first] = false }
    }
    let closed = Set(edit.closed)
    var step = 0.0
    for applicant in applicants(of: edit) {
      let own = formulation.triples.ofApplicant[applicant]
      guard let row = rowOfApplicant(applicant) else { continue }
      let price = sign * node.prices[row]
      let isForced = own.contains { held[$0] == true }
      var before = isForced ? -Double.infinity : 0
      var after = isForced || applicant == edit.pinned ? -Double.infinity : -price
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
    for (column, bounds) in edit.columns.sorted(by: { $0.key < $1.key }) {
      let own = node.limits.first { $0.column == column }
      let new = (
        lower: max(bounds.lower.map { Double($0) } ?? -.infinity, own?.lower ?? -.infinity),
        upper: min(bounds.upper.map { Double($0) } ?? .infinity, own?.upper ?? .infinity)
      )
      // Nothing is left of the column: no plan.
      if new.lower > new.upper { return -sign * .infinity }
      step += master.change(
        ofColumn: column, from: limits(of: column, in: node), to: new, at: node.prices)
    }
    for (row, bounds) in edit.rows.sorted(by: { $0.key < $1.key }) {
      step += master.change(ofRow: row, to: (bounds.lower, bounds.upper), at: node.prices)
    }
    // Infinite steps both ways prove nothing.
    return step.isNaN ? nil : node.boundAtPrices + sign * step
  }

  /// Who loses triples, or has to be placed.
  private func applicants(of edit: ProgramEdit) -> [Int] {
    var people = Set(edit.closed.map { Int(formulation.triples.applicants[$0]) })
    if let pinned = edit.pinned { people.insert(pinned) }
    return people.sorted()
  }

  /// Applicants for whom an edit leaves nothing that gains at the root's prices, or at
  /// others: their price is chosen anew, and with it what each of their triples loses.
  func repricedApplicants(after edit: ProgramEdit, at others: [Double]? = nil) -> Set<Int> {
    let prices = others ?? prices
    let closed = Set(edit.closed)
    return Set(
      applicants(of: edit).filter { applicant in
        if applicant == edit.pinned { return true }
        guard let row = rowOfApplicant(applicant), prices[row] != 0 else { return false }
        return !formulation.triples.ofApplicant[applicant].contains {
          !closed.contains($0) && master.gain(ofTriple: $0, at: prices) >= 0
        }
      })
  }

  /// Looks for a plan in a node: takes its relaxation if that is whole, and else
  /// keeps the seats that are, and gives GLPK the triples that cost next to nothing
  /// at its prices.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - loss: What a triple may lose: with 1 or a little more, a plan that is as good
  ///     as the relaxation has no others.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func lookForPlan(in node: Node, losing loss: Double) throws(EngineFailure) {
    apply(node)
    defer { release(node) }
    if let basis = node.basis { restore(basis) }
    let end = try price(.dualThenPrimal, nearEnough: 1e-6, cutoff: best?.objective)
    guard end.reason == .complete || end.reason == .nearEnough else { return }
    let values = master.linear.columnValues()
    if let plan = wholePlan(values, master.linear.rowValues()) { return offer(plan) }
    var kept = [Int64](repeating: 0, count: program.columnCount)
    var free = [Bool](repeating: true, count: program.columnCount)
    for column in formulation.seatColumns.compactMap({ $0?.index }) {
      let value = values[Int(master.masterColumn[column])]
      kept[column] = Int64(value.rounded())
      free[column] = abs(value - value.rounded()) > Self.wholeness
    }
    var count = 0
    for (position, column) in formulation.tripleColumns.enumerated() {
      let seat = formulation.seatColumns[Int(slotOfTriple[position])]?.index ?? column
      free[column] =
        (free[seat] || kept[seat] > 0) && master.masterColumn[column] >= 0
        && (master.forced.contains(position)
          || master.gain(ofTriple: position, at: end.prices) >= -loss)
      if free[column] { count += 1 }
    }
    let limits = node.limits.map { limit in
      let both = self.limits(of: limit.column, in: node)
      return (column: limit.column, lower: both.lower, upper: both.upper)
    }
    let isOver = try solvePart(
      keeping: kept, free: free, within: limits, start: nil, nodes: Self.nodesOfLook, gap: 1e-7,
      isAtBasis: true)
    tell("looked for a plan among \(count) triples" + (isOver ? "" : ", not to the end"))
  }

  private static var nodesOfLook: Int { 60 }

  /// The row that gives an applicant at most one post.
  func rowOfApplicant(_ applicant: Int) -> Int? {
    guard let triple = formulation.triples.ofApplicant[applicant].first else { return nil }
    return master.columns.entries(ofTriple: triple).rows.map { Int($0) }.first {
      program.origin(of: IntegerProgram.Row(index: $0)).rule == "one-post"
    }
  }

  /// Edits the program and the master.
  ///
  /// - Returns: The edit that undoes it.
  mutating func apply(_ edit: ProgramEdit) -> ProgramEdit {
    var undo = ProgramEdit()
    var edit = edit
    for triple in edit.closed {
      edit.columns[formulation.firstTripleColumn + triple] = ProgramEdit.Bounds(0, 0)
    }
    if let pinned = edit.pinned, let row = rowOfApplicant(pinned) {
      edit.rows[row] = ProgramEdit.Bounds(1, 1)
    }
    for (column, bounds) in edit.columns.sorted(by: { $0.key < $1.key }) {
      undo.columns[column] = ProgramEdit.Bounds(program.bounds(of: Column(index: column)))
      program.setBounds(of: Column(index: column), lower: bounds.lower, upper: bounds.upper)
      freeBounds(of: column)
    }
    for (row, bounds) in edit.rows.sorted(by: { $0.key < $1.key }) {
      let position = IntegerProgram.Row(index: row)
      undo.rows[row] = ProgramEdit.Bounds(program.bounds(of: position))
      program.setBounds(of: position, lower: bounds.lower, upper: bounds.upper)
      master.setBounds(ofRow: row, lower: bounds.lower, upper: bounds.upper)
    }
    return undo
  }

  /// Takes another goal over the same columns.
  mutating func weigh(_ tier: Tier) {
    self.tier = tier
    master.weigh(program.weights(of: tier))
  }
}
