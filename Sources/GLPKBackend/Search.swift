// SPDX-License-Identifier: GPL-3.0-or-later
internal import IntegerProgramming
internal import Wording

/// How GLPK is run.
///
/// Which of the two careful ways is right differs from program to program, so
/// one is tried where the other is in doubt.
enum Care {
  /// With presolver and cuts.
  case usual
  /// Without them, and with a tighter tolerance for what is whole.
  case plain
  /// As `plain`, with rows and columns scaled.
  case scaled
}

/// One program on its way through GLPK.
struct Search {
  let program: IntegerProgram
  let tier: Tier
  let options: SolveOptions
  let tuning: GLPKSolver.Tuning
  let bases: BasisMemory?
  /// The tier's weights, divided by `divisor`.
  let weights: [Int64]
  let divisor: Int64
  /// The common divisor of each row's coefficients.
  let rowDivisors: [Int64]
  /// Whether a row is too wide for presolver and cuts.
  let hasWideRows: Bool
  /// Whether the tier is too wide for its optimum to be believed.
  let hasWideTier: Bool
  /// The value to beat: the better of the start's and the cutoff.
  let valueToBeat: Int64?

  init(
    _ program: IntegerProgram, tier: Tier?, options: SolveOptions, tuning: GLPKSolver.Tuning,
    bases: BasisMemory? = nil
  ) throws(SolverFailure) {
    let tier = tier ?? Tier(name: "anything", sense: .minimize, terms: [])
    self.program = program
    self.tier = tier
    self.options = options
    self.tuning = tuning
    self.bases = bases
    if let start = options.start {
      let violations = program.violations(of: start, tier: tier)
      if let first = violations.first {
        let first = String(describing: first)
        throw .invalidModel(
          localized("the start has \(violations.count) faults, the first: \(first)"))
      }
    }
    guard options.relativeGap >= 0, options.relativeGap.isFinite else {
      throw .invalidModel(localized("a relative gap of \(options.relativeGap)"))
    }
    if let limit = options.timeLimit, limit.isNaN {
      throw .invalidModel(localized("a time limit of nan"))
    }
    for column in program.columns {
      try requireExact(program.bounds(of: column), Sentence("column \(column.index)"))
    }
    for row in program.rows {
      try requireExact(program.bounds(of: row), Sentence("row \(row.index)"))
    }
    (rowDivisors, hasWideRows) = try Search.divideRows(of: program)
    let weights = program.weights(of: tier)
    let divisor = max(1, commonDivisor(of: weights))
    self.weights = divisor == 1 ? weights : weights.map { $0 / divisor }
    self.divisor = divisor
    let widest = self.weights.reduce(0) { max($0, $1.magnitude) }
    hasWideTier = widest > GLPKSolver.widestWeight.magnitude
    if hasWideTier, options.relativeGap < GLPKSolver.narrowestWideGap {
      throw .unsupported(
        localized(
          """
          tier "\(tier.name)" has weights up to \(widest) times their common divisor, and a proof \
          is asked for; at most \(GLPKSolver.widestWeight) can be proved: set it in several tiers, \
          or ask for a gap of \(GLPKSolver.narrowestWideGap)
          """))
    }
    guard widest <= GLPKSolver.widestNumber.magnitude else {
      throw .unsupported(
        localized("the weight \(widest) of tier \"\(tier.name)\"; the largest is 2^53"))
    }
    valueToBeat =
      switch (options.start?.objective, options.cutoff) {
      case (let start?, let cutoff?): tier.sense.prefers(start, to: cutoff) ? start : cutoff
      case (let start, let cutoff): start ?? cutoff
      }
  }

  /// The common divisor of each row, and whether a row is still wide after it.
  private static func divideRows(
    of program: IntegerProgram
  ) throws(SolverFailure) -> (divisors: [Int64], isWide: Bool) {
    var divisors: [Int64] = []
    divisors.reserveCapacity(program.rowCount)
    var isWide = false
    for row in 0..<program.rowCount {
      let entries = program.rowStarts[row]..<program.rowStarts[row + 1]
      var widest: UInt64 = 0
      for entry in entries { widest = max(widest, program.entryCoefficients[entry].magnitude) }
      let divisor = widest <= 1 ? 1 : max(1, commonDivisor(of: program.entryCoefficients[entries]))
      divisors.append(divisor)
      widest /= divisor.magnitude
      if widest > GLPKSolver.widestPresolved.magnitude { isWide = true }
      if widest > GLPKSolver.widestCoefficient.magnitude {
        throw .unsupported(
          localized(
            """
            row \(row) "\(program.name(of: IntegerProgram.Row(index: row)))" has coefficients up to \
            \(widest) times their common divisor; the largest is \(GLPKSolver.widestCoefficient): \
            measure it in a larger unit
            """))
      }
    }
    return (divisors, isWide)
  }

