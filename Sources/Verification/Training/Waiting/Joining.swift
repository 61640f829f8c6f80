// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// What a plan's rules say when one more delegation joins a session.
///
/// Each rule looks at that part of the plan that it can be about, before and after, and
/// once for all delegations of which it reads the same.
final class Joining {
  let plan: TrainingFacts

  let readings: RuleReadings
  private let checks: [Check]
  /// Sessions of the plan that are possible.
  private let possible: [SessionFacts]
  private let sessions: [TrainingSession: SessionFacts]
  private let sessionsOfSite: [Int: [SessionFacts]]
  private let cost: Int128
  private let quotas: [(quota: TrainingQuota, counts: QuotaCounts)]
  /// Groups that are pinned to no session.
  private let pinnedToNone: Set<TrainingGroup>
  /// Delegations that train, by what they have in common.
  private var ofSchool: [Int: [Int]] = [:]
  private var ofPerson: [String: [Int]] = [:]

  private var outcomes: [Key: Breach?] = [:]
  private var partsBefore: [PartKey: RuleCheck] = [:]

  /// A hard check that joining would break, and what would be wrong then.
  struct Breach {
    let id: String
    let violation: Violation?
  }

  /// A hard rule with its check.
  private struct Check {
    let check: any TrainingCheck.Type
    /// The same when it concerns a group in a session at a time.
    let attendance: (any AttendanceCheck.Type)?
    var rule: TrainingRule { check.rule }
  }

  private struct Key: Hashable {
    let rule: TrainingRule
    let session: TrainingSession
    let reading: Int
  }

  private struct PartKey: Hashable {
    let rule: TrainingRule
    let session: TrainingSession
  }

  /// Rules that no delegation without a session breaks by joining one that is possible.
  private static let unbroken: Set<TrainingRule> = [
    .oneSession, .acceptedCourse, .closures, .predepartureGap, .announced,
  ]

  init(_ plan: TrainingFacts, _ readings: RuleReadings) {
    self.plan = plan
    self.readings = readings
    let rules = plan.year.training.rules
    checks = trainingChecks.filter {
      !Self.unbroken.contains($0.rule) && ($0.rule == .quota || rules[$0.rule] == .hard)
    }.map { Check(check: $0, attendance: $0 as? any AttendanceCheck.Type) }
    possible = plan.sessions.filter {
      AcceptedCourseCheck.possibilityReasons(against: $0, in: plan.year).isEmpty
    }
    sessions = Dictionary(
      plan.sessions.map { ($0.session, $0) }, uniquingKeysWith: { first, _ in first })
    sessionsOfSite = Dictionary(grouping: plan.sessions, by: \.session.site)
    cost = plan.cost
    quotas = rules.quotas.filter { $0.strictness == .hard }.map {
      ($0, TrainingQuotaCheck.counts(of: $0, in: plan))
    }
    pinnedToNone = Set(plan.pins.filter { $0.session == nil }.map(\.group))
    for delegation in plan.training {
      let own = plan.year.training.delegations[delegation]
      ofSchool[own.school, default: []].append(delegation)
      for person in Set(own.people) { ofPerson[person, default: []].append(delegation) }
    }
  }

  /// What keeps a delegation out of each session of the plan that is of these courses.
  func obstacles(to delegation: Int, in courses: Set<Int>) -> [SessionObstacle] {
    possible.filter { courses.contains($0.session.course) }.map { session in
      for check in checks {
        guard let breach = breach(of: check, by: delegation, in: session) else { continue }
        return SessionObstacle(
          session: session.session, rule: breach.id, violation: breach.violation)
      }
      return SessionObstacle(session: session.session)
    }
  }

  /// Whether a delegation that breaks no rule alone may break one beside the plan.
  func mayBreak(_ rule: TrainingRule, _ delegation: Int) -> Bool {
    let own = plan.year.training.delegations[delegation]
    return switch rule {
    case .oneTeacherAway: own.teachers > 0 && ofSchool[own.school] != nil
    case .invitedOnce: own.people.contains { ofPerson[$0] != nil }
    case .meetYourPartner: !plan.hostedCohorts(of: own.school).isEmpty
    case .budget: plan.year.training.rules.totalBudget != nil
    default: true
    }
  }

  /// Whether a delegation would break a rule in a session, which the plan need not have.
  func breaks(_ rule: TrainingRule, _ delegation: Int, in session: SessionFacts) -> Bool {
    checks.contains { $0.rule == rule && breach(of: $0, by: delegation, in: session) != nil }
  }

  private func breach(
    of check: Check, by delegation: Int, in session: SessionFacts
  ) -> Breach? {
    switch check.rule {
    case .budget: return budgetBreach(by: delegation, in: session)
    case .quota: return quotaBreach(by: delegation, in: session)
    case .pin: return pinBreach(by: delegation, in: session)
    case .invitedOnce: return change(of: check.check, by: delegation, in: session)
    default: break
    }
    let key = Key(
      rule: check.rule, session: session.session, reading: readings[check.rule, delegation])
    guard let attendance = check.attendance else {
      if let known = outcomes[key] { return known }
      let outcome = change(of: check.check, by: delegation, in: session)
      outcomes[key] = .some(outcome)
      return outcome
    }
    let group = TrainingGroup.delegation(delegation)
    let isBroken =
      outcomes[key].map { $0 != nil } ?? !attendance.isKept(by: group, in: session, of: plan)
    let breach =
      isBroken
      ? Breach(
        id: check.rule.rawValue,
        violation: attendance.violation(by: group, in: session, of: plan)) : nil
    outcomes[key] = .some(breach)
    // Nobody breaks nothing.
    return breach?.violation == nil ? nil : breach
  }

