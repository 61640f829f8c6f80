// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import MatchingCore
internal import Programme
internal import Wording

/// The exchange of a year without its weeks, as a flow: from the countries over schools
/// abroad and schools in Japan to the prefectures, a unit for each partnership.
///
/// All rules but those of weeks are arcs: a school's partners, a prefecture's year and a
/// country's least are bounds, soft ones arcs that cost. So each goal but those of
/// stability is a cheapest flow; after each one, arcs whose reduced cost is not 0 are fixed
/// where they are, and what is left are exactly the flows as good in that goal. Leximin
/// over countries is one goal: what a country gains by its next partnership depends on its
/// share, and on sets of flows a plan is leximin when no single exchange betters it
/// (Frank and Murota, "Decreasing minimization on M-convex sets", 2022), so that any costs
/// which order these gains rightly find it.
///
/// What it yields bounds every plan, since plans keep more rules than these.
struct ExchangeNetwork {
  private let eligibility: ExchangeEligibility
  private var data: ExchangeData { eligibility.year.exchange }
  private var tails: [Int32] = []
  private var heads: [Int32] = []
  private var lowers: [Int] = []
  private var capacities: [Int] = []
  /// What an arc stands for.
  private var meanings: [Meaning] = []
  private var nodes = 1
  /// What soft `countries` costs with no partnership at all.
  private var penaltyOfNone = 0
  /// Steps of each country from one share to the next, in the order of arcs.
  private var fairnessSteps: [(arc: Int, share: Int, next: Int)] = []
  /// Most partnerships of each country.
  private let most: [Int]
  /// Whether something is forced that cannot be.
  private var isImpossible = false

  private enum Meaning {
    case plain
    case choice(Int32)
    /// The so-manieth partnership of a country, from 1.
    case unit(Int)
    /// A partnership over a soft limit of a prefecture.
    case excess
  }

  /// How the goals of a year end.
  struct Answer {
    /// In the year's order; the fairness tier with its shares.
    var tiers: [TierResult]
    /// Choices made, ascending.
    var choices: [Int]
    /// Fewest partnerships that differ from those of a plan to stay near to.
    var changes: Int?
  }

  /// - Parameters:
  ///   - eligibility: What may be.
  ///   - banned: Choices that are left out.
  ///   - forced: What plans have or lack.
  init(
    _ eligibility: ExchangeEligibility, without banned: Set<Int> = [],
    forced: [ExchangeForce] = []
  ) {
    self.eligibility = eligibility
    let wanted = ForcedPartners(forced)
    isImpossible = wanted.isContradictory
    most = eligibility.mostOfCountries
    let hub = 0
    let countries = addCountries(from: hub)
    let limits = ExchangeLimits(eligibility)
    var schoolNodes = [Int](repeating: -1, count: data.schools.count)
    var areas: [String: Int] = [:]
    for (index, school) in data.schools.enumerated() {
      let least = wanted.schools[index] == true ? 1 : 0
      let most = wanted.schools[index] == false ? 0 : limits.partners[index]
      isImpossible = isImpossible || least > most
      guard eligibility.pairCounts[index] > 0 else { continue }
      schoolNodes[index] = addNode()
      if let country = school.country {
        add(countries[country], schoolNodes[index], from: least, to: most)
      } else {
        let area: Int
        if let known = areas[school.area] {
          area = known
        } else {
          area = addNode()
          areas[school.area] = area
          addPrefecture(area, hub, limits.partnerships[school.area] ?? 0)
        }
        add(schoolNodes[index], area, from: least, to: most)
      }
    }
    var unknown = Set(wanted.pairs.filter(\.value).keys)
    for pair in eligibility.pairs {
      unknown.remove(pair.schools)
      let isWanted = wanted.pairs[pair.schools]
      guard isWanted != false else { continue }
      var from = schoolNodes[Int(pair.abroad)]
      let to = schoolNodes[Int(pair.japan)]
      let schools = pair.schools
      if isWanted == true {
        let middle = addNode()
        add(from, middle, from: 1, to: 1)
        from = middle
      } else if pair.choiceCount > 1,
        min(data.schools[schools.japan].partners, data.schools[schools.abroad].partners) > 1
      {
        // Two are partners once, whatever they choose.
        let middle = addNode()
        add(from, middle, to: 1)
        from = middle
      }
      for choice in pair.range where !banned.contains(choice) {
        add(from, to, to: 1, .choice(Int32(choice)))
      }
    }
    isImpossible = isImpossible || !unknown.isEmpty
  }

