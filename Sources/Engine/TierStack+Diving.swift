// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Wording

extension TierStack {
  /// Rounds the linear relaxation of a tier to an assignment, and takes it as the
  /// incumbent if it is better.
  ///
  /// Columns near the whole number above them are rounded up a few at a time, and
  /// the relaxation is solved again in between. A step that breaks rows is taken
  /// back and made smaller; a single column that breaks rows is rounded down.
  ///
  /// - Returns: The relaxation's bound in whole numbers; nothing when it could not
  ///   be solved.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func dive(for tier: Tier) throws(EngineFailure) -> Int64? {
    do throws(SolverFailure) {
      var master = try LinearMaster.relaxing(program, tier: tier)
      var options = clock.linearLimits
      guard try master.solveLinear(from: bases, options: options) == .optimal else { return nil }
      let bound = wholeBound(master.objective() + Double(tier.constant), tier.sense)
      if let incumbent {
        let value = rated(incumbent, tier).objective
        if !tier.sense.prefers(bound, to: value) { return bound }
        // What is not better than the incumbent is of no use.
        let step: Int64 = tier.sense == .maximize ? 1 : -1
        try addGoal(tier, atLeast: value + step, &master)
      }
      options.iterationLimit = Self.mostIterationsOfDive
      var dive = Dive(
        program: program, clock: clock, options: options, firstDecision: firstDecision)
      if let values = try dive.run(&master) {
        let found = Assignment(
          values: values, objective: Int64(program.value(of: tier, at: values)))
        if program.violations(of: found, tier: tier).isEmpty { incumbent = found }
      }
      return bound
    } catch {
      throw EngineFailure("The tier \(tier.name) could not be rounded: \(error)")
    }
  }

  /// Looks for an assignment in which those groups that reach a share reach as
  /// much as possible, and takes it if the leximin prefers it.
  ///
  /// The relaxation raises the smallest of their shares, which leaves room
  /// everywhere; one that merely asks for the next level has counts at the brink,
  /// and no way to round them.
  ///
  /// - Parameters:
  ///   - share: A share; groups below it stay at least where they are.
  ///   - groups: The groups of the tier.
  /// - Returns: Whether a better assignment was found.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func raiseShares(
    from share: Int, of groups: [FairnessGroup]
  ) throws(EngineFailure) -> Bool {
    guard let incumbent else { return false }
    let before = shares(of: groups)
    do throws(SolverFailure) {
      let nothing = Tier(name: "shares", sense: .maximize, terms: [])
      var master = try LinearMaster.relaxing(program, tier: nothing)
      var batch = ColumnBatch()
      batch.append(cost: 1, lower: 0, upper: 1, rows: [], values: [])
      let smallest = Int32(clamping: try master.addColumns(batch).lowerBound)
      for group in groups {
        let column = Int32(clamping: group.column.index)
        let count = incumbent[group.column]
        if group.share(count) >= share {
          for row in try master.addRows([RowBounds(lower: 0)]) {
            master.setRow(
              row, columns: [column, smallest], values: [1, -Double(group.denominator)])
          }
        } else {
          for row in try master.addRows([RowBounds(lower: Double(count))]) {
            master.setRow(row, columns: [column], values: [1])
          }
        }
      }
      var options = clock.linearLimits
      guard try master.solveLinear(from: bases, keeping: false, options: options) == .optimal else {
        return false
      }
      options.iterationLimit = Self.mostIterationsOfDive
      var dive = Dive(
        program: program, clock: clock, options: options, firstDecision: firstDecision)
      guard let values = try dive.run(&master) else { return false }
      let found = Assignment(values: Array(values.prefix(program.columnCount)), objective: 0)
      guard program.violations(of: found).isEmpty else { return false }
      self.incumbent = found
      if before.lexicographicallyPrecedes(shares(of: groups)) { return true }
      self.incumbent = incumbent
      return false
    } catch {
      throw EngineFailure("Shares could not be raised: \(error)")
    }
  }

  /// Simplex iterations of one solve within a dive; more say that it stalls.
  private static var mostIterationsOfDive: Int { 2_000 }

  /// A row that asks for a value of the tier.
  private func addGoal(
    _ tier: Tier, atLeast value: Int64, _ master: inout LinearMaster
  ) throws(SolverFailure) {
    let side = Double(value - tier.constant)
    let bounds = tier.sense == .maximize ? RowBounds(lower: side) : RowBounds(upper: side)
    for row in try master.addRows([bounds]) {
      master.setRow(
        row, columns: tier.terms.map { Int32(clamping: $0.column.index) },
        values: tier.terms.map { Double($0.coefficient) })
    }
  }
}

