// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme

/// Bounds of the goals that look at each activity and each person alone: true for every
/// plan, and near where people are many.
struct SeatingBounds {
  private let seating: ActivitySeating
  private var data: ReturneeData { seating.data }
  /// Whether an activity could take place if there were no other.
  private let isPossible: [Bool]

  init(_ seating: ActivitySeating) {
    self.seating = seating
    let eligibility = seating.eligibility
    isPossible = seating.data.activities.indices.map { activity in
      let offer = seating.data.activities[activity]
      let pairs = eligibility.pairs(ofActivity: activity)
      guard pairs.count >= offer.seatsMin else { return false }
      return seating.wishes[activity].allSatisfy { wish in
        wish.penalty != nil
          || pairs.lazy.filter {
            wish.isMet(by: seating.data.returnees[eligibility.pairs[$0].returnee])
          }.prefix(wish.count).count == wish.count
      }
    }
  }

  /// The goals' values of a plan with these bounds.
  ///
  /// - Parameters:
  ///   - values: The plan's tiers as the verifier has them.
  ///   - isOver: Asked between steps; true leaves bounds that are known soon.
  /// - Returns: The tiers with bounds.
  func bounded(_ values: [TierResult], _ isOver: () -> Bool) -> [TierResult] {
    // How much reach a plan as good may leave out; nothing where that comes later.
    var slack: Int64?
    // The same of seats.
    var seats: Int64?
    // What people's numbers of activities are in a plan as good; nothing where that comes later.
    var numbers = JourneyFlow.Numbers.atLeast(0, butFor: 0)
    return values.map { value in
      var tier = value
      switch ReturneeGoal(rawValue: tier.name) {
      case .reach:
        tier.bound = max(tier.value, possible.reduce(0) { $0 + weight(of: $1) })
        slack = tier.bound - tier.value
      case .penalties: tier.bound = least(leaving: slack, leastPenalty)
      case .travel:
        tier.bound = max(least(leaving: slack, leastCost), leastCost(leaving: seats))
        if seats != nil, let journeys = journeys(filling: filledSeats, numbers, isOver) {
          tier.bound = max(tier.bound, journeys.cost)
        }
      case .filled:
        tier.bound = possible.reduce(0) { $0 + Int64(mostPeople($1)) }
        seats = tier.bound - tier.value
      case .moved: tier.bound = 0
      case .fairness, nil:
        boundEvenness(&tier, isOver)
        numbers = ownNumbers
      }
      return tier
    }
  }

  /// How many seats the plan fills.
  private var filledSeats: Int { seating.people.reduce(0) { $0 + $1.count } }

  /// A flow over all activities that might take place.
  private func journeys(
    filling count: Int, _ numbers: JourneyFlow.Numbers, _ isOver: () -> Bool
  ) -> JourneyFlow.Answer? {
    guard
      var flow = JourneyFlow(
        seating.eligibility, seats: possible.map { ($0, mostPeople($0)) }, filling: count, numbers)
    else { return nil }
    return flow.cheapest(isOver)
  }

  /// Activities of those who may take part in something, fewest first.
  private func sortedCounts(_ counts: [Int]) -> [Int] {
    zip(counts, seating.eligibility.pairsOfReturnees()).filter { !$1.isEmpty }.map(\.0).sorted()
  }

  /// The least number of activities of anybody, or one more than that with those who have it as
  /// exceptions: of a plan as even, no more people have as few.
  private var ownNumbers: JourneyFlow.Numbers {
    let counts = sortedCounts(seating.activities.map(\.count))
    guard let least = counts.first else { return .atLeast(0, butFor: 0) }
    return .atLeast(least + 1, butFor: counts.prefix { $0 == least }.count)
  }

  /// Bounds the share of whoever has least, and says whether no plan is more even at all: the
  /// most even flow is as even as its people's numbers can be (Megiddo, "Optimal flows in
  /// networks with multiple sources and sinks", Mathematical Programming 7, 1974).
  private func boundEvenness(_ tier: inout TierResult, _ isOver: () -> Bool) {
    var worst = greatestWorst
    let most = possible.reduce(0) { $0 + mostPeople($1) }
    if let even = journeys(filling: most, .even, isOver) {
      let counts = sortedCounts(even.counts)
      let least = counts.first ?? data.mostActivities
      worst = min(worst, Int64(min(10_000, 10_000 * least / data.mostActivities)))
      tier.isVectorProven = counts == sortedCounts(seating.activities.map(\.count))
    } else {
      tier.isVectorProven = false
    }
    tier.bound = max(tier.value, worst)
  }

  private var possible: [Int] { isPossible.indices.filter { isPossible[$0] } }

  /// How many people an activity can have at most.
  private func mostPeople(_ activity: Int) -> Int {
    min(data.activities[activity].seatsMax, seating.eligibility.pairs(ofActivity: activity).count)
  }

  private func weight(of activity: Int) -> Int64 {
    Int64(data.activities[activity].reach * data.activities[activity].priority)
  }

  /// What the activities of a plan cost at least that leaves out no more reach than that.
  ///
  /// What is left out has at most so much reach, so that it saves at most what the best
  /// part of a knapsack of that size is worth.
  private func least(leaving slack: Int64?, _ worth: (Int) -> Int64) -> Int64 {
    guard let slack else { return 0 }
    var items: [(weight: Int64, worth: Int64)] = []
    var sum: Int64 = 0
    for activity in possible {
      let (weight, worth): (Int64, Int64) = (weight(of: activity), worth(activity))
      guard weight > 0, worth > 0 else { continue }
      items.append((weight, worth))
      sum += worth
    }
    items.sort { (left, right) -> Bool in left.worth * right.weight > right.worth * left.weight }
    var room = slack
    for item in items {
      guard item.weight <= room else {
        let part: Int64 = item.worth * room + item.weight - 1
        return sum - part / item.weight
      }
      sum -= item.worth
      room -= item.weight
    }
    return sum
  }

