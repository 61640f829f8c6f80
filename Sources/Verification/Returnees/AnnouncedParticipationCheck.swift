// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `announced`.
///
/// An instance is a participation that somebody was told of. Each that the plan lacks is a
/// unit; where some may be lost, each more than may.
enum AnnouncedParticipationCheck: ReturneeCheck {
  static let rule = ReturneeRule.announced

  static func findings(in plan: ReturneeFacts) -> Findings {
    var found = Findings(checked: plan.data.announced.count)
    let lost = plan.lost
    let most = plan.data.rules.mostMoved
    guard most > 0 else {
      found.violations = lost.map { pair in
        Violation(
          subjects: plan.subjects(pair),
          sentence: """
            \(plan.data.returnees[pair.returnee].id) was told of \
            \(plan.data.activities[pair.activity].id) and does not take part in it.
            """)
      }
      return found
    }
    if lost.count > most {
      found.violations.append(
        Violation(
          units: lost.count - most, subjects: lost.flatMap { plan.subjects($0) },
          sentence: "\(lost.count) participations that were announced are lost; \(most) may be."))
    }
    return found
  }
}

extension ReturneeFacts {
  /// Announced participations that the plan lacks.
  var lost: [Participation] {
    let kept = Set(participations)
    return data.announced.filter { !kept.contains($0) }
  }
}
