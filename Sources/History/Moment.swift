// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// A moment, to the second.
package struct Moment: Hashable, Sendable {
  /// Seconds since the beginning of 1970 in universal time.
  package let seconds: Int64

  package init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The moment in universal time as ISO 8601 has it, such as `2026-04-01T09:30:00Z`.
  package var iso: String {
    let (day, time) = parts
    return "\(day)T\(time)Z"
  }

  /// The moment in universal time to the minute, such as `2026-04-01 09:30`.
  package var words: String {
    let (day, time) = parts
    return "\(day) \(time.prefix(5))"
  }

  private var parts: (day: String, time: String) {
    // Clocks may be wrong, and damaged stores hold anything.
    let shown = min(max(seconds, 0), 253_402_300_799)
    let rest = shown % 86_400
    func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
    return (
      Day(number: Int(shown / 86_400)).description,
      "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    )
  }
}
