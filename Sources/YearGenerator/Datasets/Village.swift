// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// A year made by hand: twelve applicants, ten schools, and every rule.
///
/// Small enough that all its plans can be tried one after another.
enum Village {
  /// Positions among the countries.
  enum Land {
    static let laos = 0
    static let thailand = 1
    static let vietnam = 2
  }

  static let year: ProgrammeYear = {
    var year = ProgrammeYear(
      title: "Village: every rule on a page", fiscalYear: 2026, countries: countries,
      cohorts: cohorts, schools: schools, applicants: applicants, pins: pins,
      sites: sites,
      siteBookings: [
        SiteBooking(
          site: House.urawa, days: Day.on(2026, 3, 30)...Day.on(2026, 4, 10), beds: 8,
          classrooms: 2)
      ],
      rules: rules)
    year.bundles.maximumSchools = 2
    year.bundles.outerMetres = 15_000
    year.training = training(beside: year)
    year.returnees = returnees
    year.exchange = exchange
    return year
  }()

  private static let countries = [
    Country(
      id: "LAO", nameEnglish: "Laos", nameJapanese: "ラオス", min: 1, max: 2, budget: 2_600_000,
      costPerPartner: 2_500_000, language: "lo", fares: Fares(usual: 75_000, ofMonth: [4: 87_000])),
    Country(
      id: "THA", nameEnglish: "Thailand", nameJapanese: "タイ", min: 2, max: 4,
      budget: 10_100_000, costPerPartner: 2_500_000, language: "th", renewalsFirst: true,
      fares: Fares(usual: 60_000, ofMonth: [4: 69_000])),
    Country(
      id: "VNM", nameEnglish: "Vietnam", nameJapanese: "ベトナム", min: 2, max: 2,
      budget: 11_000_000, costPerPartner: 2_700_000, language: "vi", fares: Fares(usual: 60_000)),
  ]

  /// Thailand and Laos train at the same time and share the beds.
  private static let cohorts = [
    Cohort(
      id: "Laos 11", country: Land.laos, places: 2, dispatchStart: Day.on(2026, 8, 1),
      dispatchEnd: Day.end(2027, 5), bornFrom: Day.on(1956, 8, 2), bornTo: Day.on(2006, 8, 1),
      predeparture: Day.on(2026, 3, 23)...Day.on(2026, 4, 18), predepartureSite: House.urawa),
    Cohort(
      id: "Thailand 14", country: Land.thailand, places: 4, dispatchStart: Day.on(2026, 5, 1),
      dispatchEnd: Day.end(2027, 2), bornFrom: Day.on(1956, 7, 1), bornTo: Day.on(2005, 8, 27),
      predeparture: Day.on(2026, 3, 23)...Day.on(2026, 4, 18), predepartureSite: House.urawa,
      tracks: [TrackQuota(key: "prefecture:Fukuoka", max: 1)]),
    Cohort(
      id: "Vietnam 13", country: Land.vietnam, places: 4, dispatchStart: Day.on(2026, 8, 1),
      dispatchEnd: Day.end(2027, 6), bornFrom: Day.on(1956, 10, 1),
      bornTo: Day.on(2005, 11, 26),
      predeparture: Day.on(2026, 6, 1)...Day.on(2026, 6, 27), predepartureSite: House.urawa,
      tracks: [TrackQuota(key: "university", min: 1, max: 1)]),
  ]

  private static let rules: Rules = {
    var rules = Rules()
    rules.language.minimum = 1
    rules.language.minimumRemote = 3
    rules.travel.maximumMetres = 8_000
    rules.budget.total = 18_000_000
    rules.quotas = [
      QuotaRule(
        id: "seniors-of-country",
        select: Selector(conditions: [.init(.applicantAge, .range(60, nil))]), maximum: 1,
        each: .cohortCountry),
      QuotaRule(
        id: "taught-in-thailand",
        select: Selector(conditions: [
          .init(.postCountry, .among(["THA"])), .init(.applicantTeachingYears, .range(1, nil)),
        ]),
        share: .init(
          of: Selector(conditions: [.init(.postCountry, .among(["THA"]))]), minimumPercent: 50)),
      QuotaRule(
        id: "men", strictness: .soft(penalty: 3),
        select: Selector(conditions: [.init(.applicantSex, .among(["M"]))]), minimum: 3),
    ]
    rules.criteria = [
      CriterionRule(
        id: "interview-in-vietnam", criterion: .interview, minimum: 50,
        select: Selector(conditions: [.init(.cohortCountry, .among(["VNM"]))]))
    ]
    return rules
  }()

  private static let pins: [Pin] = [
    Pin(
      applicant: 9, place: .school(9), cohort: 0, kind: .announced,
      reason: "told in the first round"),
    Pin(applicant: 10, place: .anywhere, cohort: 1, kind: .pin, reason: "agreed with Bangkok"),
    Pin(applicant: 7, place: .post("S08"), kind: .forbid, reason: "knows the school"),
    Pin(applicant: 5, place: .school(5), kind: .prefer, reason: "asked for by the school"),
  ]
}
