// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// Plans the trainings of a year.
struct TrainingCommand: Command {
  static let name = "training"
  static let abstract: Sentence =
    "Decides who trains in Japan in which session, and who shares rooms."
  static let discussion: Sentence = """
    Cohorts train before they leave, teachers and students of host schools come in delegations. \
    With --dispatch the partners of that plan train and its schools host; without it the places \
    of the cohorts stand in. Move groups in delegates.csv by hand, and --pin-from plans the rest \
    around what was edited and around rows that say pinned: yes. The plan is verified against \
    the data before it is written. An interrupt (Ctrl-C) ends the search: the best plan so far \
    is still written, with its true gap; a second one ends the program.
    """
  static let keepsRuns = true
  static let operands = [Operand.year]
  static let options = PlanRequest.options(
    for: .training, gap: "0.01%",
    help: """
      How far from the best possible people, cost and months may stay; 0 asks for the \
      best itself.
      """, and: [.dispatchPlan, .pinFrom])

  private let request: PlanRequest
  private let dispatch: String?
  private let pinFrom: String?

  init(_ arguments: Arguments) throws(UsageError) {
    request = try PlanRequest(arguments, for: .training, gap: TrainingOptions().gap)
    dispatch = arguments.text("dispatch")
    pinFrom = arguments.text("pin-from")
    if let pinFrom, isSameFolder(pinFrom, request.output) {
      throw UsageError(
        "--pin-from and --output name one folder; verify needs the earlier plan beside the new one")
    }
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    console.catchInterrupts()
    let read = try request.input(on: console)
    let input = try TrainingInput(
      read, dispatch: dispatch, pinFrom: pinFrom, on: console, isQuiet: request.isQuiet)
    try input.checkCourses(in: request.folder)
    let target = try request.target(on: console)
    let outcome = try request.search.training(input, on: console)
    switch outcome.status {
    case .infeasible:
      console.output.write(
        infeasible(outcome, input, as: request.format, seconds: request.seconds))
      return .infeasible
    case .unknown:
      try stoppedWithoutPlan(outcome, as: request.format, seconds: request.seconds, on: console)
    case .optimal, .feasible:
      guard
        let report = try trainingReport(
          outcome, input, gap: request.gap, scenarios: read.scenarios)
      else {
        try stoppedWithoutPlan(outcome, as: request.format, seconds: request.seconds, on: console)
      }
      try target.write(report.planFiles())
      request.show(
        report.summary(folder: request.output, seconds: request.seconds),
        report.runDocument(folder: request.output, seconds: request.seconds), on: console)
      return outcome.status == .optimal ? .done : .stoppedWithPlan
    }
  }
}

/// Verifies a plan of trainings and reports on it; nothing without a plan.
///
/// - Throws: `RunError` when the plan is not valid.
func trainingReport(
  _ outcome: TrainingOutcome, _ input: TrainingInput, gap: Double, scenarios: [Scenario]
) throws(RunError) -> TrainingReport? {
  guard let plan = outcome.plan else { return nil }
  return TrainingReport(
    year: input.year, hosting: input.hosting, outcome: outcome, plan: plan,
    verification: try verified(plan, outcome, input), askedGap: gap, sources: input.sources,
    pins: input.pins, scenarios: scenarios)
}

/// Whether two paths name one folder that exists.
private func isSameFolder(_ first: String, _ second: String) -> Bool {
  var (left, right) = (stat(), stat())
  guard unsafe stat(first, &left) == 0, unsafe stat(second, &right) == 0 else { return false }
  return left.st_dev == right.st_dev && left.st_ino == right.st_ino
}
