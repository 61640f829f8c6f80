// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import TestSupport
internal import Testing
internal import Verification

private typealias B = BindingYear

/// Each training rule in a tiny year that has another best plan without it.
@Suite("Each training rule changes the best plan")
struct TrainingRuleBindsTests {
  @Test("every rule has a year, and each that may be soft one in which it is")
  func complete() {
    for rule in TrainingRule.allCases {
      let years = Self.years.filter { $0.rule == rule }
      #expect(!years.isEmpty, "\(rule.rawValue)")
      #expect(years.contains { $0.softUnits != nil } == rule.mayBeSoft, "\(rule.rawValue)")
    }
  }

  @Test(
    "the best plan is another one without the rule, and the rule forbids that one", arguments: years
  )
  func binds(_ binding: BindingYear) throws {
    let kept = try best(binding.small)
    #expect(value("trained", kept) == binding.trained.with)
    #expect(broken(try #require(kept.plan), in: binding.small) == [])

    var relaxed = binding.small
    binding.relax(&relaxed)
    let free = try best(relaxed)
    #expect(value("trained", free) == binding.trained.without)
    let id = binding.rule == .quota ? "quota:Q" : binding.rule.rawValue
    #expect(broken(try #require(free.plan), in: binding.small) == [id])
  }

  @Test("a soft rule is broken for its penalty", arguments: years.filter { $0.softUnits != nil })
  func soft(_ binding: BindingYear) throws {
    var small = binding.small
    small.set(binding.rule, .soft(penalty: 7))
    let outcome = try best(small)
    #expect(value("trained", outcome) == binding.trained.without)
    #expect(value("penalties", outcome) == Int64(7 * (binding.softUnits ?? 0)))
    #expect(broken(try #require(outcome.plan), in: small) == [])
  }

  /// The engine's proven plan, whose values exhaustive search has found too.
  private func best(_ small: SmallTraining) throws -> TrainingOutcome {
    var options = TrainingOptions()
    options.gap = 0
    options.baseline = TrainingBaseline(pins: small.pins)
    let outcome = try planTraining(small.year, hosting: small.hosting, options: options)
    #expect(outcome.status == .optimal)
    guard case .best(let answer) = BestTraining.search(small) else {
      Issue.record("Exhaustive search finds no plan.")
      return outcome
    }
    #expect(outcome.tiers == answer.tiers)
    return outcome
  }

  private func value(_ tier: String, _ outcome: TrainingOutcome) -> Int64? {
    outcome.tiers.first { $0.name == tier }?.value
  }

  private func broken(_ plan: TrainingPlan, in small: SmallTraining) -> [String] {
    verifyTraining(plan, in: small.year, hosting: small.hosting, pins: small.pins)
      .rules.filter(\.isBroken).map(\.id)
  }

  // MARK: - The years

  private static let years = structure + capacity + days + composition + hosting + totals

  private static let structure = [
    // The cohort must sleep in the only bed, which without a window is D1's or D2's.
    BindingYear(
      .oneSession, "a cohort with a window trains", trained: (0, 1),
      relax: { $0.year.cohorts[0].predeparture = nil }
    ) {
      $0.addCohort(leaving: B.day("2026-07-15"), training: B.session)
      $0.addPartnersCourse()
      $0.year.sites[0].beds = 1
    },
    BindingYear(
      .acceptedCourse, "D2 is N4, the course takes N3", trained: (1, 2),
      relax: { $0.year.training.courses[0].levelMin = .none }
    ) {
      $0.year.training.delegations[0].level = .n3
      $0.year.training.courses[0].levelMin = .n3
    },
    BindingYear(
      .acceptedCourse, "D2 is of a country that the course does not take", trained: (1, 2),
      relax: { $0.year.training.courses[0].countries = [] }
    ) {
      $0.year.schools[1].country = 1
      $0.year.training.courses[0].countries = [0]
    },
    BindingYear(
      .acceptedCourse, "the course begins on Tuesdays, of which there is none", trained: (0, 2),
      relax: { $0.year.training.courses[0].startWeekdays = [] }
    ) { $0.year.training.courses[0].startWeekdays = [.tuesday] },
    BindingYear(
      .acceptedCourse, "the days of the course are one too few", trained: (0, 2),
      relax: { $0.year.training.courses[0].to = B.session.upperBound }
    ) { $0.year.training.courses[0].to = B.monday.adding(days: 1) },
  ]

