// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Wording

/// The search for the best assignment of one tier when triples are too many to
/// hand to GLPK at once: bound by column generation, plan by diving and
/// neighbourhoods solved exactly, then branch and price, then what is left.
struct PricedSearch: ~Copyable {
  let formulation: DispatchFormulation
  var program: IntegerProgram
  var tier: Tier
  /// Columns to decide in a dive, in stages: switches first, then seats.
  let stages: [[Int]]
  /// Columns to branch on, counts before what they count.
  let branchingColumns: [Int]
  /// How far from the best is near enough, relative to its value.
  var gap: Double
  /// Whether the first nodes are searched as if no gap were enough.
  var triesExactly = false
  var clock: RunClock
  var master: RestrictedMaster
  /// No plan is better than this.
  var bound: Double
  /// Prices of the rows at which the root's bound holds.
  var prices: [Double] = []
  /// The bound that these prices prove; later steps may know a better one.
  var boundAtPrices: Double
  /// The node of the search at which the master stands; the root has no limits.
  var node = Node(bound: .nan)
  var pseudoCosts: [Int: PseudoCost] = [:]
  /// A bound that was proven elsewhere.
  var known: Double?
  /// Whether it is proven that there is no plan.
  var isInfeasible = false
  var best: Assignment?
  /// A plan that is no better is of no use; nothing where the best itself is asked for.
  var threshold: Int64?
  let slotOfTriple: [Int32]
  /// The best bound of nodes that were given up.
  var unresolved: Double?
  /// Nodes that branching has left; none before it began.
  var open: [Node]?
  /// Whether nodes in which nothing better was found are kept.
  var keepsLeaves = false
  /// Columns that are tried out at one of the first nodes.
  var mostTrials = 16
  /// Whether the choice of triples that are priced is not branching's own.
  var keepsPromising = false
  /// Prices at which relaxations were solved since this was emptied, the first few.
  private(set) var seenPrices: [[Double]] = []
  /// How many relaxations were solved since this was set.
  var solvedRelaxations = 0
  /// The row that gives each applicant at most one post, −1 for none; only where a search is
  /// kept for questions.
  var rowsOfApplicants: [Int] = []
  /// Nodes that fell into others, while nodes are kept.
  var parents: [Node] = []
  /// How many nodes there were beside the root.
  var nodeCount = 0
  /// The node whose relaxation was the best plan.
  var nodeOfBest: Node?
  /// These nodes; with those that are open they hold every plan.
  var leaves: [Node] = []
  /// The value of the plan from which `close` was tried last.
  var closedFrom: Int64?
  /// The basis at which the root's relaxation was solved.
  private(set) var rootBasis: Basis?

  init(
    _ formulation: DispatchFormulation, program: IntegerProgram, tier: Tier, stages: [[Int]],
    gap: Double, clock: RunClock, start: Assignment?, startPrices: [Double]? = nil
  ) throws(EngineFailure) {
    let triples = formulation.tripleColumns
    var master = try RestrictedMaster(
      program, tier, triples: triples, columns: TripleColumns(program, triples: triples))
    try master.add(firstTriples(of: formulation, and: start, at: startPrices))
    if let start {
      master.start(at: start, prices: startPrices, applicants: formulation.triples.applicants)
    }
    self.master = master
    self.formulation = formulation
    self.program = program
    self.tier = tier
    self.stages = stages
    self.gap = gap
    self.clock = clock
    best = start
    bound = tier.sense == .maximize ? .infinity : -.infinity
    boundAtPrices = bound
    slotOfTriple = formulation.triples.slots
    branchingColumns =
      formulation.fairnessGroups.map(\.column.index) + formulation.peopleCounts.map(\.index)
      + stages.flatMap { $0 }
  }

  mutating func price(
    _ method: SimplexMethod, nearEnough: Double, rounds: Int = .max, cutoff: Int64? = nil,
    iterations: Int? = nil
  ) throws(EngineFailure) -> PricingEnd {
    let end = try master.price(
      method, ofApplicant: formulation.triples.ofApplicant, ofTripleSlot: slotOfTriple,
      slotCount: formulation.eligibility.slots.count, nearEnough: nearEnough, rounds: rounds,
      cutoff: cutoff, iterations: rootBasis == nil ? nil : iterations ?? mostIterations,
      clock: clock, tier: tier.name)
    solvedRelaxations += 1
    if end.reason == .stopped { restoreBasis() }
    if keepsPromising, !end.prices.isEmpty, seenPrices.count < Self.mostSeenPrices {
      seenPrices.append(end.prices)
    }
    return end
  }

