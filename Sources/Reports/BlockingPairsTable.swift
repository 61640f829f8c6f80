// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Verification
internal import Wording

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
      let now = own[pair.applicant].map { placement -> Sentence in
        "\(placement.post.id) in \(year.cohorts[placement.cohort].id)"
      }
      let other = pair.displaced.map { year.applicants[$0].id }
      table.append([
        person, now?.description ?? "", pair.post.id, cohort, other ?? "",
        wish(person, at: pair.post.id, in: cohort, now: now, other: other).description,
      ])
    }
    return table
  }
}

/// Says who would rather be where, and why the post would rather have them.
private func wish(
  _ person: String, at post: String, in cohort: String, now: Sentence?, other: String?
) -> Sentence {
  switch (now, other) {
  case (let now?, let other?):
    """
    \(person) would rather be at \(post) in \(cohort) than at \(now), and the post would rather \
    have \(person) than \(other).
    """
  case (let now?, nil):
    """
    \(person) would rather be at \(post) in \(cohort) than at \(now), and there is a seat free.
    """
  case (nil, let other?):
    """
    \(person) would rather be at \(post) in \(cohort) than not placed, and the post would rather \
    have \(person) than \(other).
    """
  case (nil, nil):
    """
    \(person) would rather be at \(post) in \(cohort) than not placed, and there is a seat free.
    """
  }
}
