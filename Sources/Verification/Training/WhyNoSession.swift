// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// Says which rules leave a group that has to train no session.
///
/// - Returns: A sentence with the number of possible sessions of courses for such
///   people, how many of them each hard rule about the group and the session alone
///   excludes, and how many are left; a session may be excluded several times.
/// - Complexity: O(possible sessions × calendar entries).
package func whyNoSession(
  _ group: TrainingGroup, in year: ProgrammeYear, hosting: HostingFacts,
  pins: [TrainingPin] = []
) -> String {
  reasonForNoSession(of: group, in: year, hosting: hosting, pins: pins).description
}

private func reasonForNoSession(
  of group: TrainingGroup, in year: ProgrammeYear, hosting: HostingFacts, pins: [TrainingPin]
) -> Sentence {
  let plan = TrainingFacts(
    TrainingPlan(sessions: [], attendances: []), in: year, hosting: hosting, pins: pins)
  let trainee = plan.trainee(group)
  let sessions = year.training.courses.indices
    .filter { year.training.courses[$0].trainee == trainee }
    .flatMap { AcceptedCourseCheck.possibleSessions(of: $0, in: year) }
  let who: Sentence = "\(plan.id(of: group)) (\(countedPeople(plan.people(group))))"
  guard !sessions.isEmpty else {
    return """
      \(who) finds no session: there is no possible session of a course for \(trainee.rawValue).
      """
  }
  let exclusions = Exclusions(of: group, in: plan)
  let rules = [.acceptedCourse] + Exclusions.hardRules(of: year)
  var counts = Array(repeating: 0, count: rules.count)
  var left = 0
  for session in sessions {
    let excluding = rules.map { exclusions.excludes($0, session) }
    for (index, excludes) in excluding.enumerated() where excludes { counts[index] += 1 }
    if !excluding.contains(true) { left += 1 }
  }
  let found = zip(rules, counts).filter { $1 > 0 }.map {
    Sentence("\($0.rawValue) excludes \($1)")
  }
  let all: Sentence =
    """
    \(who) finds no session; of \(plain: sessions.count, "possible session", "possible sessions") of \
    courses for \(trainee.rawValue),
    """
  let start: Sentence = found.isEmpty ? all : "\(all) \(Listing(found, .plain));"
  return switch left {
  case 0: "\(start) none is left."
  case 1:
    """
    \(start) 1 is left, but with the others there is no room in it (beds, classrooms, lecturers or \
    other rules about whole sessions).
    """
  default:
    """
    \(start) \(left) are left, but with the others there is no room in them (beds, classrooms, \
    lecturers or other rules about whole sessions).
    """
  }
}

/// Checks the groups that are pinned to sessions as if nobody else trained.
///
/// - Returns: The hard rules that they break, with those violations that no other
///   group could mend by joining.
package func verifyPins(
  _ pins: [TrainingPin], in year: ProgrammeYear, hosting: HostingFacts
) -> [RuleCheck] {
  let joining = pins.compactMap { pin in pin.session.map { (pin.group, $0) } }
  let plan = roomSplit(of: TrainingPlan(joining: joining), in: year, hosting: hosting)
  let alone = PinsAlone(TrainingFacts(plan, in: year, hosting: hosting))
  return verifyTraining(plan, in: year, hosting: hosting).rules.filter(\.isBroken)
    .compactMap { check in
      var check = check
      check.violations.removeAll { alone.isMendable($0, of: check.id) }
      return check.violations.isEmpty ? nil : check
    }
}

/// The plan in which only pinned groups train.
private struct PinsAlone {
  private let plan: TrainingFacts

  init(_ plan: TrainingFacts) { self.plan = plan }

  /// Whether a violation may go away when others join.
  func isMendable(_ violation: Violation, of check: String) -> Bool {
    guard let rule = TrainingRule(rawValue: check) else { return isMendable(quota: check) }
    switch rule {
    case .oneSession:
      let groups = plan.sessionsOfGroup.keys.map(plan.subject)
      return !violation.subjects.contains(where: groups.contains)
    case .sessionSize:
      return session(of: violation).map { session in
        session.groups.reduce(0) { $0 + plan.people($1) } <= session.course.sizeMax
      } ?? false
    case .mix: return session(of: violation)?.course.mix != .one
    case .leaders: return true
    case .meetYourPartner:
      return plan.cohortsToTrain.contains { plan.sessionsOfGroup[.cohort($0)] == nil }
    default: return false
    }
  }

  /// Whether others could bring a quota into its bounds.
  private func isMendable(quota check: String) -> Bool {
    let quota = plan.year.training.rules.quotas.first { "quota:" + $0.id == check }
    return quota.map { $0.share != nil || $0.minimum != nil } ?? false
  }

  private func session(of violation: Violation) -> SessionFacts? {
    plan.sessions.first { session in
      session.subjects.allSatisfy(violation.subjects.contains)
    }
  }
}
