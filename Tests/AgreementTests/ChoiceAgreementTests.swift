// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import TestSupport
internal import Testing
internal import Verification

/// Years solved over a choice of their triples, against exhaustive search.
@Suite("A choice of triples")
struct ChoiceAgreementTests {
  @Test(
    "gives plans that keep the rules and bounds that hold",
    arguments: AgreementTests.starts)
  func keepsRulesAndBounds(from start: Int) {
    for seed in start..<min(start + 25, years + 1) {
      let small = randomSmallYear(seed: UInt64(seed))
      guard let fault = fault(of: small, over: choice) else { continue }
      Issue.record("Seed \(seed): \(fault)\n\(small)")
    }
  }

  @Test(
    "is not needed where seats are merged and filled by flows",
    arguments: AgreementTests.starts)
  func keepsRulesAndBoundsOfMergedSeats(from start: Int) {
    var options = choice
    options.mostPairsToChoose = -1
    for seed in start..<min(start + 25, years + 1) {
      let small = randomSmallYear(seed: UInt64(seed))
      guard let fault = fault(of: small, over: options) else { continue }
      Issue.record("Seed \(seed): \(fault)\n\(small)")
    }
  }

  /// Solves over narrow choices of triples.
  private var choice: DispatchOptions {
    var options = DispatchOptions()
    options.gap = 0
    options.mostTriplesForGLPK = -1
    options.mostTriplesToRetry = -1
    options.mostPairsToKeep = -1
    options.choiceWidth = 2
    return options
  }

  /// What the engine says of a year that exhaustive search contradicts.
  private func fault(of small: SmallYear, over options: DispatchOptions) -> String? {
    let outcome: DispatchOutcome
    do {
      outcome = try planDispatch(small.year, options: options)
    } catch {
      return "the engine failed: \(error)"
    }
    guard let answer = BruteForce.bestDispatch(small.year, baseline: nil) else {
      return outcome.status == .infeasible ? nil : "no plan keeps the hard rules, but one is given"
    }
    guard outcome.status == .optimal || outcome.status == .feasible else {
      return "the engine says \(outcome.status.rawValue), but there is \(text(answer.tiers))"
    }
    let evaluation = Oracle(small.year, baseline: nil).evaluate(outcome.placements)
    if !evaluation.isFeasible { return "the plan breaks hard rules" }
    if evaluation.tiers.map(\.value) != outcome.tiers.map(\.value) {
      return "the plan is worth \(text(evaluation.tiers)), not \(text(outcome.tiers))"
    }
    if outcome.status == .optimal, outcome.tiers != answer.tiers {
      return "the engine says \(text(outcome.tiers)), the best is \(text(answer.tiers))"
    }
    if let fault = certificateFault(on: small, baseline: nil, outcome) { return fault }
    for (tier, best) in zip(outcome.tiers, answer.tiers) {
      let isLeast = tier.isLeast
      if isLeast ? tier.bound > best.value : tier.bound < best.value {
        return "no \(tier.name) beyond \(tier.bound), it says; there is \(text(answer.tiers))"
      }
      // Later goals are bounded among plans that equal this one so far.
      if tier.value != best.value || tier.shares != best.shares { break }
    }
    return nil
  }
}
