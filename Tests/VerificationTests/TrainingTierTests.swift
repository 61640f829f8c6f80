// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

private typealias F = TrainingFixture

@Suite("Tiers of trainings")
struct TrainingTierTests {
  @Test("tiers come in the planner's order with values by hand")
  func byHand() {
    var test = TrainingCase()
    // Trained: 3 × 3 + 1 + 2 × 6 = 22. Thailand has 3 + 6 + 2 = 11 people in its
    // delegations and 4 partners, Vietnam 1 and 2: K = 3, 9 of 12 and 1 of 6. Two
    // countries in October. T2 had rather travel in June.
    //
    // Cost: partners 100 + 4 × 0. Teachers 251 + 3 × ⌈90.5 + 12.12⌉ + ⌈60 + 12.12⌉
    // = 251 + 309 + 73. Students 6 × 80 + 0.
    #expect(
      test.verify().tiers == [
        TierResult(name: "trained", value: 22, bound: 22),
        TierResult(name: "penalties", value: 0, bound: 0),
        TierResult(name: "fairness", value: 1666, bound: 1666, shares: [1666, 7500]),
        TierResult(name: "first-visits", value: 3, bound: 3),
        TierResult(name: "mixing", value: 1, bound: 1),
        TierResult(name: "cost", value: 1213, bound: 1213),
        TierResult(name: "months", value: 1, bound: 1),
      ])
    test.year.training.objective = [.cost, .changes, .trained]
    test.baseline = []
    #expect(test.verify().tiers.map(\.name) == ["cost", "changes", "trained"])
  }

  @Test("changes are people of groups whose session is another one")
  func changes() throws {
    var test = TrainingCase()
    test.baseline = F.joining.map { EarlierAttendance($0.group, in: $0.session) }
    #expect(try test.value("changes") == 0)
    test.baseline?[0].session = F.session(F.partners, F.urawa, "2026-06-01")
    #expect(try test.value("changes") == 4)
    test.baseline?[2].session = nil
    #expect(try test.value("changes") == 4 + 1)
    test.baseline?.append(EarlierAttendance(F.t3, in: F.october))
    #expect(try test.value("changes") == 4 + 1 + 2)
    test.baseline = []
    #expect(try test.value("changes") == 4 + 3 + 1 + 6)
  }

  @Test("countries without delegations or partners have no share")
  func fairness() throws {
    var test = TrainingCase()
    func shares() throws -> [Int]? {
      try #require(test.verify().tiers.first { $0.name == "fairness" }).shares
    }
    test.hosting.partners[1] = Headcount()
    #expect(try shares() == [7500])
    test.hosting.partners[1] = Headcount(men: 1)
    #expect(try shares() == [3333, 7500])
    test.hosting.partners[1] = Headcount(men: 11)
    test.hosting.partners[0] = Headcount(men: 11)
    #expect(try shares() == [909, 8181], "K is 1")
    test.year.training.delegations = []
    test.joining = [(F.th1, F.june)]
    #expect(try shares() == [])
    #expect(try test.value("fairness") == 10_000)
  }

  @Test("months and days that a delegation had rather not")
  func months() throws {
    var test = TrainingCase()
    test.year.training.delegations[1].months = []
    #expect(try test.value("months") == 0)
    test.year.training.calendars = [
      CalendarEntry(
        country: "THA", name: "Festival", kind: .festival,
        days: F.day("2026-10-16")...F.day("2026-11-02"), avoids: [.teachers])
    ]
    #expect(try test.value("months") == 3)
    test.year.training.delegations[0].months = [9]
    #expect(try test.value("months") == 3, "both count once")
    test.year.training.calendars[0].avoids = [.students]
    test.year.training.calendars[0].areas = ["south"]
    #expect(try test.value("months") == 3 + 6)
    test.year.training.calendars[0].country = "JPN"
    #expect(try test.value("months") == 3)
  }

  @Test("sessions for one country mix nothing")
  func mixing() throws {
    var test = TrainingCase()
    test.year.training.courses[F.teachers].mix = .one
    #expect(try test.value("mixing") == 0)
    test.year.training.courses[F.teachers].mix = .atLeast(2)
    #expect(try test.value("mixing") == 1)
  }

  @Test("sessions that nobody joins count for nothing")
  func empty() {
    let test = TrainingCase()
    var plan = test.plan
    plan.sessions.append(
      OpenSession(F.session(F.teachers, F.urawa, "2026-10-12"), singleRooms: 99, twinRooms: 9))
    let verification = verifyTraining(plan, in: test.year, hosting: test.hosting)
    #expect(verification == test.verify())
  }

  @Test("claims are contradicted")
  func claims() {
    let test = TrainingCase()
    let tiers = test.verify().tiers
    #expect(test.verify(tiers).claims.allSatisfy { $0.holds })
    func faults(_ change: (inout [TierResult]) -> Void) -> [String] {
      var claimed = tiers
      change(&claimed)
      let verification = test.verify(claimed)
      #expect(!verification.isValid)
      return verification.claims.flatMap(\.faults)
    }
    #expect(
      faults {
        $0[0].value = 23; $0[0].bound = 23
      } == ["trained is 22, not 23 as claimed."])
    #expect(
      faults { $0[0].bound = 21 } == [
        "trained is 22; the claimed bound 21 says that no plan goes above it."
      ])
    #expect(
      faults { $0[5].bound = 1214 } == [
        "cost is 1213; the claimed bound 1214 says that no plan goes below it."
      ])
    #expect(
      faults { $0[6].bound = 2 } == [
        "months is 1; the claimed bound 2 says that no plan goes below it."
      ])
    #expect(
      faults { $0[2].shares = [1666, 7501] } == [
        "The shares of fairness are worse than claimed."
      ])
    #expect(
      faults { $0.append(TierResult(name: "changes", value: 0, bound: 0)) } == [
        "changes is not a tier of this year's goals."
      ])
  }
}
