// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import TestSupport
internal import Testing
internal import Verification

#if DEBUG
  private let furtherYears = 20
#else
  private let furtherYears = 100
#endif

@Suite("Further plans")
struct FurtherPlansTests {
  private static let loss = 0.1

  @Test("lose no more than is said, and repeat as little of the plans before as any")
  func differ() throws {
    var compared = 0
    for seed in 1...UInt64(furtherYears) {
      var small = randomSmallYear(seed: seed, leafLimit: 300)
      small.year.objective = [.penalties, .filled, .points]
      guard let plans = everyPlan(of: small, atMost: 1_500) else { continue }
      for mostTriples in [-1, Int.max] {
        var options = DispatchOptions()
        options.gap = 0
        options.mostTriplesForGLPK = mostTriples
        options.baseline = small.baseline
        let (best, others) = try planDispatch(
          small.year, options: options, and: FurtherPlans(count: 2, loss: Self.loss))
        guard best.status == .optimal else { continue }
        let allowed = plans.filter { isAllowed($0.tiers, beside: best.tiers) }.map(\.placements)
        var before = [best.placements]
        for other in others {
          let verification = verifyDispatch(
            small.year, placements: other.placements, baseline: small.baseline,
            claimed: other.tiers)
          #expect(verification.isValid, "seed \(seed)")
          #expect(isAllowed(verification.tiers, beside: best.tiers), "seed \(seed)")
          #expect(!before.contains(other.placements), "seed \(seed)")
          // Small years are searched to the end.
          let fewest = allowed.map { repeated($0, of: before) }.min()
          #expect(repeated(other.placements, of: before) == fewest, "seed \(seed)")
          before.append(other.placements)
          compared += 1
        }
        // Fewer than asked for only where the one that repeats least is known already.
        if others.count < 2 {
          let fewest = allowed.map { repeated($0, of: before) }.min()
          #expect(before.contains { repeated($0, of: before) == fewest }, "seed \(seed)")
        }
      }
    }
    #expect(compared >= furtherYears / 10)
  }

  private func isAllowed(_ tiers: [TierResult], beside best: [TierResult]) -> Bool {
    zip(tiers, best).allSatisfy { tier, best in
      tier.name == Goal.points.rawValue
        ? Double(tier.value) >= Double(best.value) - Double(best.value) * Self.loss - 1e-9
        : tier.value == best.value
    }
  }

  private func repeated(_ plan: [Placement], of others: [[Placement]]) -> Int {
    others.reduce(0) { $0 + Set($1).intersection(plan).count }
  }

  /// Every plan that keeps the hard rules; nothing where there are too many to look at.
  private func everyPlan(
    of small: SmallYear, atMost most: Int
  ) -> [(placements: [Placement], tiers: [TierResult])]? {
    let oracle = Oracle(small.year, baseline: small.baseline)
    let choices = small.year.applicants.indices.map { applicant in
      oracle.structuralPlacements(of: applicant).filter(oracle.isEligible)
    }
    let count = choices.reduce(1.0) { $0 * Double($1.count + 1) }
    guard count <= Double(most) else { return nil }
    var plans: [[Placement]] = [[]]
    for choice in choices {
      plans = plans.flatMap { plan in [plan] + choice.map { plan + [$0] } }
    }
    return plans.compactMap { plan in
      let evaluation = oracle.evaluate(plan)
      return evaluation.isFeasible ? (plan, evaluation.tiers) : nil
    }
  }
}
