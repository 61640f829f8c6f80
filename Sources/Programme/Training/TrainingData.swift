// SPDX-License-Identifier: GPL-3.0-or-later

/// What trainings in Japan are planned from, beside sites, cohorts and schools.
package struct TrainingData: Hashable, Sendable {
  /// By identifier.
  package var courses: [Course]
  /// By identifier.
  package var delegations: [Delegation]
  /// In the file's order; those that come with Musubi without `calendars.csv`.
  package var calendars: [CalendarEntry]
  /// The sessions that groups were told of, at most one for each; in the file's order.
  package var announced: [TrainingPin] = []
  package var rules: TrainingRules
  /// Goals in the planner's order, each at most once.
  package var objective: [TrainingGoal]

  package init(
    courses: [Course] = [], delegations: [Delegation] = [], calendars: [CalendarEntry] = [],
    rules: TrainingRules = TrainingRules(), objective: [TrainingGoal] = defaultObjective
  ) {
    self.courses = courses
    self.delegations = delegations
    self.calendars = calendars
    self.rules = rules
    self.objective = objective
  }

  package static let defaultObjective: [TrainingGoal] = [
    .trained, .penalties, .changes, .fairness, .firstVisits, .mixing, .cost, .months,
  ]
}
