// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme

/// A run of the engine with its progress shown; an interrupt that the console
/// has noted ends it.
struct DispatchSearch {
  let gap: Double
  let timeLimit: Double?
  let threads: Int
  let isQuiet: Bool

  /// Plans a year.
  ///
  /// - Throws: `RunError` when the engine broke.
  func run(
    _ year: ProgrammeYear, baseline: [EarlierPlacement]?, on console: Console
  ) throws(RunError) -> DispatchOutcome {
    let progress = ProgressLine(on: console, isQuiet: isQuiet)
    defer { progress.finish() }
    var options = DispatchOptions()
    options.gap = gap
    options.timeLimit = timeLimit
    options.threads = threads
    options.baseline = baseline
    options.isCancelled = console.isInterrupted
    options.progress = { progress.show($0) }
    do throws(EngineFailure) {
      return try planDispatch(year, options: options)
    } catch {
      throw RunError(.ourFault, "a fault of Musubi: \(error)\nNothing was written.")
    }
  }
}
