// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import MatchingCore
internal import Programme
internal import Verification
internal import Wording

/// Chooses partnerships without weeks, finds weeks for them, and says what is proven.
struct ExchangeSearch {
  private let eligibility: ExchangeEligibility
  private let options: ExchangeOptions
  private let clock: RunClock
  private var year: ProgrammeYear { eligibility.year }
  private var data: ExchangeData { eligibility.year.exchange }

  init(_ eligibility: ExchangeEligibility, options: ExchangeOptions, clock: RunClock) {
    self.eligibility = eligibility
    self.options = options
    self.clock = clock
  }

  /// How often choices that found no weeks are left out and others made.
  private static let mostRounds = 12

  // MARK: - The flow

  /// Plans goals that are none of stability.
  mutating func planFlow() throws(EngineFailure) -> ExchangeOutcome {
    let goals = data.objective
    clock.tell(tier: "partnerships", step: "choosing, goal by goal")
    var network = ExchangeNetwork(eligibility, forced: options.forced)
    let relaxed: ExchangeNetwork.Answer
    switch try network.solve(goals, near: options.near, isOver: { clock.isOver }) {
    case .found(let answer): relaxed = answer
    case .infeasible: return ExchangeOutcome(status: .infeasible)
    case .stopped: return ExchangeOutcome(status: .unknown)
    }
    for tier in relaxed.tiers {
      clock.tell(tier: tier.name, step: "bounded", value: tier.value, bound: tier.bound)
    }
    var banned: Set<Int> = []
    var answer = relaxed
    var best: (plan: ExchangePlan, tiers: [TierResult])?
    for round in 1...Self.mostRounds {
      var timetable = ExchangeTimetable(eligibility)
      // What is forced has the first choice of weeks.
      let (forced, free) = (
        answer.choices.filter(isForced), answer.choices.filter { !isForced($0) }
      )
      let placed = timetable.place(forced, isOver: { clock.isOver })
        .union(timetable.place(free, isOver: { clock.isOver }))
      let failed = Set(answer.choices).subtracting(placed)
      clock.tell(tier: "weeks", step: "\(placed.count) of \(answer.choices.count) have weeks")
      if !failed.isEmpty { fill(&timetable, beside: placed) }
      let plan = timetable.plan
      let verification = verifyExchange(plan, in: year)
      if verification.rules.allSatisfy({ !$0.isBroken }),
        options.forced.allSatisfy({ $0.holds(in: plan) }),
        best.map({ isBetter(verification.tiers, than: $0.tiers) }) ?? true
      {
        best = (plan, verification.tiers)
      }
      if best?.tiers == relaxed.tiers || failed.isEmpty || clock.isOver
        || round == Self.mostRounds
      {
        break
      }
      banned.formUnion(failed)
      var next = ExchangeNetwork(eligibility, without: banned, forced: options.forced)
      guard
        case .found(let other) = try next.solve(goals, near: options.near, isOver: { clock.isOver })
      else { break }
      answer = other
    }
    guard let best else { return ExchangeOutcome(status: .unknown) }
    var found = try outcome(best.plan, best.tiers, beside: relaxed.tiers)
    guard let near = options.near else { return found }
    let before = Set(near.partnerships.map(\.pair))
    let changes = before.symmetricDifference(best.plan.partnerships.map(\.pair)).count
    // Of plans that are worse in some goal the flow says nothing.
    let bound = best.tiers == relaxed.tiers ? relaxed.changes ?? 0 : 0
    found.tiers.append(
      TierResult(
        name: nameOfNearness, value: Int64(changes), bound: Int64(bound)))
    if changes != bound, found.status == .optimal { found.status = .feasible }
    return found
  }

  /// Whether a choice is of two schools that have to be partners.
  private func isForced(_ choice: Int) -> Bool {
    guard !options.forced.isEmpty else { return false }
    let pair = eligibility.pairs[Int(eligibility.choices[choice].pair)].schools
    return options.forced.contains(.partners(pair, true))
  }

