// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
package import Programme

/// What was found out about trainings that may have no plan.
package struct TrainingDiagnosis: Sendable {
  /// The levers by number, and the years in which they are kept or not.
  package let years: TrainingLeverYear
  package let found: Diagnosis<TrainingPlan>
}

/// Says why the trainings of a year have no plan, and what would have to give way.
///
/// - Parameters:
///   - year: A checked programme year.
///   - hosting: Who leaves with each cohort, and who hosts.
///   - pins: What is pinned.
///   - options: Limits and callbacks; goals, gap and earlier plan play no part.
///   - limits: How many relaxations are asked for.
/// - Returns: The diagnosis; it has no conflicts when there is a plan.
/// - Throws: `EngineFailure` when the solver broke.
/// - Complexity: As for `diagnoseDispatch`.
package func diagnoseTraining(
  _ year: ProgrammeYear, hosting: HostingFacts, pins: [TrainingPin], options: TrainingOptions,
  limits: DiagnosisLimits = DiagnosisLimits()
) throws(EngineFailure) -> DiagnosisOutcome<TrainingDiagnosis> {
  let clock = RunClock(options)
  let problem = TrainingProblem(
    years: TrainingLeverYear(year, hosting: hosting, pins: pins), options: options, clock: clock)
  var search = ConflictSearch(problem, clock: clock)
  switch try search.outcome(limits) {
  case .found(let found): return .found(TrainingDiagnosis(years: problem.years, found: found))
  case .stopped: return .stopped
  }
}

/// The trainings of a year with what may give way.
private struct TrainingProblem: DiagnosedProblem {
  let years: TrainingLeverYear
  let options: TrainingOptions
  let clock: RunClock

  var leverCount: Int { years.levers.count }
  /// Most rules of trainings have no penalty; numbers are made least one after the other.
  let isLeastOfAll = false

  func rule(of lever: Int) -> String { years.levers[lever].rule.rawValue }

  func isLaw(_ lever: Int) -> Bool {
    years.levers[lever].standing(in: years.year.training.rules).isLaw
  }

  func cost(of lever: Int) -> Int {
    years.levers[lever].standing(in: years.year.training.rules).cost
  }

  func keeps(_ plan: TrainingPlan, _ levers: Set<Int>) -> Bool { years.keeps(plan, levers) }

  func units(of lever: Int, in plan: TrainingPlan) -> Int { years.units(of: lever, in: plan) }

  func search(keeping levers: Set<Int>) throws(EngineFailure) -> PlanSearchEnd<TrainingPlan> {
    let (year, pins) = years.keeping(levers)
    return try solve(year, pins)
  }

  func searchLeast(
    relaxing levers: Set<Int>, within kept: Set<Int>
  ) throws(EngineFailure) -> PlanSearchEnd<TrainingPlan> {
    var (year, pins) = years.keeping(kept.subtracting(levers))
    // Numbers first, each as near to the data as the others, still without bounds, allow.
    for lever in levers.sorted() where isNumberWithoutPenalty(years.levers[lever]) {
      guard case .found(let plan) = try solve(year, pins),
        let enough = years.nearestNumber(of: lever, in: plan),
        let present = years.number(of: years.levers[lever])
      else { return try solve(year, pins) }
      // Invariant: `bad` leaves no plan or is unknown, `good` leaves one.
      var (bad, good) = (present, enough)
      while abs(good - bad) > 1 {
        let middle = bad + (good - bad) / 2
        years.set(years.levers[lever], to: middle, in: &year)
        switch try solve(year, pins) {
        case .found: good = middle
        case .none: bad = middle
        case .stopped: return .stopped
        }
      }
      years.set(years.levers[lever], to: good, in: &year)
    }
    for lever in levers.sorted() { soften(years.levers[lever], in: &year) }
    year.training.objective = [.penalties]
    return try solve(year, pins, isLeast: true)
  }

  private func isNumberWithoutPenalty(_ lever: TrainingLever) -> Bool {
    switch lever {
    case .sizeMin, .sizeMax, .sessionsMax, .beds, .classrooms: true
    default: false
    }
  }

  /// Lets a lever give way at its cost, where its rule may have a penalty.
  private func soften(_ lever: TrainingLever, in year: inout ProgrammeYear) {
    let cost = lever.standing(in: year.training.rules).cost
    switch lever {
    case .rule(let rule) where rule.mayBeSoft:
      year.training.rules.strictness[rule] = .soft(penalty: cost)
    case .totalBudget:
      year.training.rules.totalBudget = years.year.training.rules.totalBudget
      year.training.rules.strictness[.budget] = .soft(penalty: cost)
    case .quota(let index, let bound):
      var copy = years.year.training.rules.quotas[index]
      for other in QuotaBound.allCases where other != bound { copy[other] = nil }
      copy.id = "~\(bound.rawValue) \(copy.id)"
      copy.strictness = .soft(penalty: cost)
      year.training.rules.quotas.append(copy)
    default: break
    }
  }

  private func solve(
    _ year: ProgrammeYear, _ pins: [TrainingPin], isLeast: Bool = false
  ) throws(EngineFailure) -> PlanSearchEnd<TrainingPlan> {
    guard !clock.isOver else { return .stopped }
    var options = options
    options.timeLimit = clock.remaining
    options.baseline = TrainingBaseline(pins: pins)
    options.progress = { _ in }
    let outcome = try planTraining(year, hosting: years.hosting, options: options)
    switch outcome.status {
    case .optimal, .feasible:
      // Any plan will do where nothing is the least.
      guard let plan = outcome.plan, outcome.status == .optimal || !isLeast else {
        return .stopped
      }
      return .found(plan)
    case .infeasible: return .none
    case .unknown: return .stopped
    }
  }
}
