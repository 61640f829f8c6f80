// SPDX-License-Identifier: GPL-3.0-or-later

/// The rules of teacher exchange, by the identifiers that files, plans and messages use.
///
/// `docs/exchange.md` defines each one and its unit of violation.
package enum ExchangeRule: String, CaseIterable, Sendable, Comparable {
  case partners
  case level
  case role
  case language
  case subject
  case grades
  case size
  case group
  case windows
  case calendars
  case inSession = "in-session"
  case reciprocity
  case oneAtATime = "one-at-a-time"
  case prefectureWeek = "prefecture-week"
  case prefectureYear = "prefecture-year"
  case countries
  case rotation

  /// Rules without which a plan is not a plan; they are always hard.
  package var isStructural: Bool { self == .partners }

  /// Rules that say whether two schools fit each other, whatever visits there are.
  package static let pairwise: [ExchangeRule] = [
    .level, .role, .language, .subject, .grades, .size,
  ]

  /// Rules that say in which weeks a visit may be.
  package static let weekly: [ExchangeRule] = [.windows, .calendars, .inSession]

  /// Whether the rule may have a penalty in place of being hard.
  package var mayBeSoft: Bool {
    !isStructural && !Self.weekly.contains(self) && self != .oneAtATime
  }

  /// Whether the rule is law unless the planner says otherwise.
  package var isUsuallyLaw: Bool { isStructural || self == .calendars || self == .inSession }

  package static func < (left: ExchangeRule, right: ExchangeRule) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What the planner of exchanges wants first, second, and so on.
package enum ExchangeGoal: String, CaseIterable, Sendable {
  /// Fewest pairs of schools that would both rather have each other.
  case blockingPairs = "blocking-pairs"
  /// Fewest schools that a school would rather have than its partner, added up.
  case ranks
  /// Most partnerships, each weighted by the priorities of its schools.
  case pairs
  /// Least penalty for soft rules.
  case penalties
  /// Most visits paid back that were owed.
  case debts
  /// Leximin over countries of the partnerships that each has.
  case fairness
  /// Most points of criteria.
  case points
  /// Fewest visits to prefectures that hosted lately.
  case repeats
  /// Fewest visits on days that somebody would rather avoid.
  case weeks

  /// The goals of a stable plan, which `--stable` puts first.
  package static let stability: [ExchangeGoal] = [.blockingPairs, .ranks]
}

/// What makes two schools fit, 0 to 100 each.
package enum ExchangeCriterion: String, CaseIterable, Sendable {
  case subject, grades, language, size, tie
  case wishJapan = "wish-japan"
  case wishAbroad = "wish-abroad"
}

/// The rules of exchange in one year: how strictly each is kept, and its parameters.
package struct ExchangeRules: Hashable, Sendable {
  package var strictness: [ExchangeRule: Strictness] = [:]
  package var standings: [ExchangeRule: Standing] = [:]
  /// Days of a visit, the days of arrival and of departure included, 8 to 60.
  package var days = 8
  /// The day of the week on which visitors arrive.
  package var arrival = Weekday.sunday
  /// What a point of each criterion weighs, 0 to 100; absent means 0.
  package var weights = ExchangeRules.defaultWeights
  /// `size`: the larger school has at most so many times the pupils of the smaller.
  package var mostRatio = 5
  /// `prefecture-week`: most groups in a prefecture in one week.
  package var groupsOfWeek = 2
  /// `prefecture-year`: most partnerships of a prefecture's schools; none means no limit.
  package var pairsOfYear: Int?
  /// `countries`: fewest partnerships of each country.
  package var pairsOfCountry = 1
  /// `rotation` and the goal `repeats`: years in which a prefecture that hosted rests.
  package var restYears = 1

  package init() {}

  package static let defaultWeights: [ExchangeCriterion: Int] = [
    .subject: 2, .grades: 1, .language: 2, .size: 1, .tie: 3, .wishJapan: 3, .wishAbroad: 3,
  ]

  /// The strictness of a rule; hard unless the file says otherwise.
  package subscript(rule: ExchangeRule) -> Strictness {
    rule.isStructural ? .hard : strictness[rule] ?? .hard
  }

  /// Weeks that a visit takes: it may end on the day on which the next one begins.
  package var weeksOfVisit: Int { max(1, (days - 1 + 6) / 7) }
}

/// What the exchange of teachers is planned from, beside countries and calendars.
package struct ExchangeData: Hashable, Sendable {
  /// By identifier, those in Japan and those abroad together.
  package var schools: [ExchangeSchool]
  package var ties: [SchoolPair: ExchangeTie]
  package var rules: ExchangeRules
  /// Goals in the planner's order, each at most once.
  package var objective: [ExchangeGoal]

  package init(
    schools: [ExchangeSchool] = [], ties: [SchoolPair: ExchangeTie] = [:],
    rules: ExchangeRules = ExchangeRules(), objective: [ExchangeGoal] = defaultObjective
  ) {
    self.schools = schools
    self.ties = ties
    self.rules = rules
    self.objective = objective
  }

  package static let defaultObjective: [ExchangeGoal] = [
    .pairs, .penalties, .debts, .fairness, .points, .repeats, .weeks,
  ]

  /// Whether there is anybody to plan for.
  package var isPlanned: Bool { !schools.isEmpty }

  /// Schools in Japan and abroad, by index.
  package var inJapan: [Int] { schools.indices.filter { schools[$0].isInJapan } }
  package var abroad: [Int] { schools.indices.filter { !schools[$0].isInJapan } }
}

extension ExchangeRules {
  /// The days on which a visit may begin: each whole visit is within the fiscal year.
  package func starts(in fiscalYear: Int) -> [Day] {
    guard let first = Day(year: fiscalYear, month: 4, day: 1),
      let last = Day(year: fiscalYear + 1, month: 3, day: 31)
    else { return [] }
    var day = first
    while day.weekday != arrival { day = day.adding(days: 1) }
    var starts: [Day] = []
    while day.adding(days: days - 1) <= last {
      starts.append(day)
      day = day.adding(days: 7)
    }
    return starts
  }
}
