// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// The columns of a training plan's `delegates.csv`, in their order: a row for
/// each group in a session.
///
/// `delegation` or `cohort`, `course`, `site`, `start` and `pinned` are read
/// back; the others are for planners.
package enum DelegateColumn: String, CaseIterable, Sendable {
  /// The identifier of the delegation; empty for a cohort.
  case delegation
  /// The identifier of the cohort; empty for a delegation.
  case cohort
  /// The identifiers of the session's course and site.
  case course, site
  /// Its first and last day.
  case start, end
  /// Everybody in the group, leaders included, and the women and men among them.
  case people, women, men
  /// The code of the group's country.
  case country
  /// The identifier of the delegation's school; empty for a cohort.
  case school
  /// Whether the planner has pinned the group to the session.
  case pinned

  /// The file they stand in.
  package static let file = "delegates.csv"
}

/// The columns of a training plan's `sessions.csv`, in their order: a row for
/// each open session.
///
/// `course`, `site`, `start`, `single_rooms` and `twin_rooms` are read back; the
/// others are for planners.
package enum SessionColumn: String, CaseIterable, Sendable {
  /// The identifiers of the course and the site.
  case course, site
  /// The first and the last day.
  case start, end
  /// Everybody in it, leaders included, and the women and men among them.
  case people, women, men
  /// The codes of its groups' countries, sorted, separated by `;`.
  case countries
  /// The lowest and the highest level of its delegations, such as `N5..N3`.
  case levels
  /// Classes at a time.
  case classes
  /// Rooms for one and for two that it holds on all its nights.
  case singleRooms = "single_rooms"
  case twinRooms = "twin_rooms"
  /// What it costs, with the people's journeys and days.
  case cost = "cost_thousand_jpy"

  /// The file they stand in.
  package static let file = "sessions.csv"
}

extension Tables {
  /// The groups of a training plan, in the words of its file: what they name may
  /// be gone.
  static let delegates = TableSchema(
    DelegateColumn.file, noun: "delegate", isRequired: false, hasIdentifiers: false,
    meaning: "The groups that train; a plan's folder holds it, not the year's.",
    blank: DelegateRow(),
    columns: [
      Column(
        DelegateColumn.delegation.rawValue, \.delegation, .text, whenEmpty: .means(""),
        example: "D017", "The delegation"),
      Column(
        DelegateColumn.cohort.rawValue, \.cohort, .text, whenEmpty: .means(""),
        example: "Thailand 14", "The cohort, in place of a delegation"),
      Column(
        DelegateColumn.course.rawValue, \.course, .text, whenEmpty: .means(""),
        example: "Teachers-12",
        "The course; empty with site and start for a delegation that stays at home"
      ).inEveryHeader(),
      Column(
        DelegateColumn.site.rawValue, \.site, .text, whenEmpty: .means(""), example: "Kansai",
        "The site"
      ).inEveryHeader(),
      Column(
        DelegateColumn.start.rawValue, \.start, .optional(.day),
        whenEmpty: .stands(for: nil, shown: ""), example: "2026-07-06", "The first day"
      ).inEveryHeader(),
      Column(
        DelegateColumn.pinned.rawValue, \.isPinned, .yesNo, whenEmpty: .means(false),
        example: "yes", "Whether the group has to stay there"),
    ])

  /// The sessions of a training plan of this year.
  static let sessions = TableSchema(
    SessionColumn.file, noun: "session", isRequired: false, hasIdentifiers: false,
    meaning: "The sessions of a plan; a plan's folder holds it, not the year's.",
    blank: SessionRow(),
    columns: [
      Column(
        SessionColumn.course.rawValue, \.session.course, .reference(\.courses, to: "course"),
        whenEmpty: .refused, example: "Teachers-12", "The course"),
      Column(
        SessionColumn.site.rawValue, \.session.site, .reference(\.sites, to: "site"),
        whenEmpty: .refused, example: "Kansai", "The site"),
      Column(
        SessionColumn.start.rawValue, \.session.start, .day, whenEmpty: .refused,
        example: "2026-07-06", "The first day"),
      Column(
        SessionColumn.singleRooms.rawValue, \.singleRooms, .integer(in: 0...100_000),
        whenEmpty: .means(0), unit: "rooms", example: "4", "Rooms for one that it holds"),
      Column(
        SessionColumn.twinRooms.rawValue, \.twinRooms, .integer(in: 0...50_000),
        whenEmpty: .means(0), unit: "rooms", example: "9", "Rooms for two that it holds"),
    ])
}

/// A row of a training plan's `delegates.csv`.
struct DelegateRow: Sendable {
  var delegation = ""
  var cohort = ""
  var course = ""
  var site = ""
  var start: Day?
  var isPinned = false
}

/// A row of a training plan's `sessions.csv`.
struct SessionRow: Sendable {
  var session = TrainingSession(course: 0, site: 0, start: Day(number: 0))
  var singleRooms = 0
  var twinRooms = 0
}
