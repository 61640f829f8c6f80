// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Programme

/// One run: the program as it grows by the tiers that are held, the best plan,
/// and what has been proven.
struct DispatchRun {
  let formulation: DispatchFormulation
  let options: DispatchOptions
  let clock: RunClock
  /// The formulation's program, and a row for each tier that is held.
  var program: IntegerProgram
  /// Whether the program has no triples.
  var isOverStructure = false
  /// Switches of fairness levels, added behind the formulation's columns.
  var levelColumns: [Column] = []
  /// The best plan, as values of the program's columns.
  var incumbent: Assignment?
  var tiers: [TierResult] = []
  var levels: [FairnessLevel] = []

  init(_ formulation: DispatchFormulation, options: DispatchOptions, clock: RunClock) {
    self.formulation = formulation
    self.options = options
    self.clock = clock
    program = formulation.program
  }

  /// How solving one tier ended.
  enum TierEnd {
    case proven
    /// Stopped at a limit; the tier's result has its true bound.
    case stopped
    case infeasible
    /// Stopped before there was a plan.
    case nothing
  }

  /// A run over the formulation's structure alone: its values are bounds.
  init(structureOf run: DispatchRun) {
    formulation = run.formulation
    options = run.options
    clock = run.clock
    program = run.formulation.structure
    isOverStructure = true
  }

  mutating func solve() throws(EngineFailure) -> DispatchOutcome {
    let names = DispatchFormulation.tierNames(
      of: formulation.year, hasBaseline: options.baseline != nil)
    if formulation.triples.count > Self.mostTriplesForGLPK { return try solveLarge(names) }
    var status = DispatchOutcome.Status.optimal
    for (position, name) in names.enumerated() {
      let end = try solveTier(name)
      switch end {
      case .proven: continue
      case .infeasible:
        return DispatchOutcome(status: .infeasible, nearest: try nearestPlan())
      case .nothing: return DispatchOutcome(status: .unknown)
      case .stopped:
        status = .feasible
        try reportUnsolved(names[(position + 1)...])
      }
      break
    }
    if names.isEmpty {
      switch try solveTier(Tier(name: "any plan", sense: .minimize, terms: [])) {
      case .proven, .stopped: tiers = []
      case .infeasible: return DispatchOutcome(status: .infeasible, nearest: try nearestPlan())
      case .nothing: return DispatchOutcome(status: .unknown)
      }
    }
    return DispatchOutcome(
      status: status, placements: placements(), tiers: tiers, levels: levels)
  }

  mutating func solveTier(_ name: String) throws(EngineFailure) -> TierEnd {
    if name.hasPrefix("fairness") { return try solveFairness(name) }
    guard var tier = formulation.objectives[name] else {
      throw EngineFailure("There is no objective for the tier \(name).")
    }
    if isOverStructure {
      tier.terms.removeAll { $0.column.index >= formulation.firstTripleColumn }
    }
    return try solveTier(tier)
  }

  /// Solves a tier with one linear objective, and holds its value.
  private mutating func solveTier(_ tier: Tier) throws(EngineFailure) -> TierEnd {
    let gap = tier.name == "points" || tier.name == "weighted" ? options.gap : 0
    let answer = try best(for: tier, gap: gap)
    switch answer {
    case .infeasible: return .infeasible
    case .nothing: return .nothing
    case .found(let assignment, let bound, let isProven):
      incumbent = assignment
      tiers.append(TierResult(name: tier.name, value: assignment.objective, bound: bound))
      program.hold(tier, at: assignment.objective)
      clock.tell(
        tier: tier.name, step: isProven ? "proven" : "stopped", value: assignment.objective,
        bound: bound)
      return isProven ? .proven : .stopped
    }
  }

  /// What was found out about one linear objective.
  enum Answer {
    /// The bound is on the far side of the value or equal to it.
    case found(Assignment, bound: Int64, isProven: Bool)
    case infeasible
    case nothing
  }

  /// Finds the best assignment for an objective under everything held so far.
  func best(for tier: Tier, gap: Double) throws(EngineFailure) -> Answer {
    try solveWhole(program, tier, gap: gap)
  }

  /// Gives a whole program to GLPK.
  func solveWhole(
    _ program: IntegerProgram, _ tier: Tier, gap: Double
  ) throws(EngineFailure) -> Answer {
    var settings = SolveOptions()
    settings.timeLimit = clock.remaining
    settings.relativeGap = gap
    settings.isCancelled = options.isCancelled
    if let incumbent {
      settings.start = Assignment(
        values: incumbent.values, objective: Int64(program.value(of: tier, at: incumbent.values)))
    }
    let outcome: SolveOutcome
    do {
      outcome = try GLPKSolver().solve(program, tier: tier, options: settings)
    } catch {
      throw EngineFailure("The tier \(tier.name) could not be solved: \(error)")
    }
    switch outcome {
    case .optimal(let assignment):
      return .found(assignment, bound: assignment.objective, isProven: true)
    case .stopped(let limit, let best, let bound):
      guard let best else { return .nothing }
      let proven = bound.map { wholeBound($0, tier.sense) } ?? tier.farthest
      return .found(
        best,
        bound: tier.sense == .maximize ? max(proven, best.objective) : min(proven, best.objective),
        isProven: limit == .gap)
    case .infeasible, .infeasibleOrUnbounded, .nothingBetter:
      return .infeasible
    }
  }

  /// The placements of the best plan, sorted by applicant.
  func placements() -> [Placement] {
    incumbent.map { placements(of: $0.values, in: formulation) } ?? []
  }

  func placements(of values: [Int64], in formulation: DispatchFormulation) -> [Placement] {
    (0..<formulation.triples.count).compactMap { triple in
      guard values[formulation.column(ofTriple: triple).index] == 1 else { return nil }
      let slot = formulation.eligibility.slots[Int(formulation.triples.slots[triple])]
      return Placement(
        applicant: Int(formulation.triples.applicants[triple]),
        post: formulation.eligibility.posts[slot.post], cohort: slot.cohort)
    }
  }
}

/// A bound in whole numbers: the objective of a plan is whole, so a bound of
/// 7.3 on a maximum is one of 7. A little is given away to rounding errors.
func wholeBound(_ bound: Double, _ sense: Sense) -> Int64 {
  let slack = 1e-6 * max(1, abs(bound))
  let whole =
    sense == .maximize ? (bound + slack).rounded(.down) : (bound - slack).rounded(.up)
  return Int64(max(-9e18, min(9e18, whole)))
}

extension Tier {
  /// A bound that says nothing.
  fileprivate var farthest: Int64 { sense == .maximize ? .max : .min }
}
