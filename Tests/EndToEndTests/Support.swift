// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

struct Run {
  let code: Int32
  let output: String
  let errors: String
}

/// The built program, which lies beside the tests.
let program = Bundle.main.bundleURL.appendingPathComponent("musubi").path

/// Runs the program to its end.
///
/// - Parameters:
///   - words: Its arguments.
///   - folder: The working folder.
///   - signals: Signals to send, each so many seconds after the one before.
///   - locale: The locale that it finds itself in, whatever that of the machine.
/// - Returns: What it wrote, and its exit code.
/// - Throws: When the program cannot be started.
func musubi(
  _ words: [String], in folder: String, signals: [(after: Double, number: Int32)] = [],
  locale: String = "C"
) throws -> Run {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = words
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": locale]) { $1 }
  let (output, errors) = (folder + "/.out-\(UUID())", folder + "/.err-\(UUID())")
  for path in [output, errors] {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
  }
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = FileHandle(forWritingAtPath: output)
  process.standardError = FileHandle(forWritingAtPath: errors)
  try process.run()
  for signal in signals {
    Thread.sleep(forTimeInterval: signal.after)
    kill(process.processIdentifier, signal.number)
  }
  process.waitUntilExit()
  defer {
    for path in [output, errors] { try? FileManager.default.removeItem(atPath: path) }
  }
  return Run(
    code: process.terminationStatus,
    output: try String(contentsOfFile: output, encoding: .utf8),
    errors: try String(contentsOfFile: errors, encoding: .utf8))
}

/// A folder that goes away with the test.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "musubi-end-to-end-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
  }

  /// What every file of a folder holds.
  func contents(of folder: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try names(in: folder) {
      contents[name] = FileManager.default.contents(atPath: path + "/" + folder + "/" + name)
    }
    return contents
  }

  /// Runs the program in this folder.
  func musubi(_ words: String..., signals: [(after: Double, number: Int32)] = []) throws -> Run {
    try EndToEndTests.musubi(words, in: path, signals: signals)
  }
}
