// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

/// What a change makes of a planned year's counts.
struct Recount {
  /// What is different in the program with what is held.
  var edit: ProgramEdit
  /// Whether every part holds what it held.
  var isSame: Bool
  /// The counting tiers' results.
  var tiers: [TierResult]
  var levels: [FairnessLevel]
  /// Whether a part has no assignment, so that there is no plan.
  var isInfeasible = false
}

extension DispatchRun {
  /// Solves the counts of those parts again that an edit is about.
  ///
  /// - Parameters:
  ///   - edit: Of the formulation's program.
  ///   - clock: Of this question.
  /// - Returns: What the counts are then; nothing when that is not proven, or the
  ///   parts do not say all there is to say.
  /// - Throws: `EngineFailure` when the solver broke.
  func recounted(
    after edit: ProgramEdit, clock: RunClock
  ) throws(EngineFailure) -> Recount? {
    guard let counts else { return nil }
    var groups = formulation.fairnessGroups
    for (index, denominator) in edit.denominators { groups[index].denominator = denominator }
    var parts = counts.parts
    var changed: [Int] = []
    for index in parts.indices where parts[index].part.isTouched(by: edit, of: formulation) {
      switch try recount(parts[index], edit, groups, counts.names, clock) {
      case .same: continue
      case .other(let stack):
        parts[index].stack = stack
        changed.append(index)
      case .unknown: return nil
      case .infeasible:
        return Recount(edit: edit, isSame: false, tiers: [], levels: [], isInfeasible: true)
      }
    }
    var result = ProgramEdit(closed: edit.closed, pinned: edit.pinned, rows: edit.rows)
    for (column, bounds) in edit.columns {
      result.columns[column] = bounds.intersected(held(Column(index: column)))
    }
    for index in changed {
      guard
        let columns = try columns(of: parts[index], number: index, counts, edit, groups, &result)
      else { return nil }
      result.columns.merge(columns) { $1 }
    }
    if !changed.isEmpty {
      result.rows.merge(counts.edit(for: parts, objective: objective).rows) { $1 }
    }
    result.columns = result.columns.filter { $1 != held(Column(index: $0)) }
    result.rows = result.rows.filter {
      $1 != ProgramEdit.Bounds(stack.program.bounds(of: IntegerProgram.Row(index: $0)))
    }
    let (tiers, levels) = sums(of: parts, counts.names)
    return Recount(edit: result, isSame: changed.isEmpty, tiers: tiers, levels: levels)
  }

  /// What a restriction is in the program with what is held, where it is not known
  /// whether the counts stay: a plan that holds them says so.
  func restricted(by edit: ProgramEdit) -> Recount {
    var result = edit
    for (column, bounds) in edit.columns {
      result.columns[column] = bounds.intersected(held(Column(index: column)))
    }
    return Recount(edit: result, isSame: true, tiers: [], levels: [])
  }

  /// The bounds of a column with what is held.
  private func held(_ column: Column) -> ProgramEdit.Bounds {
    ProgramEdit.Bounds(stack.program.bounds(of: column))
  }

  private enum PartRecount {
    /// The part's best counts are those it had, and no assignment is new.
    case same
    /// The part holds something else.
    case other(TierStack)
    /// The part's rows contradict each other now.
    case infeasible
    /// That was not proven.
    case unknown
  }

  private func recount(
    _ old: (part: StructurePart, stack: TierStack), _ edit: ProgramEdit,
    _ groups: [FairnessGroup], _ names: [String], _ clock: RunClock
  ) throws(EngineFailure) -> PartRecount {
    let part = old.part
    var program = part.program
    part.apply(edit, of: formulation, to: &program)
    // Assignments that are best as the year is: the plan's, and the counts' own.
    let best = [
      stack.incumbent.map { plan in part.columns.map { plan.values[$0] } },
      old.stack.incumbent.map { Array($0.values.prefix(part.columns.count)) },
    ].compactMap { $0 }.first {
      program.violations(of: Assignment(values: $0, objective: 0)).isEmpty
    }
    if edit.isRestriction(of: formulation.program) {
      if best != nil { return .same }
      var trial = old.stack.forked(clock)
      trial.incumbent = nil
      part.apply(edit, of: formulation, to: &trial.program)
      let anything = Tier(name: "counts", sense: .maximize, terms: [])
      _ = try trial.dive(for: anything)
      if trial.incumbent != nil { return .same }
      if case .found = try trial.best(for: anything, gap: 0, nodes: Self.nodesToKeepCounts) {
        return .same
      }
    }
    var stack = TierStack(program, clock: clock)
    stack.incumbent = best.map { Assignment(values: $0, objective: 0) }
    switch try solve(names, of: part, groups, on: &stack) {
    case .proven where stack.tiers.allSatisfy(\.isVectorProven): return .other(stack)
    case .infeasible where stack.tiers.isEmpty: return .infeasible
    case .proven, .infeasible, .stopped, .nothing: return .unknown
    }
  }

