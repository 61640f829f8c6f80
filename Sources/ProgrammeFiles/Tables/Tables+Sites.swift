// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension Tables {
  /// Places in Japan where cohorts train.
  static let sites = TableSchema(
    "sites.csv", noun: "site", isRequired: false, hasIdentifiers: true,
    meaning:
      "The places in Japan where trainings are held (rule `predeparture`, and `docs/training.md`).",
    blank: Site(id: "", beds: 0, classrooms: 0),
    columns: [
      Column(
        "site", \.id, .identifier(), whenEmpty: .refused, example: "Kansai",
        "The site's identifier"),
      Column(
        "name", \.name, .text, whenEmpty: .means(""), example: "Kansai Institute",
        "Its name in reports"),
      Column(
        "prefecture", \.prefecture, .text, whenEmpty: .means(""), example: "Osaka",
        "Where it is"),
      Column(
        "beds", \.beds, .integer(in: 0...100_000), whenEmpty: .refused, unit: "beds a night",
        example: "120", "Beds"),
      Column(
        "classrooms", \.classrooms, .integer(in: 0...10_000), whenEmpty: .refused,
        unit: "rooms a day", example: "10", "Rooms for language classes"),
      Column(
        "class_size", \.classSize, .integer(in: 1...1_000), whenEmpty: .means(12),
        unit: "people", example: "12", "Most people in one language class"),
      Column(
        "twin_rooms", \.twinRooms, .integer(in: 0...50_000), whenEmpty: .means(0), unit: "rooms",
        example: "40",
        "Rooms for two; their beds count among `beds`, the others are in rooms for one"
      ).leftOutWhenUnused(),
      Column(
        "diets", \.diets, .words, whenEmpty: .means([]), example: "halal;vegetarian",
        "Diets that can be kept there"
      ).leftOutWhenUnused(),
      Column(
        "lecturers", \.lecturers, .lecturers, whenEmpty: .stands(for: [], shown: "no limit"),
        unit: "classes at a time", example: "ja:6;id:2",
        "Classes of each language that lecturers can hold; a language left out has none"
      ).leftOutWhenUnused(),
      Column(
        "closed", \.closed, .dayRanges, whenEmpty: .means([]),
        example: "2026-08-15;2026-12-26..2027-01-05", "Days on which the house is closed"
      ).leftOutWhenUnused(),
    ])

  /// What other courses hold at the sites.
  static let siteBookings = TableSchema(
    "site_bookings.csv", noun: "booking", isRequired: false, hasIdentifiers: false,
    meaning: "Beds and classrooms that other courses hold at the sites.",
    blank: BookingRow(),
    columns: [
      Column(
        "site", \.site, .reference(\.sites, to: "site"), whenEmpty: .refused, example: "Kansai",
        "The site"),
      Column("from", \.from, .day, whenEmpty: .refused, example: "2026-04-06", "First day"),
      Column(
        "to", \.to, .day, whenEmpty: .refused, example: "2026-06-26",
        "Last day; beds are held on every night but this day's"),
      Column(
        "beds", \.beds, .integer(in: 0...100_000), whenEmpty: .means(0), unit: "beds a night",
        example: "40", "Beds that are held"),
      Column(
        "classrooms", \.classrooms, .integer(in: 0...10_000), whenEmpty: .means(0),
        unit: "rooms a day", example: "3", "Rooms that are held"),
      Column(
        "twin_rooms", \.twinRooms, .integer(in: 0...50_000), whenEmpty: .means(0),
        unit: "rooms a night", example: "10",
        "Rooms for two that are held; their beds count among `beds`"
      ).leftOutWhenUnused(),
    ])

  /// All tables in the order in which they are documented and digested.
  static let all: [TableFacts] = [
    countries.facts, cohorts.facts, schools.facts, posts.facts, applicants.facts, pins.facts,
    sites.facts, siteBookings.facts, courses.facts, delegations.facts, calendars.facts,
    returnees.facts, activities.facts, travel.facts,
    exchangeSchools.facts, exchangeTies.facts,
    decadeLines.facts, decadeYears.facts, decadeActuals.facts, ledger.facts,
  ]
}

/// A row of `site_bookings.csv`.
struct BookingRow: Sendable {
  var site = 0
  var from = Day(number: 0)
  var to = Day(number: 0)
  var beds = 0
  var classrooms = 0
  var twinRooms = 0
}

extension BookingRow {
  init(_ booking: SiteBooking) {
    site = booking.site
    from = booking.days.lowerBound
    to = booking.days.upperBound
    beds = booking.beds
    classrooms = booking.classrooms
    twinRooms = booking.twinRooms
  }
}
