// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Wording

/// What the system answered to a call, by its error code.
struct SystemFailure: Error, Equatable {
  /// A value of `errno`.
  let code: Int32

  /// What the system says of it, such as `permission denied`.
  var message: String { SystemError(code, isInSentence: true).description }
}

/// The few calls that writing needs, each with its error as a Swift error.
enum FileSystem {
  /// What a path leads to.
  enum Kind: Equatable {
    case nothing
    case folder
    case file
    case link
    /// A device, a pipe, a socket.
    case other
  }

  /// What stands at a path.
  ///
  /// - Parameters:
  ///   - path: Any path.
  ///   - followingLinks: Whether a link counts as what it leads to.
  /// - Returns: The kind; `nothing` also where a part of the way is missing.
  /// - Throws: When the system does not let us look.
  static func kind(
    of path: String, followingLinks: Bool = false
  ) throws(SystemFailure) -> Kind {
    var status = stat()
    let result = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { return .nothing }
      throw SystemFailure(code: code)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The path without links and dots.
  static func realPath(_ path: String) throws(SystemFailure) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw SystemFailure(code: errno) }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  static func makeFolder(_ path: String) throws(SystemFailure) {
    guard unsafe mkdir(path, 0o777) == 0 else { throw SystemFailure(code: errno) }
  }

  /// Renames whatever stands at a path, over an older file if there is one.
  static func rename(_ path: String, to newPath: String) throws(SystemFailure) {
    guard unsafe Glibc.rename(path, newPath) == 0 else { throw SystemFailure(code: errno) }
  }

  /// Gives a file a second name, which must be free.
  static func link(_ path: String, as newPath: String) throws(SystemFailure) {
    guard unsafe Glibc.link(path, newPath) == 0 else { throw SystemFailure(code: errno) }
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(SystemFailure) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw SystemFailure(code: errno) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Deletes a file, a link, or a folder with all it holds.
  static func removeAll(_ path: String) throws(SystemFailure) {
    switch try kind(of: path) {
    case .nothing: return
    case .folder:
      for name in try names(in: path) { try removeAll(path + "/" + name) }
      guard unsafe rmdir(path) == 0 || errno == ENOENT else { throw SystemFailure(code: errno) }
    case .file, .link, .other:
      guard unsafe unlink(path) == 0 || errno == ENOENT else { throw SystemFailure(code: errno) }
    }
  }

  /// Makes the names in a folder last through a loss of power.
  ///
  /// Some file systems cannot; nothing is to be done about that.
  static func syncFolder(_ path: String) {
    guard let handle = try? OpenFile(opening: path, O_RDONLY | O_DIRECTORY) else { return }
    _ = try? handle.sync()
  }
}
