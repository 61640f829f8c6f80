// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme
internal import Wording

extension DispatchRun {
  /// Whether goals are about who would rather be where.
  static func areAboutStability(_ names: [String]) -> Bool {
    names.contains { name in Goal.stability.contains { $0.rawValue == name } }
  }

  /// Solves goals of which some are about stability.
  ///
  /// Where no other rule bites, deferred acceptance finds the stable plan that is best for
  /// every applicant. Otherwise years with few triples are given to GLPK with the rows of
  /// `addStability`; of larger ones the best plan is taken that deferred acceptance finds
  /// over the seats of the plan without these goals, and it is said what is known of it.
  mutating func solveStable(_ names: [String]) throws(EngineFailure) -> DispatchOutcome {
    if formulation.knowsStability, formulation.triples.count <= options.mostTriplesForGLPK {
      return try solveWhole(names)
    }
    let stable = StablePlans(formulation, baseline: options.baseline)
    clock.tell(tier: Goal.blockingPairs.rawValue, step: "deferred acceptance")
    if let proven = stable.provenBest(names) { return proven }
    var year = formulation.year
    year.objective.removeAll { Goal.stability.contains($0) }
    if year.objective.isEmpty { year.objective = [.penalties] }
    let base = try planDispatch(year, options: options, clock: clock)
    guard !base.placements.isEmpty else { return base }
    clock.tell(tier: Goal.blockingPairs.rawValue, step: "deferred acceptance over its seats")
    let best = stable.best(near: base.placements)
    guard formulation.knowsStability, !clock.isOver else { return outcome(of: best, beside: base) }
    try start(from: best)
    // Without a start a search that is stopped would end with nothing.
    guard stack.incumbent != nil else { return outcome(of: best, beside: base) }
    return try solveWhole(names)
  }

  /// Takes a plan over as the best so far: with the triples fixed, the other columns are
  /// soon found.
  private mutating func start(from placements: [Placement]) throws(EngineFailure) {
    var trial = stack
    let chosen = Set(triples(of: placements))
    for triple in 0..<formulation.triples.count {
      let value: Int64 = chosen.contains(triple) ? 1 : 0
      trial.program.setBounds(
        of: formulation.column(ofTriple: triple), lower: value, upper: value)
    }
    let tier = objective(Goal.blockingPairs.rawValue)
    guard case .found(let plan, _, _) = try trial.best(for: tier, gap: 0),
      formulation.program.violations(of: plan).isEmpty
    else { return }
    stack.incumbent = plan
  }
}
