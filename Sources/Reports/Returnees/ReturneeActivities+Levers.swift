// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
internal import Formulations
package import Programme
internal import ProgrammeFiles
package import Wording

extension ReturneeActivities: LeveredProblem {
  package static var askedNoun: String? { "activity" }
  package static var planNoun: Sentence { "plan of activities" }

  package static func withoutSoftRules(_ year: ProgrammeYear) -> ProgrammeYear {
    var year = year
    for (rule, strictness) in year.returnees.rules.strictness where strictness != .hard {
      year.returnees.rules.strictness[rule] = .off
    }
    return year
  }

  package static func levers(
    of year: ProgrammeYear, asking asked: [String]
  ) throws(UnknownSubject) -> [WordedLever<ReturneeActivities>] {
    let names = year.returnees.activities.map(\.id)
    // Where people were told of activities it is asked what keeps these from being kept.
    let asksAll = asked.isEmpty && year.returnees.announced.isEmpty
    var activities: [Int] = asksAll ? Array(names.indices) : []
    for id in asked {
      guard let index = names.firstIndex(of: id) else { throw UnknownSubject(names: names) }
      activities.append(index)
    }
    activities = Set(activities).sorted()
    return activities.map { index in
      WordedLever(
        asked: [.takesPlace(activity: index, true)],
        sentence: Sentence("The activity \(clippedForDisplay(names[index])) takes place."),
        otherwise: Sentence("it does not take place"))
    } + announced(of: year) + activities.flatMap { numbers(of: $0, in: year) } + rules(of: year)
  }

  /// Each participation that somebody was told of.
  private static func announced(of year: ProgrammeYear) -> [WordedLever<ReturneeActivities>] {
    guard year.returnees.rules[.announced] == .hard else { return [] }
    let standing = standing(of: .announced, in: year)
    return year.returnees.announced.map { pair in
      let returnee = clippedForDisplay(year.returnees.returnees[pair.returnee].id)
      let activity = clippedForDisplay(year.returnees.activities[pair.activity].id)
      return WordedLever(
        rule: ReturneeRule.announced.rawValue, isLaw: standing.isLaw, cost: standing.cost,
        path: "returnees.rules.announced",
        meaning: Sentence("\(returnee) takes part in \(activity), as told"),
        places: { [$0.rule(ReturneeRule.announced.rawValue, of: "returnees")] },
        off: { $0.returnees.announced.removeAll { $0 == pair } }, soft: nil)
    }
  }

  /// Numbers of an activity that say who has to be there.
  private static func numbers(
    of index: Int, in year: ProgrammeYear
  ) -> [WordedLever<ReturneeActivities>] {
    let activity = year.returnees.activities[index]
    let id = activity.id
    func places(_ column: String) -> @Sendable (YearPlaces) -> [FilePlace] {
      { [$0.cell("activities", id, column)] }
    }
    var levers: [WordedLever<ReturneeActivities>] = []
    let seats = standing(of: .seats, in: year)
    if activity.seatsMin > 1 {
      levers.append(
        WordedLever(
          YearNumber(
            "activities.\(id).seats_min", .count(\.returnees.activities[index].seatsMin),
            in: 1...1_000, isFloor: true, idle: 1), rule: ReturneeRule.seats.rawValue,
          isLaw: seats.isLaw, cost: seats.cost,
          rest: { Sentence("\(Int($0), "person", "people") can come") },
          places: places("seats_min")
        ) { number in
          Sentence(
            """
            \(clippedForDisplay(id)) takes at least \
            \(Int(number ?? Int64(activity.seatsMin)), "person", "people").
            """)
        })
    }
    if activity.leaders > 0, year.returnees.rules[.leaders] == .hard {
      let leaders = standing(of: .leaders, in: year)
      levers.append(
        WordedLever(
          YearNumber(
            "activities.\(id).leaders", .count(\.returnees.activities[index].leaders),
            in: 0...1_000, isFloor: true, idle: 0), rule: ReturneeRule.leaders.rawValue,
          isLaw: leaders.isLaw, cost: leaders.cost,
          rest: { Sentence("\(Int($0), "leader", "leaders") can come") },
          places: places("leaders")
        ) { number in
          Sentence(
            """
            \(clippedForDisplay(id)) has at least \
            \(Int(number ?? Int64(activity.leaders)), "leader", "leaders").
            """)
        })
    }
    return levers
  }

  /// The hard rules, each as a whole; the budget as its number.
  private static func rules(of year: ProgrammeYear) -> [WordedLever<ReturneeActivities>] {
    let rules = year.returnees.rules
    return ReturneeRule.allCases.filter { rules[$0] == .hard }.compactMap { rule in
      let standing = standing(of: rule, in: year)
      let places: @Sendable (YearPlaces) -> [FilePlace] = {
        [$0.rule(rule.rawValue, of: "returnees")]
      }
      switch rule {
      case .seats, .leaders, .announced: return nil
      case .budget:
        guard let total = rules.totalBudget else { return nil }
        return WordedLever(
          budget(of: year), rule: rule.rawValue, isLaw: standing.isLaw, cost: standing.cost,
          shown: { "¥\(grouped(Int($0)))" },
          rest: { Sentence("all travel together costs at least ¥\(grouped(Int($0)))") },
          places: places
        ) { Sentence("All travel together costs at most ¥\(grouped(Int($0 ?? total))).") }
      default:
        let soften: @Sendable (inout ProgrammeYear, Int) -> Void = {
          $0.returnees.rules.strictness[rule] = .soft(penalty: $1)
        }
        return WordedLever(
          rule: rule.rawValue, isLaw: standing.isLaw, cost: standing.cost,
          path: "returnees.rules.\(rule.rawValue)", meaning: meaning(of: rule),
          places: places,
          off: { $0.returnees.rules.strictness[rule] = .off },
          soft: rule.mayBeSoft ? soften : nil)
      }
    }
  }

  private static func standing(
    of rule: ReturneeRule, in year: ProgrammeYear
  ) -> (isLaw: Bool, cost: Int) {
    let standing = year.returnees.rules.standings[rule] ?? .usual
    return (rule.isStructural || standing.isLaw ?? rule.isUsuallyLaw, standing.cost)
  }
}
