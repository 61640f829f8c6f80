// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension Tables {
  /// Schools that exchange teachers.
  static let exchangeSchools = TableSchema(
    "exchange_schools.csv", noun: "exchange school", isRequired: false, hasIdentifiers: true,
    meaning: """
      Primary and secondary schools in Japan and abroad that wish to exchange teachers \
      (`docs/exchange.md`).
      """,
    blank: ExchangeSchoolRow(), columns: whoExchanges + whatTheyTeach + howTheyExchange)

  private static let whoExchanges: [Column<ExchangeSchoolRow>] = [
    Column(
      "school", \.school.id, .identifier(without: [";", ">"]), whenEmpty: .refused,
      example: "XJ012", "The school's identifier in these tables"),
    Column(
      "name", \.school.name, .text, whenEmpty: .means(""), example: "Example primary school",
      "Its name in reports"),
    Column(
      "country", \.school.country, .japanOrCountry, whenEmpty: .refused, example: "JPN",
      "Its country"),
    Column(
      "area", \.school.area, .text, whenEmpty: .means(""), example: "Oita",
      "Its prefecture in Japan, or its area abroad as `schools.csv` and `calendars.csv` name it"),
    Column(
      "level", \.school.level, .choice, whenEmpty: .means(.secondary), example: "primary",
      "Which schools it is one of (rule `level`)"),
  ]

  private static let whatTheyTeach: [Column<ExchangeSchoolRow>] = [
    Column(
      "grade_from", \.gradeFrom, .integer(in: 1...13), whenEmpty: .means(1), unit: "grade",
      example: "7", "First grade that it teaches, counted from primary school on"),
    Column(
      "grade_to", \.gradeTo, .integer(in: 1...13), whenEmpty: .means(13), unit: "grade",
      example: "12", "Last grade that it teaches (rule `grades`)"),
    Column(
      "subjects", \.school.subjects, .words, whenEmpty: .stands(for: [], shown: "any"),
      example: "social-studies;music", "What its teachers teach (rule `subject`)"),
    Column(
      "languages", \.school.languages, .languageCodes, whenEmpty: .means([]), example: "ja;en",
      "Languages in which it can work, interpreters included (rule `language`)"),
    Column(
      "pupils", \.school.pupils, .integer(in: 1...100_000), whenEmpty: .means(500),
      unit: "people", example: "420", "How large it is (rule `size`)"),
    Column(
      "roles", \.school.roles, .words, whenEmpty: .stands(for: [], shown: "any"),
      example: "principals;teachers", "Who of it takes part (rule `role`)"),
  ]

  private static let howTheyExchange: [Column<ExchangeSchoolRow>] = [
    Column(
      "partners", \.school.partners, .integer(in: 0...100), whenEmpty: .means(1),
      unit: "schools", example: "2", "Most partner schools this year (rule `partners`)"),
    Column(
      "sends", \.school.sends, .integer(in: 0...1_000), whenEmpty: .means(2), unit: "people",
      example: "3", "Teachers in a group that it sends; 0 for a school that only hosts"),
    Column(
      "hosts", \.school.hosts, .integer(in: 0...1_000), whenEmpty: .means(2), unit: "people",
      example: "4",
      "Most teachers in a group that it hosts (rule `group`); 0 for a school that only sends"),
    Column(
      "sends_from", \.school.sendsFrom, .optional(.day),
      whenEmpty: .stands(for: nil, shown: "any day"), example: "2026-06-01",
      "First day on which its teachers may be away (rule `windows`)"),
    Column(
      "sends_to", \.school.sendsTo, .optional(.day),
      whenEmpty: .stands(for: nil, shown: "any day"), example: "2026-11-30",
      "Last day on which they may be away"),
    Column(
      "hosts_from", \.school.hostsFrom, .optional(.day),
      whenEmpty: .stands(for: nil, shown: "any day"), example: "2026-05-11",
      "First day on which it may host (rule `windows`)"),
    Column(
      "hosts_to", \.school.hostsTo, .optional(.day),
      whenEmpty: .stands(for: nil, shown: "any day"), example: "2026-12-11",
      "Last day on which it may host"),
    Column(
      "closed", \.school.closed, .dayRanges, whenEmpty: .stands(for: [], shown: "never"),
      example: "2026-10-05..2026-10-09", "Days on which it neither sends nor hosts"),
    Column(
      "wishes", \.school.wishes,
      .ranks(\.exchangeSchools, of: "schools", one: "school", example: "XA3;XA7>XA1"),
      whenEmpty: .stands(for: [], shown: "none"), example: "XA003>XA017;XA020",
      "Schools of the other side that it wishes for, the best first"),
    Column(
      "priority", \.school.priority, .integer(in: 1...100), whenEmpty: .means(1),
      unit: "weight", example: "2", "Weight of a partnership to it (goal `pairs`)"),
    Column(
      "last_hosted", \.school.lastHosted, .optional(.integer(in: 1950...2150)),
      whenEmpty: .stands(for: nil, shown: "never"), unit: "fiscal year", example: "2025",
      "When it last hosted a visit (rule `rotation`)"),
    Column(
      "tags", \.school.tags, .words, whenEmpty: .means([]), example: "np-host",
      "Words for the planner"),
  ]

  /// What two schools have done together before.
  static let exchangeTies = TableSchema(
    "exchange_ties.csv", noun: "tie", isRequired: false, hasIdentifiers: false,
    meaning: """
      Schools that know each other, and their visits so far: who owes a visit may pay it back \
      (rule `reciprocity`, goal `debts`). A plan's `ties.csv` is this table after the year.
      """,
    blank: ExchangeTieRow(),
    columns: [
      Column(
        "japan", \.japan, .reference(\.exchangeSchools, to: "exchange school"),
        whenEmpty: .refused, example: "XJ012", "The school in Japan"),
      Column(
        "abroad", \.abroad, .reference(\.exchangeSchools, to: "exchange school"),
        whenEmpty: .refused, example: "XA003", "The school abroad"),
      Column(
        "strength", \.tie.strength, .integer(in: 0...100), whenEmpty: .means(100),
        unit: "points", example: "80", "How close they are (criterion `tie`)"),
      Column(
        "to_japan", \.tie.toJapan, .integer(in: 0...1_000), whenEmpty: .means(0),
        unit: "visits", example: "2", "Visits so far to the school in Japan"),
      Column(
        "from_japan", \.tie.fromJapan, .integer(in: 0...1_000), whenEmpty: .means(0),
        unit: "visits", example: "1", "Visits so far to the school abroad"),
    ])
}

