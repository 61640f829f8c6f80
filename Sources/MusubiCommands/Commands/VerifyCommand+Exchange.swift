// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification

extension VerifyCommand {
  /// Checks a plan of exchange: rules and values as `partnerships.csv` stands, and the claims
  /// of `plan.json`.
  func exchangeReport(
    _ input: YearInput, _ claims: PlanClaims, on console: Console
  ) throws(RunError) -> VerificationReport {
    try refuse(["baseline": baseline], of: .dispatch)
    try refuse(["dispatch": dispatch, "pin-from": pinFrom], of: .training)
    let reading = readPartnerships(at: plan, for: input.year)
    try check(reading.faults, of: plan, on: console, isQuiet: isQuiet)
    let read = reading.plan ?? ExchangePlan([])
    return VerificationReport(
      .exchange,
      verification: verifyExchange(read, in: input.year, claimed: claims.tiers),
      notes: scenarioNotes(input, claims),
      contradictions: claims.lists(read, of: input.year)
        ? [] : ["plan.json and partnerships.csv do not list the same partnerships."],
      isSameInput: claims.inputDigest == input.digest)
  }
}
