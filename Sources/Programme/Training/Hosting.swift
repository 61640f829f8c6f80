// SPDX-License-Identifier: GPL-3.0-or-later

/// What a dispatch plan means for trainings.
///
/// A school hosts a cohort when a post that contains it holds a partner of it.
/// Placements that name nothing of the year are passed over.
package func hostingFacts(of placements: [Placement], in year: ProgrammeYear) -> HostingFacts {
  var partners = Array(repeating: Headcount(), count: year.cohorts.count)
  var hosted = Array(repeating: Set<Int>(), count: year.schools.count)
  for placement in placements
  where partners.indices.contains(placement.cohort)
    && year.applicants.indices.contains(placement.applicant)
  {
    switch year.applicants[placement.applicant].sex {
    case .female: partners[placement.cohort].women += 1
    case .male: partners[placement.cohort].men += 1
    case .unspecified: partners[placement.cohort].others += 1
    }
    for school in placement.post.schools where hosted.indices.contains(school) {
      hosted[school].insert(placement.cohort)
    }
  }
  return HostingFacts(partners: partners, cohortsOfSchool: hosted.map { $0.sorted() })
}

/// What trainings are planned with while nobody is placed yet.
///
/// A cohort has its places as partners, of whom the share of women is that of
/// the applicants who accept the cohort, rounded half up; half of them are women
/// when nobody accepts it. No school is known to host.
package func standInHosting(for year: ProgrammeYear) -> HostingFacts {
  let partners = year.cohorts.enumerated().map { index, cohort in
    let accepting = year.applicants.filter { applicant in
      (applicant.cohorts.isEmpty || applicant.cohorts.contains(index))
        && (applicant.countryRanks.isEmpty
          || applicant.countryRanks.contains { $0.contains(cohort.country) })
    }
    let part = Int128(accepting.isEmpty ? 1 : accepting.count { $0.sex == .female })
    let whole = Int128(accepting.isEmpty ? 2 : accepting.count)
    let places = max(0, cohort.places)
    let women = Int(clamping: (2 * Int128(places) * part + whole) / (2 * whole))
    return Headcount(women: women, men: places - women)
  }
  return HostingFacts(partners: partners, cohortsOfSchool: nil)
}
