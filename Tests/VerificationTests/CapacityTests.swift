// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

@Suite("Rules about places, sites and money")
struct CapacityTests {
  @Test("a cohort has no more placements than places")
  func cohortPlaces() throws {
    var year = Fixture.year()
    #expect(try year.check("cohort-places", Fixture.plan(in: year)).units == 0)
    year.cohorts[Fixture.th14].places = 0
    let broken = try year.check("cohort-places", Fixture.plan(in: year))
    #expect(broken.units == 2 && broken.checked == 3)
    #expect(broken.violations.first?.sentence == "TH14 has 2 placements; it has 0 places.")
  }

  @Test(
    "a country's placements are counted over its cohorts",
    arguments: [
      (0, nil as Int?, 0), (3, nil, 0), (5, nil, 2), (0, 3, 0), (0, 1, 2), (0, 0, 3),
    ])
  func countryQuota(min: Int, max: Int?, units: Int) throws {
    var year = Fixture.year()
    year.countries[0].min = min
    year.countries[0].max = max
    let plan = [
      year.place(0, Fixture.s1, in: 0), year.place(1, Fixture.s2, in: 0),
      year.place(2, Fixture.s3, in: 1),
    ]
    let check = try year.check("country-quota", plan)
    #expect(check.units == units && check.checked == 2)
    if min == 5 {
      #expect(
        check.violations.first?.sentence == "THA has 3 placements; it must have at least 5.")
    }
  }

  /// Three placements in TH14 and one in TH15.
  private func mixedPlan(in year: ProgrammeYear) -> [Placement] {
    [
      year.place(0, Fixture.s1, in: 0), year.place(1, Fixture.s2, in: 0),
      year.place(2, Fixture.s3, in: 0), year.place(3, Fixture.s4, in: 1),
    ]
  }

  private func siteYear(beds: Int, classrooms: Int, classSize: Int) -> ProgrammeYear {
    var year = Fixture.year()
    year.sites = [Site(id: "KIX", beds: beds, classrooms: classrooms, classSize: classSize)]
    year.cohorts[0].predeparture = Fixture.day("2026-04-01")...Fixture.day("2026-04-20")
    year.cohorts[1].predeparture = Fixture.day("2026-04-20")...Fixture.day("2026-04-28")
    year.cohorts[0].predepartureSite = 0
    year.cohorts[1].predepartureSite = 0
    return year
  }

  @Test("a bed is free on the night of the last day, a room is not")
  func lastNight() throws {
    var year = siteYear(beds: 3, classrooms: 2, classSize: 3)
    #expect(try year.check("predeparture", mixedPlan(in: year)).units == 0)
    year.sites[0].classrooms = 1
    let rooms = try year.check("predeparture", mixedPlan(in: year))
    #expect(rooms.units == 1 && rooms.checked == 1)
    #expect(
      rooms.violations.first?.sentence
        == "KIX needs 2 classrooms on 2026-04-20; 1 left there.")
    year.sites[0].classrooms = 2
    year.cohorts[1].predeparture = Fixture.day("2026-04-19")...Fixture.day("2026-04-28")
    let beds = try year.check("predeparture", mixedPlan(in: year))
    #expect(beds.units == 1)
    #expect(
      beds.violations.first?.sentence
        == "KIX needs 4 beds on the night of 2026-04-19; 3 left there.")
  }

  @Test("a class that begins needs a room", arguments: [(1, 3), (2, 2), (3, 1), (12, 1)])
  func roomsRoundUp(classSize: Int, rooms: Int) throws {
    var year = siteYear(beds: 10, classrooms: rooms + 1, classSize: classSize)
    #expect(try year.check("predeparture", mixedPlan(in: year)).units == 0)
    year.sites[0].classrooms = 0
    #expect(try year.check("predeparture", mixedPlan(in: year)).units == rooms + 1)
  }

  @Test("worst nights and worst days add up")
  func worst() throws {
    let year = siteYear(beds: 1, classrooms: 0, classSize: 2)
    // Beds: three on the first nights (2 short). Rooms: 2 + 1 on 20 April (3 short).
    #expect(try year.check("predeparture", mixedPlan(in: year)).units == 2 + 3)
  }

  @Test("bookings take beds and rooms, never more than there are")
  func bookings() throws {
    var year = siteYear(beds: 5, classrooms: 3, classSize: 12)
    func units() throws -> Int { try year.check("predeparture", mixedPlan(in: year)).units }
    year.siteBookings = [
      SiteBooking(
        site: 0, days: Fixture.day("2026-03-01")...Fixture.day("2026-04-01"), beds: 5,
        classrooms: 2)
    ]
    #expect(try units() == 0, "its last night is before the cohort's first")
    year.siteBookings[0].classrooms = 3
    #expect(try units() == 1, "its last day is the cohort's first")
    year.siteBookings[0].classrooms = 0
    year.siteBookings[0].days = Fixture.day("2026-04-10")...Fixture.day("2026-04-11")
    #expect(try units() == 3)
    year.siteBookings[0].beds = 500
    #expect(try units() == 3, "the capacity is zero, not less")
    year.siteBookings[0].days = Fixture.day("2026-04-10")...Fixture.day("2026-04-10")
    #expect(try units() == 0, "a booking of one day has no night")
    year.siteBookings[0].days = Fixture.day("2026-08-01")...Fixture.day("2026-08-30")
    #expect(try units() == 0, "nobody is there")
  }

  @Test("a cohort without a session or a site is bounded by no site")
  func noSite() throws {
    var year = siteYear(beds: 0, classrooms: 0, classSize: 1)
    year.cohorts[0].predeparture = nil
    year.cohorts[1].predepartureSite = nil
    #expect(try year.check("predeparture", mixedPlan(in: year)).units == 0)
  }

  @Test(
    "each started ten thousand yen over a country's budget is a unit",
    arguments: [
      (2_000_000 as Int64, 0), (1_999_999, 1), (1_990_000, 1), (1_989_999, 2), (0, 200),
    ])
  func countryBudget(budget: Int64, units: Int) throws {
    var year = Fixture.year()
    year.countries[0].budget = budget
    let check = try year.check("budget", Fixture.plan(in: year))
    #expect(check.units == units && check.checked == 1)
    if budget == 1_989_999 {
      #expect(
        check.violations.first?.sentence
          == "2 partners in THA cost ¥2,000,000; the budget is ¥1,989,999.")
    }
  }

  @Test("the total is a budget of its own")
  func totalBudget() throws {
    var year = Fixture.year()
    year.rules.budget.total = 6_000_000
    #expect(try year.check("budget", Fixture.plan(in: year)).units == 0)
    year.rules.budget.total = 5_995_000
    year.countries[1].budget = 3_985_000
    let check = try year.check("budget", Fixture.plan(in: year))
    #expect(check.checked == 2 && check.units == 2 + 1)
    #expect(
      check.violations.last?.sentence
        == "All countries together cost ¥6,000,000; the budget is ¥5,995,000.")
  }

  @Test("sums of money cannot overflow")
  func hugeCosts() throws {
    var year = Fixture.year()
    year.countries[0].costPerPartner = .max
    year.countries[0].budget = 0
    year.rules.budget.total = 0
    year.rules.strictness[.budget] = .soft(penalty: 10_000)
    let check = try year.check("budget", Fixture.plan(in: year))
    #expect(check.units > 3_000_000_000_000_000)
    #expect(try year.value(of: "penalties", Fixture.plan(in: year)) == .max)
  }
}
