// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

private typealias F = TrainingFixture

@Suite("Training rules about several groups")
struct TrainingCompositionTests {
  @Test("levels in a session lie within the band")
  func levelBand() throws {
    var test = TrainingCase()
    test.year.training.delegations[0].level = .n5
    test.year.training.delegations[1].level = .n2
    #expect(try test.check("level-band").checked == 0)
    test.year.training.courses[F.teachers].levelBand = 3
    #expect(try test.check("level-band").units == 0)
    test.year.training.courses[F.teachers].levelBand = 2
    let check = try test.check("level-band")
    #expect(check.units == 1 && check.checked == 1)
    #expect(
      check.violations.first?.sentence
        == "teachers at urawa from 2026-10-05 has levels from N5 to N2, 3 steps apart;"
        + " 2 is the most.")
  }

  @Test(
    "a session has groups of as many countries as its course says",
    arguments: [
      (CountryMix.any, 0), (.one, 1), (.atLeast(2), 0), (.atLeast(3), 1),
    ])
  func mix(mix: CountryMix, units: Int) throws {
    var test = TrainingCase()
    test.rules.strictness[.countrySpacing] = .off
    test.year.training.courses[F.teachers].mix = mix
    let check = try test.check("mix")
    #expect(check.units == units && check.checked == (mix == .any ? 0 : 1))
    if mix == .one {
      #expect(
        check.violations.first?.sentence
          == "teachers at urawa from 2026-10-05 has groups of 2 countries (THA, VNM); the course"
          + " has 1.")
    }
  }

  @Test(
    "leaders are enough for the students",
    arguments: [(0, 0, 0), (5, 1, 0), (4, 1, 1), (2, 2, 1), (3, 2, 0), (1, 0, 5)])
  func leaders(ratio: Int, leaders: Int, units: Int) throws {
    var test = TrainingCase()
    test.year.training.courses[F.students].studentsPerLeader = ratio
    test.year.training.delegations[2].leaders = Headcount(women: leaders)
    let check = try test.check("leaders")
    #expect(check.units == units)
    if ratio == 4 {
      #expect(
        check.violations.first?.sentence
          == "students at urawa from 2026-11-02 has 5 students and 1 leader; a leader is enough"
          + " for 4.")
    }
  }

  @Test("a school keeps a teacher while others are away")
  func oneTeacherAway() throws {
    var test = TrainingCase()
    // T1 has all three; school B's students have a leader, its teachers T3 two more.
    #expect(try test.check("one-teacher-away").units == 0)
    test.year.schools[0].japaneseTeachers = 3
    let check = try test.check("one-teacher-away")
    #expect(check.units == 1 && check.checked == 3)
    #expect(
      check.violations.first?.sentence
        == "3 teachers of A are away on 2026-10-05; of its 3 at most 2 may be.")
    test = TrainingCase()
    test.year.schools[1].japaneseTeachers = 3
    test.move(F.t3, to: F.session(F.teachers, F.kansai, "2026-10-26"))
    #expect(
      try test.sentences("one-teacher-away") == [
        "3 teachers of B are away on 2026-11-02; of its 3 at most 2 may be."
      ])
    test.move(F.t3, to: F.session(F.teachers, F.kansai, "2026-10-19"))
    #expect(try test.check("one-teacher-away").units == 0, "back on 30 October")
    test.year.schools[2].japaneseTeachers = 0
    #expect(try test.check("one-teacher-away").units == 0, "one may always go")
  }

  @Test(
    "sessions of one country keep their distance",
    arguments: [
      ("2026-10-26", 0), ("2026-10-19", 4), ("2026-10-12", 11), ("2026-10-05", 18),
      ("2026-09-21", 4), ("2026-09-14", 0),
    ])
  func countrySpacing(start: String, units: Int) throws {
    var test = TrainingCase()
    test.move(F.t2, to: nil)
    test.move(F.t3, to: F.session(F.teachers, F.kansai, start))
    #expect(try test.check("country-spacing").checked == 0, "not for one country")
    test.year.training.courses[F.teachers].mix = .one
    let check = try test.check("country-spacing")
    #expect(check.units == units && check.checked == 1)
    if start == "2026-10-19" {
      #expect(
        check.violations.first?.sentence
          == "teachers at urawa from 2026-10-05 ends on 2026-10-16, and teachers at kansai from"
          + " 2026-10-19 follows for teachers of THA; it may begin on 2026-10-23 at the"
          + " earliest.")
    }
    test.year.training.delegations[3].school = 2
    #expect(try test.check("country-spacing").units == 0, "another country")
  }

  @Test("nobody is invited twice")
  func invitedOnce() throws {
    var test = TrainingCase()
    test.year.training.delegations[0].people = ["P1", "P2", "P2"]
    test.year.training.delegations[1].people = ["P2"]
    test.year.training.delegations[3].people = ["P1"]
    let check = try test.check("invited-once")
    #expect(check.units == 1 && check.checked == 3)
    #expect(
      check.violations.first?.subjects == [
        .person("P2"), .delegation("T1"), .delegation("T2"),
      ])
    #expect(check.violations.first?.sentence == "P2 is in T1 and in T2, which train.")
  }

  @Test(
    "nobody is invited again too soon",
    arguments: [
      (nil as Int?, 2010, 3), (3, 2023, 0), (3, 2024, 3), (1, 2025, 0), (1, 2026, 3),
    ])
  func invitedAgain(years: Int?, last: Int, units: Int) throws {
    var test = TrainingCase()
    test.year.training.delegations[0].lastInvitedYear = last
    test.rules.invitedYears = years
    let check = try test.check("invited-once")
    #expect(check.units == units)
    if last == 2024 {
      #expect(
        check.violations.first?.sentence == "T1 was invited in 2024; 3 years must lie between.")
    }
  }

  @Test(
    "each started ten thousand yen over the budget is a unit",
    arguments: [(1_213_000 as Int64, 0), (1_212_999, 1), (1_203_000, 1), (1_202_999, 2)])
  func budget(total: Int64, units: Int) throws {
    var test = TrainingCase()
    #expect(try test.check("budget").checked == 0)
    test.rules.totalBudget = total
    // The cost is worked out in `TrainingTierTests`.
    let check = try test.check("budget")
    #expect(check.units == units && check.checked == 1)
    if total == 1_202_999 {
      #expect(
        check.violations.first?.sentence
          == "All sessions together cost ¥1,213,000; the budget is ¥1,202,999.")
    }
  }

  @Test("quotas count people of delegations in their sessions")
  func quotas() throws {
    var test = TrainingCase()
    func units(
      _ conditions: [TrainingSelector.Condition], min: Int? = nil, max: Int? = nil,
      share: TrainingQuota.Share? = nil
    ) throws -> Int {
      test.rules.quotas = [
        TrainingQuota(
          id: "q", select: TrainingSelector(conditions: conditions), minimum: min, maximum: max,
          share: share)
      ]
      return try test.check("quota:q").units
    }
    #expect(try units([], min: 10, max: 10) == 0, "partners do not count")
    #expect(try units([.init(.country, .among(["VNM"]))], min: 4) == 3)
    #expect(try test.sentences("quota:q") == ["q: 1 person; at least 4."])
    #expect(try units([.init(.trainee, .among(["students"]))], max: 4) == 2)
    #expect(try units([.init(.month, .range(10, 10))], min: 4, max: 4) == 0)
    #expect(try units([.init(.firstVisit, .among(["yes"]))], min: 3, max: 3) == 0)
    #expect(try units([.init(.priority, .range(2, nil))], min: 9, max: 9) == 0)
    #expect(try units([.init(.area, .noneAmong(["south"]))], min: 3, max: 3) == 0)
    #expect(try units([.init(.site, .among(["urawa"]))], min: 10, max: 10) == 0)
    #expect(try units([.init(.course, .among(["students"]))], min: 6, max: 6) == 0)
    #expect(try units([.init(.school, .among(["A", "C"]))], min: 4, max: 4) == 0)
    #expect(try units([.init(.delegation, .among(["T1", "T3"]))], min: 3, max: 3) == 0)
    #expect(try units([.init(.level, .among(["N4"]))], min: 10) == 0)
    test.year.training.delegations[1].tags = ["alumni"]
    #expect(try units([.init(.tags, .among(["alumni"]))], min: 1, max: 1) == 0)
    let all = TrainingSelector()
    #expect(
      try units(
        [.init(.country, .among(["VNM"]))],
        share: .init(of: all, minimumPercent: 25)) == 2)
    #expect(try test.sentences("quota:q") == ["q: 1 person; at least 25 % of 10."])
    #expect(
      try units(
        [.init(.trainee, .among(["students"]))], share: .init(of: all, maximumPercent: 50)) == 1)
  }
}
