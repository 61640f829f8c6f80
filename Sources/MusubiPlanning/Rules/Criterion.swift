// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// What makes a placement good; each gives 0 to 100 points before weighting.
///
/// docs/rules.md has the formulas.
public enum Criterion: String, CaseIterable, Sendable {
  case countryWish = "country-wish"
  case interview
  case skillMatch = "skill-match"
  case communicator
  case schoolNeed = "school-need"
  case regionalTies = "regional-ties"
  case remoteExperience = "remote-experience"
  case continuity
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