  private mutating func addNode() -> Int {
    nodes += 1
    return nodes - 1
  }

  private mutating func add(
    _ tail: Int, _ head: Int, from lower: Int = 0, to capacity: Int, _ meaning: Meaning = .plain
  ) {
    tails.append(Int32(tail))
    heads.append(Int32(head))
    lowers.append(lower)
    capacities.append(capacity)
    meanings.append(meaning)
  }

  /// The countries' nodes, by index; −1 where a country can have no partnership.
  private mutating func addCountries(from hub: Int) -> [Int] {
    let rules = data.rules
    let asking = eligibility.countriesWithSchools
    var nodesOfCountries = [Int](repeating: -1, count: most.count)
    for country in most.indices {
      let isAsked = asking.contains(country) && rules[.countries] != .off
      if isAsked, let penalty = rules[.countries].penalty {
        penaltyOfNone += penalty * rules.pairsOfCountry
      }
      let least = isAsked && rules[.countries] == .hard ? rules.pairsOfCountry : 0
      guard most[country] > 0 || least > 0 else { continue }
      let (first, second) = (addNode(), addNode())
      // Where the least is more than the most there is no flow.
      add(hub, first, from: least, to: max(least, most[country]))
      for number in 1...max(1, most[country]) where number <= most[country] {
        fairnessSteps.append(
          (
            meanings.count, share(number - 1, of: country), share(number, of: country)
          ))
        add(first, second, to: 1, .unit(isAsked ? number : .max))
      }
      nodesOfCountries[country] = second
    }
    return nodesOfCountries
  }

  private mutating func addPrefecture(_ area: Int, _ hub: Int, _ limit: Int) {
    let rules = data.rules
    guard let year = rules.pairsOfYear, rules[.prefectureYear] != .off, year < limit else {
      add(area, hub, to: limit)
      return
    }
    add(area, hub, to: year)
    if rules[.prefectureYear].penalty != nil { add(area, hub, to: limit - year, .excess) }
  }

  private func share(_ count: Int, of country: Int) -> Int {
    min(10_000, 10_000 * count / max(1, most[country]))
  }

  // MARK: - Solving

  /// Solves the goals one after the other.
  ///
  /// - Parameters:
  ///   - goals: The goals; none is about stability.
  ///   - near: A plan from which, of equally good flows, as few partnerships as can be differ.
  ///   - isOver: Asked between goals; true ends the search.
  /// - Returns: The answer, or nothing where no flow exists or time is over.
  /// - Throws: `EngineFailure` when numbers are too large.
  mutating func solve(
    _ goals: [ExchangeGoal], near: ExchangePlan? = nil, isOver: () -> Bool
  ) throws(EngineFailure) -> Outcome {
    guard !isImpossible else { return .infeasible }
    var flows: [Int]?
    for goal in goals {
      if flows != nil, isOver() { return .stopped }
      guard let found = try cheapest(costs(of: goal)) else { return .infeasible }
      flows = found
    }
    if goals.isEmpty { flows = try cheapest([Int](repeating: 0, count: tails.count)) }
    guard let last = flows else { return .infeasible }
    let tiers = goals.map { tier(of: $0, last) }
    guard let near, !isOver() else {
      return .found(Answer(tiers: tiers, choices: choices(of: last)))
    }
    let before = Set(near.partnerships.map(\.pair))
    let costs = meanings.map { meaning -> Int in
      guard case .choice(let choice) = meaning else { return 0 }
      let pair = eligibility.pairs[Int(eligibility.choices[Int(choice)].pair)]
      return before.contains(pair.schools) ? -1 : 1
    }
    guard let nearest = try cheapest(costs) else { return .infeasible }
    return .found(
      Answer(
        tiers: tiers, choices: choices(of: nearest),
        changes: zip(nearest, costs).reduce(before.count) { $0 + $1.0 * $1.1 }))
  }

