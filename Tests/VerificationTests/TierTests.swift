// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

@Suite("Tiers")
struct TierTests {
  @Test("tiers come in the planner's order with values by hand")
  func byHand() {
    var year = Fixture.year()
    year.weights = [.interview: 1]
    year.schools[Fixture.s2].priority = 5
    let plan = [
      year.place(0, Fixture.s1, Fixture.s2, in: Fixture.th14),
      year.place(1, Fixture.v1, in: Fixture.vn9),
    ]
    // Both are alone. Thailand 1 of 7 places, Vietnam 1 of 3. Areas: Bangkok 2
    // of 2 schools, Hanoi 1 of 2, Chiang Mai and Chachoengsao none.
    #expect(
      year.tiers(plan) == [
        TierResult(name: "penalties", value: 2, bound: 2),
        TierResult(name: "filled", value: 6, bound: 6),
        TierResult(
          name: "fairness-countries", value: 1428, bound: 1428, shares: [1428, 3333]),
        TierResult(
          name: "fairness-areas", value: 0, bound: 0, shares: [0, 0, 5000, 10_000]),
        TierResult(name: "points", value: 101, bound: 101),
      ])
    year.objective = [.weighted, .changes, .fairness]
    year.filledWeight = 7
    let baseline = [
      EarlierPlacement(applicant: 1, schools: ["V1"], cohort: "VN9", base: "V1")
    ]
    let tiers = year.tiers(plan, baseline: baseline)
    #expect(
      tiers.map(\.name) == ["weighted", "changes", "fairness-countries", "fairness-areas"])
    #expect(tiers.map(\.value) == [7 * 6 + 101, 1, 1428, 0])
  }

  @Test("penalties sum units of soft rules alone")
  func penalties() throws {
    var year = Fixture.year()
    year.rules.strictness[.housing] = .soft(penalty: 11)
    year.rules.strictness[.medical] = .soft(penalty: 100)
    year.rules.strictness[.diet] = .off
    year.rules.companions.penaltyOthers = 3
    for school in [0, 1, 3] { year.schools[school].housing = .men }
    for school in year.schools.indices { year.schools[school].medicalTier = 0 }
    year.applicants[0].medicalTier = 1
    year.applicants[0].diet = ["halal"]
    year.applicants[0].countryRanks = [[Fixture.vietnam]]
    let plan = [
      year.place(0, Fixture.s1, in: 0), year.place(1, Fixture.s2, in: 0),
      year.place(2, Fixture.s3, in: 0),
    ]
    // The hard rule that A0 breaks has no price.
    #expect(try year.value(of: "penalties", plan) == 2 * 11 + 100 + 3)
  }

  @Test("countries without places have no share; shares stop at all")
  func shares() throws {
    var year = Fixture.year()
    year.cohorts[Fixture.vn9].places = 0
    year.cohorts[Fixture.th14].places = 1
    year.cohorts[Fixture.th15].places = 0
    let plan = Fixture.plan(in: year)
    let tier = try #require(year.tiers(plan).first { $0.name == "fairness-countries" })
    #expect(tier.shares == [10_000])
    year.cohorts[Fixture.th14].places = 0
    let none = try #require(year.tiers(plan).first { $0.name == "fairness-countries" })
    #expect(none.shares == [] && none.value == 10_000)
  }

  @Test("areas of one name in two countries are two")
  func areas() throws {
    var year = Fixture.year()
    for school in year.schools.indices { year.schools[school].area = "North" }
    let tier = try #require(
      year.tiers(Fixture.plan(in: year)).first { $0.name == "fairness-areas" })
    #expect(tier.shares == [5000, 10_000])
  }

  @Test("changes are applicants, not placements")
  func changes() throws {
    let year = Fixture.year()
    func earlier(_ applicant: Int, _ schools: [String], _ cohort: String) -> EarlierPlacement {
      EarlierPlacement(
        applicant: applicant, schools: schools, cohort: cohort, base: schools[0])
    }
    let plan = [
      year.place(0, Fixture.s1, Fixture.s2, in: 0), year.place(1, Fixture.s3, in: 1),
      year.place(2, Fixture.v1, in: 2),
    ]
    func changes(_ baseline: EarlierPlacement...) throws -> Int64 {
      try year.value(of: "changes", plan, baseline: baseline)
    }
    #expect(try changes() == 3)
    #expect(
      try changes(
        earlier(0, ["S2", "S1"], "TH14"), earlier(1, ["S3"], "TH15"), earlier(2, ["V1"], "VN9"))
        == 0)
    #expect(try changes(earlier(0, ["S2", "S1"], "TH15"), earlier(5, ["S4"], "TH14")) == 4)
    #expect(try changes(earlier(0, ["S1"], "TH14"), earlier(1, ["S3"], "TH15")) == 2)
    #expect(!year.tiers(plan).contains { $0.name == "changes" })
  }
}

