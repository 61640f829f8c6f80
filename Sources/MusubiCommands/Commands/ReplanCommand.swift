// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports

/// Plans a dispatch again after it was announced, with the fewest changes.
struct ReplanCommand: Command {
  static let name = "replan"
  static let abstract = "Plans a dispatch again with the fewest changes to what was announced."
  static let discussion = """
    For partners who withdraw, places that close and rules that change after a plan was \
    announced. Announced placements stay wherever they can: no plan changes fewer of them. \
    Reserves step in, and among such plans the goals are as good as they can be. It is shown \
    what more changes would gain, and what each decision costs. What the earlier plan's \
    scenarios say still holds. docs/replan.md has examples. An interrupt (Ctrl-C) ends the \
    search: what was found is still written.
    """
  static let operands = [Operand.year]
  static let options = [
    Option("baseline", .text("PLAN"), help: "The folder of the plan that was announced."),
    Option(
      "withdraw", .texts("APPLICANT"),
      help: "Somebody who is no longer available; may be given several times."),
    Option(
      "close", .texts("ID"),
      help: "A school or a post where nobody can go; may be given several times."),
    Option(
      "close-country", .texts("COUNTRY"),
      help: "A country where nobody can go; may be given several times."),
    .scenario,
    Option(
      "by", .text("WHO"), help: "Who decided what these options say, for the decision log."),
    Option("date", .text("DAY"), help: "When, such as 2026-04-01, for the decision log."),
    Option("reason", .text("WHY"), help: "Why, for the decision log."),
    Option(
      "curve", .integer("N", 0...100_000), standard: "10",
      help: "How many numbers of changes above the fewest are solved to show what they gain."),
    Option(
      "no-costs", .flag,
      help: "Leaves out what each decision costs, which takes a plan for each of them."),
    Option.output(
      "DIR",
      standard: "plans/NAME-replan, NAME being the year's folder and what scenarios are called",
      help: "The plan's folder."),
    Option(
      "gap", .share("G"), standard: "0",
      help: "How far from the best possible the points may stay; 0 asks for the best itself."),
    .timeLimit, .threads, .format, .language, .quiet, .force,
  ]
  static let requiredOptions = ["baseline"]

  private let folder: String
  private let baseline: String
  private let changes: ReplanChangesAsked
  private let curve: Int
  private let measuresCosts: Bool
  private let output: String
  private let format: Format
  private let isQuiet: Bool
  private let isForced: Bool
  private let gap: Double
  private let timeLimit: Double?
  private let threads: Int

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    baseline = arguments.text("baseline") ?? ""
    changes = try ReplanChangesAsked(arguments)
    curve = arguments.integer("curve") ?? 10
    measuresCosts = !arguments.has("no-costs")
    output = try arguments.planFolder(for: "replan")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    gap = arguments.number("gap") ?? 0
    timeLimit = arguments.number("time-limit")
    threads = arguments.threads
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let start = ContinuousClock.now
    console.catchInterrupts()
    let replan = try ReplanInput(
      at: folder, baseline: baseline, changes, on: console, isQuiet: isQuiet)
    let year = replan.input.year
    let target = OutputFolder(output, holds: .plan, isForced: isForced)
    try target.check()
    let search = PlanSearch(gap: gap, timeLimit: timeLimit, threads: threads, isQuiet: isQuiet)
    let outcome = try search.dispatch(year, baseline: nil, on: console)
    switch outcome.status {
    case .infeasible:
      console.output.write(
        infeasible(outcome, year, baseline: nil, as: format, seconds: seconds(since: start)))
      return .infeasible
    case .unknown:
      try stoppedWithoutPlan(
        outcome, year, as: format, seconds: seconds(since: start), on: console)
    case .optimal, .feasible: break
    }
    let limit = timeLimit
    let isOver: @Sendable () -> Bool = {
      console.isInterrupted() || limit.map { seconds(since: start) >= $0 } ?? false
    }
    let report = try report(on: outcome, of: replan, search, isOver: isOver, on: console)
    try target.write(report.planFiles())
    switch format {
    case .text: console.output.write(report.summary(folder: output, seconds: seconds(since: start)))
    case .json:
      console.output.write(
        report.document(folder: output, seconds: seconds(since: start)).string())
    }
    return outcome.status == .optimal && !isOver() ? .done : .stoppedWithPlan
  }

  /// Checks the plan, and finds out what more changes gain and what decisions cost.
  private func report(
    on outcome: DispatchOutcome, of replan: ReplanInput, _ search: PlanSearch,
    isOver: @escaping @Sendable () -> Bool, on console: Console
  ) throws(RunError) -> ReplanReport {
    let year = replan.input.year
    let verification = try verified(outcome, year, baseline: nil)
    let dispatch = DispatchReport(
      year: year, eligibility: DispatchEligibility(year), outcome: outcome,
      verification: verification, askedGap: gap, inputDigest: replan.input.digest,
      scenarios: replan.input.scenarios)
    let curve = try search.curve(
      of: year, from: outcome, most: curve, isOver: isOver, on: console)
    let progress = ProgressLine(on: console, isQuiet: isQuiet)
    defer { progress.finish() }
    let decisions = try DecisionCosts(
      input: replan, outcome: outcome, threads: threads, isOver: isOver,
      progress: { progress.show($0) }
    ).decisions(isMeasured: measuresCosts && outcome.status == .optimal)
    return ReplanReport(
      dispatch, announced: replan.announced, reserves: replan.reserves, curve: curve,
      decisions: decisions)
  }
}

extension ReplanChangesAsked {
  /// What the options say.
  ///
  /// - Throws: `UsageError` for a date that is none, for something given twice, and for who,
  ///   when or why without anything decided.
  init(_ arguments: Arguments) throws(UsageError) {
    files = arguments.texts("scenario")
    withdrawn = arguments.texts("withdraw")
    closed = arguments.texts("close")
    closedCountries = arguments.texts("close-country")
    who = arguments.text("by") ?? ""
    why = arguments.text("reason") ?? ""
    when = arguments.text("date") ?? ""
    for (option, names) in [
      ("withdraw", withdrawn), ("close", closed), ("close-country", closedCountries),
    ] {
      var known: Set<String> = []
      for name in names where !known.insert(name).inserted {
        throw UsageError("--\(option) names \(clippedForDisplay(name)) twice")
      }
    }
    if !when.isEmpty, Day(iso: when) == nil {
      throw UsageError(
        "--date is \"\(clippedForDisplay(when))\"; it must be a day such as 2026-04-01")
    }
    let isSaid = !who.isEmpty || !when.isEmpty || !why.isEmpty
    if isSaid, withdrawn.isEmpty, closed.isEmpty, closedCountries.isEmpty {
      throw UsageError(
        "--by, --date and --reason are about --withdraw, --close and --close-country; a scenario "
          + "file says these itself, as who, when and why")
    }
  }
}
