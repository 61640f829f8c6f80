// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import MusubiCommands
import MusubiPlanning
import Synchronization

/// The village: every rule on a page.
let village = "datasets/village"

/// A folder that goes away with the test.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "musubi-planning-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// What each file of a folder inside holds.
  func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: self(folder)) {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: self(folder) + "/" + name))
    }
    return files
  }
}

/// Runs a command line of the program in this process.
///
/// - Returns: Its exit code, and what it writes.
func run(_ words: String...) -> (code: Int32, output: String) { run(words) }

/// Runs a command line of the program in this process.
///
/// - Returns: Its exit code, and what it writes.
func run(_ words: [String]) -> (code: Int32, output: String) {
  let output = Collector()
  let code = runProgram(
    words,
    on: Console(
      output: OutputChannel { output.add($0) }, errors: OutputChannel { _ in },
      isInterrupted: { false }))
  return (code.rawValue, output.text)
}

/// Collects what a command writes.
private final class Collector: Sendable {
  private let collected = Mutex("")
  var text: String { collected.withLock { $0 } }
  func add(_ text: String) { collected.withLock { $0 += text } }
}

/// Whether something happened, for several threads.
final class Flag: Sendable {
  private let flag = Mutex(false)
  var isSet: Bool { flag.withLock { $0 } }
  func set() { flag.withLock { $0 = true } }
}

/// A plan's goals in a line each, to compare them.
func lines(_ goals: [GoalValue]) -> [String] {
  goals.map { "\($0.name) \($0.value) \($0.bound) \($0.shares ?? [])" }
}
