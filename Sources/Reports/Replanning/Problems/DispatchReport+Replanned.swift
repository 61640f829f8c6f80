// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
package import Programme
package import ProgrammeFiles
package import Verification
internal import Wording

extension DispatchReport: ReplannedPlan {
  package typealias Change = ReplanChange
  package static var problem: PlanProblem { .dispatch }
  package var tiers: [TierResult] { outcome.tiers }
  package var rules: [RuleCheck] { verification.rules }
  package func files() -> [TextFile] { planFiles(FairnessFacts(self)) }
  package func printed(folder: String, seconds: Double) -> CanonicalJSON {
    runDocument(folder: folder, seconds: seconds)
  }
}

extension ReplanChange: ReplannedChange {
  package static var columns: [String] {
    [
      "applicant", "kind", "from_post", "from_cohort", "to_post", "to_cohort", "follows", "rules",
      "obstacle", "reserve_of", "reserve_rank",
    ]
  }

  package var id: String { applicant }
  package var weight: Int { 1 }
  package var wasAnnounced: Bool { from != nil }

  package var cells: [String] {
    [
      applicant, kind.rawValue, from?.post ?? "", from?.cohort ?? "", to?.post ?? "",
      to?.cohort ?? "", follows ?? "", rules.joined(separator: ";"), obstacle.description,
      reserveOf ?? "",
      reserveRank.map { String($0) } ?? "",
    ]
  }

  package var document: CanonicalJSON {
    var members: [String: CanonicalJSON] = [
      "applicant": .string(applicant), "kind": .string(kind.rawValue),
      "from": Self.document(of: from), "to": Self.document(of: to),
      "follows": follows.map { .string($0) } ?? .null,
    ]
    if kind.isCounted {
      members["rules"] = .array(rules.map { .string($0) })
      members["obstacle"] = .string(obstacle.description)
    }
    if let partner = reserveOf, let rank = reserveRank {
      members["reserve"] = ["partner": .string(partner), "rank": .integer(rank)]
    }
    return .object(members)
  }

  private static func document(of place: Place?) -> CanonicalJSON {
    place.map { ["post": .string($0.post), "cohort": .string($0.cohort)] } ?? .null
  }

  package var words: String {
    let from = from.map(phrase) ?? "nowhere"
    let to = to.map(phrase) ?? "nowhere"
    let cause: Sentence =
      obstacle == ""
      ? "" : rules.isEmpty ? " \(obstacle)" : " Staying breaks \(rules[0]): \(obstacle)"
    switch kind {
    case .withdrawn: return localized("\(applicant) withdraws from \(from).")
    case .dropped: return localized("\(applicant) loses \(from) and has no place.\(cause)")
    case .reserve, .joined:
      guard let rank = reserveRank else { return localized("\(applicant) steps in at \(to).") }
      return localized(
        """
        \(applicant) steps in at \(to), number \(rank) on the list of reserves for \
        \(reserveOf ?? "").
        """)
    case .moved, .planned:
      return localized("\(applicant) moves from \(from) to \(to).\(cause)")
    }
  }

  private func phrase(_ place: Place) -> Sentence {
    place.city.isEmpty
      ? "\(place.post) in \(place.cohort)" : "\(place.post) (\(place.city)) in \(place.cohort)"
  }

  package static func summary(_ counts: ReplanCounts<ReplanChange>) -> String {
    let (count, least) = (counts.changed, counts.least)
    let (kept, announced) = (grouped(counts.kept), grouped(counts.announced))
    let first: Sentence =
      count == 0
      ? "No announced placement changes; \(kept) of \(announced) stand."
      : count == least
        ? """
        \(count, "announced placement changes", "announced placements change"); no plan changes \
        fewer. \(kept) of \(announced) stand.
        """
        : """
        \(count, "announced placement changes", "announced placements change"); \(grouped(least)) \
        at least change in every plan. \(kept) of \(announced) stand.
        """
    var sentences = [first]
    let (withdrawn, reserves) = (counts.count(.withdrawn), counts.count(.reserve))
    if withdrawn > 0 {
      sentences.append("\(withdrawn, "partner withdraws", "partners withdraw").")
    }
    if reserves > 0 {
      sentences.append("\(reserves, "reserve steps in", "reserves step in").")
    }
    return Listing(sentences, .sentences).words(in: .current)
  }
}
