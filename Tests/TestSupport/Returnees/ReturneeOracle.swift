// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// What `docs/returnees.md` says of a plan, written down a second time and as plainly as
/// can be.
package struct ReturneeOracle: Sendable {
  package let year: ProgrammeYear
  private var data: ReturneeData { year.returnees }
  private var rules: ReturneeRules { year.returnees.rules }

  package init(_ year: ProgrammeYear) { self.year = year }

  // MARK: - Pairs

  /// Units of a rule about one person and one activity.
  private func pairUnits(_ rule: ReturneeRule, _ pair: Participation) -> Int {
    let (person, activity) = (data.returnees[pair.returnee], data.activities[pair.activity])
    switch rule {
    case .distance:
      let way = activity.isOnline ? 0 : metres(pair)
      return way > (person.travelMetres ?? rules.maximumMetres) ? 1 : 0
    case .afterReturn:
      let passed = activity.days.lowerBound.number - person.returned.number
      return passed < rules.restAfterReturn ? 1 : 0
    case .freeDays:
      for number in activity.days.lowerBound.number...activity.days.upperBound.number {
        let day = Day(number: number)
        for away in person.away where away.lowerBound <= day && day <= away.upperBound { return 1 }
        if person.freeWeekdays != [], !person.freeWeekdays.contains(day.weekday) { return 1 }
      }
      return 0
    default: return 0
    }
  }

  private func metres(_ pair: Participation) -> Int {
    data.journeys[pair]?.metres
      ?? data.returnees[pair.returnee].home.metres(to: data.activities[pair.activity].place)
  }

  private func cost(_ pair: Participation) -> Int {
    if data.activities[pair.activity].isOnline { return 0 }
    if let yen = data.journeys[pair]?.cost { return Int((yen + 999) / 1_000) }
    // Two ways of so many metres, at so many yen for a thousand of them.
    let thousandths = 2 * metres(pair) * rules.yenPerKilometre
    return thousandths / 1_000_000 + (thousandths % 1_000_000 == 0 ? 0 : 1)
  }

  /// Pairs that break no hard rule about one person and one activity.
  package var allowedPairs: [Participation] {
    var pairs: [Participation] = []
    for activity in data.activities.indices {
      for returnee in data.returnees.indices {
        let pair = Participation(returnee: returnee, activity: activity)
        let isAllowed = ReturneeRule.pairwise.allSatisfy {
          rules[$0] != .hard || pairUnits($0, pair) == 0
        }
        if isAllowed { pairs.append(pair) }
      }
    }
    return pairs
  }

  // MARK: - Plans

  /// Units of each rule that is not off.
  package func units(of plan: [Participation], allowed: [Participation]) -> [ReturneeRule: Int] {
    var units: [ReturneeRule: Int] = [:]
    for rule in ReturneeRule.allCases where rules[rule] != .off {
      units[rule] = self.units(of: rule, plan, allowed)
    }
    return units
  }

  private func units(
    of rule: ReturneeRule, _ plan: [Participation], _ allowed: [Participation]
  ) -> Int {
    func people(_ activity: Int) -> [Returnee] {
      plan.filter { $0.activity == activity }.map { data.returnees[$0.returnee] }
    }
    func sum(_ count: (Activity, [Returnee]) -> Int) -> Int {
      data.activities.indices.reduce(0) { sum, index in
        let there = people(index)
        return there.isEmpty ? sum : sum + count(data.activities[index], there)
      }
    }
    switch rule {
    case .distance, .freeDays, .afterReturn:
      return plan.reduce(0) { $0 + pairUnits(rule, $1) }
    case .seats:
      return sum { max(0, $0.seatsMin - $1.count) + max(0, $1.count - $0.seatsMax) }
    case .leaders: return sum { max(0, $0.leaders - $1.filter(\.leads).count) }
    case .languages:
      return sum { activity, there in
        activity.languages.filter { word in !there.contains { $0.languages.contains(word) } }.count
      }
    case .skills:
      return sum { activity, there in
        activity.skills.filter { word in !there.contains { $0.skills.contains(word) } }.count
      }
    case .tie:
      return sum { activity, there in
        activity.tie != nil && !there.contains { $0.hostSchool == activity.tie } ? 1 : 0
      }
    case .neighbouringDays:
      var pairs = 0
      for one in plan {
        for two in plan where one.returnee == two.returnee && one.activity < two.activity {
          let (a, b) = (data.activities[one.activity].days, data.activities[two.activity].days)
          let gap = max(
            b.lowerBound.number - a.upperBound.number, a.lowerBound.number - b.upperBound.number)
          if gap - 1 < rules.daysBetween { pairs += 1 }
        }
      }
      return pairs
    case .load:
      var over = 0
      for returnee in data.returnees.indices {
        let most = data.returnees[returnee].perQuarter ?? rules.perQuarter
        for months in [[4, 5, 6], [7, 8, 9], [10, 11, 12], [1, 2, 3]] {
          let count = plan.filter {
            $0.returnee == returnee
              && months.contains(data.activities[$0.activity].days.lowerBound.parts.month)
          }.count
          over += max(0, count - most)
        }
      }
      return over
    case .prefectureFirst:
      return data.returnees.indices.filter { returnee in
        guard let duty = data.returnees[returnee].dutyPrefecture else { return false }
        let own = plan.filter { $0.returnee == returnee }
        func isHome(_ pair: Participation) -> Bool {
          data.activities[pair.activity].prefecture == duty
        }
        return allowed.contains { $0.returnee == returnee && isHome($0) }
          && !own.isEmpty && !own.contains(where: isHome)
      }.count
    case .announced:
      let missing = data.announced.filter { !plan.contains($0) }.count
      return max(0, missing - rules.mostMoved)
    case .budget:
      guard let budget = rules.totalBudget else { return 0 }
      let over = 1_000 * plan.reduce(0) { $0 + cost($1) } - Int(budget)
      return over > 0 ? (over + 9_999) / 10_000 : 0
    }
  }

  /// The tiers of a plan.
  package func tiers(
    of plan: [Participation], units: [ReturneeRule: Int], allowed: [Participation]
  ) -> [TierResult] {
    data.objective.map { goal in
      var shares: [Int]?
      let value: Int
      switch goal {
      case .penalties:
        value = units.reduce(0) { $0 + $1.value * (rules[$1.key].penalty ?? 0) }
      case .reach:
        value = Set(plan.map(\.activity)).reduce(0) {
          $0 + data.activities[$1].reach * data.activities[$1].priority
        }
      case .filled: value = plan.count
      case .travel: value = plan.reduce(0) { $0 + cost($1) }
      case .moved: value = data.announced.filter { !plan.contains($0) }.count
      case .fairness:
        let most = data.mostActivities
        let who = Set((allowed + plan).map(\.returnee))
        let all = who.map { returnee in
          min(10_000, 10_000 * plan.filter { $0.returnee == returnee }.count / most)
        }.sorted()
        shares = all
        value = all.first ?? 10_000
      }
      return TierResult(
        name: goal.rawValue, value: Int64(value), bound: Int64(value), shares: shares)
    }
  }

  // MARK: - The best plan

  /// The tiers of the best plan, found by looking at every plan.
  ///
  /// - Parameter isWanted: Which plans are looked at.
  /// - Returns: The tiers; none when there is no such plan.
  /// - Complexity: O(2ᵖ) for *p* allowed pairs.
  package func best(
    where isWanted: ([Participation]) -> Bool = { _ in true }
  ) -> [TierResult] {
    plans(where: isWanted).reduce(into: []) { best, plan in
      if best.isEmpty || isBetter(plan.tiers, than: best) { best = plan.tiers }
    }
  }

  /// Every plan that keeps the hard rules, with its tiers.
  ///
  /// - Parameter isWanted: Which plans are looked at.
  /// - Returns: The plans.
  /// - Complexity: O(2ᵖ) for *p* allowed pairs.
  package func plans(
    where isWanted: ([Participation]) -> Bool = { _ in true }
  ) -> [(plan: [Participation], tiers: [TierResult])] {
    let allowed = allowedPairs
    var found: [(plan: [Participation], tiers: [TierResult])] = []
    for mask in 0..<(1 << allowed.count) {
      let plan = allowed.indices.filter { mask & (1 << $0) != 0 }.map { allowed[$0] }
      guard isWanted(plan) else { continue }
      let units = units(of: plan, allowed: allowed)
      guard units.allSatisfy({ rules[$0.key] != .hard || $0.value == 0 }) else { continue }
      found.append((plan, tiers(of: plan, units: units, allowed: allowed)))
    }
    return found
  }

  private func isBetter(_ left: [TierResult], than right: [TierResult]) -> Bool {
    for (one, other) in zip(left, right) {
      if let mine = one.shares, let theirs = other.shares {
        if mine != theirs { return theirs.lexicographicallyPrecedes(mine) }
      } else if one.value != other.value {
        return ["penalties", "travel", "moved"].contains(one.name) == (one.value < other.value)
      }
    }
    return false
  }
}
