// SPDX-License-Identifier: GPL-3.0-or-later
package import Wording

/// A day of the Gregorian calendar, without a time or a time zone.
///
/// Days are ordered, and differ by whole numbers. The years 1 to 9999 exist.
package struct Day: Hashable, Comparable, Worded, CustomStringConvertible {
  /// Days since 1 January 1970; negative before it.
  package let number: Int

  package init(number: Int) {
    self.number = number
  }

  /// Makes the day with the given parts, or nothing when there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, in: year)
    else { return nil }
    // Days from civil, after Howard Hinnant, "chrono-Compatible Low-Level Date
    // Algorithms" (2013): years begin in March, so that a leap day ends one.
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads a day written as `2026-05-01`, or nothing when the text is not one.
  package init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The year, the month from 1 to 12, and the day of the month from 1.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day in ISO 8601, such as `2026-05-01`.
  package var description: String {
    let (year, month, day) = parts
    func padded(_ value: Int, to width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// In ISO 8601 in English, in Japanese such as `2026年5月1日`.
  package func words(in language: Language) -> String {
    let (year, month, day) = parts
    return switch language {
    case .english: description
    case .japanese: "\(year)年\(month)月\(day)日"
    }
  }

  /// Whole years from a birth date to this day; someone born on 29 February
  /// turns a year older on 1 March in common years.
  package func age(bornOn birth: Day) -> Int {
    let (year, month, day) = parts
    let born = birth.parts
    let hadBirthday = (month, day) >= (born.month, born.day)
    return year - born.year - (hadBirthday ? 0 : 1)
  }

  package func adding(days: Int) -> Day {
    Day(number: number + days)
  }

  /// The number of days in a month of a year.
  package static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  package static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }
}
