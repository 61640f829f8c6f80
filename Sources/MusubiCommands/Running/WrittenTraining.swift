// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification

/// A plan of trainings as its folder has it now, with what it was made from.
struct WrittenTraining {
  let input: TrainingInput
  /// Who joins what by `delegates.csv`, with rooms for everybody.
  let plan: TrainingPlan
  /// How `delegates.csv` differs from what `plan.json` says was written.
  let edits: [HandEdit]

  /// Reads a plan's folder.
  ///
  /// - Parameters:
  ///   - folder: The plan's folder.
  ///   - input: The year that it is a plan of.
  ///   - dispatch: The folder of the dispatch plan that it was made with, if any.
  ///   - earlier: The folder of the earlier plan that it was made with, if any.
  ///   - claims: What its document claims.
  ///   - console: Where faults are told.
  ///   - isQuiet: Whether notices are left out.
  /// - Throws: `RunError` when one of them cannot be used.
  init(
    at folder: String, of input: YearInput, dispatch: String?, pinFrom earlier: String?,
    claims: PlanClaims, on console: Console, isQuiet: Bool
  ) throws(RunError) {
    let year = input.year
    self.input = try TrainingInput(
      input, dispatch: dispatch, pinFrom: earlier, claimedBy: claims, on: console,
      isQuiet: isQuiet)
    let reading = readDelegates(at: folder, for: year)
    try check(reading.faults, of: folder, on: console, isQuiet: isQuiet)
    let delegates = reading.delegates ?? []
    edits = handEdits(of: delegates, since: claims, in: year)
    var rooms: [TrainingSession: (single: Int, twin: Int)] = [:]
    // Without the file no session says which rooms it holds.
    if unsafe access("\(folder)/\(SessionColumn.file)", F_OK) == 0 {
      let reading = readSessions(at: folder, for: year)
      try check(reading.faults, of: folder, on: console, isQuiet: isQuiet)
      for row in reading.sessions ?? [] {
        rooms[row.session.session] = (row.session.singleRooms, row.session.twinRooms)
      }
    }
    plan = roomSplit(
      of: TrainingPlan(
        joining: delegates.compactMap { row in row.session.map { (row.group, $0) } },
        rooms: rooms),
      in: year, hosting: self.input.hosting)
  }
}
