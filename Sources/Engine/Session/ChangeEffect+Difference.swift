// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

extension DispatchFormulation {
  /// What several changes at once do to this program.
  ///
  /// - Complexity: As for the changes one by one.
  func effect(of difference: YearDifference) -> ChangeEffect {
    var edit = ProgramEdit()
    var closed = Set(difference.missing.flatMap { Array(triples.ofApplicant[$0]) })
    for row in difference.rows {
      if row.kind == .forbid, year.rules[.forbid] == .hard {
        // Closing a place is such a row for everybody: what they close is closed at once.
        closed.formUnion(triples(namedBy: row))
        continue
      }
      // Two that have to be placed are more than a single edit can say.
      guard case .edit(let one) = effect(of: row), edit.merge(one) else { return .other }
    }
    if !closed.isEmpty {
      guard edit.closed.isEmpty, case .edit(let one) = closing(closed.sorted()), edit.merge(one)
      else { return .other }
    }
    for change in difference.limits {
      guard case .edit(let one) = effect(of: change), edit.merge(one) else { return .other }
    }
    guard !difference.weights.isEmpty || !difference.scores.isEmpty else { return .edit(edit) }
    var points = points(weighing: difference.weights)
    let weight = difference.weights[.interview] ?? year.weights[.interview] ?? 0
    for (applicant, score) in difference.scores {
      let step = Int64(weight * (score - year.applicants[applicant].interviewScore))
      for triple in triples.ofApplicant[applicant] { points[triple] += step }
    }
    return edit.isEmpty ? .reweighting(points) : .editAndReweighting(edit, points)
  }
}

extension ProgramEdit {
  /// Takes another edit in.
  ///
  /// - Returns: Whether they are about different rows and columns; otherwise this edit
  ///   is of no use any more.
  fileprivate mutating func merge(_ other: ProgramEdit) -> Bool {
    guard pinned == nil || other.pinned == nil,
      Set(columns.keys).isDisjoint(with: other.columns.keys),
      Set(rows.keys).isDisjoint(with: other.rows.keys),
      Set(denominators.keys).isDisjoint(with: other.denominators.keys)
    else { return false }
    closed = Set(closed).union(other.closed).sorted()
    pinned = pinned ?? other.pinned
    needed += other.needed
    columns.merge(other.columns) { one, _ in one }
    rows.merge(other.rows) { one, _ in one }
    denominators.merge(other.denominators) { one, _ in one }
    return true
  }
}
