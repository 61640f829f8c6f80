// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

@Suite("Criteria by hand")
struct PlacementPointsTests {
  private func points(
    _ criterion: Criterion, _ year: ProgrammeYear, _ placement: Placement? = nil,
    baseline: [EarlierPlacement]? = nil
  ) -> Int {
    PlacementPoints(year: year, baseline: baseline)
      .points(of: placement ?? year.place(0, Fixture.s1, Fixture.s2, in: 0))[criterion] ?? -1
  }

  @Test("country wishes fall by rank group")
  func countryWish() {
    var year = Fixture.year()
    year.countries += [Country(id: "IDN"), Country(id: "PHL")]
    #expect(points(.countryWish, year) == 100)
    year.applicants[0].countryRanks = [[0, 1]]
    #expect(points(.countryWish, year) == 100)
    year.applicants[0].countryRanks = [[1], [2, 0], [3]]
    #expect(points(.countryWish, year) == 66)
    year.applicants[0].countryRanks = [[1], [2], [0]]
    #expect(points(.countryWish, year) == 33)
    year.applicants[0].countryRanks = [[1]]
    #expect(points(.countryWish, year) == 0)
  }

  @Test("interviews count as they are")
  func interview() {
    let year = Fixture.year()
    #expect(points(.interview, year, year.place(3, Fixture.s1, in: 0)) == 53)
  }

  @Test("skills match by the share of distinct wishes")
  func skillMatch() {
    var year = Fixture.year()
    #expect(points(.skillMatch, year) == 50)
    year.schools[0].skillsWanted = ["go", "tea"]
    year.schools[1].skillsWanted = ["tea", "kendo"]
    #expect(points(.skillMatch, year) == 0)
    year.applicants[0].skills = ["tea", "sumo"]
    #expect(points(.skillMatch, year) == 33)
    year.applicants[0].skills = ["tea", "go"]
    #expect(points(.skillMatch, year) == 66)
    year.applicants[0].skills = ["kendo", "tea", "go"]
    #expect(points(.skillMatch, year) == 100)
  }

  @Test(
    "communicators help the weakest teachers",
    arguments: [
      (TeacherLevel.none, 60), (.n5, 60), (.n4, 48), (.n3, 36), (.n2, 18), (.n1, 6), (.native, 0),
    ])
  func communicator(level: TeacherLevel, expected: Int) {
    var year = Fixture.year()
    year.schools[0].teacherLevel = level
    year.schools[1].teacherLevel = .native
    #expect(points(.communicator, year) == expected)
    year.applicants[0].languages = [LanguageSkill(code: "vi", level: 5)]
    #expect(points(.communicator, year) == 0)
  }

  @Test("need is load and waiting, averaged over the schools")
  func schoolNeed() {
    var year = Fixture.year()
    // Never hosted, no learners: 0 + 60 each.
    #expect(points(.schoolNeed, year) == 60)
    year.schools[0].learners = 199
    year.schools[0].japaneseTeachers = 2
    // Load 199 / 10 = 19.
    #expect(points(.schoolNeed, year, year.place(0, Fixture.s1, in: 0)) == 79)
    #expect(points(.schoolNeed, year) == (79 + 60) / 2)
    year.schools[0].japaneseTeachers = 0
    year.schools[0].lastHostedYear = 2025
    // Load min(40, 199 / 5 = 39), waiting 10 · max(0, 2026 − 2025 − 1).
    #expect(points(.schoolNeed, year, year.place(0, Fixture.s1, in: 0)) == 39)
    year.schools[0].learners = 1000
    year.schools[0].lastHostedYear = 2022
    #expect(points(.schoolNeed, year, year.place(0, Fixture.s1, in: 0)) == 40 + 30)
    year.schools[0].lastHostedYear = 2000
    #expect(points(.schoolNeed, year, year.place(0, Fixture.s1, in: 0)) == 100)
    year.schools[0].lastHostedYear = 2027
    #expect(points(.schoolNeed, year, year.place(0, Fixture.s1, in: 0)) == 40)
  }

  @Test("ties are of the prefecture, the university or the sister city")
  func regionalTies() {
    var year = Fixture.year()
    year.schools[1].tags = ["sister:Oita", "university:APU", "sister-city:Beppu", "sister:", "x"]
    #expect(points(.regionalTies, year) == 0, "an empty prefecture has no sister")
    year.applicants[0].prefecture = "Oita"
    #expect(points(.regionalTies, year) == 100)
    #expect(points(.regionalTies, year, year.place(0, Fixture.s1, in: 0)) == 0)
    year.applicants[0].prefecture = "Saga"
    year.applicants[0].tags = ["x"]
    #expect(points(.regionalTies, year) == 0)
    year.applicants[0].tags = ["university:APU"]
    #expect(points(.regionalTies, year) == 100)
    year.applicants[0].tags = ["sister-city:Beppu"]
    #expect(points(.regionalTies, year) == 100)
  }

  @Test("experience counts where a school is remote")
  func remoteExperience() {
    var year = Fixture.year()
    year.applicants[0].earlierDispatches = 1
    year.applicants[0].teachingYears = 3
    #expect(points(.remoteExperience, year) == 0)
    year.schools[1].isRemote = true
    #expect(points(.remoteExperience, year) == 70)
    year.applicants[0].teachingYears = 30
    #expect(points(.remoteExperience, year) == 100)
  }

  @Test("continuity looks at schools, then city, then country")
  func continuity() {
    var year = Fixture.year()
    #expect(points(.continuity, year) == 0)
    func against(_ schools: [String], base: String, applicant: Int = 0) -> Int {
      points(
        .continuity, year,
        baseline: [
          EarlierPlacement(applicant: applicant, schools: schools, cohort: "TH13", base: base)
        ])
    }
    #expect(against(["S2", "S1"], base: "S2") == 100)
    #expect(against(["S1"], base: "S1") == 50)
    #expect(against(["S4"], base: "S4") == 20)
    #expect(against(["V1"], base: "V1") == 0)
    #expect(against(["S1"], base: "S1", applicant: 1) == 0)
    #expect(against(["GONE", "S2"], base: "GONE") == 0)
    #expect(against(["GONE", "S2"], base: "S2") == 50)
    year.schools[4].city = "Bangkok"
    #expect(against(["V1"], base: "V1") == 0, "another country's Bangkok")
  }

  @Test("preferences are rows of the planner")
  func preference() {
    var year = Fixture.year()
    year.pins = [Pin(applicant: 0, place: .school(1), cohort: 0, kind: .prefer)]
    #expect(points(.preference, year) == 100)
    #expect(points(.preference, year, year.place(0, 0, 1, in: 1)) == 0)
    #expect(points(.preference, year, year.place(1, 0, 1, in: 0)) == 0)
    year.pins[0].kind = .pin
    #expect(points(.preference, year) == 0)
  }

  @Test("weights multiply criteria")
  func weighted() {
    var year = Fixture.year()
    year.weights = [.interview: 3, .countryWish: 2, .preference: 0]
    let points = PlacementPoints(year: year, baseline: nil)
    #expect(points.weightedPoints(of: year.place(4, Fixture.s1, in: 0)) == 3 * 54 + 2 * 100)
  }
}
