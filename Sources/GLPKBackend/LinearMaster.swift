// SPDX-License-Identifier: GPL-3.0-or-later
internal import CGLPK
package import IntegerProgramming
internal import Wording

/// A linear program that stays in GLPK while rows and columns come and go.
///
/// Meant for column generation: add columns, solve from the last basis, read
/// the prices of the rows, add more. A master belongs to the thread that made
/// it, and cannot be made where a task may change threads.
///
/// Nothing here ends the process. A call that GLPK or the guard around it
/// refuses throws; a setter that cannot throw keeps its failure for the next
/// call that can. After a crash the master is dead: setters do nothing,
/// getters answer with `nan`, and solving throws `deadProblem`.
///
/// Prices follow one convention for both directions: the reduced cost of a
/// column is its cost minus the prices of its rows times its coefficients. A
/// new column can improve a minimum if that is negative, a maximum if it is
/// positive.
@safe
package struct LinearMaster: ~Copyable {
  let problem: OpaquePointer
  /// Whether large objective values are wanted.
  package let isMaximizing: Bool
  /// How many rows there are.
  package private(set) var rowCount = 0
  /// How many columns there are.
  package private(set) var columnCount = 0
  /// What a setter could not report.
  private var pendingFailure: SolverFailure?
  /// Simplex iterations of all solves so far.
  package internal(set) var iterations = 0

  /// Makes an empty program that belongs to the current thread.
  @available(*, noasync, message: "GLPK belongs to one thread; solve in one synchronous call")
  package init(maximizing: Bool) throws(SolverFailure) {
    var made: OpaquePointer?
    let status = unsafe musubi_glp_create(maximizing ? 1 : 0, &made)
    guard let made = unsafe made else { throw SolverFailure(guardStatus: status) }
    unsafe problem = made
    isMaximizing = maximizing
  }

  deinit {
    unsafe musubi_glp_release(problem)
  }
}

// MARK: - Failures

extension LinearMaster {
  /// Whether calls would be accepted here and now.
  package var isUsable: Bool { unsafe musubi_glp_check(problem) == MUSUBI_GLP_OK }

  /// Throws what an earlier setter could not.
  mutating func throwPending() throws(SolverFailure) {
    guard let failure = pendingFailure else { return }
    pendingFailure = nil
    throw failure
  }

  /// Keeps the first failure of calls that cannot throw.
  private mutating func keep(_ status: Int32) {
    if status != MUSUBI_GLP_OK, pendingFailure == nil {
      pendingFailure = SolverFailure(guardStatus: status)
    }
  }

  /// Keeps a failure found on the Swift side.
  private mutating func keep(invalid reason: Sentence) {
    if pendingFailure == nil { pendingFailure = .invalidModel(reason.description) }
  }
}

// MARK: - Rows and columns

extension LinearMaster {
  /// Adds rows without coefficients.
  ///
  /// - Returns: The positions of the new rows.
  package mutating func addRows(_ bounds: [RowBounds]) throws(SolverFailure) -> Range<Int> {
    try throwPending()
    let lower = bounds.map { $0.lower ?? -.infinity }
    let upper = bounds.map { $0.upper ?? .infinity }
    try check(unsafe musubi_glp_add_rows(problem, Int32(clamping: bounds.count), lower, upper))
    let first = rowCount
    rowCount += bounds.count
    return first..<rowCount
  }

  /// Adds columns with their coefficients in the present rows.
  ///
  /// The basis stays; new columns are outside it.
  ///
  /// - Returns: The positions of the new columns.
  /// - Complexity: Proportional to the size of the batch.
  package mutating func addColumns(_ batch: ColumnBatch) throws(SolverFailure) -> Range<Int> {
    try throwPending()
    try batch.check()
    let count = Int32(clamping: batch.count)
    let kinds = batch.isInteger.map { $0 ? UInt8(1) : 0 }
    try check(
      unsafe musubi_glp_add_columns(
        problem, count, batch.costs, batch.lower, batch.upper, kinds, batch.starts, batch.rows,
        batch.values))
    let first = columnCount
    columnCount += batch.count
    return first..<columnCount
  }

  /// Replaces all coefficients of a row.
  package mutating func setRow(_ row: Int, columns: [Int32], values: [Double]) {
    guard columns.count == values.count else {
      return keep(
        invalid: Sentence("row \(row) has \(columns.count) columns and \(values.count) values"))
    }
    let starts = [0, Int32(clamping: columns.count)]
    keep(unsafe musubi_glp_set_rows(problem, Int32(clamping: row), 1, starts, columns, values))
  }

  /// Replaces all coefficients of neighbouring rows, given in compressed form.
  package mutating func setRows(
    from first: Int, starts: [Int32], columns: [Int32], values: [Double]
  ) {
    guard let last = starts.last, columns.count == values.count, columns.count >= Int(last) else {
      return keep(
        invalid: Sentence("the coefficients of the rows from \(first) on do not fit together"))
    }
    keep(
      unsafe musubi_glp_set_rows(
        problem, Int32(clamping: first), Int32(clamping: starts.count - 1), starts, columns, values
      ))
  }

