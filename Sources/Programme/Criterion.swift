// SPDX-License-Identifier: GPL-3.0-or-later

/// What makes a placement good; each gives 0 to 100 points before weighting.
///
/// `docs/rules.md` has the formulas.
package enum Criterion: String, CaseIterable, Sendable, Comparable {
  case countryWish = "country-wish"
  case interview
  case skillMatch = "skill-match"
  case communicator
  case schoolNeed = "school-need"
  case regionalTies = "regional-ties"
  case remoteExperience = "remote-experience"
  case continuity
  case preference

  package static func < (left: Criterion, right: Criterion) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What the planner wants first, second, and so on.
package enum Goal: String, CaseIterable, Sendable {
  /// Least penalty for soft rules.
  case penalties
  /// Most filled seats, weighted by priority.
  case filled
  /// Leximin of the countries' fill shares, then of the areas'.
  case fairness
  /// Most points.
  case points
  /// Fewest applicants whose placement differs from the baseline's.
  case changes
  /// `filled` and `points` in one sum, in place of both.
  case weighted
  /// Fewest pairs of an applicant and a place that would both rather have each other.
  case blockingPairs = "blocking-pairs"
  /// Least sum over the applicants of the places that each would rather have.
  case ranks
  /// Fewest people who lose the placement that was announced to them.
  case moved
  /// Fewest people to whom a placement was announced and who have none.
  case dropped

  /// The goals of a stable plan, in their order.
  package static let stability: [Goal] = [.blockingPairs, .ranks]
}
