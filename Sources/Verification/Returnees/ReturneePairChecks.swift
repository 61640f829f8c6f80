// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Checks one rule of returnees.
///
/// A new rule is a new conforming type and a place in `returneeChecks`.
protocol ReturneeCheck: SendableMetatype {
  static var rule: ReturneeRule { get }
  static func findings(in plan: ReturneeFacts) -> Findings
}

/// Checks a rule about one person in one activity: an instance is such a pair, and so
/// is a unit.
protocol ReturneePairCheck: ReturneeCheck {
  static func isKept(by returnee: Int, in activity: Int, of data: ReturneeData) -> Bool
  /// What is wrong, in words that follow the person and the activity.
  static func reason(for returnee: Int, in activity: Int, of data: ReturneeData) -> Sentence
}

extension ReturneePairCheck {
  static func findings(in plan: ReturneeFacts) -> Findings {
    var found = Findings(checked: plan.participations.count)
    for pair in plan.participations
    where !isKept(by: pair.returnee, in: pair.activity, of: plan.data) {
      let reason = reason(for: pair.returnee, in: pair.activity, of: plan.data)
      found.violations.append(
        Violation(
          subjects: plan.subjects(pair),
          sentence: """
            \(plan.data.returnees[pair.returnee].id) in \(plan.data.activities[pair.activity].id): \
            \(reason).
            """))
    }
    return found
  }
}

/// The rules that a person and an activity alone decide.
let pairChecks: [any ReturneePairCheck.Type] = [
  ReturneeDistanceCheck.self, ReturneeFreeDaysCheck.self, AfterReturnCheck.self,
]

/// Checks `distance`.
enum ReturneeDistanceCheck: ReturneePairCheck {
  static let rule = ReturneeRule.distance

  static func isKept(by returnee: Int, in activity: Int, of data: ReturneeData) -> Bool {
    if data.activities[activity].isOnline { return true }
    return data.metres(returnee, to: activity) <= most(returnee, data)
  }

  static func reason(for returnee: Int, in activity: Int, of data: ReturneeData) -> Sentence {
    """
    it is \(kilometres(data.metres(returnee, to: activity))) km away, and they go \
    \(kilometres(most(returnee, data))) km at most
    """
  }

  private static func most(_ returnee: Int, _ data: ReturneeData) -> Int {
    data.returnees[returnee].travelMetres ?? data.rules.maximumMetres
  }

  private static func kilometres(_ metres: Int) -> String {
    metres % 1_000 == 0
      ? String(metres / 1_000) : "\(metres / 1_000).\((metres % 1_000) / 100)"
  }
}

/// Checks `free-days`.
enum ReturneeFreeDaysCheck: ReturneePairCheck {
  static let rule = ReturneeRule.freeDays

  static func isKept(by returnee: Int, in activity: Int, of data: ReturneeData) -> Bool {
    busyDay(returnee, activity, data) == nil
  }

  static func reason(for returnee: Int, in activity: Int, of data: ReturneeData) -> Sentence {
    guard let day = busyDay(returnee, activity, data) else { return "they are free" }
    return "they are not free on \(day)"
  }

  private static func busyDay(_ returnee: Int, _ activity: Int, _ data: ReturneeData) -> Day? {
    let person = data.returnees[returnee]
    var day = data.activities[activity].days.lowerBound
    while day <= data.activities[activity].days.upperBound {
      if !person.freeWeekdays.isEmpty, !person.freeWeekdays.contains(day.weekday) { return day }
      if person.away.contains(where: { $0.contains(day) }) { return day }
      day = day.adding(days: 1)
    }
    return nil
  }
}

/// Checks `after-return`.
enum AfterReturnCheck: ReturneePairCheck {
  static let rule = ReturneeRule.afterReturn

  static func isKept(by returnee: Int, in activity: Int, of data: ReturneeData) -> Bool {
    data.returnees[returnee].returned.adding(days: data.rules.restAfterReturn)
      <= data.activities[activity].days.lowerBound
  }

  static func reason(for returnee: Int, in activity: Int, of data: ReturneeData) -> Sentence {
    """
    they came back on \(data.returnees[returnee].returned), and \
    \(plain: data.rules.restAfterReturn, "day", "days") have to pass
    """
  }
}
