// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension CellFormat where Value == Day {
  /// A day in ISO 8601.
  static let day = CellFormat(
    type: "day", range: "1900-01-01 to 2199-12-31",
    expected: "a day such as 2026-04-01",
    parse: { (text, _) throws(CellProblem) in
      let plain = halfWidth(text)
      if let day = Day(iso: plain) {
        guard (1900...2199).contains(day.parts.year) else {
          throw CellProblem("is out of range", expected: "a day from 1900-01-01 to 2199-12-31")
        }
        return day
      }
      guard let parts = looseParts(of: plain) else { throw CellProblem("is not a day") }
      if let day = Day(year: parts.year, month: parts.month, day: parts.day) {
        throw CellProblem(
          "is not written as a day is here", hint: .didYouMean(day.description))
      }
      throw CellProblem("is no day of the calendar", hint: calendarAdvice(parts))
    }, write: { day, _ in day.description })
}

private typealias Parts = (year: Int, month: Int, day: Int)

/// Year, month and day of a text such as `2026/5/1` or `2026年5月1日`.
private func looseParts(of text: String) -> Parts? {
  let numbers = text.split { "-/.年月日".contains($0) }
  guard numbers.count == 3, numbers[0].utf8.count == 4,
    let year = Int(numbers[0]), let month = Int(numbers[1]), let day = Int(numbers[2]),
    year > 0, month >= 0, day >= 0
  else { return nil }
  return (year, month, day)
}

private func calendarAdvice(_ parts: Parts) -> Fault.Hint? {
  guard (1...12).contains(parts.month) else {
    return .advice("Months go from 01 to 12; the day stands last.")
  }
  let names: [Sentence] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  let length = Day.length(ofMonth: parts.month, in: parts.year)
  return .advice("\(names[parts.month - 1]) \(parts.year) has \(length) days.")
}
