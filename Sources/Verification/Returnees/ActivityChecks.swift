// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `seats`: an instance is an activity that takes place; each person short or over
/// is a unit, and so is whatever the plan names that is not in the year.
enum ReturneeSeatsCheck: ReturneeCheck {
  static let rule = ReturneeRule.seats

  static func findings(in plan: ReturneeFacts) -> Findings {
    var found = Findings(checked: plan.held.count)
    found.violations = plan.faults.map { Violation(subjects: [], sentence: $0) }
    for index in plan.held {
      let (activity, count) = (plan.data.activities[index], plan.people[index].count)
      let units = max(activity.seatsMin - count, count - activity.seatsMax)
      guard units > 0 else { continue }
      let limit: Sentence =
        count < activity.seatsMin
        ? "at least \(activity.seatsMin)" : "at most \(activity.seatsMax)"
      found.violations.append(
        Violation(
          units: units, subjects: [.activity(activity.id)],
          sentence: "\(activity.id) has \(plain: count, "person", "people"); it takes \(limit)."
        ))
    }
    return found
  }
}

/// Checks `leaders`: an instance is an activity that takes place and asks for leaders.
enum ReturneeLeadersCheck: ReturneeCheck {
  static let rule = ReturneeRule.leaders

  static func findings(in plan: ReturneeFacts) -> Findings {
    var found = Findings()
    for index in plan.held where plan.data.activities[index].leaders > 0 {
      found.checked += 1
      let activity = plan.data.activities[index]
      let there = plan.people[index].count { plan.data.returnees[$0].leads }
      guard there < activity.leaders else { continue }
      found.violations.append(
        Violation(
          units: activity.leaders - there, subjects: [.activity(activity.id)],
          sentence: there == 1
            ? "\(activity.id) has 1 leader and asks for \(activity.leaders)."
            : "\(activity.id) has \(there) leaders and asks for \(activity.leaders)."))
    }
    return found
  }
}

/// Checks `languages`: an instance is a language that an activity asks for.
enum ReturneeLanguagesCheck: ReturneeCheck {
  static let rule = ReturneeRule.languages

  static func findings(in plan: ReturneeFacts) -> Findings {
    wishes(in: plan, \.languages, of: \.languages) { "Nobody in \($0) speaks \($1)." }
  }
}

/// Checks `skills`: an instance is a skill that an activity asks for.
enum ReturneeSkillsCheck: ReturneeCheck {
  static let rule = ReturneeRule.skills

  static func findings(in plan: ReturneeFacts) -> Findings {
    wishes(in: plan, \.skills, of: \.skills) { "Nobody in \($0) has the skill \($1)." }
  }
}

/// What activities ask for and nobody there has.
private func wishes(
  in plan: ReturneeFacts, _ wished: KeyPath<Activity, [String]>,
  of had: KeyPath<Returnee, [String]>, _ sentence: (String, String) -> Sentence
) -> Findings {
  var found = Findings()
  for index in plan.held {
    let activity = plan.data.activities[index]
    for word in activity[keyPath: wished] {
      found.checked += 1
      let isThere = plan.people[index].contains {
        plan.data.returnees[$0][keyPath: had].contains(word)
      }
      guard !isThere else { continue }
      found.violations.append(
        Violation(subjects: [.activity(activity.id)], sentence: sentence(activity.id, word)))
    }
  }
  return found
}

/// Checks `tie`: an instance is an activity that takes place and keeps a tie.
enum ReturneeTieCheck: ReturneeCheck {
  static let rule = ReturneeRule.tie

  static func findings(in plan: ReturneeFacts) -> Findings {
    var found = Findings()
    for index in plan.held {
      guard let tie = plan.data.activities[index].tie else { continue }
      found.checked += 1
      guard !plan.people[index].contains(where: { plan.data.returnees[$0].hostSchool == tie })
      else { continue }
      let (id, school) = (plan.data.activities[index].id, plan.year.schools[tie].id)
      found.violations.append(
        Violation(
          subjects: [.activity(id), .school(school)],
          sentence: "Nobody in \(id) was hosted by \(school), with which it keeps a tie."))
    }
    return found
  }
}