  /// Whether a column or a row has bounds that exclude each other.
  var contradictsItself: Bool {
    zip(program.columnLowers, program.columnUppers).contains { $0 > $1 }
      || zip(program.rowLowers, program.rowUppers).contains { $0 > $1 }
  }
}

// MARK: - Translation

extension Search {
  /// Copies the program into GLPK; nil if a row cannot hold by itself.
  private func makeMaster() throws(SolverFailure) -> LinearMaster? {
    var master = try LinearMaster(maximizing: tier.sense == .maximize)
    var bounds: [RowBounds] = []
    bounds.reserveCapacity(program.rowCount)
    var coefficients = [Double](repeating: 0, count: program.termCount)
    for row in 0..<program.rowCount {
      let entries = program.rowStarts[row]..<program.rowStarts[row + 1]
      let divisor = rowDivisors[row]
      for entry in entries {
        coefficients[entry] = Double(program.entryCoefficients[entry] / divisor)
      }
      let (lower, upper) = program.bounds(of: IntegerProgram.Row(index: row))
      // Whole columns make whole sums, so the bounds may be rounded inwards.
      let least = lower.map { quotient($0, divisor, .up) }
      let greatest = upper.map { quotient($0, divisor, .down) }
      if let least, let greatest, least > greatest { return nil }
      bounds.append(RowBounds(lower: least.map { Double($0) }, upper: greatest.map { Double($0) }))
    }
    _ = try master.addRows(bounds)
    var batch = ColumnBatch()
    batch.costs = weights.map { Double($0) }
    batch.lower = program.columnLowers.map { $0 == .min ? -.infinity : Double($0) }
    batch.upper = program.columnUppers.map { $0 == .max ? .infinity : Double($0) }
    batch.isInteger = program.columnIsInteger
    batch.starts = [Int32](repeating: 0, count: program.columnCount + 1)
    _ = try master.addColumns(batch)
    guard program.termCount <= Int(Int32.max) else {
      throw .unsupported(localized("\(program.termCount) terms"))
    }
    master.setRows(
      from: 0, starts: program.rowStarts.map { Int32($0) }, columns: program.entryColumns,
      values: coefficients)
    return master
  }

  /// The search's options in GLPK's terms.
  private func integerOptions(_ care: Care) -> IntegerOptions {
    var control = IntegerOptions()
    control.timeLimit = options.timeLimit
    control.nodeLimit = options.nodeLimit
    control.work = options.work
    control.relativeGap = options.relativeGap
    control.usesPresolver = tuning.usesPresolver && care == .usual && valueToBeat == nil
    control.cuts = care == .usual ? tuning.cuts : []
    control.branching = tuning.branching
    control.backtracking = tuning.backtracking
    control.usesRoundingHeuristic = tuning.usesRoundingHeuristic
    control.usesFeasibilityPump = tuning.usesFeasibilityPump
    if let value = valueToBeat {
      // Whole multiples of the divisor are better than the value iff they are
      // better than its quotient, rounded towards the worse.
      control.cutoff = Double(
        quotient(
          value.subtractingReportingOverflow(tier.constant).partialValue, divisor,
          tier.sense == .minimize ? .up : .down))
    }
    control.objectiveTolerance = objectiveTolerance
    control.integralityTolerance = care == .usual ? 1e-7 : 1e-9
    control.isCancelled = options.isCancelled
    if let progress = options.progress {
      control.progress = { state in
        var state = state
        state.incumbent = state.incumbent.map(inTierTerms) ?? options.start.map(\.value)
        state.bound = state.bound.map(inTierTerms)
        progress(state)
      }
    }
    return control
  }

  /// The relative improvement that is less than one step of the objective.
  ///
  /// GLPK drops a subproblem that promises less than this part of the best
  /// value; its own choice of 1e-7 is more than a step from 10⁷ on.
  private var objectiveTolerance: Double {
    var largest = 1.0
    for (column, weight) in weights.enumerated() where weight != 0 {
      let (lower, upper) = program.bounds(of: IntegerProgram.Column(index: column))
      let reach = max((lower ?? .max).magnitude, (upper ?? .max).magnitude)
      largest += Double(weight.magnitude) * Double(reach)
    }
    return min(1e-7, max(1e-13, 0.25 / largest))
  }

