// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification

/// Plans ten years.
struct DecadeCommand: Command {
  static let name = "decade"
  static let abstract = "Decides how much of each programme line in each of ten years."
  static let discussion = """
    Lines such as partners to a country, trainings or events have costs, people that they reach \
    and aims that they serve (decade_lines.csv); years have budgets (decade_years.csv). The plan \
    reaches as many people as it can up to the target, keeps a stated share of it even if any \
    one year is lost, serves the aims evenly, and then costs least. When the target is out of \
    reach, the least extra budget that reaches it is told year by year. What years that are \
    over have earned (decade_actuals.csv) takes the place of estimates. The plan is verified \
    against the data before it is written.
    """
  static let operands = [Operand.year]
  static let options = PlanRequest.options(
    for: .decade, gap: "0.1%",
    help: "How far from the best possible people and cost may stay; 0 asks for the best itself.")

  private let request: PlanRequest

  init(_ arguments: Arguments) throws(UsageError) {
    request = try PlanRequest(arguments, for: .decade, gap: DecadeOptions().gap)
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    console.catchInterrupts()
    let input = try request.input(on: console)
    try input.checkDecade()
    let target = try request.target()
    let outcome = try request.search.decade(input.year, on: console)
    guard outcome.status != .infeasible else {
      let report = DecadeInfeasibility(outcome, in: input.year)
      request.show(report.summary, report.document(seconds: request.seconds), on: console)
      return .infeasible
    }
    guard let plan = outcome.plan else {
      if request.format == .json {
        console.output.write(
          decadeRunDocument(outcome, folder: nil, seconds: request.seconds).string())
      }
      throw RunError(.stoppedWithoutPlan, "stopped before there was a plan; nothing was written.")
    }
    let verification = verifyDecade(plan, in: input.year, claimed: outcome.tiers)
    try refuse(
      unless: verification.isValid, rules: verification.rules, claims: verification.claims)
    let report = DecadeReport(
      year: input.year, outcome: outcome, plan: plan, verification: verification,
      askedGap: request.gap,
      inputDigest: input.digest, scenarios: input.scenarios)
    try target.write(report.planFiles())
    request.show(
      report.summary(folder: request.output, seconds: request.seconds),
      report.runDocument(folder: request.output, seconds: request.seconds), on: console)
    return outcome.status == .optimal ? .done : .stoppedWithPlan
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
