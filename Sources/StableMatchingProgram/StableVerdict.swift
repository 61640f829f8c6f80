// SPDX-License-Identifier: GPL-3.0-or-later
public import IntegerProgramming
public import MatchingCore
internal import Wording

/// What is known about stable matchings of a market with couples.
public enum StableVerdict: Hashable, Sendable {
  /// This one is stable; its blocking pairs were counted from the data.
  case stable(CouplesMatching)
  /// No stable matching exists, and none has fewer blocking pairs than this.
  ///
  /// Both statements rest on the solver's word; the count is our own.
  case noneExists(fewest: CouplesMatching)
  /// No stable matching exists; a limit came before the fewest blocking pairs
  /// were known. None has fewer than the bound, which is at least 1.
  case noneExistsStopped(best: CouplesMatching, bound: Int, by: Limit)
  /// A limit came before it was known whether there is one.
  case undecided(best: CouplesMatching, by: Limit)

  /// The best matching known.
  public var matching: CouplesMatching {
    switch self {
    case .stable(let matching), .noneExists(let matching),
      .noneExistsStopped(let matching, _, _), .undecided(let matching, _):
      matching
    }
  }

  /// Whether a stable matching exists; nothing if that is not known.
  public var exists: Bool? {
    switch self {
    case .stable: true
    case .noneExists, .noneExistsStopped: false
    case .undecided: nil
    }
  }

  /// A number of blocking pairs that no matching is below.
  public var bound: Int {
    switch self {
    case .stable, .undecided: 0
    case .noneExists(let matching): matching.blockingPairs
    case .noneExistsStopped(_, let bound, _): bound
    }
  }
}

/// Finds a stable matching, or proves that there is none and finds one with
/// the fewest blocking pairs.
///
/// First proposals and repair (`CouplesMarket.repaired(stability:work:)`); if
/// they come to no rest, an integer program decides whether a stable matching
/// exists, and if not a second one minimizes the blocking pairs. The answer of
/// either is counted from the data before it is believed.
///
/// - Parameters:
///   - market: Who may go where.
///   - stability: Which deviations of couples count.
///   - solver: Solves the integer programs.
///   - repairWork: The most work of the repair; nothing means its standard.
///   - timeLimit: Seconds for all of it; nothing is no limit.
///   - isCancelled: Asked now and then whether to stop.
/// - Returns: What is known.
/// - Throws: `SolverFailure` when the solver breaks down or its answer does not
///   hold.
public func findStableMatching(
  _ market: CouplesMarket, stability: CoupleStability = .responsive,
  solver: some IntegerProgramSolver, repairWork: Int? = nil, timeLimit: Double? = nil,
  isCancelled: (@Sendable () -> Bool)? = nil
) throws(SolverFailure) -> StableVerdict {
  let start = ContinuousClock.now
  let repaired = market.repaired(stability: stability, work: repairWork) {
    if isCancelled?() == true { return true }
    guard let timeLimit else { return false }
    return (ContinuousClock.now - start) / Duration.seconds(1) > timeLimit
  }
  if repaired.isStable { return .stable(repaired) }
  func options() -> SolveOptions {
    var options = SolveOptions()
    let spent = (ContinuousClock.now - start) / Duration.seconds(1)
    options.timeLimit = timeLimit.map { max(0.001, $0 - spent) }
    options.isCancelled = isCancelled
    return options
  }

  let existence = StableMatchingProgram(market, stability, countsBlocking: false)
  switch try solver.solve(existence.program, tier: nil, options: options()) {
  case .optimal(let assignment), .stopped(_, let assignment?, _):
    let found = try matching(assignment, of: existence, market, stability)
    guard found.isStable else {
      throw .wrongAnswer(localized("\(found.blockingPairs) pairs block a matching called stable."))
    }
    return .stable(found)
  case .stopped(let limit, nil, _): return .undecided(best: repaired, by: limit)
  case .infeasible, .infeasibleOrUnbounded, .nothingBetter: break
  }

  if repaired.blockingPairs == 1 { return .noneExists(fewest: repaired) }
  let fewest = StableMatchingProgram(market, stability, countsBlocking: true)
  var asked = options()
  asked.cutoff = Int64(repaired.blockingPairs)
  switch try solver.solve(fewest.program, tier: fewest.fewestBlocking, options: asked) {
  case .optimal(let assignment):
    let found = try matching(assignment, of: fewest, market, stability)
    guard found.blockingPairs == Int(assignment.objective), !found.isStable else {
      throw .wrongAnswer(
        localized(
          "\(found.blockingPairs) pairs block a matching said to have \(assignment.objective)."))
    }
    return .noneExists(fewest: found)
  case .nothingBetter: return .noneExists(fewest: repaired)
  case .stopped(let limit, let assignment, let bound):
    var best = repaired
    if let assignment {
      let found = try matching(assignment, of: fewest, market, stability)
      if found.blockingPairs < best.blockingPairs { best = found }
    }
    // Room for rounding below, so that a bound of 2.0000001 is not called 3.
    let proven = bound.map { $0.isFinite ? Int(($0 - 1e-6).rounded(.up)) : 1 } ?? 1
    return .noneExistsStopped(
      best: best, bound: min(max(1, proven), best.blockingPairs), by: limit)
  case .infeasible, .infeasibleOrUnbounded:
    throw .wrongAnswer(localized("a program that has an assignment was called infeasible."))
  }
}

private func matching(
  _ assignment: Assignment, of program: StableMatchingProgram, _ market: CouplesMarket,
  _ stability: CoupleStability
) throws(SolverFailure) -> CouplesMatching {
  let places = program.placeOfPerson(assignment)
  do throws(InvalidMatching) {
    return CouplesMatching(
      placeOfPerson: places,
      blockingPairs: try market.blockingPairs(of: places, stability: stability))
  } catch {
    throw .wrongAnswer(
      localized("the places of the answer are no matching: \(String(describing: error))."))
  }
}
