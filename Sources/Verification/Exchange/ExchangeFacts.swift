// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// A plan of exchange, turned this way and that for the checks.
struct ExchangeFacts {
  let year: ProgrammeYear
  /// Partnerships of schools that the year has, each pair once.
  let partnerships: [Partnership]
  /// Positions in `partnerships` of each school.
  let own: [[Int]]
  /// What the plan names that the year has not, or twice, a sentence each.
  let faults: [Sentence]
  let judge: ExchangeJudge

  var data: ExchangeData { year.exchange }

  init(_ plan: ExchangePlan, in year: ProgrammeYear) {
    self.year = year
    let schools = year.exchange.schools
    var faults: [Sentence] = []
    var seen: Set<SchoolPair> = []
    var known: [Partnership] = []
    for partnership in plan.partnerships {
      let pair = partnership.pair
      guard schools.indices.contains(pair.japan), schools.indices.contains(pair.abroad) else {
        faults.append("The plan has a school that the year has not.")
        continue
      }
      let (one, two) = (schools[pair.japan], schools[pair.abroad])
      guard one.isInJapan, !two.isInJapan else {
        faults.append("\(one.id) and \(two.id) are not a school in Japan and one abroad.")
        continue
      }
      guard seen.insert(pair).inserted else {
        faults.append("\(one.id) and \(two.id) are partners twice.")
        continue
      }
      known.append(partnership)
    }
    partnerships = known
    var own = [[Int]](repeating: [], count: schools.count)
    for (position, partnership) in known.enumerated() {
      own[partnership.pair.japan].append(position)
      own[partnership.pair.abroad].append(position)
    }
    self.own = own
    self.faults = faults
    judge = ExchangeJudge(year)
  }
}

/// A visit of a plan.
struct PlannedVisit {
  /// The schools whose teachers travel and that hosts them.
  var guest: Int
  var host: Int
  var start: Day
  /// The school in Japan of the two.
  var japan: Int
  var abroad: Int

  var isToJapan: Bool { host == japan }
}

extension ExchangeFacts {
  func visits(of partnership: Partnership) -> [PlannedVisit] {
    let (japan, abroad) = (partnership.pair.japan, partnership.pair.abroad)
    return [
      partnership.toJapan.map {
        PlannedVisit(guest: abroad, host: japan, start: $0, japan: japan, abroad: abroad)
      },
      partnership.fromJapan.map {
        PlannedVisit(guest: japan, host: abroad, start: $0, japan: japan, abroad: abroad)
      },
    ].compactMap { $0 }
  }

  var visits: [PlannedVisit] { partnerships.flatMap { visits(of: $0) } }

  func subjects(_ pair: SchoolPair) -> [Subject] {
    [.school(data.schools[pair.japan].id), .school(data.schools[pair.abroad].id)]
  }

  /// Two schools in words, such as `XJ1 and XA2`.
  func words(_ pair: SchoolPair) -> Sentence {
    "\(data.schools[pair.japan].id) and \(data.schools[pair.abroad].id)"
  }

  /// A visit in words, such as `The visit of XA2 to XJ1 from 2026-06-14 on`.
  func words(_ visit: PlannedVisit) -> Sentence {
    """
    The visit of \(data.schools[visit.guest].id) to \(data.schools[visit.host].id) from \
    \(visit.start) on
    """
  }

  /// The week of a day, counted from the first day on which a visit may begin.
  func week(of day: Day) -> Int {
    let first = judge.starts.first ?? day
    return Int((Double(day.number - first.number) / 7).rounded(.down))
  }

  /// The weeks that a visit takes.
  func weeks(of visit: PlannedVisit) -> Range<Int> {
    let week = week(of: visit.start)
    return week..<(week + data.rules.weeksOfVisit)
  }

  /// Partnerships of each country, by index.
  var countsOfCountries: [Int] {
    var counts = [Int](repeating: 0, count: year.countries.count)
    for partnership in partnerships {
      if let country = data.schools[partnership.pair.abroad].country { counts[country] += 1 }
    }
    return counts
  }

  // MARK: - Goals

  /// The tiers of the year's goals in the planner's order, with bound = value.
  func tiers(rules: [RuleCheck]) -> [TierResult] {
    data.objective.map { goal in
      let value: Int
      switch goal {
      case .penalties:
        value = rules.reduce(0) { $0 + $1.units * ($1.strictness.penalty ?? 0) }
      case .pairs:
        value = partnerships.reduce(0) {
          $0 + data.schools[$1.pair.japan].priority + data.schools[$1.pair.abroad].priority
        }
      case .debts: value = partnerships.reduce(0) { $0 + judge.paidBack($1) }
      case .fairness:
        let shares = shares
        let least = Int64(shares.first ?? 10_000)
        return TierResult(name: goal.rawValue, value: least, bound: least, shares: shares)
      case .points: value = partnerships.reduce(0) { $0 + judge.points($1.pair) }
      case .repeats: value = visits.count { $0.isToJapan && judge.rests($0.japan) }
      case .weeks: value = visits.count { judge.isAvoided($0) }
      case .blockingPairs: value = blockingPairs.count
      case .ranks: value = ranks
      }
      return TierResult(name: goal.rawValue, value: Int64(value), bound: Int64(value))
    }
  }

  /// The share of what it could have at most that each country has, smallest first.
  private var shares: [Int] {
    var most = [Int](repeating: 0, count: year.countries.count)
    let possible = judge.countPossible()
    for (index, school) in data.schools.enumerated() {
      if let country = school.country { most[country] += min(school.partners, possible[index]) }
    }
    let counts = countsOfCountries
    return year.countries.indices.filter { most[$0] > 0 || counts[$0] > 0 }.map {
      min(10_000, 10_000 * counts[$0] / max(1, most[$0]))
    }.sorted()
  }

  // MARK: - Stability

  /// Whether a school has as many partners as it takes, each at least as good as another
  /// school.
  private func isContent(_ school: Int, without other: Int) -> Bool {
    let partners = own[school].map { partnerships[$0].pair }.map {
      $0.japan == school ? $0.abroad : $0.japan
    }
    let asGood = partners.count { !judge.prefers(other, to: $0, of: school) }
    return asGood >= data.schools[school].partners
  }

  /// Schools that may be partners, are not, and would both rather be.
  var blockingPairs: [SchoolPair] {
    let partners = Set(partnerships.map(\.pair))
    return judge.possiblePairs().filter { pair in
      !partners.contains(pair) && !isContent(pair.japan, without: pair.abroad)
        && !isContent(pair.abroad, without: pair.japan)
    }
  }

  private var ranks: Int {
    var possible: [Int: [Int]] = [:]
    for pair in judge.possiblePairs() { possible[pair.abroad, default: []].append(pair.japan) }
    return data.abroad.reduce(0) { sum, school in
      let others = possible[school] ?? []
      let places = min(data.schools[school].partners, others.count)
      let gained = own[school].map { partnerships[$0].pair.japan }.reduce(0) { gained, partner in
        gained + others.count - others.count { judge.prefers($0, to: partner, of: school) }
      }
      return sum + places * others.count - gained
    }
  }
}
