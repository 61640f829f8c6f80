// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKBackend
import IntegerProgramming
import Synchronization
import Testing

@Suite("A master")
struct LinearMasterTests {
  let methods: [SimplexMethod] = [.primal, .dual, .dualThenPrimal]

  @Test("tells infeasible from unbounded with every method")
  func statuses() throws {
    for method in methods {
      var infeasible = try sampleMaster()
      infeasible.setRowBounds(0, RowBounds(upper: -1))
      var status = try infeasible.solveLinear(method)
      #expect(status == .infeasible)
      var unbounded = try sampleMaster()
      unbounded.setRowBounds(0, RowBounds())
      status = try unbounded.solveLinear(method)
      #expect(status == .unbounded)
      let result = try unbounded.solveInteger(options: IntegerOptions())
      #expect(result.status == .infeasibleOrUnbounded)
      #expect(result.values == nil)
      unbounded.setColumnBounds(0, lower: -5, upper: 5)
      status = try unbounded.solveLinear(method)
      #expect(status == .optimal)
      let objective = unbounded.objective()
      #expect(objective == 13)
    }
  }

  @Test("gives prices by one convention for minimum and maximum")
  func prices() throws {
    var master = try sampleMaster()
    _ = try master.solveLinear(.primal)
    let prices = master.rowDuals()
    let reduced = master.reducedCosts()
    #expect(prices == [2])
    #expect(reduced == [0, 1])
  }

  @Test("stops at limits, and goes on from there")
  func limits() throws {
    var master = try hardMaster(seed: 1, rows: 30, columns: 60)
    var options = LinearOptions()
    options.timeLimit = 0
    var status = try master.solveLinear(.primal, options: options)
    #expect(status == .stopped(.time))
    options.timeLimit = nil
    options.isCancelled = { true }
    status = try master.solveLinear(.primal, options: options)
    #expect(status == .stopped(.cancellation))
    options.isCancelled = nil
    options.iterationLimit = 3
    var rounds = 0
    repeat {
      status = try master.solveLinear(.primal, options: options)
      rounds += 1
    } while status == .stopped(.work) && rounds < 1000
    #expect(status == .optimal)
    #expect(rounds > 1)
    let slow = master.objective()
    master.resetBasis(triangular: true)
    _ = try master.solveLinear(.dualThenPrimal)
    let fast = master.objective()
    #expect(abs(slow - fast) < 1e-6)
  }

  @Test("stops an integer search at limits with a valid bound")
  func integerLimits() throws {
    var reference = try hardMaster(seed: 2, rows: 12, columns: 35)
    let best = try reference.solveInteger(options: IntegerOptions())
    #expect(best.status == .optimal)
    var options = IntegerOptions()
    options.nodeLimit = 5
    options.cuts = []
    var master = try hardMaster(seed: 2, rows: 12, columns: 35)
    let few = try master.solveInteger(options: options)
    #expect(few.status == .stopped(.work))
    #expect(few.bound >= best.objective - 1e-6 && few.bound.isFinite)
    if few.values != nil { #expect(few.objective <= best.objective + 1e-6) }
    options.nodeLimit = nil
    options.timeLimit = 0
    let none = try master.solveInteger(options: options)
    #expect(none.status == .stopped(.time))
    options.timeLimit = nil
    options.isCancelled = { true }
    let cancelled = try master.solveInteger(options: options)
    #expect(cancelled.status == .stopped(.cancellation))
    options.isCancelled = nil
    options.relativeGap = 0.5
    let rough = try master.solveInteger(options: options)
    #expect(rough.bound >= best.objective - 1e-6)
    #expect(rough.values != nil)
    options.relativeGap = 0
    let again = try master.solveInteger(options: options)
    #expect(abs(again.objective - best.objective) < 1e-6)
  }

  @Test("reports progress that brackets the answer, and stops when told")
  func progress() throws {
    var master = try hardMaster(seed: 3, rows: 12, columns: 35)
    var options = IntegerOptions()
    options.cuts = []
    options.progressInterval = 0
    var states: [SolveProgress] = []
    options.progress = { states.append($0) }
    let best = try master.solveInteger(options: options)
    #expect(!states.isEmpty)
    for state in states {
      if let bound = state.bound { #expect(bound >= best.objective - 1e-6) }
      if let incumbent = state.incumbent { #expect(incumbent <= best.objective + 1e-6) }
    }
    var calls = 0
    options.isCancelled = {
      calls += 1
      return calls > 20
    }
    let stopped = try master.solveInteger(options: options)
    #expect(stopped.status == .stopped(.cancellation))
    #expect(stopped.bound >= best.objective - 1e-6)
  }

  @Test("starts from a point, and beats a cutoff or says that it cannot", arguments: 0..<6)
  func cutoffs(seed: UInt64) throws {
    var master = try hardMaster(seed: 10 + seed, rows: 8, columns: 20)
    let best = try master.solveInteger(options: IntegerOptions())
    let values = try #require(best.values)
    for value in [best.objective, 0] {
      var options = IntegerOptions()
      options.cutoff = value
      let result = try master.solveInteger(options: options)
      if value == best.objective {
        #expect(result.status == .infeasible && result.values == nil)
      } else {
        #expect(abs(result.objective - best.objective) < 1e-6)
      }
      options.start = values
      let started = try master.solveInteger(options: options)
      if value != best.objective {
        #expect(abs(started.objective - best.objective) < 1e-6)
      }
    }
    let columnCount = master.columnCount
    #expect(columnCount == 20)
    var options = IntegerOptions()
    options.start = values
    options.nodeLimit = 0
    let held = try master.solveInteger(options: options)
    #expect(held.values == values)
  }

  /// A multidimensional knapsack with weights that need some branching.
  private func hardMaster(
    seed: UInt64, rows: Int, columns: Int
  ) throws(SolverFailure) -> LinearMaster {
    var generator = SplitMix64(seed: seed)
    var master = try LinearMaster(maximizing: true)
    let weights = (0..<columns).map { _ in
      (0..<rows).map { _ in Double(Int.random(in: 10...99, using: &generator)) }
    }
    _ = try master.addRows(
      (0..<rows).map { row in
        RowBounds(upper: (weights.reduce(0) { $0 + $1[row] } / 2).rounded(.down))
      })
    var batch = ColumnBatch()
    for column in weights {
      let noise = Double(Int.random(in: 0...30, using: &generator))
      batch.append(
        cost: (column.reduce(0, +) / Double(rows)).rounded() + noise, upper: 1, isInteger: true,
        rows: (0..<rows).map { Int32($0) }, values: column)
    }
    _ = try master.addColumns(batch)
    return master
  }
}
