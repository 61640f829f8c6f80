// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import Reports
internal import Verification

/// A run of the engine with its progress shown; an interrupt that the console
/// has noted ends it.
struct PlanSearch {
  var gap: Double
  var timeLimit: Double?
  var threads = 1
  var isQuiet: Bool

  /// Plans the dispatch of a year.
  ///
  /// - Throws: `RunError` when the engine broke.
  func dispatch(
    _ year: ProgrammeYear, baseline: [EarlierPlacement]?, on console: Console
  ) throws(RunError) -> DispatchOutcome {
    try run(on: console) { progress throws(EngineFailure) in
      var options = DispatchOptions()
      options.gap = gap
      options.timeLimit = timeLimit
      options.threads = threads
      options.baseline = baseline
      options.isCancelled = console.isInterrupted
      options.progress = progress
      return try planDispatch(year, options: options)
    }
  }

  /// Plans the trainings of a year.
  ///
  /// - Throws: `RunError` when the engine broke.
  func training(
    _ input: TrainingInput, on console: Console
  ) throws(RunError) -> TrainingOutcome {
    try run(on: console) { progress throws(EngineFailure) in
      var options = TrainingOptions()
      options.gap = gap
      options.timeLimit = timeLimit
      options.baseline = input.baseline
      options.isCancelled = console.isInterrupted
      options.progress = progress
      return try planTraining(input.year, hosting: input.hosting, options: options)
    }
  }

  private func run<Outcome>(
    on console: Console,
    _ plan: (@escaping @Sendable (DispatchProgress) -> Void) throws(EngineFailure) -> Outcome
  ) throws(RunError) -> Outcome {
    let progress = ProgressLine(on: console, isQuiet: isQuiet)
    defer { progress.finish() }
    do throws(EngineFailure) {
      return try plan { progress.show($0) }
    } catch {
      throw RunError(.ourFault, "a fault of Musubi: \(error)\nNothing was written.")
    }
  }
}

/// Refuses an answer that does not pass its verification.
///
/// - Throws: `RunError` with what is wrong; such an answer never leaves.
func refuse(unless isValid: Bool, rules: [RuleCheck], claims: [ClaimCheck]) throws(RunError) {
  guard !isValid else { return }
  let sentences =
    rules.filter(\.isBroken).flatMap { check in
      check.violations.map { "\(check.id): \($0.sentence)" }
    } + claims.flatMap(\.faults)
  throw RunError(
    .ourFault,
    (["a fault of Musubi: the plan found does not pass its verification."]
      + sentences.prefix(10) + ["Nothing was written."]).joined(separator: "\n"))
}
