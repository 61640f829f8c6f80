// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKBackend
import IntegerProgramming
import MatchingCore
import MusubiPlanning

/// The samples of the article "The engine".
enum Engine {
  static func program() throws {
    // sample: program
    var program = IntegerProgram()
    let buses = program.addColumn(named: "buses", in: 0...10)
    let vans = program.addColumn(named: "vans", in: 0...10)
    program.addRow(named: "seats", terms: [buses * 40, vans * 9], lower: 130)
    let cost = Tier(name: "cost", sense: .minimize, terms: [buses * 700, vans * 200])

    switch try GLPKSolver().solve(program, tier: cost) {
    case .optimal(let best):
      print("\(best[buses]) buses, \(best[vans]) vans, cost \(best.objective)")
      print("violations:", program.violations(of: best, tier: cost))
    case .infeasible: print("no such fleet")
    case let other: print(other)
    }
    // end
  }

  static func tiers() throws {
    // sample: tiers
    var program = IntegerProgram()
    let (one, other) = (program.addColumn(in: 0...1), program.addColumn(in: 0...1))
    program.addRow(terms: [one * 1, other * 1], upper: 1)
    let filled = Tier(name: "filled", sense: .maximize, terms: [one * 1, other * 1])
    let points = Tier(name: "points", sense: .maximize, terms: [one * 70, other * 82])

    let solver = GLPKSolver()
    if let first = try solver.solve(program, tier: filled).assignment {
      program.hold(filled, at: first.objective)
      if let best = try solver.solve(program, tier: points).assignment {
        print("filled \(first.objective), points \(best.objective)")
      }
    }
    // end
  }

  static func matching() throws {
    // sample: matching
    let wishes: [Int64] = [
      90, 40, 10,
      80, 70, 20,
    ]
    let problem = try DenseProblem(checking: wishes, rows: 2, columns: 3, objective: .maximize)
    if case .optimal(let best) = problem.solved() {
      print(best.value, best.pairs.map { "person \($0.row) to place \($0.column)" })
      print("proof:", best.rowDuals.reduce(0, +) + best.columnDuals.reduce(0, +))
    }
    // end
  }
}
