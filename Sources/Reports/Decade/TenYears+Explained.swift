// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Formulations
package import Programme
package import ProgrammeFiles
package import Verification
internal import Wording

/// What is asked about in a plan of ten years.
package enum DecadeSubject: Hashable, Sendable {
  /// An index into the lines.
  case line(Int)
  /// A position among the planned years.
  case year(Int)
}

extension TenYears: ExplainedProblem {
  package typealias Subject = DecadeSubject

  package static var subjectKinds: [String] { ["line", "year"] }

  package static func subject(
    _ kind: String, _ id: String, in year: ProgrammeYear
  ) throws(UnknownSubject) -> DecadeSubject {
    let names =
      kind == "line"
      ? year.decade.lines.map(\.id) : year.decade.years.map { String($0.year) }
    guard let index = names.firstIndex(of: id) else { throw UnknownSubject(names: names) }
    return kind == "line" ? .line(index) : .year(index)
  }

  package static func name(
    of subject: DecadeSubject, in year: ProgrammeYear
  ) -> (kind: String, id: String) {
    switch subject {
    case .line(let index): ("line", year.decade.lines[index].id)
    case .year(let position): ("year", String(year.decade.years[position].year))
    }
  }

  // MARK: - What the plan says

  package static func facts(
    about subject: DecadeSubject, in plan: DecadePlan, of year: ProgrammeYear, isInternal _: Bool
  ) -> ExplainedFacts {
    let reach = DecadeReach(plan, in: year)
    switch subject {
    case .line(let index): return facts(aboutLine: index, plan, reach, of: year)
    case .year(let position): return facts(aboutYear: position, plan, reach, of: year)
    }
  }

  private static func facts(
    aboutLine index: Int, _ plan: DecadePlan, _ reach: DecadeReach, of year: ProgrammeYear
  ) -> ExplainedFacts {
    let (line, years) = (year.decade.lines[index], year.decade.years)
    let people = reach.people[index].reduce(0, +)
    let all = reach.byYear.reduce(0, +)
    let toCome = years.indices.filter { !year.decade.isOver(years[$0].year) }
    let cost = toCome.reduce(Int64(0)) {
      $0 + Int64(plan.units[index][$1]) * line.costInThousands
    }
    let counts = zip(years, plan.units[index]).map { "\($0.year) \(grouped($1))" }
    return ExplainedFacts(
      [
        localized(
          """
          \(line.id) reaches \(people, "person", "people"), \(percent(people, of: all)) of all, \
          and costs ¥\(grouped(1_000 * Int(cost))) in the years to come.
          """),
        localized("Units by year (one is one \(line.unit)): \(Listing(counts, .plain))."),
        line.later > 0
          ? localized(
            """
            A unit reaches \(line.reach, "person", "people") in its year, and what it leaves behind \
            \(grouped(line.later)) in the next.
            """)
          : localized("A unit reaches \(line.reach, "person", "people") in its year."),
      ],
      [
        "units": .array(plan.units[index].map { .integer($0) }),
        "years": .array(years.map { .integer($0.year) }),
        "people": .integer(people), "cost_thousand_jpy": .integer(cost),
      ])
  }

  private static func facts(
    aboutYear position: Int, _ plan: DecadePlan, _ reach: DecadeReach, of year: ProgrammeYear
  ) -> ExplainedFacts {
    let (decade, planned) = (year.decade, year.decade.years[position])
    let people = reach.byYear[position]
    let carriers = decade.lines.indices.map { (line: $0, people: reach.people[$0][position]) }
      .filter { $0.people > 0 }.sorted { ($1.people, $0.line) < ($0.people, $1.line) }
    let cost = decade.lines.indices.reduce(Int64(0)) { sum, line in
      sum
        + (decade.actual(of: line, in: planned.year)?.costInThousands
          ?? Int64(plan.units[line][position]) * decade.lines[line].costInThousands)
    }
    let title =
      decade.isOver(planned.year) ? localized("\(planned.year) (over)") : String(planned.year)
    let yen = grouped(1_000 * Int(cost))
    var lines = [
      planned.budget.map {
        localized(
          """
          \(title) reaches \(people, "person", "people") and costs ¥\(yen) of \
          ¥\(grouped(Int($0))).
          """)
      } ?? localized("\(title) reaches \(people, "person", "people") and costs ¥\(yen).")
    ]
    if !carriers.isEmpty {
      lines.append(localized("What carries it:"))
      lines += carriers.prefix(mostCarriers).map { carrier in
        let units = plan.units[carrier.line][position]
        return localized(
          """
            \(decade.lines[carrier.line].id): \(units, "unit", "units"), \
          \(carrier.people, "person", "people"), \(percent(carrier.people, of: people))
          """)
      }
      if carriers.count > mostCarriers {
        lines.append(localized("  and \(grouped(carriers.count - mostCarriers)) more."))
      }
    }
    if let left = reach.losing[position] {
      lines.append(
        localized(
          "If it were lost, \(left, "person", "people") would be reached over all years."))
    }
    return ExplainedFacts(
      lines,
      [
        "people": .integer(people), "cost_thousand_jpy": .integer(cost),
        "people_over_all_years_if_lost": reach.losing[position].map { .integer($0) } ?? .null,
        "lines": .array(
          carriers.map { carrier in
            [
              "line": .string(decade.lines[carrier.line].id),
              "units": .integer(plan.units[carrier.line][position]),
              "people": .integer(carrier.people),
            ]
          }),
      ])
  }

