// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme
internal import Wording

extension DispatchRun {
  /// For a year without a plan: the plan that breaks rules least, when every
  /// rule but the structural ones may be broken at one point a unit.
  ///
  /// A renewal school that only a broken rule could serve holds no new school back: the
  /// plan is judged by the year's own rules.
  ///
  /// Empty where it is not asked for.
  func nearestPlan() throws(EngineFailure) -> [Placement] {
    guard options.findsNearest else { return [] }
    var year = formulation.year
    year.objective = [.penalties]
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
    clock.tell(tier: "diagnosis", step: "looking for the plan that breaks rules least")
    var options = options
    options.certifies = false
    var run = DispatchRun(
      DispatchFormulation(
        year, baseline: nil, threads: options.threads, servable: formulation.servableSchools),
      options: options, clock: clock)
    return try run.solve([Goal.penalties.rawValue]).placements
  }
}
