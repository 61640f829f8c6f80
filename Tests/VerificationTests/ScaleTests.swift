// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

@Suite("Large years")
struct ScaleTests {
  /// A year with a fifth as many schools as applicants, spread over a lattice.
  ///
  /// The last school of each country renews but admits nobody, so that
  /// `rotation` has to look at everybody to see that it need not be served.
  private func year(applicants: Int) -> ProgrammeYear {
    var year = Fixture.year()
    year.countries[0].renewalsFirst = true
    year.countries[1].renewalsFirst = true
    for cohort in year.cohorts.indices { year.cohorts[cohort].places = applicants }
    year.bundles.maximumSchools = 3
    let half = applicants / 10
    year.schools = (0..<2 * half).map { number in
      let place = number % half
      let isLast = place == half - 1
      return School(
        id: "S\(number)", country: number / half, area: "A\(place / 100)",
        city: "C\(place / 10)",
        position: GeoPoint(
          latitude: Double(place / 100) * 0.1, longitude: Double(place % 100) * 0.1),
        japaneseHours: 8, medicalTier: isLast ? 0 : 5, isRenewal: isLast)
    }
    let born = Fixture.day("1990-04-02")
    year.applicants = (0..<applicants).map { number in
      Applicant(
        id: "A\(number)", birthDate: born,
        languages: [LanguageSkill(code: "en", level: 3)], medicalTier: 1)
    }
    return year
  }

  @Test("a plan of a post for every school but the last is verified")
  func everySchool() {
    let year = year(applicants: 5000)
    let half = year.schools.count / 2
    let plan = year.schools.indices.compactMap { school in
      school % half == half - 1
        ? nil : year.place(school, school, in: school < half ? school % 2 : Fixture.vn9)
    }
    let verification = verifyDispatch(year, placements: plan, baseline: [], claimed: nil)
    #expect(verification.isValid)
    #expect(verification.tiers.first { $0.name == "penalties" }?.value == 0)
    #expect(verification.tiers.first { $0.name == "filled" }?.value == Int64(2 * half - 2))
    #expect(verification.tiers.first { $0.name == "changes" }?.value == Int64(2 * half - 2))
  }
}
