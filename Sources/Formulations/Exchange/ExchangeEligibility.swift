// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Which schools may be partners and which visits they may make, as the rules about two
/// schools and their weeks say.
package struct ExchangeEligibility: Sendable {
  package let year: ProgrammeYear
  package let weeks: ExchangeWeeks
  /// Pairs with a choice, by the school in Japan, then by that abroad.
  package let pairs: [Pair]
  /// What the pairs may do, pair by pair.
  package let choices: [Choice]
  /// Pairs that each school may be in.
  package let pairCounts: [Int]

  /// Two schools that may be partners.
  package struct Pair: Sendable {
    package var japan: Int32
    package var abroad: Int32
    /// Weighted points of the criteria.
    package var points: Int32
    /// Where the pair's choices begin in `choices`, and how many there are.
    package var firstChoice: Int32
    package var choiceCount: Int32

    package var schools: SchoolPair { SchoolPair(japan: Int(japan), abroad: Int(abroad)) }
    package var range: Range<Int> { Int(firstChoice)..<Int(firstChoice + choiceCount) }
  }

  /// Visits that a pair may make.
  package struct Choice: Sendable {
    package var pair: Int32
    package var ways: ExchangeWays
    /// What soft rules about the pair and these visits cost.
    package var penalty: Int32
    /// Visits owed that these pay back.
    package var debts: Int8
    /// Visits to a prefecture that rests.
    package var repeats: Int8
    /// Fewest visits on avoided days.
    package var avoided: Int8
  }

  /// Looks at every pair.
  ///
  /// - Complexity: O(schools in Japan × schools abroad).
  package init(_ year: ProgrammeYear) {
    self.year = year
    let data = year.exchange
    let weeks = ExchangeWeeks(year)
    self.weeks = weeks
    let test = ExchangePairTest(year, weeks)
    var pairs: [Pair] = []
    var choices: [Choice] = []
    var counts = [Int](repeating: 0, count: data.schools.count)
    let abroad = data.abroad.filter { data.schools[$0].partners > 0 }
    for japan in data.inJapan where data.schools[japan].partners > 0 {
      for other in abroad {
        guard let penalty = test.penalty(of: japan, with: other) else { continue }
        let first = choices.count
        test.addChoices(of: japan, with: other, pair: pairs.count, penalty, to: &choices)
        guard choices.count > first else { continue }
        counts[japan] += 1
        counts[other] += 1
        pairs.append(
          Pair(
            japan: Int32(japan), abroad: Int32(other), points: test.points(of: japan, with: other),
            firstChoice: Int32(first), choiceCount: Int32(choices.count - first)))
      }
    }
    self.pairs = pairs
    self.choices = choices
    pairCounts = counts
  }

  /// The weeks in which a pair's visit to Japan may begin; that from Japan.
  package func weeksToJapan(_ pair: Int) -> UInt64 {
    weeks.hosting[Int(pairs[pair].japan)] & weeks.sending[Int(pairs[pair].abroad)]
  }
  package func weeksFromJapan(_ pair: Int) -> UInt64 {
    weeks.hosting[Int(pairs[pair].abroad)] & weeks.sending[Int(pairs[pair].japan)]
  }
  /// The weeks in which a visit between the two is on days that somebody had rather avoid.
  package func avoidedWeeks(_ pair: Int) -> UInt64 {
    weeks.avoided[Int(pairs[pair].abroad)] | weeks.avoided[Int(pairs[pair].japan)]
  }

  /// Most partnerships of each country; 0 where it can have none.
  package var mostOfCountries: [Int] {
    var most = [Int](repeating: 0, count: year.countries.count)
    for (index, school) in year.exchange.schools.enumerated() {
      guard let country = school.country else { continue }
      most[country] += min(school.partners, pairCounts[index])
    }
    return most
  }

  /// Whether a country has a school abroad among those that exchange.
  package var countriesWithSchools: Set<Int> {
    Set(year.exchange.schools.compactMap(\.country))
  }
}

/// Judges pairs.
struct ExchangePairTest {
  private let data: ExchangeData
  private let weeks: ExchangeWeeks
  private let subjects, languages, roles: WordMasks
  /// The rank of each wish of each school, from 0.
  private let wishes: [[Int: Int]]
  private let rests: [Bool]
  /// Numbers of the schools, which every pair asks for.
  private let briefs: [Brief]
  /// What a broken rule about two schools costs; `hard` where it may not be broken, 0 where
  /// it is off.
  private let prices: [Int]
  private let group, rotation, reciprocity: Strictness
  private let isOneAtATime: Bool
  private let weights: [(ExchangeCriterion, Int)]

