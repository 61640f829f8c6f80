// SPDX-License-Identifier: GPL-3.0-or-later

package import IntegerProgramming
internal import Programme

/// What prices of a program's rows charge for a placement, whether the triple is
/// a column or not.
package struct PeoplePrices: Sendable {
  /// By applicant: the row `one-post`.
  var ofApplicant: [Double]
  /// By slot: the row `link`.
  package internal(set) var ofSlot: [Double]
  /// By slot, for each set of applicants in cohorts.
  var ofSet: [[Double]]
  /// By country, for a unit of penalty.
  fileprivate var ofPenalty: [Double]
  let personSets: [[Bool]]
  private let cohortCount: Int

  /// Takes prices apart.
  ///
  /// - Parameters:
  ///   - formulation: Whose rows are priced.
  ///   - price: The price of a row.
  package init(_ formulation: DispatchFormulation, price: (IntegerProgram.Row) -> Double) {
    let eligibility = formulation.eligibility
    let none = [Double](repeating: 0, count: eligibility.slots.count)
    ofApplicant = Array(repeating: 0, count: formulation.year.applicants.count)
    ofSlot = none
    ofSet = formulation.personSets.map { _ in none }
    ofPenalty = Array(repeating: 0, count: formulation.year.countries.count)
    personSets = formulation.personSets
    cohortCount = formulation.year.cohorts.count
    for entry in formulation.peopleRows {
      let price = price(entry.row)
      guard price != 0 else { continue }
      switch entry.scope {
      case .applicant(let applicant): ofApplicant[applicant] += price
      case .slot(let slot): ofSlot[slot] += price
      case .selected(let set, let slots, let coefficient):
        for slot in slots { ofSet[set][slot] += price * Double(coefficient) }
      case .penalties(let country): ofPenalty[country] += price
      }
    }
  }

  /// Prices of slots alone.
  package init(_ formulation: DispatchFormulation, ofSlot: [Double]) {
    self.init(formulation) { _ in 0 }
    self.ofSlot = ofSlot
  }

  /// The sets that an applicant is in as a member of a cohort, ascending.
  fileprivate func sets(of applicant: Int, in cohort: Int) -> [Int32] {
    personSets.indices.filter { personSets[$0][applicant * cohortCount + cohort] }
      .map { Int32($0) }
  }
}

extension DispatchFormulation {
  /// The row `link` of each slot that has one.
  package var linkRows: [IntegerProgram.Row?] {
    var rows = [IntegerProgram.Row?](repeating: nil, count: eligibility.slots.count)
    for entry in peopleRows {
      if case .slot(let slot) = entry.scope { rows[slot] = entry.row }
    }
    return rows
  }

  /// What applicants gain at most at prices, over all eligible triples.
  package struct Gains: Sendable {
    /// The greatest gain of each applicant, 0 or more, added up.
    package var sum: Double
    /// How many triples gain something.
    package var gaining: Int
  }

  /// Adds up what applicants gain whom no row speaks of by name.
  ///
  /// - Parameters:
  ///   - prices: What placements are charged.
  ///   - pointWeight: What a point is worth.
  ///   - threads: On how many threads to look; the sum is the same for any.
  /// - Returns: The sum of their greatest gains, and how many triples gain.
  /// - Complexity: O(*a* · *s*) for *a* applicants and *s* slots.
  package func greatestGains(
    at prices: PeoplePrices, pointWeight: Double, threads: Int
  ) -> Gains {
    let scan = TripleScan(eligibility)
    let isBound = eligibility.boundApplicants
    let slots = eligibility.slots
    let cohortOfSlot = slots.map { Int32($0.cohort) }
    let slotsOfCohort = year.cohorts.indices.map { cohort in
      slots.indices.filter { slots[$0].cohort == cohort }
    }
    // Where each slot stands among those of its cohort.
    var places = [Int](repeating: 0, count: slots.count)
    for members in slotsOfCohort {
      for (place, slot) in members.enumerated() { places[slot] = place }
    }
    let position = places
    let pieces = inParallel(year.applicants.indices, threads: threads) { piece in
      var greatest: [Double] = []
      var sum = 0
      var triples: [TripleScan.Triple] = []
      var charged = ChargedSlots(slotsOfCohort)
      var starts = [Int](repeating: 0, count: slotsOfCohort.count)
      for applicant in piece where !isBound[applicant] {
        scan.collect(of: applicant, into: &triples)
        guard !triples.isEmpty else { continue }
        for cohort in starts.indices
        where !eligibility.isExcluded(applicant: applicant, fromCohort: cohort) {
          starts[cohort] = charged.start(of: cohort, prices.sets(of: applicant, in: cohort), prices)
        }
        var best = 0.0
        var gaining = 0
        for triple in triples {
          let slot = Int(triple.slot)
          var gain = pointWeight * Double(triple.points) - prices.ofApplicant[applicant]
          gain -= charged.prices[starts[Int(cohortOfSlot[slot])] + position[slot]]
          if triple.penalty != 0 {
            gain -=
              Double(triple.penalty) * prices.ofPenalty[eligibility.country(ofSlot: slot)]
          }
          if gain > 1e-6 { gaining += 1 }
          if gain > best { best = gain }
        }
        greatest.append(best)
        sum += gaining
      }
      return (greatest: greatest, gaining: sum)
    }
    // Added up in the order of the applicants, whatever the pieces.
    return Gains(
      sum: pieces.reduce(0) { $1.greatest.reduce($0, +) },
      gaining: pieces.reduce(0) { $0 + $1.gaining })
  }

  /// What each slot of a cohort costs members of the same sets, kept for the next
  /// applicant.
  private struct ChargedSlots {
    private let slotsOfCohort: [[Int]]
    private var known: [Key: Int] = [:]
    private(set) var prices: [Double] = []

    private struct Key: Hashable {
      var cohort: Int
      var sets: [Int32]
    }

    init(_ slotsOfCohort: [[Int]]) {
      self.slotsOfCohort = slotsOfCohort
    }

    /// Where the prices of a cohort's slots begin.
    mutating func start(of cohort: Int, _ sets: [Int32], _ people: PeoplePrices) -> Int {
      let key = Key(cohort: cohort, sets: sets)
      if let start = known[key] { return start }
      let start = prices.count
      for slot in slotsOfCohort[cohort] {
        prices.append(
          sets.reduce(people.ofSlot[slot]) { $0 + people.ofSet[Int($1)][slot] })
      }
      known[key] = start
      return start
    }
  }
}
