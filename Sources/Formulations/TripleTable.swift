// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// The eligible triples of a year, sorted by applicant and then by slot.
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

  /// Finds every eligible triple.
  ///
  /// - Parameters:
  ///   - eligibility: Who may go where, and for how many points.
  ///   - threads: On how many threads to look; the table is the same for any.
  /// - Complexity: O(*a* · *s*) for *a* applicants and *s* slots.
  package init(_ eligibility: DispatchEligibility, threads: Int = 1) {
    ofSlot = Array(repeating: [], count: eligibility.slots.count)
    let usable = eligibility.posts.indices.map { eligibility.isUsable($0) }
    let slots = eligibility.slots.indices.filter { usable[eligibility.slots[$0].post] }
    let cohorts = eligibility.year.cohorts.indices
    let pieces = inParallel(eligibility.year.applicants.indices, threads: threads) { piece in
      var found = Piece()
      for applicant in piece {
        let isExcluded = cohorts.map {
          eligibility.isExcluded(applicant: applicant, fromCohort: $0)
        }
        for slot in slots
        where !isExcluded[eligibility.slots[slot].cohort]
          && eligibility.hardBroken(applicant: applicant, slot: slot).isEmpty
        {
          found.triples.append(
            Triple(
              slot: Int32(slot),
              points: Int32(eligibility.points(applicant: applicant, slot: slot)),
              penalty: Int32(eligibility.penalty(applicant: applicant, slot: slot))))
        }
        found.ends.append(found.triples.count)
      }
      return found
    }
    let count = pieces.reduce(0) { $0 + $1.triples.count }
    applicants.reserveCapacity(count)
    self.slots.reserveCapacity(count)
    points.reserveCapacity(count)
    penalties.reserveCapacity(count)
    for piece in pieces {
      var start = 0
      for end in piece.ends {
        let first = applicants.count
        for triple in piece.triples[start..<end] { append(triple, of: ofApplicant.count) }
        ofApplicant.append(first..<applicants.count)
        start = end
      }
    }
  }

  /// The triples of consecutive applicants, and where those of each end.
  private struct Piece {
    var triples: [Triple] = []
    var ends: [Int] = []
  }

  private struct Triple {
    var slot: Int32
    var points: Int32
    var penalty: Int32
  }

  private mutating func append(_ triple: Triple, of applicant: Int) {
    ofSlot[Int(triple.slot)].append(Int32(applicants.count))
    applicants.append(Int32(applicant))
    slots.append(triple.slot)
    points.append(triple.points)
    penalties.append(triple.penalty)
  }

  package var count: Int { applicants.count }
}
