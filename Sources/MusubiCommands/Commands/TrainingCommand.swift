// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports

/// Plans the trainings of a year.
struct TrainingCommand: Command {
  static let name = "training"
  static let abstract = "Decides who trains in Japan in which session, and who shares rooms."
  static let discussion = """
    Cohorts train before they leave, teachers and students of host schools come in delegations. \
    With --dispatch the partners of that plan train and its schools host; without it the places \
    of the cohorts stand in. Move groups in delegates.csv by hand, and --pin-from plans the rest \
    around what was edited and around rows that say pinned: yes. The plan is verified against \
    the data before it is written. An interrupt (Ctrl-C) ends the search: the best plan so far \
    is still written, with its true gap; a second one ends the program.
    """
  static let operands = [Operand.year]
  static let options = [
    Option.output(
      "DIR",
      standard: "plans/NAME-training, NAME being the year's folder and what scenarios are called",
      help: "The plan's folder."),
    .dispatchPlan, .pinFrom, .scenario,
    Option(
      "gap", .share("G"), standard: "0.01%",
      help: "How far from the best possible people, cost and months may stay; 0 asks for the "
        + "best itself."),
    .timeLimit, .format, .language, .quiet, .force,
  ]

  private let folder: String
  private let output: String
  private let scenarios: [String]
  private let dispatch: String?
  private let pinFrom: String?
  private let format: Format
  private let isQuiet: Bool
  private let isForced: Bool
  private let gap: Double
  private let timeLimit: Double?

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    scenarios = arguments.texts("scenario")
    output = try arguments.planFolder(for: "training")
    dispatch = arguments.text("dispatch")
    pinFrom = arguments.text("pin-from")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    gap = arguments.number("gap") ?? TrainingOptions().gap
    timeLimit = arguments.number("time-limit")
    if let pinFrom, isSameFolder(pinFrom, output) {
      throw UsageError(
        "--pin-from and --output name one folder; verify needs the earlier plan beside the new one")
    }
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let start = ContinuousClock.now
    console.catchInterrupts()
    let read = try YearInput(
      at: folder, scenarios: scenarios, on: console, isQuiet: isQuiet)
    let input = try TrainingInput(
      read, dispatch: dispatch, pinFrom: pinFrom, on: console, isQuiet: isQuiet)
    try input.checkCourses(in: folder)
    let target = OutputFolder(output, holds: .plan, isForced: isForced)
    try target.check()
    let outcome = try PlanSearch(gap: gap, timeLimit: timeLimit, isQuiet: isQuiet)
      .training(input, on: console)
    switch outcome.status {
    case .infeasible:
      console.output.write(
        infeasible(outcome, input, as: format, seconds: seconds(since: start)))
      return .infeasible
    case .unknown:
      try stoppedWithoutPlan(outcome, as: format, seconds: seconds(since: start), on: console)
    case .optimal, .feasible:
      guard let plan = outcome.plan else {
        try stoppedWithoutPlan(outcome, as: format, seconds: seconds(since: start), on: console)
      }
      let report = TrainingReport(
        year: input.year, hosting: input.hosting, outcome: outcome, plan: plan,
        verification: try verified(plan, outcome, input), askedGap: gap, sources: input.sources,
        pins: input.pins, scenarios: read.scenarios)
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
}

/// Whether two paths name one folder that exists.
private func isSameFolder(_ first: String, _ second: String) -> Bool {
  var (left, right) = (stat(), stat())
  guard unsafe stat(first, &left) == 0, unsafe stat(second, &right) == 0 else { return false }
  return left.st_dev == right.st_dev && left.st_ino == right.st_ino
}
