// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

extension DispatchRun {
  /// After a stop: the values that the plan has in the tiers not reached, with
  /// bounds that say nothing more than is known.
  mutating func reportUnsolved(_ names: ArraySlice<String>) throws(EngineFailure) {
    guard let incumbent else { return }
    for name in names {
      if name.hasPrefix("fairness") {
        let shares = shares(of: formulation.fairnessGroups.filter { $0.tier == name })
        tiers.append(
          TierResult(
            name: name, value: Int64(shares.first ?? 10_000), bound: 10_000, shares: shares))
      } else if let tier = formulation.objectives[name] {
        tiers.append(
          TierResult(
            name: name, value: Int64(program.value(of: tier, at: incumbent.values)),
            bound: tier.trivialBound(in: program)))
      }
    }
  }

  /// For a year without a plan: the plan that breaks rules least, when every
  /// rule but the structural ones may be broken at one point a unit.
  func nearestPlan() throws(EngineFailure) -> [Placement] {
    var year = formulation.year
    for rule in Rule.allCases where !rule.isStructural && year.rules[rule] == .hard {
      year.rules.strictness[rule] = .soft(penalty: 1)
    }
    for index in year.rules.quotas.indices where year.rules.quotas[index].strictness == .hard {
      year.rules.quotas[index].strictness = .soft(penalty: 1)
    }
    for index in year.rules.criteria.indices
    where year.rules.criteria[index].strictness == .hard {
      year.rules.criteria[index].strictness = .soft(penalty: 1)
    }
    let relaxed = DispatchFormulation(year, baseline: nil)
    guard let tier = relaxed.objectives["penalties"] else { return [] }
    let run = DispatchRun(relaxed, options: options, clock: clock)
    guard case .found(let assignment, _, _) = try run.best(for: tier, gap: 0) else { return [] }
    return placements(of: assignment.values, in: relaxed)
  }
}

extension Tier {
  /// The value when every column stands at its better bound: a bound, if a poor
  /// one.
  func trivialBound(in program: IntegerProgram) -> Int64 {
    terms.reduce(constant) { sum, term in
      let (lower, upper) = program.bounds(of: term.column)
      let wantsUpper = (term.coefficient > 0) == (sense == .maximize)
      let value = wantsUpper ? upper : lower
      guard let value else { return sense == .maximize ? .max / 2 : .min / 2 }
      return sum + value * term.coefficient
    }
  }
}
