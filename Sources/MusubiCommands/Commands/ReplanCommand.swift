// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Plans a year again after its plan was announced, with the fewest changes.
struct ReplanCommand: Command {
  static let name = "replan"
  static let abstract: Sentence = "Plans again with the fewest changes to what was announced."
  static let discussion: Sentence = """
    For partners who withdraw, places that close and rules that change after a plan was \
    announced. Announced placements stay wherever they can: no plan changes fewer of them. \
    Reserves step in, and among such plans the goals are as good as they can be. It is shown \
    what more changes would gain, and what each decision costs. What the earlier plan's \
    scenarios say still holds. docs/replan.md has examples. An interrupt (Ctrl-C) ends the \
    search: what was found is still written.
    """
  static let keepsRuns = true
  static let operands = [Operand.year]
  static let options = [
    Option("baseline", .text("PLAN"), help: "The folder of the plan that was announced."),
    .problem("What was announced."), .dispatchPlan,
    Option(
      "announced-until", .text("DAY"), standard: "all sessions of the plan",
      help: "Of trainings: only sessions that begin on that day or before were announced."),
    Option(
      "withdraw", .texts("ID"),
      help: """
        An applicant, a delegation or a returnee no longer available; may be given several \
        times.
        """),
    Option(
      "close", .texts("ID"),
      help: """
        A school or a post where nobody can go; of trainings a site, for some days as \
        SITE=2026-07-01..2026-07-31; of returnees an activity that is called off; may be given \
        several times.
        """),
    Option(
      "close-country", .texts("COUNTRY"),
      help: "A country where nobody can go; may be given several times; of a dispatch only."),
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
      standard: """
        plans/NAME-replan, or NAME-PROBLEM-replan, NAME being the year's folder and \
        what scenarios are called
        """,
      help: "The plan's folder."),
    Option(
      "gap", .share("G"), standard: "0",
      help: "How far from the best possible the points may stay; 0 asks for the best itself."),
    .timeLimit, .threads, .format, .language, .quiet, .force,
  ]
  static let requiredOptions = ["baseline"]

  private let problem: PlanProblem
  private let folder: String
  private let baseline: String
  private let dispatch: String?
  private let announcedUntil: Day?
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
    problem = arguments.problem
    try arguments.keep(["dispatch", "announced-until"], to: .training)
    try arguments.keep(["close-country"], to: .dispatch)
    dispatch = arguments.text("dispatch")
    announcedUntil = try arguments.day("announced-until")
    folder = arguments.operands[0]
    baseline = arguments.text("baseline") ?? ""
    changes = try ReplanChangesAsked(arguments)
    curve = arguments.integer("curve") ?? 10
    measuresCosts = !arguments.has("no-costs")
    output = try arguments.planFolder(
      for: problem == .dispatch ? "replan" : "\(problem.rawValue)-replan")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    gap = arguments.number("gap") ?? 0
    timeLimit = arguments.number("time-limit")
    threads = arguments.threads
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    switch problem {
    case .dispatch: try dispatchRun(on: console)
    case .training: try trainingRun(on: console)
    case .returnees: try returneesRun(on: console)
    case .exchange:
      throw RunError(
        .usage,
        """
        what was announced of an exchange is not kept by itself: write what has changed into a \
        scenario. musubi whatif --problem exchange says which schools change with it, as few as \
        can be, and musubi exchange --scenario FILE makes the plan.
        """)
    case .decade:
      throw RunError(
        .usage,
        """
        ten years are planned again by writing down what was: add a row for each line of a year \
        that is over to decade_actuals.csv and run musubi decade; those years then stay as they \
        were.
        docs/decade.md has an example; musubi whatif --problem decade compares scenarios.
        """)
    }
  }

  private func dispatchRun(on console: Console) throws(RunError) -> ExitCode {
    let start = ContinuousClock.now
    let replan = try input(of: DispatchReplan(), on: console)
    let year = replan.input.year
    var faults = FaultList()
    let reserves = readReserves(at: baseline, faults: &faults)
    try check(faults, of: baseline, on: console, isQuiet: isQuiet)
    let target = try target(on: console)
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
    let isOver = isOver(since: start, on: console)
    let report = DispatchReport(
      year: year, eligibility: DispatchEligibility(year), outcome: outcome,
      verification: try verified(outcome, year, baseline: nil), askedGap: gap,
      inputDigest: replan.input.digest, scenarios: replan.input.scenarios)
    let curve = try search.curve(
      of: year, from: outcome, most: curve, isOver: isOver, on: console)
    let decisions = try decisions(of: replan, outcome, isOver: isOver, on: console)
    return try show(
      ReplanReport(
        report, announced: replan.announced, reserves: reserves, curve: curve,
        decisions: decisions), outcome, in: target, since: start, isOver: isOver, on: console)
  }

  private func trainingRun(on console: Console) throws(RunError) -> ExitCode {
    let start = ContinuousClock.now
    let replan = try input(
      of: TrainingReplan(
        hosts: TrainingHosts(dispatch: dispatch), announcedUntil: announcedUntil), on: console)
    let training = try TrainingInput(
      replan.input, dispatch: dispatch, pinFrom: nil, on: console, isQuiet: isQuiet)
    try training.checkCourses(in: folder)
    let year = training.year
    let target = try target(on: console)
    let outcome = try search.training(training, on: console)
    if outcome.status == .infeasible {
      console.output.write(
        infeasible(outcome, training, as: format, seconds: seconds(since: start)))
      return .infeasible
    }
    guard let plan = outcome.plan else {
      try stoppedWithoutPlan(outcome, as: format, seconds: seconds(since: start), on: console)
    }
    let isOver = isOver(since: start, on: console)
    let report = TrainingReport(
      year: year, hosting: training.hosting, outcome: outcome, plan: plan,
      verification: try verified(plan, outcome, training), askedGap: gap,
      sources: training.sources, scenarios: replan.input.scenarios)
    let curve = try search.curve(
      of: training, from: outcome, most: curve, isOver: isOver, on: console)
    let decisions = try decisions(of: replan, outcome, isOver: isOver, on: console)
    return try show(
      ReplanReport(
        report, changes: report.changes(from: replan.announced),
        announced: replan.announced.count(where: \.isAnnounced),
        withoutPlace: replan.peopleWithoutPlace(in: year), curve: curve, decisions: decisions),
      outcome, in: target, since: start, isOver: isOver, on: console)
  }

  private func returneesRun(on console: Console) throws(RunError) -> ExitCode {
    let start = ContinuousClock.now
    let replan = try input(of: ReturneeReplan(), on: console)
    let year = replan.input.year
    try checkActivities(of: year, in: folder)
    let target = try target(on: console)
    let outcome = try search.returnees(year, on: console)
    guard outcome.hasPlan else {
      throw RunError(.stoppedWithoutPlan, "stopped before there was a plan; nothing was written.")
    }
    let verification = verifyReturnees(outcome.plan, in: year, claimed: outcome.tiers)
    try refuse(
      unless: verification.isValid, rules: verification.rules, claims: verification.claims)
    let isOver = isOver(since: start, on: console)
    let report = ReturneeReport(
      year: year, outcome: outcome, verification: verification, askedGap: gap,
      inputDigest: replan.input.digest, scenarios: replan.input.scenarios)
    let planned = PlannedYear(outcome.status, outcome.plan, outcome.tiers)
    let curve = try search.curve(
      of: ReturneeActivities.self, year, from: planned, most: curve, isOver: isOver, on: console)
    let decisions = try decisions(of: replan, planned, isOver: isOver, on: console)
    return try show(
      ReplanReport(
        report, changes: report.changes(from: replan.announced),
        announced: replan.announced.count, withoutPlace: replan.peopleWithoutPlace(in: year),
        curve: curve, decisions: decisions),
      planned, in: target, since: start, isOver: isOver, on: console)
  }

  private var search: PlanSearch {
    PlanSearch(gap: gap, timeLimit: timeLimit, threads: threads, isQuiet: isQuiet)
  }

  /// Reads what the plan is made again from.
  private func input<Problem>(
    of problem: Problem, on console: Console
  ) throws(RunError) -> ReplanInput<Problem> {
    console.catchInterrupts()
    return try ReplanInput(
      at: folder, baseline: baseline, problem, changes, on: console, isQuiet: isQuiet)
  }

  /// The plan's folder, if it can be written.
  private func target(on console: Console) throws(RunError) -> OutputFolder {
    let target = OutputFolder(
      output, holds: .plan, isForced: isForced, keptIn: console.notes)
    try target.check()
    return target
  }

  /// Whether time is over for what comes after the plan.
  private func isOver(
    since start: ContinuousClock.Instant, on console: Console
  ) -> @Sendable () -> Bool {
    let limit = timeLimit
    return { console.isInterrupted() || limit.map { seconds(since: start) >= $0 } ?? false }
  }

  /// Finds out what decisions cost.
  private func decisions<Problem>(
    of replan: ReplanInput<Problem>, _ outcome: Problem.Outcome,
    isOver: @escaping @Sendable () -> Bool, on console: Console
  ) throws(RunError) -> [Decision] {
    let progress = ProgressLine(on: console, isQuiet: isQuiet)
    defer { progress.finish() }
    return try DecisionCosts(
      input: replan, outcome: outcome, threads: threads, isOver: isOver,
      progress: { progress.show($0) }
    ).decisions(isMeasured: measuresCosts && outcome.status == .optimal)
  }

  /// Writes the plan and prints what is said about it.
  private func show<Plan>(
    _ report: ReplanReport<Plan>, _ outcome: some PlanOutcome, in target: OutputFolder,
    since start: ContinuousClock.Instant, isOver: () -> Bool, on console: Console
  ) throws(RunError) -> ExitCode {
    try target.write(report.planFiles())
    let seconds = seconds(since: start)
    switch format {
    case .text: console.output.write(report.summary(folder: output, seconds: seconds))
    case .json:
      console.output.write(report.document(folder: output, seconds: seconds).string())
    }
    return outcome.status == .optimal && !isOver() ? .done : .stoppedWithPlan
  }
}
