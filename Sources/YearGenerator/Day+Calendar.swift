// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension Day {
  /// A day that is known to exist.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - month: The month; numbers above 12 count on into the next years.
  ///   - day: The day; above the month's length it means the last one.
  /// - Returns: The day.
  static func on(_ year: Int, _ month: Int, _ day: Int) -> Day {
    let realYear = year + (month - 1) / 12
    let realMonth = (month - 1) % 12 + 1
    let realDay = Swift.min(day, Day.length(ofMonth: realMonth, in: realYear))
    guard let made = Day(year: realYear, month: realMonth, day: realDay) else {
      preconditionFailure("There is no day \(year)-\(month)-\(day).")
    }
    return made
  }

  /// The last day of a month; months above 12 count on into the next years.
  static func end(_ year: Int, _ month: Int) -> Day {
    on(year, month, 31)
  }

  /// The birth dates of everybody who is from `youngest` to `oldest` on this day.
  func births(agedFrom youngest: Int, to oldest: Int) -> ClosedRange<Day> {
    let (year, month, day) = parts
    let tooOld = Day.on(year - oldest - 1, month, day)
    return tooOld.adding(days: 1)...Day.on(year - youngest, month, day)
  }
}
