// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// Plans a whole year, stage by stage.
struct PlanCommand: Command {
  static let name = "plan"
  static let abstract: Sentence = "Plans a whole year, stage by stage, each fed by the ones before."
  static let discussion: Sentence = """
    The stages are those of the single commands, in this order: \
    \(yearStages.map(\.problem.rawValue).joined(separator: ", ")). Each has a folder inside the \
    plan's; one whose tables are not there is left out. Every plan is verified before the next \
    stage begins. Called again, a stage of which nothing that it reads has changed is not planned \
    again, so that a run goes on where an earlier one ended, however that ended; ledger.csv tells \
    the next year who hosted, was invited and waited. A stage without a plan leaves the others \
    whole, and those that it feeds are not begun. Exit code 3 means that rules of a stage \
    collide, 5 that a stage was stopped before it had a plan or was not begun, 4 that all have \
    plans and some was stopped before it was proven; of several the first in the order 3, 5, 4 \
    counts.
    """
  static let keepsRuns = true
  static let operands = [Operand.year]
  static let options = [
    Option.output(
      "DIR", standard: "plans/NAME, NAME being the year's folder and what scenarios are called",
      help: "The plan's folder."),
    Option(
      "fresh", .flag,
      help: "Plans every stage anew, in place of what an earlier run wrote, edited by hand or not."),
    Option(
      "earned", .texts("PLAN"),
      help: "The folder of an earlier year's plan, for the ten years; given once for each year."),
    .scenario,
    Option(
      "gap", .share("G"), standard: "that of each stage's own command",
      help: "How far from the best possible every stage may stay; 0 asks for the best itself."),
    Option(
      "time-limit", .number("S"), standard: "none",
      help: "Stops after so many seconds; each stage has a share of what is left."),
    .threads, .format, .language, .quiet,
  ]

  private let request: YearRequest
  private let format: Format

  init(_ arguments: Arguments) throws(UsageError) {
    request = try YearRequest(arguments)
    format = Format(arguments)
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    console.catchInterrupts()
    var run = try YearRun(request, on: console)
    let plan = try run.plan()
    switch format {
    case .text:
      console.output.write(plan.summary(folder: request.output, seconds: run.seconds))
    case .json:
      console.output.write(
        plan.runDocument(folder: request.output, seconds: run.seconds).string())
    }
    switch plan.status {
    case .optimal: return .done
    case .feasible: return .stoppedWithPlan
    case .infeasible: return .infeasible
    case .unknown: return .stoppedWithoutPlan
    }
  }
}

/// What `plan` is asked for.
struct YearRequest {
  let folder: String
  let output: String
  let scenarios: [String]
  let earned: [String]
  let isFresh: Bool
  let isQuiet: Bool
  /// One for all stages; each has its own without it.
  let gap: Double?
  let timeLimit: Double?
  let threads: Int

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    output = try arguments.planFolder(for: nil)
    scenarios = arguments.texts("scenario")
    earned = arguments.texts("earned")
    isFresh = arguments.has("fresh")
    isQuiet = arguments.has("quiet")
    gap = arguments.number("gap")
    timeLimit = arguments.number("time-limit")
    threads = arguments.threads
  }
}
