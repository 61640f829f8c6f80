// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification

/// Says why a year has no plan and what would give it one.
struct DiagnoseCommand: Command {
  static let name = "diagnose"
  static let abstract = "Says why no plan keeps all rules, and which changes would give one."
  static let discussion = """
    Names rules and data that cannot be kept together, with their files and lines; each of them \
    is needed for that: without any one of them the others can be kept. Then it names the \
    smallest sets of changes with which there is a plan, and what they cost by the relax_cost of \
    the rules; each is tried on the year before it is shown. What programme.json5 calls law is \
    never changed. With --output each set is written as a scenario for --scenario. \
    docs/diagnose.md describes the output.
    """
  static let operands = [Operand.year]
  static let options = [
    Option(
      "ways", .integer("N", 1...100), standard: String(DiagnosisLimits().relaxations),
      help: "How many ways out are shown at most."),
    Option.output(
      "DIR", standard: nil,
      help: "A folder for diagnosis.json, diagnosis.txt and a scenario for each way out."),
    .scenario,
    Option(
      "time-limit", .number("S"), standard: "none",
      help: "Stops after so many seconds; nothing is said then."),
    .threads, .format, .language, .quiet, .force,
  ]

  private let folder: String
  private let scenarios: [String]
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
    ways = arguments.integer("ways") ?? DiagnosisLimits().relaxations
    output = arguments.text("output")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    timeLimit = arguments.number("time-limit")
    threads = arguments.integer("threads") ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    console.catchInterrupts()
    let input = try YearInput(at: folder, scenarios: scenarios, on: console, isQuiet: isQuiet)
    let target = output.map { OutputFolder($0, holds: .diagnosis, isForced: isForced) }
    try target?.check()
    var limits = DiagnosisLimits()
    limits.relaxations = ways
    let diagnosis = try PlanSearch(
      gap: 0, timeLimit: timeLimit, threads: threads, isQuiet: isQuiet
    ).dispatchDiagnosis(input.year, limits: limits, on: console)
    let files = YearFolder(at: folder)
    let report = DiagnosisReport(diagnosis, places: files.places(with: input.scenarios))
    try check(report, files: files, input: input, plans: report.hasPlan ? [] : report.plans)
    if !report.hasPlan { try target?.write(report.files()) }
    switch format {
    case .text: console.output.write(report.summary(folder: report.hasPlan ? nil : output))
    case .json: console.output.write(report.document().string())
    }
    return report.hasPlan ? .done : .infeasible
  }

  /// Lays each way out on the year's files and checks that its plan keeps every hard rule
  /// of what comes out; a way out that fails never leaves.
  private func check(
    _ report: DiagnosisReport, files: YearFolder, input: YearInput, plans: [[Placement]]
  ) throws(RunError) {
    for (file, plan) in zip(report.scenarioFiles, plans) {
      var faults = FaultList()
      let scenario = Scenario(file, faults: &faults)
      let reading = files.reading(
        with: input.scenarios + (scenario.map { [$0] } ?? []), faults: faults)
      guard let year = reading.year else {
        throw RunError(
          .ourFault,
          (["a fault of Musubi: a way out that was found cannot be read."]
            + reading.faultList.lines).joined(separator: "\n"))
      }
      let verification = verifyDispatch(year, placements: plan, baseline: nil, claimed: nil)
      try refuse(unless: verification.isValid, rules: verification.rules, claims: [])
    }
  }
}
