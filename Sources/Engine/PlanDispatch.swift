// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
package import Programme
internal import Wording

/// Plans the dispatch of a year.
///
/// - Parameters:
///   - year: A checked programme year.
///   - options: Gap, limits, baseline and callbacks.
/// - Returns: The best plan with a proven bound for each tier, or why there is
///   none. Equal inputs give equal outcomes unless a time limit or a
///   cancellation interferes.
/// - Throws: `EngineFailure` when the solver broke and nothing could be saved.
package func planDispatch(
  _ year: ProgrammeYear, options: DispatchOptions
) throws(EngineFailure) -> DispatchOutcome {
  let clock = RunClock(options)
  var outcome = try planDispatch(year, options: options, clock: clock)
  outcome.lostSearches = clock.lost.reasons
  return outcome
}

/// Plans the dispatch of a year under a clock that runs already.
func planDispatch(
  _ year: ProgrammeYear, options: DispatchOptions, clock: RunClock
) throws(EngineFailure) -> DispatchOutcome {
  clock.tell(tier: "preparing", step: "formulating")
  let eligibility = DispatchEligibility(year, baseline: options.baseline)
  let isStable = DispatchRun.areAboutStability(year.objective.map(\.rawValue))
  if !isStable, var market = MarketRun(eligibility, options: options, clock: clock) {
    let outcome = try market.solve()
    if !outcome.placements.isEmpty || clock.isOver { return outcome }
    clock.tell(tier: "preparing", step: "no plan by flows: formulating")
  }
  if !isStable, let formulation = chosenFormulation(eligibility, options: options, clock: clock) {
    var run = DispatchRun(formulation, options: options, clock: clock)
    var outcome = try run.solve()
    if !outcome.placements.isEmpty {
      outcome.certificate = run.certificate()
      return outcome
    }
    // What a choice of triples does not allow, all of them may.
    if clock.isOver { return DispatchOutcome(status: .unknown) }
    clock.tell(tier: "preparing", step: "formulating with every triple")
  }
  let formulation = DispatchFormulation(
    eligibility, TripleTable(eligibility, threads: options.threads),
    hasBaseline: options.baseline != nil)
  var run = DispatchRun(formulation, options: options, clock: clock)
  var outcome = try run.solve()
  if !isStable { outcome.certificate = run.certificate() }
  return outcome
}
