// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles

/// What the document of every problem's plan begins with.
struct PlanDocumentHead {
  let problem: PlanProblem
  let year: ProgrammeYear
  /// Digest of the year's files and of the scenarios.
  let inputDigest: String
  let scenarios: [Scenario]
  /// Digest of the plan that this one stays near to; none without one.
  var baselineDigest: String?
  let askedGap: Double
  let status: DispatchOutcome.Status
  let tiers: [TierResult]
  let levels: [FairnessLevel]

  /// The document `plan.json`.
  ///
  /// It holds neither times nor names of machines, so that equal inputs give equal bytes.
  ///
  /// - Parameter content: What the problem says of its plan.
  /// - Returns: One object.
  func document(with content: [String: CanonicalJSON]) -> CanonicalJSON {
    let head: [String: CanonicalJSON] = [
      "format": 1,
      "problem": .string(problem.rawValue),
      "programme": .string(year.title),
      "fiscal_year": .integer(year.fiscalYear),
      "input": inputDocument(digest: inputDigest, scenarios: scenarios),
      "baseline": baselineDigest.map { ["digest": .string($0)] } ?? .null,
      "options": ["gap": .number(askedGap)],
      "status": .string(status.rawValue),
      "tiers": .array(tiers.map(Reports.document(of:))),
      "levels": .array(levels.map(Reports.document(of:))),
      "gap": .number(largestGap(of: tiers)),
    ]
    return .object(head.merging(content) { _, own in own })
  }
}

/// The files of a plan's folder: its document, its tables, and the scenarios it was made with.
func planFiles(
  _ document: CanonicalJSON, _ tables: [TextFile], _ scenarios: [Scenario]
) -> [TextFile] {
  [TextFile(name: planDocumentName, bytes: document.bytes())] + tables + scenarioFiles(scenarios)
}
