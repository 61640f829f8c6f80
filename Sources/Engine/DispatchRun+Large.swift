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
    switch try solveCounts(counting) {
    case .proven: break
    case .infeasible: return DispatchOutcome(status: .infeasible, nearest: try nearestPlan())
    case .stopped, .nothing: return DispatchOutcome(status: .unknown)
    }
    let rest = split == names.count ? [Self.anyPlan] : Array(names[split...])
    for (position, name) in rest.enumerated() {
      let tier = objective(name)
      switch try search(tier, gap: gap(of: name)) {
      case .infeasible, .nothing:
        return try solveWithoutCounts(counting, rest)
      case .found(let assignment, let bound, let isProven):
        stack.record(tier, assignment, bound: bound, isProven: isProven)
        guard isProven else { return unfinished(after: rest[(position + 1)...]) }
      }
    }
    return outcome(.optimal)
  }

  private func search(_ tier: Tier, gap: Double) throws(EngineFailure) -> TierStack.Answer {
    var search = try PricedSearch(
      formulation, program: stack.program, tier: tier,
      stages: [
        stack.levelColumns.map(\.index), formulation.switches.map(\.index),
        formulation.seatColumns.compactMap { $0?.index },
      ], gap: gap,
      clock: clock, start: stack.incumbent.map { stack.rated($0, tier) })
    return try search.run(seats: countedSeats, parts: countedParts)
  }

  /// When no people were found for the counts: a plan for the same people's
  /// tiers without the later counts, reported with what is known.
  private mutating func solveWithoutCounts(
    _ counting: [String], _ rest: [String]
  ) throws(EngineFailure) -> DispatchOutcome {
    let known = stack.tiers
    countedSeats = nil
    countedParts = []
    for kept in counting.indices.reversed() {
      if clock.isOver { break }
      stack = TierStack(formulation.program, clock: clock)
      for result in known[..<kept] where !result.name.hasPrefix("fairness") {
        stack.program.hold(objective(result.name), at: result.value)
      }
      guard case .found(let assignment, _, _) = try search(objective(rest[0]), gap: 0.01) else {
        continue
      }
      stack.incumbent = assignment
      for result in known {
        if result.name.hasPrefix("fairness") {
          stack.reportShares(result.name, groups(of: result.name), boundOfWorst: Int(result.bound))
        } else {
          stack.reportUnsolved(objective(result.name))
          stack.tiers[stack.tiers.count - 1].bound = result.bound
        }
      }
      return unfinished(after: rest[...])
    }
    return DispatchOutcome(status: .unknown)
  }
}

// MARK: - Counts

extension DispatchRun {
  /// Solves the counting tiers over the structure, and holds them in the whole
  /// program when people can fill the seats they ask for.
  private mutating func solveCounts(_ names: [String]) throws(EngineFailure) -> TierStack.End {
    var structure = formulation.structure
    var isParted = true
    for round in 1...40 {
      var results: [(part: StructurePart, stack: TierStack)] = []
      for part in parts(of: structure, parting: isParted) {
        var partStack = TierStack(part.program, clock: clock)
        for name in names {
          let end =
            name.hasPrefix("fairness")
            ? try partStack.solveLeximin(name, part.groups(groups(of: name)))
            : try partStack.solve(part.tier(objective(name)), gap: 0)
          guard case .proven = end else { return end }
        }
        results.append((part, partStack))
      }
      stack = TierStack(formulation.program, clock: clock)
      try hold(results, names)
      try fixSeats(&results)
      countedSeats = seats(of: results)
      countedParts = results
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
      structure.addRow(
        named: "people(\(round))", terms: cut.terms, upper: cut.upper,
        origin: Origin(rule: peopleCutRule))
      let isLocal = parts(of: structure, parting: true).contains { part in
        cut.terms.allSatisfy { part.position(of: $0.column) != nil }
      }
      if !isLocal { isParted = false }
    }
    return .nothing
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
        stack.program.hold(Tier(name: name, sense: whole.sense, terms: terms), at: result.value)
      }
      // Triples may carry penalties too; parts know nothing of them.
      stack.program.hold(whole, at: value)
      stack.tiers.append(TierResult(name: name, value: value, bound: value))
    }
  }

  private mutating func holdShares(
    _ results: [(part: StructurePart, stack: TierStack)], _ name: String
  ) throws(EngineFailure) {
    let whole = groups(of: name)
    var shares: [Int] = []
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
      for level in partStack.levels where level.tier == name {
        if level.count == groups.count {
          for group in groups {
            stack.program.addRow(
              named: "hold \(name)", terms: [Term(group.column, 1)],
              lower: group.numerator(reaching: level.threshold),
              origin: Origin(rule: "hold-tier", subjects: [name]))
          }
        } else {
          let tier = stack.addLevel(level.threshold, of: groups, in: name)
          stack.program.hold(tier, at: Int64(level.count))
        }
      }
      shares += partStack.tiers.first { $0.name == name }?.shares ?? []
    }
    shares.sort()
    // Groups that no part holds have a count of zero whatever is done.
    shares = Array(repeating: 0, count: whole.count - shares.count) + shares
    let worst = Int64(shares.first ?? 10_000)
    stack.tiers.append(TierResult(name: name, value: worst, bound: worst, shares: shares))
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
