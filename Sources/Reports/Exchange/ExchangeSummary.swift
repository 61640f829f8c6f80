// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
package import ProgrammeFiles
internal import Verification
package import Wording

extension ExchangeReport {
  /// What a planner sees at the end of a run.
  ///
  /// - Parameters:
  ///   - folder: Where the plan was written.
  ///   - seconds: How long the run took.
  /// - Returns: Lines, each with its line feed.
  package func summary(folder: String, seconds: Double) -> String {
    var lines = [headline] + scenarioLines(scenarios) + [""]
    lines += countryTable.lines
    lines += [""]
    lines += goalTable(of: outcome.tiers).lines
    lines += [""]
    lines += softRuleLines(of: verification.rules)
    lines += debtLines + unpartneredLines
    lines.append(localized("Took \(decimal(seconds, digits: 1)) s."))
    lines += ["", localized("Files in \(folder):")]
    lines += fileLines + scenarioFileLines(scenarios)
    return lines.joined(separator: "\n") + "\n"
  }

  private var headline: String {
    localized(
      """
      Exchange \(year.fiscalYear), \(year.title): \(result); \
      \(state(of: outcome.status, gap: gap)).
      """)
  }

  /// What was decided, in a clause.
  package var result: Sentence {
    let partnered = own.count { !$0.isEmpty }
    let visits = visits
    let (coming, going) = (visits.count { $0.isToJapan }, visits.count { !$0.isToJapan })
    return """
      \(plan.partnerships.count, "partnership", "partnerships") of \(grouped(partnered)) of \
      \(data.schools.count, "school", "schools"), \(coming, "visit", "visits") to Japan and \
      \(grouped(going)) from Japan
      """
  }

  private var countryTable: TextTable {
    var table = TextTable([
      (localized("Country"), .left), (localized("Schools"), .right),
      (localized("With partners"), .right),
      (localized("Partnerships"), .right), (localized("To Japan"), .right),
      (localized("From Japan"), .right),
    ])
    func row(_ name: String, _ schools: [Int]) {
      let partnerships = schools.flatMap { own[$0] }.map { plan.partnerships[$0] }
      table.append([
        name, grouped(schools.count), grouped(schools.count { !own[$0].isEmpty }),
        grouped(partnerships.count), grouped(partnerships.count { $0.toJapan != nil }),
        grouped(partnerships.count { $0.fromJapan != nil }),
      ])
    }
    let byCountry = Dictionary(grouping: data.abroad) { data.schools[$0].country ?? 0 }
    for (country, schools) in byCountry.sorted(by: { $0.key < $1.key }) {
      let names = year.countries[country]
      row(names.nameInWords, schools)
    }
    if byCountry.count > 1 { row(localized("All abroad"), data.abroad) }
    row(localized("Japan"), data.inJapan)
    return table
  }

  private var debtLines: [String] {
    let before = data.ties.keys.reduce(0) { $0 + abs(balance(before: $1)) }
    let planned = Dictionary(
      plan.partnerships.map { ($0.pair, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(data.ties.keys).union(planned.keys).reduce(0) { sum, pair in
      sum + abs(balance(after: planned[pair] ?? Partnership(pair)))
    }
    guard before > 0 || after > 0 else { return [localized("Nobody owes a visit.")] }
    return [
      localized(
        """
        \(before, "visit was", "visits were") owed from earlier years; \(after, "is", "are") owed \
        after this one.
        """)
    ]
  }

  private var unpartneredLines: [String] {
    guard !unpartnered.isEmpty else { return [localized("Every school has a partner.")] }
    let reasons = Dictionary(grouping: unpartnered.map(\.word)) { $0 }.mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return [
      localized("\(unpartnered.count, "school has", "schools have") no partner:")
    ]
      + reasons.map { word, count in localized("  \(word): \(count, "school", "schools")") }
      + [localized("  \(Self.unpartneredFile) has each with its reason.")]
  }

  private var fileLines: [String] {
    var rows = [
      (
        PartnershipColumn.file,
        localized("who exchanges teachers with whom (\(grouped(plan.partnerships.count)))")
      ),
      (Self.visitsFile, localized("the visits by day (\(grouped(visits.count)))")),
      (Self.groupsFile, localized("who travels together: a country, a role and a week")),
      (Self.schoolsFile, localized("each school with its partners, visits and wishes")),
      (
        Self.unpartneredFile,
        localized("which schools have no partner, and why (\(grouped(unpartnered.count)))")
      ),
      (Self.debtsFile, localized("who owes whom a visit, before and after")),
      (Self.tiesFileName, localized("next year's exchange_ties.csv")),
      (Self.calendarFile, localized("a calendar to subscribe to")),
    ]
    if asksForStability {
      rows.append((Self.blockingFile, localized("schools that would both rather have each other")))
    }
    rows.append(
      (
        planDocumentName,
        localized("all of it for other programs, with bounds and the input's digest")
      ))
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, meaning in
      "  " + name + String(repeating: " ", count: width - name.count) + "  " + meaning
    }
  }
}

/// Says of a year without a plan which countries would have too few partnerships at best.
///
/// - Parameter reasons: What the verifier says of the plan that comes nearest.
/// - Returns: Lines, each with its line feed.
package func exchangeInfeasibility(_ reasons: [String]) -> String {
  ([localized("No plan keeps the hard rules: the rule countries asks for more than can be."), ""]
    + (reasons.isEmpty
      ? [] : [localized("In the plan that comes nearest:")] + reasons.map { "  \($0)" } + [""])
    + [
      localized(
        """
        Ask for fewer (exchange.rules, countries: partnerships), give the rule a penalty, or let \
        more schools of these countries have partners.
        """)
    ]).joined(separator: "\n") + "\n"
}

/// What `exchange --format json` prints where there is no plan.
package func exchangeRunDocument(
  infeasibleBecause reasons: [String]?, seconds: Double
) -> CanonicalJSON {
  planRunDocument(
    .exchange, reasons == nil ? .unknown : .infeasible, [], folder: nil, seconds: seconds,
    and: ["reasons": .array((reasons ?? []).map { .string($0) })])
}
