// SPDX-License-Identifier: GPL-3.0-or-later
//
// The conventions of the C guard, each translated in one place.
internal import CGLPK
internal import IntegerProgramming

extension SolverFailure {
  /// The failure behind a status of the guard other than `MUSUBI_GLP_OK`.
  init(guardStatus status: Int32) {
    switch status {
    case MUSUBI_GLP_CRASHED: self = .crashed(message: lastMessage())
    case MUSUBI_GLP_WRONG_THREAD: self = .wrongThread
    case MUSUBI_GLP_NESTED: self = .nestedCall
    case MUSUBI_GLP_BAD_ARGUMENT: self = .invalidModel(lastMessage())
    case MUSUBI_GLP_NO_MEMORY: self = .outOfMemory
    default: self = .deadProblem
    }
  }
}

/// Throws unless a call of the guard went well.
func check(_ status: Int32) throws(SolverFailure) {
  if status != MUSUBI_GLP_OK { throw SolverFailure(guardStatus: status) }
}

/// The guard's text of the last crash or refusal, on one line.
private func lastMessage() -> String {
  let text = unsafe String(cString: musubi_glp_message())
  return text.split(whereSeparator: \.isNewline).joined(separator: "; ")
}

extension Limit {
  init(guardValue: Int32) {
    switch guardValue {
    case MUSUBI_GLP_LIMIT_TIME: self = .time
    case MUSUBI_GLP_LIMIT_WORK: self = .work
    case MUSUBI_GLP_LIMIT_GAP: self = .gap
    default: self = .cancellation
    }
  }
}

extension IntegerStatus {
  init(guardValue: Int32, limit: Int32) {
    switch guardValue {
    case MUSUBI_GLP_OPTIMAL: self = .optimal
    case MUSUBI_GLP_INFEASIBLE: self = .infeasible
    case MUSUBI_GLP_STOPPED: self = .stopped(Limit(guardValue: limit))
    default: self = .infeasibleOrUnbounded
    }
  }
}

extension SimplexMethod {
  var guardValue: Int32 {
    switch self {
    case .primal: MUSUBI_GLP_PRIMAL
    case .dual: MUSUBI_GLP_DUAL
    case .dualThenPrimal: MUSUBI_GLP_DUAL_THEN_PRIMAL
    }
  }
}

/// Carries Swift closures through GLPK.
///
/// The C side only ever calls `callback`, which returns normally.
final class Watcher {
  private let isCancelled: (() -> Bool)?
  private let progress: ((SolveProgress) -> Void)?

  init(isCancelled: (() -> Bool)?, progress: ((SolveProgress) -> Void)?) {
    self.isCancelled = isCancelled
    self.progress = progress
  }

  /// The function to hand to the guard with this object as its context, or nil
  /// if there is nothing to watch.
  var callback: musubi_glp_watch? {
    guard isCancelled != nil || progress != nil else { return nil }
    return { context, state in
      guard let context = unsafe context, let state = unsafe state else { return 0 }
      let watcher = unsafe Unmanaged<Watcher>.fromOpaque(context).takeUnretainedValue()
      return watcher.observe(unsafe state.pointee) ? 1 : 0
    }
  }

  /// Reports progress; says whether to stop.
  private func observe(_ state: musubi_glp_progress) -> Bool {
    progress?(
      SolveProgress(
        seconds: state.seconds,
        incumbent: state.has_incumbent != 0 ? state.incumbent : nil,
        bound: state.bound.isFinite ? state.bound : nil,
        nodes: Int(state.nodes), openNodes: Int(state.open_nodes)))
    return isCancelled?() ?? false
  }
}
