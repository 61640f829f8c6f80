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
  /// - Parameter values: The plan's tiers as the verifier has them.
  /// - Returns: The tiers with bounds.
  func bounded(_ values: [TierResult]) -> [TierResult] {
    // How much reach a plan as good may leave out; nothing where that comes later.
    var slack: Int64?
    return values.map { value in
      var tier = value
      switch ReturneeGoal(rawValue: tier.name) {
      case .reach:
        tier.bound = max(tier.value, possible.reduce(0) { $0 + weight(of: $1) })
        slack = tier.bound - tier.value
      case .penalties: tier.bound = least(leaving: slack, leastPenalty)
      case .travel: tier.bound = least(leaving: slack, leastCost)
      case .filled:
        tier.bound = possible.reduce(0) { sum, activity in
          let pairs = seating.eligibility.pairs(ofActivity: activity).count
          return sum + Int64(min(data.activities[activity].seatsMax, pairs))
        }
      case .moved: tier.bound = 0
      case .fairness, nil:
        tier.bound = max(tier.value, greatestWorst)
        tier.isVectorProven = false
      }
      return tier
    }
  }

  private var possible: [Int] { isPossible.indices.filter { isPossible[$0] } }

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

  /// The greatest share that whoever has fewest activities can have.
  private var greatestWorst: Int64 {
    let most = data.mostActivities
    var counts: [Int] = []
    for (returnee, pairs) in seating.eligibility.pairsOfReturnees().enumerated()
    where !pairs.isEmpty {
      var quarters = [0, 0, 0, 0, 0]
      for pair in pairs {
        let activity = seating.eligibility.pairs[pair].activity
        if isPossible[activity] { quarters[data.activities[activity].quarter] += 1 }
      }
      if data.rules[.load] == .hard {
        let limit = data.returnees[returnee].perQuarter ?? data.rules.perQuarter
        for quarter in 1...4 { quarters[quarter] = min(limit, quarters[quarter]) }
      }
      counts.append(quarters.reduce(0, +))
    }
    return Int64(counts.map { min(10_000, 10_000 * $0 / most) }.min() ?? 10_000)
  }

  /// What wishes cost that nobody who may take part can meet, or that one person must meet
  /// alone.
  private func leastPenalty(_ activity: Int) -> Int64 {
    let eligibility = seating.eligibility
    let pairs = eligibility.pairs(ofActivity: activity)
    let soft = seating.wishes[activity].filter { $0.penalty != nil }
    func missing(_ wish: ActivityWish, among count: Int) -> Int64 {
      Int64(max(0, wish.count - count) * (wish.penalty ?? 0))
    }
    guard data.activities[activity].seatsMax == 1 else {
      return soft.reduce(0) { sum, wish in
        let able = pairs.lazy.filter {
          wish.isMet(by: data.returnees[eligibility.pairs[$0].returnee])
        }.prefix(wish.count).count
        return sum + missing(wish, among: able)
      }
    }
    return pairs.map { position in
      let returnee = data.returnees[eligibility.pairs[position].returnee]
      return soft.reduce(eligibility.pairs[position].penalty) { sum, wish in
        sum + missing(wish, among: wish.isMet(by: returnee) ? 1 : 0)
      }
    }.min() ?? 0
  }

  /// The cheapest journeys of the fewest people.
  private func leastCost(_ activity: Int) -> Int64 {
    seating.eligibility.pairs(ofActivity: activity).map { seating.eligibility.pairs[$0].cost }
      .sorted().prefix(data.activities[activity].seatsMin).reduce(0, +)
  }
}
