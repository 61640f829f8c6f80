// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// Pieces of work that threads take one after the other, with their results in order.
final class Pieces<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var failure: RunError?
    var results: [Swift.Result<Result, RunError>?]
  }

  private let count: Int
  private let state: Mutex<State>
  private let told: @Sendable (Int) -> Void

  /// Says how many pieces there are.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - told: Hears how many are done.
  init(count: Int, told: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.told = told
    state = Mutex(State(results: Array(repeating: nil, count: count)))
  }

  /// Whether some piece is not taken yet.
  var hasMore: Bool { state.withLock { $0.next < count } }

  /// Does pieces until none is left; to be called on each thread.
  ///
  /// - Parameter piece: Does the piece with a number from 0.
  func work(_ piece: (Int) throws(RunError) -> Result) {
    while true {
      let index = state.withLock { state in
        defer { state.next += 1 }
        return state.next
      }
      guard index < count else { return }
      let result: Swift.Result<Result, RunError>
      do throws(RunError) {
        result = .success(try piece(index))
      } catch {
        result = .failure(error)
      }
      told(
        state.withLock { state in
          state.results[index] = result
          state.done += 1
          return state.done
        })
    }
  }

  /// Says that a thread could not begin.
  func fail(_ error: RunError) { state.withLock { $0.failure = $0.failure ?? error } }

  /// The results, once every thread has come back.
  ///
  /// - Throws: The first failure, by the order of the pieces.
  func results() throws(RunError) -> [Result] {
    if let failure = state.withLock({ $0.failure }) { throw failure }
    var found: [Result] = []
    for result in state.withLock({ $0.results }) {
      if let result { found.append(try result.get()) }
    }
    return found
  }
}
