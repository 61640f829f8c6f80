// SPDX-License-Identifier: GPL-3.0-or-later

/// Keeps a dense assignment at its best while costs change and lines close.
///
/// Every open row is to have a column; costs are minimised. Duals and matching
/// are kept between solves: only rows whose cell is no longer their best, and
/// columns that were given back, are augmented again.
///
/// Whole costs are exact as long as `DenseAssignment.gap` can be (see there).
/// The solver owns a copy of the costs.
///
/// - Complexity: A change is O(1) (a closed or opened column O(*rows*)); a solve
///   O(*rows* + *columns*) and a shortest path for each row or column that lost
///   its place.
@safe
public struct DenseSolver: ~Copyable {
  /// Why a solver cannot be made or a change not be taken.
  public enum Invalid: Error, Equatable, Sendable {
    /// There are no rows, or more rows than columns.
    case shape(rows: Int, columns: Int)
    /// The problem asks for a maximum.
    case maximum
    /// A cost is no number or beyond ±2⁴⁰.
    case cost(row: Int, column: Int, value: Double)
  }

  /// Rows of the matrix.
  public let rows: Int
  /// Columns of the matrix.
  public let columns: Int
  /// The kernel's matrix: `rows * columns` cells, freed in `deinit`, which runs
  /// before the kernel's own but frees nothing the kernel's reads.
  private let costs: UnsafeMutablePointer<Double>
  private var kernel: DenseKernel<Double>
  private var isRowOpen: [Bool]
  /// Rows whose costs changed since the last solve, each once.
  private var changed: [Int] = []
  private var hasChanged: [Bool]
  private var isFirst = true
  private var least: Double
  private var greatest: Double

  /// Takes a copy of a problem's costs; nothing is solved yet.
  ///
  /// - Parameter problem: A problem to minimise, with at least as many columns
  ///   as rows.
  /// - Throws: What does not fit.
  /// - Complexity: O(*rows* · *columns*).
  public init(_ problem: DenseProblem<Double>) throws(Invalid) {
    guard problem.rows >= 1, problem.rows <= problem.columns else {
      throw .shape(rows: problem.rows, columns: problem.columns)
    }
    guard problem.objective == .minimize else { throw .maximum }
    rows = problem.rows
    columns = problem.columns
    let count = problem.costs.count
    let copy = UnsafeMutablePointer<Double>.allocate(capacity: count)
    unsafe problem.costs.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe copy.initialize(from: base, count: count)
    }
    if problem.hasNegativeInfinity {
      for index in 0..<count where unsafe copy[index] == -.infinity {
        unsafe copy[index] = .infinity
      }
    }
    unsafe costs = copy
    least = problem.least
    greatest = problem.greatest
    unsafe kernel = DenseKernel(
      rows: rows, columns: columns, costs: UnsafePointer(copy), range: greatest - least,
      isWhole: problem.isWhole && problem.hasExactSums)
    isRowOpen = Array(repeating: true, count: rows)
    hasChanged = Array(repeating: false, count: rows)
  }

  deinit { unsafe costs.deallocate() }
}

// MARK: - Changes

extension DenseSolver {
  /// Gives a cell another cost; an infinity forbids it.
  ///
  /// - Parameters:
  ///   - cost: The cost.
  ///   - row: The cell's row.
  ///   - column: The cell's column.
  /// - Throws: What is wrong with the cost.
  /// - Precondition: The cell lies in the matrix.
  public mutating func setCost(_ cost: Double, row: Int, column: Int) throws(Invalid) {
    precondition(
      row >= 0 && row < rows && column >= 0 && column < columns,
      "Cell (\(row), \(column)) of \(rows) × \(columns).")
    guard cost.isInfinite || cost.magnitude <= largestCost else {
      throw .cost(row: row, column: column, value: cost)
    }
    let value = cost.isInfinite ? .infinity : cost
    unsafe costs[row * columns + column] = value
    if value.isFinite { widen(value) }
    guard !isFirst else { return }
    if kernel.relist(row, column, cost: value) { note(row) }
  }

