// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKBackend
import IntegerProgramming
import Testing

/// Column generation on cutting stock (Gilmore and Gomory 1961).
///
/// Rolls are cut into ordered widths with the fewest rolls. A column is a
/// pattern of one roll, found by a knapsack over the prices of the rows.
@Suite("Column generation")
struct CuttingStockTests {
  struct Order {
    var roll: Int
    var widths: [Int]
    var demands: [Int]
  }

  /// The pattern worth most at the prices, and its worth.
  static func bestPattern(_ order: Order, prices: [Double]) -> (counts: [Int], worth: Double) {
    var worth = [Double](repeating: 0, count: order.roll + 1)
    var choice = [Int](repeating: -1, count: order.roll + 1)
    for length in 1...order.roll {
      worth[length] = worth[length - 1]
      for (item, width) in order.widths.enumerated()
      where width <= length && worth[length - width] + prices[item] > worth[length] + 1e-12 {
        worth[length] = worth[length - width] + prices[item]
        choice[length] = item
      }
    }
    var counts = [Int](repeating: 0, count: order.widths.count)
    var length = order.roll
    while length > 0 {
      let item = choice[length]
      if item < 0 {
        length -= 1
      } else {
        counts[item] += 1
        length -= order.widths[item]
      }
    }
    return (counts, worth[order.roll])
  }

  static func append(_ counts: [Int], to batch: inout ColumnBatch) {
    let used = counts.indices.filter { counts[$0] > 0 }
    batch.append(
      cost: 1, isInteger: true, rows: used.map { Int32($0) },
      values: used.map { Double(counts[$0]) })
  }

  /// Solves the relaxation over all patterns; checks the proof at each step.
  static func generate(_ order: Order, into master: inout LinearMaster) throws -> [[Int]] {
    _ = try master.addRows(order.demands.map { RowBounds(lower: Double($0)) })
    var patterns: [[Int]] = []
    var batch = ColumnBatch()
    for item in order.widths.indices {
      var counts = [Int](repeating: 0, count: order.widths.count)
      counts[item] = order.roll / order.widths[item]
      patterns.append(counts)
      append(counts, to: &batch)
    }
    _ = try master.addColumns(batch)
    for _ in 0..<500 {
      let status = try master.solveLinear(.primal)
      #expect(status == .optimal)
      let prices = master.rowDuals()
      expectProof(master, prices: prices, patterns: patterns, order: order)
      let (counts, worth) = bestPattern(order, prices: prices)
      if worth <= 1 + 1e-9 { return patterns }
      patterns.append(counts)
      batch = ColumnBatch()
      append(counts, to: &batch)
      _ = try master.addColumns(batch)
    }
    Issue.record("Column generation did not end.")
    return patterns
  }

  /// Primal and dual feasibility, equal values, and the reduced costs by hand.
  static func expectProof(
    _ master: borrowing LinearMaster, prices: [Double], patterns: [[Int]], order: Order
  ) {
    let values = master.columnValues()
    let reduced = master.reducedCosts()
    let objective = master.objective()
    let dualObjective = zip(prices, order.demands).reduce(0) { $0 + $1.0 * Double($1.1) }
    #expect(abs(objective - dualObjective) < 1e-6)
    #expect(prices.allSatisfy { $0 >= -1e-9 })
    for (column, counts) in patterns.enumerated() {
      let byHand = 1 - zip(counts, prices).reduce(0) { $0 + Double($1.0) * $1.1 }
      #expect(abs(byHand - reduced[column]) < 1e-7)
      #expect(reduced[column] >= -1e-7)
      #expect(abs(reduced[column] * values[column]) < 1e-6)
    }
    let sums = master.rowValues()
    for row in order.demands.indices {
      let byHand = patterns.indices.reduce(0) { $0 + Double(patterns[$1][row]) * values[$1] }
      #expect(abs(byHand - sums[row]) < 1e-6)
      #expect(sums[row] >= Double(order.demands[row]) - 1e-6)
    }
  }

  @Test("finds the known bound of a textbook order, and a plan of that many rolls")
  func textbook() throws {
    // Chvátal, Linear Programming (1983), chapter 13: 452.25 rolls.
    let order = Order(roll: 1000, widths: [450, 360, 310, 140], demands: [97, 610, 395, 211])
    var master = try LinearMaster(maximizing: false)
    let patterns = try Self.generate(order, into: &master)
    let bound = master.objective()
    #expect(abs(bound - 452.25) < 1e-6)
    let result = try master.solveInteger(options: IntegerOptions())
    #expect(result.status == .optimal)
    #expect(result.objective == 453)
    let values = try #require(result.values)
    for row in order.demands.indices {
      let made = patterns.indices.reduce(0) { $0 + patterns[$1][row] * Int(values[$1]) }
      #expect(made >= order.demands[row])
    }
    // The relaxation is still there, and its basis still optimal.
    var options = LinearOptions()
    options.iterationLimit = 0
    _ = try master.solveLinear(.primal)
    #expect(abs(master.objective() - bound) < 1e-9)
  }

  @Test("keeps primal and dual proofs on random orders", arguments: 0..<12)
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let widths = Array(Set((0..<12).map { _ in Int.random(in: 20...90, using: &generator) }))
      .sorted()
    let order = Order(
      roll: 200, widths: widths,
      demands: widths.map { _ in Int.random(in: 1...40, using: &generator) })
    var master = try LinearMaster(maximizing: false)
    let patterns = try Self.generate(order, into: &master)
    let bound = master.objective()
    let basis = master.basis()
    // A new row changes nothing as long as it holds; the dual method repairs it.
    let all = try master.addRows([RowBounds(lower: bound.rounded(.up))])
    master.setRow(
      all.lowerBound, columns: (0..<patterns.count).map { Int32($0) },
      values: patterns.map { _ in 1 })
    let status = try master.solveLinear(.dual)
    #expect(status == .optimal)
    let raised = master.objective()
    #expect(abs(raised - bound.rounded(.up)) < 1e-6)
    master.removeRows([all.lowerBound])
    master.setBasis(rows: basis.rows, columns: basis.columns)
    var options = LinearOptions()
    options.iterationLimit = 1
    let back = try master.solveLinear(.primal, options: options)
    #expect(back == .optimal)
    let again = master.objective()
    #expect(abs(again - bound) < 1e-9)
    // Columns no basis uses can go.
    let idle = basis.columns.indices.filter { basis.columns[$0] != .basic }
    master.removeColumns(idle)
    let smaller = try master.solveLinear(.primal)
    #expect(smaller == .optimal)
    let same = master.objective()
    #expect(abs(same - bound) < 1e-9)
    let left = master.columnCount
    #expect(left == patterns.count - idle.count)
  }
}
