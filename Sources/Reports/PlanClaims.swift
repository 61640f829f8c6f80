// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
package import ProgrammeFiles
internal import Wording

/// What is decided by a plan.
package enum PlanProblem: String, CaseIterable, Sendable {
  case dispatch, training, returnees, exchange, decade
}

/// What a plan's document claims about the plan.
package struct PlanClaims: Sendable {
  package var problem: PlanProblem
  package var status: String
  package var tiers: [TierResult]
  package var levels: [FairnessLevel]
  package var inputDigest: String
  /// The scenarios laid on the year's files, in order.
  package var scenarios: [ClaimedScenario] = []
  package var baselineDigest: String?
  /// The digest of the dispatch that trainings were planned with, if any.
  package var dispatchDigest: String?
  /// The digest of what plans of single years earn, with which ten years were planned.
  package var earnedDigest: String?
  /// Applicant, schools and cohort of each placement, by identifier.
  package var placements: [[String]] = []
  /// Units of each line in each planned year of a decade, in the document's order.
  package var units: [[Int]] = []
  /// Who trains in which session, in the document's order.
  package var attendances: [ClaimedAttendance] = []
  /// Activity and returnee of each participation, by identifier.
  package var participations: [[String]] = []
  /// The schools and the days of each partnership, by identifier; empty for no visit.
  package var partnerships: [[String]] = []
  /// Pairs of an applicant and a place that would rather have each other, of a dispatch where
  /// they were counted.
  package var blockingPairs: Int?
}

/// A group in a session, by identifiers.
package struct ClaimedAttendance: Hashable, Sendable {
  package var isCohort: Bool
  package var group: String
  package var course: String
  package var site: String
  package var start: String
}

/// Reads `plan.json` of a plan.
///
/// - Parameters:
///   - planFolder: The plan's folder.
///   - faults: Where everything amiss is reported.
/// - Returns: The claims, or nothing after a fault.
package func readPlanClaims(at planFolder: String, faults: inout FaultList) -> PlanClaims? {
  guard
    let document = JSON5.read(
      at: planFolder + "/" + planDocumentName, named: planDocumentName, limits: .table,
      faults: &faults)
  else { return nil }
  do throws(Fault) {
    return try PlanClaims(document)
  } catch {
    faults.report(error)
    return nil
  }
}

extension PlanClaims {
  init(_ document: JSON5Value) throws(Fault) {
    let plan = DocumentMember(document, of: planDocumentName)
    guard try plan["format"].integer() == 1 else {
      throw try plan["format"].fault("is a format this version does not know", expected: "1")
    }
    guard try plan["problem"].text() != YearPlanDocument.problem else {
      throw try plan["problem"].fault(
        "is the plan of a whole year",
        expected: "the plan of one stage, in a folder inside such as dispatch")
    }
    guard let problem = PlanProblem(rawValue: try plan["problem"].text()) else {
      throw try plan["problem"].fault(
        "is a problem this version does not know",
        expected: "\(Listing(PlanProblem.allCases.map(\.rawValue), .orEach))")
    }
    self.problem = problem
    status = try plan["status"].text()
    let input = try plan["input"]
    inputDigest = try input["digest"].text()
    for scenario in input.has("scenarios") ? try input["scenarios"].members() : [] {
      scenarios.append(try ClaimedScenario(scenario))
    }
    let baseline = try plan["baseline"]
    baselineDigest = baseline.value.isNull ? nil : try baseline["digest"].text()
    if problem == .training {
      let dispatch = try plan["dispatch"]
      dispatchDigest = dispatch.value.isNull ? nil : try dispatch["digest"].text()
    }
    if plan.has("earned") {
      let earned = try plan["earned"]
      earnedDigest = earned.value.isNull ? nil : try earned["digest"].text()
    }
    tiers = []
    for tier in try plan["tiers"].members() { tiers.append(try TierResult(tier)) }
    levels = []
    for level in try plan["levels"].members() {
      levels.append(
        FairnessLevel(
          tier: try level["tier"].text(), threshold: Int(try level["threshold"].integer()),
          count: Int(try level["count"].integer())))
    }
    switch problem {
    case .dispatch:
      placements = try Self.placements(of: plan)
      if plan.has("fairness") {
        let pairs = try plan["fairness"]["blocking_pairs"]
        blockingPairs = pairs.value.isNull ? nil : try pairs.count()
      }
    case .training: attendances = try Self.attendances(of: plan)
    case .returnees:
      for pair in try plan["participations"].members() {
        participations.append([try pair["activity"].text(), try pair["returnee"].text()])
      }
    case .exchange:
      for row in try plan["partnerships"].members() {
        var words: [String] = []
        for key in ["japan", "abroad"] { words.append(try row[key].text()) }
        for key in ["to_japan", "from_japan"] {
          let day = try row[key]
          words.append(day.value.isNull ? "" : try day.text())
        }
        partnerships.append(words)
      }
    case .decade:
      for line in try plan["lines"].members() {
        var counts: [Int] = []
        for count in try line["units"].members() { counts.append(try count.count()) }
        units.append(counts)
      }
    }
  }

  private static func placements(of plan: DocumentMember) throws(Fault) -> [[String]] {
    var placements: [[String]] = []
    for placement in try plan["placements"].members() {
      var schools: [String] = []
      for school in try placement["schools"].members() { schools.append(try school.text()) }
      placements.append([
        try placement["applicant"].text(), schools.joined(separator: ";"),
        try placement["cohort"].text(),
      ])
    }
    return placements
  }

  private static func attendances(of plan: DocumentMember) throws(Fault) -> [ClaimedAttendance] {
    var attendances: [ClaimedAttendance] = []
    for attendance in try plan["attendances"].members() {
      let isCohort = attendance.has("cohort")
      attendances.append(
        ClaimedAttendance(
          isCohort: isCohort,
          group: try attendance[isCohort ? "cohort" : "delegation"].text(),
          course: try attendance["course"].text(), site: try attendance["site"].text(),
          start: try attendance["start"].text()))
    }
    return attendances
  }

  /// Whether the document lists the very placements of the table.
  package func lists(_ table: [Placement], of year: ProgrammeYear) -> Bool {
    func ordered(_ rows: [[String]]) -> [[String]] {
      rows.sorted { $0.lexicographicallyPrecedes($1) }
    }
    return ordered(placements)
      == ordered(
        table.map { placement in
          [
            year.applicants[placement.applicant].id,
            placement.post.schools.map { year.schools[$0].id }.joined(separator: ";"),
            year.cohorts[placement.cohort].id,
          ]
        })
  }

  /// Whether the document lists the very partnerships of the table.
  package func lists(_ table: ExchangePlan, of year: ProgrammeYear) -> Bool {
    let rows = table.partnerships.map {
      [
        year.exchange.schools[$0.pair.japan].id, year.exchange.schools[$0.pair.abroad].id,
        $0.toJapan?.description ?? "", $0.fromJapan?.description ?? "",
      ]
    }
    func ordered(_ rows: [[String]]) -> [[String]] {
      rows.sorted { $0.lexicographicallyPrecedes($1) }
    }
    return ordered(partnerships) == ordered(rows)
  }

  /// Whether the document lists the very participations of the table.
  package func lists(_ table: ReturneePlan, of year: ProgrammeYear) -> Bool {
    let rows = table.participations.map {
      [
        year.returnees.activities[$0.activity].id, year.returnees.returnees[$0.returnee].id,
      ]
    }
    func ordered(_ rows: [[String]]) -> [[String]] {
      rows.sorted { $0.lexicographicallyPrecedes($1) }
    }
    return ordered(participations) == ordered(rows)
  }
}
