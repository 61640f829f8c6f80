// SPDX-License-Identifier: GPL-3.0-or-later

/// The time a run has taken and may take, and its way to tell how it stands.
struct RunClock: Sendable {
  private let start = ContinuousClock.now
  private var options: DispatchOptions

  init(_ options: DispatchOptions) {
    self.options = options
  }

  /// Threads that may be used.
  var threads: Int { options.threads }

  var seconds: Double {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }

  /// Seconds left under the time limit; none without a limit.
  var remaining: Double? {
    options.timeLimit.map { max(0, $0 - seconds) }
  }

  /// Whether the run has to end now.
  var isOver: Bool {
    options.isCancelled() || remaining == 0
  }

  /// The same clock with an earlier end: after a share of the time that is left.
  func ending(after share: Double) -> RunClock {
    var copy = self
    copy.options.timeLimit = remaining.map { seconds + share * $0 }
    return copy
  }

  /// The same clock, which tells nobody.
  var quiet: RunClock {
    var copy = self
    copy.options.progress = { _ in }
    return copy
  }

  func tell(
    tier: String, step: String, value: Int64? = nil, bound: Int64? = nil, columns: Int = 0
  ) {
    options.progress(
      DispatchProgress(
        tier: tier, step: step, value: value, bound: bound, columns: columns, seconds: seconds))
  }
}
