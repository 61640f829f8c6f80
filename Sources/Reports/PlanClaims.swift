// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
package import ProgrammeFiles

/// What a plan's document claims about the plan.
package struct PlanClaims: Sendable {
  package var status: String
  package var tiers: [TierResult]
  package var levels: [FairnessLevel]
  package var inputDigest: String
  package var baselineDigest: String?
  /// Applicant, schools and cohort of each placement, by identifier.
  package var placements: [[String]]
}

/// Reads `plan.json` of a dispatch plan.
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
    guard try plan["problem"].text() == "dispatch" else {
      throw try plan["problem"].fault("is another problem's plan", expected: "dispatch")
    }
    status = try plan["status"].text()
    inputDigest = try plan["input"]["digest"].text()
    let baseline = try plan["baseline"]
    baselineDigest = baseline.value.isNull ? nil : try baseline["digest"].text()
    tiers = []
    for tier in try plan["tiers"].members() {
      var shares: [Int]?
      if tier.has("shares") {
        var found: [Int] = []
        for share in try tier["shares"].members() { found.append(Int(try share.integer())) }
        shares = found
      }
      tiers.append(
        TierResult(
          name: try tier["name"].text(), value: try tier["value"].integer(),
          bound: try tier["bound"].integer(), shares: shares))
    }
    levels = []
    for level in try plan["levels"].members() {
      levels.append(
        FairnessLevel(
          tier: try level["tier"].text(), threshold: Int(try level["threshold"].integer()),
          count: Int(try level["count"].integer())))
    }
    placements = []
    for placement in try plan["placements"].members() {
      var schools: [String] = []
      for school in try placement["schools"].members() { schools.append(try school.text()) }
      placements.append([
        try placement["applicant"].text(), schools.joined(separator: ";"),
        try placement["cohort"].text(),
      ])
    }
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
}
