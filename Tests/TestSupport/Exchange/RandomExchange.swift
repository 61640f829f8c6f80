// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A year of up to three schools in Japan and three abroad in which some rules are made to
/// bind and the others are left alone.
///
/// The same seed gives the same year. While there are more than `mostPlans` plans, schools
/// are taken away.
package func randomSmallExchange(
  seed: UInt64, mostPlans: Int = 2_500, stable: Bool = false
) -> ProgrammeYear {
  var builder = RandomExchangeBuilder(seed: seed)
  builder.build(mostPlans: mostPlans, stable: stable)
  return builder.year
}

private struct RandomExchangeBuilder {
  var random: SplitMix64
  var themes: Set<ExchangeRule> = []
  var year = ProgrammeYear(
    title: "random", fiscalYear: 2026,
    countries: [Country(id: "LAO", language: "lo"), Country(id: "THA", language: "th")],
    cohorts: [], schools: [], applicants: [])

  init(seed: UInt64) {
    random = SplitMix64(seed: seed &* 0x9E6C_63D0_876A_46C7 &+ 31)
  }

  func has(_ rule: ExchangeRule) -> Bool { themes.contains(rule) }

  mutating func build(mostPlans: Int, stable: Bool) {
    themes = Set(
      random.some(of: ExchangeRule.allCases.filter { !$0.isStructural }, percent: 40))
    let (abroad, japan) = (random.integer(in: 2...3), random.integer(in: 2...3))
    var schools = (1...abroad).map { school("A\($0)", country: random.below(2)) }
    schools += (1...japan).map { school("J\($0)", country: nil) }
    year.exchange.schools = schools
    addWishes()
    addTies()
    addCalendars()
    addRules(stable: stable)
    while ExchangeOracle(year).planCount > mostPlans {
      // The last school of the larger side goes.
      let inJapan = year.exchange.inJapan.count
      let leaves =
        inJapan * 2 > year.exchange.schools.count
        ? year.exchange.schools.count - 1 : year.exchange.schools.count - inJapan - 1
      remove(leaves)
    }
  }

  private mutating func remove(_ index: Int) {
    func moved(_ school: Int) -> Int? {
      school == index ? nil : school > index ? school - 1 : school
    }
    year.exchange.schools.remove(at: index)
    for school in year.exchange.schools.indices {
      year.exchange.schools[school].wishes = year.exchange.schools[school].wishes
        .map { $0.compactMap(moved) }.filter { !$0.isEmpty }
    }
    var ties: [SchoolPair: ExchangeTie] = [:]
    for (pair, tie) in year.exchange.ties {
      guard let japan = moved(pair.japan), let abroad = moved(pair.abroad) else { continue }
      ties[SchoolPair(japan: japan, abroad: abroad)] = tie
    }
    year.exchange.ties = ties
  }

  private func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

  /// A school whose windows hold three Sundays, 7, 14 and 21 June.
  private mutating func school(_ id: String, country: Int?) -> ExchangeSchool {
    var school = ExchangeSchool(
      id: id, country: country, area: country == nil ? random.pick(["P", "P", "Q"]) : "North",
      subjects: ["music"], languages: ["en"], pupils: 100, roles: [], sends: 2, hosts: 2,
      partners: random.pick([1, 1, 2]), priority: random.pick([1, 1, 2]))
    if has(.level), random.chance(40) { school.level = .primary }
    if has(.role) { school.roles = random.pick([[], ["principals"], ["teachers"]]) }
    if has(.language) { school.languages = random.pick([["en"], ["ja", "en"], ["ja"], []]) }
    if has(.subject) { school.subjects = random.pick([[], ["art"], ["music"], ["art", "music"]]) }
    if has(.grades) { school.grades = random.pick([1...6, 5...8, 7...9]) }
    if has(.size) { school.pupils = random.pick([50, 100, 210]) }
    if has(.group) {
      school.sends = random.integer(in: 0...3)
      school.hosts = school.sends == 0 ? 2 : random.integer(in: 0...3)
    }
    let (first, last) = (day("2026-06-07"), day("2026-06-28"))
    (school.sendsFrom, school.sendsTo) = (first, last)
    (school.hostsFrom, school.hostsTo) = (first, last)
    if has(.windows) {
      if random.chance(40) { school.sendsFrom = day("2026-06-14") }
      if random.chance(40) { school.hostsTo = day("2026-06-21") }
      if random.chance(20) { school.closed = [day("2026-06-16")...day("2026-06-17")] }
    }
    if country == nil, has(.rotation) || random.chance(30) {
      school.lastHosted = random.pick([2024, 2025, nil])
    }
    return school
  }

