// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// What a year is to be like, before schools and persons are drawn.
struct YearOutline {
  var title: String
  var fiscalYear: Int
  var seed: UInt64
  var applicants: Int
  /// In any order; the year sorts them.
  var countries: [CountryOutline]
  var cohorts: [CohortOutline]
  var sites: [Site]
  var shape = YearShape.plain
  /// Beds that other courses leave free beyond the plan's, in a hundred of these.
  var siteSlackPercent = 15
  /// Places on the ground with two schools near each other, in a hundred.
  var twinPercent = 44
  /// Single schools with too few hours for a partner, in a hundred.
  var shortPercent = 7
  /// Schools that can take more than one partner, in a hundred.
  var severalSeatsPercent = 6
  /// Schools that have hosted for three years and must pause, in a hundred.
  var pausePercent = 4
  /// Applicants apply to one or two calls and are bound to their cohorts.
  var hasCalls = false
  /// An applicant ticks each country in so many of a hundred cases.
  var acceptPercent = 42
  /// Rows of `pins.csv` of each kind for a thousand partners.
  var pinsPermille = 8
  /// Share of the plan's partners that becomes the countries' minimum.
  var minimumPercent = 60
  /// How many delegations there are; none means what is usual for the schools.
  var training: TrainingShape?
  /// How many returned partners and activities there are.
  var returnees = ReturneeShape(returnees: 0, activities: 0)
  /// How many schools in Japan exchange teachers with as many abroad.
  var exchangeSchools = 0
}

/// How many schools of a country ask for partners, and where.
struct CountryOutline {
  var profile: CountryProfile
  var schools: Int
  /// Yen for one partner of the year.
  var cost: Int64
}

/// A cohort as it is called for.
struct CohortOutline {
  var id: String
  /// ISO code of the country.
  var country: String
  var places: Int
  var dispatch: ClosedRange<Day>
  var births: ClosedRange<Day>
  var training: ClosedRange<Day>?
  /// Identifier of the site of the training.
  var site: String?
  var tracks: [TrackQuota] = []
  /// The call it belongs to, from 1.
  var call = 1
}
