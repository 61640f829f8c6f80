// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import ProgrammeFiles

@Suite struct AtomicFolderTests {
  private static let old: [String: [UInt8]] = [
    "plan.json": Array("old".utf8), "old.csv": Array("a".utf8),
  ]
  private static let new: [String: [UInt8]] = [
    "plan.json": Array("new".utf8), "dispatch/placements.csv": Array("b".utf8),
  ]
  private static let replacing = AtomicFolder.Older.replace(holding: "plan.json")

  @Test(
    "a folder appears with all its files and nothing beside it",
    arguments: ["plan", "plan/", "./plan//"])
  func appears(name: String) throws {
    let scratch = try ScratchFolder()
    try AtomicFolder.write(Self.new, to: scratch.path + "/" + name, ifExists: .refuse)
    #expect(scratch.names() == ["plan"])
    #expect(scratch.names(in: "plan") == ["dispatch", "plan.json"])
    #expect(contents(scratch.path + "/plan/dispatch/placements.csv") == "b")
  }

  @Test("nothing is visible before it is published, nor left when it is not")
  func abandoned() throws {
    let scratch = try ScratchFolder()
    do {
      let folder = try AtomicFolder(at: scratch.path + "/plan", ifExists: .refuse)
      try folder.write(Array("x".utf8), to: "a/b/c.csv")
      #expect(scratch.names().allSatisfy { $0.hasPrefix(".plan.musubi-draft-") })
      #expect(scratch.names().count == 1)
    }
    #expect(scratch.names().isEmpty)
  }

