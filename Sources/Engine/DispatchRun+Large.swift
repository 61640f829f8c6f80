// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Programme

extension DispatchRun {
  /// Solves a program with many triples.
  ///
  /// Tiers that ask only how many go where are solved over the structure, where
  /// seats are filled by nobody in particular. That is a relaxation: its values
  /// are bounds, and a plan that reaches all of them proves them. Where people
  /// cannot fill what the structure asks, cuts say so, and it is solved again.
  mutating func solveLarge(_ names: [String]) throws(EngineFailure) -> DispatchOutcome {
    let aboutPeople = ["points", "weighted", "changes", Self.anyPlan]
    let split = names.firstIndex { aboutPeople.contains($0) } ?? names.count
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
      case .stopped: return unfinished(after: rest[(position + 1)...])
      case .proven: continue
      }
    }
    return outcome(stack.tiers.allSatisfy(\.isVectorProven) ? .optimal : .feasible)
  }

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
        if clock.isOver { return unfinished(after: names[(position + 1)...]) }
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

  /// Whether a tier about points comes right after the counts, and last.
  private func isLast(_ tier: Tier) -> Bool {
    let names = DispatchFormulation.tierNames(
      of: formulation.year, hasBaseline: options.baseline != nil)
    let isAboutPoints = tier.name == Goal.points.rawValue || tier.name == Goal.weighted.rawValue
    return isAboutPoints && tier.constant == 0 && names.last == tier.name
      && stack.tiers.count == names.count - 1
  }

  /// Searches over all triples; bounds are of what the columns contribute, so a
  /// constant is left out and added in the end.
  private func search(
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
    let answer = try search.run(seats: countedSeats, parts: countedParts)
    if isLast(whole) { keeper?.search = WarmSearch(search) }
    guard case .found(var assignment, let bound, let isProven) = answer else { return answer }
    assignment.objective += whole.constant
    return .found(assignment, bound: bound + whole.constant, isProven: isProven)
  }
}

// MARK: - Counts

extension DispatchRun {
  /// Solves the counting tiers over the structure, and holds them in the whole
  /// program when people can fill the seats they ask for.
  private mutating func solveCounts(
    _ names: [String], before next: Tier
  ) throws(EngineFailure) -> TierStack.End {
    var structure = formulation.structure
    let isComplete = formulation.triples.isComplete
    var isParted = true
    for round in 1...40 {
      var results: [(part: StructurePart, stack: TierStack)] = []
      for part in parts(of: structure, parting: isParted) {
        var partStack = TierStack(part.program, clock: clock, holdsByBounds: !isComplete)
        if names.isEmpty,
          case .infeasible = try partStack.best(for: objective(Self.anyPlan), gap: 0)
        {
          return .infeasible
        }
        for name in names {
          let end =
            name.hasPrefix("fairness")
            ? try partStack.solveLeximin(
              name, part.groups(groups(of: name)),
              mostNodes: Self.mostNodesOfLevel(in: part.program))
            : try partStack.solve(part.tier(objective(name)), gap: 0)
          switch end {
          case .proven: continue
          case .stopped where name.hasPrefix("fairness") && !clock.isOver: continue
          case .stopped, .infeasible, .nothing: return end
          }
        }
        results.append((part, partStack))
      }
      stack = TierStack(formulation.program, clock: clock, holdsByBounds: !isComplete)
      try hold(results, names)
      try fixSeats(&results)
      countedSeats = seats(of: results)
      countedParts = results
      if let plan = try firstPlan(for: next) {
        stack.incumbent = plan
        prepareCertificate(of: next.name)
        return .proven
      }
      // Without a plan at hand all triples have to be asked.
      guard isComplete else { return .nothing }
      let cut: (terms: [Term], upper: Int64)
      switch try checkPeople() {
      case .enough: return .proven
      case .countsDisagree:
        guard isParted else { return .nothing }
        isParted = false
        clock.tell(tier: "people", step: "the countries' best counts do not fit together")
        continue
      case .missing(let found): cut = found
      }
      clock.tell(tier: "people", step: "round \(round): seats that nobody can fill")
      if cut.terms.allSatisfy({ $0.coefficient == 0 }) && cut.upper < 0 { return .infeasible }
      // What people lack is not all: rows that parts leave out have a share in it.
      if keeps(cut, results) {
        guard isParted else { return .nothing }
        isParted = false
      }
      structure.addRow(
        named: "people(\(round))", terms: cut.terms, upper: cut.upper,
        origin: Origin(rule: peopleCutRule))
    }
    return .nothing
  }

  /// A plan with what is held, from the counts' own seats; that there is one
  /// proves that people can fill what is held.
  private mutating func firstPlan(for tier: Tier) throws(EngineFailure) -> Assignment? {
    guard let seats = countedSeats else { return nil }
    let filling = SeatFilling(formulation, program: stack.program, tier: tier, clock: clock)
    let pricing = SeatPricing(filling: filling, parts: countedParts, clock: clock)
    let priced = try pricing.run(from: seats, steps: Self.stepsOfFirstPlan)
    seatPricing = priced.map { (tier: tier.name, result: $0) }
    let plan = filling.plan(priced?.seats ?? seats, mending: true)
    if let plan { clock.tell(tier: tier.name, step: "first plan", value: plan.objective) }
    return plan
  }

  /// Most steps that move the counts' seats to where people bring more.
  private static var stepsOfFirstPlan: Int { 12 }

  /// Nodes that a level of fairness is worth in one part of the structure.
  static func mostNodesOfLevel(in program: IntegerProgram) -> Int {
    min(2_000, max(200, 2_000_000 / max(1, program.rowCount)))
  }