  private mutating func addWishes() {
    for index in year.exchange.schools.indices where random.chance(60) {
      let others =
        year.exchange.schools[index].isInJapan ? year.exchange.abroad : year.exchange.inJapan
      year.exchange.schools[index].wishes =
        random.chance(70)
        ? others.filter { _ in random.chance(60) }.map { [$0] } : [others]
    }
  }

  private mutating func addTies() {
    for japan in year.exchange.inJapan {
      for abroad in year.exchange.abroad where random.chance(has(.reciprocity) ? 60 : 25) {
        year.exchange.ties[SchoolPair(japan: japan, abroad: abroad)] = ExchangeTie(
          strength: random.below(3) * 40, toJapan: random.below(3), fromJapan: random.below(3))
      }
    }
  }

  private mutating func addCalendars() {
    func entry(
      _ country: String, _ kind: CalendarEntry.Kind, _ first: String, _ last: String,
      blocks: [Trainee] = [], avoids: [Trainee] = []
    ) {
      year.training.calendars.append(
        CalendarEntry(
          country: country, name: "Days off", kind: kind, days: day(first)...day(last),
          blocks: blocks, avoids: avoids))
    }
    if has(.calendars) {
      entry(
        random.pick(["JPN", "THA"]), .festival, "2026-06-16", "2026-06-17",
        blocks: [random.pick([.teachers, .teachers, .students])])
      // Beyond June nobody travels.
      entry("JPN", .festival, "2026-04-01", "2026-06-06", blocks: [.teachers])
      entry("JPN", .festival, "2026-06-29", "2027-03-31", blocks: [.teachers])
    }
    if has(.inSession) {
      entry(
        random.pick(["JPN", "THA", "LAO"]),
        random.pick([.exam, .closure, .schoolBreak, .festival]), "2026-06-08", "2026-06-09")
    }
    if random.chance(50) {
      entry(
        random.pick(["JPN", "THA"]), .festival, random.pick(["2026-06-10", "2026-06-21"]),
        "2026-06-22", avoids: [.teachers])
    }
  }

  private mutating func addRules(stable: Bool) {
    var rules = ExchangeRules()
    rules.days = random.pick([8, 8, 8, 9])
    rules.mostRatio = 2
    rules.groupsOfWeek = has(.prefectureWeek) ? 1 : 10
    rules.pairsOfYear = has(.prefectureYear) ? random.integer(in: 0...2) : nil
    rules.pairsOfCountry = has(.countries) ? random.integer(in: 1...2) : 0
    rules.restYears = random.integer(in: 0...2)
    if random.chance(40) { rules.weights = [.subject: 1, .tie: 2, .wishJapan: 1] }
    for rule in ExchangeRule.allCases where !rule.isStructural {
      if rule == .rotation, !has(rule) {
        rules.strictness[rule] = .off
      } else if rule == .windows {
        // Something has to keep the weeks few.
        if has(.calendars), !has(.windows), random.chance(40) { rules.strictness[rule] = .off }
      } else if !has(rule), random.chance(25) {
        rules.strictness[rule] = .off
      }
      if has(rule), rule.mayBeSoft, random.chance(40) {
        rules.strictness[rule] = .soft(penalty: random.integer(in: 1...4))
      }
    }
    year.exchange.rules = rules
    switch random.below(5) {
    case 0: year.exchange.objective = [.penalties, .fairness, .pairs, .repeats, .points]
    case 1: year.exchange.objective = [.debts, .pairs, .weeks, .penalties, .fairness]
    case 2: year.exchange.objective = [.points, .penalties, .pairs]
    default: year.exchange.objective = ExchangeData.defaultObjective
    }
    if stable {
      year.exchange.objective = ExchangeGoal.stability + ExchangeData.defaultObjective
    }
  }
}