  @Test("an older folder stays unless it is to be replaced")
  func exists() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/plan"
    try AtomicFolder.write(Self.old, to: path, ifExists: .refuse)
    #expect(throws: WriteFailure.exists(path: path)) {
      try AtomicFolder.write(Self.new, to: path, ifExists: .refuse)
    }
    #expect(contents(path + "/plan.json") == "old")
    #expect(scratch.names() == ["plan"])
  }

  @Test("an older folder that appears in the meantime stays too", arguments: [true, false])
  func existsLater(isEmpty: Bool) throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/plan"
    let folder = try AtomicFolder(at: path, ifExists: .refuse)
    try AtomicFolder.write(isEmpty ? [:] : Self.old, to: path, ifExists: .refuse)
    do {
      try folder.publish()
      Issue.record("It was replaced.")
    } catch {
      #expect(error == .exists(path: path))
    }
    #expect(scratch.names() == ["plan"])
  }

  @Test("an older folder is replaced whole, in one step or two", arguments: [true, false])
  func replaces(mayExchange: Bool) throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/plan"
    try AtomicFolder.write(Self.old, to: path, ifExists: Self.replacing)
    var folder = try AtomicFolder(at: path, ifExists: Self.replacing)
    folder.mayExchange = mayExchange
    try folder.write(Array("new".utf8), to: "plan.json")
    #expect(contents(path + "/plan.json") == "old")
    try folder.publish()
    #expect(scratch.names() == ["plan"])
    #expect(scratch.names(in: "plan") == ["plan.json"])
    #expect(contents(path + "/plan.json") == "new")
  }

  @Test("an empty folder may be replaced, one that is not ours may not")
  func foreign() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/plan"
    try AtomicFolder.write([:], to: path, ifExists: .refuse)
    try AtomicFolder.write(["photos.txt": [1]], to: path, ifExists: Self.replacing)
    #expect(throws: WriteFailure.foreign(path: path, missing: "plan.json")) {
      try AtomicFolder.write(Self.new, to: path, ifExists: Self.replacing)
    }
    #expect(scratch.names(in: "plan") == ["photos.txt"])
    #expect(throws: WriteFailure.self) {
      try AtomicFolder.write(Self.new, to: path + "/photos.txt", ifExists: Self.replacing)
    }
    #expect(contents(path + "/photos.txt") == "\u{1}")
  }

  @Test("a link to a folder keeps being one")
  func link() throws {
    let scratch = try ScratchFolder()
    try AtomicFolder.write(Self.old, to: scratch.path + "/first", ifExists: .refuse)
    try makeLink(to: scratch.path + "/first", at: scratch.path + "/latest")
    try AtomicFolder.write(Self.new, to: scratch.path + "/latest", ifExists: Self.replacing)
    #expect(contents(scratch.path + "/first/plan.json") == "new")
    #expect(scratch.names() == ["first", "latest"])
    try makeLink(to: scratch.path + "/nowhere", at: scratch.path + "/broken")
    #expect(throws: WriteFailure.self) {
      try AtomicFolder.write(Self.new, to: scratch.path + "/broken", ifExists: Self.replacing)
    }
  }

  @Test("links inside the older folder are deleted, not what they lead to")
  func innerLink() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/plan"
    try AtomicFolder.write(["keep.txt": [65]], to: scratch.path + "/other", ifExists: .refuse)
    try AtomicFolder.write(Self.old, to: path, ifExists: .refuse)
    try makeLink(to: scratch.path + "/other", at: path + "/link")
    try AtomicFolder.write(Self.new, to: path, ifExists: Self.replacing)
    #expect(contents(scratch.path + "/other/keep.txt") == "A")
  }

  @Test("places where nothing can be written give a reason")
  func refusedPlaces() throws {
    let scratch = try ScratchFolder()
    let file = try scratch.write([1], to: "file")
    for path in [
      file + "/plan", scratch.path + "/none/plan", "/proc/plan", "", "/", "a\0b",
      scratch.path + "/" + String(repeating: "n", count: 300),
    ] {
      do {
        try AtomicFolder.write(Self.new, to: path, ifExists: .refuse)
        Issue.record("\(path) was written.")
      } catch {
        guard case .cannotWrite(let named, let reason) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(named == path)
        #expect(!reason.isEmpty)
      }
    }
    #expect(scratch.names() == ["file"])
  }

  @Test("a name of 255 bytes is no obstacle")
  func longName() throws {
    let scratch = try ScratchFolder()
    let name = String(repeating: "年", count: 85)
    try AtomicFolder.write(Self.old, to: scratch.path + "/" + name, ifExists: .refuse)
    try AtomicFolder.write(Self.new, to: scratch.path + "/" + name, ifExists: Self.replacing)
    #expect(scratch.names() == [name])
  }

  @Test("a name used twice is refused")
  func twice() throws {
    let scratch = try ScratchFolder()
    let folder = try AtomicFolder(at: scratch.path + "/plan", ifExists: .refuse)
    try folder.write([], to: "a.csv")
    do {
      try folder.write([], to: "a.csv")
      Issue.record("It was written twice.")
    } catch {
      #expect(error.description.contains("a.csv: file exists"), "\(error)")
    }
  }

  @Test("names that lead out of the folder trap", arguments: ["../x", "/x", "", "a//b", "a/."])
  func escapingNames(name: String) async throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/plan"
    await #expect(processExitsWith: .failure) { [name, path = path as String] in
      let folder = try AtomicFolder(at: path, ifExists: .refuse)
      try folder.write([], to: name)
    }
  }

  @Test("a full disk leaves the older folder whole and nothing beside it")
  func fullDisk() async throws {
    await #expect(processExitsWith: .success) {
      let scratch = try ScratchFolder()
      let path = scratch.path + "/plan"
      try AtomicFolder.write(Self.old, to: path, ifExists: .refuse)
      limitFileSizes(to: 1 << 16)
      var large = Self.new
      large["large.csv"] = [UInt8](repeating: 0x61, count: 1 << 20)
      #expect(
        throws: WriteFailure.cannotWrite(path: path, reason: "large.csv: file too large")
      ) {
        try AtomicFolder.write(large, to: path, ifExists: Self.replacing)
      }
      #expect(scratch.names() == ["plan"])
      #expect(scratch.names(in: "plan") == ["old.csv", "plan.json"])
      #expect(contents(path + "/plan.json") == "old")
      #expect(throws: WriteFailure.self) {
        try writeFileAtomically(large["large.csv"] ?? [], to: path + "/plan.json", force: true)
      }
      #expect(contents(path + "/plan.json") == "old")
      #expect(scratch.names(in: "plan") == ["old.csv", "plan.json"])
    }
  }

  @Test("what a killed run leaves is hidden, and the next run deletes it")
  func killed() async throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/plan"
    try AtomicFolder.write(Self.old, to: path, ifExists: .refuse)
    await #expect(processExitsWith: .failure) { [path = path as String] in
      let folder = try AtomicFolder(at: path, ifExists: Self.replacing)
      try folder.write(Array("half".utf8), to: "plan.json")
      killThisProcess()
    }
    #expect(scratch.names().count == 2)
    #expect(contents(path + "/plan.json") == "old")
    // Another target's run leaves it alone.
    try AtomicFolder.write(Self.new, to: scratch.path + "/plan2", ifExists: .refuse)
    #expect(scratch.names().count == 3)
    try AtomicFolder.write(Self.new, to: path, ifExists: Self.replacing)
    #expect(scratch.names() == ["plan", "plan2"])
    #expect(contents(path + "/plan.json") == "new")
  }

  @Test("a draft that is still being written is not taken for a leftover")
  func concurrent() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/plan"
    let slow = try AtomicFolder(at: path, ifExists: Self.replacing)
    try slow.write(Array("slow".utf8), to: "plan.json")
    try AtomicFolder.write(Self.new, to: path, ifExists: Self.replacing)
    try slow.publish()
    #expect(contents(path + "/plan.json") == "slow")
    #expect(scratch.names() == ["plan"])
  }

  @Test("an older folder that was moved aside by a killed run is put back")
  func movedAside() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/plan"
    try AtomicFolder.write(Self.old, to: path, ifExists: .refuse)
    let target = try WriteTarget(path)
    try FileSystem.rename(path, to: target.path(of: .earlier, attempt: 0))
    #expect(throws: WriteFailure.exists(path: path)) {
      try AtomicFolder.write(Self.new, to: path, ifExists: .refuse)
    }
    #expect(contents(path + "/plan.json") == "old")
    // And deleted if the new one had already taken its place.
    try FileSystem.rename(path, to: target.path(of: .earlier, attempt: 0))
    try FileSystem.makeFolder(path)
    try AtomicFolder.write(Self.new, to: path, ifExists: Self.replacing)
    #expect(scratch.names() == ["plan"])
  }
}
