// SPDX-License-Identifier: GPL-3.0-or-later
internal import Foundation
internal import InstanceFamilies
internal import MatchingCore
internal import SeededRandom

/// Our side of the dense cases.
///
/// Timed is all that a caller pays from a row-major array of Float64, which the
/// peers are handed too: checking every cost, solving, duals, and the pass over
/// the matrix that proves them. The peers check less and return no duals
/// (lapjv's are not asked for).
enum DenseDriver {
  static func solve(_ arguments: [String]) throws -> Answer {
    let (rows, columns, costs) = try read(arguments)
    let (seconds, outcome) = try timed {
      try DenseProblem(checking: costs, rows: rows, columns: columns).solved()
    }
    guard case .optimal(let found) = outcome else {
      return Answer(status: "infeasible", seconds: seconds)
    }
    let dual = found.rowDuals.reduce(0, +) + found.columnDuals.reduce(0, +)
    return Answer(
      status: "optimal", objective: found.value, bound: dual, seconds: seconds,
      extra: ["gap": found.gap])
  }

  /// 1 % of the rows have other costs: those of the lines left over.
  static func changeRows(_ arguments: [String]) throws -> Answer {
    try again(arguments) { solver, costs, spareRows, random in
      let columns = solver.columns
      let rows = random.sample(spareRows.count, of: Array(0..<solver.rows))
      for (row, fresh) in zip(rows, spareRows) {
        costs.replaceSubrange((row * columns)..<((row + 1) * columns), with: fresh)
      }
      return timed {
        for (row, fresh) in zip(rows, spareRows) { try? solver.setCosts(fresh, row: row) }
        return solver.solve()
      }
    }
  }

  /// 1 % of the cells, scattered, cost up to 10 % more or less, rounded to whole
  /// ones where costs are whole.
  static func changeCells(_ arguments: [String]) throws -> Answer {
    try again(arguments) { solver, costs, _, random in
      let columns = solver.columns
      let isWhole = costs.allSatisfy { $0 == $0.rounded() }
      let cells = (0..<(costs.count / 100)).map { _ in random.below(costs.count) }.sorted()
      for cell in cells {
        let cost = costs[cell] * (0.9 + 0.2 * random.unitInterval())
        costs[cell] = isWhole ? cost.rounded() : cost
      }
      return timed {
        for cell in cells {
          try? solver.setCost(costs[cell], row: cell / columns, column: cell % columns)
        }
        return solver.solve()
      }
    }
  }

  /// 1 % of the places close.
  static func close(_ arguments: [String]) throws -> Answer {
    try again(arguments) { solver, costs, _, random in
      let (rows, columns) = (solver.rows, solver.columns)
      let closing = random.sample(columns / 100, of: Array(0..<columns))
      for column in closing {
        for row in 0..<rows { costs[row * columns + column] = .infinity }
      }
      return timed {
        for column in closing { solver.closeColumn(column) }
        return solver.solve()
      }
    }
  }

  /// Solves all but the last rows of a matrix (1 in 101), changes, and solves
  /// again, both ways.
  private static func again(
    _ arguments: [String],
    _ change: (inout DenseSolver, inout [Double], [[Double]], inout SplitMix64) -> (
      seconds: Double, result: DenseOutcome<Double>
    )
  ) throws -> Answer {
    let (allRows, columns, all) = try read(arguments)
    let rows = allRows - allRows / 101
    var costs = Array(all[..<(rows * columns)])
    let spareRows = (rows..<allRows).map { Array(all[($0 * columns)..<(($0 + 1) * columns)]) }
    var random = SplitMix64(seed: 2)
    var solver = try DenseSolver(DenseProblem(checking: costs, rows: rows, columns: columns))
    _ = solver.solve()
    let (seconds, outcome) = change(&solver, &costs, spareRows, &random)
    let (scratch, other) = try timed {
      try DenseProblem(checking: costs, rows: rows, columns: columns).solved()
    }
    guard case .optimal(let found) = outcome, case .optimal(let expected) = other,
      abs(found.value - expected.value) <= 1e-9 * (1 + abs(expected.value))
    else { return Answer(status: "unknown", seconds: seconds) }
    return Answer(
      status: "optimal", objective: found.value, seconds: seconds,
      extra: ["scratch": scratch, "share": seconds / scratch])
  }

  private static func read(
    _ arguments: [String]
  ) throws -> (rows: Int, columns: Int, costs: [Double]) {
    let data = try Data(contentsOf: URL(filePath: arguments[arguments.count - 1]))
    var offset = 0
    let sizes = InstanceFile.numbers(Int64.self, in: data, from: &offset, count: 2)
    let (rows, columns) = (Int(sizes[0]), Int(sizes[1]))
    let costs = InstanceFile.numbers(
      Double.self, in: data, from: &offset, count: rows * columns)
    return (rows, columns, costs)
  }
}
