// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// What the rules and goals say about one plan.
package struct Evaluation: Sendable {
  /// Units of violation by rule, whatever its strictness.
  ///
  /// Quotas and criterion rules go by their own identifiers. Of `companions` the
  /// guarded placements count. A structural rule counts the applicants, schools
  /// or posts that break it.
  package var units: [String: Int] = [:]
  /// Lonely placements that are not guarded.
  package var lonelyOthers = 0
  /// Whether no hard rule has a unit and every placement is structural.
  package var isFeasible = true
  /// In the planner's order; the bound repeats the value.
  package var tiers: [TierResult] = []
}

extension Oracle {
  /// Applies every rule and every goal to a plan.
  package func evaluate(_ plan: [Placement]) -> Evaluation {
    var result = Evaluation()
    for rule in Rule.allCases where rule != .quota && rule != .criterion {
      result.units[rule.rawValue] = units(of: rule, in: plan)
    }
    for quota in year.rules.quotas { result.units[quota.id] = units(of: quota, in: plan) }
    for rule in year.rules.criteria {
      result.units[rule.id] = plan.count { breaks(rule, $0) }
    }
    result.lonelyOthers = plan.count { isLonely($0, in: plan) && !isGuarded($0) }
    result.isFeasible =
      plan.allSatisfy { posts.contains($0.post) && takes($0.post, $0.cohort) }
      && strictnesses.allSatisfy { $0.strictness != .hard || result.units[$0.id] == 0 }
    result.tiers = tiers(of: plan, penalties: penalties(result))
    return result
  }

  /// Every rule of the year by its identifier.
  package var strictnesses: [(id: String, rule: Rule, strictness: Strictness)] {
    Rule.allCases.filter { $0 != .quota && $0 != .criterion }
      .map { ($0.rawValue, $0, year.rules[$0]) }
      + year.rules.quotas.map { ($0.id, .quota, $0.strictness) }
      + year.rules.criteria.map { ($0.id, .criterion, $0.strictness) }
  }

  private func penalties(_ result: Evaluation) -> Int {
    var sum = 0
    for (id, _, strictness) in strictnesses {
      sum += (strictness.penalty ?? 0) * (result.units[id] ?? 0)
    }
    if year.rules[.companions] != .off {
      sum += year.rules.companions.penaltyOthers * result.lonelyOthers
    }
    return sum
  }
}

// MARK: - Goals

extension Oracle {
  private func tiers(of plan: [Placement], penalties: Int) -> [TierResult] {
    let filled = plan.reduce(0) { $0 + priority(of: $1.post) }
    let points = plan.reduce(0) { $0 + self.points($1) }
    return year.objective.flatMap { goal -> [TierResult] in
      switch goal {
      case .penalties: [tier("penalties", penalties)]
      case .filled: [tier("filled", filled)]
      case .fairness:
        [
          leximin("fairness-countries", countryShares(plan)),
          leximin("fairness-areas", areaShares(plan)),
        ]
      case .points: [tier("points", points)]
      case .changes:
        baseline == nil
          ? []
          : [
            tier(
              "changes",
              year.applicants.indices.count { applicant in
                differs(applicant, plan.first { $0.applicant == applicant })
              })
          ]
      case .moved: [tier("moved", moved(plan))]
      case .dropped:
        [
          tier(
            "dropped",
            Set(year.pins.filter { $0.kind == .announced }.map(\.applicant)).count { applicant in
              !plan.contains { $0.applicant == applicant }
            })
        ]
      case .weighted: [tier("weighted", year.filledWeight * filled + points)]
      case .blockingPairs: [tier(goal.rawValue, stability(of: plan).blocking.count)]
      case .ranks: [tier(goal.rawValue, stability(of: plan).ranks)]
      }
    }
  }

  /// The highest priority among the schools of a post.
  package func priority(of post: Post) -> Int {
    post.schools.map { year.schools[$0].priority }.max() ?? 0
  }

  private func tier(_ name: String, _ value: Int) -> TierResult {
    TierResult(name: name, value: Int64(value), bound: Int64(value))
  }

  private func leximin(_ name: String, _ shares: [Int]) -> TierResult {
    let shares = shares.sorted()
    let value = Int64(shares.first ?? 10_000)
    return TierResult(name: name, value: value, bound: value, shares: shares)
  }

  private func countryShares(_ plan: [Placement]) -> [Int] {
    year.countries.indices.compactMap { country in
      let places = year.cohorts.filter { $0.country == country }.reduce(0) { $0 + $1.places }
      guard places > 0 else { return nil }
      let placed = plan.count { year.cohorts[$0.cohort].country == country }
      return min(10_000, 10_000 * placed / places)
    }
  }

  private func areaShares(_ plan: [Placement]) -> [Int] {
    let hosting = Set(plan.flatMap(\.post.schools))
    return areas.map { schools in
      min(10_000, 10_000 * schools.count { hosting.contains($0) } / schools.count)
    }
  }

  /// The schools of each area, country and area together.
  package var areas: [[Int]] {
    struct Key: Hashable {
      var country: Int
      var area: String
    }
    let groups = Dictionary(grouping: year.schools.indices) {
      Key(country: year.schools[$0].country, area: year.schools[$0].area)
    }
    return groups.values.map { Array($0) }.sorted { $0[0] < $1[0] }
  }
}
