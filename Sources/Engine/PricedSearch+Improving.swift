// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Programme
internal import Wording

extension PricedSearch {
  /// Frees one neighbourhood after another around the best plan and solves it
  /// exactly, until a whole round brings nothing or the gap is reached
  /// ("fix and optimise").
  ///
  /// - Parameter rounds: For each round the neighbourhoods' size, 0 to 2, and
  ///   whether only triples that are nearly priced in are free.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func improve(rounds: [(Int, Bool)]) throws(EngineFailure) {
    let neighbourhoods = neighbourhoods()
    var round = 0
    while round < rounds.count {
      let (size, isNarrow) = rounds[round]
      var hasImproved = false
      for (number, posts) in neighbourhoods[size].enumerated() {
        if clock.isOver || isProven { return }
        let before = best?.objective
        try solveNeighbourhood(posts, slack: isNarrow ? min(slack, dearest / 20) : slack)
        if best?.objective != before { hasImproved = true }
        tell("neighbourhood \(number + 1) of \(neighbourhoods[size].count)")
      }
      if !hasImproved || size == 1 { round += 1 }
    }
  }

  /// Sets of slots to free together: each area, then pairs of areas of a
  /// country, then whole countries, small ones first.
  private func neighbourhoods() -> [[Set<Int>]] {
    struct Area: Hashable {
      var country: Int
      var name: String
    }
    var byArea: [Area: Set<Int>] = [:]
    var byCountry: [Int: Set<Int>] = [:]
    for (slot, column) in formulation.seatColumns.enumerated() where column != nil {
      let facts = formulation.eligibility.facts[formulation.eligibility.slots[slot].post]
      byArea[Area(country: facts.country, name: facts.area), default: []].insert(slot)
      byCountry[facts.country, default: []].insert(slot)
    }
    let areas = byArea.keys.sorted { ($0.country, $0.name) < ($1.country, $1.name) }
    var pairs: [Set<Int>] = []
    for (index, first) in areas.enumerated() {
      for second in areas[(index + 1)...] where second.country == first.country {
        pairs.append((byArea[first] ?? []).union(byArea[second] ?? []))
      }
    }
    let countries = byCountry.sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
    return [areas.map { byArea[$0] ?? [] }, pairs, countries.map(\.value)]
  }

  /// Triples that may be in a plan better than the best: by the root's prices
  /// their column alone does not cost more than there is to gain.
  func isPromising(_ position: Int, slack: Double) -> Bool {
    master.gain(ofTriple: position, at: prices) >= -slack
  }

  /// The most points a triple has.
  private var dearest: Double {
    Double(formulation.triples.points.max() ?? 0)
  }

  /// What a better plan could gain at most.
  var slack: Double {
    guard let best else { return .infinity }
    return abs(bound - Double(best.objective)) + 1e-6 * max(1, abs(bound))
  }

  private mutating func solveNeighbourhood(
    _ slots: Set<Int>, slack: Double
  ) throws(EngineFailure) {
    guard let best else { return }
    var free = [Bool](repeating: true, count: program.columnCount)
    for slot in formulation.seatColumns.indices where !slots.contains(slot) {
      if let column = formulation.seatColumns[slot] { free[column.index] = false }
    }
    // Applicants who are placed elsewhere stay there.
    var isElsewhere = [Bool](repeating: false, count: formulation.year.applicants.count)
    let first = formulation.firstTripleColumn
    for position in 0..<formulation.triples.count where best.values[first + position] != 0 {
      if !slots.contains(Int(slotOfTriple[position])) {
        isElsewhere[Int(formulation.triples.applicants[position])] = true
      }
    }
    for position in 0..<formulation.triples.count {
      let column = first + position
      free[column] =
        best.values[column] != 0 && slots.contains(Int(slotOfTriple[position]))
        || (slots.contains(Int(slotOfTriple[position]))
          && !isElsewhere[Int(formulation.triples.applicants[position])]
          && (master.masterColumn[column] >= 0 || isPromising(position, slack: slack)))
    }
    _ = try solvePart(keeping: best.values, free: free, start: best, nodes: 60)
  }

  /// Keeps the seats that the relaxation has whole, and solves the rest exactly
  /// ("relaxation enforced neighbourhood"; Berthold, "RENS: the optimal rounding",
  /// 2014).
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func roundSeats(_ root: PricingEnd) throws(EngineFailure) {
    let values = master.linear.columnValues()
    var kept = [Int64](repeating: 0, count: program.columnCount)
    var free = [Bool](repeating: true, count: program.columnCount)
    for column in formulation.seatColumns.compactMap({ $0?.index }) {
      let value = values[Int(master.masterColumn[column])]
      kept[column] = Int64(value.rounded())
      free[column] = abs(value - value.rounded()) > 1e-6
    }
    let slack = dearest / 40
    for (position, column) in formulation.tripleColumns.enumerated() {
      let seat = formulation.seatColumns[Int(slotOfTriple[position])]?.index ?? column
      free[column] =
        (free[seat] || kept[seat] > 0) && master.masterColumn[column] >= 0
        && master.gain(ofTriple: position, at: root.prices) >= -slack
    }
    _ = try solvePart(keeping: kept, free: free, start: nil, nodes: 200, gap: gap / 2)
  }

  /// Gives GLPK those of the triples priced in so far that may be in a better plan
  /// (a "restricted master heuristic"; Joncour, Michel, Sadykov, Sverdlov and
  /// Vanderbeck, "Column Generation based Primal Heuristics", 2010).
  ///
  /// From the basis of the relaxation that was solved last, the search begins at
  /// its end.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func searchMaster(_ end: PricingEnd) throws(EngineFailure) {
    guard let best else { return }
    var free = [Bool](repeating: true, count: program.columnCount)
    let slack = abs(end.bound - Double(best.objective)) + 1
    for (position, column) in formulation.tripleColumns.enumerated() {
      free[column] =
        best.values[column] != 0
        || master.masterColumn[column] >= 0
          && master.gain(ofTriple: position, at: end.prices) >= -slack
    }
    _ = try solvePart(keeping: best.values, free: free, start: best, nodes: 200, gap: gap / 2)
  }

  /// More triples than GLPK could search in hours.
  private static var mostTriplesToClose: Int { 50_000 }

  private static var nodesToClose: Int { 5_000 }

  /// Gives GLPK everything that may still be in a better plan.
  ///
  /// Every triple whose reduced cost at the root exceeds what there is to gain
  /// is out by proof (Dantzig, Fulkerson and Johnson 1954); if GLPK finishes,
  /// the best plan is optimal.
  mutating func close() throws(EngineFailure) {
    guard let start = best, start.objective != closedFrom, !clock.isOver else { return }
    // Not what later steps know: the reduced costs go with the root's bound.
    let slack = abs(boundAtPrices - Double(start.objective)) + 1e-6 * max(1, abs(boundAtPrices))
    var free = [Bool](repeating: true, count: program.columnCount)
    var count = 0
    for (position, column) in formulation.tripleColumns.enumerated() {
      free[column] = start.values[column] != 0 || isPromising(position, slack: slack)
      if free[column] { count += 1 }
    }
    guard count <= Self.mostTriplesToClose else { return }
    closedFrom = start.objective
    clock.tell(
      tier: tier.name, step: "closing over \(count) triples", value: start.objective,
      bound: wholeBound(bound, tier.sense), columns: count)
    let zeros = [Int64](repeating: 0, count: program.columnCount)
    if try solvePart(keeping: zeros, free: free, start: start, nodes: Self.nodesToClose),
      let best
    {
      bound = Double(best.objective)
    }
  }
}
