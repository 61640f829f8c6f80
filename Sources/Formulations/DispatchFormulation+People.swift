// SPDX-License-Identifier: GPL-3.0-or-later

internal import IntegerProgramming
internal import Programme

extension DispatchFormulation {
  /// A city of a country.
  private struct City: Hashable, Comparable {
    var country: Int
    var name: String

    static func < (left: City, right: City) -> Bool {
      (left.country, left.name) < (right.country, right.name)
    }
  }

  private struct CityAndCohort: Hashable, Comparable {
    var city: City
    var cohort: Int

    static func < (left: CityAndCohort, right: CityAndCohort) -> Bool {
      (left.city, left.cohort) < (right.city, right.cohort)
    }
  }

  private func city(ofSlot slot: Int) -> City {
    let facts = eligibility.facts[eligibility.slots[slot].post]
    return City(country: facts.country, name: facts.city)
  }

  /// Unordered pairs of which one names the other, sorted.
  private func pairs(_ named: (Applicant) -> [Int]) -> [(first: Int, second: Int)] {
    var found: Set<[Int]> = []
    for (index, applicant) in year.applicants.enumerated() {
      for other in named(applicant) where other != index {
        found.insert([min(index, other), max(index, other)])
      }
    }
    return found.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { ($0[0], $0[1]) }
  }

  /// Rule `together`: as many of one as of the other in each city and cohort.
  mutating func addTogether() {
    let strictness = year.rules[.together]
    guard strictness != .off else { return }
    let rule = Rule.together.rawValue
    for pair in pairs(\.togetherWith) {
      let people = [year.applicants[pair.first].id, year.applicants[pair.second].id]
      let apart = strictness.penalty.map {
        violation(of: rule, penalty: $0, upper: 1, people.joined(separator: ","))
      }
      var differences: [CityAndCohort: [(triple: Int32, coefficient: Int64)]] = [:]
      for (applicant, sign) in [(pair.first, Int64(1)), (pair.second, -1)] {
        for triple in triples.ofApplicant[applicant] {
          let slot = Int(triples.slots[triple])
          let key = CityAndCohort(
            city: city(ofSlot: slot), cohort: eligibility.slots[slot].cohort)
          differences[key, default: []].append((Int32(triple), sign))
        }
      }
      countPlaced(pair.first, people)
      for (key, difference) in differences.sorted(by: { $0.key < $1.key }) {
        let subjects = people + [key.city.name, year.cohorts[key.cohort].id]
        if let apart {
          pend(rule, subjects, [Term(apart, -1)], triples: difference, upper: 0, part: "first")
          pend(rule, subjects, [Term(apart, 1)], triples: difference, lower: 0, part: "second")
        } else {
          pend(rule, subjects, [], triples: difference, lower: 0, upper: 0)
        }
      }
    }
  }

  /// Whether a pair is placed, as a column of its own.
  ///
  /// Relaxations like to place half a couple, which no count and no seat shows.
  private mutating func countPlaced(_ applicant: Int, _ people: [String]) {
    let subjects = [Rule.together.rawValue] + people
    let column = program.addColumn(
      named: "count(\(subjects.joined(separator: ",")))", lower: 0, upper: 1, isInteger: true,
      origin: Origin(rule: Rule.together.rawValue, subjects: people))
    peopleCounts.append(column)
    pend(
      "count", subjects, [Term(column, -1)],
      triples: triples.ofApplicant[applicant].map { (Int32($0), 1) }, lower: 0, upper: 0)
  }

  /// Rule `apart`: at most one of the two in each city.
  mutating func addApart() {
    let strictness = year.rules[.apart]
    guard strictness != .off else { return }
    let rule = Rule.apart.rawValue
    for pair in pairs(\.apartFrom) {
      let people = [year.applicants[pair.first].id, year.applicants[pair.second].id]
      let near = strictness.penalty.map {
        violation(of: rule, penalty: $0, upper: 1, people.joined(separator: ","))
      }
      var presence: [City: [(triple: Int32, coefficient: Int64)]] = [:]
      for applicant in [pair.first, pair.second] {
        for triple in triples.ofApplicant[applicant] {
          presence[city(ofSlot: Int(triples.slots[triple])), default: []].append(
            (Int32(triple), 1))
        }
      }
      for (city, present) in presence.sorted(by: { $0.key < $1.key }) {
        pend(
          rule, people + [year.countries[city.country].id, city.name],
          near.map { [Term($0, -1)] } ?? [], triples: present, upper: 1)
      }
    }
  }

