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

  /// Another cost for 1 % of the cells, drawn from the cells themselves.
  static func change(_ arguments: [String]) throws -> Answer {
    try again(arguments) { solver, costs, random in
      let columns = solver.columns
      let cells = (0..<(costs.count / 100)).map { _ in random.below(costs.count) }.sorted()
      let fresh = cells.map { _ in costs[random.below(costs.count)] }
      for (cell, cost) in zip(cells, fresh) { costs[cell] = cost }
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
    try again(arguments) { solver, costs, random in
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

  /// Solves, changes, and solves again, both ways.
  private static func again(
    _ arguments: [String],
    _ change: (inout DenseSolver, inout [Double], inout SplitMix64) -> (
      seconds: Double, result: DenseOutcome<Double>
    )
  ) throws -> Answer {
    var (rows, columns, costs) = try read(arguments)
    var random = SplitMix64(seed: 2)
    var solver = try DenseSolver(DenseProblem(checking: costs, rows: rows, columns: columns))
    _ = solver.solve()
    let (seconds, outcome) = change(&solver, &costs, &random)
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
