// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `one-session`.
///
/// An instance is a group that trains or must. Each session too many, a session
/// that a cohort lacks, and each fault of the plan is a unit.
enum OneSessionCheck: TrainingCheck {
  static let rule = TrainingRule.oneSession

  static func findings(in plan: TrainingFacts) -> Findings {
    let mustTrain = Set(plan.cohortsToTrain.map(TrainingGroup.cohort))
    let groups = Set(plan.sessionsOfGroup.keys).union(mustTrain).sorted()
    var found = Findings(checked: groups.count)
    found.violations = plan.faults.map { Violation(subjects: [], sentence: $0) }
    for group in groups {
      let id = plan.id(of: group)
      let joined = (plan.sessionsOfGroup[group] ?? []).map { plan.sessions[$0].phrase }
      if delegationOrCohortToTrain(group, mustTrain) {
        if joined.count > 1 {
          found.violations.append(
            Violation(
              units: joined.count - 1, subjects: [plan.subject(group)],
              sentence: """
                \(id) joins \(plain: joined.count, "session", "sessions") \
                (\(Listing(joined, .plain))); one is the most.
                """))
        } else if joined.isEmpty {
          found.violations.append(
            Violation(
              subjects: [plan.subject(group)],
              sentence: """
                \(id) joins no session; its \(plain: plan.people(group), "partner", "partners") must \
                train before departure.
                """))
        }
      } else {
        found.violations.append(
          Violation(
            units: joined.count, subjects: [plan.subject(group)],
            sentence: plan.people(group) > 0
              ? "\(id) joins \(Listing(joined, .plain)), but has no days before departure."
              : "\(id) joins \(Listing(joined, .plain)), but has no partners."))
      }
    }
    return found
  }

  private static func delegationOrCohortToTrain(
    _ group: TrainingGroup, _ mustTrain: Set<TrainingGroup>
  ) -> Bool {
    if case .delegation = group { true } else { mustTrain.contains(group) }
  }
}