  /// Nodes that it is worth to look for the same counts in.
  private static var nodesToKeepCounts: Int { 100 }

  /// The bounds of a part's columns in the whole program when it holds something
  /// else.
  ///
  /// - Parameters:
  ///   - result: The part with what it holds now.
  ///   - number: The part's number.
  ///   - counts: How the parts were held.
  ///   - edit: Of the formulation's program.
  ///   - groups: All fairness groups, with what they are shares of now.
  ///   - whole: Gets the bounds of the rows that hold shares.
  /// - Returns: The bounds; nothing when the part's shares cannot be held.
  /// - Throws: `EngineFailure` when the solver broke.
  private func columns(
    of result: (part: StructurePart, stack: TierStack), number: Int, _ counts: HeldCounts,
    _ edit: ProgramEdit, _ groups: [FairnessGroup], _ whole: inout ProgramEdit
  ) throws(EngineFailure) -> [Int: ProgramEdit.Bounds]? {
    let (part, partStack) = result
    var columns: [Int: ProgramEdit.Bounds] = [:]
    for column in part.columns {
      columns[column] =
        edit.columns[column]
        ?? ProgramEdit.Bounds(formulation.program.bounds(of: Column(index: column)))
    }
    func narrow(_ column: Int, _ bounds: ProgramEdit.Bounds) {
      columns[column] = columns[column].map { bounds.intersected($0) } ?? bounds
    }
    for held in counts.shares where held.part == number {
      let own = groups.filter { $0.tier == held.tier && part.position(of: $0.column) != nil }
      let vector = partStack.shares(in: held.tier)
      guard held.canHold(vector, of: own) else { return nil }
      let shares = held.edit(for: vector, own)
      for (column, bounds) in shares.columns { narrow(column, bounds) }
      whole.rows.merge(shares.rows) { $1 }
      for (column, bounds) in try ranges(of: own, in: part, partStack) {
        narrow(column.index, bounds)
      }
    }
    for (position, bounds) in try settledSeats(of: part, partStack) {
      narrow(part.columns[position.index], bounds)
    }
    return columns
  }

  /// An edit without limits that are widened where nothing reached them: by those
  /// no assignment becomes possible.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  func withoutIdleLimits(
    _ edit: ProgramEdit, clock: RunClock
  ) throws(EngineFailure) -> ProgramEdit {
    var edit = edit
    guard let counts else { return edit }
    for (row, new) in edit.rows.sorted(by: { $0.key < $1.key }) {
      let whole = IntegerProgram.Row(index: row)
      let old = ProgramEdit.Bounds(formulation.program.bounds(of: whole))
      guard old == old.intersected(new),
        let part = counts.parts.first(where: { $0.part.position(of: whole) != nil })?.part
      else { continue }
      var program = part.program
      part.apply(edit, of: formulation, to: &program)
      let stack = TierStack(program, clock: clock)
      var isIdle = true
      for (side, sign) in [(old.upper, Int64(1)), (old.lower, -1)] {
        guard isIdle, let side else { continue }
        let terms = part.program.terms(of: part.position(of: whole) ?? whole)
        let most = Tier(
          name: "limit", sense: .maximize,
          terms: terms.map { Term($0.column, sign * $0.coefficient) })
        isIdle = try stack.relaxedBound(of: most) <= sign * side
      }
      if isIdle { edit.rows[row] = nil }
    }
    return edit
  }
}
