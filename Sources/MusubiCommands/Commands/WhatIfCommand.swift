// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording
internal import Workbooks

/// Compares a plan of a year with what it would be with scenarios.
struct WhatIfCommand: Command {
  static let name = "whatif"
  static let abstract: Sentence = "Compares a plan with what it would be with scenarios."
  static let discussion: Sentence = """
    Plans the year as it is, then the year with each scenario by itself, on all cores, and \
    prints a row for each: goals, people, cost, the difference to the year as it is, and who \
    moves. Of equally good plans with a scenario one is taken that moves fewest people. It is \
    about the dispatch unless --problem says otherwise; of trainings it also says why a group \
    moves, and of ten years how many units change. docs/scenarios.md says what a scenario file \
    holds. A sweep is a scenario for each value, such as countries.THA.max=20:60:10 or \
    rules.companions.within_km=20,50; several sweeps give every combination. Without scenarios --prices and --fragility speak of the year as it is. \
    An interrupt ends the search: what is planned so far is shown.

    Many scenarios can be shared between machines: --shard 2/4 plans the second of four equal \
    shares and writes it to --output as a part, and musubi whatif --merge PART... makes of all \
    parts what one run would have made. docs/many-machines.md has recipes for GNU parallel and \
    Slurm. An interrupted shard writes nothing; run it again.
    """
  static let keepsRuns = true
  static let operands = [Operand.year, .scenarios]
  static let options = [
    .problem("What is planned."), .dispatchPlan,
    Option(
      "baseline", .text("PLAN"), standard: "planned",
      help: "The plan of the year as it is, as musubi training wrote it; of trainings only."),
    Option(
      "sweep", .texts("PATH=VALUES"),
      help: "Scenarios that set a value: FROM:TO:STEP, or values with commas."),
    Option(
      "prices", .flag,
      help: "Says what it is worth to widen each limit that the plan reaches, and how far."),
    Option(
      "fragility", .integer("N", 1...100_000),
      help: "Says how often each placement survives N random draws of withdrawals and scores."),
    Option(
      "seed", .integer("S", 0...1_000_000_000), standard: "1", help: "Another seed draws others."),
    Option(
      "withdrawals", .integer("P", 0...100), standard: "5",
      help: "Per cent of applicants who withdraw in a draw, each by chance."),
    Option(
      "score-noise", .integer("K", 0...100), standard: "3",
      help: "Points by which interview scores are off at most in a draw."),
    Option.output(
      "PATH", standard: nil,
      help: """
        A folder for the comparison: whatif.json, scenarios.csv, moves.csv, prices.csv and \
        fragility.csv if asked for; or a workbook (.xlsx) with all of them but the first; with \
        --shard a folder for the part: \(partDocumentName).
        """),
    Option(
      "shard", .text("I/N"),
      help: "Plans only the I-th of N equal shares of the scenarios; needs --output."),
    Option(
      "merge", .flag,
      help: """
        Puts parts together: DIR and SCENARIO... are then the folders that all shards \
        have written.
        """),
    Option(
      "gap", .share("G"), standard: "0.01%, of ten years 0.1%",
      help: """
        How far from the best possible goals that are sums may stay; 0 asks for the best \
        itself.
        """),
    Option(
      "time-limit", .number("S"), standard: "none",
      help: "Stops each plan after so many seconds with the best found."),
    .threads, .format, .language, .quiet, .force,
  ]

  /// What is to be done.
  private enum Work {
    case comparing(Question, shard: Shard?)
    case merging(parts: [String])
  }

  /// What is asked about a year.
  private struct Question {
    var folder: String
    var problem: PlanProblem
    /// The dispatch plan whose partners train, and the plan of trainings as it is.
    var dispatch: String?
    var baseline: String?
    var files: [String]
    var sweeps: [Scenario]
    var asksPrices: Bool
    var chances: Chances?
  }

  private let work: Work
  private let output: String?
  private let format: Format
  private let isQuiet: Bool
  private let isForced: Bool
  private let gap: Double
  private let timeLimit: Double?
  private let threads: Int

  init(_ arguments: Arguments) throws(UsageError) {
    work =
      arguments.has("merge")
      ? try Self.merging(arguments) : try Self.comparing(arguments)
    output = arguments.text("output")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    gap = arguments.number("gap") ?? arguments.problem.usualGap
    timeLimit = arguments.number("time-limit")
    threads = arguments.threads
  }

  private static func merging(_ arguments: Arguments) throws(UsageError) -> Work {
    let planning = [
      "problem", "dispatch", "baseline", "sweep", "prices", "fragility", "seed", "withdrawals",
      "score-noise", "shard", "gap",
      "time-limit", "threads",
    ]
    for name in planning where arguments.has(name) {
      throw UsageError(
        "--\(name) is for planning; --merge puts together what was planned already")
    }
    return .merging(parts: arguments.operands)
  }

