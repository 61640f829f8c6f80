// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// The tables of a programme year.
enum Tables {
  /// Countries that host partners.
  static let countries = TableSchema(
    "countries.csv", noun: "country", isRequired: true, hasIdentifiers: true,
    meaning: "The countries that host partners, with the bounds that were agreed for the year.",
    blank: Country(id: ""),
    columns: [
      Column(
        "country", \.id, .countryCode, whenEmpty: .refused, example: "THA",
        "The country's code"),
      Column(
        "name_en", \.nameEnglish, .text, whenEmpty: .means(""), example: "Thailand",
        "Its name in English reports"),
      Column(
        "name_ja", \.nameJapanese, .text, whenEmpty: .means(""), example: "タイ",
        "Its name in Japanese reports"),
      Column(
        "min", \.min, .integer(in: 0...100_000), whenEmpty: .means(0), unit: "partners",
        example: "20", "Fewest partners in the year"),
      Column(
        "max", \.max, .optional(.integer(in: 0...100_000)),
        whenEmpty: .stands(for: nil, shown: "no limit"), unit: "partners", example: "90",
        "Most partners in the year"),
      Column(
        "budget_jpy", \.budget, .optional(.integer(in: 0...10_000_000_000_000)),
        whenEmpty: .stands(for: nil, shown: "no limit"), unit: "yen", example: "190000000",
        "Budget for the partners of the year"),
      Column(
        "cost_per_partner_jpy", \.costPerPartner, .integer(in: 0...1_000_000_000),
        whenEmpty: .means(0), unit: "yen", example: "2100000", "Cost of one partner"),
      Column(
        "language", \.language, .languageCode, whenEmpty: .means(""), example: "th",
        "The language that partners meet there"),
      Column(
        "renewals_first", \.renewalsFirst, .yesNo, whenEmpty: .means(false), example: "yes",
        "Whether schools that renew are served before new ones (rule `rotation`)"),
      Column(
        "fares_jpy", \.fares, .fares, whenEmpty: .means(Fares()), unit: "yen",
        example: "90000;8=120000;12=130000",
        "A person's journey to Japan and back, usually and by the month of the first day"
      ).leftOutWhenUnused(),
    ])

  /// Cohorts: partners who train, leave and return together.
  static let cohorts = TableSchema(
    "cohorts.csv", noun: "cohort", isRequired: true, hasIdentifiers: true,
    meaning: "Partners who train, leave and return together.",
    blank: CohortRow(),
    columns: [
      Column(
        "cohort", \.cohort.id, .identifier(), whenEmpty: .refused, example: "Thailand 14",
        "The cohort's name"),
      Column(
        "country", \.cohort.country, .reference(\.countries, to: "country"), whenEmpty: .refused,
        example: "THA", "Where it goes"),
      Column(
        "places", \.cohort.places, .integer(in: 0...100_000), whenEmpty: .refused,
        unit: "partners", example: "60", "Most partners in it"),
      Column(
        "dispatch_start", \.cohort.dispatchStart, .day, whenEmpty: .refused,
        example: "2026-05-18", "First day of the dispatch"),
      Column(
        "dispatch_end", \.cohort.dispatchEnd, .day, whenEmpty: .refused, example: "2027-03-12",
        "Last day of the dispatch"),
      Column(
        "born_from", \.cohort.bornFrom, .optional(.day),
        whenEmpty: .stands(for: nil, shown: "no limit"), example: "1956-04-02",
        "Earliest birth date, included"),
      Column(
        "born_to", \.cohort.bornTo, .optional(.day),
        whenEmpty: .stands(for: nil, shown: "no limit"),
        example: "2006-04-01", "Latest birth date, included"),
      Column(
        "predeparture_from", \.predepartureFrom, .optional(.day),
        whenEmpty: .stands(for: nil, shown: "no session"), example: "2026-04-13",
        "First day of the training before departure"),
      Column(
        "predeparture_to", \.predepartureTo, .optional(.day),
        whenEmpty: .stands(for: nil, shown: "no session"), example: "2026-05-08",
        "Last day of the training before departure"),
      Column(
        "predeparture_site", \.cohort.predepartureSite, .optional(.reference(\.sites, to: "site")),
        whenEmpty: .stands(for: nil, shown: "not decided"), example: "Kansai",
        "Where the training before departure is"),
      Column(
        "tracks", \.cohort.tracks, .trackQuotas, whenEmpty: .means([]), unit: "partners",
        example: "prefecture:Fukuoka=5;university=2..4",
        "Quotas inside the places; `university` covers every track `university:…`"),
    ])
}

/// A row of `cohorts.csv`.
struct CohortRow: Sendable {
  var cohort = Cohort(
    id: "", country: 0, places: 0, dispatchStart: Day(number: 0), dispatchEnd: Day(number: 0))
  var predepartureFrom: Day?
  var predepartureTo: Day?
}

extension CohortRow {
  init(_ cohort: Cohort) {
    self.cohort = cohort
    predepartureFrom = cohort.predeparture?.lowerBound
    predepartureTo = cohort.predeparture?.upperBound
  }
}