  /// Adds partnerships that still find weeks.
  private func fill(_ timetable: inout ExchangeTimetable, beside placed: Set<Int>) {
    var room = data.schools.map(\.partners)
    var partners: Set<Int> = []
    var ofPrefecture: [String: Int] = [:]
    func use(_ choice: Int) {
      let pair = Int(eligibility.choices[choice].pair)
      let schools = eligibility.pairs[pair].schools
      room[schools.japan] -= 1
      room[schools.abroad] -= 1
      partners.insert(pair)
      ofPrefecture[data.schools[schools.japan].area, default: 0] += 1
    }
    for choice in placed { use(choice) }
    let isCheap =
      data.objective.firstIndex(of: .pairs) ?? 0
      < data.objective.firstIndex(of: .penalties) ?? .max
    let unwanted = Set(
      options.forced.compactMap { force -> SchoolPair? in
        if case .partners(let pair, false) = force { pair } else { nil }
      })
    for case .hasPartner(let school, false) in options.forced { room[school] = 0 }
    let candidates = eligibility.choices.indices.filter { index in
      let choice = eligibility.choices[index]
      let schools = eligibility.pairs[Int(choice.pair)].schools
      return room[schools.japan] > 0 && room[schools.abroad] > 0
        && !partners.contains(Int(choice.pair)) && !unwanted.contains(schools)
        && (isCheap || choice.penalty == 0)
    }.sorted {
      let (one, two) = (eligibility.choices[$0], eligibility.choices[$1])
      return (priority(two), one.penalty, points(two), $0)
        < (priority(one), two.penalty, points(one), $1)
    }
    for choice in candidates {
      if clock.isOver { return }
      let pair = Int(eligibility.choices[choice].pair)
      let schools = eligibility.pairs[pair].schools
      guard room[schools.japan] > 0, room[schools.abroad] > 0, !partners.contains(pair) else {
        continue
      }
      if data.rules[.prefectureYear] != .off, let most = data.rules.pairsOfYear,
        ofPrefecture[data.schools[schools.japan].area] ?? 0 >= most
      {
        continue
      }
      if timetable.place([choice], isOver: { clock.isOver }).contains(choice) { use(choice) }
    }
  }

  private func priority(_ choice: ExchangeEligibility.Choice) -> Int {
    let pair = eligibility.pairs[Int(choice.pair)].schools
    return data.schools[pair.japan].priority + data.schools[pair.abroad].priority
  }

  private func points(_ choice: ExchangeEligibility.Choice) -> Int32 {
    eligibility.pairs[Int(choice.pair)].points
  }

  // MARK: - What is proven

  /// The plan with the flow's bounds: goal by goal, as long as the plan is as good as the
  /// flow; of the goals behind that what each could be alone.
  private func outcome(
    _ plan: ExchangePlan, _ reached: [TierResult], beside relaxed: [TierResult]
  ) throws(EngineFailure) -> ExchangeOutcome {
    var tiers: [TierResult] = []
    var isAsGood = true
    for (goal, tier) in zip(data.objective, reached) {
      var tier = tier
      if isAsGood, let bound = relaxed.first(where: { $0.name == tier.name }) {
        tier.bound = bound.bound
        tier.isVectorProven = tier.shares == bound.shares
        isAsGood = tier.value == bound.value && tier.shares == bound.shares
      } else if !ExchangeGoal.stability.contains(goal) {
        var network = ExchangeNetwork(eligibility, forced: options.forced)
        if case .found(let alone) = try network.solve([goal], isOver: { false }),
          let bound = alone.tiers.first
        {
          tier.bound = bound.bound
          tier.isVectorProven = tier.shares == bound.shares
        }
      }
      tiers.append(tier)
    }
    let isProven = tiers.allSatisfy { tier in
      tier.isVectorProven
        && Double(abs(tier.bound - tier.value)) <= options.gap * Double(max(1, abs(tier.value)))
    }
    for tier in tiers {
      clock.tell(
        tier: tier.name, step: tier.value == tier.bound ? "proven" : "bounded", value: tier.value,
        bound: tier.bound)
    }
    return ExchangeOutcome(
      status: isProven ? .optimal : .feasible, plan: plan, tiers: tiers,
      levels: isProven ? levels(of: tiers) : [])
  }

  /// The levels of a proven vector of shares: below each share that is had, and above it.
  private func levels(of tiers: [TierResult]) -> [FairnessLevel] {
    guard let tier = tiers.first(where: { $0.shares != nil }), let shares = tier.shares else {
      return []
    }
    var levels: [FairnessLevel] = []
    for share in Set(shares).sorted() {
      for threshold in [share, share + 1] where threshold > 0 && threshold <= 10_000 {
        guard levels.last?.threshold ?? 0 < threshold else { continue }
        levels.append(
          FairnessLevel(
            tier: tier.name, threshold: threshold, count: shares.count { $0 >= threshold }))
      }
    }
    return levels
  }

  // MARK: - Stability