  private static let capacity = [
    BindingYear(.sessionSize, "one person is the most", trained: (1, 2)) {
      $0.year.training.courses[0].sizeMax = 1
    },
    BindingYear(.sessionSize, "three people are the least", trained: (0, 2)) {
      $0.year.training.courses[0].sizeMin = 3
    },
    // Two sessions of one person each are one session too many.
    BindingYear(.sessionSize, "one session is the most", trained: (1, 2)) {
      $0.year.training.courses[0].to = B.monday.adding(days: 9)
      $0.year.training.courses[0].sizeMax = 1
      $0.year.training.courses[0].sessionsMax = 1
    },
    BindingYear(.beds, "there is one bed", trained: (1, 2)) { $0.year.sites[0].beds = 1 },
    BindingYear(.beds, "a woman and a man do not share the room", trained: (1, 2)) {
      $0.year.sites[0].beds = 2
      $0.year.sites[0].twinRooms = 1
      $0.year.training.courses[0].sharesRooms = true
      $0.year.training.delegations[1].members = Headcount(men: 1)
    },
    // Two people are two classes on Tuesday, the only morning.
    BindingYear(.classrooms, "there is one room for classes of one", trained: (1, 2)) {
      $0.year.sites[0].classSize = 1
      $0.year.sites[0].classrooms = 1
    },
    BindingYear(.lecturers, "one class of one can be taught", trained: (1, 2)) {
      $0.year.sites[0].classSize = 1
      $0.year.sites[0].lecturers = [LecturerCount(language: "ja", classes: 1)]
    },
  ]

  private static let days = [
    BindingYear(.closures, "the house is closed on Tuesday", trained: (0, 2)) {
      $0.year.sites[0].closed = [B.monday.adding(days: 1)...B.monday.adding(days: 1)]
    },
    BindingYear(.availability, "D2 is free from Tuesday on", trained: (1, 2), softUnits: 1) {
      $0.year.training.delegations[1].availableFrom = B.monday.adding(days: 1)
    },
    BindingYear(.calendars, "D2's area has a holiday", trained: (1, 2), softUnits: 1) {
      $0.year.training.calendars = [
        CalendarEntry(
          country: "MYS", areas: ["south"], name: "Holiday", kind: .festival,
          days: B.session.upperBound...B.session.upperBound, blocks: [.teachers])
      ]
    },
    BindingYear(.japanSchoolsOpen, "no school is open to see", trained: (0, 2), softUnits: 2) {
      $0.year.training.courses[0].visitsSchools = true
      $0.year.training.calendars = [
        CalendarEntry(country: "JPN", name: "Break", kind: .schoolBreak, days: B.session)
      ]
    },
  ]

  private static let composition = [
    BindingYear(.levelBand, "N4 and N3 are a step apart", trained: (1, 2)) {
      $0.year.training.courses[0].levelBand = 0
      $0.year.training.delegations[1].level = .n3
    },
    BindingYear(.mix, "one country, and there are two", trained: (1, 2)) {
      $0.year.training.courses[0].mix = .one
      $0.year.schools[1].country = 1
    },
    BindingYear(.mix, "two countries, and there is one", trained: (0, 2)) {
      $0.year.training.courses[0].mix = .atLeast(2)
    },
    // D1 has a student and a leader, D2 two students: the leader leads one.
    BindingYear(.leaders, "three students have one leader", trained: (2, 4)) {
      $0.year.training.courses[0].trainee = .students
      $0.year.training.courses[0].studentsPerLeader = 1
      for index in 0...1 { $0.year.training.delegations[index].trainee = .students }
      $0.year.training.delegations[0].leaders = Headcount(women: 1)
      $0.year.training.delegations[1].members = Headcount(women: 2)
    },
    // Of two teachers one may be away, whoever else stays.
    BindingYear(.oneTeacherAway, "a school of two teachers", trained: (1, 2)) {
      $0.year.training.delegations[1].school = 0
      $0.year.schools[0].japaneseTeachers = 2
    },
    // After 3 June the next may begin on 10 June; 8 June is its last Monday.
    BindingYear(.countrySpacing, "two Mondays are too near", trained: (1, 2)) {
      $0.year.training.courses[0].startWeekdays = [.monday]
      $0.year.training.courses[0].to = B.monday.adding(days: 9)
      $0.year.training.courses[0].sizeMax = 1
      $0.year.training.courses[0].mix = .one
    },
    BindingYear(.invitedOnce, "both delegations name the same person", trained: (1, 2)) {
      for index in 0...1 { $0.year.training.delegations[index].people = ["P"] }
    },
    BindingYear(.invitedOnce, "D2 came a year ago, two must lie between", trained: (1, 2)) {
      $0.year.training.rules.invitedYears = 2
      $0.year.training.delegations[1].lastInvitedYear = 2025
    },
    BindingYear(.diet, "D2's diet is not kept", trained: (1, 2), softUnits: 1) {
      $0.year.training.delegations[1].diet = ["halal"]
    },
  ]

