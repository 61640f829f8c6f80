// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

/// What the verifier says of plans of ten years that break one rule and no other.
@Suite("Rules of ten years")
struct DecadeRuleTests {
  /// Two lines over 2025 to 2027, of which 2025 is over; every rule has a limit that the plan
  /// `kept` stays within.
  private func year() -> ProgrammeYear {
    var year = ProgrammeYear(
      title: "ten years", fiscalYear: 2026, countries: [Country(id: "LAO", language: "lo")],
      cohorts: [], schools: [], applicants: [])
    var partners = DecadeLine(id: "partners", kind: .dispatch)
    partners.country = 0
    (partners.max, partners.rampUp, partners.rampDown) = (20, 5, 4)
    (partners.cost, partners.taught) = (2_000_000, 300)
    (partners.staffDays, partners.venueNights) = (2, 3)
    var events = DecadeLine(id: "events", kind: .arts)
    (events.min, events.max) = (1, 10)
    (events.cost, events.audience) = (5_000_000, 2_000)
    year.decade.lines = [events, partners]
    year.decade.years = [2025, 2026, 2027].map { number in
      var planned = DecadeYear(year: number)
      planned.budget = 60_000_000
      planned.staffDays = 36
      planned.venueNights = 48
      planned.leastReach = 5_000
      return planned
    }
    year.decade.actuals = [
      DecadeActual(year: 2025, line: 0, units: 2), DecadeActual(year: 2025, line: 1, units: 10),
    ]
    year.decade.rules.floors = [0: 9_000]
    year.decade.rules.shares = [.arts: 20]
    return year
  }

  /// Events and partners by year.
  private let kept = [[2, 2, 3], [10, 12, 14]]

  private func check(
    _ rule: DecadeRule, _ units: [[Int]], in year: ProgrammeYear? = nil
  ) throws -> RuleCheck {
    let verification = verifyDecade(DecadePlan(units: units), in: year ?? self.year())
    return try #require(verification.rules.first { $0.id == rule.rawValue })
  }

  /// The only rule that a plan breaks, its units and its sentences.
  private func breach(
    _ units: [[Int]], change: (inout ProgrammeYear) -> Void = { _ in }
  ) -> [String: [String]] {
    var year = year()
    change(&year)
    let broken = verifyDecade(DecadePlan(units: units), in: year).rules.filter(\.isBroken)
    return Dictionary(
      uniqueKeysWithValues: broken.map { ("\($0.id) \($0.units)", $0.violations.map(\.sentence)) })
  }

  @Test("a plan within every limit breaks none, and each rule looks at something")
  func nothing() throws {
    let verification = verifyDecade(DecadePlan(units: kept), in: year())
    #expect(verification.isValid)
    #expect(verification.rules.map(\.id) == DecadeRule.allCases.map(\.rawValue))
    #expect(verification.rules.allSatisfy { $0.checked > 0 })
  }

  @Test("units: below the fewest and above the most")
  func units() {
    #expect(
      breach([[2, 0, 3], [10, 14, 14]]) { $0.decade.years[1].leastReach = 0 } == [
        "units 1": ["events has 0 in 2026, not from 1 to 10."]
      ])
    #expect(
      breach([[2, 2, 12], [10, 8, 4]]) { year in
        year.decade.years[2].budget = nil
        year.decade.rules.floors = [:]
      } == ["units 2": ["events has 12 in 2027, not from 1 to 10."]])
  }

  @Test("earned: a year that is over is as it was")
  func earned() {
    #expect(
      breach([[3, 2, 3], [10, 12, 14]]) == ["earned 1": ["events had 2 in 2025, not 3."]])
  }

  @Test("ramp: too many more, and too many fewer, than the year before")
  func ramp() {
    #expect(
      breach([[2, 2, 2], [10, 10, 16]]) == [
        "ramp 1": ["partners goes from 10 to 16 in 2027, 1 too far."]
      ])
    #expect(
      breach([[2, 3, 3], [10, 14, 9]]) == [
        "ramp 1": ["partners goes from 14 to 9 in 2027, 1 too far."]
      ])
  }

  @Test("budget: each started 10,000 yen over")
  func budget() {
    #expect(
      breach([[2, 2, 7], [10, 12, 14]]) == [
        "budget 300": ["2027 takes 63,000 thousand yen of 60,000."]
      ])
  }

  @Test("staff and venue nights: each day and night over")
  func staff() {
    #expect(
      breach(kept) { $0.decade.years[2].staffDays = 27 } == [
        "staff 1": ["2027 takes 28 days of staff of 27."]
      ])
    #expect(
      breach(kept) { $0.decade.years[1].venueNights = 30 } == [
        "venue-nights 6": ["2026 takes 36 nights in the houses of 30."]
      ])
  }

  @Test("least-reach: each started 1,000 people short")
  func leastReach() {
    // 2 × 2,000 + 12 × 300 = 7,600.
    #expect(
      breach(kept) { $0.decade.years[1].leastReach = 8_601 } == [
        "least-reach 2": ["2026 reaches 7,600 people, not 8,601."]
      ])
  }

  @Test("country-floor: each started 1,000 people short over all years")
  func countryFloor() {
    // 36 × 300 = 10,800.
    #expect(
      breach(kept) { $0.decade.rules.floors = [0: 10_801] } == [
        "country-floor 1": ["LAO has 10,800 people over all years, not 10,801."]
      ])
  }

  @Test("kind-share: lines of a kind cost too little of the years to come")
  func kindShare() {
    // 25 of 77 million.
    #expect(
      breach(kept) { $0.decade.rules.shares = [.arts: 33] } == [
        "kind-share 41": ["arts is 25,000 of 77,000 thousand yen, less than 33 percent."]
      ])
  }

  @Test("a rule that is off or soft is not broken; a soft one costs its units")
  func soft() throws {
    let units = [[2, 2, 7], [10, 12, 14]]
    var year = year()
    year.decade.rules.strictness[.budget] = .off
    #expect(verifyDecade(DecadePlan(units: units), in: year).isValid)
    year.decade.rules.strictness[.budget] = .soft(penalty: 2)
    let verification = verifyDecade(DecadePlan(units: units), in: year)
    #expect(verification.isValid)
    #expect(verification.tiers.first { $0.name == "penalties" }?.value == 600)
  }
}
