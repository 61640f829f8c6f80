// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine

/// How plans of a comparison are made.
struct PlanningOptions: Sendable {
  var gap: Double
  var timeLimit: Double?
  var isInterrupted: @Sendable () -> Bool

  /// The same for the engine.
  ///
  /// - Parameter threads: Threads that may be used; no plan depends on it.
  /// - Returns: The engine's options.
  func forEngine(threads: Int) -> DispatchOptions {
    var options = DispatchOptions()
    options.gap = gap
    options.timeLimit = timeLimit
    options.threads = threads
    options.isCancelled = isInterrupted
    return options
  }

  /// The same for the engine's trainings.
  var forTrainings: TrainingOptions {
    var options = TrainingOptions()
    options.gap = gap
    options.timeLimit = timeLimit
    options.isCancelled = isInterrupted
    return options
  }
}
