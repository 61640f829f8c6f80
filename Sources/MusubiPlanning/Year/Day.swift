// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// A day of the Gregorian calendar, without a time or a time zone; the years 1 to 9999 exist.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  let value: Programme.Day

  init(_ value: Programme.Day) { self.value = value }

  /// Makes the day with the given parts, or nothing when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard let value = Programme.Day(year: year, month: month, day: day) else { return nil }
    self.value = value
  }

  /// Reads a day written as `2026-05-01`, or nothing when the text is not one.
  public init?(_ text: String) {
    guard let value = Programme.Day(iso: text) else { return nil }
    self.value = value
  }

  /// The day in ISO 8601, such as `2026-05-01`.
  public var description: String { value.description }

  /// The year, the month from 1 to 12, and the day of the month from 1.
  public var parts: (year: Int, month: Int, day: Int) { value.parts }

  /// The day so many days later, or earlier if the number is negative.
  public func adding(days: Int) -> Day { Day(value.adding(days: days)) }

  /// Whether one day is before another.
  public static func < (left: Day, right: Day) -> Bool { left.value < right.value }
}
