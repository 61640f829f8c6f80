// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

// MARK: - Units of violation

extension Oracle {
  func units(of rule: Rule, in plan: [Placement]) -> Int {
    switch rule {
    case .onePost:
      year.applicants.indices.count { applicant in
        plan.count { $0.applicant == applicant } > 1
      }
    case .onePostPerSchool:
      year.schools.indices.count { school in
        openPosts(of: plan).count { $0.schools.contains(school) } > 1
      }
    case .seats:
      openPosts(of: plan).count { post in
        let taken = plan.count { $0.post.id == post.id }
        return taken < post.seatsMin || taken > post.seatsMax
      }
    case .cohortPlaces:
      year.cohorts.indices.reduce(0) { sum, cohort in
        sum + max(0, plan.count { $0.cohort == cohort } - year.cohorts[cohort].places)
      }
    case .countryQuota:
      year.countries.indices.reduce(0) { sum, country in
        let (placed, limits) = (placed(in: country, plan), year.countries[country])
        return sum + max(0, limits.min - placed) + max(0, placed - (limits.max ?? placed))
      }
    case .trackQuota: plan.count { breaks(rule, $0) } + trackQuotaUnits(plan)
    case .birthWindow, .countryAccepted, .availability, .housing, .medical, .diet, .language,
      .forbid:
      plan.count { breaks(rule, $0) }
    case .hours, .travel: openPosts(of: plan).count { breaks(rule, $0) }
    case .together: pairs(\.togetherWith).count { !isTogether($0, $1, plan) }
    case .apart: pairs(\.apartFrom).count { isSameCity($0, $1, plan) }
    case .companions: plan.count { isLonely($0, in: plan) && isGuarded($0) }
    case .predeparture: year.sites.indices.reduce(0) { $0 + shortage(at: $1, plan) }
    case .budget: budgetUnits(plan)
    case .rotation: rotationUnits(plan)
    case .announced where year.rules.announced.mostMoved > 0:
      max(0, moved(plan) - year.rules.announced.mostMoved)
    case .announced: unmetRows(.announced, plan)
    case .pin: unmetRows(.pin, plan)
    case .quota: year.rules.quotas.reduce(0) { $0 + units(of: $1, in: plan) }
    case .criterion:
      year.rules.criteria.reduce(0) { sum, rule in sum + plan.count { breaks(rule, $0) } }
    }
  }

  private func openPosts(of plan: [Placement]) -> Set<Post> {
    Set(plan.map(\.post))
  }

  private func placed(in country: Int, _ plan: [Placement]) -> Int {
    plan.count { year.cohorts[$0.cohort].country == country }
  }

  private func trackQuotaUnits(_ plan: [Placement]) -> Int {
    var units = 0
    for (index, cohort) in year.cohorts.enumerated() {
      for quota in cohort.tracks {
        let placed = plan.count {
          $0.cohort == index && quota.covers(year.applicants[$0.applicant].track)
        }
        units += max(0, quota.min - placed) + max(0, placed - quota.max)
      }
    }
    return units
  }

  /// Applicants to whom something was announced that the plan does not keep.
  func moved(_ plan: [Placement]) -> Int {
    year.applicants.indices.count { applicant in
      let rows = year.pins.filter { $0.kind == .announced && $0.applicant == applicant }
      let own = plan.first { $0.applicant == applicant }
      return !rows.allSatisfy { row in own.map { names(row, $0) } ?? false }
    }
  }

  private func unmetRows(_ kind: Pin.Kind, _ plan: [Placement]) -> Int {
    year.pins.count { row in
      row.kind == kind && !plan.contains { names(row, $0) }
    }
  }

  private func budgetUnits(_ plan: [Placement]) -> Int {
    var (units, spentInAll) = (0, Int64(0))
    func unitsOver(_ spent: Int64, _ budget: Int64?) -> Int {
      guard let budget, spent > budget else { return 0 }
      return Int((spent - budget + BudgetRule.unit - 1) / BudgetRule.unit)
    }
    for (index, country) in year.countries.enumerated() {
      let spent = Int64(placed(in: index, plan)) * country.costPerPartner
      spentInAll += spent
      units += unitsOver(spent, country.budget)
    }
    return units + unitsOver(spentInAll, year.rules.budget.total)
  }

  private func rotationUnits(_ plan: [Placement]) -> Int {
    let hosting = Set(plan.flatMap(\.post.schools))
    var units = hosting.count { mustPause($0) }
    for (index, country) in year.countries.enumerated() where country.renewalsFirst {
      let isSomeoneWaiting = servable.contains {
        year.schools[$0].country == index && !hosting.contains($0)
      }
      guard isSomeoneWaiting else { continue }
      units += hosting.count {
        year.schools[$0].country == index && !year.schools[$0].isRenewal
      }
    }
    return units
  }
}

