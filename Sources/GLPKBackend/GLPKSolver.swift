// SPDX-License-Identifier: GPL-3.0-or-later
public import IntegerProgramming

/// Solves integer programs with GLPK's branch and cut.
///
/// One call is one search on the calling thread. Rows and tiers are divided by
/// the common divisor of their coefficients on the way in; every answer is
/// rounded, recomputed in exact integers, and withheld if it is wrong.
///
/// GLPK compares in floating point with relative tolerances. A tier whose
/// weights span more than `widestWeight` after division is refused, because
/// GLPK then calls answers optimal that are not: set the goals in tiers.
public struct GLPKSolver: IntegerProgramSolver {
  /// The largest weight a tier may have after division by the common divisor.
  ///
  /// Knapsacks with one weight of 10⁷ beside small ones come back suboptimal
  /// as optimal from GLPK 5.0; with 10⁶ none does.
  public static let widestWeight: Int64 = 1_000_000

  /// The largest coefficient or bound that GLPK is given: 2⁵³, up to which
  /// floating point holds every whole number.
  public static let widestNumber: Int64 = 1 << 53

  /// How the search is run.
  package var tuning = Tuning()

  /// Makes a solver with the usual choices.
  public init() {}

  public var capabilities: SolverCapabilities {
    [.timeLimit, .relativeGap, .cutoff, .start, .nodeLimit, .cancellation, .progress]
  }

  /// Choices that change the time a search takes, but not its answer.
  package struct Tuning: Hashable, Sendable {
    /// Whether GLPK's presolver is used; it is not when there is a value to
    /// beat, for it cannot be told one.
    package var usesPresolver = true
    package var cuts: Cuts = [.gomory, .rounding]
    package var branching = Branching.strongestBound
    package var backtracking = Backtracking.bestBound
    package var usesRoundingHeuristic = true
    package var usesFeasibilityPump = false

    package init() {}
  }

  public func solve(
    _ program: IntegerProgram, tier: Tier?, options: SolveOptions
  ) throws(SolverFailure) -> SolveOutcome {
    let search = try Search(program, tier: tier, options: options, tuning: tuning)
    if search.contradictsItself { return .infeasible }
    do {
      return try search.run(carefully: false)
    } catch .wrongAnswer, .numericalTrouble {
      return try search.run(carefully: true)
    }
  }
}

/// One program on its way through GLPK.
private struct Search {
  let program: IntegerProgram
  let tier: Tier
  let options: SolveOptions
  let tuning: GLPKSolver.Tuning
  /// The tier's weights, divided by `divisor`.
  let weights: [Int64]
  let divisor: Int64
  /// The value to beat: the better of the start's and the cutoff.
  let valueToBeat: Int64?

