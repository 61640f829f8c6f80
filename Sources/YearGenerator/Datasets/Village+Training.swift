// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// The trainings of the village: every rule, and few enough sessions to try all
/// plans one after another.
extension Village {
  /// Positions among the sites.
  enum House {
    static let kansai = 0
    static let urawa = 1
  }

  static let sites = [
    // Small enough that rooms for two matter.
    Site(
      id: "kansai", name: "Kansai, Rinku", prefecture: "Osaka", beds: 10, classrooms: 2,
      classSize: 6, twinRooms: 3, diets: ["vegetarian"],
      lecturers: [LecturerCount(language: "ja", classes: 2)],
      closed: [Day.on(2026, 9, 19)...Day.on(2026, 9, 23)]),
    Site(
      id: "urawa", name: "Urawa", prefecture: "Saitama", beds: 12, classrooms: 4, classSize: 3,
      diets: ["halal", "vegetarian"],
      lecturers: [
        LecturerCount(language: "ja", classes: 1), LecturerCount(language: "lo", classes: 1),
        LecturerCount(language: "th", classes: 2), LecturerCount(language: "vi", classes: 2),
      ], closed: [Day.on(2026, 10, 12)...Day.on(2026, 10, 12)]),
  ]

  static func training(beside year: ProgrammeYear) -> TrainingData {
    var rules = TrainingRules()
    // Thailand's window leaves thirteen or fourteen days.
    rules.gapMinDays = 14
    rules.gapMaxDays = 120
    rules.invitedYears = 3
    rules.totalBudget = 5_600_000
    rules.quotas = [
      TrainingQuota(
        id: "first-visits",
        select: TrainingSelector(conditions: [.init(.firstVisit, .among(["yes"]))]),
        share: .init(of: TrainingSelector(conditions: []), minimumPercent: 40)),
      TrainingQuota(
        id: "teachers-of-vietnam", strictness: .soft(penalty: 2),
        select: TrainingSelector(conditions: [
          .init(.country, .among(["VNM"])), .init(.trainee, .among(["teachers"])),
        ]),
        minimum: 1),
    ]
    return TrainingData(
      courses: courses, delegations: delegations, calendars: year.calendarsOfSchools,
      rules: rules)
  }

  private static let courses = [
    Course(
      id: "before-departure", name: "Training before departure", trainee: .partners, days: 26,
      sites: [House.urawa], startWeekdays: Weekday.allCases, sizeMin: 1, sizeMax: 6,
      sessionsMax: 2, language: "", costPerDay: 9_000, costPerSession: 200_000),
    // Tuesdays of September on which the house is open for eight days: the first
    // two, and the last.
    Course(
      id: "students", name: "Learners of host schools", trainee: .students, days: 8,
      sites: [House.kansai], startWeekdays: [.tuesday], from: Day.on(2026, 8, 25),
      to: Day.on(2026, 10, 6), sizeMin: 6, sizeMax: 10, sessionsMax: 1, levelMax: .n4,
      mix: .atLeast(2), sharesRooms: true, studentsPerLeader: 3, visitsSchools: true,
      costPerDay: 11_000, costPerSession: 400_000),
    Course(
      id: "teachers-autumn", name: "Counterpart teachers", trainee: .teachers, days: 10,
      startWeekdays: [.monday], from: Day.on(2026, 10, 5), to: Day.on(2026, 11, 8), sizeMin: 1,
      sizeMax: 3, sessionsMax: 3, levelMin: .n5, levelMax: .n2, levelBand: 1, mix: .one,
      costPerDay: 15_000, costPerSession: 300_000),
    // Thai teachers meet the partners before these leave.
    Course(
      id: "teachers-spring", name: "Counterpart teachers of Thailand", trainee: .teachers, days: 5,
      sites: [House.urawa], countries: [Land.thailand], startWeekdays: [.monday],
      from: Day.on(2026, 4, 6), to: Day.on(2026, 4, 19), sizeMin: 1, sizeMax: 4, sessionsMax: 1,
      levelMin: .n5, levelMax: .n2, costPerDay: 15_000, costPerSession: 200_000),
  ]

  private static let delegations = [
    // The leader of D02 is the teacher of D01: one of the two stays at home.
    delegation(1, school: 0, .teachers, Headcount(women: 1), level: .n4) {
      $0.isFirstVisit = true
      $0.months = [4]
      $0.people = ["T01"]
    },
    delegation(2, school: 0, .students, Headcount(women: 2, men: 1), level: .n5) {
      $0.leaders = Headcount(women: 1)
      $0.isFirstVisit = true
      $0.people = ["T01"]
    },
    // The levels of D03 and D07 are two steps apart: Vietnam needs two sessions.
    delegation(3, school: 5, .teachers, Headcount(men: 1), level: .n4) { $0.priority = 2 },
    delegation(4, school: 5, .students, Headcount(women: 1, men: 2), level: .n5) {
      $0.leaders = Headcount(men: 1)
      $0.diet = ["vegetarian"]
      $0.isFirstVisit = true
    },
    // Her diet is kept at Urawa only.
    delegation(5, school: 9, .teachers, Headcount(women: 1), level: .n5) {
      $0.diet = ["halal"]
      $0.availableTo = Day.on(2026, 10, 31)
      $0.isFirstVisit = true
    },
    // Of a school that hosted too long ago.
    delegation(6, school: 8, .teachers, Headcount(women: 1), level: .n4) { $0.months = [10] },
    delegation(7, school: 7, .teachers, Headcount(men: 1), level: .n2) { _ in },
    // Invited too lately.
    delegation(8, school: 1, .teachers, Headcount(men: 1), level: .n3) {
      $0.lastInvitedYear = 2024
    },
  ]

  private static func delegation(
    _ number: Int, school: Int, _ trainee: Trainee, _ members: Headcount, level: TeacherLevel,
    _ change: (inout Delegation) -> Void
  ) -> Delegation {
    var delegation = Delegation(
      id: "D" + padded(number, to: 2), school: school, trainee: trainee, members: members,
      level: level, tags: [Vocabulary.syntheticTag])
    change(&delegation)
    return delegation
  }
}
