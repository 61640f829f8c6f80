// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification

/// Plans the activities of returned partners.
struct ReturneesCommand: Command {
  static let name = "returnees"
  static let abstract = "Decides which returned partner takes part in which activity."
  static let discussion = """
    An activity takes place with as many people as it asks for, or not at all. Nobody travels \
    farther than they wish, is asked on days on which they are not free, or has activities on \
    neighbouring days; chances are spread evenly. The plan is verified against the data before it \
    is written. An interrupt (Ctrl-C) ends the search: the best plan so far is still written, \
    with its true gap; a second one ends the program.
    """
  static let operands = [Operand.year]
  static let options = [
    Option.output(
      "DIR",
      standard: "plans/NAME-returnees, NAME being the year's folder and what scenarios are called",
      help: "The plan's folder."),
    .scenario,
    Option(
      "gap", .share("G"), standard: "0.01%",
      help: "How far from the best possible reach, seats and travel may stay; 0 asks for the "
        + "best itself."),
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
    output = try arguments.planFolder(for: "returnees")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    gap = arguments.number("gap") ?? ReturneeOptions().gap
    timeLimit = arguments.number("time-limit")
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let start = ContinuousClock.now
    console.catchInterrupts()
    let input = try YearInput(
      at: folder, scenarios: scenarios, on: console, isQuiet: isQuiet)
    try checkActivities(of: input.year, in: folder)
    let target = OutputFolder(output, holds: .plan, isForced: isForced)
    try target.check()
    let outcome = try PlanSearch(gap: gap, timeLimit: timeLimit, isQuiet: isQuiet)
      .returnees(input.year, on: console)
    let verification = verifyReturnees(
      outcome.plan, in: input.year, claimed: outcome.tiers)
    try refuse(
      unless: verification.isValid, rules: verification.rules, claims: verification.claims)
    let report = ReturneeReport(
      year: input.year, outcome: outcome, verification: verification, askedGap: gap,
      inputDigest: input.digest, scenarios: input.scenarios)
    try target.write(report.planFiles())
    let seconds = seconds(since: start)
    switch format {
    case .text: console.output.write(report.summary(folder: output, seconds: seconds))
    case .json:
      console.output.write(report.runDocument(folder: output, seconds: seconds).string())
    }
    return outcome.status == .optimal ? .done : .stoppedWithPlan
  }
}

/// Refuses a year in which there is nothing to plan.
func checkActivities(of year: ProgrammeYear, in folder: String) throws(RunError) {
  for (file, noun, isEmpty) in [
    ("activities.csv", "activities", year.returnees.activities.isEmpty),
    ("returnees.csv", "returnees", year.returnees.returnees.isEmpty),
  ] where isEmpty {
    let isMissing = unsafe access(folder + "/" + file, F_OK) != 0
    throw RunError(
      isMissing ? .inputMissing : .badData,
      """
      the year has no \(noun) to plan: \(file) \(isMissing ? "is missing" : "has no rows").
      docs/files.md has every column of returnees.csv and activities.csv; musubi generate \
      --returnees N --activities M writes a year that has them.
      """)
  }
}
