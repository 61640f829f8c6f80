// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import Synchronization

extension ProgrammeYear {
  /// Plans the dispatch on a thread of its own, and stops when the task is cancelled.
  ///
  /// A cancelled run returns what it has: the best plan so far with its true bounds, or that it
  /// was stopped.
  ///
  /// - Parameter options: Gap, limits, an earlier plan and callbacks.
  /// - Returns: The best plan, with a proven bound of each goal, verified from the data; or why
  ///   there is none.
  /// - Throws: `PlanningFailure` when the solver broke or the plan is not valid.
  public func planDispatch(
    _ options: PlanningOptions = PlanningOptions()
  ) async throws(PlanningFailure) -> PlanningAnswer<DispatchPlan> {
    try await onThreadOfItsOwn(options) { (options) throws(PlanningFailure) in
      try planDispatch(options)
    }
  }
}

/// Whether a task was cancelled, for threads that are not the task's.
private final class CancellationNote: Sendable {
  private let flag = Atomic<Bool>(false)
  var isCancelled: Bool { flag.load(ordering: .relaxed) }
  func cancel() { flag.store(true, ordering: .relaxed) }
}

/// Does long work on a thread that is no task's, and ends it when the task is cancelled.
func onThreadOfItsOwn<Answer: Sendable>(
  _ options: PlanningOptions,
  _ work: @escaping @Sendable (PlanningOptions) throws(PlanningFailure) -> Answer
) async throws(PlanningFailure) -> Answer {
  let note = CancellationNote()
  var options = options
  let isCancelled = options.isCancelled
  options.isCancelled = { note.isCancelled || isCancelled() }
  let asked = options
  let result: Result<Answer, PlanningFailure> = await withTaskCancellationHandler {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        let result: Result<Answer, PlanningFailure>
        do throws(PlanningFailure) {
          result = .success(try work(asked))
        } catch {
          result = .failure(error)
        }
        continuation.resume(returning: result)
      }
    }
  } onCancel: {
    note.cancel()
  }
  return try result.get()
}
