// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import TestSupport
internal import Testing
internal import Verification

/// The verifier of trainings against the oracle, on plans good and bad.
@Suite("Training verifier and oracle")
struct TrainingAgreementTests {
  @Test(
    "agree on every unit and every tier",
    arguments: stride(from: 1, to: 401, by: 25).map(\.self))
  func agree(from start: Int) {
    for seed in start..<(start + 25) {
      let small = randomSmallTraining(seed: UInt64(seed))
      var random = SplitMix64(seed: UInt64(seed) &+ 1_000_000)
      let oracle = TrainingOracle(small)
      let sessions = oracle.groups.map { ($0, oracle.acceptedSessions(of: $0)) }
      for _ in 0..<25 {
        var choice: TrainingOracle.Choice = [:]
        for (group, own) in sessions where !own.isEmpty {
          if case .delegation = group, random.chance(30) { continue }
          choice[group] = random.pick(own)
        }
        var plan = TrainingOracle.Plan(choice)
        for session in Set(choice.values).sorted() {
          plan.rooms[session] = .init(single: random.below(6), twin: random.below(3))
        }
        guard let difference = difference(small, plan) else { continue }
        Issue.record("Seed \(seed): \(difference)\n\(choice)\n\(small)")
        break
      }
    }
  }

  private func difference(_ small: SmallTraining, _ plan: TrainingOracle.Plan) -> String? {
    let oracle = TrainingOracle(small)
    let written = TrainingPlan(
      joining: plan.choice.map { ($0.key, $0.value) },
      rooms: plan.rooms.mapValues { ($0.single, $0.twin) })
    let verification = verifyTraining(
      written, in: small.year, hosting: small.hosting, baseline: small.baseline,
      pins: small.pins)
    var units: [String: Int] = [:]
    for instance in oracle.instances where instance.strictness != .off {
      let expected = oracle.units(of: instance, in: plan)
      let found = verification.rules.first { $0.id == instance.id }?.units
      if found != expected {
        return "\(instance.id) has \(expected) units, the verifier says \(found ?? -1)."
      }
      units[instance.id] = expected
    }
    let tiers = oracle.tiers(of: plan, units: units)
    if tiers != verification.tiers { return "tiers are \(tiers), not \(verification.tiers)." }
    return nil
  }

  @Test(
    "agree that the best plans are plans, and their rooms and lists are in order",
    arguments: stride(from: 1, to: 401, by: 25).map(\.self))
  func best(from start: Int) {
    for seed in start..<(start + 25) {
      let small = randomSmallTraining(seed: UInt64(seed))
      guard case .best(let answer) = BestTraining.search(small) else { continue }
      let verification = verifyTraining(
        answer.plan, in: small.year, hosting: small.hosting, baseline: small.baseline,
        pins: small.pins, claimed: answer.tiers)
      #expect(verification.isValid && verification.tiers == answer.tiers, "Seed \(seed)")
      guard small.year.training.rules[.beds] == .hard else { continue }
      let rooms = assignRooms(answer.plan, in: small.year, hosting: small.hosting)
      #expect(
        checkRooms(rooms, for: answer.plan, in: small.year, hosting: small.hosting).isEmpty,
        "Seed \(seed)")
      let split = roomSplit(of: answer.plan, in: small.year, hosting: small.hosting)
      #expect(split == answer.plan, "Rooms that are enough stay, seed \(seed)")
    }
  }

  @Test("every rule makes a difference sometimes, hard and soft")
  func binding() {
    var present: [String: Int] = [:]
    var binding: [String: Int] = [:]
    var feasible = 0
    let seeds = 250
    for seed in 1...seeds {
      let small = randomSmallTraining(seed: UInt64(seed), leafLimit: 500)
      let whole = optimum(small)
      feasible += whole == nil ? 0 : 1
      for instance in TrainingOracle(small).instances where instance.strictness != .off {
        let key = instance.rule.rawValue + (instance.strictness == .hard ? "" : " (soft)")
        present[key, default: 0] += 1
        var without = small
        switch instance.rule {
        case .quota:
          for index in without.year.training.rules.quotas.indices
          where "quota:" + without.year.training.rules.quotas[index].id == instance.id {
            without.year.training.rules.quotas[index].strictness = .off
          }
        default: without.year.training.rules.strictness[instance.rule] = .off
        }
        if optimum(without) != whole { binding[key, default: 0] += 1 }
      }
    }
    let rules = TrainingRule.allCases.filter { !$0.isStructural }
    let keys =
      rules.map(\.rawValue) + rules.filter(\.mayBeSoft).map { $0.rawValue + " (soft)" }
    let table = keys.map { "\($0): \(binding[$0] ?? 0)/\(present[$0] ?? 0)" }
      .joined(separator: "\n")
    #expect(keys.allSatisfy { binding[$0] ?? 0 > 0 }, "\(table)")
    #expect(feasible * 2 > seeds, "\(feasible) of \(seeds) years have a plan.")
  }

  /// The best tiers, or nothing without a plan.
  private func optimum(_ small: SmallTraining) -> [TierResult]? {
    if case .best(let answer) = BestTraining.search(small) { answer.tiers } else { nil }
  }
}