  private static let mostCarriers = 10

  private static func percent(_ part: Int, of whole: Int) -> String {
    decimal(100 * Double(part) / Double(max(1, whole)), digits: 1) + " %"
  }

  /// What one unit more would break of limits that the plan reaches.
  package static func binding(
    _ subject: DecadeSubject, in plan: DecadePlan, of year: ProgrammeYear, rules: [RuleCheck]
  ) -> [(words: String, rules: [RuleCheck])] {
    steps(of: subject, in: year).filter { plan.units[$0.line][$0.position] > 0 || isLine(subject) }
      .compactMap { line, position in
        var more = plan
        more.units[line][position] += 1
        let broken = worsened(rules, in: verifyDecade(more, in: year).rules)
        guard !broken.isEmpty else { return nil }
        let (id, over) = (year.decade.lines[line].id, year.decade.years[position].year)
        return (localized("One more of \(id) in \(over) would break:"), broken)
      }
  }

  private static func isLine(_ subject: DecadeSubject) -> Bool {
    if case .line = subject { true } else { false }
  }

  /// The numbers of units that are about a subject, in years to come.
  private static func steps(
    of subject: DecadeSubject, in year: ProgrammeYear
  ) -> [(line: Int, position: Int)] {
    let decade = year.decade
    let toCome = decade.years.indices.filter { !decade.isOver(decade.years[$0].year) }
    switch subject {
    case .line(let index): return toCome.map { (index, $0) }
    case .year(let position):
      return toCome.contains(position) ? decade.lines.indices.map { ($0, position) } : []
    }
  }

  // MARK: - Alternatives

  package static func candidates(
    for subject: DecadeSubject, in plan: DecadePlan, of year: ProgrammeYear
  ) -> [[DecadeForce]] {
    steps(of: subject, in: year).flatMap { line, position -> [[DecadeForce]] in
      let (count, facts) = (plan.units[line][position], year.decade.lines[line])
      var found: [[DecadeForce]] = []
      if count < facts.max {
        found.append([
          DecadeForce(line: line, position: position, units: (count + 1)...facts.max)
        ])
      }
      if count > facts.min {
        found.append([
          DecadeForce(line: line, position: position, units: facts.min...(count - 1))
        ])
      }
      return found
    }
  }

  package static func words(
    _ forced: [DecadeForce], for subject: DecadeSubject, in year: ProgrammeYear
  ) -> (words: String, document: CanonicalJSON) {
    var words: [String] = []
    var rows: [CanonicalJSON] = []
    for force in forced {
      let line = year.decade.lines[force.line]
      let planned = year.decade.years[force.position].year
      let isMore = force.units.upperBound == line.max && force.units.lowerBound > line.min
      words.append(
        isMore
          ? localized(
            """
            at least \(units(force.units.lowerBound, line.unit)) of \(line.id) in \(planned)
            """)
          : localized(
            """
            at most \(units(force.units.upperBound, line.unit)) of \(line.id) in \(planned)
            """))
      rows.append([
        "line": .string(line.id), "year": .integer(planned),
        "at_least": isMore ? .integer(force.units.lowerBound) : .null,
        "at_most": isMore ? .null : .integer(force.units.upperBound),
      ])
    }
    return (words.joined(separator: ", "), rows.count == 1 ? rows[0] : .array(rows))
  }

  /// A number of units, of which the year says what one is.
  private static func units(_ count: Int, _ unit: String) -> String {
    Language.current == .english && count == 1 ? "1 \(unit)" : counted(count, "unit", "units")
  }

  package static func remedies(
    for _: DecadeSubject, in _: DecadePlan, of _: ProgrammeYear
  ) -> [YearRemedy<TenYears>] { [] }
}
