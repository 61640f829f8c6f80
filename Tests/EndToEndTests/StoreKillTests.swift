// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import History
import ProgrammeFiles
import SeededRandom
import Storage
import Testing

/// Runs with `--store` that are killed at random moments.
@Suite(.serialized) struct StoreKillTests {
  @Test("a hundred kills lose no earlier run and leave a readable store")
  func kills() throws {
    let scratch = try Scratch()
    let plans = try KeptPlans(in: scratch)
    var random = SplitMix64(seed: 21)
    // What has been found in the store after some kill: the plan that each run was to make.
    var found: [Int64: Int] = [1: 0]
    for strike in 0..<100 {
      let plan = strike % KeptPlans.count
      let process = try scratch.start(plans.words(plan, note: "\(plan)", store: "runs.db"))
      let journal = scratch.path + "/runs.db-journal"
      switch strike % 5 {
      case 0: usleep(UInt32(random.unitInterval() * plans.seconds * 1e6))
      case 1, 2, 3:
        // While the store is written to: first to find out whether it can be, then for the run.
        wait(for: process) { FileManager.default.fileExists(atPath: journal) }
        if strike % 5 > 1 {
          wait(for: process) { !FileManager.default.fileExists(atPath: journal) }
          wait(for: process) { FileManager.default.fileExists(atPath: journal) }
        }
        usleep(UInt32(random.unitInterval() * 2_000))
      default:
        // As soon as the run is kept.
        let earlier = found.keys.max() ?? 0
        wait(for: process) {
          (try? RunStore.reading(at: scratch.path + "/runs.db").newest()) ?? 0 > earlier
        }
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let database = try Database(at: scratch.path + "/runs.db", for: .reading)
      #expect(try database.rows("PRAGMA integrity_check") { $0.text(0) } == ["ok"])
      let store = try RunStore.reading(at: scratch.path + "/runs.db")
      let runs = try store.runs(1 ... .max)
      #expect(Set(found.keys).isSubset(of: runs.map(\.number)))
      for run in runs {
        let kept = try #require(run.record.notes.first.flatMap { Int($0.text) })
        if let known = found[run.number] {
          #expect(kept == known)
        } else {
          found[run.number] = kept
          #expect(try plans.isWhole(run, kept, in: store))
        }
      }
    }
    // One in five was let alone until it was kept.
    #expect(found.count > 20)
    let store = try RunStore.reading(at: scratch.path + "/runs.db")
    for (number, plan) in found {
      let run = try #require(try store.run(number))
      #expect(try plans.isWhole(run, plan, in: store))
    }
    for number in [1, found.keys.max() ?? 1] {
      let run = try scratch.musubi(
        "history", "restore", "runs.db", "\(number)", "--output", "restored", "--force")
      #expect(run.code == 0)
      #expect(try scratch.contents(of: "restored") == plans.contents[found[number] ?? 0])
    }
    let later = try scratch.musubi("history", "list", "runs.db", "--limit", "1000")
    #expect(later.output.split(separator: "\n").count == found.count + 1)
  }

  /// Waits until something is so, or the process is over.
  private func wait(for process: Process, until isSo: () -> Bool) {
    while process.isRunning, !isSo() { usleep(100) }
  }
}

/// A few plans of a small year, each of another scenario.
private struct KeptPlans {
  static let count = 4
  /// What each folder holds.
  private(set) var contents: [[String: Data]] = []
  /// How long a run takes.
  private(set) var seconds = 0.0

  private let year = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../datasets/village").standardizedFileURL.path

  /// Makes each plan once; the first is the first run in the store.
  init(in scratch: Scratch) throws {
    for plan in 0..<Self.count {
      try #"{ name: "at most", set: { "countries.VNM.max": \#(plan + 2) } }"#.write(
        toFile: scratch.path + "/\(plan).json5", atomically: true, encoding: .utf8)
      let start = ContinuousClock.now
      let words = words(plan, note: "\(plan)", store: plan == 0 ? "runs.db" : "others.db")
      let run = try EndToEndTests.musubi(words, in: scratch.path)
      seconds = (ContinuousClock.now - start) / .seconds(1)
      #expect(run.code == 0, "\(run.errors)")
      contents.append(try scratch.contents(of: "plan"))
    }
    #expect(Set(contents.map { $0["plan.json"] }).count == Self.count)
  }

  func words(_ plan: Int, note: String, store: String) -> [String] {
    [
      "dispatch", year, "--scenario", "\(plan).json5", "--output", "plan", "--force", "--quiet",
      "--store", store, "--note", note,
    ]
  }

  /// Whether the files of a run are those of a plan, byte for byte.
  func isWhole(_ run: StoredRun, _ plan: Int, in store: RunStore) throws -> Bool {
    var files: [String: Data] = [:]
    for file in run.files.first ?? [] { files[file.name] = Data(try store.file(file).bytes) }
    return run.files.count == 1 && files == contents[plan]
  }
}

extension Scratch {
  /// Starts the program in this folder.
  fileprivate func start(_ words: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}
