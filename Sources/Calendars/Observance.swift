// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Something that comes again from year to year, and whom it keeps at home.
struct Observance: Sendable {
  /// ISO 3166 alpha-3 code.
  var country: String
  /// Areas as the schools name them; empty means the whole country.
  var areas: [String] = []
  var name: String
  var kind: CalendarEntry.Kind
  var recurrence: Recurrence
  var blocks: [Trainee] = []
  var avoids: [Trainee] = []
  var source: String

  enum Recurrence: Sendable {
    /// From a month and day to a month and day of the same year, or of the next
    /// when they come before.
    case yearly(from: (month: Int, day: Int), to: (month: Int, day: Int))
    /// On known days, each of which begins one.
    case listed([ClosedRange<Day>])
  }

  /// Those whom a country's festivals and exams concern.
  static let visitors: [Trainee] = [.teachers, .students]

  /// Every one that is known.
  static let all =
    japan + islamic + lunarNewYear + southeastAsianNewYears + cambodian + christian + hindu + exams
    + closures + malaysianClosures + tetClosures

  /// The entries that have a day of a span.
  func entries(in span: ClosedRange<Day>) -> [CalendarEntry] {
    occurrences(in: span).filter(span.overlaps).map { days in
      CalendarEntry(
        country: country, areas: areas, name: name, kind: kind, days: days, blocks: blocks,
        avoids: avoids, source: source)
    }
  }

  /// Those of a span, and maybe some beside it.
  private func occurrences(in span: ClosedRange<Day>) -> [ClosedRange<Day>] {
    switch recurrence {
    case .listed(let days): days
    case .yearly(let from, let to):
      ((span.lowerBound.parts.year - 1)...span.upperBound.parts.year).compactMap { year in
        let next = (to.month, to.day) < (from.month, from.day) ? year + 1 : year
        guard let first = Day(year: year, month: from.month, day: from.day),
          let last = Day(year: next, month: to.month, day: to.day)
        else { return nil }
        return first...last
      }
    }
  }
}

/// Days written one after another, as ISO 8601 and with blanks between them.
struct DayList: Sendable {
  let days: [Day]
  /// Words that are no day.
  let faults: [String]

  init(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    days = words.compactMap { Day(iso: $0) }
    faults = words.filter { Day(iso: $0) == nil }
  }

  /// Spans around each of the days.
  ///
  /// - Parameters:
  ///   - before: Days before it.
  ///   - after: Days after it.
  /// - Returns: One for each day.
  func spans(before: Int = 0, after: Int = 0) -> [ClosedRange<Day>] {
    days.map { $0.adding(days: -before)...$0.adding(days: after) }
  }
}

/// Where days are from.
enum Source {
  static let holidays = "vacanza/holidays 0.109"
  static let islamic = "vacanza/holidays 0.109; estimated, one day either way"

  /// Days published for one year and taken to be the same in the others.
  static func sameDays(as year: String, _ place: String) -> String {
    "\(place), \(year); other years by the same days"
  }

  /// Months published or known, with days set by hand.
  static func months(_ place: String) -> String {
    "\(place); days within the months are assumed"
  }

  /// Known to the authors, without a source.
  static let memory = "no published source; days are assumed"
}
