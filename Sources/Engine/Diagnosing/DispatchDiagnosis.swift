// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
package import Programme
internal import Verification

/// What was found out about a dispatch year that may have no plan.
package struct DispatchDiagnosis: Sendable {
  /// The levers by number, and the years in which they are kept or not.
  package let years: LeverYear
  package let found: Diagnosis<[Placement]>
}

/// Says why a dispatch year has no plan, and what would have to give way.
///
/// - Parameters:
///   - year: A checked programme year.
///   - options: Limits and callbacks; goals, gap and baseline play no part.
///   - limits: How many relaxations are asked for.
/// - Returns: The diagnosis; it has no conflicts when there is a plan.
/// - Throws: `EngineFailure` when the solver broke.
/// - Complexity: A search for a plan for each question; about *k* log *n* questions for a
///   conflict of *k* among *n* levers.
package func diagnoseDispatch(
  _ year: ProgrammeYear, options: DispatchOptions, limits: DiagnosisLimits = DiagnosisLimits()
) throws(EngineFailure) -> DiagnosisOutcome<DispatchDiagnosis> {
  let clock = RunClock(options)
  let problem = DispatchProblem(years: LeverYear(year), options: options, clock: clock)
  var search = ConflictSearch(problem, clock: clock)
  switch try search.outcome(limits) {
  case .found(let found): return .found(DispatchDiagnosis(years: problem.years, found: found))
  case .stopped: return .stopped
  }
}

/// The dispatch of a year with what may give way.
struct DispatchProblem: DiagnosedProblem {
  let years: LeverYear
  let options: DispatchOptions
  let clock: RunClock

  var leverCount: Int { years.levers.count }
  let isLeastOfAll = true

  func rule(of lever: Int) -> String { years.levers[lever].rule(in: years.year).rawValue }

  func isLaw(_ lever: Int) -> Bool { years.levers[lever].standing(in: years.year).isLaw }

  func cost(of lever: Int) -> Int { years.levers[lever].standing(in: years.year).cost }

  func search(keeping levers: Set<Int>) throws(EngineFailure) -> PlanSearchEnd<[Placement]> {
    guard !clock.isOver else { return .stopped }
    var year = years.keeping(levers)
    // Nothing is asked for but a plan.
    year.objective = []
    return try end(of: planDispatch(year, options: remaining))
  }

  func keeps(_ plan: [Placement], _ levers: Set<Int>) -> Bool {
    verifyDispatch(years.keeping(levers), placements: plan, baseline: nil, claimed: nil).isValid
  }

  func searchLeast(
    relaxing levers: Set<Int>, within kept: Set<Int>
  ) throws(EngineFailure) -> PlanSearchEnd<[Placement]> {
    guard !clock.isOver else { return .stopped }
    let (year, held) = years.softening(levers, within: kept)
    var formulation = DispatchFormulation(year, threads: options.threads)
    formulation.forbidViolations { rule, subjects in held[rule]?.contains(subjects) ?? false }
    var run = DispatchRun(formulation, options: remaining, clock: clock.quiet)
    return try end(of: run.solve([Goal.penalties.rawValue]), isLeast: true)
  }

  func units(of lever: Int, in plan: [Placement]) -> Int {
    verifyDispatch(years.keeping([lever]), placements: plan, baseline: nil, claimed: nil)
      .rules.reduce(0) { $0 + ($1.isBroken ? $1.units : 0) }
  }

  /// The options with what is left of the time.
  private var remaining: DispatchOptions {
    var copy = options
    copy.timeLimit = clock.remaining
    copy.findsNearest = false
    copy.baseline = nil
    copy.progress = { _ in }
    return copy
  }

  private func end(of outcome: DispatchOutcome, isLeast: Bool = false) -> PlanSearchEnd<[Placement]>
  {
    switch outcome.status {
    case .optimal: .found(outcome.placements)
    // Any plan will do where nothing is the least.
    case .feasible: isLeast ? .stopped : .found(outcome.placements)
    case .infeasible: .none
    case .unknown: .stopped
    }
  }
}
