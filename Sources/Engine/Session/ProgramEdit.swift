// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming

/// Another program over the same rows and columns: what a change makes of a year's.
struct ProgramEdit {
  /// Triples that nobody may take now, ascending.
  var closed: [Int] = []
  /// Who has to be placed, at one of the triples that are not closed.
  var pinned: Int?
  /// Slots of which one has to be filled.
  var needed: [Int] = []
  /// New bounds of columns that are no triples.
  var columns: [Int: Bounds] = [:]
  /// New bounds of rows.
  var rows: [Int: Bounds] = [:]
  /// What counts of fairness groups, by their number, are shares of now.
  var denominators: [Int: Int] = [:]

  /// The least and the greatest value of a column or a row; nothing is no limit.
  struct Bounds: Equatable {
    var lower: Int64?
    var upper: Int64?

    init(_ lower: Int64?, _ upper: Int64?) {
      self.lower = lower
      self.upper = upper
    }

    init(_ bounds: (lower: Int64?, upper: Int64?)) {
      self.init(bounds.lower, bounds.upper)
    }

    /// What both allow.
    func intersected(_ other: Bounds) -> Bounds {
      let lower = max(lower ?? .min, other.lower ?? .min)
      let upper = min(upper ?? .max, other.upper ?? .max)
      return Bounds(lower == .min ? nil : lower, upper == .max ? nil : upper)
    }

    /// Whether no number lies within.
    var isEmpty: Bool { lower ?? .min > upper ?? .max }

    func contains(_ value: Int128) -> Bool {
      lower.map { Int128($0) <= value } ?? true && upper.map { Int128($0) >= value } ?? true
    }
  }

  /// Whether nothing is different.
  var isEmpty: Bool {
    closed.isEmpty && pinned == nil && needed.isEmpty && columns.isEmpty && rows.isEmpty
      && denominators.isEmpty
  }

  /// Whether the edit only takes assignments of a program away.
  func isRestriction(of program: IntegerProgram) -> Bool {
    denominators.isEmpty
      && columns.allSatisfy { column, bounds in
        bounds == bounds.intersected(Bounds(program.bounds(of: Column(index: column))))
      }
      && rows.allSatisfy { row, bounds in
        bounds
          == bounds.intersected(Bounds(program.bounds(of: IntegerProgram.Row(index: row))))
      }
  }

  /// Whether the edit leaves an assignment of the formulation's program.
  ///
  /// - Parameters:
  ///   - values: Of the program's columns; further ones are passed over.
  ///   - formulation: Whose program is edited.
  ///   - isAboutPeople: Whether the values say who is placed, not only where.
  /// - Returns: Whether it is left.
  /// - Complexity: Proportional to the terms of the rows that are edited.
  func keeps(
    _ values: [Int64], of formulation: DispatchFormulation, isAboutPeople: Bool = true
  ) -> Bool {
    let first = formulation.firstTripleColumn
    if isAboutPeople {
      if closed.contains(where: { values[first + $0] != 0 }) { return false }
      if let pinned,
        !formulation.triples.ofApplicant[pinned].contains(where: { values[first + $0] != 0 })
      {
        return false
      }
    }
    if !needed.isEmpty,
      !needed.contains(where: { slot in
        formulation.seatColumns[slot].map { values[$0.index] > 0 } ?? false
      })
    {
      return false
    }
    return columns.allSatisfy { $1.contains(Int128(values[$0])) }
      && rows.allSatisfy { row, bounds in
        bounds.contains(
          formulation.program.activity(of: IntegerProgram.Row(index: row), at: values))
      }
  }
}

extension StructurePart {
  /// Whether an edit of the formulation's program is about this part too.
  func isTouched(by edit: ProgramEdit, of formulation: DispatchFormulation) -> Bool {
    edit.columns.keys.contains { position(of: Column(index: $0)) != nil }
      || edit.rows.keys.contains { position(of: IntegerProgram.Row(index: $0)) != nil }
      || edit.denominators.keys.contains {
        position(of: formulation.fairnessGroups[$0].column) != nil
      }
      || edit.needed.contains { slot in
        formulation.seatColumns[slot].map { position(of: $0) != nil } ?? false
      }
  }

  /// Edits the part's program, or one that has grown out of it.
  ///
  /// - Parameters:
  ///   - edit: Of the formulation's program.
  ///   - formulation: Whose program is edited.
  ///   - program: Its columns and rows begin with those of the part.
  func apply(
    _ edit: ProgramEdit, of formulation: DispatchFormulation, to program: inout IntegerProgram
  ) {
    for (column, bounds) in edit.columns {
      guard let position = position(of: Column(index: column)) else { continue }
      program.setBounds(of: position, lower: bounds.lower, upper: bounds.upper)
    }
    for (row, bounds) in edit.rows {
      guard let position = position(of: IntegerProgram.Row(index: row)) else { continue }
      program.setBounds(of: position, lower: bounds.lower, upper: bounds.upper)
    }
    let needed = edit.needed.compactMap { formulation.seatColumns[$0] }
    let seats = needed.compactMap { position(of: $0) }
    // Seats of another part would do as well.
    guard !seats.isEmpty, seats.count == needed.count else { return }
    program.addRow(named: "needed", terms: seats.map { Term($0, 1) }, lower: 1)
  }
}
