// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import ProgrammeFiles
internal import Reports

extension VerifyCommand {
  /// Checks a plan of a problem that is planned from the year alone: rules and values as its
  /// table stands, and the claims of `plan.json`.
  func report<Problem: CommandedProblem>(
    of _: Problem.Type, _ input: YearInput, _ claims: PlanClaims, on console: Console
  ) throws(RunError) -> VerificationReport {
    try refuse(["baseline": baseline], of: .dispatch)
    try refuse(["dispatch": dispatch, "pin-from": pinFrom], of: .training)
    try Problem.check(input, in: folder)
    let read = try Problem.readPlan(
      at: plan, of: input, claims: claims, on: console, isQuiet: isQuiet)
    return VerificationReport(
      Problem.problem,
      verification: Problem.verify(read.plan, in: input.year, claimed: claims.tiers),
      notes: scenarioNotes(input, claims), contradictions: read.contradictions,
      isSameInput: claims.inputDigest == input.digest)
  }
}