  // MARK: - Rules about a part of the plan

  /// What a check finds in the part of the plan that it has to look at, with the
  /// delegation and without it.
  private func change(
    of check: any TrainingCheck.Type, by delegation: Int, in session: SessionFacts
  ) -> Breach? {
    let group = TrainingGroup.delegation(delegation)
    let part = part(for: check.rule, delegation, session)
    guard let part else { return nil }
    var joined = TrainingPlan(
      joining: part.flatMap { one in one.groups.map { ($0, one.session) } }
        + [(group, session.session)],
      rooms: rooms(of: part))
    if check.rule == .beds { joined = roomSplit(of: joined, in: plan.year, hosting: plan.hosting) }
    let before = found(by: check, before: session, in: part)
    for new in check.run(on: facts(joined)) where new.units > before.units {
      return Breach(
        id: new.id, violation: new.violations.first { !before.violations.contains($0) })
    }
    return nil
  }

  private func found(
    by check: any TrainingCheck.Type, before session: SessionFacts, in part: [SessionFacts]
  ) -> RuleCheck {
    // What these look at depends on the delegation, too.
    let isPersonal = [.oneTeacherAway, .invitedOnce, .countrySpacing].contains(check.rule)
    let key = PartKey(rule: check.rule, session: session.session)
    if !isPersonal, let known = partsBefore[key] { return known }
    let alone = TrainingPlan(
      joining: part.flatMap { one in one.groups.map { ($0, one.session) } },
      rooms: rooms(of: part))
    let found = RuleCheck(check.rule.rawValue, .hard) { check.findings(in: facts(alone)) }
    if !isPersonal { partsBefore[key] = found }
    return found
  }

  private func facts(_ plan: TrainingPlan) -> TrainingFacts {
    TrainingFacts(plan, in: self.plan.year, hosting: self.plan.hosting)
  }

  private func rooms(
    of sessions: [SessionFacts]
  ) -> [TrainingSession: (single: Int, twin: Int)] {
    Dictionary(
      sessions.map { ($0.session, ($0.singleRooms, $0.twinRooms)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The sessions and groups that a rule has to look at when a delegation joins a
  /// session; nothing when it cannot break the rule.
  private func part(
    for rule: TrainingRule, _ delegation: Int, _ session: SessionFacts
  ) -> [SessionFacts]? {
    let here = sessions[session.session].map { [$0] } ?? []
    let own = plan.year.training.delegations[delegation]
    switch rule {
    case .beds, .classrooms, .lecturers:
      return (sessionsOfSite[session.session.site] ?? []).filter { $0.days.overlaps(session.days) }
    case .oneTeacherAway:
      return own.teachers > 0 ? reduced(to: ofSchool[own.school] ?? []) : nil
    case .invitedOnce:
      guard !own.people.isEmpty || own.lastInvitedYear != nil else { return nil }
      return reduced(to: Set(own.people.flatMap { ofPerson[$0] ?? [] }).sorted())
    case .countrySpacing:
      guard session.course.mix == .one else { return nil }
      let country = plan.country(.delegation(delegation))
      let others = plan.sessions.filter {
        $0.course.mix == .one && $0.course.trainee == own.trainee
          && $0.groups.contains { plan.country($0) == country }
      }
      return others.contains { $0.session == session.session } ? nil : others + here
    default: return here
    }
  }

  /// The sessions of these delegations, without anybody else.
  private func reduced(to delegations: [Int]) -> [SessionFacts] {
    delegations.flatMap { delegation in
      (plan.sessionsOfGroup[.delegation(delegation)] ?? []).map { offset in
        var session = plan.sessions[offset]
        session.groups = [.delegation(delegation)]
        return session
      }
    }
  }

  // MARK: - Rules about all of the plan

  private func budgetBreach(by delegation: Int, in session: SessionFacts) -> Breach? {
    let own = plan.cost(of: .delegation(delegation), in: session)
    let opening = sessions[session.session] == nil ? plan.openingCost(of: session) : 0
    let violation = TrainingBudgetCheck.violation(cost: cost + own + opening, in: plan.year)
    let before = TrainingBudgetCheck.violation(cost: cost, in: plan.year)?.units ?? 0
    guard let violation, violation.units > before else { return nil }
    return Breach(id: TrainingRule.budget.rawValue, violation: violation)
  }

  private func quotaBreach(by delegation: Int, in session: SessionFacts) -> Breach? {
    for (quota, counts) in quotas {
      var joined = counts
      joined.add(plan.year.training.delegations[delegation], in: session, of: quota, plan.year)
      let before = TrainingQuotaCheck.findings(of: quota, counting: counts).violations
      let after = TrainingQuotaCheck.findings(of: quota, counting: joined).violations
      guard after.reduce(0, { $0 + $1.units }) > before.reduce(0, { $0 + $1.units }) else {
        continue
      }
      return Breach(
        id: TrainingQuotaCheck.id(of: quota), violation: after.first { !before.contains($0) })
    }
    return nil
  }

  /// Somebody who is pinned to another session is not there now either.
  private func pinBreach(by delegation: Int, in session: SessionFacts) -> Breach? {
    let group = TrainingGroup.delegation(delegation)
    guard pinnedToNone.contains(group) else { return nil }
    let joined = TrainingFacts(
      TrainingPlan(joining: [(group, session.session)]), in: plan.year, hosting: plan.hosting,
      pins: [TrainingPin(group, to: nil)])
    return Breach(
      id: TrainingRule.pin.rawValue,
      violation: TrainingPinCheck.findings(in: joined).violations.first)
  }
}