  private static let hosting = [
    BindingYear(.hostSchool, "only D1's school hosted", trained: (1, 2), softUnits: 1) {
      $0.year.schools[0].lastHostedYear = 2025
      $0.hosting.cohortsOfSchool = [[], []]
    },
    // With one bed the partner takes the Monday on which D1 or D2 could train: 17 days
    // before leaving on 20 June. A week later it would be 10 days.
    BindingYear(.predepartureGap, "12 days are the least", trained: (0, 1), softUnits: 1) {
      $0.addCohort(
        leaving: B.day("2026-06-20"), training: B.monday...B.monday.adding(days: 9))
      $0.addPartnersCourse()
      $0.year.training.courses[1].startWeekdays = [.monday]
      $0.year.training.rules.gapMinDays = 12
      $0.year.sites[0].beds = 1
    },
    // The partner comes on the session's first day, so that D2 meets her in Malaysia.
    BindingYear(.hostTeacherPresent, "a partner comes to S2", trained: (1, 2), softUnits: 1) {
      $0.addCohort(leaving: B.monday, hostedBy: [1])
      $0.year.training.rules.presentWeeks = 1
      $0.year.training.rules.meetAfterWeeks = 0
    },
    // Her dispatch begins two months after the session, and she does not train in Japan.
    BindingYear(.meetYourPartner, "S2's partner comes later", trained: (1, 2), softUnits: 1) {
      $0.addCohort(leaving: B.day("2026-08-01"), hostedBy: [1])
    },
  ]

  private static let totals = [
    // A person costs 3 × ¥4,000, two ¥24,000: ¥12,000 over are two started ¥10,000.
    BindingYear(.budget, "it is enough for one person", trained: (1, 2), softUnits: 2) {
      $0.year.training.courses[0].costPerDay = 4_000
      $0.year.training.rules.totalBudget = 12_000
    },
    BindingYear(.pin, "D2 is to stay at home", trained: (1, 2)) {
      $0.pins = [TrainingPin(.delegation(1), to: nil)]
    },
    // One person fits; D2 would count double, D1 was told.
    BindingYear(.announced, "D1 was told of the session", trained: (1, 2)) {
      $0.year.training.courses[0].sizeMax = 1
      $0.year.training.delegations[1].priority = 2
      $0.year.training.announced = [
        TrainingPin(
          .delegation(0),
          to: TrainingSession(course: 0, site: 0, start: BindingYear.session.lowerBound))
      ]
    },
    BindingYear(.quota, "one person is the most", trained: (1, 2), softUnits: 1) {
      $0.year.training.rules.quotas = [
        TrainingQuota(id: "Q", select: TrainingSelector(), maximum: 1)
      ]
    },
    // D2 is half of two people, and all of them when alone; less than half may be of the
    // south.
    BindingYear(.quota, "nobody of the south", trained: (1, 2), softUnits: 1) {
      $0.year.training.rules.quotas = [
        TrainingQuota(
          id: "Q",
          select: TrainingSelector(conditions: [.init(.area, .among(["south"]))]),
          share: .init(of: TrainingSelector(), maximumPercent: 49))
      ]
    },
  ]
}
