// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `availability`.
enum FreeDaysCheck: AttendanceCheck {
  static let rule = TrainingRule.availability

  static func isKept(
    by group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Bool {
    guard let delegation = plan.delegation(group) else { return true }
    if let from = delegation.availableFrom, session.days.lowerBound < from { return false }
    if let to = delegation.availableTo, session.days.upperBound > to { return false }
    return true
  }

  static func reason(
    for group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Sentence {
    let delegation = plan.delegation(group)
    let window = openStretch(from: delegation?.availableFrom, to: delegation?.availableTo)
    return "its days are \(stretch(session.days)), the delegation is free\(window)"
  }
}

/// Checks `calendars`.
enum CalendarsCheck: AttendanceCheck {
  static let rule = TrainingRule.calendars

  /// The first entry that blocks a group on a day of a session.
  private static func entry(
    against group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> CalendarEntry? {
    let trainee = plan.trainee(group)
    let delegation = plan.delegation(group)
    let calendars = plan.year.training.calendars
    // Most entries are of other days.
    return calendars.indices.first { index in
      calendars[index].days.overlaps(session.days) && calendars[index].blocks.contains(trainee)
        && (calendars[index].country == CalendarEntry.japan
          || delegation.map { plan.concerns(calendars[index], schoolOf: $0) } ?? false)
    }.map { calendars[$0] }
  }

  static func isKept(
    by group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Bool {
    entry(against: group, in: session, of: plan) == nil
  }

  static func reason(
    for group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Sentence {
    guard let entry = entry(against: group, in: session, of: plan) else { return "" }
    return """
      its days are \(stretch(session.days)), \(entry.phrase) blocks \
      \(plan.trainee(group).rawValue)
      """
  }
}

/// Checks `japan-schools-open`.
enum JapanSchoolsOpenCheck: AttendanceCheck {
  static let rule = TrainingRule.japanSchoolsOpen

  /// The first break of Japanese schools on a day of a session but Sundays.
  private static func pause(in session: SessionFacts, of plan: TrainingFacts) -> CalendarEntry? {
    guard session.course.visitsSchools else { return nil }
    return plan.year.training.calendars.first { entry in
      guard entry.country == CalendarEntry.japan, entry.kind == .schoolBreak,
        entry.days.overlaps(session.days)
      else { return false }
      let common = entry.days.clamped(to: session.days)
      return common.lowerBound != common.upperBound || common.lowerBound.weekday != .sunday
    }
  }

  static func isKept(
    by group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Bool {
    pause(in: session, of: plan) == nil
  }

  static func reason(
    for group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Sentence {
    let pause = pause(in: session, of: plan)
    let phrase: Sentence = pause?.phrase ?? "a break"
    return """
      it visits schools in Japan on \(stretch(session.days)), which are closed for \(phrase)
      """
  }
}

extension CalendarEntry {
  /// Such as `Songkran (THA, 2026-04-13 to 2026-04-15)`.
  fileprivate var phrase: Sentence { "\(name) (\(country), \(stretch(days)))" }
}

/// Checks `diet`.
enum SiteDietCheck: AttendanceCheck {
  static let rule = TrainingRule.diet

  static func isKept(
    by group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Bool {
    (plan.delegation(group)?.diet ?? []).allSatisfy(session.site.diets.contains)
  }

  static func reason(
    for group: TrainingGroup, in session: SessionFacts, of plan: TrainingFacts
  ) -> Sentence {
    let missing = (plan.delegation(group)?.diet ?? []).filter { !session.site.diets.contains($0) }
    return "\(session.site.id) cannot keep \(missing.joined(separator: ", "))"
  }
}
