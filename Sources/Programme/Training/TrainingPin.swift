// SPDX-License-Identifier: GPL-3.0-or-later

/// A word of the planner about one group: the session it joins, or none.
package struct TrainingPin: Hashable, Sendable {
  package var group: TrainingGroup
  /// None when the group is not to train.
  package var session: TrainingSession?

  package init(_ group: TrainingGroup, to session: TrainingSession?) {
    self.group = group
    self.session = session
  }
}

/// Where a group trained by an earlier plan (goal `changes`).
package struct EarlierAttendance: Hashable, Sendable {
  package var group: TrainingGroup
  /// None when this year has no such course or site.
  package var session: TrainingSession?

  package init(_ group: TrainingGroup, in session: TrainingSession?) {
    self.group = group
    self.session = session
  }
}

extension TrainingSession: Comparable {
  /// Whether it comes before another one: by start, course and site.
  package static func < (left: TrainingSession, right: TrainingSession) -> Bool {
    (left.start, left.course, left.site) < (right.start, right.course, right.site)
  }
}

extension TrainingGroup: Comparable {
  /// Whether it comes before another one: cohorts first, then by index.
  package static func < (left: TrainingGroup, right: TrainingGroup) -> Bool {
    switch (left, right) {
    case (.cohort(let left), .cohort(let right)): left < right
    case (.delegation(let left), .delegation(let right)): left < right
    case (.cohort, .delegation): true
    case (.delegation, .cohort): false
    }
  }
}

extension TrainingPlan {
  /// The plan in which groups join these sessions.
  ///
  /// - Parameters:
  ///   - joining: Each group with its session, in any order.
  ///   - rooms: Rooms that a session holds; none where nothing is said.
  package init(
    joining: [(group: TrainingGroup, session: TrainingSession)],
    rooms: [TrainingSession: (single: Int, twin: Int)] = [:]
  ) {
    let sessions = Set(joining.map(\.session)).sorted()
    var offsets: [TrainingSession: Int] = [:]
    for (offset, session) in sessions.enumerated() { offsets[session] = offset }
    self.init(
      sessions: sessions.map {
        OpenSession(
          $0, singleRooms: rooms[$0]?.single ?? 0, twinRooms: rooms[$0]?.twin ?? 0)
      },
      attendances: joining.map { Attendance($0.group, session: offsets[$0.session] ?? 0) }
        .sorted { ($0.session, $0.group) < ($1.session, $1.group) })
  }
}

extension TrainingGroup {
  /// The identifier of the delegation or the cohort.
  ///
  /// - Precondition: The year has such a group, as for `country`.
  package func id(in year: ProgrammeYear) -> String {
    switch self {
    case .delegation(let index): year.training.delegations[index].id
    case .cohort(let index): year.cohorts[index].id
    }
  }

  /// Index of the country that the group is of, or goes to.
  package func country(in year: ProgrammeYear) -> Int {
    switch self {
    case .delegation(let index):
      year.schools[year.training.delegations[index].school].country
    case .cohort(let index): year.cohorts[index].country
    }
  }

  /// The people of the group by sex, leaders among them; nobody when the year
  /// has no such group.
  package func headcount(in year: ProgrammeYear, hosting: HostingFacts) -> Headcount {
    switch self {
    case .delegation(let index):
      year.training.delegations.indices.contains(index)
        ? year.training.delegations[index].headcount : Headcount()
    case .cohort(let index):
      hosting.partners.indices.contains(index) ? hosting.partners[index] : Headcount()
    }
  }
}
