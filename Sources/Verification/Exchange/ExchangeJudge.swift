// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Says what `docs/exchange.md` says of two schools and of a visit between them.
struct ExchangeJudge {
  let year: ProgrammeYear
  /// The days on which a visit may begin.
  let starts: [Day]
  /// For each school the positions of starts on which it may send, and may host, as bits.
  private let maySend: [UInt64]
  private let mayHost: [UInt64]
  private let subjects, languages, roles: SharedWords
  /// Numbers of the schools, which every pair asks for.
  private let briefs: [Brief]
  /// Prefectures that hosted within the years for which they rest.
  private let resting: Set<String>
  private let hardPairRules: [ExchangeRule]

  private var data: ExchangeData { year.exchange }
  private var rules: ExchangeRules { year.exchange.rules }

  init(_ year: ProgrammeYear) {
    self.year = year
    let data = year.exchange
    let starts = data.rules.starts(in: year.fiscalYear)
    self.starts = starts
    subjects = SharedWords(data.schools.map(\.subjects))
    languages = SharedWords(data.schools.map(\.languages))
    roles = SharedWords(data.schools.map(\.roles))
    briefs = data.schools.map {
      Brief(
        isPrimary: $0.level == .primary, grades: $0.grades, pupils: $0.pupils, sends: $0.sends,
        hosts: $0.hosts, partners: $0.partners)
    }
    hardPairRules = ExchangeRule.pairwise.filter { data.rules[$0] == .hard }
    resting = Set(
      data.schools.filter { school in
        guard school.isInJapan, let hosted = school.lastHosted else { return false }
        return year.fiscalYear - hosted <= data.rules.restYears
      }.map(\.area))
    let days = data.rules.days
    func isFree(_ school: ExchangeSchool, _ start: Day, hosting: Bool) -> Bool {
      let visit = start...start.adding(days: days - 1)
      return ExchangeRule.weekly.allSatisfy {
        data.rules[$0] == .off
          || Self.obstacle($0, school, visit, isHost: hosting, in: year) == nil
      }
    }
    func free(_ school: ExchangeSchool, hosting: Bool) -> UInt64 {
      starts.enumerated().reduce(0) { bits, start in
        isFree(school, start.element, hosting: hosting) ? bits | 1 << UInt64(start.offset) : bits
      }
    }
    maySend = data.schools.map { free($0, hosting: false) }
    mayHost = data.schools.map { free($0, hosting: true) }
  }

  private struct Brief {
    var isPrimary: Bool
    var grades: ClosedRange<Int>
    var pupils, sends, hosts, partners: Int
  }

  /// What stands in the way of a visit on one school's side, in words; nothing if nothing
  /// does.
  static func obstacle(
    _ rule: ExchangeRule, _ school: ExchangeSchool, _ visit: ClosedRange<Day>, isHost: Bool,
    in year: ProgrammeYear
  ) -> Sentence? {
    func entry(_ concerns: (CalendarEntry) -> Bool) -> Sentence? {
      let code = school.country.map { year.countries[$0].id } ?? CalendarEntry.japan
      let found = year.training.calendars.first { entry in
        guard entry.country == code, entry.days.overlaps(visit), concerns(entry) else {
          return false
        }
        return school.isInJapan || entry.areas.isEmpty || entry.areas.contains(school.area)
      }
      return found.map { "\($0.name) (\(stretch($0.days))) concerns \(school.id)" }
    }
    switch rule {
    case .calendars: return entry { $0.blocks.contains(.teachers) }
    case .inSession: return isHost ? entry { $0.kind != .festival } : nil
    case .windows:
      let (from, to) =
        isHost ? (school.hostsFrom, school.hostsTo) : (school.sendsFrom, school.sendsTo)
      if let from, visit.lowerBound < from {
        return isHost ? "\(school.id) hosts from \(from) on" : "\(school.id) sends from \(from) on"
      }
      if let to, visit.upperBound > to {
        return isHost ? "\(school.id) hosts until \(to)" : "\(school.id) sends until \(to)"
      }
      return school.closed.first { $0.overlaps(visit) }.map {
        "\(school.id) is closed on \(stretch($0))"
      }
    default: return nil
    }
  }

  // MARK: - Two schools

