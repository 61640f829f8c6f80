// SPDX-License-Identifier: GPL-3.0-or-later
import Dispatch
import Foundation
import GLPKBackend
import IntegerProgramming
import Synchronization
import Testing

/// A small repeatable generator (Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The best value of a tier over all points of a small box, or nil if no point
/// satisfies the program.
func bestByEnumeration(_ program: IntegerProgram, _ tier: Tier) -> Int64? {
  let boxes = program.columns.map { program.bounds(of: $0) }
  var values = boxes.map { $0.lower ?? 0 }
  var best: Int64?
  search: while true {
    let objective = Int64(program.value(of: tier, at: values))
    if program.violations(of: Assignment(values: values, objective: objective)).isEmpty,
      best.map({ tier.sense.prefers(objective, to: $0) }) ?? true
    {
      best = objective
    }
    var column = 0
    while column < values.count {
      values[column] += 1
      if values[column] <= boxes[column].upper ?? 0 { continue search }
      values[column] = boxes[column].lower ?? 0
      column += 1
    }
    return best
  }
}

/// A random program small enough for enumeration.
func randomProgram(_ generator: inout SplitMix64) -> (program: IntegerProgram, tier: Tier) {
  var program = IntegerProgram()
  let columns = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
    let lower = Int64.random(in: -3...1, using: &generator)
    return program.addColumn(in: lower...(lower + Int64.random(in: 0...4, using: &generator)))
  }
  for _ in 0..<Int.random(in: 0...5, using: &generator) {
    let terms = columns.filter { _ in Bool.random(using: &generator) }
      .map { $0 * Int64.random(in: -9...9, using: &generator) }
    let middle = Int64.random(in: -12...12, using: &generator)
    let width = Int64.random(in: 0...9, using: &generator)
    switch Int.random(in: 0...3, using: &generator) {
    case 0: program.addRow(terms: terms, lower: middle)
    case 1: program.addRow(terms: terms, upper: middle)
    case 2: program.addRow(terms: terms, lower: middle, upper: middle + width)
    default: program.addRow(terms: terms, lower: -width, upper: -width)
    }
  }
  let tier = Tier(
    name: "points", sense: Bool.random(using: &generator) ? .minimize : .maximize,
    terms: columns.map { $0 * Int64.random(in: -20...20, using: &generator) },
    constant: Int64.random(in: -5...5, using: &generator))
  return (program, tier)
}

/// Runs work on a thread of its own and waits for it.
func onOwnThread(_ work: @escaping @Sendable () -> Void) {
  onOwnThreads(1) { _ in work() }
}

/// Runs numbered work on as many threads at once and waits for all.
func onOwnThreads(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
  let done = DispatchSemaphore(value: 0)
  for index in 0..<count {
    let thread = Thread {
      work(index)
      done.signal()
    }
    thread.start()
  }
  for _ in 0..<count { done.wait() }
}

/// A number that many threads may raise.
final class Counter: Sendable {
  let value = Atomic<Int>(0)
}

/// Carries a master to another thread, which the compiler would forbid.
final class Smuggler: @unchecked Sendable {
  var master: LinearMaster
  var failures: [SolverFailure] = []

  init(_ master: consuming LinearMaster) { self.master = master }

  /// Notes what a call throws.
  func attempt(_ call: (inout LinearMaster) throws(SolverFailure) -> Void) {
    do { try call(&master) } catch { failures.append(error) }
  }
}

/// Checks that masters can be made and solved on the current thread.
func expectThreadWorks(_ location: SourceLocation = #_sourceLocation) {
  do {
    var master = try sampleMaster()
    let status = try master.solveLinear(.primal)
    #expect(status == .optimal, sourceLocation: location)
    let objective = master.objective()
    #expect(abs(objective - 7) < 1e-9, sourceLocation: location)
    let result = try master.solveInteger(options: IntegerOptions())
    #expect(result.status == .optimal, sourceLocation: location)
  } catch {
    Issue.record(error, sourceLocation: location)
  }
}

/// Maximize 2x + 3y where x + y <= 3 and y <= 1: the best value is 7.
func sampleMaster() throws(SolverFailure) -> LinearMaster {
  var master = try LinearMaster(maximizing: true)
  _ = try master.addRows([RowBounds(upper: 3)])
  var batch = ColumnBatch()
  batch.append(cost: 2, isInteger: true, rows: [0], values: [1])
  batch.append(cost: 3, upper: 1, isInteger: true, rows: [0], values: [1])
  _ = try master.addColumns(batch)
  return master
}
