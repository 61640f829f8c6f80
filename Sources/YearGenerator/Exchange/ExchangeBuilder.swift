// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

/// Adds to a year what the exchange of teachers is planned from.
///
/// Nothing else of the year is changed but the calendars, where it had none. Schools are
/// drawn freely; countries ask for a partnership by a soft rule, so that a plan exists.
struct ExchangeBuilder {
  private var year: ProgrammeYear
  /// Schools in Japan, and as many abroad.
  private let count: Int
  private var random: SplitMix64
  /// Areas of each country's schools.
  private var areas: [[String]]
  private var weights: [Int]

  init(_ year: ProgrammeYear, count: Int, random: SplitMix64) {
    self.year = year
    self.count = count
    self.random = random
    var areas = [Set<String>](repeating: [], count: year.countries.count)
    for school in year.schools { areas[school.country].insert(school.area) }
    self.areas = areas.map { $0.sorted() }
    var weights = [Int](repeating: 0, count: year.countries.count)
    for cohort in year.cohorts where Self.isInASEAN(year.countries[cohort.country]) {
      weights[cohort.country] += cohort.places
    }
    if !weights.contains(where: { $0 > 0 }) { weights = weights.map { _ in 1 } }
    self.weights = weights
  }

  private static func isInASEAN(_ country: Country) -> Bool {
    ["BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "TLS", "VNM"]
      .contains(country.id)
  }

  /// The year with its exchange.
  mutating func built() -> ProgrammeYear {
    guard count > 0 else { return year }
    let abroad = (0..<count).map { schoolAbroad($0) }
    let inJapan = (0..<count).map { schoolInJapan($0) }
    // By identifier: XA… before XJ….
    year.exchange.schools = abroad + inJapan
    for index in year.exchange.schools.indices { addWishes(to: index) }
    addTies()
    year.exchange.rules = rules
    if year.training.calendars.isEmpty { year.training.calendars = year.calendarsOfSchools }
    return year
  }

  private var rules: ExchangeRules {
    var rules = ExchangeRules()
    rules.strictness = [
      .subject: .soft(penalty: 3), .size: .soft(penalty: 1), .rotation: .soft(penalty: 1),
      .countries: .soft(penalty: 20),
    ]
    rules.groupsOfWeek = max(2, 1 + count / 100)
    rules.pairsOfYear = max(4, count / 5)
    rules.restYears = 2
    return rules
  }

  // MARK: - Schools

  private static let subjects = [
    "art", "english", "home-economics", "japanese", "music", "physical-education", "science",
    "social-studies",
  ]

  /// What schools of both sides are like.
  private mutating func school(_ id: String, _ number: Int) -> ExchangeSchool {
    let isPrimary = random.chance(percent: 35)
    var school = ExchangeSchool(
      id: id + padded(number + 1, to: digits(for: count, least: 3)),
      level: isPrimary ? .primary : .secondary,
      grades: isPrimary ? 1...6 : random.pick([7...9, 10...12, 10...12, 7...12]),
      subjects: random.sample(random.within(2...4), of: Self.subjects).sorted(),
      pupils: random.within(8...120) * 10,
      roles: random.pick([
        ["teachers"], ["teachers"], ["principals", "teachers"], ["principals"],
      ]),
      sends: random.within(1...4), hosts: random.within(3...6),
      partners: random.pick([1, 1, 1, 1, 1, 1, 1, 2, 2, 3]),
      priority: random.chance(percent: 15) ? 2 : 1, tags: [Vocabulary.syntheticTag])
    if random.chance(percent: 4) {
      school.sends = 0
    } else if random.chance(percent: 4) {
      school.hosts = 0
    }
    if random.chance(percent: 40) {
      let month = random.pick([5, 6, 9, 10])
      school.hostsFrom = Day.on(year.fiscalYear, month, 1)
      school.hostsTo = Day.end(year.fiscalYear, min(15, month + random.within(3...5)))
    }
    if random.chance(percent: 30) {
      school.sendsFrom = Day.on(year.fiscalYear, random.pick([4, 6, 8, 9]), 1)
    }
    if random.chance(percent: 30) {
      let first = Day.on(year.fiscalYear, 4, 1).adding(days: 20 + random.below(300))
      school.closed = [first...first.adding(days: random.within(2...6))]
    }
    return school
  }

  private mutating func schoolInJapan(_ number: Int) -> ExchangeSchool {
    var school = school("XJ", number)
    school.area = Vocabulary.prefectures[random.position(weights: Vocabulary.prefectureWeights)]
    school.name = "Synthetic \(school.level.rawValue) school, \(school.area)"
    school.languages = ["ja"]
    if random.chance(percent: 75) { school.languages.append("en") }
    if let hosted = Self.hostPrefectures[school.area], hosted < year.fiscalYear {
      school.lastHosted = hosted
    }
    return school
  }

  /// The prefectures that hosted the published groups of 2024 and 2025.
  private static let hostPrefectures = ["Oita": 2024, "Fukuoka": 2025, "Hiroshima": 2025]

  private mutating func schoolAbroad(_ number: Int) -> ExchangeSchool {
    var school = school("XA", number)
    let country = random.position(weights: weights)
    school.country = country
    if !areas[country].isEmpty { school.area = random.pick(areas[country]) }
    school.name =
      "Synthetic \(school.level.rawValue) school, "
      + (school.area.isEmpty ? year.countries[country].nameEnglish : school.area)
    school.languages = random.chance(percent: 80) ? ["en"] : []
    if random.chance(percent: 45) { school.languages.append("ja") }
    let own = year.countries[country].language
    if !own.isEmpty, !school.languages.contains(own) { school.languages.append(own) }
    return school
  }

  // MARK: - Wishes and ties

  private mutating func addWishes(to index: Int) {
    guard random.chance(percent: 55) else { return }
    var wishes: [[Int]] = []
    for _ in 0..<random.within(1...4) {
      let other = random.below(count) + (index < count ? count : 0)
      if !wishes.joined().contains(other) { wishes.append([other]) }
    }
    year.exchange.schools[index].wishes = wishes
  }

  private mutating func addTies() {
    for japan in count..<(2 * count) where random.chance(percent: 25) {
      let visits = random.below(4)
      let tie = ExchangeTie(
        strength: random.within(4...10) * 10, toJapan: visits,
        fromJapan: max(0, visits - (random.chance(percent: 30) ? 1 : 0)))
      year.exchange.ties[SchoolPair(japan: japan, abroad: random.below(count))] = tie
    }
  }
}
