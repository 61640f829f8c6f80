// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

extension TrainingOracle {
  /// Cost of the year, thousands of yen.
  func cost(_ plan: Plan) -> Int {
    func thousands(_ yen: Int) -> Int { yen / 1000 + (yen % 1000 > 0 ? 1 : 0) }
    return plan.open.reduce(0) { sum, entry in
      let (session, groups) = entry
      let course = course(session)
      let stay = course.days * Int(course.costPerDay)
      return groups.reduce(sum + thousands(Int(course.costPerSession))) { sum, group in
        let isAbroad = delegation(group) != nil
        let fare = isAbroad ? year.countries[country(group)].fares[session.start.parts.month] : 0
        return sum + people(group) * thousands(Int(fare) + stay)
      }
    }
  }

  /// The tiers of a plan in the planner's order, bounds equal to values.
  ///
  /// - Parameters:
  ///   - plan: A plan in which each group has at most one session.
  ///   - units: Units of the soft rules, by instance.
  /// - Returns: A tier for each of the year's goals; none for `changes` without an
  ///   earlier plan.
  package func tiers(of plan: Plan, units: [String: Int]) -> [TierResult] {
    let delegations = plan.choice.keys.compactMap { group in
      delegation(group).map { (group: group, delegation: $0, people: people(group)) }
    }
    var tiers: [TierResult] = []
    for goal in year.training.objective {
      let value: Int
      switch goal {
      case .moved: value = movedPeople(plan)
      case .dropped:
        value = year.training.announced.reduce(0) {
          $0 + (plan.choice[$1.group] == nil ? people($1.group) : 0)
        }
      case .trained: value = delegations.reduce(0) { $0 + $1.delegation.priority * $1.people }
      case .penalties:
        value = instances.reduce(0) { $0 + (units[$1.id] ?? 0) * ($1.strictness.penalty ?? 0) }
      case .changes:
        guard let baseline = small.baseline else { continue }
        value = changes(plan, baseline)
      case .fairness:
        let shares = shares(plan)
        let least = Int64(shares.first ?? 10_000)
        tiers.append(
          TierResult(name: goal.rawValue, value: least, bound: least, shares: shares))
        continue
      case .firstVisits:
        value = delegations.reduce(0) { $0 + ($1.delegation.isFirstVisit ? $1.people : 0) }
      case .mixing:
        value = plan.open.reduce(0) { sum, entry in
          course(entry.key).mix == .one ? sum : sum + Set(entry.value.map(country)).count - 1
        }
      case .cost: value = cost(plan)
      case .months:
        value = plan.choice.reduce(0) {
          $0 + (travelsUnwillingly($1.key, $1.value) ? people($1.key) : 0)
        }
      }
      tiers.append(TierResult(name: goal.rawValue, value: Int64(value), bound: Int64(value)))
    }
    return tiers
  }

  /// People of groups that are not in the session announced to them.
  func movedPeople(_ plan: Plan) -> Int {
    year.training.announced.reduce(0) {
      $0 + (plan.choice[$1.group] == $1.session ? 0 : people($1.group))
    }
  }

  private func changes(_ plan: Plan, _ baseline: [EarlierAttendance]) -> Int {
    groups.reduce(0) { sum, group in
      let before = baseline.first { $0.group == group }
      let isSame =
        if let before {
          before.session != nil && before.session == plan.choice[group]
        } else {
          plan.choice[group] == nil
        }
      return isSame ? sum : sum + people(group)
    }
  }

  private func shares(_ plan: Plan) -> [Int] {
    func sum(_ country: Int, _ groups: [TrainingGroup]) -> Int {
      groups.reduce(0) { $0 + (self.country($1) == country ? people($1) : 0) }
    }
    let everyone = year.training.delegations.indices.map { TrainingGroup.delegation($0) }
    let cohorts = year.cohorts.indices.map { TrainingGroup.cohort($0) }
    let compared = year.countries.indices.filter { country in
      sum(country, cohorts) > 0 && everyone.contains { self.country($0) == country }
    }
    var factor = 1
    while compared.contains(where: { sum($0, everyone) > factor * sum($0, cohorts) }) {
      factor += 1
    }
    let trained = everyone.filter { plan.choice[$0] != nil }
    return compared.map { 10_000 * sum($0, trained) / (factor * sum($0, cohorts)) }.sorted()
  }

  /// Whether one plan's tiers come before another's of the same year.
  package static func isBetter(_ tiers: [TierResult], than others: [TierResult]) -> Bool {
    for (tier, other) in zip(tiers, others) {
      if let shares = tier.shares, let otherShares = other.shares {
        if shares != otherShares { return otherShares.lexicographicallyPrecedes(shares) }
      } else if tier.value != other.value {
        let isLeast =
          switch TrainingGoal(rawValue: tier.name) {
          case .moved, .dropped, .penalties, .changes, .cost, .months: true
          default: false
          }
        return isLeast ? tier.value < other.value : tier.value > other.value
      }
    }
    return false
  }
}
