// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import Reports
internal import Wording

/// How a year is planned.
public struct PlanningOptions: Sendable {
  /// Relative gap at which goals that are sums, such as `points`, may stop, 0 or more.
  ///
  /// 0 asks for a full proof, none is the usual gap: 0.01 %, of ten years 0.1 %. Other goals are
  /// always proven.
  public var gap: Double?
  /// Wall-clock time for the whole run; none means no limit.
  ///
  /// With a limit results depend on the machine.
  public var timeLimit: Duration?
  /// Units of work for the whole run, 0 or more; none means no limit.
  ///
  /// Where a run ends under this limit depends on nothing but the year and the options.
  public var workLimit: Int?
  /// Threads that may be used, 1 or more; the plan does not depend on it.
  public var threads = 1
  /// An earlier plan of dispatch, for the criterion `continuity` and the goal `changes`.
  public var baseline: DispatchPlan?
  /// Asked often, on the threads of the search; true ends the run with the best plan so far.
  public var isCancelled: @Sendable () -> Bool = { false }
  /// Told about each step worth a line, on the thread that takes it.
  public var progress: @Sendable (PlanningProgress) -> Void = { _ in }

  /// The usual options: the usual gap, no limits, one thread.
  public init() {}
}

/// How a run stands: one step of it.
///
/// A step may look at a part of the year, or at seats before it is known who takes them; its
/// numbers are then those of that part. What holds for the whole plan stands in the plan.
public struct PlanningProgress: Hashable, Sendable {
  /// The goal that is worked on, or `preparing`.
  public let goal: String
  /// What is being done, such as `linear relaxation`.
  public let step: String
  /// The best value of the goal that the step has found, if it has found one.
  public let value: Int64?
  /// What the step has shown that nothing does better than, if it has.
  public let bound: Int64?
  /// Seconds since the run began.
  public let seconds: Double

  init(_ progress: DispatchProgress) {
    goal = progress.tier
    step = progress.step.description
    value = progress.value
    bound = progress.bound
    seconds = progress.seconds
  }

  /// The relative distance between value and bound; none while one of them is not known.
  public var gap: Double? {
    guard let value, let bound else { return nil }
    return relativeGap(of: TierResult(name: goal, value: value, bound: bound))
  }
}

extension PlanningOptions {
  /// The same for the engine.
  func forEngine(_ year: Programme.ProgrammeYear) -> DispatchOptions {
    var options = DispatchOptions()
    if let gap { options.gap = gap }
    options.timeLimit = timeLimit.map(\.inSeconds)
    options.workLimit = workLimit
    options.threads = threads
    options.baseline = baseline?.earlier(in: year)
    options.isCancelled = isCancelled
    options.progress = { [progress] in progress(PlanningProgress($0)) }
    return options
  }
}

extension Duration {
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
