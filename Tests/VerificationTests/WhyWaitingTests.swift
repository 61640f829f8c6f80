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
      reason.sentence
        == "No rule keeps it out of teachers at urawa from 2026-10-05, only the order of goals.")
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
    let reason = try #require(reasons(test).first)
    let obstacle = try #require(reason.obstacles.first)
    #expect(obstacle.rule == "beds" && obstacle.violation?.units == 5)
    #expect(
      reason.sentence
        == "No session of the plan takes it (beds 1): urawa needs 4 rooms for one on the nights of"
        + " 2026-10-05 to 2026-10-09; 3 are left there.")
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
      reason.sentence
        == "None of the 100 possible sessions is left; excluded by closures 39,"
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
      reasons.first?.sentence
        == "teachers does not take it: its level is N4, the course takes N3 to native.")
    test.year.training.courses[F.teachers].levelMin = .none
    test.year.training.courses[F.teachers].to = F.day("2026-04-10")
    #expect(self.reasons(test).first?.sentence == "teachers has no possible session.")
    test.year.training.courses[F.teachers].trainee = .students
    #expect(
      self.reasons(test).first?.sentence == "There is no course for teachers that it accepts.")
  }

  @Test("a rule that excludes every session is named with what it reads")
  func alone() {
    func sentence(_ change: (inout TrainingCase) -> Void) -> String? {
      var test = TrainingCase()
      change(&test)
      return reasons(test).first { $0.delegation == 3 }?.sentence
    }
    #expect(
      sentence { $0.year.training.delegations[3].availableFrom = F.day("2027-03-20") }
        == "availability excludes all 100 possible sessions: it is free from 2027-03-20.")
    #expect(
      sentence { $0.hosting.cohortsOfSchool = [[0], [], [1]] }
        == "host-school excludes all 100 possible sessions: B hosts nobody and did not in 2025.")
    #expect(
      sentence { $0.year.training.delegations[3].lastInvitedYear = 2024 }
        == "invited-once excludes all 100 possible sessions: it was invited in 2024.")
    #expect(
      sentence { $0.year.training.delegations[3].diet = ["halal"] }
        == "diet excludes all 100 possible sessions: no site of them keeps halal.")
    #expect(
      sentence { $0.year.schools[1].japaneseTeachers = 1 }
        == "one-teacher-away excludes all 100 possible sessions: 2 teachers would be away from B,"
        + " at most 1 may be.")
    #expect(
      sentence { $0.year.training.delegations[3].members = Headcount(women: 9) }
        == "session-size excludes all 100 possible sessions: it has 9 people.")
  }

  @Test("one that is pinned to no session has none left")
  func pinned() throws {
    var test = TrainingCase()
    test.pins = [TrainingPin(F.t3, to: nil)]
    let reason = try #require(reasons(test).first)
    #expect(reason.possible == 0 && reason.obstacles.first?.rule == "pin")
    #expect(reason.excluded.contains { $0.rule == .pin && $0.sessions == 100 })
    #expect(
      reason.sentence == "pin excludes all 100 possible sessions: it is pinned to none of them.")
  }
}
