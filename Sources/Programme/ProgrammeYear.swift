// SPDX-License-Identifier: GPL-3.0-or-later

/// A checked programme year: what dispatch reads, complete and consistent.
///
/// Arrays are sorted by identifier (by Unicode scalar), so that the order of
/// rows in the files changes nothing. References between them are indices.
package struct ProgrammeYear: Equatable, Sendable {
  package var title: String
  package var fiscalYear: Int
  package var countries: [Country]
  package var cohorts: [Cohort]
  package var schools: [School]
  /// The posts of `posts.csv`, or nothing when Musubi forms them.
  package var givenPosts: [Post]?
  package var applicants: [Applicant]
  /// In the file's order.
  package var pins: [Pin]
  package var sites: [Site]
  package var siteBookings: [SiteBooking]
  package var rules: Rules
  package var bundles: BundleLimits
  /// Weight of each criterion, 0 to 100; absent means 0.
  package var weights: [Criterion: Int]
  /// Goals in the planner's order, each at most once.
  package var objective: [Goal]
  /// Points that one unit of priority of a filled seat is worth in `weighted`.
  package var filledWeight: Int
  /// What trainings in Japan are planned from.
  package var training: TrainingData
  /// What activities of returned partners are planned from.
  package var returnees: ReturneeData
  /// What the exchange of teachers is planned from.
  package var exchange = ExchangeData()
  /// What the ten years are planned from.
  package var decade = DecadeData()
  /// What earlier years leave to know.
  package var ledger = Ledger()

  package init(
    title: String, fiscalYear: Int, countries: [Country], cohorts: [Cohort], schools: [School],
    givenPosts: [Post]? = nil, applicants: [Applicant], pins: [Pin] = [], sites: [Site] = [],
    siteBookings: [SiteBooking] = [], rules: Rules = Rules(),
    bundles: BundleLimits = BundleLimits(), weights: [Criterion: Int] = defaultWeights,
    objective: [Goal] = defaultObjective, filledWeight: Int = defaultFilledWeight,
    training: TrainingData = TrainingData(),
    returnees: ReturneeData = ReturneeData()
  ) {
    self.title = title
    self.fiscalYear = fiscalYear
    self.countries = countries
    self.cohorts = cohorts
    self.schools = schools
    self.givenPosts = givenPosts
    self.applicants = applicants
    self.pins = pins
    self.sites = sites
    self.siteBookings = siteBookings
    self.rules = rules
    self.bundles = bundles
    self.weights = weights
    self.objective = objective
    self.filledWeight = filledWeight
    self.training = training
    self.returnees = returnees
  }

  package static let defaultObjective: [Goal] = [
    .penalties, .filled, .fairness, .points, .changes,
  ]

  package static let defaultFilledWeight = 1000

  package static let defaultWeights: [Criterion: Int] = [
    .countryWish: 3, .interview: 3, .skillMatch: 2, .communicator: 2, .schoolNeed: 2,
    .regionalTies: 1, .remoteExperience: 1, .continuity: 1, .preference: 5,
  ]
}

/// Which bundles of schools may be formed at all.
package struct BundleLimits: Hashable, Sendable {
  /// Most schools in a bundle, 1 to 3.
  package var maximumSchools = 2
  /// Every further school lies at most this far from the base, metres.
  ///
  /// The rule `travel` draws its (usually narrower) limit inside.
  package var outerMetres = 60_000
  package init() {}
}

extension ProgrammeYear {
  /// Places of all cohorts together.
  package var places: Int { cohorts.reduce(0) { $0 + $1.places } }
}
