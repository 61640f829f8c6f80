// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
package import ProgrammeFiles
internal import Wording

/// A group that `delegates.csv` has elsewhere than `plan.json` says was written.
package struct HandEdit: Hashable, Sendable {
  package var group: TrainingGroup
  /// The session that was written; none for a group that did not train.
  package var before: ClaimedAttendance?
  /// The session that it is in now; none for a group that does not train any more.
  package var now: TrainingSession?
  /// Whether the file has a row for it.
  package var hasRow: Bool

  /// What was changed, in words.
  package func sentence(in year: ProgrammeYear) -> String {
    let id = group.id(in: year)
    let place = now.map { $0.phrase(in: year) }
    let old = before.map {
      TrainingSession.phrase(course: $0.course, site: $0.site, start: $0.start)
    }
    return switch (old, place) {
    case (let old?, let place?): localized("Edited by hand: \(id) moved from \(old) to \(place).")
    case (let old?, nil):
      localized("Edited by hand: \(id) does not train any more; it was in \(old).")
    case (nil, let place?): localized("Edited by hand: \(id), which did not train, is in \(place).")
    case (nil, nil): localized("Edited by hand: \(id).")
    }
  }
}

/// Compares `delegates.csv` with what `plan.json` says was written.
///
/// - Parameters:
///   - delegates: The rows of the file.
///   - claims: The plan's document.
///   - year: The year that the rows were read for.
///   - isComplete: Whether no row was left out in reading; otherwise a missing row
///     is no change.
/// - Returns: A change for each group that is elsewhere: rows in the file's order,
///   then groups whose row was taken out.
package func handEdits(
  of delegates: [TrainingDelegate], since claims: PlanClaims, in year: ProgrammeYear,
  isComplete: Bool = true
) -> [HandEdit] {
  struct Key: Hashable {
    var isCohort: Bool
    var id: String
  }
  func key(_ group: TrainingGroup) -> Key {
    if case .cohort = group { return Key(isCohort: true, id: group.id(in: year)) }
    return Key(isCohort: false, id: group.id(in: year))
  }
  let before = Dictionary(
    claims.attendances.map { (Key(isCohort: $0.isCohort, id: $0.group), $0) },
    uniquingKeysWith: { first, _ in first })
  var edits: [HandEdit] = []
  for row in delegates {
    let old = before[key(row.group)]
    let isSame =
      switch (old, row.session) {
      case (nil, nil): true
      case (let old?, let now?):
        old.course == year.training.courses[now.course].id
          && old.site == year.sites[now.site].id && old.start == now.start.description
      case (nil, _?), (_?, nil): false
      }
    if !isSame {
      edits.append(HandEdit(group: row.group, before: old, now: row.session, hasRow: true))
    }
  }
  guard isComplete else { return edits }
  let listed = Set(delegates.map(\.group))
  let groups =
    year.cohorts.indices.map(TrainingGroup.cohort)
    + year.training.delegations.indices.map(TrainingGroup.delegation)
  for group in groups where !listed.contains(group) {
    if let old = before[key(group)] {
      edits.append(HandEdit(group: group, before: old, now: nil, hasRow: false))
    }
  }
  return edits
}

/// What a plan of trainings keeps of an earlier one.
package struct EarlierTraining: Sendable {
  /// What the planner has pinned or edited; at most one for each group.
  package let pins: [TrainingPin]
  /// Where each group trained.
  package let attendances: [EarlierAttendance]

  /// Gathers what is pinned: rows that say so, and those that were edited.
  ///
  /// A delegation whose row was taken out stays at home; a cohort has to train and
  /// is planned anew.
  package init(_ delegates: [TrainingDelegate], edits: [HandEdit]) {
    let edited = Set(edits.map(\.group))
    var pins = delegates.filter { $0.isPinned || edited.contains($0.group) }
      .map { TrainingPin($0.group, to: $0.session) }
    for edit in edits where !edit.hasRow {
      if case .delegation = edit.group { pins.append(TrainingPin(edit.group, to: nil)) }
    }
    self.pins = pins
    attendances = delegates.compactMap { row in
      row.session.map { EarlierAttendance(row.group, in: $0) }
    }
  }
}
