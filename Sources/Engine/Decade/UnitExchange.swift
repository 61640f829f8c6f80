// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming

/// Numbers of units next to relaxed ones, made to keep every row and then made better.
///
/// Relaxed values are rounded, which keeps bounds and ramps; what other rows then miss is made
/// up for by a few units more or fewer of one line in one year or of two together, those that
/// leave least missing and then are best for the goal. When nothing is missing, single changes
/// and pairs that better the goal are made, the best first, until there is none.
///
/// Columns that follow from a number of units, such as what may begin again after a lost year,
/// go with it. Columns that follow from sums stay as small as what is held allows, so that they
/// ask for least; the goal's own one stands at the value that is aimed at.
///
/// A round costs O(*m*² *r*) for *m* changes with *r* rows each, of which most pairs are left
/// out by their cost alone.
struct UnitExchange {
  private let program: IntegerProgram
  private let formulation: DecadeFormulation
  private let tier: Tier
  /// Every column's value.
  private var values: [Int64]
  /// Sums of the rows.
  private var activities: [Int64]
  /// One over the greatest coefficient of each row; 0 for a row that always holds.
  private var scales: [Double]
  /// Columns that may be changed.
  private var decisions: [Int] = []
  /// Columns that are the smaller of a decision and a number, by decision.
  private var dependents: [Int: [(column: Int, most: Int64)]] = [:]
  /// What a unit of each column costs in the goal; less is better.
  private var costs: [Double]
  /// The goal's own column where the goal is one that follows from sums.
  private var goalColumn: Int?
  /// Columns without an upper end that rows only want to be great enough.
  private var loose: [Int] = []
  /// The entries of each column.
  private let entries: ColumnEntries

  /// Starts from relaxed values; nothing when the goal is about other columns than can be
  /// changed.
  ///
  /// - Parameters:
  ///   - stack: The program with all that is held, and the best assignment so far.
  ///   - formulation: What the program was made from; levels may stand behind its columns.
  ///   - tier: The goal.
  ///   - relaxed: A value for each column.
  ///   - threshold: The fraction from which a value is rounded up, over 0 to 1.
  init?(
    _ stack: TierStack, of formulation: DecadeFormulation, for tier: Tier, near relaxed: [Double],
    roundingUpFrom threshold: Double
  ) {
    program = stack.program
    self.formulation = formulation
    self.tier = tier
    entries = ColumnEntries(program)
    let sign: Double = tier.sense == .maximize ? -1 : 1
    costs = program.weights(of: tier).map { sign * Double($0) }
    values = zip(stack.program.columnLowers, stack.program.columnUppers).enumerated().map {
      max($1.0, min($1.1, Int64((relaxed[$0] + 1 - threshold).rounded(.down))))
    }
    activities = []
    scales = []
    classify(stack.incumbent)
    let changed = Set(decisions)
    for column in costs.indices where costs[column] != 0 && !changed.contains(column) {
      let isGoal =
        tier.terms.count == 1 && formulation.followers.contains { $0.column.index == column }
      guard isGoal, dependents.values.joined().allSatisfy({ $0.column != column }) else {
        return nil
      }
      goalColumn = column
      costs[column] = 0
    }
  }

  /// Tells decisions from what follows from them, and sets what does not change.
  private mutating func classify(_ incumbent: Assignment?) {
    var follows = [Bool](repeating: false, count: program.columnCount)
    var sources: [Int: (column: Int, most: Int64)] = [:]
    for follower in formulation.followers {
      follows[follower.column.index] = true
      if let source = follower.source {
        sources[follower.column.index] = (source.index, follower.most)
      }
    }
    for column in 0..<program.columnCount {
      let isOwn = column < formulation.program.columnCount
      if isOwn, !follows[column], program.columnIsInteger[column] {
        if program.columnLowers[column] < program.columnUppers[column] { decisions.append(column) }
      } else if isOwn, !follows[column], isLoose(column) {
        loose.append(column)
      } else if let incumbent, sources[column] == nil, column < incumbent.values.count {
        values[column] = incumbent.values[column]
      }
    }
    for (column, source) in sources.sorted(by: { $0.key < $1.key }) {
      values[column] = min(values[source.column], source.most)
      dependents[source.column, default: []].append((column, source.most))
    }
    let moving = Set(decisions).union(sources.keys)
    for follower in formulation.followers where follower.source == nil {
      lower(follower.column.index, moving)
    }
    scaleRows()
  }

  /// Whether raising a column without an upper end never breaks a row.
  private func isLoose(_ column: Int) -> Bool {
    program.columnUppers[column] == .max && costs[column] == 0
      && entries.of(column).allSatisfy { row, coefficient in
        coefficient > 0 ? program.rowUppers[row] == .max : program.rowLowers[row] == .min
      }
  }

