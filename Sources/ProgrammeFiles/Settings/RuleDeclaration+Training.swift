// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension TrainingRule: DeclaredRule {}

extension TrainingRules: RuleSet {
  static var declarations: [RuleDeclaration<TrainingRules>] {
    RuleDeclaration<TrainingRules>.training
  }
  static var page: String { "docs/training.md" }
  static var example: TrainingRule { .diet }
}

extension RuleDeclaration where Root == TrainingRules {
  /// The rules of trainings in Japan.
  static let training: [RuleDeclaration] =
    places + whoMayJoin + together + [
      RuleDeclaration(
        rule: .budget, unit: "each started 10,000 yen over",
        meaning: "The sessions of the year cost at most the total",
        parameters: [
          .yen("total_jpy", \.totalBudget, to: 100_000_000_000_000, "Budget for all sessions")
        ]),
      RuleDeclaration(
        rule: .pin, unit: "a group", meaning: "Pinned groups join the session they are pinned to"),
      RuleDeclaration(
        rule: .announced, unit: "a person; a person too many where some may be moved",
        meaning: "Groups join the session announced to them",
        parameters: [
          .integer(
            "most_moved", \.mostMoved, in: 0...1_000_000, unit: "people",
            "So many may lose the session announced to them"
          ).leftOutWhenUnused()
        ], isLeftOutWhenUnused: true),
    ]

  private static let places: [RuleDeclaration] = [
    RuleDeclaration(
      rule: .sessionSize, unit: "a person short or over; a session over",
      meaning: "A session has neither few nor many people, and a course at most its sessions"),
    RuleDeclaration(
      rule: .beds, unit: "a room over; a person without a bed",
      meaning: "The rooms of the sessions fit into the sites' on each night"),
    RuleDeclaration(
      rule: .classrooms, unit: "a classroom over",
      meaning: "The classes of the sessions fit into the sites' classrooms on each morning"),
    RuleDeclaration(
      rule: .lecturers, unit: "a class over",
      meaning: "The classes of a language have lecturers at the site"),
    RuleDeclaration(
      rule: .closures, unit: "a session",
      meaning: "No session covers a day on which its site is closed"),
  ]

  private static let whoMayJoin: [RuleDeclaration] = [
    RuleDeclaration(
      rule: .availability, unit: "a person",
      meaning: "Delegations are free on all days of the session"),
    RuleDeclaration(
      rule: .calendars, unit: "a person",
      meaning: "Nobody is in Japan on days that a calendar blocks for them"),
    RuleDeclaration(
      rule: .japanSchoolsOpen, unit: "a person",
      meaning: "Courses that visit schools in Japan come when these are in session"),
    RuleDeclaration(
      rule: .hostSchool, unit: "a person",
      meaning: "Delegations are of schools that host, or hosted the year before"),
    RuleDeclaration(
      rule: .predepartureGap, unit: "a partner",
      meaning: "Partners leave neither too soon nor too late after their session",
      parameters: [
        .integer(
          "min_days", \.gapMinDays, in: 0...1_000, unit: "days",
          "Fewest from the session's last day to the dispatch's first"),
        .integer("max_days", \.gapMaxDays, in: 0...1_000, unit: "days", "Most"),
      ]),
    RuleDeclaration(
      rule: .hostTeacherPresent, unit: "a person",
      meaning: "Teachers of host schools are at home when their partner begins",
      parameters: [
        .integer(
          "weeks", \.presentWeeks, in: 0...100, unit: "weeks", "The first of the dispatch")
      ]),
    RuleDeclaration(
      rule: .diet, unit: "a person", meaning: "The diets of a delegation are kept at the site"),
  ]

  private static let together: [RuleDeclaration] = [
    RuleDeclaration(
      rule: .levelBand, unit: "a session",
      meaning: "The levels in a session lie as near as its course asks"),
    RuleDeclaration(
      rule: .mix, unit: "a session",
      meaning: "A session has people of as many countries as its course asks"),
    RuleDeclaration(
      rule: .leaders, unit: "a student over",
      meaning: "A session of students has as many leaders as its course asks"),
    RuleDeclaration(
      rule: .oneTeacherAway, unit: "a teacher over",
      meaning: "One teacher of a school stays at home, where there are two or more"),
    RuleDeclaration(
      rule: .meetYourPartner, unit: "a person",
      meaning: "Teachers of host schools meet their partner in Japan, or come amid the dispatch",
      parameters: [
        .integer(
          "days", \.meetDays, in: 1...366, unit: "days",
          "Fewest that they and the partners are at one site"),
        .integer(
          "after_weeks", \.meetAfterWeeks, in: 0...100, unit: "weeks",
          "From the dispatch's first day on"),
        .integer(
          "before_weeks", \.meetBeforeWeeks, in: 0...100, unit: "weeks",
          "Before the dispatch's last day"),
      ]),
    RuleDeclaration(
      rule: .countrySpacing, unit: "a day short",
      meaning: "Sessions of courses for one country leave its schools time between them",
      parameters: [
        .integer(
          "days", \.spacingDays, in: 0...366, unit: "days",
          "Between one session's last day and the next one's first")
      ]),
    RuleDeclaration(
      rule: .invitedOnce, unit: "a person named twice; a person",
      meaning: "Nobody is invited twice, nor again so soon",
      parameters: [
        .integer(
          "years", \.invitedYears, in: 1...100, unit: "fiscal years", whenNull: "ever",
          "For which an invitation counts")
      ]),
  ]
}