// MARK: - Pairs of applicants and companions

extension Oracle {
  /// Unordered pairs of which one names the other.
  package func pairs(_ list: KeyPath<Applicant, [Int]>) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    for first in year.applicants.indices {
      for second in year.applicants.indices where first < second {
        if year.applicants[first][keyPath: list].contains(second)
          || year.applicants[second][keyPath: list].contains(first)
        {
          pairs.append((first, second))
        }
      }
    }
    return pairs
  }

  /// Whether two posts lie in the same city: country and city of their bases.
  package func isSameCity(_ one: Post, _ other: Post) -> Bool {
    let (one, other) = (year.schools[one.base], year.schools[other.base])
    return one.country == other.country && one.city == other.city
  }

  private func isTogether(_ first: Int, _ second: Int, _ plan: [Placement]) -> Bool {
    switch (plan.first { $0.applicant == first }, plan.first { $0.applicant == second }) {
    case (nil, nil): true
    case (nil, .some), (.some, nil): false
    case (.some(let one), .some(let other)):
      one.cohort == other.cohort && isSameCity(one.post, other.post)
    }
  }

  private func isSameCity(_ first: Int, _ second: Int, _ plan: [Placement]) -> Bool {
    guard let one = plan.first(where: { $0.applicant == first }),
      let other = plan.first(where: { $0.applicant == second })
    else { return false }
    return isSameCity(one.post, other.post)
  }

  func isLonely(_ placement: Placement, in plan: [Placement]) -> Bool {
    let near = plan.count { other in
      other.cohort == placement.cohort
        && metres(placement.post.base, other.post.base) <= year.rules.companions.withinMetres
    }
    // The placement itself was counted.
    return near - 1 < year.rules.companions.others
  }
}

// MARK: - Sites and quotas

extension Oracle {
  /// Worst shortage of beds over the nights plus worst shortage of rooms over
  /// the days.
  private func shortage(at site: Int, _ plan: [Placement]) -> Int {
    let cohorts = year.cohorts.indices.filter { year.cohorts[$0].predepartureSite == site }
    let sessions = cohorts.compactMap { year.cohorts[$0].predeparture }
    guard let first = sessions.map(\.lowerBound).min(),
      let last = sessions.map(\.upperBound).max()
    else { return 0 }
    let bookings = year.siteBookings.filter { $0.site == site }
    let limits = year.sites[site]
    var (worstBeds, worstRooms) = (0, 0)
    for number in first.number...last.number {
      let day = Day(number: number)
      func isNight(_ days: ClosedRange<Day>) -> Bool { days.contains(day) && day < days.upperBound }
      var (guests, rooms) = (0, 0)
      for cohort in cohorts {
        guard let session = year.cohorts[cohort].predeparture else { continue }
        let partners = plan.count { $0.cohort == cohort }
        if isNight(session) { guests += partners }
        if session.contains(day) {
          rooms += (partners + limits.classSize - 1) / limits.classSize
        }
      }
      let bookedBeds = bookings.reduce(0) { $0 + (isNight($1.days) ? $1.beds : 0) }
      let bookedRooms = bookings.reduce(0) { $0 + ($1.days.contains(day) ? $1.classrooms : 0) }
      worstBeds = max(worstBeds, guests - max(0, limits.beds - bookedBeds))
      worstRooms = max(worstRooms, rooms - max(0, limits.classrooms - bookedRooms))
    }
    return worstBeds + worstRooms
  }

  func units(of quota: QuotaRule, in plan: [Placement]) -> Int {
    var units = 0
    for instance in instances(of: quota) {
      let selected = plan.count { selects(instance.select, $0) }
      let whole = instance.of.map { selector in plan.count { selects(selector, $0) } } ?? 0
      units += Oracle.units(of: quota, selected: selected, of: whole)
    }
    return units
  }

  /// Units of a quota for *s* placements out of *t*.
  static func units(of quota: QuotaRule, selected: Int, of whole: Int) -> Int {
    var units = 0
    if let minimum = quota.minimum { units += max(0, minimum - selected) }
    if let maximum = quota.maximum { units += max(0, selected - maximum) }
    if let percent = quota.share?.minimumPercent {
      units += (max(0, percent * whole - 100 * selected) + 99) / 100
    }
    if let percent = quota.share?.maximumPercent {
      units += (max(0, 100 * selected - percent * whole) + 99) / 100
    }
    return units
  }
}
