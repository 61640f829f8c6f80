// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

/// A small year in which every rule holds for `Fixture.plan`.
///
/// Schools S1 and S2 stand 7.7 km apart in Bangkok, S4 43 km east of them, S3
/// in Chiang Mai, V1 and V2 in Hanoi.
enum Fixture {
  static let thailand = 0
  static let vietnam = 1
  static let th14 = 0
  static let th15 = 1
  static let vn9 = 2
  static let s1 = 0
  static let s2 = 1
  static let s3 = 2
  static let s4 = 3
  static let v1 = 4
  static let v2 = 5

  static func day(_ text: String) -> Day {
    Day(iso: text) ?? Day(number: 0)
  }

  static func year() -> ProgrammeYear {
    ProgrammeYear(
      title: "Test", fiscalYear: 2026,
      countries: [
        Country(id: "THA", costPerPartner: 1_000_000, language: "th"),
        Country(id: "VNM", costPerPartner: 2_000_000, language: "vi"),
      ],
      cohorts: [
        cohort("TH14", thailand, places: 4), cohort("TH15", thailand, places: 3),
        cohort("VN9", vietnam, places: 3),
      ],
      schools: [
        school("S1", thailand, "Bangkok", 13.75, 100.50),
        school("S2", thailand, "Bangkok", 13.80, 100.55),
        school("S3", thailand, "Chiang Mai", 18.79, 98.98),
        school("S4", thailand, "Chachoengsao", 13.75, 100.90),
        school("V1", vietnam, "Hanoi", 21.03, 105.85),
        school("V2", vietnam, "Hanoi", 21.05, 105.80),
      ],
      applicants: (0..<6).map { number in
        Applicant(
          id: "A\(number)", birthDate: day("1990-04-02"),
          languages: [LanguageSkill(code: "en", level: 3)], interviewScore: 50 + number)
      })
  }

  private static func cohort(_ id: String, _ country: Int, places: Int) -> Cohort {
    Cohort(
      id: id, country: country, places: places, dispatchStart: day("2026-05-10"),
      dispatchEnd: day("2027-03-10"))
  }

  private static func school(
    _ id: String, _ country: Int, _ city: String, _ latitude: Double, _ longitude: Double
  ) -> School {
    School(
      id: id, country: country, area: city, city: city,
      position: GeoPoint(latitude: latitude, longitude: longitude), japaneseHours: 8)
  }

  /// Two in Bangkok, two in Hanoi.
  static func plan(in year: ProgrammeYear) -> [Placement] {
    [
      year.place(0, s1, in: th14), year.place(1, s2, in: th14),
      year.place(2, v1, in: vn9), year.place(3, v2, in: vn9),
    ]
  }
}

extension ProgrammeYear {
  /// Places an applicant at the formed post of these schools, base first.
  func place(_ applicant: Int, _ schools: Int..., in cohort: Int) -> Placement {
    let id = schools.map { self.schools[$0].id }.joined(separator: "+")
    let base = self.schools[schools[0]]
    let post =
      schools.count == 1
      ? Post(id: id, schools: schools, seatsMin: base.seatsMin, seatsMax: base.seatsMax)
      : Post(id: id, schools: schools)
    return Placement(applicant: applicant, post: post, cohort: cohort)
  }

  /// Verifies a plan and gives the check of one rule.
  func check(
    _ id: String, _ placements: [Placement], baseline: [EarlierPlacement]? = nil
  ) throws -> RuleCheck {
    let verification = verifyDispatch(
      self, placements: placements, baseline: baseline, claimed: nil)
    return try #require(verification.rules.first { $0.id == id })
  }

  /// The tiers of a plan.
  func tiers(_ placements: [Placement], baseline: [EarlierPlacement]? = nil) -> [TierResult] {
    verifyDispatch(self, placements: placements, baseline: baseline, claimed: nil).tiers
  }

  /// The value of one tier of a plan.
  func value(
    of tier: String, _ placements: [Placement], baseline: [EarlierPlacement]? = nil
  ) throws -> Int64 {
    try #require(tiers(placements, baseline: baseline).first { $0.name == tier }).value
  }
}
