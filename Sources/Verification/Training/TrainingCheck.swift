// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks one training rule.
///
/// A new rule is a new conforming type and a place in `trainingChecks`.
protocol TrainingCheck: SendableMetatype {
  static var rule: TrainingRule { get }
  static func findings(in plan: TrainingFacts) -> Findings
  static func run(on plan: TrainingFacts) -> [RuleCheck]
}

extension TrainingCheck {
  static func run(on plan: TrainingFacts) -> [RuleCheck] {
    [RuleCheck(rule.rawValue, plan.year.training.rules[rule]) { findings(in: plan) }]
  }
}

/// Every check, in the order of `TrainingRule`.
let trainingChecks: [any TrainingCheck.Type] = [
  OneSessionCheck.self, AcceptedCourseCheck.self, SessionSizeCheck.self, BedsCheck.self,
  ClassroomsCheck.self, LecturersCheck.self, ClosuresCheck.self, FreeDaysCheck.self,
  CalendarsCheck.self, JapanSchoolsOpenCheck.self, LevelBandCheck.self, MixCheck.self,
  LeadersCheck.self, HostSchoolCheck.self, OneTeacherAwayCheck.self, PredepartureGapCheck.self,
  HostTeacherPresentCheck.self, MeetYourPartnerCheck.self, CountrySpacingCheck.self,
  InvitedOnceCheck.self, SiteDietCheck.self, TrainingBudgetCheck.self, TrainingPinCheck.self,
  AnnouncedSessionCheck.self, TrainingQuotaCheck.self,
]

/// Checks a rule that concerns one group in one session at a time.
///
/// An instance is a group in a session; each of the group's people is a unit.
protocol AttendanceCheck: TrainingCheck {
  static func isKept(by group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts)
    -> Bool
  /// Says why a group that breaks the rule does, in words that follow the group
  /// and the session.
  static func reason(
    for group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Sentence
}

extension AttendanceCheck {
  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings(checked: plan.attendances.count)
    for attendance in plan.attendances {
      let (group, session) = (attendance.group, plan.sessions[attendance.session])
      guard !isKept(by: group, in: session, of: plan),
        let violation = violation(by: group, in: session, of: plan)
      else { continue }
      found.violations.append(violation)
    }
    return found
  }

  /// What a group that does not keep the rule in a session does wrong; nothing when it
  /// has no people.
  static func violation(
    by group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Violation? {
    let people = plan.people(group)
    guard people > 0 else { return nil }
    return Violation(
      units: people, subjects: plan.subjects(group, in: session),
      sentence: """
        \(plan.id(of: group)) in \(session.phrase): \(reason(for: group, in: session, of: plan)).
        """)
  }
}

/// The attendance checks whose outcome the group and the session alone decide.
let attendanceChecks: [any AttendanceCheck.Type] = [
  FreeDaysCheck.self, CalendarsCheck.self, JapanSchoolsOpenCheck.self, HostSchoolCheck.self,
  PredepartureGapCheck.self, HostTeacherPresentCheck.self, SiteDietCheck.self,
]

/// People in words: `1 person` or `3 people`.
func countedPeople(_ count: Int) -> Sentence { "\(plain: count, "person", "people")" }

/// A stretch of days in words, such as `2026-10-17 to 2026-10-19`.
func stretch(_ days: ClosedRange<Day>) -> Sentence {
  days.lowerBound == days.upperBound
    ? "\(days.lowerBound)" : "\(days.lowerBound) to \(days.upperBound)"
}

/// Days that may have no first or last one, as they follow what they are of: such as
/// ` from 2026-10-17 to 2026-10-28`, ` from 2026-10-17`, or nothing.
func openStretch(from: Day?, to: Day?) -> Sentence {
  switch (from, to) {
  case (nil, nil): ""
  case (let from?, nil): " from \(from)"
  case (nil, let to?): " to \(to)"
  case (let from?, let to?): " from \(from) to \(to)"
  }
}
