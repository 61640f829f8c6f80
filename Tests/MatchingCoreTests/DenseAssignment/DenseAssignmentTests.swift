// SPDX-License-Identifier: GPL-3.0-or-later
@testable internal import MatchingCore
internal import TestSupport
internal import Testing

@Suite struct DenseAssignmentTests {
  /// Compares one matrix with trying all, in every kind of number and both
  /// senses.
  private func compare(_ matrix: SmallMatrix) throws {
    for isMaximizing in [false, true] {
      let best = matrix.best(isMaximizing: isMaximizing)
      let whole = try matrix.whole(isMaximizing ? .maximize : .minimize)
      for outcome in [whole.solved(), whole.solvedInWholeNumbers()] {
        guard case .optimal(let found) = outcome else {
          #expect(best == nil, "\(matrix)")
          check(outcome, matrix)
          continue
        }
        #expect(found.value == best, "\(matrix)")
        let flaw = flaw(
          of: found.floating, rows: matrix.rows, columns: matrix.columns,
          isMaximizing: isMaximizing, tolerance: 0
        ) { matrix.cells[$0 * matrix.columns + $1].map { Double($0) } }
        #expect(flaw == nil, "\(matrix)")
      }
      let floating = try matrix.floating(isMaximizing ? .maximize : .minimize, dividedBy: 7)
      guard case .optimal(let found) = floating.solved() else {
        #expect(best == nil, "\(matrix)")
        continue
      }
      let largest = matrix.cells.compactMap { $0?.magnitude }.max() ?? 0
      let tolerance = 1e-14 * (1 + Double(largest))
      let difference = best.map { abs(Double($0) / 7 - found.value) } ?? .infinity
      #expect(difference <= tolerance, "\(matrix)")
      let flaw = flaw(
        of: found, rows: matrix.rows, columns: matrix.columns, isMaximizing: isMaximizing,
        tolerance: tolerance
      ) { matrix.cells[$0 * matrix.columns + $1].map { Double($0) / 7 } }
      #expect(flaw == nil, "\(matrix)")
    }
  }

  /// A shortage must be one.
  private func check(_ outcome: DenseOutcome<Int64>, _ matrix: SmallMatrix) {
    guard case .infeasible(let shortage) = outcome else { return }
    #expect(shortage.isOfRows == (matrix.rows <= matrix.columns), "\(matrix)")
    #expect(shortage.allowed.count < shortage.members.count, "\(matrix)")
    for member in shortage.members {
      for other in 0..<(shortage.isOfRows ? matrix.columns : matrix.rows)
      where !shortage.allowed.contains(other) {
        let cell =
          shortage.isOfRows
          ? matrix.cells[member * matrix.columns + other]
          : matrix.cells[other * matrix.columns + member]
        #expect(cell == nil, "\(matrix)")
      }
    }
  }

  @Test(
    "solves every matrix of zeros, ones and forbidden cells",
    arguments: [(1, 1), (1, 3), (2, 2), (2, 3), (3, 2), (2, 4)])
  func exhaustive(rows: Int, columns: Int) throws {
    let kinds: [Int64?] = [0, 1, nil]
    var count = 1
    for _ in 0..<(rows * columns) { count *= 3 }
    for number in 0..<count {
      var rest = number
      var cells: [Int64?] = []
      for _ in 0..<(rows * columns) {
        cells.append(kinds[rest % 3])
        rest /= 3
      }
      try compare(SmallMatrix(rows: rows, columns: columns, cells: cells))
    }
  }

  @Test("agrees with trying all on 3,000 random small matrices", arguments: 1...4)
  func random(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<3_000 { try compare(SmallMatrix(&random)) }
  }

  @Test("proves larger matrices of every shape", arguments: DenseShape.allCases)
  func larger(shape: DenseShape) throws {
    for (rows, columns) in [(64, 64), (150, 150), (97, 131), (131, 97), (7, 200)] {
      var random = SplitMix64(seed: UInt64(rows * columns))
      let costs = shape.costs(rows, columns, &random)
      for isMaximizing in [false, true] {
        let problem = try DenseProblem(
          checking: costs, rows: rows, columns: columns,
          objective: isMaximizing ? .maximize : .minimize)
        guard case .optimal(let found) = problem.solved() else {
          Issue.record("infeasible")
          continue
        }
        let tolerance = shape.isWhole ? 0 : 1e-12 * (costs.map(\.magnitude).max() ?? 0)
        let flaw = flaw(
          of: found, rows: rows, columns: columns, isMaximizing: isMaximizing,
          tolerance: tolerance
        ) { costs[$0 * columns + $1] }
        #expect(flaw == nil, "\(rows) × \(columns)")
        guard shape.isWhole else { continue }
        let whole = try DenseProblem(
          checking: costs.map { Int64($0) }, rows: rows, columns: columns,
          objective: isMaximizing ? .maximize : .minimize)
        guard case .optimal(let exact) = whole.solvedInWholeNumbers() else {
          Issue.record("infeasible")
          continue
        }
        #expect(Double(exact.value) == found.value)
      }
    }
  }

