// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// What makes a placement good; each gives 0 to 100 points before weighting.
///
/// docs/rules.md has the formulas.
public enum Criterion: String, CaseIterable, Sendable {
  /// How high the country stands among the applicant's wishes.
  case countryWish = "country-wish"
  /// The points of the interview.
  case interview
  /// Whether the person can teach what the schools want.
  case skillMatch = "skill-match"
  /// How well the person makes up for a teacher's weak Japanese.
  case communicator
  /// Learners for each teacher, and how long no partner was there.
  case schoolNeed = "school-need"
  /// Ties of home, such as sister cities and university partners.
  case regionalTies = "regional-ties"
  /// Experience, where the post is remote.
  case remoteExperience = "remote-experience"
  /// Whether an earlier plan had the same.
  case continuity
  /// Whether a planner or applicant asked for it.
  case preference
}

/// How strictly a rule is kept.
public enum Strictness: Hashable, Sendable {
  /// A plan that breaks it is no plan.
  case hard
  /// Each unit of violation costs this much in the goal `penalties`; 1 to 10,000.
  case soft(penalty: Int)
  /// It is not looked at.
  case off

  init(_ value: Programme.Strictness) {
    self =
      switch value {
      case .hard: .hard
      case .soft(let penalty): .soft(penalty: penalty)
      case .off: .off
      }
  }
}
