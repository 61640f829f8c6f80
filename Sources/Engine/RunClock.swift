// SPDX-License-Identifier: GPL-3.0-or-later

internal import GLPKBackend
internal import IntegerProgramming
internal import Wording

/// What every run may be limited by, and whom it tells how it stands.
protocol RunLimits: Sendable {
  /// Wall-clock seconds for the whole run; none means no limit.
  var timeLimit: Double? { get }
  /// Units of work for the whole run, the same on every machine; none means no limit.
  var workLimit: Int? { get }
  /// Asked often; true stops the run with the best plan so far.
  var isCancelled: @Sendable () -> Bool { get }
  /// Told about each step worth a line.
  var progress: @Sendable (DispatchProgress) -> Void { get }
}

extension RunLimits {
  var workLimit: Int? { nil }
}

extension TrainingOptions: RunLimits {}

/// The time a run has taken, the time and the work it may take, and its way to tell how
/// it stands.
struct RunClock: Sendable {
  private let start = ContinuousClock.now
  private var options: DispatchOptions
  /// What work is spent from; none without a limit.
  private var work: WorkBudget?
  /// Searches of the run that were lost with their process.
  let lost = LostSearches()

  init(_ options: DispatchOptions) {
    self.options = options
    work = options.workLimit.map { WorkBudget(limit: Int64($0)) }
  }

  init(_ limits: some RunLimits) {
    var options = DispatchOptions()
    options.timeLimit = limits.timeLimit
    options.workLimit = limits.workLimit
    options.isCancelled = limits.isCancelled
    options.progress = limits.progress
    self.init(options)
  }

  /// Threads that may be used.
  var threads: Int { options.threads }

  /// How long searches are run in a process of their own.
  var searchCommand: SearchCommand? { options.searchCommand }

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
    options.isCancelled() || remaining == 0 || work?.isSpent ?? false
  }

  /// The same clock with an earlier end: after a share of the time and the work that
  /// are left.
  func ending(after share: Double) -> RunClock {
    var copy = self
    copy.options.timeLimit = remaining.map { seconds + share * $0 }
    copy.work = work?.part(share)
    return copy
  }

  /// The same clock for work beside the run: it tells nobody, and may take as much work
  /// as a whole run, whatever the run has spent by then.
  var quiet: RunClock {
    var copy = self
    copy.options.progress = { _ in }
    copy.work = options.workLimit.map { WorkBudget(limit: Int64($0)) }
    return copy
  }

  /// The same clock for one of several pieces of work on different threads, with its
  /// equal share of the work that is left; `join` counts it afterwards.
  func apart(pieces: Int) -> RunClock {
    var copy = self
    copy.work = work?.apart(1 / Double(max(1, pieces)))
    return copy
  }

  /// Counts the work that was done under a clock that was `apart`.
  func join(_ other: RunClock) {
    if let spent = other.work?.spent { work?.spend(spent) }
  }

  /// Counts a look at so many columns: a unit for every ten thousand, and one.
  func spend(columns: Int) {
    work?.spend(1 + Int64(columns / 10_000))
  }

  /// What is left, for an integer program.
  var limits: SolveOptions {
    var limits = SolveOptions()
    limits.timeLimit = remaining
    limits.work = work
    limits.isCancelled = { [self] in isOver }
    return limits
  }

  /// What is left, for a linear program; time is looked at between slices of iterations.
  var linearLimits: LinearOptions {
    LinearOptions(work: work, isCancelled: { [self] in isOver })
  }

  func tell(
    tier: String, step: Sentence, value: Int64? = nil, bound: Int64? = nil, columns: Int = 0
  ) {
    options.progress(
      DispatchProgress(
        tier: tier, step: step, value: value, bound: bound, columns: columns, seconds: seconds))
  }
}
