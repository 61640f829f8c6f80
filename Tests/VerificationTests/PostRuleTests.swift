// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

@Suite("Rules about an applicant and a post, and about a post")
struct PostRuleTests {
  @Test("housing admits who may live there", arguments: Housing.allCases, Sex.allCases)
  func housing(housing: Housing, sex: Sex) throws {
    var year = Fixture.year()
    year.schools[Fixture.s1].housing = housing
    year.schools[Fixture.s2].housing = .men
    year.applicants[0].sex = sex
    let mayLive =
      housing == .any || (housing == .women && sex == .female)
      || (housing == .men && sex == .male)
    let bundle = try year.check("housing", [year.place(0, Fixture.s1, Fixture.s2, in: 0)])
    #expect(bundle.units == (mayLive ? 0 : 1), "only the base's housing counts")
    if !mayLive {
      #expect(
        bundle.violations.first?.sentence
          == "A0 at S1+S2 in TH14: the housing at S1 is for \(housing.rawValue);"
          + " the applicant's sex is \(sex.rawValue).")
    }
  }

  @Test("medical care is within reach at each school")
  func medical() throws {
    var year = Fixture.year()
    year.applicants[0].medicalTier = 3
    year.schools[Fixture.s2].medicalTier = 3
    let plan = [year.place(0, Fixture.s1, Fixture.s2, in: 0)]
    #expect(try year.check("medical", plan).units == 0)
    year.schools[Fixture.s2].medicalTier = 2
    let broken = try year.check("medical", plan)
    #expect(broken.units == 1)
    #expect(
      broken.violations.first?.sentence
        == "A0 at S1+S2 in TH14: needs medical tier 3; S2 has 2.")
  }

  @Test("each diet can be kept at each school")
  func diet() throws {
    var year = Fixture.year()
    year.applicants[0].diet = ["halal", "vegan"]
    year.schools[Fixture.s1].dietAvailable = ["vegan", "halal", "kosher"]
    year.schools[Fixture.s2].dietAvailable = ["halal"]
    #expect(try year.check("diet", [year.place(0, Fixture.s1, in: 0)]).units == 0)
    let broken = try year.check("diet", [year.place(0, Fixture.s1, Fixture.s2, in: 0)])
    #expect(broken.units == 1)
    #expect(
      broken.violations.first?.sentence == "A0 at S1+S2 in TH14: cannot keep vegan at S2.")
    #expect(try year.check("diet", [year.place(1, Fixture.s3, in: 0)]).units == 0)
  }

  @Test("the better language counts, and remote schools ask for more")
  func language() throws {
    var year = Fixture.year()
    year.rules.language.minimum = 2
    year.rules.language.minimumRemote = 4
    year.schools[Fixture.s2].isRemote = true
    year.applicants[0].languages = [
      LanguageSkill(code: "en", level: 1), LanguageSkill(code: "th", level: 3),
    ]
    #expect(try year.check("language", [year.place(0, Fixture.s1, in: 0)]).units == 0)
    #expect(try year.check("language", [year.place(0, Fixture.v1, in: 2)]).units == 1)
    let remote = try year.check("language", [year.place(0, Fixture.s1, Fixture.s2, in: 0)])
    #expect(remote.units == 1)
    #expect(
      remote.violations.first?.sentence
        == "A0 at S1+S2 in TH14: level 3 in en or th; the post asks for 4.")
    year.applicants[0].languages[1].level = 4
    #expect(try year.check("language", [year.place(0, Fixture.s1, Fixture.s2, in: 0)]).units == 0)
    year.applicants[0].languages = []
    year.rules.language.minimum = 0
    #expect(try year.check("language", [year.place(0, Fixture.s1, in: 0)]).units == 0)
  }

  @Test(
    "the hours of a post lie within both ends",
    arguments: [(5, 1), (6, 0), (22, 0), (23, 1)])
  func hours(hours: Int, units: Int) throws {
    var year = Fixture.year()
    year.rules.hours.maximum = 30
    year.schools[Fixture.s1].japaneseHours = hours
    let alone = try year.check("hours", [year.place(0, Fixture.s1, in: 0)])
    #expect(alone.units == (hours < 6 ? 1 : 0) && alone.checked == 1)
    let bundle = try year.check("hours", [year.place(0, Fixture.s1, Fixture.s2, in: 0)])
    #expect(bundle.units == (hours + 8 > 30 ? 1 : 0))
    if hours == 23 {
      #expect(
        bundle.violations.first?.sentence
          == "S1+S2 has 31 hours of Japanese a week; a post has 6 to 30.")
    }
    #expect(units == alone.units + bundle.units)
  }

  @Test("a post of two partners breaks the hours once")
  func hoursOnce() throws {
    var year = Fixture.year()
    year.schools[Fixture.s1].japaneseHours = 1
    year.schools[Fixture.s1].seatsMax = 2
    let plan = [year.place(0, Fixture.s1, in: 0), year.place(1, Fixture.s1, in: 0)]
    #expect(try year.check("hours", plan).units == 1)
  }

  @Test("each further school lies within the limit, to the metre")
  func travel() throws {
    var year = Fixture.year()
    let metres = year.schools[0].position.metres(to: year.schools[1].position)
    let plan = [year.place(0, Fixture.s1, Fixture.s2, in: 0)]
    year.rules.travel.maximumMetres = metres
    #expect(try year.check("travel", plan).units == 0)
    year.rules.travel.maximumMetres = metres - 1
    let broken = try year.check("travel", plan)
    #expect(broken.units == 1)
    #expect(
      broken.violations.first?.sentence
        == "S1+S2 reaches too far from its base S1: S2 \(metres) m; at most \(metres - 1) m.")
    #expect(try year.check("travel", [year.place(0, Fixture.s1, in: 0)]).units == 0)
    year.bundles.maximumSchools = 3
    let three = [year.place(0, Fixture.s1, Fixture.s2, Fixture.s4, in: 0)]
    #expect(try year.check("travel", three).units == 1, "an open post is one unit")
  }

  @Test("a criterion rule asks selected placements for points")
  func criterion() throws {
    var year = Fixture.year()
    year.rules.criteria = [
      CriterionRule(
        id: "good", criterion: .interview, minimum: 51,
        select: Selector(conditions: [.init(.postCity, .among(["Bangkok"]))]))
    ]
    let plan = [
      year.place(0, Fixture.s1, in: 0), year.place(1, Fixture.s2, in: 0),
      year.place(2, Fixture.s3, in: 0),
    ]
    let check = try year.check("criterion:good", plan)
    #expect(check.checked == 2 && check.units == 1 && check.isBroken)
    #expect(
      check.violations.first?.sentence
        == "A0 at S1 in TH14: 50 points of interview; good asks for at least 51.")
    year.rules.criteria[0].minimum = 50
    #expect(try year.check("criterion:good", plan).units == 0)
    year.rules.criteria[0].minimum = 100
    year.rules.criteria[0].strictness = .soft(penalty: 7)
    #expect(try year.value(of: "penalties", plan) == 14 + 1, "and one in Chiang Mai is alone")
  }

  @Test("a rule that is off looks at nothing")
  func off() throws {
    var year = Fixture.year()
    year.schools[Fixture.s1].housing = .men
    year.rules.strictness[.housing] = .off
    let check = try year.check("housing", [year.place(0, Fixture.s1, in: 0)])
    #expect(check.checked == 0 && check.violations.isEmpty && check.strictness == .off)
  }
}