  enum Outcome {
    case found(Answer)
    case infeasible
    case stopped
  }

  private func choices(of flows: [Int]) -> [Int] {
    var choices: [Int] = []
    for (arc, meaning) in meanings.enumerated() where flows[arc] > 0 {
      if case .choice(let choice) = meaning { choices.append(Int(choice)) }
    }
    return choices.sorted()
  }

  /// What a unit on each arc costs in a goal; goals that are as great as can be count
  /// negatively.
  private func costs(of goal: ExchangeGoal) -> [Int] {
    var costs = meanings.map { meaning -> Int in
      switch meaning {
      case .plain: return 0
      case .choice(let index): return cost(of: Int(index), goal)
      case .unit(let number):
        guard goal == .penalties, number <= data.rules.pairsOfCountry else { return 0 }
        return -(data.rules[.countries].penalty ?? 0)
      case .excess: return goal == .penalties ? data.rules[.prefectureYear].penalty ?? 0 : 0
      }
    }
    if goal == .fairness {
      let order = fairnessSteps.sorted {
        ($0.share, -$0.next) < ($1.share, -$1.next)
      }
      var worth = order.count + 1
      var last: (share: Int, next: Int)?
      for step in order {
        if let last, last != (step.share, step.next) { worth -= 1 }
        last = (step.share, step.next)
        costs[step.arc] = -worth
      }
    }
    return costs
  }

  private func cost(of index: Int, _ goal: ExchangeGoal) -> Int {
    let choice = eligibility.choices[index]
    let pair = eligibility.pairs[Int(choice.pair)]
    switch goal {
    case .pairs:
      return -(data.schools[Int(pair.japan)].priority + data.schools[Int(pair.abroad)].priority)
    case .penalties: return Int(choice.penalty)
    case .debts: return -Int(choice.debts)
    case .points: return -Int(pair.points)
    case .repeats: return Int(choice.repeats)
    case .weeks: return Int(choice.avoided)
    case .fairness, .blockingPairs, .ranks: return 0
    }
  }

  private func tier(of goal: ExchangeGoal, _ flows: [Int]) -> TierResult {
    guard goal != .fairness else {
      let counts = countsOfCountries(flows)
      let shares = most.indices.filter { most[$0] > 0 }.map { share(counts[$0], of: $0) }.sorted()
      let least = Int64(shares.first ?? 10_000)
      return TierResult(name: goal.rawValue, value: least, bound: least, shares: shares)
    }
    let sum = zip(flows, costs(of: goal)).reduce(0) { $0 + $1.0 * $1.1 }
    let isMost = [.pairs, .debts, .points].contains(goal)
    let value = Int64(isMost ? -sum : goal == .penalties ? sum + penaltyOfNone : sum)
    return TierResult(name: goal.rawValue, value: value, bound: value)
  }

