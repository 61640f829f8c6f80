// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// The years in which some levers of a year are kept, and others have given way.
///
/// A lever gives way by a change of the data that takes its bound away, so that what is
/// said of it can be told from the year alone, by the verification too.
package struct LeverYear: Sendable {
  /// The year without what is soft, which never stands in the way of a plan.
  package let year: ProgrammeYear
  package let levers: [DispatchLever]

  package init(_ year: ProgrammeYear) {
    self.year = year.withoutSoftRules
    levers = year.dispatchLevers()
  }

  /// The year in which none but some levers hold.
  package func keeping(_ kept: Set<Int>) -> ProgrammeYear {
    var copy = year
    var rows: Set<Int> = []
    let rowLevers = levers.indices.filter { levers[$0].isAboutRows }
    for (index, lever) in levers.enumerated() {
      if kept.contains(index) { rows.formUnion(lever.rows) } else { copy.release(lever) }
    }
    if !rowLevers.isEmpty { copy.pins = copy.keeping(rows: rows) }
    return copy
  }

  /// The year in which some levers may give way at their cost.
  ///
  /// - Parameters:
  ///   - relaxed: The levers.
  ///   - kept: The levers that hold, these included; others do not matter.
  /// - Returns: The year, and the violations that may not be: for each rule those of
  ///   levers that are not relaxed.
  func softening(
    _ relaxed: Set<Int>, within kept: Set<Int>
  ) -> (year: ProgrammeYear, held: [Rule: Set<String>]) {
    // Rows that are relaxed become quotas.
    var copy = keeping(kept.subtracting(relaxed.filter { levers[$0].isAboutRows }))
    copy.objective = [.penalties]
    var isColumnRule: Set<Rule> = []
    for index in relaxed.sorted() {
      let lever = levers[index]
      let cost = lever.standing(in: year).cost
      let rule = lever.rule(in: year)
      switch lever {
      case .rule: copy.rules.strictness[rule] = .soft(penalty: cost)
      case .criterion(let number): copy.rules.criteria[number].strictness = .soft(penalty: cost)
      case .together, .apart, .beds, .classrooms, .countryBudget, .totalBudget:
        copy.rules.strictness[rule] = .soft(penalty: cost)
        isColumnRule.insert(rule)
      case .pin, .forbid:
        copy.rules.quotas += softQuotas(for: lever, cost: cost)
      case .countryMin, .countryMax, .cohortPlaces, .trackMin, .trackMax, .trackTaken, .quota:
        copy.rules.quotas += softQuotas(for: lever, cost: cost)
        copy.release(lever)
      }
    }
    var held: [Rule: Set<String>] = [:]
    for rule in isColumnRule {
      held[rule] = Set(
        levers.indices.filter { levers[$0].rule(in: year) == rule && !relaxed.contains($0) }
          .compactMap { levers[$0].violationKey(in: year) })
    }
    return (copy, held)
  }
}

extension ProgrammeYear {
  /// The year without rules that are soft, and without goals.
  fileprivate var withoutSoftRules: ProgrammeYear {
    var copy = self
    for (rule, strictness) in rules.strictness where strictness != .hard {
      copy.rules.strictness[rule] = .off
    }
    for index in rules.quotas.indices where rules.quotas[index].strictness != .hard {
      copy.rules.quotas[index].strictness = .off
    }
    for index in rules.criteria.indices where rules.criteria[index].strictness != .hard {
      copy.rules.criteria[index].strictness = .off
    }
    copy.rules.companions.penaltyOthers = 0
    copy.weights = [:]
    copy.objective = []
    return copy
  }

  /// Takes a lever's bound away; rows of `pins.csv` stay.
  mutating func release(_ lever: DispatchLever) {
    switch lever {
    case .countryMin(let index): countries[index].min = 0
    case .countryMax(let index): countries[index].max = nil
    case .cohortPlaces(let index): cohorts[index].places = applicants.count
    case .trackMin(let cohort, let track): cohorts[cohort].tracks[track].min = 0
    case .trackMax(let cohort, let track): cohorts[cohort].tracks[track].max = applicants.count
    case .trackTaken:
      let tracks = Set(applicants.map(\.track)).subtracting([Applicant.openTrack]).sorted()
      for index in cohorts.indices {
        cohorts[index].tracks += tracks.filter { track in
          !cohorts[index].tracks.contains { $0.covers(track) }
        }.map { TrackQuota(key: $0, max: applicants.count) }
      }
    case .rule(let rule): rules.strictness[rule] = .off
    case .together(let first, let second):
      applicants[first].togetherWith.removeAll { $0 == second }
      applicants[second].togetherWith.removeAll { $0 == first }
    case .apart(let first, let second):
      applicants[first].apartFrom.removeAll { $0 == second }
      applicants[second].apartFrom.removeAll { $0 == first }
    case .beds(let site): sites[site].beds = bookedBeds(at: site) + applicants.count
    case .classrooms(let site):
      sites[site].classrooms = bookedClassrooms(at: site) + applicants.count
    case .countryBudget(let index): countries[index].budget = nil
    case .totalBudget: rules.budget.total = nil
    case .pin, .forbid: break
    case .quota(let index, let bound): rules.quotas[index][bound] = nil
    case .criterion(let index): rules.criteria[index].strictness = .off
    }
  }

