// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
package import ProgrammeFiles
internal import Verification
package import Wording

extension DecadeReport {
  /// What a planner sees at the end of a run.
  ///
  /// - Parameters:
  ///   - folder: Where the plan was written.
  ///   - seconds: How long the run took.
  /// - Returns: Lines, each with its line feed.
  package func summary(folder: String, seconds: Double) -> String {
    var lines = [headline] + scenarioLines(scenarios) + [""]
    lines += answerLines
    lines += [""] + yearTable.lines
    lines += [""] + lineTable.lines
    lines += [""] + goalTable(of: outcome.tiers).lines
    lines += [""] + softRuleLines(of: verification.rules)
    if !backtest.isEmpty { lines += [""] + backtestLines }
    lines.append(localized("Took \(decimal(seconds, digits: 1)) s."))
    lines += ["", localized("Files in \(folder):")]
    lines += fileLines + scenarioFileLines(scenarios)
    return lines.joined(separator: "\n") + "\n"
  }

  private var span: String {
    guard let first = decade.years.first, let last = decade.years.last else { return "" }
    return localized("\(first.year) to \(last.year)")
  }

  private var headline: String {
    localized(
      "Ten years \(span), \(year.title): \(result); \(state(of: outcome.status, gap: gap)).")
  }

  /// What was decided, in a clause.
  package var result: Sentence {
    "\(grouped(people)) of \(decade.rules.target, "person", "people") reached"
  }

  /// What the plan answers, a sentence each.
  private var answerLines: [String] {
    var lines: [String] = []
    if let year = yearOfTarget {
      lines.append(localized("The target is reached in \(year)."))
    } else {
      let missing = decade.rules.target - people
      lines.append(
        localized(
          "The target is not reached: \(missing, "person is", "people are") missing."))
    }
    lines += budgetLines + lostYearLines
    let carried = carriers
    if !carried.isEmpty {
      let shares = carried.map { "\($0.kind.rawValue) \(percent($0.people, of: people))" }
      lines.append(localized("What carries it: \(Listing(shares, .plain))."))
    }
    return lines
  }

  private var budgetLines: [String] {
    let yearly = decade.years.indices.map { cost(in: $0) }
    var lines: [String] = []
    if let least = yearly.min(), let most = yearly.max() {
      lines.append(
        localized(
          """
          It costs \(millions(yearly.reduce(0, +))) in all, from \(millions(least)) to \
          \(millions(most)) a year.
          """))
    }
    switch outcome.budgetNeed {
    case nil: break
    case .outOfReach:
      lines.append(
        localized(
          "No budget reaches it: most units, growth from year to year or other rules stand in the way."
        )
      )
    case .yen(let extra, let total, let bound):
      let years = zip(decade.years, extra).filter { $0.1 > 0 }.map {
        "\($0.0.year) \(millions($0.1))"
      }
      lines.append(
        localized(
          """
          With \(millions(total)) more it would be, and with less than \(millions(bound)) more it \
          cannot be: \(Listing(years, .plain)).
          """))
    }
    return lines
  }

  private var lostYearLines: [String] {
    let cases = zip(decade.years, reach.losing).compactMap { planned, left in
      left.map { (year: planned.year, people: $0) }
    }
    guard let worst = cases.min(by: { $0.people < $1.people }) else { return [] }
    let (fewer, percent) = (people - worst.people, decade.rules.lostYearPercent)
    let least = decade.rules.leastInLostYear
    let left = grouped(worst.people)
    if percent <= 0 {
      return [
        localized(
          """
          A lost year costs most in \(worst.year): \(fewer, "person", "people") fewer, \
          \(left) are left.
          """)
      ]
    }
    return worst.people >= least
      ? [
        localized(
          """
          A lost year costs most in \(worst.year): \(fewer, "person", "people") fewer, \
          \(left) are left, enough for the \(percent) % asked for.
          """)
      ]
      : [
        localized(
          """
          A lost year costs most in \(worst.year): \(fewer, "person", "people") fewer, \
          \(left) are left, \(grouped(least - worst.people)) short of the \(percent) % asked for.
          """)
      ]
  }

  /// Kinds of lines by the people that they reach, most first.
  private var carriers: [(kind: DecadeKind, people: Int)] {
    DecadeKind.allCases.map { kind in
      (
        kind,
        decade.lines.indices.filter { decade.lines[$0].kind == kind }.reduce(0) {
          $0 + reach.people[$1].reduce(0, +)
        }
      )
    }.filter { $0.people > 0 }.sorted {
      ($1.people, $0.kind.rawValue) < ($0.people, $1.kind.rawValue)
    }
  }

