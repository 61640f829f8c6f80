// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
package import Programme

extension DispatchFormulation {
  /// The tiers of a year in the planner's order, by name.
  package static func tierNames(of year: ProgrammeYear, hasBaseline: Bool) -> [String] {
    year.objective.flatMap { goal -> [String] in
      switch goal {
      case .fairness: ["fairness-countries", "fairness-areas"]
      case .changes: hasBaseline ? ["changes"] : []
      case .penalties, .filled, .points, .weighted, .moved, .dropped, .blockingPairs, .ranks:
        [goal.rawValue]
      }
    }
  }

  /// A column for the penalties that the placements into each country bear by
  /// themselves, so that what a plan pays is a matter of the structure.
  mutating func addPlacementPenalties() {
    var ofCountry = [[Int]](repeating: [], count: year.countries.count)
    for triple in 0..<triples.count where triples.penalties[triple] != 0 {
      let cohort = eligibility.slots[Int(triples.slots[triple])].cohort
      ofCountry[year.cohorts[cohort].country].append(triple)
    }
    for (index, country) in year.countries.enumerated() {
      let members = ofCountry[index]
      let greatestPenalty = Int64(triples.greatestPenalties[index])
      guard greatestPenalty > 0 else { continue }
      let column = program.addColumn(
        named: "penalties(\(country.id))", lower: 0,
        upper: greatestPenalty * greatest([Term(countryCounts[index], 1)]), isInteger: true,
        origin: Origin(rule: "penalties", subjects: [country.id]))
      penaltyTerms.append(Term(column, 1))
      pend(
        "penalties", [country.id], [Term(column, -1)],
        triples: members.map { (Int32($0), Int64(triples.penalties[$0])) }, lower: 0, upper: 0,
        scope: .penalties(country: index))
    }
  }

  /// The linear objectives of all goals but fairness.
  mutating func addObjectives(hasBaseline: Bool) {
    var filled: [Term] = []
    for (slot, column) in seats {
      filled.append(Term(column, Int64(eligibility.facts[eligibility.slots[slot].post].priority)))
    }
    var points: [Term] = []
    points.reserveCapacity(triples.count)
    for triple in 0..<triples.count {
      let column = column(ofTriple: triple)
      if triples.points[triple] != 0 { points.append(Term(column, Int64(triples.points[triple]))) }
    }
    objectives["penalties"] = Tier(name: "penalties", sense: .minimize, terms: penaltyTerms)
    objectives["filled"] = Tier(name: "filled", sense: .maximize, terms: filled)
    objectives["points"] = Tier(name: "points", sense: .maximize, terms: points)
    objectives["weighted"] = Tier(
      name: "weighted", sense: .maximize,
      terms: filled.map { Term($0.column, $0.coefficient * Int64(year.filledWeight)) } + points)
    objectives["moved"] = Tier(
      name: "moved", sense: .minimize, terms: lossColumns.map { Term($0, 1) })
    objectives["dropped"] = Tier(
      name: "dropped", sense: .minimize, terms: dropColumns.map { Term($0, 1) })
    if hasBaseline { objectives["changes"] = changes() }
  }

  private func changes() -> Tier {
    var objective = Tier(name: "changes", sense: .minimize, terms: [])
    for (applicant, range) in triples.ofApplicant.enumerated() {
      let wasPlaced = eligibility.wasPlaced(applicant)
      if wasPlaced { objective.constant += 1 }
      for triple in range {
        let slot = Int(triples.slots[triple])
        if !wasPlaced {
          objective.terms.append(Term(column(ofTriple: triple), 1))
        } else if eligibility.isUnchanged(applicant: applicant, slot: slot) {
          objective.terms.append(Term(column(ofTriple: triple), -1))
        }
      }
    }
    return objective
  }
}
