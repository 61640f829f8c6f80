// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension Tables {
  /// Schools that ask for a partner.
  static let schools = TableSchema(
    "schools.csv", noun: "school", isRequired: true, hasIdentifiers: true,
    meaning: "The schools that ask for a partner.",
    blank: SchoolRow(), columns: placeOfSchool + japaneseAtSchool + conditionsAtSchool + hosting)

  private static let placeOfSchool: [Column<SchoolRow>] = [
    Column(
      "school", \.school.id, .identifier(without: [";", "+"]), whenEmpty: .refused,
      example: "S017", "The school's identifier"),
    Column(
      "country", \.school.country, .reference(\.countries, to: "country"), whenEmpty: .refused,
      example: "THA", "Where it is"),
    Column(
      "area", \.school.area, .text, whenEmpty: .means(""), example: "North",
      "Area of the country, for fairness and reports"),
    Column(
      "city", \.school.city, .text, whenEmpty: .means(""), example: "Chiang Mai",
      "City; the rules `together` and `apart` compare it"),
    Column(
      "name", \.school.name, .text, whenEmpty: .means(""), example: "Ban Nam School",
      "Its name in reports"),
    Column(
      "latitude", \.latitude, .decimal(in: -90...90), whenEmpty: .refused, unit: "degrees north",
      example: "18.79", "Where it lies"),
    Column(
      "longitude", \.longitude, .decimal(in: -180...180), whenEmpty: .refused,
      unit: "degrees east", example: "98.98", "Where it lies"),
    Column(
      "level", \.school.level, .text, whenEmpty: .means(""), example: "upper-secondary",
      "A word of the planner's, such as `primary`"),
  ]

  private static let japaneseAtSchool: [Column<SchoolRow>] = [
    Column(
      "learners", \.school.learners, .integer(in: 0...100_000), whenEmpty: .means(0),
      unit: "people", example: "180", "Learners of Japanese"),
    Column(
      "japanese_hours", \.school.japaneseHours, .integer(in: 0...60), whenEmpty: .means(0),
      unit: "hours a week", example: "14", "Lessons of Japanese"),
    Column(
      "japanese_teachers", \.school.japaneseTeachers, .integer(in: 0...1_000),
      whenEmpty: .means(0), unit: "people", example: "2", "Teachers of Japanese"),
    Column(
      "teacher_level", \.school.teacherLevel, .choice, whenEmpty: .means(.n3), example: "N4",
      "Japanese of the weakest of them"),
  ]

  private static let conditionsAtSchool: [Column<SchoolRow>] = [
    Column(
      "housing", \.school.housing, .choice, whenEmpty: .means(.any), example: "women",
      "Whom the housing takes"),
    Column(
      "medical_tier", \.school.medicalTier, .integer(in: 0...5), whenEmpty: .means(5),
      unit: "tier", example: "3",
      "Medical care within reach, from 0 (none) to 5 (a large hospital)"),
    Column(
      "remote", \.school.isRemote, .yesNo, whenEmpty: .means(false), example: "no",
      "Whether it is remote"),
    Column(
      "skills_wanted", \.school.skillsWanted, .words, whenEmpty: .means([]),
      example: "calligraphy;music", "Skills it wishes for"),
    Column(
      "diet_available", \.school.dietAvailable, .words, whenEmpty: .means([]),
      example: "vegetarian;halal", "Diets that can be kept there"),
  ]

  private static let hosting: [Column<SchoolRow>] = [
    Column(
      "renewal", \.school.isRenewal, .yesNo, whenEmpty: .means(false), example: "no",
      "Whether it hosts now and asks to go on"),
    Column(
      "last_hosted_year", \.school.lastHostedYear, .optional(.integer(in: 1900...2200)),
      whenEmpty: .stands(for: nil, shown: "never"), unit: "fiscal year", example: "2024",
      "When it last hosted; before the fiscal year that is planned"),
    Column(
      "years_running", \.yearsRunning, .optional(.integer(in: 0...100)),
      whenEmpty: .stands(
        for: nil, shown: "1 if `last_hosted_year` is the year before, else 0"),
      unit: "years", example: "2", "Years it has hosted without a gap, up to last year"),
    Column(
      "cohorts", \.school.cohorts, .references(\.cohorts, to: "cohorts"),
      whenEmpty: .stands(for: [], shown: "all of its country"), example: "Thailand 14",
      "Cohorts it may host"),
    Column(
      "priority", \.school.priority, .integer(in: 1...100), whenEmpty: .means(1),
      unit: "weight", example: "2", "Weight of a seat here in the count of filled seats"),
    Column(
      "seats_min", \.school.seatsMin, .integer(in: 1...1_000), whenEmpty: .means(1),
      unit: "partners", example: "1", "It hosts none or at least as many"),
    Column(
      "seats_max", \.school.seatsMax, .integer(in: 1...1_000), whenEmpty: .means(1),
      unit: "partners", example: "1", "It hosts at most as many; a bundle has one seat"),
    Column(
      "tags", \.school.tags, .words, whenEmpty: .means([]), example: "sister:Fukuoka",
      "Words for selectors; `sister:…`, `sister-city:…`, `university:…` are ties"),
  ]

  /// Posts, when the planner gives them.
  static let posts = TableSchema(
    "posts.csv", noun: "post", isRequired: false, hasIdentifiers: true,
    meaning: """
      The posts, when the planner gives them. Without the file Musubi forms them \
      (`docs/rules.md`, section Posts).
      """,
    blank: Post(id: "", schools: []),
    columns: [
      Column(
        "post", \.id, .identifier(), whenEmpty: .refused, example: "P01",
        "The post's identifier"),
      Column(
        "schools", \.schools, .references(\.schools, to: "schools"), whenEmpty: .refused,
        example: "S017;S018", "Its schools; the partner lives at the first"),
      Column(
        "seats_min", \.seatsMin, .integer(in: 1...1_000), whenEmpty: .means(1),
        unit: "partners", example: "1", "It takes none or at least as many"),
      Column(
        "seats_max", \.seatsMax, .integer(in: 1...1_000), whenEmpty: .means(1),
        unit: "partners", example: "1", "It takes at most as many"),
    ])
}

/// A row of `schools.csv`.
struct SchoolRow: Sendable {
  var school = School(id: "", country: 0, position: GeoPoint(latitude: 0, longitude: 0))
  var latitude = 0.0
  var longitude = 0.0
  var yearsRunning: Int?
}

extension SchoolRow {
  init(_ school: School) {
    self.school = school
    latitude = school.position.latitude
    longitude = school.position.longitude
    yearsRunning = school.yearsRunning
  }
}
