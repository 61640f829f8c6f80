// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKBackend
import IntegerProgramming
import Testing

/// Calls that are refused before GLPK sees them, while the master stays alive.
@Suite("A master refuses")
struct MisuseTests {
  /// Expects one setter's failure to come out of the next solve, once.
  private func expectRefusal(
    _ location: SourceLocation = #_sourceLocation, _ misuse: (inout LinearMaster) -> Void
  ) throws {
    var master = try sampleMaster()
    misuse(&master)
    let failure = #expect(throws: SolverFailure.self, sourceLocation: location) {
      _ = try master.solveLinear(.primal)
    }
    guard case .invalidModel = failure else {
      Issue.record("\(String(describing: failure))", sourceLocation: location)
      return
    }
    let status = try master.solveLinear(.primal)
    #expect(status == .optimal, sourceLocation: location)
    let objective = master.objective()
    #expect(abs(objective - 7) < 1e-9, sourceLocation: location)
  }

  @Test("positions out of range")
  func positions() throws {
    for bad in [-1, 2, 5_000_000_000] {
      try expectRefusal { $0.setCost(1, of: bad) }
      try expectRefusal { $0.setColumnBounds(bad, lower: 0, upper: 1) }
      try expectRefusal { $0.removeColumns([bad]) }
      try expectRefusal { $0.setInteger([true], from: bad) }
    }
    try expectRefusal { $0.setRow(1, columns: [0], values: [1]) }
    try expectRefusal { $0.setRow(-1, columns: [0], values: [1]) }
    try expectRefusal { $0.setRow(0, columns: [2], values: [1]) }
    try expectRefusal { $0.setRowBounds(1, RowBounds(upper: 1)) }
    try expectRefusal { $0.setCosts([1, 2, 3]) }
    try expectRefusal { $0.removeRows([1]) }
    try expectRefusal { $0.removeColumns([0, 1, 0]) }
    try expectRefusal { $0.removeColumns([0, 0]) }
  }

  @Test("duplicates and lists that do not fit together")
  func duplicates() throws {
    try expectRefusal { $0.setRow(0, columns: [0, 0], values: [1, 1]) }
    try expectRefusal { $0.setRow(0, columns: [0, 1], values: [1]) }
    try expectRefusal { $0.setBasis(rows: [], columns: []) }
    try expectRefusal { $0.setRows(from: 0, starts: [], columns: [], values: []) }
    try expectRefusal { $0.setRows(from: 0, starts: [0, 5], columns: [0], values: [1]) }
    var master = try sampleMaster()
    var batch = ColumnBatch()
    batch.append(cost: 0, rows: [0, 0], values: [1, 1])
    #expect(throws: SolverFailure.self) { _ = try master.addColumns(batch) }
    batch = ColumnBatch()
    batch.append(cost: 0, rows: [1], values: [1])
    #expect(throws: SolverFailure.self) { _ = try master.addColumns(batch) }
    batch.starts = [0, 7]
    #expect(throws: SolverFailure.self) { _ = try master.addColumns(batch) }
    let columnCount = master.columnCount
    #expect(columnCount == 2)
    let status = try master.solveLinear(.primal)
    #expect(status == .optimal)
  }

  @Test("numbers that are none", arguments: [Double.nan, .infinity, -.infinity])
  func notNumbers(bad: Double) throws {
    try expectRefusal { $0.setCost(bad, of: 0) }
    try expectRefusal { $0.setRow(0, columns: [0], values: [bad]) }
    try expectRefusal { $0.setColumnBounds(0, lower: bad, upper: bad) }
    try expectRefusal { $0.setRowBounds(0, RowBounds(lower: bad, upper: bad)) }
    try expectRefusal { $0.setColumnBounds(0, lower: 2, upper: 1) }
    var master = try sampleMaster()
    var batch = ColumnBatch()
    batch.append(cost: bad, rows: [], values: [])
    #expect(throws: SolverFailure.self) { _ = try master.addColumns(batch) }
    batch = ColumnBatch()
    batch.append(cost: 0, rows: [0], values: [bad])
    #expect(throws: SolverFailure.self) { _ = try master.addColumns(batch) }
    var options = IntegerOptions()
    options.cutoff = bad
    #expect(throws: SolverFailure.self) { _ = try master.solveInteger(options: options) }
    options.cutoff = nil
    options.start = [bad, 0]
    #expect(throws: SolverFailure.self) { _ = try master.solveInteger(options: options) }
    let status = try master.solveLinear(.primal)
    #expect(status == .optimal)
  }

  @Test("a start of the wrong length, and a start for the presolver")
  func badStarts() throws {
    var master = try sampleMaster()
    var options = IntegerOptions()
    options.start = [1]
    #expect(throws: SolverFailure.self) { _ = try master.solveInteger(options: options) }
    options.start = [0, 0]
    options.usesPresolver = true
    #expect(throws: SolverFailure.self) { _ = try master.solveInteger(options: options) }
    options.usesPresolver = false
    let result = try master.solveInteger(options: options)
    #expect(result.objective == 7)
  }

  @Test("nothing when a list is empty")
  func emptyLists() throws {
    var master = try LinearMaster(maximizing: false)
    let rows = try master.addRows([])
    let columns = try master.addColumns(ColumnBatch())
    #expect(rows.isEmpty && columns.isEmpty)
    master.removeColumns([])
    master.removeRows([])
    master.setCosts([])
    master.resetBasis(triangular: true)
    master.resetBasis(triangular: false)
    master.scale(true)
    master.setBasis(rows: [], columns: [])
    for method in [SimplexMethod.primal, .dual, .dualThenPrimal] {
      let status = try master.solveLinear(method)
      #expect(status == .optimal)
    }
    let objective = master.objective()
    #expect(objective == 0)
    for presolver in [false, true] {
      var options = IntegerOptions()
      options.usesPresolver = presolver
      let status = try master.solveInteger(options: options).status
      #expect(status == .optimal)
    }
  }
}
