// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension DispatchFormulation {
  /// Rule `quota`, for each value of `each`.
  mutating func addQuotas() {
    for quota in year.rules.quotas where quota.strictness != .off {
      for value in values(of: quota.each) {
        addQuota(quota, narrowedTo: value)
      }
    }
  }

  /// The values for which a quota holds; nothing stands for "all together".
  private func values(of attribute: Attribute?) -> [String?] {
    guard let attribute else { return [nil] }
    let words: [String] =
      switch attribute {
      case .postCountry: year.schools.map { year.countries[$0.country].id }
      case .postArea: year.schools.map(\.area)
      case .postCity: year.schools.map(\.city)
      case .postLevel: year.schools.map(\.level)
      case .cohortCountry: year.cohorts.map { year.countries[$0.country].id }
      default: year.cohorts.map(\.id)
      }
    return Set(words).sorted()
  }

  private mutating func addQuota(_ quota: QuotaRule, narrowedTo value: String?) {
    let subjects = [quota.id] + (value.map { [$0] } ?? [])
    func narrowed(_ selector: Selector) -> Selector {
      guard let each = quota.each, let value else { return selector }
      return Selector(
        conditions: selector.conditions + [Selector.Condition(each, .among([value]))])
    }
    let selected = count("quota", subjects, of: narrowed(quota.select))
    bound(
      .quota, subjects, selected, min: quota.minimum, max: quota.maximum,
      strictness: quota.strictness)
    guard let share = quota.share else { return }
    let whole = count("quota-of", subjects, of: narrowed(share.of))
    if let percent = share.minimumPercent {
      var terms = [Term(selected, 100), Term(whole, -Int64(percent))]
      if let penalty = quota.strictness.penalty {
        let short = violation(
          of: Rule.quota.rawValue, penalty: penalty, upper: greatest([Term(whole, 1)]),
          subjects.joined(separator: ","), "share-short")
        terms.append(Term(short, 100))
      }
      row(Rule.quota.rawValue, subjects, terms, lower: 0, part: "share-fewest")
    }
    if let percent = share.maximumPercent {
      var terms = [Term(selected, 100), Term(whole, -Int64(percent))]
      if let penalty = quota.strictness.penalty {
        let over = violation(
          of: Rule.quota.rawValue, penalty: penalty, upper: greatest([Term(selected, 1)]),
          subjects.joined(separator: ","), "share-over")
        terms.append(Term(over, -100))
      }
      row(Rule.quota.rawValue, subjects, terms, upper: 0, part: "share-most")
    }
  }

  /// A column that counts the placements a selector selects.
  private mutating func count(
    _ kind: String, _ subjects: [String], of selector: Selector
  ) -> Column {
    let test = SelectorTest(selector, year: year)
    let slots = seats.filter { test.selects(slot: $0.slot, in: eligibility) }
    if test.isAboutSlotsOnly {
      return count(kind, subjects, of: slots.map(\.column))
    }
    let column = program.addColumn(
      named: "count(\(([kind] + subjects).joined(separator: ",")))", lower: 0,
      upper: min(
        greatest(slots.map { Term($0.column, 1) }), Int64(year.applicants.count)), isInteger: true,
      origin: Origin(rule: Rule.quota.rawValue, subjects: subjects))
    let cohorts = year.cohorts.count
    let people = people(of: selector, test)
    let isSelected = people.isSelected
    var selected: [(triple: Int32, coefficient: Int64)] = []
    for (slot, _) in slots {
      let cohort = eligibility.slots[slot].cohort
      for triple in triples.ofSlot[slot]
      where isSelected[Int(triples.applicants[Int(triple)]) * cohorts + cohort] {
        selected.append((triple, 1))
      }
    }
    peopleCounts.append(column)
    pend(
      "count", [kind] + subjects, [Term(column, -1)], triples: selected, lower: 0, upper: 0,
      scope: people.set.map { .selected(set: $0, slots: slots.map(\.slot), coefficient: 1) })
    return column
  }

  /// Whom a selector selects, by applicant × cohort, and the number of that set.
  private mutating func people(of selector: Selector, _ test: SelectorTest) -> SelectedPeople {
    let conditions = selector.conditions.filter(\.attribute.isApplicants)
    if let known = selectedPeople[conditions] { return known }
    let cohorts = year.cohorts.count
    let isSelected = year.applicants.indices.flatMap { applicant in
      (0..<cohorts).map { test.selects(applicant: applicant, cohort: $0, in: year) }
    }
    let people = SelectedPeople(
      isSelected: isSelected, set: personSet { isSelected[$0 * cohorts + $1] })
    selectedPeople[conditions] = people
    return people
  }
}

/// Applicants in cohorts, as a selector's conditions about applicants pick them.
struct SelectedPeople: Sendable {
  /// By applicant × cohort.
  var isSelected: [Bool]
  /// The set's number among `personSets`.
  var set: Int?
}