  /// Whether two schools keep a rule about them.
  func isKept(_ rule: ExchangeRule, by pair: SchoolPair) -> Bool {
    let (one, two) = (briefs[pair.japan], briefs[pair.abroad])
    switch rule {
    case .level: return one.isPrimary == two.isPrimary
    case .role: return roles.isAnyEmpty(pair) || roles.common(pair) > 0
    case .subject: return subjects.isAnyEmpty(pair) || subjects.common(pair) > 0
    case .language: return languages.common(pair) > 0
    case .grades:
      return one.grades.lowerBound <= two.grades.upperBound
        && two.grades.lowerBound <= one.grades.upperBound
    case .size:
      let (small, large) = (min(one.pupils, two.pupils), max(one.pupils, two.pupils))
      return large <= small * rules.mostRatio
    default: return true
    }
  }

  /// Whether a visit in a direction is what both schools do: the one sends, the other hosts.
  func isOffered(_ pair: SchoolPair, toJapan: Bool) -> Bool {
    let (guest, host) =
      toJapan
      ? (briefs[pair.abroad], briefs[pair.japan]) : (briefs[pair.japan], briefs[pair.abroad])
    return guest.sends > 0 && host.hosts > 0
  }

  func balance(before pair: SchoolPair) -> Int { data.ties[pair]?.balance ?? 0 }

  /// Whether one visit of a partnership is not returned though it could be and was not owed.
  func isUnreturned(_ pair: SchoolPair, _ ways: ExchangeWays) -> Bool {
    guard ways != .both, isOffered(pair, toJapan: true), isOffered(pair, toJapan: false) else {
      return false
    }
    let before = balance(before: pair)
    return ways == .toJapan ? before >= 0 : before <= 0
  }

  /// Visits owed that a partnership pays back.
  func paidBack(_ partnership: Partnership) -> Int {
    let before = balance(before: partnership.pair)
    switch partnership.ways {
    case .toJapan: return before < 0 ? 1 : 0
    case .fromJapan: return before > 0 ? 1 : 0
    case .both, nil: return 0
    }
  }

  /// Whether a prefecture that rests would host.
  func rests(_ japan: Int) -> Bool { resting.contains(data.schools[japan].area) }

  /// Whether a group is larger than its host can take.
  func isTooLarge(_ guest: Int, for host: Int) -> Bool {
    briefs[guest].sends > briefs[host].hosts
  }

  /// Whether a day that a visit takes is one that somebody had rather avoid.
  func isAvoided(_ visit: PlannedVisit) -> Bool {
    let days = visit.start...visit.start.adding(days: rules.days - 1)
    return [visit.guest, visit.host].contains { index in
      let school = data.schools[index]
      let code = school.country.map { year.countries[$0].id } ?? CalendarEntry.japan
      return year.training.calendars.contains { entry in
        entry.country == code && entry.avoids.contains(.teachers) && entry.days.overlaps(days)
          && (school.isInJapan || entry.areas.isEmpty || entry.areas.contains(school.area))
      }
    }
  }

  // MARK: - What is possible

  /// The starts on which a visit may begin.
  func starts(from guest: Int, to host: Int) -> [Int] {
    let bits = maySend[guest] & mayHost[host]
    return starts.indices.filter { bits >> UInt64($0) & 1 == 1 }
  }

  /// Whether the hard rules about two schools allow them some visits.
  func isPossible(_ pair: SchoolPair) -> Bool {
    guard briefs[pair.japan].partners > 0, briefs[pair.abroad].partners > 0,
      hardPairRules.allSatisfy({ isKept($0, by: pair) })
    else { return false }
    func offered(_ toJapan: Bool) -> UInt64 {
      let (guest, host) =
        toJapan ? (pair.abroad, pair.japan) : (pair.japan, pair.abroad)
      guard isOffered(pair, toJapan: toJapan),
        rules[.group] != .hard || !isTooLarge(guest, for: host),
        !toJapan || rules[.rotation] != .hard || !rests(pair.japan)
      else { return 0 }
      return maySend[guest] & mayHost[host]
    }
    let (coming, going) = (offered(true), offered(false))
    let isStrict = rules[.reciprocity] == .hard
    if coming != 0, !isStrict || !isUnreturned(pair, .toJapan) { return true }
    if going != 0, !isStrict || !isUnreturned(pair, .fromJapan) { return true }
    guard coming != 0, going != 0 else { return false }
    if rules[.oneAtATime] == .off { return true }
    // Both ways: the first of one and the last of the other are farthest apart.
    func ends(_ bits: UInt64) -> (first: Int, last: Int) {
      (bits.trailingZeroBitCount, 63 - bits.leadingZeroBitCount)
    }
    let (arriving, leaving) = (ends(coming), ends(going))
    return max(arriving.last - leaving.first, leaving.last - arriving.first)
      >= rules.weeksOfVisit
  }

