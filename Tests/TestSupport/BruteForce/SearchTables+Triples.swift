// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension SearchTables {
  /// Lists each applicant's eligible triples; rows that are hard leave only
  /// those they name.
  mutating func fillPlacements() {
    let hardRows = year.pins.filter { row in
      (row.kind == .pin && year.rules[.pin] == .hard)
        || (row.kind == .announced && year.rules[.announced] == .hard
          && year.rules.announced.mostMoved == 0)
    }
    for applicant in year.applicants.indices {
      let rows = hardRows.filter { $0.applicant == applicant }
      mustBePlaced.append(!rows.isEmpty)
      choices.append([])
      for (post, structure) in oracle.posts.enumerated() {
        for cohort in year.cohorts.indices where oracle.takes(structure, cohort) {
          let placement = Placement(applicant: applicant, post: structure, cohort: cohort)
          guard oracle.isEligible(placement) else { continue }
          guard rows.allSatisfy({ oracle.names($0, placement) }) else { continue }
          choices[applicant].append(triples.count)
          placements.append(placement)
          triples.append(triple(placement, post: post))
        }
      }
    }
  }

  private func triple(_ placement: Placement, post: Int) -> Triple {
    let base = placement.post.base
    let country = year.cohorts[placement.cohort].country
    return Triple(
      post: post, cohort: placement.cohort, base: base, city: city(of: base),
      penalty: softUnits(placement), points: oracle.points(placement),
      filled: oracle.priority(of: placement.post),
      changes: oracle.baseline != nil && oracle.differs(placement.applicant, placement) ? 1 : 0,
      isGuarded: oracle.isGuarded(placement),
      counters: [placement.cohort, countryCounter(country)])
  }

  /// The first school in the same city of the same country.
  private func city(of base: Int) -> Int {
    let own = year.schools[base]
    return year.schools.firstIndex { $0.country == own.country && $0.city == own.city } ?? base
  }

  private func softUnits(_ placement: Placement) -> Int {
    var sum = 0
    for rule in Rule.pairwise where rule != .criterion {
      if let penalty = year.rules[rule].penalty, oracle.breaks(rule, placement) { sum += penalty }
    }
    for rule in year.rules.criteria {
      if let penalty = rule.strictness.penalty, oracle.breaks(rule, placement) { sum += penalty }
    }
    return sum
  }

  // MARK: - Counters

  /// Adds a counter of the triples that satisfy a condition.
  private mutating func counter(of counts: (Placement) -> Bool) -> Int {
    let counter = counterCount
    counterCount += 1
    limits.append(.max)
    for index in triples.indices where counts(placements[index]) {
      triples[index].counters.append(counter)
    }
    return counter
  }

  private mutating func bound(_ counter: Int, _ least: Int, _ most: Int?, _ price: Price) {
    let most = most ?? .max
    intervals.append(Interval(counter: counter, least: least, most: most, price: price))
    if price == nil { limits[counter] = min(limits[counter], most) }
  }

  mutating func fillLimits() {
    if year.rules[.cohortPlaces] != .off {
      for (index, cohort) in year.cohorts.enumerated() {
        bound(index, 0, cohort.places, price(year.rules[.cohortPlaces]))
      }
    }
    for (index, country) in year.countries.enumerated() {
      let counter = countryCounter(index)
      if year.rules[.countryQuota] != .off {
        bound(counter, country.min, country.max, price(year.rules[.countryQuota]))
      }
      if year.rules[.budget] == .hard, let budget = country.budget, country.costPerPartner > 0 {
        limits[counter] = min(limits[counter], Int(budget / country.costPerPartner))
      }
    }
  }

  mutating func fillTrackQuotas() {
    guard year.rules[.trackQuota] != .off else { return }
    let (oracle, price) = (oracle, price(year.rules[.trackQuota]))
    for (index, cohort) in year.cohorts.enumerated() {
      for quota in cohort.tracks {
        let counter = counter { placement in
          placement.cohort == index
            && quota.covers(oracle.year.applicants[placement.applicant].track)
        }
        bound(counter, quota.min, quota.max, price)
      }
    }
  }

  mutating func fillQuotas() {
    let oracle = oracle
    for quota in year.rules.quotas where quota.strictness != .off {
      for instance in oracle.instances(of: quota) {
        let selected = counter { oracle.selects(instance.select, $0) }
        bound(selected, quota.minimum ?? 0, quota.maximum, price(quota.strictness))
        if let of = instance.of {
          let whole = counter { oracle.selects(of, $0) }
          var shareOnly = quota
          shareOnly.minimum = nil
          shareOnly.maximum = nil
          shares.append(
            ShareBound(
              selected: selected, whole: whole, quota: shareOnly, price: price(quota.strictness)))
        }
      }
    }
  }

  mutating func fillAnnounced() {
    for applicant in year.applicants.indices {
      let rows = year.pins.filter { $0.kind == .announced && $0.applicant == applicant }
      guard !rows.isEmpty else { continue }
      let kept = choices[applicant].filter { index in
        rows.allSatisfy { oracle.names($0, placements[index]) }
      }
      announced.append((applicant, Set(kept)))
    }
  }

  mutating func fillPins() {
    let oracle = oracle
    for (kind, rule) in [(Pin.Kind.pin, Rule.pin), (.announced, .announced)] {
      guard year.rules[rule] != .off, rule == .pin || year.rules.announced.mostMoved == 0
      else { continue }
      for row in year.pins where row.kind == kind {
        let counter = counter { oracle.names(row, $0) }
        bound(counter, 1, nil, price(year.rules[rule]))
      }
    }
  }
}
