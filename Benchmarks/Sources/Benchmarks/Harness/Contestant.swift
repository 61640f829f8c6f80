// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

/// A program that solves an instance file and prints an `Answer`.
struct Contestant: Sendable {
  /// How the table calls it.
  var name: String
  /// The program and its arguments; the instance file is put behind them.
  var command: [String]
  /// Seconds after which it is ended; it should end by itself before.
  var patience: Double = 900

  /// Ourselves: this very program, as `solve METHOD`.
  static func ours(
    _ method: String, arguments: [String] = [], patience: Double = 900
  ) -> Contestant {
    Contestant(
      name: "musubi", command: [CommandLine.arguments[0], "solve", method] + arguments,
      patience: patience)
  }

  /// A peer in Python, a function of `Peers/peers.py`.
  static func python(
    _ name: String, _ method: String, arguments: [String] = [], patience: Double = 900
  ) -> Contestant {
    Contestant(
      name: name,
      command: [Folders.python.path, Folders.peers.appending(path: "peers.py").path, method]
        + arguments, patience: patience)
  }

  /// A peer in C++, a method of `Peers/lemon.cpp`.
  static func lemon(_ name: String, _ method: String) -> Contestant {
    Contestant(name: name, command: [Folders.build.appending(path: "lemon").path, method])
  }

  /// Runs the program on one instance.
  ///
  /// - Parameter instance: The file to solve.
  /// - Returns: What it said; `absent` if it cannot be started, `unknown` if it
  ///   ends without an answer.
  func solve(_ instance: URL) -> Answer {
    guard FileManager.default.isExecutableFile(atPath: command[0]) else {
      return Answer(status: "absent", seconds: 0)
    }
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst()) + [instance.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let clock = ContinuousClock()
    let start = clock.now
    do { try process.run() } catch { return Answer(status: "absent", seconds: 0) }
    let watchdog = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: watchdog)
    let text = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    watchdog.cancel()
    let lines = text.split(separator: UInt8(ascii: "\n"))
    guard let last = lines.last, let answer = try? JSONDecoder().decode(Answer.self, from: last)
    else {
      // A method whose package is missing says so by this code.
      if process.terminationReason == .exit, process.terminationStatus == 64 {
        return Answer(status: "absent", seconds: 0)
      }
      return Answer(status: "unknown", seconds: start.duration(to: clock.now) / .seconds(1))
    }
    return answer
  }
}
