// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

/// Another program, run to its end.
enum Program {
  /// Runs a program.
  ///
  /// - Parameters:
  ///   - file: The program.
  ///   - words: Its arguments.
  /// - Returns: Its exit code and what it wrote to standard output.
  /// - Throws: When it cannot be started.
  static func run(_ file: URL, _ words: [String]) throws -> (code: Int32, output: Data) {
    let process = Process()
    process.executableURL = file
    process.arguments = words
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
