// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports

/// Compares a year's dispatch with what it would be with scenarios.
struct WhatIfCommand: Command {
  static let name = "whatif"
  static let abstract = "Compares the dispatch with what it would be with scenarios."
  static let discussion = """
    Plans the year as it is, then the year with each scenario by itself, on all cores, and \
    prints a row for each: goals, partners, cost, the difference to the year as it is, and who \
    moves. Of equally good plans with a scenario one is taken that moves fewest people. \
    docs/scenarios.md says what a scenario file holds. A sweep is a scenario for each value, \
    such as countries.THA.max=20:60:10 or rules.companions.within_km=20,50; several sweeps give \
    every combination. An interrupt ends the search: what is planned so far is shown.
    """
  static let operands = [Operand.year, .scenarios]
  static let options = [
    Option(
      "sweep", .texts("PATH=VALUES"),
      help: "Scenarios that set a value: FROM:TO:STEP, or values with commas."),
    Option.output(
      "DIR", standard: nil,
      help: "A folder for the comparison: whatif.json, scenarios.csv, moves.csv."),
    .gap,
    Option(
      "time-limit", .number("S"), standard: "none",
      help: "Stops each plan after so many seconds with the best found."),
    .threads, .format, .language, .quiet, .force,
  ]

  private let folder: String
  private let files: [String]
  private let sweeps: [Scenario]
  private let output: String?
  private let format: Format
  private let isQuiet: Bool
  private let isForced: Bool
  private let gap: Double
  private let timeLimit: Double?
  private let threads: Int

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    files = Array(arguments.operands.dropFirst())
    do throws(Sweep.Problem) {
      var sweeps: [Sweep] = []
      for text in arguments.texts("sweep") { sweeps.append(try Sweep(text)) }
      self.sweeps = try Sweep.scenarios(sweeps)
    } catch {
      throw UsageError("--sweep: \(error.description)")
    }
    guard !files.isEmpty || !sweeps.isEmpty else {
      throw UsageError("there is nothing to compare with; name scenario files, or give --sweep")
    }
    output = arguments.text("output")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    gap = arguments.number("gap") ?? DispatchOptions().gap
    timeLimit = arguments.number("time-limit")
    threads = arguments.integer("threads") ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let start = ContinuousClock.now
    console.catchInterrupts()
    let files = YearFolder(at: folder)
    let (year, scenarios) = try read(files, on: console)
    let target = output.map { OutputFolder($0, holds: .comparison, isForced: isForced) }
    try target?.check()
    let comparison = try ScenarioRuns(
      folder: files, scenarios: scenarios, gap: gap, timeLimit: timeLimit, threads: threads,
      isQuiet: isQuiet
    ).compare(year, on: console)
    try target?.write(comparison.files())
    let seconds = seconds(since: start)
    switch format {
    case .text: console.output.write(comparison.summary(seconds: seconds))
    case .json: console.output.write(comparison.document(seconds: seconds).string())
    }
    return exitCode(for: comparison)
  }

  /// Reads the year and every scenario; all faults of all of them are told at once.
  private func read(
    _ files: YearFolder, on console: Console
  ) throws(RunError) -> (year: ProgrammeYear, scenarios: [Scenario]) {
    var faults = FaultList()
    let scenarios = self.files.compactMap { Scenario(at: $0, faults: &faults) } + sweeps
    let base = files.reading(faults: faults)
    var list = base.faultList
    let known = Set(list.lines)
    for scenario in scenarios {
      for fault in files.reading(with: [scenario]).faultList.faults
      where fault.severity == .error && !known.contains(fault.description) {
        list.report(fault)
      }
    }
    guard let year = base.year, !list.hasErrors else {
      for line in list.lines { console.errors.line(line) }
      throw RunError(
        MusubiCommands.exitCode(for: list),
        "\(countedFaults(list)) in \(clippedForDisplay(folder)) and the scenarios; "
          + "nothing was done.")
    }
    if !isQuiet {
      for line in list.lines { console.errors.line("Notice: " + line) }
    }
    return (year, scenarios)
  }

  private func exitCode(for comparison: Comparison) -> ExitCode {
    let plans = [comparison.base] + comparison.scenarios
    if plans.allSatisfy({ $0.status == .optimal || $0.status == .infeasible }) {
      return plans.contains { $0.hasPlan } ? .done : .infeasible
    }
    return plans.contains { $0.hasPlan } ? .stoppedWithPlan : .stoppedWithoutPlan
  }
}
