// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

extension Oracle {
  /// The pairs that block a plan, and the places that applicants would rather have than
  /// what they got.
  package func stability(of plan: [Placement]) -> (blocking: [Placement], ranks: Int) {
    var blocking: [Placement] = []
    var ranks = 0
    for applicant in year.applicants.indices {
      let now = plan.first { $0.applicant == applicant }
      for wanted in structuralPlacements(of: applicant)
      where isEligible(wanted) && (now.map { wouldRather($0, have: wanted) } ?? true) {
        ranks += 1
        if wantsBack(wanted, in: plan) { blocking.append(wanted) }
      }
    }
    return (blocking, ranks)
  }

  /// Whether the applicant of two placements likes the second one better.
  package func wouldRather(_ now: Placement, have other: Placement) -> Bool {
    let (old, new) = (rank(now), rank(other))
    return new != old ? new < old : points(other) > points(now)
  }

  private func rank(_ placement: Placement) -> Int {
    let ranks = year.applicants[placement.applicant].countryRanks
    let country = year.cohorts[placement.cohort].country
    return ranks.firstIndex { $0.contains(country) } ?? ranks.count
  }

  /// What a placement is worth to its place.
  package func worth(_ placement: Placement) -> Int {
    points(placement) - (year.weights[.countryWish] ?? 0) * points(.countryWish, placement)
  }

  /// Whether a place would take an applicant, for somebody it likes less or for a free
  /// seat.
  private func wantsBack(_ wanted: Placement, in plan: [Placement]) -> Bool {
    let there = plan.filter { $0.post == wanted.post && $0.cohort == wanted.cohort }
    if there.contains(where: { worth($0) < worth(wanted) }) { return true }
    let atPost = plan.count { $0.post == wanted.post }
    if atPost >= wanted.post.seatsMax { return false }
    if atPost == 0 {
      if wanted.post.seatsMin > 1 { return false }
      let taken = Set(plan.flatMap(\.post.schools))
      if !taken.isDisjoint(with: wanted.post.schools) { return false }
    }
    let others = plan.filter { $0.applicant != wanted.applicant }
    if year.rules[.cohortPlaces] == .hard,
      others.count(where: { $0.cohort == wanted.cohort }) >= year.cohorts[wanted.cohort].places
    {
      return false
    }
    let country = year.cohorts[wanted.cohort].country
    if year.rules[.countryQuota] == .hard, let most = year.countries[country].max,
      others.count(where: { year.cohorts[$0.cohort].country == country }) >= most
    {
      return false
    }
    return true
  }
}
