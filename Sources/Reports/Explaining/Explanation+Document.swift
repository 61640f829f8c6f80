// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
package import ProgrammeFiles
internal import Verification

extension Explanation {
  /// The explanation for programs.
  ///
  /// - Parameter isInternal: Whether names and others' points are included.
  /// - Returns: One object; `docs/explain.md` describes it.
  package func document(isInternal: Bool) -> CanonicalJSON {
    let isAboutOne = subject.kind == .applicant
    var members: [String: CanonicalJSON] = [
      "kind": .string(subject.kind.rawValue),
      "subject": .string(subject.id(in: plan.year)),
      "placement": placements.first.map { document(of: $0, isOwn: isAboutOne, isInternal) }
        ?? .null,
      "placements": .array(placements.map { document(of: $0, isOwn: isAboutOne, isInternal) }),
      "plan": [
        "valid": .boolean(plan.verification.isValid), "best": .boolean(isBest),
        "losses": numbers(losses(of: plan.tiers, against: best)),
        "notes": .array(plan.notes.map { .string($0) }),
      ],
      "tiers": .array(plan.tiers.map(Reports.document(of:))),
      "best": .array(best.map(Reports.document(of:))),
      "rules": rules.map { rules in
        ["limits": brokenRules(rules.limits), "needs": brokenRules(rules.needs)]
      } ?? .null,
      "candidates": .integer(candidates),
      "solved": .integer(solved),
      "searched": .integer(searched),
      "impossible": .integer(impossible),
      "complete": .boolean(isComplete),
      "alternatives": .array(alternatives.map { document(of: $0, isInternal) }),
      "excluded": reason.map { reason in
        [
          "sentence": .string(reason.sentence),
          "rules": .array(
            reason.rules.map {
              ["rule": .string($0.rule.rawValue), "count": .integer($0.count)]
            }),
        ]
      } ?? .null,
      "collision": collision.map { collision in
        [
          "applicant": .string(plan.year.applicants[collision.placement.applicant].id),
          "post": .string(collision.placement.post.id),
          "cohort": .string(plan.year.cohorts[collision.placement.cohort].id),
          "rules": brokenRules(collision.rules),
        ]
      } ?? .null,
      "remedies": .array(remedies.map(document(of:))),
    ]
    if case .applicant(let applicant) = subject {
      let ranks = plan.year.applicants[applicant].countryRanks
      members["wishes"] = .array(
        ranks.map { group in .array(group.map { .string(plan.year.countries[$0].id) }) })
    }
    return .object(members)
  }

  private func numbers(_ values: [Int64]) -> CanonicalJSON {
    .array(values.map { .integer($0) })
  }

  private func document(
    of placement: Placement, isOwn: Bool, _ isInternal: Bool
  ) -> CanonicalJSON {
    let year = plan.year
    var members: [String: CanonicalJSON] = [
      "applicant": .string(year.applicants[placement.applicant].id),
      "post": .string(placement.post.id),
      "schools": .array(placement.post.schools.map { .string(year.schools[$0].id) }),
      "cohort": .string(year.cohorts[placement.cohort].id),
    ]
    if isInternal { members["name"] = .string(year.applicants[placement.applicant].name) }
    if isOwn || isInternal {
      members["points"] = .integer(points(of: placement))
      members["criteria"] = .object(
        Dictionary(
          uniqueKeysWithValues: criteria(of: placement).map { criterion, points, weight in
            (
              criterion.rawValue,
              ["points": .integer(points), "weight": .integer(weight)] as CanonicalJSON
            )
          }))
      let country = year.cohorts[placement.cohort].country
      members["wish"] =
        year.applicants[placement.applicant].countryRanks
        .firstIndex { $0.contains(country) }.map { .integer($0 + 1) } ?? .null
    }
    return .object(members)
  }

  private func document(
    of alternative: ExplainedAlternative, _ isInternal: Bool
  ) -> CanonicalJSON {
    let year = plan.year
    var members: [String: CanonicalJSON] = [
      "applicant": .string(year.applicants[alternative.placement.applicant].id),
      "post": .string(alternative.placement.post.id),
      "schools": .array(
        alternative.placement.post.schools.map { .string(year.schools[$0].id) }),
      "cohort": .string(year.cohorts[alternative.placement.cohort].id),
      "losses": numbers(alternative.losses),
      "exact": .boolean(alternative.isExact),
      "proof": alternative.isExact ? .string(alternative.proof.rawValue) : .null,
      "moves": .array(alternative.moves.map { document(of: $0, isInternal) }),
    ]
    let shares = alternative.tiers.compactMap { tier in
      tier.shares.map { (tier.name, CanonicalJSON.array($0.map { .integer($0) })) }
    }
    if alternative.isExact, !shares.isEmpty {
      members["shares"] = .object(Dictionary(uniqueKeysWithValues: shares))
    }
    if subject.kind == .applicant || isInternal {
      members["points"] = .integer(points(of: alternative.placement))
    }
    return .object(members)
  }

  private func document(of remedy: Remedy) -> CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "kind": .string(remedy.kind), "places": .boolean(remedy.isEnough),
      "sentence": .string(remedy.sentence),
    ]
    if case .applicant(let applicant) = subject {
      members["scenario"] = remedy.scenario(in: plan.year, for: applicant)
    }
    return .object(members)
  }

  private func document(of move: ChainMove, _ isInternal: Bool) -> CanonicalJSON {
    let year = plan.year
    func place(_ placement: Placement?) -> CanonicalJSON {
      guard let placement else { return .null }
      var members: [String: CanonicalJSON] = [
        "post": .string(placement.post.id), "cohort": .string(year.cohorts[placement.cohort].id),
      ]
      if isInternal { members["points"] = .integer(points(of: placement)) }
      return .object(members)
    }
    var members: [String: CanonicalJSON] = [
      "applicant": .string(year.applicants[move.applicant].id), "from": place(move.from),
      "to": place(move.to),
    ]
    if isInternal { members["name"] = .string(year.applicants[move.applicant].name) }
    return .object(members)
  }
}