  private static var mostSeenPrices: Int { 4 }

  /// Forgets at which prices relaxations were solved.
  mutating func forgetPrices() { seenPrices = [] }

  /// Simplex iterations after which a changed relaxation is given up: from the
  /// basis before it takes hundreds, and stalls for minutes where it does not.
  private var mostIterations: Int { max(2_000, program.rowCount / 4) }

  /// Goes back to the basis of the root; triples added since are at zero.
  mutating func restoreBasis() {
    if let rootBasis { restore(rootBasis) }
  }

  mutating func restore(_ basis: Basis) {
    let added = master.columnCount - basis.columns.count
    master.linear.setBasis(
      rows: basis.rows, columns: basis.columns + Array(repeating: .atLower, count: added))
  }

  /// What a plan has to be better than to matter; nothing where any does.
  var valueToBeat: Int64? {
    guard let threshold else { return best?.objective }
    return best.map { isOfUse($0) ? $0.objective : threshold } ?? threshold
  }

  /// Whether a plan is better than the threshold, if there is one.
  func isOfUse(_ plan: Assignment) -> Bool {
    threshold.map { tier.sense.prefers(plan.objective, to: $0) } ?? true
  }

  /// Whether value and bound are as near as was asked.
  var isProven: Bool {
    guard let best else { return false }
    return isNear(bound, best)
  }

  /// Whether there is a plan, more to gain, and time.
  var mayImprove: Bool { best != nil && !isProven && !clock.isOver }

  /// Whether a bound is as near to the best plan's value as was asked.
  func isNear(_ bound: Double, _ best: Assignment) -> Bool {
    let whole = wholeBound(bound, tier.sense)
    let distance = abs(Double(whole) - Double(best.objective))
    let isReached =
      tier.sense == .maximize ? whole <= best.objective : whole >= best.objective
    return isReached || distance <= gap * max(1, abs(Double(best.objective)))
  }

