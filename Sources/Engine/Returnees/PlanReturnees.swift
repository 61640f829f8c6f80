// SPDX-License-Identifier: GPL-3.0-or-later

package import Formulations
internal import IntegerProgramming
package import Programme
internal import Verification
internal import Wording

/// What a run over returnees' activities is asked for.
package struct ReturneeOptions: YearOptions {
  typealias Problem = ReturneeActivities

  /// Relative gap at which the goals that sum people or money may stop; the others are
  /// always closed.
  package var gap: Double = 0.0001
  /// Wall-clock seconds for the whole run; none means no limit.
  package var timeLimit: Double?
  /// Units of work for the whole run, the same on every machine; none means no limit.
  package var workLimit: Int?
  /// Pairs of which a program is still made; years with more are seated one by one.
  ///
  /// Tests set it to see both ways.
  package var mostPairs = 30_000
  /// What the plan has to have or to lack; then, and where participations were announced, a
  /// program is made of any number of pairs.
  package var forced: [ReturneeForce] = []
  /// A plan of the year to stay near to.
  ///
  /// Of equally good plans one is taken in which fewest people have other activities, as the
  /// last goal `changes`. Years that are seated one by one leave it out.
  package var near: ReturneePlan?
  /// Asked often; true stops the run with the best plan so far.
  package var isCancelled: @Sendable () -> Bool = { false }
  /// Told about each step worth a line.
  package var progress: @Sendable (DispatchProgress) -> Void = { _ in }

  package init() {}
}

/// What a run over returnees' activities found out.
package struct ReturneeOutcome: Sendable {
  /// `optimal` or `feasible` unless something is forced or announced: that nobody takes part
  /// in anything is a plan too.
  package var status: DispatchOutcome.Status
  /// Empty where there is no plan.
  package var plan: ReturneePlan
  /// In the order they were solved.
  package var tiers: [TierResult]
  /// The levels of the fairness tier in the order they were proven.
  package var levels: [FairnessLevel]

  package init(
    status: DispatchOutcome.Status, plan: ReturneePlan, tiers: [TierResult],
    levels: [FairnessLevel] = []
  ) {
    self.status = status
    self.plan = plan
    self.tiers = tiers
    self.levels = levels
  }
}

/// Plans which returned partner takes part in which activity.
///
/// - Parameters:
///   - year: A checked programme year.
///   - options: Gap, limits and callbacks.
/// - Returns: The best plan with a proven bound for each tier. Equal inputs give equal
///   outcomes unless a time limit or a cancellation interferes.
/// - Throws: `EngineFailure` when the solver broke.
package func planReturnees(
  _ year: ProgrammeYear, options: ReturneeOptions
) throws(EngineFailure) -> ReturneeOutcome {
  let clock = RunClock(options)
  clock.tell(tier: "preparing", step: "formulating")
  let eligibility = ReturneeEligibility(year)
  clock.tell(tier: "preparing", step: "\(eligibility.pairs.count) possible pairs")
  var seating = ActivitySeating(eligibility)
  seating.fill { clock.isOver }
  clock.tell(
    tier: "seating", step: "\(seating.people.count { !$0.isEmpty }) activities have people")
  // What was told has to be kept, which seating one by one does not see to.
  let isBound = !options.forced.isEmpty || !year.returnees.announced.isEmpty
  guard eligibility.pairs.count <= options.mostPairs || isBound else {
    seating.improve { clock.isOver }
    return seated(seating, options.gap, clock)
  }
  var formulation = ReturneeFormulation(eligibility)
  for force in options.forced {
    guard formulation.apply(force) else {
      return ReturneeOutcome(status: .infeasible, plan: ReturneePlan([]), tiers: [])
    }
  }
  if let near = options.near { formulation.addChanges(from: near) }
  clock.tell(tier: "preparing", step: "formulated", columns: formulation.program.columnCount)
  var run = ReturneeRun(formulation, options: options, clock: clock, from: seating.plan)
  return try run.solve()
}

/// The plan of a year with more pairs than a program is made of, with the bounds that
/// each activity and each person alone give.
private func seated(
  _ seating: ActivitySeating, _ gap: Double, _ clock: RunClock
) -> ReturneeOutcome {
  let plan = seating.plan
  let tiers = SeatingBounds(seating).bounded(
    verifyReturnees(plan, in: seating.eligibility.year).tiers
  ) { clock.isOver }
  for tier in tiers {
    clock.tell(tier: tier.name, step: "bounded", value: tier.value, bound: tier.bound)
  }
  let isProven = tiers.allSatisfy { tier in
    tier.isVectorProven
      && Double(abs(tier.bound - tier.value)) <= gap * Double(max(1, abs(tier.value)))
  }
  return ReturneeOutcome(status: isProven ? .optimal : .feasible, plan: plan, tiers: tiers)
}

/// The formulation with its tiers, solved one after the other.
private struct ReturneeRun: GoalRun {
  let formulation: ReturneeFormulation
  let options: ReturneeOptions
  var stack: TierStack

  var objectives: [String: Tier] { formulation.objectives }
  var fairness: (name: String, groups: [FairnessGroup]) {
    (ReturneeGoal.fairness.rawValue, formulation.fairnessGroups)
  }

  init(
    _ formulation: ReturneeFormulation, options: ReturneeOptions, clock: RunClock,
    from plan: ReturneePlan
  ) {
    self.formulation = formulation
    self.options = options
    stack = TierStack(formulation.program, clock: clock)
    // Which activities take place comes before who takes part.
    stack.firstDecision = formulation.open.first?.index ?? 0
    // Nobody in anything breaks no rule, unless something is forced.
    let starts = [plan, options.near, ReturneePlan([])].compactMap { $0 }
    stack.start(with: starts.lazy.map { formulation.assignment(of: $0) })
  }

  mutating func solve() throws(EngineFailure) -> ReturneeOutcome {
    let year = formulation.eligibility.year
    let end = try solveInOrder(
      ReturneeFormulation.tierNames(of: year)
        + (options.near == nil ? [] : [nameOfNearness]))
    guard let incumbent = stack.incumbent else {
      return ReturneeOutcome(status: end.status, plan: ReturneePlan([]), tiers: [])
    }
    let plan = formulation.plan(of: incumbent)
    return ReturneeOutcome(
      status: end.status, plan: plan, tiers: tiers(verifyReturnees(plan, in: year).tiers),
      levels: stack.levels)
  }

  mutating func solve(_ name: String) throws(EngineFailure) -> TierStack.End {
    try solve(name, gap: options.gap, of: [ReturneeGoal.reach, .filled, .travel])
  }
}
