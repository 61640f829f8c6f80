// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Programme
internal import Wording

extension DispatchRun {
  /// Solves the counting tiers over the structure, and holds them in the whole
  /// program when people can fill the seats they ask for.
  mutating func solveCounts(
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
        let end = try solve(names, of: part, formulation.fairnessGroups, on: &partStack)
        guard case .proven = end else { return end }
        results.append((part, partStack))
      }
      stack = TierStack(formulation.program, clock: clock, holdsByBounds: !isComplete)
      let held = try hold(results, names)
      try fixSeats(&results)
      countedSeats = seats(of: results)
      countedParts = results
      // Only then do parts say what is best in the whole, and no more than the year does.
      counts = keeper != nil && isParted && round == 1 ? held : nil
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

  /// Solves counting tiers over a part of the structure.
  ///
  /// - Parameters:
  ///   - names: The tiers.
  ///   - part: The part.
  ///   - groups: All fairness groups, in the whole program's columns.
  ///   - stack: Over the part's program; holds the tiers afterwards.
  /// - Returns: That all are proven, but for levels of fairness, which say
  ///   themselves whether they are; or how the first other one ended.
  /// - Throws: `EngineFailure` when the solver broke.
  func solve(
    _ names: [String], of part: StructurePart, _ groups: [FairnessGroup],
    on stack: inout TierStack
  ) throws(EngineFailure) -> TierStack.End {
    for name in names {
      let end =
        name.hasPrefix("fairness")
        ? try stack.solveLeximin(
          name, part.groups(groups.filter { $0.tier == name }),
          mostNodes: Self.mostNodesOfLevel(in: part.program))
        : try stack.solve(part.tier(objective(name)), gap: 0)
      switch end {
      case .proven: continue
      case .stopped where name.hasPrefix("fairness") && !stack.clock.isOver: continue
      case .stopped, .infeasible, .nothing: return end
      }
    }
    return .proven
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
      for (position, bounds) in try settledSeats(of: results[index].part, results[index].stack) {
        let column = Column(index: results[index].part.columns[position.index])
        stack.program.setBounds(of: column, lower: bounds.lower, upper: bounds.upper)
        results[index].stack.program.setBounds(
          of: position, lower: bounds.lower, upper: bounds.upper)
        count += 1
      }
    }
    clock.tell(tier: "seats", step: "\(count) settled by the counts alone")
  }

  /// Seats of a part that what is held leaves no choice about, with what is left of
  /// their bounds; columns are the part's.
  func settledSeats(
    of part: StructurePart, _ partStack: TierStack
  ) throws(EngineFailure) -> [(column: Column, bounds: ProgramEdit.Bounds)] {
    let seats = formulation.seatColumns.compactMap { $0 }.compactMap { part.position(of: $0) }
    return try partStack.fixedValues(of: seats).map { column, value in
      let upper = value == 0 ? 0 : partStack.program.bounds(of: column).upper
      return (column, ProgramEdit.Bounds(value, upper))
    }
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
  ///
  /// - Returns: How it is held.
  private mutating func hold(
    _ results: [(part: StructurePart, stack: TierStack)], _ names: [String]
  ) throws(EngineFailure) -> HeldCounts {
    var held = HeldCounts(names: names, parts: results)
    for name in names {
      if name.hasPrefix("fairness") {
        try holdShares(results, name, &held)
        continue
      }
      let whole = objective(name)
      var value = whole.constant
      for (index, (part, partStack)) in results.enumerated() {
        guard let result = partStack.tiers.first(where: { $0.name == name }) else { continue }
        value += result.value
        let tier = part.tier(whole)
        let terms = tier.terms.map {
          Term(Column(index: part.columns[$0.column.index]), $0.coefficient)
        }
        guard !terms.isEmpty else { continue }
        stack.hold(Tier(name: name, sense: whole.sense, terms: terms), at: result.value)
        held.add(tier: name, part: index, rowsOf: stack.program)
      }
      // Triples may carry penalties too; parts know nothing of them.
      stack.hold(whole, at: value)
      held.add(tier: name, part: nil, rowsOf: stack.program)
    }
    (stack.tiers, stack.levels) = sums(of: results, names)
    return held
  }

  private mutating func holdShares(
    _ results: [(part: StructurePart, stack: TierStack)], _ name: String, _ held: inout HeldCounts
  ) throws(EngineFailure) {
    for (index, (part, partStack)) in results.enumerated() {
      let groups = groups(of: name).filter { part.position(of: $0.column) != nil }
      let shares = partStack.shares(in: name)
      if keeper != nil {
        let columns = stack.holdAnyShares(
          of: groups, in: name, part: index, near: partStack, part, formulation.program)
        stack.apply(columns.edit(for: shares, groups))
        held.shares.append(columns)
      }
      // How far each count can go under everything held makes the relaxation
      // much tighter than the switches alone.
      for (column, bounds) in try ranges(of: groups, in: part, partStack) {
        stack.program.setBounds(of: column, lower: bounds.lower, upper: bounds.upper)
      }
      clock.tell(tier: name, step: "ranges of \(groups.count) groups")
      if keeper == nil { stack.hold(shares, of: groups, in: name) }
    }
  }

  /// The least and the greatest counts of groups under what a part holds, by the
  /// whole program's columns.
  func ranges(
    of groups: [FairnessGroup], in part: StructurePart, _ partStack: TierStack
  ) throws(EngineFailure) -> [(column: Column, bounds: ProgramEdit.Bounds)] {
    var found: [(column: Column, bounds: ProgramEdit.Bounds)] = []
    for (group, inPart) in zip(groups, part.groups(groups)) {
      guard let range = try partStack.range(of: inPart) else { continue }
      found.append((group.column, ProgramEdit.Bounds(range.lowerBound, range.upperBound)))
    }
    return found
  }

  /// What the parts' values and shares add up to.
  func sums(
    of results: [(part: StructurePart, stack: TierStack)], _ names: [String]
  ) -> (tiers: [TierResult], levels: [FairnessLevel]) {
    var tiers: [TierResult] = []
    var levels: [FairnessLevel] = []
    for name in names {
      if name.hasPrefix("fairness") {
        let (tier, reached) = sumOfShares(of: results, name)
        tiers.append(tier)
        levels += reached
        continue
      }
      let value = results.reduce(objective(name).constant) { sum, result in
        sum + (result.stack.tiers.first { $0.name == name }?.value ?? 0)
      }
      tiers.append(TierResult(name: name, value: value, bound: value))
    }
    return (tiers, levels)
  }

  private func sumOfShares(
    of results: [(part: StructurePart, stack: TierStack)], _ name: String
  ) -> (tier: TierResult, levels: [FairnessLevel]) {
    let whole = groups(of: name)
    var shares: [Int] = []
    var bound = Int64(10_000)
    var isProven = true
    for (part, partStack) in results {
      let result = partStack.tiers.first { $0.name == name }
      let isEmpty = !whole.contains { part.position(of: $0.column) != nil }
      if !isEmpty, let result { bound = min(bound, result.bound) }
      isProven = isProven && result?.isVectorProven ?? true
      shares += partStack.shares(in: name)
    }
    shares.sort()
    // Groups that no part holds have a count of zero whatever is done.
    let without = whole.count - shares.count
    shares = Array(repeating: 0, count: without) + shares
    let worst = Int64(shares.first ?? 10_000)
    var levels: [FairnessLevel] = []
    for share in Set(shares).sorted() {
      if share > 0 {
        levels.append(
          FairnessLevel(tier: name, threshold: share, count: shares.count { $0 >= share }))
      }
      if share < 10_000 {
        levels.append(
          FairnessLevel(tier: name, threshold: share + 1, count: shares.count { $0 > share }))
      }
    }
    let tier = TierResult(
      name: name, value: worst, bound: without > 0 ? 0 : bound, shares: shares,
      isVectorProven: isProven)
    return (tier, levels)
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
