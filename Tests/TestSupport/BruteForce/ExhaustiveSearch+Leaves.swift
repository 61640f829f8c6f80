// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension ExhaustiveSearch {
  /// The priced units that only a complete plan shows, or nothing when a hard
  /// rule is broken.
  func latePenalties() -> Int? {
    guard areSeatsFilled, var sum = counted() else { return nil }
    for part in [budget(), predeparture(), renewals(), pairs(), companions(), tooManyMoved()] {
      guard let part else { return nil }
      sum += part
    }
    return sum
  }

  /// Units × price; nothing when the rule is hard and has a unit.
  private func priced(_ units: Int, _ strictness: Strictness) -> Int? {
    switch strictness {
    case .hard: units > 0 ? nil : 0
    case .soft(let penalty): units * penalty
    case .off: 0
    }
  }

  private var areSeatsFilled: Bool {
    for index in choice where index >= 0 {
      let post = tables.triples[index].post
      if postCounts[post] < tables.seatsMin[post] { return false }
    }
    return true
  }

  private func counted() -> Int? {
    var sum = 0
    for interval in tables.intervals {
      let count = counts[interval.counter]
      let units = max(0, interval.least - count) + max(0, count - interval.most)
      guard units > 0 else { continue }
      guard let price = interval.price else { return nil }
      sum += units * price
    }
    for share in tables.shares {
      let units = Oracle.units(
        of: share.quota, selected: counts[share.selected], of: counts[share.whole])
      guard units > 0 else { continue }
      guard let price = share.price else { return nil }
      sum += units * price
    }
    return sum
  }

  private func budget() -> Int? {
    let strictness = tables.budgetStrictness
    guard strictness != .off else { return 0 }
    var (units, spentInAll) = (0, 0)
    for country in tables.costs.indices {
      let spent = counts[tables.countryCounter(country)] * tables.costs[country]
      spentInAll += spent
      units += started(spent, over: tables.budgets[country])
    }
    return priced(units + started(spentInAll, over: tables.totalBudget), strictness)
  }

  private func started(_ spent: Int, over budget: Int) -> Int {
    let unit = Int(BudgetRule.unit)
    return spent > budget ? (spent - budget + unit - 1) / unit : 0
  }

  private func predeparture() -> Int? {
    var units = 0
    for site in tables.sites {
      var (worstBeds, worstRooms) = (0, 0)
      for crowd in site.beds {
        var guests = -crowd.capacity
        for cohort in crowd.cohorts { guests += counts[cohort] }
        worstBeds = max(worstBeds, guests)
      }
      for crowd in site.rooms {
        var rooms = -crowd.capacity
        for cohort in crowd.cohorts {
          rooms += (counts[cohort] + site.classSize - 1) / site.classSize
        }
        worstRooms = max(worstRooms, rooms)
      }
      units += worstBeds + worstRooms
    }
    return priced(units, tables.predepartureStrictness)
  }

  private func renewals() -> Int? {
    var units = 0
    for country in tables.renewalsFirst where country.servable & ~hosting != 0 {
      units += (country.newSchools & hosting).nonzeroBitCount
    }
    return priced(units, tables.rotationStrictness)
  }

  private func pairs() -> Int? {
    var (separated, meeting) = (0, 0)
    for (first, second) in tables.together {
      switch (choice[first] >= 0, choice[second] >= 0) {
      case (false, false): continue
      case (true, false), (false, true): separated += 1
      case (true, true):
        let (one, other) = (tables.triples[choice[first]], tables.triples[choice[second]])
        if one.city != other.city || one.cohort != other.cohort { separated += 1 }
      }
    }
    for (first, second) in tables.apart where choice[first] >= 0 && choice[second] >= 0 {
      if tables.triples[choice[first]].city == tables.triples[choice[second]].city { meeting += 1 }
    }
    guard let one = priced(separated, tables.togetherStrictness),
      let other = priced(meeting, tables.apartStrictness)
    else { return nil }
    return one + other
  }

  private func tooManyMoved() -> Int? {
    let most = tables.year.rules.announced.mostMoved
    guard most > 0 else { return 0 }
    return priced(max(0, moved(before: choice.count) - most), tables.year.rules[.announced])
  }

  private func companions() -> Int? {
    let strictness = tables.companionsStrictness
    guard strictness != .off else { return 0 }
    var (guarded, others) = (0, 0)
    for index in choice where index >= 0 {
      let (base, cohort) = (tables.triples[index].base, tables.triples[index].cohort)
      let reach = tables.near[base]
      var neighbours = -1  // The placement meets itself below.
      for other in choice where other >= 0 && tables.triples[other].cohort == cohort {
        if reach >> UInt64(tables.triples[other].base) & 1 == 1 { neighbours += 1 }
      }
      if neighbours < tables.companionsNeeded {
        if tables.triples[index].isGuarded { guarded += 1 } else { others += 1 }
      }
    }
    guard let sum = priced(guarded, strictness) else { return nil }
    return sum + others * tables.lonelyPrice
  }
}