  /// Sets a column to the least that rows of columns that do not change ask for.
  private mutating func lower(_ column: Int, _ moving: Set<Int>) {
    var least = max(0, program.columnLowers[column])
    for (row, coefficient) in entries.of(column) where coefficient > 0 {
      guard program.rowLowers[row] != .min else { continue }
      var rest = Int64(0)
      var isFixed = true
      for entry in program.rowStarts[row]..<program.rowStarts[row + 1] {
        let other = Int(program.entryColumns[entry])
        if moving.contains(other) { isFixed = false }
        if other != column { rest += program.entryCoefficients[entry] * values[other] }
      }
      // A row of units that wants it great would be one that it follows from.
      guard isFixed else { continue }
      let missing = program.rowLowers[row] - rest
      least = max(least, (missing + coefficient - 1) / coefficient)
    }
    values[column] = min(least, program.columnUppers[column])
  }

  private mutating func scaleRows() {
    let isLoose = Set(loose)
    scales = (0..<program.rowCount).map { row in
      let range = program.rowStarts[row]..<program.rowStarts[row + 1]
      if range.contains(where: { isLoose.contains(Int(program.entryColumns[$0])) }) { return 0 }
      let greatest = range.map { program.entryCoefficients[$0].magnitude }.max() ?? 0
      return greatest == 0 ? 0 : 1 / Double(greatest)
    }
  }

  /// Whether the goal is a column that follows from sums.
  var aimsAtColumn: Bool { goalColumn != nil }

  // MARK: - Searching

  /// A change of one number of units with all that follows from it.
  private struct Change {
    let decision: Int
    let step: Int64
    let cost: Double
    /// Its rows with what they gain, from `start` up to `end` in the list of all.
    let start: Int
    let end: Int
  }

  /// The best numbers found.
  ///
  /// - Parameters:
  ///   - target: What the goal's column is to reach, where the goal is such a column.
  ///   - clock: Says when to stop.
  /// - Returns: An assignment that keeps every row; nothing when none was found.
  func best(aimingAt target: Int64, _ clock: RunClock) -> Assignment? {
    var trial = self
    return trial.search(aimingAt: target, clock)
  }

  private mutating func search(aimingAt target: Int64, _ clock: RunClock) -> Assignment? {
    if let goalColumn {
      values[goalColumn] = max(
        program.columnLowers[goalColumn], min(program.columnUppers[goalColumn], target))
    }
    activities = (0..<program.rowCount).map { row in
      (program.rowStarts[row]..<program.rowStarts[row + 1]).reduce(0) { sum, entry in
        sum + program.entryCoefficients[entry] * values[Int(program.entryColumns[entry])]
      }
    }
    for _ in 0..<Self.mostRounds {
      if clock.isOver { break }
      let missing = missing
      let round = listed()
      let chosen = missing > 0 ? repair(round, missing) : improvement(round)
      guard !chosen.isEmpty else { break }
      for position in chosen { make(round.changes[position]) }
    }
    guard missing == 0 else { return nil }
    return finished()
  }

  /// All changes of a round with their rows.
  private struct Round {
    var changes: [Change] = []
    var rows: [Int32] = []
    var gains: [Int64] = []
  }

  /// Steps that are tried.
  private static var steps: [Int64] { [1, -1, 2, -2, 3, -3, 4, -4, 6, -6] }

  /// Rounds of changes.
  private static var mostRounds: Int { 1_000 }

  /// Changes of which pairs are tried while something is missing.
  private static var mostFirst: Int { 200 }

  private func listed() -> Round {
    var round = Round()
    var gains = [Int64](repeating: 0, count: program.rowCount)
    var touched: [Int32] = []
    func add(_ column: Int, _ step: Int64) {
      for (row, coefficient) in entries.of(column) where scales[row] > 0 {
        if gains[row] == 0 { touched.append(Int32(row)) }
        gains[row] += coefficient * step
      }
    }
    for decision in decisions {
      let value = values[decision]
      for step in Self.steps {
        let new = value + step
        guard new >= program.columnLowers[decision], new <= program.columnUppers[decision] else {
          continue
        }
        add(decision, step)
        for (column, most) in dependents[decision] ?? [] {
          let change = min(new, most) - values[column]
          if change != 0 { add(column, change) }
        }
        let start = round.rows.count
        for row in touched where gains[Int(row)] != 0 {
          round.rows.append(row)
          round.gains.append(gains[Int(row)])
        }
        for row in touched { gains[Int(row)] = 0 }
        touched.removeAll(keepingCapacity: true)
        round.changes.append(
          Change(
            decision: decision, step: step, cost: costs[decision] * Double(step), start: start,
            end: round.rows.count))
      }
    }
    return round
  }

  /// How far a row's sum is outside its bounds, in parts of its greatest coefficient.
  private func missing(_ row: Int, _ activity: Int64) -> Double {
    let scale = scales[row]
    if activity < program.rowLowers[row], program.rowLowers[row] != .min {
      return scale * Double(program.rowLowers[row] - activity)
    }
    if activity > program.rowUppers[row] {
      return scale * Double(activity - program.rowUppers[row])
    }
    return 0
  }

  private var missing: Double {
    activities.indices.reduce(0) { $0 + missing($1, activities[$1]) }
  }

