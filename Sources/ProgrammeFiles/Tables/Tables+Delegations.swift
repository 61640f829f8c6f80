// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension Tables {
  /// People of host schools who travel together.
  static let delegations = TableSchema(
    "delegations.csv", noun: "delegation", isRequired: false, hasIdentifiers: true,
    meaning: "People of the host schools who travel to Japan together or not at all.",
    blank: Delegation(id: "", school: 0, trainee: .teachers, members: Headcount()),
    columns: travellers + abilities + wishes)

  private static let travellers: [Column<Delegation>] = [
    Column(
      "delegation", \.id, .identifier(), whenEmpty: .refused, example: "D017",
      "The delegation's identifier"),
    Column(
      "school", \.school, .reference(\.schools, to: "school"), whenEmpty: .refused,
      example: "S017", "Whose people they are"),
    Column(
      "kind", \.trainee, .choice(among: [.teachers, .students]), whenEmpty: .refused,
      example: "students", "Who they are"),
    Column(
      "women", \.members.women, .integer(in: 0...1_000), whenEmpty: .means(0), unit: "people",
      example: "6", "Women among the teachers or students, without leaders"),
    Column(
      "men", \.members.men, .integer(in: 0...1_000), whenEmpty: .means(0), unit: "people",
      example: "4", "Men among them"),
    Column(
      "leaders_women", \.leaders.women, .integer(in: 0...1_000), whenEmpty: .means(0),
      unit: "people", example: "1", "Women among the teachers who lead students"),
    Column(
      "leaders_men", \.leaders.men, .integer(in: 0...1_000), whenEmpty: .means(0), unit: "people",
      example: "0", "Men among them"),
  ]

  private static let abilities: [Column<Delegation>] = [
    Column(
      "level", \.level, .choice, whenEmpty: .means(.n4), example: "N5",
      "Japanese of the weakest of them"),
    Column(
      "first_visit", \.isFirstVisit, .yesNo, whenEmpty: .means(false), example: "yes",
      "Whether they have not been to Japan"),
    Column(
      "priority", \.priority, .integer(in: 1...100), whenEmpty: .means(1), unit: "weight",
      example: "2", "Weight of a person in the count of people trained"),
    Column(
      "courses", \.courses, .references(\.courses, to: "courses"),
      whenEmpty: .stands(for: [], shown: "all of their kind"), example: "Teachers-12",
      "Courses they accept"),
  ]

  private static let wishes: [Column<Delegation>] = [
    Column(
      "available_from", \.availableFrom, .optional(.day),
      whenEmpty: .stands(for: nil, shown: "always"), example: "2026-05-01",
      "First day they are free"),
    Column(
      "available_to", \.availableTo, .optional(.day),
      whenEmpty: .stands(for: nil, shown: "always"), example: "2026-12-20",
      "Last day they are free"),
    Column(
      "months", \.months, .months, whenEmpty: .stands(for: [], shown: "any"), example: "7;8",
      "Months in which they had rather travel"),
    Column(
      "diet", \.diet, .words, whenEmpty: .means([]), example: "halal",
      "Diets that must be kept, in the words of the sites' `diets`"),
    Column(
      "people", \.people, .words, whenEmpty: .means([]), example: "T0031;T0032",
      "Identifiers of those who are in several delegations (rule `invited-once`)"),
    Column(
      "last_invited_year", \.lastInvitedYear, .optional(.integer(in: 1900...2200)),
      whenEmpty: .stands(for: nil, shown: "never"), unit: "fiscal year", example: "2023",
      "When one of them was invited last; before the fiscal year that is planned"),
    Column(
      "tags", \.tags, .words, whenEmpty: .means([]), example: "first-host",
      "Words for selectors"),
  ]
}
