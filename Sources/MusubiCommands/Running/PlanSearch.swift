// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import Reports
internal import Verification
internal import Wording

/// A run of the engine with its progress shown; an interrupt that the console
/// has noted ends it.
struct PlanSearch {
  var gap: Double
  var timeLimit: Double?
  var workLimit: Int?
  var threads = 1
  var isQuiet: Bool
  /// What the lines of progress begin with; nothing for a run of its own.
  var name: String?

  /// Plans the dispatch of a year.
  ///
  /// - Throws: `RunError` when the engine broke.
  func dispatch(
    _ year: ProgrammeYear, baseline: [EarlierPlacement]?, on console: Console
  ) throws(RunError) -> DispatchOutcome {
    try dispatch(year, baseline: baseline, and: nil, on: console).best
  }

  /// Plans the dispatch of a year, and further plans if they are asked for.
  ///
  /// - Throws: `RunError` when the engine broke.
  func dispatch(
    _ year: ProgrammeYear, baseline: [EarlierPlacement]?, and further: FurtherPlans?,
    on console: Console
  ) throws(RunError) -> (best: DispatchOutcome, others: [DispatchOutcome]) {
    try run(on: console) { progress throws(EngineFailure) in
      var options = DispatchOptions()
      options.gap = gap
      options.timeLimit = timeLimit
      options.workLimit = workLimit
      options.searchCommand = console.searchCommand
      options.threads = threads
      options.baseline = baseline
      options.isCancelled = console.isInterrupted
      options.progress = progress
      guard let further else { return (try planDispatch(year, options: options), []) }
      return try planDispatch(year, options: options, and: further)
    }
  }

  /// Plans the trainings of a year.
  ///
  /// - Throws: `RunError` when the engine broke.
  func training(
    _ input: TrainingInput, on console: Console
  ) throws(RunError) -> TrainingOutcome {
    try run(on: console) { progress throws(EngineFailure) in
      var options = TrainingOptions()
      options.gap = gap
      options.timeLimit = timeLimit
      options.baseline = input.baseline
      options.isCancelled = console.isInterrupted
      options.progress = progress
      return try planTraining(input.year, hosting: input.hosting, options: options)
    }
  }

  /// Plans the ten years of a programme.
  ///
  /// - Throws: `RunError` when the engine broke.
  func decade(_ year: ProgrammeYear, on console: Console) throws(RunError) -> DecadeOutcome {
    try run(on: console) { progress throws(EngineFailure) in
      var options = DecadeOptions()
      options.gap = gap
      options.timeLimit = timeLimit
      options.isCancelled = console.isInterrupted
      options.progress = progress
      return try planDecade(year, options: options)
    }
  }

  /// Plans the activities of a year's returned partners.
  ///
  /// - Throws: `RunError` when the engine broke.
  func returnees(
    _ year: ProgrammeYear, on console: Console
  ) throws(RunError) -> ReturneeOutcome {
    try run(on: console) { progress throws(EngineFailure) in
      var options = ReturneeOptions()
      options.gap = gap
      options.timeLimit = timeLimit
      options.isCancelled = console.isInterrupted
      options.progress = progress
      return try planReturnees(year, options: options)
    }
  }

  /// Plans the dispatch of a year and explains subjects of a plan of it.
  ///
  /// - Parameters:
  ///   - subjects: Who or what is asked about.
  ///   - plan: The plan.
  ///   - solves: How many alternatives of each may be solved.
  ///   - isOver: Whether time is over.
  ///   - console: Where progress is told.
  /// - Returns: An explanation for each subject.
  /// - Throws: `RunError` when there is no best plan to compare with, or the engine
  ///   broke.
  func explanations(
    of subjects: [ExplainedSubject], in plan: ExplainedPlan, solves: Int,
    isOver: @escaping @Sendable () -> Bool, on console: Console
  ) throws(RunError) -> [Explanation] {
    var options = DispatchOptions()
    options.threads = threads
    options.baseline = plan.baseline
    options.isCancelled = isOver
    var limits = AlternativeLimits()
    limits.solves = solves
    limits.isOver = isOver
    let (status, explanations) = try run(on: console) {
      progress throws(EngineFailure) -> (DispatchOutcome.Status, [Explanation]) in
      var options = options
      options.progress = progress
      let session = try DispatchSession(plan.year, options: options)
      let status = session.base.status
      guard status == .optimal else { return (status, []) }
      var explanations: [Explanation] = []
      for subject in subjects {
        Self.tell(progress, of: explanations.count, among: subjects.count)
        explanations.append(try explain(subject, of: plan, in: session, limits: limits))
      }
      return (status, explanations)
    }
    guard status == .optimal else {
      throw status == .infeasible
        ? RunError(.infeasible, "no plan keeps the hard rules; musubi dispatch says what collides.")
        : RunError(
          .stoppedWithoutPlan, "stopped before the best plan was proven; no loss would be exact.")
    }
    return explanations
  }

