// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Wording

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
    let end = try price(.dualThenPrimal, nearEnough: 1e-6, cutoff: valueToBeat)
    learn(end, of: node)
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
    tell(
      isOver
        ? "looked for a plan among \(count) triples"
        : "looked for a plan among \(count) triples, not to the end")
  }

  private static var nodesOfLook: Int { 60 }

  /// Finds the best plan of a node: takes its relaxation if that is whole, and else has GLPK
  /// search what a plan may have that loses little against it.
  ///
  /// A triple, or a count, that is out at the relaxation's prices by more than a plan may
  /// lose is in no such plan (reduced-cost fixing; Dantzig, Fulkerson and Johnson 1954), so
  /// what GLPK finds is the node's best.
  ///
  /// - Parameters:
  ///   - node: One of the open nodes.
  ///   - pinned: Who has to be placed.
  ///   - losses: What a plan may lose against the relaxation's bound in whole numbers, tried
  ///     one after the other.
  ///   - least: A relaxation that is worse is not looked into.
  /// - Returns: Whether the node is settled: nothing better than the best plan is in it.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func settle(
    _ node: Node, pinning pinned: Int?, losing losses: [Double], reaching least: Double
  ) throws(EngineFailure) -> Bool {
    apply(node)
    defer { release(node) }
    if let basis = node.basis { restore(basis) }
    let end = try price(.dualThenPrimal, nearEnough: 1e-6, cutoff: valueToBeat)
    learn(end, of: node)
    switch end.reason {
    case .stopped: return false
    case .infeasible, .cutOff: return true
    case .complete, .nearEnough:
      if isWorse(end.bound, least) { return false }
    }
    if let plan = wholePlan(master.linear.columnValues(), master.linear.rowValues()) {
      offer(plan)
    }
    let sign = tier.sense == .maximize ? 1.0 : -1.0
    // Whoever is pinned gains what the best of their triples does, were it less than nothing.
    var gain = 0.0
    if let pinned {
      let own = formulation.triples.ofApplicant[pinned].filter { !master.isClosed[$0] }
      gain = min(0, own.map { master.gain(ofTriple: $0, at: end.prices) }.max() ?? 0)
    }
    let bound = end.bound + sign * gain
    for loss in losses {
      if isSettled(node) { return true }
      var most = abs(bound - Double(wholeBound(bound, tier.sense))) + loss
      if let valueToBeat { most = min(most, abs(bound - Double(valueToBeat))) }
      let slack = most + 1e-6 * max(1, abs(bound))
      guard
        let part = part(of: node, losing: slack, at: end.prices, pinned.map { ($0, gain) }),
        try search(part, nodes: Self.nodesToSettle)
      else { return false }
      // Whatever is better than this has a triple or a count that loses more.
      var proven = bound - sign * most
      if let valueToBeat, isWorse(proven, Double(valueToBeat)) { proven = Double(valueToBeat) }
      guard let index = open?.firstIndex(where: { $0.number == node.number }) else { return false }
      if isWorse(proven, open?[index].bound ?? proven) { open?[index].bound = proven }
    }
    return isSettled(node)
  }

  private func isSettled(_ node: Node) -> Bool {
    open?.first { $0.number == node.number }.map { isDone($0) } ?? true
  }

  /// What a plan of a node may have that loses no more than something against its relaxation.
  ///
  /// - Parameters:
  ///   - node: The node; the program and the master stand there.
  ///   - slack: What it may lose.
  ///   - prices: Of the relaxation.
  ///   - pinned: Who has to be placed, and what they gain at most.
  /// - Returns: Nothing where that is too much to search.
  private func part(
    of node: Node, losing slack: Double, at prices: [Double],
    _ pinned: (applicant: Int, gain: Double)?
  ) -> Subprogram? {
    let sign = tier.sense == .maximize ? 1.0 : -1.0
    var kept: [Int: Int64] = [:]
    var structure: [Int] = []
    for column in 0..<program.columnCount where !formulation.tripleColumns.contains(column) {
      let reduced = sign * master.reducedCost(ofStructural: column, at: prices)
      if abs(reduced) > slack {
        let limits = limits(of: column, in: node)
        let side = reduced > 0 ? limits.upper : limits.lower
        if side.isFinite {
          if side != 0 { kept[column] = Int64(side) }
          continue
        }
      }
      structure.append(column)
    }
    var triples: [Int] = []
    func consider(_ position: Int, _ least: Double) {
      guard !master.isClosed[position],
        master.forced.contains(position) || master.gain(ofTriple: position, at: prices) >= least
      else { return }
      triples.append(formulation.firstTripleColumn + position)
    }
    for (applicant, range) in formulation.triples.ofApplicant.enumerated() {
      let least = (pinned?.applicant == applicant ? pinned?.gain ?? 0 : 0) - slack
      if let promising = master.promising {
        for index in promising.starts[applicant]..<promising.starts[applicant + 1] {
          consider(Int(promising.triples[index]), least)
        }
      } else {
        for position in range { consider(position, least) }
      }
    }
    guard triples.count <= Self.mostTriplesToSettle else { return nil }
    return Subprogram(
      of: program, tier, keeping: kept, free: triples + structure, columns: master.columns
    ) { column in
      let limits = limits(of: column, in: node)
      return (
        limits.lower.isFinite ? Int64(limits.lower) : nil,
        limits.upper.isFinite ? Int64(limits.upper) : nil
      )
    }
  }

  /// Has GLPK search a part for a better plan than the best, and offers what it finds.
  ///
  /// - Returns: Whether the search came to its end.
  private mutating func search(_ part: Subprogram, nodes: Int) throws(EngineFailure) -> Bool {
    var settings = clock.limits
    settings.nodeLimit = nodes
    settings.cutoff = valueToBeat
    var solver = GLPKSolver()
    solver.tuning.branching = .last
    solver.bases = master.basis(of: part)
    let outcome: SolveOutcome
    do {
      outcome = try clock.search(part.program, tier: part.tier, settings: settings, by: solver)
    } catch {
      return false
    }
    if let assignment = outcome.assignment { offer(part.expanded(assignment)) }
    tell("settled a node over \(part.free.count) columns")
    switch outcome {
    case .optimal, .infeasible, .nothingBetter: return true
    case .stopped, .infeasibleOrUnbounded: return false
    }
  }

  private static var mostTriplesToSettle: Int { 5_000 }
  private static var nodesToSettle: Int { 200 }

  /// Takes over what a node's relaxation says of it, where the node is open: branching then
  /// need not solve it again.
  private mutating func learn(_ end: PricingEnd, of looked: Node) {
    guard let index = open?.firstIndex(where: { $0.number == looked.number }) else { return }
    var node = looked
    switch end.reason {
    case .stopped: return
    case .infeasible:
      node.isEmpty = true
      open?.remove(at: index)
      if keepsLeaves { leaves.append(node) }
    case .complete, .nearEnough, .cutOff:
      node.bound = open?[index].bound ?? node.bound
      if isWorse(end.bound, node.bound) { node.bound = end.bound }
      if !end.prices.isEmpty {
        node.prices = end.prices
        node.boundAtPrices = end.bound
      }
      node.basis = master.linear.basis()
      open?[index] = node
    }
  }

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
