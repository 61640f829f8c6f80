// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

/// The Lagrangian relaxation of a maximum in which the rows that tie people to
/// seats, and parts to each other, are priced instead of kept.
///
/// What is left falls apart: each part of the structure is a small integer
/// program of its own, solved exactly, and each applicant takes the best
/// triple. Since the parts stay whole, the bound is at least as good as that of
/// the linear relaxation (Geoffrion 1974), and the parts' seats are a start for
/// plans. Multipliers are whole numbers in units of 1/`scale` point, so the
/// bound is exact.
struct LagrangianBound {
  static let scale: Int64 = 8

  let formulation: DispatchFormulation
  let program: IntegerProgram
  let weights: [Int64]
  let parts: [(part: StructurePart, stack: TierStack)]
  /// Rows that are priced, ascending.
  let rows: [Int]
  /// The part of each structural column and its position there.
  private let home: [(part: Int32, position: Int32)]

  init(
    _ formulation: DispatchFormulation, program: IntegerProgram, tier: Tier,
    columns: TripleColumns, parts: [(part: StructurePart, stack: TierStack)]
  ) {
    self.formulation = formulation
    self.program = program
    self.parts = parts
    weights = program.weights(of: tier)
    var home = [(part: Int32, position: Int32)](
      repeating: (-1, -1), count: program.columnCount)
    for (number, entry) in parts.enumerated() {
      for (position, column) in entry.part.columns.enumerated() {
        home[column] = (Int32(number), Int32(position))
      }
    }
    self.home = home
    let triples = formulation.tripleColumns
    let firstOwn = formulation.structure.columnCount
    rows = (0..<program.rowCount).filter { row in
      let origin = program.origin(of: IntegerProgram.Row(index: row))
      if origin.rule == "one-post" { return false }
      let entries = program.rowStarts[row]..<program.rowStarts[row + 1]
      let members = program.entryColumns[entries].map { Int($0) }
      if members.contains(where: triples.contains) { return true }
      // Levels and holds are kept by the parts themselves.
      if origin.rule == "hold-tier" || members.contains(where: { $0 >= firstOwn }) { return false }
      guard let first = members.first else { return false }
      return home[first].part < 0 || members.contains { home[$0].part != home[first].part }
    }
  }

  struct Value {
    /// No plan has more points.
    var bound: Int64
    /// Seats the parts would like to fill.
    var seats: [Int64]
    /// For each priced row, how far its side lies above its activity.
    var residuals: [Double]
  }

  /// Evaluates the relaxation.
  ///
  /// - Parameter multipliers: One for each of `rows`, in units of 1/`scale`.
  /// - Returns: The bound, or nothing when a part could not be bounded.
  /// - Throws: `EngineFailure` when the solver broke.
  func evaluate(_ multipliers: [Double]) throws(EngineFailure) -> Value? {
    var price = [Int64](repeating: 0, count: program.rowCount)
    var sides = [Int64](repeating: 0, count: rows.count)
    var total: Int64 = 0
    for (index, row) in rows.enumerated() {
      let bounds = program.bounds(of: IntegerProgram.Row(index: row))
      let whole = Int64(multipliers[index].rounded())
      sides[index] = (whole >= 0 ? bounds.upper ?? bounds.lower : bounds.lower ?? bounds.upper) ?? 0
      if whole > 0 && bounds.upper == nil || whole < 0 && bounds.lower == nil { continue }
      price[row] = whole
      total += whole * sides[index]
    }
    var costs = weights.map { $0 * Self.scale }
    for row in rows where price[row] != 0 {
      for entry in program.rowStarts[row]..<program.rowStarts[row + 1] {
        costs[Int(program.entryColumns[entry])] -= price[row] * program.entryCoefficients[entry]
      }
    }
    var values = [Int64](repeating: 0, count: program.columnCount)
    total += chooseTriples(costs, &values)
    guard let structural = try chooseStructure(costs, &values) else { return nil }
    total += structural
    var residuals = [Double](repeating: 0, count: rows.count)
    for (index, row) in rows.enumerated() {
      var activity: Int64 = 0
      for entry in program.rowStarts[row]..<program.rowStarts[row + 1] {
        activity += values[Int(program.entryColumns[entry])] * program.entryCoefficients[entry]
      }
      residuals[index] = Double(sides[index] - activity)
    }
    let quotient = total / Self.scale
    return Value(
      bound: total % Self.scale < 0 ? quotient - 1 : quotient,
      seats: formulation.seatColumns.map { $0.map { values[$0.index] } ?? 0 },
      residuals: residuals)
  }

  /// Each applicant takes the best triple if it gains anything.
  private func chooseTriples(_ costs: [Int64], _ values: inout [Int64]) -> Int64 {
    let first = formulation.firstTripleColumn
    var sum: Int64 = 0
    for range in formulation.triples.ofApplicant {
      var best = -1
      for position in range where costs[first + position] > (best < 0 ? 0 : costs[first + best]) {
        best = position
      }
      guard best >= 0 else { continue }
      values[first + best] = 1
      sum += costs[first + best]
    }
    return sum
  }

  /// Each part takes its best assignment; columns outside all parts their
  /// better bound.
  private func chooseStructure(
    _ costs: [Int64], _ values: inout [Int64]
  ) throws(EngineFailure) -> Int64? {
    var sum: Int64 = 0
    for (part, stack) in parts {
      var tier = Tier(name: "priced seats", sense: .maximize, terms: [])
      for (position, column) in part.columns.enumerated() where costs[column] != 0 {
        tier.terms.append(Term(Column(index: position), costs[column]))
      }
      guard
        case .found(let assignment, let bound, _) = try stack.best(for: tier, gap: 0, nodes: 150)
      else { return nil }
      // A search stopped early may know no bound but the columns' own.
      let (next, overflows) = sum.addingReportingOverflow(bound)
      guard !overflows, next.magnitude < 1 << 53 else { return nil }
      sum = next
      for (position, column) in part.columns.enumerated() {
        values[column] = assignment.values[position]
      }
    }
    for column in 0..<formulation.structure.columnCount where home[column].part < 0 {
      let bounds = program.bounds(of: Column(index: column))
      guard let value = costs[column] > 0 ? bounds.upper : bounds.lower else { return nil }
      values[column] = value
      sum += value * costs[column]
    }
    return sum
  }
}
