// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
package import Programme
internal import Wording

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
  let eligibility = TrainingEligibility(year, hosting: hosting)
  return try TrainingSearch(eligibility, options: options, clock: clock).run()
}

/// A class in a session.
private struct Seat: Hashable {
  let session: Int
  let group: Int

  init(_ session: Int, _ group: Int) {
    self.session = session
    self.group = group
  }
}

/// The search for the best plan of a year.
///
/// Coarse formulations say how good it can be at best and which groups go where
/// roughly; one that tells every session apart, but knows of nothing else, makes a
/// plan of that. Where the plan is as good as the bounds, it is proven; otherwise
/// time is looked at more closely.
struct TrainingSearch {
  let eligibility: TrainingEligibility
  let classes: [TrainingClass]
  let options: TrainingOptions
  let clock: RunClock
  /// The tiers' names in order.
  let names: [String]

  init(_ eligibility: TrainingEligibility, options: TrainingOptions, clock: RunClock) {
    self.eligibility = eligibility
    self.clock = clock
    var options = options
    options.baseline = options.baseline?.kept(by: eligibility.year.training.rules)
    self.options = options
    classes = eligibility.classes(options.baseline)
    let names = TrainingFormulation.tierNames(
      of: eligibility.year, hasBaseline: options.baseline?.hasPlan ?? false)
    self.names = names.isEmpty ? [DispatchRun.anyPlan] : names
  }

  func run() throws(EngineFailure) -> TrainingOutcome {
    var best: TrainingRun?
    var relaxation: TrainingRun?
    for resolution in options.resolutions where resolution != .exact {
      var coarse = run(at: resolution)
      if coarse.formulation.program.columnCount > Self.mostColumns { break }
      if let relaxation, resolution != .year {
        // What a coarser look decided may do as it is: only the days are missing.
        var guided = coarse
        guided.follow(relaxation)
        if try guided.solve(names, relaxation: relaxation) == .proven {
          if let done = try place(guided, as: relaxation, &best) { return done }
          coarse.start(from: guided)
        }
      }
      if resolution == .year, try coarse.solve(Array(names.prefix(1))) == .proven {
        // A plan to fall back on comes before it is known how good one can be.
        best = try placedOneByOne(coarse, isThorough: false)
      }
      // Time for placing its sessions has to be left.
      if resolution == .year { coarse.stack.clock = clock.ending(after: 0.5) }
      let end = try coarse.solve(names, relaxation: relaxation)
      coarse.stack.clock = clock
      switch end {
      case .proven: break
      // What a relaxation does not allow, nothing does.
      case .infeasible:
        guard joins <= mostJoinsOfTrainings else {
          return TrainingOutcome(status: .infeasible, obstacles: coarse.groupsWithoutSession)
        }
        return try exactly(from: nil, relaxation: nil)
      case .stopped, .nothing:
        if resolution == .year, !clock.isOver,
          let placed = try placedOneByOne(coarse, isThorough: true),
          placed.isBetter(than: best, by: names)
        {
          best = placed
        }
        return try finally(from: best, relaxation: relaxation ?? coarse)
      }
      let done =
        resolution == .year
        ? try placeOneByOne(&coarse, &best) : try place(coarse, as: coarse, &best)
      relaxation = coarse
      if let done { return done }
      if clock.isOver { break }
      clock.tell(tier: "sessions", step: "time is looked at more closely")
    }
    return try finally(from: best, relaxation: relaxation)
  }

  /// Pairs of a class and a session that it may join.
  private var joins: Int { classes.reduce(0) { $0 + $1.sessions.count } }

  /// Columns of a formulation whose relaxation takes GLPK longer than anybody waits.
  private static var mostColumns: Int { 60_000 }

  /// The best plan when coarse looks at time do not prove one: the best so far made
  /// better where every session at once is much, and then that of the formulation
  /// that knows of every session, where it fits into memory.
  private func finally(
    from best: TrainingRun?, relaxation: TrainingRun?
  ) throws(EngineFailure) -> TrainingOutcome {
    var best = best
    if let plan = best, plan.stack.incumbent != nil, joins > Self.mostColumns, !clock.isOver {
      var run = TrainingRun(plan.formulation, options: options, clock: clock)
      run.start(from: plan)
      try run.improve(names)
      if run.isBetter(than: plan, by: names) { best = run }
    }
    return joins <= mostJoinsOfTrainings
      ? try exactly(from: best, relaxation: relaxation) : known(best, relaxation)
  }

