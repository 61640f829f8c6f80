// SPDX-License-Identifier: GPL-3.0-or-later

extension DenseProblem<Double> {
  /// Finds a best assignment and proves it.
  ///
  /// - Returns: The assignment with its duals, or a shortage.
  /// - Complexity: O(*n*² *m*) for *n* lines on the shorter and *m* on the
  ///   longer side in the worst case; a few passes over the costs on most
  ///   matrices. Memory: O(*n* + *m*) beside the costs (about 700 bytes a
  ///   line), and a copy of them for a maximum or with more rows than columns.
  public func solved() -> DenseOutcome<Double> {
    let isExact = isWhole && hasExactSums
    if objective == .minimize, rows <= columns, !hasNegativeInfinity {
      return unsafe costs.withUnsafeBufferPointer { buffer in
        unsafe finish(run(buffer, range: greatest - least, isExact: isExact))
      }
    }
    let sign = objective == .minimize ? 1.0 : -1
    let copy = oriented { $0.isFinite ? sign * $0 : .infinity }
    return unsafe copy.withUnsafeBufferPointer { buffer in
      unsafe finish(run(buffer, range: greatest - least, isExact: isExact))
    }
  }

  private func finish(_ run: DenseRun<Double>) -> DenseOutcome<Double> {
    let sign = objective == .minimize ? 1.0 : -1
    return finish(run, { sign * $0 + 0 }) { assignment in
      assignment.reduce(0) { $0 + costs[$1] }
    }
  }
}

extension DenseProblem<Int64> {
  /// Finds a best assignment and proves it, exactly.
  ///
  /// - Returns: The assignment with its duals, or a shortage.
  /// - Complexity: As for floating costs, with a copy of the costs.
  public func solved() -> DenseOutcome<Int64> {
    // Whole numbers below 2⁵³ are exact in floating point, which is faster.
    hasExactSums ? solvedInFloatingPoint() : solvedInWholeNumbers()
  }

  private func solvedInFloatingPoint() -> DenseOutcome<Int64> {
    let sign: Int64 = objective == .minimize ? 1 : -1
    let copy = oriented { $0 == Self.forbidden ? Double.infinity : Double(sign &* $0) }
    let found = unsafe copy.withUnsafeBufferPointer { buffer in
      unsafe run(buffer, range: greatest - least, isExact: true)
    }
    return finish(found, { sign &* Int64($0) }, total)
  }

  /// What `solved()` does where sums may pass 2⁵³.
  func solvedInWholeNumbers() -> DenseOutcome<Int64> {
    let sign: Int64 = objective == .minimize ? 1 : -1
    let copy = oriented { $0 == Self.forbidden ? Int64.forbidden : sign &* $0 }
    let found = unsafe copy.withUnsafeBufferPointer { buffer in
      unsafe run(buffer, range: Int64(greatest - least), isExact: true)
    }
    return finish(found, { sign &* $0 }, total)
  }

  /// At most 2¹⁵ costs of at most 2⁴⁰.
  private func total(_ cells: [Int]) -> Int64 { cells.reduce(0) { $0 + costs[$1] } }
}

/// What the kernel left behind, rows being the shorter side.
struct DenseRun<Number> {
  var columnOf: [Int32]
  var rowDuals: [Number]
  var columnDuals: [Number]
  var gap: Double
  var shortage: (rows: [Int], columns: [Int])?
}

extension DenseProblem {
  /// Whether every sum the kernel forms of whole costs is exact in floating
  /// point (`DenseKernel` has the bound).
  var hasExactSums: Bool {
    let lines = Double(min(rows, columns) + 1)
    return 8 * lines * (greatest - least) + 8 * max(-least, greatest) <= 0x1p52
  }

  /// The costs with rows as the shorter side.
  private func oriented<Number>(_ convert: (Cost) -> Number) -> [Number] {
    if rows <= columns { return costs.map(convert) }
    return unsafe [Number](unsafeUninitializedCapacity: costs.count) { buffer, count in
      // Tiles of 16 × 16 keep both sides in the nearest cache. Every cell is
      // written once, and lies in the buffer because column < columns and
      // row < rows.
      for top in stride(from: 0, to: rows, by: 16) {
        for left in stride(from: 0, to: columns, by: 16) {
          for row in top..<min(top + 16, rows) {
            for column in left..<min(left + 16, columns) {
              unsafe buffer.initializeElement(
                at: column * rows + row, to: convert(costs[row * columns + column]))
            }
          }
        }
      }
      count = costs.count
    }
  }

  /// Runs the kernel over oriented costs.
  private func run<Number: DenseNumber>(
    _ costs: UnsafeBufferPointer<Number>, range: Number, isExact: Bool
  ) -> DenseRun<Number> {
    let shorter = min(rows, columns)
    let longer = max(rows, columns)
    guard let base = costs.baseAddress, shorter > 0 else {
      return DenseRun(
        columnOf: [], rowDuals: [], columnDuals: Array(repeating: .zero, count: longer), gap: 0)
    }
    // The buffer has rows · columns cells, as checked when the problem was made.
    var kernel = unsafe DenseKernel(
      rows: shorter, columns: longer, costs: base, range: range, isWhole: isExact)
    if !kernel.solve() {
      return DenseRun(
        columnOf: [], rowDuals: [], columnDuals: [], gap: 0, shortage: kernel.shortage)
    }
    return kernel.result()
  }

  /// Turns what the kernel found back into the caller's rows and columns.
  private func finish<Number>(
    _ run: DenseRun<Number>, _ convert: (Number) -> Cost, _ total: ([Int]) -> Cost
  ) -> DenseOutcome<Cost> {
    let isTurned = rows > columns
    if let (members, allowed) = run.shortage {
      return .infeasible(
        DenseShortage(isOfRows: !isTurned, members: members, allowed: allowed))
    }
    var columnOf = run.columnOf
    if isTurned {
      columnOf = Array(repeating: -1, count: rows)
      for (column, row) in run.columnOf.enumerated() { columnOf[Int(row)] = Int32(column) }
    }
    var cells: [Int] = []
    cells.reserveCapacity(columnOf.count)
    for (row, column) in columnOf.enumerated() where column >= 0 {
      cells.append(row * columns + Int(column))
    }
    let short = run.rowDuals.map(convert)
    let long = run.columnDuals.map(convert)
    return .optimal(
      DenseAssignment(
        value: total(cells), rowDuals: isTurned ? long : short,
        columnDuals: isTurned ? short : long, gap: run.gap, columnOf: columnOf))
  }
}
