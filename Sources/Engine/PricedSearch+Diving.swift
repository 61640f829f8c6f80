// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import GLPKBackend
internal import IntegerProgramming

extension PricedSearch {
  /// Rounds decisions up a few at a time, solving and pricing in between, until
  /// all are whole; then places the applicants exactly.
  ///
  /// When a step leaves rows broken it is taken back and made smaller; a single
  /// decision that breaks rows is rounded down instead.
  mutating func dive() throws(EngineFailure) {
    var step = Int.max
    var fixed: [Int] = []
    while true {
      if clock.isOver { break }
      let values = master.linear.columnValues()
      var fractional: [(value: Double, column: Int)] = []
      for column in decisions {
        let value = values[Int(master.masterColumn[column])]
        if abs(value - value.rounded()) > 1e-6 { fractional.append((value, column)) }
      }
      if fractional.isEmpty { break }
      // The nearest to the whole number above first; ties by position.
      func distance(_ value: Double) -> Double { value.rounded(.up) - value }
      fractional.sort { (distance($0.value), $0.column) < (distance($1.value), $1.column) }
      let near = fractional.prefix { distance($0.value) < 0.3 }.count
      let count = min(step, max(1, min(near, fractional.count / 4)))
      let batch = Array(fractional.prefix(count))
      for entry in batch {
        master.setBounds(
          ofProgramColumn: entry.column, lower: entry.value.rounded(.up),
          upper: max(entry.value.rounded(.up), upper(of: entry.column)))
      }
      let end = try price(.dualThenPrimal, nearEnough: 1e-4, rounds: 4)
      let isBroken =
        end.reason == .infeasible || master.elasticity(master.linear.columnValues()) > 1e-6
      if end.reason == .stopped { break }
      if isBroken {
        for entry in batch { freeBounds(of: entry.column) }
        if batch.count == 1, let entry = batch.first {
          master.setBounds(
            ofProgramColumn: entry.column, lower: 0, upper: entry.value.rounded(.down))
          fixed.append(entry.column)
        }
        step = max(1, batch.count / 4)
        let again = try price(.dualThenPrimal, nearEnough: 1e-4, rounds: 4)
        if again.reason == .infeasible || again.reason == .stopped { break }
        if master.elasticity(master.linear.columnValues()) > 1e-6 { break }
      } else {
        fixed += batch.map(\.column)
        step = step < Int.max / 2 ? step * 2 : step
      }
      tell("dive, \(fractional.count) undecided")
    }
    try placeApplicants()
    for column in fixed { freeBounds(of: column) }
  }

  /// With the decisions rounded as they stand, finds the best placements among
  /// the triples that were priced in.
  private mutating func placeApplicants() throws(EngineFailure) {
    let values = master.linear.columnValues()
    guard values.allSatisfy(\.isFinite) else { return }
    var kept = [Int64](repeating: 0, count: program.columnCount)
    var free = [Bool](repeating: true, count: program.columnCount)
    for column in decisions {
      kept[column] = Int64(values[Int(master.masterColumn[column])].rounded())
      free[column] = false
    }
    for (position, column) in formulation.tripleColumns.enumerated() {
      let seat = formulation.seatColumns[Int(slotOfTriple[position])]
      let isOpen = seat.map { kept[$0.index] > 0 } ?? false
      free[column] = isOpen && master.masterColumn[column] >= 0
    }
    _ = try solvePart(keeping: kept, free: free, start: nil, nodes: 2_000)
  }

  private func upper(of column: Int) -> Double {
    program.bounds(of: Column(index: column)).upper.map { Double($0) } ?? .infinity
  }

  private mutating func freeBounds(of column: Int) {
    let (lower, upper) = program.bounds(of: Column(index: column))
    master.setBounds(
      ofProgramColumn: column, lower: lower.map { Double($0) } ?? -.infinity,
      upper: upper.map { Double($0) } ?? .infinity)
  }
}
