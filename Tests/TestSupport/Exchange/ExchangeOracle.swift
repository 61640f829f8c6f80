// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// What `docs/exchange.md` says of a plan, written down a second time and as plainly as can
/// be.
package struct ExchangeOracle: Sendable {
  package let year: ProgrammeYear
  private let starts: [Day]
  private var data: ExchangeData { year.exchange }
  private var rules: ExchangeRules { year.exchange.rules }

  package init(_ year: ProgrammeYear) {
    self.year = year
    var starts: [Day] = []
    for number in 0..<400 {
      let day = (Day(iso: "\(year.fiscalYear)-04-01") ?? Day(number: 0)).adding(days: number)
      let last = day.adding(days: year.exchange.rules.days - 1)
      if day.weekday == year.exchange.rules.arrival,
        last <= Day(iso: "\(year.fiscalYear + 1)-03-31") ?? day
      {
        starts.append(day)
      }
    }
    self.starts = starts
  }

  // MARK: - Visits

  private struct Visit {
    var guest: Int
    var host: Int
    var start: Day
  }

  private func days(_ start: Day) -> [Day] { (0..<rules.days).map { start.adding(days: $0) } }

  private func entries(of school: ExchangeSchool) -> [CalendarEntry] {
    year.training.calendars.filter { entry in
      guard let country = school.country else { return entry.country == "JPN" }
      return entry.country == year.countries[country].id
        && (entry.areas == [] || entry.areas.contains(school.area))
    }
  }

  /// Whether some day of a visit is one of an entry that concerns one of the schools.
  private func touches(_ visit: Visit, _ schools: [Int], _ wanted: (CalendarEntry) -> Bool) -> Bool
  {
    schools.contains { school in
      entries(of: data.schools[school]).contains { entry in
        wanted(entry) && days(visit.start).contains { entry.days.contains($0) }
      }
    }
  }

  private func visitUnits(_ rule: ExchangeRule, _ visit: Visit) -> Int {
    let (guest, host) = (data.schools[visit.guest], data.schools[visit.host])
    let isBroken: Bool
    switch rule {
    case .calendars:
      isBroken = touches(visit, [visit.guest, visit.host]) { $0.blocks.contains(.teachers) }
    case .inSession:
      isBroken = touches(visit, [visit.host]) {
        [.exam, .closure, .schoolBreak].contains($0.kind)
      }
    case .windows:
      isBroken = days(visit.start).contains { day in
        day < guest.sendsFrom ?? day || day > guest.sendsTo ?? day || day < host.hostsFrom ?? day
          || day > host.hostsTo ?? day
          || (guest.closed + host.closed).contains { $0.contains(day) }
      }
    case .group: isBroken = guest.sends > host.hosts
    case .rotation: isBroken = host.isInJapan && rests(host.area)
    default: isBroken = false
    }
    return isBroken ? 1 : 0
  }

  private func rests(_ area: String) -> Bool {
    data.schools.contains {
      $0.isInJapan && $0.area == area
        && ($0.lastHosted.map { year.fiscalYear - $0 <= rules.restYears } ?? false)
    }
  }

  private func visits(_ partnership: Partnership) -> [Visit] {
    var visits: [Visit] = []
    let pair = partnership.pair
    if let day = partnership.toJapan {
      visits.append(Visit(guest: pair.abroad, host: pair.japan, start: day))
    }
    if let day = partnership.fromJapan {
      visits.append(Visit(guest: pair.japan, host: pair.abroad, start: day))
    }
    return visits
  }

  /// The weeks that a visit takes, by their first days.
  private func weeks(_ visit: Visit) -> [Int] {
    stride(from: 0, to: rules.days - 1, by: 7).map { visit.start.number + $0 }
  }

  // MARK: - Pairs

  private func pairUnits(_ rule: ExchangeRule, _ pair: SchoolPair) -> Int {
    let (one, two) = (data.schools[pair.japan], data.schools[pair.abroad])
    func apart(_ words: KeyPath<ExchangeSchool, [String]>, emptyFits: Bool = true) -> Bool {
      let (mine, theirs) = (one[keyPath: words], two[keyPath: words])
      if emptyFits, mine.isEmpty || theirs.isEmpty { return false }
      return !mine.contains { theirs.contains($0) }
    }
    let isBroken: Bool
    switch rule {
    case .level: isBroken = one.level != two.level
    case .role: isBroken = apart(\.roles)
    case .subject: isBroken = apart(\.subjects)
    case .language: isBroken = apart(\.languages, emptyFits: false)
    case .grades: isBroken = !one.grades.contains { two.grades.contains($0) }
    case .size:
      isBroken =
        one.pupils > rules.mostRatio * two.pupils || two.pupils > rules.mostRatio * one.pupils
    default: isBroken = false
    }
    return isBroken ? 1 : 0
  }

  private func owed(_ pair: SchoolPair) -> Int {
    (data.ties[pair]?.toJapan ?? 0) - (data.ties[pair]?.fromJapan ?? 0)
  }

  private func isUnreturned(_ partnership: Partnership) -> Bool {
    let pair = partnership.pair
    let (one, two) = (data.schools[pair.japan], data.schools[pair.abroad])
    guard (partnership.toJapan == nil) != (partnership.fromJapan == nil) else { return false }
    guard one.sends > 0, one.hosts > 0, two.sends > 0, two.hosts > 0 else { return false }
    if partnership.fromJapan == nil { return owed(pair) >= 0 }
    if partnership.toJapan == nil { return owed(pair) <= 0 }
    return false
  }

  private func paidBack(_ partnership: Partnership) -> Int {
    if partnership.fromJapan == nil { return owed(partnership.pair) < 0 ? 1 : 0 }
    if partnership.toJapan == nil { return owed(partnership.pair) > 0 ? 1 : 0 }
    return 0
  }

  /// Everything that two schools may do by the hard rules about them and their visits.
  package func options(_ pair: SchoolPair) -> [Partnership] {
    guard data.schools[pair.japan].partners > 0, data.schools[pair.abroad].partners > 0,
      ExchangeRule.pairwise.allSatisfy({ rules[$0] != .hard || pairUnits($0, pair) == 0 })
    else { return [] }
    func days(_ guest: Int, _ host: Int) -> [Day] {
      guard data.schools[guest].sends > 0, data.schools[host].hosts > 0 else { return [] }
      return starts.filter { start in
        let visit = Visit(guest: guest, host: host, start: start)
        return [.windows, .calendars, .inSession, .group, .rotation].allSatisfy {
          rules[$0] != .hard || visitUnits($0, visit) == 0
        }
      }
    }
    let (coming, going) = (days(pair.abroad, pair.japan), days(pair.japan, pair.abroad))
    var options = coming.map { Partnership(pair, toJapan: $0) }
    options += going.map { Partnership(pair, fromJapan: $0) }
    if rules[.reciprocity] == .hard { options.removeAll { isUnreturned($0) } }
    for one in coming {
      for other in going {
        let both = Partnership(pair, toJapan: one, fromJapan: other)
        if rules[.oneAtATime] == .hard,
          !Set(weeks(visits(both)[0])).isDisjoint(
            with: weeks(visits(both)[1]))
        {
          continue
        }
        options.append(both)
      }
    }
    return options
  }

  private var pairs: [SchoolPair] {
    data.inJapan.flatMap { japan in
      data.abroad.map { SchoolPair(japan: japan, abroad: $0) }
    }
  }

  // MARK: - Plans

  /// What stays the same for all plans of the year.
  package struct Possible: Sendable {
    package var options: [SchoolPair: [Partnership]] = [:]
    var counts: [Int] = []
  }

  package var possible: Possible {
    var possible = Possible(counts: [Int](repeating: 0, count: data.schools.count))
    for pair in pairs {
      let own = options(pair)
      guard !own.isEmpty else { continue }
      possible.options[pair] = own
      possible.counts[pair.japan] += 1
      possible.counts[pair.abroad] += 1
    }
    return possible
  }

  private func partners(_ school: Int, _ plan: [Partnership]) -> [Int] {
    plan.filter { $0.pair.japan == school || $0.pair.abroad == school }.map {
      $0.pair.japan == school ? $0.pair.abroad : $0.pair.japan
    }
  }

  /// Units of each rule that is not off.
  package func units(of plan: [Partnership]) -> [ExchangeRule: Int] {
    var units: [ExchangeRule: Int] = [:]
    for rule in ExchangeRule.allCases where rules[rule] != .off {
      units[rule] = self.units(of: rule, plan)
    }
    return units
  }

  private func units(of rule: ExchangeRule, _ plan: [Partnership]) -> Int {
    let all = plan.flatMap { visits($0) }
    let areas = Set(data.schools.filter(\.isInJapan).map(\.area))
    switch rule {
    case .level, .role, .language, .subject, .grades, .size:
      return plan.reduce(0) { $0 + pairUnits(rule, $1.pair) }
    case .group, .windows, .calendars, .inSession, .rotation:
      return all.reduce(0) { $0 + visitUnits(rule, $1) }
    case .reciprocity: return plan.count { isUnreturned($0) }
    case .partners:
      let over = data.schools.indices.reduce(0) {
        $0 + max(0, partners($1, plan).count - data.schools[$1].partners)
      }
      let empty = plan.count { $0.toJapan == nil && $0.fromJapan == nil }
      return over + empty
        + all.reduce(0) { sum, visit in
          sum + (data.schools[visit.guest].sends == 0 ? 1 : 0)
            + (data.schools[visit.host].hosts == 0 ? 1 : 0)
            + (starts.contains(visit.start) ? 0 : 1)
        }
    case .oneAtATime:
      var pairs = 0
      for school in data.schools.indices {
        let own = all.filter { $0.guest == school || $0.host == school }
        for first in own.indices {
          for second in own.indices where first < second {
            if weeks(own[first]).contains(where: { weeks(own[second]).contains($0) }) {
              pairs += 1
            }
          }
        }
      }
      return pairs
    case .prefectureWeek:
      var over = 0
      for area in areas {
        var counts: [Int: Int] = [:]
        for visit in all where data.schools[visit.host].isInJapan {
          guard data.schools[visit.host].area == area else { continue }
          for week in weeks(visit) { counts[week, default: 0] += 1 }
        }
        over += counts.values.reduce(0) { $0 + max(0, $1 - rules.groupsOfWeek) }
      }
      return over
    case .prefectureYear:
      guard let most = rules.pairsOfYear else { return 0 }
      return areas.reduce(0) { over, area in
        over + max(0, plan.count { data.schools[$0.pair.japan].area == area } - most)
      }
    case .countries:
      return Set(data.schools.compactMap(\.country)).reduce(0) { short, country in
        short
          + max(
            0,
            rules.pairsOfCountry - plan.count { data.schools[$0.pair.abroad].country == country })
      }
    }
  }

  private func points(_ pair: SchoolPair) -> Int {
    let (one, two) = (data.schools[pair.japan], data.schools[pair.abroad])
    func percent(_ mine: [String], _ theirs: [String]) -> Int {
      let least = min(mine.count, theirs.count)
      return least == 0 ? 0 : mine.filter { theirs.contains($0) }.count * 100 / least
    }
    func wish(_ school: ExchangeSchool, _ other: Int) -> Int {
      for (rank, group) in school.wishes.enumerated() where group.contains(other) {
        return [100, 80, 60, 40, 20][min(rank, 4)]
      }
      return 0
    }
    let scores: [ExchangeCriterion: Int] = [
      .subject: percent(one.subjects, two.subjects),
      .language: percent(one.languages, two.languages),
      .grades: one.grades.filter { two.grades.contains($0) }.count * 100
        / min(one.grades.count, two.grades.count),
      .size: 100 * min(one.pupils, two.pupils) / max(one.pupils, two.pupils),
      .tie: data.ties[pair]?.strength ?? 0, .wishJapan: wish(one, pair.abroad),
      .wishAbroad: wish(two, pair.japan),
    ]
    return rules.weights.reduce(0) { $0 + $1.value * (scores[$1.key] ?? 0) }
  }

  /// Less is better: the rank of the wish, then fewer points.
  private func place(of other: Int, for school: Int) -> (Int, Int) {
    let own = data.schools[school]
    let pair =
      own.isInJapan
      ? SchoolPair(japan: school, abroad: other) : SchoolPair(japan: other, abroad: school)
    return (own.wishes.firstIndex { $0.contains(other) } ?? own.wishes.count, -points(pair))
  }

  private func wouldTake(_ school: Int, _ other: Int, _ plan: [Partnership]) -> Bool {
    let now = partners(school, plan)
    return now.count < data.schools[school].partners
      || now.contains { place(of: other, for: school) < place(of: $0, for: school) }
  }

  /// The tiers of a plan.
  package func tiers(
    of plan: [Partnership], units: [ExchangeRule: Int], possible: Possible
  ) -> [TierResult] {
    data.objective.map { goal in
      var shares: [Int]?
      let value: Int
      switch goal {
      case .penalties:
        value = units.reduce(0) { $0 + $1.value * (rules[$1.key].penalty ?? 0) }
      case .pairs:
        value = plan.reduce(0) {
          $0 + data.schools[$1.pair.japan].priority + data.schools[$1.pair.abroad].priority
        }
      case .debts: value = plan.reduce(0) { $0 + paidBack($1) }
      case .points: value = plan.reduce(0) { $0 + points($1.pair) }
      case .repeats:
        value = plan.count {
          $0.toJapan != nil && rests(data.schools[$0.pair.japan].area)
        }
      case .weeks:
        value = plan.flatMap { visits($0) }.count { visit in
          touches(visit, [visit.guest, visit.host]) { $0.avoids.contains(.teachers) }
        }
      case .fairness:
        let all = year.countries.indices.compactMap { country -> Int? in
          let most = data.abroad.filter { data.schools[$0].country == country }.reduce(0) {
            $0 + min(data.schools[$1].partners, possible.counts[$1])
          }
          let count = plan.count { data.schools[$0.pair.abroad].country == country }
          guard most > 0 || count > 0 else { return nil }
          return min(10_000, 10_000 * count / max(1, most))
        }.sorted()
        shares = all
        value = all.first ?? 10_000
      case .blockingPairs:
        value = possible.options.keys.count { pair in
          !plan.contains { $0.pair == pair } && wouldTake(pair.japan, pair.abroad, plan)
            && wouldTake(pair.abroad, pair.japan, plan)
        }
      case .ranks:
        value = data.abroad.reduce(0) { sum, school in
          let others = possible.options.keys.filter { $0.abroad == school }.map(\.japan)
          // A place without a partner counts as one behind all.
          var ranks = [Int](
            repeating: others.count, count: min(data.schools[school].partners, others.count))
          for (position, partner) in partners(school, plan).enumerated() {
            let better = others.count {
              place(of: $0, for: school) < place(of: partner, for: school)
            }
            if position < ranks.count {
              ranks[position] = better
            } else {
              ranks.append(better - others.count)
            }
          }
          return sum + ranks.reduce(0, +)
        }
      }
      return TierResult(
        name: goal.rawValue, value: Int64(value), bound: Int64(value), shares: shares)
    }
  }

  // MARK: - The best plan

  /// How many plans there are, hard rules about more than two schools left aside.
  package var planCount: Int {
    possible.options.values.reduce(1) {
      $0 * (1 + $1.count) > 1_000_000 ? 1_000_001 : $0 * (1 + $1.count)
    }
  }

  /// The tiers of the best plan, found by looking at every plan; nothing when there is none.
  package func best() -> [TierResult]? {
    let possible = possible
    let lists = possible.options.sorted { $0.key < $1.key }.map(\.value)
    var best: [TierResult]?
    var plan: [Partnership] = []
    func look(_ position: Int) {
      guard position < lists.count else {
        let units = units(of: plan)
        guard units.allSatisfy({ rules[$0.key] != .hard || $0.value == 0 }) else { return }
        let tiers = tiers(of: plan, units: units, possible: possible)
        if best.map({ isBetter(tiers, than: $0) }) ?? true { best = tiers }
        return
      }
      look(position + 1)
      for option in lists[position] {
        guard
          [option.pair.japan, option.pair.abroad].allSatisfy({
            partners($0, plan).count < data.schools[$0].partners
          })
        else { return }
        plan.append(option)
        look(position + 1)
        plan.removeLast()
      }
    }
    look(0)
    return best
  }

  private func isBetter(_ left: [TierResult], than right: [TierResult]) -> Bool {
    for (one, other) in zip(left, right) {
      if let mine = one.shares, let theirs = other.shares {
        if mine != theirs { return theirs.lexicographicallyPrecedes(mine) }
      } else if one.value != other.value {
        let isLeast = ["penalties", "repeats", "weeks", "blocking-pairs", "ranks"]
          .contains(one.name)
        return isLeast == (one.value < other.value)
      }
    }
    return false
  }
}
