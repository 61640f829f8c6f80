// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
internal import Formulations
package import Programme
package import ProgrammeFiles
package import Verification

/// A plan of exchange and all that is said about it: what tables, calendar, summary and
/// documents are made from.
package struct ExchangeReport: Sendable {
  package let year: ProgrammeYear
  package let outcome: ExchangeOutcome
  package let plan: ExchangePlan
  package let verification: PlanVerification
  /// Relative gap that was asked for.
  package let askedGap: Double
  /// Of the year's files and of the scenarios.
  package let inputDigest: String
  /// The scenarios laid on the year's files.
  package let scenarios: [Scenario]
  /// Why each school without partners has none.
  let unpartnered: [UnpartneredSchool]
  /// Positions in the plan's partnerships of each school.
  let own: [[Int]]

  var data: ExchangeData { year.exchange }

  package init(
    year: ProgrammeYear, outcome: ExchangeOutcome, plan: ExchangePlan,
    verification: PlanVerification, askedGap: Double, inputDigest: String,
    scenarios: [Scenario] = []
  ) {
    self.year = year
    self.outcome = outcome
    self.plan = plan
    self.verification = verification
    self.askedGap = askedGap
    self.inputDigest = inputDigest
    self.scenarios = scenarios
    unpartnered = whyUnpartnered(plan, in: year)
    var own = [[Int]](repeating: [], count: year.exchange.schools.count)
    for (position, partnership) in plan.partnerships.enumerated() {
      own[partnership.pair.japan].append(position)
      own[partnership.pair.abroad].append(position)
    }
    self.own = own
  }

  /// The largest relative distance between value and bound over the tiers.
  package var gap: Double { largestGap(of: outcome.tiers) }

  /// Whether the planner asked for a stable plan.
  var asksForStability: Bool {
    data.objective.contains { ExchangeGoal.stability.contains($0) }
  }

  /// A visit of the plan.
  struct Visit {
    var guest: Int
    var host: Int
    var pair: SchoolPair
    var start: Day
    var isToJapan: Bool { host == pair.japan }
    var direction: String { (isToJapan ? ExchangeWays.toJapan : .fromJapan).rawValue }
  }

  /// The visits by day, those to Japan first, then by schools.
  var visits: [Visit] {
    plan.partnerships.flatMap { partnership -> [Visit] in
      let pair = partnership.pair
      return [
        partnership.toJapan.map {
          Visit(guest: pair.abroad, host: pair.japan, pair: pair, start: $0)
        },
        partnership.fromJapan.map {
          Visit(guest: pair.japan, host: pair.abroad, pair: pair, start: $0)
        },
      ].compactMap { $0 }
    }.sorted {
      ($0.start, $0.isToJapan ? 0 : 1, $0.pair) < ($1.start, $1.isToJapan ? 0 : 1, $1.pair)
    }
  }

  /// First to last day of a visit.
  func days(of visit: Visit) -> ClosedRange<Day> {
    visit.start...visit.start.adding(days: data.rules.days - 1)
  }

  /// Who of two schools takes part: a role that both name, if they name any.
  func role(of pair: SchoolPair) -> String {
    let (one, two) = (data.schools[pair.japan].roles, data.schools[pair.abroad].roles)
    return one.first { two.contains($0) } ?? (two.isEmpty ? one : two).first ?? ""
  }

  /// The country of a school.
  func country(of school: Int) -> String {
    data.schools[school].country.map { year.countries[$0].id } ?? CalendarEntry.japan
  }

  /// Visits to Japan that were not returned, before the year; negative for those from Japan,
  /// and 0 where the two schools agreed on one way.
  func balance(before pair: SchoolPair) -> Int {
    agreeOnOneWay(pair) ? 0 : data.ties[pair]?.balance ?? 0
  }

  private func agreeOnOneWay(_ pair: SchoolPair) -> Bool {
    let (one, two) = (data.schools[pair.japan], data.schools[pair.abroad])
    return two.sends == 0 || one.hosts == 0 || one.sends == 0 || two.hosts == 0
  }

  /// The same after the year.
  func balance(after partnership: Partnership) -> Int {
    let pair = partnership.pair
    guard !agreeOnOneWay(pair) else { return 0 }
    let before = balance(before: pair)
    return partnership.ways.map { $0.balance(after: before) } ?? before
  }

  /// The files of the plan's folder.
  package func planFiles() -> [TextFile] {
    var files = [
      partnershipsFile(of: plan, for: year),
      TextFile(name: Self.visitsFile, bytes: visitsTable().bytes),
      TextFile(name: Self.groupsFile, bytes: groupsTable().bytes),
      TextFile(name: Self.schoolsFile, bytes: schoolsTable().bytes),
      TextFile(name: Self.unpartneredFile, bytes: unpartneredTable().bytes),
      TextFile(name: Self.debtsFile, bytes: debtsTable().bytes),
      tiesFile(after: plan, for: year, named: Self.tiesFileName),
      TextFile(name: Self.calendarFile, bytes: calendar().bytes),
    ]
    if asksForStability {
      files.append(TextFile(name: Self.blockingFile, bytes: blockingTable().bytes))
    }
    return Reports.planFiles(planDocument(), files, scenarios)
  }

  static let visitsFile = "visits.csv"
  static let groupsFile = "groups.csv"
  static let schoolsFile = "schools.csv"
  static let unpartneredFile = "unpartnered.csv"
  static let debtsFile = "debts.csv"
  static let tiesFileName = "ties.csv"
  static let calendarFile = "visits.ics"
  static let blockingFile = "blocking-pairs.csv"

  /// The document `plan.json`.
  ///
  /// It holds neither times nor names of machines, so that equal inputs give equal bytes.
  package func planDocument() -> CanonicalJSON {
    PlanDocumentHead(
      problem: .exchange, year: year, inputDigest: inputDigest, scenarios: scenarios,
      askedGap: askedGap, status: outcome.status, tiers: outcome.tiers, levels: outcome.levels
    ).document(with: [
      "partnerships": .array(
        plan.partnerships.map {
          [
            "japan": .string(data.schools[$0.pair.japan].id),
            "abroad": .string(data.schools[$0.pair.abroad].id),
            "to_japan": $0.toJapan.map { .string($0.description) } ?? .null,
            "from_japan": $0.fromJapan.map { .string($0.description) } ?? .null,
          ]
        })
    ])
  }

  /// What `exchange --format json` prints.
  package func runDocument(folder: String, seconds: Double) -> CanonicalJSON {
    let visits = visits
    return planRunDocument(
      .exchange, outcome.status, outcome.tiers, folder: folder, seconds: seconds,
      and: [
        "schools": .integer(data.schools.count),
        "partnered": .integer(own.count { !$0.isEmpty }),
        "partnerships": .integer(plan.partnerships.count),
        "visits_to_japan": .integer(visits.count { $0.isToJapan }),
        "visits_from_japan": .integer(visits.count { !$0.isToJapan }),
      ])
  }
}
