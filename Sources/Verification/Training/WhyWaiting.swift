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
  /// when no session is possible. A session may be excluded several times.
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
/// - Complexity: For each of them O(possible sessions × calendar entries), and a
///   verification of the plan for each session of the plan that it accepts.
package func whyWaiting(
  _ plan: TrainingPlan, in year: ProgrammeYear, hosting: HostingFacts,
  pins: [TrainingPin] = []
) -> [WaitingReason] {
  let facts = TrainingFacts(plan, in: year, hosting: hosting, pins: pins)
  let checks = trainingChecks.map { $0.run(on: facts) }
  let possible = year.training.courses.indices.map {
    AcceptedCourseCheck.possibleSessions(of: $0, in: year)
  }
  return year.training.delegations.indices
    .filter { facts.sessionsOfGroup[.delegation($0)] == nil }
    .map { delegation in
      var reason = WaitingReason(
        delegation: delegation, accepted: 0, possible: 0, excluded: [],
        obstacles: facts.sessions.compactMap { session in
          obstacle(to: delegation, in: session, of: plan, facts, checks)
        }, sentences: [])
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

/// What keeps a delegation out of a session, or nothing when `accepted-course` does.
private func obstacle(
  to delegation: Int, in session: SessionFacts, of plan: TrainingPlan, _ facts: TrainingFacts,
  _ checks: [[RuleCheck]]
) -> SessionObstacle? {
  let group = TrainingGroup.delegation(delegation)
  guard AcceptedCourseCheck.reasons(against: group, in: session, of: facts).isEmpty,
    let offset = plan.sessions.firstIndex(where: { $0.session == session.session })
  else { return nil }
  var joined = plan
  joined.attendances.append(Attendance(group, session: offset))
  joined = roomSplit(of: joined, in: facts.year, hosting: facts.hosting)
  let after = TrainingFacts(joined, in: facts.year, hosting: facts.hosting, pins: facts.pins)
  for (check, before) in zip(trainingChecks, checks) {
    for (new, old) in zip(check.run(on: after), before)
    where new.strictness == .hard && new.units > old.units {
      return SessionObstacle(
        session: session.session, rule: new.id,
        violation: new.violations.first { !old.violations.contains($0) })
    }
  }
  return SessionObstacle(session: session.session)
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
      "None of the \(counted(reason.accepted, "possible session")) is left to \(id); excluded by"
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
