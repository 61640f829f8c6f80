// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension PlanFacts {
  /// The tiers of the year's goals in the planner's order, with bound = value.
  func tiers(rules: [RuleCheck]) -> [TierResult] {
    let asksStability = year.objective.contains { Goal.stability.contains($0) }
    let stability = asksStability ? Stability(of: self) : nil
    return year.objective.flatMap { goal -> [TierResult] in
      switch goal {
      case .penalties: [tier("penalties", penalties(of: rules))]
      case .filled: [tier("filled", filled)]
      case .fairness:
        [
          tier("fairness-countries", shares: countryShares),
          tier("fairness-areas", shares: areaShares),
        ]
      case .points: [tier("points", weightedPoints)]
      case .changes: baseline.map { [tier("changes", changes(from: $0))] } ?? []
      case .moved: [tier("moved", Int128(moved.count))]
      case .dropped: [tier("dropped", Int128(dropped.count))]
      case .weighted: [tier("weighted", Int128(year.filledWeight) * filled + weightedPoints)]
      case .blockingPairs: [tier(goal.rawValue, Int128(stability?.blockingPairs.count ?? 0))]
      case .ranks: [tier(goal.rawValue, Int128(stability?.ranks ?? 0))]
      }
    }
  }

  private func tier(_ name: String, _ value: Int128) -> TierResult {
    let value = Int64(clamping: value)
    return TierResult(name: name, value: value, bound: value)
  }

  private func tier(_ name: String, shares: [Int]) -> TierResult {
    let value = Int64(shares.first ?? 10_000)
    return TierResult(name: name, value: value, bound: value, shares: shares)
  }

  /// Σ units × penalty over the soft rules.
  private func penalties(of rules: [RuleCheck]) -> Int128 {
    rules.reduce(0) { $0 + Int128($1.units) * Int128($1.strictness.penalty ?? 0) }
  }

  /// Σ over placements of the highest priority among the post's schools.
  private var filled: Int128 {
    placements.reduce(0) { sum, placement in
      sum + Int128(placement.post.schools.map { year.schools[$0].priority }.max() ?? 0)
    }
  }

  private var weightedPoints: Int128 {
    placements.reduce(0) { $0 + Int128(points.weightedPoints(of: $1)) }
  }

  /// Whole basis points, rounded down, at most 10,000.
  private func share(_ part: Int, of whole: Int) -> Int {
    min(10_000, 10_000 * part / whole)
  }

  /// The countries' placements over their places, smallest share first.
  private var countryShares: [Int] {
    var places = Array(repeating: 0, count: year.countries.count)
    for cohort in year.cohorts { places[cohort.country] += cohort.places }
    return zip(countryCounts, places).filter { $1 > 0 }.map { share($0, of: $1) }.sorted()
  }

  private struct Area: Hashable {
    let country: Int
    let name: String
  }

  /// The areas' hosting schools over their schools, smallest share first.
  private var areaShares: [Int] {
    var counts: [Area: (hosts: Int, schools: Int)] = [:]
    for (index, school) in year.schools.enumerated() {
      let area = Area(country: school.country, name: school.area)
      counts[area, default: (0, 0)].schools += 1
      counts[area, default: (0, 0)].hosts += hosts[index] ? 1 : 0
    }
    return counts.values.map { share($0.hosts, of: $0.schools) }.sorted()
  }

  private struct Stay: Hashable {
    let schools: Set<String>
    let cohort: String
  }

  /// Applicants who are placed differently than before.
  private func changes(from baseline: [EarlierPlacement]) -> Int128 {
    var before: [Int: Set<Stay>] = [:]
    for placement in baseline {
      before[placement.applicant, default: []].insert(
        Stay(schools: Set(placement.schools), cohort: placement.cohort))
    }
    var now: [Int: Set<Stay>] = [:]
    for placement in placements {
      now[placement.applicant, default: []].insert(
        Stay(
          schools: Set(placement.post.schools.map { year.schools[$0].id }),
          cohort: year.cohorts[placement.cohort].id))
    }
    return Int128(Set(before.keys).union(now.keys).count { before[$0] != now[$0] })
  }
}