  /// Tells how many of several subjects are explained.
  private static func tell(
    _ progress: (DispatchProgress) -> Void, of number: Int, among count: Int
  ) {
    guard count > 1 else { return }
    progress(
      DispatchProgress(
        tier: localized("explaining"), step: Sentence("\(number + 1) of \(count)")))
  }

  /// Finds what more changes would gain.
  ///
  /// - Parameters:
  ///   - year: A year of which `moved` is the first goal.
  ///   - fewest: Its plan.
  ///   - most: How many numbers of changes are solved between the fewest and the end.
  ///   - isOver: Asked often; true leaves the curve unfinished.
  ///   - console: Where progress is told.
  /// - Returns: The curve, exact as far as it was solved.
  /// - Throws: `RunError` when the engine broke.
  func curve(
    of year: ProgrammeYear, from fewest: DispatchOutcome, most: Int,
    isOver: @escaping @Sendable () -> Bool, on console: Console
  ) throws(RunError) -> ChangesCurve {
    try run(on: console) { progress throws(EngineFailure) in
      var options = DispatchOptions()
      options.threads = threads
      options.isCancelled = isOver
      options.progress = progress
      return try changesCurve(of: year, from: fewest, most: most, options: options)
    }
  }

  /// Finds what more changes would gain in trainings.
  ///
  /// - Parameters:
  ///   - input: A year of which `moved` is the first goal of trainings.
  ///   - fewest: Its plan.
  ///   - most: How many numbers of people moved are solved between the fewest and the end.
  ///   - isOver: Asked often; true leaves the curve unfinished.
  ///   - console: Where progress is told.
  /// - Returns: The curve, exact as far as it was solved.
  /// - Throws: `RunError` when the engine broke.
  func curve(
    of input: TrainingInput, from fewest: TrainingOutcome, most: Int,
    isOver: @escaping @Sendable () -> Bool, on console: Console
  ) throws(RunError) -> ChangesCurve {
    try run(on: console) { progress throws(EngineFailure) in
      var options = TrainingOptions()
      options.isCancelled = isOver
      options.progress = progress
      return try changesCurve(
        of: input.year, hosting: input.hosting, from: fewest, most: most, options: options)
    }
  }

  /// Finds what more changes would gain in a problem that is planned from the year alone.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - year: A year of which `moved` is the first goal.
  ///   - fewest: Its plan.
  ///   - most: How many numbers of changes are solved between the fewest and the end.
  ///   - isOver: Asked often; true leaves the curve unfinished.
  ///   - console: Where progress is told.
  /// - Returns: The curve, exact as far as it was solved.
  /// - Throws: `RunError` when the engine broke.
  func curve<Problem: AnnouncedProblem>(
    of problem: Problem.Type, _ year: ProgrammeYear, from fewest: PlannedYear<Problem.Plan>,
    most: Int, isOver: @escaping @Sendable () -> Bool, on console: Console
  ) throws(RunError) -> ChangesCurve {
    try run(on: console) { progress throws(EngineFailure) in
      var request = PlanningRequest<Problem>()
      request.isCancelled = isOver
      request.progress = progress
      return try changesCurve(of: year, from: fewest, most: most, request: request)
    }
  }

  /// Explains subjects of a plan of trainings.
  ///
  /// - Parameters:
  ///   - subjects: Who or what is asked about.
  ///   - explained: The plan.
  ///   - isProven: Whether the plan is known to be a best one; otherwise the year is
  ///     planned first.
  ///   - solves: How many alternatives of each may be planned anew.
  ///   - isOver: Whether time is over.
  ///   - console: Where progress is told.
  /// - Returns: An explanation for each subject.
  /// - Throws: `RunError` when there is no best plan to compare with, or the engine
  ///   broke.
  func explanations(
    of subjects: [TrainingSubject], in explained: ExplainedTraining, isProven: Bool, solves: Int,
    isOver: @escaping @Sendable () -> Bool, on console: Console
  ) throws(RunError) -> [TrainingExplanation] {
    var options = TrainingOptions()
    options.gap = 0
    options.baseline = explained.baseline
    options.isCancelled = isOver
    var limits = AlternativeLimits()
    limits.solves = solves
    limits.isOver = isOver
    let (status, explanations) = try run(on: console) {
      progress throws(EngineFailure) -> (DispatchOutcome.Status, [TrainingExplanation]) in
      var options = options
      options.progress = progress
      var (plan, tiers) = (explained.plan, explained.tiers)
      if !isProven {
        let outcome = try planTraining(
          explained.year, hosting: explained.hosting, options: options)
        guard outcome.status == .optimal, let best = outcome.plan else {
          return (outcome.status == .infeasible ? .infeasible : .unknown, [])
        }
        (plan, tiers) = (best, outcome.tiers)
      }
      let best = PlannedTraining(
        explained.year, hosting: explained.hosting, baseline: explained.baseline, plan: plan,
        tiers: tiers)
      var explanations: [TrainingExplanation] = []
      for subject in subjects {
        Self.tell(progress, of: explanations.count, among: subjects.count)
        explanations.append(
          try explainTraining(
            subject, of: explained, beside: best, options: options, limits: limits))
      }
      return (.optimal, explanations)
    }
    guard status == .optimal else {
      throw status == .infeasible
        ? RunError(.infeasible, "no plan keeps the hard rules; musubi training says what collides.")
        : RunError(
          .stoppedWithoutPlan, "stopped before the best plan was proven; no loss would be exact.")
    }
    return explanations
  }

