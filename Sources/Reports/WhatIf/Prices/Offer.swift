// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// Limits that are widened together, step by step, to see what that is worth.
package struct Offer: Hashable, Sendable {
  /// One limit, or all that stand in the way of one partner more in a cohort.
  package let limits: [Limit]
  /// The cohort (an index) that gets a partner more, if it is about one.
  let cohort: Int?

  /// The year with the limits widened.
  ///
  /// - Parameters:
  ///   - steps: By how many steps.
  ///   - year: The year.
  /// - Returns: The changed year; nothing where a limit cannot be widened so far.
  package func widened(by steps: Int, in year: ProgrammeYear) -> ProgrammeYear? {
    var changed = year
    for limit in limits {
      guard let value = limit.value(in: year) else { return nil }
      let new = value + Int64(steps) * limit.step(in: year)
      guard limit.allows(new) else { return nil }
      limit.set(new, in: &changed)
    }
    return changed
  }

  /// The year with limits that bound nothing; nothing where that is not known.
  ///
  /// Plans with limits widened less are plans of this year, with the same values.
  package func withoutLimits(in year: ProgrammeYear) -> ProgrammeYear? {
    var changed = year
    for limit in limits {
      guard let value = limit.value(in: year), let idle = limit.idleValue(in: year),
        limit.step(in: year) > 0 ? idle > value : idle < value
      else { return nil }
      limit.set(idle, in: &changed)
    }
    return changed
  }

  /// One step in words.
  func words(in year: ProgrammeYear) -> String {
    if let cohort, limits.count > 1 { return "one more partner in \(year.cohorts[cohort].id)" }
    return limits.first.map { $0.words(in: year) } ?? ""
  }
}

extension Offer {
  /// What could be negotiated about a plan: limits that it reaches, each alone and, for
  /// a cohort that is full, all together that stand in the way of a partner more.
  ///
  /// Quotas are all listed, also those that are not reached.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - placements: Its plan.
  /// - Returns: The offers, cohorts first; their order depends on the two alone.
  package static func all(in year: ProgrammeYear, at placements: [Placement]) -> [Offer] {
    var ofCohort = [Int](repeating: 0, count: year.cohorts.count)
    for placement in placements { ofCohort[placement.cohort] += 1 }
    var ofCountry = [Int](repeating: 0, count: year.countries.count)
    var spent = ofCountry.map { _ in Int64(0) }
    for (cohort, count) in ofCohort.enumerated() {
      let country = year.cohorts[cohort].country
      ofCountry[country] += count
      spent[country] += Int64(count) * year.countries[country].costPerPartner
    }
    let total = spent.reduce(0, +)
    func isReached(_ limit: Limit, by cost: Int64) -> Bool {
      guard let value = limit.value(in: year) else { return false }
      switch limit {
      case .places(let cohort):
        return year.rules[.cohortPlaces] != .off && ofCohort[cohort] >= value
      case .most(let country):
        return year.rules[.countryQuota] != .off && ofCountry[country] >= value
      case .budget(let country):
        return year.rules[.budget] != .off && cost > 0 && spent[country] + cost > value
      case .totalBudget: return year.rules[.budget] != .off && cost > 0 && total + cost > value
      default: return false
      }
    }
    var offers: [Offer] = []
    var alone: [Limit] = []
    for (index, cohort) in year.cohorts.enumerated() where cohort.places > 0 {
      let cost = year.countries[cohort.country].costPerPartner
      let inTheWay = [
        Limit.places(index), .most(country: cohort.country), .budget(country: cohort.country),
        .totalBudget,
      ].filter { isReached($0, by: cost) }
      guard inTheWay.contains(.places(index)) else { continue }
      if inTheWay.count > 1 { offers.append(Offer(limits: inTheWay, cohort: index)) }
      alone.append(.places(index))
    }
    for (index, country) in year.countries.enumerated() {
      alone += [.most(country: index), .budget(country: index)].filter {
        isReached($0, by: country.costPerPartner)
      }
      if country.min > 0, ofCountry[index] <= country.min, year.rules[.countryQuota] != .off {
        alone.append(.fewest(country: index))
      }
    }
    if isReached(.totalBudget, by: year.countries.map(\.costPerPartner).max() ?? 0) {
      alone.append(.totalBudget)
    }
    alone += reachedTracks(in: year, at: placements)
    for (index, quota) in year.rules.quotas.enumerated() where quota.strictness != .off {
      alone += [.quotaMost(index), .quotaFewest(index), .shareMost(index), .shareLeast(index)]
        .filter { limit in
          limit.value(in: year).map { limit.allows($0 + limit.step(in: year)) } ?? false
        }
    }
    return offers + alone.map { Offer(limits: [$0], cohort: nil) }
  }

  private static func reachedTracks(
    in year: ProgrammeYear, at placements: [Placement]
  ) -> [Limit] {
    guard year.rules[.trackQuota] != .off else { return [] }
    var limits: [Limit] = []
    for (index, cohort) in year.cohorts.enumerated() {
      let own = placements.filter { $0.cohort == index }
      for (position, track) in cohort.tracks.enumerated() {
        let count = own.count { track.covers(year.applicants[$0.applicant].track) }
        if count >= track.max { limits.append(.trackMost(cohort: index, position)) }
        if track.min > 0, count <= track.min {
          limits.append(.trackFewest(cohort: index, position))
        }
      }
    }
    return limits
  }
}