  /// Turns a value of the divided tier into one of the tier itself.
  private func inTierTerms(_ value: Double) -> Double {
    value * Double(divisor) + Double(tier.constant)
  }
}

extension Assignment {
  fileprivate var value: Double { Double(objective) }
}

// MARK: - Searching

extension Search {
  /// Solves once, with the given care.
  func run(_ care: Care) throws(SolverFailure) -> SolveOutcome {
    if program.columnCount == 0 { return outcomeWithoutColumns() }
    if let limit = options.timeLimit, limit <= 0 {
      return .stopped(by: .time, best: options.start, bound: nil)
    }
    if let work = options.work, work.isSpent {
      return .stopped(by: .work, best: options.start, bound: nil)
    }
    if options.isCancelled?() ?? false {
      return .stopped(by: .cancellation, best: options.start, bound: nil)
    }
    guard var master = try makeMaster() else { return .infeasible }
    if care == .scaled { master.scale(true) }
    let control = integerOptions(care)
    if let bases, !control.usesPresolver {
      let limits = LinearOptions(
        timeLimit: options.timeLimit, work: options.work, isCancelled: options.isCancelled)
      _ = try master.solveLinear(from: bases, options: limits)
    }
    let result = try master.solveInteger(options: control)
    let found = try result.values.map { values throws(SolverFailure) in try verified(values) }
    let bound = result.bound.isFinite ? inTierTerms(result.bound) : nil
    switch result.status {
    case .optimal:
      guard let found else {
        throw .wrongAnswer(localized("GLPK has an optimum but no values for it"))
      }
      return believed(found)
    case .infeasible:
      guard let valueToBeat else { return .infeasible }
      if let start = options.start, start.objective == valueToBeat { return believed(start) }
      return .nothingBetter(than: valueToBeat)
    case .infeasibleOrUnbounded:
      // A verified start rules infeasibility out, yet names no best either.
      return .infeasibleOrUnbounded
    case .stopped(let limit):
      let best = found ?? options.start
      if let best, let bound, !hasWideTier, isProven(best, by: bound) { return .optimal(best) }
      return .stopped(by: limit, best: best, bound: bound)
    }
  }

  /// What GLPK calls optimal, or beyond the width at which that can be believed,
  /// a point within the gap.
  private func believed(_ best: Assignment) -> SolveOutcome {
    let steps = best.value / Double(divisor)
    guard hasWideTier || abs(steps) > Double(GLPKSolver.widestOptimum) else {
      return .optimal(best)
    }
    let distance = max(options.relativeGap, GLPKSolver.narrowestWideGap) * abs(best.value)
    let bound = tier.sense == .minimize ? best.value - distance : best.value + distance
    return .stopped(by: .gap, best: best, bound: bound)
  }

  /// Rounds GLPK's values and checks them exactly.
  private func verified(_ values: [Double]) throws(SolverFailure) -> Assignment {
    var whole: [Int64] = []
    whole.reserveCapacity(values.count)
    for (column, value) in values.enumerated() {
      guard let rounded = Int64(exactly: value.rounded()), isExact(rounded),
        abs(value - value.rounded()) < 1e-5
      else { throw .wrongAnswer(localized("column \(column) has the value \(value)")) }
      whole.append(rounded)
    }
    guard let objective = Int64(exactly: program.value(of: tier, at: whole)) else {
      throw .wrongAnswer(localized("the objective does not fit into 64 bits"))
    }
    let assignment = Assignment(values: whole, objective: objective)
    let violations = program.violations(of: assignment)
    if let first = violations.first {
      let first = String(describing: first)
      throw .wrongAnswer(
        localized("\(violations.count) violations, the first: \(first)"))
    }
    return assignment
  }

  /// Whether no whole step fits between an assignment and the bound.
  private func isProven(_ best: Assignment, by bound: Double) -> Bool {
    let slack = tier.sense == .minimize ? best.value - bound : bound - best.value
    return slack < Double(divisor) - 1e-6 * max(1, abs(bound))
  }

  private func outcomeWithoutColumns() -> SolveOutcome {
    let nothing = Assignment(values: [], objective: tier.constant)
    guard program.violations(of: nothing).isEmpty else { return .infeasible }
    if let cutoff = options.cutoff, !tier.sense.prefers(nothing.objective, to: cutoff) {
      return .nothingBetter(than: cutoff)
    }
    return .optimal(nothing)
  }
}
