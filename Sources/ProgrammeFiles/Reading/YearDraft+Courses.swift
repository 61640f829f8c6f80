// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearDraft {
  /// Bounds that contradict each other, courses that nobody can hold, and
  /// cohorts that no course takes.
  mutating func checkCourses() {
    for read in courses {
      let course = read.row.course
      checkBounds(read)
      checkOrder(sources.courses, read, from: ("from", course.from), to: ("to", course.to))
      checkYear(read)
      checkDays(read)
      checkKind(read)
    }
    if !courses.isEmpty, sources.sites.hasReadableIdentifiers, sites.isEmpty {
      faults.report(
        Fault(
          file: sources.courses.file, problem: "there is no site at which courses could be held",
          expected: "sites in \(sources.sites.file)", severity: .notice))
    }
    checkCohortsWithoutCourse()
  }

  private mutating func checkBounds(_ read: ReadRow<CourseRow>) {
    let course = read.row.course
    if read.has("size_min", "size_max"), course.sizeMin > course.sizeMax {
      report(
        read, "size_min", String(course.sizeMin), "is more than size_max, \(course.sizeMax)",
        expected: "size_min at most size_max", hint: .didYouMean(String(course.sizeMax)),
        kind: "size_min above size_max", and: ["size_max"])
    }
    if read.has("level_min", "level_max"), course.levelMin.rank > course.levelMax.rank {
      report(
        read, "level_min", course.levelMin.rawValue,
        "is above level_max, \(course.levelMax.rawValue)", expected: "level_min at most level_max",
        hint: .didYouMean(course.levelMax.rawValue), kind: "level_min above level_max",
        and: ["level_max"])
    }
  }

  /// The days within which sessions of a course lie.
  private func span(of course: Course, in fiscalYear: Int) -> (first: Day, last: Day)? {
    guard let begin = Day(year: fiscalYear, month: 4, day: 1),
      let end = Day(year: fiscalYear + 1, month: 3, day: 31)
    else { return nil }
    let earliest = course.trainee == .partners ? begin.adding(days: -300) : begin
    return (course.from ?? earliest, course.to ?? end)
  }

  /// Whether a session can lie between two days; days on which it may begin come
  /// back every week, so that one week is looked at.
  private func canHold(_ course: Course, from first: Day, to last: Day) -> Bool {
    let latest = last.adding(days: 1 - course.days)
    guard first <= latest else { return false }
    return course.startWeekdays.isEmpty
      || (first.number...min(latest.number, first.number + 6)).contains {
        course.startWeekdays.contains(Day(number: $0).weekday)
      }
  }

  /// Days that are in another year by mistake.
  private mutating func checkYear(_ read: ReadRow<CourseRow>) {
    guard let fiscalYear = settings.fiscalYear,
      let first = Day(year: fiscalYear - 1, month: 4, day: 1),
      let last = Day(year: fiscalYear + 2, month: 3, day: 31)
    else { return }
    for (column, day) in [("from", read.row.course.from), ("to", read.row.course.to)] {
      guard let day, read.has(column), !(first...last).contains(day) else { continue }
      report(
        read, column, day.description, "is far from the fiscal year \(fiscalYear)",
        expected: "a day from \(first) to \(last)", kind: "far from the fiscal year")
    }
  }

  /// Courses for which there is no room between `from` and `to`.
  private mutating func checkDays(_ read: ReadRow<CourseRow>) {
    let course = read.row.course
    guard read.has("days", "from", "to", "kind"), let fiscalYear = settings.fiscalYear,
      let span = span(of: course, in: fiscalYear)
    else { return }
    guard span.first <= span.last else {
      // When both are given, their order has been judged.
      if course.to == nil {
        report(
          read, "from", span.first.description, "is after the fiscal year ends",
          expected: "a day on or before \(span.last)")
      } else if course.from == nil {
        report(
          read, "to", span.last.description, "is before a session can begin",
          expected: "a day on or after \(span.first)")
      }
      return
    }
    let room = span.last.number - span.first.number + 1
    if course.days > room {
      report(
        read, "days", String(course.days),
        "is longer than the time from \(span.first) to \(span.last)",
        expected: "at most its \(room, "day", "days")",
        hint: room >= 2 ? .didYouMean(String(room)) : nil, kind: "longer than from to to")
    } else if read.has("start_days"), !canHold(course, from: span.first, to: span.last) {
      let start = span.first.weekday.word
      report(
        read, "start_days", course.startWeekdays.map(\.word).joined(separator: ";"),
        "is on no day from which \(course.days) days end by \(span.last)",
        expected: """
          a day of the week from \(span.first) to \(span.last.adding(days: 1 - course.days))
          """, hint: .didYouMean(start),
        kind: "no start day")
    }
  }

  /// What is said of people whom the course does not train.
  private mutating func checkKind(_ read: ReadRow<CourseRow>) {
    guard read.has("kind") else { return }
    let course = read.row.course
    func refuse(_ column: String, _ isSaid: Bool, _ value: String, _ hint: Fault.Hint? = nil) {
      guard isSaid, read.has(column) else { return }
      report(
        read, column, value, "is said of a course for \(course.trainee.rawValue)",
        expected: "an empty cell", hint: hint)
    }
    if course.trainee != .students {
      let students = course.studentsPerLeader
      refuse("students_per_leader", students > 0, String(students))
    }
    guard course.trainee == .partners else { return }
    let hint = Fault.Hint.advice("Cohorts train as they are, whatever their levels and countries.")
    refuse("level_min", course.levelMin != .none, course.levelMin.rawValue, hint)
    refuse("level_max", course.levelMax != .native, course.levelMax.rawValue, hint)
    refuse("level_band", course.levelBand != nil, course.levelBand.map(String.init) ?? "", hint)
    refuse("mix", course.mix != .any, CellFormat<CountryMix>.mix.write(course.mix, names), hint)
  }

  /// Cohorts that have to train and that no course for partners takes.
  private mutating func checkCohortsWithoutCourse() {
    guard let fiscalYear = settings.fiscalYear, !courses.isEmpty,
      courses.allSatisfy({ $0.failed.isEmpty })
    else { return }
    let offered = courses.map(\.row.course).filter { $0.trainee == .partners }
    for read in cohorts
    where read.has("country", "places", "predeparture_from", "predeparture_to", "predeparture_site")
    {
      let cohort = read.row.cohort
      guard let from = read.row.predepartureFrom, let to = read.row.predepartureTo, from <= to,
        cohort.places > 0
      else { continue }
      let isTaken = offered.contains { course in
        guard let span = span(of: course, in: fiscalYear) else { return true }
        return (course.countries.isEmpty || course.countries.contains(cohort.country))
          && (course.sites.isEmpty || cohort.predepartureSite.map(course.sites.contains) ?? true)
          && canHold(course, from: max(from, span.first), to: min(to, span.last))
      }
      guard !isTaken else { continue }
      faults.report(
        sources.cohorts.fault(
          line: read.line, column: "predeparture_from", value: from.description,
          "begins a window into which no course for partners fits",
          expected: "a course of \(sources.courses.file) that takes the cohort then",
          severity: .notice, kind: "cohort without a course"))
    }
  }

  private mutating func report(
    _ read: ReadRow<CourseRow>, _ column: String, _ value: String, _ problem: Sentence,
    expected: Sentence, hint: Fault.Hint? = nil, kind: String? = nil, and others: [String] = []
  ) {
    faults.report(
      sources.courses.fault(
        line: read.line, column: column, value: value, problem, expected: expected, hint: hint,
        kind: kind, and: others))
  }
}
