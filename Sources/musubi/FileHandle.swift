// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Synchronization

/// A descriptor that is written to until it fails.
final class FileHandle: Sendable {
  private let descriptor: Int32
  /// The `errno` of the failure; 0 while all is well.
  private let failure = Mutex<Int32>(0)

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// The `errno` by which text was lost; a reader that stopped reading is no problem of ours.
  var problem: Int32? {
    let code = failure.withLock { $0 }
    return code == 0 || code == EPIPE ? nil : code
  }

  /// Writes the whole text, or nothing more after a failure.
  func write(_ text: String) {
    failure.withLock { failure in
      var rest = Array(text.utf8)[...]
      while failure == 0, !rest.isEmpty {
        let count = unsafe rest.withUnsafeBytes {
          unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
        }
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
          var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = unsafe Glibc.poll(&poll, 1, -1)
        } else if errno != EINTR {
          failure = errno
        }
      }
    }
  }
}
