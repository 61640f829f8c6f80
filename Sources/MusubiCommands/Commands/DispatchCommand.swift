// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Plans the dispatch of a year.
struct DispatchCommand: Command {
  static let name = "dispatch"
  static let abstract: Sentence = "Decides who becomes a partner at which post in which cohort."
  static let discussion: Sentence = """
    The plan is verified against the data before it is written. An interrupt (Ctrl-C) ends the \
    search: the best plan so far is still written, with its true gap; a second one ends the \
    program.
    """
  static let keepsRuns = true
  static let operands = [Operand.year]
  static let options = [
    Option.output(
      "DIR",
      standard: "plans/NAME-dispatch, NAME being the year's folder and what scenarios are called",
      help: "The plan's folder."),
    Option(
      "stable", .flag,
      help:
        "Puts first that as few applicants and places as can be would both rather have each other."
    ),
    Option(
      "alternatives", .integer("K", 1...20),
      help: "Writes K further plans beside it that differ as much as may be, into DIR-2, DIR-3 …"),
    Option(
      "within", .share("SHARE"), standard: "1%",
      help: "What the points of a further plan may lose; goals before them lose nothing."),
    Option(
      "reserves", .integer("R", 1...1_000),
      help: "Lists for each partner the R people who would step in best, in reserves.csv."),
    .gap, .timeLimit, .workLimit, .threads, .baseline, .scenario, .format, .language, .quiet,
    .force,
  ]

  private let folder: String
  private let output: String
  private let scenarios: [String]
  private let baseline: String?
  private let isStable: Bool
  private let further: FurtherPlans?
  private let reserves: Int?
  private let format: Format
  private let isQuiet: Bool
  private let isForced: Bool
  private let gap: Double
  private let timeLimit: Double?
  private let workLimit: Int?
  private let threads: Int

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    scenarios = arguments.texts("scenario")
    output = try arguments.planFolder(
      for: "dispatch", and: arguments.has("stable") ? ["stable"] : [])
    baseline = arguments.text("baseline")
    isStable = arguments.has("stable")
    let within = arguments.number("within")
    further = arguments.integer("alternatives").map {
      FurtherPlans(count: $0, loss: within ?? 0.01)
    }
    guard further != nil || within == nil else {
      throw UsageError("--within says what further plans may lose; ask for some by --alternatives")
    }
    guard further == nil || !isStable else {
      throw UsageError("--stable asks for one plan; give it or --alternatives, not both")
    }
    reserves = arguments.integer("reserves")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    let standard = DispatchOptions()
    gap = arguments.number("gap") ?? standard.gap
    timeLimit = arguments.number("time-limit")
    workLimit = arguments.integer("work-limit")
    threads = arguments.threads
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let start = ContinuousClock.now
    console.catchInterrupts()
    let input = try YearInput(
      at: folder, scenarios: scenarios, stable: isStable ? .dispatch : nil, on: console,
      isQuiet: isQuiet)
    var earlier: [EarlierPlacement]?
    if let baseline {
      earlier = try input.baseline(at: baseline, on: console, isQuiet: isQuiet)
    }
    try refuseTooLarge(input.year)
    let targets = folders.map {
      OutputFolder($0, holds: .plan, isForced: isForced, keptIn: console.notes)
    }
    for target in targets { try target.check() }
    let search = PlanSearch(
      gap: gap, timeLimit: timeLimit, workLimit: workLimit, threads: threads, isQuiet: isQuiet)
    let (outcome, others) = try search.dispatch(
      input.year, baseline: earlier, and: further, on: console)
    switch outcome.status {
    case .infeasible:
      console.output.write(
        infeasible(
          outcome, input.year, baseline: earlier, as: format, seconds: seconds(since: start)))
      return .infeasible
    case .unknown:
      try stoppedWithoutPlan(
        outcome, input.year, as: format, seconds: seconds(since: start), on: console)
    case .optimal, .feasible:
      var report = try report(of: outcome, input, baseline: earlier)
      if let reserves {
        report.reserves = report.reserveLists(reserves, baseline: earlier, threads: threads)
      }
      var further: [DispatchReport] = []
      for other in others { further.append(try self.report(of: other, input, baseline: earlier)) }
      let fairness = FairnessFacts(report)
      try targets[0].write(report.planFiles(fairness))
      for (target, report) in zip(targets.dropFirst(), further) {
        try target.write(report.planFiles(FairnessFacts(report)))
      }
      let taken = seconds(since: start)
      switch format {
      case .text:
        console.output.write(report.summary(folder: output, seconds: taken, fairness))
        if self.further != nil {
          console.output.write(report.summary(of: further, folders: Array(folders.dropFirst())))
        }
      case .json:
        console.output.write(
          report.runDocument(
            folder: output, seconds: taken,
            further: self.further.map { _ in (further, Array(folders.dropFirst())) }
          ).string())
      }
      return outcome.status == .optimal ? .done : .stoppedWithPlan
    }
  }
}

