// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
package import ProgrammeFiles
internal import Wording

extension DispatchReport {
  /// The table `placements.csv`: a row for each partner, by applicant.
  package func placementsTable() -> CSVWriter {
    var table = CSVWriter(
      header: [
        "applicant", "name", "kana", "cohort", "country", "post", "schools", "base", "area",
        "city", "points",
      ] + Criterion.allCases.map(\.rawValue) + ["guarded", "companions", "note"])
    let companions = companionCounts()
    for (index, placement) in outcome.placements.enumerated() {
      let person = year.applicants[placement.applicant]
      let base = year.schools[placement.post.base]
      var row = [
        person.id, person.name, person.kana, year.cohorts[placement.cohort].id,
        year.countries[base.country].id, placement.post.id,
        placement.post.schools.map { year.schools[$0].id }.joined(separator: ";"), base.id,
        base.area, base.city, String(points(ofPlacement: index)),
      ]
      row += Criterion.allCases.map { criterion in
        slots[index].map {
          String(eligibility.points(of: criterion, applicant: placement.applicant, slot: $0))
        } ?? ""
      }
      let isGuarded = eligibility.isGuarded(
        applicant: placement.applicant, cohort: placement.cohort)
      row += [
        isGuarded ? "yes" : "no", String(companions[index]),
        note(onPlacement: index, isGuarded: isGuarded, companions: companions[index]),
      ]
      table.append(row)
    }
    return table
  }

  /// Around each placement, the others of its cohort within the distance of
  /// the rule `companions`.
  private func companionCounts() -> [Int] {
    struct Home: Hashable {
      var cohort: Int
      var base: Int
    }
    var homes: [Home: Int] = [:]
    for placement in outcome.placements {
      homes[Home(cohort: placement.cohort, base: placement.post.base), default: 0] += 1
    }
    let near = SchoolNeighbours(year, within: year.rules.companions.withinMetres)
    return outcome.placements.map { placement in
      let bases = [placement.post.base] + near[placement.post.base]
      return bases.reduce(-1) {
        $0 + (homes[Home(cohort: placement.cohort, base: $1)] ?? 0)
      }
    }
  }

  /// What a planner should know about a placement beyond its numbers.
  private func note(onPlacement index: Int, isGuarded: Bool, companions: Int) -> String {
    let placement = outcome.placements[index]
    var notes: [Sentence] = []
    for pin in year.pins
    where pin.applicant == placement.applicant
      && pin.names(placement.post, cohort: placement.cohort)
    {
      switch pin.kind {
      case .pin: notes.append("pinned")
      case .announced: notes.append("announced")
      case .prefer: notes.append("preferred")
      case .forbid: break
      }
    }
    if let slot = slots[index] {
      for rule in eligibility.broken(applicant: placement.applicant, slot: slot).rules {
        notes.append("breaks \(rule.rawValue)")
      }
    }
    if year.rules[.companions] != .off, companions < year.rules.companions.others {
      notes.append(isGuarded ? "breaks \(Rule.companions.rawValue)" : "few companions")
    }
    return Listing(notes, .semicolons).words(in: .current)
  }
}
