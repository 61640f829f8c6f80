// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import MatchingCore
internal import Programme
internal import Wording

/// Fills given seats with people, without a relaxation of the whole program.
///
/// A flow over all triples of the seats finds who would bring most and prices
/// seats and people; couples and quotas of people are all that it does not know.
/// The triples that it uses, and those that cost little more at its prices, are
/// then given to GLPK with every row of the program.
struct SeatFilling {
  let formulation: DispatchFormulation
  let program: IntegerProgram
  let tier: Tier
  let clock: RunClock
  let weights: [Int64]
  /// Triples that a pin or an announced placement asks for.
  private let isPinned: [Bool]
  /// Whether an applicant has such triples.
  private let hasPin: [Bool]
  /// Couples, by each of their members.
  private let companions: [Int: Set<Int>]

  init(
    _ formulation: DispatchFormulation, program: IntegerProgram, tier: Tier, clock: RunClock
  ) {
    self.formulation = formulation
    self.program = program
    self.tier = tier
    self.clock = clock
    weights = program.weights(of: tier)
    let triples = formulation.triples
    var isPinned = [Bool](repeating: false, count: triples.count)
    var hasPin = [Bool](repeating: false, count: formulation.year.applicants.count)
    var companions: [Int: Set<Int>] = [:]
    for row in program.rows {
      let rule = program.origin(of: row).rule
      guard Self.personalRules.contains(rule) else { continue }
      let members = Self.triples(of: row, program, formulation)
      let people = Set(members.map { Int(triples.applicants[$0]) })
      if rule == Rule.together.rawValue {
        for person in people { companions[person, default: []].formUnion(people) }
      } else {
        for member in members { isPinned[member] = true }
        for person in people { hasPin[person] = true }
      }
    }
    // Whoever cannot stay is wanted wherever they may go.
    let stays = hasPin
    for row in program.rows where program.origin(of: row).rule == DispatchFormulation.dropRow {
      for member in Self.triples(of: row, program, formulation)
      where !stays[Int(triples.applicants[member])] {
        isPinned[member] = true
        hasPin[Int(triples.applicants[member])] = true
      }
    }
    self.isPinned = isPinned
    self.hasPin = hasPin
    self.companions = companions
  }

  /// Rules that bind single applicants to places, or to each other.
  static let personalRules =
    [Rule.pin, .announced, .together].map(\.rawValue) + [DispatchFormulation.lossRow]

  /// The triples that a row speaks of.
  static func triples(
    of row: IntegerProgram.Row, _ program: IntegerProgram, _ formulation: DispatchFormulation
  ) -> [Int] {
    program.terms(of: row).compactMap { term in
      let triple = term.column.index - formulation.firstTripleColumn
      return formulation.triples.applicants.indices.contains(triple) ? triple : nil
    }
  }

  /// Fills the seats.
  ///
  /// - Parameters:
  ///   - seats: How many sit in each slot; they keep the rows of the structure.
  ///   - mending: Whether seats may move where single applicants' rules cannot
  ///     be kept otherwise.
  ///   - gap: Relative distance from the best for these seats that is near enough.
  /// - Returns: An assignment that keeps every row; nothing when there is none,
  ///   or none was found among few triples.
  func plan(_ seats: [Int64], mending: Bool, gap: Double = 0.001) -> Assignment? {
    let slots = seats.indices.filter { seats[$0] > 0 }
    guard !slots.isEmpty, let market = market(of: slots, seats) else { return nil }
    let solution = market.assignment.best(.mostPairsThenGreatestValue)
    let places = slots.reduce(Int64(0)) { $0 + seats[$1] }
    guard solution.pairs.count == places else { return nil }
    for width in [6, 40] {
      let near = nearTriples(market, solution, width: width)
      switch solve(program, tier, seats: seats, triples: near, gap: gap) {
      case .found(let plan): return plan
      case .stopped: return nil
      case .infeasible: continue
      }
    }
    guard mending else { return nil }
    return mended(seats, near: nearTriples(market, solution, width: 6))
  }

  enum Found {
    case found(Assignment)
    case infeasible
    case stopped
  }