  private func percent(_ part: Int, of whole: Int) -> String {
    decimal(100 * Double(part) / Double(max(1, whole)), digits: 1) + " %"
  }

  private func millions(_ thousands: Int64) -> String {
    let tenths = (thousands + 50) / 100
    return localized("¥\(grouped(Int(tenths / 10))).\(tenths % 10) million")
  }

  private var yearTable: TextTable {
    var table = TextTable([
      (localized("Year"), .left), (localized("People"), .right), (localized("So far"), .right),
      (localized("¥ million"), .right),
      (localized("Budget"), .right), (localized("All years if it is lost"), .right),
    ])
    var sum = 0
    for (position, planned) in decade.years.enumerated() {
      sum += reach.byYear[position]
      table.append([
        decade.isOver(planned.year)
          ? localized("\(planned.year) (over)") : String(planned.year),
        grouped(reach.byYear[position]), grouped(sum),
        decimal(Double(cost(in: position)) / 1000, digits: 1),
        planned.budget.map { decimal(Double($0) / 1_000_000, digits: 1) } ?? "–",
        reach.losing[position].map(grouped) ?? "–",
      ])
    }
    return table
  }

  private var lineTable: TextTable {
    var table = TextTable(
      [(localized("Line"), .left), (localized("Unit"), .left)]
        + decade.years.map { (String($0.year), TextTable.Alignment.right) }
        + [(localized("People"), .right)])
    for (index, line) in decade.lines.enumerated()
    where plan.units[index].contains(where: { $0 > 0 }) {
      table.append(
        [line.id, line.unit] + plan.units[index].map(grouped)
          + [grouped(reach.people[index].reduce(0, +))])
    }
    return table
  }

  private var backtestLines: [String] {
    var table = TextTable([
      (localized("Line"), .left), (localized("Years"), .left), (localized("Units"), .right),
      (localized("Estimated"), .right),
      (localized("Reached"), .right), (localized("Difference"), .right),
    ])
    for row in backtest {
      table.append([
        decade.lines[row.line].id, row.years, grouped(row.units), grouped(row.estimated),
        grouped(row.reached), decimal(row.differencePercent, digits: 2) + " %",
      ])
    }
    return [localized("How good the estimates were in years that are over:")] + table.lines
  }

  private var fileLines: [String] {
    let rows =
      [
        (DecadeUnitsColumn.file, localized("how much of each line in each year")),
        (Self.reachFileName, localized("people and cost of each year, and what losing it leaves")),
      ]
      + (backtest.isEmpty
        ? [] : [(Self.backtestFileName, localized("estimates beside what was counted"))])
      + [
        (
          planDocumentName,
          localized("all of it for other programs, with bounds and the input's digest")
        )
      ]
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, meaning in
      "  " + name + String(repeating: " ", count: width - name.count) + "  " + meaning
    }
  }
}

/// Why there is no plan of ten years, in words.
package struct DecadeInfeasibility: Sendable {
  private let outcome: DecadeOutcome
  /// What the plan that breaks the rules least does wrong.
  private let broken: [RuleCheck]

  package init(_ outcome: DecadeOutcome, in year: ProgrammeYear) {
    self.outcome = outcome
    broken =
      outcome.nearest.map { plan in
        verifyDecade(plan, in: year).rules.filter(\.isBroken)
      } ?? []
  }

  /// The reasons, each line with its line feed.
  package var summary: String {
    var lines = [localized("No plan keeps all hard rules of the ten years.")]
    if broken.isEmpty {
      lines.append(localized("It was not found out in time which of them collide."))
    } else {
      lines.append(localized("The least that has to give way:"))
      for check in broken {
        lines += check.violations.map { "  \(check.id): \($0.sentence)" }
      }
      lines += [
        "",
        localized("Widen these, or make a rule soft in programme.json5 (decade: {rules: […]})."),
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The reasons for programs.
  package func document(seconds: Double) -> CanonicalJSON {
    decadeRunDocument(
      outcome, folder: nil, seconds: seconds,
      and: [
        "conflicts": .array(
          broken.flatMap { check in
            check.violations.map { violation in
              .object(
                Reports.document(of: violation).merging(["rule": .string(check.id)]) { _, new in new
                })
            }
          })
      ])
  }
}
