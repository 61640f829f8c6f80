// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Checks an answer against the data; one that fails never leaves.
///
/// - Throws: `RunError` with what is wrong.
func verified(
  _ outcome: DispatchOutcome, _ year: ProgrammeYear, baseline: [EarlierPlacement]?
) throws(RunError) -> DispatchVerification {
  let verification = verifyDispatch(
    year, placements: outcome.placements, baseline: baseline, claimed: outcome.tiers)
  try refuse(
    unless: verification.isValid, rules: verification.rules, claims: verification.claims)
  return verification
}

/// What is said when no plan keeps the hard rules.
func infeasible(
  _ outcome: DispatchOutcome, _ year: ProgrammeYear, baseline: [EarlierPlacement]?,
  as format: Format, seconds: Double
) -> String {
  let report = InfeasibilityReport(
    verifyDispatch(year, placements: outcome.nearest, baseline: baseline, claimed: nil),
    outcome: outcome, places: year.places)
  return format == .text ? report.summary : report.document(seconds: seconds).string()
}

/// Says for programs that a run was stopped before there was a plan, and refuses to go on.
///
/// - Throws: `RunError`, always.
func stoppedWithoutPlan(
  _ outcome: DispatchOutcome, _ year: ProgrammeYear, as format: Format, seconds: Double,
  on console: Console
) throws(RunError) -> Never {
  if format == .json {
    console.output.write(
      dispatchRunDocument(outcome, places: year.places, folder: nil, seconds: seconds).string())
  }
  throw RunError(.stoppedWithoutPlan, "stopped before there was a plan; nothing was written.")
}