  /// Replaces the costs of neighbouring columns.
  package mutating func setCosts(_ costs: [Double], from first: Int = 0) {
    keep(
      unsafe musubi_glp_set_costs(
        problem, Int32(clamping: first), Int32(clamping: costs.count), costs))
  }

  /// Replaces the cost of one column.
  package mutating func setCost(_ cost: Double, of column: Int) {
    var cost = cost
    keep(unsafe musubi_glp_set_costs(problem, Int32(clamping: column), 1, &cost))
  }

  /// Says of neighbouring columns whether they have to be whole.
  package mutating func setInteger(_ isInteger: [Bool], from first: Int = 0) {
    let kinds = isInteger.map { $0 ? UInt8(1) : 0 }
    keep(
      unsafe musubi_glp_set_integer(
        problem, Int32(clamping: first), Int32(clamping: kinds.count), kinds))
  }

  /// Replaces the bounds of one column; infinite is none.
  package mutating func setColumnBounds(_ column: Int, lower: Double, upper: Double) {
    var (lower, upper) = (lower, upper)
    keep(
      unsafe musubi_glp_set_column_bounds(problem, Int32(clamping: column), 1, &lower, &upper))
  }

  /// Replaces the bounds of neighbouring columns; infinite is none.
  package mutating func setColumnBounds(from first: Int, lower: [Double], upper: [Double]) {
    guard lower.count == upper.count else {
      return keep(invalid: Sentence("\(lower.count) lower and \(upper.count) upper bounds"))
    }
    keep(
      unsafe musubi_glp_set_column_bounds(
        problem, Int32(clamping: first), Int32(clamping: lower.count), lower, upper))
  }

  /// Replaces the bounds of one row.
  package mutating func setRowBounds(_ row: Int, _ bounds: RowBounds) {
    var (lower, upper) = (bounds.lower ?? -.infinity, bounds.upper ?? .infinity)
    keep(unsafe musubi_glp_set_row_bounds(problem, Int32(clamping: row), 1, &lower, &upper))
  }

  /// Removes columns; those behind them move up.
  package mutating func removeColumns(_ columns: [Int]) {
    let positions = columns.map { Int32(clamping: $0) }
    let status = unsafe musubi_glp_remove_columns(
      problem, Int32(clamping: positions.count), positions)
    keep(status)
    if status == MUSUBI_GLP_OK { columnCount -= columns.count }
  }

  /// Removes rows; those behind them move up.
  package mutating func removeRows(_ rows: [Int]) {
    let positions = rows.map { Int32(clamping: $0) }
    let status = unsafe musubi_glp_remove_rows(
      problem, Int32(clamping: positions.count), positions)
    keep(status)
    if status == MUSUBI_GLP_OK { rowCount -= rows.count }
  }
}

// MARK: - Bases

extension LinearMaster {
  /// Replaces the basis.
  ///
  /// A place that the bounds do not allow is set right; a basis with too many
  /// or too few members, and a singular one, is replaced when solving.
  package mutating func setBasis(rows: [BasisStatus], columns: [BasisStatus]) {
    guard rows.count == rowCount, columns.count == columnCount else {
      return keep(
        invalid: """
          a basis of \(rows.count) rows and \(columns.count) columns for a program of \
          \(rowCount) and \(columnCount)
          """)
    }
    keep(unsafe musubi_glp_set_basis(problem, rows.map(\.rawValue), columns.map(\.rawValue)))
  }

  /// The present basis; empty when the master is dead.
  package func basis() -> (rows: [BasisStatus], columns: [BasisStatus]) {
    var rows = [UInt8](repeating: 0, count: rowCount)
    var columns = [UInt8](repeating: 0, count: columnCount)
    guard unsafe musubi_glp_get_basis(problem, &rows, &columns) == MUSUBI_GLP_OK else {
      return ([], [])
    }
    return (rows.map(BasisStatus.init(guardValue:)), columns.map(BasisStatus.init(guardValue:)))
  }

  /// Forgets the basis and starts from that of all rows, or from a triangular
  /// one with as many columns as fit.
  package mutating func resetBasis(triangular: Bool) {
    keep(unsafe musubi_glp_build_basis(problem, triangular ? 1 : 0))
  }

  /// Chooses scale factors for rows and columns, or takes them off.
  package mutating func scale(_ isOn: Bool) {
    keep(unsafe musubi_glp_scale(problem, isOn ? 1 : 0))
  }
}

// MARK: - For tests

extension LinearMaster {
  /// Makes GLPK abort inside the guard, so that the guard can be tested.
  package mutating func provokeCrash(_ kind: Int32) throws(SolverFailure) {
    try check(unsafe musubi_glp_provoke(problem, kind))
  }

  /// Ends GLPK's environment of the current thread, and all its masters.
  package static func forgetThread() throws(SolverFailure) {
    try check(musubi_glp_forget())
  }
}