  /// Gives GLPK some triples, with seats as given but for those that are free.
  func solve(
    _ program: IntegerProgram, _ tier: Tier, seats: [Int64], freeing free: Set<Int> = [],
    triples: [Int], gap: Double = 0.001
  ) -> Found {
    var isFree = [Bool](repeating: true, count: program.columnCount)
    var kept = [Int64](repeating: 0, count: program.columnCount)
    for (slot, column) in formulation.seatColumns.enumerated() where !free.contains(slot) {
      guard let column else { continue }
      kept[column.index] = seats[slot]
      isFree[column.index] = false
    }
    let first = formulation.firstTripleColumn
    for column in formulation.tripleColumns { isFree[column] = false }
    for triple in triples { isFree[first + triple] = true }
    let part = Subprogram(
      of: program, tier, keeping: kept, free: isFree, triples: formulation.tripleColumns)
    var settings = clock.limits
    settings.nodeLimit = 200
    settings.relativeGap = gap
    var solver = GLPKSolver()
    solver.tuning.branching = .last
    guard let outcome = try? solver.solve(part.program, tier: part.tier, options: settings) else {
      return .stopped
    }
    if let assignment = outcome.assignment {
      let plan = part.expanded(assignment)
      return program.violations(of: plan, tier: tier).isEmpty ? .found(plan) : .infeasible
    }
    return clock.isOver ? .stopped : .infeasible
  }
}

// MARK: - The flow

extension SeatFilling {
  /// The best flow for seats: what it is worth without the pins' bonus, and what
  /// each applicant's place at one of them is worth to the whole.
  func flow(for seats: [Int64]) -> (value: Int64, prices: [Double])? {
    let slots = seats.indices.filter { seats[$0] > 0 }
    guard !slots.isEmpty, let market = market(of: slots, seats) else { return nil }
    let solution = market.assignment.best(.mostPairsThenGreatestValue)
    let first = formulation.firstTripleColumn
    var isPlaced = [Bool](repeating: false, count: hasPin.count)
    var value: Int64 = 0
    for pair in solution.pairs {
      value += weights[first + Int(market.triples[pair])]
      isPlaced[Int(market.assignment.people[pair])] = true
    }
    // Whoever stays without a place has a price of zero.
    let zero =
      solution.personPrices.indices.first { !isPlaced[$0] && isFree($0) }
      .map { solution.personPrices[$0] } ?? 0
    return (value, solution.personPrices.map { max(0, Double($0 - zero)) })
  }

  /// Whether the flow may place an applicant anywhere.
  private func isFree(_ person: Int) -> Bool {
    !hasPin[person] && companions[person, default: []].count <= 1
  }

  /// What each slot is worth at prices of the applicants: the most that one of
  /// them brings there beyond his price.
  ///
  /// Of applicants whom the flow may not place anywhere it knows no price; theirs
  /// become what they bring beyond the slots' worth, so that they change none.
  func worth(ofSlotsAt prices: inout [Double]) -> [Double] {
    let triples = formulation.triples
    let first = formulation.firstTripleColumn
    var worth = [Double](repeating: 0, count: formulation.seatColumns.count)
    let isPriced = prices.indices.map { isFree($0) }
    for triple in 0..<triples.count {
      let person = Int(triples.applicants[triple])
      guard isPriced[person] else { continue }
      let gain = Double(weights[first + triple]) - prices[person]
      let slot = Int(triples.slots[triple])
      if gain > worth[slot] { worth[slot] = gain }
    }
    for person in prices.indices where !isPriced[person] {
      prices[person] = triples.ofApplicant[person].reduce(0) { price, triple in
        max(price, Double(weights[first + triple]) - worth[Int(triples.slots[triple])])
      }
    }
    return worth
  }

  private struct Market {
    var assignment: SparseAssignment
    /// The triple of each pair.
    var triples: [Int32]
    /// Triples beside them that rules about single applicants may call for.
    var wanted: [Int]
  }

  /// Who may sit where, and what for.
  ///
  /// A flow knows no couples, so of those only who is pinned stays in it; the
  /// partners get all their triples later. A pin is worth more than any sum of
  /// points. Triples that break soft rules stay out.
  private func market(of slots: [Int], _ seats: [Int64]) -> Market? {
    let triples = formulation.triples
    let first = formulation.firstTripleColumn
    let sign: Int64 = tier.sense == .maximize ? 1 : -1
    let isOutside = hasPin.indices.map { !hasPin[$0] && !isFree($0) }
    let widest = slots.reduce(UInt64(1)) { sum, slot in
      triples.ofSlot[slot].reduce(sum) { max($0, weights[first + Int($1)].magnitude) }
    }
    let bonus = Int64(clamping: widest) * Int64(slots.count + 1) * 2
    var members: [Int32] = []
    var people: [Int32] = []
    var places: [Int32] = []
    var values: [Int] = []
    var wanted: [Int] = []
    for (place, slot) in slots.enumerated() {
      for triple in triples.ofSlot[slot] {
        let person = Int(triples.applicants[Int(triple)])
        if isOutside[person] {
          if companions[person, default: []].contains(where: { hasPin[$0] }) {
            wanted.append(Int(triple))
          }
          continue
        }
        if hasPin[person] ? !isPinned[Int(triple)] : triples.penalties[Int(triple)] > 0 {
          continue
        }
        members.append(triple)
        people.append(Int32(person))
        places.append(Int32(place))
        let value = sign * weights[first + Int(triple)]
        values.append(Int(hasPin[person] ? value + bonus : value))
        if hasPin[person] { wanted.append(Int(triple)) }
      }
    }
    let assignment = try? SparseAssignment(
      personLimits: Array(repeating: 1, count: formulation.year.applicants.count),
      placeLimits: slots.map { Int(seats[$0]) }, people: people, places: places, values: values)
    return assignment.map { Market(assignment: $0, triples: members, wanted: wanted) }
  }

