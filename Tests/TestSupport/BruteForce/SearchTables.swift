// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// A year as flat tables: what each triple adds to which counter, and what is
/// asked of the counters of a complete plan.
struct SearchTables {
  /// What one triple does to a plan.
  struct Triple {
    var post: Int
    var cohort: Int
    var base: Int
    /// Country and city of the base.
    var city: Int
    /// Soft units that the triple brings with it, priced.
    var penalty: Int
    var points: Int
    var filled: Int
    /// 1 when the applicant then differs from the baseline.
    var changes: Int
    /// Whether `companions` protects it.
    var isGuarded: Bool
    /// Counters that go up by one.
    var counters: [Int]
  }

  /// A counter and where it should lie; each unit outside is priced.
  struct Interval {
    var counter: Int
    var least: Int
    var most: Int
    var price: Price
  }

  struct ShareBound {
    var selected: Int
    var whole: Int
    var quota: QuotaRule
    var price: Price
  }

  /// What a unit costs; none when the rule is hard.
  typealias Price = Int?

  /// The cohorts that share a site at one time, and what it has then.
  struct Crowd: Hashable {
    var cohorts: [Int]
    var capacity: Int
  }

  struct SiteLoad {
    var beds: [Crowd] = []
    var rooms: [Crowd] = []
    var classSize: Int
  }

  let oracle: Oracle
  var placements: [Placement] = []
  var triples: [Triple] = []
  /// Positions of an applicant's triples, the most promising first.
  var choices: [[Int]] = []
  var mustBePlaced: [Bool] = []

  var counterCount = 0
  /// Hard maximum of each counter.
  var limits: [Int] = []
  var intervals: [Interval] = []
  /// Applicants with announced rows, and the triples that meet all of them.
  var announced: [(applicant: Int, kept: Set<Int>)] = []
  var shares: [ShareBound] = []

  var postMasks: [UInt64] = []
  var postPenalties: [Int] = []
  var seatsMin: [Int] = []
  var seatsMax: [Int] = []
  /// By base: the schools within reach of companions.
  var near: [UInt64] = []
  var areaMasks: [UInt64] = []
  var renewalsFirst: [(newSchools: UInt64, servable: UInt64)] = []
  var sites: [SiteLoad] = []
  var together: [(Int, Int)] = []
  var apart: [(Int, Int)] = []
  /// Partners of hard pairs that come earlier in the order.
  var earlierTogether: [[Int]] = []
  var earlierApart: [[Int]] = []

  let countryPlaces: [Int]
  let costs: [Int]
  let budgets: [Int]
  let totalBudget: Int
  let companionsNeeded: Int
  let lonelyPrice: Int
  let budgetStrictness: Strictness
  let predepartureStrictness: Strictness
  let rotationStrictness: Strictness
  let togetherStrictness: Strictness
  let apartStrictness: Strictness
  let companionsStrictness: Strictness

  init(_ oracle: Oracle) {
    self.oracle = oracle
    let year = oracle.year
    countryPlaces = year.countries.indices.map { country in
      year.cohorts.reduce(0) { $0 + ($1.country == country ? $1.places : 0) }
    }
    costs = year.countries.map { Int($0.costPerPartner) }
    budgets = year.countries.map { Int($0.budget ?? .max) }
    totalBudget = Int(year.rules.budget.total ?? .max)
    companionsNeeded = year.rules.companions.others
    lonelyPrice = year.rules.companions.penaltyOthers
    budgetStrictness = year.rules[.budget]
    predepartureStrictness = year.rules[.predeparture]
    rotationStrictness = year.rules[.rotation]
    togetherStrictness = year.rules[.together]
    apartStrictness = year.rules[.apart]
    companionsStrictness = year.rules[.companions]
    counterCount = year.cohorts.count + year.countries.count
    limits = Array(repeating: .max, count: counterCount)
    fillSchoolsAndPosts()
    fillPairs()
    fillSites()
    fillPlacements()
    fillLimits()
    fillTrackQuotas()
    fillQuotas()
    fillPins()
    fillAnnounced()
    for applicant in choices.indices {
      choices[applicant].sort {
        (triples[$0].penalty, -triples[$0].filled, -triples[$0].points)
          < (triples[$1].penalty, -triples[$1].filled, -triples[$1].points)
      }
    }
  }

