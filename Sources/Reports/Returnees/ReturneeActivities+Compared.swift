// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
internal import ProgrammeFiles
internal import Wording

extension ComparedColumns {
  static let returnees = ComparedColumns(
    figuresBefore: [
      Figure(heading: "Offered", column: "activities", member: "activities", isOfYear: true),
      Figure(heading: "Held", column: "held", member: "held"),
      Figure(heading: "Taking part", column: "people_active", member: "people_active"),
    ],
    figuresBehind: [
      Figure(heading: "People reached", column: "people_reached", member: "people_reached"),
      Figure(
        heading: "Travel, ¥1,000", column: "cost_thousand_jpy", member: "cost_thousand_jpy",
        goal: "travel"),
    ],
    kinds: ["returnee"], place: ["activities"],
    movers: Movers(many: "people") { people, _ in
      Sentence("\(people, "person changes", "people change")")
    }, phrase: { "\(Listing($0[0].split(separator: ";").map(String.init), .plain))" },
    nowhere: "nothing")
}

extension ReturneeActivities: ReportedProblem {
  package static var problem: PlanProblem { .returnees }

  package static func figures(of plan: ReturneePlan?, in year: ProgrammeYear) -> [Int64] {
    let data = year.returnees
    let pairs = plan?.participations ?? []
    let held = Set(pairs.map(\.activity))
    return [
      Int64(data.activities.count), Int64(held.count), Int64(Set(pairs.map(\.returnee)).count),
      held.reduce(0) { $0 + Int64(data.activities[$1].reach) },
      pairs.reduce(0) { $0 + data.cost($1.returnee, to: $1.activity) },
    ]
  }

  package static func rows(of plan: ReturneePlan, in year: ProgrammeYear) -> [[String]] {
    plan.participations.map { pair in
      [year.returnees.activities[pair.activity].id, year.returnees.returnees[pair.returnee].id]
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  package static func moves(
    from base: ReturneePlan, of baseYear: ProgrammeYear, to plan: ReturneePlan,
    of year: ProgrammeYear
  ) -> [Move] {
    let (before, after) = (lists(of: base, in: baseYear), lists(of: plan, in: year))
    return Set(before.keys).union(after.keys).sorted().compactMap { id in
      let (from, to) = (before[id], after[id])
      return from == to
        ? nil
        : Move(
          kind: "returnee", id: id, from: from.map { PlannedScenario.Place($0) },
          to: to.map { PlannedScenario.Place($0) })
    }
  }

  /// The activities of each person who has any, with semicolons, by identifier.
  private static func lists(of plan: ReturneePlan, in year: ProgrammeYear) -> [String: String] {
    let data = year.returnees
    return Dictionary(grouping: plan.participations) { data.returnees[$0.returnee].id }.mapValues {
      $0.map { data.activities[$0.activity].id }.sorted().joined(separator: ";")
    }
  }

  package static func carried(
    _ plan: ReturneePlan, from year: ProgrammeYear, to other: ProgrammeYear
  ) -> ReturneePlan? {
    let people = index(other.returnees.returnees.map(\.id))
    let activities = index(other.returnees.activities.map(\.id))
    return ReturneePlan(
      plan.participations.compactMap { pair in
        guard let returnee = people[year.returnees.returnees[pair.returnee].id],
          let activity = activities[year.returnees.activities[pair.activity].id]
        else { return nil }
        return Participation(returnee: returnee, activity: activity)
      }.sorted())
  }

  private static func index(_ identifiers: [String]) -> [String: Int] {
    Dictionary(
      identifiers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package static func negotiable(in year: ProgrammeYear) -> [WordedNumber] {
    let rules = year.returnees.rules
    var numbers: [WordedNumber] = []
    if rules[.budget] != .off {
      numbers.append(WordedNumber(budget(of: year), words(budget(of: year))))
    }
    if rules[.load] != .off {
      numbers.append(
        WordedNumber(
          YearNumber(
            "returnees.rules.load.per_quarter", .count(\.returnees.rules.perQuarter), in: 0...100,
            idle: Int64(min(100, year.returnees.activities.count))),
          Sentence("one more activity in a quarter for those who name no number")))
    }
    if rules[.distance] != .off {
      numbers.append(
        WordedNumber(
          YearNumber(
            "returnees.rules.distance.max_km", .kilometres(\.returnees.rules.maximumMetres),
            in: 0...3_000, idle: 3_000, step: 10),
          Sentence("10 km farther for those who name no distance")))
    }
    if rules[.afterReturn] != .off {
      numbers.append(
        WordedNumber(
          YearNumber(
            "returnees.rules.after-return.days", .count(\.returnees.rules.restAfterReturn),
            in: 0...1_000, isFloor: true, idle: 0, step: 7),
          Sentence("a week less after coming back")))
    }
    if rules[.neighbouringDays] != .off {
      numbers.append(
        WordedNumber(
          YearNumber(
            "returnees.rules.neighbouring-days.days", .count(\.returnees.rules.daysBetween),
            in: 0...60, isFloor: true, idle: 0), Sentence("a free day fewer between two activities")
        ))
    }
    for (index, activity) in year.returnees.activities.enumerated() {
      numbers.append(
        WordedNumber(
          YearNumber(
            "activities.\(activity.id).seats_max", .count(\.returnees.activities[index].seatsMax),
            in: 1...1_000, idle: 1_000),
          Sentence("one more seat in \(activity.id)")))
      if activity.seatsMin > 1 {
        numbers.append(
          WordedNumber(
            YearNumber(
              "activities.\(activity.id).seats_min",
              .count(\.returnees.activities[index].seatsMin), in: 1...1_000, isFloor: true,
              idle: 1), Sentence("one person fewer needed in \(activity.id)")))
      }
    }
    return numbers
  }

  /// The budget for all travel.
  static func budget(of year: ProgrammeYear) -> YearNumber {
    YearNumber(
      "returnees.rules.budget.total_jpy", .optionalYen(\.returnees.rules.totalBudget),
      in: 0...100_000_000_000_000, idle: 100_000_000_000_000, step: 10_000, grain: 1_000)
  }

  private static func words(_ budget: YearNumber) -> Sentence {
    "\(grouped(Int(budget.step))) yen more for all travel"
  }

  /// Numbers of activities are many; they are asked about where the plan reaches them.
  package static func isShort(_: ReturneePlan, of _: ProgrammeYear) -> Bool { false }
}
