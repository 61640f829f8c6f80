// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Something of the trainings of a year that may give way: a rule, a bound, or a pin.
///
/// Indices are those of the year.
package enum TrainingLever: Hashable, Sendable {
  /// That a cohort with days before departure trains on them.
  case cohortTrains(Int)
  /// A rule as a whole.
  case rule(TrainingRule)
  case sizeMin(course: Int)
  case sizeMax(course: Int)
  case sessionsMax(course: Int)
  case beds(site: Int)
  case classrooms(site: Int)
  case lecturers(site: Int)
  case totalBudget
  /// A pinned group, by its position among the pins.
  case pin(Int)
  case quota(Int, QuotaBound)
}

extension TrainingLever {
  /// The rule that the lever belongs to.
  package var rule: TrainingRule {
    switch self {
    case .cohortTrains: .oneSession
    case .rule(let rule): rule
    case .sizeMin, .sizeMax, .sessionsMax: .sessionSize
    case .beds: .beds
    case .classrooms: .classrooms
    case .lecturers: .lecturers
    case .totalBudget: .budget
    case .pin: .pin
    case .quota: .quota
    }
  }

  /// What the planner says of the rule behind the lever.
  ///
  /// - Parameter rules: The rules of the lever's year.
  /// - Returns: Whether it is never relaxed, and what a unit costs.
  package func standing(in rules: TrainingRules) -> (isLaw: Bool, cost: Int) {
    let standing =
      if case .quota(let index, _) = self {
        rules.quotas[index].standing
      } else {
        rules.standings[rule] ?? .usual
      }
    return (rule.isStructural || standing.isLaw ?? rule.isUsuallyLaw, standing.cost)
  }

  /// Whether the lever gives way by a smaller number rather than by a greater one.
  package var isLeast: Bool {
    switch self {
    case .sizeMin, .quota(_, .min), .quota(_, .minPercent): true
    default: false
    }
  }
}
