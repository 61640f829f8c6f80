// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

/// A small year of trainings in which every rule holds for `TrainingFixture.plan`.
///
/// Cohort TH1 trains at kansai from 1 to 10 June; teachers of two countries (T1, T2)
/// are in Urawa from Monday, 5 October; students S1 with a leader from 2 November.
enum TrainingFixture {
  static let partners = 0
  static let teachers = 1
  static let students = 2
  static let kansai = 0
  static let urawa = 1
  static let t1 = TrainingGroup.delegation(0)
  static let t2 = TrainingGroup.delegation(1)
  static let s1 = TrainingGroup.delegation(2)
  static let t3 = TrainingGroup.delegation(3)
  static let th1 = TrainingGroup.cohort(0)

  static func day(_ text: String) -> Day { Fixture.day(text) }

  static func year() -> ProgrammeYear {
    var year = ProgrammeYear(
      title: "Test", fiscalYear: 2026,
      countries: [
        Country(id: "THA", language: "th", fares: Fares(usual: 80_000, ofMonth: [10: 90_500])),
        Country(id: "VNM", language: "vi", fares: Fares(usual: 60_000)),
      ],
      cohorts: [
        Cohort(
          id: "TH1", country: 0, places: 4, dispatchStart: day("2026-07-15"),
          dispatchEnd: day("2027-02-28"),
          predeparture: day("2026-06-01")...day("2026-06-12")),
        Cohort(
          id: "VN1", country: 1, places: 2, dispatchStart: day("2026-08-01"),
          dispatchEnd: day("2027-02-28")),
      ],
      schools: [
        school("A", 0, "north"), school("B", 0, "south"), school("C", 1, "south"),
      ],
      applicants: [],
      sites: [
        Site(id: "kansai", beds: 20, classrooms: 5, classSize: 10, twinRooms: 4),
        Site(id: "urawa", beds: 14, classrooms: 4, classSize: 4, twinRooms: 3),
      ])
    year.training = TrainingData(
      courses: [
        Course(
          id: "partners", trainee: .partners, days: 10, sizeMax: 30, costPerSession: 100_000),
        Course(
          id: "teachers", trainee: .teachers, days: 12, startWeekdays: [.monday], sizeMax: 8,
          sharesRooms: true, costPerDay: 1_010, costPerSession: 250_001),
        Course(id: "students", trainee: .students, days: 8, sites: [1], sizeMax: 20),
      ],
      delegations: [
        Delegation(
          id: "T1", school: 0, trainee: .teachers, members: Headcount(women: 2, men: 1),
          isFirstVisit: true, priority: 3, months: [10]),
        Delegation(
          id: "T2", school: 2, trainee: .teachers, members: Headcount(women: 1), months: [6]),
        Delegation(
          id: "S1", school: 1, trainee: .students, members: Headcount(women: 3, men: 2),
          leaders: Headcount(men: 1), priority: 2),
        Delegation(
          id: "T3", school: 1, trainee: .teachers, members: Headcount(women: 1, others: 1)),
      ])
    return year
  }

  private static func school(_ id: String, _ country: Int, _ area: String) -> School {
    School(
      id: id, country: country, area: area, position: GeoPoint(latitude: 0, longitude: 0),
      japaneseTeachers: 4)
  }

  static let hosting = HostingFacts(
    partners: [Headcount(women: 3, men: 1), Headcount(women: 2)],
    cohortsOfSchool: [[0], [0], [1]])

  static func session(_ course: Int, _ site: Int, _ start: String) -> TrainingSession {
    TrainingSession(course: course, site: site, start: day(start))
  }

  static let june = session(partners, kansai, "2026-06-01")
  static let october = session(teachers, urawa, "2026-10-05")
  static let november = session(students, urawa, "2026-11-02")

  /// Who joins what, before rooms are given.
  static let joining: [(group: TrainingGroup, session: TrainingSession)] = [
    (th1, june), (t1, october), (t2, october), (s1, november),
  ]
}

/// A training plan under test, with what it is checked against.
struct TrainingCase {
  var year = TrainingFixture.year()
  var hosting = TrainingFixture.hosting
  var joining = TrainingFixture.joining
  var baseline: [EarlierAttendance]?
  var pins: [TrainingPin] = []
  /// Rooms that sessions hold in place of those that `roomSplit` gives.
  var rooms: [TrainingSession: (single: Int, twin: Int)] = [:]

  var rules: TrainingRules {
    get { year.training.rules }
    set { year.training.rules = newValue }
  }

  var plan: TrainingPlan {
    var plan = roomSplit(of: TrainingPlan(joining: joining), in: year, hosting: hosting)
    for offset in plan.sessions.indices {
      guard let rooms = rooms[plan.sessions[offset].session] else { continue }
      plan.sessions[offset].singleRooms = rooms.single
      plan.sessions[offset].twinRooms = rooms.twin
    }
    return plan
  }

  /// Puts a group into another session, or into its first one, or into none.
  mutating func move(_ group: TrainingGroup, to session: TrainingSession?) {
    joining.removeAll { $0.group == group }
    if let session { joining.append((group, session)) }
  }

  func verify(_ claimed: [TierResult] = []) -> PlanVerification {
    verifyTraining(
      plan, in: year, hosting: hosting, baseline: baseline, pins: pins, claimed: claimed)
  }

  func check(_ id: String) throws -> RuleCheck {
    try #require(verify().rules.first { $0.id == id })
  }

  func sentences(_ id: String) throws -> [String] {
    try check(id).violations.map(\.sentence)
  }

  func value(_ tier: String) throws -> Int64 {
    try #require(verify().tiers.first { $0.name == tier }).value
  }

  /// Ids of the rules that are broken.
  var broken: [String] { verify().rules.filter { !$0.violations.isEmpty }.map(\.id) }
}
