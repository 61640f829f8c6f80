// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
package import Programme
internal import Verification
internal import Wording

/// Plans how much of each line there is in each of ten years.
///
/// - Parameters:
///   - year: A checked year that has lines and years to plan.
///   - options: Gap, limits and callbacks.
/// - Returns: The best plan with a proven bound for each goal, or why there is none.
///   Equal inputs give equal outcomes unless a time limit or a cancellation interferes.
/// - Throws: `EngineFailure` when the solver broke.
package func planDecade(
  _ year: ProgrammeYear, options: DecadeOptions
) throws(EngineFailure) -> DecadeOutcome {
  let clock = RunClock(options)
  clock.tell(tier: "preparing", step: "formulating")
  var formulation = DecadeFormulation(year)
  for force in options.forced {
    guard formulation.apply(force) else { return DecadeOutcome(status: .infeasible) }
  }
  if let near = options.near { formulation.addChanges(from: near) }
  var run = DecadeRun(formulation, options: options, clock: clock)
  let outcome = try run.solve()
  return outcome.status == .infeasible && options.looksFurther && options.forced.isEmpty
    ? try infeasible(year, clock) : outcome
}

/// The formulation with its tiers, solved one after the other.
private struct DecadeRun: GoalRun {
  let formulation: DecadeFormulation
  let options: DecadeOptions
  var stack: TierStack

  var objectives: [String: Tier] { formulation.objectives }
  var fairness: (name: String, groups: [FairnessGroup]) {
    (DecadeGoal.aims.rawValue, formulation.aimGroups)
  }

  init(_ formulation: DecadeFormulation, options: DecadeOptions, clock: RunClock) {
    self.formulation = formulation
    self.options = options
    stack = TierStack(formulation.program, clock: clock)
  }

  mutating func solve() throws(EngineFailure) -> DecadeOutcome {
    let end = try solveInOrder(
      DecadeFormulation.tierNames(of: formulation.year)
        + (options.near == nil ? [] : [nameOfNearness]))
    var outcome = DecadeOutcome(status: end.status)
    guard let incumbent = stack.incumbent else { return outcome }
    let plan = formulation.plan(of: incumbent)
    outcome.plan = plan
    // Columns that only have to be small enough may be smaller in the program than they
    // are.
    outcome.tiers = tiers(verifyDecade(plan, in: formulation.year).tiers)
    outcome.levels = stack.levels
    if options.looksFurther {
      outcome.budgetNeed = try budgetNeed(
        formulation.year, reached: outcome.tiers, gap: options.gap, stack.clock)
    }
    return outcome
  }

  mutating func solve(_ name: String) throws(EngineFailure) -> TierStack.End {
    if let incumbent = stack.incumbent { stack.incumbent = formulation.completed(incumbent) }
    let formulation = formulation
    if name == fairness.name {
      return try stack.solveLeximin(name, fairness.groups, isLeaping: true) {
        (stack, tier, nodes) throws(EngineFailure) in
        try stack.searchNearRelaxation(for: tier, gap: 0, nodes: nodes, of: formulation)
      }
    }
    let sums: [DecadeGoal] = [.reach, .lostYear, .cost]
    let tier = objective(name)
    switch try stack.searchNearRelaxation(
      for: tier, gap: sums.contains { $0.rawValue == name } ? options.gap : 0,
      nodes: name == nameOfNearness ? nodesOfChanges : nil, of: formulation,
      leaving: name == DecadeGoal.lostYear.rawValue ? options.gap / 4 : 0)
    {
    case .infeasible: return .infeasible
    case .nothing: return .nothing
    case .found(let assignment, let bound, let isProven):
      stack.record(tier, assignment, bound: bound, isProven: isProven)
      return isProven ? .proven : .stopped
    }
  }
}

/// Nodes that the search for a plan near to another is worth.
private let nodesOfChanges = 200

/// How much more money it takes to reach what is not reached.
private func budgetNeed(
  _ year: ProgrammeYear, reached tiers: [TierResult], gap: Double, _ clock: RunClock
) throws(EngineFailure) -> BudgetNeed? {
  // What may be there after all, and is missing by no more than the asked gap, is not short.
  func isShort(_ goal: DecadeGoal, of needed: Int) -> Bool {
    guard let tier = tiers.first(where: { $0.name == goal.rawValue }) else { return false }
    let missing = Int64(needed) - tier.value
    return missing > 0
      && (tier.bound < Int64(needed) || Double(missing) > gap * Double(needed))
  }
  let isShort =
    isShort(.reach, of: year.decade.rules.target)
    || isShort(.lostYear, of: year.decade.rules.leastInLostYear)
  // Where budgets may be exceeded at a price, what they keep from being reached is not known.
  guard isShort, year.decade.rules[.budget].penalty == nil, !clock.isOver else { return nil }
  let formulation = DecadeFormulation(year, asksForBudget: true)
  guard !formulation.extra.isEmpty else { return .outOfReach }
  clock.tell(tier: DecadeFormulation.extraBudget, step: "looking for the least extra budget")
  var stack = TierStack(formulation.program, clock: clock)
  for name in [DecadeFormulation.extraBudget, DecadeFormulation.greatestExtra] {
    guard let tier = formulation.objectives[name] else { return nil }
    switch try stack.searchNearRelaxation(
      for: tier, gap: 0.0001, of: formulation)
    {
    case .infeasible: return .outOfReach
    case .nothing: return nil
    case .found(let assignment, let bound, let isProven):
      stack.record(tier, assignment, bound: bound, isProven: isProven)
      if !isProven { break }
      continue
    }
    break
  }
  // What is missing may only be what the asked gap leaves.
  guard let plan = stack.incumbent, let total = stack.tiers.first, total.value > 0 else {
    return nil
  }
  return .yen(
    extra: year.decade.years.indices.map { formulation.extra[$0].map { plan[$0] } ?? 0 },
    total: total.value, bound: total.bound)
}

/// What has to give way where no plan keeps all hard rules.
private func infeasible(
  _ year: ProgrammeYear, _ clock: RunClock
) throws(EngineFailure) -> DecadeOutcome {
  var softened = year
  for rule in DecadeRule.allCases where !rule.isStructural && softened.decade.rules[rule] != .off {
    softened.decade.rules.strictness[rule] = .soft(penalty: 1)
  }
  let formulation = DecadeFormulation(softened)
  var stack = TierStack(formulation.program, clock: clock)
  clock.tell(tier: "diagnosis", step: "looking for the plan that breaks the rules least")
  var outcome = DecadeOutcome(status: .infeasible)
  guard let penalties = formulation.objectives[DecadeGoal.penalties.rawValue] else {
    return outcome
  }
  let answer = try stack.searchNearRelaxation(
    for: penalties, gap: 0, of: formulation)
  if case .found(let assignment, _, _) = answer {
    outcome.nearest = formulation.plan(of: assignment)
  }
  return outcome
}
