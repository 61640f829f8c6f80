// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import ProgrammeFiles
import Storage
import Testing

@testable import History

@Suite struct RunStoreTests {
  @Test("a run comes back as it was kept, its files byte for byte")
  func roundTrip() throws {
    let scratch = try Scratch()
    let made = try RunStore.writing(at: scratch("runs.db"))
    #expect(try made.newest() == 0)
    let record = example("first")
    #expect(try made.add(record) == 1)
    let store = try RunStore.reading(at: scratch("runs.db"))
    let run = try #require(try store.run(1))
    #expect(run.record.command == "dispatch")
    #expect(run.record.version == "9.8")
    #expect(run.record.began == Moment(seconds: 1_000_000_000))
    #expect(run.record.milliseconds == 1234)
    #expect(run.record.person == "田中")
    #expect(run.record.exitCode == 4)
    #expect(run.record.options == record.options)
    #expect(run.record.inputs == record.inputs)
    #expect(run.record.goals == record.goals)
    #expect(run.record.notes == record.notes)
    #expect(run.record.folders.map(\.path) == ["plans/a", "plans/a-2"])
    for (folder, files) in zip(record.folders, run.files) {
      var restored: [TextFile] = []
      for file in files { restored.append(try store.file(file)) }
      #expect(restored == folder.files)
    }
    #expect(try store.run(2) == nil)
  }

  @Test("equal files of several runs are kept once")
  func sharing() throws {
    let scratch = try Scratch()
    let store = try RunStore.writing(at: scratch("runs.db"))
    for note in 0..<5 { _ = try store.add(example("\(note)")) }
    let database = try Database(at: scratch("runs.db"), for: .reading)
    #expect(try database.rows("SELECT count(*) FROM files") { $0.integer(0) } == [15])
    #expect(try database.rows("SELECT count(*) FROM contents") { $0.integer(0) } == [3])
    #expect(try store.runs(1...9, atMost: 2).map(\.number) == [5, 4])
  }

  @Test("notes are added behind those there are")
  func notes() throws {
    let scratch = try Scratch()
    let store = try RunStore.writing(at: scratch("runs.db"))
    _ = try store.add(example("first"))
    let note = RunNote(written: Moment(seconds: 7), person: "x", text: "second\nline")
    try store.add(note, to: 1)
    #expect(try store.run(1)?.record.notes.map(\.text) == ["first", "second\nline"])
  }

