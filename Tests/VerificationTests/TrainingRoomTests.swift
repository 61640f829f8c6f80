// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

private typealias F = TrainingFixture

@Suite("Rooms of trainings")
struct TrainingRoomTests {
  private func rooms(_ test: TrainingCase) -> [[Int]] {
    test.plan.sessions.map { [$0.singleRooms, $0.twinRooms] }
  }

  @Test("pairs take rooms for two, others rooms for one, then rooms for two")
  func split() {
    var test = TrainingCase()
    // Four partners; three women and a man; six students, rooms for one each.
    #expect(rooms(test) == [[4, 0], [2, 1], [6, 0]])
    test.year.sites[F.urawa].beds = 8
    #expect(rooms(test) == [[4, 0], [2, 1], [3, 3]], "two rooms for one, three for two")
    test.year.sites[F.urawa].twinRooms = 0
    test.year.sites[F.urawa].beds = 3
    #expect(rooms(test) == [[4, 0], [4, 0], [6, 0]], "rooms that the site has not")
  }

  @Test("earlier sessions come first, given rooms before them")
  func order() {
    var test = TrainingCase()
    test.year.training.courses[F.partners].sharesRooms = true
    let late = F.session(F.teachers, F.kansai, "2026-06-08")
    test.joining = [(F.th1, F.june), (F.t1, late)]
    test.year.sites[F.kansai].twinRooms = 1
    #expect(rooms(test) == [[2, 1], [3, 0]])
    var plan = TrainingPlan(joining: test.joining, rooms: [late: (single: 1, twin: 1)])
    plan = roomSplit(of: plan, in: test.year, hosting: test.hosting)
    #expect(plan.sessions.map(\.twinRooms) == [0, 1])
    test.year.siteBookings = [
      SiteBooking(
        site: F.kansai, days: F.day("2026-06-03")...F.day("2026-06-04"), beds: 2, twinRooms: 1)
    ]
    #expect(rooms(test) == [[4, 0], [1, 1]], "left on all its nights")
  }

