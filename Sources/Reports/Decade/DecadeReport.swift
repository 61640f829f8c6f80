// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
package import ProgrammeFiles
package import Verification

/// A plan of ten years and all that is said about it.
package struct DecadeReport: Sendable {
  package let year: ProgrammeYear
  package let outcome: DecadeOutcome
  package let plan: DecadePlan
  package let verification: PlanVerification
  /// Relative gap that was asked for.
  package let askedGap: Double
  /// Digest of the year's files and of the scenarios.
  package let inputDigest: String
  /// The scenarios laid on the year's files.
  package let scenarios: [Scenario]
  /// Digest of what plans of single years earn; none where none is known.
  let earnedDigest: String?
  /// Whom the plan reaches.
  let reach: DecadeReach

  package init(
    year: ProgrammeYear, outcome: DecadeOutcome, plan: DecadePlan,
    verification: PlanVerification, askedGap: Double, inputDigest: String,
    scenarios: [Scenario] = [], earnedDigest: String? = nil
  ) {
    self.year = year
    self.outcome = outcome
    self.plan = plan
    self.verification = verification
    self.askedGap = askedGap
    self.inputDigest = inputDigest
    self.scenarios = scenarios
    self.earnedDigest = earnedDigest
    reach = DecadeReach(plan, in: year)
  }
}

extension DecadeReport {
  var decade: DecadeData { year.decade }

  /// The largest relative distance between value and bound over the goals.
  package var gap: Double { largestGap(of: outcome.tiers) }

  /// People over all planned years.
  var people: Int { reach.byYear.reduce(0, +) }

  /// The first year by whose end the target is reached, if it is.
  var yearOfTarget: Int? {
    var sum = 0
    for (planned, people) in zip(decade.years, reach.byYear) {
      sum += people
      if sum >= decade.rules.target { return planned.year }
    }
    return nil
  }

  /// Thousands of yen of a line in a planned year.
  func cost(of line: Int, in position: Int) -> Int64 {
    decade.actual(of: line, in: decade.years[position].year)?.costInThousands
      ?? Int64(plan.units[line][position]) * decade.lines[line].costInThousands
  }

  /// Thousands of yen of all lines in a planned year.
  func cost(in position: Int) -> Int64 {
    decade.lines.indices.reduce(0) { $0 + cost(of: $1, in: position) }
  }

  /// The files of the plan's folder.
  package func planFiles() -> [TextFile] {
    Reports.planFiles(
      planDocument(),
      [
        decadeUnitsFile(of: plan, people: reach.people, for: year),
        TextFile(name: Self.reachFileName, bytes: reachTable().bytes),
      ]
        + (backtest.isEmpty
          ? [] : [TextFile(name: Self.backtestFileName, bytes: backtestTable().bytes)]),
      scenarios)
  }

  /// The name of the table of years.
  static let reachFileName = "reach.csv"
  /// The name of the table that compares estimates with what was.
  static let backtestFileName = "backtest.csv"

  /// A row for each planned year: people, cost, and what losing the year leaves.
  private func reachTable() -> CSVWriter {
    var writer = CSVWriter(header: [
      "year", "people", "people_so_far", "cost_thousand_jpy", "budget_thousand_jpy",
      "people_over_all_years_if_lost", "extra_budget_thousand_jpy",
    ])
    var sum = 0
    for (position, planned) in decade.years.enumerated() {
      sum += reach.byYear[position]
      var extra = ""
      if case .yen(let yen, _, _) = outcome.budgetNeed { extra = String(yen[position]) }
      writer.append([
        String(planned.year), String(reach.byYear[position]), String(sum),
        String(cost(in: position)), planned.budget.map { String($0 / 1000) } ?? "",
        reach.losing[position].map(String.init) ?? "", extra,
      ])
    }
    return writer
  }

