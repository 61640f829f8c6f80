// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Something of a dispatch year that may give way: a rule, a bound, or rows of pins.
///
/// Indices are those of the year.
package enum DispatchLever: Hashable, Sendable {
  case countryMin(Int)
  case countryMax(Int)
  case cohortPlaces(Int)
  case trackMin(cohort: Int, track: Int)
  case trackMax(cohort: Int, track: Int)
  /// That people of a track go only to cohorts with a quota for it.
  case trackTaken
  /// A rule as a whole: pairwise ones, `hours`, `travel`, `rotation`, `companions`.
  case rule(Rule)
  /// Two applicants, the smaller index first.
  case together(Int, Int)
  case apart(Int, Int)
  case beds(site: Int)
  case classrooms(site: Int)
  case countryBudget(Int)
  case totalBudget
  /// A row of kind `pin` or `announced`.
  case pin(Int)
  /// Rows of kind `forbid` that close one place for one reason.
  case forbid([Int])
  case quota(Int, QuotaBound)
  case criterion(Int)
}

extension DispatchLever {
  /// The rule that the lever belongs to.
  ///
  /// - Parameter year: The lever's year.
  /// - Returns: The rule.
  package func rule(in year: ProgrammeYear) -> Rule {
    switch self {
    case .countryMin, .countryMax: .countryQuota
    case .cohortPlaces: .cohortPlaces
    case .trackMin, .trackMax, .trackTaken: .trackQuota
    case .rule(let rule): rule
    case .together: .together
    case .apart: .apart
    case .beds, .classrooms: .predeparture
    case .countryBudget, .totalBudget: .budget
    case .pin(let row): year.pins[row].kind == .announced ? .announced : .pin
    case .forbid: .forbid
    case .quota: .quota
    case .criterion: .criterion
    }
  }

  /// What the planner says of the rule behind the lever.
  ///
  /// - Parameter year: The lever's year.
  /// - Returns: Whether it is never relaxed, and what a unit costs.
  package func standing(in year: ProgrammeYear) -> (isLaw: Bool, cost: Int) {
    let rule = rule(in: year)
    let standing =
      switch self {
      case .quota(let index, _): year.rules.quotas[index].standing
      case .criterion(let index): year.rules.criteria[index].standing
      default: year.rules.standings[rule] ?? .usual
      }
    return (standing.isLaw ?? rule.isUsuallyLaw, standing.cost)
  }
}

extension ProgrammeYear {
  /// Everything of the dispatch that may give way, rule by rule.
  ///
  /// Rules that are soft or off leave a plan anyway and have no levers; nor have bounds
  /// that every plan keeps.
  ///
  /// - Returns: The levers, in an order that depends on the year alone.
  /// - Complexity: O(*n* log *n*), where *n* is the size of the year.
  package func dispatchLevers() -> [DispatchLever] {
    let rules = Rule.allCases.filter { !$0.isStructural }
    // Numbers and rows first: they say what is wanted, rules what is in the way.
    return (rules.filter(\.hasOwnData) + rules.filter { !$0.hasOwnData }).flatMap(levers)
  }

  private func levers(of rule: Rule) -> [DispatchLever] {
    if rule != .quota, rule != .criterion, rules[rule] != .hard { return [] }
    return switch rule {
    case .quota: quotaLevers
    case .criterion:
      rules.criteria.indices.filter { rules.criteria[$0].strictness == .hard }
        .map { .criterion($0) }
    case .countryQuota:
      countries.indices.flatMap { index -> [DispatchLever] in
        (countries[index].min > 0 ? [.countryMin(index)] : [])
          + (countries[index].max == nil ? [] : [.countryMax(index)])
      }
    case .cohortPlaces: cohorts.indices.map { .cohortPlaces($0) }
    case .trackQuota: trackLevers
    case .together: pairs(\.togetherWith).map { .together($0.0, $0.1) }
    case .apart: pairs(\.apartFrom).map { .apart($0.0, $0.1) }
    case .predeparture: sites.indices.flatMap { [.beds(site: $0), .classrooms(site: $0)] }
    case .budget:
      countries.indices.filter { countries[$0].budget != nil && countries[$0].costPerPartner > 0 }
        .map { .countryBudget($0) } + (rules.budget.total == nil ? [] : [.totalBudget])
    case .announced, .pin:
      pins.indices.filter { pins[$0].kind == (rule == .pin ? .pin : .announced) }
        .map { .pin($0) }
    case .forbid: closings
    default: [.rule(rule)]
    }
  }

  private var trackLevers: [DispatchLever] {
    var levers: [DispatchLever] = [.trackTaken]
    for (index, cohort) in cohorts.enumerated() {
      for (track, quota) in cohort.tracks.enumerated() {
        if quota.min > 0 { levers.append(.trackMin(cohort: index, track: track)) }
        levers.append(.trackMax(cohort: index, track: track))
      }
    }
    return levers
  }

  private var quotaLevers: [DispatchLever] {
    rules.quotas.indices.filter { rules.quotas[$0].strictness == .hard }.flatMap { index in
      QuotaBound.allCases.filter { rules.quotas[index][$0] != nil }
        .map { .quota(index, $0) }
    }
  }

  /// Unordered pairs of applicants of whom one names the other.
  private func pairs(_ named: (Applicant) -> [Int]) -> [(Int, Int)] {
    var found: Set<[Int]> = []
    for (index, applicant) in applicants.enumerated() {
      for other in named(applicant) where other != index {
        found.insert([min(index, other), max(index, other)])
      }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
  }

  /// The rows that forbid, those together that close one place for one reason.
  private var closings: [DispatchLever] {
    struct Closing: Hashable {
      var place: Pin.Place
      var cohort: Int?
      var reason: String
    }
    var rows: [Closing: [Int]] = [:]
    for (index, pin) in pins.enumerated() where pin.kind == .forbid {
      rows[Closing(place: pin.place, cohort: pin.cohort, reason: pin.reason), default: []]
        .append(index)
    }
    return rows.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }.map { .forbid($0) }
  }
}

extension Rule {
  /// Whether the rule is about numbers or rows of the data that can give way one by one.
  fileprivate var hasOwnData: Bool {
    switch self {
    case .countryQuota, .trackQuota, .announced, .pin, .together, .apart, .quota, .cohortPlaces,
      .predeparture, .budget, .forbid:
      true
    default: false
    }
  }
}
