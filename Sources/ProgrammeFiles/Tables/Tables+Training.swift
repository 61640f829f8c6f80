// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension Tables {
  /// Courses in Japan.
  static let courses = TableSchema(
    "courses.csv", noun: "course", isRequired: false, hasIdentifiers: true,
    meaning: "The courses in Japan that `docs/training.md` plans sessions of.",
    blank: CourseRow(), columns: offer + people + teaching)

  private static let offer: [Column<CourseRow>] = [
    Column(
      "course", \.course.id, .identifier(), whenEmpty: .refused, example: "Teachers-12",
      "The course's identifier"),
    Column(
      "name", \.course.name, .text, whenEmpty: .means(""), example: "Teachers of partner schools",
      "Its name in reports"),
    Column(
      "kind", \.course.trainee, .choice, whenEmpty: .refused, example: "teachers",
      "Whom it trains; partners come before they leave"),
    Column(
      "days", \.course.days, .integer(in: 2...366), whenEmpty: .refused, unit: "days",
      example: "12", "From the first day to the last, both included"),
    Column(
      "sites", \.course.sites, .references(\.sites, to: "sites"),
      whenEmpty: .stands(for: [], shown: "every site"), example: "Kansai",
      "Where it may be held"),
    Column(
      "countries", \.course.countries, .references(\.countries, to: "countries"),
      whenEmpty: .stands(for: [], shown: "every country"), example: "THA;VNM",
      "Whose people it takes"),
    Column(
      "start_days", \.course.startWeekdays, .weekdays, whenEmpty: .means([.monday]),
      example: "mon;tue", "Days of the week it may begin on"),
    Column(
      "from", \.course.from, .optional(.day),
      whenEmpty: .stands(
        for: nil, shown: "the fiscal year's first; for partners 300 days before"),
      example: "2026-06-01", "First day a session may have, at most a year from the fiscal year"),
    Column(
      "to", \.course.to, .optional(.day),
      whenEmpty: .stands(for: nil, shown: "the fiscal year's last"), example: "2027-02-26",
      "Last day a session may have, at most a year from the fiscal year"),
  ]

  private static let people: [Column<CourseRow>] = [
    Column(
      "size_min", \.course.sizeMin, .integer(in: 1...10_000), whenEmpty: .means(1),
      unit: "people", example: "8", "Fewest in a session, leaders included"),
    Column(
      "size_max", \.course.sizeMax, .integer(in: 1...10_000), whenEmpty: .means(25),
      unit: "people", example: "24", "Most in a session, leaders included"),
    Column(
      "sessions_max", \.course.sessionsMax, .optional(.integer(in: 0...1_000)),
      whenEmpty: .stands(for: nil, shown: "no limit"), unit: "sessions", example: "3",
      "Most in the year"),
    Column(
      "level_min", \.course.levelMin, .choice, whenEmpty: .means(.none), example: "N5",
      "Lowest Japanese it takes; not for partners"),
    Column(
      "level_max", \.course.levelMax, .choice, whenEmpty: .means(.native), example: "N2",
      "Highest Japanese it takes; not for partners"),
    Column(
      "level_band", \.course.levelBand, .optional(.integer(in: 0...6)),
      whenEmpty: .stands(for: nil, shown: "no limit"), unit: "steps", example: "2",
      "Most from the lowest to the highest level in a session; not for partners"),
    Column(
      "mix", \.course.mix, .mix, whenEmpty: .means(.any), unit: "countries", example: "2+",
      "How many come together in a session; not for partners"),
  ]

  private static let teaching: [Column<CourseRow>] = [
    Column(
      "language", \.language, .optional(.courseLanguage),
      whenEmpty: .stands(for: nil, shown: "ja; for partners country"), example: "ja",
      "What its lecturers teach, or teach in; country is the language of each person's country"),
    Column(
      "class_size", \.course.classSize, .optional(.integer(in: 1...1_000)),
      whenEmpty: .stands(for: nil, shown: "the site's"), unit: "people", example: "12",
      "Most people in one class"),
    Column(
      "rooms", \.course.sharesRooms,
      .word(among: [(word: "single", value: false), (word: "shared", value: true)]),
      whenEmpty: .means(false), example: "shared", "Whether two may share a room for two"),
    Column(
      "students_per_leader", \.course.studentsPerLeader, .integer(in: 0...1_000),
      whenEmpty: .means(0), unit: "students", example: "8",
      "For whom one leader is enough; 0 asks for none"),
    Column(
      "school_visits", \.course.visitsSchools, .yesNo, whenEmpty: .means(false), example: "no",
      "Whether schools in Japan must be in session"),
    Column(
      "cost_per_day_jpy", \.course.costPerDay, .integer(in: 0...10_000_000), whenEmpty: .means(0),
      unit: "yen", example: "12000", "For a person and a day"),
    Column(
      "cost_per_session_jpy", \.course.costPerSession, .integer(in: 0...10_000_000_000),
      whenEmpty: .means(0), unit: "yen", example: "800000", "For a session"),
  ]

  /// Days that mean something for trainings.
  static let calendars = TableSchema(
    "calendars.csv", noun: "calendar entry", isRequired: false, hasIdentifiers: false,
    meaning: """
      Days that mean something for travelling or for school visits. Without the file, years \
      with courses or delegations take the entries that come with Musubi for their countries.
      """,
    blank: CalendarRow(),
    columns: [
      Column(
        "country", \.country, .countryOrJapan, whenEmpty: .refused, example: "THA",
        "Whose days they are"),
      Column(
        "areas", \.areas, .words, whenEmpty: .stands(for: [], shown: "the whole country"),
        example: "North", "Areas in which they hold, as `schools.csv` names them"),
      Column(
        "name", \.name, .text, whenEmpty: .refused, example: "Songkran", "What they are"),
      Column(
        "kind", \.kind, .choice, whenEmpty: .refused, example: "festival",
        "What sort of days; school-break is for Japan (rule `japan-schools-open`)"),
      Column("from", \.from, .day, whenEmpty: .refused, example: "2026-04-13", "First day"),
      Column("to", \.to, .day, whenEmpty: .refused, example: "2026-04-15", "Last day"),
      Column(
        "blocks", \.blocks, .trainees, whenEmpty: .means([]), example: "students",
        "Who may not be in Japan then (rule `calendars`)"),
      Column(
        "avoids", \.avoids, .trainees, whenEmpty: .means([]), example: "teachers",
        "Who had rather not be (goal `months`)"),
      Column(
        "source", \.source, .text, whenEmpty: .means(""), example: "Bank of Thailand",
        "Where the days are from"),
    ])
}