  @Test("a file that is no store is refused and left as it is")
  func foreign() throws {
    let scratch = try Scratch()
    let text = String(repeating: "no database at all\n", count: 100)
    try text.write(toFile: scratch("notes.txt"), atomically: true, encoding: .utf8)
    let other = try Database(at: scratch("other.db"), for: .writing)
    try other.execute("CREATE TABLE t (x INTEGER)")
    for name in ["notes.txt", "other.db"] {
      let before = FileManager.default.contents(atPath: scratch(name))
      #expect(throws: StoreFailure.foreign(path: scratch(name))) {
        try RunStore.reading(at: scratch(name))
      }
      #expect(throws: StoreFailure.foreign(path: scratch(name))) {
        try RunStore.writing(at: scratch(name))
      }
      #expect(FileManager.default.contents(atPath: scratch(name)) == before)
    }
  }

  @Test("a store that is missing or of a newer version is told as such")
  func newer() throws {
    let scratch = try Scratch()
    #expect(throws: StoreFailure.missing(path: scratch("runs.db"))) {
      try RunStore.reading(at: scratch("runs.db"))
    }
    #expect(throws: StoreFailure.missing(path: scratch("runs.db"))) {
      try RunStore.writing(existingAt: scratch("runs.db"))
    }
    #expect(!FileManager.default.fileExists(atPath: scratch("runs.db")))
    _ = try RunStore.writing(at: scratch("runs.db"))
    let database = try Database(at: scratch("runs.db"), for: .writing)
    try database.execute("PRAGMA user_version = 2")
    let failure = StoreFailure.newer(path: scratch("runs.db"), format: 2)
    #expect(throws: failure) { try RunStore.reading(at: scratch("runs.db")) }
    #expect(throws: failure) { try RunStore.writing(at: scratch("runs.db")) }
    #expect(failure.description.contains("format 2; this version knows 1"))
  }

  @Test("a damaged store and a damaged file in it are told as such")
  func damaged() throws {
    let scratch = try Scratch()
    let store = try RunStore.writing(at: scratch("runs.db"))
    _ = try store.add(example("first"))
    let files = try #require(try store.run(1)?.files.first)
    let database = try Database(at: scratch("runs.db"), for: .writing)
    try database.execute(
      "UPDATE contents SET packed = ? WHERE digest = ?",
      [.bytes([1, 2, 3]), .text(files[0].digest)])
    #expect(throws: StoreFailure.damaged(path: scratch("runs.db"))) { try store.file(files[0]) }
    let bytes = try #require(FileManager.default.contents(atPath: scratch("runs.db")))
    try (bytes.prefix(4_096) + Data(repeating: 0x5A, count: bytes.count - 4_096))
      .write(to: URL(fileURLWithPath: scratch("bad.db")))
    #expect(throws: StoreFailure.damaged(path: scratch("bad.db"))) {
      try RunStore.reading(at: scratch("bad.db")).runs(1...9)
    }
  }

  @Test("a second writer waits and then says why; readers read meanwhile")
  func locked() throws {
    let scratch = try Scratch()
    let store = try RunStore.writing(at: scratch("runs.db"))
    _ = try store.add(example("first"))
    let writer = try Database(at: scratch("runs.db"), for: .writing)
    try writer.execute("BEGIN IMMEDIATE")
    let second = try RunStore.writing(at: scratch("runs.db"), patience: 10)
    #expect(throws: StoreFailure.locked(path: scratch("runs.db"))) {
      try second.add(example("second"))
    }
    #expect(throws: StoreFailure.locked(path: scratch("runs.db"))) { try second.checkWriting() }
    #expect(try RunStore.reading(at: scratch("runs.db")).newest() == 1)
    try writer.execute("COMMIT")
    #expect(try second.add(example("second")) == 2)
  }

  @Test("what may only be read can be read", .enabled(if: getuid() != 0))
  func readOnly() throws {
    let scratch = try Scratch()
    _ = try RunStore.writing(at: scratch("runs.db")).add(example("first"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o400], ofItemAtPath: scratch("runs.db"))
    #expect(try RunStore.reading(at: scratch("runs.db")).newest() == 1)
    let store = try RunStore.writing(at: scratch("runs.db"))
    #expect(throws: StoreFailure.readOnly(path: scratch("runs.db"))) { try store.checkWriting() }
  }

  @Test("a plan of 100,000 rows is kept and comes back")
  func large() throws {
    let scratch = try Scratch()
    let store = try RunStore.writing(at: scratch("runs.db"))
    var table = Array("applicant,post,points\n".utf8)
    for row in 0..<100_000 {
      table += Array("A\(row),S\(row % 997)+S\(row % 613),\(row &* 7919 % 1_000)\n".utf8)
    }
    var record = example("large")
    record.folders = [
      RunFolder(path: "plan", files: [TextFile(name: "placements.csv", bytes: table)])
    ]
    for number in 1...3 { #expect(try store.add(record) == number) }
    let file = try #require(try store.run(3)?.files.first?.first)
    #expect(try store.file(file).bytes == table)
    let size = try FileManager.default.attributesOfItem(atPath: scratch("runs.db"))[.size] as? Int
    #expect(try #require(size) < table.count)
  }

  @Test("a store in a folder that is not there cannot be made")
  func folderMissing() throws {
    let scratch = try Scratch()
    let path = scratch("nowhere/runs.db")
    let failure = #expect(throws: StoreFailure.self) { try RunStore.writing(at: path) }
    #expect(failure?.description == "\(path) cannot be made: its folder is missing or read-only.")
  }

  @Test("any bytes come back from packing, and a wrong size is found")
  func packing() {
    for bytes in [
      [], [0], Array(repeating: 7, count: 100_000), (0..<50_000).map { UInt8($0 & 255) },
    ]
      as [[UInt8]]
    {
      let small = packed(bytes)
      #expect(unpacked(small, count: bytes.count) == bytes)
      #expect(unpacked(small, count: bytes.count + 1) == nil)
      #expect(unpacked(small, count: -1) == nil)
      #expect(unpacked(small, count: .max) == nil)
    }
  }
}

/// A run with everything in it.
private func example(_ note: String) -> RunRecord {
  var record = RunRecord(
    command: "dispatch", version: "9.8", began: Moment(seconds: 1_000_000_000),
    milliseconds: 1234, person: "田中", exitCode: 4)
  record.options = [
    RunOption(name: "DIR", value: "datasets/village"), RunOption(name: "--gap", value: "0"),
    RunOption(name: "--force", value: ""),
  ]
  record.inputs = [
    RunInput(.year, name: "schools.csv", digest: "ab"),
    RunInput(.scenario, name: "fewer.json5", digest: "cd"),
  ]
  record.goals = [
    RunGoal(stage: "dispatch", name: "points", value: -5, bound: .max, isShare: true)
  ]
  record.folders = [
    RunFolder(
      path: "plans/a",
      files: [
        TextFile(name: "plan.json", bytes: Array("{}\n".utf8)),
        TextFile(name: "sub/empty.csv", bytes: []),
      ]),
    RunFolder(
      path: "plans/a-2", files: [TextFile(name: "plan.json", bytes: [0, 255, 10, 13])]),
  ]
  record.notes = [RunNote(written: Moment(seconds: 5), person: "田中", text: note)]
  return record
}

/// A folder that goes away with the test.
private final class Scratch {
  private let path: String

  init() throws {
    path = NSTemporaryDirectory() + "musubi-history-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }
}
