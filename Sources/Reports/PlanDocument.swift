// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
internal import Formulations
internal import Programme
package import ProgrammeFiles

extension DispatchReport {
  /// The files of the plan's folder.
  package func planFiles() -> [TextFile] {
    [
      TextFile(name: planDocumentName, bytes: planDocument().bytes()),
      TextFile(name: certificateDocumentName, bytes: certificateDocument().bytes()),
      TextFile(name: PlacementColumn.file, bytes: placementsTable().bytes),
      TextFile(name: "unplaced.csv", bytes: unplacedTable().bytes),
      TextFile(name: "empty-posts.csv", bytes: emptyPostsTable().bytes),
    ]
  }

  /// The document `plan.json`.
  ///
  /// It holds neither times nor names of machines, so that equal inputs give
  /// equal bytes.
  package func planDocument() -> CanonicalJSON {
    .object([
      "format": 1,
      "problem": "dispatch",
      "programme": .string(year.title),
      "fiscal_year": .integer(year.fiscalYear),
      "input": ["digest": .string(inputDigest)],
      "baseline": baselineDigest.map { ["digest": .string($0)] } ?? .null,
      "options": ["gap": .number(askedGap)],
      "status": .string(outcome.status.rawValue),
      "tiers": .array(outcome.tiers.map(document(of:))),
      "levels": .array(
        outcome.levels.map { level in
          [
            "tier": .string(level.tier), "threshold": .integer(level.threshold),
            "count": .integer(level.count),
          ]
        }),
      "gap": .number(gap),
      "filled": .integer(outcome.placements.count),
      "places": .integer(places),
      "placements": .array(
        outcome.placements.indices.map { index in
          let placement = outcome.placements[index]
          return [
            "applicant": .string(year.applicants[placement.applicant].id),
            "post": .string(placement.post.id),
            "schools": .array(placement.post.schools.map { .string(year.schools[$0].id) }),
            "cohort": .string(year.cohorts[placement.cohort].id),
            "points": .integer(points(ofPlacement: index)),
          ]
        }),
    ])
  }

  /// What `dispatch --format json` prints.
  package func runDocument(folder: String, seconds: Double) -> CanonicalJSON {
    dispatchRunDocument(
      outcome, places: places, folder: folder, seconds: seconds)
  }
}

/// The name of a plan's document in its folder.
package let planDocumentName = "plan.json"

/// What `dispatch --format json` prints, with or without a plan.
package func dispatchRunDocument(
  _ outcome: DispatchOutcome, places: Int, folder: String?, seconds: Double
) -> CanonicalJSON {
  let hasPlan = folder != nil
  return [
    "problem": "dispatch",
    "status": .string(outcome.status.rawValue),
    "tiers": .array(outcome.tiers.map(document(of:))),
    "gap": hasPlan ? .number(largestGap(of: outcome.tiers)) : .null,
    "filled": .integer(outcome.placements.count),
    "places": .integer(places),
    "seconds": .number((seconds * 1000).rounded() / 1000),
    "plan": folder.map { .string($0) } ?? .null,
  ]
}

/// A tier as every document writes it.
func document(of tier: TierResult) -> CanonicalJSON {
  var members: [String: CanonicalJSON] = [
    "name": .string(tier.name), "value": .integer(tier.value), "bound": .integer(tier.bound),
  ]
  if !tier.isVectorProven { members["shares_proven"] = .boolean(false) }
  if let shares = tier.shares { members["shares"] = .array(shares.map { .integer($0) }) }
  return .object(members)
}
