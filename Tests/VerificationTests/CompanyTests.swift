// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

@Suite("Rules about who is near whom")
struct CompanyTests {
  @Test("a pair goes to one city and cohort, or stays")
  func together() throws {
    var year = Fixture.year()
    year.applicants[1].togetherWith = [0]
    func units(_ plan: Placement...) throws -> Int { try year.check("together", plan).units }
    #expect(try units() == 0, "both unplaced")
    #expect(try units(year.place(0, Fixture.s1, in: 0)) == 1, "one placed")
    #expect(try units(year.place(1, Fixture.s1, in: 0)) == 1, "the other placed")
    let first = year.place(0, Fixture.s1, in: 0)
    #expect(try units(first, year.place(1, Fixture.s2, in: 0)) == 0)
    #expect(try units(first, year.place(1, Fixture.s2, in: 1)) == 1, "other cohort")
    #expect(try units(first, year.place(1, Fixture.s3, in: 0)) == 1, "other city")
    year.applicants[0].togetherWith = [1]
    let check = try year.check("together", [first])
    #expect(check.checked == 1 && check.units == 1, "a pair counts once")
    #expect(
      check.violations.first?.sentence
        == "A0 is at S1 (Bangkok) in TH14, A1 is not placed;"
        + " they go to one city in one cohort, or neither goes.")
  }

  @Test("cities of one name in two countries are two")
  func cities() throws {
    var year = Fixture.year()
    for school in year.schools.indices { year.schools[school].city = "Springfield" }
    year.applicants[0].apartFrom = [1]
    let abroad = [year.place(0, Fixture.s1, in: 0), year.place(1, Fixture.v1, in: 2)]
    #expect(try year.check("apart", abroad).units == 0)
    let near = [year.place(0, Fixture.s1, in: 0), year.place(1, Fixture.s3, in: 1)]
    #expect(try year.check("apart", near).units == 1)
  }

  @Test("a bundle's city is its base's")
  func bundleCity() throws {
    var year = Fixture.year()
    year.applicants[0].togetherWith = [1]
    year.applicants[0].apartFrom = [2]
    let plan = [
      year.place(0, Fixture.s1, Fixture.s4, in: 0), year.place(1, Fixture.s2, in: 0),
    ]
    #expect(try year.check("together", plan).units == 0)
  }

  @Test("those kept apart are not in one city, whatever the cohort")
  func apart() throws {
    var year = Fixture.year()
    year.applicants[0].apartFrom = [1]
    let first = year.place(0, Fixture.s1, in: 0)
    #expect(try year.check("apart", [first]).units == 0)
    #expect(try year.check("apart", [first, year.place(1, Fixture.s4, in: 0)]).units == 0)
    let broken = try year.check("apart", [first, year.place(1, Fixture.s2, in: 1)])
    #expect(broken.units == 1)
    #expect(
      broken.violations.first?.sentence
        == "A0 is at S1 (Bangkok) in TH14, A1 is at S2 (Bangkok) in TH15;"
        + " they must not be in one city.")
  }

  /// Units of the guarded and of the others.
  private func lonely(_ plan: [Placement], in year: ProgrammeYear) throws -> [Int] {
    [
      try year.check("companions", plan).units,
      try year.check("companions:others", plan).units,
    ]
  }

  @Test("others of the same cohort within the distance keep company")
  func company() throws {
    var year = Fixture.year()
    let alone = year.place(0, Fixture.s1, in: 0)
    #expect(try lonely([alone], in: year) == [0, 1])
    #expect(try lonely([alone, year.place(1, Fixture.s4, in: 0)], in: year) == [0, 0])
    #expect(try lonely([alone, year.place(1, Fixture.s3, in: 0)], in: year) == [0, 2])
    #expect(try lonely([alone, year.place(1, Fixture.s2, in: 1)], in: year) == [0, 2])
    let metres = year.schools[Fixture.s1].position.metres(to: year.schools[Fixture.s2].position)
    let pair = [alone, year.place(1, Fixture.s2, in: 0)]
    year.rules.companions.withinMetres = metres
    #expect(try lonely(pair, in: year) == [0, 0])
    year.rules.companions.withinMetres = metres - 1
    #expect(try lonely(pair, in: year) == [0, 2])
    year.rules.companions.others = 2
    year.rules.companions.withinMetres = 50_000
    #expect(try lonely(pair, in: year) == [0, 2])
    #expect(try lonely(pair + [year.place(2, Fixture.s4, in: 0)], in: year) == [0, 0])
  }

  @Test("those at the same post count, its further schools do not")
  func samePost() throws {
    var year = Fixture.year()
    year.rules.companions.withinMetres = 0
    year.schools[Fixture.s1].seatsMax = 2
    let pair = [year.place(0, Fixture.s1, in: 0), year.place(1, Fixture.s1, in: 0)]
    #expect(try lonely(pair, in: year) == [0, 0])
    let mixed = [year.place(0, Fixture.s1, in: 0), year.place(1, Fixture.s1, in: 1)]
    #expect(try lonely(mixed, in: year) == [0, 2])
    year.schools[Fixture.s1].japaneseHours = 9
    year.schools[Fixture.s4].japaneseHours = 9
    year.rules.companions.withinMetres = 20_000
    let bundle = [
      year.place(0, Fixture.s1, in: 0), year.place(1, Fixture.s4, Fixture.s2, in: 0),
    ]
    #expect(try lonely(bundle, in: year) == [0, 2], "S2 is near S1, but the base is S4")
  }

  @Test("the young, the travelled and the fluent are not guarded", arguments: 0..<6)
  func guarded(number: Int) throws {
    var year = Fixture.year()
    let isGuarded = [true, true, false, true, false, false][number]
    switch number {
    case 0: year.applicants[0].tags = ["first-abroad"]
    // Sixty on the day of departure, and a day too young.
    case 1: year.applicants[0].birthDate = Fixture.day("1966-05-10")
    case 2: year.applicants[0].birthDate = Fixture.day("1966-05-11")
    case 3: year.applicants[0].languages = [LanguageSkill(code: "vi", level: 5)]
    case 4: year.applicants[0].languages = [LanguageSkill(code: "th", level: 2)]
    default: break
    }
    let plan = [year.place(0, Fixture.s1, in: 0)]
    #expect(try lonely(plan, in: year) == (isGuarded ? [1, 0] : [0, 1]))
    #expect(try year.value(of: "penalties", plan) == (isGuarded ? 0 : 1))
    year.rules.strictness[.companions] = .soft(penalty: 20)
    year.rules.companions.penaltyOthers = 3
    #expect(try year.value(of: "penalties", plan) == (isGuarded ? 20 : 3))
    year.rules.companions.penaltyOthers = 0
    #expect(try year.value(of: "penalties", plan) == (isGuarded ? 20 : 0))
    year.rules.companions.penaltyOthers = 3
    year.rules.strictness[.companions] = .off
    #expect(try year.value(of: "penalties", plan) == 0)
  }

  @Test("says how lonely somebody is")
  func sentence() throws {
    var year = Fixture.year()
    year.applicants[0].tags = ["first-abroad"]
    let check = try year.check("companions", [year.place(0, Fixture.s1, in: 0)])
    #expect(check.isBroken)
    #expect(
      check.violations.first?.sentence
        == "A0 at S1 in TH14: 0 others of the cohort within 50000 m; must be at least 1.")
  }
}
