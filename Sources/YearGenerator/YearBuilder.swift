// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import SeededRandom

/// Makes a year from an outline, around a hidden plan.
///
/// First come the schools, then a plan of open posts that keeps the rules of
/// posts and cohorts, then for each of its seats an applicant who fits it. The
/// other applicants are drawn freely. Quotas, minima, budgets, bookings and pins
/// are read off the plan at the end, so that the year has a dispatch plan.
struct YearBuilder {
  let outline: YearOutline
  /// Sorted by identifier, like everything that follows.
  let countries: [CountryOutline]
  let cohorts: [CohortOutline]
  let sites: [Site]
  /// Index into `countries` for each cohort.
  let cohortCountries: [Int]
  var schools: [School] = []
  var units: [Unit] = []
  /// For each country its towns' units, in the order of the ground.
  var unitsOfTowns: [[[Int]]] = []
  var openPosts: [OpenPost] = []
  /// The seats of the plan, one for each partner.
  var demands: [Demand] = []
  /// Applicants: first those of the plan, one for each demand, then the others.
  var persons: [Applicant] = []
  /// Quotas of tracks after the plan, for each cohort.
  var tracks: [[TrackQuota]] = []
  /// Where each person stands among the year's applicants.
  var ranks: [Int] = []

  init(_ outline: YearOutline) {
    self.outline = outline
    countries = outline.countries.sorted { $0.profile.id < $1.profile.id }
    cohorts = outline.cohorts.sorted { $0.id < $1.id }
    sites = outline.sites.sorted { $0.id < $1.id }
    let identifiers = countries.map(\.profile.id)
    cohortCountries = cohorts.map { cohort in
      guard let index = identifiers.firstIndex(of: cohort.country) else {
        preconditionFailure("Cohort \(cohort.id) names \(cohort.country), which is not outlined.")
      }
      return index
    }
  }

  /// A random stream of its own for each step, so that a change in one step
  /// leaves the draws of the others alone.
  func stream(_ step: Step) -> SplitMix64 {
    var seeds = SplitMix64(seed: outline.seed)
    for _ in 0..<step.rawValue { _ = seeds.next() }
    return SplitMix64(seed: seeds.next())
  }

  enum Step: Int {
    case schools, plan, partners, others, order, ties, pins, bookings, crowd, crowdPins, trainings
    case returnees, exchange
  }

  /// The year of an outline, and its plan.
  static func built(_ outline: YearOutline) -> GeneratedYear {
    var builder = YearBuilder(outline)
    return builder.build()
  }

  mutating func build() -> GeneratedYear {
    makeSchools()
    if outline.shape == .popular { makeSchoolsAlike() }
    openPostsForCohorts()
    makeDemands()
    makePersons()
    orderPersons()
    makeTies()
    return finished()
  }
}

/// A year, and a plan that keeps all its hard rules.
package struct GeneratedYear: Sendable {
  package var year: ProgrammeYear
  /// Sorted by applicant.
  ///
  /// Good enough to prove that a plan exists; not the best.
  package var witness: [Placement]
}

/// Schools that can make a post: one, or two that need each other.
struct Unit {
  /// Base first.
  var schools: [Int]
  var seatsMin: Int
  var seatsMax: Int
  var country: Int
}

/// A post that the hidden plan opens.
struct OpenPost {
  var unit: Int
  var cohort: Int
  var seats: Int
}