  /// The greatest share that whoever has fewest activities can have: what the poorest could
  /// have alone, and no more than what there is for each if all were as poor.
  private var greatestWorst: Int64 {
    var counts: [Int] = []
    for (returnee, pairs) in seating.eligibility.pairsOfReturnees().enumerated()
    where !pairs.isEmpty {
      counts.append(mostActivities(of: returnee, pairs))
    }
    guard let poorest = counts.min() else { return 10_000 }
    let seats = possible.reduce(0) { $0 + mostPeople($1) }
    return Int64(min(10_000, 10_000 * min(poorest, seats / counts.count) / data.mostActivities))
  }

  /// How many activities somebody could have at most if there were nobody else.
  ///
  /// In each quarter the activity that ends first is taken, then the next that does not
  /// collide with it: no other choice has more.
  ///
  /// - Parameters:
  ///   - returnee: Whose they are.
  ///   - pairs: Their pairs, by first day.
  /// - Returns: A number that no plan exceeds.
  private func mostActivities(of returnee: Int, _ pairs: [Int]) -> Int {
    let offers = pairs.map { seating.eligibility.pairs[$0].activity }.filter { isPossible[$0] }
      .map { data.activities[$0] }
      .sorted { $0.days.upperBound.number < $1.days.upperBound.number }
    let apart = data.rules[.neighbouringDays] == .hard ? data.rules.daysBetween : nil
    let limit =
      data.rules[.load] == .hard
      ? data.returnees[returnee].perQuarter ?? data.rules.perQuarter : Int.max
    var sum = 0
    for quarter in 1...4 {
      var count = 0
      var last = Int.min
      for offer in offers where offer.quarter == quarter {
        if let apart {
          guard last == .min || offer.days.lowerBound.number > last + apart else { continue }
          last = offer.days.upperBound.number
        }
        count += 1
      }
      sum += min(limit, count)
    }
    return sum
  }

  /// What a team of an activity costs at least: wishes that nobody of it meets.
  ///
  /// Where everybody is alone, what the pair itself costs counts too. Otherwise it is
  /// looked for which wishes together so many people as there are seats can meet.
  private func leastPenalty(_ activity: Int) -> Int64 {
    let eligibility = seating.eligibility
    let pairs = eligibility.pairs(ofActivity: activity)
    let soft = seating.wishes[activity].filter { $0.penalty != nil }
    func missing(_ wish: ActivityWish, among count: Int) -> Int64 {
      Int64(max(0, wish.count - count) * (wish.penalty ?? 0))
    }
    if data.activities[activity].seatsMax == 1 {
      return pairs.map { position in
        let returnee = data.returnees[eligibility.pairs[position].returnee]
        return soft.reduce(eligibility.pairs[position].penalty) { sum, wish in
          sum + missing(wish, among: wish.isMet(by: returnee) ? 1 : 0)
        }
      }.min() ?? 0
    }
    let several = soft.filter { $0.count > 1 }
    return leastUnmet(activity, pairs)
      + several.reduce(0) { sum, wish in
        let able = pairs.lazy.filter {
          wish.isMet(by: data.returnees[eligibility.pairs[$0].returnee])
        }.prefix(wish.count).count
        return sum + missing(wish, among: able)
      }
  }

  /// What wishes for one person each cost at least that a whole team leaves unmet, the hard
  /// ones among them all met.
  private func leastUnmet(_ activity: Int, _ pairs: Range<Int>) -> Int64 {
    let wishes = Array(seating.wishes[activity].filter { $0.count == 1 }.prefix(Self.mostWishes))
    guard wishes.contains(where: { $0.penalty != nil }) else { return 0 }
    var brought = Set<Int>()
    for position in pairs {
      let returnee = data.returnees[seating.eligibility.pairs[position].returnee]
      brought.insert(
        wishes.indices.reduce(0) { wishes[$1].isMet(by: returnee) ? $0 | 1 << $1 : $0 })
    }
    var reached: Set<Int> = [0]
    for _ in 0..<data.activities[activity].seatsMax {
      let next = reached.union(reached.flatMap { met in brought.map { met | $0 } })
      if next == reached { break }
      reached = next
    }
    let costs = reached.compactMap { met -> Int64? in
      var cost: Int64 = 0
      for (index, wish) in wishes.enumerated() where met & 1 << index == 0 {
        guard let penalty = wish.penalty else { return nil }
        cost += Int64(penalty)
      }
      return cost
    }
    return costs.min() ?? 0
  }

  /// Wishes of an activity that are looked at together.
  private static var mostWishes: Int { 10 }

  /// The cheapest journeys of the fewest people.
  private func leastCost(_ activity: Int) -> Int64 {
    costs(of: activity).prefix(data.activities[activity].seatsMin).reduce(0, +)
  }

  /// The cheapest journeys of a plan that leaves no more seats empty than that: everybody that
  /// an activity has room for, less the dearest of these.
  private func leastCost(leaving seats: Int64?) -> Int64 {
    guard let seats else { return 0 }
    let all = possible.flatMap { costs(of: $0).prefix(mostPeople($0)) }.sorted()
    return all.dropLast(Int(max(0, seats))).reduce(0, +)
  }

  /// What its pairs' journeys cost, cheapest first.
  private func costs(of activity: Int) -> [Int64] {
    seating.eligibility.pairs(ofActivity: activity).map { seating.eligibility.pairs[$0].cost }
      .sorted()
  }
}