  /// What is known of a plan by a relaxation; nothing without both.
  private func known(_ plan: TrainingRun?, _ relaxation: TrainingRun?) -> TrainingOutcome {
    guard var plan, plan.stack.incumbent != nil, let relaxation else {
      return TrainingOutcome(status: .unknown)
    }
    plan.reportUnsolved(names)
    return plan.outcome(.feasible, boundedBy: relaxation)
  }

  /// Gives the groups of a coarse plan sessions of their own.
  ///
  /// - Parameters:
  ///   - coarse: The coarse plan.
  ///   - relaxation: What says how good a plan can be.
  ///   - best: The best plan so far, which may become better.
  /// - Returns: The outcome when the plan is as good as it can be.
  /// - Throws: `EngineFailure` when the solver broke.
  private func place(
    _ coarse: TrainingRun, as relaxation: TrainingRun, _ best: inout TrainingRun?
  ) throws(EngineFailure) -> TrainingOutcome? {
    let used = coarse.usedSessions
    var fine = run(at: .exact) { group, session in used[group].contains(session) }
    return try finish(&fine, as: relaxation, &best)
  }

  /// Places the sessions of a plan without time one by one, and gives all groups the
  /// choice between them.
  ///
  /// Who may go anywhere at any time is no help for an exact program; this is.
  private func placeOneByOne(
    _ coarse: inout TrainingRun, _ best: inout TrainingRun?
  ) throws(EngineFailure) -> TrainingOutcome? {
    guard var fine = try placedOneByOne(coarse, isThorough: true) else { return nil }
    // Where nothing finer can bound them, this does.
    if joins > mostJoinsOfTrainings { try coarse.boundLaterGoals(of: fine, names) }
    return try finish(&fine, as: coarse, &best)
  }

  private func placedOneByOne(
    _ coarse: TrainingRun, isThorough: Bool
  ) throws(EngineFailure) -> TrainingRun? {
    guard let plan = coarse.stack.incumbent else { return nil }
    let placement = SessionPlacement.best(
      of: plan, coarse.formulation, classes, isThorough: isThorough
    ) { clock.isOver }
    let over = placement.demands.reduce(0) { sum, demand in
      sum + demand.reduce(0) { $0 + $1.value * coarse.formulation.classes[$1.key].people }
    }
    clock.tell(
      tier: "sessions",
      step: "\(placement.drafts.count) placed one by one, \(over) people are left over")
    let patterns = Dictionary(
      zip(placement.drafts.map(\.number), placement.patterns),
      uniquingKeysWith: { first, _ in first })
    let seated = Set(
      placement.drafts.flatMap { draft in draft.seats.map { Seat(draft.number, $0.group) } })
    // Whoever found no place may have any session there is for them.
    let crowded = placement.crowdedSessions
    var fine = run(at: .exact) { group, session in
      (patterns[session] ?? crowded[session])
        .map { placement.tables.isDemanded(group, in: $0) } ?? false
        || seated.contains(Seat(session, group))
    }
    try fine.start(from: placement)
    return fine
  }

  /// Solves all goals over some of the sessions, as long as none is worse than a
  /// relaxation says it can be.
  private func finish(
    _ fine: inout TrainingRun, as relaxation: TrainingRun, _ best: inout TrainingRun?
  ) throws(EngineFailure) -> TrainingOutcome? {
    let end = try fine.solve(names, relaxation: relaxation, mustReach: true)
    if fine.isBetter(than: best, by: names) { best = fine }
    guard end == .proven, fine.reaches(relaxation) else { return nil }
    return fine.outcome(.optimal, boundedBy: relaxation)
  }

  /// Solves the formulation that knows of every session, from a plan on.
  private func exactly(
    from plan: TrainingRun?, relaxation: TrainingRun?
  ) throws(EngineFailure) -> TrainingOutcome {
    // A plan is only ever made beside a relaxation that bounds it.
    let known = known(plan, relaxation)
    if clock.isOver { return known }
    var run = run(at: .exact)
    if let plan { run.start(from: plan) }
    switch try run.solve(names, relaxation: relaxation) {
    case .proven: return run.outcome(.optimal)
    case .infeasible:
      return TrainingOutcome(status: .infeasible, obstacles: try run.obstacles())
    case .nothing: return known
    case .stopped: return run.outcome(.feasible)
    }
  }

  private func run(
    at resolution: TimeResolution,
    where isUsed: (_ group: Int, _ session: Int) -> Bool = { _, _ in true }
  ) -> TrainingRun {
    let formulation = TrainingFormulation(
      eligibility, classes, baseline: options.baseline, resolution: resolution, where: isUsed)
    clock.tell(
      tier: "sessions", step: "\(formulation.patterns.count) to choose from",
      columns: formulation.program.columnCount)
    return TrainingRun(formulation, options: options, clock: clock)
  }
}
