// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Synchronization

/// Notes that somebody wants the run to end.
///
/// The first SIGINT or SIGTERM is noted, so that the best plan so far is still
/// verified and written; the second ends the program at once. Plans are written
/// in one step, so nothing half done is left behind.
enum Interrupts {
  private static let count = Atomic<Int>(0)

  static var isNoted: Bool { count.load(ordering: .relaxed) > 0 }

  /// Takes over both signals.
  @Sendable
  static func catchAll() {
    // A handler may not initialise a global, so this happens before.
    _ = count.load(ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        let noted = Interrupts.count.add(1, ordering: .relaxed).oldValue
        if noted > 0 { _exit(128 + number) }
      }
    }
  }
}
