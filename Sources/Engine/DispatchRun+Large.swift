// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Programme
internal import Wording

extension DispatchRun {
  /// Solves a program with many triples.
  ///
  /// Tiers that ask only how many go where are solved over the structure, where
  /// seats are filled by nobody in particular. That is a relaxation: its values
  /// are bounds, and a plan that reaches all of them proves them. Where people
  /// cannot fill what the structure asks, cuts say so, and it is solved again.
  mutating func solveLarge(_ names: [String]) throws(EngineFailure) -> DispatchOutcome {
    let split = names.firstIndex(where: Self.aboutPeople.contains) ?? names.count
    let counting = Array(names[..<split])
    // A choice of triples cannot tell that there is no plan.
    let isComplete = formulation.triples.isComplete
    let rest = split == names.count ? [Self.anyPlan] : Array(names[split...])
    switch try solveCounts(counting, before: objective(rest[0])) {
    case .proven: break
    case .infeasible where isComplete:
      return DispatchOutcome(status: .infeasible, nearest: try nearestPlan())
    case .stopped: return DispatchOutcome(status: .unknown)
    case .nothing where isComplete: return try solveTogether(names)
    case .infeasible, .nothing: return DispatchOutcome(status: .unknown)
    }
    for (position, name) in rest.enumerated() {
      switch try searchAny(name) {
      case .infeasible, .nothing:
        return isComplete ? try solveTogether(names) : DispatchOutcome(status: .unknown)
      case .stopped: return try unfinished(after: rest[(position + 1)...])
      case .proven: continue
      }
    }
    return outcome(stack.tiers.allSatisfy(\.isVectorProven) ? .optimal : .feasible)
  }

  /// Tiers that ask who is placed, not only how many go where.
  private static var aboutPeople: [String] { ["points", "weighted", "changes", anyPlan] }

  /// Solves all tiers over seats and people together: the way where the counts'
  /// best values leave nobody to fill them, though in fractions people could.
  ///
  /// A tier whose proof is out of reach is held at what was found, so that the
  /// later ones are aimed at too; the outcome is then feasible. What the
  /// structure alone allows stays a bound of a tier as long as those before it
  /// reach theirs.
  private mutating func solveTogether(_ names: [String]) throws(EngineFailure) -> DispatchOutcome {
    let known = stack.tiers
    clock.tell(tier: "people", step: "cannot fill the best counts: seats and people together")
    stack = TierStack(formulation.program, clock: clock)
    keeper = nil
    seatPricing = nil
    countedSeats = nil
    countedParts = []
    counts = nil
    var isProven = true
    var reachesCounts = true
    for (position, name) in names.enumerated() {
      let result = known.first { $0.name == name }
      switch try searchAny(name, known: reachesCounts ? result?.bound : nil) {
      case .infeasible where position == 0:
        return DispatchOutcome(status: .infeasible, nearest: try nearestPlan())
      case .infeasible, .nothing: return DispatchOutcome(status: .unknown)
      case .proven: break
      case .stopped:
        isProven = false
        if clock.isOver { return try unfinished(after: names[(position + 1)...]) }
      }
      let last = stack.tiers.last
      reachesCounts =
        reachesCounts && last?.value == result?.bound && last?.shares == result?.shares
    }
    return outcome(isProven ? .optimal : .feasible)
  }

  /// Searches for the best of a tier over all triples.
  private mutating func searchAny(
    _ name: String, known: Int64? = nil
  ) throws(EngineFailure) -> TierStack.End {
    name.hasPrefix("fairness")
      ? try searchLeximin(name) : try searchTier(objective(name), gap: gap(of: name), known: known)
  }

  private mutating func searchTier(
    _ tier: Tier, gap: Double, known: Int64?
  ) throws(EngineFailure) -> TierStack.End {
    switch try search(tier, on: stack, gap: gap, known: known) {
    case .infeasible: return .infeasible
    case .nothing: return .nothing
    case .found(let assignment, let bound, let isProven):
      stack.record(tier, assignment, bound: bound, isProven: isProven)
      return isProven ? .proven : .stopped
    }
  }

  /// A fairness tier that comes after one about people: its levels are searched
  /// for over all triples, like any other tier.
  private mutating func searchLeximin(_ name: String) throws(EngineFailure) -> TierStack.End {
    var stack = stack
    let end = try stack.solveLeximin(name, groups(of: name)) {
      [self] (stack, tier, _) throws(EngineFailure) in try search(tier, on: stack, gap: 0)
    }
    self.stack = stack
    return end
  }

  /// Whether a tier about points is the only one about people, and the last.
  private func isLast(_ tier: Tier) -> Bool {
    let names = DispatchFormulation.tierNames(
      of: formulation.year, hasBaseline: options.baseline != nil)
    let isAboutPoints = tier.name == Goal.points.rawValue || tier.name == Goal.weighted.rawValue
    return isAboutPoints && tier.constant == 0
      && names.firstIndex(where: Self.aboutPeople.contains) == names.count - 1
      && names.last == tier.name && stack.tiers.count == names.count - 1
  }

  /// Searches over all triples; bounds are of what the columns contribute, so a
  /// constant is left out and added in the end.
  func search(
    _ whole: Tier, on stack: TierStack, gap: Double, known: Int64? = nil
  ) throws(EngineFailure) -> TierStack.Answer {
    var tier = whole
    tier.constant = 0
    let pricing = seatPricing.flatMap { $0.tier == tier.name ? $0.result : nil }
    var search = try PricedSearch(
      formulation, program: stack.program, tier: tier,
      stages: [
        stack.levelColumns.map(\.index), formulation.switches.map(\.index),
        formulation.seatColumns.compactMap { $0?.index },
      ], gap: gap,
      clock: clock, start: stack.incumbent.map { stack.rated($0, tier) },
      startPrices: pricing?.prices)
    // Over a choice of triples, prices of applicants bound nothing.
    let bounds =
      !formulation.triples.isComplete
      ? []
      : [
        known.map { $0 - whole.constant }, pricing.flatMap { $0.bound == .max ? nil : $0.bound },
      ]
    search.known = bounds.compactMap { $0 }.min { tier.sense.prefers($1, to: $0) }.map {
      Double($0)
    }
    search.keepsLeaves = keeper != nil
    search.triesExactly = options.triesExactly
    let answer = try search.run(seats: countedSeats, parts: countedParts)
    if isLast(whole) { keeper?.search = WarmSearch(search) }
    guard case .found(var assignment, let bound, let isProven) = answer else { return answer }
    assignment.objective += whole.constant
    return .found(assignment, bound: bound + whole.constant, isProven: isProven)
  }
}
