// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

extension VerifyCommand {
  /// Checks a plan of trainings: rules and values as `delegates.csv` stands, the
  /// claims of `plan.json` unless that file was edited.
  func trainingReport(
    _ input: YearInput, _ claims: PlanClaims, on console: Console
  ) throws(RunError) -> VerificationReport {
    try refuse(["baseline": baseline], of: .dispatch)
    let year = input.year
    let written = try WrittenTraining(
      at: plan, of: input, dispatch: dispatch, pinFrom: pinFrom, claims: claims, on: console,
      isQuiet: isQuiet)
    let (training, split, edits) = (written.input, written.plan, written.edits)
    var verification = verifyTraining(
      split, in: year, hosting: training.hosting, baseline: training.earlier?.attendances,
      pins: training.pins, claimed: edits.isEmpty ? claims.tiers : [])
    var notes = scenarioNotes(input, claims) + edits.map { $0.sentence(in: year) }
    if !edits.isEmpty {
      notes.append(
        localized("Rules and goals are of the plan as it is now; plan.json is not about it."))
    }
    if holds(RoomColumn.file) {
      if edits.isEmpty {
        let rooms = readRooms(at: plan, for: year, hosting: training.hosting)
        try check(rooms.faults, of: plan, on: console, isQuiet: isQuiet)
        verification.rules.append(
          roomCheck(of: rooms.rooms ?? [], for: split, in: year, hosting: training.hosting))
      } else {
        notes.append(
          localized("\(RoomColumn.file) is of the plan as it was written and was not checked."))
      }
    }
    return VerificationReport(
      .training, verification: verification, notes: notes,
      isSameInput: claims.inputDigest == input.digest)
  }
}
