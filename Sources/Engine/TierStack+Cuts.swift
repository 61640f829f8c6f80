// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Wording

extension TierStack {
  /// Finds the best assignment as `best` does; a search that is not over after
  /// a few nodes begins anew with cuts.
  mutating func cutAndSearch(
    for tier: Tier, nodes: Int?, gap: Double = 0
  ) throws(EngineFailure) -> Answer {
    if let bound = try dive(for: tier), let incumbent {
      let found = rated(incumbent, tier)
      if !tier.sense.prefers(bound, to: found.objective) {
        return .found(found, bound: found.objective, isProven: true)
      }
    }
    if !isCut {
      let first = try best(for: tier, gap: gap, nodes: min(nodes ?? .max, Self.nodesWithoutCuts))
      if clock.isOver { return first }
      switch first {
      case .infeasible, .found(_, _, isProven: true): return first
      case .found(let assignment, _, _): incumbent = assignment
      case .nothing: break
      }
    }
    try addCuts(for: tier)
    isCut = true
    // Which column to branch on is a matter of luck: what the order of the columns
    // does not settle soon, another rule may, from another plan on.
    guard let nodes else { return try best(for: tier, gap: gap) }
    var answer = Answer.nothing
    for (branching, share) in Self.turns {
      let limit = max(1, Int(Double(nodes) * share))
      answer = try best(for: tier, gap: gap, nodes: limit, branching: branching)
      guard case .found(let assignment, _, isProven: false) = answer, !clock.isOver else { break }
      incumbent = assignment
    }
    return answer
  }

  /// Rules of branching in turn, each with its share of the nodes.
  private static var turns: [(Branching, Double)] {
    [(.last, 0.2), (.strongestBound, 1), (.last, 0.8)]
  }

  /// Takes over the cuts of a program that began with the rows and columns of
  /// this one, as far as they speak of no other columns.
  mutating func takeCuts(of other: IntegerProgram) {
    for row in other.rows.dropFirst(program.rowCount)
    where other.origin(of: row).rule == roundingRule {
      let terms = other.terms(of: row)
      guard terms.allSatisfy({ $0.column.index < program.columnCount }) else { continue }
      program.addRow(
        named: roundingRule, terms: terms, upper: other.bounds(of: row).upper,
        origin: Origin(rule: roundingRule))
    }
  }

  /// The bound of the linear relaxation of a maximum.
  ///
  /// - Parameter tier: The goal.
  /// - Returns: A bound in whole numbers; the least number there is when
  ///   nothing keeps the rows, and the greatest when the bound is not known.
  /// - Throws: `EngineFailure` when the solver broke.
  func relaxedBound(of tier: Tier) throws(EngineFailure) -> Int64 {
    do throws(SolverFailure) {
      var master = try LinearMaster.relaxing(program, tier: tier)
      switch try master.solveLinear(from: bases, options: clock.linearLimits) {
      case .optimal: return wholeBound(master.objective() + Double(tier.constant), tier.sense)
      case .infeasible: return .min
      case .unbounded, .stopped: return .max
      }
    } catch {
      throw EngineFailure("The relaxation of \(tier.name) could not be solved: \(error)")
    }
  }

  private static var nodesWithoutCuts: Int { 30 }

  /// Adds rows that cut off what the linear relaxation of a tier makes of
  /// fractions, round by round.
  ///
  /// Rows of the inverse of the basis say which rows to add up (Gomory 1960);
  /// the cuts themselves are made in whole numbers (`roundingCut`), so they are
  /// valid whatever the simplex method's rounding errors, and for all later
  /// tiers too. Those of a round are the deepest that are not nearly parallel
  /// (Andreello, Caprara and Fischetti, "Embedding {0,1/2}-Cuts in a
  /// Branch-and-Cut Framework", 2007, section 4). GLPK's own generator stops as
  /// soon as the objective does not move, and a tier that asks whether all
  /// groups reach a share has one that hardly ever moves.
  ///
  /// - Parameter tier: The goal of the relaxation.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func addCuts(for tier: Tier) throws(EngineFailure) {
    var cutting = Cutting(program: program, bases: bases)
    do throws(SolverFailure) {
      try cutting.run(tier, clock: clock)
    } catch {
      throw EngineFailure("The tier \(tier.name) could not be cut: \(error)")
    }
    for cut in cutting.cuts { program.add(cut) }
  }
}

/// The rounds of cutting for one program.
private struct Cutting {
  let program: IntegerProgram
  let bases: BasisMemory
  /// The cuts in force, in the order of their rows.
  var cuts: [RoundingCut] = []

  static let mostRounds = 20
  static let mostCutsOfRound = 40
  static let largestDivisor = 60
  static let largestCoefficient: Int64 = 1_000
  /// Longer combinations of rows seldom give short cuts.
  static let mostRowsOfCut = 400
  static let mostTermsOfCut = 400

  init(program: IntegerProgram, bases: BasisMemory) {
    self.program = program
    self.bases = bases
  }

