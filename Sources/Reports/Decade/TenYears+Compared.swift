// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
internal import ProgrammeFiles
internal import Verification
internal import Wording

extension ComparedColumns {
  static let decade = ComparedColumns(
    figuresBefore: [
      Figure(heading: "Target", column: "target", member: "target", isOfYear: true),
      Figure(heading: "People", column: "people", member: "people"),
      Figure(
        heading: "If a year is lost", column: "people_if_a_year_is_lost",
        member: "people_if_a_year_is_lost", goal: "lost-year"),
    ],
    figuresBehind: [
      Figure(
        heading: "Cost, ¥1,000", column: "cost_thousand_jpy", member: "cost_thousand_jpy",
        goal: "cost")
    ],
    kinds: ["line_year"], place: ["units"],
    movers: Movers(
      many: "numbers",
      move: { numbers, units in
        numbers == 1
          ? Sentence("\(numbers, "number", "numbers") (\(units, "unit", "units")) changes")
          : Sentence("\(numbers, "number", "numbers") (\(units, "unit", "units")) change")
      }, heading: "Units changed",
      weight: .init(member: "units_changed", many: "units") { Sentence("\($0, "unit", "units")") }),
    phrase: { "\($0[0])" }, nowhere: "not there")
}

extension TenYears: ReportedProblem {
  package static var problem: PlanProblem { .decade }

  package static func figures(of plan: DecadePlan?, in year: ProgrammeYear) -> [Int64] {
    let target = Int64(year.decade.rules.target)
    guard let plan else { return [target, 0, 0, 0] }
    let reach = DecadeReach(plan, in: year)
    let people = reach.byYear.reduce(0, +)
    let toCome = year.decade.years.indices.filter { reach.losing[$0] != nil }
    let cost = year.decade.lines.enumerated().reduce(Int64(0)) { sum, line in
      toCome.reduce(sum) {
        $0 + Int64(plan.units[line.offset][$1]) * line.element.costInThousands
      }
    }
    return [
      target, Int64(people), Int64(reach.losing.compactMap { $0 }.min() ?? people), cost,
    ]
  }

  package static func rows(of plan: DecadePlan, in year: ProgrammeYear) -> [[String]] {
    year.decade.lines.indices.flatMap { line in
      year.decade.years.indices.map { position in
        [
          year.decade.lines[line].id, String(year.decade.years[position].year),
          String(plan.units[line][position]),
        ]
      }
    }
  }

  package static func moves(
    from base: DecadePlan, of baseYear: ProgrammeYear, to plan: DecadePlan, of year: ProgrammeYear
  ) -> [Move] {
    let (before, after) = (counts(of: base, in: baseYear), counts(of: plan, in: year))
    return Set(before.keys).union(after.keys).sorted().compactMap { id in
      let (from, to) = (before[id], after[id])
      guard from != to else { return nil }
      return Move(
        kind: "line_year", id: id, people: abs((from ?? 0) - (to ?? 0)),
        from: from.map { PlannedScenario.Place(String($0)) },
        to: to.map { PlannedScenario.Place(String($0)) })
    }
  }

  /// Units by line and year, such as `dispatch-THA/2027`.
  private static func counts(of plan: DecadePlan, in year: ProgrammeYear) -> [String: Int] {
    var counts: [String: Int] = [:]
    for (index, line) in year.decade.lines.enumerated() {
      for (position, planned) in year.decade.years.enumerated() {
        counts["\(line.id)/\(planned.year)"] = plan.units[index][position]
      }
    }
    return counts
  }

  package static func carried(
    _ plan: DecadePlan, from year: ProgrammeYear, to other: ProgrammeYear
  ) -> DecadePlan? {
    let known = counts(of: plan, in: year)
    return DecadePlan(
      units: other.decade.lines.map { line in
        other.decade.years.map { known["\(line.id)/\($0.year)"] ?? 0 }
      })
  }

  package static func negotiable(in year: ProgrammeYear) -> [WordedNumber] {
    yearNumbers(of: year).map { worded in WordedNumber(worded.number, worded.words) }
      + lineNumbers(of: year)
  }

  /// Budgets, staff and nights of the years to come.
  static func yearNumbers(
    of year: ProgrammeYear
  ) -> [(number: YearNumber, rule: DecadeRule, position: Int, words: Sentence)] {
    let decade = year.decade
    let dearest = decade.lines.map(\.cost).max() ?? 1
    var found: [(number: YearNumber, rule: DecadeRule, position: Int, words: Sentence)] = []
    for (position, planned) in decade.years.enumerated() where !decade.isOver(planned.year) {
      func path(_ column: String) -> String { "decade_years.\(planned.year).\(column)" }
      if planned.budget != nil, decade.rules[.budget] != .off {
        found.append(
          (
            YearNumber(
              path("budget_jpy"), .optionalYen(\.decade.years[position].budget),
              in: 0...100_000_000_000_000, idle: 100_000_000_000_000, step: dearest,
              grain: max(1_000, fourDigits(of: planned.budget ?? 0))), .budget, position,
            Sentence("\(grouped(Int(dearest))) yen more in \(planned.year)")
          ))
      }
      if planned.staffDays != nil, decade.rules[.staff] != .off {
        let step = max(1, decade.lines.map(\.staffDays).max() ?? 1)
        found.append(
          (
            YearNumber(
              path("staff_days"), .optionalCount(\.decade.years[position].staffDays),
              in: 0...100_000_000, idle: 100_000_000, step: Int64(step)), .staff, position,
            Sentence("\(step, "more day", "more days") of staff in \(planned.year)")
          ))
      }
      if planned.venueNights != nil, decade.rules[.venueNights] != .off {
        let step = max(1, decade.lines.map(\.venueNights).max() ?? 1)
        found.append(
          (
            YearNumber(
              path("venue_nights"), .optionalCount(\.decade.years[position].venueNights),
              in: 0...100_000_000, idle: 100_000_000, step: Int64(step)), .venueNights,
            position,
            Sentence("\(step, "more night", "more nights") in the houses in \(planned.year)")
          ))
      }
    }
    return found
  }

  /// What numbers near to one are rounded to, so that four digits are left.
  static func fourDigits(of number: Int64) -> Int64 {
    var grain: Int64 = 1
    while number / grain >= 10_000 { grain *= 10 }
    return grain
  }

  private static func lineNumbers(of year: ProgrammeYear) -> [WordedNumber] {
    year.decade.lines.enumerated().flatMap { index, line -> [WordedNumber] in
      var numbers = [
        WordedNumber(
          YearNumber(
            "decade_lines.\(line.id).max", .count(\.decade.lines[index].max), in: 0...100_000,
            idle: 100_000), Sentence("one more \(line.unit) a year of \(line.id)"))
      ]
      if line.rampUp != nil, year.decade.rules[.ramp] != .off {
        numbers.append(
          WordedNumber(
            YearNumber(
              "decade_lines.\(line.id).ramp_up", .optionalCount(\.decade.lines[index].rampUp),
              in: 0...100_000, idle: 100_000),
            Sentence("one more \(line.unit) of growth a year of \(line.id)")))
      }
      return numbers
    }
  }

  package static func isShort(_: DecadePlan, of _: ProgrammeYear) -> Bool { false }
}
