// SPDX-License-Identifier: GPL-3.0-or-later
public import IntegerProgramming

/// Solves integer programs with GLPK's branch and cut.
///
/// One call is one search on the calling thread. Rows and tiers are divided by
/// the common divisor of their coefficients on the way in; every answer is
/// rounded, recomputed in exact integers, and withheld if it is wrong.
///
/// Exact recomputation shows that an answer is feasible, not that it is best.
/// GLPK compares in floating point, and left to itself calls answers optimal
/// that are not: knapsacks of fifteen columns come back wrong from objective
/// values of about 10⁶ on, and with the presolver from row coefficients of 10⁵
/// on. So the tolerance for improvements follows the reach of the tier, rows
/// wider than `widestPresolved` do without presolver and cuts, and what is
/// wider than the limits below is refused. Inside the limits the tests compare
/// with enumeration.
public struct GLPKSolver: IntegerProgramSolver {
  /// The largest weight a tier may have after division by the common divisor.
  ///
  /// A wider tier is refused if a proof is asked for; with a relative gap of
  /// `narrowestWideGap` or more it is solved, and never called optimal.
  public static let widestWeight: Int64 = 10_000_000

  /// The largest coefficient a row may have after division by the common
  /// divisor.
  public static let widestCoefficient: Int64 = 1_000_000

  /// The largest coefficient of a row that GLPK's presolver and cuts are given.
  public static let widestPresolved: Int64 = 10_000

  /// The largest value of a tier, in steps of its common divisor, that is
  /// called optimal.
  public static let widestOptimum: Int64 = 100_000_000_000

  /// The least relative gap at which tiers wider than the limits are solved.
  public static let narrowestWideGap = 1e-6

  /// The largest bound, 2⁵³: up to there floating point holds every whole number.
  public static let widestNumber: Int64 = 1 << 53

  /// How the search is run.
  package var tuning = Tuning()
  /// Where bases of earlier programs are found, and this one's is kept; used
  /// when the presolver is not.
  package var bases: BasisMemory?

  /// Makes a solver with the usual choices.
  public init() {}

  public var capabilities: SolverCapabilities {
    [.timeLimit, .relativeGap, .cutoff, .start, .nodeLimit, .cancellation, .progress, .work]
  }

  /// Choices that change the time a search takes, but not its answer.
  package struct Tuning: Hashable, Sendable {
    /// Whether GLPK's presolver is used where it is safe.
    ///
    /// It is not used when there is a value to beat, for it cannot be told one.
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
    let search = try Search(program, tier: tier, options: options, tuning: tuning, bases: bases)
    if search.contradictsItself { return .infeasible }
    do {
      let outcome = try search.run(search.hasWideRows ? .plain : .usual)
      guard search.hasWideRows, outcome == .infeasible else { return outcome }
    } catch .wrongAnswer, .numericalTrouble {}
    // In doubt: the answer was wrong, or the rows are wide and GLPK finds no
    // point, which is on record for rows that have some.
    if !search.hasWideRows {
      do { return try search.run(.plain) } catch .wrongAnswer, .numericalTrouble {}
    }
    return try search.run(.scaled)
  }
}
