// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import Wording

extension PlanSearch {
  /// Says why the dispatch of a year has no plan.
  ///
  /// - Throws: `RunError` when it stopped before that was known, or the engine broke.
  func dispatchDiagnosis(
    _ year: ProgrammeYear, limits: DiagnosisLimits, on console: Console
  ) throws(RunError) -> DispatchDiagnosis {
    let outcome = try run(on: console) { progress throws(EngineFailure) in
      var options = DispatchOptions()
      options.timeLimit = timeLimit
      options.threads = threads
      options.isCancelled = console.isInterrupted
      options.progress = progress
      return try diagnoseDispatch(year, options: options, limits: limits)
    }
    return try found(outcome)
  }

  /// Says why the trainings of a year have no plan.
  ///
  /// - Throws: `RunError` when it stopped before that was known, or the engine broke.
  func trainingDiagnosis(
    _ input: TrainingInput, limits: DiagnosisLimits, on console: Console
  ) throws(RunError) -> TrainingDiagnosis {
    let outcome = try run(on: console) { progress throws(EngineFailure) in
      var options = TrainingOptions()
      options.timeLimit = timeLimit
      options.isCancelled = console.isInterrupted
      options.progress = progress
      return try diagnoseTraining(
        input.year, hosting: input.hosting, pins: input.pins, options: options, limits: limits)
    }
    return try found(outcome)
  }

  /// Says why a year of a problem that is planned from it alone has no plan.
  ///
  /// - Throws: `RunError` when it stopped before that was known, or the engine broke.
  func diagnosis<Problem: YearProblem>(
    _ years: YearLevers<Problem>, limits: DiagnosisLimits, on console: Console
  ) throws(RunError) -> YearDiagnosis<Problem> {
    let outcome = try run(on: console) { progress throws(EngineFailure) in
      var request = PlanningRequest<Problem>()
      request.timeLimit = timeLimit
      request.isCancelled = console.isInterrupted
      request.progress = progress
      return try diagnose(years, request: request, limits: limits)
    }
    return try found(outcome)
  }

  private func found<Found>(_ outcome: DiagnosisOutcome<Found>) throws(RunError) -> Found {
    switch outcome {
    case .found(let diagnosis): return diagnosis
    case .stopped:
      throw RunError(
        .stoppedWithoutPlan, "stopped before it was known what collides; nothing was written.")
    }
  }
}
