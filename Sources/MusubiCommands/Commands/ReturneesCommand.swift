// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Plans the activities of returned partners.
struct ReturneesCommand: Command {
  static let name = "returnees"
  static let abstract: Sentence = "Decides which returned partner takes part in which activity."
  static let discussion: Sentence = """
    An activity takes place with as many people as it asks for, or not at all. Nobody travels \
    farther than they wish, is asked on days on which they are not free, or has activities on \
    neighbouring days; chances are spread evenly. The plan is verified against the data before it \
    is written. An interrupt (Ctrl-C) ends the search: the best plan so far is still written, \
    with its true gap; a second one ends the program.
    """
  static let keepsRuns = true
  static let operands = [Operand.year]
  static let options = PlanRequest.options(
    for: .returnees, gap: "0.01%",
    help: """
      How far from the best possible reach, seats and travel may stay; 0 asks for the \
      best itself.
      """)

  private let request: PlanRequest

  init(_ arguments: Arguments) throws(UsageError) {
    request = try PlanRequest(arguments, for: .returnees, gap: ReturneeOptions().gap)
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    console.catchInterrupts()
    let input = try request.input(on: console)
    try checkActivities(of: input.year, in: request.folder)
    let target = try request.target(on: console)
    let (outcome, planned) = try request.search.returneeReport(input, on: console)
    guard let report = planned else {
      let report = ReturneeInfeasibility(outcome)
      guard outcome.status == .infeasible else {
        if request.format == .json {
          console.output.write(report.document(seconds: request.seconds).string())
        }
        throw RunError(
          .stoppedWithoutPlan, "stopped before there was a plan; nothing was written.")
      }
      request.show(report.summary, report.document(seconds: request.seconds), on: console)
      return .infeasible
    }
    try target.write(report.planFiles())
    request.show(
      report.summary(folder: request.output, seconds: request.seconds),
      report.runDocument(folder: request.output, seconds: request.seconds), on: console)
    return report.outcome.status == .optimal ? .done : .stoppedWithPlan
  }
}

extension PlanSearch {
  /// Plans activities and verifies the plan.
  ///
  /// - Returns: How the run ended, and the plan if there is one.
  /// - Throws: `RunError` when the engine broke or the plan is not valid.
  func returneeReport(
    _ input: YearInput, on console: Console
  ) throws(RunError) -> (outcome: ReturneeOutcome, report: ReturneeReport?) {
    let outcome = try returnees(input.year, on: console)
    guard outcome.hasPlan else { return (outcome, nil) }
    let verification = verifyReturnees(outcome.plan, in: input.year, claimed: outcome.tiers)
    try refuse(
      unless: verification.isValid, rules: verification.rules, claims: verification.claims)
    return (
      outcome,
      ReturneeReport(
        year: input.year, outcome: outcome, verification: verification, askedGap: gap,
        inputDigest: input.digest, scenarios: input.scenarios)
    )
  }
}

/// Refuses a year in which there is nothing to plan.
func checkActivities(of year: ProgrammeYear, in folder: String) throws(RunError) {
  for (file, noun, isEmpty) in [
    ("activities.csv", Sentence("activities"), year.returnees.activities.isEmpty),
    ("returnees.csv", Sentence("returnees"), year.returnees.returnees.isEmpty),
  ] where isEmpty {
    let isMissing = unsafe access(folder + "/" + file, F_OK) != 0
    let state: Sentence = isMissing ? "\(file) is missing" : "\(file) has no rows"
    throw RunError(
      isMissing ? .inputMissing : .badData,
      """
      the year has no \(noun) to plan: \(state).
      docs/files.md has every column of returnees.csv and activities.csv; musubi generate \
      --returnees N --activities M writes a year that has them.
      """)
  }
}