  /// Rules `announced` and `pin`: a placement that the row names.
  mutating func addPins() {
    for (kind, rule) in [(Pin.Kind.announced, Rule.announced), (.pin, .pin)] {
      let strictness = year.rules[rule]
      guard strictness != .off, kind == .pin || year.rules.announced.mostMoved == 0
      else { continue }
      for (number, pin) in year.pins.enumerated() where pin.kind == kind {
        let named = triples.ofApplicant[pin.applicant].filter { triple in
          let slot = eligibility.slots[Int(triples.slots[triple])]
          return pin.names(eligibility.posts[slot.post], cohort: slot.cohort)
        }
        let subjects = [year.applicants[pin.applicant].id, String(number + 1)]
        let missed = strictness.penalty.map {
          violation(of: rule.rawValue, penalty: $0, upper: 1, subjects.joined(separator: ","))
        }
        pend(
          rule.rawValue, subjects, missed.map { [Term($0, 1)] } ?? [],
          triples: named.map { (Int32($0), 1) }, lower: 1)
      }
    }
  }

  /// The sort of row that says whether somebody loses an announced placement.
  package static let lossRow = "loss"

  /// Goal `moved`, and rule `announced` where some may be moved: for everybody with
  /// announced rows, whether their placement is not what all of these name.
  mutating func addLosses() {
    let rule = Rule.announced
    let strictness = year.rules[rule]
    let isLimited = strictness != .off && year.rules.announced.mostMoved > 0
    guard isLimited || year.objective.contains(.moved) else { return }
    let rows = Dictionary(grouping: year.pins.filter { $0.kind == .announced }, by: \.applicant)
    for (applicant, rows) in rows.sorted(by: { $0.key < $1.key }) {
      let id = year.applicants[applicant].id
      let kept = triples.ofApplicant[applicant].filter { triple in
        let slot = eligibility.slots[Int(triples.slots[triple])]
        return rows.allSatisfy { $0.names(eligibility.posts[slot.post], cohort: slot.cohort) }
      }
      let loss = program.addColumn(
        named: "loss(\(id))", lower: 0, upper: 1, isInteger: true,
        origin: Origin(rule: rule.rawValue, subjects: [id]))
      lossColumns.append(loss)
      pend(
        Self.lossRow, [id], [Term(loss, 1)], triples: kept.map { (Int32($0), 1) }, lower: 1,
        upper: 1)
    }
    guard isLimited, !lossColumns.isEmpty else { return }
    let most = Int64(year.rules.announced.mostMoved)
    var terms = lossColumns.map { Term($0, 1) }
    if let penalty = strictness.penalty {
      let over = violation(
        of: rule.rawValue, penalty: penalty, upper: max(0, Int64(terms.count) - most), "total")
      terms.append(Term(over, -1))
    }
    row(rule.rawValue, ["total"], terms, upper: most, part: "most")
  }

  /// The sort of row that says whether somebody with an announced placement has none.
  ///
  /// In the structure it says nothing: some seat is always filled.
  package static let dropRow = "drop"

  /// Goal `dropped`.
  mutating func addDrops() {
    guard year.objective.contains(.dropped) else { return }
    let people = Set(year.pins.filter { $0.kind == .announced }.map(\.applicant))
    for applicant in people.sorted() {
      let id = year.applicants[applicant].id
      let drop = program.addColumn(
        named: "drop(\(id))", lower: 0, upper: 1, isInteger: true,
        origin: Origin(rule: Rule.announced.rawValue, subjects: [id]))
      dropColumns.append(drop)
      pend(
        Self.dropRow, [id], [Term(drop, 1)],
        triples: triples.ofApplicant[applicant].map { (Int32($0), 1) }, lower: 1, upper: 1)
    }
  }
}
