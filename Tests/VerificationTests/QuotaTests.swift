// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

@testable import Verification

@Suite("Quotas and selectors")
struct QuotaTests {
  private let women = Selector(conditions: [.init(.applicantSex, .among(["F"]))])
  private let all = Selector(conditions: [])

  /// Six placements; the first `count` are women.
  private func plan(women count: Int, in year: inout ProgrammeYear) -> [Placement] {
    for applicant in year.applicants.indices {
      year.applicants[applicant].sex = applicant < count ? .female : .male
    }
    return [
      year.place(0, Fixture.s1, in: 0), year.place(1, Fixture.s2, in: 0),
      year.place(2, Fixture.s3, in: 1), year.place(3, Fixture.s4, in: 1),
      year.place(4, Fixture.v1, in: 2), year.place(5, Fixture.v2, in: 2),
    ]
  }

  private func check(
    _ id: String, women count: Int, in year: ProgrammeYear
  ) throws -> RuleCheck {
    var year = year
    let placements = plan(women: count, in: &year)
    return try year.check(id, placements)
  }

  @Test(
    "counts lie within both ends",
    arguments: [(0, 2), (1, 1), (2, 0), (4, 0), (5, 1), (6, 2)])
  func counts(women count: Int, units: Int) throws {
    var year = Fixture.year()
    year.rules.quotas = [QuotaRule(id: "w", select: women, minimum: 2, maximum: 4)]
    let check = try check("quota:w", women: count, in: year)
    #expect(check.units == units && check.checked == 1)
    #expect(check.isBroken == (units > 0))
    if count == 1 { #expect(check.violations.first?.sentence == "w: 1 placement; at least 2.") }
  }

  @Test(
    "shares are rounded to the planner's disadvantage",
    arguments: [
      (0, 40, 60, 3), (2, 33, 60, 0), (2, 34, 60, 1), (3, 50, 50, 0), (4, 0, 66, 1),
      (4, 0, 67, 0), (6, 0, 0, 6), (0, 0, 0, 0), (0, 100, 100, 6), (5, 0, 50, 2),
    ])
  func shares(women count: Int, low: Int, high: Int, units: Int) throws {
    var year = Fixture.year()
    year.rules.quotas = [
      QuotaRule(
        id: "w", select: women,
        share: .init(of: all, minimumPercent: low, maximumPercent: high))
    ]
    let check = try check("quota:w", women: count, in: year)
    #expect(check.units == units)
    // The least u, by its definition.
    let least = (0...6).first { 100 * (count + $0) >= low * 6 } ?? 0
    let most = (0...6).first { 100 * (count - $0) <= high * 6 } ?? 0
    #expect(units == least + most)
    if count == 5 {
      #expect(check.violations.first?.sentence == "w: 5 placements; at most 50 % of 6.")
    }
  }

  @Test("an empty plan meets every share, but not every count")
  func empty() throws {
    var year = Fixture.year()
    year.rules.quotas = [
      QuotaRule(id: "w", select: women, share: .init(of: all, minimumPercent: 100)),
      QuotaRule(id: "n", select: women, minimum: 2),
    ]
    #expect(try year.check("quota:w", []).units == 0)
    #expect(try year.check("quota:n", []).units == 2)
  }

  @Test("the whole may be another kind of placement")
  func otherWhole() throws {
    var year = Fixture.year()
    let inHanoi = Selector(conditions: [.init(.postCity, .among(["Hanoi"]))])
    year.rules.quotas = [
      QuotaRule(id: "w", select: women, share: .init(of: inHanoi, minimumPercent: 100))
    ]
    #expect(try check("quota:w", women: 1, in: year).units == 1)
    #expect(try check("quota:w", women: 2, in: year).units == 0)
  }

  @Test(
    "with each, the quota holds for every value of the year",
    arguments: [
      (Attribute.postCountry, 2, 0), (.postArea, 4, 2), (.postCity, 4, 2), (.postLevel, 1, 0),
      (.cohortId, 3, 0), (.cohortCountry, 2, 0),
    ])
  func each(attribute: Attribute, values: Int, units: Int) throws {
    var year = Fixture.year()
    // Two in Bangkok, Hanoi and each cohort; one in Chiang Mai and in Chachoengsao.
    year.rules.quotas = [QuotaRule(id: "e", select: all, minimum: 2, each: attribute)]
    let check = try check("quota:e", women: 6, in: year)
    #expect(check.checked == values && check.units == units)
    #expect(try year.check("quota:e", []).units == 2 * values, "values without placements count")
  }

  @Test("with each, both selectors are narrowed")
  func eachShare() throws {
    var year = Fixture.year()
    year.rules.quotas = [
      QuotaRule(
        id: "e", strictness: .soft(penalty: 10), select: women,
        share: .init(of: all, maximumPercent: 50), each: .cohortId)
    ]
    let plan = plan(women: 3, in: &year)
    let check = try year.check("quota:e", plan)
    // Two of two in TH14, one of two in TH15, none in VN9.
    #expect(check.units == 1 && !check.isBroken)
    #expect(check.violations.first?.subjects == [.value("TH14")])
    #expect(
      check.violations.first?.sentence == "e, TH14: 2 placements; at most 50 % of 2.")
    year.rules.companions.penaltyOthers = 0
    #expect(try year.value(of: "penalties", plan) == 10)
  }

