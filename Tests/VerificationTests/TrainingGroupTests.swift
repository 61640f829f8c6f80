// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

private typealias F = TrainingFixture

@Suite("Training rules about groups and sessions")
struct TrainingGroupTests {
  @Test("every rule holds for the fixture's plan, in the order of the rules")
  func allHold() {
    let verification = TrainingCase().verify()
    #expect(verification.isValid)
    #expect(verification.rules.allSatisfy { $0.violations.isEmpty })
    #expect(
      verification.rules.map(\.id)
        == TrainingRule.allCases.filter { $0 != .quota }.map(\.rawValue))
  }

  @Test("a delegation joins one session, a cohort with days before departure exactly one")
  func oneSession() throws {
    var test = TrainingCase()
    test.joining.append((F.t1, F.session(F.teachers, F.urawa, "2026-12-07")))
    test.move(F.th1, to: nil)
    let check = try test.check("one-session")
    #expect(check.units == 2 && check.strictness == .hard)
    #expect(
      check.violations.map(\.sentence) == [
        "TH1 joins no session; its 4 partners must train before departure.",
        "T1 joins 2 sessions (teachers at urawa from 2026-10-05,"
          + " teachers at urawa from 2026-12-07); one is the most.",
      ])
    test = TrainingCase()
    test.joining.append((.cohort(1), F.june))
    #expect(
      try test.sentences("one-session") == [
        "VN1 joins partners at kansai from 2026-06-01, but has no days before departure."
      ])
    test = TrainingCase()
    test.hosting.partners[0] = Headcount()
    #expect(try test.sentences("one-session").count == 1)
    test.move(F.th1, to: nil)
    #expect(try test.check("one-session").units == 0, "nobody leaves")
  }

  @Test("what the year has not is named, and left out of everything else")
  func outside() throws {
    let test = TrainingCase()
    var plan = test.plan
    plan.sessions.append(
      OpenSession(F.session(9, 0, "2026-06-01"), singleRooms: 1, twinRooms: 0))
    plan.sessions.append(plan.sessions[0])
    plan.attendances.append(Attendance(.delegation(99), session: 0))
    plan.attendances.append(Attendance(.delegation(3), session: 3))
    plan.attendances.append(Attendance(.delegation(3), session: -1))
    let verification = verifyTraining(
      plan, in: test.year, hosting: test.hosting, pins: [TrainingPin(.cohort(-1), to: nil)])
    let check = try #require(verification.rules.first { $0.id == "one-session" })
    #expect(check.units == 5 && !verification.isValid)
    #expect(
      check.violations.map(\.sentence).contains(
        "partners at kansai from 2026-06-01 is in the plan twice."))
  }

  @Test(
    "a session is possible and accepted",
    arguments: [
      (F.t1, F.session(F.teachers, F.urawa, "2026-10-06"), "the course begins on mon, not tue"),
      (
        F.t1, F.session(F.teachers, F.urawa, "2027-03-22"),
        "its days are 2027-03-22 to 2027-04-02, the course's lie between 2026-04-01 and"
          + " 2027-03-31"
      ),
      (F.s1, F.session(F.students, F.kansai, "2026-11-02"), "the course is not held there"),
      (F.s1, F.october, "the course is for teachers, not students"),
      (F.t1, F.november, "the course is for students, not teachers"),
      (
        F.th1, F.session(F.partners, F.kansai, "2026-06-04"),
        "its days are 2026-06-04 to 2026-06-13, the cohort trains within"
          + " 2026-06-01 to 2026-06-12"
      ),
    ])
  func acceptedCourse(group: TrainingGroup, session: TrainingSession, reason: String) throws {
    var test = TrainingCase()
    test.move(group, to: session)
    let check = try test.check("accepted-course")
    #expect(check.units == 1)
    #expect(check.violations.first?.sentence.hasSuffix(": \(reason).") == true)
  }

  @Test("countries, courses, levels, sites and days that are not accepted")
  func acceptedDetails() throws {
    func reasons(_ change: (inout ProgrammeYear) -> Void) throws -> [String] {
      var test = TrainingCase()
      change(&test.year)
      return try test.sentences("accepted-course")
    }
    let prefix = "T2 in teachers at urawa from 2026-10-05: "
    #expect(
      try reasons { $0.training.courses[F.teachers].countries = [0] } == [
        prefix + "the course does not take VNM."
      ])
    #expect(
      try reasons { $0.training.delegations[1].courses = [F.students] } == [
        prefix + "the delegation does not accept the course."
      ])
    #expect(
      try reasons {
        $0.training.courses[F.teachers].levelMax = .n3
        $0.training.delegations[1].level = .n2
        $0.training.delegations[0].level = .n3
      } == [prefix + "its level is N2, the course takes none to N3."])
    #expect(
      try reasons { $0.cohorts[0].predepartureSite = F.urawa } == [
        "TH1 in partners at kansai from 2026-06-01: the cohort trains at urawa."
      ])
    #expect(
      try reasons { $0.training.courses[F.teachers].to = F.day("2026-10-15") }.count == 2)
    #expect(
      try reasons { $0.training.courses[F.teachers].from = F.day("2026-10-05") }.isEmpty)
    #expect(
      try reasons {
        $0.training.courses[F.students].countries = [1]
        $0.training.courses[F.students].levelMin = .native
      } == [
        "S1 in students at urawa from 2026-11-02: the course does not take THA;"
          + " its level is N4, the course takes native to native."
      ])
  }

  @Test("partners may train up to 300 days before the fiscal year")
  func partnersEarlier() throws {
    for (start, units) in [("2025-06-05", 0), ("2025-06-04", 1)] {
      var test = TrainingCase()
      test.year.cohorts[0].predeparture = F.day("2025-05-01")...F.day("2026-06-12")
      test.move(F.th1, to: F.session(F.partners, F.kansai, start))
      #expect(try test.check("accepted-course").units == units)
    }
  }

  @Test("a session has not too few and not too many people, leaders included")
  func size() throws {
    var test = TrainingCase()
    test.year.training.courses[F.students].sizeMax = 5
    test.year.training.courses[F.teachers].sizeMin = 6
    test.year.training.courses[F.partners].sizeMin = 4
    let check = try test.check("session-size")
    #expect(check.units == 1 + 2 && check.checked == 3)
    #expect(
      check.violations.map(\.sentence) == [
        "teachers at urawa from 2026-10-05 has 4 people; it takes 6 to 8.",
        "students at urawa from 2026-11-02 has 6 people; it takes 1 to 5.",
      ])
  }

  @Test("a course has not too many sessions")
  func sessionsMax() throws {
    var test = TrainingCase()
    test.year.training.courses[F.teachers].sessionsMax = 1
    #expect(try test.check("session-size").units == 0)
    test.move(F.t2, to: F.session(F.teachers, F.kansai, "2026-10-05"))
    let check = try test.check("session-size")
    #expect(check.units == 1 && check.checked == 4 + 1)
    #expect(check.violations.first?.sentence == "teachers has 2 sessions; 1 is the most.")
  }

  @Test("a pinned group is where it is pinned to")
  func pin() throws {
    var test = TrainingCase()
    test.pins = [TrainingPin(F.t1, to: F.october), TrainingPin(F.t3, to: nil)]
    #expect(try test.check("pin").units == 0)
    test.pins = [
      TrainingPin(F.t1, to: F.session(F.teachers, F.kansai, "2026-10-05")),
      TrainingPin(F.t2, to: nil), TrainingPin(F.t3, to: F.october),
    ]
    let check = try test.check("pin")
    #expect(check.units == 3 && check.checked == 3)
    #expect(
      check.violations.map(\.sentence) == [
        "T1 is pinned to teachers at kansai from 2026-10-05; in the plan:"
          + " teachers at urawa from 2026-10-05.",
        "T2 is pinned to no session; in the plan: teachers at urawa from 2026-10-05.",
        "T3 is pinned to teachers at urawa from 2026-10-05; in the plan: none.",
      ])
  }
}