  /// Beds booked at a site, over all bookings.
  func bookedBeds(at site: Int) -> Int {
    siteBookings.reduce(0) { $0 + ($1.site == site ? $1.beds : 0) }
  }

  /// Classrooms booked at a site, over all bookings.
  func bookedClassrooms(at site: Int) -> Int {
    siteBookings.reduce(0) { $0 + ($1.site == site ? $1.classrooms : 0) }
  }

  /// The rows of pins that bind and are kept, and those that do not bind.
  fileprivate func keeping(rows: Set<Int>) -> [Pin] {
    pins.indices.filter { rows.contains($0) || pins[$0].kind == .prefer }.map { pins[$0] }
  }
}

extension DispatchLever {
  /// Whether the lever is rows of `pins.csv`.
  package var isAboutRows: Bool { !rows.isEmpty }

  /// The rows of `pins.csv` that it is, by index.
  package var rows: [Int] {
    switch self {
    case .pin(let row): [row]
    case .forbid(let rows): rows
    default: []
    }
  }

  /// What the formulation's column for violations of the lever is about, for rules whose
  /// columns are held one by one.
  fileprivate func violationKey(in year: ProgrammeYear) -> String? {
    switch self {
    case .together(let first, let second), .apart(let first, let second):
      "\(year.applicants[first].id),\(year.applicants[second].id)"
    case .beds(let site): "\(year.sites[site].id),beds"
    case .classrooms(let site): "\(year.sites[site].id),rooms"
    case .countryBudget(let country): year.countries[country].id
    case .totalBudget: "total"
    default: nil
    }
  }
}

extension LeverYear {
  /// Soft quotas that say the same as a lever.
  private func softQuotas(for lever: DispatchLever, cost: Int) -> [QuotaRule] {
    func quota(
      _ conditions: [Selector.Condition], min: Int? = nil, max: Int? = nil, of name: String
    ) -> QuotaRule {
      QuotaRule(
        id: "~\(name)", strictness: .soft(penalty: cost),
        select: Selector(conditions: conditions), minimum: min, maximum: max)
    }
    func country(_ index: Int) -> [Selector.Condition] {
      [Selector.Condition(.cohortCountry, .among([year.countries[index].id]))]
    }
    func cohort(_ index: Int) -> [Selector.Condition] {
      [Selector.Condition(.cohortId, .among([year.cohorts[index].id]))]
    }
    switch lever {
    case .countryMin(let index):
      return [quota(country(index), min: year.countries[index].min, of: "min \(index)")]
    case .countryMax(let index):
      return [quota(country(index), max: year.countries[index].max, of: "max \(index)")]
    case .cohortPlaces(let index):
      return [quota(cohort(index), max: year.cohorts[index].places, of: "places \(index)")]
    case .trackMin(let index, let track), .trackMax(let index, let track):
      let bounds = year.cohorts[index].tracks[track]
      let covered = tracks.filter(bounds.covers)
      var isLeast = false
      if case .trackMin = lever { isLeast = true }
      return [
        quota(
          cohort(index)
            + [Selector.Condition(.applicantTrack, .among(covered.isEmpty ? [""] : covered))],
          min: isLeast ? bounds.min : nil, max: isLeast ? nil : bounds.max,
          of: "track \(isLeast) \(index) \(track)")
      ]
    case .trackTaken:
      return year.cohorts.indices.compactMap { index in
        let strange = tracks.filter { track in
          !year.cohorts[index].tracks.contains { $0.covers(track) }
        }
        guard !strange.isEmpty else { return nil }
        return quota(
          cohort(index) + [Selector.Condition(.applicantTrack, .among(strange))], max: 0,
          of: "taken \(index)")
      }
    case .pin, .forbid:
      let pins = lever.rows.map { year.pins[$0] }
      guard let first = pins.first else { return [] }
      var conditions = [
        Selector.Condition(
          .applicantId, .among(Set(pins.map(\.applicant)).sorted().map { year.applicants[$0].id }))
      ]
      switch first.place {
      case .anywhere: break
      case .post(let id): conditions.append(Selector.Condition(.postId, .among([id])))
      case .school(let school):
        conditions.append(Selector.Condition(.postSchools, .among([year.schools[school].id])))
      }
      if let index = first.cohort { conditions += cohort(index) }
      let isForbidden = first.kind == .forbid
      return [
        quota(
          conditions, min: isForbidden ? nil : 1, max: isForbidden ? 0 : nil,
          of: "row \(lever.rows[0])")
      ]
    case .quota(let index, let bound):
      var copy = year.rules.quotas[index]
      for other in QuotaBound.allCases where other != bound { copy[other] = nil }
      copy.id = "~\(bound.rawValue) \(copy.id)"
      copy.strictness = .soft(penalty: cost)
      return [copy]
    default: return []
    }
  }

  /// The tracks of applicants but the open one, sorted.
  private var tracks: [String] {
    Set(year.applicants.map(\.track)).subtracting([Applicant.openTrack]).sorted()
  }
}
