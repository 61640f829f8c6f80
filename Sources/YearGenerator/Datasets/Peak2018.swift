// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension YearOutline {
  /// The size of fiscal year 2018: 635 partners, 526 schools, twelve countries
  /// and areas.
  ///
  /// Published: these totals, 149 partners in Indonesia, 12 of them in Bali. The
  /// other countries' shares are set by hand; cohorts, dates and houses follow
  /// the shape of later years.
  static let peak2018: YearOutline = {
    let partners: [(profile: CountryProfile, places: Int)] = [
      (Atlas.thailand, 150), (indonesia2018, 149), (Atlas.taiwan, 90), (Atlas.vietnam, 75),
      (Atlas.malaysia, 60), (Atlas.philippines, 35), (Atlas.china, 30), (Atlas.cambodia, 14),
      (Atlas.myanmar, 12), (Atlas.laos, 8), (Atlas.singapore, 6), (Atlas.brunei, 6),
    ]
    let schools = shares(of: 526, by: partners.map(\.places))
    var countries: [CountryOutline] = []
    var cohorts: [CohortOutline] = []
    for (index, (profile, places)) in partners.enumerated() {
      let made = Self.cohorts(of: profile, places: places, year: 2018, atMost: 75)
      cohorts += made
      countries.append(
        CountryOutline(
          profile: profile, schools: schools[index], cost: cost(of: made[0].dispatch)))
    }
    var outline = YearOutline(
      title: "Fiscal year 2018: published totals, synthetic cohorts, people and schools",
      fiscalYear: 2018, seed: 2018, applicants: 1750, countries: countries, cohorts: cohorts,
      sites: sites, twinPercent: 12, shortPercent: 0, severalSeatsPercent: 45, pausePercent: 1)
    outline.houseCohorts()
    return outline
  }()

  /// Indonesia with the share of Bali that was published for 2018.
  private static let indonesia2018: CountryProfile = {
    var profile = Atlas.indonesia
    // 12 of 149 partners; the other areas' weights sum to 110.
    for index in profile.regions.indices {
      profile.regions[index].weight *= 137
      if profile.regions[index].name == "Bali" { profile.regions[index].weight = 12 * 110 }
    }
    return profile
  }()
}
