// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

private typealias F = TrainingFixture

@Suite("Training rules about a group in a session")
struct TrainingAttendanceTests {
  private let t1 = "T1 in teachers at urawa from 2026-10-05: "

  @Test("a delegation is free on all days of its session")
  func availability() throws {
    var test = TrainingCase()
    test.year.training.delegations[0].availableFrom = F.day("2026-10-05")
    test.year.training.delegations[0].availableTo = F.day("2026-10-16")
    #expect(try test.check("availability").units == 0)
    test.year.training.delegations[0].availableTo = F.day("2026-10-15")
    let check = try test.check("availability")
    #expect(check.units == 3 && check.checked == 4)
    #expect(
      check.violations.first?.subjects == [
        .delegation("T1"), .course("teachers"), .site("urawa"), .start(F.day("2026-10-05")),
      ])
    #expect(
      check.violations.first?.sentence
        == t1 + "its days are 2026-10-05 to 2026-10-16, the delegation is free from 2026-10-05"
        + " to 2026-10-15.")
    test.year.training.delegations[0].availableFrom = F.day("2026-10-06")
    test.year.training.delegations[0].availableTo = nil
    #expect(try test.check("availability").units == 3)
  }

  @Test("an entry of Japan blocks its kind, one of a country that country's")
  func calendars() throws {
    var test = TrainingCase()
    func units(
      _ country: String, _ blocks: [Trainee], areas: [String] = [],
      _ days: ClosedRange<Day> = F.day("2026-10-16")...F.day("2026-10-20")
    ) throws -> Int {
      test.year.training.calendars = [
        CalendarEntry(
          country: country, areas: areas, name: "Exam", kind: .exam, days: days, blocks: blocks)
      ]
      return try test.check("calendars").units
    }
    #expect(try units("THA", [.teachers]) == 3)
    #expect(
      try test.sentences("calendars") == [
        t1 + "its days are 2026-10-05 to 2026-10-16, Exam (THA, 2026-10-16 to 2026-10-20)"
          + " blocks teachers."
      ])
    #expect(try units("VNM", [.teachers]) == 1)
    #expect(try units("JPN", [.teachers]) == 4)
    #expect(try units("THA", [.students, .partners]) == 0)
    #expect(try units("THA", [.teachers], areas: ["south"]) == 0)
    #expect(try units("THA", [.teachers], areas: ["south", "north"]) == 3)
    #expect(try units("THA", [.teachers], F.day("2026-10-17")...F.day("2026-10-20")) == 0)
    let june = F.day("2026-06-10")...F.day("2026-06-10")
    #expect(try units("JPN", [.partners], june) == 4)
    #expect(try units("THA", [.partners], june) == 0, "not of Japan")
  }

  @Test("schools that are visited are open, Sundays aside")
  func japanSchoolsOpen() throws {
    var test = TrainingCase()
    func units(_ first: String, _ last: String, country: String = "JPN") throws -> Int {
      test.year.training.calendars = [
        CalendarEntry(
          country: country, name: "Break", kind: .schoolBreak, days: F.day(first)...F.day(last))
      ]
      return try test.check("japan-schools-open").units
    }
    #expect(try units("2026-10-16", "2026-10-16") == 0, "nothing is visited")
    test.year.training.courses[F.teachers].visitsSchools = true
    #expect(try units("2026-10-16", "2026-10-16") == 4)
    #expect(
      try test.sentences("japan-schools-open").first
        == t1 + "it visits schools in Japan on 2026-10-05 to 2026-10-16, which are closed for"
        + " Break (JPN, 2026-10-16).")
    #expect(try units("2026-10-11", "2026-10-11") == 0, "a Sunday")
    #expect(try units("2026-10-10", "2026-10-11") == 4)
    #expect(try units("2026-10-01", "2026-10-04") == 0)
    #expect(try units("2026-10-16", "2026-10-16", country: "THA") == 0)
  }

  @Test("a delegation's school hosts, or did the year before")
  func hostSchool() throws {
    var test = TrainingCase()
    test.hosting.cohortsOfSchool = [[], [0], [1]]
    let check = try test.check("host-school")
    #expect(check.units == 3)
    #expect(check.violations.map(\.sentence) == [t1 + "A hosts nobody and did not in 2025."])
    test.year.schools[0].lastHostedYear = 2024
    #expect(try test.check("host-school").units == 3)
    test.year.schools[0].lastHostedYear = 2025
    #expect(try test.check("host-school").units == 0)
    test.year.schools[0].lastHostedYear = nil
    test.hosting.cohortsOfSchool = nil
    #expect(try test.check("host-school").units == 0, "no dispatch plan")
  }

  @Test(
    "partners leave neither too soon nor too late after they train",
    arguments: [
      ("2026-06-30", 4), ("2026-07-01", 0), ("2027-01-06", 0), ("2027-01-07", 4),
    ])
  func predepartureGap(start: String, units: Int) throws {
    var test = TrainingCase()
    test.year.cohorts[0].dispatchStart = F.day(start)
    let check = try test.check("predeparture-gap")
    #expect(check.units == units)
    guard start == "2026-06-30" else { return }
    #expect(
      check.violations.first?.sentence
        == "TH1 in partners at kansai from 2026-06-01: it ends on 2026-06-10, 20 days before the"
        + " dispatch; these must be 21 to 210.")
  }

  @Test("teachers and leaders are at school in the first weeks of a dispatch")
  func hostTeacherPresent() throws {
    var test = TrainingCase()
    test.rules.strictness[.meetYourPartner] = .off
    func units(_ start: String) throws -> Int {
      test.year.cohorts[0].dispatchStart = F.day(start)
      return try test.check("host-teacher-present").units
    }
    #expect(try units("2026-09-07") == 0)
    #expect(try units("2026-09-08") == 3)
    #expect(
      try test.sentences("host-teacher-present") == [
        t1 + "its days are 2026-10-05 to 2026-10-16; A hosts TH1 from 2026-09-08 and its"
          + " teachers stay there for 4 weeks."
      ])
    #expect(try units("2026-10-16") == 3 + 6, "the students' leader, too")
    test.year.training.delegations[2].leaders = Headcount()
    #expect(try units("2026-10-16") == 3 + 0)
    test.rules.presentWeeks = 0
    #expect(try units("2026-10-10") == 0)
  }

  @Test("teachers meet their partners in Japan, or travel while they are at school")
  func meetYourPartner() throws {
    var test = TrainingCase()
    test.rules.strictness[.hostTeacherPresent] = .off
    func units(from: String, to: String) throws -> Int {
      test.year.cohorts[0].dispatchStart = F.day(from)
      test.year.cohorts[0].dispatchEnd = F.day(to)
      return try test.check("meet-your-partner").units
    }
    #expect(try units(from: "2026-09-07", to: "2026-11-13") == 0)
    #expect(try units(from: "2026-09-08", to: "2026-11-13") == 3)
    #expect(try units(from: "2026-09-07", to: "2026-11-12") == 3)
    #expect(
      try test.sentences("meet-your-partner") == [
        t1 + "its days are 2026-10-05 to 2026-10-16; A hosts TH1, whose partners it neither meets"
          + " for 3 days of their training nor from 4 weeks after they arrive to 4 weeks before"
          + " they leave."
      ])
    // TH1 trains in the last days of the teachers' session.
    test.year.cohorts[0].predeparture = F.day("2026-10-01")...F.day("2026-10-31")
    test.year.training.courses[F.partners].sites = []
    test.move(F.th1, to: F.session(F.partners, F.urawa, "2026-10-14"))
    #expect(try test.check("meet-your-partner").units == 0, "three days together")
    test.move(F.th1, to: F.session(F.partners, F.urawa, "2026-10-15"))
    #expect(try test.check("meet-your-partner").units == 3, "two days together")
    test.move(F.th1, to: F.session(F.partners, F.kansai, "2026-10-14"))
    #expect(try test.check("meet-your-partner").units == 3, "another site")
    test.hosting.cohortsOfSchool = [[], [0], [1]]
    #expect(try test.check("meet-your-partner").units == 0, "nobody to meet")
  }

  @Test("a soft rule costs its people, an off one nothing")
  func soft() throws {
    var test = TrainingCase()
    test.year.training.delegations[0].diet = ["halal"]
    test.rules.strictness[.diet] = .soft(penalty: 7)
    #expect(test.verify().isValid)
    #expect(try test.value("penalties") == 21)
    test.rules.strictness[.diet] = .off
    #expect(try test.value("penalties") == 0)
    test.rules.strictness[.diet] = nil
    #expect(!test.verify().isValid && test.broken == ["diet"])
  }
}
