// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import TestSupport
internal import Testing
internal import Verification

#if DEBUG
  private let explainedYears = 10
#else
  private let explainedYears = 80
#endif

@Suite("Alternatives of trainings")
struct TrainingAlternativesTests {
  @Test(
    "lose what exhaustive search says, or are in no plan",
    arguments: Array(stride(from: 1, to: explainedYears + 1, by: 10)))
  func exact(from start: Int) throws {
    for seed in start..<(start + 10) {
      let small = randomSmallTraining(seed: UInt64(seed), leafLimit: 400)
      guard case .best(let answer) = BestTraining.search(small) else { continue }
      var options = TrainingOptions()
      options.gap = 0
      if small.baseline != nil || !small.pins.isEmpty {
        options.baseline = TrainingBaseline(pins: small.pins, earlier: small.baseline)
      }
      let base = PlannedTraining(
        small.year, hosting: small.hosting, baseline: options.baseline, plan: answer.plan,
        tiers: answer.tiers)
      let oracle = TrainingOracle(small)
      var limits = AlternativeLimits()
      limits.wanted = 10_000
      limits.solves = 10_000
      for group in oracle.groups {
        var pins = oracle.acceptedSessions(of: group).map { [TrainingPin(group, to: $0)] }
        if case .delegation = group { pins.append([TrainingPin(group, to: nil)]) }
        let found = try base.alternatives(among: pins, options: options, limits: limits)
        #expect(found.isComplete, "seed \(seed)")
        #expect(found.best.count + found.impossible.count == pins.count, "seed \(seed)")
        for alternative in found.best {
          let expected = best(of: small, with: alternative.pins)
          #expect(alternative.isExact, "seed \(seed)")
          #expect(alternative.tiers.map(\.value) == expected?.map(\.value), "seed \(seed)")
          #expect(alternative.tiers.map(\.shares) == expected?.map(\.shares), "seed \(seed)")
          let session = alternative.plan.attendances.first { $0.group == group }.map {
            alternative.plan.sessions[$0.session].session
          }
          #expect(session == alternative.pins[0].session, "seed \(seed)")
        }
        for pins in found.impossible {
          #expect(best(of: small, with: pins) == nil, "seed \(seed)")
        }
        for (one, other) in zip(found.best, found.best.dropFirst()) {
          #expect(!isBetter(other.tiers, than: one.tiers), "seed \(seed)")
        }
      }
    }
  }

  /// The goals' values of the best plan with pins, by looking at every plan.
  private func best(of small: SmallTraining, with pins: [TrainingPin]) -> [TierResult]? {
    var pinned = small
    let groups = Set(pins.map(\.group))
    let kept = small.year.training.rules[.pin] == .off ? [] : small.pins
    pinned.pins = kept.filter { !groups.contains($0.group) } + pins
    pinned.year.training.rules.strictness[.pin] = .hard
    guard case .best(let answer) = BestTraining.search(pinned) else { return nil }
    return answer.tiers
  }
}
