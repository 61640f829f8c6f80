// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension RandomTrainingBuilder {
  /// Three to six delegations; several of a school, and some people in two of them.
  mutating func addDelegations() {
    let hasStudents = small.year.training.courses.contains { $0.trainee == .students }
    for index in 0..<random.integer(in: 3...6) {
      let trainee: Trainee = hasStudents && random.chance(40) ? .students : .teachers
      var delegation = Delegation(
        id: "D\(index + 1)", school: random.below(small.year.schools.count), trainee: trainee,
        members: people(1...2),
        leaders: trainee == .students && random.chance(70) ? people(1...1) : Headcount(),
        level: random.pick([.none, .n5, .n4, .n3, .n2]), isFirstVisit: random.chance(40),
        priority: random.pick([1, 1, 1, 2, 3]))
      let own = small.year.training.courses.indices.filter {
        small.year.training.courses[$0].trainee == trainee
      }
      if random.chance(25), !own.isEmpty { delegation.courses = [random.pick(own)] }
      if has(.availability) {
        delegation.availableFrom = random.pick([nil, monday(1), monday(2, plus: 2)])
        delegation.availableTo = random.pick([nil, monday(2), monday(3, plus: 1)])
      }
      delegation.months = random.some(of: [6, 7], percent: 35)
      if has(.diet) { delegation.diet = random.some(of: ["halal", "vegan"], percent: 40) }
      if has(.invitedOnce) {
        delegation.people = random.some(of: ["P1", "P2", "P3"], percent: 30)
        delegation.lastInvitedYear = random.pick([nil, nil, nil, 2022, 2024, 2025])
      }
      if random.chance(30) { delegation.tags = [random.pick(["alumni", "new"])] }
      small.year.training.delegations.append(delegation)
    }
  }

  /// So many people, mostly women and men.
  private mutating func people(_ range: ClosedRange<Int>) -> Headcount {
    var count = Headcount()
    for _ in 0..<random.integer(in: range) {
      switch random.below(9) {
      case 0..<4: count.women += 1
      case 4..<8: count.men += 1
      default: count.others += 1
      }
    }
    return count
  }

  /// What a dispatch plan says, or what stands in for one.
  mutating func addHosting() {
    let themes: Set<TrainingRule> = [.hostSchool, .hostTeacherPresent, .meetYourPartner]
    guard !self.themes.isDisjoint(with: themes) || random.chance(40) else {
      small.hosting = standInHosting(for: small.year)
      return
    }
    var partners: [Headcount] = []
    for cohort in small.year.cohorts {
      let count = random.below(cohort.places + 1)
      partners.append(count == 0 ? Headcount() : people(count...count))
    }
    var hosted: [[Int]] = []
    for school in small.year.schools {
      hosted.append(
        random.some(of: Array(small.year.cohorts.indices), percent: 60)
          .filter { small.year.cohorts[$0].country == school.country && partners[$0].people > 0 })
    }
    small.hosting = HostingFacts(partners: partners, cohortsOfSchool: hosted)
  }

  // MARK: - Rules

  mutating func addRules() {
    var rules = TrainingRules()
    for rule in TrainingRule.allCases where !rule.isStructural && rule != .quota {
      let isSoft = rule.mayBeSoft && random.chance(45)
      if !has(rule) {
        rules.strictness[rule] = harmless.contains(rule) ? .hard : .off
      } else if random.chance(6) {
        rules.strictness[rule] = .off
      } else {
        rules.strictness[rule] = isSoft ? .soft(penalty: random.integer(in: 1...5)) : .hard
      }
    }
    rules.gapMinDays = random.pick([1, 5, 12])
    rules.gapMaxDays = random.pick([14, 21, 60])
    rules.presentWeeks = random.integer(in: 1...3)
    rules.meetDays = random.integer(in: 1...3)
    rules.meetAfterWeeks = random.below(3)
    rules.meetBeforeWeeks = random.below(3)
    rules.spacingDays = random.pick([0, 2, 6, 9])
    rules.invitedYears = random.pick([nil, 1, 2, 5])
    if has(.budget) { rules.totalBudget = Int64(random.pick([0, 190_000, 400_000, 700_000])) }
    if has(.quota) {
      for index in 0..<random.integer(in: 1...2) { rules.quotas.append(quota("Q\(index + 1)")) }
    }
    small.year.training.rules = rules
    small.year.training.objective = objective()
  }

  /// Rules that may stay hard without data of their own.
  private var harmless: [TrainingRule] {
    [
      .sessionSize, .beds, .classrooms, .lecturers, .closures, .availability, .calendars,
      .japanSchoolsOpen, .levelBand, .mix, .leaders, .hostSchool, .oneTeacherAway,
      .invitedOnce, .diet, .budget, .pin,
    ]
  }

  private mutating func quota(_ id: String) -> TrainingQuota {
    var quota = TrainingQuota(
      id: id,
      strictness: random.chance(50) ? .soft(penalty: random.integer(in: 1...4)) : .hard,
      select: selector())
    switch random.below(4) {
    case 0: quota.minimum = random.integer(in: 1...3)
    case 1: quota.maximum = random.integer(in: 0...3)
    case 2: quota.share = .init(of: selector(), minimumPercent: random.pick([30, 50, 100]))
    default: quota.share = .init(of: selector(), maximumPercent: random.pick([0, 34, 50]))
    }
    return quota
  }

  private mutating func selector() -> TrainingSelector {
    let conditions: [TrainingSelector.Condition] = [
      .init(.country, .among([random.pick(["MYS", "THA"])])),
      .init(.trainee, .noneAmong([random.pick(["teachers", "students"])])),
      .init(.level, .among(["N5", "N4"])), .init(.firstVisit, .among(["yes"])),
      .init(.priority, .range(2, nil)), .init(.tags, .among(["alumni", "new"])),
      .init(.course, .among(["B-teachers"])), .init(.site, .noneAmong(["urawa"])),
      .init(.month, .range(nil, 6)), .init(.area, .among(["north"])),
      .init(.school, .among(["S1", "S2"])), .init(.delegation, .noneAmong(["D1"])),
    ]
    return TrainingSelector(
      conditions: random.chance(15) ? [] : [random.pick(conditions)])
  }

  /// The usual order of goals, or another one of some of them.
  private mutating func objective() -> [TrainingGoal] {
    guard random.chance(50) else { return TrainingData.defaultObjective }
    var goals = random.some(of: TrainingData.defaultObjective, percent: 75)
    for index in goals.indices.reversed() where index > 0 {
      goals.swapAt(index, random.below(index + 1))
    }
    return goals.isEmpty ? [.trained] : goals
  }

  /// An earlier plan and pins, from sessions that groups accept.
  mutating func addEarlierSessions() {
    let oracle = TrainingOracle(small)
    if random.chance(40) {
      small.baseline = []
      for group in oracle.groups where random.chance(70) {
        let sessions = oracle.acceptedSessions(of: group)
        guard !sessions.isEmpty else { continue }
        small.baseline?.append(
          EarlierAttendance(group, in: random.chance(90) ? random.pick(sessions) : nil))
      }
    }
    guard has(.pin) else { return }
    for group in oracle.groups where random.chance(35) {
      let sessions = oracle.acceptedSessions(of: group)
      if case .delegation = group, random.chance(30) {
        small.pins.append(TrainingPin(group, to: nil))
      } else if !sessions.isEmpty {
        small.pins.append(TrainingPin(group, to: random.pick(sessions)))
      }
    }
  }

  /// Sessions that groups were told of, kept by the rule or by the goals.
  mutating func addAnnouncedSessions() {
    guard random.chance(40) else { return }
    let oracle = TrainingOracle(small)
    for group in oracle.groups where random.chance(50) {
      let sessions = oracle.acceptedSessions(of: group)
      guard !sessions.isEmpty else { continue }
      small.year.training.announced.append(TrainingPin(group, to: random.pick(sessions)))
    }
    if random.chance(40) {
      small.year.training.rules.strictness[.announced] = .hard
      small.year.training.rules.mostMoved = random.pick([0, 1, 2, 3])
    } else {
      small.year.training.objective.insert(
        contentsOf: random.pick([[.moved, .dropped], [.moved], [.dropped]]),
        at: random.pick([0, 0, small.year.training.objective.count]))
    }
  }
}
