// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
package import Programme

/// A planned year that answers "what if", each time from the state in which its
/// plan was proven.
///
/// Graph, columns, bases and the nodes of the proof are kept. A change that only
/// takes plans away leaves every bound valid: when the plan itself is not touched
/// it stays the best, and otherwise the proof's nodes are gone through again from
/// their own bases ("warm starts for mixed integer programs"; Ralphs and
/// Güzelsoy, "Duality and Warm Starting in Integer Programming", 2006). What does
/// not fit into this is planned anew. Values are those that planning anew has.
///
/// A session belongs to the thread that made it.
package struct DispatchSession: ~Copyable {
  package let year: ProgrammeYear
  /// The plan of the year as it is.
  package let base: DispatchOutcome
  let options: DispatchOptions
  let run: DispatchRun

  /// How a question was answered.
  package enum Way: String, Sendable {
    /// The plan keeps the change and is still the best.
    case unchanged
    /// From the state of the proof.
    case warm
    /// Planned anew.
    case anew
  }

  /// Plans a year and keeps the state.
  ///
  /// - Parameters:
  ///   - year: A checked programme year.
  ///   - options: As for `planDispatch`; goals are proven whatever the gap says.
  /// - Throws: `EngineFailure` when the solver broke.
  package init(_ year: ProgrammeYear, options: DispatchOptions) throws(EngineFailure) {
    var options = options
    options.gap = 0
    self.year = year
    self.options = options
    let clock = RunClock(options)
    clock.tell(tier: "preparing", step: "formulating")
    let formulation = DispatchFormulation(
      year, baseline: options.baseline, threads: options.threads)
    var run = DispatchRun(formulation, options: options, clock: clock)
    run.keeper = SearchKeeper()
    base = try run.solve()
    self.run = run
  }

  /// The best plan after a change, and how it was found; the session stays as it is.
  ///
  /// - Parameters:
  ///   - change: What is different from the year.
  ///   - findsNearest: Whether the plan that breaks rules least is looked for where
  ///     the year is planned anew and no plan keeps them.
  /// - Returns: The outcome, without a certificate. Placements name applicants and
  ///   cohorts by the year's indices.
  /// - Throws: `EngineFailure` when the solver broke.
  package func outcome(
    after change: YearChange, findsNearest: Bool = true
  ) throws(EngineFailure) -> (outcome: DispatchOutcome, way: Way) {
    if let warm = run.keeper?.search, base.status == .optimal {
      let clock = RunClock(options)
      switch run.formulation.effect(of: change) {
      case .edit(let edit):
        if let answer = try answer(to: edit, warm, clock, findsNearest: findsNearest) {
          return answer
        }
      case .reweighting(let points):
        if let plan = try warm.best(weighing: points, clock: clock) {
          return (outcome(of: plan), .warm)
        }
      case .other: break
      }
    }
    var options = options
    options.findsNearest = findsNearest
    return (try planDispatch(year.changed(by: change), options: options), .anew)
  }

  /// The best plan when the program has other bounds; nothing when it has to be
  /// planned anew.
  private func answer(
    to change: ProgramEdit, _ warm: WarmSearch, _ clock: RunClock, findsNearest: Bool
  ) throws(EngineFailure) -> (outcome: DispatchOutcome, way: Way)? {
    let formulation = run.formulation
    let edit = try run.withoutIdleLimits(change, clock: clock)
    let isKept = run.stack.incumbent.map { edit.keeps($0.values, of: formulation) } ?? false
    let isRestriction = edit.isRestriction(of: formulation.program)
    if isKept, isRestriction { return (base, .unchanged) }
    guard
      let recount = try run.recounted(after: edit, clock: clock)
        ?? (isRestriction ? run.restricted(by: edit) : nil)
    else { return nil }
    if recount.isInfeasible {
      return findsNearest ? nil : (DispatchOutcome(status: .infeasible), .warm)
    }
    guard
      let plan = try warm.best(
        after: recount.edit, keepsBest: isKept && recount.isSame, clock: clock)
    else { return nil }
    return (outcome(of: plan, recount), .warm)
  }

  /// Who may go where by the pairwise rules.
  ///
  /// - Complexity: Proportional to the eligible triples.
  package func eligiblePlaces() -> [(applicant: Int, post: String, cohort: Int)] {
    let formulation = run.formulation
    return (0..<formulation.triples.count).map { triple in
      let slot = formulation.eligibility.slots[Int(formulation.triples.slots[triple])]
      return (
        Int(formulation.triples.applicants[triple]), formulation.eligibility.posts[slot.post].id,
        slot.cohort
      )
    }
  }

  /// The base's outcome with another plan, which is best in the last goal.
  private func outcome(of plan: Assignment, _ recount: Recount? = nil) -> DispatchOutcome {
    var outcome = base
    outcome.placements = run.placements(of: plan)
    if let recount, !recount.isSame {
      outcome.tiers.replaceSubrange(0..<recount.tiers.count, with: recount.tiers)
      outcome.levels = recount.levels
    }
    if let last = outcome.tiers.indices.last {
      outcome.tiers[last].value = plan.objective
      outcome.tiers[last].bound = plan.objective
    }
    return outcome
  }
}