/// A row of `courses.csv`.
struct CourseRow: Sendable {
  var course = Course(id: "", trainee: .teachers, days: 2)
  /// Nothing where the cell is empty.
  var language: String?
}

extension CourseRow {
  init(_ course: Course) {
    self.course = course
    language = course.language
  }

  /// The course with the language that an empty cell means.
  var complete: Course {
    var course = course
    course.language = language ?? (course.trainee == .partners ? "" : "ja")
    return course
  }
}

/// A row of `calendars.csv`.
struct CalendarRow: Sendable {
  var country = ""
  var areas: [String] = []
  var name = ""
  var kind = CalendarEntry.Kind.festival
  var from = Day(number: 0)
  var to = Day(number: 0)
  var blocks: [Trainee] = []
  var avoids: [Trainee] = []
  var source = ""
}

extension CalendarRow {
  init(_ entry: CalendarEntry) {
    country = entry.country
    areas = entry.areas
    name = entry.name
    kind = entry.kind
    from = entry.days.lowerBound
    to = entry.days.upperBound
    blocks = entry.blocks
    avoids = entry.avoids
    source = entry.source
  }

  /// The entry.
  ///
  /// - Precondition: `from` is not after `to`.
  var entry: CalendarEntry {
    CalendarEntry(
      country: country, areas: areas, name: name, kind: kind, days: from...to, blocks: blocks,
      avoids: avoids, source: source)
  }
}
