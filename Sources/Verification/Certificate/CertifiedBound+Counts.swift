// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension CertifiedBound {
  /// Rows `link` and `one-post-per-school`.
  mutating func priceSeats() {
    for (index, slot) in catalogue.slots.enumerated() where catalogue.candidates[index] > 0 {
      let price = price(
        "link", [slot.post.id, year.cohorts[slot.cohort].id], lower: 0, upper: 0)
      seatPrices[index] += price
      slotGains[index] += Int128(price)
    }
    for school in year.schools.indices {
      let price = price("one-post-per-school", [year.schools[school].id], upper: 1)
      hostGains[school] -= Int128(price)
    }
  }

  /// Rows of `cohort-places`, `country-quota`, `track-quota` and `budget`.
  mutating func pricePlaces() {
    for (index, cohort) in year.cohorts.enumerated() {
      let count = priceCount(.cohortPlaces, [cohort.id], min: nil, max: cohort.places)
      cohortGains[index] -= Int128(count)
      guard year.rules[.trackQuota] != .off else { continue }
      for quota in cohort.tracks {
        let count = priceCount(.trackQuota, [cohort.id, quota.key], min: quota.min, max: quota.max)
        guard count != 0 else { continue }
        let nobody = [Int](repeating: 0, count: year.cohorts.count)
        for track in Set(year.applicants.map(\.track)) where quota.covers(track) {
          people.byTrack[track, default: nobody][index] += count
        }
      }
    }
    for (index, country) in year.countries.enumerated() {
      let count = priceCount(.countryQuota, [country.id], min: country.min, max: country.max)
      for cohort in cohorts(of: index) { cohortGains[cohort] -= Int128(count) }
    }
    priceBudgets()
  }

  /// The cohorts of a country.
  func cohorts(of country: Int) -> [Int] {
    year.cohorts.indices.filter { year.cohorts[$0].country == country }
  }

  /// Takes the prices of a count's two sides.
  ///
  /// - Returns: Their sum, to be paid by each that is counted.
  mutating func priceCount(
    _ rule: Rule, _ subjects: [String], min: Int?, max: Int?, strictness: Strictness? = nil
  ) -> Int {
    let strictness = strictness ?? year.rules[rule]
    guard strictness != .off else { return 0 }
    var sum = 0
    if let min, min > 0 {
      let price = price("\(rule.rawValue).fewest", subjects, lower: min)
      if let penalty = strictness.penalty {
        addExtra(gain: Int128(ofPenalty * penalty - price), most: min)
      }
      sum += price
    }
    if let max {
      let price = price("\(rule.rawValue).most", subjects, upper: max)
      if let penalty = strictness.penalty {
        addExtra(gain: Int128(ofPenalty * penalty + price), most: year.applicants.count)
      }
      sum += price
    }
    return sum
  }

  private mutating func priceBudgets() {
    let strictness = year.rules[.budget]
    guard strictness != .off else { return }
    for (index, country) in year.countries.enumerated() {
      guard let budget = country.budget, country.costPerPartner > 0 else { continue }
      priceBudget([country.id], countries: [index], budget, strictness)
    }
    if let total = year.rules.budget.total {
      let paid = year.countries.indices.filter { year.countries[$0].costPerPartner > 0 }
      priceBudget(["total"], countries: paid, total, strictness)
    }
  }

  /// The costs and, where the rule is soft, the unit of violation are divided by
  /// what they have in common; the budget is too, and rounded down.
  private mutating func priceBudget(
    _ subjects: [String], countries: [Int], _ budget: Int64, _ strictness: Strictness
  ) {
    var divisor = Int64(0)
    for country in countries {
      divisor = greatestCommonDivisor(divisor, year.countries[country].costPerPartner)
    }
    if strictness.penalty != nil {
      divisor = greatestCommonDivisor(divisor, BudgetRule.unit)
    }
    guard divisor > 0 else { return }
    let side = budget / divisor - (budget % divisor < 0 ? 1 : 0)
    let price = price(Rule.budget.rawValue, subjects, upper: Int(side))
    for country in countries {
      let cost = Int(year.countries[country].costPerPartner / divisor)
      for cohort in cohorts(of: country) { cohortGains[cohort] -= Int128(price) * Int128(cost) }
    }
    if let penalty = strictness.penalty {
      let dearest = countries.map { year.countries[$0].costPerPartner }.max() ?? 0
      let most = Int128(dearest) * Int128(year.applicants.count) - Int128(budget)
      addExtra(
        gain: Int128(ofPenalty * penalty + price * Int(BudgetRule.unit / divisor)),
        most: Int(clamping: most / Int128(BudgetRule.unit) + 1))
    }
  }

  /// Rows of `predeparture`: beds of a night, rooms of a day, classes of a cohort.
  mutating func pricePredeparture() {
    let strictness = year.rules[.predeparture]
    guard strictness != .off else { return }
    for (index, site) in year.sites.enumerated() {
      let sessions = year.cohorts.indices.compactMap { cohort in
        year.cohorts[cohort].predepartureSite == index
          ? year.cohorts[cohort].predeparture.map { (cohort: cohort, days: $0) } : nil
      }
      let bookings = year.siteBookings.filter { $0.site == index }
      let days = Set(
        (sessions.map(\.days) + bookings.map(\.days)).flatMap {
          [$0.lowerBound, $0.upperBound, Day(number: $0.upperBound.number + 1)]
        }
      ).sorted()
      var roomGains: [Int: Int] = [:]
      var shortBeds = 0
      var shortRooms = 0
      for day in days {
        let booked = bookings.filter { $0.days.lowerBound <= day && day < $0.days.upperBound }
        let free = max(0, site.beds - booked.reduce(0) { $0 + $1.beds })
        let beds = price("predeparture.beds.\(day)", [site.id], upper: free)
        shortBeds += beds
        for session in sessions
        where session.days.lowerBound <= day && day < session.days.upperBound {
          cohortGains[session.cohort] -= Int128(beds)
        }
        let taught = bookings.filter { $0.days.contains(day) }
        let left = max(0, site.classrooms - taught.reduce(0) { $0 + $1.classrooms })
        let rooms = price("predeparture.rooms.\(day)", [site.id], upper: left)
        shortRooms += rooms
        for session in sessions where session.days.contains(day) {
          roomGains[session.cohort, default: 0] -= rooms
        }
      }
      for session in sessions {
        let classes = price(
          "predeparture.classes", [site.id, year.cohorts[session.cohort].id], lower: 0)
        cohortGains[session.cohort] += Int128(classes)
        addExtra(
          gain: Int128((roomGains[session.cohort] ?? 0) - classes * site.classSize),
          most: year.applicants.count)
      }
      if let penalty = strictness.penalty {
        for short in [shortBeds, shortRooms] {
          addExtra(gain: Int128(ofPenalty * penalty + short), most: year.applicants.count)
        }
      }
    }
  }
}

private func greatestCommonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
  right == 0 ? left : greatestCommonDivisor(right, left % right)
}
