// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
internal import Formulations
package import Programme
package import ProgrammeFiles
package import Verification

/// A plan of trainings and all that is said about it: what tables, calendars,
/// summaries and documents are made from.
package struct TrainingReport: Sendable {
  package let year: ProgrammeYear
  package let hosting: HostingFacts
  package let outcome: TrainingOutcome
  package let plan: TrainingPlan
  package let verification: PlanVerification
  /// Relative gap that was asked for.
  package let askedGap: Double
  /// What the plan was made from.
  package let sources: TrainingSources
  /// The scenarios laid on the year's files.
  package let scenarios: [Scenario]
  /// The groups that the planner has pinned.
  let pinned: Set<TrainingGroup>
  /// Why each delegation without a session has none.
  let waiting: [WaitingReason]
  /// Groups of each session of the plan.
  let groups: [[TrainingGroup]]

  package init(
    year: ProgrammeYear, hosting: HostingFacts, outcome: TrainingOutcome, plan: TrainingPlan,
    verification: PlanVerification, askedGap: Double, sources: TrainingSources,
    pins: [TrainingPin] = [], scenarios: [Scenario] = []
  ) {
    self.year = year
    self.hosting = hosting
    self.outcome = outcome
    self.plan = plan
    self.verification = verification
    self.askedGap = askedGap
    self.sources = sources
    self.scenarios = scenarios
    pinned = Set(pins.map(\.group))
    waiting = whyWaiting(plan, in: year, hosting: hosting, pins: pins)
    var groups = [[TrainingGroup]](repeating: [], count: plan.sessions.count)
    for attendance in plan.attendances { groups[attendance.session].append(attendance.group) }
    self.groups = groups
  }
}

/// The digests of what trainings were planned from.
package struct TrainingSources: Hashable, Sendable {
  /// Of the year's files and of the scenarios.
  package var input: String
  /// Of the dispatch plan's placements; none without one.
  package var dispatch: String?
  /// Of the earlier plan and what is pinned in it; none without one.
  package var baseline: String?

  package init(input: String, dispatch: String? = nil, baseline: String? = nil) {
    self.input = input
    self.dispatch = dispatch
    self.baseline = baseline
  }
}

extension TrainingReport {
  /// The largest relative distance between value and bound over the tiers.
  package var gap: Double { largestGap(of: outcome.tiers) }

  /// People of the delegations that train.
  var trained: Int { people(train: true) }

  /// People of all delegations.
  var asking: Int { trained + people(train: false) }

  private func people(train: Bool) -> Int {
    let waiting = Set(waiting.map(\.delegation))
    return year.training.delegations.indices.filter { waiting.contains($0) != train }
      .reduce(0) { $0 + year.training.delegations[$1].headcount.people }
  }

  /// Everybody in a session of the plan.
  func headcount(ofSession index: Int) -> Headcount {
    groups[index].map { $0.headcount(in: year, hosting: hosting) }.reduce(Headcount(), +)
  }

  /// Countries of a session's groups, by index, each once.
  func countries(ofSession index: Int) -> [Int] {
    Set(groups[index].map { $0.country(in: year) }).sorted()
  }

  /// The files of the plan's folder.
  package func planFiles() -> [TextFile] {
    let rooms = assignRooms(plan, in: year, hosting: hosting)
    return Reports.planFiles(
      planDocument(),
      [
        sessionsFile(of: plan, for: year, hosting: hosting),
        delegatesFile(of: plan, for: year, hosting: hosting, pinned: pinned),
        roomsFile(of: rooms, in: plan, for: year),
        TextFile(name: waitingFileName, bytes: waitingTable().bytes),
      ] + calendarFiles(), scenarios)
  }

  /// The document `plan.json`.
  ///
  /// It holds neither times nor names of machines, so that equal inputs give
  /// equal bytes.
  package func planDocument() -> CanonicalJSON {
    PlanDocumentHead(
      problem: .training, year: year, inputDigest: sources.input, scenarios: scenarios,
      baselineDigest: sources.baseline,
      askedGap: askedGap, status: outcome.status, tiers: outcome.tiers, levels: outcome.levels
    ).document(with: [
      "dispatch": sources.dispatch.map { ["digest": .string($0)] } ?? .null,
      "sessions": .array(plan.sessions.map { .object(sessionDocument($0)) }),
      "attendances": .array(plan.attendances.map { .object(attendanceDocument($0)) }),
    ])
  }

  private func names(of session: TrainingSession) -> [String: CanonicalJSON] {
    [
      "course": .string(year.training.courses[session.course].id),
      "site": .string(year.sites[session.site].id),
      "start": .string(session.start.description),
    ]
  }

  private func sessionDocument(_ open: OpenSession) -> [String: CanonicalJSON] {
    var members = names(of: open.session)
    members["single_rooms"] = .integer(open.singleRooms)
    members["twin_rooms"] = .integer(open.twinRooms)
    return members
  }

  private func attendanceDocument(_ attendance: Attendance) -> [String: CanonicalJSON] {
    var members = names(of: plan.sessions[attendance.session].session)
    let id = CanonicalJSON.string(attendance.group.id(in: year))
    switch attendance.group {
    case .cohort: members["cohort"] = id
    case .delegation: members["delegation"] = id
    }
    return members
  }

  /// What `training --format json` prints.
  package func runDocument(folder: String, seconds: Double) -> CanonicalJSON {
    trainingRunDocument(
      outcome, folder: folder, seconds: seconds,
      and: [
        "sessions": .integer(plan.sessions.count), "trained": .integer(trained),
        "asking": .integer(asking), "waiting": .integer(waiting.count),
      ])
  }
}

/// What `training --format json` prints, with or without a plan.
package func trainingRunDocument(
  _ outcome: TrainingOutcome, folder: String?, seconds: Double,
  and more: [String: CanonicalJSON] = [:]
) -> CanonicalJSON {
  planRunDocument(
    .training, outcome.status, outcome.tiers, folder: folder, seconds: seconds, and: more)
}