  @Test("cannot overflow: the largest costs on 300 lines")
  func largest() throws {
    var random = SplitMix64(seed: 11)
    let costs: [Int64] = (0..<90_000).map { _ in
      random.chance(50) ? 1 << 40 : -(1 << 40) + Int64(random.below(3))
    }
    let problem = try DenseProblem(checking: costs, rows: 300, columns: 300)
    #expect(!problem.hasExactSums)
    guard case .optimal(let found) = problem.solved() else {
      Issue.record("infeasible")
      return
    }
    let floating = found.floating
    let flaw = flaw(of: floating, rows: 300, columns: 300, isMaximizing: false, tolerance: 0) {
      Double(costs[$0 * 300 + $1])
    }
    #expect(flaw == nil)
  }

  @Test("gives the same answer twice")
  func deterministic() throws {
    var random = SplitMix64(seed: 5)
    let costs = DenseShape.smallIntegers.costs(200, 200, &random)
    let problem = try DenseProblem(checking: costs, rows: 200, columns: 200)
    guard case .optimal(let first) = problem.solved(), case .optimal(let second) = problem.solved()
    else {
      Issue.record("infeasible")
      return
    }
    #expect(first.columnOf == second.columnOf && first.columnDuals == second.columnDuals)
  }

  @Test("refuses what is no matrix of costs")
  func invalid() throws {
    #expect(throws: DenseProblem<Double>.Invalid.size(rows: 2, columns: 2, costs: 3)) {
      try DenseProblem(checking: [1.0, 2, 3], rows: 2, columns: 2)
    }
    #expect(throws: DenseProblem<Int64>.Invalid.cost(row: 1, column: 0, value: 1 << 41)) {
      try DenseProblem(checking: [1, 2, 1 << 41, 3] as [Int64], rows: 2, columns: 2)
    }
    #expect(throws: DenseProblem<Double>.Invalid.tooLarge(rows: 40_000, columns: 40_000)) {
      try DenseProblem(checking: [Double](), rows: 40_000, columns: 40_000)
    }
    #expect(throws: DenseProblem<Double>.Invalid.cost(row: 0, column: 1, value: 0x1p41)) {
      try DenseProblem(checking: [1, 0x1p41], rows: 1, columns: 2)
    }
    #expect(throws: (any Error).self) {
      try DenseProblem(checking: Array(repeating: Double.nan, count: 9), rows: 3, columns: 3)
    }
  }

  @Test("takes empty matrices")
  func empty() throws {
    for (rows, columns) in [(0, 0), (0, 3), (3, 0)] {
      let problem = try DenseProblem(checking: [Double](), rows: rows, columns: columns)
      guard case .optimal(let found) = problem.solved() else {
        Issue.record("infeasible")
        continue
      }
      #expect(found.value == 0 && found.pairs.isEmpty)
      #expect(found.rowDuals.count == rows && found.columnDuals.count == columns)
    }
  }
}

extension DenseAssignment<Int64> {
  /// The same with floating numbers, exact for the sizes of these tests.
  var floating: DenseAssignment<Double> {
    DenseAssignment<Double>(
      value: Double(value), rowDuals: rowDuals.map { Double($0) },
      columnDuals: columnDuals.map { Double($0) }, gap: gap, columnOf: columnOf)
  }
}

/// Kinds of matrices that call for different parts of the kernel.
enum DenseShape: CaseIterable {
  case uniform, smallIntegers, twoCosts, geometric, products, columnEffects

  var isWhole: Bool {
    switch self {
    case .smallIntegers, .twoCosts, .products: true
    case .uniform, .geometric, .columnEffects: false
    }
  }

  func costs(_ rows: Int, _ columns: Int, _ random: inout SplitMix64) -> [Double] {
    var unit: Double { Double(random.next() >> 11) * 0x1p-53 }
    let left = (0..<rows).map { _ in (unit, unit) }
    let right = (0..<columns).map { _ in (unit, unit) }
    var costs: [Double] = []
    for row in 0..<rows {
      for column in 0..<columns {
        switch self {
        case .uniform: costs.append(unit)
        case .smallIntegers: costs.append(Double(random.below(100)))
        case .twoCosts: costs.append(random.below(columns) < 3 ? 1 : 100)
        case .geometric:
          let x = left[row].0 - right[column].0
          let y = left[row].1 - right[column].1
          costs.append((x * x + y * y).squareRoot())
        case .products: costs.append(Double((row + 1) * (column + 1)))
        case .columnEffects: costs.append(left[row].0 + 10 * right[column].0 + 0.01 * unit)
        }
      }
    }
    return costs
  }
}
