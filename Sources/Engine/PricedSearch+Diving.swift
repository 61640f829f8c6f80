// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming
internal import Wording

extension PricedSearch {
  /// Rounds decisions up a few at a time, solving and pricing in between, until
  /// all are whole; then places the applicants exactly.
  ///
  /// When a step leaves rows broken it is taken back and made smaller; a single
  /// decision that breaks rows is rounded down instead; and when that breaks
  /// them too, some of the last steps are taken back.
  ///
  /// From a node of the search instead of the root, who is counted where is
  /// decided by rounding too.
  mutating func dive(isFromNode: Bool = false) throws(EngineFailure) {
    var fixed: [Int] = []
    var isWhole = true
    for (number, stage) in (isFromNode ? [branchingColumns] : stages).enumerated() where isWhole {
      if number == 0, let best, !isAboutLevels, !isFromNode {
        // Who reaches which level is taken over from the best plan.
        let counts = formulation.fairnessGroups.map(\.column.index)
        for column in counts + stage {
          let value = Double(best.values[column])
          master.setBounds(ofProgramColumn: column, lower: value, upper: value)
          fixed.append(column)
        }
        isWhole = try keepsRows()
      } else {
        isWhole = try round(stage, &fixed)
      }
    }
    if isWhole {
      let seats = roundedSeats()
      tell("seats of a dive")
      if formulation.triples.isComplete {
        try placeApplicants(seats: seats)
      } else {
        // Few triples suffice, and GLPK is slow over all of the master's.
        let filling = SeatFilling(formulation, program: program, tier: tier, clock: clock)
        if let plan = filling.plan(seats, mending: true, gap: gap / 10) { offer(plan) }
      }
    }
    for column in fixed { freeBounds(of: column) }
  }

  /// Makes the decisions of one stage whole; false when no way was found.
  private mutating func round(
    _ decisions: [Int], _ fixed: inout [Int]
  ) throws(EngineFailure) -> Bool {
    let floor = fixed.count
    var step = Int.max
    var retreats = 0
    while true {
      if clock.isOver { return false }
      let fractional = fractional(decisions)
      if fractional.isEmpty { return true }
      let near = fractional.prefix { $0.value.rounded(.up) - $0.value < 0.3 }.count
      let count = min(step, max(1, min(near, fractional.count / 4)))
      let batch = Array(fractional.prefix(count))
      for entry in batch {
        let whole = entry.value.rounded(.up)
        master.setBounds(
          ofProgramColumn: entry.column, lower: whole,
          upper: max(whole, upper(of: entry.column)))
      }
      fixed += batch.map(\.column)
      if try keepsRows() {
        step = step < Int.max / 2 ? step * 2 : step
        tell("dive, \(fractional.count) undecided")
        continue
      }
      for entry in batch { freeBounds(of: entry.column) }
      fixed.removeLast(batch.count)
      step = max(1, batch.count / 4)
      if batch.count == 1, let entry = batch.first {
        master.setBounds(
          ofProgramColumn: entry.column, lower: 0, upper: entry.value.rounded(.down))
        fixed.append(entry.column)
      }
      while try !keepsRows() {
        // Neither way: the trouble lies further back.
        retreats += 1
        if clock.isOver || retreats > 12 { return false }
        let count = min(fixed.count - floor, retreats * 3)
        if count == 0 { return false }
        for column in fixed.suffix(count) { freeBounds(of: column) }
        fixed.removeLast(count)
      }
    }
  }

  /// The undecided columns, nearest to the whole number above first.
  private func fractional(_ decisions: [Int]) -> [(value: Double, column: Int)] {
    let values = master.linear.columnValues()
    var found: [(value: Double, column: Int)] = []
    for column in decisions {
      let value = values[Int(master.masterColumn[column])]
      if abs(value - value.rounded()) > 1e-6 { found.append((value, column)) }
    }
    func distance(_ value: Double) -> Double { value.rounded(.up) - value }
    return found.sorted { (distance($0.value), $0.column) < (distance($1.value), $1.column) }
  }

  /// Solves and prices under the present bounds; whether all rows are kept.
  private mutating func keepsRows(
    _ method: SimplexMethod = .dualThenPrimal
  ) throws(EngineFailure) -> Bool {
    let end = try price(method, nearEnough: 1e-4, rounds: 4)
    if end.reason == .infeasible || end.reason == .stopped { return false }
    return master.elasticity(master.linear.columnValues()) < 1e-6
  }

  private func roundedSeats() -> [Int64] {
    let values = master.linear.columnValues()
    return formulation.seatColumns.map { column in
      column.map { Int64(values[Int(master.masterColumn[$0.index])].rounded()) } ?? 0
    }
  }

  /// Fills given seats with people, priced in for the purpose.
  mutating func fill(_ seats: [Int64]) throws(EngineFailure) {
    for (slot, column) in formulation.seatColumns.enumerated() {
      guard let column else { continue }
      let whole = Double(seats[slot])
      master.setBounds(ofProgramColumn: column.index, lower: whole, upper: whole)
    }
    // So many bounds at once leave the dual method in a degenerate stall.
    if try keepsRows(.primal) { try placeApplicants(seats: seats) }
    for column in formulation.seatColumns { if let column { freeBounds(of: column.index) } }
    // The root's basis suits the freed bounds again, and at the root's price of
    // broken rows: seats that nobody can fill have driven it up.
    master.resetElasticPrice()
    restoreBasis()
    _ = try keepsRows(.primal)
  }

  /// With the seats as given, finds the best placements among the triples that
  /// were priced in.
  private mutating func placeApplicants(seats: [Int64]) throws(EngineFailure) {
    var kept = [Int64](repeating: 0, count: program.columnCount)
    var free = [Bool](repeating: true, count: program.columnCount)
    for (slot, column) in formulation.seatColumns.enumerated() {
      guard let column else { continue }
      kept[column.index] = seats[slot]
      free[column.index] = false
    }
    for (position, column) in formulation.tripleColumns.enumerated() {
      free[column] =
        seats[Int(slotOfTriple[position])] > 0 && master.masterColumn[column] >= 0
    }
    _ = try solvePart(keeping: kept, free: free, start: nil, nodes: 2_000)
  }

  private func upper(of column: Int) -> Double {
    limits(of: column, in: node).upper
  }

  mutating func freeBounds(of column: Int) {
    let limits = limits(of: column, in: node)
    master.setBounds(ofProgramColumn: column, lower: limits.lower, upper: limits.upper)
  }
}
