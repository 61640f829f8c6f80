// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Synchronization
import Wording

@testable import MusubiCommands

/// Collects what a command writes.
final class Collector: Sendable {
  private let collected = Mutex("")
  var text: String { collected.withLock { $0 } }
  func add(_ text: String) { collected.withLock { $0 += text } }
}

struct Run {
  let code: ExitCode
  let output: String
  let errors: String
}

/// Runs a command line in this process.
func run(_ words: String..., interrupted: Bool = false) -> Run {
  run(words, interrupted: interrupted)
}

/// Runs a command line in this process.
func run(
  _ words: [String], interrupted: Bool = false, language: Language = .english
) -> Run {
  let (output, errors) = (Collector(), Collector())
  let code = runProgram(
    words,
    on: Console(
      output: OutputChannel { output.add($0) }, errors: OutputChannel { errors.add($0) },
      isInterrupted: { interrupted }, language: language))
  return Run(code: code, output: output.text, errors: errors.text)
}

/// A folder that goes away with the test.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "musubi-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
  }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
  }

  /// Replaces text in a file that holds it.
  func edit(_ name: String, replacing old: String, with new: String) throws {
    let text = try text(of: name)
    guard text.contains(old) else { throw MissingText(file: name, text: old) }
    try write(text.replacing(old, with: new), to: name)
  }
}

/// A JSON object that a command printed.
func object(_ text: String) throws -> [String: Any] {
  try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
}

struct MissingText: Error {
  let file: String
  let text: String
}
