// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
package import Programme

/// Plans the trainings of a year.
///
/// - Parameters:
///   - year: A checked programme year.
///   - hosting: Who leaves with each cohort, and who hosts.
///   - options: Gap, limits, pins and callbacks.
/// - Returns: The best plan with a proven bound for each tier, or why there is
///   none. Equal inputs give equal outcomes unless a time limit or a
///   cancellation interferes.
/// - Throws: `EngineFailure` when the solver broke.
package func planTraining(
  _ year: ProgrammeYear, hosting: HostingFacts, options: TrainingOptions
) throws(EngineFailure) -> TrainingOutcome {
  let clock = RunClock(options)
  clock.tell(tier: "preparing", step: "formulating")
  let formulation = TrainingFormulation(year, hosting: hosting, baseline: options.baseline)
  clock.tell(
    tier: "preparing", step: "\(formulation.patterns.count) sessions to choose from",
    columns: formulation.program.columnCount)
  var run = TrainingRun(formulation, options: options, clock: clock)
  return try run.solve()
}

/// One run: the tiers of trainings one after the other.
struct TrainingRun {
  let formulation: TrainingFormulation
  let options: TrainingOptions
  let clock: RunClock
  var stack: TierStack

  init(_ formulation: TrainingFormulation, options: TrainingOptions, clock: RunClock) {
    self.formulation = formulation
    self.options = options
    self.clock = clock
    stack = TierStack(formulation.program, clock: clock)
  }

  mutating func solve() throws(EngineFailure) -> TrainingOutcome {
    var names = TrainingFormulation.tierNames(
      of: formulation.eligibility.year, hasBaseline: options.baseline != nil)
    if names.isEmpty { names = [DispatchRun.anyPlan] }
    for (position, name) in names.enumerated() {
      switch try solve(name) {
      case .proven: continue
      case .infeasible:
        return TrainingOutcome(status: .infeasible, obstacles: try obstacles())
      case .nothing: return TrainingOutcome(status: .unknown)
      case .stopped:
        for name in names[(position + 1)...] { reportUnsolved(name) }
        return outcome(.feasible)
      }
    }
    return outcome(.optimal)
  }

  private mutating func solve(_ name: String) throws(EngineFailure) -> TierStack.End {
    if name == TrainingGoal.fairness.rawValue {
      return try stack.solveLeximin(name, formulation.fairnessGroups)
    }
    let sums: [TrainingGoal] = [.trained, .firstVisits, .cost, .months]
    let gap = sums.contains { $0.rawValue == name } ? options.gap : 0
    return try stack.solve(objective(name), gap: gap)
  }

  private func objective(_ name: String) -> Tier {
    formulation.objectives[name] ?? Tier(name: name, sense: .minimize, terms: [])
  }

  private mutating func reportUnsolved(_ name: String) {
    if name == TrainingGoal.fairness.rawValue {
      stack.reportShares(
        name, formulation.fairnessGroups, boundOfWorst: 10_000, isProven: false)
    } else {
      stack.reportUnsolved(objective(name))
    }
  }

  private func outcome(_ status: DispatchOutcome.Status) -> TrainingOutcome {
    TrainingOutcome(
      status: status, plan: stack.incumbent.map { formulation.plan(of: $0) },
      tiers: stack.tiers.filter { $0.name != DispatchRun.anyPlan }, levels: stack.levels)
  }

  /// What keeps the year from having a plan: groups that must train and have no
  /// session; or else the fewest people of such groups that have to be left out.
  private func obstacles() throws(EngineFailure) -> [TrainingObstacle] {
    let obliged = formulation.obligedClasses
    let alone = obliged.filter { formulation.classes[$0.index].sessions.isEmpty }
    if !alone.isEmpty {
      return alone.flatMap { formulation.classes[$0.index].groups.map { .noSession($0) } }
    }
    var relaxed = TierStack(formulation.program, clock: clock)
    var seated = Tier(name: "seated", sense: .maximize, terms: [])
    for (index, row) in obliged {
      let upper = formulation.program.bounds(of: row).upper
      relaxed.program.setBounds(of: row, lower: nil, upper: upper)
      seated.terms += formulation.program.terms(of: row).map {
        IntegerProgram.Term(
          column: $0.column, coefficient: Int64(formulation.classes[index].people))
      }
    }
    clock.tell(tier: "diagnosis", step: "looking for the fewest who find no session")
    guard case .found(let plan, _, _) = try relaxed.best(for: seated, gap: 0) else {
      return [.quotas]
    }
    let joined = Set(formulation.plan(of: plan).attendances.map(\.group))
    let left = obliged.flatMap { formulation.classes[$0.index].groups }
      .filter { !joined.contains($0) }
    return left.isEmpty ? [.quotas] : [.noRoom(left)]
  }
}

extension RunClock {
  init(_ options: TrainingOptions) {
    var limits = DispatchOptions()
    limits.timeLimit = options.timeLimit
    limits.isCancelled = options.isCancelled
    limits.progress = options.progress
    self.init(limits)
  }
}
