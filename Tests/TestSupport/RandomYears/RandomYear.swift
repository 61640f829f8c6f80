// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A year small enough to look at every plan.
package struct SmallYear: Sendable {
  package var year: ProgrammeYear
  package var baseline: [EarlierPlacement]?

  package init(_ year: ProgrammeYear, baseline: [EarlierPlacement]? = nil) {
    self.year = year
    self.baseline = baseline
  }
}

/// A year of three to six applicants and three to six schools, with some rules
/// made to bind and the others left alone.
///
/// Values are few and collide often, so that ties and leximin matter. The same
/// seed gives the same year. When a year has more than `leafLimit` plans,
/// applicants, then schools, are taken away until it has not.
///
/// - Parameters:
///   - seed: Names the year.
///   - leafLimit: Most plans that an exhaustive search has to judge.
/// - Returns: The year and perhaps a baseline plan.
package func randomSmallYear(seed: UInt64, leafLimit: Int = 20_000) -> SmallYear {
  var builder = RandomYearBuilder(seed: seed)
  var small = builder.build()
  while case .tooLarge = BruteForce.search(
    small.year, baseline: small.baseline, bounding: false, leafLimit: leafLimit)
  {
    if small.year.applicants.count > 3 {
      small = small.removing(applicant: builder.random.below(small.year.applicants.count))
    } else if small.year.schools.count > 2 {
      small = small.removing(school: builder.random.below(small.year.schools.count))
    } else {
      return small
    }
  }
  return small
}

/// Builds one year part by part.
///
/// A rule among the `themes` gets data that make it bind; the data of the other
/// rules are harmless.
struct RandomYearBuilder {
  var random: SplitMix64
  var themes: Set<Rule> = []
  var year = ProgrammeYear(
    title: "random", fiscalYear: 2026, countries: [], cohorts: [], schools: [], applicants: [])

  init(seed: UInt64) {
    random = SplitMix64(seed: seed &* 0x2545_F491_4F6C_DD1D &+ 7)
  }

  mutating func build() -> SmallYear {
    let optional = Rule.allCases.filter { !$0.isStructural }
    let share = random.pick([12, 20, 30])
    themes = Set(random.some(of: optional, percent: share))
    year.title = "random"
    addCountries()
    addSites()
    addCohorts()
    addSchools()
    addGivenPosts()
    addApplicants()
    addRules()
    let baseline = random.chance(45) ? earlierPlan() : nil
    addGoals()
    addRowsAndSelectors(baseline: baseline)
    return SmallYear(year, baseline: baseline)
  }

  func has(_ rule: Rule) -> Bool { themes.contains(rule) }

  // MARK: - Countries, cohorts, sites

  private mutating func addCountries() {
    for index in 0..<random.pick(has(.apart) ? [1, 1, 1, 2] : [1, 2]) {
      var country = Country(id: ["MYS", "THA"][index], language: ["ms", "th"][index])
      if has(.countryQuota) {
        country.min = random.pick([0, 1, 2, 3])
        country.max = random.chance(60) ? country.min + random.below(3) : nil
      }
      if has(.budget) {
        country.costPerPartner = Int64(random.pick([10_000, 15_000, 20_001]))
        country.budget = random.pick([nil, 0, 20_000, 25_000, 45_000])
      }
      country.renewalsFirst = has(.rotation) && random.chance(75)
      year.countries.append(country)
    }
  }

  private mutating func addSites() {
    for index in 0..<random.integer(in: 0...2) {
      let isTight = has(.predeparture)
      year.sites.append(
        Site(
          id: "site\(index + 1)", beds: isTight ? random.below(4) : 50,
          classrooms: isTight ? random.integer(in: 0...2) : 50,
          classSize: random.integer(in: 1...3)))
    }
    if has(.predeparture), year.sites.isEmpty {
      year.sites.append(
        Site(id: "site1", beds: random.integer(in: 1...2), classrooms: 1, classSize: 2))
    }
    for site in year.sites.indices where has(.predeparture) && random.chance(50) {
      let first = day(4, random.integer(in: 1...12))
      year.siteBookings.append(
        SiteBooking(
          site: site, days: first...first.adding(days: random.below(8)),
          beds: random.below(3), classrooms: random.below(2)))
    }
  }

  private mutating func addCohorts() {
    for index in 0..<random.integer(in: 1...3) {
      let start = day(5, random.pick([1, 10]))
      var cohort = Cohort(
        id: "C\(index + 1)",
        country: index < year.countries.count ? index : random.below(year.countries.count),
        places: random.pick(has(.cohortPlaces) ? [0, 1, 1, 2] : [2, 3, 4, 6]),
        dispatchStart: start, dispatchEnd: start.adding(days: 300))
      if has(.birthWindow) {
        cohort.bornFrom = random.pick([nil, birthDays[1], birthDays[2]])
        cohort.bornTo = random.pick([nil, birthDays[1], birthDays[2]])
      }
      if random.chance(has(.predeparture) ? 90 : 40) {
        let first = day(4, random.integer(in: 1...8))
        cohort.predeparture = first...first.adding(days: random.below(8))
        if !year.sites.isEmpty, random.chance(85) {
          cohort.predepartureSite = random.below(year.sites.count)
        }
      }
      if has(.trackQuota) {
        for key in random.some(
          of: ["prefecture", "prefecture:Akita", "university:APU", "open"], percent: 45)
        {
          let least = random.pick([0, 0, 0, 1])
          cohort.tracks.append(TrackQuota(key: key, min: least, max: least + random.below(3)))
        }
      }
      year.cohorts.append(cohort)
    }
  }

  /// A day of the fiscal year 2026.
  func day(_ month: Int, _ day: Int) -> Day {
    Day(year: 2026, month: month, day: day) ?? Day(number: 0)
  }

  /// Birth dates that meet the limits of windows and ages exactly.
  var birthDays: [Day] {
    [(1966, 5, 1), (1966, 5, 2), (1990, 6, 30), (2000, 2, 29)].compactMap {
      Day(year: $0.0, month: $0.1, day: $0.2)
    }
  }
}
