// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Says why a year has no plan and what would give it one.
struct DiagnoseCommand: Command {
  static let name = "diagnose"
  static let abstract: Sentence =
    "Says why no plan keeps all rules, and which changes would give one."
  static let discussion: Sentence = """
    Names rules and data that cannot be kept together, with their files and lines; each of them \
    is needed for that: without any one of them the others can be kept. Then it names the \
    smallest sets of changes with which there is a plan, and what they cost by the relax_cost of \
    the rules; each is tried on the year before it is shown. What programme.json5 calls law is \
    never changed. Of returnees there is always a plan: there it is said what keeps activities \
    from taking place together; of exchange it is said what keeps countries, or the schools \
    named with --hold, from having partners. With --output each set is written as a scenario for --scenario. \
    docs/diagnose.md describes the output.
    """
  static let operands = [Operand.year]
  static let options = [
    .problem("What has no plan."),
    Option(
      "hold", .texts("ID"), standard: "all activities, no school",
      help: """
        An activity of returnees that has to take place, or a school of exchange that has \
        to have a partner; may be given several times.
        """),
    Option(
      "ways", .integer("N", 1...100), standard: .verbatim(String(DiagnosisLimits().relaxations)),
      help: "How many ways out are shown at most."),
    Option.output(
      "DIR", standard: nil,
      help: "A folder for diagnosis.json, diagnosis.txt and a scenario for each way out."),
    .scenario, .dispatchPlan, .pinFrom,
    Option(
      "time-limit", .number("S"), standard: "none",
      help: "Stops after so many seconds; nothing is said then."),
    .threads, .format, .language, .quiet, .force,
  ]

  private let folder: String
  private let scenarios: [String]
  private let problem: PlanProblem
  private let held: [String]
  private let dispatch: String?
  private let pinFrom: String?
  private let ways: Int
  private let output: String?
  private let format: Format
  private let isQuiet: Bool
  private let isForced: Bool
  private let timeLimit: Double?
  private let threads: Int

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    scenarios = arguments.texts("scenario")
    problem = arguments.problem
    try arguments.keep(["dispatch", "pin-from"], to: .training)
    if arguments.problem != .exchange { try arguments.keep(["hold"], to: .returnees) }
    held = arguments.texts("hold")
    dispatch = arguments.text("dispatch")
    pinFrom = arguments.text("pin-from")
    ways = arguments.integer("ways") ?? DiagnosisLimits().relaxations
    output = arguments.text("output")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    timeLimit = arguments.number("time-limit")
    threads = arguments.threads
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    console.catchInterrupts()
    let input = try YearInput(at: folder, scenarios: scenarios, on: console, isQuiet: isQuiet)
    let target = output.map { OutputFolder($0, holds: .diagnosis, isForced: isForced) }
    try target?.check()
    let files = YearFolder(at: folder)
    let report: DiagnosisReport
    if let problem = problem.fromYearAlone {
      report = try diagnosis(of: problem, input, files: files, on: console)
    } else if problem == .training {
      report = try training(input, files: files, on: console)
    } else {
      report = try dispatch(input, files: files, on: console)
    }
    if !report.hasPlan { try target?.write(report.files()) }
    switch format {
    case .text: console.output.write(report.summary(folder: report.hasPlan ? nil : output))
    case .json: console.output.write(report.document().string())
    }
    return report.hasPlan ? .done : .infeasible
  }

  private var limits: DiagnosisLimits {
    var limits = DiagnosisLimits()
    limits.relaxations = ways
    return limits
  }

  private var search: PlanSearch {
    PlanSearch(gap: 0, timeLimit: timeLimit, threads: threads, isQuiet: isQuiet)
  }

  /// Diagnoses the dispatch, and verifies the plan of each way out.
  private func dispatch(
    _ input: YearInput, files: YearFolder, on console: Console
  ) throws(RunError) -> DiagnosisReport {
    let report = DiagnosisReport(
      try search.dispatchDiagnosis(input.year, limits: limits, on: console),
      places: files.places(with: input.scenarios))
    for (file, plan) in zip(report.scenarioFiles, report.plans) {
      let year = try year(of: files, with: input.scenarios, and: file)
      let verification = verifyDispatch(year, placements: plan, baseline: nil, claimed: nil)
      try refuse(unless: verification.isValid, rules: verification.rules, claims: [])
    }
    return report
  }

  /// Diagnoses the trainings, and verifies the plan of each way out.
  private func training(
    _ read: YearInput, files: YearFolder, on console: Console
  ) throws(RunError) -> DiagnosisReport {
    let input = try TrainingInput(
      read, dispatch: dispatch, pinFrom: pinFrom, on: console, isQuiet: isQuiet)
    try input.checkCourses(in: folder)
    let report = DiagnosisReport(
      try search.trainingDiagnosis(input, limits: limits, on: console),
      places: files.places(with: read.scenarios))
    for (file, plan) in zip(report.scenarioFiles, report.trainingPlans) {
      let year = try year(of: files, with: read.scenarios, and: file)
      let verification = verifyTraining(
        plan, in: year, hosting: input.hosting,
        pins: year.training.rules[.pin] == .off ? [] : input.pins)
      try refuse(unless: verification.isValid, rules: verification.rules, claims: [])
    }
    return report
  }

  /// Diagnoses a problem that is planned from the year alone, and verifies the plan of each
  /// way out.
  private func diagnosis<Problem: CommandedProblem>(
    of _: Problem.Type, _ input: YearInput, files: YearFolder, on console: Console
  ) throws(RunError) -> DiagnosisReport {
    try Problem.check(input, in: folder)
    let bare = Problem.withoutSoftRules(input.year)
    let levers: [WordedLever<Problem>]
    do throws(UnknownSubject) {
      levers = try Problem.levers(of: bare, asking: held)
    } catch {
      let unknown = held.first { !error.names.contains($0) } ?? ""
      let near = NearestName(among: error.names).nearest(to: unknown)
      throw RunError(
        .usage,
        "--hold: this year has no \(Problem.askedNoun ?? "such") \(clippedForDisplay(unknown))",
        near: near)
    }
    let diagnosis = try search.diagnosis(
      YearLevers<Problem>(bare, levers.map(\.lever)), limits: limits, on: console)
    let report = DiagnosisReport(
      diagnosis, levers, places: files.places(with: input.scenarios))
    let asked = diagnosis.years.keeping(Set(levers.indices)).forced
    for (file, relaxation) in zip(report.scenarioFiles, diagnosis.found.relaxations) {
      let year = try year(of: files, with: input.scenarios, and: file)
      let verification = Problem.verify(relaxation.plan, in: year, claimed: [])
      try refuse(unless: verification.isValid, rules: verification.rules, claims: [])
      guard asked.allSatisfy({ Problem.holds($0, in: relaxation.plan) }) else {
        throw RunError(.ourFault, "a fault of Musubi: a way out lacks what was asked for.")
      }
    }
    return report
  }

  /// The year with one more scenario, which has to be one that can be read.
  private func year(
    of files: YearFolder, with scenarios: [Scenario], and file: TextFile
  ) throws(RunError) -> ProgrammeYear {
    var faults = FaultList()
    let scenario = Scenario(file, faults: &faults)
    let reading = files.reading(with: scenarios + (scenario.map { [$0] } ?? []), faults: faults)
    guard let year = reading.year else {
      throw RunError(
        .ourFault,
        said: ([localized("a fault of Musubi: a way out that was found cannot be read.")]
          + reading.faultList.lines).joined(separator: "\n"))
    }
    return year
  }
}