  init(
    _ program: IntegerProgram, tier: Tier?, options: SolveOptions, tuning: GLPKSolver.Tuning
  ) throws(SolverFailure) {
    let tier = tier ?? Tier(name: "anything", sense: .minimize, terms: [])
    self.program = program
    self.tier = tier
    self.options = options
    self.tuning = tuning
    if let start = options.start {
      let violations = program.violations(of: start, tier: tier)
      if let first = violations.first {
        throw .invalidModel("the start has \(violations.count) faults, the first: \(first)")
      }
    }
    guard options.relativeGap >= 0, options.relativeGap.isFinite else {
      throw .invalidModel("a relative gap of \(options.relativeGap)")
    }
    if let limit = options.timeLimit, limit.isNaN { throw .invalidModel("a time limit of nan") }
    for column in program.columns {
      try requireExact(program.bounds(of: column), "column \(column.index)")
    }
    for row in program.rows { try requireExact(program.bounds(of: row), "row \(row.index)") }
    for coefficient in program.entryCoefficients where !isExact(coefficient) {
      throw .unsupported("the coefficient \(coefficient); the largest is 2^53")
    }
    let weights = program.weights(of: tier)
    let divisor = max(1, commonDivisor(of: weights))
    for (column, weight) in weights.enumerated()
    where (weight / divisor).magnitude > GLPKSolver.widestWeight.magnitude {
      throw .unsupported(
        """
        tier "\(tier.name)" gives column \(column) the weight \(weight), which is more than \
        \(GLPKSolver.widestWeight) times the smallest step; set it in tiers of its own
        """)
    }
    self.weights = divisor == 1 ? weights : weights.map { $0 / divisor }
    self.divisor = divisor
    valueToBeat =
      switch (options.start?.objective, options.cutoff) {
      case (let start?, let cutoff?): tier.sense.prefers(start, to: cutoff) ? start : cutoff
      case (let start, let cutoff): start ?? cutoff
      }
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
      let divisor = max(1, commonDivisor(of: program.entryCoefficients[entries]))
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
      throw .unsupported("\(program.termCount) terms")
    }
    master.setRows(
      from: 0, starts: program.rowStarts.map { Int32($0) }, columns: program.entryColumns,
      values: coefficients)
    return master
  }

  /// The search's options in GLPK's terms.
  private func integerOptions(carefully: Bool) -> IntegerOptions {
    var control = IntegerOptions()
    control.timeLimit = options.timeLimit
    control.nodeLimit = options.nodeLimit
    control.relativeGap = options.relativeGap
    control.usesPresolver = tuning.usesPresolver && !carefully && valueToBeat == nil
    control.cuts = carefully ? [] : tuning.cuts
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
    if carefully { control.integralityTolerance = 1e-9 }
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
  /// Solves once.
  ///
  /// Carefully means without presolver and cuts, scaled, and with a tighter
  /// tolerance for what is whole.
  func run(carefully: Bool) throws(SolverFailure) -> SolveOutcome {
    if program.columnCount == 0 { return outcomeWithoutColumns() }
    if let limit = options.timeLimit, limit <= 0 {
      return .stopped(by: .time, best: options.start, bound: nil)
    }
    if options.isCancelled?() ?? false {
      return .stopped(by: .cancellation, best: options.start, bound: nil)
    }
    guard var master = try makeMaster() else { return .infeasible }
    if carefully { master.scale(true) }
    let result = try master.solveInteger(options: integerOptions(carefully: carefully))
    let found = try result.values.map { values throws(SolverFailure) in try verified(values) }
    let bound = result.bound.isFinite ? inTierTerms(result.bound) : nil
    switch result.status {
    case .optimal:
      guard let found else { throw .wrongAnswer("GLPK has an optimum but no values for it") }
      return .optimal(found)
    case .infeasible:
      guard let valueToBeat else { return .infeasible }
      if let start = options.start, start.objective == valueToBeat { return .optimal(start) }
      return .nothingBetter(than: valueToBeat)
    case .infeasibleOrUnbounded:
      // A verified start rules infeasibility out, yet names no best either.
      return .infeasibleOrUnbounded
    case .stopped(let limit):
      let best = found ?? options.start
      if let best, let bound, isProven(best, by: bound) { return .optimal(best) }
      return .stopped(by: limit, best: best, bound: bound)
    }
  }

  /// Rounds GLPK's values and checks them exactly.
  private func verified(_ values: [Double]) throws(SolverFailure) -> Assignment {
    var whole: [Int64] = []
    whole.reserveCapacity(values.count)
    for (column, value) in values.enumerated() {
      guard let rounded = Int64(exactly: value.rounded()), isExact(rounded),
        abs(value - value.rounded()) < 1e-5
      else { throw .wrongAnswer("column \(column) has the value \(value)") }
      whole.append(rounded)
    }
    guard let objective = Int64(exactly: program.value(of: tier, at: whole)) else {
      throw .wrongAnswer("the objective does not fit into 64 bits")
    }
    let assignment = Assignment(values: whole, objective: objective)
    let violations = program.violations(of: assignment)
    if let first = violations.first {
      throw .wrongAnswer("\(violations.count) violations, the first: \(first)")
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
