// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Verification

extension DispatchReport {
  /// Whether the planner asked for a stable plan.
  var asksForStability: Bool { year.objective.contains { Goal.stability.contains($0) } }

  /// The table `blocking-pairs.csv`: a row for each applicant and place that would both
  /// rather have each other.
  func blockingPairsTable() -> CSVWriter {
    var table = CSVWriter(
      header: ["applicant", "placed_at", "post", "cohort", "instead_of", "sentence"])
    let own = Dictionary(
      outcome.placements.map { ($0.applicant, $0) }, uniquingKeysWith: { first, _ in first })
    let stability = Stability(of: outcome.placements, in: year, baseline: baseline)
    for pair in stability.blockingPairs {
      let person = year.applicants[pair.applicant].id
      let cohort = year.cohorts[pair.cohort].id
      let now = own[pair.applicant].map { "\($0.post.id) in \(year.cohorts[$0.cohort].id)" }
      let other = pair.displaced.map { year.applicants[$0].id }
      let gain =
        other.map { "the post would rather have \(person) than \($0)" }
        ?? "there is a seat free"
      table.append([
        person, now ?? "", pair.post.id, cohort, other ?? "",
        "\(person) would rather be at \(pair.post.id) in \(cohort) than "
          + "\(now.map { "at \($0)" } ?? "not placed"), and \(gain).",
      ])
    }
    return table
  }
}
