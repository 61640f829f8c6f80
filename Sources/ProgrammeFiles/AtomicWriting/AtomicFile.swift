// SPDX-License-Identifier: GPL-3.0-or-later
internal import CRename
internal import Glibc
internal import Wording

/// Writes a file so that it appears whole or not at all.
///
/// The bytes go to a hidden file beside the target, which is renamed when it
/// is on disk. A replaced file hands on its access rights. Devices and pipes,
/// such as `/dev/stdout`, are written to as they are.
///
/// - Parameters:
///   - bytes: What it holds.
///   - path: Where the file is to appear.
///   - force: Whether an older file is replaced.
/// - Throws: `exists` if an older file has to stay, `cannotWrite` if the
///   system refuses.
package func writeFileAtomically(
  _ bytes: [UInt8], to path: String, force: Bool
) throws(WriteFailure) {
  do throws(SystemFailure) {
    if try FileSystem.kind(of: path, followingLinks: true) == .other {
      return try OpenFile(opening: path, O_WRONLY).write(bytes)
    }
  } catch {
    throw .cannotWrite(path: path, reason: error.message)
  }
  let target = try WriteTarget(path)
  target.cleanUp()
  try refuseOlder(target, force: force)
  let draft = try target.makeDraft { (path) throws(SystemFailure) in
    try OpenFile(opening: path, O_WRONLY | O_CREAT | O_EXCL)
  }
  do throws(SystemFailure) {
    try draft.handle.write(bytes)
    if let mode = try? OpenFile(opening: target.path, O_RDONLY).mode() {
      draft.handle.setMode(mode)
    }
    try draft.handle.sync()
    if force {
      try FileSystem.rename(draft.path, to: target.path)
    } else {
      try place(draft.path, at: target.path)
    }
  } catch {
    try? FileSystem.removeAll(draft.path)
    if error.code == EEXIST { throw .exists(path: path) }
    throw .cannotWrite(path: path, reason: error.message)
  }
  FileSystem.syncFolder(target.parent)
}

/// Renames a file to a name that must be free.
private func place(_ draft: String, at path: String) throws(SystemFailure) {
  switch unsafe crename_without_replacing(draft, path) {
  case 0: return
  case ENOSYS, EINVAL:
    try FileSystem.link(draft, as: path)
    try? FileSystem.removeAll(draft)
  case let code: throw SystemFailure(code: code)
  }
}

private func refuseOlder(_ target: WriteTarget, force: Bool) throws(WriteFailure) {
  do throws(SystemFailure) {
    switch try FileSystem.kind(of: target.path) {
    case .nothing: return
    case .folder where force: throw SystemFailure(code: EISDIR)
    case _ where !force: throw SystemFailure(code: EEXIST)
    default: return
    }
  } catch {
    switch error.code {
    case EEXIST: throw .exists(path: target.given)
    case EISDIR:
      throw .cannotWrite(
        path: target.given, reason: localized("a folder of that name is in the way"))
    default: throw .cannotWrite(path: target.given, reason: error.message)
    }
  }
}
