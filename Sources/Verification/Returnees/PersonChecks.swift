// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks `neighbouring-days`: an instance is a person with two activities or more, a unit
/// a pair of them that is too near.
enum NeighbouringDaysCheck: ReturneeCheck {
  static let rule = ReturneeRule.neighbouringDays

  static func findings(in plan: ReturneeFacts) -> Findings {
    var found = Findings()
    for (returnee, own) in plan.activities.enumerated() where own.count > 1 {
      found.checked += 1
      for (position, first) in own.enumerated() {
        for second in own[(position + 1)...] {
          let (left, right) = (plan.data.activities[first], plan.data.activities[second])
          let free = right.days.lowerBound.number - left.days.upperBound.number - 1
          guard free < plan.data.rules.daysBetween else { continue }
          let id = plan.data.returnees[returnee].id
          found.violations.append(
            Violation(
              subjects: [.returnee(id), .activity(left.id), .activity(right.id)],
              sentence: """
                \(id) is in \(left.id) (\(stretch(left.days))) and in \(right.id) \
                (\(stretch(right.days))), with \(plain: max(0, free), "free day", "free days") between; \
                \(plan.data.rules.daysBetween) are asked for.
                """))
        }
      }
    }
    return found
  }
}

/// Checks `load`: an instance is a person in a quarter with an activity.
enum LoadCheck: ReturneeCheck {
  static let rule = ReturneeRule.load

  static func findings(in plan: ReturneeFacts) -> Findings {
    var found = Findings()
    for (returnee, own) in plan.activities.enumerated() {
      let person = plan.data.returnees[returnee]
      let most = person.perQuarter ?? plan.data.rules.perQuarter
      for quarter in 1...4 {
        let count = own.count { plan.data.activities[$0].quarter == quarter }
        guard count > 0 else { continue }
        found.checked += 1
        guard count > most else { continue }
        found.violations.append(
          Violation(
            units: count - most, subjects: [.returnee(person.id)],
            sentence: """
              \(person.id) has \(plain: count, "activity", "activities") in quarter \(quarter); the most \
              is \(most).
              """))
      }
    }
    return found
  }
}

/// Checks `prefecture-first`: an instance, and a unit, is a person sent by a prefecture in
/// which they may take part in something.
enum PrefectureFirstCheck: ReturneeCheck {
  static let rule = ReturneeRule.prefectureFirst

  static func findings(in plan: ReturneeFacts) -> Findings {
    var found = Findings()
    for (returnee, own) in plan.activities.enumerated() where !own.isEmpty {
      let person = plan.data.returnees[returnee]
      guard let duty = person.dutyPrefecture else { continue }
      func isAtHome(_ activity: Int) -> Bool {
        plan.data.activities[activity].prefecture == duty
      }
      let isAsked = plan.data.activities.indices.contains {
        isAtHome($0) && plan.mayTakePart(returnee, in: $0)
      }
      guard isAsked else { continue }
      found.checked += 1
      guard !own.contains(where: isAtHome) else { continue }
      found.violations.append(
        Violation(
          subjects: [.returnee(person.id)],
          sentence: """
            \(person.id), who was sent by \(duty), takes part elsewhere and in nothing there.
            """))
    }
    return found
  }
}

/// Checks `budget`: the instance is the year's budget, if it has one.
enum ReturneeBudgetCheck: ReturneeCheck {
  static let rule = ReturneeRule.budget

  static func findings(in plan: ReturneeFacts) -> Findings {
    guard let budget = plan.data.rules.totalBudget else { return Findings() }
    var found = Findings(checked: 1)
    if let excess = overBudget(1_000 * plan.cost, budget) {
      found.violations.append(
        Violation(
          units: excess.units, subjects: [],
          sentence: "All travel together costs \(excess.phrase)."))
    }
    return found
  }
}
