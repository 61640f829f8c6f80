// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// What was found out about a year that may have no plan.
package struct YearDiagnosis<Problem: YearProblem>: Sendable {
  /// The levers by number, and the years in which they are kept or not.
  package let years: YearLevers<Problem>
  package let found: Diagnosis<Problem.Plan>
}

/// Says why a year has no plan, and what would have to give way.
///
/// - Parameters:
///   - years: The year without what is soft, and its levers.
///   - request: Limits and callbacks; gap and what is forced play no part.
///   - limits: How many relaxations are asked for.
/// - Returns: The diagnosis; it has no conflicts when there is a plan.
/// - Throws: `EngineFailure` when the solver broke.
/// - Complexity: As for `diagnoseDispatch`.
package func diagnose<Problem: YearProblem>(
  _ years: YearLevers<Problem>, request: PlanningRequest<Problem>,
  limits: DiagnosisLimits = DiagnosisLimits()
) throws(EngineFailure) -> DiagnosisOutcome<YearDiagnosis<Problem>> {
  let clock = RunClock(request)
  var search = ConflictSearch(
    LeveredYear(years: years, request: request, clock: clock), clock: clock)
  switch try search.outcome(limits) {
  case .found(let found): return .found(YearDiagnosis(years: years, found: found))
  case .stopped: return .stopped
  }
}

/// Units of work that the question whether a number will do is worth.
private let workOfNumber = 50_000

/// A problem that is planned from a year alone, with what may give way.
private struct LeveredYear<Problem: YearProblem>: DiagnosedProblem {
  typealias Plan = Problem.Plan

  let years: YearLevers<Problem>
  let request: PlanningRequest<Problem>
  let clock: RunClock

  var leverCount: Int { years.levers.count }
  /// Numbers are made least one after the other.
  let isLeastOfAll = false

  func rule(of lever: Int) -> String { years.levers[lever].rule }
  func isLaw(_ lever: Int) -> Bool { years.levers[lever].isLaw }
  func cost(of lever: Int) -> Int { years.levers[lever].cost }
  func keeps(_ plan: Plan, _ levers: Set<Int>) -> Bool { years.keeps(plan, levers) }
  func units(of lever: Int, in plan: Plan) -> Int { years.units(of: lever, in: plan) }

  func search(keeping levers: Set<Int>) throws(EngineFailure) -> PlanSearchEnd<Plan> {
    let (year, forced) = years.keeping(levers)
    return try solve(year, forced)
  }

  func searchLeast(
    relaxing levers: Set<Int>, within kept: Set<Int>
  ) throws(EngineFailure) -> PlanSearchEnd<Plan> {
    var (year, forced) = years.keeping(kept.subtracting(levers))
    // Numbers first, each as near to the data as the others, still without bounds, allow.
    for lever in levers.sorted() {
      guard let number = years.levers[lever].number else { continue }
      guard case .found(let plan) = try solve(year, forced),
        let enough = years.nearestNumber(of: lever, in: plan),
        let present = number.value(in: years.year)
      else { return try solve(year, forced) }
      var isStopped = false
      let nearest = try number.nearest(to: present, or: enough) {
        (value) throws(EngineFailure) -> Bool in
        if value == enough { return true }
        var copy = year
        number.set(value, in: &copy)
        switch try solve(copy, forced, workLimit: workOfNumber) {
        case .found: return true
        case .none: return false
        case .stopped:
          // Where it cannot be told soon whether a number will do, one that will is taken.
          isStopped = clock.isOver
          return false
        }
      }
      if isStopped { return .stopped }
      number.set(nearest ?? enough, in: &year)
    }
    for lever in levers.sorted() {
      if case .rule(_, let soft?) = years.levers[lever].content {
        soft(&year, years.levers[lever].cost)
      }
    }
    return try solve(Problem.withPenaltiesAlone(year), forced, isLeast: true)
  }

  private func solve(
    _ year: ProgrammeYear, _ forced: [Problem.Force], isLeast: Bool = false,
    workLimit: Int? = nil
  ) throws(EngineFailure) -> PlanSearchEnd<Plan> {
    guard !clock.isOver else { return .stopped }
    var request = request
    request.gap = 0
    request.timeLimit = clock.remaining
    request.workLimit = workLimit
    request.progress = { _ in }
    request.forced = forced
    request.near = nil
    let planned = try Problem.plan(isLeast ? year : Problem.withoutGoals(year), request)
    switch planned.status {
    case .optimal, .feasible:
      // Any plan will do where nothing is the least.
      guard let plan = planned.plan, planned.status == .optimal || !isLeast else {
        return .stopped
      }
      return .found(plan)
    case .infeasible: return .none
    case .unknown: return .stopped
    }
  }
}
