// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

/// What a change does to the program of a planned year.
enum ChangeEffect {
  /// Other bounds of its rows and columns.
  case edit(ProgramEdit)
  /// The triples have these points.
  case reweighting([Int64])
  /// Both.
  case editAndReweighting(ProgramEdit, [Int64])
  /// Something else.
  case other
}

extension DispatchFormulation {
  /// What a change does to this program.
  ///
  /// - Complexity: Proportional to the triples that the change is about, or to all
  ///   of them for a weight, and to the rows of the structure for a limit.
  func effect(of change: YearChange) -> ChangeEffect {
    switch change {
    case .row(let pin): effect(of: pin)
    case .closed(let place): effect(ofClosing: place)
    case .weight(let criterion, let weight): effect(of: criterion, weighing: weight)
    case .country(let country, let min, let max):
      effect(
        ofLimiting: [countryCounts[country]], by: .countryQuota, to: (min, max),
        year.rules[.countryQuota])
    case .quota(let id, let minimum, let maximum):
      effect(ofQuota: id, (minimum ?? 0, maximum))
    case .places(let cohort, let places): effect(ofPlaces: places, in: cohort)
    case .budget(let country, let yen): effect(ofBudget: yen, of: country)
    }
  }

  func effect(of pin: Pin) -> ChangeEffect {
    let own = triples.ofApplicant[pin.applicant]
    switch (pin.kind, year.rules[pin.kind == .pin ? .pin : .forbid]) {
    case (.pin, .off), (.forbid, .off): return .edit(ProgramEdit())
    case (.pin, .hard):
      let named = triples(namedBy: pin)
      if named.isEmpty { return .other }
      return .edit(
        ProgramEdit(
          closed: own.filter { !named.contains($0) }, pinned: pin.applicant,
          needed: Set(named.map { Int(triples.slots[$0]) }).sorted()))
    case (.forbid, .hard): return closing(triples(namedBy: pin))
    default: return .other
    }
  }

  /// The triples of a pin's applicant that it names, ascending.
  func triples(namedBy pin: Pin) -> [Int] {
    triples.ofApplicant[pin.applicant].filter { triple in
      let slot = eligibility.slots[Int(triples.slots[triple])]
      return pin.names(eligibility.posts[slot.post], cohort: slot.cohort)
    }
  }

  private func effect(ofClosing place: Pin.Place) -> ChangeEffect {
    switch year.rules[.forbid] {
    case .off: return .edit(ProgramEdit())
    case .soft: return .other
    case .hard: break
    }
    let pin = Pin(applicant: 0, place: place, kind: .forbid)
    let slots = eligibility.slots.indices.filter {
      pin.names(eligibility.posts[eligibility.slots[$0].post], cohort: eligibility.slots[$0].cohort)
    }
    return closing(slots.flatMap { triples.ofSlot[$0].map { Int($0) } }.sorted())
  }

  /// Nobody takes these triples: slots lose who could fill them.
  ///
  /// - Parameter closed: Triples, ascending.
  /// - Returns: An edit.
  func closing(_ closed: [Int]) -> ChangeEffect {
    var edit = ProgramEdit(closed: closed)
    let lost = Dictionary(grouping: closed) { Int(triples.slots[$0]) }.mapValues(\.count)
    func isFillable(_ slot: Int) -> Bool {
      seatColumns[slot] != nil && triples.ofSlot[slot].count > lost[slot] ?? 0
    }
    for (slot, count) in lost {
      guard let column = seatColumns[slot] else { continue }
      let bounds = program.bounds(of: column)
      let left = Int64(triples.ofSlot[slot].count - count)
      if left < bounds.upper ?? .max {
        edit.columns[column.index] = ProgramEdit.Bounds(bounds.lower, left)
      }
    }
    let unfillable = Set(lost.keys.map { eligibility.slots[$0].post }).filter { post in
      !eligibility.slotsOfPost[post].contains(where: isFillable)
    }
    for post in unfillable {
      if let column = openColumns[post] { edit.columns[column.index] = ProgramEdit.Bounds(0, 0) }
    }
    if !unfillable.isEmpty, year.rules[.rotation] != .off {
      release(unfillable, isFillable, &edit)
    }
    return .edit(edit)
  }

  /// A renewal school that nobody can be brought to any more holds no new school
  /// back.
  private func release(
    _ posts: Set<Int>, _ isFillable: (Int) -> Bool, _ edit: inout ProgramEdit
  ) {
    var countries: Set<String> = []
    var schools: Set<String> = []
    for post in posts {
      for school in eligibility.posts[post].schools.map({ year.schools[$0] })
      where school.isRenewal && year.countries[school.country].renewalsFirst {
        countries.insert(year.countries[school.country].id)
        schools.insert(school.id)
      }
    }
    guard !countries.isEmpty else { return }
    for (index, post) in eligibility.posts.enumerated()
    where eligibility.slotsOfPost[index].contains(where: isFillable) {
      for school in post.schools { schools.remove(year.schools[school].id) }
    }
    guard !schools.isEmpty else { return }
    // Rows of renewal schools that stay, and of new schools.
    var isHeldBack: Set<String> = []
    var newSchools: [(country: String, row: IntegerProgram.Row)] = []
    for row in structure.rows {
      let origin = program.origin(of: row)
      guard origin.rule == Rule.rotation.rawValue, let country = origin.subjects.first,
        countries.contains(country), let school = origin.subjects.last
      else { continue }
      if program.bounds(of: row).upper != nil {
        newSchools.append((country, row))
      } else if schools.contains(school) {
        edit.rows[row.index] = ProgramEdit.Bounds(nil, nil)
      } else {
        isHeldBack.insert(country)
      }
    }
    for (country, row) in newSchools where !isHeldBack.contains(country) {
      edit.rows[row.index] = ProgramEdit.Bounds(nil, nil)
    }
  }

