// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

extension CertifiedBound {
  /// Rows of `together` and `apart`.
  mutating func pricePairs() {
    let cities = Set(catalogue.slots.map { City(of: $0.post, in: year) })
    let together = year.rules[.together]
    if together != .off, hasAny("together", "together.first", "together.second") {
      for (one, other) in namedPairs(year.applicants.map(\.togetherWith)) {
        let names = [year.applicants[one].id, year.applicants[other].id]
        var apart = 0
        for city in cities {
          for cohort in cohorts(of: city.country) {
            let subjects = names + [city.name, year.cohorts[cohort].id]
            var sum: Int
            if together.penalty == nil {
              sum = price("together", subjects, lower: 0, upper: 0)
            } else {
              let first = price("together.first", subjects, upper: 0)
              let second = price("together.second", subjects, lower: 0)
              apart += first - second
              sum = first + second
            }
            pay(sum, one, city, cohort)
            pay(-sum, other, city, cohort)
          }
        }
        if let penalty = together.penalty {
          addExtra(gain: Int128(ofPenalty * penalty + apart), most: 1)
        }
      }
    }
    let apart = year.rules[.apart]
    guard apart != .off, hasAny("apart") else { return }
    for (one, other) in namedPairs(year.applicants.map(\.apartFrom)) {
      let names = [year.applicants[one].id, year.applicants[other].id]
      var near = 0
      for city in cities {
        let sum = price(
          "apart", names + [year.countries[city.country].id, city.name], upper: 1)
        near += sum
        pay(sum, one, city, nil)
        pay(sum, other, city, nil)
      }
      if let penalty = apart.penalty { addExtra(gain: Int128(ofPenalty * penalty + near), most: 1) }
    }
  }

  private func hasAny(_ rows: String...) -> Bool { rows.contains { prices.hasRows($0) } }

  private mutating func pay(_ price: Int, _ applicant: Int, _ city: City, _ cohort: Int?) {
    guard price != 0 else { return }
    people.own[applicant, default: PeoplePrices.Own()].stays[
      PeoplePrices.Own.Stay(city: city, cohort: cohort), default: 0] += price
  }

  /// Rows of `announced` and `pin`.
  mutating func priceRows() {
    for (number, pin) in year.pins.enumerated() {
      let rule: Rule
      switch pin.kind {
      case .announced: rule = .announced
      case .pin: rule = .pin
      case .forbid, .prefer: continue
      }
      let strictness = year.rules[rule]
      guard strictness != .off, rule == .pin || year.rules.announced.mostMoved == 0
      else { continue }
      let price = price(
        rule.rawValue, [year.applicants[pin.applicant].id, String(number + 1)], lower: 1)
      if let penalty = strictness.penalty {
        addExtra(gain: Int128(ofPenalty * penalty - price), most: 1)
      }
      guard price != 0 else { continue }
      people.own[pin.applicant, default: PeoplePrices.Own()].pins.append((pin, price))
    }
  }

  /// Who loses what was announced: for the goal `moved`, and for `announced` where
  /// some may.
  mutating func priceLosses() {
    let strictness = year.rules[.announced]
    let most = year.rules.announced.mostMoved
    let isLimited = strictness != .off && most > 0
    guard isLimited || year.objective.contains(.moved) else { return }
    let people = Dictionary(grouping: year.pins.filter { $0.kind == .announced }, by: \.applicant)
    let ofTotal = isLimited ? price("announced.most", ["total"], upper: most) : 0
    if isLimited, let penalty = strictness.penalty {
      addExtra(gain: Int128(ofPenalty * penalty + ofTotal), most: people.count)
    }
    for (applicant, rows) in people {
      let price = price("loss", [year.applicants[applicant].id], lower: 1, upper: 1)
      addExtra(gain: Int128(ofMove - ofTotal - price), most: 1)
      guard price != 0 else { continue }
      self.people.own[applicant, default: PeoplePrices.Own()].announced = (rows, price)
    }
  }

  /// Who has no placement although one was announced: for the goal `dropped`.
  mutating func priceDrops() {
    guard year.objective.contains(.dropped) else { return }
    for applicant in Set(year.pins.filter { $0.kind == .announced }.map(\.applicant)) {
      let price = price("drop", [year.applicants[applicant].id], lower: 1, upper: 1)
      addExtra(gain: Int128(ofDrop - price), most: 1)
      guard price != 0 else { continue }
      people.own[applicant, default: PeoplePrices.Own()].pins.append(
        (Pin(applicant: applicant, place: .anywhere, kind: .announced), price))
    }
  }

  /// Rows of `quota`, for each value of `each`.
  mutating func priceQuotas() {
    for quota in year.rules.quotas where quota.strictness != .off {
      let values: [String?] = quota.each.map { QuotaCheck.values(of: $0, in: year) } ?? [nil]
      for value in values { price(quota, narrowedTo: value) }
    }
  }

  private mutating func price(_ quota: QuotaRule, narrowedTo value: String?) {
    let subjects = [quota.id] + (value.map { [$0] } ?? [])
    func narrowed(_ selector: Selector) -> Selector {
      guard let each = quota.each, let value else { return selector }
      return Selector(
        conditions: selector.conditions + [Selector.Condition(each, .among([value]))])
    }
    var selected = priceCount(
      .quota, subjects, min: quota.minimum, max: quota.maximum, strictness: quota.strictness)
    var whole = 0
    let most = year.applicants.count
    let penalty = quota.strictness.penalty
    if let percent = quota.share?.minimumPercent {
      let price = price("quota.share-fewest", subjects, lower: 0)
      selected += 100 * price
      whole -= percent * price
      if let penalty { addExtra(gain: Int128(ofPenalty * penalty - 100 * price), most: most) }
    }
    if let percent = quota.share?.maximumPercent {
      let price = price("quota.share-most", subjects, upper: 0)
      selected += 100 * price
      whole -= percent * price
      if let penalty { addExtra(gain: Int128(ofPenalty * penalty + 100 * price), most: most) }
    }
    pay(selected, narrowed(quota.select))
    if let share = quota.share { pay(whole, narrowed(share.of)) }
  }

  /// Lets every placement that a selector selects pay: its seat, if nothing is
  /// asked of the applicant, else the applicant.
  private mutating func pay(_ price: Int, _ selector: Selector) {
    guard price != 0 else { return }
    let table = SelectorTable(
      selector, applicantCount: year.applicants.count, slots: catalogue.slots, year: year)
    guard table.isAboutSlotsOnly else {
      people.quotas.append((table, price))
      return
    }
    for slot in catalogue.slots.indices where table.selects(slot: slot) {
      slotGains[slot] -= Int128(price)
    }
  }
}
