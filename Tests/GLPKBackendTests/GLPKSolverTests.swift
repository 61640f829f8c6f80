// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKBackend
import IntegerProgramming
import Synchronization
import Testing

@Suite("The solver")
struct GLPKSolverTests {
  let solver = GLPKSolver()

  @Test("agrees with enumeration on small random programs", arguments: 0..<20)
  func agreesWithEnumeration(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<25 {
      let (program, tier) = randomProgram(&generator)
      let expected = bestByEnumeration(program, tier)
      switch try solver.solve(program, tier: tier) {
      case .optimal(let assignment):
        #expect(assignment.objective == expected)
        #expect(program.violations(of: assignment, tier: tier).isEmpty)
      case .infeasible: #expect(expected == nil)
      case let other: Issue.record("\(other) instead of \(String(describing: expected))")
      }
    }
  }

  @Test("agrees with enumeration from a start and a cutoff", arguments: 0..<10)
  func agreesWithEnumerationFromStart(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed + 1000)
    for _ in 0..<25 {
      let (program, tier) = randomProgram(&generator)
      guard let expected = bestByEnumeration(program, tier) else { continue }
      let worse = Tier(
        name: "", sense: tier.sense == .minimize ? .maximize : .minimize, terms: tier.terms,
        constant: tier.constant)
      let first = try #require(try solver.solve(program, tier: worse).assignment)
      var options = SolveOptions()
      options.start = first
      let fromStart = try solver.solve(program, tier: tier, options: options)
      #expect(fromStart.assignment?.objective == expected)
      options.start = fromStart.assignment
      #expect(
        try solver.solve(program, tier: tier, options: options).assignment?.objective == expected)
      options.start = nil
      options.cutoff = expected
      #expect(
        try solver.solve(program, tier: tier, options: options)
          == .nothingBetter(than: expected))
      options.cutoff = expected + (tier.sense == .minimize ? 1 : -1)
      #expect(
        try solver.solve(program, tier: tier, options: options).assignment?.objective == expected)
    }
  }

  @Test("solves programs without columns, rows or tier")
  func emptyPrograms() throws {
    var program = IntegerProgram()
    let tier = Tier(name: "nothing", sense: .minimize, terms: [], constant: 4)
    #expect(try solver.solve(program, tier: nil) == .optimal(.init(values: [], objective: 0)))
    #expect(try solver.solve(program, tier: tier) == .optimal(.init(values: [], objective: 4)))
    program.addRow(terms: [], lower: 1)
    #expect(try solver.solve(program, tier: tier) == .infeasible)
    program.setBounds(of: IntegerProgram.Row(index: 0), lower: 0, upper: 0)
    #expect(try solver.solve(program, tier: tier).assignment != nil)
    program.addColumn(in: 2...2)
    #expect(try solver.solve(program, tier: nil).assignment?.values == [2])
  }

  @Test("calls a contradiction infeasible, whoever finds it")
  func infeasible() throws {
    var program = IntegerProgram()
    let columns = (0..<4).map { _ in program.addColumn(in: 0...1) }
    let row = program.addRow(terms: columns.map { $0 * 2 }, lower: 9)
    #expect(try solver.solve(program, tier: nil) == .infeasible)
    program.setBounds(of: row, lower: 3, upper: 3)
    #expect(try solver.solve(program, tier: nil) == .infeasible)
    // Found by search only: three pairs of which each needs exactly one.
    program.setBounds(of: row, lower: nil, upper: nil)
    for (first, second) in [(0, 1), (1, 2), (0, 2)] {
      program.addRow(terms: [columns[first] * 1, columns[second] * 1], lower: 1, upper: 1)
    }
    #expect(try solver.solve(program, tier: nil) == .infeasible)
    var plain = GLPKSolver()
    plain.tuning.usesPresolver = false
    #expect(try plain.solve(program, tier: nil) == .infeasible)
    program.setBounds(of: columns[0], lower: 1, upper: 0)
    #expect(try solver.solve(program, tier: nil) == .infeasible)
  }

  @Test("calls a program without a best assignment unbounded or infeasible")
  func unbounded() throws {
    var program = IntegerProgram()
    let column = program.addColumn(upper: nil)
    let tier = Tier(name: "more", sense: .maximize, terms: [column * 1])
    #expect(try solver.solve(program, tier: tier) == .infeasibleOrUnbounded)
    program.addRow(terms: [column * 1], lower: 3)
    #expect(try solver.solve(program, tier: tier) == .infeasibleOrUnbounded)
    let least = Tier(name: "less", sense: .minimize, terms: [column * 1])
    #expect(try solver.solve(program, tier: least).assignment?.objective == 3)
  }

  @Test("stops at once when there is no time or it is cancelled, keeping the start")
  func limits() throws {
    let (program, tier) = hardProgram(seed: 1)
    let start = Assignment(values: [Int64](repeating: 0, count: 40), objective: 0)
    var options = SolveOptions()
    options.timeLimit = 0
    #expect(
      try solver.solve(program, tier: tier, options: options)
        == .stopped(by: .time, best: nil, bound: nil))
    options.start = start
    #expect(try solver.solve(program, tier: tier, options: options).assignment == start)
    options.timeLimit = nil
    options.isCancelled = { true }
    #expect(
      try solver.solve(program, tier: tier, options: options)
        == .stopped(by: .cancellation, best: start, bound: nil))
    let calls = Counter()
    options.isCancelled = { calls.value.add(1, ordering: .relaxed).newValue > 5 }
    options.start = nil
    var plain = GLPKSolver()
    plain.tuning.cuts = []
    let outcome = try plain.solve(program, tier: tier, options: options)
    // On a quick machine the search may end first.
    if case .optimal = outcome { return }
    guard case .stopped(by: .cancellation, _, let bound?) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(bound > 0)
  }

  @Test("stops at a node limit or a gap with a bound that holds")
  func bounds() throws {
    let (program, tier) = hardProgram(seed: 2)
    let best = try #require(try solver.solve(program, tier: tier).assignment)
    var options = SolveOptions()
    options.nodeLimit = 3
    let few = try solver.solve(program, tier: tier, options: options)
    if case .stopped(_, let found, let bound) = few {
      if let bound { #expect(bound >= Double(best.objective) - 1e-6) }
      if let found { #expect(found.objective <= best.objective) }
    }
    options.nodeLimit = nil
    options.relativeGap = 0.2
    let rough = try solver.solve(program, tier: tier, options: options)
    if case .stopped(by: let limit, let found?, let bound?) = rough {
      #expect(limit == .gap)
      #expect(bound >= Double(best.objective) - 1e-6)
      #expect(bound - Double(found.objective) <= 0.2 * Double(found.objective) + 1)
    }
    #expect(rough.assignment != nil)
    let seen = Counter()
    options.relativeGap = 0
    options.progress = { state in
      seen.value.add(1, ordering: .relaxed)
      if let bound = state.bound { #expect(bound >= Double(best.objective) - 1e-6) }
    }
    _ = try solver.solve(program, tier: tier, options: options)
    #expect(seen.value.load(ordering: .relaxed) > 0)
  }

  @Test("refuses a start that does not fit")
  func badStart() {
    let (program, tier) = hardProgram(seed: 3)
    var options = SolveOptions()
    for (values, objective) in [([], 0), ([Int64](repeating: 1, count: 40), 0)] {
      options.start = Assignment(values: values, objective: Int64(objective))
      #expect(throws: SolverFailure.self) {
        _ = try solver.solve(program, tier: tier, options: options)
      }
    }
  }

  @Test("solves tiers in order, each keeping those before it")
  func tiers() throws {
    var (program, first) = hardProgram(seed: 4)
    let columns = Array(program.columns)
    let second = Tier(name: "few", sense: .minimize, terms: columns.map { $0 * 1 })
    let value = try #require(try solver.solve(program, tier: first).assignment).objective
    first.constant = 5
    program.hold(first, at: value + 5)
    let fewest = try #require(try solver.solve(program, tier: second).assignment)
    #expect(program.value(of: first, at: fewest.values) == Int128(value + 5))
  }

  /// A knapsack in several dimensions that needs some branching.
  private func hardProgram(seed: UInt64) -> (program: IntegerProgram, tier: Tier) {
    var generator = SplitMix64(seed: seed)
    var program = IntegerProgram()
    let columns = (0..<40).map { _ in program.addColumn(in: 0...1) }
    for _ in 0..<10 {
      let weights = columns.map { _ in Int64.random(in: 10...99, using: &generator) }
      program.addRow(
        terms: zip(columns, weights).map { $0 * $1 }, upper: weights.reduce(0, +) / 2)
    }
    let tier = Tier(
      name: "points", sense: .maximize,
      terms: columns.map { $0 * Int64.random(in: 10...99, using: &generator) })
    return (program, tier)
  }
}