  /// Explains subjects of a plan of a problem that is planned from the year alone.
  ///
  /// - Parameters:
  ///   - subjects: Who or what is asked about.
  ///   - explained: The plan.
  ///   - isProven: Whether the plan is known to be as good as losses are known; otherwise the
  ///     year is planned first.
  ///   - solves: How many alternatives of each may be planned anew.
  ///   - isOver: Whether time is over.
  ///   - console: Where progress is told.
  /// - Returns: An explanation for each subject.
  /// - Throws: `RunError` when there is no best plan to compare with, or the engine broke.
  func explanations<Problem: ExplainedProblem>(
    of subjects: [Problem.Subject], in explained: ExplainedYear<Problem>, isProven: Bool,
    solves: Int, isOver: @escaping @Sendable () -> Bool, on console: Console
  ) throws(RunError) -> [PlanExplanation<Problem>] {
    var limits = AlternativeLimits()
    limits.solves = solves
    limits.isOver = isOver
    let (status, explanations) = try run(on: console) {
      progress throws(EngineFailure) -> (DispatchOutcome.Status, [PlanExplanation<Problem>]) in
      var request = PlanningRequest<Problem>()
      request.gap = Problem.gapOfAlternatives
      request.isCancelled = isOver
      request.progress = progress
      var (plan, tiers) = (explained.plan, explained.tiers)
      if !isProven {
        let planned = try Problem.checkedPlan(explained.year, request)
        guard planned.status == .optimal, let best = planned.plan else {
          return (planned.status == .infeasible ? .infeasible : .unknown, [])
        }
        (plan, tiers) = (best, planned.tiers)
      }
      let best = BestOfYear(explained.year, plan: plan, tiers: tiers, request: request)
      var explanations: [PlanExplanation<Problem>] = []
      for subject in subjects {
        Self.tell(progress, of: explanations.count, among: subjects.count)
        explanations.append(try explain(subject, of: explained, beside: best, limits: limits))
      }
      return (.optimal, explanations)
    }
    guard status == .optimal else {
      throw status == .infeasible
        ? RunError(
          .infeasible,
          """
          no plan keeps the hard rules; musubi diagnose --problem \(Problem.problem.rawValue) \
          says what collides.
          """)
        : RunError(
          .stoppedWithoutPlan, "stopped before the best plan was proven; no loss would be exact.")
    }
    return explanations
  }

  func run<Outcome>(
    on console: Console,
    _ plan: (@escaping @Sendable (DispatchProgress) -> Void) throws(EngineFailure) -> Outcome
  ) throws(RunError) -> Outcome {
    let progress = ProgressLine(on: console, isQuiet: isQuiet, name: name)
    defer { progress.finish() }
    do throws(EngineFailure) {
      return try plan { progress.show($0) }
    } catch {
      throw RunError(.ourFault, "a fault of Musubi: \(error)\nNothing was written.")
    }
  }
}

/// Refuses an answer that does not pass its verification.
///
/// - Throws: `RunError` with what is wrong; such an answer never leaves.
func refuse(unless isValid: Bool, rules: [RuleCheck], claims: [ClaimCheck]) throws(RunError) {
  guard !isValid else { return }
  let sentences =
    rules.filter(\.isBroken).flatMap { check in
      check.violations.map { "\(check.id): \($0.sentence)" }
    } + claims.flatMap(\.faults)
  throw RunError(
    .ourFault,
    said: ([localized("a fault of Musubi: the plan found does not pass its verification.")]
      + sentences.prefix(10) + [localized("Nothing was written.")]).joined(separator: "\n"))
}
