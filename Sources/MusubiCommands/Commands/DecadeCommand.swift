// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Plans ten years.
struct DecadeCommand: Command {
  static let name = "decade"
  static let abstract: Sentence = "Decides how much of each programme line in each of ten years."
  static let discussion: Sentence = """
    Lines such as partners to a country, trainings or events have costs, people that they reach \
    and aims that they serve (decade_lines.csv); years have budgets (decade_years.csv). The plan \
    reaches as many people as it can up to the target, keeps a stated share of it even if any \
    one year is lost, serves the aims evenly, and then costs least. When the target is out of \
    reach, the least extra budget that reaches it is told year by year. What years that are \
    over have earned (decade_actuals.csv, or --earned with the plans of those years) takes the \
    place of estimates. The plan is verified against the data before it is written.
    """
  static let keepsRuns = true
  static let operands = [Operand.year]
  static let options = PlanRequest.options(
    for: .decade, gap: "0.1%",
    help: "How far from the best possible people and cost may stay; 0 asks for the best itself.",
    and: [.earned])

  private let request: PlanRequest
  private let earned: [String]

  init(_ arguments: Arguments) throws(UsageError) {
    request = try PlanRequest(arguments, for: .decade, gap: DecadeOptions().gap)
    earned = arguments.texts("earned")
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    console.catchInterrupts()
    let read = try request.input(on: console)
    try read.checkDecade()
    let earned = try EarnedInput(
      read, plans: earned, on: console, isQuiet: request.isQuiet)
    let target = try request.target(on: console)
    let (outcome, planned) = try request.search.decadeReport(earned, on: console)
    guard outcome.status != .infeasible else {
      let report = DecadeInfeasibility(outcome, in: earned.input.year)
      request.show(report.summary, report.document(seconds: request.seconds), on: console)
      return .infeasible
    }
    guard let report = planned else {
      if request.format == .json {
        console.output.write(
          decadeRunDocument(outcome, folder: nil, seconds: request.seconds).string())
      }
      throw RunError(.stoppedWithoutPlan, "stopped before there was a plan; nothing was written.")
    }
    try target.write(report.planFiles())
    request.show(
      report.summary(folder: request.output, seconds: request.seconds),
      report.runDocument(folder: request.output, seconds: request.seconds), on: console)
    return outcome.status == .optimal ? .done : .stoppedWithPlan
  }
}

extension PlanSearch {
  /// Plans ten years and verifies the plan.
  ///
  /// - Returns: What the run found out, and a report where there is a plan.
  /// - Throws: `RunError` when the engine broke or the plan is not valid.
  func decadeReport(
    _ earned: EarnedInput, on console: Console
  ) throws(RunError) -> (DecadeOutcome, DecadeReport?) {
    let input = earned.input
    let outcome = try decade(input.year, on: console)
    guard let plan = outcome.plan else { return (outcome, nil) }
    let verification = verifyDecade(plan, in: input.year, claimed: outcome.tiers)
    try refuse(
      unless: verification.isValid, rules: verification.rules, claims: verification.claims)
    return (
      outcome,
      DecadeReport(
        year: input.year, outcome: outcome, plan: plan, verification: verification,
        askedGap: gap, inputDigest: input.digest, scenarios: input.scenarios,
        earnedDigest: earned.digest)
    )
  }
}

extension YearInput {
  /// Refuses a year that has no ten years to plan.
  func checkDecade() throws(RunError) {
    guard year.decade.lines.isEmpty || year.decade.years.isEmpty else { return }
    let file = year.decade.lines.isEmpty ? "decade_lines.csv" : "decade_years.csv"
    throw RunError(
      .badData,
      """
      the folder has no ten years to plan: \(file) is missing or has no rows.
      Add decade_lines.csv with a row for each line of the programme and decade_years.csv with \
      a row for each year.
      docs/files.md has every column; datasets/call-2026 has an example.
      """)
  }
}
