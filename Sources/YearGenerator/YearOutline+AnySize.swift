// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension YearOutline {
  /// A year of any size, shaped like the published ones.
  ///
  /// - Parameters:
  ///   - applicants: 1 to 100,000.
  ///   - schools: 1 to 20,000.
  ///   - seed: Any number; another number makes another year.
  ///   - shape: What makes it hard to plan.
  ///   - fiscalYear: The year in which dispatch begins.
  ///   - delegations: How many there are, with houses and courses to match; none
  ///     means what is usual for the schools.
  init(
    applicants: Int, schools: Int, seed: UInt64, shape: YearShape, fiscalYear: Int,
    delegations: Int?
  ) {
    let places = Swift.max(1, Swift.min(applicants / 5, (schools * 13 + 9) / 10))
    let most = Swift.max(1, Swift.min(schools / 6, (places + 2) / 3))
    let profiles = Atlas.programme.prefix(Swift.min(most, Atlas.programme.count))
    let weights = profiles.map(\.weight)
    let countrySchools = Self.shares(of: schools, by: weights)
    let countryPlaces = Self.shares(of: places, by: weights)
    var countries: [CountryOutline] = []
    var cohorts: [CohortOutline] = []
    for (index, profile) in profiles.enumerated() {
      let made = Self.cohorts(
        of: profile, places: countryPlaces[index], year: fiscalYear,
        atMost: Swift.max(75, places / 16))
      cohorts += made
      countries.append(
        CountryOutline(
          profile: profile, schools: countrySchools[index],
          cost: Self.cost(of: made[0].dispatch)))
    }
    let suffix = shape == .plain ? "" : ", \(shape.rawValue)"
    self.init(
      title: "Synthetic programme year, \(applicants) applicants, \(schools) schools, seed \(seed)"
        + suffix,
      fiscalYear: fiscalYear, seed: seed, applicants: applicants, countries: countries,
      cohorts: cohorts, sites: Self.sites, shape: shape)
    if shape == .tight { siteSlackPercent = 0 }
    houseCohorts()
    provideSeats(places: places, schools: schools)
    if let delegations {
      training = TrainingShape(delegations: delegations)
      addSites(TrainingShape.sites(for: delegations) - Self.sites.count)
    }
  }

  /// Adds synthetic houses in which no cohort trains.
  private mutating func addSites(_ count: Int) {
    for number in 0..<Swift.max(0, count) {
      sites.append(
        Site(
          id: "training-" + padded(number + 1, to: 2),
          name: "Synthetic house for delegations \(number + 1)", prefecture: "Chiba",
          beds: 80 + number % 3 * 20, classrooms: 8, classSize: 12 + number % 2 * 4))
    }
  }

  /// Lets as many schools take several partners as the places need: a hundred
  /// schools hold about 74 posts that can be filled.
  private mutating func provideSeats(places: Int, schools: Int) {
    let seats = places * 170 / Swift.max(1, schools)
    severalSeatsPercent = Swift.min(92, Swift.max(6, (seats - 100) * 100 / 140))
    if seats > 130 { twinPercent = 24 }
  }

  /// The houses where partners train; `datasets/README.md` says which of their
  /// capacities are published.
  static let sites: [Site] = [
    Site(
      id: "beppu", name: "APU dormitory, Beppu", prefecture: "Oita", beds: 60, classrooms: 6,
      classSize: 12),
    Site(
      id: "kansai", name: "Kansai, Rinku", prefecture: "Osaka", beds: 150, classrooms: 18,
      classSize: 12),
    Site(
      id: "urawa", name: "Urawa", prefecture: "Saitama", beds: 144, classrooms: 14,
      classSize: 12),
  ]

  /// Gives each cohort's training a house with room for all its places, beside
  /// those that train at the same time; where there is none, a synthetic one.
  mutating func houseCohorts() {
    for index in cohorts.indices {
      let cohort = cohorts[index]
      let turn = sites.firstIndex { $0.id == cohort.site } ?? 0
      let order = sites.indices.map { ($0 + turn) % sites.count }
      let house = order.first { hasRoom(at: sites[$0], for: cohort, before: index) }
      if let house {
        cohorts[index].site = sites[house].id
      } else {
        let id = "synthetic-" + padded(sites.count - 2, to: 2)
        sites.append(
          Site(
            id: id, name: "Synthetic training centre \(sites.count - 2)", prefecture: "Chiba",
            beds: cohort.places * 5 / 4 + 10, classrooms: cohort.places / 10 + 4, classSize: 12))
        cohorts[index].site = id
      }
    }
  }

  private func hasRoom(at site: Site, for cohort: CohortOutline, before index: Int) -> Bool {
    guard let training = cohort.training else { return true }
    let sizes =
      cohorts[..<index].filter { $0.site == site.id && $0.training?.overlaps(training) == true }
      .map(\.places) + [cohort.places]
    return sizes.reduce(0, +) <= site.beds
      && sizes.reduce(0) { $0 + ($1 + site.classSize - 1) / site.classSize } <= site.classrooms
  }

  /// Yen for a partner: an assumption, built from the published allowance of
  /// about ¥120,000 a month and up to ¥15,000 a month for language lessons, with
  /// ¥60,000 a month for housing and ¥550,000 for fare and training.
  static func cost(of dispatch: ClosedRange<Day>) -> Int64 {
    let (first, last) = (dispatch.lowerBound.parts, dispatch.upperBound.parts)
    let months = (last.year - first.year) * 12 + last.month - first.month + 1
    return Int64(months) * 195_000 + 550_000
  }

  /// Like `apportion`, but with at least one for each share while there are
  /// enough.
  static func shares(of total: Int, by weights: [Int]) -> [Int] {
    guard total >= weights.count else { return apportion(total, by: weights) }
    return apportion(total - weights.count, by: weights).map { $0 + 1 }
  }

  /// The cohorts of a country: one, or several where there are many places.
  static func cohorts(
    of profile: CountryProfile, places: Int, year: Int, atMost limit: Int
  ) -> [CohortOutline] {
    let count = Swift.max(1, (places + limit - 1) / limit)
    return apportion(places, by: Array(repeating: 1, count: count)).enumerated().map { turn, size in
      // Later cohorts of a country leave a month after each other and train
      // half a year apart, as the Indonesian cohorts of 2026 do.
      let shift = turn % 2
      let first = profile.dispatchMonths.lowerBound + shift
      let dispatch =
        Day.on(year, first, 1)...Day.end(year, profile.dispatchMonths.upperBound + shift)
      let start = trainingStart(of: profile, in: year, late: turn % 2 == 1)
      return CohortOutline(
        id: "\(profile.english) \(year)" + (count == 1 ? "" : " \(letter(turn))"),
        country: profile.id, places: size, dispatch: dispatch,
        births: dispatch.lowerBound.births(agedFrom: 20, to: 69),
        training: start...start.adding(days: 26),
        site: ["urawa", "kansai", "beppu"][turn % 3],
        tracks: tracks(of: profile, places: size, turn: turn), call: 1)
    }
  }

  private static func letter(_ turn: Int) -> String {
    guard let scalar = Unicode.Scalar(65 + turn % 26) else { return "A" }
    return String(Character(scalar)) + (turn < 26 ? "" : String(turn / 26))
  }

  /// The first day of training; a late cohort trains in the month before it
  /// leaves.
  private static func trainingStart(of profile: CountryProfile, in year: Int, late: Bool) -> Day {
    if late { return Day.on(year, profile.dispatchMonths.lowerBound, 1) }
    let (month, day) = profile.trainingStart
    return month < 1 ? Day.on(year - 1, month + 12, day) : Day.on(year, month, day)
  }

  /// Tracks of prefectures and universities in the shape of the published ones,
  /// scaled with the cohort.
  private static func tracks(
    of profile: CountryProfile, places: Int, turn: Int
  ) -> [TrackQuota] {
    guard turn == 0, places >= 20 else { return [] }
    let unit = Swift.max(1, places / 75)
    switch profile.id {
    case "THA", "IDN":
      return [
        TrackQuota(key: "prefecture:Fukuoka", max: 5 * unit),
        TrackQuota(key: "prefecture:Saitama", max: 3 * unit),
        TrackQuota(key: "prefecture:Shizuoka", min: 2 * unit, max: 5 * unit),
        TrackQuota(key: "university", min: unit, max: 4 * unit),
      ]
    case "VNM":
      return [TrackQuota(key: "prefecture:Saitama", max: 2 * unit)]
    default:
      return []
    }
  }
}
