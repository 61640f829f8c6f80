// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKBackend
import IntegerProgramming
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
}
