// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Finds the eligible triples of one applicant after the other.
///
/// What does not hang on the cohort is worked out once for each post.
struct TripleScan: Sendable {
  struct Triple: Sendable {
    var slot: Int32
    /// Weighted points.
    var points: Int32
    /// Penalty of broken soft pairwise rules.
    var penalty: Int32
  }

  let eligibility: DispatchEligibility
  /// The slots of each post that keeps the hard rules about posts.
  private let slotsOfPost: [Range<Int>]
  private let cohortOfSlot: [Int32]
  private let hasPenalties: Bool
  private let judgesCohortsAlike: Bool

  /// - Complexity: O(*s* + *a* · *c*) for *s* slots, *a* applicants, *c* cohorts.
  init(_ eligibility: DispatchEligibility) {
    self.eligibility = eligibility
    slotsOfPost = eligibility.posts.indices.filter {
      eligibility.isUsable($0) && !eligibility.slotsOfPost[$0].isEmpty
    }.map { eligibility.slotsOfPost[$0] }
    cohortOfSlot = eligibility.slots.map { Int32($0.cohort) }
    hasPenalties = eligibility.hasSoftPairRules
    judgesCohortsAlike = eligibility.judgesCohortsAlike
  }

  /// Finds the triples of an applicant, ascending by slot.
  ///
  /// - Parameters:
  ///   - applicant: The applicant.
  ///   - found: Takes the triples in place of what it held.
  /// - Complexity: O(*s*) for *s* slots.
  func collect(of applicant: Int, into found: inout [Triple]) {
    found.removeAll(keepingCapacity: true)
    let isExcluded = eligibility.year.cohorts.indices.map {
      eligibility.isExcluded(applicant: applicant, fromCohort: $0)
    }
    let isAlike = judgesCohortsAlike && !eligibility.hasPins(applicant)
    for slots in slotsOfPost {
      // Whether hard rules are kept, and the points, once they are known.
      var kept: Bool?
      var points: Int32 = 0
      for slot in slots where !isExcluded[Int(cohortOfSlot[slot])] {
        if kept == nil || !isAlike {
          let isKept = eligibility.hardBroken(applicant: applicant, slot: slot).isEmpty
          if isKept { points = Int32(eligibility.points(applicant: applicant, slot: slot)) }
          kept = isKept
        }
        guard kept == true else {
          if isAlike { break }
          continue
        }
        let penalty =
          hasPenalties ? Int32(eligibility.penalty(applicant: applicant, slot: slot)) : 0
        found.append(Triple(slot: Int32(slot), points: points, penalty: penalty))
      }
    }
  }
}
