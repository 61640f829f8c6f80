// SPDX-License-Identifier: GPL-3.0-or-later

/// The rules of the ten years, by the identifiers that files, plans and messages use.
///
/// `docs/decade.md` defines each one and its unit of violation.
package enum DecadeRule: String, CaseIterable, Sendable, Comparable {
  case units
  case earned
  case ramp
  case budget
  case staff
  case venueNights = "venue-nights"
  case leastReach = "least-reach"
  case countryFloor = "country-floor"
  case kindShare = "kind-share"

  /// Rules without which a plan is not a plan; they are always hard.
  package var isStructural: Bool { self == .units || self == .earned }

  /// Whether the rule may have a penalty in place of being hard.
  package var mayBeSoft: Bool { !isStructural }

  /// Whether the rule is law unless the planner says otherwise.
  package var isUsuallyLaw: Bool { isStructural }

  package static func < (left: DecadeRule, right: DecadeRule) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What the planner of the ten years wants first, second, and so on.
package enum DecadeGoal: String, CaseIterable, Sendable {
  /// Least penalty for soft rules.
  case penalties
  /// Most people reached, up to the target.
  case reach
  /// Most people that are left whichever year is lost, up to the stated share of the
  /// target.
  case lostYear = "lost-year"
  /// Leximin over the aims of points in proportion to what is wished for.
  case aims = "fairness-aims"
  /// Least cost of the years to come, in thousands of yen.
  case cost
  /// Fewest units of change from year to year.
  case smooth
}

/// The rules of the ten years: how strictly each is kept, and its parameters.
package struct DecadeRules: Hashable, Sendable {
  /// Strictness of rules; hard where absent.
  package var strictness: [DecadeRule: Strictness] = [:]
  /// Standing of rules; the usual where absent.
  package var standings: [DecadeRule: Standing] = [:]
  /// People to reach over all years that are planned.
  package var target = 10_000_000
  /// In a hundred of the target: what has to be reached although a year is lost.
  package var lostYearPercent = 0
  /// Points wished for over all years, in the order of `Aim`; an aim with 0 is left
  /// out of the goal `fairness-aims`.
  package var wishedPoints: [Int] = [Int](repeating: 0, count: Aim.allCases.count)
  /// `country-floor`: fewest people of lines of a country over all years, by its
  /// position.
  package var floors: [Int: Int] = [:]
  /// `kind-share`: least share of the cost of the years to come, in a hundred, by the
  /// line's kind.
  package var shares: [DecadeKind: Int] = [:]

  package init() {}

  /// The strictness of a rule; hard unless the file says otherwise.
  package subscript(rule: DecadeRule) -> Strictness {
    rule.isStructural ? .hard : strictness[rule] ?? .hard
  }

  /// Whether a rule is never relaxed.
  package func isLaw(_ rule: DecadeRule) -> Bool {
    rule.isStructural || standings[rule]?.isLaw ?? rule.isUsuallyLaw
  }

  /// People that have to be reached although a year is lost.
  package var leastInLostYear: Int { target * lostYearPercent / 100 }
}
