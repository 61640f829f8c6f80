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
      to?.cohort ?? "", follows ?? "", rules.joined(separator: ";"), obstacle, reserveOf ?? "",
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
      members["obstacle"] = .string(obstacle)
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
    let cause =
      obstacle.isEmpty
      ? "" : rules.isEmpty ? " \(obstacle)" : " Staying breaks \(rules[0]): \(obstacle)"
    switch kind {
    case .withdrawn: return "\(applicant) withdraws from \(from)."
    case .dropped: return "\(applicant) loses \(from) and has no place.\(cause)"
    case .reserve, .joined:
      let list = reserveRank.map {
        ", number \($0) on the list of reserves for \(reserveOf ?? "")"
      }
      return "\(applicant) steps in at \(to)\(list ?? "")."
    case .moved, .planned: return "\(applicant) moves from \(from) to \(to).\(cause)"
    }
  }

  private func phrase(_ place: Place) -> String {
    place.post + (place.city.isEmpty ? "" : " (\(place.city))") + " in \(place.cohort)"
  }

  package static func summary(_ counts: ReplanCounts<ReplanChange>) -> String {
    let (count, least) = (counts.changed, counts.least)
    var words =
      count == 0
      ? "No announced placement changes; \(grouped(counts.kept)) of "
        + "\(grouped(counts.announced)) stand."
      : "\(counted(count, "announced placement changes", "announced placements change")); "
        + (count == least
          ? "no plan changes fewer. " : "\(grouped(least)) at least change in every plan. ")
        + "\(grouped(counts.kept)) of \(grouped(counts.announced)) stand."
    let (withdrawn, reserves) = (counts.count(.withdrawn), counts.count(.reserve))
    if withdrawn > 0 {
      words += " \(counted(withdrawn, "partner withdraws", "partners withdraw"))."
    }
    if reserves > 0 {
      words += " \(counted(reserves, "reserve steps in", "reserves step in"))."
    }
    return words
  }
}