/// A row of `exchange_schools.csv`.
struct ExchangeSchoolRow: Sendable {
  var school = ExchangeSchool(id: "", grades: 1...13)
  var gradeFrom = 1
  var gradeTo = 13
}

extension ExchangeSchoolRow {
  init(_ school: ExchangeSchool) {
    self.school = school
    gradeFrom = school.grades.lowerBound
    gradeTo = school.grades.upperBound
  }

  /// The school with the grades that the columns give.
  var complete: ExchangeSchool {
    var school = school
    school.grades = gradeFrom...max(gradeFrom, gradeTo)
    return school
  }
}

/// A row of `exchange_ties.csv`.
struct ExchangeTieRow: Sendable {
  var japan = 0
  var abroad = 0
  var tie = ExchangeTie()
}

extension CellFormat where Value == Int? {
  /// A country of the year; none is Japan.
  static let japanOrCountry = CellFormat(
    type: CellFormat<String>.countryOrJapan.type, range: CellFormat<String>.countryOrJapan.range,
    expected: CellFormat<String>.countryOrJapan.expected,
    parse: { (text, names) throws(CellProblem) in
      let code = try CellFormat<String>.countryOrJapan.parse(text, names)
      return code == CalendarEntry.japan ? nil : names.countries[code]
    },
    write: { country, names in
      country.map { names.countries.names[$0] } ?? CalendarEntry.japan
    })
}
