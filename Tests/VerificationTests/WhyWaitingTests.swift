// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

private typealias F = TrainingFixture

@Suite("Why a delegation waits")
struct WhyWaitingTests {
  private func reasons(_ test: TrainingCase) -> [WaitingReason] {
    whyWaiting(test.plan, in: test.year, hosting: test.hosting, pins: test.pins)
  }

  @Test("nothing may keep it out but the order of goals")
  func free() throws {
    let test = TrainingCase()
    let reasons = reasons(test)
    #expect(reasons.map(\.delegation) == [3])
    let reason = try #require(reasons.first)
    // Mondays from 6 April 2026 to 15 March 2027 at two sites, without six whose
    // sessions lie in the first four weeks of TH1's dispatch.
    #expect(reason.accepted == 2 * 50 && reason.excluded.isEmpty)
    #expect(reason.possible == 2 * (50 - 6))
    #expect(reason.obstacles == [SessionObstacle(session: F.october)])
    #expect(
      reason.sentences == [
        "T3 could join 88 sessions by rule.",
        "teachers at urawa from 2026-10-05, with T3: no rule keeps it out, only the order of"
          + " goals.",
      ])
  }

  @Test("the first rule that joining would break is named with its numbers")
  func obstacle() throws {
    var test = TrainingCase()
    test.year.sites[F.urawa].beds = 9
    test.year.siteBookings = [
      SiteBooking(
        site: F.urawa, days: F.day("2026-10-10")...F.day("2026-10-11"), beds: 5, twinRooms: 2)
    ]
    // T1 and T2 hold two rooms for one and one for two; with T3's woman and other
    // person a second pair needs a room for two.
    #expect(test.verify().isValid)
    let obstacle = try #require(reasons(test).first?.obstacles.first)
    #expect(obstacle.rule == "beds" && obstacle.violation?.units == 5)
    #expect(
      obstacle.violation?.sentence
        == "urawa needs 4 rooms for one on the nights of 2026-10-05 to 2026-10-09; 3 are left"
        + " there.")
  }

  @Test("when nothing is left each rule says how many sessions it excludes")
  func excluded() throws {
    var test = TrainingCase()
    test.year.training.delegations[3].availableTo = F.day("2026-06-30")
    test.year.training.delegations[3].diet = ["halal"]
    test.year.sites[F.kansai].diets = ["halal"]
    test.year.sites[F.kansai].closed = [F.day("2026-04-01")...F.day("2026-12-31")]
    test.rules.strictness[.hostTeacherPresent] = .soft(penalty: 1)
    let reason = try #require(reasons(test).first)
    #expect(reason.possible == 0)
    #expect(
      reason.excluded.map(\.rule) == [.closures, .availability, .diet])
    // Mondays from 6 April to 28 December; after 19 June; all at urawa.
    #expect(reason.excluded.map(\.sessions) == [39, 2 * 39, 50])
    #expect(
      reason.sentences.first
        == "None of the 100 possible sessions is left to T3; excluded by closures 39,"
        + " availability 78, diet 50.")
    #expect(reason.obstacles.first?.rule == "availability")
  }

  @Test("a delegation that no course takes learns that")
  func notAccepted() throws {
    var test = TrainingCase()
    test.year.training.courses[F.teachers].levelMin = .n3
    test.joining = [(F.th1, F.june), (F.s1, F.november)]
    let reasons = reasons(test)
    #expect(reasons.map(\.delegation) == [0, 1, 3])
    #expect(reasons.allSatisfy { $0.accepted == 0 && $0.obstacles.isEmpty })
    #expect(
      reasons.first?.sentences == [
        "No possible session is of a course that T1 accepts and that takes it."
      ])
  }

  @Test("one that is pinned to no session has none left")
  func pinned() throws {
    var test = TrainingCase()
    test.pins = [TrainingPin(F.t3, to: nil)]
    let reason = try #require(reasons(test).first)
    #expect(reason.possible == 0 && reason.obstacles.first?.rule == "pin")
    #expect(reason.excluded.contains { $0.rule == .pin && $0.sessions == 100 })
  }
}
