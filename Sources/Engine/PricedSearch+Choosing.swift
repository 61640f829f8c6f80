// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Wording

/// What branching on a column was seen to take off the bound, for a unit of
/// rounding down and up.
struct PseudoCost {
  var down: Double
  var up: Double
}

extension PricedSearch {
  /// The column to branch on: the one that takes most off the bound on both
  /// sides, of all counts, seats and switches that are fractional; of the triples
  /// when those are whole.
  ///
  /// A column that may be rounded as all others stand decides nothing and is left
  /// alone. What a column takes off is tried out by a few dual simplex steps at
  /// the first nodes, and where it was never tried; later what was seen is taken
  /// ("reliability branching"; Achterberg, Koch and Martin, "Branching Rules
  /// Revisited", 2005). On `peak-2018` one couple and one switch of company decide
  /// nearly everything, and hundreds of others nothing.
  ///
  /// - Parameters:
  ///   - values: The master's column values at the node, as solved last.
  ///   - rows: The master's row sums.
  ///   - number: The node's number.
  /// - Returns: A column of the program; none when all are whole.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func branchingColumn(
    _ values: [Double], _ rows: [Double], node number: Int
  ) throws(EngineFailure) -> Int? {
    let structure = fractional(branchingColumns, values)
    let deciding = structure.filter { !mayRound($0.column, values, rows) }
    if !deciding.isEmpty { return try mostCostly(deciding, values, node: number) }
    let people = fractional(master.programColumn.map { Int($0) }.filter { isTriple($0) }, values)
    if !people.isEmpty { return try mostCostly(people, values, node: number) }
    // Classrooms and the like, which seats and people leave no whole number for;
    // at last columns that may be rounded one by one, but not together.
    let others = fractional(Array(0..<formulation.structure.columnCount), values)
    return others.first { !mayRound($0.column, values, rows) }?.column ?? others.first?.column
  }

  private func fractional(
    _ columns: [Int], _ values: [Double]
  ) -> [(distance: Double, column: Int)] {
    columns.compactMap { column in
      let value = values[Int(master.masterColumn[column])]
      let distance = abs(value - value.rounded())
      return distance > Self.wholeness ? (distance, column) : nil
    }
  }

  private func isTriple(_ column: Int) -> Bool {
    formulation.tripleColumns.contains(column)
  }

  /// Whether a structural column may be made whole, all others as they are.
  private func mayRound(_ column: Int, _ values: [Double], _ rows: [Double]) -> Bool {
    let value = values[Int(master.masterColumn[column])]
    return [value.rounded(.up), value.rounded(.down)].contains {
      master.keepsRows(moving: column, by: $0 - value, from: rows)
    }
  }

  private mutating func mostCostly(
    _ candidates: [(distance: Double, column: Int)], _ values: [Double], node number: Int
  ) throws(EngineFailure) -> Int? {
    if candidates.count == 1 { return candidates[0].column }
    let columns = candidates.sorted { (-$0.distance, $0.column) < (-$1.distance, $1.column) }.map(
      \.column)
    let basis = master.linear.basis()
    let objective = master.linear.objective()
    let mostTrials =
      pseudoCosts.isEmpty ? 60 : number <= Self.nodesTriedFully ? mostTrials : min(4, mostTrials)
    var trials = 0
    var best: (score: Double, column: Int)?
    for column in columns {
      let value = values[Int(master.masterColumn[column])]
      let fraction = value - value.rounded(.down)
      if pseudoCosts[column] == nil && trials < mostTrials {
        trials += 1
        let limits = limits(of: column, in: node)
        let down = try loss(column, limits.lower, value.rounded(.down), objective)
        master.linear.setBasis(rows: basis.rows, columns: basis.columns)
        let up = try loss(column, value.rounded(.up), limits.upper, objective)
        master.linear.setBasis(rows: basis.rows, columns: basis.columns)
        pseudoCosts[column] = PseudoCost(down: down / fraction, up: up / (1 - fraction))
      }
      guard let cost = pseudoCosts[column] else { continue }
      let score = max(cost.down * fraction, 1e-3) * max(cost.up * (1 - fraction), 1e-3)
      if score > best?.score ?? -1 { best = (score, column) }
    }
    return best?.column ?? columns.first
  }

  private static var nodesTriedFully: Int { 30 }

  /// What the master's value loses when a column is held within narrower
  /// bounds; the master's basis is another one afterwards.
  private mutating func loss(
    _ column: Int, _ lower: Double, _ upper: Double, _ objective: Double
  ) throws(EngineFailure) -> Double {
    let limits = limits(of: column, in: node)
    guard lower <= upper else { return Self.mostLoss }
    master.setBounds(ofProgramColumn: column, lower: lower, upper: upper)
    var options = clock.linearLimits
    options.iterationLimit = 100
    let status: LinearStatus
    do { status = try master.linear.solveLinear(.dual, options: options) } catch {
      throw EngineFailure("A branch could not be tried out: \(error)")
    }
    let value = master.linear.objective()
    master.setBounds(ofProgramColumn: column, lower: limits.lower, upper: limits.upper)
    if status == .infeasible { return Self.mostLoss }
    return min(
      Self.mostLoss, max(0, tier.sense == .maximize ? objective - value : value - objective))
  }

  /// Losses beyond this all end a node.
  private static var mostLoss: Double { 1e4 }
}

// MARK: - Whole relaxations

extension PricedSearch {
  /// How far a value may be from a whole number that it is taken for.
  static var wholeness: Double { 1e-6 }

  /// The plan that a relaxation is when seats and people come out whole; other
  /// columns that are not are rounded where the rows allow it.
  ///
  /// - Parameters:
  ///   - values: The master's column values.
  ///   - rows: The master's row sums.
  /// - Returns: An assignment, not yet verified; nothing when something is not
  ///   whole.
  /// - Complexity: Proportional to the master's size and the program's columns.
  func wholePlan(_ values: [Double], _ rows: [Double]) -> Assignment? {
    guard master.elasticity(values) < Self.wholeness else { return nil }
    var rows = rows
    var whole = [Int64](repeating: 0, count: program.columnCount)
    var open: [Int] = []
    for (position, column) in master.programColumn.enumerated() where column >= 0 {
      let value = values[position]
      whole[Int(column)] = Int64(value.rounded())
      guard abs(value - value.rounded()) > Self.wholeness else { continue }
      if isTriple(Int(column)) { return nil }
      open.append(Int(column))
    }
    for column in open {
      let value = values[Int(master.masterColumn[column])]
      let choice = [value.rounded(.up), value.rounded(.down)].first {
        master.keepsRows(moving: column, by: $0 - value, from: rows)
      }
      guard let choice else { return nil }
      master.move(column, by: choice - value, in: &rows)
      whole[column] = Int64(choice)
    }
    let objective = program.value(of: tier, at: whole)
    return Int64(exactly: objective).map { Assignment(values: whole, objective: $0) }
  }
}
