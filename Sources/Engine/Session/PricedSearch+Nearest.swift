// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming

extension PricedSearch {
  /// Of the assignments as good as the best one, one that moves as few people as can be:
  /// who was placed and is no longer there, and who was not placed and is.
  ///
  /// GLPK is given the triples that an assignment as good may have.
  ///
  /// - Parameters:
  ///   - earlier: The triples of the earlier plan, as far as they are in the program.
  ///   - placed: Who was placed.
  ///   - plan: A best assignment.
  ///   - nodes: Nodes that together hold every assignment with promising triples alone.
  ///   - root: The root, for nodes without prices.
  ///   - edit: What is different in the program since the nodes had their prices.
  /// - Returns: The assignment, and whether it is proven that none is nearer.
  func nearest(
    to earlier: Set<Int>, of placed: Set<Int>, among plan: Assignment, in nodes: [Node],
    root: Node, after edit: ProgramEdit
  ) -> (plan: Assignment, isNearest: Bool) {
    let first = formulation.firstTripleColumn
    let applicants = formulation.triples.applicants
    let changes = Tier(
      name: "changes", sense: .minimize,
      terms: formulation.tripleColumns.enumerated().compactMap { position, column in
        if earlier.contains(position) { return Term(Column(index: column), -1) }
        let isNew = !placed.contains(Int(applicants[position]))
        return isNew ? Term(Column(index: column), 1) : nil
      }, constant: Int64(placed.count))
    let least = earlier.count { program.bounds(of: Column(index: first + $0)).upper != 0 }
    var start = plan
    start.objective = Int64(clamping: program.value(of: changes, at: plan.values))
    if start.objective <= Int64(placed.count - least) { return (plan, true) }
    var free = triples(reaching: plan.objective, in: nodes, root: root, after: edit)
    for column in formulation.tripleColumns where plan.values[column] != 0 { free[column] = true }
    let count = formulation.tripleColumns.count { free[$0] }
    guard count <= Self.mostTriplesNear else { return (plan, false) }
    var held = program
    held.addRow(
      named: "as-good", terms: tier.terms, lower: tier.sense == .maximize ? plan.objective : nil,
      upper: tier.sense == .maximize ? nil : plan.objective)
    let part = Subprogram(
      of: held, changes, keeping: [Int64](repeating: 0, count: program.columnCount), free: free,
      triples: formulation.tripleColumns)
    var settings = clock.limits
    settings.nodeLimit = Self.nodesNear
    settings.start = part.part(of: start)
    guard let outcome = try? GLPKSolver().solve(part.program, tier: part.tier, options: settings),
      let found = outcome.assignment
    else { return (plan, false) }
    var nearest = part.expanded(found)
    nearest.objective = plan.objective
    guard program.violations(of: nearest, tier: tier).isEmpty else { return (plan, false) }
    if case .optimal = outcome { return (nearest, true) }
    return (nearest, false)
  }

  /// Columns that an assignment with at least some value may have: those of the
  /// structure, and triples that in one of its nodes lose no more than the node's bound
  /// is above the value (reduced-cost fixing; Dantzig, Fulkerson and Johnson 1954).
  private func triples(
    reaching value: Int64, in nodes: [Node], root: Node, after edit: ProgramEdit
  ) -> [Bool] {
    let first = formulation.firstTripleColumn
    var free = [Bool](repeating: true, count: program.columnCount)
    for column in formulation.tripleColumns { free[column] = false }
    for node in nodes where !node.isEmpty {
      let bound = wholeBound(node.bound, tier.sense)
      guard !tier.sense.prefers(value, to: bound) else { continue }
      let (prices, proven) =
        node.prices.isEmpty
        ? (root.prices, root.boundAtPrices) : (node.prices, node.boundAtPrices)
      let slack = abs(proven - Double(value)) + 1e-6 * max(1, abs(proven))
      let repriced = repricedApplicants(after: edit, at: prices)
      let closed = Set(node.limits.filter { $0.column >= first && $0.upper <= 0 }.map(\.column))
      func look(at position: Int, of applicant: Int) {
        let column = first + position
        guard !free[column], !closed.contains(column),
          program.bounds(of: Column(index: column)).upper != 0
        else { return }
        free[column] =
          repriced.contains(applicant) || master.gain(ofTriple: position, at: prices) >= -slack
      }
      for (applicant, range) in formulation.triples.ofApplicant.enumerated() {
        if let promising = master.promising {
          for index in promising.starts[applicant]..<promising.starts[applicant + 1] {
            look(at: Int(promising.triples[index]), of: applicant)
          }
        } else {
          for position in range { look(at: position, of: applicant) }
        }
      }
    }
    return free
  }

  /// More triples than it is worth to look through for a nearer plan.
  private static var mostTriplesNear: Int { 10_000 }
  private static var nodesNear: Int { 200 }
}
