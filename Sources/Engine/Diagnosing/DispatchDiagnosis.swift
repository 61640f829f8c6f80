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
  /// For each conflict and each of its levers: by how many units that one would have to
  /// give way if nothing but the conflict were asked for, and a plan that does.
  package let shortfalls: [[Shortfall]]

  /// What is missing from one lever of a conflict.
  package struct Shortfall: Sendable {
    package var units: Int
    package var plan: [Placement]
  }
}

/// How a diagnosis ended.
package enum DiagnosisOutcome<Found: Sendable>: Sendable {
  case found(Found)
  /// Stopped at a limit or by an interrupt before it was finished.
  case stopped
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
  do throws(DiagnosisStop) {
    let found = try search.diagnose(limits)
    var shortfalls: [[DispatchDiagnosis.Shortfall]] = []
    for conflict in found.conflicts {
      shortfalls.append(try search.shortfalls(of: conflict))
    }
    return .found(
      DispatchDiagnosis(years: problem.years, found: found, shortfalls: shortfalls))
  } catch {
    switch error {
    case .stopped: return .stopped
    case .failed(let failure): throw failure
    }
  }
}

extension ConflictSearch where Problem == DispatchProblem {
  /// By how much each lever of a conflict would have to give way alone.
  fileprivate mutating func shortfalls(
    of conflict: Conflict
  ) throws(DiagnosisStop) -> [DispatchDiagnosis.Shortfall] {
    var found: [DispatchDiagnosis.Shortfall] = []
    for lever in conflict.levers {
      let end: PlanSearchEnd<[Placement]>
      do throws(EngineFailure) {
        end = try problem.searchLeast(relaxing: [lever], within: Set(conflict.levers))
      } catch {
        throw DiagnosisStop.failed(error)
      }
      switch end {
      case .found(let plan):
        found.append(.init(units: problem.units(of: lever, in: plan), plan: plan))
      case .none, .stopped: throw DiagnosisStop.stopped
      }
    }
    return found
  }
}

/// The dispatch of a year with what may give way.
struct DispatchProblem: DiagnosedProblem {
  let years: LeverYear
  let options: DispatchOptions
  let clock: RunClock

  var leverCount: Int { years.levers.count }

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

  func searchLeast(relaxing levers: Set<Int>) throws(EngineFailure) -> PlanSearchEnd<[Placement]> {
    try searchLeast(relaxing: levers, within: Set(years.levers.indices))
  }

  /// The same when no levers hold but some.
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