  /// Whether the parts' best assignments keep a cut already; columns outside all
  /// parts do what they can.
  private func keeps(
    _ cut: (terms: [Term], upper: Int64), _ results: [(part: StructurePart, stack: TierStack)]
  ) -> Bool {
    let sum = cut.terms.reduce(Int64(0)) { sum, term in
      for (part, partStack) in results {
        if let position = part.position(of: term.column) {
          return sum + term.coefficient * (partStack.incumbent?[position] ?? 0)
        }
      }
      let (lower, upper) = formulation.structure.bounds(of: term.column)
      return sum + term.coefficient * ((term.coefficient > 0 ? lower : upper) ?? 0)
    }
    return sum <= cut.upper
  }

  /// Fixes seats that what is held leaves no choice about.
  private mutating func fixSeats(
    _ results: inout [(part: StructurePart, stack: TierStack)]
  ) throws(EngineFailure) {
    var count = 0
    for index in results.indices {
      let (part, partStack) = results[index]
      let seats = formulation.seatColumns.compactMap { $0 }.compactMap { part.position(of: $0) }
      for (position, value) in try partStack.fixedValues(of: seats) {
        let column = Column(index: part.columns[position.index])
        let upper = value == 0 ? 0 : stack.program.bounds(of: column).upper
        stack.program.setBounds(of: column, lower: value, upper: upper)
        results[index].stack.program.setBounds(of: position, lower: value, upper: upper)
        count += 1
      }
    }
    clock.tell(tier: "seats", step: "\(count) settled by the counts alone")
  }

  /// The seats that the parts' best assignments fill in each slot.
  private func seats(of results: [(part: StructurePart, stack: TierStack)]) -> [Int64] {
    formulation.seatColumns.map { column in
      guard let column else { return 0 }
      for (part, partStack) in results {
        if let position = part.position(of: column) {
          return partStack.incumbent?[position] ?? 0
        }
      }
      return 0
    }
  }

  /// Holds what was proven for the parts, and reports it for the whole.
  private mutating func hold(
    _ results: [(part: StructurePart, stack: TierStack)], _ names: [String]
  ) throws(EngineFailure) {
    for name in names {
      if name.hasPrefix("fairness") {
        try holdShares(results, name)
        continue
      }
      let whole = objective(name)
      var value = whole.constant
      for (part, partStack) in results {
        guard let result = partStack.tiers.first(where: { $0.name == name }) else { continue }
        value += result.value
        let tier = part.tier(whole)
        let terms = tier.terms.map {
          Term(Column(index: part.columns[$0.column.index]), $0.coefficient)
        }
        guard !terms.isEmpty else { continue }
        stack.hold(Tier(name: name, sense: whole.sense, terms: terms), at: result.value)
      }
      // Triples may carry penalties too; parts know nothing of them.
      stack.hold(whole, at: value)
      stack.tiers.append(TierResult(name: name, value: value, bound: value))
    }
  }

  private mutating func holdShares(
    _ results: [(part: StructurePart, stack: TierStack)], _ name: String
  ) throws(EngineFailure) {
    let whole = groups(of: name)
    var shares: [Int] = []
    var bound = Int64(10_000)
    var isProven = true
    for (part, partStack) in results {
      let groups = whole.filter { part.position(of: $0.column) != nil }
      // How far each count can go under everything held makes the relaxation
      // much tighter than the switches alone.
      for (group, inPart) in zip(groups, part.groups(groups)) {
        guard let range = try partStack.range(of: inPart) else { continue }
        stack.program.setBounds(
          of: group.column, lower: range.lowerBound, upper: range.upperBound)
      }
      clock.tell(tier: name, step: "ranges of \(groups.count) groups")
      let result = partStack.tiers.first { $0.name == name }
      if !groups.isEmpty, let result { bound = min(bound, result.bound) }
      isProven = isProven && result?.isVectorProven ?? true
      let held = result?.shares ?? []
      stack.hold(held, of: groups, in: name)
      shares += held
    }
    shares.sort()
    // Groups that no part holds have a count of zero whatever is done.
    let without = whole.count - shares.count
    shares = Array(repeating: 0, count: without) + shares
    let worst = Int64(shares.first ?? 10_000)
    stack.tiers.append(
      TierResult(
        name: name, value: worst, bound: without > 0 ? 0 : bound, shares: shares,
        isVectorProven: isProven))
    for share in Set(shares).sorted() {
      if share > 0 {
        stack.levels.append(
          FairnessLevel(tier: name, threshold: share, count: shares.count { $0 >= share }))
      }
      if share < 10_000 {
        stack.levels.append(
          FairnessLevel(tier: name, threshold: share + 1, count: shares.count { $0 > share }))
      }
    }
  }

  private enum People {
    /// People can fill what is held, at least in fractions.
    case enough
    /// What is held contradicts itself before anybody is asked.
    case countsDisagree
    case missing((terms: [Term], upper: Int64))
  }

  /// Asks whether people can fill the seats that are held.
  private func checkPeople() throws(EngineFailure) -> People {
    let program = stack.program
    let columns = TripleColumns(program, triples: formulation.tripleColumns)
    var search = try PricedSearch(
      formulation, program: program,
      tier: Tier(name: "people", sense: .maximize, terms: []), stages: [], gap: 0,
      clock: clock, start: nil)
    let end = try search.price(.primal, nearEnough: 0)
    guard end.reason == .infeasible else { return .enough }
    let cut = peopleCut(formulation, program: program, columns: columns, prices: end.prices)
    return cut.map { .missing($0) } ?? .countsDisagree
  }
}
