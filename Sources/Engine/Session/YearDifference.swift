// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// How a year differs from another one, where the differences are such that the
/// other one's program with other bounds or points is this one's.
struct YearDifference {
  /// Limits, at most one change of each.
  private(set) var limits: [YearChange] = []
  /// Further rows of `pins.csv`; applicants are those of the other year.
  private(set) var rows: [Pin] = []
  /// Applicants of the other year who are not in this one.
  private(set) var missing: [Int] = []
  /// Weights that are different, as they are now.
  private(set) var weights: [Criterion: Int] = [:]
  /// Interview scores that are different, as they are now.
  private(set) var scores: [Int: Int] = [:]
  /// For each applicant of the other year the index in this one.
  private(set) var positions: [Int?] = []

  /// Looks for the differences; there is no such value when the years differ in
  /// anything else.
  ///
  /// What trainings are planned from is passed over: dispatch does not read it.
  ///
  /// - Parameters:
  ///   - base: The other year.
  ///   - year: This year.
  /// - Complexity: Proportional to the size of the years.
  init?(from base: ProgrammeYear, to year: ProgrammeYear) {
    guard year.countries.count == base.countries.count, year.cohorts.count == base.cohorts.count,
      year.rules.quotas.count == base.rules.quotas.count,
      takePeople(of: year, from: base), takeRows(of: year, from: base)
    else { return nil }
    // What is left has to be the same.
    var rest = year
    (rest.title, rest.training) = (base.title, base.training)
    (rest.applicants, rest.pins, rest.weights) = (base.applicants, base.pins, base.weights)
    for criterion in Criterion.allCases {
      let weight = year.weights[criterion] ?? 0
      if weight != base.weights[criterion] ?? 0 { weights[criterion] = weight }
    }
    for (index, country) in base.countries.enumerated() {
      let (min, max) = (rest.countries[index].min, rest.countries[index].max)
      (rest.countries[index].min, rest.countries[index].max) = (country.min, country.max)
      if (min, max) != (country.min, country.max) {
        limits.append(.country(index, min: min, max: max))
      }
    }
    for (index, country) in base.countries.enumerated() {
      guard let old = country.budget, let new = year.countries[index].budget, old != new
      else { continue }
      rest.countries[index].budget = old
      limits.append(.budget(country: index, new))
    }
    if let old = base.rules.budget.total, let new = year.rules.budget.total, old != new {
      rest.rules.budget.total = old
      limits.append(.budget(country: nil, new))
    }
    for (index, cohort) in base.cohorts.enumerated() {
      let places = rest.cohorts[index].places
      rest.cohorts[index].places = cohort.places
      if places != cohort.places { limits.append(.places(cohort: index, places)) }
    }
    for (index, quota) in base.rules.quotas.enumerated() {
      let (least, most) = (rest.rules.quotas[index].minimum, rest.rules.quotas[index].maximum)
      rest.rules.quotas[index].minimum = quota.minimum
      rest.rules.quotas[index].maximum = quota.maximum
      if (least, most) != (quota.minimum, quota.maximum) {
        limits.append(.quota(quota.id, minimum: least, maximum: most))
      }
    }
    guard rest == base else { return nil }
    // Where scores decide more than points, they are no mere change of points.
    let readsScores =
      base.rules.criteria.contains { $0.criterion == .interview }
      || base.rules.quotas.contains { quota in
        [quota.select, quota.share?.of].compactMap { $0 }.contains { selector in
          selector.conditions.contains { $0.attribute == .applicantInterviewScore }
        }
      }
    if readsScores, !scores.isEmpty { return nil }
  }

  /// Finds out who is missing and whose score is different.
  ///
  /// - Returns: Whether people are the same but for that.
  private mutating func takePeople(of year: ProgrammeYear, from base: ProgrammeYear) -> Bool {
    var next = 0
    var old: [Int] = []
    for (index, applicant) in base.applicants.enumerated() {
      if next < year.applicants.count, year.applicants[next].id == applicant.id {
        positions.append(next)
        old.append(index)
        next += 1
      } else {
        // Whoever goes together with somebody is bound to them as long as they are there.
        guard applicant.togetherWith.isEmpty, applicant.apartFrom.isEmpty else { return false }
        positions.append(nil)
        missing.append(index)
      }
    }
    guard next == year.applicants.count else { return false }
    for (index, person) in zip(old, year.applicants) {
      var person = person
      person.togetherWith = person.togetherWith.map { old[$0] }
      person.apartFrom = person.apartFrom.map { old[$0] }
      let score = person.interviewScore
      person.interviewScore = base.applicants[index].interviewScore
      guard person == base.applicants[index] else { return false }
      if score != person.interviewScore { scores[index] = score }
    }
    return true
  }

  /// Finds out which rows of `pins.csv` are new.
  ///
  /// - Returns: Whether all rows before are there.
  private mutating func takeRows(of year: ProgrammeYear, from base: ProgrammeYear) -> Bool {
    func plain(_ pin: Pin, _ applicant: Int) -> Pin {
      var pin = pin
      (pin.applicant, pin.line, pin.reason) = (applicant, 0, "")
      return pin
    }
    let kept = base.pins.compactMap { pin in
      positions[pin.applicant].map { plain(pin, $0) }
    }
    let now = year.pins.map { plain($0, $0.applicant) }
    guard now.starts(with: kept) else { return false }
    var old = [Int](repeating: 0, count: year.applicants.count)
    for (index, position) in positions.enumerated() {
      if let position { old[position] = index }
    }
    rows = now[kept.count...].map { plain($0, old[$0.applicant]) }
    return true
  }
}
