// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Eligible triples of a year, sorted by applicant and then by slot: all of
/// them, or those of a choice.
///
/// Flat arrays of equal length, since a year has hundreds of thousands.
package struct TripleTable: Sendable {
  package private(set) var applicants: [Int32] = []
  package private(set) var slots: [Int32] = []
  /// Weighted points.
  package private(set) var points: [Int32] = []
  /// Penalty of broken soft pairwise rules.
  package private(set) var penalties: [Int32] = []
  /// The triples of each applicant.
  package private(set) var ofApplicant: [Range<Int>] = []
  /// The triples of each slot, ascending.
  package private(set) var ofSlot: [[Int32]]
  /// Whether all eligible triples are here.
  package let isComplete: Bool
  /// How many applicants may fill each slot, whether their triples are here or not.
  package private(set) var candidates: [Int32]
  /// The greatest penalty of an eligible triple in each country.
  package private(set) var greatestPenalties: [Int32]

  /// Finds every eligible triple.
  ///
  /// - Parameters:
  ///   - eligibility: Who may go where, and for how many points.
  ///   - threads: On how many threads to look; the table is the same for any.
  /// - Complexity: O(*a* · *s*) for *a* applicants and *s* slots.
  package init(_ eligibility: DispatchEligibility, threads: Int = 1) {
    isComplete = true
    ofSlot = Array(repeating: [], count: eligibility.slots.count)
    candidates = []
    greatestPenalties = Array(repeating: 0, count: eligibility.year.countries.count)
    let scan = TripleScan(eligibility)
    let pieces = inParallel(eligibility.year.applicants.indices, threads: threads) { piece in
      var found = Piece()
      var triples: [TripleScan.Triple] = []
      for applicant in piece {
        scan.collect(of: applicant, into: &triples)
        found.triples += triples
        found.ends.append(found.triples.count)
      }
      return found
    }
    reserve(pieces.reduce(0) { $0 + $1.triples.count })
    for piece in pieces {
      var start = 0
      for end in piece.ends {
        let first = applicants.count
        for triple in piece.triples[start..<end] { append(triple, of: ofApplicant.count) }
        ofApplicant.append(first..<applicants.count)
        start = end
      }
    }
    candidates = ofSlot.map { Int32($0.count) }
    for (slot, penalty) in zip(slots, penalties) where penalty > 0 {
      let country = eligibility.country(ofSlot: Int(slot))
      greatestPenalties[country] = max(greatestPenalties[country], penalty)
    }
  }

  /// Takes the triples of a choice.
  ///
  /// - Complexity: Proportional to the number of triples.
  package init(_ choice: TripleChoice) {
    isComplete = false
    ofSlot = Array(repeating: [], count: choice.candidates.count)
    candidates = choice.candidates
    greatestPenalties = choice.greatestPenalties
    reserve(choice.triples.count)
    var next = 0
    for applicant in 0..<choice.applicantCount {
      let first = next
      while next < choice.triples.count, choice.triples[next].applicant == applicant {
        append(choice.triples[next].triple, of: applicant)
        next += 1
      }
      ofApplicant.append(first..<next)
    }
  }

  /// Takes the triples of placements alone; none for a program of counts.
  ///
  /// - Parameters:
  ///   - eligibility: Who may go where, and for how many points.
  ///   - placements: Pairs of applicants and slots, sorted.
  ///   - candidates: How many applicants may fill each slot.
  /// - Complexity: O(*a* + *s*) for *a* applicants and *s* slots.
  package init(
    _ eligibility: DispatchEligibility, placements: [(applicant: Int, slot: Int)],
    candidates: [Int32]
  ) {
    isComplete = false
    ofSlot = Array(repeating: [], count: candidates.count)
    self.candidates = candidates
    greatestPenalties = Array(repeating: 0, count: eligibility.year.countries.count)
    var next = 0
    for applicant in eligibility.year.applicants.indices {
      let first = next
      while next < placements.count, placements[next].applicant == applicant {
        let slot = placements[next].slot
        append(
          TripleScan.Triple(
            slot: Int32(slot),
            points: Int32(eligibility.points(applicant: applicant, slot: slot)), penalty: 0),
          of: applicant)
        next += 1
      }
      ofApplicant.append(first..<next)
    }
  }

  /// The triples of consecutive applicants, and where those of each end.
  private struct Piece {
    var triples: [TripleScan.Triple] = []
    var ends: [Int] = []
  }

  private mutating func reserve(_ count: Int) {
    applicants.reserveCapacity(count)
    slots.reserveCapacity(count)
    points.reserveCapacity(count)
    penalties.reserveCapacity(count)
  }

  private mutating func append(_ triple: TripleScan.Triple, of applicant: Int) {
    ofSlot[Int(triple.slot)].append(Int32(applicants.count))
    applicants.append(Int32(applicant))
    slots.append(triple.slot)
    points.append(triple.points)
    penalties.append(triple.penalty)
  }

  package var count: Int { applicants.count }
}
