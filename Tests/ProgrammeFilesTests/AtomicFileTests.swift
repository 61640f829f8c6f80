// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import ProgrammeFiles

@Suite struct AtomicFileTests {
  @Test("a file appears whole, and replaces an older one only if asked")
  func writes() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/report.html"
    try writeFileAtomically(Array("one".utf8), to: path, force: false)
    #expect(contents(path) == "one")
    #expect(throws: WriteFailure.exists(path: path)) {
      try writeFileAtomically(Array("two".utf8), to: path, force: false)
    }
    #expect(contents(path) == "one")
    try writeFileAtomically(Array("two".utf8), to: path, force: true)
    #expect(contents(path) == "two")
    #expect(scratch.names() == ["report.html"])
  }

  @Test("a replaced file hands on its access rights")
  func mode() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write([1], to: "a")
    try OpenFile(opening: path, 0).setMode(0o640)
    try writeFileAtomically([2], to: path, force: true)
    #expect(try OpenFile(opening: path, 0).mode() == 0o640)
  }

  @Test("devices are written to as they are, and a full one is an error")
  func devices() throws {
    try writeFileAtomically([1], to: "/dev/null", force: false)
    #expect(
      throws: WriteFailure.cannotWrite(path: "/dev/full", reason: "no space left on device")
    ) {
      try writeFileAtomically([1], to: "/dev/full", force: true)
    }
    #expect(try FileSystem.kind(of: "/dev/null") == .other)
  }

  @Test("folders and missing folders are in the way")
  func refused() throws {
    let scratch = try ScratchFolder()
    for force in [true, false] {
      #expect(throws: WriteFailure.self) {
        try writeFileAtomically([1], to: scratch.path, force: force)
      }
      #expect(throws: WriteFailure.self) {
        try writeFileAtomically([1], to: scratch.path + "/none/a", force: force)
      }
      #expect(throws: WriteFailure.self) {
        try writeFileAtomically([1], to: "", force: force)
      }
    }
    #expect(scratch.names().isEmpty)
  }

  @Test("what a killed run leaves is deleted by the next")
  func killed() async throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/a"
    let leftover = try WriteTarget(path).path(of: .draft, attempt: 0)
    _ = try OpenFile(opening: leftover, openForCreation)
    #expect(scratch.names().count == 1)
    try writeFileAtomically([65], to: path, force: false)
    #expect(scratch.names() == ["a"])
  }

  @Test("failures read as sentences")
  func sentences() {
    #expect(
      WriteFailure.exists(path: "plan").description
        == "plan already exists and is only replaced if you ask for it.")
    #expect(
      WriteFailure.foreign(path: "plan", missing: "plan.json").description
        == "plan is not replaced: it holds no plan.json, so it may be something else of yours.")
    #expect(
      WriteFailure.cannotWrite(path: "plan", reason: "no space left on device").description
        == "plan cannot be written: no space left on device.")
  }
}
