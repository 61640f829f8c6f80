// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// Checks a dispatch plan against the data of its year, and nothing else.
///
/// Everything follows `docs/rules.md`; no line is shared with the formulation.
/// Placements that name an applicant, cohort or school outside the year are
/// reported under `post` and left out of everything else.
///
/// - Parameters:
///   - year: The programme year.
///   - placements: The plan; repeated placements count as often as they stand.
///   - baseline: The earlier plan, if there is one.
///   - claimed: The tiers that the plan's maker claims, in the claimed order.
///   - certificate: Prices from which bounds follow, if they are to be looked at.
/// - Returns: Every rule's check, the recomputed tiers, the claims' checks and
///   what the certificate proves.
/// - Complexity: About linear in the placements and the year. Only `rotation`
///   may scan all applicants, for renewal schools without a partner; and a
///   certificate is added up over all applicants and slots.
package func verifyDispatch(
  _ year: ProgrammeYear, placements: [Placement], baseline: [EarlierPlacement]?,
  claimed: [TierResult]?, certificate: Certificate? = nil
) -> DispatchVerification {
  let plan = PlanFacts(year: year, submitted: placements, baseline: baseline)
  let rules = dispatchChecks.flatMap { $0.run(on: plan) }
  let values = plan.tiers(rules: rules)
  let claims = checkClaims(claimed ?? [], against: values)
  return DispatchVerification(
    rules: rules, tiers: withBounds(values, claimed: claimed ?? []), claims: claims,
    certified: certificate.map { certify(values, by: $0, in: plan) } ?? [])
}

/// Adds up what a certificate proves of each of the plan's tiers it names.
private func certify(
  _ tiers: [TierResult], by certificate: Certificate, in plan: PlanFacts
) -> [CertifiedTier] {
  let catalogue = TripleCatalogue(of: plan)
  return certificate.tiers.map { priced in
    guard tiers.contains(where: { $0.name == priced.name && $0.shares == nil }) else {
      return CertifiedTier(
        name: priced.name, bound: nil,
        remarks: [
          localized("\(priced.name) is no goal of this year that a certificate can bound")
        ])
    }
    let sum = CertifiedBound(priced, catalogue: catalogue, tiers: tiers)
    return CertifiedTier(name: priced.name, bound: sum.bound, remarks: sum.remarks)
  }
}
