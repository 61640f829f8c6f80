// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension Tables {
  /// Those who ask to become partners.
  static let applicants = TableSchema(
    "applicants.csv", noun: "applicant", isRequired: true, hasIdentifiers: true,
    meaning: "Those who ask to become partners.",
    blank: Applicant(id: "", birthDate: Day(number: 0)),
    columns: person + wishes + abilities + company)

  private static let person: [Column<Applicant>] = [
    Column(
      "applicant", \.id, .identifier(), whenEmpty: .refused, example: "A0123",
      "The applicant's identifier"),
    Column("name", \.name, .text, whenEmpty: .means(""), example: "山田 花子", "The name in reports"),
    Column("kana", \.kana, .text, whenEmpty: .means(""), example: "やまだ はなこ", "How it is read"),
    Column(
      "sex", \.sex, .choice, whenEmpty: .refused, example: "F",
      "For housing; X lives only where housing is `any`"),
    Column(
      "birth_date", \.birthDate, .day, whenEmpty: .refused, example: "1998-07-21",
      "Before the fiscal year that is planned"),
    Column(
      "prefecture", \.prefecture, .text, whenEmpty: .means(""), example: "Fukuoka",
      "Home, for regional ties; written as in the schools' tags `sister:…`"),
    Column(
      "track", \.track, .track, whenEmpty: .means(Applicant.openTrack),
      example: "prefecture:Fukuoka", "How the applicant applied"),
  ]

  private static let wishes: [Column<Applicant>] = [
    Column(
      "countries", \.countryRanks, .countryRanks,
      whenEmpty: .stands(for: [], shown: "every country, all equal"),
      example: "THA>IDN;VNM>PHL", "Accepted countries"),
    Column(
      "cohorts", \.cohorts, .references(\.cohorts, to: "cohorts"),
      whenEmpty: .stands(for: [], shown: "every cohort"), example: "Thailand 14",
      "Accepted cohorts"),
  ]

  private static let abilities: [Column<Applicant>] = [
    Column(
      "languages", \.languages, .languages, whenEmpty: .means([]), example: "en:4;th:1",
      "Languages other than Japanese, from 1 (greetings) to 5 (works in it)"),
    Column(
      "skills", \.skills, .words, whenEmpty: .means([]), example: "calligraphy;music",
      "Skills, in the words of the schools' `skills_wanted`"),
    Column(
      "teaching_years", \.teachingYears, .integer(in: 0...80), whenEmpty: .means(0),
      unit: "years", example: "3", "Experience of teaching"),
    Column(
      "earlier_dispatches", \.earlierDispatches, .integer(in: 0...50), whenEmpty: .means(0),
      unit: "dispatches", example: "1", "Earlier dispatches as a partner"),
    Column(
      "medical_tier", \.medicalTier, .integer(in: 0...5), whenEmpty: .means(0), unit: "tier",
      example: "2", "Medical care needed within reach, from 0 (none) to 5 (a large hospital)"),
    Column(
      "diet", \.diet, .words, whenEmpty: .means([]), example: "halal",
      "Diets that must be kept, in the words of the schools' `diet_available`"),
    Column(
      "interview_score", \.interviewScore, .integer(in: 0...100), whenEmpty: .means(0),
      unit: "points", example: "78", "What the interviewers gave"),
  ]

  private static let company: [Column<Applicant>] = [
    Column(
      "together_with", \.togetherWith, .references(\.applicants, to: "applicants"),
      whenEmpty: .means([]), example: "A0124",
      "Those who go to the same city and cohort or not at all"),
    Column(
      "apart_from", \.apartFrom, .references(\.applicants, to: "applicants"),
      whenEmpty: .means([]), example: "A0125", "Those who must not be in the same city"),
    Column(
      "available_from", \.availableFrom, .optional(.day),
      whenEmpty: .stands(for: nil, shown: "always"), example: "2026-04-01",
      "First day the applicant is free"),
    Column(
      "available_to", \.availableTo, .optional(.day),
      whenEmpty: .stands(for: nil, shown: "always"), example: "2027-03-31",
      "Last day the applicant is free"),
    Column(
      "tags", \.tags, .words, whenEmpty: .means([]), example: "first-abroad",
      "Words for selectors; `first-abroad` is one the rule `companions` knows"),
  ]

  /// What the planner has said about single applicants.
  static let pins = TableSchema(
    "pins.csv", noun: "pin", isRequired: false, hasIdentifiers: false,
    meaning: """
      What the planner has said about single applicants: `pin` (must be placed there), \
      `forbid` (must not), `prefer` (gives points), `announced` (was told already and stays). \
      A row names a post or a school or neither, which means anywhere.
      """,
    blank: PinRow(),
    columns: [
      Column(
        "applicant", \.applicant, .reference(\.applicants, to: "applicant"), whenEmpty: .refused,
        example: "A0123", "Whom it is about"),
      Column(
        "post", \.post, .text, whenEmpty: .stands(for: "", shown: "any"), example: "S017+S018",
        "A post of `posts.csv`; without that file, a school or a bundle that Musubi may form"),
      Column(
        "school", \.school, .optional(.reference(\.schools, to: "school")),
        whenEmpty: .stands(for: nil, shown: "any"), example: "S017",
        "Any post that contains the school"),
      Column(
        "cohort", \.cohort, .optional(.reference(\.cohorts, to: "cohort")),
        whenEmpty: .stands(for: nil, shown: "any"), example: "Thailand 14", "The cohort"),
      Column("kind", \.kind, .choice, whenEmpty: .refused, example: "pin", "What is said"),
      Column(
        "reason", \.reason, .text, whenEmpty: .means(""), example: "asked for by the school",
        "Why, for reports and the decision log"),
      Column(
        "who", \.who, .text, whenEmpty: .means(""), example: "Ms Sato",
        "Who decided it, for the decision log"
      ).leftOutWhenUnused(),
      Column(
        "when", \.when, .optional(.day), whenEmpty: .stands(for: nil, shown: "not said"),
        example: "2026-03-02", "When it was decided, for the decision log"
      ).leftOutWhenUnused(),
    ])
}

/// A row of `pins.csv`.
struct PinRow: Sendable {
  var applicant = 0
  var post = ""
  var school: Int?
  var cohort: Int?
  var kind = Pin.Kind.pin
  var reason = ""
  var who = ""
  var when: Day?
}

extension PinRow {
  init(_ pin: Pin) {
    applicant = pin.applicant
    cohort = pin.cohort
    kind = pin.kind
    reason = pin.reason
    who = pin.who
    when = pin.when
    switch pin.place {
    case .anywhere: break
    case .post(let id): post = id
    case .school(let index): school = index
    }
  }
}
