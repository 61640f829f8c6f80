// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom

/// How many returned partners and activities a year has.
struct ReturneeShape {
  /// 0 to 20,000 each.
  var returnees: Int
  var activities: Int
}

/// Adds to a year what activities of returned partners are planned from.
///
/// Nothing else of the year is changed. People and activities are drawn freely: a plan
/// in which nobody takes part in anything keeps every rule.
struct ReturneeBuilder {
  private var year: ProgrammeYear
  private let shape: ReturneeShape
  private var random: SplitMix64
  /// Schools of each country.
  private let schoolsOfCountry: [[Int]]

  init(_ year: ProgrammeYear, shape: ReturneeShape, random: SplitMix64) {
    self.year = year
    self.shape = shape
    self.random = random
    var schools = [[Int]](repeating: [], count: year.countries.count)
    for (index, school) in year.schools.enumerated() { schools[school.country].append(index) }
    schoolsOfCountry = schools
  }

  /// The year with its returnees.
  mutating func built() -> ProgrammeYear {
    guard shape.returnees > 0 || shape.activities > 0 else { return year }
    year.returnees.returnees = (0..<shape.returnees).map { returnee($0) }
    year.returnees.activities = (0..<shape.activities).map { activity($0) }
    year.returnees.rules = rules
    return year
  }

  /// Wishes give way to meeting people; travel has a budget that leaves some room.
  private var rules: ReturneeRules {
    var rules = ReturneeRules()
    rules.strictness = [
      .languages: .soft(penalty: 3), .skills: .soft(penalty: 1), .tie: .soft(penalty: 2),
    ]
    let seats = year.returnees.activities.reduce(0) {
      $0 + ($1.isOnline ? 0 : $1.seatsMin + $1.seatsMax)
    }
    rules.totalBudget = Int64(max(20, seats)) * 900
    return rules
  }

  // MARK: - People

  private mutating func returnee(_ index: Int) -> Returnee {
    let prefecture = random.position(weights: Vocabulary.prefectureWeights)
    let name = Vocabulary.prefectures[prefecture]
    let surname = random.pick(PersonNames.surnames).kanji
    let given = random.pick(PersonNames.women + PersonNames.men).kanji
    var returnee = Returnee(
      id: "R" + padded(index + 1, to: digits(for: shape.returnees, least: 3)),
      name: surname + " " + given, prefecture: name, home: place(near: prefecture),
      returned: Day.on(year.fiscalYear - 3, 4, 1).adding(days: random.below(3 * 365 + 150)),
      tags: [Vocabulary.syntheticTag])
    if let country = randomCountry() {
      returnee.country = country
      if !schoolsOfCountry[country].isEmpty, random.chance(percent: 70) {
        returnee.hostSchool = random.pick(schoolsOfCountry[country])
      }
      if random.chance(percent: 70) { returnee.languages = [year.countries[country].language] }
    }
    if random.chance(percent: 40), !returnee.languages.contains("en") {
      returnee.languages.append("en")
    }
    if Self.sendingPrefectures.contains(name), random.chance(percent: 40) {
      returnee.track = "prefecture:" + name
    }
    returnee.skills = random.sample(random.within(1...3), of: Vocabulary.skills).sorted()
    returnee.leads = random.chance(percent: 25)
    returnee.travelMetres =
      random.chance(percent: 35) ? random.pick([20, 40, 80, 150]) * 1_000 : nil
    returnee.freeWeekdays = random.pick([
      [.saturday, .sunday], [.saturday, .sunday], [.sunday], [.saturday], [],
      [.monday, .wednesday, .friday], [.friday, .saturday, .sunday],
    ])
    returnee.away = away()
    returnee.perQuarter = random.chance(percent: 40) ? random.within(1...4) : nil
    return returnee
  }

  /// The prefectures that send partners of their own, as published.
  private static let sendingPrefectures = ["Fukuoka", "Saitama", "Shizuoka"]

  private mutating func randomCountry() -> Int? {
    var weights = [Int](repeating: 0, count: year.countries.count)
    for cohort in year.cohorts { weights[cohort.country] += cohort.places }
    return weights.contains { $0 > 0 } ? random.position(weights: weights) : nil
  }