  mutating func run(_ tier: Tier, clock: RunClock) throws(SolverFailure) {
    var master = try LinearMaster.relaxing(program, tier: tier)
    for round in 1...Self.mostRounds {
      var options = clock.linearLimits
      options.iterationLimit = 20_000
      let status =
        round == 1
        ? try master.solveLinear(from: bases, options: options)
        : try master.solveLinear(.dualThenPrimal, options: options)
      guard status == .optimal else { return }
      if round % 3 == 0 { try dropSlackCuts(&master, options) }
      let found = try cuts(of: &master)
      let chosen = choose(found)
      clock.tell(
        tier: tier.name, step: "cutting, round \(round)",
        bound: wholeBound(master.objective() + Double(tier.constant), tier.sense))
      if chosen.isEmpty || clock.isOver { return }
      let rows = try master.addRows(chosen.map { RowBounds(upper: Double($0.upper)) })
      for (row, cut) in zip(rows, chosen) {
        master.setRow(
          row, columns: cut.terms.map { Int32(clamping: $0.column.index) },
          values: cut.terms.map { Double($0.coefficient) })
      }
      cuts += chosen
    }
  }

  /// The program with the cuts in force.
  private var cutProgram: IntegerProgram {
    var copy = program
    for cut in cuts { copy.add(cut) }
    return copy
  }

  /// Cuts that bind nothing leave.
  private mutating func dropSlackCuts(
    _ master: inout LinearMaster, _ options: LinearOptions
  ) throws(SolverFailure) {
    let places = master.basis().rows
    let slack = cuts.indices.filter { places[program.rowCount + $0] == .basic }
    guard !slack.isEmpty else { return }
    master.removeRows(slack.map { program.rowCount + $0 })
    let dropped = Set(slack)
    cuts = cuts.indices.filter { !dropped.contains($0) }.map { cuts[$0] }
    _ = try master.solveLinear(.dualThenPrimal, options: options)
  }

  /// All cuts that rows of the inverse of the basis give.
  private func cuts(of master: inout LinearMaster) throws(SolverFailure) -> [RoundingCut] {
    let values = master.columnValues()
    let sums = master.rowValues()
    let program = cutProgram
    let members = try master.basisMembers()
    var candidates: [(distance: Double, position: Int)] = []
    for (position, member) in members.enumerated() {
      let value =
        switch member {
        case .row(let row): sums[row]
        case .column(let column): values[column]
        }
      let distance = abs(value - value.rounded())
      if distance > 1e-5 { candidates.append((distance, position)) }
    }
    candidates.sort { (-$0.distance, $0.position) < (-$1.distance, $1.position) }
    var found: [RoundingCut] = []
    for candidate in candidates.prefix(200) {
      let inverse = try master.inverseRow(at: candidate.position)
      let rows = inverse.indices.filter { abs(inverse[$0]) > 1e-9 }
      guard rows.count <= Self.mostRowsOfCut,
        let divisor = Self.divisor(of: rows.map { inverse[$0] })
      else { continue }
      for factor in [1, -1, 2, -2] where divisor > 2 || factor.magnitude == 1 {
        guard
          let multipliers = multipliers(
            rows, rows.map { Int64((inverse[$0] * Double(divisor * factor)).rounded()) }, divisor,
            sums, program)
        else { continue }
        if let cut = program.roundingCut(
          multipliers, divisor: Int64(divisor), at: values, largest: Self.largestCoefficient),
          cut.terms.count <= Self.mostTermsOfCut
        {
          found.append(cut)
        }
      }
    }
    return found
  }

  /// The least number by which all multipliers become whole.
  private static func divisor(of multipliers: [Double]) -> Int? {
    (2...largestDivisor).first { divisor in
      multipliers.allSatisfy {
        let scaled = $0 * Double(divisor)
        return abs(scaled - scaled.rounded()) < 1e-5
      }
    }
  }

  /// Multipliers between 0 and the divisor for the sides at which rows stand;
  /// nothing when a row that stands at neither is needed.
  private func multipliers(
    _ rows: [Int], _ scaled: [Int64], _ divisor: Int, _ sums: [Double], _ program: IntegerProgram
  ) -> [RowMultiplier]? {
    let divisor = Int64(divisor)
    var result: [RowMultiplier] = []
    for (row, multiplier) in zip(rows, scaled) where multiplier % divisor != 0 {
      let (lower, upper) = program.bounds(of: IntegerProgram.Row(index: row))
      let rest = ((multiplier % divisor) + divisor) % divisor
      if let upper, abs(sums[row] - Double(upper)) < 1e-6 {
        result.append(RowMultiplier(row: row, isUpper: true, multiplier: rest))
      } else if let lower, abs(sums[row] - Double(lower)) < 1e-6 {
        result.append(RowMultiplier(row: row, isUpper: false, multiplier: divisor - rest))
      } else {
        return nil
      }
    }
    return result
  }

  /// The deepest cuts of which no two are nearly parallel.
  private func choose(_ found: [RoundingCut]) -> [RoundingCut] {
    let order = found.indices.sorted {
      (-found[$0].efficacy, found[$0].terms.count, $0)
        < (-found[$1].efficacy, found[$1].terms.count, $1)
    }
    var chosen: [RoundingCut] = []
    for index in order where chosen.count < Self.mostCutsOfRound {
      if chosen.allSatisfy({ $0.parallelism(with: found[index]) <= 0.5 }) {
        chosen.append(found[index])
      }
    }
    return chosen
  }
}
