// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `session-size`.
///
/// An instance is a session, or a course with a limit of sessions; each person
/// short or over and each session over is a unit.
enum SessionSizeCheck: TrainingCheck {
  static let rule = TrainingRule.sessionSize

  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings()
    for session in plan.sessions {
      found.checked += 1
      let people = session.groups.reduce(0) { $0 + plan.people($1) }
      let course = session.course
      let units = max(0, course.sizeMin - people) + max(0, people - course.sizeMax)
      guard units > 0 else { continue }
      found.violations.append(
        Violation(
          units: units, subjects: session.subjects,
          sentence: """
            \(session.phrase) has \(countedPeople(people)); it takes \(course.sizeMin) to \
            \(course.sizeMax).
            """))
    }
    for (index, course) in plan.year.training.courses.enumerated() {
      guard let most = course.sessionsMax else { continue }
      found.checked += 1
      let count = plan.sessions.count { $0.session.course == index }
      guard count > most else { continue }
      found.violations.append(
        Violation(
          units: count - most, subjects: [.course(course.id)],
          sentence: "\(course.id) has \(plain: count, "session", "sessions"); \(most) is the most.")
      )
    }
    return found
  }
}

/// Checks `closures`.
///
/// An instance is a session; one that covers a day on which its site is closed is
/// a unit.
enum ClosuresCheck: TrainingCheck {
  static let rule = TrainingRule.closures

  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings(checked: plan.sessions.count)
    for session in plan.sessions {
      guard let closed = closure(of: session) else { continue }
      found.violations.append(
        Violation(
          subjects: session.subjects,
          sentence: """
            \(session.phrase) lasts to \(session.days.upperBound); \(session.site.id) is closed \
            \(stretch(closed)).
            """))
    }
    return found
  }

  /// The first closed days of its site that a session covers.
  static func closure(of session: SessionFacts) -> ClosedRange<Day>? {
    session.site.closed.first { $0.overlaps(session.days) }
  }
}