  @Test("everybody has a room, numbered from the lowest that is free")
  func list() throws {
    var test = TrainingCase()
    test.joining.append((F.t3, F.session(F.teachers, F.urawa, "2026-10-12")))
    let rows = assignRooms(test.plan, in: test.year, hosting: test.hosting)
    func numbers(_ site: Int, _ start: String, _ kind: RoomKind) -> [Int] {
      rows.filter {
        $0.site == site && $0.kind == kind && $0.nights.lowerBound == F.day(start)
      }.map(\.number)
    }
    #expect(numbers(F.kansai, "2026-06-01", .single) == [1, 2, 3, 4])
    #expect(numbers(F.urawa, "2026-10-05", .twin) == [1])
    #expect(numbers(F.urawa, "2026-10-05", .single) == [1, 2])
    #expect(numbers(F.urawa, "2026-10-12", .single) == [3, 4])
    #expect(numbers(F.urawa, "2026-11-02", .single) == [1, 2, 3, 4, 5, 6])
    let twin = try #require(rows.first { $0.kind == .twin })
    #expect(twin.nights == F.day("2026-10-05")...F.day("2026-10-15"))
    #expect(twin.occupants.map(\.number) == [1, 2])
    #expect(twin.occupants.allSatisfy { $0.group == F.t1 && $0.sex == .female })
    #expect(
      rows.last?.occupants
        == [RoomOccupant(F.s1, number: 6, isLeader: true, sex: .male)])
    #expect(checkRooms(rows, for: test.plan, in: test.year, hosting: test.hosting).isEmpty)
  }

  /// What is wrong with the fixture's rooms after a change.
  private func faults(_ change: (inout [RoomAssignment]) -> Void) -> [String] {
    let test = TrainingCase()
    var rows = assignRooms(test.plan, in: test.year, hosting: test.hosting)
    change(&rows)
    return checkRooms(rows, for: test.plan, in: test.year, hosting: test.hosting)
      .map(\.sentence)
  }

  @Test("two people who may not share")
  func sharing() {
    // Rows 4 to 6: T1's two women; T1's man; T2's woman.
    #expect(
      faults { rows in
        let second = rows[4].occupants[1]
        rows[4].occupants[1] = rows[5].occupants[0]
        rows[5].occupants[0] = second
      } == [
        "T1 number 1 and T1 number 3 may not share twin room 1 at urawa on the night of"
          + " 2026-10-05: they are not two women or two men."
      ])
    #expect(
      faults { rows in
        let second = rows[4].occupants[1]
        rows[4].occupants[1] = rows[6].occupants[0]
        rows[6].occupants[0] = second
      }.isEmpty, "women of two countries may")
    #expect(
      faults { rows in
        rows[7].kind = .twin
        rows[7].occupants += rows.remove(at: 8).occupants
      } == [
        "S1 number 1 and S1 number 2 may not share twin room 1 at urawa on the night of"
          + " 2026-11-02: the course has rooms for one."
      ])
  }

  @Test("a bed used twice, a bed too many, no bed, no room, nobody")
  func otherFaults() {
    #expect(
      faults { $0[6].number = $0[5].number }.first
        == "T1 number 3, T2 number 1 are in single room 1 at urawa on the night of 2026-10-05,"
        + " which has 1 bed.")
    #expect(
      faults {
        $0.append($0[6]); $0[$0.count - 1].number = 7
      } == [
        "T2 number 1 has two beds at urawa on the night of 2026-10-05 and 10 other nights."
      ])
    #expect(
      faults { $0.remove(at: 6) } == [
        "T2 number 1 has no bed at urawa on the night of 2026-10-05 and 10 other nights."
      ])
    #expect(
      faults { $0[6].nights = F.day("2026-10-05")...F.day("2026-10-14") } == [
        "T2 number 1 has no bed at urawa on the night of 2026-10-15."
      ])
    #expect(
      faults { $0[6].number = 9 } == [
        "There is no single room 9 at urawa; it has 8 single rooms."
      ])
    #expect(faults { $0[6].site = 7 }.count == 3)
    #expect(
      faults { $0[6].occupants[0].number = 2 } == [
        "T2 number 2 has single room 2 at urawa on the nights of 2026-10-05 to 2026-10-15; the"
          + " plan has nobody like that there then.",
        "T2 number 1 has no bed at urawa on the night of 2026-10-05 and 10 other nights.",
      ])
    #expect(faults { $0[6].occupants[0].group = .delegation(77) }.count == 2)
  }
}

@Suite("Hosting")
struct HostingTests {
  @Test("a dispatch plan says who leaves and who hosts")
  func placements() {
    var year = Fixture.year()
    year.applicants[1].sex = .male
    year.applicants[2].sex = .unspecified
    let facts = hostingFacts(
      of: [
        year.place(0, Fixture.s1, Fixture.s2, in: Fixture.th14),
        year.place(1, Fixture.s1, in: Fixture.th15), year.place(2, Fixture.v1, in: Fixture.vn9),
      ], in: year)
    #expect(facts.partners == [Headcount(women: 1), Headcount(men: 1), Headcount(others: 1)])
    #expect(facts.cohortsOfSchool == [[0, 1], [0], [], [], [2], []])
  }

  @Test("without one places are filled as applicants ask for them")
  func standIn() {
    var year = Fixture.year()
    year.cohorts[0].places = 7
    year.cohorts[2].places = 3
    for applicant in 1..<6 { year.applicants[applicant].sex = .male }
    for applicant in 0..<6 { year.applicants[applicant].countryRanks = [[Fixture.thailand]] }
    year.applicants[5].cohorts = [Fixture.th15]
    let facts = standInHosting(for: year)
    // A woman of five; of six; nobody accepts Vietnam.
    #expect(
      facts.partners == [
        Headcount(women: 1, men: 6), Headcount(women: 1, men: 2), Headcount(women: 2, men: 1),
      ])
    #expect(facts.cohortsOfSchool == nil)
  }
}
