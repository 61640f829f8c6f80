// SPDX-License-Identifier: GPL-3.0-or-later

/// The training rules, by the identifiers that files, plans and messages use.
///
/// `docs/training.md` defines each one and its unit of violation.
package enum TrainingRule: String, CaseIterable, Sendable, Comparable {
  case oneSession = "one-session"
  case acceptedCourse = "accepted-course"
  case sessionSize = "session-size"
  case beds
  case classrooms
  case lecturers
  case closures
  case availability
  case calendars
  case japanSchoolsOpen = "japan-schools-open"
  case levelBand = "level-band"
  case mix
  case leaders
  case hostSchool = "host-school"
  case oneTeacherAway = "one-teacher-away"
  case predepartureGap = "predeparture-gap"
  case hostTeacherPresent = "host-teacher-present"
  case meetYourPartner = "meet-your-partner"
  case countrySpacing = "country-spacing"
  case invitedOnce = "invited-once"
  case diet
  case budget
  case pin
  case announced
  case quota

  /// Rules without which a plan is not a plan; they are always hard.
  package var isStructural: Bool { self == .oneSession || self == .acceptedCourse }

  /// Rules that say whether one group may join one session; these may be soft.
  package static let pairwise: [TrainingRule] = [
    .availability, .calendars, .japanSchoolsOpen, .hostSchool, .predepartureGap,
    .hostTeacherPresent, .diet,
  ]

  /// Whether the rule may have a penalty in place of being hard.
  package var mayBeSoft: Bool {
    Self.pairwise.contains(self) || self == .meetYourPartner || self == .budget || self == .quota
  }

  package static func < (left: TrainingRule, right: TrainingRule) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What the planner of trainings wants first, second, and so on.
package enum TrainingGoal: String, CaseIterable, Sendable {
  /// Fewest people of groups that do not join the session announced to them.
  case moved
  /// Fewest of those people who do not train at all.
  case dropped
  /// Most people of delegations, weighted by priority.
  case trained
  /// Least penalty for soft rules.
  case penalties
  /// Fewest people whose session differs from that of an earlier plan; only with one.
  case changes
  /// Leximin over countries of people trained in proportion to partners hosted.
  case fairness
  /// Most people who have not been to Japan before.
  case firstVisits = "first-visits"
  /// Most countries beside the first in sessions that may have several.
  case mixing
  /// Least cost, in thousands of yen.
  case cost
  /// Fewest people who travel in months or on days they had rather not.
  case months
}

/// The training rules of one year: how strictly each is kept, and its parameters.
package struct TrainingRules: Hashable, Sendable {
  /// Strictness of rules other than `quota`, whose rules carry theirs.
  package var strictness: [TrainingRule: Strictness] = [:]
  /// Standing of rules other than `quota`, whose rules carry theirs.
  package var standings: [TrainingRule: Standing] = [:]
  /// `predeparture-gap`: days from the last day of the course to the first of the dispatch.
  package var gapMinDays = 21
  package var gapMaxDays = 210
  /// `host-teacher-present`: first weeks of the dispatch.
  package var presentWeeks = 4
  /// `meet-your-partner`: days that the course and the partners' session have in common.
  package var meetDays = 3
  /// `meet-your-partner`: weeks after the dispatch begins and before it ends.
  package var meetAfterWeeks = 4
  package var meetBeforeWeeks = 4
  /// `country-spacing`: days between groups of one country.
  package var spacingDays = 6
  /// `invited-once`: fiscal years for which an invitation counts; none means for ever.
  package var invitedYears: Int?
  /// `announced`: people who may lose the session announced to them.
  package var mostMoved = 0
  /// `budget`: yen for all sessions of the year; none means no limit.
  package var totalBudget: Int64?
  /// In the file's order; identifiers are unique.
  package var quotas: [TrainingQuota] = []

  package init() {}

  /// The strictness of a rule; hard unless the file says otherwise.
  package subscript(rule: TrainingRule) -> Strictness {
    rule.isStructural ? .hard : strictness[rule] ?? .hard
  }

  /// Whether a rule is never relaxed.
  package func isLaw(_ rule: TrainingRule) -> Bool {
    rule.isStructural || standings[rule]?.isLaw ?? rule.isUsuallyLaw
  }
}

/// A `quota`: how many people of one kind may or must train.
package struct TrainingQuota: Hashable, Sendable {
  package var id: String
  package var strictness: Strictness = .hard
  package var standing = Standing.usual
  /// People of delegations in sessions that count.
  package var select: TrainingSelector
  package var minimum: Int?
  package var maximum: Int?
  /// Bounds as shares of another count.
  package var share: Share?

  package typealias Share = QuotaShare<TrainingSelector>

  package init(
    id: String, strictness: Strictness = .hard, select: TrainingSelector, minimum: Int? = nil,
    maximum: Int? = nil, share: Share? = nil
  ) {
    self.id = id
    self.strictness = strictness
    self.select = select
    self.minimum = minimum
    self.maximum = maximum
    self.share = share
  }
}

/// Which attendances a training quota counts: those that meet every condition.
package struct TrainingSelector: Hashable, Sendable {
  /// In the file's order; empty selects every delegation that trains.
  package var conditions: [Condition]

  package init(conditions: [Condition] = []) {
    self.conditions = conditions
  }

  package struct Condition: Hashable, Sendable {
    package var attribute: TrainingAttribute
    package var test: Selector.Test

    package init(_ attribute: TrainingAttribute, _ test: Selector.Test) {
      self.attribute = attribute
      self.test = test
    }
  }
}

/// A property of a delegation or its session that selectors may name.
package enum TrainingAttribute: String, CaseIterable, Sendable {
  case delegation = "delegation.delegation"
  case school = "delegation.school"
  case country = "delegation.country"
  case area = "delegation.area"
  /// `teachers` or `students`.
  case trainee = "delegation.kind"
  case level = "delegation.level"
  case firstVisit = "delegation.first_visit"
  case priority = "delegation.priority"
  case tags = "delegation.tags"
  case course = "session.course"
  case site = "session.site"
  /// The month of the first day, 1 to 12.
  case month = "session.month"

  /// What sort of value the attribute has.
  package var kind: Attribute.Kind {
    switch self {
    case .priority, .month: .number
    case .firstVisit: .yesNo
    case .tags: .list
    case .delegation, .school, .country, .area, .trainee, .level, .course, .site: .word
    }
  }
}
