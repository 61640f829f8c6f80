// SPDX-License-Identifier: GPL-3.0-or-later

internal import GLPKBackend
internal import IntegerProgramming

/// What branching on a column was seen to take off the bound, for a unit of
/// rounding down and up.
struct PseudoCost {
  var down: Double
  var up: Double
}

extension PricedSearch {
  /// The column to branch on, in the first stage that has fractional ones: the
  /// one that takes most off the bound on both sides.
  ///
  /// What a column takes off is tried out by a few dual simplex steps at the
  /// first nodes, and where it was never tried; later what was seen is taken
  /// ("reliability branching"; Achterberg, Koch and Martin, "Branching Rules
  /// Revisited", 2005).
  ///
  /// - Parameters:
  ///   - values: The master's column values at the node, as solved last.
  ///   - number: The node's number.
  /// - Returns: A column of the program; none when all stages are whole.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func branchingColumn(
    _ values: [Double], node number: Int
  ) throws(EngineFailure) -> Int? {
    for stage in branchingStages {
      var candidates: [(distance: Double, column: Int)] = []
      for column in stage {
        let value = values[Int(master.masterColumn[column])]
        let distance = abs(value - value.rounded())
        if distance > 1e-6 { candidates.append((distance, column)) }
      }
      if candidates.isEmpty { continue }
      candidates.sort { (-$0.distance, $0.column) < (-$1.distance, $1.column) }
      if candidates.count == 1 { return candidates[0].column }
      return try mostCostly(candidates.map(\.column), values, node: number)
    }
    return nil
  }

  private mutating func mostCostly(
    _ columns: [Int], _ values: [Double], node number: Int
  ) throws(EngineFailure) -> Int? {
    let basis = master.linear.basis()
    let objective = master.linear.objective()
    let mostTrials = number <= Self.nodesTriedFully ? 16 : 4
    var trials = 0
    var best: (score: Double, column: Int)?
    for column in columns {
      let value = values[Int(master.masterColumn[column])]
      let fraction = value - value.rounded(.down)
      if (number <= Self.nodesTriedFully || pseudoCosts[column] == nil) && trials < mostTrials {
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
    var options = LinearOptions()
    options.iterationLimit = 100
    options.isCancelled = { [clock] in clock.isOver }
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
