// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `announced`.
///
/// An instance is a group that was told of a session. Each of its people is a unit when it
/// is not in that session; where some may be moved, each person more than may.
enum AnnouncedSessionCheck: TrainingCheck {
  static let rule = TrainingRule.announced

  static func findings(in plan: TrainingFacts) -> Findings {
    var found = Findings(checked: plan.announced.count)
    let moved = plan.moved
    let most = plan.year.training.rules.mostMoved
    guard most > 0 else {
      found.violations = moved.filter { plan.people($0.group) > 0 }.map { pin in
        let joined = (plan.sessionsOfGroup[pin.group] ?? []).map { plan.sessions[$0].phrase }
        let told: Sentence =
          pin.session.flatMap { SessionFacts($0, in: plan.year)?.phrase } ?? "no session"
        let now: Sentence = joined.isEmpty ? "none" : "\(Listing(joined, .plain))"
        return Violation(
          units: plan.people(pin.group), subjects: [plan.subject(pin.group)],
          sentence: "\(plan.id(of: pin.group)) was told of \(told); in the plan: \(now).")
      }
      return found
    }
    let people = plan.people(of: moved)
    if people > most {
      found.violations.append(
        Violation(
          units: people - most, subjects: moved.map { plan.subject($0.group) },
          sentence: """
            \(countedPeople(people)) are not in the session announced to them; \(most) may be \
            moved.
            """))
    }
    return found
  }
}

extension TrainingFacts {
  /// Groups of the year that were told of a session, each once.
  var announced: [TrainingPin] {
    var known: Set<TrainingGroup> = []
    return year.training.announced.filter { known.insert($0.group).inserted }
  }

  /// Those of them that are not in it.
  var moved: [TrainingPin] {
    announced.filter { pin in
      !(sessionsOfGroup[pin.group] ?? []).contains { sessions[$0].session == pin.session }
    }
  }

  /// The people of some of them.
  func people(of pins: [TrainingPin]) -> Int { pins.reduce(0) { $0 + people($1.group) } }
}
