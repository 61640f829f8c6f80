// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Why a delegation does not train.
package struct WaitingReason: Hashable, Sendable {
  /// Index into the year's delegations.
  package var delegation: Int
  /// Sessions that are possible and that the delegation and the course accept,
  /// whether the plan has them or not.
  package var accepted: Int
  /// Those of them that no hard rule about the delegation and the session alone
  /// excludes.
  package var possible: Int
  /// How many each of these rules excludes, in the order of `TrainingRule`; only
  /// when no session is possible.
  ///
  /// A session may be excluded several times.
  package var excluded: [Exclusion]
  /// What keeps the delegation out of each session of the plan that it accepts.
  package var obstacles: [SessionObstacle]
  /// The same in the planner's words: the first about the sessions that are
  /// possible, one for each obstacle after it.
  package var sentences: [String]

  package struct Exclusion: Hashable, Sendable {
    package var rule: TrainingRule
    package var sessions: Int

    package init(rule: TrainingRule, sessions: Int) {
      self.rule = rule
      self.sessions = sessions
    }
  }
}

/// What keeps a delegation out of a session of the plan.
package struct SessionObstacle: Hashable, Sendable {
  package var session: TrainingSession
  /// The first check that joining would break, as in `RuleCheck`; none when the goals
  /// alone keep the delegation out.
  package var rule: String?
  /// What would be wrong then.
  package var violation: Violation?

  package init(session: TrainingSession, rule: String? = nil, violation: Violation? = nil) {
    self.session = session
    self.rule = rule
    self.violation = violation
  }
}

/// Says of each delegation that does not train why it does not.
///
/// Joining is tried on the plan as it is: with `roomSplit` where the session's rooms
/// are not enough then, and everything else unchanged.
///
/// - Returns: An entry for each delegation without a session, in the year's order.
/// - Complexity: For each of them O(possible sessions × calendar entries), and for each
///   session of the plan that it accepts a check of the sessions at its site in its
///   days, and sometimes of the plan.
package func whyWaiting(
  _ plan: TrainingPlan, in year: ProgrammeYear, hosting: HostingFacts,
  pins: [TrainingPin] = []
) -> [WaitingReason] {
  let facts = TrainingFacts(plan, in: year, hosting: hosting, pins: pins)
  let sessions = OpenSessions(of: plan, facts)
  let possible = year.training.courses.indices.map {
    AcceptedCourseCheck.possibleSessions(of: $0, in: year)
  }
  return year.training.delegations.indices
    .filter { facts.sessionsOfGroup[.delegation($0)] == nil }
    .map { delegation in
      var reason = WaitingReason(
        delegation: delegation, accepted: 0, possible: 0, excluded: [],
        obstacles: sessions.obstacles(to: delegation), sentences: [])
      count(delegation, among: possible, in: facts, into: &reason)
      reason.sentences = sentences(for: reason, in: facts)
      return reason
    }
}

// MARK: - Sessions that are possible

/// Counts the sessions that a delegation could join by rule, among the possible ones
/// of each course.
private func count(
  _ delegation: Int, among possible: [[SessionFacts]], in plan: TrainingFacts,
  into reason: inout WaitingReason
) {
  let exclusions = Exclusions(of: .delegation(delegation), in: plan)
  let rules = Exclusions.hardRules(of: plan.year)
  var counts = Array(repeating: 0, count: rules.count)
  for sessions in possible {
    guard let any = sessions.first,
      AcceptedCourseCheck.courseReasons(.delegation(delegation), any, plan).isEmpty
    else { continue }
    reason.accepted += sessions.count
    for session in sessions {
      let excluding = rules.map { exclusions.excludes($0, session) }
      for (index, excludes) in excluding.enumerated() where excludes { counts[index] += 1 }
      if !excluding.contains(true) { reason.possible += 1 }
    }
  }
  guard reason.possible == 0 else { return }
  reason.excluded = zip(rules, counts).filter { $1 > 0 }
    .map { WaitingReason.Exclusion(rule: $0, sessions: $1) }
}

// MARK: - Sessions of the plan

/// The plan's sessions, as somebody who might join them sees them.
private struct OpenSessions {
  private let plan: TrainingPlan
  private let facts: TrainingFacts
  private let checks: [[RuleCheck]]
  private let neighbourhoods: [Neighbourhood]