  /// Gives all cells of a row other costs; infinities forbid them.
  ///
  /// - Parameters:
  ///   - newCosts: The costs, one a column.
  ///   - row: The row.
  /// - Throws: What is wrong with the first wrong cost; nothing is changed then.
  /// - Precondition: There are as many costs as columns.
  /// - Complexity: O(*columns*).
  public mutating func setCosts(_ newCosts: [Double], row: Int) throws(Invalid) {
    precondition(
      row >= 0 && row < rows && newCosts.count == columns,
      "\(newCosts.count) costs for row \(row) of \(rows) × \(columns).")
    guard let survey = DenseSurvey(newCosts) else {
      for (column, cost) in newCosts.enumerated()
      where !(cost.isInfinite || cost.magnitude <= largestCost) {
        throw .cost(row: row, column: column, value: cost)
      }
      preconditionFailure("A survey failed over costs that are all in order.")
    }
    let first = row * columns
    for (column, cost) in newCosts.enumerated() {
      unsafe costs[first + column] = cost.isInfinite ? .infinity : cost
    }
    if newCosts.contains(where: \.isFinite) {
      widen(survey.least)
      widen(survey.greatest)
      if !survey.isWhole { kernel.isWhole = false }
    }
    guard !isFirst else { return }
    note(row)
    kernel.read(row, below: nil)
    let column = kernel.column(ofRow: row)
    if column >= 0 { kernel.setMatchedCost(unsafe costs[row * columns + column], row: row) }
  }

  /// Remembers that a row's costs changed.
  private mutating func note(_ row: Int) {
    guard !hasChanged[row] else { return }
    hasChanged[row] = true
    changed.append(row)
  }

  /// Keeps the range of costs, on which exactness and bids depend.
  @inline(__always)
  private mutating func widen(_ cost: Double) {
    if cost < least || cost > greatest {
      least = min(least, cost)
      greatest = max(greatest, cost)
      kernel.range = greatest - least
    }
    if kernel.isWhole {
      let largest = max(-least, greatest)
      kernel.isWhole =
        (cost + 0x1.8p52) - 0x1.8p52 == cost
        && 8 * Double(rows + 1) * kernel.range + 8 * largest <= 0x1p52
    }
  }

  /// Takes a row out; it needs no column until it is opened again.
  public mutating func closeRow(_ row: Int) {
    precondition(row >= 0 && row < rows, "Row \(row) of \(rows).")
    guard isRowOpen[row] else { return }
    isRowOpen[row] = false
    kernel.release(row)
  }

  /// Puts a closed row back.
  public mutating func openRow(_ row: Int) {
    precondition(row >= 0 && row < rows, "Row \(row) of \(rows).")
    isRowOpen[row] = true
  }

  /// Takes a column out; no row may have it until it is opened again.
  public mutating func closeColumn(_ column: Int) {
    precondition(column >= 0 && column < columns, "Column \(column) of \(columns).")
    startIfNew()
    kernel.close(column)
  }

  /// Puts a closed column back.
  public mutating func openColumn(_ column: Int) {
    precondition(column >= 0 && column < columns, "Column \(column) of \(columns).")
    startIfNew()
    kernel.open(column)
  }
}

// MARK: - Solving

extension DenseSolver {
  /// Finds a best assignment of the open rows for the costs as they are.
  ///
  /// Closed lines have dual zero and take no part. After a shortage the solver
  /// can be changed and asked again.
  ///
  /// - Returns: The assignment with its duals, or a shortage among rows.
  public mutating func solve() -> DenseOutcome<Double> {
    startIfNew()
    for row in changed {
      hasChanged[row] = false
      kernel.releaseIfLoose(row)
    }
    changed.removeAll(keepingCapacity: true)
    guard kernel.repair(isRowOpen: isRowOpen) else {
      let (members, allowed) = kernel.shortage ?? ([], [])
      return .infeasible(DenseShortage(isOfRows: true, members: members, allowed: allowed))
    }
    return .optimal(assignment())
  }

  /// The first solve, from scratch, over all lines.
  private mutating func startIfNew() {
    guard isFirst else { return }
    isFirst = false
    kernel.start()
    for row in 0..<rows where !isRowOpen[row] { kernel.release(row) }
  }

  private func assignment() -> DenseAssignment<Double> {
    let top = kernel.highestDual()
    let shift = rows < columns || isRowOpen.contains(false) ? top : 0
    var columnOf: [Int32] = []
    var rowDuals: [Double] = []
    var columnDuals: [Double] = []
    columnOf.reserveCapacity(rows)
    rowDuals.reserveCapacity(rows)
    columnDuals.reserveCapacity(columns)
    var value = 0.0
    for row in 0..<rows {
      if let (column, cost, dual) = kernel.cell(ofRow: row) {
        columnOf.append(Int32(column))
        rowDuals.append(cost - dual + shift)
        value += cost
      } else {
        columnOf.append(-1)
        rowDuals.append(0)
      }
    }
    for column in 0..<columns {
      columnDuals.append(kernel.dual(ofColumn: column).map { $0 - shift } ?? 0)
    }
    return DenseAssignment(
      value: value, rowDuals: rowDuals, columnDuals: columnDuals, gap: 0, columnOf: columnOf)
  }
}