  private static let hard = -1

  private struct Brief {
    var isPrimary: Bool
    var grades: ClosedRange<Int>
    var pupils, sends, hosts: Int
  }

  init(_ year: ProgrammeYear, _ weeks: ExchangeWeeks) {
    data = year.exchange
    self.weeks = weeks
    subjects = WordMasks(data.schools.map(\.subjects))
    languages = WordMasks(data.schools.map(\.languages))
    roles = WordMasks(data.schools.map(\.roles))
    wishes = data.schools.map { school in
      var ranks: [Int: Int] = [:]
      for (rank, group) in school.wishes.enumerated() {
        for other in group { ranks[other] = rank }
      }
      return ranks
    }
    var last: [String: Int] = [:]
    for school in data.schools where school.isInJapan {
      guard let hosted = school.lastHosted else { continue }
      last[school.area] = max(last[school.area] ?? hosted, hosted)
    }
    let (rules, fiscalYear) = (data.rules, year.fiscalYear)
    briefs = data.schools.map {
      Brief(
        isPrimary: $0.level == .primary, grades: $0.grades, pupils: $0.pupils, sends: $0.sends,
        hosts: $0.hosts)
    }
    prices = ExchangeRule.pairwise.map {
      rules[$0] == .hard ? Self.hard : rules[$0].penalty ?? 0
    }
    group = rules[.group]
    rotation = rules[.rotation]
    reciprocity = rules[.reciprocity]
    weights = ExchangeCriterion.allCases.compactMap { criterion in
      rules.weights[criterion].flatMap { $0 > 0 ? (criterion, $0) : nil }
    }
    isOneAtATime = rules[.oneAtATime] != .off
    rests = data.schools.map { school in
      school.isInJapan && (last[school.area].map { fiscalYear - $0 <= rules.restYears } ?? false)
    }
  }

  /// What soft rules about two schools cost; nothing when a hard one forbids them.
  func penalty(of japan: Int, with abroad: Int) -> Int? {
    var penalty = 0
    for (rule, price) in zip(ExchangeRule.pairwise, prices)
    where price != 0 && !isKept(rule, japan, abroad) {
      guard price != Self.hard else { return nil }
      penalty += price
    }
    return penalty
  }

  private func isKept(_ rule: ExchangeRule, _ japan: Int, _ abroad: Int) -> Bool {
    let (one, two) = (briefs[japan], briefs[abroad])
    return switch rule {
    case .level: one.isPrimary == two.isPrimary
    case .grades: one.grades.overlaps(two.grades)
    case .size:
      max(one.pupils, two.pupils) <= data.rules.mostRatio * min(one.pupils, two.pupils)
    case .language: languages.common(japan, abroad) > 0
    case .role: roles.isEmptyOrShared(japan, abroad)
    case .subject: subjects.isEmptyOrShared(japan, abroad)
    default: true
    }
  }

  /// Adds what a pair may do.
  func addChoices(
    of japan: Int, with abroad: Int, pair: Int, _ penalty: Int,
    to choices: inout [ExchangeEligibility.Choice]
  ) {
    let (one, two) = (briefs[japan], briefs[abroad])
    let (mayCome, mayGo) = (two.sends > 0 && one.hosts > 0, one.sends > 0 && two.hosts > 0)
    guard mayCome || mayGo else { return }
    let comes = mayCome && (group != .hard || two.sends <= one.hosts)
    let goes = mayGo && (group != .hard || one.sends <= two.hosts)
    let coming = comes ? weeks.hosting[japan] & weeks.sending[abroad] : 0
    let going = goes ? weeks.hosting[abroad] & weeks.sending[japan] : 0
    guard coming != 0 || going != 0 else { return }
    let before = data.ties[SchoolPair(japan: japan, abroad: abroad)]?.balance ?? 0
    let avoided = weeks.avoided[japan] | weeks.avoided[abroad]
    for ways in ExchangeWays.allCases {
      if ways.includesToJapan, coming == 0 { continue }
      if ways.includesFromJapan, going == 0 { continue }
      if ways == .both, isOneAtATime, !weeks.canBeApart(coming, going) {
        continue
      }
      let after = ways.balance(after: before)
      var price = penalty
      if ways != .both, mayCome, mayGo, abs(after) > abs(before) {
        if reciprocity == .hard { continue }
        price += reciprocity.penalty ?? 0
      }
      let repeats = ways.includesToJapan && rests[japan] ? 1 : 0
      if repeats > 0 {
        if rotation == .hard { continue }
        price += rotation.penalty ?? 0
      }
      if let fee = group.penalty {
        if ways.includesToJapan, two.sends > one.hosts { price += fee }
        if ways.includesFromJapan, one.sends > two.hosts { price += fee }
      }
      choices.append(
        ExchangeEligibility.Choice(
          pair: Int32(pair), ways: ways, penalty: Int32(price),
          debts: Int8(max(0, abs(before) - abs(after))), repeats: Int8(repeats),
          avoided: Int8(fewestAvoided(ways, coming, going, avoided))))
    }
  }