  private mutating func away() -> [ClosedRange<Day>] {
    var ranges: [ClosedRange<Day>] = []
    var day = random.below(200)
    while ranges.count < 2, random.chance(percent: 50) {
      let first = Day.on(year.fiscalYear, 4, 1).adding(days: day)
      let last = first.adding(days: random.within(3...20))
      ranges.append(first...last)
      day += 30 + random.below(120)
    }
    return ranges
  }

  /// A place within some twenty kilometres of a prefecture's seat.
  private mutating func place(near prefecture: Int) -> GeoPoint {
    let seat = Vocabulary.prefectureSeats[prefecture]
    func moved(_ degrees: Double, _ hundredths: Int) -> Double {
      ((degrees * 100).rounded() + Double(hundredths)) / 100
    }
    return GeoPoint(
      latitude: moved(seat.latitude, random.within(-18...18)),
      longitude: moved(seat.longitude, random.within(-20...20)))
  }

  // MARK: - Activities

  /// What an activity of a kind is like.
  private struct Kind {
    var word: String
    var title: String
    var weight: Int
    var seats: ClosedRange<Int>
    var reach: ClosedRange<Int>
    var isOnline = false
    var weekendPercent = 60
  }

  private static let kinds = [
    Kind(
      word: "japanese-class", title: "Japanese class for residents", weight: 35, seats: 1...3,
      reach: 8...30),
    Kind(
      word: "school-talk", title: "Talk at a school", weight: 25, seats: 1...2, reach: 30...240,
      weekendPercent: 25),
    Kind(
      word: "online-exchange", title: "Exchange on line with a host school", weight: 15,
      seats: 1...2, reach: 25...80, isOnline: true, weekendPercent: 30),
    Kind(
      word: "meeting", title: "Meeting with the next partners", weight: 10, seats: 2...5,
      reach: 10...60, weekendPercent: 85),
    Kind(
      word: "festival", title: "Stand at a festival", weight: 15, seats: 2...6,
      reach: 100...1_200, weekendPercent: 95),
  ]

  private mutating func activity(_ index: Int) -> Activity {
    let kind = Self.kinds[random.position(weights: Self.kinds.map(\.weight))]
    let prefecture = random.position(weights: Vocabulary.prefectureWeights)
    let first = day(weekendPercent: kind.weekendPercent)
    let lasts = kind.word == "festival" && first.weekday == .saturday && random.chance(percent: 40)
    let least = random.within(kind.seats.lowerBound...max(1, kind.seats.upperBound - 1))
    var activity = Activity(
      id: "E" + padded(index + 1, to: digits(for: shape.activities, least: 3)),
      name: "\(kind.title), \(Vocabulary.prefectures[prefecture])", kind: kind.word,
      prefecture: Vocabulary.prefectures[prefecture], place: place(near: prefecture),
      isOnline: kind.isOnline, days: first...first.adding(days: lasts ? 1 : 0), seatsMin: least,
      seatsMax: random.within(least...kind.seats.upperBound),
      leaders: least > 1 && random.chance(percent: 60) ? 1 : 0,
      reach: random.within(kind.reach), priority: random.chance(percent: 10) ? 2 : 1,
      tags: [Vocabulary.syntheticTag])
    if random.chance(percent: 45), let country = randomCountry() {
      activity.languages = [year.countries[country].language]
    }
    if ["festival", "school-talk"].contains(kind.word), random.chance(percent: 35) {
      activity.skills = [random.pick(Vocabulary.skills)]
    }
    if kind.isOnline, !year.returnees.returnees.isEmpty, random.chance(percent: 70) {
      activity.tie = random.pick(year.returnees.returnees).hostSchool
    }
    return activity
  }

  /// A day of the year; so many of a hundred at a weekend.
  private mutating func day(weekendPercent: Int) -> Day {
    let wantsWeekend = random.chance(percent: weekendPercent)
    // The last week is left out, so that a weekend ends within the year.
    var day = Day.on(year.fiscalYear, 4, 1).adding(days: random.below(356))
    while [.saturday, .sunday].contains(day.weekday) != wantsWeekend { day = day.adding(days: 1) }
    return day
  }
}
