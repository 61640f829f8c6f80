// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

@Suite("Posts and seats")
struct StructureTests {
  @Test("finds nothing wrong with a plan that keeps every rule")
  func goodPlan() {
    let year = Fixture.year()
    let verification = verifyDispatch(
      year, placements: Fixture.plan(in: year), baseline: nil, claimed: nil)
    #expect(verification.isValid)
    #expect(verification.rules.allSatisfy { $0.violations.isEmpty })
    #expect(
      verification.rules.map(\.id) == [
        "post", "one-post", "one-post-per-school", "seats", "cohort-places", "country-quota",
        "track-quota", "birth-window", "country-accepted", "availability", "housing", "medical",
        "diet", "language", "hours", "travel", "together", "apart", "companions",
        "companions:others", "predeparture", "budget", "rotation", "announced", "pin", "forbid",
      ])
  }

  @Test("gives every rule an entry of its own")
  func everyRule() {
    var year = Fixture.year()
    year.rules.quotas = [QuotaRule(id: "q", select: Selector(conditions: []))]
    year.rules.criteria = [CriterionRule(id: "c", criterion: .interview, minimum: 1)]
    let ids = verifyDispatch(year, placements: [], baseline: nil, claimed: nil).rules.map(\.id)
    for rule in Rule.allCases where rule != .quota && rule != .criterion {
      #expect(ids.contains(rule.rawValue))
    }
    #expect(ids.contains("quota:q") && ids.contains("criterion:c"))
  }

  @Test("an empty plan of an empty year is valid")
  func emptyYear() {
    let year = ProgrammeYear(
      title: "", fiscalYear: 2026, countries: [], cohorts: [], schools: [], applicants: [])
    let verification = verifyDispatch(year, placements: [], baseline: nil, claimed: nil)
    #expect(verification.isValid)
    #expect(verification.tiers.first { $0.name == "fairness-countries" }?.value == 10_000)
  }

  @Test("an applicant holds one placement")
  func onePost() throws {
    let year = Fixture.year()
    let kept = try year.check("one-post", Fixture.plan(in: year))
    #expect(kept.checked == 4 && kept.violations.isEmpty)
    let again = [0, 1, 2].map { year.place(0, $0, in: Fixture.th14) }
    let broken = try year.check("one-post", again)
    #expect(broken.units == 2 && broken.isBroken)
    #expect(broken.violations.first?.sentence == "A0 holds 3 placements; one is the most.")
    let twice = Fixture.plan(in: year) + Fixture.plan(in: year).prefix(1)
    #expect(try year.check("one-post", twice).units == 1)
  }

  @Test("a school is in one open post")
  func onePostPerSchool() throws {
    let year = Fixture.year()
    #expect(try year.check("one-post-per-school", Fixture.plan(in: year)).units == 0)
    let plan = [
      year.place(0, Fixture.s1, in: Fixture.th14),
      year.place(1, Fixture.s1, Fixture.s2, in: Fixture.th14),
    ]
    let broken = try year.check("one-post-per-school", plan)
    #expect(broken.units == 1 && broken.checked == 2)
    #expect(broken.violations.first?.subjects.contains(.school("S1")) == true)
    #expect(
      broken.violations.first?.sentence == "S1 is in 2 open posts (S1, S1+S2); one is the most.")
  }

  @Test(
    "an open post holds its seats, cohorts together",
    arguments: [(1, 1), (2, 0), (3, 0), (4, 1)])
  func seats(holders: Int, units: Int) throws {
    var year = Fixture.year()
    year.schools[Fixture.s1].seatsMin = 2
    year.schools[Fixture.s1].seatsMax = 3
    let plan = (0..<holders).map { year.place($0, Fixture.s1, in: $0 % 2) }
    let check = try year.check("seats", plan)
    #expect(check.checked == 1 && check.units == units)
    #expect(try year.check("post", plan).units == 0)
  }

  @Test("a bundle has the seats of no school but one")
  func bundleSeats() throws {
    var year = Fixture.year()
    year.schools[Fixture.s1].seatsMin = 2
    year.schools[Fixture.s1].seatsMax = 3
    let plan = [
      year.place(0, Fixture.s1, Fixture.s2, in: Fixture.th14),
      year.place(1, Fixture.s1, Fixture.s2, in: Fixture.th14),
    ]
    #expect(try year.check("seats", plan).units == 1)
    #expect(
      try year.check("seats", plan).violations.first?.sentence
        == "S1+S2 holds 2 placements; it takes 1 to 1.")
  }

  @Test("a post of the file is as the file has it")
  func givenPosts() throws {
    var year = Fixture.year()
    let row = Post(id: "P1", schools: [Fixture.s2, Fixture.s3], seatsMin: 1, seatsMax: 2)
    year.givenPosts = [row]
    let good = Placement(applicant: 0, post: row, cohort: Fixture.th14)
    #expect(try year.check("post", [good]).units == 0)
    var bad = good
    bad.post.seatsMax = 9
    #expect(try year.check("post", [bad]).units == 1)
    bad = good
    bad.post.schools.reverse()
    #expect(try year.check("post", [bad]).units == 1)
    let formed = year.place(0, Fixture.s1, in: Fixture.th14)
    let sentence = try year.check("post", [formed]).violations.first?.sentence
    #expect(sentence == "A0 at S1 in TH14: posts.csv has no post S1.")
  }

  @Test("a formed post follows the definition")
  func formedPosts() throws {
    var year = Fixture.year()
    func units(_ placement: Placement) throws -> Int {
      try year.check("post", [placement]).units
    }
    let (s1, s2, s3, s4) = (Fixture.s1, Fixture.s2, Fixture.s3, Fixture.s4)
    #expect(try units(year.place(0, s1, s2, in: 0)) == 0)
    #expect(try units(year.place(0, s2, s1, in: 0)) == 1, "the smaller identifier is the base")
    #expect(try units(year.place(0, s1, s3, in: 0)) == 1, "too far")
    #expect(try units(year.place(0, s1, s1, in: 0)) == 1, "a school twice")
    #expect(try units(year.place(0, s1, Fixture.v1, in: 0)) == 1, "two countries")
    #expect(try units(year.place(0, s1, s2, s4, in: 0)) == 1, "three schools")
    year.bundles.maximumSchools = 3
    #expect(try units(year.place(0, s1, s2, s4, in: 0)) == 0)
    #expect(try units(year.place(0, s1, s4, s2, in: 0)) == 1, "further ones by identifier")
    year.schools[s2].japaneseHours = 9
    #expect(try units(year.place(0, s1, s2, in: 0)) == 1, "more hours make the base")
    #expect(try units(year.place(0, s2, s1, in: 0)) == 0)
    #expect(try units(year.place(0, s2, s1, s4, in: 0)) == 0)
    var wide = year.place(0, s2, s1, in: 0)
    wide.post.seatsMax = 2
    #expect(try units(wide) == 1)
    wide = year.place(0, s2, s1, in: 0)
    wide.post.id = "S1+S2"
    #expect(try units(wide) == 1)
    wide = year.place(0, s1, in: 0)
    wide.post.seatsMin = 0
    #expect(try units(wide) == 1)
    let metres = year.schools[s2].position.metres(to: year.schools[s1].position)
    year.bundles.outerMetres = metres
    #expect(try units(year.place(0, s2, s1, in: 0)) == 0)
    year.bundles.outerMetres = metres - 1
    #expect(try units(year.place(0, s2, s1, in: 0)) == 1)
  }

  @Test("a post takes the cohorts that all its schools take")
  func cohorts() throws {
    var year = Fixture.year()
    year.schools[Fixture.s2].cohorts = [Fixture.th15]
    let bundle = year.place(0, Fixture.s1, Fixture.s2, in: Fixture.th14)
    let check = try year.check("post", [bundle])
    #expect(check.units == 1)
    #expect(
      check.violations.first?.sentence
        == "A0 at S1+S2 in TH14: S1+S2 does not take the cohort TH14.")
    let other = year.place(0, Fixture.s1, Fixture.s2, in: Fixture.th15)
    #expect(try year.check("post", [other]).units == 0)
    let abroad = year.place(0, Fixture.s1, in: Fixture.vn9)
    #expect(try year.check("post", [abroad]).units == 1)
  }

  @Test("what the year does not have is reported and counts nowhere else")
  func unknown() throws {
    let year = Fixture.year()
    let post = year.place(0, Fixture.s1, in: 0).post
    let plan = [
      Placement(applicant: 99, post: post, cohort: 0),
      Placement(applicant: 0, post: post, cohort: -1),
      Placement(applicant: 0, post: Post(id: "X", schools: [77]), cohort: 0),
      Placement(applicant: 0, post: Post(id: "Y", schools: []), cohort: 0),
    ]
    let verification = verifyDispatch(year, placements: plan, baseline: nil, claimed: nil)
    #expect(!verification.isValid)
    #expect(try year.check("post", plan).units == 4)
    #expect(try year.check("seats", plan).checked == 0)
    #expect(try year.value(of: "filled", plan) == 0)
  }
}
