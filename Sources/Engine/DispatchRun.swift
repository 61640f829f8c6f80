// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

/// One run: which tiers there are, and which way they are solved.
struct DispatchRun {
  let formulation: DispatchFormulation
  let options: DispatchOptions
  let clock: RunClock
  /// The formulation's program with what is held.
  var stack: TierStack
  /// Seats in each slot that keep every row of the structure.
  var countedSeats: [Int64]?
  /// How the seats of the first plan were chosen, and for which tier.
  var seatPricing: (tier: String, result: SeatPricing.Result)?
  /// Where the search of the last goal is kept for later questions.
  var keeper: SearchKeeper?
  /// The structure's parts, each with the tiers it holds.
  var countedParts: [(part: StructurePart, stack: TierStack)] = []
  /// How the parts' counts are held, while a search is kept and the parts are all
  /// there is to the counts.
  var counts: HeldCounts?
  /// What the certificate is made from once there is a plan, and who makes it.
  var certificateSource: CertificateSource?
  var certificateTask: BackgroundTask<[TierPrices]>?

  init(_ formulation: DispatchFormulation, options: DispatchOptions, clock: RunClock) {
    self.formulation = formulation
    self.options = options
    self.clock = clock
    stack = TierStack(formulation.program, clock: clock)
  }

  mutating func solve() throws(EngineFailure) -> DispatchOutcome {
    var names = DispatchFormulation.tierNames(
      of: formulation.year, hasBaseline: options.baseline != nil)
    if names.isEmpty { names = [Self.anyPlan] }
    return try solve(names)
  }

  /// Solves tiers in the order given, in the way that suits the year's size.
  mutating func solve(_ names: [String]) throws(EngineFailure) -> DispatchOutcome {
    let count = formulation.triples.count
    if Self.areAboutStability(names) { return try solveStable(names) }
    guard formulation.triples.isComplete else { return try solveLarge(names) }
    if count <= options.mostTriplesForGLPK { return try solveWhole(names) }
    let outcome = try solveLarge(names)
    let isKnown = outcome.status == .optimal || outcome.status == .infeasible
    if isKnown || count > options.mostTriplesToRetry || clock.isOver { return outcome }
    let best = stack.incumbent.map { Array($0.values.prefix(formulation.program.columnCount)) }
    keeper = nil
    counts = nil
    stack = TierStack(formulation.program, clock: clock)
    stack.incumbent = best.map { Assignment(values: $0, objective: 0) }
    return try solveWhole(names)
  }

  /// The name of the tier that asks for nothing but a plan.
  static let anyPlan = "any plan"

  /// Gives each tier to GLPK with all triples.
  mutating func solveWhole(_ names: [String]) throws(EngineFailure) -> DispatchOutcome {
    for (position, name) in names.enumerated() {
      let end =
        name.hasPrefix("fairness")
        ? try stack.solveLeximin(name, groups(of: name))
        : try stack.solve(objective(name), gap: gap(of: name))
      switch end {
      case .proven: continue
      case .infeasible:
        return DispatchOutcome(status: .infeasible, nearest: try nearestPlan())
      case .nothing: return DispatchOutcome(status: .unknown)
      case .stopped: return try unfinished(after: names[(position + 1)...])
      }
    }
    return outcome(.optimal)
  }

  func outcome(_ status: DispatchOutcome.Status) -> DispatchOutcome {
    DispatchOutcome(
      status: status, placements: placements(),
      tiers: stack.tiers.filter { $0.name != Self.anyPlan }, levels: stack.levels)
  }

  /// The outcome of a run that stopped with a plan before some tiers.
  mutating func unfinished(after rest: ArraySlice<String>) throws(EngineFailure) -> DispatchOutcome
  {
    if !Self.aboutChoices.isDisjoint(with: rest) { try settleChoices(rest) }
    for name in rest {
      if name.hasPrefix("fairness") {
        stack.reportShares(
          name, groups(of: name), boundOfWorst: 10_000, isProven: false)
      } else {
        stack.reportUnsolved(objective(name))
      }
    }
    return outcome(.feasible)
  }

  /// Goals about columns that no placement settles by itself, such as how much of a
  /// penalty is paid.
  private static var aboutChoices: Set<String> {
    [Goal.penalties, .moved, .dropped, .blockingPairs].reduce(into: []) { $0.insert($1.rawValue) }
  }

  /// Gives goals that were not reached the values that the best plan's placements have in
  /// them: a search leaves columns that its own goal does not look at anyhow.
  ///
  /// With every triple fixed that takes no time worth limiting.
  private mutating func settleChoices(_ rest: ArraySlice<String>) throws(EngineFailure) {
    guard let incumbent = stack.incumbent else { return }
    var trial = TierStack(stack.program, clock: RunClock(DispatchOptions()))
    trial.incumbent = incumbent
    for column in formulation.tripleColumns {
      let value = incumbent.values[column]
      trial.program.setBounds(of: Column(index: column), lower: value, upper: value)
    }
    for name in rest where Self.aboutChoices.contains(name) {
      _ = try trial.solve(objective(name), gap: 0)
    }
    stack.incumbent = trial.incumbent
  }

  func groups(of name: String) -> [FairnessGroup] {
    formulation.fairnessGroups.filter { $0.tier == name }
  }

  func objective(_ name: String) -> Tier {
    formulation.objectives[name] ?? Tier(name: name, sense: .minimize, terms: [])
  }

  func gap(of name: String) -> Double {
    name == Goal.points.rawValue || name == Goal.weighted.rawValue ? options.gap : 0
  }

  /// The placements of the best plan, sorted by applicant.
  func placements() -> [Placement] {
    stack.incumbent.map { placements(of: $0) } ?? []
  }

  /// The placements of a plan, sorted by applicant.
  func placements(of plan: Assignment) -> [Placement] {
    (0..<formulation.triples.count).compactMap { triple in
      guard plan[formulation.column(ofTriple: triple)] == 1 else { return nil }
      let slot = formulation.eligibility.slots[Int(formulation.triples.slots[triple])]
      return Placement(
        applicant: Int(formulation.triples.applicants[triple]),
        post: formulation.eligibility.posts[slot.post], cohort: slot.cohort)
    }
  }
}
