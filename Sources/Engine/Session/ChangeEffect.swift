// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

/// What a change does to the program of a planned year.
enum ChangeEffect {
  /// Plans are taken away, and no goal is another one.
  case restriction(Restriction)
  /// The triples have these points.
  case reweighting([Int64])
  /// Something else.
  case other
}

/// Plans that a change takes away.
struct Restriction {
  /// Triples that nobody may take now, ascending.
  var closed: [Int] = []
  /// Who has to be placed, at one of the triples that are not closed.
  var pinned: Int?
  /// Counts that have to lie within narrower bounds.
  var counts: [(column: Int, lower: Int64?, upper: Int64?)] = []
}

extension DispatchFormulation {
  /// What a change does to this program.
  ///
  /// - Complexity: Proportional to the triples that the change is about, or to all
  ///   of them for a weight and for the columns' names.
  func effect(of change: YearChange) -> ChangeEffect {
    switch change {
    case .row(let pin): effect(of: pin)
    case .closed(let place): effect(ofClosing: place)
    case .weight(let criterion, let weight): effect(of: criterion, weighing: weight)
    case .country(let index, let min, let max):
      effect(
        ofLimiting: ["country", year.countries[index].id], from: limits(year.countries[index]),
        to: (min, max), year.rules[.countryQuota])
    case .quota(let id, let minimum, let maximum):
      effect(ofQuota: id, (minimum ?? 0, maximum))
    case .places: .other
    }
  }

  private func effect(of pin: Pin) -> ChangeEffect {
    let own = triples.ofApplicant[pin.applicant]
    func isNamed(_ triple: Int) -> Bool {
      let slot = eligibility.slots[Int(triples.slots[triple])]
      return pin.names(eligibility.posts[slot.post], cohort: slot.cohort)
    }
    switch (pin.kind, year.rules[pin.kind == .pin ? .pin : .forbid]) {
    case (.pin, .off), (.forbid, .off): return .restriction(Restriction())
    case (.pin, .hard):
      let closed = own.filter { !isNamed($0) }
      if closed.count == own.count { return .other }
      return mayClose(closed) { $0 == pin.applicant }
        ? .restriction(Restriction(closed: closed, pinned: pin.applicant)) : .other
    case (.forbid, .hard):
      let closed = own.filter(isNamed)
      return mayClose(closed) { $0 == pin.applicant }
        ? .restriction(Restriction(closed: closed)) : .other
    default: return .other
    }
  }

  private func effect(ofClosing place: Pin.Place) -> ChangeEffect {
    switch year.rules[.forbid] {
    case .off: return .restriction(Restriction())
    case .soft: return .other
    case .hard: break
    }
    let pin = Pin(applicant: 0, place: place, kind: .forbid)
    let slots = eligibility.slots.indices.filter {
      pin.names(eligibility.posts[eligibility.slots[$0].post], cohort: eligibility.slots[$0].cohort)
    }
    let closed = slots.flatMap { triples.ofSlot[$0].map { Int($0) } }.sorted()
    return mayClose(closed) { _ in true } ? .restriction(Restriction(closed: closed)) : .other
  }

  /// Whether closing triples changes no row: a renewal school that nobody can be
  /// brought to any more holds no new school back.
  private func mayClose(_ closed: [Int], of isClosed: (Int) -> Bool) -> Bool {
    guard year.rules[.rotation] != .off else { return true }
    return Set(closed.map { Int(triples.slots[$0]) }).allSatisfy { slot in
      let post = eligibility.posts[eligibility.slots[slot].post]
      let holdsBack = post.schools.contains {
        year.schools[$0].isRenewal && year.countries[year.schools[$0].country].renewalsFirst
      }
      return !holdsBack
        || triples.ofSlot[slot].contains { !isClosed(Int(triples.applicants[Int($0)])) }
    }
  }

  private func effect(of criterion: Criterion, weighing weight: Int) -> ChangeEffect {
    let step = Int64(weight - (year.weights[criterion] ?? 0))
    var points = triples.points.map { Int64($0) }
    if step != 0 {
      for triple in points.indices {
        let own = eligibility.points(
          of: criterion, applicant: Int(triples.applicants[triple]),
          slot: Int(triples.slots[triple]))
        points[triple] += step * Int64(own)
      }
    }
    return .reweighting(points)
  }

  private typealias Limits = (least: Int, most: Int?)

  private func limits(_ country: Country) -> Limits { (country.min, country.max) }

  private func effect(ofQuota id: String, _ limits: Limits) -> ChangeEffect {
    guard let quota = year.rules.quotas.first(where: { $0.id == id }) else { return .other }
    return effect(
      ofLimiting: ["quota", id], from: (quota.minimum ?? 0, quota.maximum), to: limits,
      quota.strictness)
  }

  /// The effect of other limits on counts: those whose name begins like this.
  private func effect(
    ofLimiting kind: [String], from old: Limits, to new: Limits, _ strictness: Strictness
  ) -> ChangeEffect {
    switch strictness {
    case .off: return .restriction(Restriction())
    case .soft: return .other
    case .hard: break
    }
    let isNarrower = new.least >= old.least && (new.most ?? .max) <= (old.most ?? .max)
    guard isNarrower else { return .other }
    let start = "count(" + kind.joined(separator: ",")
    let columns = (0..<firstTripleColumn).filter {
      let name = program.name(of: Column(index: $0))
      return name == start + ")" || name.hasPrefix(start + ",")
    }
    return .restriction(
      Restriction(
        counts: columns.map { ($0, Int64(new.least), new.most.map { Int64($0) }) }))
  }
}

extension DispatchFormulation {
  /// Whether a plan is among those that a restriction leaves.
  func keeps(_ restriction: Restriction, _ plan: Assignment) -> Bool {
    let first = firstTripleColumn
    if restriction.closed.contains(where: { plan.values[first + $0] != 0 }) { return false }
    if let pinned = restriction.pinned,
      !triples.ofApplicant[pinned].contains(where: { plan.values[first + $0] != 0 })
    {
      return false
    }
    return restriction.counts.allSatisfy { count in
      let value = plan.values[count.column]
      return value >= count.lower ?? .min && value <= count.upper ?? .max
    }
  }
}
