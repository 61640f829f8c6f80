// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Rules about a group and a session alone, beside `accepted-course`.
struct Exclusions {
  private let plan: TrainingFacts
  private let group: TrainingGroup
  private let pins: [TrainingPin]

  init(of group: TrainingGroup, in plan: TrainingFacts) {
    self.plan = plan
    self.group = group
    pins = plan.pins.filter { $0.group == group }
  }

  /// Those of the rules that are hard, in the order of `TrainingRule`.
  static func hardRules(of year: ProgrammeYear) -> [TrainingRule] {
    TrainingRule.allCases.filter {
      (ownRules.contains($0) || TrainingRule.pairwise.contains($0))
        && year.training.rules[$0] == .hard
    }
  }

  private static let ownRules: Set<TrainingRule> = [
    .sessionSize, .closures, .oneTeacherAway, .invitedOnce, .pin,
  ]

  /// Whether a rule keeps the group from a session, whoever else joins it.
  func excludes(_ rule: TrainingRule, _ session: SessionFacts) -> Bool {
    if let check = attendanceChecks.first(where: { $0.rule == rule }) {
      return !check.isKept(by: group, in: session, of: plan)
    }
    switch rule {
    case .acceptedCourse:
      return !AcceptedCourseCheck.reasons(against: group, in: session, of: plan).isEmpty
    case .sessionSize: return plan.people(group) > session.course.sizeMax
    case .closures: return ClosuresCheck.closure(of: session) != nil
    case .oneTeacherAway:
      guard let own = plan.delegation(group) else { return false }
      return own.teachers > OneTeacherAwayCheck.most(of: plan.year.schools[own.school])
    case .invitedOnce:
      guard let own = plan.delegation(group) else { return false }
      return InvitedOnceCheck.tooLate(own, in: plan.year) != nil
    case .pin: return pins.contains { $0.session != session.session }
    default: return false
    }
  }
}