@Suite("Claims")
struct ClaimTests {
  private func verify(_ change: (inout [TierResult]) -> Void) -> DispatchVerification {
    let year = Fixture.year()
    var claims = year.tiers(Fixture.plan(in: year))
    change(&claims)
    return verifyDispatch(
      year, placements: Fixture.plan(in: year), baseline: nil, claimed: claims)
  }

  @Test("true claims hold, and their bounds are passed on")
  func honest() {
    let verification = verify { claims in
      claims[0].bound = -1
      claims[1].bound = 99
      claims[2].bound = 9000
    }
    #expect(verification.isValid)
    #expect(verification.claims.count == 5 && verification.claims.allSatisfy(\.holds))
    #expect(verification.tiers[0].bound == -1)
    #expect(verification.tiers[1].bound == 99)
    #expect(verification.tiers[1].value == 4)
  }

  @Test("nothing claimed contradicts nothing")
  func nothing() {
    #expect(verify { $0 = [] }.isValid)
    #expect(verify { $0.removeLast() }.isValid)
  }

  @Test("tampered claims are found", arguments: 0..<11)
  func tampered(number: Int) throws {
    let verification = verify { claims in
      switch number {
      case 0: claims[0].value += 1
      case 1: claims[0].bound += 1
      case 2: claims[1].value -= 1
      case 3: claims[1].bound -= 1
      case 4: claims[2].shares?[1] += 1
      case 5: claims[2].bound -= 1
      case 6: claims[3].shares?.removeFirst()
      case 7: claims[3].shares?.reverse()
      case 8: claims.swapAt(0, 1)
      case 9: claims[4].name = "pints"
      default: claims.append(claims[4])
      }
    }
    #expect(!verification.isValid)
    #expect(verification.rules.allSatisfy { !$0.isBroken })
    let faults = verification.claims.flatMap(\.faults)
    #expect(faults.count == 1)
    let sentences = [
      "penalties is 0, not 1 as claimed.",
      "penalties is 0; the claimed bound 1 says that no plan goes below it.",
      "filled is 4, not 3 as claimed.",
      "filled is 4; the claimed bound 3 says that no plan goes above it.",
      "The shares of fairness-countries are worse than claimed.",
      "fairness-countries is 2857; the claimed bound 2856 says that no plan goes above it.",
      "The shares of fairness-areas are worse than claimed.",
      "The shares of fairness-areas are not claimed smallest first.",
      "penalties does not come in the order of this year's goals.",
      "pints is not a tier of this year's goals.",
      "points does not come in the order of this year's goals.",
    ]
    #expect(faults.first == sentences[number])
  }

  @Test("a broken hard rule makes a plan with true claims invalid")
  func broken() {
    var year = Fixture.year()
    year.schools[Fixture.s1].housing = .men
    let plan = Fixture.plan(in: year)
    let verification = verifyDispatch(
      year, placements: plan, baseline: nil, claimed: year.tiers(plan))
    #expect(!verification.isValid && verification.claims.allSatisfy(\.holds))
    year.rules.strictness[.housing] = .soft(penalty: 1)
    #expect(verifyDispatch(year, placements: plan, baseline: nil, claimed: nil).isValid)
  }

  @Test("leximin looks at the smallest share first, whatever the order")
  func leximin() {
    #expect(compareLeximin([3, 1, 2], [1, 2, 3]) == .equal)
    #expect(compareLeximin([10, 2], [3, 3]) == .worse)
    #expect(compareLeximin([2, 5, 5], [2, 9, 4]) == .better)
    #expect(compareLeximin([], []) == .equal)
    #expect(compareLeximin([9, 10], [10, 10]) == .worse)
  }
}
