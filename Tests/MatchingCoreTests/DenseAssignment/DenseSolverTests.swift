// SPDX-License-Identifier: GPL-3.0-or-later
@testable internal import MatchingCore
internal import TestSupport
internal import Testing

@Suite struct DenseSolverTests {
  /// A solver and what it should know.
  private struct Session: ~Copyable {
    var matrix: SmallMatrix
    var isRowOpen: [Bool]
    var isColumnOpen: [Bool]
    let divisor: Double
    var solver: DenseSolver

    init(_ matrix: SmallMatrix, dividedBy divisor: Double) throws {
      self.matrix = matrix
      self.divisor = divisor
      isRowOpen = Array(repeating: true, count: matrix.rows)
      isColumnOpen = Array(repeating: true, count: matrix.columns)
      solver = try DenseSolver(matrix.floating(.minimize, dividedBy: divisor))
    }

    mutating func change(_ random: inout SplitMix64) throws {
      let row = random.below(matrix.rows)
      let column = random.below(matrix.columns)
      switch random.below(6) {
      case 0:
        isRowOpen[row].toggle()
        if isRowOpen[row] { solver.openRow(row) } else { solver.closeRow(row) }
      case 1:
        isColumnOpen[column].toggle()
        if isColumnOpen[column] {
          solver.openColumn(column)
        } else {
          solver.closeColumn(column)
        }
      default:
        let cell: Int64? = random.chance(15) ? nil : Int64(random.integer(in: -9...9))
        matrix.cells[row * matrix.columns + column] = cell
        let cost = cell.map { Double($0) / divisor } ?? .infinity
        try solver.setCost(cost, row: row, column: column)
      }
    }

    /// The matrix of open lines.
    var open: SmallMatrix {
      let rows = isRowOpen.indices.filter { isRowOpen[$0] }
      let columns = isColumnOpen.indices.filter { isColumnOpen[$0] }
      return SmallMatrix(
        rows: rows.count, columns: columns.count,
        cells: rows.flatMap { row in columns.map { matrix.cells[row * matrix.columns + $0] } })
    }

    /// What is wrong with the next solve; nothing if all is right.
    mutating func flaw() -> String? {
      let small = open
      let best = small.rows <= small.columns ? small.best() : nil
      switch solver.solve() {
      case .infeasible(let shortage):
        if best != nil { return "infeasible" }
        let hasWay = shortage.members.contains { row in
          matrix.cells[(row * matrix.columns)..<((row + 1) * matrix.columns)].enumerated()
            .contains {
              $0.element != nil && isColumnOpen[$0.offset]
                && !shortage.allowed.contains($0.offset)
            }
        }
        if hasWay || shortage.members.count <= shortage.allowed.count { return "no shortage" }
        return nil
      case .optimal(let found):
        guard let best else { return "optimal" }
        let tolerance = divisor == 1 ? 0 : 1e-12
        if abs(found.value - Double(best) / divisor) > tolerance { return "value \(found.value)" }
        let cells = matrix.cells
        let columns = matrix.columns
        let divisor = divisor
        return MatchingCoreTests.flaw(
          of: found, rows: matrix.rows, columns: columns, isMaximizing: false,
          tolerance: tolerance, openRows: isRowOpen, openColumns: isColumnOpen
        ) { cells[$0 * columns + $1].map { Double($0) / divisor } }
      }
    }
  }

  @Test("keeps up with random changes of small matrices", arguments: 1...4)
  func changes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<1_000 {
      var matrix = SmallMatrix(&random)
      if matrix.rows > matrix.columns { swap(&matrix.rows, &matrix.columns) }
      if matrix.cells.contains(where: { ($0 ?? 0).magnitude > 9_999 }) { continue }
      var session = try Session(matrix, dividedBy: random.pick([1, 7]))
      for _ in 0..<8 {
        let flaw = session.flaw()
        #expect(flaw == nil, "\(session.matrix) \(session.isRowOpen) \(session.isColumnOpen)")
        for _ in 0...random.below(3) { try session.change(&random) }
      }
    }
  }

  @Test("stays proven over changes of larger matrices", arguments: DenseShape.allCases)
  func larger(shape: DenseShape) throws {
    let rows = 120
    let columns = 126
    var random = SplitMix64(seed: 3)
    var costs = shape.costs(rows, columns, &random)
    var solver = try DenseSolver(DenseProblem(checking: costs, rows: rows, columns: columns))
    var isColumnOpen = Array(repeating: true, count: columns)
    for round in 0..<6 {
      let tolerance = shape.isWhole ? 0 : 1e-11
      guard case .optimal(let found) = solver.solve() else {
        Issue.record("infeasible")
        return
      }
      let flaw = flaw(
        of: found, rows: rows, columns: columns, isMaximizing: false, tolerance: tolerance,
        openColumns: isColumnOpen
      ) { costs[$0 * columns + $1] }
      #expect(flaw == nil, "round \(round)")
      let fresh = shape.costs(rows, columns, &random)
      for _ in 0..<(costs.count / 100) {
        let cell = random.below(costs.count)
        costs[cell] = fresh[cell]
        try solver.setCost(costs[cell], row: cell / columns, column: cell % columns)
      }
      if round == 3 { solver.openColumn(17) }
      isColumnOpen[17] = round == 3
      if round != 3 { solver.closeColumn(17) }
      if round == 2 {
        solver.closeColumn(5)
        isColumnOpen[5] = false
      }
    }
  }

  @Test("refuses what it cannot keep")
  func invalid() throws {
    let tall = try DenseProblem(checking: [1.0, 2], rows: 2, columns: 1)
    #expect(throws: DenseSolver.Invalid.shape(rows: 2, columns: 1)) {
      _ = try DenseSolver(tall)
    }
    let wide = try DenseProblem(checking: [1.0, 2], rows: 1, columns: 2)
    #expect(throws: DenseSolver.Invalid.self) {
      var solver = try DenseSolver(wide)
      try solver.setCost(.nan, row: 0, column: 0)
    }
  }
}
