// SPDX-License-Identifier: GPL-3.0-or-later

package import Formulations
internal import IntegerProgramming
package import Programme
internal import Verification
internal import Wording

/// What a run over the exchange of teachers is asked for.
package struct ExchangeOptions: YearOptions {
  typealias Problem = TeacherExchange

  /// Relative gap at which goals other than fairness may stop.
  package var gap: Double = 0.0001
  /// Wall-clock seconds for the whole run; none means no limit.
  package var timeLimit: Double?
  /// Units of work for the whole run, the same on every machine; none means no limit.
  package var workLimit: Int?
  /// Columns of which an integer program is still made where the flow does not prove its
  /// plan best.
  package var mostColumns = 30_000
  /// Whether the flow without weeks is tried first.
  ///
  /// Tests leave it out to see the integer program alone.
  package var triesFlow = true
  /// What the plan has to have or to lack.
  package var forced: [ExchangeForce] = []
  /// A plan of the year to stay near to.
  ///
  /// Of equally good plans one is taken in which fewest partnerships begin or end, as the last
  /// goal `changes`.
  package var near: ExchangePlan?
  /// Asked often; true stops the run with the best plan so far.
  package var isCancelled: @Sendable () -> Bool = { false }
  /// Told about each step worth a line.
  package var progress: @Sendable (DispatchProgress) -> Void = { _ in }

  package init() {}
}

/// What a run over the exchange of teachers found out.
package struct ExchangeOutcome: Sendable {
  package var status: DispatchOutcome.Status
  /// Nothing unless the status is optimal or feasible.
  package var plan: ExchangePlan?
  /// In the order they were solved.
  package var tiers: [TierResult] = []
  /// The levels of the fairness tier in the order they were proven.
  package var levels: [FairnessLevel] = []

  package init(
    status: DispatchOutcome.Status, plan: ExchangePlan? = nil, tiers: [TierResult] = [],
    levels: [FairnessLevel] = []
  ) {
    self.status = status
    self.plan = plan
    self.tiers = tiers
    self.levels = levels
  }
}

/// Columns of which an integer program is made where nothing is left to prove but that no
/// plan as good is nearer to another one.
private let mostColumnsForNearness = 3_000

/// Plans which schools exchange teachers, and in which weeks.
///
/// The partnerships are chosen by a flow without weeks, goal by goal, and then get weeks.
/// Where all of them find some, the plan is as good as the flow, and so proven best.
/// Otherwise years with few columns become an integer program, and of larger ones the plan
/// with fewest partnerships left without weeks is taken, with the flow's bounds.
///
/// - Parameters:
///   - year: A checked programme year.
///   - options: Gap, limits and callbacks.
/// - Returns: The best plan with a proven bound for each tier, or that there is none.
///   Equal inputs give equal outcomes unless a time limit or a cancellation interferes.
/// - Throws: `EngineFailure` when the solver broke.
package func planExchange(
  _ year: ProgrammeYear, options: ExchangeOptions
) throws(EngineFailure) -> ExchangeOutcome {
  let clock = RunClock(options)
  clock.tell(tier: "preparing", step: "looking at every pair of schools")
  let eligibility = ExchangeEligibility(year)
  clock.tell(tier: "preparing", step: "\(eligibility.pairs.count) possible pairs")
  let isAboutStability = year.exchange.objective.contains {
    ExchangeGoal.stability.contains($0)
  }
  var best: ExchangeOutcome?
  // Deferred acceptance knows nothing of what is forced, and little of what is near.
  let isFree = options.forced.isEmpty && options.near == nil
  if options.triesFlow, isFree || !isAboutStability {
    var search = ExchangeSearch(eligibility, options: options, clock: clock)
    let found =
      isAboutStability ? try search.planStable() : try search.planFlow()
    if found.status == .optimal || found.status == .infeasible { return found }
    best = found
  }
  let columns = ExchangeFormulation.columns(of: eligibility)
  let ownGoals = best?.tiers.filter { $0.name != nameOfNearness } ?? []
  let isProven =
    best?.plan != nil && ownGoals.allSatisfy { $0.value == $0.bound && $0.isVectorProven }
  let most = isProven ? min(options.mostColumns, mostColumnsForNearness) : options.mostColumns
  guard columns <= most, !clock.isOver else { return best ?? ExchangeOutcome(status: .unknown) }
  var formulation = ExchangeFormulation(eligibility)
  for force in options.forced {
    guard formulation.apply(force) else { return ExchangeOutcome(status: .infeasible) }
  }
  if let near = options.near { formulation.addChanges(from: near) }
  clock.tell(tier: "preparing", step: "formulated", columns: formulation.program.columnCount)
  var run = ExchangeRun(formulation, options: options, clock: clock, from: best?.plan)
  let solved = try run.solve()
  // What the flow has proven of the year's own goals stays proven.
  if solved.status != .optimal, isProven, let best { return best }
  return solved
}

/// The formulation with its tiers, solved one after the other.
private struct ExchangeRun: GoalRun {
  let formulation: ExchangeFormulation
  let options: ExchangeOptions
  var stack: TierStack

  var objectives: [String: Tier] { formulation.objectives }
  var fairness: (name: String, groups: [FairnessGroup]) {
    (ExchangeGoal.fairness.rawValue, formulation.fairnessGroups)
  }

  init(
    _ formulation: ExchangeFormulation, options: ExchangeOptions, clock: RunClock,
    from plan: ExchangePlan?
  ) {
    self.formulation = formulation
    self.options = options
    stack = TierStack(formulation.program, clock: clock)
    let starts = [plan, options.near].compactMap { $0 }
    stack.start(with: starts.lazy.map { formulation.assignment(of: $0) })
  }

  mutating func solve() throws(EngineFailure) -> ExchangeOutcome {
    let year = formulation.eligibility.year
    let end = try solveInOrder(
      ExchangeFormulation.tierNames(of: year)
        + (options.near == nil ? [] : [nameOfNearness]))
    guard let incumbent = stack.incumbent else { return ExchangeOutcome(status: end.status) }
    let plan = formulation.plan(of: incumbent)
    return ExchangeOutcome(
      status: end.status, plan: plan, tiers: tiers(verifyExchange(plan, in: year).tiers),
      levels: stack.levels)
  }

  mutating func solve(_ name: String) throws(EngineFailure) -> TierStack.End {
    try solve(name, gap: options.gap, of: [ExchangeGoal.pairs, .points])
  }
}