  /// The pairs of a flow, and for each place those few that would cost least.
  private func nearTriples(
    _ market: Market, _ solution: SparseAssignment.Solution, width: Int
  ) -> [Int] {
    let assignment = market.assignment
    var chosen = Set(solution.pairs.map { Int(market.triples[$0]) } + market.wanted)
    var pair = 0
    while pair < assignment.places.count {
      let place = assignment.places[pair]
      var end = pair
      while end < assignment.places.count, assignment.places[end] == place { end += 1 }
      let reduced = (pair..<end).map { index in
        solution.personPrices[Int(assignment.people[index])]
          - solution.placePrices[Int(place)] - assignment.values[index]
      }
      let order = reduced.indices.sorted { (reduced[$0], $0) < (reduced[$1], $1) }
      let count = width + assignment.placeLimits[Int(place)]
      for index in order.prefix(count) { chosen.insert(Int(market.triples[pair + index])) }
      pair = end
    }
    return chosen.sorted()
  }
}

// MARK: - Mending

extension SeatFilling {
  /// Fills the seats after moving some: those of the countries in which single
  /// applicants' rules cannot be kept with the seats as they are.
  private func mended(_ seats: [Int64], near: [Int]) -> Assignment? {
    let triples = formulation.triples
    let slots = formulation.eligibility.slots
    let facts = formulation.eligibility.facts
    guard let rows = brokenRows(seats, near: near), !rows.isEmpty else { return nil }
    var countries: Set<Int> = []
    for row in rows {
      for triple in Self.triples(of: row, program, formulation) {
        countries.insert(facts[slots[Int(triples.slots[triple])].post].country)
      }
    }
    var free: Set<Int> = []
    var chosen = Set(near)
    let first = formulation.firstTripleColumn
    let sign: Int64 = tier.sense == .maximize ? -1 : 1
    for slot in slots.indices
    where formulation.seatColumns[slot] != nil
      && countries.contains(facts[slots[slot].post].country)
    {
      free.insert(slot)
      let members = triples.ofSlot[slot].map { Int($0) }
      let order = members.filter { triples.penalties[$0] == 0 }.sorted {
        (sign * weights[first + $0], $0) < (sign * weights[first + $1], $1)
      }
      chosen.formUnion(order.prefix(4))
      chosen.formUnion(members.filter { isPinned[$0] })
    }
    clock.tell(
      tier: tier.name, step: "mending the seats of \(countries.count) countries",
      columns: chosen.count)
    guard
      case .found(let plan) = solve(
        program, tier, seats: seats, freeing: free, triples: chosen.sorted())
    else { return nil }
    return plan
  }

  /// Rows about single applicants of which as few as possible are broken; nothing
  /// when there is more in the way.
  private func brokenRows(_ seats: [Int64], near: [Int]) -> [IntegerProgram.Row]? {
    var elastic = IntegerProgram()
    for column in program.columns {
      let (lower, upper) = program.bounds(of: column)
      elastic.addColumn(lower: lower, upper: upper)
    }
    var goal = Tier(name: "broken rows", sense: .minimize, terms: [])
    var rowOfColumn: [(column: Column, row: IntegerProgram.Row)] = []
    for row in program.rows {
      let (lower, upper) = program.bounds(of: row)
      var terms = program.terms(of: row)
      if Self.personalRules.contains(program.origin(of: row).rule) {
        for (sign, side) in [(Int64(1), lower), (-1, upper)] where side != nil {
          let column = elastic.addColumn(lower: 0, upper: 1)
          terms.append(Term(column, sign))
          goal.terms.append(Term(column, 1))
          rowOfColumn.append((column, row))
        }
      }
      elastic.addRow(terms: terms, lower: lower, upper: upper)
    }
    guard case .found(let plan) = solve(elastic, goal, seats: seats, triples: near) else {
      return nil
    }
    return rowOfColumn.filter { plan[$0.column] > 0 }.map(\.row)
  }
}
