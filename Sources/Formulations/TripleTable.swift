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
  /// - Complexity: O(*a* · *s*) for *a* applicants and *s* slots.
  package init(_ eligibility: DispatchEligibility) {
    let year = eligibility.year
    ofSlot = Array(repeating: [], count: eligibility.slots.count)
    let usable = eligibility.posts.indices.map { eligibility.isUsable($0) }
    for applicant in year.applicants.indices {
      let first = applicants.count
      for slot in eligibility.slots.indices where usable[eligibility.slots[slot].post] {
        guard eligibility.hardBroken(applicant: applicant, slot: slot).isEmpty else { continue }
        ofSlot[slot].append(Int32(applicants.count))
        applicants.append(Int32(applicant))
        slots.append(Int32(slot))
        points.append(Int32(eligibility.points(applicant: applicant, slot: slot)))
        penalties.append(Int32(eligibility.penalty(applicant: applicant, slot: slot)))
      }
      ofApplicant.append(first..<applicants.count)
    }
  }

  package var count: Int { applicants.count }
}
