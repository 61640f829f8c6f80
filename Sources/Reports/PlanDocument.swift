// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
internal import Formulations
internal import Programme
package import ProgrammeFiles
internal import Verification

extension DispatchReport {
  /// The files of the plan's folder.
  ///
  /// - Parameter fairness: How even the plan is.
  /// - Returns: The files, the plan's document first.
  package func planFiles(_ fairness: FairnessFacts) -> [TextFile] {
    Reports.planFiles(
      planDocument(fairness),
      [
        TextFile(name: certificateDocumentName, bytes: certificateDocument().bytes()),
        TextFile(name: PlacementColumn.file, bytes: placementsTable().bytes),
        TextFile(name: "unplaced.csv", bytes: unplacedTable().bytes),
        TextFile(name: "empty-posts.csv", bytes: emptyPostsTable().bytes),
      ]
        + (asksForStability
          ? [TextFile(name: "blocking-pairs.csv", bytes: blockingPairsTable().bytes)] : [])
        + (reserves.map { [TextFile(name: ReserveColumn.file, bytes: $0.table)] } ?? []), scenarios)
  }

  /// The document `plan.json`.
  ///
  /// It holds neither times nor names of machines, so that equal inputs give
  /// equal bytes.
  func planDocument(_ fairness: FairnessFacts) -> CanonicalJSON {
    PlanDocumentHead(
      problem: .dispatch, year: year, inputDigest: inputDigest, scenarios: scenarios,
      baselineDigest: baselineDigest,
      askedGap: askedGap, status: outcome.status, tiers: outcome.tiers, levels: outcome.levels
    ).document(with: [
      "fairness": fairness.document,
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
  ///
  /// - Parameters:
  ///   - folder: Where the plan was written.
  ///   - seconds: How long the run took.
  ///   - further: Further plans with their folders, if they were asked for.
  /// - Returns: One object.
  package func runDocument(
    folder: String, seconds: Double, further: (plans: [DispatchReport], folders: [String])? = nil
  ) -> CanonicalJSON {
    var more: [String: CanonicalJSON] = [:]
    if let further { more["alternatives"] = document(of: further.plans, folders: further.folders) }
    if let reserves {
      more["reserves"] = [
        "asked": .integer(reserves.asked), "listed": .integer(reserves.entries.count),
        "partners_without": .integer(reserves.without),
      ]
    }
    return dispatchRunDocument(
      outcome, places: places, folder: folder, seconds: seconds, and: more)
  }
}

/// The name of a plan's document in its folder.
package let planDocumentName = "plan.json"

/// What `dispatch --format json` prints, with or without a plan.
package func dispatchRunDocument(
  _ outcome: DispatchOutcome, places: Int, folder: String?, seconds: Double,
  and more: [String: CanonicalJSON] = [:]
) -> CanonicalJSON {
  planRunDocument(
    .dispatch, outcome.status, outcome.tiers, folder: folder, seconds: seconds,
    and: more.merging(
      [
        "filled": .integer(outcome.placements.count), "places": .integer(places),
        "lost_searches": .integer(outcome.lostSearches.count),
      ]
    ) { _, new in new })
}

/// What a planning command prints for programs, with or without a plan.
///
/// - Parameters:
///   - problem: What was planned.
///   - status: How the run ended.
///   - tiers: The goals' values.
///   - folder: Where the plan was written; none without one.
///   - seconds: How long the run took.
///   - more: What the problem says besides.
/// - Returns: The document.
func planRunDocument(
  _ problem: PlanProblem, _ status: DispatchOutcome.Status, _ tiers: [TierResult],
  folder: String?, seconds: Double, and more: [String: CanonicalJSON]
) -> CanonicalJSON {
  let members: [String: CanonicalJSON] = [
    "problem": .string(problem.rawValue),
    "status": .string(status.rawValue),
    "tiers": .array(tiers.map(document(of:))),
    "gap": folder == nil ? .null : .number(largestGap(of: tiers)),
    "seconds": .number((seconds * 1000).rounded() / 1000),
    "plan": folder.map { .string($0) } ?? .null,
  ]
  return .object(members.merging(more) { _, new in new })
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

/// A level of a fairness goal as every document writes it.
func document(of level: FairnessLevel) -> CanonicalJSON {
  [
    "tier": .string(level.tier), "threshold": .integer(level.threshold),
    "count": .integer(level.count),
  ]
}

/// A violation as every document writes it.
func document(of violation: Violation) -> [String: CanonicalJSON] {
  [
    "units": .integer(violation.units),
    "subjects": .array(violation.subjects.map { .string($0.id) }),
    "sentence": .string(violation.sentence),
  ]
}
