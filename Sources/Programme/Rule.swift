// SPDX-License-Identifier: GPL-3.0-or-later

/// The dispatch rules, by the identifiers that files, plans and messages use.
///
/// `docs/rules.md` defines each one and its unit of violation.
package enum Rule: String, CaseIterable, Sendable, Comparable {
  case onePost = "one-post"
  case onePostPerSchool = "one-post-per-school"
  case seats
  case cohortPlaces = "cohort-places"
  case countryQuota = "country-quota"
  case trackQuota = "track-quota"
  case birthWindow = "birth-window"
  case countryAccepted = "country-accepted"
  case availability
  case housing
  case medical
  case diet
  case language
  case hours
  case travel
  case together
  case apart
  case companions
  case predeparture
  case budget
  case rotation
  case announced
  case pin
  case forbid
  case quota
  case criterion

  /// Rules without which a plan is not a plan; they are always hard.
  package var isStructural: Bool {
    self == .onePost || self == .onePostPerSchool || self == .seats
  }

  /// Rules that say whether one applicant may go to one post in one cohort.
  package static let pairwise: [Rule] = [
    .trackQuota, .birthWindow, .countryAccepted, .availability, .housing, .medical, .diet,
    .language, .forbid, .criterion,
  ]

  package static func < (left: Rule, right: Rule) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// How strictly a rule is kept.
package enum Strictness: Hashable, Sendable {
  case hard
  /// Each unit of violation costs this much in the tier `penalties`; 1 to 10,000.
  case soft(penalty: Int)
  case off

  /// The price of a unit, or none unless the rule is soft.
  package var penalty: Int? {
    if case .soft(let penalty) = self { penalty } else { nil }
  }
}

/// The rules of one year: how strictly each is kept, and its parameters.
package struct Rules: Hashable, Sendable {
  /// Strictness of rules other than `quota` and `criterion`, which carry theirs.
  package var strictness: [Rule: Strictness] = [:]
  /// Standing of rules other than `quota` and `criterion`, which carry theirs.
  package var standings: [Rule: Standing] = [:]
  package var language = LanguageRule()
  package var hours = HoursRule()
  package var travel = TravelRule()
  package var companions = CompanionsRule()
  package var budget = BudgetRule()
  package var rotation = RotationRule()
  package var announced = AnnouncedRule()
  /// In the file's order; identifiers are unique among quotas and criterion rules.
  package var quotas: [QuotaRule] = []
  package var criteria: [CriterionRule] = []

  package init() {}

  /// The strictness of a rule; hard unless the file says otherwise.
  package subscript(rule: Rule) -> Strictness {
    rule.isStructural ? .hard : strictness[rule] ?? .hard
  }

  /// Whether a rule is never relaxed.
  package func isLaw(_ rule: Rule) -> Bool {
    rule.isStructural || standings[rule]?.isLaw ?? rule.isUsuallyLaw
  }
}

/// `language`: English or the country's language, whichever is better, reaches
/// a level.
package struct LanguageRule: Hashable, Sendable {
  /// 0 to 5.
  package var minimum = 1
  /// The level for posts with a remote school, 0 to 5.
  package var minimumRemote = 1
  package init() {}
}

/// `hours`: the hours of Japanese a week of a post, over all its schools.
package struct HoursRule: Hashable, Sendable {
  package var minimum = 6
  package var maximum = 30
  package init() {}
}

/// `travel`: every further school of a bundle lies this near to its base.
package struct TravelRule: Hashable, Sendable {
  package var maximumMetres = 20_000
  package init() {}
}

/// `companions`: around each partner, others of the same cohort.
package struct CompanionsRule: Hashable, Sendable {
  /// Fewest others, 1 or more.
  package var others = 1
  /// Distance between bases, metres.
  package var withinMetres = 50_000
  /// Age at the start of dispatch from which a partner counts as oldest.
  package var oldestAge = 60
  /// English or the country's language below this level counts as low.
  package var lowLanguageBelow = 2
  /// Penalty for each lonely partner who is not guarded; 0 means none.
  package var penaltyOthers = 1
  package init() {}
}

/// `budget`: yen over the whole year, beside the countries' own budgets.
package struct BudgetRule: Hashable, Sendable {
  package var total: Int64?
  /// Yen in a unit of violation.
  package static let unit: Int64 = 10_000
  package init() {}
}

/// `rotation`: how long a school may host without a pause.
package struct RotationRule: Hashable, Sendable {
  /// 1 or more.
  package var maximumYearsRunning = 3
  package init() {}
}

/// `announced`: who was told a placement keeps it, but for a few.
package struct AnnouncedRule: Hashable, Sendable {
  /// So many people may lose the placement announced to them; 0 or more.
  package var mostMoved = 0
  package init() {}
}

/// A `quota`: how many placements of one kind there may be.
package struct QuotaRule: Hashable, Sendable {
  package var id: String
  package var strictness: Strictness = .hard
  package var standing = Standing.usual
  /// Placements that count.
  package var select: Selector
  package var minimum: Int?
  package var maximum: Int?
  /// Bounds as shares of another count.
  package var share: Share?
  /// An attribute of post or cohort; the quota then holds for each of its
  /// values among the year's posts and cohorts.
  package var each: Attribute?

  package typealias Share = QuotaShare<Selector>

  package init(
    id: String, strictness: Strictness = .hard, select: Selector, minimum: Int? = nil,
    maximum: Int? = nil, share: Share? = nil, each: Attribute? = nil
  ) {
    self.id = id
    self.strictness = strictness
    self.select = select
    self.minimum = minimum
    self.maximum = maximum
    self.share = share
    self.each = each
  }
}

/// Bounds of a quota as shares of another count.
package struct QuotaShare<Selection: Hashable & Sendable>: Hashable, Sendable {
  /// What the share is taken of.
  package var of: Selection
  /// Per cent, 0 to 100.
  package var minimumPercent: Int?
  package var maximumPercent: Int?

  package init(of: Selection, minimumPercent: Int? = nil, maximumPercent: Int? = nil) {
    self.of = of
    self.minimumPercent = minimumPercent
    self.maximumPercent = maximumPercent
  }
}

/// A criterion made a rule: each selected placement has at least some points.
package struct CriterionRule: Hashable, Sendable {
  package var id: String
  package var strictness: Strictness = .hard
  package var standing = Standing.usual
  package var criterion: Criterion
  /// 0 to 100, before weighting.
  package var minimum: Int
  package var select: Selector

  package init(
    id: String, strictness: Strictness = .hard, criterion: Criterion, minimum: Int,
    select: Selector = Selector(conditions: [])
  ) {
    self.id = id
    self.strictness = strictness
    self.criterion = criterion
    self.minimum = minimum
    self.select = select
  }
}
