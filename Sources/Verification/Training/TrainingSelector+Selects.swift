// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension TrainingSelector {
  /// Whether a delegation in a session meets every condition.
  func selects(
    _ delegation: Delegation, in session: SessionFacts, of year: ProgrammeYear
  ) -> Bool {
    conditions.allSatisfy { condition in
      value(of: condition.attribute, delegation, session, year).meets(condition.test)
    }
  }

  private func value(
    of attribute: TrainingAttribute, _ delegation: Delegation, _ session: SessionFacts,
    _ year: ProgrammeYear
  ) -> AttributeValue {
    let school = year.schools[delegation.school]
    return switch attribute {
    case .delegation: .word(delegation.id)
    case .school: .word(school.id)
    case .country: .word(year.countries[school.country].id)
    case .area: .word(school.area)
    case .trainee: .word(delegation.trainee.rawValue)
    case .level: .word(delegation.level.rawValue)
    case .firstVisit: .yesNo(delegation.isFirstVisit)
    case .priority: .number(delegation.priority)
    case .tags: .list(delegation.tags)
    case .course: .word(session.course.id)
    case .site: .word(session.site.id)
    case .month: .number(session.session.start.parts.month)
    }
  }
}
