// SPDX-License-Identifier: GPL-3.0-or-later

/// The rules of returnees, by the identifiers that files, plans and messages use.
///
/// `docs/returnees.md` defines each one and its unit of violation.
package enum ReturneeRule: String, CaseIterable, Sendable, Comparable {
  case seats
  case distance
  case freeDays = "free-days"
  case afterReturn = "after-return"
  case neighbouringDays = "neighbouring-days"
  case load
  case leaders
  case languages
  case skills
  case tie
  case prefectureFirst = "prefecture-first"
  case budget
  case announced

  /// Rules without which a plan is not a plan; they are always hard.
  package var isStructural: Bool { self == .seats }

  /// Rules that say whether one person may take part in one activity.
  package static let pairwise: [ReturneeRule] = [.distance, .freeDays, .afterReturn]

  /// Whether the rule may have a penalty in place of being hard.
  package var mayBeSoft: Bool {
    !isStructural && self != .neighbouringDays && self != .announced
  }

  /// Whether the rule is law unless the planner says otherwise.
  package var isUsuallyLaw: Bool {
    isStructural || self == .freeDays || self == .announced
  }

  package static func < (left: ReturneeRule, right: ReturneeRule) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What the planner of activities wants first, second, and so on.
package enum ReturneeGoal: String, CaseIterable, Sendable {
  /// Least penalty for soft rules.
  case penalties
  /// Most people reached by activities that take place, weighted by priority.
  case reach
  /// Leximin over returnees of the activities that each takes part in.
  case fairness
  /// Most seats filled.
  case filled
  /// Least cost of travel, thousands of yen.
  case travel
  /// Fewest announced participations that are lost.
  case moved
}

/// The rules of returnees in one year: how strictly each is kept, and its parameters.
package struct ReturneeRules: Hashable, Sendable {
  package var strictness: [ReturneeRule: Strictness] = [:]
  package var standings: [ReturneeRule: Standing] = [:]
  /// `distance`: farthest way from home for those who name none, metres.
  package var maximumMetres = 60_000
  /// `after-return`: days from the day of return to the first day of an activity.
  package var restAfterReturn = 28
  /// `neighbouring-days`: free days between two activities of one person.
  package var daysBetween = 1
  /// `load`: most activities in a quarter for those who name no number.
  package var perQuarter = 3
  /// `budget`: yen for all travel of the year; none means no limit.
  package var totalBudget: Int64?
  /// `announced`: so many announced participations may be lost.
  package var mostMoved = 0
  /// Yen for a kilometre of travel.
  package var yenPerKilometre = 25

  package init() {}

  /// The strictness of a rule; hard unless the file says otherwise.
  package subscript(rule: ReturneeRule) -> Strictness {
    rule.isStructural ? .hard : strictness[rule] ?? .hard
  }
}

/// What returnees' activities are planned from, beside countries and schools.
package struct ReturneeData: Hashable, Sendable {
  /// By identifier.
  package var returnees: [Returnee]
  /// By identifier.
  package var activities: [Activity]
  /// Journeys that are given; the others follow the great circle.
  package var journeys: [Participation: GivenJourney]
  package var rules: ReturneeRules
  /// Goals in the planner's order, each at most once.
  package var objective: [ReturneeGoal]
  /// Who was told of which activity, each pair once, by activity and returnee.
  package var announced: [Participation]

  package init(
    returnees: [Returnee] = [], activities: [Activity] = [],
    journeys: [Participation: GivenJourney] = [:], rules: ReturneeRules = ReturneeRules(),
    objective: [ReturneeGoal] = defaultObjective, announced: [Participation] = []
  ) {
    self.returnees = returnees
    self.activities = activities
    self.journeys = journeys
    self.rules = rules
    self.objective = objective
    self.announced = announced
  }

  package static let defaultObjective: [ReturneeGoal] = [
    .reach, .penalties, .fairness, .filled, .travel,
  ]

  /// Whether there is anybody or anything to plan for.
  package var isPlanned: Bool { !returnees.isEmpty || !activities.isEmpty }

  /// What shares of fairness are parts of: activities that a person could have at most,
  /// whoever it is; 1 or more.
  package var mostActivities: Int {
    guard rules[.load] == .hard else { return max(1, activities.count) }
    let most = returnees.map { $0.perQuarter ?? rules.perQuarter }.max() ?? 0
    return max(1, min(activities.count, 4 * most))
  }
}

extension ReturneeData {
  /// One way from home to an activity, metres; 0 for one on line.
  ///
  /// - Precondition: There are such a returnee and such an activity, as for `cost`.
  package func metres(_ returnee: Int, to activity: Int) -> Int {
    let offer = activities[activity]
    if offer.isOnline { return 0 }
    let pair = Participation(returnee: returnee, activity: activity)
    return journeys[pair]?.metres ?? returnees[returnee].home.metres(to: offer.place)
  }

  /// What the way there and back costs, thousands of yen, rounded up; 0 for an activity
  /// on line.
  package func cost(_ returnee: Int, to activity: Int) -> Int64 {
    if activities[activity].isOnline { return 0 }
    let pair = Participation(returnee: returnee, activity: activity)
    if let given = journeys[pair]?.cost { return (given + 999) / 1_000 }
    let metres = Int64(metres(returnee, to: activity))
    return (2 * metres * Int64(rules.yenPerKilometre) + 999_999) / 1_000_000
  }
}
