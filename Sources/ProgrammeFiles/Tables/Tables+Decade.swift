// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension Tables {
  /// Lines of the programme over ten years.
  static let decadeLines = TableSchema(
    "decade_lines.csv", noun: "line", isRequired: false, hasIdentifiers: true,
    meaning: """
      Lines of the programme, of which `musubi decade` decides how much there is each year \
      (`docs/decade.md`).
      """,
    blank: DecadeLine(id: "", kind: .dispatch),
    columns: [
      Column(
        "line", \.id, .identifier(), whenEmpty: .refused, example: "dispatch-THA",
        "The line's identifier"),
      Column(
        "name", \.name, .text, whenEmpty: .means(""), example: "Partners to Thailand",
        "Its name in reports"),
      Column(
        "kind", \.kind, .choice, whenEmpty: .refused, example: "dispatch", "What it is about"),
      Column(
        "country", \.country, .optional(.reference(\.countries, to: "country")),
        whenEmpty: .stands(for: nil, shown: "none"), example: "THA",
        "The country that it is for, if it is for one"),
      Column(
        "unit", \.unit, .text, whenEmpty: .means("unit"), example: "partner",
        "What one unit of it is"),
      Column(
        "counts", \.counts, .optional(.choice), whenEmpty: .stands(for: nil, shown: "nothing"),
        example: "partners", "What of the plan of a year its units are (`docs/plan.md`)"
      ).leftOutWhenUnused(),
      Column(
        "min", \.min, .integer(in: 0...100_000), whenEmpty: .means(0), unit: "units a year",
        example: "30", "Fewest units (rule `units`)"),
      Column(
        "max", \.max, .integer(in: 0...100_000), whenEmpty: .refused, unit: "units a year",
        example: "85", "Most units (rule `units`)"),
      Column(
        "ramp_up", \.rampUp, .optional(.integer(in: 0...100_000)),
        whenEmpty: .stands(for: nil, shown: "no limit"), unit: "units", example: "15",
        "Most units more than the year before (rule `ramp`)"),
      Column(
        "ramp_down", \.rampDown, .optional(.integer(in: 0...100_000)),
        whenEmpty: .stands(for: nil, shown: "no limit"), unit: "units", example: "20",
        "Most units fewer than the year before (rule `ramp`)"),
      Column(
        "cost_jpy", \.cost, .integer(in: 0...1_000_000_000_000), whenEmpty: .means(0),
        unit: "yen", example: "2500000", "What a unit costs"),
      Column(
        "taught", \.taught, .integer(in: 0...10_000_000), whenEmpty: .means(0),
        unit: "people a unit", example: "286", "People that a unit teaches"),
      Column(
        "met", \.met, .integer(in: 0...10_000_000), whenEmpty: .means(0), unit: "people a unit",
        example: "572", "People that a unit meets outside lessons"),
      Column(
        "audience", \.audience, .integer(in: 0...10_000_000), whenEmpty: .means(0),
        unit: "people a unit", example: "2212", "People that come to see or hear it"),
      Column(
        "counted_once", \.countedOnce, .integer(in: 0...100), whenEmpty: .means(100),
        unit: "percent", example: "90",
        "Of these people, how many no other unit reaches, so that nobody is counted twice"),
      Column(
        "later", \.later, .integer(in: 0...10_000_000), whenEmpty: .means(0),
        unit: "people a unit", example: "40",
        "People reached in the next year by what a unit leaves behind, such as a trained teacher"),
      Column(
        "later_decay", \.laterDecay, .integer(in: 0...100), whenEmpty: .means(0),
        unit: "percent a year", example: "20",
        "By how much that number falls with each further year"),
    ] + aimColumns + [
      Column(
        "staff_days", \.staffDays, .integer(in: 0...100_000), whenEmpty: .means(0),
        unit: "days a unit", example: "12", "Working days of staff (rule `staff`)"),
      Column(
        "venue_nights", \.venueNights, .integer(in: 0...1_000_000), whenEmpty: .means(0),
        unit: "nights a unit", example: "28", "Nights in the houses (rule `venue-nights`)"),
      Column(
        "stops", \.stops, .yesNo, whenEmpty: .means(true), example: "yes",
        "Whether nothing of it is possible in a lost year"),
      Column(
        "restart", \.restart, .optional(.integer(in: 0...100_000)),
        whenEmpty: .stands(for: nil, shown: "no limit"), unit: "units", example: "20",
        "Most units in the year after a lost one; later years grow by `ramp_up`"),
    ])

  private static let aimColumns: [Column<DecadeLine>] = [
    aimColumn(.trust, \.points[0], "trust"),
    aimColumn(.networks, \.points[1], "networks between people"),
    aimColumn(.globalIssues, \.points[2], "work on global issues"),
    aimColumn(.nextGeneration, \.points[3], "the next generation"),
    aimColumn(.multicultural, \.points[4], "a multicultural society"),
  ]

  private static func aimColumn(
    _ aim: Aim, _ path: any WritableKeyPath<DecadeLine, Int> & Sendable, _ words: Sentence
  ) -> Column<DecadeLine> {
    Column(
      aim.rawValue, path, .integer(in: 0...100), whenEmpty: .means(0), unit: "points a unit",
      example: "3", "What a unit does for \(words) (goal `fairness-aims`)")
  }

  /// The years that are planned.
  static let decadeYears = TableSchema(
    "decade_years.csv", noun: "year", isRequired: false, hasIdentifiers: true,
    meaning: "The years that `musubi decade` plans, one after the other.",
    blank: DecadeYear(year: 0),
    columns: [
      Column(
        "year", \.year, .integer(in: 1950...2150), whenEmpty: .refused, example: "2027",
        "The fiscal year"),
      Column(
        "budget_jpy", \.budget, .optional(.integer(in: 0...100_000_000_000_000)),
        whenEmpty: .stands(for: nil, shown: "no limit"), unit: "yen", example: "2000000000",
        "What all lines may cost (rule `budget`)"),
      Column(
        "staff_days", \.staffDays, .optional(.integer(in: 0...100_000_000)),
        whenEmpty: .stands(for: nil, shown: "no limit"), unit: "days", example: "9000",
        "Working days of staff (rule `staff`)"),
      Column(
        "venue_nights", \.venueNights, .optional(.integer(in: 0...100_000_000)),
        whenEmpty: .stands(for: nil, shown: "no limit"), unit: "nights", example: "40000",
        "Nights in the houses (rule `venue-nights`)"),
      Column(
        "least_reach", \.leastReach, .integer(in: 0...100_000_000), whenEmpty: .means(0),
        unit: "people", example: "500000", "Fewest people to reach (rule `least-reach`)"),
    ])

  /// What years that are over have earned.
  static let decadeActuals = TableSchema(
    "decade_actuals.csv", noun: "row", isRequired: false, hasIdentifiers: false,
    meaning: """
      What years that are over have earned; it takes the place of estimates (rule `earned`). \
      Years before the planned ones say where growth begins and how good the estimates are.
      """,
    blank: DecadeActual(year: 0, line: 0, units: 0),
    columns: [
      Column(
        "year", \.year, .integer(in: 1950...2150), whenEmpty: .refused, example: "2025",
        "The fiscal year"),
      Column(
        "line", \.line, .reference(\.decadeLines, to: "line"), whenEmpty: .refused,
        example: "dispatch-THA", "The line"),
      Column(
        "units", \.units, .integer(in: 0...100_000), whenEmpty: .refused, unit: "units",
        example: "74", "How much there was"),
      Column(
        "reached", \.reached, .optional(.integer(in: 0...1_000_000_000)),
        whenEmpty: .stands(for: nil, shown: "as estimated"), unit: "people", example: "21164",
        "People it reached that year"),
      Column(
        "cost_jpy", \.cost, .optional(.integer(in: 0...100_000_000_000_000)),
        whenEmpty: .stands(for: nil, shown: "as estimated"), unit: "yen", example: "185000000",
        "What it cost"),
    ])
}