  private func backtestTable() -> CSVWriter {
    var writer = CSVWriter(header: [
      "line", "years", "units", "people_estimated", "people_reached", "difference_percent",
    ])
    for row in backtest {
      writer.append([
        decade.lines[row.line].id, row.years, String(row.units), String(row.estimated),
        String(row.reached), decimal(row.differencePercent, digits: 2),
      ])
    }
    return writer
  }

  /// The document `plan.json`.
  ///
  /// It holds neither times nor names of machines, so that equal inputs give equal
  /// bytes.
  package func planDocument() -> CanonicalJSON {
    PlanDocumentHead(
      problem: .decade, year: year, inputDigest: inputDigest, scenarios: scenarios,
      askedGap: askedGap, status: outcome.status, tiers: outcome.tiers, levels: outcome.levels
    ).document(with: [
      "earned": earnedDigest.map { ["digest": .string($0)] } ?? .null,
      "target": .integer(decade.rules.target),
      "people": .integer(people),
      "years": .array(decade.years.indices.map { yearDocument($0) }),
      "lines": .array(decade.lines.indices.map { lineDocument($0) }),
      "budget_need": budgetNeedDocument,
    ])
  }

  private func yearDocument(_ position: Int) -> CanonicalJSON {
    [
      "year": .integer(decade.years[position].year),
      "people": .integer(reach.byYear[position]),
      "cost_thousand_jpy": .integer(cost(in: position)),
      "people_over_all_years_if_lost": reach.losing[position].map { .integer($0) } ?? .null,
    ]
  }

  private func lineDocument(_ line: Int) -> CanonicalJSON {
    [
      "line": .string(decade.lines[line].id),
      "units": .array(plan.units[line].map { .integer($0) }),
      "people": .array(reach.people[line].map { .integer($0) }),
    ]
  }

  private var budgetNeedDocument: CanonicalJSON {
    switch outcome.budgetNeed {
    case nil: .null
    case .outOfReach: ["reachable": .boolean(false)]
    case .yen(let extra, let total, let bound):
      [
        "reachable": .boolean(true),
        "extra_thousand_jpy": .array(extra.map { .integer($0) }),
        "total_thousand_jpy": .integer(total), "bound": .integer(bound),
      ]
    }
  }

  /// What `decade --format json` prints.
  package func runDocument(folder: String, seconds: Double) -> CanonicalJSON {
    decadeRunDocument(
      outcome, folder: folder, seconds: seconds,
      and: [
        "people": .integer(people), "target": .integer(decade.rules.target),
        "year_of_target": yearOfTarget.map { .integer($0) } ?? .null,
        "budget_need": budgetNeedDocument,
      ])
  }
}

/// What `decade --format json` prints, with or without a plan.
package func decadeRunDocument(
  _ outcome: DecadeOutcome, folder: String?, seconds: Double,
  and more: [String: CanonicalJSON] = [:]
) -> CanonicalJSON {
  planRunDocument(
    .decade, outcome.status, outcome.tiers, folder: folder, seconds: seconds, and: more)
}

/// How good the estimates of a line were in years of which more is known than units.
struct BacktestRow: Hashable, Sendable {
  var line: Int
  /// The years in words.
  var years: String
  var units: Int
  var estimated: Int
  var reached: Int

  /// How far the estimate is above what was, in percent.
  var differencePercent: Double {
    100 * Double(estimated - reached) / Double(max(1, reached))
  }
}

extension DecadeReport {
  /// A row for each line of which people were counted.
  var backtest: [BacktestRow] {
    decade.lines.indices.compactMap { line in
      let known = decade.actuals.filter { $0.line == line && $0.reached != nil }
      guard let first = known.first, let last = known.last else { return nil }
      let units = known.reduce(0) { $0 + $1.units }
      return BacktestRow(
        line: line,
        years: first.year == last.year ? String(first.year) : "\(first.year)–\(last.year)",
        units: units, estimated: units * decade.lines[line].reach,
        reached: known.reduce(0) { $0 + ($1.reached ?? 0) })
    }
  }
}