  private func effect(of criterion: Criterion, weighing weight: Int) -> ChangeEffect {
    .reweighting(points(weighing: [criterion: weight]))
  }

  /// The triples' points with other weights.
  func points(weighing weights: [Criterion: Int]) -> [Int64] {
    var points = triples.points.map { Int64($0) }
    for (criterion, weight) in weights {
      let step = Int64(weight - (year.weights[criterion] ?? 0))
      guard step != 0 else { continue }
      for triple in points.indices {
        let own = eligibility.points(
          of: criterion, applicant: Int(triples.applicants[triple]),
          slot: Int(triples.slots[triple]))
        points[triple] += step * Int64(own)
      }
    }
    return points
  }

  private func effect(ofQuota id: String, _ limits: (least: Int, most: Int?)) -> ChangeEffect {
    let quotas = year.rules.quotas.filter { $0.id == id }
    guard let quota = quotas.first, quotas.count == 1 else { return .other }
    let columns = (0..<firstTripleColumn).map { Column(index: $0) }.filter {
      program.name(of: $0).hasPrefix("count(quota,") && program.origin(of: $0).subjects.first == id
    }
    return effect(ofLimiting: columns, by: .quota, to: limits, quota.strictness)
  }

  private func effect(ofPlaces places: Int, in cohort: Int) -> ChangeEffect {
    let country = year.cohorts[cohort].country
    let sum = year.cohorts.filter { $0.country == country }.reduce(0) { $0 + $1.places }
    let newSum = sum - year.cohorts[cohort].places + places
    guard sum > 0, newSum > 0,
      case .edit(var edit) = effect(
        ofLimiting: [cohortCounts[cohort]], by: .cohortPlaces, to: (0, places),
        year.rules[.cohortPlaces])
    else { return .other }
    guard newSum != sum else { return .edit(edit) }
    for (index, group) in fairnessGroups.enumerated()
    where group.tier == "fairness-countries" && group.column == countryCounts[country] {
      edit.denominators[index] = newSum
    }
    return .edit(edit)
  }

  /// The effect of another budget, of a country or of all together.
  private func effect(ofBudget yen: Int64, of country: Int?) -> ChangeEffect {
    switch year.rules[.budget] {
    case .off: return .edit(ProgramEdit())
    case .soft: return .other
    case .hard: break
    }
    let subject = country.map { year.countries[$0].id } ?? "total"
    let row = structure.rows.first { row in
      let origin = program.origin(of: row)
      return origin.rule == Rule.budget.rawValue && origin.subjects == [subject]
    }
    guard let row, let limit = budgetLimit(yen, of: country) else { return .other }
    var edit = ProgramEdit()
    edit.rows[row.index] = ProgramEdit.Bounds(nil, limit)
    return .edit(edit)
  }

  /// The effect of other limits on counts.
  ///
  /// Limits are rows of their own, or where there was none bounds of the count.
  private func effect(
    ofLimiting counts: [Column], by rule: Rule, to limits: (least: Int, most: Int?),
    _ strictness: Strictness
  ) -> ChangeEffect {
    switch strictness {
    case .off: return .edit(ProgramEdit())
    case .soft: return .other
    case .hard: break
    }
    var edit = ProgramEdit()
    let (least, most) = (Int64(limits.least), limits.most.map { Int64($0) })
    for count in counts {
      var (least, most) = (least > 0 ? least : nil, most)
      for row in structure.rows {
        let terms = program.rowStarts[row.index]..<program.rowStarts[row.index + 1]
        guard terms.count == 1, program.entryColumns[terms.lowerBound] == count.position,
          program.entryCoefficients[terms.lowerBound] == 1,
          program.origin(of: row).rule == rule.rawValue
        else { continue }
        let old = ProgramEdit.Bounds(program.bounds(of: row))
        let new = ProgramEdit.Bounds(
          old.lower == nil ? nil : least, old.upper == nil ? nil : most)
        if old.lower != nil { least = nil }
        if old.upper != nil { most = nil }
        if new != old { edit.rows[row.index] = new }
      }
      let old = ProgramEdit.Bounds(program.bounds(of: count))
      let new = old.intersected(ProgramEdit.Bounds(least, most))
      if new != old { edit.columns[count.index] = new }
    }
    return .edit(edit)
  }
}
