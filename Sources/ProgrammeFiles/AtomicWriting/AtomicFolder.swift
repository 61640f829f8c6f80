// SPDX-License-Identifier: GPL-3.0-or-later
internal import CRename
internal import Glibc
internal import Wording

/// A folder that appears with all its files or not at all.
///
/// The files are written to a hidden folder beside the target. Publishing
/// waits until they are on disk and renames it; an older folder is exchanged
/// for it in one step where the system can. An interrupt, a full disk or a
/// missing right at any time leaves the older folder whole. What an interrupt
/// leaves behind is deleted by the next run.
///
/// ```swift
/// let folder = try AtomicFolder(at: "plan", ifExists: .replace(holding: "plan.json"))
/// try folder.write(json, to: "plan.json")
/// try folder.publish()
/// ```
package struct AtomicFolder: ~Copyable {
  /// What happens to an older folder of the same name.
  package enum Older: Equatable, Sendable {
    /// It stays, and nothing is written.
    case refuse
    /// It is deleted once the new one has taken its place, provided that it
    /// holds a file of this name or nothing at all.
    case replace(holding: String)
  }

  private let target: WriteTarget
  private let older: Older
  private let draft: WriteTarget.Draft
  private var isPublished = false
  /// Whether the system may be asked to exchange two folders in one step.
  var mayExchange = true

  /// Makes the hidden folder.
  ///
  /// - Parameters:
  ///   - path: Where the folder is to appear.
  ///   - older: What happens to an older folder of that name.
  /// - Throws: `exists` or `foreign` if an older folder has to stay,
  ///   `cannotWrite` if the system refuses.
  package init(at path: String, ifExists older: Older) throws(WriteFailure) {
    let target = try WriteTarget(path)
    target.cleanUp()
    try Self.check(target, older)
    draft = try target.makeDraft { (path) throws(SystemFailure) in
      try FileSystem.makeFolder(path)
      return try OpenFile(opening: path, O_RDONLY | O_DIRECTORY)
    }
    self.target = target
    self.older = older
  }

  deinit {
    if !isPublished { try? FileSystem.removeAll(draft.path) }
  }

  /// Writes one file, which is on disk when this returns.
  ///
  /// - Parameters:
  ///   - bytes: What it holds.
  ///   - name: Its name, with `/` behind the names of subfolders.
  /// - Throws: `cannotWrite` if the system refuses, or the name was used.
  /// - Precondition: The name leads to a place inside the folder.
  package func write(_ bytes: [UInt8], to name: String) throws(WriteFailure) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    precondition(
      parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." } && !name.utf8.contains(0),
      "\(name) is no name for a file.")
    do throws(SystemFailure) {
      var folder = draft.path
      for part in parts.dropLast() {
        folder += "/" + part
        if try FileSystem.kind(of: folder) == .nothing { try FileSystem.makeFolder(folder) }
      }
      let file = try OpenFile(opening: draft.path + "/" + name, O_WRONLY | O_CREAT | O_EXCL)
      try file.write(bytes)
      try file.sync()
    } catch {
      throw .cannotWrite(path: target.given, reason: "\(name): \(error.message)")
    }
  }

  /// Lets the folder appear.
  ///
  /// - Throws: As the initialiser; the older folder is then where it was.
  package consuming func publish() throws(WriteFailure) {
    Self.syncFolders(below: draft.path)
    try Self.check(target, older)
    do throws(SystemFailure) {
      try place()
    } catch {
      if error.code == EEXIST || error.code == ENOTEMPTY { throw .exists(path: target.given) }
      throw .cannotWrite(path: target.given, reason: error.message)
    }
    isPublished = true
    FileSystem.syncFolder(target.parent)
  }

  /// Renames the draft; an older folder is deleted afterwards.
  private func place() throws(SystemFailure) {
    switch unsafe crename_without_replacing(draft.path, target.path) {
    case 0: return
    case EEXIST where older == .refuse: throw SystemFailure(code: EEXIST)
    case EEXIST: break
    case ENOSYS, EINVAL:
      // An empty folder would be replaced without a word, hence the question.
      guard try FileSystem.kind(of: target.path) != .nothing else {
        return try FileSystem.rename(draft.path, to: target.path)
      }
      if older == .refuse { throw SystemFailure(code: EEXIST) }
    case let code: throw SystemFailure(code: code)
    }
    switch mayExchange ? unsafe crename_exchanging(draft.path, target.path) : ENOSYS {
    case 0:
      // Now the older folder bears the draft's name. If it cannot be deleted
      // the new one is in place all the same.
      try? FileSystem.removeAll(draft.path)
    case ENOSYS, EINVAL: try placeInTwoSteps()
    case let code: throw SystemFailure(code: code)
    }
  }

  /// Moves the older folder aside for a moment.
  ///
  /// After an interrupt in between, the next run puts it back.
  private func placeInTwoSteps() throws(SystemFailure) {
    let handle = try OpenFile(opening: target.path, O_RDONLY | O_DIRECTORY)
    _ = handle.lock()
    var attempt = 0
    while try FileSystem.kind(of: target.path(of: .earlier, attempt: attempt)) != .nothing {
      attempt += 1
    }
    let aside = target.path(of: .earlier, attempt: attempt)
    try FileSystem.rename(target.path, to: aside)
    do throws(SystemFailure) {
      try FileSystem.rename(draft.path, to: target.path)
    } catch {
      try FileSystem.rename(aside, to: target.path)
      throw error
    }
    try? FileSystem.removeAll(aside)
  }

  /// Refuses a target that may not be replaced.
  private static func check(_ target: WriteTarget, _ older: Older) throws(WriteFailure) {
    do throws(SystemFailure) {
      switch (try FileSystem.kind(of: target.path), older) {
      case (.nothing, _): return
      case (_, .refuse): throw SystemFailure(code: EEXIST)
      case (.folder, .replace(let marker)):
        let names = try FileSystem.names(in: target.path)
        guard !names.isEmpty, !names.contains(marker) else { return }
        throw SystemFailure(code: ENOTEMPTY)
      case (_, .replace): throw SystemFailure(code: ENOTDIR)
      }
    } catch {
      switch (error.code, older) {
      case (EEXIST, _): throw .exists(path: target.given)
      case (ENOTEMPTY, .replace(let marker)):
        throw .foreign(path: target.given, missing: marker)
      case (ENOTDIR, _):
        throw .cannotWrite(
          path: target.given, reason: localized("a file of that name is in the way"))
      default: throw .cannotWrite(path: target.given, reason: error.message)
      }
    }
  }

  private static func syncFolders(below path: String) {
    for name in (try? FileSystem.names(in: path)) ?? [] {
      if (try? FileSystem.kind(of: path + "/" + name)) == .folder {
        syncFolders(below: path + "/" + name)
      }
    }
    FileSystem.syncFolder(path)
  }
}

extension AtomicFolder {
  /// Writes a whole folder at once.
  ///
  /// - Parameters:
  ///   - files: What each file holds, by its name.
  ///   - path: Where the folder is to appear.
  ///   - older: What happens to an older folder of that name.
  /// - Throws: `exists` or `foreign` if an older folder has to stay,
  ///   `cannotWrite` if the system refuses.
  package static func write(
    _ files: [String: [UInt8]], to path: String, ifExists older: Older
  ) throws(WriteFailure) {
    let folder = try AtomicFolder(at: path, ifExists: older)
    for name in files.keys.sorted() { try folder.write(files[name] ?? [], to: name) }
    try folder.publish()
  }
}
