// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme

/// What planning a year with a scenario has come to; as little as a comparison needs,
/// so that thousands can be kept.
package struct PlannedScenario: Sendable {
  /// Where somebody is placed.
  package struct Place: Hashable, Sendable {
    package let post: String
    /// The post's schools, the base first.
    package let schools: [String]
    package let cohort: String
  }

  package let name: String
  package let status: DispatchOutcome.Status
  /// Values and bounds of the goals, but for `changes`.
  package let tiers: [TierResult]
  package let places: Int
  /// What the partners cost, in yen; the countries' `cost_per_partner_jpy` for each.
  package let cost: Int64
  /// Where each partner is, by identifier.
  package let partners: [String: Place]

  /// Takes from an outcome what is compared.
  ///
  /// - Parameters:
  ///   - name: What the row is called.
  ///   - year: The year that was planned.
  ///   - outcome: What came of it.
  package init(name: String, year: ProgrammeYear, outcome: DispatchOutcome) {
    self.name = name
    status = outcome.status
    let hasPlan = outcome.status == .optimal || outcome.status == .feasible
    tiers = hasPlan ? outcome.tiers.filter { $0.name != "changes" } : []
    places = year.places
    cost = outcome.placements.reduce(0) {
      $0 + Int64(year.countries[year.cohorts[$1.cohort].country].costPerPartner)
    }
    partners = Dictionary(
      outcome.placements.map { placement in
        (
          year.applicants[placement.applicant].id,
          Place(
            post: placement.post.id, schools: placement.post.schools.map { year.schools[$0].id },
            cohort: year.cohorts[placement.cohort].id)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether there is a plan.
  package var hasPlan: Bool { status == .optimal || status == .feasible }
}

/// Somebody who is elsewhere in one plan than in another.
package struct Move: Hashable, Sendable {
  package let applicant: String
  /// Nothing for somebody without a placement.
  package let from, to: PlannedScenario.Place?
}

extension PlannedScenario {
  /// Who is elsewhere than in another plan, by identifier; nobody unless both have one.
  package func moves(from base: PlannedScenario) -> [Move] {
    guard hasPlan, base.hasPlan else { return [] }
    return Set(partners.keys).union(base.partners.keys).sorted().compactMap { applicant in
      let (from, to) = (base.partners[applicant], partners[applicant])
      return from == to ? nil : Move(applicant: applicant, from: from, to: to)
    }
  }
}
