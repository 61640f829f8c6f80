// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension DispatchFormulation {
  /// Explicit integer columns for the partners of each cohort and country:
  /// solvers branch on these sums rather than on thousands of triples.
  mutating func addCounts() {
    for (index, cohort) in year.cohorts.enumerated() {
      cohortCounts.append(
        count(
          "cohort", [cohort.id],
          of: seats.filter { eligibility.slots[$0.slot].cohort == index }.map(\.column)))
    }
    for (index, country) in year.countries.enumerated() {
      let members = cohortCounts.indices.filter { year.cohorts[$0].country == index }
      countryCounts.append(count("country", [country.id], of: members.map { cohortCounts[$0] }))
    }
  }

  /// A column that equals the sum of others.
  mutating func count(_ kind: String, _ subjects: [String], of columns: [Column]) -> Column {
    let column = program.addColumn(
      named: "count(\(([kind] + subjects).joined(separator: ",")))", lower: 0,
      upper: min(
        greatest(columns.map { Term($0, 1) }), Int64(year.applicants.count)), isInteger: true,
      origin: Origin(rule: "count", subjects: subjects))
    row(
      "count", [kind] + subjects, columns.map { Term($0, 1) } + [Term(column, -1)], lower: 0,
      upper: 0)
    return column
  }

  /// Requires a column to lie within bounds, exactly or at a price.
  mutating func bound(
    _ rule: Rule, _ subjects: [String], _ column: Column, min: Int?, max: Int?,
    strictness: Strictness
  ) {
    switch strictness {
    case .off: break
    case .hard:
      if let min, min > 0 {
        row(rule.rawValue, subjects, [Term(column, 1)], lower: Int64(min), part: "fewest")
      }
      if let max {
        row(rule.rawValue, subjects, [Term(column, 1)], upper: Int64(max), part: "most")
      }
    case .soft(let penalty):
      if let min, min > 0 {
        let short = violation(
          of: rule.rawValue, penalty: penalty, upper: Int64(min),
          subjects.joined(separator: ","), "short")
        row(
          rule.rawValue, subjects, [Term(column, 1), Term(short, 1)], lower: Int64(min),
          part: "fewest")
      }
      if let max {
        let over = violation(
          of: rule.rawValue, penalty: penalty,
          upper: Swift.max(0, greatest([Term(column, 1)]) - Int64(max)),
          subjects.joined(separator: ","), "over")
        row(
          rule.rawValue, subjects, [Term(column, 1), Term(over, -1)], upper: Int64(max),
          part: "most")
      }
    }
  }

  /// Rule `cohort-places`.
  mutating func addCohortPlaces() {
    for (index, cohort) in year.cohorts.enumerated() {
      bound(
        .cohortPlaces, [cohort.id], cohortCounts[index], min: nil, max: cohort.places,
        strictness: year.rules[.cohortPlaces])
    }
  }

  /// Rule `country-quota`.
  mutating func addCountryQuotas() {
    for (index, country) in year.countries.enumerated() {
      bound(
        .countryQuota, [country.id], countryCounts[index], min: country.min, max: country.max,
        strictness: year.rules[.countryQuota])
    }
  }

  /// Rule `track-quota`: the counts; which cohort takes which track at all is a
  /// matter of eligibility.
  mutating func addTrackQuotas() {
    guard year.rules[.trackQuota] != .off else { return }
    for (index, cohort) in year.cohorts.enumerated() {
      for quota in cohort.tracks {
        let isCovered = year.applicants.map { quota.covers($0.track) }
        let ofCohort = seats.filter { eligibility.slots[$0.slot].cohort == index }.map(\.slot)
        let covered = ofCohort.flatMap { slot in
          triples.ofSlot[slot].filter { isCovered[Int(triples.applicants[Int($0)])] }
        }.sorted()
        let set = personSet { applicant, cohort in cohort == index && isCovered[applicant] }
        let column = program.addColumn(
          named: "count(track,\(cohort.id),\(quota.key))", lower: 0,
          upper: greatest([Term(cohortCounts[index], 1)]), isInteger: true,
          origin: Origin(rule: Rule.trackQuota.rawValue, subjects: [cohort.id, quota.key]))
        peopleCounts.append(column)
        pend(
          "count", ["track", cohort.id, quota.key], [Term(column, -1)],
          triples: covered.map { ($0, 1) }, lower: 0, upper: 0,
          scope: set.map { .selected(set: $0, slots: ofCohort, coefficient: 1) })
        bound(
          .trackQuota, [cohort.id, quota.key], column, min: quota.min, max: quota.max,
          strictness: year.rules[.trackQuota])
      }
    }
  }

  /// Rule `budget`, for each country and for all together.
  mutating func addBudgets() {
    let strictness = year.rules[.budget]
    guard strictness != .off else { return }
    for (index, country) in year.countries.enumerated() {
      guard let budget = country.budget, country.costPerPartner > 0 else { continue }
      addBudget(
        [country.id], spend: [(countryCounts[index], country.costPerPartner)], budget: budget,
        strictness: strictness)
    }
    if let total = year.rules.budget.total {
      let spend = year.countries.indices.map {
        (countryCounts[$0], year.countries[$0].costPerPartner)
      }
      addBudget(
        ["total"], spend: spend.filter { $0.1 > 0 }, budget: total, strictness: strictness)
    }
  }

  /// The upper side of a hard budget's row; nothing where partners cost nothing.
  ///
  /// - Parameters:
  ///   - yen: The budget.
  ///   - country: An index into the year's countries; nothing for all together.
  /// - Returns: What the row's terms add up to at most.
  package func budgetLimit(_ yen: Int64, of country: Int?) -> Int64? {
    let costs = (country.map { [year.countries[$0]] } ?? year.countries).map(\.costPerPartner)
    let divisor = costs.reduce(0, greatestCommonDivisor)
    return divisor > 0 ? floorDivide(yen, divisor) : nil
  }

  private mutating func addBudget(
    _ subjects: [String], spend: [(Column, Int64)], budget: Int64, strictness: Strictness
  ) {
    var terms = spend.map { Term($0.0, $0.1) }
    if let penalty = strictness.penalty {
      let over = violation(
        of: Rule.budget.rawValue, penalty: penalty,
        upper: max(0, (greatest(terms) - budget + BudgetRule.unit - 1) / BudgetRule.unit),
        subjects.joined(separator: ","))
      terms.append(Term(over, -BudgetRule.unit))
    }
    // Divided by what all coefficients share: the solver's tolerances are
    // absolute, and yen are many.
    let divisor = terms.reduce(Int64(0)) { greatestCommonDivisor($0, abs($1.coefficient)) }
    guard divisor > 0 else {
      row(Rule.budget.rawValue, subjects, terms, upper: budget)
      return
    }
    let scaled = terms.map { Term($0.column, $0.coefficient / divisor) }
    row(Rule.budget.rawValue, subjects, scaled, upper: floorDivide(budget, divisor))
  }

  /// Rule `predeparture`: beds by night and classrooms by day at each site.
  mutating func addPredeparture() {
    let strictness = year.rules[.predeparture]
    guard strictness != .off else { return }
    for (index, site) in year.sites.enumerated() {
      let sessions = year.cohorts.indices.compactMap { cohort in
        year.cohorts[cohort].predepartureSite == index
          ? year.cohorts[cohort].predeparture.map { (cohort: cohort, days: $0) } : nil
      }
      guard !sessions.isEmpty else { continue }
      var bedShort: Column?
      var roomShort: Column?
      if let penalty = strictness.penalty {
        let most = greatest(sessions.map { Term(cohortCounts[$0.cohort], 1) })
        bedShort = violation(
          of: Rule.predeparture.rawValue, penalty: penalty, upper: most, site.id, "beds")
        // A classroom holds one person at least.
        roomShort = violation(
          of: Rule.predeparture.rawValue, penalty: penalty, upper: most, site.id, "rooms")
      }
      let bookings = year.siteBookings.filter { $0.site == index }
      // Nights: the interval of days less its last day.
      let nights = loads(
        sessions.map { ($0.cohort, $0.days.lowerBound.number..<$0.days.upperBound.number) },
        bookings.map { ($0.days.lowerBound.number..<$0.days.upperBound.number, $0.beds) },
        capacity: site.beds)
      for load in nights {
        row(
          Rule.predeparture.rawValue, [site.id],
          load.cohorts.map { Term(cohortCounts[$0], 1) } + (bedShort.map { [Term($0, -1)] } ?? []),
          upper: Int64(load.capacity), part: "beds.\(Day(number: load.day))")
      }
      var roomColumns: [Int: Column] = [:]
      for session in sessions {
        let cohort = year.cohorts[session.cohort].id
        let rooms = program.addColumn(
          named: "rooms(\(cohort))", lower: 0,
          upper: greatest([Term(cohortCounts[session.cohort], 1)]), isInteger: true,
          origin: Origin(rule: Rule.predeparture.rawValue, subjects: [site.id, cohort]))
        roomColumns[session.cohort] = rooms
        row(
          Rule.predeparture.rawValue, [site.id, cohort],
          [Term(rooms, Int64(site.classSize)), Term(cohortCounts[session.cohort], -1)],
          lower: 0, part: "classes")
      }
      let days = loads(
        sessions.map { ($0.cohort, $0.days.lowerBound.number..<$0.days.upperBound.number + 1) },
        bookings.map {
          ($0.days.lowerBound.number..<$0.days.upperBound.number + 1, $0.classrooms)
        },
        capacity: site.classrooms)
      for load in days {
        let rooms = load.cohorts.compactMap { roomColumns[$0] }
        row(
          Rule.predeparture.rawValue, [site.id],
          rooms.map { Term($0, 1) } + (roomShort.map { [Term($0, -1)] } ?? []),
          upper: Int64(load.capacity), part: "rooms.\(Day(number: load.day))")
      }
    }
  }

  private struct SiteLoad {
    var day: Int
    var cohorts: [Int]
    var capacity: Int
  }

  /// For each set of cohorts in session together, the day with least capacity.
  private func loads(
    _ sessions: [(cohort: Int, days: Range<Int>)], _ bookings: [(days: Range<Int>, amount: Int)],
    capacity: Int
  ) -> [SiteLoad] {
    // Sets of sessions and bookings change only where one of them begins, or
    // ends.
    let marks = Set(
      (sessions.map(\.days) + bookings.map(\.days)).flatMap { [$0.lowerBound, $0.upperBound] }
    ).sorted()
    var found: [SiteLoad] = []
    for day in marks {
      let present = sessions.filter { $0.days.contains(day) }.map(\.cohort)
      guard !present.isEmpty else { continue }
      let booked = bookings.filter { $0.days.contains(day) }.map(\.amount).reduce(0, +)
      let free = max(0, capacity - booked)
      if let index = found.firstIndex(where: { $0.cohorts == present }) {
        if free < found[index].capacity {
          found[index] = SiteLoad(day: day, cohorts: present, capacity: free)
        }
      } else {
        found.append(SiteLoad(day: day, cohorts: present, capacity: free))
      }
    }
    return found
  }
}

private func greatestCommonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
  var (left, right) = (left, right)
  while right != 0 { (left, right) = (right, left % right) }
  return left
}

/// Rounds the quotient down, also below zero.
private func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
  let quotient = value / divisor
  return value % divisor < 0 ? quotient - 1 : quotient
}
