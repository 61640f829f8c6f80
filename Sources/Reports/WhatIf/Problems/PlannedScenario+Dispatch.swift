// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme

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
          PlannedScenario.Place(placement.post.id, year.cohorts[placement.cohort].id)
        )
      }, uniquingKeysWith: { first, _ in first })
    hasPlan = outcome.status == .optimal || outcome.status == .feasible
  }

  /// Who is elsewhere than in another plan, by identifier; nobody unless both are plans.
  package func moves(from base: PlacesByApplicant) -> [Move] {
    guard hasPlan, base.hasPlan else { return [] }
    return Set(places.keys).union(base.places.keys).sorted().compactMap { applicant in
      let (from, to) = (base.places[applicant], places[applicant])
      return from == to ? nil : Move(kind: "applicant", id: applicant, from: from, to: to)
    }
  }

  /// The digest of who is where.
  package var digest: String {
    PlannedScenario.digest(
      ofRows: places.sorted { $0.key < $1.key }.map { applicant, place in
        [applicant] + place.cells
      })
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
    let hasPlan = outcome.status == .optimal || outcome.status == .feasible
    let cost = outcome.placements.reduce(Int64(0)) {
      $0 + Int64(year.countries[year.cohorts[$1.cohort].country].costPerPartner)
    }
    self.init(
      problem: .dispatch, name: name, status: outcome.status,
      tiers: hasPlan ? comparable(outcome.tiers) : [],
      figures: [Int64(year.places), Int64(outcome.placements.count), cost],
      moves: near.map { PlacesByApplicant(of: outcome, in: year).moves(from: $0.base) } ?? [],
      hasFewestMoves: near?.isNearest ?? true)
  }
}
