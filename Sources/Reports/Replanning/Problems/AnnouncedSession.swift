// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
package import ProgrammeFiles

/// A session that an earlier plan has a group in, by identifiers: the year that it is planned
/// again in may not have them any more.
package struct AnnouncedSession: Hashable, Sendable {
  /// `cohort` or `delegation`, and its identifier.
  package var kind: String
  package var id: String
  package var course: String
  package var site: String
  package var start: Day
  /// People of the group then.
  package var people: Int
  /// Whether the group was told; otherwise it was only planned.
  package var isAnnounced: Bool

  var place: PlannedScenario.Place { PlannedScenario.Place(course, site, start.description) }
}

extension AnnouncedSession {
  /// What an earlier plan has told groups of.
  ///
  /// - Parameters:
  ///   - earlier: Where each group trains in that plan.
  ///   - year: The year whose groups, courses and sites these are.
  ///   - hosting: Who leaves with each cohort.
  ///   - last: The last day on which an announced session begins; none when all sessions
  ///     were announced.
  /// - Returns: A value for each group, cohorts first, then by identifier.
  package static func all(
    of earlier: [EarlierAttendance], in year: ProgrammeYear, hosting: HostingFacts,
    until last: Day?
  ) -> [AnnouncedSession] {
    earlier.sorted { $0.group < $1.group }.compactMap { attendance in
      guard let session = attendance.session else { return nil }
      let kind = if case .cohort = attendance.group { "cohort" } else { "delegation" }
      return AnnouncedSession(
        kind: kind, id: attendance.group.id(in: year),
        course: year.training.courses[session.course].id, site: year.sites[session.site].id,
        start: session.start, people: attendance.group.headcount(in: year, hosting: hosting).people,
        isAnnounced: last.map { session.start <= $0 } ?? true)
    }
  }
}

/// The scenario that makes a plan of trainings of the fewest changes, as
/// `announcedScenario` does for a dispatch.
///
/// - Parameters:
///   - announced: What was announced, in order; what was only planned is left out.
///   - objective: The year's own goals; none leaves them as they are.
/// - Returns: The scenario.
package func announcedSessionsScenario(
  _ announced: [AnnouncedSession], objective: [TrainingGoal]?
) -> Scenario? {
  var settings: [String: CanonicalJSON] = ["training.rules.announced.off": true]
  if let objective {
    let first = [TrainingGoal.moved, .dropped]
    let goals = first + objective.filter { !first.contains($0) }
    settings["training.objective"] = .array(goals.map { .string($0.rawValue) })
  }
  let rows = announced.filter(\.isAnnounced).map { session -> CanonicalJSON in
    .object([
      session.kind: .string(session.id), "course": .string(session.course),
      "site": .string(session.site), "start": .string(session.start.description),
    ])
  }
  return Scenario(
    [
      "name": "announced sessions",
      "training": ["announced": .array(rows)],
      "set": .object(settings),
    ], calledInFaults: "announced sessions")
}
