// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// An open file or folder, closed with its owner.
struct OpenFile: ~Copyable {
  private let descriptor: Int32

  /// Opens a path.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - flags: As for `open`.
  /// - Throws: The system's answer.
  init(opening path: String, _ flags: Int32) throws(SystemFailure) {
    descriptor = unsafe open(path, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
  }

  deinit {
    // A child that is just being started holds the same lock until it runs its
    // program, so closing alone would not give it back at once.
    _ = flock(descriptor, LOCK_UN)
    _ = close(descriptor)
  }

  /// Writes all the bytes.
  func write(_ bytes: [UInt8]) throws(SystemFailure) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: $0[written...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemFailure(code: errno)
      }
      written += count
    }
  }

  /// Waits until what was written would survive a loss of power.
  func sync() throws(SystemFailure) {
    guard fsync(descriptor) == 0 else { throw SystemFailure(code: errno) }
  }

  /// Takes the lock that shows that somebody is still at work here.
  ///
  /// It is given back when the handle is closed or the process ends.
  ///
  /// - Returns: Whether it was free, and the file system has such locks.
  func lock() -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  /// The file's access rights.
  func mode() -> mode_t? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  /// Sets the file's access rights, if the system allows.
  func setMode(_ mode: mode_t) {
    _ = fchmod(descriptor, mode)
  }

  /// Whether the opened file still has a name.
  func hasName() -> Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }
}
