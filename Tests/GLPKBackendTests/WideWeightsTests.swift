// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKBackend
import IntegerProgramming
import Testing

/// Knapsacks with large numbers, on which GLPK alone returns wrong optima.
@Suite("With wide numbers the solver")
struct WideWeightsTests {
  /// How the large numbers are spread.
  enum Shape: CaseIterable {
    case oneLarge, halfLarge, proportional, allLarge, uniform
  }

  struct Case: Sendable, CustomStringConvertible {
    var shape: Shape
    var width: Int64
    var seed: UInt64
    var description: String { "\(shape) up to \(width), seed \(seed)" }
  }

  static func cases(upTo widest: Int64) -> [Case] {
    var cases: [Case] = []
    var width: Int64 = 10_000
    while width <= widest {
      for shape in Shape.allCases {
        cases += (0..<8).map { Case(shape: shape, width: width, seed: $0) }
      }
      width *= 10
    }
    return cases
  }

  /// Small numbers and large ones that follow the shape.
  static func numbers(_ item: Case, count: Int) -> (small: [Int64], large: [Int64]) {
    var generator = SplitMix64(seed: item.seed)
    let small = (0..<count).map { _ in Int64.random(in: 1...30, using: &generator) }
    let large = (0..<count).map { index -> Int64 in
      let noise = Int64.random(in: 0...9, using: &generator)
      switch item.shape {
      case .oneLarge: return index == 0 ? item.width : noise + 1
      case .halfLarge: return index % 2 == 0 ? item.width - noise : noise + 1
      case .proportional: return small[index] * item.width / 100 + noise
      case .allLarge: return item.width - noise
      case .uniform: return Int64.random(in: 1...item.width, using: &generator)
      }
    }
    return (small, large)
  }

  /// A knapsack, and its best value by trying every subset.
  static func knapsack(
    values: [Int64], weights: [Int64]
  ) -> (program: IntegerProgram, tier: Tier, best: Int64) {
    var program = IntegerProgram()
    let columns = values.map { _ in program.addColumn(in: 0...1) }
    let capacity = weights.reduce(0, +) / 2
    program.addRow(terms: zip(columns, weights).map { $0 * $1 }, upper: capacity)
    let tier = Tier(
      name: "value", sense: .maximize, terms: zip(columns, values).map { $0 * $1 })
    var sums: [(weight: Int64, value: Int64)] = [(0, 0)]
    for (weight, value) in zip(weights, values) {
      sums += sums.map { ($0.weight + weight, $0.value + value) }
    }
    let best = sums.reduce(0) { $1.weight <= capacity ? max($0, $1.value) : $0 }
    return (program, tier, best)
  }

  @Test("is right about wide tiers", arguments: cases(upTo: GLPKSolver.widestWeight))
  func wideTiers(item: Case) throws {
    let (small, large) = Self.numbers(item, count: 12)
    let (program, tier, best) = Self.knapsack(values: large, weights: small)
    let outcome = try GLPKSolver().solve(program, tier: tier)
    #expect(outcome.assignment?.objective == best)
    var options = SolveOptions()
    options.start = Assignment(values: [Int64](repeating: 0, count: 12), objective: 0)
    let fromStart = try GLPKSolver().solve(program, tier: tier, options: options)
    #expect(fromStart.assignment?.objective == best)
  }

  @Test("is right about wide rows", arguments: cases(upTo: GLPKSolver.widestCoefficient))
  func wideRows(item: Case) throws {
    let (small, large) = Self.numbers(item, count: 12)
    let (program, tier, best) = Self.knapsack(values: small, weights: large)
    let outcome = try GLPKSolver().solve(program, tier: tier)
    #expect(outcome.assignment?.objective == best)
  }

  @Test(
    "is right about wide tiers over wide rows", arguments: cases(upTo: GLPKSolver.widestCoefficient)
  )
  func wideBoth(item: Case) throws {
    let (_, large) = Self.numbers(item, count: 12)
    let (program, tier, best) = Self.knapsack(values: large, weights: large)
    let outcome = try GLPKSolver().solve(program, tier: tier)
    #expect(outcome.assignment?.objective == best)
  }

  @Test("refuses what is wider, or names no optimum", arguments: [8, 9, 12, 15])
  func refusals(digits: Int) throws {
    let width = (0..<digits).reduce(Int64(1)) { product, _ in product * 10 }
    let item = Case(shape: .oneLarge, width: width, seed: 1)
    let (small, large) = Self.numbers(item, count: 12)
    let wideTier = Self.knapsack(values: large, weights: small)
    let failure = #expect(throws: SolverFailure.self) {
      _ = try GLPKSolver().solve(wideTier.program, tier: wideTier.tier)
    }
    guard case .unsupported = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    var options = SolveOptions()
    options.relativeGap = 1e-4
    let rough = try GLPKSolver().solve(wideTier.program, tier: wideTier.tier, options: options)
    guard case .stopped(by: .gap, let best?, let bound?) = rough else {
      Issue.record("\(rough)")
      return
    }
    #expect(best.objective <= wideTier.best)
    #expect(bound >= Double(wideTier.best))
    let wideRow = Self.knapsack(values: small, weights: large)
    #expect(throws: SolverFailure.self) {
      _ = try GLPKSolver().solve(wideRow.program, tier: wideRow.tier)
    }
  }

  @Test("takes wide numbers with a wide common divisor")
  func divisors() throws {
    let item = Case(shape: .uniform, width: 1000, seed: 5)
    let (small, large) = Self.numbers(item, count: 12)
    let million = large.map { $0 * 1_000_000 }
    let (program, tier, best) = Self.knapsack(values: million, weights: small)
    #expect(try GLPKSolver().solve(program, tier: tier).assignment?.objective == best)
    let rows = Self.knapsack(values: small, weights: million)
    #expect(
      try GLPKSolver().solve(rows.program, tier: rows.tier).assignment?.objective == rows.best)
  }
}
