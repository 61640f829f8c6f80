// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Programme
internal import Wording

/// A program on which tiers are solved one after the other, each held before
/// the next.
struct TierStack {
  /// The program, with a row for each tier that is held.
  var program: IntegerProgram
  /// Says when to stop; fairness may have less time than the rest.
  var clock: RunClock
  /// The best assignment so far.
  var incumbent: Assignment?
  var tiers: [TierResult] = []
  var levels: [FairnessLevel] = []
  /// Switches of fairness levels, added behind the program's own columns.
  var levelColumns: [Column] = []
  /// Bases of the programs solved so far.
  private(set) var bases = BasisMemory()
  /// Whether a search needed cuts: then further ones will.
  var isCut = false
  /// The switches of each group's levels, by its count column, from the lowest
  /// level that is not certain.
  var levelChains: [Column: [(needed: Int64, column: Column)]] = [:]

  /// Columns from this one on are decisions on which others depend; a dive rounds
  /// them first.
  var firstDecision = 0

  /// Whether a goal that is at the best its columns' bounds allow is held by those
  /// bounds instead of a row over all of them.
  let holdsByBounds: Bool

  init(_ program: IntegerProgram, clock: RunClock, holdsByBounds: Bool = false) {
    self.program = program
    self.clock = clock
    self.holdsByBounds = holdsByBounds
  }

  /// The same stack under another clock and with a memory of its own, so that what
  /// is solved on it leaves this one as it is.
  func forked(_ clock: RunClock) -> TierStack {
    var copy = self
    copy.clock = clock
    copy.bases = bases.copy()
    return copy
  }

  /// Holds a goal at a value.
  mutating func hold(_ tier: Tier, at value: Int64) {
    guard holdsByBounds, value == tier.trivialBound(in: program) else {
      program.hold(tier, at: value)
      return
    }
    for term in tier.terms where term.coefficient != 0 {
      let (lower, upper) = program.bounds(of: term.column)
      let wantsUpper = (term.coefficient > 0) == (tier.sense == .maximize)
      guard let side = wantsUpper ? upper : lower else { continue }
      program.setBounds(of: term.column, lower: side, upper: side)
    }
  }

  /// Takes the first of some assignments that keeps every row and bound.
  mutating func start(with assignments: some Sequence<Assignment>) {
    incumbent = assignments.first { program.violations(of: $0).isEmpty }
  }

  /// How solving one tier ended.
  enum End {
    case proven
    /// Stopped at a limit; the tier's result has its true bound.
    case stopped
    case infeasible
    /// Stopped before there was a plan.
    case nothing
  }

  /// What was found out about one linear objective.
  enum Answer {
    /// The bound is on the far side of the value or equal to it.
    case found(Assignment, bound: Int64, isProven: Bool)
    case infeasible
    case nothing
  }

  /// Solves a tier with one linear objective, and holds its value.
  ///
  /// - Parameters:
  ///   - tier: The goal.
  ///   - gap: The relative gap at which the search may stop.
  ///   - cutting: Whether to round and cut before a long search though a gap is
  ///     allowed.
  /// - Returns: How it ended; the result is the last of `tiers`.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func solve(
    _ tier: Tier, gap: Double, cutting: Bool = false
  ) throws(EngineFailure) -> End {
    switch try gap == 0 || cutting
      ? cutAndSearch(for: tier, nodes: nil, gap: gap) : best(for: tier, gap: gap)
    {
    case .infeasible: return .infeasible
    case .nothing: return .nothing
    case .found(let assignment, let bound, let isProven):
      record(tier, assignment, bound: bound, isProven: isProven)
      return isProven ? .proven : .stopped
    }
  }

  /// Takes over the result of a tier and holds its value.
  mutating func record(_ tier: Tier, _ assignment: Assignment, bound: Int64, isProven: Bool) {
    incumbent = assignment
    tiers.append(TierResult(name: tier.name, value: assignment.objective, bound: bound))
    hold(tier, at: assignment.objective)
    clock.tell(
      tier: tier.name, step: isProven ? "proven" : "stopped", value: assignment.objective,
      bound: bound)
  }

  /// Finds the best assignment for an objective under everything held so far,
  /// by giving the whole program to GLPK.
  func best(
    for tier: Tier, gap: Double, nodes: Int? = nil, branching: Branching = .last
  ) throws(EngineFailure) -> Answer {
    var settings = clock.limits
    settings.nodeLimit = nodes
    settings.relativeGap = gap
    settings.start = incumbent.map { rated($0, tier) }
    let outcome: SolveOutcome
    do {
      // Columns stand in the order seats, counts, switches of levels: branching
      // on the last fractional one decides how many before it decides where.
      var solver = GLPKSolver()
      solver.tuning.branching = branching
      solver.bases = bases
      outcome = try clock.search(program, tier: tier, settings: settings, by: solver)
    } catch {
      throw EngineFailure("The tier \(tier.name) could not be solved: \(error)")
    }
    switch outcome {
    case .optimal(let assignment):
      return .found(assignment, bound: assignment.objective, isProven: true)
    case .stopped(let limit, let best, let bound):
      guard let best else { return .nothing }
      let known = bound.map { wholeBound($0, tier.sense) } ?? tier.trivialBound(in: program)
      let reached =
        tier.sense == .maximize ? max(known, best.objective) : min(known, best.objective)
      return .found(best, bound: reached, isProven: limit == .gap)
    case .infeasible, .infeasibleOrUnbounded, .nothingBetter:
      return .infeasible
    }
  }

  /// The assignment with its value in a tier.
  func rated(_ assignment: Assignment, _ tier: Tier) -> Assignment {
    Assignment(
      values: assignment.values,
      objective: Int64(program.value(of: tier, at: assignment.values)))
  }

  /// After a stop: the value that the best plan has in a tier not reached, with
  /// a bound that says nothing more than is known.
  mutating func reportUnsolved(_ tier: Tier) {
    guard let incumbent else { return }
    tiers.append(
      TierResult(
        name: tier.name, value: rated(incumbent, tier).objective,
        bound: tier.trivialBound(in: program)))
  }
}

/// A bound in whole numbers.
///
/// The objective of a plan is whole, so a bound of 7.3 on a maximum is one of
/// 7. A little is given away to rounding errors.
func wholeBound(_ bound: Double, _ sense: Sense) -> Int64 {
  let slack = 1e-6 * max(1, abs(bound))
  let whole =
    sense == .maximize ? (bound + slack).rounded(.down) : (bound - slack).rounded(.up)
  return Int64(max(-9e18, min(9e18, whole)))
}

extension Tier {
  /// The value when every column stands at its better bound: a bound, if a poor
  /// one.
  func trivialBound(in program: IntegerProgram) -> Int64 {
    terms.reduce(constant) { sum, term in
      let (lower, upper) = program.bounds(of: term.column)
      let wantsUpper = (term.coefficient > 0) == (sense == .maximize)
      guard let value = wantsUpper ? upper : lower else {
        return sense == .maximize ? .max / 2 : .min / 2
      }
      return sum.addingReportingOverflow(value &* term.coefficient).partialValue
    }
  }
}