  /// What missing more or less a change makes, with the rows' sums given.
  private func difference(_ change: Change, _ round: Round, _ sums: [Int64]) -> Double {
    var sum = 0.0
    for entry in change.start..<change.end {
      let row = Int(round.rows[entry])
      sum += missing(row, sums[row] + round.gains[entry]) - missing(row, sums[row])
    }
    return sum
  }

  /// The change or the pair that leaves least missing, and of those the best for the goal.
  private func repair(_ round: Round, _ missing: Double) -> [Int] {
    let weight = 3 * max(1, costs.reduce(0) { max($0, abs($1)) })
    let enough = missing * (1 - 1e-9)
    let singles = round.changes.map { difference($0, round, activities) }
    func score(_ position: Int) -> Double {
      weight * singles[position] + round.changes[position].cost
    }
    let order = round.changes.indices.sorted { (score($0), $0) < (score($1), $1) }
    var chosen: [Int] = []
    var best = Double.infinity
    if let first = order.first(where: { missing + singles[$0] < enough }) {
      (chosen, best) = ([first], score(first))
    }
    var sums = activities
    for first in order.prefix(Self.mostFirst) {
      apply(round.changes[first], round, to: &sums, 1)
      for second in round.changes.indices
      where round.changes[second].decision != round.changes[first].decision {
        let left = singles[first] + difference(round.changes[second], round, sums)
        let found = weight * left + round.changes[first].cost + round.changes[second].cost
        if found < best, missing + left < enough { (chosen, best) = ([first, second], found) }
      }
      apply(round.changes[first], round, to: &sums, -1)
    }
    return chosen
  }

  private func apply(
    _ change: Change, _ round: Round, to sums: inout [Int64], _ sign: Int64
  ) {
    for entry in change.start..<change.end {
      sums[Int(round.rows[entry])] += sign * round.gains[entry]
    }
  }

  /// The change or the pair that betters the goal most and breaks no row.
  private func improvement(_ round: Round) -> [Int] {
    let order = round.changes.indices.sorted {
      (round.changes[$0].cost, $0) < (round.changes[$1].cost, $1)
    }
    var chosen: [Int] = []
    var best = -1e-9
    var sums = activities
    var isBroken = [Bool](repeating: false, count: program.rowCount)
    for (position, first) in order.enumerated() {
      let change = round.changes[first]
      guard change.cost < 0 else { break }
      apply(change, round, to: &sums, 1)
      var broken = 0
      for entry in change.start..<change.end {
        let row = Int(round.rows[entry])
        isBroken[row] = missing(row, sums[row]) > 0
        if isBroken[row] { broken += 1 }
      }
      if broken == 0, change.cost < best { (chosen, best) = ([first], change.cost) }
      for second in order[(position + 1)...] {
        let other = round.changes[second]
        guard change.cost + other.cost < best else { break }
        guard other.decision != change.decision else { continue }
        var mended = 0
        var isGood = true
        for entry in other.start..<other.end {
          let row = Int(round.rows[entry])
          if missing(row, sums[row] + round.gains[entry]) > 0 {
            isGood = false
            break
          }
          if isBroken[row] { mended += 1 }
        }
        if isGood, mended == broken {
          (chosen, best) = ([first, second], change.cost + other.cost)
        }
      }
      for entry in change.start..<change.end { isBroken[Int(round.rows[entry])] = false }
      apply(change, round, to: &sums, -1)
    }
    return chosen
  }

  /// Makes a change with all that follows from it.
  private mutating func make(_ change: Change) {
    set(change.decision, values[change.decision] + change.step)
    for (column, most) in dependents[change.decision] ?? [] {
      set(column, min(values[change.decision], most))
    }
  }

  private mutating func set(_ column: Int, _ value: Int64) {
    let step = value - values[column]
    guard step != 0 else { return }
    values[column] = value
    for (row, coefficient) in entries.of(column) { activities[row] += coefficient * step }
  }

  /// The assignment, with columns that follow as great and loose ones as small as they may be.
  private func finished() -> Assignment? {
    var assignment = formulation.completed(Assignment(values: values, objective: 0))
    for column in loose {
      var least = max(0, program.columnLowers[column])
      for (row, coefficient) in entries.of(column) {
        var rest = Int64(0)
        for entry in program.rowStarts[row]..<program.rowStarts[row + 1]
        where Int(program.entryColumns[entry]) != column {
          rest +=
            program.entryCoefficients[entry] * assignment.values[Int(program.entryColumns[entry])]
        }
        // Each row bounds it from below.
        let bound = coefficient > 0 ? program.rowLowers[row] - rest : rest - program.rowUppers[row]
        let size = abs(coefficient)
        least = max(least, bound <= 0 ? 0 : (bound + size - 1) / size)
      }
      assignment.values[column] = least
    }
    assignment.objective = Int64(program.value(of: tier, at: assignment.values))
    return program.violations(of: assignment, tier: tier).isEmpty ? assignment : nil
  }
}
