// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme

/// What planning a year with a scenario has come to; as little as a comparison needs,
/// so that thousands can be kept.
package struct PlannedScenario: Hashable, Sendable {
  /// Where somebody is placed.
  package struct Place: Hashable, Sendable {
    package var post: String
    package var cohort: String
  }

  package var name: String
  package var status: DispatchOutcome.Status
  /// Values and bounds of the goals, but for `changes`.
  package var tiers: [TierResult]
  package var places: Int
  package var partners: Int
  /// What the partners cost, in yen; the countries' `cost_per_partner_jpy` for each.
  package var cost: Int64
  /// Who is elsewhere than in the year as it is, by identifier; nobody unless both have
  /// a plan.
  package var moves: [Move]
  /// Whether it is proven that no plan as good moves fewer.
  package var hasFewestMoves: Bool

  /// Whether there is a plan.
  package var hasPlan: Bool { status == .optimal || status == .feasible }
}

/// Somebody who is elsewhere in one plan than in another.
package struct Move: Hashable, Sendable {
  package var applicant: String
  /// Nothing for somebody without a placement.
  package var from, to: PlannedScenario.Place?
}

/// A plan of a year, by identifiers.
package struct PlacesByApplicant: Sendable {
  /// Where each partner is.
  package let places: [String: PlannedScenario.Place]
  /// Whether there is a plan.
  let hasPlan: Bool

  /// Takes the places from an outcome.
  ///
  /// - Parameters:
  ///   - outcome: What came of planning.
  ///   - year: The year that was planned.
  package init(of outcome: DispatchOutcome, in year: ProgrammeYear) {
    places = Dictionary(
      outcome.placements.map { placement in
        (
          year.applicants[placement.applicant].id,
          PlannedScenario.Place(post: placement.post.id, cohort: year.cohorts[placement.cohort].id)
        )
      }, uniquingKeysWith: { first, _ in first })
    hasPlan = outcome.status == .optimal || outcome.status == .feasible
  }

  /// Who is elsewhere than in another plan, by identifier; nobody unless both are plans.
  package func moves(from base: PlacesByApplicant) -> [Move] {
    guard hasPlan, base.hasPlan else { return [] }
    return Set(places.keys).union(base.places.keys).sorted().compactMap { applicant in
      let (from, to) = (base.places[applicant], places[applicant])
      return from == to ? nil : Move(applicant: applicant, from: from, to: to)
    }
  }
}

extension PlannedScenario {
  /// Takes from an outcome what is compared.
  ///
  /// - Parameters:
  ///   - name: What the row is called.
  ///   - year: The year that was planned.
  ///   - outcome: What came of it.
  ///   - near: The plan of the year as it is, and whether it is proven that no plan as
  ///     good is nearer to it; nothing for that plan itself.
  package init(
    name: String, year: ProgrammeYear, outcome: DispatchOutcome,
    near: (base: PlacesByApplicant, isNearest: Bool)? = nil
  ) {
    self.name = name
    status = outcome.status
    let hasPlan = outcome.status == .optimal || outcome.status == .feasible
    tiers = hasPlan ? outcome.tiers.filter { $0.name != "changes" } : []
    places = year.places
    partners = outcome.placements.count
    cost = outcome.placements.reduce(0) {
      $0 + Int64(year.countries[year.cohorts[$1.cohort].country].costPerPartner)
    }
    moves = near.map { PlacesByApplicant(of: outcome, in: year).moves(from: $0.base) } ?? []
    hasFewestMoves = near?.isNearest ?? true
  }
}
