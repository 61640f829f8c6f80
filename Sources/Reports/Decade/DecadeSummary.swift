// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
package import ProgrammeFiles
internal import Verification
internal import Wording

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
    lines.append("Took \(decimal(seconds, digits: 1)) s.")
    lines += ["", "Files in \(folder):"]
    lines += fileLines + scenarioFileLines(scenarios)
    return lines.joined(separator: "\n") + "\n"
  }

  private var span: String {
    guard let first = decade.years.first, let last = decade.years.last else { return "" }
    return "\(first.year) to \(last.year)"
  }

  private var headline: String {
    "Ten years \(span), \(year.title): \(result); \(state(of: outcome.status, gap: gap))."
  }

  /// What was decided, in a clause.
  package var result: String {
    "\(grouped(people)) of \(counted(decade.rules.target, "person", "people")) reached"
  }

  /// What the plan answers, a sentence each.
  private var answerLines: [String] {
    var lines: [String] = []
    if let year = yearOfTarget {
      lines.append("The target is reached in \(year).")
    } else {
      lines.append(
        "The target is not reached: "
          + "\(counted(decade.rules.target - people, "person is", "people are")) missing.")
    }
    lines += budgetLines + lostYearLines
    let carried = carriers
    if !carried.isEmpty {
      lines.append(
        "What carries it: "
          + carried.map { "\($0.kind.rawValue) \(percent($0.people, of: people))" }
          .joined(separator: ", ") + ".")
    }
    return lines
  }

  private var budgetLines: [String] {
    let yearly = decade.years.indices.map { cost(in: $0) }
    var lines: [String] = []
    if let least = yearly.min(), let most = yearly.max() {
      lines.append(
        "It costs \(millions(yearly.reduce(0, +))) in all, from \(millions(least)) to "
          + "\(millions(most)) a year.")
    }
    switch outcome.budgetNeed {
    case nil: break
    case .outOfReach:
      lines.append(
        "No budget reaches it: most units, growth from year to year or other rules stand in the way."
      )
    case .yen(let extra, let total, let bound):
      let years = zip(decade.years, extra).filter { $0.1 > 0 }.map {
        "\($0.0.year) \(millions($0.1))"
      }
      lines.append(
        "With \(millions(total)) more it would be, and with less than \(millions(bound)) more it "
          + "cannot be: \(years.joined(separator: ", ")).")
    }
    return lines
  }

  private var lostYearLines: [String] {
    let cases = zip(decade.years, reach.losing).compactMap { planned, left in
      left.map { (year: planned.year, people: $0) }
    }
    guard let worst = cases.min(by: { $0.people < $1.people }) else { return [] }
    var sentence =
      "A lost year costs most in \(worst.year): "
      + "\(counted(people - worst.people, "person", "people")) fewer, "
      + "\(grouped(worst.people)) are left"
    if decade.rules.lostYearPercent > 0 {
      let least = decade.rules.leastInLostYear
      sentence +=
        worst.people >= least
        ? ", enough for the \(decade.rules.lostYearPercent) % asked for"
        : ", \(grouped(least - worst.people)) short of the \(decade.rules.lostYearPercent) % "
          + "asked for"
    }
    return [sentence + "."]
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
    return "¥\(grouped(Int(tenths / 10))).\(tenths % 10) million"
  }

  private var yearTable: TextTable {
    var table = TextTable([
      ("Year", .left), ("People", .right), ("So far", .right), ("¥ million", .right),
      ("Budget", .right), ("All years if it is lost", .right),
    ])
    var sum = 0
    for (position, planned) in decade.years.enumerated() {
      sum += reach.byYear[position]
      table.append([
        String(planned.year) + (decade.isOver(planned.year) ? " (over)" : ""),
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
      [("Line", .left), ("Unit", .left)]
        + decade.years.map { (String($0.year), TextTable.Alignment.right) }
        + [("People", .right)])
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
      ("Line", .left), ("Years", .left), ("Units", .right), ("Estimated", .right),
      ("Reached", .right), ("Difference", .right),
    ])
    for row in backtest {
      table.append([
        decade.lines[row.line].id, row.years, grouped(row.units), grouped(row.estimated),
        grouped(row.reached), decimal(row.differencePercent, digits: 2) + " %",
      ])
    }
    return ["How good the estimates were in years that are over:"] + table.lines
  }

  private var fileLines: [String] {
    let rows =
      [
        (DecadeUnitsColumn.file, "how much of each line in each year"),
        (Self.reachFileName, "people and cost of each year, and what losing it leaves"),
      ]
      + (backtest.isEmpty
        ? [] : [(Self.backtestFileName, "estimates beside what was counted")])
      + [(planDocumentName, "all of it for other programs, with bounds and the input's digest")]
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
    var lines = ["No plan keeps all hard rules of the ten years."]
    if broken.isEmpty {
      lines.append("It was not found out in time which of them collide.")
    } else {
      lines.append("The least that has to give way:")
      for check in broken {
        lines += check.violations.map { "  \(check.id): \($0.sentence)" }
      }
      lines += [
        "", "Widen these, or make a rule soft in programme.json5 (decade: {rules: […]}).",
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