  @Test("all bounds of a quota that fail are added")
  func added() throws {
    var year = Fixture.year()
    year.rules.quotas = [
      QuotaRule(
        id: "w", select: women, minimum: 3, share: .init(of: all, minimumPercent: 50))
    ]
    let check = try check("quota:w", women: 1, in: year)
    #expect(check.units == 2 + 2 && check.violations.count == 2)
  }

  @Test("selectors see every attribute of a bundle")
  func attributes() throws {
    var year = Fixture.year()
    year.schools[0].learners = 100
    year.schools[1].learners = 30
    year.schools[0].japaneseTeachers = 1
    year.schools[1].japaneseTeachers = 2
    year.schools[0].medicalTier = 4
    year.schools[1].medicalTier = 2
    year.schools[0].priority = 1
    year.schools[1].priority = 9
    year.schools[1].isRemote = true
    year.schools[1].isRenewal = true
    year.schools[0].skillsWanted = ["go"]
    year.schools[1].skillsWanted = ["ikebana"]
    year.schools[0].tags = ["t1"]
    year.schools[1].tags = ["t2"]
    year.schools[0].level = "primary"
    year.schools[1].teacherLevel = .native
    year.schools[1].housing = .men
    year.applicants[0] = Applicant(
      id: "A0", sex: .unspecified, birthDate: Fixture.day("1996-05-11"), prefecture: "Oita",
      track: "university:APU", languages: [LanguageSkill(code: "en", level: 3)],
      skills: ["tea"], teachingYears: 2, earlierDispatches: 1, medicalTier: 3,
      diet: ["halal"], interviewScore: 77, tags: ["x", "y"])
    let placement = year.place(0, 0, 1, in: 0)
    func selects(_ attribute: Attribute, _ test: Selector.Test) -> Bool {
      Selector(conditions: [.init(attribute, test)]).selects(placement, in: year)
    }
    let words: [(Attribute, String)] = [
      (.applicantId, "A0"), (.applicantSex, "X"), (.applicantPrefecture, "Oita"),
      (.applicantTrack, "university:APU"), (.applicantSkills, "tea"), (.applicantDiet, "halal"),
      (.applicantLanguages, "en"), (.applicantTags, "y"), (.postId, "S1+S2"),
      (.postSchools, "S2"), (.postCountry, "THA"), (.postArea, "Bangkok"),
      (.postCity, "Bangkok"), (.postLevel, "primary"), (.postTeacherLevel, "N3"),
      (.postHousing, "any"), (.postRemote, "yes"), (.postRenewal, "yes"),
      (.postSkillsWanted, "ikebana"), (.postTags, "t2"), (.cohortId, "TH14"),
      (.cohortCountry, "THA"),
    ]
    for (attribute, word) in words {
      #expect(selects(attribute, .among(["?", word])), "\(attribute.rawValue)")
      #expect(!selects(attribute, .noneAmong([word])), "\(attribute.rawValue)")
      #expect(!selects(attribute, .among(["?"])), "\(attribute.rawValue)")
      #expect(selects(attribute, .noneAmong(["?"])), "\(attribute.rawValue)")
    }
    let numbers: [(Attribute, Int)] = [
      (.applicantAge, 29), (.applicantTeachingYears, 2), (.applicantEarlierDispatches, 1),
      (.applicantMedicalTier, 3), (.applicantInterviewScore, 77), (.postLearners, 130),
      (.postJapaneseHours, 16), (.postJapaneseTeachers, 3), (.postMedicalTier, 2),
      (.postPriority, 9),
    ]
    for (attribute, number) in numbers {
      #expect(selects(attribute, .range(number, number)), "\(attribute.rawValue)")
      #expect(selects(attribute, .range(nil, number)), "\(attribute.rawValue)")
      #expect(!selects(attribute, .range(number + 1, nil)), "\(attribute.rawValue)")
      #expect(!selects(attribute, .range(nil, number - 1)), "\(attribute.rawValue)")
      #expect(selects(attribute, .among(["0\(number)"])), "\(attribute.rawValue)")
    }
    #expect(words.count + numbers.count == Attribute.allCases.count)
  }

  @Test("a placement meets a selector when it meets every condition")
  func conjunction() {
    let year = Fixture.year()
    let placement = year.place(0, 0, in: 0)
    let both = Selector(conditions: [
      .init(.postCity, .among(["Bangkok"])), .init(.applicantAge, .range(40, nil)),
    ])
    #expect(!both.selects(placement, in: year))
    #expect(all.selects(placement, in: year))
  }
}
