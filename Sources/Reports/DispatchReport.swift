// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Formulations
package import Programme
package import ProgrammeFiles
package import Verification
internal import Wording

/// A plan and all that is said about it: what tables, summaries and documents
/// are made from.
package struct DispatchReport: Sendable {
  package let year: ProgrammeYear
  package let outcome: DispatchOutcome
  package let verification: DispatchVerification
  /// Relative gap that was asked for.
  package let askedGap: Double
  /// Digest of the year's files and of the scenarios.
  package let inputDigest: String
  /// The scenarios laid on the year's files.
  package let scenarios: [Scenario]
  /// Digest of the baseline's placements; none without a baseline.
  package let baselineDigest: String?
  /// The earlier plan that this one was made with.
  let baseline: [EarlierPlacement]?
  /// Who would step in for whom; none unless asked for.
  package var reserves: ReserveLists?
  let eligibility: DispatchEligibility
  /// For each placement of the outcome, its slot; none when the data have no
  /// such post and cohort.
  let slots: [Int?]
  /// Placements at each slot that holds any.
  let holders: [Int: [Int]]
  /// Placements of each cohort.
  let filled: [Int]
  /// The posts that have at least one placement.
  let openPosts: Set<Int>

  package init(
    year: ProgrammeYear, eligibility: DispatchEligibility, outcome: DispatchOutcome,
    verification: DispatchVerification, askedGap: Double, inputDigest: String,
    scenarios: [Scenario] = [], baseline: [EarlierPlacement]? = nil,
    baselineDigest: String? = nil
  ) {
    self.year = year
    self.outcome = outcome
    self.verification = verification
    self.askedGap = askedGap
    self.inputDigest = inputDigest
    self.scenarios = scenarios
    self.baseline = baseline
    self.baselineDigest = baselineDigest
    self.eligibility = eligibility
    let postIndex = Dictionary(
      eligibility.posts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    slots = outcome.placements.map { placement in
      postIndex[placement.post.id].flatMap { post in
        eligibility.slotsOfPost[post].first {
          eligibility.slots[$0].cohort == placement.cohort
        }
      }
    }
    var holders: [Int: [Int]] = [:]
    var filled = year.cohorts.map { _ in 0 }
    for (index, placement) in outcome.placements.enumerated() {
      if let slot = slots[index] { holders[slot, default: []].append(index) }
      filled[placement.cohort] += 1
    }
    self.holders = holders
    self.filled = filled
    openPosts = Set(holders.keys.map { eligibility.slots[$0].post })
  }
}

extension DispatchReport {
  /// Places of all cohorts together.
  package var places: Int { year.places }

  /// The weighted points of a placement of the outcome.
  func points(ofPlacement index: Int) -> Int {
    guard let slot = slots[index] else { return 0 }
    return eligibility.points(
      applicant: outcome.placements[index].applicant, slot: slot)
  }

  /// The schools that host, by index.
  var hostingSchools: Set<Int> {
    Set(outcome.placements.flatMap(\.post.schools))
  }

  /// The applicants who are placed, by index.
  var partners: Set<Int> { Set(outcome.placements.map(\.applicant)) }

  /// The largest relative distance between value and bound over the tiers.
  package var gap: Double { largestGap(of: outcome.tiers) }
}

/// The largest relative distance between value and bound over some tiers.
package func largestGap(of tiers: [TierResult]) -> Double {
  tiers.map(relativeGap).max() ?? 0
}

/// Distance between value and bound, relative to the value.
///
/// A value of 0 counts as 1, so that the gap stays finite.
package func relativeGap(of tier: TierResult) -> Double {
  let distance = Double(tier.bound) - Double(tier.value)
  return abs(distance) / max(1, abs(Double(tier.value)))
}

/// Words for how good a tier's value is.
///
/// - Parameter tier: A value and its bound.
/// - Returns: `proven best`, or how near the best it is for certain.
package func gapInWords(of tier: TierResult) -> String {
  guard tier.value != tier.bound else {
    return tier.isVectorProven
      ? localized("proven best") : localized("smallest share proven best, the others not")
  }
  let percent = relativeGap(of: tier) * 100
  // A bound that is nowhere near is only what any plan must keep to.
  if percent >= 1_000 { return localized("not reached before the run ended") }
  // Rounded up: what is promised holds.
  let digits = percent >= 10 ? 0 : percent >= 0.1 ? 2 : 4
  return localized(
    "within \(decimal(percent, digits: digits, roundedUp: true)) % of the best possible")
}

/// A number with a fixed count of digits behind the point.
func decimal(_ number: Double, digits: Int, roundedUp: Bool = false) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let scaled = (number * scale).rounded(roundedUp ? .up : .toNearestOrAwayFromZero)
  guard abs(scaled) < 1e15 else { return "\(number)" }
  let whole = Int(scaled)
  let sign = whole < 0 ? "-" : ""
  let text = String(whole.magnitude)
  guard digits > 0 else { return sign + text }
  let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
  return "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))"
}