  /// Fewest visits on avoided days.
  private func fewestAvoided(
    _ ways: ExchangeWays, _ coming: UInt64, _ going: UInt64, _ avoided: UInt64
  ) -> Int {
    func isAvoidable(_ mask: UInt64) -> Int { mask & ~avoided == 0 ? 1 : 0 }
    guard ways == .both else { return isAvoidable(ways == .toJapan ? coming : going) }
    if !isOneAtATime { return isAvoidable(coming) + isAvoidable(going) }
    if weeks.canBeApart(coming & ~avoided, going & ~avoided) { return 0 }
    if weeks.canBeApart(coming & ~avoided, going) || weeks.canBeApart(coming, going & ~avoided) {
      return 1
    }
    return 2
  }

  /// The weighted points of two schools.
  func points(of japan: Int, with abroad: Int) -> Int32 {
    var sum = 0
    for (criterion, weight) in weights { sum += weight * score(criterion, japan, abroad) }
    return Int32(sum)
  }

  /// 0 to 100.
  private func score(_ criterion: ExchangeCriterion, _ japan: Int, _ abroad: Int) -> Int {
    let (one, two) = (briefs[japan], briefs[abroad])
    switch criterion {
    case .subject: return subjects.share(japan, abroad)
    case .language: return languages.share(japan, abroad)
    case .grades:
      guard one.grades.overlaps(two.grades) else { return 0 }
      let common = one.grades.clamped(to: two.grades).count
      return 100 * common / min(one.grades.count, two.grades.count)
    case .size: return 100 * min(one.pupils, two.pupils) / max(one.pupils, two.pupils)
    case .tie: return data.ties[SchoolPair(japan: japan, abroad: abroad)]?.strength ?? 0
    case .wishJapan: return Self.score(ofRank: wishes[japan][abroad])
    case .wishAbroad: return Self.score(ofRank: wishes[abroad][japan])
    }
  }

  /// A first wish is 100, each later one 20 less, at least 20; no wish is 0.
  private static func score(ofRank rank: Int?) -> Int {
    rank.map { max(20, 100 - 20 * $0) } ?? 0
  }

  /// The rank of a school among another's wishes; that of none behind all.
  func wish(of school: Int, for other: Int) -> Int {
    wishes[school][other] ?? data.schools[school].wishes.count
  }
}

/// The words of many schools as bits.
struct WordMasks {
  private let stride: Int
  private let bits: [UInt64]
  private let counts: [Int]

  init(_ lists: [[String]]) {
    var numbers: [String: Int] = [:]
    for word in lists.joined() where numbers[word] == nil { numbers[word] = numbers.count }
    stride = (numbers.count + 63) / 64
    var bits = [UInt64](repeating: 0, count: stride * lists.count)
    for (index, words) in lists.enumerated() {
      for word in words {
        let number = numbers[word] ?? 0
        bits[index * stride + number / 64] |= 1 << UInt64(number % 64)
      }
    }
    self.bits = bits
    counts = lists.map(\.count)
  }

  /// How many words two lists share.
  func common(_ one: Int, _ two: Int) -> Int {
    var count = 0
    for word in 0..<stride {
      count += (bits[one * stride + word] & bits[two * stride + word]).nonzeroBitCount
    }
    return count
  }

  /// Whether one of two lists is empty, or they share a word.
  func isEmptyOrShared(_ one: Int, _ two: Int) -> Bool {
    counts[one] == 0 || counts[two] == 0 || common(one, two) > 0
  }

  /// The shared words among those of the shorter list, percent; 0 where one is empty.
  func share(_ one: Int, _ two: Int) -> Int {
    let least = min(counts[one], counts[two])
    return least == 0 ? 0 : 100 * common(one, two) / least
  }
}