extension DispatchCommand {
  /// The folders of the plan and of the further plans.
  private var folders: [String] {
    [output] + (0..<(further?.count ?? 0)).map { "\(output)-\($0 + 2)" }
  }

  private func report(
    of outcome: DispatchOutcome, _ input: YearInput, baseline: [EarlierPlacement]?
  ) throws(RunError) -> DispatchReport {
    try dispatchReport(outcome, input, baseline: baseline, gap: gap)
  }

  /// Refuses what needs every pair of an applicant and a post for years in which they do
  /// not fit into memory.
  private func refuseTooLarge(_ year: ProgrammeYear) throws(RunError) {
    let isAboutStability = year.objective.contains { Goal.stability.contains($0) }
    guard isAboutStability || further != nil || reserves != nil else { return }
    let posts = candidatePosts(of: year).count
    let most = DispatchOptions().mostPairsToKeep
    guard year.applicants.count * posts > most else { return }
    let applicants = grouped(year.applicants.count)
    throw RunError(
      .usage,
      isAboutStability
        ? """
        a stable plan needs every pair of an applicant and a post: \(applicants) applicants and \
        \(grouped(posts)) posts are more than the \(grouped(most)) pairs that can be kept.
        """
        : further != nil
          ? """
          further plans need every pair of an applicant and a post: \(applicants) applicants and \
          \(grouped(posts)) posts are more than the \(grouped(most)) pairs that can be kept.
          """
          : """
          reserves need every pair of an applicant and a post: \(applicants) applicants and \
          \(grouped(posts)) posts are more than the \(grouped(most)) pairs that can be kept.
          """)
  }
}

/// Verifies a plan of dispatch and reports on it.
///
/// - Throws: `RunError` when the plan is not valid.
func dispatchReport(
  _ outcome: DispatchOutcome, _ input: YearInput, baseline: [EarlierPlacement]?, gap: Double
) throws(RunError) -> DispatchReport {
  DispatchReport(
    year: input.year, eligibility: DispatchEligibility(input.year, baseline: baseline),
    outcome: outcome, verification: try verified(outcome, input.year, baseline: baseline),
    askedGap: gap, inputDigest: input.digest, scenarios: input.scenarios, baseline: baseline,
    baselineDigest: baseline.map { digest(of: $0, in: input.year) })
}

/// Seconds that have passed.
func seconds(since start: ContinuousClock.Instant) -> Double {
  let parts = (ContinuousClock.now - start).components
  return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
}

extension Arguments {
  /// The folder that a plan is written into: what `--output` says, or a name made of
  /// the year's folder, the files of scenarios, further words, and the problem if it is one.
  func planFolder(
    for problem: String?, and words: [String] = []
  ) throws(UsageError) -> String {
    if let output = text("output") { return output }
    let names = [try folderName(of: operands[0])] + texts("scenario").map(Scenario.stem)
    return "plans/" + (names + words + (problem.map { [$0] } ?? [])).joined(separator: "-")
  }
}

/// The last part of a path that is a name.
///
/// - Throws: `UsageError` when there is none, as in `.`, since then no name for
///   the plan follows.
private func folderName(of path: String) throws(UsageError) -> String {
  let name = path.split(separator: "/").last.map(String.init) ?? ""
  guard name != "", name != ".", name != ".." else {
    throw UsageError("--output is missing: no plan can be named after \"\(path)\"")
  }
  return name
}
