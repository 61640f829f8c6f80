// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme
internal import Verification
internal import Wording

/// One formulation of trainings with its tiers, solved one after the other.
struct TrainingRun: GoalRun {
  let formulation: TrainingFormulation
  let options: TrainingOptions
  let clock: RunClock
  var stack: TierStack

  var objectives: [String: Tier] { formulation.objectives }
  var fairness: (name: String, groups: [FairnessGroup]) {
    (TrainingGoal.fairness.rawValue, formulation.fairnessGroups)
  }

  /// Of a relaxation: bounds of goals after one that no plan was found to reach, with
  /// those before them at least as good as in the best plan.
  private var laterBounds: [String: Int64] = [:]

  init(_ formulation: TrainingFormulation, options: TrainingOptions, clock: RunClock) {
    self.formulation = formulation
    self.options = options
    self.clock = clock
    stack = TierStack(formulation.program, clock: clock)
    // Which sessions are open comes before who joins them.
    stack.firstDecision = formulation.open.first?.index ?? 0
  }

  /// Solves tiers in the order given, but for those that are solved already.
  ///
  /// - Parameters:
  ///   - names: The tiers.
  ///   - relaxation: A run over a relaxation, each tier solved with those before it
  ///     held; a tier that is as good, after others that are, needs no proof.
  ///   - mustReach: Whether to stop at a tier that is not as good.
  /// - Returns: How the last tier that was looked at ended.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func solve(
    _ names: [String], relaxation: TrainingRun? = nil, mustReach: Bool = false
  ) throws(EngineFailure) -> TierStack.End {
    var reachesBounds = relaxation != nil
    for (position, name) in names.enumerated() where position >= stack.tiers.count {
      if mustReach, !reachesBounds, stack.incumbent != nil {
        for name in names[position...] { reportUnsolved(name) }
        return .stopped
      }
      let known = reachesBounds ? relaxation?.stack.tiers.first { $0.name == name } : nil
      switch try solve(
        name, known: known, levels: relaxation?.stack.levels ?? [], mustReach: mustReach)
      {
      case .proven: break
      case .infeasible: return .infeasible
      case .nothing: return .nothing
      case .stopped:
        for name in names[(position + 1)...] { reportUnsolved(name) }
        return .stopped
      }
      reachesBounds = reachesBounds && isAsGood(stack.tiers.last, as: known)
    }
    return .proven
  }

  /// Whether a tier is as good as a relaxation's plan, or better: the relaxation's gap
  /// may have left it room.
  private func isAsGood(_ tier: TierResult?, as known: TierResult?) -> Bool {
    guard let tier, let known, tier.shares == known.shares else { return false }
    return tier.isLeast ? tier.value <= known.value : tier.value >= known.value
  }

  private mutating func solve(
    _ name: String, known: TierResult?, levels: [FairnessLevel], mustReach: Bool
  ) throws(EngineFailure) -> TierStack.End {
    if name == fairness.name {
      if let known, stack.record(known, of: fairness.groups, levels: levels) { return .proven }
      return try solve(name)
    }
    let tier = objective(name)
    if let known, let plan = try plan(reaching: known, in: tier) {
      stack.record(tier, plan, bound: known.bound, isProven: true)
      return .proven
    }
    if mustReach, known != nil, let found = try soon(tier) {
      let bound = tier.trivialBound(in: formulation.program)
      stack.record(tier, found, bound: bound, isProven: false)
      return .stopped
    }
    return try solve(name)
  }

  mutating func solve(_ name: String) throws(EngineFailure) -> TierStack.End {
    try solve(
      name, gap: options.gap, of: [TrainingGoal.trained, .firstVisits, .cost, .months])
  }

  /// A plan that is as good in a tier as a relaxation says it can be, where one is
  /// soon found.
  private mutating func plan(
    reaching known: TierResult, in tier: Tier
  ) throws(EngineFailure) -> Assignment? {
    if let plan = stack.incumbent.map({ stack.rated($0, tier) }),
      !tier.sense.prefers(known.value, to: plan.objective)
    {
      return plan
    }
    var trial = stack
    // Time for making the plan better has to be left.
    trial.clock = clock.ending(after: 0.25)
    trial.incumbent = nil
    trial.hold(tier, at: known.value)
    let any = Tier(name: tier.name, sense: .minimize, terms: [])
    guard case .found(let plan, _, _) = try trial.cutAndSearch(for: any, nodes: nodesOfTrial)
    else { return nil }
    return stack.rated(plan, tier)
  }

  /// A plan that is better in a tier than the one there is, where one is soon found,
  /// or else that one: what is best among some of the sessions bounds nothing.
  private mutating func soon(_ tier: Tier) throws(EngineFailure) -> Assignment? {
    guard stack.incumbent != nil else { return nil }
    stack.clock = clock.ending(after: 0.25)
    let answer = try stack.cutAndSearch(for: tier, nodes: nodesOfTrial, gap: options.gap)
    stack.clock = clock
    guard case .found(let plan, _, _) = answer else { return nil }
    return plan
  }

  /// Nodes that looking for a plan is worth that need not exist: fewer, the more
  /// columns there are.
  private var nodesOfTrial: Int {
    min(200, max(10, 2_000_000 / max(1, formulation.program.columnCount)))
  }

  /// Makes the plan better goal by goal, each for a while, whether or not it is
  /// known to be best.
  ///
  /// - Parameter names: The goals in order.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func improve(_ names: [String]) throws(EngineFailure) {
    for (position, name) in names.enumerated() {
      stack.clock = clock.ending(after: 1 / Double(names.count - position))
      if name == TrainingGoal.fairness.rawValue {
        _ = try stack.solveLeximin(name, formulation.fairnessGroups, mostNodes: nodesOfTrial)
        continue
      }
      let tier = objective(name)
      let answer = try stack.cutAndSearch(
        for: tier, nodes: nodesOfTrial, gap: options.gap)
      guard case .found(let plan, _, _) = answer else {
        reportUnsolved(name)
        continue
      }
      stack.record(tier, plan, bound: tier.trivialBound(in: formulation.program), isProven: false)
    }
    stack.clock = clock
  }

  /// Tells what the plan is worth in the tiers that were not solved.
  mutating func reportUnsolved(_ names: [String]) {
    for name in names.dropFirst(stack.tiers.count) { reportUnsolved(name) }
  }

  /// Whether the plan is better than that of another run, goal by goal.
  ///
  /// - Parameters:
  ///   - other: A run over the same year; any plan is better than none.
  ///   - names: The goals in order.
  /// - Returns: Whether it is.
  func isBetter(than other: TrainingRun?, by names: [String]) -> Bool {
    guard let plan = stack.incumbent else { return false }
    guard let other, let known = other.stack.incumbent else { return true }
    for name in names {
      if name == TrainingGoal.fairness.rawValue {
        let shares = stack.shares(of: formulation.fairnessGroups)
        let others = other.stack.shares(of: other.formulation.fairnessGroups)
        if shares != others { return others.lexicographicallyPrecedes(shares) }
      } else {
        let tier = objective(name)
        let value = stack.rated(plan, tier).objective
        let reached = other.stack.rated(known, other.objective(name)).objective
        if value != reached { return tier.sense.prefers(value, to: reached) }
      }
    }
    return false
  }

  /// Finds bounds of the goals that come after one in which a plan is not as good as this
  /// relaxation.
  ///
  /// That goal and those before it are held at what the plan reaches: whatever the best
  /// plan is, it is as good in them, so no later goal is better than the linear relaxation
  /// then allows. The later goals are not: the best plan may be worse in one of them for
  /// the sake of one before it.
  ///
  /// - Parameters:
  ///   - plan: A run over some of the sessions, with a plan.
  ///   - names: The goals in order.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func boundLaterGoals(
    of plan: TrainingRun, _ names: [String]
  ) throws(EngineFailure) {
    guard let incumbent = plan.stack.incumbent else { return }
    var relaxed = TierStack(formulation.program, clock: clock)
    var isLater = false
    for name in names {
      let known = stack.tiers.first { $0.name == name }
      if name == TrainingGoal.fairness.rawValue {
        // Left open, which only makes the bounds weaker.
        let shares = plan.stack.shares(of: plan.formulation.fairnessGroups)
        if shares != known?.shares { isLater = true }
        continue
      }
      let tier = objective(name)
      let value = plan.stack.rated(incumbent, plan.objective(name)).objective
      if isLater {
        let bound = try relaxed.relaxedBound(of: tier)
        // Neither end of the numbers is a bound: nothing was found out.
        guard bound != .max, bound != .min else { return }
        laterBounds[name] = bound
        continue
      }
      relaxed.hold(tier, at: value)
      if known.map({ tier.sense.prefers($0.value, to: value) }) ?? true { isLater = true }
    }
  }

  /// Whether every tier is as good as a relaxation says it can be.
  func reaches(_ relaxation: TrainingRun) -> Bool {
    zip(stack.tiers, relaxation.stack.tiers).allSatisfy { isAsGood($0, as: $1) }
  }

  /// Leaves open only when and where what a coarser run decided takes place.
  mutating func follow(_ coarse: TrainingRun) {
    guard let plan = coarse.stack.incumbent else { return }
    for (terms, value) in formulation.sums(following: plan, of: coarse.formulation) {
      stack.program.addRow(
        named: "follow", terms: terms, lower: value, upper: value,
        origin: Origin(rule: "follow"))
    }
  }

  /// Sessions of each class that the formulation was made from, in the patterns that
  /// some who are like its members join.
  var usedSessions: [Set<Int>] {
    var used = [Set<Int>](repeating: [], count: formulation.classes.count)
    guard let plan = stack.incumbent else { return used }
    for (pattern, columns) in zip(formulation.patterns, formulation.joins) {
      for (join, column) in zip(pattern.joins, columns) where plan[column] > 0 {
        used[join.group].formUnion(pattern.sessions)
      }
    }
    return formulation.positions.map { used[$0] }
  }

  /// Takes over the plan of a run over the same sessions or fewer.
  mutating func start(from other: TrainingRun) {
    guard let plan = other.stack.incumbent else { return }
    let values =
      other.formulation.resolution == formulation.resolution
        && other.formulation.program.columnCount == formulation.program.columnCount
      ? Array(plan.values.prefix(formulation.program.columnCount))
      : formulation.values(of: plan, in: other.formulation)
    let found = Assignment(values: values, objective: 0)
    if formulation.program.violations(of: found).isEmpty { stack.incumbent = found }
  }

  /// Takes over the seats of sessions that were placed one by one, or as many of them
  /// as rules leave that look at several sessions.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func start(from placement: SessionPlacement) throws(EngineFailure) {
    var seats: [Int: [Int: Int64]] = [:]
    for draft in placement.drafts {
      for (group, count) in draft.seats {
        seats[draft.number, default: [:]][group, default: 0] += Int64(count)
      }
    }
    var trial = stack
    for (pattern, columns) in zip(formulation.patterns, formulation.joins) {
      for (join, column) in zip(pattern.joins, columns) {
        let count = seats[pattern.sessions[0]]?[join.group] ?? 0
        let upper = trial.program.bounds(of: column).upper ?? count
        trial.program.setBounds(of: column, lower: 0, upper: min(upper, count))
      }
    }
    let trained = objective(TrainingGoal.trained.rawValue)
    guard case .found(let seated, _, _) = try trial.best(for: trained, gap: 0.01) else { return }
    for column in formulation.joins.joined() {
      trial.program.setBounds(of: column, lower: seated[column], upper: seated[column])
    }
    trial.incumbent = seated
    // Which countries are in a session is what the seats say.
    let mixing = objective(TrainingGoal.mixing.rawValue)
    guard case .found(let plan, _, _) = try trial.best(for: mixing, gap: 0) else { return }
    if formulation.program.violations(of: plan).isEmpty { stack.incumbent = plan }
  }

  /// The plan and its tiers.
  ///
  /// A run that was stopped may know a plan by columns that understate it, such as
  /// a country that is in a session and not counted there; its tiers are worth what
  /// the plan is.
  func outcome(_ status: DispatchOutcome.Status) -> TrainingOutcome {
    let plan = stack.incumbent.map { formulation.plan(of: $0) }
    var tiers = stack.tiers.filter { $0.name != DispatchRun.anyPlan }
    if status == .feasible, let plan {
      tiers = self.tiers(
        verifyTraining(
          plan, in: formulation.eligibility.year, hosting: formulation.eligibility.hosting,
          baseline: options.baseline?.attendances
        ).tiers)
    }
    return TrainingOutcome(status: status, plan: plan, tiers: tiers, levels: stack.levels)
  }

  /// The outcome of a run that knows of fewer sessions than there are.
  ///
  /// What is best among those bounds nothing, so the bounds are those of a
  /// relaxation of everything: of each tier as long as those before it are as good
  /// as there, and after that what its columns allow.
  func outcome(
    _ status: DispatchOutcome.Status, boundedBy relaxation: TrainingRun
  ) -> TrainingOutcome {
    var outcome = outcome(status)
    var reachesBounds = true
    for (index, tier) in outcome.tiers.enumerated() {
      let known = relaxation.stack.tiers.first { $0.name == tier.name }
      let objective = relaxation.objective(tier.name)
      if reachesBounds, let known {
        outcome.tiers[index].bound =
          tier.isLeast ? min(known.bound, tier.value) : max(known.bound, tier.value)
      } else {
        outcome.tiers[index].bound =
          tier.shares != nil
          ? 10_000
          : relaxation.laterBounds[tier.name]
            ?? objective.trivialBound(in: relaxation.formulation.program)
        let bound = outcome.tiers[index].bound
        outcome.tiers[index].bound =
          tier.isLeast ? min(bound, tier.value) : max(bound, tier.value)
      }
      reachesBounds = reachesBounds && isAsGood(tier, as: known)
      outcome.tiers[index].isVectorProven =
        tier.shares == nil || reachesBounds && known?.isVectorProven ?? false
    }
    return outcome
  }

  /// Groups that must train and have no session.
  var groupsWithoutSession: [TrainingObstacle] {
    formulation.obligedClasses.map { formulation.classes[$0.index] }
      .filter(\.sessions.isEmpty).flatMap { $0.groups.map { .noSession($0) } }
  }

  /// What keeps the year from having a plan: groups that must train and have no
  /// session; or else the fewest people of such groups that have to be left out;
  /// nothing when time ends before that is known.
  func obstacles() throws(EngineFailure) -> [TrainingObstacle] {
    let obliged = formulation.obligedClasses
    if !groupsWithoutSession.isEmpty { return groupsWithoutSession }
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
    switch try relaxed.best(for: seated, gap: 0) {
    // With nobody obliged only quotas ask for anything.
    case .infeasible: return [.quotas]
    case .found(let plan, _, isProven: true):
      let joined = Set(formulation.plan(of: plan).attendances.map(\.group))
      let left = obliged.flatMap { formulation.classes[$0.index].groups }
        .filter { !joined.contains($0) }
      return [.noRoom(left)]
    // Time ended first: nothing is said that is not known.
    case .found, .nothing: return []
    }
  }
}
