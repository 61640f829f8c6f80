// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
package import Programme
internal import Wording

/// What is asked about in a plan of trainings.
package enum TrainingSubject: Hashable, Sendable {
  case group(TrainingGroup)
  case session(TrainingSession)

  /// The word that stands for the kind of subject.
  package enum Kind: String, CaseIterable, Sendable {
    case delegation, cohort, session
  }

  package var kind: Kind {
    switch self {
    case .group(.delegation): .delegation
    case .group(.cohort): .cohort
    case .session: .session
    }
  }

  /// The identifier of the subject; a session's is `COURSE/SITE/START`.
  func id(in year: ProgrammeYear) -> String {
    switch self {
    case .group(let group): group.id(in: year)
    case .session(let session): session.id(in: year)
    }
  }

  /// What an identifier names.
  ///
  /// - Parameters:
  ///   - kind: The kind of subject.
  ///   - id: Its identifier; of a session `COURSE/SITE/START`, or what `sessions.csv`
  ///     calls it in words.
  ///   - plan: The plan, which says what sessions there are.
  ///   - year: The year.
  /// - Throws: `UnknownSubject` with the identifiers there are.
  package init(
    _ kind: Kind, _ id: String, in plan: TrainingPlan, of year: ProgrammeYear
  ) throws(UnknownSubject) {
    switch kind {
    case .delegation:
      let all = year.training.delegations
      guard let index = all.firstIndex(where: { $0.id == id }) else {
        throw UnknownSubject(names: all.map(\.id))
      }
      self = .group(.delegation(index))
    case .cohort:
      guard let index = year.cohorts.firstIndex(where: { $0.id == id }) else {
        throw UnknownSubject(names: year.cohorts.map(\.id))
      }
      self = .group(.cohort(index))
    case .session:
      let all = plan.sessions.map(\.session)
      func isMeant(_ session: TrainingSession) -> Bool {
        session.id(in: year) == id
          || Language.allCases.contains { session.phrase(in: year).words(in: $0) == id }
      }
      guard let session = all.first(where: isMeant) else {
        throw UnknownSubject(names: all.map { $0.id(in: year) })
      }
      self = .session(session)
    }
  }

  /// The groups that the subject is about.
  func groups(in plan: TrainingPlan) -> [TrainingGroup] {
    switch self {
    case .group(let group): [group]
    case .session(let session):
      plan.attendances.filter { plan.sessions[$0.session].session == session }.map(\.group)
    }
  }
}

/// An identifier that names nothing; the names there are.
package struct UnknownSubject: Error {
  package let names: [String]
}

extension TrainingSession {
  /// The session's identifier on a command line, such as `teachers/urawa/2026-10-17`.
  func id(in year: ProgrammeYear) -> String {
    "\(year.training.courses[course].id)/\(year.sites[site].id)/\(start)"
  }
}