/// The steps of one dive.
private struct Dive {
  let program: IntegerProgram
  let clock: RunClock
  let options: LinearOptions
  /// Columns from this one on are rounded before the others.
  let firstDecision: Int
  private var fixed: [Int] = []

  static let mostRetreats = 8
  /// Simplex iterations that a dive is worth in all.
  static let mostIterations = 20_000

  init(
    program: IntegerProgram, clock: RunClock, options: LinearOptions, firstDecision: Int
  ) {
    self.program = program
    self.clock = clock
    self.options = options
    self.firstDecision = firstDecision
  }

  /// The columns' values when all are whole; nothing when no way was found.
  mutating func run(_ master: inout LinearMaster) throws(SolverFailure) -> [Int64]? {
    guard try keepsRows(&master) else { return nil }
    let last = master.iterations + Self.mostIterations
    var step = Int.max
    var retreats = 0
    while !clock.isOver, master.iterations < last {
      let values = master.columnValues()
      let fractional = fractional(values)
      if fractional.isEmpty { return values.map { Int64($0.rounded()) } }
      let near = fractional.prefix { $0.distance < 0.3 }.count
      let batch = fractional.prefix(min(step, max(1, min(near, fractional.count / 4))))
      for entry in batch {
        let lower = values[entry.column].rounded(.up)
        master.setColumnBounds(
          entry.column, lower: lower, upper: max(lower, bounds(of: entry.column).upper))
      }
      fixed += batch.map(\.column)
      if try keepsRows(&master) {
        step = step < Int.max / 2 ? step * 2 : step
        continue
      }
      for entry in batch { free(entry.column, &master) }
      fixed.removeLast(batch.count)
      step = max(1, batch.count / 4)
      if batch.count == 1, let column = batch.first?.column {
        let lower = bounds(of: column).lower
        master.setColumnBounds(
          column, lower: lower, upper: max(lower, values[column].rounded(.down)))
        fixed.append(column)
      }
      while try !keepsRows(&master) {
        // Neither way: the trouble lies further back.
        retreats += 1
        let count = min(fixed.count, retreats * 3)
        if clock.isOver || retreats > Self.mostRetreats || count == 0
          || master.iterations >= last
        {
          return nil
        }
        for column in fixed.suffix(count) { free(column, &master) }
        fixed.removeLast(count)
      }
    }
    return nil
  }

  private func keepsRows(_ master: inout LinearMaster) throws(SolverFailure) -> Bool {
    try master.solveLinear(.dualThenPrimal, options: options) == .optimal
  }

  /// Columns that are not whole, nearest to the whole number above first; only
  /// decisions as long as one of them is not.
  private func fractional(_ values: [Double]) -> [(distance: Double, column: Int)] {
    var found: [(distance: Double, column: Int)] = []
    for (column, value) in values.prefix(program.columnCount).enumerated()
    where program.columnIsInteger[column] && abs(value - value.rounded()) > 1e-6 {
      found.append((value.rounded(.up) - value, column))
    }
    let decisions = found.filter { $0.column >= firstDecision }
    return (decisions.isEmpty ? found : decisions)
      .sorted { ($0.distance, $0.column) < ($1.distance, $1.column) }
  }

  private func bounds(of column: Int) -> (lower: Double, upper: Double) {
    let (lower, upper) = program.bounds(of: IntegerProgram.Column(index: column))
    return (lower.map { Double($0) } ?? -.infinity, upper.map { Double($0) } ?? .infinity)
  }

  private func free(_ column: Int, _ master: inout LinearMaster) {
    let (lower, upper) = bounds(of: column)
    master.setColumnBounds(column, lower: lower, upper: upper)
  }
}
