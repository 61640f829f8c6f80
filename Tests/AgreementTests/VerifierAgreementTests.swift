// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import TestSupport
internal import Testing

@testable internal import Verification

/// The verifier against the oracle on plans good and bad.
@Suite("Verifier and oracle")
struct VerifierAgreementTests {
  @Test(
    "agree on every unit and every tier",
    arguments: stride(from: 1, to: years + 1, by: 25).map(\.self))
  func agree(from start: Int) {
    for seed in start..<(start + 25) {
      let small = randomSmallYear(seed: UInt64(seed), leafLimit: 1_000)
      var random = SplitMix64(seed: UInt64(seed) &+ 1_000_000)
      for plan in randomPlans(of: small, &random) {
        guard let difference = difference(small, plan) else { continue }
        Issue.record("Seed \(seed): \(difference)\n\(small.text(of: plan))\n\(small)")
        break
      }
    }
  }

  @Test(
    "the catalogue of triples has the oracle's, with the points and penalties of each",
    arguments: stride(from: 1, to: 301, by: 25).map(\.self))
  func catalogue(from start: Int) {
    for seed in start..<(start + 25) {
      let small = randomSmallYear(seed: UInt64(seed), leafLimit: 1_000)
      let oracle = Oracle(small.year, baseline: small.baseline)
      let catalogue = TripleCatalogue(
        of: PlanFacts(year: small.year, submitted: [], baseline: small.baseline))
      for applicant in small.year.applicants.indices {
        var found: Set<Placement> = []
        for (slot, entry) in catalogue.slots.enumerated()
        where !catalogue.isExcluded(applicant, from: entry.cohort)
          && catalogue.mayFill(applicant, slot)
        {
          let triple = catalogue.placement(applicant, slot)
          found.insert(triple)
          #expect(
            Int64(catalogue.points(applicant, slot))
              == catalogue.plan.points.weightedPoints(of: triple))
          #expect(catalogue.penalty(applicant, slot) == pairwisePenalty(of: triple, small))
        }
        let eligible = oracle.structuralPlacements(of: applicant).filter { oracle.isEligible($0) }
        #expect(found == Set(eligible), "Seed \(seed), applicant \(applicant)")
      }
    }
  }

  /// What the soft pairwise rules that a placement breaks cost, by their checks.
  private func pairwisePenalty(of triple: Placement, _ small: SmallYear) -> Int {
    let plan = PlanFacts(year: small.year, submitted: [triple], baseline: small.baseline)
    let pairwise = pairwiseChecks.reduce(0) { sum, check in
      sum + (check.isKept(by: triple, in: plan) ? 0 : small.year.rules[check.rule].penalty ?? 0)
    }
    return small.year.rules.criteria.reduce(pairwise) { sum, rule in
      sum + (CriterionCheck.isKept(rule, by: triple, in: plan) ? 0 : rule.strictness.penalty ?? 0)
    }
  }

  /// Plans that keep the posts' structure; some place somebody twice.
  private func randomPlans(of small: SmallYear, _ random: inout SplitMix64) -> [[Placement]] {
    let oracle = Oracle(small.year, baseline: small.baseline)
    let choices = small.year.applicants.indices.map { oracle.structuralPlacements(of: $0) }
    let eligible = choices.map { $0.filter { oracle.isEligible($0) } }
    return (0..<40).map { number in
      let pools = number.isMultiple(of: 2) ? choices : eligible
      var plan: [Placement] = []
      for pool in pools where !pool.isEmpty && random.chance(70) {
        plan.append(random.pick(pool))
        if random.chance(3) { plan.append(random.pick(pool)) }
      }
      return plan
    }
  }

  private func difference(_ small: SmallYear, _ plan: [Placement]) -> String? {
    let oracle = Oracle(small.year, baseline: small.baseline)
    let evaluation = oracle.evaluate(plan)
    let verification = verifyDispatch(
      small.year, placements: plan, baseline: small.baseline, claimed: nil)
    var checks: [String: RuleCheck] = [:]
    for check in verification.rules { checks[check.id] = check }
    let isOnePost = evaluation.units[Rule.onePost.rawValue] == 0
    for (id, rule, strictness) in oracle.strictnesses where strictness != .off {
      // Pairs are only defined for applicants who are in one place.
      if !isOnePost, rule == .together || rule == .apart { continue }
      let name = rule == .quota || rule == .criterion ? "\(rule.rawValue):\(id)" : id
      let (expected, units) = (evaluation.units[id] ?? 0, checks[name]?.units)
      let agrees = rule.isStructural ? (units == 0) == (expected == 0) : units == expected
      if !agrees { return "\(name) has \(expected) units, the verifier says \(units ?? -1)." }
    }
    if small.year.rules[.companions] != .off, small.year.rules.companions.penaltyOthers > 0 {
      let units = checks["companions:others"]?.units
      if units != evaluation.lonelyOthers {
        return "companions:others has \(evaluation.lonelyOthers) units, not \(units ?? -1)."
      }
    }
    if verification.isValid != evaluation.isFeasible {
      return "valid is \(verification.isValid), feasible is \(evaluation.isFeasible)."
    }
    // Tiers are only defined for plans that are plans at all.
    let isPlan = Rule.allCases.allSatisfy {
      !$0.isStructural || evaluation.units[$0.rawValue] == 0
    }
    if isPlan, verification.tiers != evaluation.tiers {
      return "tiers are \(text(evaluation.tiers)); the verifier says \(text(verification.tiers))."
    }
    return nil
  }
}
