// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// A course at a site from a day on.
package struct TrainingSession: Hashable, Sendable {
  /// Index into the year's courses.
  package var course: Int
  /// Index into the year's sites.
  package var site: Int
  package var start: Day

  package init(course: Int, site: Int, start: Day) {
    self.course = course
    self.site = site
    self.start = start
  }

  /// First to last day, both included.
  package func days(in year: ProgrammeYear) -> ClosedRange<Day> {
    start...start.adding(days: max(1, year.training.courses[course].days) - 1)
  }

  /// The session in words, such as `teachers at urawa from 2026-10-17`.
  ///
  /// - Precondition: The year has such a course and site.
  package func phrase(in year: ProgrammeYear) -> Sentence {
    Self.phrase(
      course: year.training.courses[course].id, site: year.sites[site].id, start: start)
  }

  /// A session in words, by identifiers.
  package static func phrase(course: String, site: String, start: String) -> Sentence {
    phrase(course: course, site: site, start: "\(start)" as Sentence)
  }

  /// The same with the first day as each language writes it.
  package static func phrase(course: String, site: String, start: some Worded) -> Sentence {
    "\(course) at \(site) from \(start)"
  }
}

/// Who joins a session as one: a delegation, or all partners of a cohort.
package enum TrainingGroup: Hashable, Sendable {
  /// Index into the year's delegations.
  case delegation(Int)
  /// Index into the year's cohorts.
  case cohort(Int)
}

/// A session of a plan, with the rooms it holds on all its nights.
package struct OpenSession: Hashable, Sendable {
  package var session: TrainingSession
  /// Rooms with one bed and rooms with two.
  package var singleRooms: Int
  package var twinRooms: Int

  package init(_ session: TrainingSession, singleRooms: Int, twinRooms: Int) {
    self.session = session
    self.singleRooms = singleRooms
    self.twinRooms = twinRooms
  }
}

/// A group in a session.
package struct Attendance: Hashable, Sendable {
  package var group: TrainingGroup
  /// Index into the plan's sessions.
  package var session: Int

  package init(_ group: TrainingGroup, session: Int) {
    self.group = group
    self.session = session
  }
}

/// Who trains when and where.
package struct TrainingPlan: Hashable, Sendable {
  /// By start, course and site.
  package var sessions: [OpenSession]
  /// By session, cohorts first, then by index.
  package var attendances: [Attendance]

  package init(sessions: [OpenSession], attendances: [Attendance]) {
    self.sessions = sessions
    self.attendances = attendances
  }
}

/// What a dispatch plan means for trainings: who leaves with each cohort and
/// which schools host them.
package struct HostingFacts: Hashable, Sendable {
  /// Partners of each cohort of the year.
  package var partners: [Headcount]
  /// The cohorts whose partners each school hosts, ascending; nothing where no
  /// dispatch plan says so.
  package var cohortsOfSchool: [[Int]]?

  package init(partners: [Headcount], cohortsOfSchool: [[Int]]?) {
    self.partners = partners
    self.cohortsOfSchool = cohortsOfSchool
  }
}
