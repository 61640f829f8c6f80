// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension TrainingFacts {
  /// The tiers of the year's goals in the planner's order, with bound = value.
  func tiers(rules: [RuleCheck]) -> [TierResult] {
    year.training.objective.compactMap { goal -> TierResult? in
      let value: Int128
      switch goal {
      case .moved: value = Int128(people(of: moved))
      case .dropped: value = Int128(people(of: moved.filter { sessionsOfGroup[$0.group] == nil }))
      case .trained: value = sum { $0.priority * $0.headcount.people }
      case .penalties:
        value = rules.reduce(0) { $0 + Int128($1.units) * Int128($1.strictness.penalty ?? 0) }
      case .changes:
        guard let baseline else { return nil }
        value = changes(from: baseline)
      case .fairness:
        let shares = shares
        let least = Int64(shares.first ?? 10_000)
        return TierResult(name: goal.rawValue, value: least, bound: least, shares: shares)
      case .firstVisits: value = sum { $0.isFirstVisit ? $0.headcount.people : 0 }
      case .mixing: value = mixing
      case .cost: value = cost
      case .months: value = unloved
      }
      let clamped = Int64(clamping: value)
      return TierResult(name: goal.rawValue, value: clamped, bound: clamped)
    }
  }

  /// Adds up what each delegation that trains is worth.
  private func sum(_ worth: (Delegation) -> Int) -> Int128 {
    training.reduce(0) { $0 + Int128(worth(year.training.delegations[$1])) }
  }

  /// People of groups whose sessions are not those of an earlier plan.
  private func changes(from baseline: [EarlierAttendance]) -> Int128 {
    var before: [TrainingGroup: Set<TrainingSession?>] = [:]
    for earlier in baseline { before[earlier.group, default: []].insert(earlier.session) }
    let now = sessionsOfGroup.mapValues { Set($0.map { sessions[$0].session as TrainingSession? }) }
    let groups =
      cohortsToTrain.map(TrainingGroup.cohort)
      + year.training.delegations.indices.map(TrainingGroup.delegation)
    return groups.reduce(0) { sum, group in
      sum + (before[group] == now[group] ? 0 : Int128(people(group)))
    }
  }

  /// The countries' shares of people trained, smallest first.
  private var shares: [Int] {
    var asking: [Int: Int] = [:]
    for delegation in year.training.delegations.indices {
      asking[country(.delegation(delegation)), default: 0] += people(.delegation(delegation))
    }
    var hosted: [Int: Int] = [:]
    for cohort in year.cohorts.indices {
      hosted[year.cohorts[cohort].country, default: 0] += people(.cohort(cohort))
    }
    var trained: [Int: Int] = [:]
    for delegation in training {
      trained[country(.delegation(delegation)), default: 0] += people(.delegation(delegation))
    }
    let compared = asking.keys.filter { hosted[$0] ?? 0 > 0 }
    let factor = compared.map { ceiling(asking[$0] ?? 0, hosted[$0] ?? 1) }.max() ?? 1
    return compared.map { country in
      let whole = Int128(max(1, factor)) * Int128(hosted[country] ?? 1)
      return Int(10_000 * Int128(trained[country] ?? 0) / whole)
    }.sorted()
  }

  /// Countries beside the first, over the sessions that may have several.
  private var mixing: Int128 {
    sessions.filter { $0.course.mix != .one }.reduce(0) { $0 + Int128(countries(in: $1).count - 1) }
  }

  /// People of delegations that travel when they had rather not.
  private var unloved: Int128 {
    training.reduce(0) { sum, index in
      let isUnloved = (sessionsOfGroup[.delegation(index)] ?? []).contains {
        travelsUnwillingly(index, to: sessions[$0])
      }
      return sum + (isUnloved ? Int128(people(.delegation(index))) : 0)
    }
  }

  private func travelsUnwillingly(_ index: Int, to session: SessionFacts) -> Bool {
    let delegation = year.training.delegations[index]
    if !delegation.months.isEmpty,
      !delegation.months.contains(session.session.start.parts.month)
    {
      return true
    }
    return year.training.calendars.contains { entry in
      entry.avoids.contains(delegation.trainee) && entry.days.overlaps(session.days)
        && concerns(entry, schoolOf: delegation)
    }
  }

  /// Whether an entry is of a delegation's country, for no area or its school's.
  func concerns(_ entry: CalendarEntry, schoolOf delegation: Delegation) -> Bool {
    let school = year.schools[delegation.school]
    return entry.country == year.countries[school.country].id
      && (entry.areas.isEmpty || entry.areas.contains(school.area))
  }
}

extension TrainingFacts {
  /// Cost of the year, thousands of yen.
  var cost: Int128 {
    sessions.reduce(0) { sum, session in
      session.groups.reduce(sum + openingCost(of: session)) { $0 + cost(of: $1, in: session) }
    }
  }

  /// Cost of a session beside that of its people, thousands of yen.
  func openingCost(of session: SessionFacts) -> Int128 {
    thousands(Int128(session.course.costPerSession))
  }

  /// Cost of a group's people in a session, thousands of yen.
  func cost(of group: TrainingGroup, in session: SessionFacts) -> Int128 {
    let fare =
      switch group {
      case .cohort: Int64(0)
      case .delegation: year.countries[country(group)].fares[session.session.start.parts.month]
      }
    let yen = Int128(fare) + Int128(session.course.days) * Int128(session.course.costPerDay)
    return Int128(people(group)) * thousands(yen)
  }

  /// Thousands of yen, rounded up.
  private func thousands(_ yen: Int128) -> Int128 { yen <= 0 ? 0 : (yen + 999) / 1000 }
}

/// The least whole number that is not below a quotient of numbers that are not
/// negative; the divisor is taken as 1 or more.
func ceiling(_ dividend: Int, _ divisor: Int) -> Int {
  let divisor = max(1, divisor)
  return dividend / divisor + (dividend % divisor == 0 ? 0 : 1)
}
