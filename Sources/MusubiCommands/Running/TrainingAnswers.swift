// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Checks an answer and the rooms that follow from it against the data; one that fails
/// never leaves.
///
/// - Throws: `RunError` with what is wrong.
func verified(
  _ plan: TrainingPlan, _ outcome: TrainingOutcome, _ input: TrainingInput
) throws(RunError) -> PlanVerification {
  var verification = verifyTraining(
    plan, in: input.year, hosting: input.hosting, baseline: input.earlier?.attendances,
    pins: input.pins, claimed: outcome.tiers)
  let rooms = assignRooms(plan, in: input.year, hosting: input.hosting)
  verification.rules.append(
    roomCheck(of: rooms, for: plan, in: input.year, hosting: input.hosting))
  try refuse(
    unless: verification.isValid, rules: verification.rules, claims: verification.claims)
  return verification
}

/// What is said when no plan keeps the hard rules.
func infeasible(
  _ outcome: TrainingOutcome, _ input: TrainingInput, as format: Format, seconds: Double
) -> String {
  let report = TrainingInfeasibility(
    outcome, in: input.year, hosting: input.hosting, pins: input.pins)
  return format == .text ? report.summary : report.document(seconds: seconds).string()
}

/// Says for programs that a run was stopped before there was a plan, and refuses to go on.
///
/// - Throws: `RunError`, always.
func stoppedWithoutPlan(
  _ outcome: TrainingOutcome, as format: Format, seconds: Double, on console: Console
) throws(RunError) -> Never {
  if format == .json {
    console.output.write(trainingRunDocument(outcome, folder: nil, seconds: seconds).string())
  }
  throw RunError(.stoppedWithoutPlan, "stopped before there was a plan; nothing was written.")
}

/// What checking a list of rooms found; as strict as the rule `beds`.
func roomCheck(
  of rooms: [RoomAssignment], for plan: TrainingPlan, in year: ProgrammeYear,
  hosting: HostingFacts
) -> RuleCheck {
  let strictness = year.training.rules[.beds]
  guard strictness != .off else {
    return RuleCheck(id: "rooms", strictness: .off, checked: 0, violations: [])
  }
  return RuleCheck(
    id: "rooms", strictness: strictness, checked: rooms.count,
    violations: checkRooms(rooms, for: plan, in: year, hosting: hosting))
}
