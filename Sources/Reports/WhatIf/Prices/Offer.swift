// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Verification
internal import Wording

/// Limits that are widened together, step by step, to see what that is worth.
package struct Offer: Hashable, Sendable {
  /// One limit, or all that stand in the way of one partner more in a cohort, or of more
  /// at a site.
  package let limits: [Limit]
  /// What several limits are about.
  var about: About?

  /// A cohort (an index) that gets a partner more, or a site (an index) that gets more of all
  /// that it is short of.
  enum About: Hashable, Sendable {
    case cohort(Int)
    case site(Int)
  }

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
  func words(in year: ProgrammeYear) -> Sentence {
    switch about {
    case .cohort(let cohort)?: return "one more partner in \(year.cohorts[cohort].id)"
    case .site(let site)?:
      let nouns = limits.map { limit -> Sentence in
        switch limit {
        case .beds: "bed"
        case .classrooms: "classroom"
        case .lecturers(_, let index):
          "lecturer of \(year.sites[site].lecturers[index].language)"
        default: limit.words(in: year)
        }
      }
      return "one more of each at \(year.sites[site].id): \(Listing(nouns, .plain))"
    case nil: return limits.first.map { $0.words(in: year) } ?? ""
    }
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
      if inTheWay.count > 1 { offers.append(Offer(limits: inTheWay, about: .cohort(index))) }
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
      alone += QuotaBound.allCases.map { Limit.quota(index, $0) }.filter { $0.canStep(in: year) }
    }
    let atSites = reachedRooms(in: year, at: placements)
    return offers + joint(atSites) + (alone + atSites).map { Offer(limits: [$0]) }
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

  /// Beds and classrooms of which a plan leaves none over (rule `predeparture`).
  private static func reachedRooms(
    in year: ProgrammeYear, at placements: [Placement]
  ) -> [Limit] {
    guard year.rules[.predeparture] != .off, !placements.isEmpty else { return [] }
    let limits = year.sites.indices.flatMap {
      [Limit.beds(site: $0), .classrooms(site: $0)]
    }.filter { $0.canStep(in: year) }
    guard !limits.isEmpty else { return [] }
    func check(_ year: ProgrammeYear) -> RuleCheck? {
      verifyDispatch(year, placements: placements, baseline: nil, claimed: nil).rules.first {
        $0.id == Rule.predeparture.rawValue
      }
    }
    let units = check(year)?.units ?? 0
    return limits.filter { limit in
      limit.narrowed(in: year).map { check($0)?.units ?? 0 > units } ?? true
    }
  }

  /// All limits of a site together, where there are several.
  static func joint(_ limits: [Limit]) -> [Offer] {
    var ofSite: [Int: [Limit]] = [:]
    for limit in limits {
      switch limit {
      case .beds(let site), .classrooms(let site), .lecturers(let site, _):
        ofSite[site, default: []].append(limit)
      default: break
      }
    }
    return ofSite.sorted { $0.key < $1.key }.filter { $0.value.count > 1 }.map { site, limits in
      Offer(limits: limits, about: .site(site))
    }
  }
}

extension Limit {
  /// Whether it can be widened by a step.
  func canStep(in year: ProgrammeYear) -> Bool {
    value(in: year).map { allows($0 + step(in: year)) } ?? false
  }

  /// The year in which it is a step narrower; nothing where it cannot be.
  func narrowed(in year: ProgrammeYear) -> ProgrammeYear? {
    guard let value = value(in: year), allows(value - step(in: year)) else { return nil }
    var changed = year
    set(value - step(in: year), in: &changed)
    return changed
  }
}