  /// Plans by deferred acceptance: schools abroad propose, schools in Japan keep whom they
  /// would rather have.
  ///
  /// Where no two partners are equally good to a school, each pair has one choice, the plan
  /// has weeks as good as can be, keeps every hard rule and breaks no soft one, it is the
  /// one plan without blocking pairs in which schools abroad fare best, and so best in all
  /// goals behind these.
  mutating func planStable() throws(EngineFailure) -> ExchangeOutcome {
    clock.tell(tier: ExchangeGoal.blockingPairs.rawValue, step: "deferred acceptance")
    let preferences = ExchangePreferences(eligibility)
    let (chosen, hasTies) = accepted(preferences)
    var timetable = ExchangeTimetable(eligibility)
    let placed = timetable.place(chosen, isOver: { clock.isOver })
    let plan = timetable.plan
    let verification = verifyExchange(plan, in: year)
    guard verification.rules.allSatisfy({ !$0.isBroken }) else {
      return ExchangeOutcome(status: .unknown)
    }
    let isSettled =
      data.objective.prefix(2).elementsEqual(ExchangeGoal.stability) && !hasTies
      && placed.count == chosen.count && eligibility.pairs.allSatisfy { $0.choiceCount == 1 }
      && verification.rules.allSatisfy { $0.units == 0 }
      && verification.tiers.first?.value == 0
      && verification.tiers.allSatisfy { tier in
        tier.name != ExchangeGoal.weeks.rawValue
          || tier.value == chosen.reduce(0) { $0 + Int64(eligibility.choices[$1].avoided) }
      }
    if isSettled {
      return ExchangeOutcome(
        status: .optimal, plan: plan, tiers: verification.tiers,
        levels: levels(of: verification.tiers))
    }
    var tiers = verification.tiers
    for index in tiers.indices {
      if tiers[index].name == ExchangeGoal.blockingPairs.rawValue { tiers[index].bound = 0 }
      if tiers[index].name == ExchangeGoal.ranks.rawValue {
        tiers[index].bound = fewestRanks(preferences)
      }
    }
    let known = try outcome(plan, tiers, beside: [])
    var outcome = ExchangeOutcome(status: .feasible, plan: plan, tiers: known.tiers)
    for (index, tier) in tiers.enumerated()
    where ExchangeGoal.stability.contains(where: { $0.rawValue == tier.name }) {
      outcome.tiers[index] = tier
    }
    return outcome
  }

  /// Pairs of each school, the best first; and whether a school is indifferent somewhere.
  private func lists(
    _ preferences: ExchangePreferences, inJapan: Bool
  ) -> (schools: [Int], pairs: [[Int]], hasTies: Bool) {
    var own = [[Int]](repeating: [], count: data.schools.count)
    for (index, pair) in eligibility.pairs.enumerated() {
      own[Int(inJapan ? pair.japan : pair.abroad)].append(index)
    }
    let schools = inJapan ? data.inJapan : data.abroad
    var hasTies = false
    let ordered = schools.map { school in
      let sorted = own[school].sorted {
        if preferences.prefers($0, to: $1, inJapan: inJapan) { return true }
        if preferences.prefers($1, to: $0, inJapan: inJapan) { return false }
        return $0 < $1
      }
      hasTies =
        hasTies
        || zip(sorted, sorted.dropFirst()).contains {
          !preferences.prefers($0, to: $1, inJapan: inJapan)
        }
      return sorted
    }
    return (schools, ordered, hasTies)
  }

  /// The choices of the stable plan that is best for schools abroad.
  private func accepted(_ preferences: ExchangePreferences) -> (choices: [Int], hasTies: Bool) {
    let (abroad, japan) = (
      lists(preferences, inJapan: false), lists(preferences, inJapan: true)
    )
    let placeOf = Dictionary(uniqueKeysWithValues: japan.schools.enumerated().map { ($1, $0) })
    let personOf = Dictionary(uniqueKeysWithValues: abroad.schools.enumerated().map { ($1, $0) })
    var (persons, places) = (PreferenceLists(), PreferenceLists())
    for pairs in abroad.pairs {
      persons.append(strict: pairs.compactMap { placeOf[Int(eligibility.pairs[$0].japan)] })
    }
    for pairs in japan.pairs {
      places.append(strict: pairs.compactMap { personOf[Int(eligibility.pairs[$0].abroad)] })
    }
    let hasTies = abroad.hasTies || japan.hasTies
    guard
      let market = try? StableMarket(
        checking: persons, places: places,
        quotas: japan.schools.map { data.schools[$0].partners })
    else { return ([], hasTies) }
    var pairOf: [SchoolPair: Int] = [:]
    for (index, pair) in eligibility.pairs.enumerated() { pairOf[pair.schools] = index }
    let matched = market.personOptimal(
      personQuotas: abroad.schools.map { data.schools[$0].partners })
    let choices = matched.compactMap { match -> Int? in
      let pair = pairOf[
        SchoolPair(japan: japan.schools[match.place], abroad: abroad.schools[match.person])]
      return pair.map { bestChoice(of: $0) }
    }
    return (choices.sorted(), hasTies)
  }

  /// Of a pair's choices the one with the least penalty, most debts paid back, fewest
  /// repeats and avoided days.
  private func bestChoice(of pair: Int) -> Int {
    let range = eligibility.pairs[pair].range
    return range.min {
      let (one, two) = (eligibility.choices[$0], eligibility.choices[$1])
      return (one.penalty, -one.debts, one.repeats, one.avoided, $0)
        < (two.penalty, -two.debts, two.repeats, two.avoided, $1)
    } ?? range.lowerBound
  }

  /// What `ranks` is when each school abroad has the partners it likes best.
  private func fewestRanks(_ preferences: ExchangePreferences) -> Int64 {
    let abroad = lists(preferences, inJapan: false)
    return zip(abroad.schools, abroad.pairs).reduce(0) { sum, list in
      let most = min(data.schools[list.0].partners, list.1.count)
      return sum
        + list.1.prefix(most).reduce(Int64(0)) { rank, pair in
          rank
            + Int64(list.1.count { preferences.prefers($0, to: pair, inJapan: false) })
        }
    }
  }
}