  private func countsOfCountries(_ flows: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: most.count)
    for choice in choices(of: flows) {
      let pair = eligibility.pairs[Int(eligibility.choices[choice].pair)]
      if let country = data.schools[Int(pair.abroad)].country { counts[country] += 1 }
    }
    return counts
  }

  /// The cheapest flow; then only flows as cheap are left.
  ///
  /// - Returns: What each arc carries, or nothing where no flow exists.
  private mutating func cheapest(_ costs: [Int]) throws(EngineFailure) -> [Int]? {
    let open = tails.indices.filter { capacities[$0] > 0 }
    let network: FlowNetwork
    do throws(FlowNetwork.Invalid) {
      network = try FlowNetwork(
        supplies: [Int](repeating: 0, count: nodes), tails: open.map { tails[$0] },
        heads: open.map { heads[$0] }, lowers: open.map { lowers[$0] },
        capacities: open.map { capacities[$0] }, costs: open.map { costs[$0] })
    } catch {
      throw EngineFailure(
        "The flow of partnerships could not be stated: \(String(describing: error))")
    }
    guard case .optimal(let solution) = network.cheapestFlow() else { return nil }
    var flows = [Int](repeating: 0, count: tails.count)
    for (position, arc) in open.enumerated() {
      flows[arc] = solution.flows[position]
      let reduced =
        costs[arc] &+ solution.potentials[Int(tails[arc])]
        &- solution.potentials[Int(heads[arc])]
      if reduced > 0 { capacities[arc] = lowers[arc] }
      if reduced < 0 { lowers[arc] = capacities[arc] }
    }
    return flows
  }
}

/// What is forced, by schools and by pairs.
private struct ForcedPartners {
  private(set) var schools: [Int: Bool] = [:]
  private(set) var pairs: [SchoolPair: Bool] = [:]
  private(set) var isContradictory = false

  init(_ forced: [ExchangeForce]) {
    for force in forced {
      switch force {
      case .partners(let pair, let isWanted):
        let known = pairs.updateValue(isWanted, forKey: pair)
        isContradictory = isContradictory || known.map { $0 != isWanted } ?? false
      case .hasPartner(let school, let isWanted):
        let known = schools.updateValue(isWanted, forKey: school)
        isContradictory = isContradictory || known.map { $0 != isWanted } ?? false
      }
    }
  }
}

/// What weeks leave of the numbers of partnerships, school by school and prefecture by
/// prefecture.
struct ExchangeLimits {
  /// Most partnerships of each school.
  private(set) var partners: [Int]
  /// Most partnerships of each prefecture.
  private(set) var partnerships: [String: Int] = [:]

  init(_ eligibility: ExchangeEligibility) {
    let data = eligibility.year.exchange
    let weeks = eligibility.weeks
    partners = zip(data.schools, eligibility.pairCounts).map { min($0.partners, $1) }
    var usable = [UInt64](repeating: 0, count: data.schools.count)
    var fewest = [Int](repeating: 2, count: data.schools.count)
    var onlyAway = [Int](repeating: 0, count: data.schools.count)
    var coming: [String: UInt64] = [:]
    func taken(_ mask: UInt64) -> UInt64 {
      (0..<weeks.length).reduce(0) { $0 | mask << UInt64($1) }
    }
    for (index, pair) in eligibility.pairs.enumerated() {
      let (toJapan, fromJapan) = (
        taken(eligibility.weeksToJapan(index)), taken(eligibility.weeksFromJapan(index))
      )
      let ways = pair.range.map { eligibility.choices[$0].ways }
      for school in [Int(pair.japan), Int(pair.abroad)] {
        usable[school] |= toJapan | fromJapan
        if ways.contains(where: { $0 != .both }) { fewest[school] = 1 }
      }
      if ways.contains(.fromJapan) { onlyAway[Int(pair.japan)] += 1 }
      if ways.contains(where: \.includesToJapan) {
        coming[data.schools[Int(pair.japan)].area, default: 0] |= toJapan
      }
    }
    if data.rules[.oneAtATime] != .off {
      for school in data.schools.indices {
        let visits = usable[school].nonzeroBitCount / weeks.length
        partners[school] = min(partners[school], visits / fewest[school])
      }
    }
    for school in data.inJapan {
      partnerships[data.schools[school].area, default: 0] += partners[school]
    }
    guard data.rules[.prefectureWeek] == .hard else { return }
    var away: [String: Int] = [:]
    for school in data.inJapan {
      away[data.schools[school].area, default: 0] += min(partners[school], onlyAway[school])
    }
    for (area, most) in partnerships {
      let groups =
        data.rules.groupsOfWeek * (coming[area] ?? 0).nonzeroBitCount / weeks.length
      partnerships[area] = min(most, groups + (away[area] ?? 0))
    }
  }
}
