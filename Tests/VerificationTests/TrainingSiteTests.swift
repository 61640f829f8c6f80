// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

private typealias F = TrainingFixture

@Suite("Training rules about sites")
struct TrainingSiteTests {
  @Test("a night is over capacity by one bed")
  func oneBedOver() throws {
    var test = TrainingCase()
    // Six people with rooms for one from 2 November on; two rooms for two are booked.
    test.year.sites[F.urawa].beds = 8
    test.year.sites[F.urawa].twinRooms = 1
    test.rooms = [
      F.november: (single: 6, twin: 0), F.october: (single: 2, twin: 1),
    ]
    #expect(try test.check("beds").units == 0)
    test.year.siteBookings = [
      SiteBooking(site: F.urawa, days: F.day("2026-11-08")...F.day("2026-11-10"), beds: 1)
    ]
    let check = try test.check("beds")
    #expect(check.units == 1 && check.checked == 3 + 2)
    #expect(check.violations.first?.subjects == [.site("urawa")])
    #expect(
      check.violations.map(\.sentence) == [
        "urawa needs 6 rooms for one on the night of 2026-11-08; 5 are left there."
      ])
    test.year.siteBookings[0].days = F.day("2026-11-09")...F.day("2026-11-20")
    #expect(try test.check("beds").units == 0, "nobody sleeps there after the last day")
    test.year.siteBookings[0].days = F.day("2026-10-20")...F.day("2026-11-02")
    #expect(try test.check("beds").units == 0, "its last night is before the first")
    test.year.siteBookings[0] = SiteBooking(
      site: F.urawa, days: F.day("2026-10-01")...F.day("2026-10-07"), beds: 2, twinRooms: 1)
    #expect(
      try test.sentences("beds") == [
        "urawa needs 1 room for two on the nights of 2026-10-05 to 2026-10-06;"
          + " 0 are left there."
      ])
  }

  @Test(
    "booked beds that find no room for one take a room for two each two",
    arguments: [(8, 0), (9, 1), (10, 1), (11, 2), (14, 3), (500, 3)])
  func bookedBeds(beds: Int, twinsGone: Int) throws {
    var test = TrainingCase()
    test.joining = [(F.th1, F.june), (F.t1, F.october)]
    test.year.training.courses[F.teachers].sharesRooms = false
    test.year.siteBookings = [
      SiteBooking(site: F.urawa, days: F.day("2026-10-05")...F.day("2026-10-06"), beds: beds)
    ]
    test.rooms[F.october] = (single: 0, twin: 3)
    #expect(try test.check("beds").units == twinsGone)
  }

  @Test("a session holds enough rooms for its people")
  func enoughRooms() throws {
    var test = TrainingCase()
    // Three women and a man: one pair, two alone.
    for (single, twin, units) in [
      (2, 1, 0), (1, 2, 0), (0, 3, 0), (4, 0, 0), (1, 1, 1), (3, 0, 1), (0, 2, 1), (0, 0, 4),
    ] {
      test.rooms[F.october] = (single: single, twin: twin)
      #expect(try test.check("beds").units == units, "\(single) and \(twin)")
    }
    test.rooms[F.october] = (single: 1, twin: 1)
    #expect(
      try test.sentences("beds") == [
        "teachers at urawa from 2026-10-05 needs 2 rooms for one beside 1 room for two;"
          + " it holds 1."
      ])
    test.year.training.courses[F.teachers].sharesRooms = false
    #expect(try test.check("beds").units == 2)
    test.year.training.delegations[0].members = Headcount(others: 3)
    test.year.training.courses[F.teachers].sharesRooms = true
    #expect(try test.check("beds").units == 2, "others share with nobody")
  }

  @Test("leaders share with leaders alone")
  func leadersApart() throws {
    var test = TrainingCase()
    test.year.training.courses[F.students].sharesRooms = true
    // Three women, two men, a man who leads: two pairs.
    test.rooms[F.november] = (single: 2, twin: 2)
    #expect(try test.check("beds").units == 0)
    test.rooms[F.november] = (single: 0, twin: 3)
    #expect(try test.check("beds").units == 1)
    test.year.training.delegations[2].leaders = Headcount()
    test.year.training.delegations[2].members.men = 3
    #expect(try test.check("beds").units == 0 + 1, "three women leave one over")
  }

  @Test("classes have rooms on mornings, not on the first, the last day or a Sunday")
  func classrooms() throws {
    var test = TrainingCase()
    // 5 people in October are two classes of urawa; 6 in November two.
    test.joining.append((F.t3, F.october))
    test.year.sites[F.urawa].classrooms = 1
    let check = try test.check("classrooms")
    // 6 to 10 and 12 to 15 October; 3 to 7 November.
    #expect(check.units == 9 + 5 && check.checked == 2)
    #expect(
      check.violations.map(\.sentence) == [
        "urawa needs 2 classrooms on the mornings of 2026-10-06 to 2026-10-15;"
          + " 1 is left there.",
        "urawa needs 2 classrooms on the mornings of 2026-11-03 to 2026-11-07;"
          + " 1 is left there.",
      ])
    test.year.training.courses[F.students].classSize = 6
    test.year.training.courses[F.teachers].classSize = 5
    #expect(try test.check("classrooms").units == 9, "six people are two classes of five")
    test.year.sites[F.urawa].classrooms = 2
    test.year.siteBookings = [
      SiteBooking(
        site: F.urawa, days: F.day("2026-10-15")...F.day("2026-10-16"), beds: 0, classrooms: 9)
    ]
    #expect(
      try test.sentences("classrooms") == [
        "urawa needs 2 classrooms on the morning of 2026-10-15; 0 are left there."
      ])
    test.year.siteBookings[0].days = F.day("2026-10-11")...F.day("2026-10-11")
    #expect(try test.check("classrooms").units == 0, "a Sunday")
  }

  @Test("without a language of the course each country has classes of its own")
  func languages() throws {
    var test = TrainingCase()
    test.year.sites[F.urawa].classrooms = 1
    #expect(try test.check("classrooms").units == 5, "the students alone")
    test.year.training.courses[F.teachers].language = ""
    #expect(try test.check("classrooms").units == 9 + 5)
  }

  @Test("where a site names lecturers there are no more classes of a language")
  func lecturers() throws {
    var test = TrainingCase()
    #expect(try test.check("lecturers").checked == 0)
    test.year.training.courses[F.teachers].language = ""
    test.year.sites[F.urawa].lecturers = [
      LecturerCount(language: "ja", classes: 2), LecturerCount(language: "th", classes: 1),
    ]
    let check = try test.check("lecturers")
    #expect(check.units == 9 && check.checked == 3)
    #expect(check.violations.first?.subjects == [.site("urawa"), .value("vi")])
    #expect(
      check.violations.map(\.sentence) == [
        "urawa needs lecturers for 1 class of vi on the mornings of 2026-10-06 to 2026-10-15;"
          + " it has them for 0."
      ])
    test.year.sites[F.urawa].lecturers.append(LecturerCount(language: "vi", classes: 1))
    #expect(try test.check("lecturers").units == 0)
  }

  @Test("no session covers a day on which its site is closed")
  func closures() throws {
    var test = TrainingCase()
    for (from, to, units) in [
      ("2026-10-01", "2026-10-04", 0), ("2026-10-16", "2026-10-16", 1),
      ("2026-10-17", "2026-11-01", 0), ("2026-10-12", "2026-11-02", 2),
    ] {
      test.year.sites[F.urawa].closed = [F.day(from)...F.day(to)]
      #expect(try test.check("closures").units == units)
    }
    test.year.sites[F.urawa].closed = [F.day("2026-10-16")...F.day("2026-10-18")]
    #expect(
      try test.sentences("closures") == [
        "teachers at urawa from 2026-10-05 lasts to 2026-10-16; urawa is closed"
          + " 2026-10-16 to 2026-10-18."
      ])
    test.rules.strictness[.closures] = .off
    #expect(try test.check("closures").checked == 0)
  }

  @Test("diets are kept at the site")
  func diet() throws {
    var test = TrainingCase()
    test.year.training.delegations[0].diet = ["halal", "vegan"]
    test.year.sites[F.urawa].diets = ["vegan"]
    let check = try test.check("diet")
    #expect(check.units == 3)
    #expect(
      check.violations.map(\.sentence) == [
        "T1 in teachers at urawa from 2026-10-05: urawa cannot keep halal."
      ])
    test.year.sites[F.urawa].diets = ["halal", "vegan"]
    #expect(try test.check("diet").units == 0)
  }

  @Test("absurd numbers are counted, not trapped on")
  func absurd() throws {
    var test = TrainingCase()
    test.year.siteBookings = [
      SiteBooking(
        site: F.urawa, days: F.day("2026-10-01")...F.day("2026-11-30"), beds: .max,
        classrooms: .max, twinRooms: .max),
      SiteBooking(
        site: F.urawa, days: F.day("2026-10-01")...F.day("2026-11-30"), beds: .max,
        classrooms: .max, twinRooms: 0),
    ]
    #expect(try test.check("beds").units > 0)
    #expect(try test.check("classrooms").units > 0)
    test.year.training.courses[F.teachers].costPerDay = .max
    test.rules.totalBudget = 0
    #expect(try test.check("budget").units > 1_000_000_000)
    #expect(try test.value("cost") > 100_000_000_000_000_000)
  }
}
