// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification

/// Plans the dispatch of a year.
struct DispatchCommand: Command {
  static let name = "dispatch"
  static let abstract = "Decides who becomes a partner at which post in which cohort."
  static let discussion = """
    The plan is verified against the data before it is written. An interrupt (Ctrl-C) ends the \
    search: the best plan so far is still written, with its true gap; a second one ends the \
    program.
    """
  static let operands = [Operand.year]
  static let options = [
    Option.output(
      "DIR",
      standard: "plans/NAME-dispatch, NAME being the year's folder and what scenarios are called",
      help: "The plan's folder."),
    .gap, .timeLimit, .threads, .baseline, .scenario, .format, .language, .quiet, .force,
  ]

  private let folder: String
  private let output: String
  private let scenarios: [String]
  private let baseline: String?
  private let format: Format
  private let isQuiet: Bool
  private let isForced: Bool
  private let gap: Double
  private let timeLimit: Double?
  private let threads: Int

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    scenarios = arguments.texts("scenario")
    output = try arguments.planFolder(for: "dispatch")
    baseline = arguments.text("baseline")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    let standard = DispatchOptions()
    gap = arguments.number("gap") ?? standard.gap
    timeLimit = arguments.number("time-limit")
    threads = arguments.integer("threads") ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let start = ContinuousClock.now
    console.catchInterrupts()
    let input = try YearInput(
      at: folder, scenarios: scenarios, on: console, isQuiet: isQuiet)
    var earlier: [EarlierPlacement]?
    if let baseline {
      earlier = try input.baseline(at: baseline, on: console, isQuiet: isQuiet)
    }
    let target = OutputFolder(output, holds: .plan, isForced: isForced)
    try target.check()
    let outcome = try PlanSearch(
      gap: gap, timeLimit: timeLimit, threads: threads, isQuiet: isQuiet
    ).dispatch(input.year, baseline: earlier, on: console)
    switch outcome.status {
    case .infeasible:
      console.output.write(
        infeasible(outcome, input.year, baseline: earlier, seconds: seconds(since: start)))
      return .infeasible
    case .unknown:
      if format == .json {
        console.output.write(
          dispatchRunDocument(
            outcome, places: input.year.places, folder: nil, seconds: seconds(since: start)
          ).string())
      }
      throw RunError(.stoppedWithoutPlan, "stopped before there was a plan; nothing was written.")
    case .optimal, .feasible:
      let verification = try verified(outcome, input.year, baseline: earlier)
      let report = DispatchReport(
        year: input.year, eligibility: DispatchEligibility(input.year, baseline: earlier),
        outcome: outcome, verification: verification, askedGap: gap, inputDigest: input.digest,
        scenarios: input.scenarios,
        baselineDigest: earlier.map { digest(of: $0, in: input.year) })
      try target.write(report.planFiles())
      switch format {
      case .text:
        console.output.write(report.summary(folder: output, seconds: seconds(since: start)))
      case .json:
        console.output.write(
          report.runDocument(folder: output, seconds: seconds(since: start)).string())
      }
      return outcome.status == .optimal ? .done : .stoppedWithPlan
    }
  }

  /// Checks the answer against the data; an answer that fails never leaves.
  private func verified(
    _ outcome: DispatchOutcome, _ year: ProgrammeYear, baseline: [EarlierPlacement]?
  ) throws(RunError) -> DispatchVerification {
    let verification = verifyDispatch(
      year, placements: outcome.placements, baseline: baseline, claimed: outcome.tiers)
    try refuse(
      unless: verification.isValid, rules: verification.rules, claims: verification.claims)
    return verification
  }

  /// What is said when no plan keeps the hard rules.
  private func infeasible(
    _ outcome: DispatchOutcome, _ year: ProgrammeYear, baseline: [EarlierPlacement]?,
    seconds: Double
  ) -> String {
    let report = InfeasibilityReport(
      verifyDispatch(year, placements: outcome.nearest, baseline: baseline, claimed: nil),
      outcome: outcome, places: year.places)
    return format == .text ? report.summary : report.document(seconds: seconds).string()
  }
}

/// Seconds that have passed.
func seconds(since start: ContinuousClock.Instant) -> Double {
  let parts = (ContinuousClock.now - start).components
  return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
}

extension Arguments {
  /// The folder that a plan is written into: what `--output` says, or a name made of
  /// the year's folder, the files of scenarios, and the problem.
  func planFolder(for problem: String) throws(UsageError) -> String {
    if let output = text("output") { return output }
    let names = [try folderName(of: operands[0])] + texts("scenario").map(Scenario.stem)
    return "plans/" + (names + [problem]).joined(separator: "-")
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
