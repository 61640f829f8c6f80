// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// A plan of activities with what several checks need.
struct ReturneeFacts: Sendable {
  let year: ProgrammeYear
  /// Pairs that the year has, by activity and returnee, each once.
  let participations: [Participation]
  /// People of each activity, ascending.
  let people: [[Int]]
  /// Activities of each returnee, by first day.
  let activities: [[Int]]
  /// What the plan names that is not in the year or stands twice, a sentence each.
  let faults: [Sentence]

  var data: ReturneeData { year.returnees }

  init(_ plan: ReturneePlan, in year: ProgrammeYear) {
    self.year = year
    let data = year.returnees
    var faults: [Sentence] = []
    var known: Set<Participation> = []
    for pair in plan.participations {
      guard data.returnees.indices.contains(pair.returnee),
        data.activities.indices.contains(pair.activity)
      else {
        faults.append("The plan has a returnee or an activity that the year has not.")
        continue
      }
      if !known.insert(pair).inserted {
        faults.append(
          "\(data.returnees[pair.returnee].id) is in \(data.activities[pair.activity].id) twice.")
      }
    }
    participations = known.sorted()
    var people = [[Int]](repeating: [], count: data.activities.count)
    var activities = [[Int]](repeating: [], count: data.returnees.count)
    for pair in participations {
      people[pair.activity].append(pair.returnee)
      activities[pair.returnee].append(pair.activity)
    }
    self.people = people
    self.activities = activities.map { own in
      own.sorted {
        (data.activities[$0].days.lowerBound, $0) < (data.activities[$1].days.lowerBound, $1)
      }
    }
    self.faults = faults
  }
}

extension ReturneeFacts {
  /// Activities that somebody takes part in, in the year's order.
  var held: [Int] { people.indices.filter { !people[$0].isEmpty } }

  func subjects(_ pair: Participation) -> [Subject] {
    [.returnee(data.returnees[pair.returnee].id), .activity(data.activities[pair.activity].id)]
  }

  /// Thousands of yen for all travel.
  var cost: Int128 {
    participations.reduce(0) { $0 + Int128(data.cost($1.returnee, to: $1.activity)) }
  }

  /// Whether every hard rule about a person and an activity lets the one take part in the
  /// other.
  func mayTakePart(_ returnee: Int, in activity: Int) -> Bool {
    pairChecks.allSatisfy { check in
      data.rules[check.rule] != .hard || check.isKept(by: returnee, in: activity, of: data)
    }
  }

  /// The tiers of the year's goals in the planner's order, with bound = value.
  func tiers(rules: [RuleCheck]) -> [TierResult] {
    data.objective.map { goal in
      let value: Int128
      switch goal {
      case .penalties:
        value = rules.reduce(0) { $0 + Int128($1.units) * Int128($1.strictness.penalty ?? 0) }
      case .reach:
        value = held.reduce(0) {
          $0 + Int128(data.activities[$1].reach) * Int128(data.activities[$1].priority)
        }
      case .fairness:
        let shares = shares
        let least = Int64(shares.first ?? 10_000)
        return TierResult(name: goal.rawValue, value: least, bound: least, shares: shares)
      case .filled: value = Int128(participations.count)
      case .travel: value = cost
      case .moved: value = Int128(lost.count)
      }
      let clamped = Int64(clamping: value)
      return TierResult(name: goal.rawValue, value: clamped, bound: clamped)
    }
  }

  /// What share of the most activities each person has who may take part in any, smallest
  /// first.
  private var shares: [Int] {
    let most = data.mostActivities
    return data.returnees.indices.filter { returnee in
      !activities[returnee].isEmpty
        || data.activities.indices.contains { mayTakePart(returnee, in: $0) }
    }.map { min(10_000, 10_000 * activities[$0].count / most) }.sorted()
  }
}
