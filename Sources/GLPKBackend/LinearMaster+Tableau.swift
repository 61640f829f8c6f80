// SPDX-License-Identifier: GPL-3.0-or-later
internal import CGLPK
package import IntegerProgramming

/// A row or a column that stands in the basis.
package enum BasisMember: Hashable, Sendable {
  case row(Int)
  case column(Int)
}

extension LinearMaster {
  /// Which row or column stands at each position of the basis.
  ///
  /// - Throws: `invalidModel` when the basis is singular, and the failures of the guard.
  package mutating func basisMembers() throws(SolverFailure) -> [BasisMember] {
    try throwPending()
    var heads = [Int32](repeating: 0, count: rowCount)
    try check(unsafe musubi_glp_get_heads(problem, &heads))
    return heads.map { $0 < rowCount ? .row(Int($0)) : .column(Int($0) - rowCount) }
  }

  /// A row of the inverse of the basis: with these multipliers the equations
  /// "row − its terms = 0" add up to one that holds a single member of the
  /// basis, the one at the position, with the coefficient 1.
  ///
  /// - Throws: `invalidModel` for a position that is not there and for a
  ///   singular basis, and the failures of the guard.
  package mutating func inverseRow(at position: Int) throws(SolverFailure) -> [Double] {
    try throwPending()
    var multipliers = [Double](repeating: 0, count: rowCount)
    try check(
      unsafe musubi_glp_get_inverse_row(problem, Int32(clamping: position), &multipliers))
    return multipliers
  }

  /// The linear relaxation of a program with one goal.
  ///
  /// - Throws: The failures of the guard.
  @available(*, noasync, message: "GLPK belongs to one thread; solve in one synchronous call")
  package static func relaxing(
    _ program: IntegerProgram, tier: Tier
  ) throws(SolverFailure) -> LinearMaster {
    var master = try LinearMaster(maximizing: tier.sense == .maximize)
    let bounds = program.rows.map { row in
      let (lower, upper) = program.bounds(of: row)
      return RowBounds(lower: lower.map { Double($0) }, upper: upper.map { Double($0) })
    }
    _ = try master.addRows(bounds)
    var batch = ColumnBatch()
    batch.costs = program.weights(of: tier).map { Double($0) }
    batch.lower = program.columnLowers.map { $0 == .min ? -.infinity : Double($0) }
    batch.upper = program.columnUppers.map { $0 == .max ? .infinity : Double($0) }
    batch.isInteger = [Bool](repeating: false, count: program.columnCount)
    batch.starts = [Int32](repeating: 0, count: program.columnCount + 1)
    _ = try master.addColumns(batch)
    master.setRows(
      from: 0, starts: program.rowStarts.map { Int32(clamping: $0) },
      columns: program.entryColumns, values: program.entryCoefficients.map { Double($0) })
    return master
  }
}