  var year: ProgrammeYear { oracle.year }

  func price(_ strictness: Strictness) -> Price { strictness.penalty }

  func countryCounter(_ country: Int) -> Int { year.cohorts.count + country }

  // MARK: - Schools, posts, pairs, sites

  private func mask(_ schools: some Sequence<Int>) -> UInt64 {
    schools.reduce(0) { $0 | 1 << UInt64($1) }
  }

  private mutating func fillSchoolsAndPosts() {
    precondition(year.schools.count <= 64, "\(year.schools.count) schools; at most 64 fit.")
    let reach = year.rules.companions.withinMetres
    let schools = year.schools.indices
    near = schools.map { base in mask(schools.filter { oracle.metres(base, $0) <= reach }) }
    areaMasks = oracle.areas.map { mask($0) }
    for post in oracle.posts {
      postMasks.append(mask(post.schools))
      seatsMin.append(post.seatsMin)
      seatsMax.append(post.seatsMax)
      var penalty = 0
      for rule in [Rule.hours, .travel] where oracle.breaks(rule, post) {
        penalty += year.rules[rule].penalty ?? 0
      }
      penalty += (year.rules[.rotation].penalty ?? 0) * post.schools.count { oracle.mustPause($0) }
      postPenalties.append(penalty)
    }
    guard year.rules[.rotation] != .off else { return }
    for (index, country) in year.countries.enumerated() where country.renewalsFirst {
      let own = schools.filter { year.schools[$0].country == index }
      renewalsFirst.append(
        (
          mask(own.filter { !year.schools[$0].isRenewal }),
          mask(own.filter { oracle.servable.contains($0) })
        ))
    }
  }

  private mutating func fillPairs() {
    earlierTogether = Array(repeating: [], count: year.applicants.count)
    earlierApart = earlierTogether
    if year.rules[.together] != .off { together = oracle.pairs(\.togetherWith) }
    if year.rules[.apart] != .off { apart = oracle.pairs(\.apartFrom) }
    if year.rules[.together] == .hard {
      for (first, second) in together { earlierTogether[second].append(first) }
    }
    if year.rules[.apart] == .hard {
      for (first, second) in apart { earlierApart[second].append(first) }
    }
  }

  /// Days on which the same cohorts meet the same capacity are one crowd.
  private mutating func fillSites() {
    guard year.rules[.predeparture] != .off else { return }
    for (index, site) in year.sites.enumerated() {
      var load = SiteLoad(classSize: site.classSize)
      var (beds, rooms): (Set<Crowd>, Set<Crowd>) = ([], [])
      let cohorts = year.cohorts.indices.filter { year.cohorts[$0].predepartureSite == index }
      let days = Set(cohorts.flatMap { year.cohorts[$0].predeparture.map(Self.numbers) ?? [] })
      for number in days {
        let day = Day(number: number)
        var (guests, classes): ([Int], [Int]) = ([], [])
        var (freeBeds, freeRooms) = (site.beds, site.classrooms)
        for cohort in cohorts {
          guard let session = year.cohorts[cohort].predeparture, session.contains(day) else {
            continue
          }
          classes.append(cohort)
          if day != session.upperBound { guests.append(cohort) }
        }
        for booking in year.siteBookings where booking.site == index && booking.days.contains(day) {
          freeRooms -= booking.classrooms
          if day != booking.days.upperBound { freeBeds -= booking.beds }
        }
        beds.insert(Crowd(cohorts: guests, capacity: max(0, freeBeds)))
        rooms.insert(Crowd(cohorts: classes, capacity: max(0, freeRooms)))
      }
      load.beds = Array(beds)
      load.rooms = Array(rooms)
      sites.append(load)
    }
  }

  private static func numbers(_ days: ClosedRange<Day>) -> [Int] {
    Array(days.lowerBound.number...days.upperBound.number)
  }
}