  /// Runs the search to its end.
  ///
  /// - Parameters:
  ///   - seats: Seats in each slot that are known to keep every row without
  ///     triples, for a first plan.
  ///   - parts: The structure's parts with what they hold.
  /// - Returns: The best assignment with its bound.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func run(
    seats: [Int64]? = nil, parts: [(part: StructurePart, stack: TierStack)] = []
  ) throws(EngineFailure) -> TierStack.Answer {
    // From no basis at all the primal method took an eighth of the dual's steps on peak-2018.
    let root = try price(.primal, nearEnough: 1e-6)
    boundAtPrices = root.bound
    prices = root.prices
    bound = root.bound
    if let known { bound = tier.sense == .maximize ? min(bound, known) : max(bound, known) }
    if root.reason == .infeasible { return .infeasible }
    if root.reason == .stopped { return ending() }
    rootBasis = master.linear.basis()
    tell("linear relaxation")
    guard formulation.triples.isComplete else { return try runOverChoice(root) }
    if let seats, best == nil {
      try fill(seats)
      tell("the counts' own seats filled")
    }
    let enough = gap
    if triesExactly { gap = 0 }
    if mayImprove {
      try branch(nodes: Self.firstNodes)
      tell("branching")
      restoreBasis()
    }
    gap = enough
    if mayImprove {
      try roundSeats(root)
      tell("seats of the relaxation")
    }
    if mayImprove {
      try searchMaster(root)
      tell("triples of the relaxation")
    }
    if mayImprove { try close() }
    if mayImprove { try followPrices(parts, steps: 40) }
    if mayImprove { try close() }
    if !isProven && !clock.isOver {
      try dive()
      tell("dive")
    }
    if mayImprove { try close() }
    if !isProven && !clock.isOver { try branch(nodes: 4_000, isDiving: true) }
    if isInfeasible { return .infeasible }
    if mayImprove { try improve(rounds: [(0, true)]) }
    let wide = [(1, true), (0, false), (1, false), (2, true)]
    if mayImprove { try improve(rounds: wide) }
    if mayImprove { try close() }
    return ending()
  }

  /// Nodes that are worth trying before anything else.
  private static var firstNodes: Int { 60 }

  /// Whether the tier counts who reaches a level of fairness.
  var isAboutLevels: Bool {
    tier.terms.contains { $0.column.index >= formulation.tripleColumns.upperBound }
  }

  func tell(_ step: Sentence) {
    clock.tell(
      tier: tier.name, step: step, value: best?.objective,
      bound: bound.isFinite ? wholeBound(bound, tier.sense) : nil, columns: master.columnCount)
  }

  func ending() -> TierStack.Answer {
    guard let best else { return .nothing }
    let whole = bound.isFinite ? wholeBound(bound, tier.sense) : tier.trivialBound(in: program)
    let reached =
      tier.sense == .maximize ? max(whole, best.objective) : min(whole, best.objective)
    return .found(best, bound: reached, isProven: isProven)
  }

  /// Takes an assignment over as the best if it is better and keeps every row.
  mutating func offer(_ assignment: Assignment) {
    if let best, !tier.sense.prefers(assignment.objective, to: best.objective) { return }
    guard program.violations(of: assignment, tier: tier).isEmpty else { return }
    best = assignment
  }

  /// Solves a part of the program exactly and offers the result.
  ///
  /// - Parameters:
  ///   - values: What columns that are not free keep.
  ///   - free: Whether each column is free.
  ///   - limits: Narrower bounds of free columns.
  ///   - start: An assignment to begin with; without it only better ones than the
  ///     best are looked for.
  ///   - nodes: Most nodes of the search.
  ///   - gap: Relative distance from the part's own bound that is near enough.
  ///   - isAtBasis: Whether the search begins at the master's basis; it does once
  ///     there is a plan.
  /// - Returns: Whether the part was solved to its end.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func solvePart(
    keeping values: [Int64], free: [Bool],
    within limits: [(column: Int, lower: Double, upper: Double)] = [], start: Assignment?,
    nodes: Int, gap: Double = 0, isAtBasis: Bool = false
  ) throws(EngineFailure) -> Bool {
    var program = program
    for limit in limits where free[limit.column] {
      program.setBounds(
        of: Column(index: limit.column), lower: limit.lower.isFinite ? Int64(limit.lower) : nil,
        upper: limit.upper.isFinite ? Int64(limit.upper) : nil)
    }
    let part = Subprogram(
      of: program, tier, keeping: values, free: free, triples: formulation.tripleColumns)
    var settings = clock.limits
    settings.nodeLimit = nodes
    settings.relativeGap = gap
    settings.start = start.map { part.part(of: $0) }
    if start == nil { settings.cutoff = best?.objective }
    let outcome: SolveOutcome
    do {
      var solver = GLPKSolver()
      solver.tuning.branching = .last
      if best != nil || isAtBasis { solver.bases = master.basis(of: part) }
      outcome = try clock.search(
        part.program, tier: part.tier, settings: settings, by: solver)
    } catch {
      return false
    }
    if let assignment = outcome.assignment { offer(part.expanded(assignment)) }
    switch outcome {
    case .optimal, .infeasible, .nothingBetter: return true
    case .stopped, .infeasibleOrUnbounded: return false
    }
  }
}

/// The triples of highest points of each slot and each applicant, less what the
/// applicants' places are worth if that is known, and those of a plan.
func firstTriples(
  of formulation: DispatchFormulation, and plan: Assignment?, at prices: [Double]?
) -> [Int] {
  let triples = formulation.triples
  func gain(_ position: Int) -> Int64 {
    let price = prices.map { Int64($0[Int(triples.applicants[position])]) } ?? 0
    return Int64(triples.points[position]) - price
  }
  func best(_ positions: some Sequence<Int>, _ count: Int) -> [Int] {
    var found: [(gain: Int64, position: Int)] = []
    for position in positions {
      let gain = gain(position)
      if found.count == count, let last = found.last, gain <= last.gain { continue }
      if found.count == count { found.removeLast() }
      let place = found.firstIndex { $0.gain < gain } ?? found.count
      found.insert((gain, position), at: place)
    }
    return found.map(\.position)
  }
  var chosen: Set<Int> = []
  for slot in triples.ofSlot { chosen.formUnion(best(slot.lazy.map { Int($0) }, 5)) }
  for range in triples.ofApplicant { chosen.formUnion(best(range, 2)) }
  if let plan {
    for (position, column) in formulation.tripleColumns.enumerated()
    where plan.values[column] != 0 {
      chosen.insert(position)
    }
  }
  return chosen.sorted()
}