  private static func comparing(_ arguments: Arguments) throws(UsageError) -> Work {
    try arguments.keep(["dispatch", "baseline"], to: .training)
    try arguments.keep(["fragility", "seed", "withdrawals", "score-noise"], to: .dispatch)
    let files = Array(arguments.operands.dropFirst())
    var scenarios: [Scenario]
    do throws(Sweep.Problem) {
      var sweeps: [Sweep] = []
      for text in arguments.texts("sweep") { sweeps.append(try Sweep(text)) }
      scenarios = try Sweep.scenarios(sweeps)
    } catch {
      throw UsageError("--sweep: \(error.description)")
    }
    let asksPrices = arguments.has("prices")
    let chances = try chances(arguments)
    guard !files.isEmpty || !scenarios.isEmpty || asksPrices || chances != nil else {
      throw UsageError(
        """
        there is nothing to compare with; name scenario files, or give --sweep, --prices or \
        --fragility
        """)
    }
    var shard: Shard?
    if let text = arguments.text("shard") {
      guard let known = Shard(text) else {
        throw UsageError(
          """
          --shard is "\(clippedForDisplay(text))"; it must be one of some equal shares, \
          such as 2/4 for the second of four
          """)
      }
      guard let part = arguments.text("output"), !isWorkbookName(part) else {
        throw UsageError("--shard needs --output, a folder for the part")
      }
      shard = known
    }
    return .comparing(
      Question(
        folder: arguments.operands[0], problem: arguments.problem,
        dispatch: arguments.text("dispatch"), baseline: arguments.text("baseline"), files: files,
        sweeps: scenarios, asksPrices: asksPrices, chances: chances), shard: shard)
  }

  private static func chances(_ arguments: Arguments) throws(UsageError) -> Chances? {
    guard let draws = arguments.integer("fragility") else {
      for name in ["seed", "withdrawals", "score-noise"] where arguments.has(name) {
        throw UsageError("--\(name) says how draws are made; give --fragility N too")
      }
      return nil
    }
    return Chances(
      draws: draws, seed: UInt64(arguments.integer("seed") ?? 1),
      withdrawals: arguments.integer("withdrawals") ?? 5,
      noise: arguments.integer("score-noise") ?? 3)
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    try workbook?.check()
    switch work {
    case .merging(let parts):
      let target = try target(.comparison, on: console)
      let comparison = try mergedComparison(of: parts, on: console, isQuiet: isQuiet)
      return try show(comparison, in: target, seconds: nil, on: console)
    case .comparing(let question, let shard):
      let start = ContinuousClock.now
      console.catchInterrupts()
      let folder = YearFolder(at: question.folder)
      let (input, scenarios) = try read(folder, question, on: console)
      if question.chances != nil, input.year.rules[.forbid] != .hard {
        throw RunError(
          .badData,
          """
          the rule forbid is not hard, so that nobody can be held back: --fragility \
          withdraws people by it.
          """)
      }
      let target = try target(shard == nil ? .comparison : .part, on: console)
      let runs = ScenarioRuns(
        folder: folder, scenarios: scenarios, shard: shard ?? .whole,
        asksPrices: question.asksPrices, chances: question.chances,
        options: PlanningOptions(
          gap: gap, timeLimit: timeLimit, isInterrupted: console.isInterrupted),
        threads: threads, isQuiet: isQuiet)
      let part = try part(of: question, runs, input, on: console)
      guard shard == nil else { return try keep(part, in: target, on: console) }
      return try show(
        Comparison(part), in: target, seconds: seconds(since: start), on: console)
    }
  }

  /// Plans the year as it is, and everything that is compared with it.
  private func part(
    of question: Question, _ runs: ScenarioRuns, _ input: YearInput, on console: Console
  ) throws(RunError) -> ComparisonPart {
    switch question.problem {
    case .dispatch:
      let planner = try DispatchPlanner(input.year, options: runs.options, threads: threads)
      return try runs.run(by: planner, of: TrainingSources(input: input.digest), on: console)
    case .training:
      let training = try TrainingInput(
        input, dispatch: question.dispatch, pinFrom: nil, on: console, isQuiet: isQuiet)
      try training.checkCourses(in: question.folder)
      let planner: TrainingPlanner
      if let baseline = question.baseline {
        let written = try WrittenTraining(
          asWrittenAt: baseline, of: input, dispatch: question.dispatch, on: console,
          isQuiet: isQuiet)
        planner = TrainingPlanner(
          base: TrainingBase(
            planned: ComparedTraining(
              written.outcome, of: input.year, hosting: training.hosting),
            hosts: TrainingHosts(dispatch: question.dispatch)), options: runs.options)
      } else {
        planner = try TrainingPlanner(
          training, dispatch: question.dispatch, options: runs.options)
      }
      return try runs.run(by: planner, of: training.sources, on: console)
    case .returnees, .exchange, .decade: break
    }
    guard let problem = question.problem.fromYearAlone else {
      throw RunError(.ourFault, "plans of \(question.problem.rawValue) are not compared.")
    }
    return try part(of: question, problem, runs, input, on: console)
  }

