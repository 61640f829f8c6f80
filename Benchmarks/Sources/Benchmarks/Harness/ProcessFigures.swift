// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation

/// What the process says of itself.
enum ProcessFigures {
  /// The greatest resident size so far, in bytes.
  static var peakBytes: Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else {
      return nil
    }
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 << 10 }
  }
}

/// Wall seconds that a piece of work takes, and what it returns.
func timed<Result>(_ work: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
  let clock = ContinuousClock()
  let start = clock.now
  let result = try work()
  let (seconds, attoseconds) = start.duration(to: clock.now).components
  return (Double(seconds) + Double(attoseconds) * 1e-18, result)
}
