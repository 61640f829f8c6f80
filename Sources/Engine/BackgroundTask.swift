// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import Synchronization
internal import Wording

/// Something that is worked out on a thread of its own while its owner goes on.
final class BackgroundTask<Value: Sendable>: Sendable {
  private let found = Mutex<Value?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () -> Value) {
    let language = Language.current
    DispatchQueue.global().async { [self] in
      let value = language.spoken { work() }
      found.withLock { $0 = value }
      isDone.signal()
    }
  }

  /// What was worked out; waits until it is.
  func value() -> Value {
    while true {
      if let value = found.withLock({ $0 }) { return value }
      isDone.wait()
      // Whoever else waits is woken too.
      isDone.signal()
    }
  }
}
