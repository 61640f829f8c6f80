// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming

/// Proves that no plan keeps a pin, whatever the goals are worth: the linear relaxation of
/// the rules alone, over all triples, has no solution with it.
///
/// Every answer leaves the relaxation as it was.
final class PinProver {
  private var search: PricedSearch
  private let basis: PricedSearch.Basis
  private let columnCount: Int

  /// Solves the relaxation without a pin; fails where that does not come to an end.
  ///
  /// - Parameters:
  ///   - formulation: The year's program.
  ///   - plan: A plan, to start from.
  ///   - clock: Of the first question.
  /// - Throws: `EngineFailure` when the solver broke.
  init?(
    _ formulation: DispatchFormulation, plan: Assignment, clock: RunClock
  ) throws(EngineFailure) {
    let start = Assignment(
      values: Array(plan.values.prefix(formulation.program.columnCount)), objective: 0)
    search = try PricedSearch(
      formulation, program: formulation.program,
      tier: Tier(name: "people", sense: .maximize, terms: []), stages: [], gap: 0,
      clock: clock.quiet, start: start)
    let end = try search.price(.primal, nearEnough: 0)
    guard end.reason == .complete || end.reason == .nearEnough else { return nil }
    basis = search.master.linear.basis()
    columnCount = search.master.columnCount
  }

  /// Whether it is proven that no plan is left after an edit of the year's program.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  func proves(nothingAfter edit: ProgramEdit, clock: RunClock) throws(EngineFailure) -> Bool {
    guard edit.isRestriction(of: search.program) else { return false }
    search.clock = clock.quiet
    let undo = search.apply(edit)
    defer {
      _ = search.apply(undo)
      search.master.truncate(to: columnCount)
      search.restore(basis)
    }
    if let pinned = edit.pinned {
      try search.master.add(Array(search.formulation.triples.ofApplicant[pinned]))
    }
    let end = try search.price(.dualThenPrimal, nearEnough: 0, iterations: Self.mostIterations)
    return end.reason == .infeasible
  }

  /// Simplex iterations after which planning anew is as good.
  private static var mostIterations: Int { 3_000 }
}

/// Where the prover is kept: it is made when it is first needed.
final class PinProverKeeper {
  private var prover: PinProver?
  private var isAsked = false

  /// The prover of a run with a plan.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  func prover(of run: DispatchRun, clock: RunClock) throws(EngineFailure) -> PinProver? {
    if !isAsked, let plan = run.stack.incumbent {
      isAsked = true
      prover = try PinProver(run.formulation, plan: plan, clock: clock)
    }
    return prover
  }
}
