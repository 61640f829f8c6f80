// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Wording

extension TierStack {
  /// Finds the best assignment of a program whose columns are numbers of many units.
  ///
  /// The linear relaxation of such a program says nearly how many there are of each, and
  /// its bound is good. It is rounded and made better by exchanges of units
  /// (`UnitExchange`). Where that is not enough, it is rounded column by column, solving again
  /// in between; then the program is solved with every whole column kept to the numbers next
  /// to its relaxed value, then a little further away (Danna, Rothberg and Le Pape, "Exploring
  /// relaxation induced neighborhoods to improve MIP solutions", 2005), then with all decisions
  /// but those of two parts kept as they are, pair by pair as long as that helps, and only then
  /// as it is.
  ///
  /// - Parameters:
  ///   - tier: The goal.
  ///   - gap: The relative gap at which the search may stop.
  ///   - nodes: How many nodes the whole program is worth; none for no limit.
  ///   - formulation: What the program was made from.
  ///   - share: What is left of the goal to later ones, as a part of its bound; less than the
  ///     gap. A goal at the very end of its range can leave those after it hardly a choice.
  /// - Returns: The answer, its bound proven for the whole program.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func searchNearRelaxation(
    for tier: Tier, gap: Double, nodes: Int? = nil, of formulation: DecadeFormulation,
    leaving share: Double = 0
  ) throws(EngineFailure) -> Answer {
    guard let (relaxed, bound) = try relaxation(of: tier) else {
      return try best(for: tier, gap: gap, nodes: nodes, branching: .strongestBound)
    }
    // A goal that can be as good as its columns allow should be.
    let wanted = share == 0 && bound == tier.trivialBound(in: program) ? 0 : gap
    exchangeUnits(
      for: tier, of: formulation, near: relaxed, bound,
      (gap, share == 0 ? min(wanted, gap / 4) : gap), leaving: share)
    if let known = proven(tier, bound, wanted) { return known }
    try roundToNearest(for: tier)
    for width in 0...Self.mostSteps {
      if let known = proven(tier, bound, 0) { return known }
      if clock.isOver { break }
      var part = self
      part.clock = clock.ending(after: 0.2)
      part.keep(within: Int64(width), of: relaxed)
      let answer = try part.best(
        for: tier, gap: gap / 4, nodes: Self.nodesOfPart, branching: .strongestBound)
      if case .found(let assignment, _, _) = answer { incumbent = assignment }
    }
    try improve(tier, bound, min(wanted, gap / 4), formulation.decisions)
    if let known = proven(tier, bound, gap) { return known }
    let whole = try best(for: tier, gap: gap, nodes: nodes, branching: .strongestBound)
    guard case .found(let assignment, let found, let isProven) = whole else { return whole }
    let nearer = tier.sense == .maximize ? min(found, bound) : max(found, bound)
    return .found(assignment, bound: nearer, isProven: isProven)
  }

  /// Rounds a relaxation and makes it better by exchanges of units, with one threshold of
  /// rounding after the other until the goal is as good as wanted.
  ///
  /// A goal that is a column of its own, such as people that are left, is aimed at what the
  /// relaxation allows, and if that is out of reach at a little less.
  private mutating func exchangeUnits(
    for tier: Tier, of formulation: DecadeFormulation, near relaxed: [Double], _ bound: Int64,
    _ gaps: (asked: Double, wanted: Double), leaving left: Double
  ) {
    for threshold in [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8] {
      guard !clock.isOver,
        let start = UnitExchange(
          self, of: formulation, for: tier, near: relaxed, roundingUpFrom: threshold)
      else { return }
      for share in start.aimsAtColumn ? [left, left + gaps.asked / 16, left + gaps.asked / 4] : [0]
      {
        let less = Int64((share * Double(abs(bound))).rounded())
        let target = tier.sense == .maximize ? bound - less : bound + less
        if let found = start.best(aimingAt: target, clock) {
          offer(found, tier)
          break
        }
      }
      if proven(tier, bound, gaps.wanted) != nil { return }
    }
  }

  /// Takes an assignment over if it is better than the best so far.
  private mutating func offer(_ found: Assignment, _ tier: Tier) {
    if let incumbent, !tier.sense.prefers(found.objective, to: rated(incumbent, tier).objective) {
      return
    }
    incumbent = found
  }

  /// Searches for a better assignment with the decisions of two parts free and those of
  /// the others kept, until no pair makes it better.
  private mutating func improve(
    _ tier: Tier, _ bound: Int64, _ gap: Double, _ parts: [[Column]]
  ) throws(EngineFailure) {
    var unchanged = 0
    let pairs = parts.indices.dropFirst().flatMap { distance in
      (0..<(parts.count - distance)).map { ($0, $0 + distance) }
    }
    while incumbent != nil, unchanged < pairs.count {
      for (first, second) in pairs {
        guard let before = incumbent.map({ rated($0, tier) }), !clock.isOver,
          proven(tier, bound, gap) == nil, unchanged < pairs.count
        else { return }
        var free = [Bool](repeating: true, count: program.columnCount)
        for column in parts.joined() { free[column.index] = false }
        for column in parts[first] + parts[second] { free[column.index] = true }
        let part = Subprogram(of: program, tier, keeping: before.values, free: free, triples: 0..<0)
        var search = TierStack(part.program, clock: clock.ending(after: 0.1).quiet)
        search.incumbent = part.part(of: before)
        let answer = try search.best(
          for: part.tier, gap: 0, nodes: Self.nodesOfPair, branching: .strongestBound)
        if case .found(let found, _, _) = answer,
          tier.sense.prefers(found.objective, to: before.objective)
        {
          incumbent = part.expanded(found)
          unchanged = 0
        } else {
          unchanged += 1
        }
      }
    }
  }

  /// Nodes that the search of a pair of parts is worth.
  private static var nodesOfPair: Int { 100 }

  /// Steps from the relaxed values that are looked at.
  private static var mostSteps: Int { 2 }

  /// Nodes that the search of one neighbourhood is worth.
  private static var nodesOfPart: Int { 400 }

  /// The best assignment so far where the bound says that it is good enough.
  private func proven(_ tier: Tier, _ bound: Int64, _ gap: Double) -> Answer? {
    guard let incumbent else { return nil }
    let found = rated(incumbent, tier)
    let distance = Double(abs(bound - found.objective))
    guard distance <= gap * max(1, Double(abs(found.objective))) else { return nil }
    return .found(found, bound: bound, isProven: true)
  }

  /// The columns' values in the linear relaxation, and its bound in whole numbers;
  /// nothing when it could not be solved.
  private func relaxation(
    of tier: Tier
  ) throws(EngineFailure) -> (values: [Double], bound: Int64)? {
    do throws(SolverFailure) {
      var master = try LinearMaster.relaxing(program, tier: tier)
      var options = LinearOptions()
      options.isCancelled = { [clock] in clock.isOver }
      guard try master.solveLinear(from: bases, options: options) == .optimal else { return nil }
      let bound = wholeBound(master.objective() + Double(tier.constant), tier.sense)
      let trivial = tier.trivialBound(in: program)
      return (
        master.columnValues(),
        tier.sense == .maximize ? min(bound, trivial) : max(bound, trivial)
      )
    } catch {
      throw EngineFailure("The relaxation of \(tier.name) could not be solved: \(error)")
    }
  }

  /// Rounds the linear relaxation to the nearest numbers, those nearest first, solving
  /// it again in between, and takes what comes out if it is better.
  ///
  /// What a column gains or loses by rounding the others make up for, until few are
  /// left.
  ///
  /// - Parameter tier: The goal.
  /// - Throws: `EngineFailure` when the solver broke.
  private mutating func roundToNearest(for tier: Tier) throws(EngineFailure) {
    do throws(SolverFailure) {
      var master = try LinearMaster.relaxing(program, tier: tier)
      var options = LinearOptions()
      options.isCancelled = { [clock] in clock.isOver }
      guard try master.solveLinear(from: bases, options: options) == .optimal else { return }
      var fixed: [Int] = []
      var retreats = 0
      while !clock.isOver {
        let values = master.columnValues()
        let fractional = fractional(values)
        guard let first = fractional.first else {
          take(values, for: tier)
          return
        }
        let near = fractional.prefix { $0.distance < 0.02 }.count
        let batch = fractional.prefix(max(1, near)).map(\.column)
        for column in batch { fix(column, at: values[column].rounded(), &master) }
        if try master.solveLinear(.dualThenPrimal, options: options) == .optimal {
          fixed += batch
          continue
        }
        for column in batch { free(column, &master) }
        // One alone, and to the other side if it must be.
        let value = values[first.column]
        for whole in [value.rounded(), 2 * value.rounded(.down) + 1 - value.rounded()] {
          fix(first.column, at: whole, &master)
          if try master.solveLinear(.dualThenPrimal, options: options) == .optimal {
            fixed.append(first.column)
            break
          }
          free(first.column, &master)
        }
        if fixed.last == first.column { continue }
        // Neither way: the trouble lies further back.
        retreats += 1
        guard retreats <= Self.mostRetreats else { return }
        for column in fixed.suffix(4 * retreats) { free(column, &master) }
        fixed.removeLast(min(fixed.count, 4 * retreats))
        guard try master.solveLinear(.dualThenPrimal, options: options) == .optimal else { return }
      }
    } catch {
      throw EngineFailure("The tier \(tier.name) could not be rounded: \(error)")
    }
  }

  /// How often rounding goes back.
  private static var mostRetreats: Int { 20 }

  /// Takes whole values if they keep every row and are better than what there is.
  private mutating func take(_ values: [Double], for tier: Tier) {
    let whole = values.prefix(program.columnCount).map { Int64($0.rounded()) }
    let found = Assignment(values: whole, objective: Int64(program.value(of: tier, at: whole)))
    guard program.violations(of: found, tier: tier).isEmpty else { return }
    offer(found, tier)
  }

  private func fix(_ column: Int, at value: Double, _ master: inout LinearMaster) {
    master.setColumnBounds(column, lower: value, upper: value)
  }

  /// Whole columns whose values are not, nearest to a whole number first.
  private func fractional(_ values: [Double]) -> [(distance: Double, column: Int)] {
    values.prefix(program.columnCount).enumerated().compactMap { column, value in
      let distance = abs(value - value.rounded())
      return program.columnIsInteger[column] && distance > 1e-6 ? (distance, column) : nil
    }.sorted { $0 < $1 }
  }

  private func free(_ column: Int, _ master: inout LinearMaster) {
    let (lower, upper) = program.bounds(of: Column(index: column))
    master.setColumnBounds(
      column, lower: lower.map { Double($0) } ?? -.infinity,
      upper: upper.map { Double($0) } ?? .infinity)
  }

  /// Keeps whole columns near to given values; the best assignment so far stays
  /// allowed.
  private mutating func keep(within width: Int64, of values: [Double]) {
    for (index, value) in values.prefix(program.columnCount).enumerated()
    where program.columnIsInteger[index] {
      let column = Column(index: index)
      let (lower, upper) = program.bounds(of: column)
      var least = Int64((value + 1e-6).rounded(.down)) - width
      var most = Int64((value - 1e-6).rounded(.up)) + width
      if let held = incumbent?[column] {
        least = min(least, held)
        most = max(most, held)
      }
      program.setBounds(
        of: column, lower: max(lower ?? .min, least), upper: min(upper ?? .max, most))
    }
  }
}
