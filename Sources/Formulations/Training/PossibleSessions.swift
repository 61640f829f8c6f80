// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// The sessions that courses, sites and their closures allow, by start, course
/// and site (`docs/training.md`, "possible").
///
/// - Parameter year: A checked programme year.
/// - Returns: The sessions.
/// - Complexity: O(courses × sites × days of the year).
package func possibleSessions(of year: ProgrammeYear) -> [TrainingSession] {
  let keepsClosures = year.training.rules[.closures] != .off
  var sessions: [TrainingSession] = []
  for (index, course) in year.training.courses.enumerated() {
    let span = year.span(of: course)
    let lastStart = span.upperBound.adding(days: 1 - course.days)
    guard span.lowerBound <= lastStart else { continue }
    let sites = course.sites.isEmpty ? Array(year.sites.indices) : course.sites
    for number in span.lowerBound.number...lastStart.number {
      let start = Day(number: number)
      guard course.startWeekdays.isEmpty || course.startWeekdays.contains(start.weekday) else {
        continue
      }
      let days = start...start.adding(days: course.days - 1)
      for site in sites
      where !keepsClosures || !year.sites[site].closed.contains(where: days.overlaps) {
        sessions.append(TrainingSession(course: index, site: site, start: start))
      }
    }
  }
  return sessions.sorted {
    ($0.start.number, $0.course, $0.site) < ($1.start.number, $1.course, $1.site)
  }
}

extension ProgrammeYear {
  /// The days within which sessions of a course lie.
  func span(of course: Course) -> ClosedRange<Day> {
    let first = Day(year: fiscalYear, month: 4, day: 1) ?? Day(number: 0)
    let last = Day(year: fiscalYear + 1, month: 3, day: 31) ?? first
    let early = course.trainee == .partners ? first.adding(days: -300) : first
    let from = course.from ?? early
    return from...max(from, course.to ?? last)
  }
}

/// How many days of a span are marked, for any range of days at once.
struct MarkedDays {
  private let first: Int
  /// Marked days before each day of the span.
  private let before: [Int32]

  /// Marks days of a span; what lies outside of it is left out.
  init(_ marked: [ClosedRange<Day>], in span: ClosedRange<Day>) {
    first = span.lowerBound.number
    let count = span.upperBound.number - first + 1
    var isMarked = [Bool](repeating: false, count: count)
    for days in marked where days.overlaps(span) {
      for number in days.clamped(to: span).lowerBound
        .number...days.clamped(to: span).upperBound
        .number
      { isMarked[number - first] = true }
    }
    var before: [Int32] = [0]
    before.reserveCapacity(count + 1)
    for flag in isMarked { before.append(before[before.count - 1] + (flag ? 1 : 0)) }
    self.before = before
  }

  /// Whether one of the days is marked.
  func touch(_ days: ClosedRange<Day>) -> Bool {
    let count = before.count - 1
    let low = min(count, max(0, days.lowerBound.number - first))
    let high = min(count, max(0, days.upperBound.number - first + 1))
    return before[high] > before[low]
  }
}
