// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `host-school`.
enum HostSchoolCheck: AttendanceCheck {
  static let rule = TrainingRule.hostSchool

  static func isKept(
    by group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Bool {
    guard let delegation = plan.delegation(group), plan.hosting.cohortsOfSchool != nil else {
      return true
    }
    return !plan.hostedCohorts(of: delegation.school).isEmpty
      || plan.year.schools[delegation.school].lastHostedYear == plan.year.fiscalYear - 1
  }

  static func reason(
    for group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Sentence {
    let school = plan.delegation(group).map { plan.year.schools[$0.school].id } ?? ""
    return "\(school) hosts nobody and did not in \(plan.year.fiscalYear - 1)"
  }
}

/// Checks `predeparture-gap`.
enum PredepartureGapCheck: AttendanceCheck {
  static let rule = TrainingRule.predepartureGap

  /// Days from the last day of the session to the first of the dispatch.
  private static func gap(
    _ group: TrainingGroup, _ session: SessionFacts, _ plan: TrainingFacts
  ) -> Int? {
    guard case .cohort(let index) = group else { return nil }
    return plan.year.cohorts[index].dispatchStart.number - session.days.upperBound.number
  }

  static func isKept(
    by group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Bool {
    guard let gap = gap(group, session, plan) else { return true }
    let rules = plan.year.training.rules
    return rules.gapMinDays <= gap && gap <= rules.gapMaxDays
  }

  static func reason(
    for group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Sentence {
    let rules = plan.year.training.rules
    return """
      it ends on \(session.days.upperBound), \(gap(group, session, plan) ?? 0) days before the \
      dispatch; these must be \(rules.gapMinDays) to \(rules.gapMaxDays)
      """
  }
}

/// Checks `host-teacher-present`.
enum HostTeacherPresentCheck: AttendanceCheck {
  static let rule = TrainingRule.hostTeacherPresent

  /// The first hosted cohort in whose first weeks a delegation's teachers are away.
  private static func missed(
    _ group: TrainingGroup, _ session: SessionFacts, _ plan: TrainingFacts
  ) -> Int? {
    guard let delegation = plan.delegation(group), delegation.teachers > 0 else { return nil }
    let weeks = plan.year.training.rules.presentWeeks
    guard weeks > 0 else { return nil }
    return plan.hostedCohorts(of: delegation.school).first { cohort in
      let start = plan.year.cohorts[cohort].dispatchStart
      return (start...start.adding(days: 7 * weeks - 1)).overlaps(session.days)
    }
  }

  static func isKept(
    by group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Bool {
    missed(group, session, plan) == nil
  }

  static func reason(
    for group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Sentence {
    guard let delegation = plan.delegation(group), let cohort = missed(group, session, plan) else {
      return ""
    }
    let weeks = plan.year.training.rules.presentWeeks
    return """
      its days are \(stretch(session.days)); \(plan.year.schools[delegation.school].id) hosts \
      \(plan.year.cohorts[cohort].id) from \(plan.year.cohorts[cohort].dispatchStart) and its \
      teachers stay there for \(plain: weeks, "week", "weeks")
      """
  }
}

/// Checks `meet-your-partner`.
enum MeetYourPartnerCheck: AttendanceCheck {
  static let rule = TrainingRule.meetYourPartner

  static func isKept(
    by group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Bool {
    guard let delegation = plan.delegation(group), delegation.trainee == .teachers else {
      return true
    }
    let hosted = plan.hostedCohorts(of: delegation.school)
    return hosted.isEmpty
      || hosted.contains {
        trainsTogether(session, with: $0, in: plan) || visits(session, during: $0, in: plan)
      }
  }

  /// Whether enough days are common to a session and that of the cohort's partners
  /// at the same site.
  private static func trainsTogether(
    _ session: SessionFacts, with cohort: Int, in plan: TrainingFacts
  ) -> Bool {
    (plan.sessionsOfGroup[.cohort(cohort)] ?? []).contains { offset in
      let theirs = plan.sessions[offset]
      let first = max(session.days.lowerBound, theirs.days.lowerBound)
      let last = min(session.days.upperBound, theirs.days.upperBound)
      let common = max(0, last.number - first.number + 1)
      return theirs.session.site == session.session.site
        && common >= plan.year.training.rules.meetDays
    }
  }

  /// Whether a session lies within the cohort's dispatch, its first and last weeks
  /// left out.
  private static func visits(
    _ session: SessionFacts, during cohort: Int, in plan: TrainingFacts
  ) -> Bool {
    let rules = plan.year.training.rules
    let cohort = plan.year.cohorts[cohort]
    return session.days.lowerBound >= cohort.dispatchStart.adding(days: 7 * rules.meetAfterWeeks)
      && session.days.upperBound <= cohort.dispatchEnd.adding(days: -7 * rules.meetBeforeWeeks)
  }

  static func reason(
    for group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Sentence {
    guard let delegation = plan.delegation(group) else { return "" }
    let rules = plan.year.training.rules
    let hosted = plan.hostedCohorts(of: delegation.school)
      .map { plan.year.cohorts[$0].id }.joined(separator: ", ")
    return """
      its days are \(stretch(session.days)); \(plan.year.schools[delegation.school].id) hosts \
      \(hosted), whose partners it neither meets for \(plain: rules.meetDays, "day", "days") of their \
      training nor from \(plain: rules.meetAfterWeeks, "week", "weeks") after they arrive to \
      \(plain: rules.meetBeforeWeeks, "week", "weeks") before they leave
      """
  }
}

/// Checks `one-teacher-away`.
///
/// An instance is a school with teachers in a session; each teacher over on its
/// worst day is a unit.
enum OneTeacherAwayCheck: TrainingCheck {
  static let rule = TrainingRule.oneTeacherAway

  /// Most teachers of a school who may be away at a time.
  static func most(of school: School) -> Int { max(1, school.japaneseTeachers - 1) }

  static func findings(in plan: TrainingFacts) -> Findings {
    var away: [Int: [(days: ClosedRange<Day>, teachers: Int)]] = [:]
    for attendance in plan.attendances {
      guard let delegation = plan.delegation(attendance.group), delegation.teachers > 0 else {
        continue
      }
      away[delegation.school, default: []].append(
        (plan.sessions[attendance.session].days, delegation.teachers))
    }
    var found = Findings(checked: away.count)
    for (index, stays) in away.sorted(by: { $0.key < $1.key }) {
      let school = plan.year.schools[index]
      // The most are away on a first day of somebody's.
      let days = Set(stays.map(\.days.lowerBound)).sorted()
      let counts = days.map { day in
        stays.filter { $0.days.contains(day) }.reduce(0) { $0 + $1.teachers }
      }
      let most = most(of: school)
      guard let worst = counts.max(), worst > most, let place = counts.firstIndex(of: worst) else {
        continue
      }
      found.violations.append(
        Violation(
          units: worst - most, subjects: [.school(school.id)],
          sentence: worst == 1
            ? """
            \(plain: worst, "teacher", "teachers") of \(school.id) is away on \(days[place]); of its \
            \(school.japaneseTeachers) at most \(most) may be.
            """
            : """
            \(plain: worst, "teacher", "teachers") of \(school.id) are away on \(days[place]); of its \
            \(school.japaneseTeachers) at most \(most) may be.
            """))
    }
    return found
  }
}