  /// The same for a problem that is planned from the year alone.
  private func part<Problem: CommandedProblem>(
    of question: Question, _: Problem.Type, _ runs: ScenarioRuns, _ input: YearInput,
    on console: Console
  ) throws(RunError) -> ComparisonPart {
    try Problem.check(input, in: question.folder)
    let planner = try YearPlanner<Problem>(input.year, options: runs.options)
    return try runs.run(by: planner, of: TrainingSources(input: input.digest), on: console)
  }

  /// The folder that is asked for, if it can be written.
  private func target(
    _ content: OutputFolder.Content, on console: Console
  ) throws(RunError) -> OutputFolder? {
    guard workbook == nil else { return nil }
    let target = output.map {
      OutputFolder($0, holds: content, isForced: isForced, keptIn: console.notes)
    }
    try target?.check()
    return target
  }

  /// The workbook that is asked for instead of a folder.
  private var workbook: OutputFile? {
    output.flatMap { isWorkbookName($0) ? OutputFile($0, isForced: isForced) : nil }
  }

  /// Writes and prints a comparison.
  private func show(
    _ comparison: Comparison, in target: OutputFolder?, seconds: Double?, on console: Console
  ) throws(RunError) -> ExitCode {
    if let target {
      try target.write(comparison.files())
    } else {
      if let workbook {
        try writeWorkbook(to: workbook) { () throws(WorkbookFault) in try comparison.workbook() }
      }
      console.notes?.add(folder: "", comparison.files())
    }
    switch format {
    case .text: console.output.write(comparison.summary(seconds: seconds))
    case .json: console.output.write(comparison.document(seconds: seconds).string())
    }
    return exitCode(for: comparison)
  }

  /// Writes a part, unless it was interrupted: it would be merged as if it were whole.
  private func keep(
    _ part: ComparisonPart, in target: OutputFolder?, on console: Console
  ) throws(RunError) -> ExitCode {
    guard !console.isInterrupted() else {
      throw RunError(
        .stoppedWithoutPlan, "interrupted; the part was not written. Run the shard again.")
    }
    try target?.write(part.files())
    switch format {
    case .text: console.output.write(part.summary)
    case .json: console.output.write(part.document().string())
    }
    return Comparison(part).isProven ? .done : .stoppedWithPlan
  }

  /// Reads the year and every scenario; all faults of all of them are told at once.
  private func read(
    _ folder: YearFolder, _ question: Question, on console: Console
  ) throws(RunError) -> (input: YearInput, scenarios: [Scenario]) {
    var faults = FaultList()
    let scenarios =
      question.files.compactMap { Scenario(at: $0, faults: &faults) } + question.sweeps
    let base = folder.reading(faults: faults)
    var list = base.faultList
    var known = Set(list.lines)
    func report(_ faults: [Fault]) {
      for fault in faults
      where fault.severity == .error && known.insert(fault.description).inserted {
        list.report(fault)
      }
    }
    func reportDispatch(of year: ProgrammeYear?) {
      guard let year, let dispatch = question.dispatch else { return }
      report(readPlacements(at: dispatch, for: year).faults.faults)
    }
    reportDispatch(of: base.year)
    for scenario in scenarios {
      let reading = folder.reading(with: [scenario])
      report(reading.faultList.faults)
      reportDispatch(of: reading.year)
    }
    guard base.year != nil, !list.hasErrors else {
      for line in list.lines { console.errors.line(line) }
      throw RunError(
        MusubiCommands.exitCode(for: list),
        """
        \(countedFaults(list)) in \(clippedForDisplay(question.folder)) and the scenarios; \
        nothing was done.
        """)
    }
    console.notes?.add(scenarios)
    return (
      try YearInput(base, of: question.folder, on: console, isQuiet: isQuiet), scenarios
    )
  }

  private func exitCode(for comparison: Comparison) -> ExitCode {
    let plans = [comparison.base] + comparison.scenarios
    if comparison.isProven {
      return plans.contains { $0.hasPlan } ? .done : .infeasible
    }
    return plans.contains { $0.hasPlan } ? .stoppedWithPlan : .stoppedWithoutPlan
  }
}
