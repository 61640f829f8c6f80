// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import TestSupport
internal import Testing

/// The tables of the search against the plain evaluation, plan by plan.
@Suite("Exhaustive search")
struct BruteForceTests {
  /// The best plan by listing every plan and evaluating it from scratch.
  private func slowBest(_ small: SmallYear) -> (tiers: [TierResult], feasible: Int)? {
    let oracle = Oracle(small.year, baseline: small.baseline)
    var best: [TierResult]?
    var feasible = 0
    func extend(_ plan: [Placement], from applicant: Int) {
      guard applicant < small.year.applicants.count else {
        let evaluation = oracle.evaluate(plan)
        guard evaluation.isFeasible else { return }
        feasible += 1
        if best.map({ isBetter(evaluation.tiers, $0) }) ?? true { best = evaluation.tiers }
        return
      }
      extend(plan, from: applicant + 1)
      for placement in oracle.structuralPlacements(of: applicant) {
        extend(plan + [placement], from: applicant + 1)
      }
    }
    extend([], from: 0)
    return best.map { ($0, feasible) }
  }

  private func isBetter(_ tiers: [TierResult], _ others: [TierResult]) -> Bool {
    for (one, other) in zip(tiers, others) where one != other {
      if let shares = one.shares, let otherShares = other.shares {
        return otherShares.lexicographicallyPrecedes(shares)
      }
      let isLeast = ["penalties", "changes", "moved", "dropped"].contains(one.name)
      return isLeast ? one.value < other.value : one.value > other.value
    }
    return false
  }

  /// Seeds of years with few enough structural plans for the slow way.
  #if DEBUG
    private static let seeds: [UInt64] = (1...60).map { UInt64($0) }
  #else
    private static let seeds: [UInt64] = (1...300).map { UInt64($0) }
  #endif

  @Test("finds what listing every plan finds")
  func agreesWithListing() {
    var compared = 0
    for seed in Self.seeds {
      let small = randomSmallYear(seed: seed, leafLimit: 300)
      let oracle = Oracle(small.year, baseline: small.baseline)
      let plans = small.year.applicants.indices.reduce(1) {
        $0 * (oracle.structuralPlacements(of: $1).count + 1)
      }
      guard plans < 400 else { continue }
      compared += 1
      let slow = slowBest(small)
      switch BruteForce.search(small.year, baseline: small.baseline, bounding: false) {
      case .best(let answer):
        #expect(answer.tiers == slow?.tiers, "seed \(seed)\n\(small)")
        #expect(answer.feasiblePlans == slow?.feasible, "seed \(seed)\n\(small)")
      case .infeasible: #expect(slow == nil, "seed \(seed)\n\(small)")
      case .tooLarge: Issue.record("No limit was set.")
      }
    }
    #expect(compared >= Self.seeds.count / 20, "Only \(compared) years were small enough.")
  }

  @Test("bounding changes nothing but the time")
  func bounding() {
    for seed in Self.seeds.prefix(100) {
      let small = randomSmallYear(seed: seed, leafLimit: 1_000)
      let bounded = BruteForce.bestDispatch(small.year, baseline: small.baseline)
      if case .best(let whole) = BruteForce.search(
        small.year, baseline: small.baseline, bounding: false)
      {
        #expect(bounded?.tiers == whole.tiers, "seed \(seed)\n\(small)")
      } else {
        #expect(bounded == nil, "seed \(seed)")
      }
    }
  }
}
