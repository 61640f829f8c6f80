// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import Synchronization
internal import TestSupport
internal import Testing
internal import Verification

/// Years that are compared. Unoptimised code is slower, so that it sees only the
/// first of them.
#if DEBUG
  private let trainingYears = 50
#else
  private let trainingYears = 500
#endif

/// The planning of trainings against exhaustive search over sessions and groups.
@Suite("Training engine and exhaustive search")
struct TrainingEngineTests {
  /// How time is looked at.
  enum Way: String, CaseIterable, Sendable {
    case coarseFirst, exact

    var resolutions: [TimeResolution] {
      self == .exact ? [.exact] : TimeResolution.allCases
    }
  }

  @Test(
    "agree tier by tier, however time is looked at",
    arguments: Array(stride(from: 1, to: trainingYears + 1, by: 25)), Way.allCases)
  func agree(from start: Int, _ way: Way) {
    for seed in start..<(start + 25) {
      let small = randomSmallTraining(seed: UInt64(seed))
      guard let difference = difference(small, way) else { continue }
      Issue.record("Seed \(seed), \(way.rawValue): \(difference)\n\(small)")
    }
  }

  @Test(
    "stopped at any moment it has a valid plan with true bounds, or none",
    arguments: Array(stride(from: 1, to: trainingYears / 5 + 1, by: 10)))
  func stopped(from start: Int) throws {
    for seed in start..<(start + 10) {
      let small = randomSmallTraining(seed: UInt64(seed))
      guard case .best(let answer) = BestTraining.search(small) else { continue }
      var moment = 1
      while moment < 3_000 {
        let countdown = Countdown(from: moment)
        var options = options(for: small)
        options.isCancelled = { countdown.isOver }
        let outcome = try planTraining(small.year, hosting: small.hosting, options: options)
        #expect(outcome.status != .infeasible, "Seed \(seed), stopped at \(moment)")
        if let fault = fault(of: outcome, in: small, best: answer.tiers) {
          Issue.record("Seed \(seed), stopped at \(moment): \(fault)")
        }
        if outcome.status == .optimal { break }
        moment += max(1, moment / 4)
      }
    }
  }

  /// What is wrong with a plan or its bounds; nothing without a plan.
  private func fault(
    of outcome: TrainingOutcome, in small: SmallTraining, best: [TierResult]
  ) -> String? {
    guard let plan = outcome.plan else { return nil }
    let verification = verifyTraining(
      plan, in: small.year, hosting: small.hosting, baseline: small.baseline, pins: small.pins,
      claimed: outcome.tiers)
    if !verification.isValid { return "not valid: \(verification.claims.flatMap(\.faults))" }
    for (tier, best) in zip(outcome.tiers, best) {
      if tier.isLeast ? tier.bound > best.value : tier.bound < best.value {
        return "\(tier.name) is said to be \(tier.bound) at best, and \(best.value) is possible"
      }
      if tier.value != best.value || tier.shares != best.shares { break }
    }
    return nil
  }

  private func options(for small: SmallTraining) -> TrainingOptions {
    var options = TrainingOptions()
    options.gap = 0
    if small.baseline != nil || !small.pins.isEmpty {
      options.baseline = TrainingBaseline(pins: small.pins, earlier: small.baseline)
    }
    return options
  }

  private func text(_ tiers: [TierResult]) -> String {
    tiers.map { "\($0.name) \($0.value)" + ($0.shares.map { " \($0)" } ?? "") }
      .joined(separator: ", ")
  }

  /// What is wrong with the engine's answer; nothing when it is right, or the year
  /// has too many plans to look at each.
  private func difference(_ small: SmallTraining, _ way: Way) -> String? {
    var options = options(for: small)
    options.resolutions = way.resolutions
    let outcome: TrainingOutcome
    do throws(EngineFailure) {
      outcome = try planTraining(small.year, hosting: small.hosting, options: options)
    } catch {
      return "the engine broke: \(error)"
    }
    switch BestTraining.search(small) {
    case .tooLarge: return nil
    case .infeasible:
      return outcome.status == .infeasible
        ? nil : "no plan keeps the rules, the engine says \(outcome.status.rawValue)."
    case .best(let answer):
      guard outcome.status == .optimal, let plan = outcome.plan else {
        return "there is a plan, the engine says \(outcome.status.rawValue)."
      }
      let tiers = outcome.tiers
      guard tiers.map(\.name) == answer.tiers.map(\.name),
        tiers.map(\.value) == answer.tiers.map(\.value),
        tiers.map(\.shares) == answer.tiers.map(\.shares)
      else { return "the best tiers are \(text(answer.tiers)), the engine has \(text(tiers))." }
      let verification = verifyTraining(
        plan, in: small.year, hosting: small.hosting, baseline: small.baseline,
        pins: small.pins, claimed: tiers)
      guard !verification.isValid else { return nil }
      let broken = verification.rules.filter(\.isBroken).map(\.id)
      return "the plan breaks \(broken); \(verification.claims.flatMap(\.faults))"
    }
  }
}

/// Over after it was asked so many times.
private final class Countdown: Sendable {
  private let left: Atomic<Int>

  init(from count: Int) {
    left = Atomic(count)
  }

  var isOver: Bool { left.wrappingSubtract(1, ordering: .relaxed).newValue < 0 }
}
