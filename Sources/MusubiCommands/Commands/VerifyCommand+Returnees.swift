// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification

extension VerifyCommand {
  /// Checks a plan of activities: rules and values as `participations.csv` stands, and the
  /// claims of `plan.json`.
  func returneesReport(
    _ input: YearInput, _ claims: PlanClaims, on console: Console
  ) throws(RunError) -> VerificationReport {
    try refuse(["baseline": baseline], of: .dispatch)
    try refuse(["dispatch": dispatch, "pin-from": pinFrom], of: .training)
    let reading = readParticipations(at: plan, for: input.year)
    try check(reading.faults, of: plan, on: console, isQuiet: isQuiet)
    let read = reading.plan ?? ReturneePlan([])
    return VerificationReport(
      .returnees,
      verification: verifyReturnees(read, in: input.year, claimed: claims.tiers),
      notes: scenarioNotes(input, claims),
      contradictions: claims.lists(read, of: input.year)
        ? [] : ["plan.json and participations.csv do not list the same participations."],
      isSameInput: claims.inputDigest == input.digest)
  }
}
