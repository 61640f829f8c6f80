// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension YearOutline {
  /// The ten cohorts that were called for dispatch in 2026.
  ///
  /// Published: cohorts, places, the months of dispatch, the weeks of training of
  /// seven cohorts, the birth windows of Thailand, Indonesia and Vietnam, the
  /// prefectures' quotas, and the areas of Indonesia with their weights. Days
  /// within the published months, the other windows (20 to 69 years at
  /// departure) and the quotas of universities are assumed.
  static let call2026 = YearOutline(
    title: "Call for dispatch in 2026: published cohorts, synthetic people and schools",
    fiscalYear: 2026, seed: 2026, applicants: 1455, countries: call2026Countries,
    cohorts: call2026Cohorts, sites: sites, siteSlackPercent: 0, twinPercent: 52,
    severalSeatsPercent: 2,
    pausePercent: 3, hasCalls: true, acceptPercent: 85,
    returnees: ReturneeShape(returnees: 260, activities: 220),
    exchangeSchools: 40)

  private static let call2026Countries: [CountryOutline] = [
    country(Atlas.thailand, schools: 122), country(Atlas.indonesia, schools: 200),
    country(Atlas.vietnam, schools: 50), country(Atlas.malaysia, schools: 33),
    country(Atlas.philippines, schools: 33), country(Atlas.taiwan, schools: 25),
    country(Atlas.laos, schools: 8), country(Atlas.india, schools: 8),
    country(Atlas.cambodia, schools: 4),
  ]

  private static func country(_ profile: CountryProfile, schools: Int) -> CountryOutline {
    let (first, last) = (profile.dispatchMonths.lowerBound, profile.dispatchMonths.upperBound)
    return CountryOutline(
      profile: profile, schools: schools,
      cost: cost(of: Day.on(2026, first, 1)...Day.end(2026, last)))
  }

  private static let call2026Cohorts: [CohortOutline] = [
    cohort(
      "Cambodia 9", "KHM", places: 1, months: 1...9, training: autumn, site: "kansai", call: 1),
    cohort(
      "Malaysia 12", "MYS", places: 20, months: 2...9, training: autumn, site: "kansai", call: 1),
    cohort(
      "Thailand 14", "THA", places: 75, months: 5...14,
      births: Day.on(1956, 7, 1)...Day.on(2005, 8, 27), training: spring, site: "urawa",
      tracks: [
        TrackQuota(key: "prefecture:Fukuoka", max: 5),
        TrackQuota(key: "prefecture:Saitama", max: 3),
        TrackQuota(key: "prefecture:Shizuoka", max: 5),
        TrackQuota(key: "teacher-candidate", max: 5),
        TrackQuota(key: "university", max: 4),
      ], call: 2),
    cohort(
      "Laos 11", "LAO", places: 5, months: 8...17, training: spring, site: "urawa", call: 2),
    cohort(
      "Indonesia 24", "IDN", places: 60, months: 8...15,
      births: Day.on(1958, 4, 1)...Day.on(2005, 8, 27),
      training: Day.on(2026, 2, 5)...Day.on(2026, 3, 4), site: "beppu",
      tracks: [
        TrackQuota(key: "prefecture:Fukuoka", max: 5),
        TrackQuota(key: "prefecture:Saitama", max: 3),
        TrackQuota(key: "prefecture:Shizuoka", max: 5),
        TrackQuota(key: "teacher-candidate", max: 5),
        TrackQuota(key: "university", max: 4),
      ], call: 2),
    cohort(
      "Philippines 13", "PHL", places: 20, months: 8...15, training: earlySummer,
      site: "kansai", call: 2),
    cohort(
      "India 2", "IND", places: 5, months: 7...15, training: earlySummer, site: "kansai", call: 3),
    cohort(
      "Vietnam 13", "VNM", places: 30, months: 8...18,
      births: Day.on(1956, 10, 1)...Day.on(2005, 11, 26), training: earlySummer,
      site: "kansai", tracks: [TrackQuota(key: "prefecture:Saitama", max: 2)], call: 3),
    cohort(
      "Taiwan 11", "TWN", places: 15, months: 9...18, training: earlySummer, site: "kansai",
      call: 3),
    cohort(
      "Indonesia 25", "IDN", places: 60, months: 9...15,
      training: Day.on(2026, 8, 3)...Day.on(2026, 8, 28), site: "kansai", call: 3),
  ]

  private static let autumn = Day.on(2025, 11, 17)...Day.on(2025, 12, 13)
  private static let spring = Day.on(2026, 3, 23)...Day.on(2026, 4, 18)
  private static let earlySummer = Day.on(2026, 5, 25)...Day.on(2026, 6, 20)

  private static func cohort(
    _ id: String, _ country: String, places: Int, months: ClosedRange<Int>,
    births: ClosedRange<Day>? = nil, training: ClosedRange<Day>, site: String,
    tracks: [TrackQuota] = [], call: Int
  ) -> CohortOutline {
    let dispatch = Day.on(2026, months.lowerBound, 1)...Day.end(2026, months.upperBound)
    return CohortOutline(
      id: id, country: country, places: places, dispatch: dispatch,
      births: births ?? dispatch.lowerBound.births(agedFrom: 20, to: 69), training: training,
      site: site, tracks: tracks, call: call)
  }
}
