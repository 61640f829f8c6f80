// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Wording

/// Where something is to appear, and the names of its drafts beside it.
struct WriteTarget {
  /// As the planner gave it, for messages.
  let given: String
  /// The folder it lies in.
  let parent: String
  /// Its name there.
  let name: String

  /// Finds where a path leads, through links if something stands there.
  ///
  /// - Parameter path: As the planner gave it.
  /// - Throws: When nothing can appear there.
  init(_ path: String) throws(WriteFailure) {
    given = path
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw .cannotWrite(path: path, reason: localized("this is no path"))
    }
    do throws(SystemFailure) {
      var place = path
      while place.hasSuffix("/"), place != "/" { place.removeLast() }
      let last = place.split(separator: "/").last
      let isDots = last == nil || last == "." || last == ".."
      let kind = try FileSystem.kind(of: place)
      if isDots || kind == .link {
        place = try FileSystem.realPath(place)
      }
      guard let name = place.split(separator: "/").last else {
        throw SystemFailure(code: EBUSY)
      }
      self.name = String(name)
      let before = place.dropLast(name.count)
      parent = before.isEmpty ? "." : before == "/" ? "/" : String(before.dropLast())
      guard try FileSystem.kind(of: parent, followingLinks: true) == .folder else {
        throw SystemFailure(code: ENOENT)
      }
    } catch {
      let reason =
        error.code == ENOENT
        ? localized("the folder it should lie in does not exist") : error.message
      throw .cannotWrite(path: path, reason: reason)
    }
  }

  /// The whole path.
  var path: String { parent == "/" ? "/" + name : parent + "/" + name }

  /// What a name beside the target is for.
  enum Sibling: String {
    /// What is being written.
    case draft
    /// What was there before, for the moment between two renames.
    case earlier
  }

  /// A new name beside the target.
  ///
  /// - Parameters:
  ///   - sibling: What it is for.
  ///   - attempt: A number that makes the name differ from the last.
  /// - Returns: The whole path.
  func path(of sibling: Sibling, attempt: Int) -> String {
    let (prefix, suffix) = marks(of: sibling)
    let folder = parent == "/" ? "" : parent
    return "\(folder)/\(prefix)\(getpid())-\(attempt)\(suffix)"
  }

  /// What interrupted runs on this machine left beside the target.
  ///
  /// - Parameter sibling: What the names were for.
  /// - Returns: Whole paths, sorted.
  func leftovers(_ sibling: Sibling) -> [String] {
    let (prefix, suffix) = marks(of: sibling)
    let names = (try? FileSystem.names(in: parent)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }
      .map { parent == "/" ? "/" + $0 : parent + "/" + $0 }
  }

  /// How a sibling's name begins and ends.
  ///
  /// The machine is part of it, since locks may not reach other machines that
  /// write to the same place.
  private func marks(of sibling: Sibling) -> (prefix: String, suffix: String) {
    (".\(shortName).musubi-\(sibling.rawValue)-", "@\(hostName())")
  }

  /// The target's name, shortened so that its siblings' names are not too long.
  private var shortName: String {
    guard name.utf8.count > 100 else { return name }
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    var short = ""
    for character in name {
      guard short.utf8.count + character.utf8.count <= 60 else { break }
      short.append(character)
    }
    return short + String(hash, radix: 16)
  }
}

private func hostName() -> String {
  var buffer = [CChar](repeating: 0, count: 64)
  guard unsafe gethostname(&buffer, buffer.count) == 0 else { return "unknown" }
  let name = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  return String(decoding: name.filter { $0 != UInt8(ascii: "/") }, as: UTF8.self)
}

extension WriteTarget {
  /// Makes a draft that no other run will take for a leftover.
  ///
  /// - Parameter make: Makes and opens a file or folder at a path that must
  ///   be free.
  /// - Returns: Its path and a handle that holds its lock.
  /// - Throws: The failure to write.
  func makeDraft(
    _ make: (String) throws(SystemFailure) -> OpenFile
  ) throws(WriteFailure) -> Draft {
    var failure = SystemFailure(code: EEXIST)
    for attempt in 0..<1_000 {
      let path = path(of: .draft, attempt: attempt)
      do throws(SystemFailure) {
        let handle = try make(path)
        // Without locks nobody else dares to delete it either. With them, it
        // may have been deleted before it was locked.
        _ = handle.lock()
        if handle.hasName() { return Draft(path: path, handle: handle) }
      } catch {
        failure = error
        guard error.code == EEXIST else { break }
      }
    }
    throw .cannotWrite(path: given, reason: failure.message)
  }

  /// A draft and its lock.
  struct Draft: ~Copyable {
    let path: String
    let handle: OpenFile
  }

  /// Deletes what interrupted runs left, and puts back what they had moved.
  ///
  /// Whatever is still being worked at is locked and stays.
  func cleanUp() {
    for path in leftovers(.earlier) {
      guard let handle = try? OpenFile(opening: path, O_RDONLY), handle.lock() else { continue }
      if (try? FileSystem.kind(of: self.path)) == .nothing {
        try? FileSystem.rename(path, to: self.path)
      } else {
        try? FileSystem.removeAll(path)
      }
    }
    for path in leftovers(.draft) {
      guard let handle = try? OpenFile(opening: path, O_RDONLY | O_NOFOLLOW), handle.lock()
      else { continue }
      try? FileSystem.removeAll(path)
    }
  }
}