  /// Sessions at one site that have a day in common with one of them.
  private struct Neighbourhood {
    var joining: [(group: TrainingGroup, session: TrainingSession)] = []
    var rooms: [TrainingSession: (single: Int, twin: Int)] = [:]
    var checks: [[RuleCheck]] = []
  }

  /// Rules that look beyond the neighbourhood of a session.
  private static let farSighted: Set<TrainingRule> = [
    .oneSession, .oneTeacherAway, .meetYourPartner, .countrySpacing, .invitedOnce, .budget, .pin,
    .quota,
  ]

  init(of plan: TrainingPlan, _ facts: TrainingFacts) {
    self.plan = plan
    self.facts = facts
    checks = trainingChecks.map { Self.farSighted.contains($0.rule) ? $0.run(on: facts) : [] }
    neighbourhoods = facts.sessions.map { centre in
      var near = Neighbourhood()
      for session in facts.sessions
      where session.session.site == centre.session.site && session.days.overlaps(centre.days) {
        near.joining += session.groups.map { ($0, session.session) }
        near.rooms[session.session] = (session.singleRooms, session.twinRooms)
      }
      let alone = TrainingFacts(
        TrainingPlan(joining: near.joining, rooms: near.rooms), in: facts.year,
        hosting: facts.hosting)
      near.checks = trainingChecks.map {
        Self.farSighted.contains($0.rule) ? [] : $0.run(on: alone)
      }
      return near
    }
  }

  /// What keeps a delegation out of each session that it accepts.
  func obstacles(to delegation: Int) -> [SessionObstacle] {
    let group = TrainingGroup.delegation(delegation)
    return zip(facts.sessions, neighbourhoods).compactMap { session, near in
      AcceptedCourseCheck.reasons(against: group, in: session, of: facts).isEmpty
        ? obstacle(to: group, in: session.session, near) : nil
    }
  }

  private func obstacle(
    to group: TrainingGroup, in session: TrainingSession, _ near: Neighbourhood
  ) -> SessionObstacle {
    let joined = TrainingPlan(joining: near.joining + [(group, session)], rooms: near.rooms)
    let nearby = TrainingFacts(
      roomSplit(of: joined, in: facts.year, hosting: facts.hosting), in: facts.year,
      hosting: facts.hosting)
    lazy var everywhere = self.everywhere(with: group, in: session)
    for (index, check) in trainingChecks.enumerated() {
      let isFar = Self.farSighted.contains(check.rule)
      let before = isFar ? checks[index] : near.checks[index]
      for (new, old) in zip(check.run(on: isFar ? everywhere : nearby), before)
      where new.strictness == .hard && new.units > old.units {
        return SessionObstacle(
          session: session, rule: new.id,
          violation: new.violations.first { !old.violations.contains($0) })
      }
    }
    return SessionObstacle(session: session)
  }

  private func everywhere(
    with group: TrainingGroup, in session: TrainingSession
  ) -> TrainingFacts {
    var joined = plan
    if let offset = plan.sessions.firstIndex(where: { $0.session == session }) {
      joined.attendances.append(Attendance(group, session: offset))
    }
    return TrainingFacts(joined, in: facts.year, hosting: facts.hosting, pins: facts.pins)
  }
}

// MARK: - Words

private func sentences(for reason: WaitingReason, in plan: TrainingFacts) -> [String] {
  let id = plan.year.training.delegations[reason.delegation].id
  let first: String
  if reason.accepted == 0 {
    first = "No possible session is of a course that \(id) accepts and that takes it."
  } else if reason.possible == 0 {
    let rules = reason.excluded.map { "\($0.rule.rawValue) \($0.sessions)" }
    first =
      (reason.accepted == 1
        ? "The one possible session is not"
        : "None of the \(reason.accepted) possible sessions is")
      + " left to \(id); excluded by"
      + " \(rules.joined(separator: ", "))."
  } else {
    first = "\(id) could join \(counted(reason.possible, "session")) by rule."
  }
  return [first]
    + reason.obstacles.map { obstacle in
      let phrase = SessionFacts(obstacle.session, in: plan.year)?.phrase ?? ""
      let why = obstacle.violation?.sentence ?? "no rule keeps it out, only the order of goals."
      return "\(phrase), with \(id): \(obstacle.rule.map { "\($0): " } ?? "")\(why)"
    }
}
