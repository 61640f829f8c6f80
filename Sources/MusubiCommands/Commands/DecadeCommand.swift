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
  static let options = [
    Option.output(
      "DIR",
      standard: "plans/NAME-decade, NAME being the year's folder and what scenarios are called",
      help: "The plan's folder."),
    .scenario,
    Option(
      "gap", .share("G"), standard: "0.1%",
      help: "How far from the best possible people and cost may stay; 0 asks for the best itself."),
    .timeLimit, .format, .language, .quiet, .force,
  ]

  private let folder: String
  private let output: String
  private let scenarios: [String]
  private let format: Format
  private let isQuiet: Bool
  private let isForced: Bool
  private let gap: Double
  private let timeLimit: Double?

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    scenarios = arguments.texts("scenario")
    output = try arguments.planFolder(for: "decade")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    gap = arguments.number("gap") ?? DecadeOptions().gap
    timeLimit = arguments.number("time-limit")
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let start = ContinuousClock.now
    console.catchInterrupts()
    let input = try YearInput(at: folder, scenarios: scenarios, on: console, isQuiet: isQuiet)
    try input.checkDecade()
    let target = OutputFolder(output, holds: .plan, isForced: isForced)
    try target.check()
    let outcome = try PlanSearch(gap: gap, timeLimit: timeLimit, isQuiet: isQuiet)
      .decade(input.year, on: console)
    guard outcome.status != .infeasible else {
      let report = DecadeInfeasibility(outcome, in: input.year)
      console.output.write(
        format == .text
          ? report.summary : report.document(seconds: seconds(since: start)).string())
      return .infeasible
    }
    guard let plan = outcome.plan else {
      if format == .json {
        console.output.write(
          decadeRunDocument(outcome, folder: nil, seconds: seconds(since: start)).string())
      }
      throw RunError(.stoppedWithoutPlan, "stopped before there was a plan; nothing was written.")
    }
    let verification = verifyDecade(plan, in: input.year, claimed: outcome.tiers)
    try refuse(
      unless: verification.isValid, rules: verification.rules, claims: verification.claims)
    let report = DecadeReport(
      year: input.year, outcome: outcome, plan: plan, verification: verification, askedGap: gap,
      inputDigest: input.digest, scenarios: input.scenarios)
    try target.write(report.planFiles())
    let seconds = seconds(since: start)
    switch format {
    case .text: console.output.write(report.summary(folder: output, seconds: seconds))
    case .json: console.output.write(report.runDocument(folder: output, seconds: seconds).string())
    }
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
