// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension RandomYearBuilder {
  // MARK: - Strictness and parameters

  mutating func addRules() {
    for rule in Rule.allCases where !rule.isStructural && rule != .quota && rule != .criterion {
      let strictness = strictness(hardPercent: hardPercent(rule))
      year.rules.strictness[rule] = has(rule) || random.chance(50) ? strictness : .hard
    }
    if case .soft = year.rules[.countryQuota] {
      // Dear enough that placing nobody is not the cheapest plan.
      year.rules.strictness[.countryQuota] = .soft(penalty: random.integer(in: 3...6))
    }
    if has(.language) {
      year.rules.language.minimum = random.integer(in: 0...2)
      year.rules.language.minimumRemote = random.integer(in: 1...3)
    }
    year.rules.hours.minimum = has(.hours) ? random.pick([3, 4, 6]) : 0
    year.rules.hours.maximum = has(.hours) ? random.pick([7, 9, 12]) : 60
    year.rules.travel.maximumMetres = has(.travel) ? someDistance(or: 5_000) : 1_000_000
    addCompanions()
    if has(.budget), random.chance(60) {
      year.rules.budget.total = Int64(random.pick([0, 30_000, 35_000, 60_000]))
    }
    year.rules.rotation.maximumYearsRunning = has(.rotation) ? random.integer(in: 1...3) : 3
  }

  private mutating func addCompanions() {
    guard has(.companions) else {
      if random.chance(70) { year.rules.strictness[.companions] = .off }
      return
    }
    year.rules.companions.others = random.pick([1, 1, 2])
    year.rules.companions.withinMetres = someDistance(or: 12_000)
    year.rules.companions.oldestAge = random.pick([36, 60])
    year.rules.companions.lowLanguageBelow = random.integer(in: 0...3)
    year.rules.companions.penaltyOthers = random.below(3)
  }

  /// Rules that a plan cannot please by placing nobody are hard less often.
  private func hardPercent(_ rule: Rule) -> Int {
    switch rule {
    case .announced, .pin, .countryQuota, .trackQuota: 25
    case .birthWindow, .countryAccepted, .apart, .language: 60
    default: 50
    }
  }

  mutating func strictness(hardPercent: Int) -> Strictness {
    if random.chance(hardPercent) { return .hard }
    return random.chance(88) ? .soft(penalty: random.integer(in: 1...3)) : .off
  }

  mutating func addGoals() {
    for criterion in Criterion.allCases {
      year.weights[criterion] = random.pick([0, 0, 1, 1, 2])
    }
    year.filledWeight = random.pick([1, 100, 1000])
    var goals: [Goal] =
      random.chance(25)
      ? [.penalties, .weighted, .fairness, .changes]
      : [.penalties, .filled, .fairness, .points, .changes]
    if random.chance(60) {
      for index in goals.indices { goals.swapAt(index, random.below(goals.count)) }
    }
    if random.chance(30) {
      goals = random.some(of: goals, percent: 60)
      if !goals.contains(.penalties), random.chance(60) { goals.insert(.penalties, at: 0) }
    }
    year.objective = goals.isEmpty ? [.filled] : goals
  }

  mutating func earlierPlan() -> [EarlierPlacement] {
    let oracle = Oracle(year)
    var plan: [EarlierPlacement] = []
    for applicant in year.applicants.indices where random.chance(60) {
      let placements = oracle.structuralPlacements(of: applicant)
      if placements.isEmpty || random.chance(10) {
        plan.append(
          EarlierPlacement(applicant: applicant, schools: ["S0"], cohort: "C1", base: "S0"))
        continue
      }
      let placement = random.pick(placements)
      var schools = placement.post.schools.map { year.schools[$0].id }
      if random.chance(10) { schools.append("S0") }
      plan.append(
        EarlierPlacement(
          applicant: applicant, schools: schools,
          cohort: random.chance(10) ? "C0" : year.cohorts[placement.cohort].id,
          base: schools[0]))
    }
    return plan
  }

  // MARK: - Rows of pins, quotas, criterion rules

  mutating func addRowsAndSelectors(baseline: [EarlierPlacement]?) {
    addRows()
    let oracle = Oracle(year, baseline: baseline)
    let placements = year.applicants.indices.flatMap { oracle.structuralPlacements(of: $0) }
    guard !placements.isEmpty else { return }
    if has(.quota) {
      for number in 1...random.integer(in: 1...2) {
        year.rules.quotas.append(quota("quota-\(number)", oracle, placements))
      }
    }
    if has(.criterion) {
      for number in 1...random.integer(in: 1...2) {
        let criterion = random.pick(Criterion.allCases)
        let points = oracle.points(criterion, random.pick(placements))
        year.rules.criteria.append(
          CriterionRule(
            id: "criterion-\(number)", strictness: strictness(hardPercent: 50),
            criterion: criterion, minimum: min(100, points + random.below(2)),
            select: random.chance(50)
              ? Selector(conditions: []) : selector(oracle, placements)))
      }
    }
  }

  private mutating func addRows() {
    let oracle = Oracle(year)
    var kinds: [Pin.Kind] = random.some(of: [.prefer, .prefer, .forbid], percent: 40)
    if has(.pin) { kinds += [.pin, random.pick([.pin, .prefer])] }
    if has(.announced) { kinds += [.announced, random.pick([.announced, .prefer])] }
    if has(.forbid) { kinds += [.forbid, .forbid, .forbid, .forbid] }
    for (line, kind) in kinds.enumerated() {
      let applicant = random.below(year.applicants.count)
      let placements = oracle.structuralPlacements(of: applicant)
      let eligible = placements.filter { oracle.isEligible($0) }
      guard let any = placements.first else { continue }
      let chosen =
        eligible.isEmpty || random.chance(15)
        ? random.pick(placements + [any]) : random.pick(eligible)
      let place: Pin.Place =
        switch random.below(3) {
        case 0: .anywhere
        case 1: .post(chosen.post.id)
        default: .school(random.pick(chosen.post.schools))
        }
      year.pins.append(
        Pin(
          applicant: applicant, place: place, cohort: random.chance(50) ? chosen.cohort : nil,
          kind: kind, line: line + 2))
    }
  }

  private mutating func quota(
    _ id: String, _ oracle: Oracle, _ placements: [Placement]
  ) -> QuotaRule {
    var quota = QuotaRule(
      id: id, strictness: strictness(hardPercent: 45), select: selector(oracle, placements))
    switch random.below(4) {
    case 0:
      quota.minimum = random.integer(in: 1...2)
      if random.chance(30) { quota.maximum = 2 }
    case 1: quota.maximum = random.below(3)
    default:
      let percents: [Int?] = [nil, 25, 33, 50, 67, 100]
      quota.share = QuotaRule.Share(
        of: random.chance(50) ? Selector(conditions: []) : selector(oracle, placements),
        minimumPercent: random.pick(percents))
      if quota.share?.minimumPercent == nil {
        quota.share?.maximumPercent = random.pick([0, 25, 33, 50, 60])
      }
      if random.chance(20) { quota.maximum = random.integer(in: 1...2) }
    }
    if random.chance(35) {
      quota.each = random.pick([
        .postCountry, .postArea, .postCity, .postLevel, .cohortId, .cohortCountry,
      ])
    }
    return quota
  }

  /// One or two conditions that some placement meets, about any attribute.
  private mutating func selector(_ oracle: Oracle, _ placements: [Placement]) -> Selector {
    let placement = random.pick(placements)
    var conditions: [Selector.Condition] = []
    for _ in 0..<random.pick([1, 1, 2]) {
      let attribute = random.pick(Attribute.allCases)
      switch oracle.value(of: attribute, placement) {
      case .number(let number):
        let tests: [Selector.Test] = [
          .range(number, nil), .range(nil, number), .range(number, number + 1),
          .among([String(number)]), .noneAmong([String(number + 1)]),
        ]
        conditions.append(.init(attribute, random.pick(tests)))
      case .words(let words):
        let word = words.isEmpty ? "none" : random.pick(words)
        guard !word.isEmpty else { continue }
        conditions.append(
          .init(attribute, random.chance(70) ? .among([word]) : .noneAmong([word])))
      }
    }
    return Selector(conditions: conditions)
  }
}