  /// Every pair that is possible, by the school in Japan, then by that abroad.
  func possiblePairs() -> [SchoolPair] {
    let abroad = data.abroad
    return data.inJapan.flatMap { japan in
      abroad.map { SchoolPair(japan: japan, abroad: $0) }.filter { isPossible($0) }
    }
  }

  /// How many schools each school may have as partners.
  ///
  /// - Complexity: O(schools in Japan × schools abroad).
  func countPossible() -> [Int] {
    var counts = [Int](repeating: 0, count: data.schools.count)
    let abroad = data.abroad
    for japan in data.inJapan {
      for other in abroad where isPossible(SchoolPair(japan: japan, abroad: other)) {
        counts[japan] += 1
        counts[other] += 1
      }
    }
    return counts
  }

  // MARK: - Criteria and wishes

  /// The weighted points of two schools.
  func points(_ pair: SchoolPair) -> Int {
    let (one, two) = (data.schools[pair.japan], data.schools[pair.abroad])
    func wished(_ school: ExchangeSchool, _ other: Int) -> Int {
      school.wishes.firstIndex { $0.contains(other) }.map { max(20, 100 - 20 * $0) } ?? 0
    }
    return ExchangeCriterion.allCases.reduce(0) { sum, criterion in
      let weight = rules.weights[criterion] ?? 0
      let score: Int
      switch criterion {
      case .subject: score = subjects.percent(pair)
      case .language: score = languages.percent(pair)
      case .grades:
        let first = max(one.grades.lowerBound, two.grades.lowerBound)
        let last = min(one.grades.upperBound, two.grades.upperBound)
        score = 100 * max(0, last - first + 1) / min(one.grades.count, two.grades.count)
      case .size: score = 100 * min(one.pupils, two.pupils) / max(one.pupils, two.pupils)
      case .tie: score = data.ties[pair]?.strength ?? 0
      case .wishJapan: score = wished(one, pair.abroad)
      case .wishAbroad: score = wished(two, pair.japan)
      }
      return sum + weight * score
    }
  }

  /// Whether a school would rather have one partner than another: by its wishes, then by
  /// points.
  func prefers(_ one: Int, to two: Int, of school: Int) -> Bool {
    func rank(_ other: Int) -> (wish: Int, points: Int) {
      let wishes = data.schools[school].wishes
      let pair =
        data.schools[school].isInJapan
        ? SchoolPair(japan: school, abroad: other) : SchoolPair(japan: other, abroad: school)
      return (wishes.firstIndex { $0.contains(other) } ?? wishes.count, points(pair))
    }
    let (first, second) = (rank(one), rank(two))
    return first.wish < second.wish || first.wish == second.wish && first.points > second.points
  }
}

/// How many words two schools' lists share, counted once for any two different lists.
private struct SharedWords {
  /// Which list each school has.
  private let listOf: [Int]
  private let sizes: [Int]
  /// Row by row, for each two lists.
  private let shared: [Int32]

  init(_ lists: [[String]]) {
    var numbers: [Set<String>: Int] = [:]
    var distinct: [Set<String>] = []
    listOf = lists.map { words in
      let list = Set(words)
      if let known = numbers[list] { return known }
      numbers[list] = distinct.count
      distinct.append(list)
      return distinct.count - 1
    }
    sizes = distinct.map(\.count)
    shared = distinct.flatMap { one in distinct.map { Int32(one.intersection($0).count) } }
  }

  func common(_ pair: SchoolPair) -> Int {
    Int(shared[listOf[pair.japan] * sizes.count + listOf[pair.abroad]])
  }

  func isAnyEmpty(_ pair: SchoolPair) -> Bool {
    sizes[listOf[pair.japan]] == 0 || sizes[listOf[pair.abroad]] == 0
  }

  /// The shared words among those of the shorter list; 0 where one is empty.
  func percent(_ pair: SchoolPair) -> Int {
    let least = min(sizes[listOf[pair.japan]], sizes[listOf[pair.abroad]])
    return least == 0 ? 0 : 100 * common(pair) / least
  }
}
