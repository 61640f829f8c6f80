// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A year of up to four returnees and four activities in which some rules are made to
/// bind and the others are left alone.
///
/// The same seed gives the same year. While more than `mostPairs` pairs may take part,
/// people are taken away.
package func randomSmallReturnees(seed: UInt64, mostPairs: Int = 9) -> ProgrammeYear {
  var builder = RandomReturneesBuilder(seed: seed)
  builder.build(mostPairs: mostPairs)
  return builder.year
}

/// A year of which some participations were announced, all of them by hard rule, but for a few
/// where the seed says so.
package func randomAnnouncedReturnees(seed: UInt64, mostPairs: Int = 9) -> ProgrammeYear {
  var year = randomSmallReturnees(seed: seed, mostPairs: mostPairs)
  var random = SplitMix64(seed: seed &+ 9_000_000)
  year.returnees.announced = random.some(of: ReturneeOracle(year).allowedPairs, percent: 35)
    .sorted()
  if random.chance(30) { year.returnees.rules.mostMoved = random.integer(in: 1...2) }
  return year
}

private struct RandomReturneesBuilder {
  var random: SplitMix64
  var themes: Set<ReturneeRule> = []
  var year = ProgrammeYear(
    title: "random", fiscalYear: 2026, countries: [Country(id: "THA", language: "th")],
    cohorts: [], schools: [], applicants: [])

  init(seed: UInt64) {
    random = SplitMix64(seed: seed &* 0x9E6C_63D0_876A_46C7 &+ 29)
  }

  func has(_ rule: ReturneeRule) -> Bool { themes.contains(rule) }

  mutating func build(mostPairs: Int) {
    themes = Set(
      random.some(
        of: ReturneeRule.allCases.filter { !$0.isStructural && $0 != .announced }, percent: 45))
    year.schools = ["S1", "S2"].map {
      School(id: $0, country: 0, position: GeoPoint(latitude: 15, longitude: 100))
    }
    for index in 0..<random.integer(in: 2...4) { addReturnee(index) }
    for index in 0..<random.integer(in: 2...4) { addActivity(index) }
    addRules()
    while ReturneeOracle(year).allowedPairs.count > mostPairs {
      year.returnees.returnees.removeLast()
    }
    year.returnees.journeys = year.returnees.journeys.filter {
      $0.key.returnee < year.returnees.returnees.count
    }
  }

  /// A place on a line on which a step is about nine kilometres.
  private mutating func place() -> GeoPoint {
    GeoPoint(latitude: 35, longitude: 135 + 0.1 * Double(random.below(has(.distance) ? 8 : 3)))
  }

  /// A day about the change of a quarter.
  private mutating func day() -> Day {
    (Day(iso: "2026-06-26") ?? Day(number: 0)).adding(days: random.below(10))
  }

  private mutating func addReturnee(_ index: Int) {
    var returnee = Returnee(
      id: "R\(index + 1)", prefecture: random.pick(["A", "B"]), home: place(), country: 0,
      returned: Day(iso: "2026-01-10") ?? Day(number: 0))
    if has(.prefectureFirst), random.chance(70) {
      returnee.track = "prefecture:" + random.pick(["A", "B"])
    }
    if has(.afterReturn), random.chance(50) { returnee.returned = day().adding(days: -28) }
    if has(.freeDays) {
      if random.chance(40) { returnee.freeWeekdays = [.saturday, .sunday, .monday] }
      if random.chance(40) {
        let first = day()
        returnee.away = [first...first.adding(days: random.below(4))]
      }
    }
    if has(.distance), random.chance(50) {
      returnee.travelMetres = random.pick([0, 9_000, 20_000, 40_000])
    }
    if has(.load), random.chance(50) { returnee.perQuarter = random.below(3) }
    returnee.leads = random.chance(40)
    if random.chance(50) { returnee.languages = [random.pick(["th", "id"])] }
    if random.chance(50) { returnee.skills = [random.pick(["dance", "song"])] }
    if random.chance(60) { returnee.hostSchool = random.below(2) }
    year.returnees.returnees.append(returnee)
  }

  private mutating func addActivity(_ index: Int) {
    let first = day()
    let least = random.pick([1, 1, 1, 2])
    var activity = Activity(
      id: "E\(index + 1)", prefecture: random.pick(["A", "B"]), place: place(),
      isOnline: random.chance(15), days: first...first.adding(days: random.pick([0, 0, 1])),
      seatsMin: least, seatsMax: least + random.below(2), reach: random.pick([10, 10, 25, 40]),
      priority: random.pick([1, 1, 2]))
    if has(.leaders) { activity.leaders = random.below(activity.seatsMax + 1) }
    if has(.languages), random.chance(60) { activity.languages = [random.pick(["th", "id"])] }
    if has(.skills), random.chance(60) { activity.skills = [random.pick(["dance", "song"])] }
    if has(.tie), random.chance(60) { activity.tie = random.below(2) }
    for returnee in year.returnees.returnees.indices where random.chance(15) {
      year.returnees.journeys[Participation(returnee: returnee, activity: index)] = GivenJourney(
        metres: 1_000 * random.below(40), cost: random.chance(50) ? 700 : nil)
    }
    year.returnees.activities.append(activity)
  }

  private mutating func addRules() {
    var rules = ReturneeRules()
    rules.maximumMetres = has(.distance) ? random.pick([9_500, 20_000]) : 100_000
    rules.perQuarter = has(.load) ? random.integer(in: 1...2) : 4
    rules.daysBetween = has(.neighbouringDays) ? random.below(4) : 0
    rules.yenPerKilometre = random.pick([25, 60])
    if has(.budget) { rules.totalBudget = Int64(500 * random.below(8)) }
    for rule in ReturneeRule.allCases where !rule.isStructural && rule != .announced {
      if !has(rule), random.chance(25) { rules.strictness[rule] = .off }
      if has(rule), rule.mayBeSoft, random.chance(40) {
        rules.strictness[rule] = .soft(penalty: random.integer(in: 1...4))
      }
    }
    year.returnees.rules = rules
    var goals = ReturneeGoal.allCases
    switch random.below(4) {
    case 0: goals = [.penalties, .fairness, .reach, .travel, .filled]
    case 1: goals = [.filled, .penalties, .travel, .fairness]
    default: goals = ReturneeData.defaultObjective
    }
    year.returnees.objective = goals
  }
}