/// Checks `accepted-course`.
///
/// An instance is a group in a session; one for which the session is not
/// possible, or that the course or the group does not accept, is a unit.
enum AcceptedCourseCheck: TrainingCheck {
  static let rule = TrainingRule.acceptedCourse

  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings(checked: plan.attendances.count)
    for attendance in plan.attendances {
      let (group, session) = (attendance.group, plan.sessions[attendance.session])
      let reasons = reasons(against: group, in: session, of: plan)
      guard !reasons.isEmpty else { continue }
      found.violations.append(
        Violation(
          subjects: plan.subjects(group, in: session),
          sentence: """
            \(plan.id(of: group)) in \(session.phrase): \(Listing(reasons, .semicolons)).
            """))
    }
    return found
  }

  /// Everything that keeps a group from a session by this rule, a phrase each.
  static func reasons(
    against group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> [Sentence] {
    possibilityReasons(against: session, in: plan.year) + courseReasons(group, session, plan)
      + windowReasons(group, session, plan)
  }

  /// First and last day between which a course's sessions lie.
  static func span(of course: Course, in year: ProgrammeYear) -> (from: Day, to: Day) {
    let first = Day(year: year.fiscalYear, month: 4, day: 1) ?? Day(number: 0)
    let last = Day(year: year.fiscalYear + 1, month: 3, day: 31) ?? Day(number: 0)
    let earliest = course.trainee == .partners ? first.adding(days: -300) : first
    return (course.from ?? earliest, course.to ?? last)
  }

  /// Why there is no such session, closed houses aside.
  static func possibilityReasons(
    against session: SessionFacts, in year: ProgrammeYear
  ) -> [Sentence] {
    let course = session.course
    var reasons: [Sentence] = []
    let weekday = session.session.start.weekday
    if !course.startWeekdays.isEmpty, !course.startWeekdays.contains(weekday) {
      reasons.append(
        """
        the course begins on \(course.startWeekdays.map(\.word).joined(separator: ", ")), not \
        \(weekday.word)
        """)
    }
    let span = span(of: course, in: year)
    if session.days.lowerBound < span.from || session.days.upperBound > span.to {
      reasons.append(
        """
        its days are \(stretch(session.days)), the course's lie between \(span.from) and \
        \(span.to)
        """)
    }
    if !course.sites.isEmpty, !course.sites.contains(session.session.site) {
      reasons.append("the course is not held there")
    }
    return reasons
  }

  /// Every possible session of a course, whether its site is closed or not.
  static func possibleSessions(of index: Int, in year: ProgrammeYear) -> [SessionFacts] {
    let course = year.training.courses[index]
    let span = span(of: course, in: year)
    let last = span.to.number - max(1, course.days) + 1
    guard span.from.number <= last else { return [] }
    let starts = (span.from.number...last).map(Day.init(number:)).filter {
      course.startWeekdays.isEmpty || course.startWeekdays.contains($0.weekday)
    }
    return year.sites.indices.filter { course.sites.isEmpty || course.sites.contains($0) }
      .flatMap { site in
        starts.compactMap {
          SessionFacts(TrainingSession(course: index, site: site, start: $0), in: year)
        }
      }
  }

  /// Why the course and the group do not go together.
  static func courseReasons(
    _ group: TrainingGroup, _ session: SessionFacts, _ plan: TrainingFacts
  ) -> [Sentence] {
    let course = session.course
    var reasons: [Sentence] = []
    if course.trainee != plan.trainee(group) {
      reasons.append(
        "the course is for \(course.trainee.rawValue), not \(plan.trainee(group).rawValue)")
    }
    let country = plan.country(group)
    if !course.countries.isEmpty, !course.countries.contains(country) {
      reasons.append("the course does not take \(plan.year.countries[country].id)")
    }
    guard let delegation = plan.delegation(group) else { return reasons }
    if !delegation.courses.isEmpty, !delegation.courses.contains(session.session.course) {
      reasons.append("the delegation does not accept the course")
    }
    let levels = course.levelMin.rank...max(course.levelMin.rank, course.levelMax.rank)
    if course.levelMin.rank > course.levelMax.rank || !levels.contains(delegation.level.rank) {
      reasons.append(
        """
        its level is \(delegation.level.rawValue), the course takes \(course.levelMin.rawValue) to \
        \(course.levelMax.rawValue)
        """)
    }
    return reasons
  }

  /// Why the session is not where and when the cohort's partners train.
  private static func windowReasons(
    _ group: TrainingGroup, _ session: SessionFacts, _ plan: TrainingFacts
  ) -> [Sentence] {
    guard case .cohort(let index) = group else { return [] }
    let cohort = plan.year.cohorts[index]
    var reasons: [Sentence] = []
    if let window = cohort.predeparture,
      session.days.lowerBound < window.lowerBound || session.days.upperBound > window.upperBound
    {
      reasons.append(
        "its days are \(stretch(session.days)), the cohort trains within \(stretch(window))")
    }
    if let site = cohort.predepartureSite, site != session.session.site,
      plan.year.sites.indices.contains(site)
    {
      reasons.append("the cohort trains at \(plan.year.sites[site].id)")
    }
    return reasons
  }
}

/// Checks `pin`.
///
/// An instance is a pin; a group that is not where it is pinned to is a unit.
enum TrainingPinCheck: TrainingCheck {
  static let rule = TrainingRule.pin

  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings(checked: plan.pins.count)
    for pin in plan.pins {
      let joined = (plan.sessionsOfGroup[pin.group] ?? []).map { plan.sessions[$0] }
      let isKept =
        if let session = pin.session {
          joined.contains { $0.session == session }
        } else {
          joined.isEmpty
        }
      guard !isKept else { continue }
      let place: Sentence =
        pin.session.flatMap { SessionFacts($0, in: plan.year)?.phrase } ?? "no session"
      let now: Sentence =
        joined.isEmpty ? "none" : "\(Listing(joined.map(\.phrase), .plain))"
      found.violations.append(
        Violation(
          subjects: [plan.subject(pin.group)],
          sentence: "\(plan.id(of: pin.group)) is pinned to \(place); in the plan: \(now)."))
    }
    return found
  }
}
