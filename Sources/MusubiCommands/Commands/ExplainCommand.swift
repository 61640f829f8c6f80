// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// Says why a plan has somebody where they are, and what others would cost.
struct ExplainCommand: Command {
  static let name = "explain"
  static let abstract: Sentence =
    "Says why somebody is placed there and what another place would cost."
  static let discussion: Sentence = """
    The year is planned again, so that each loss is that of the whole programme: the values of \
    the best plan in which the alternative is forced, beside those of the plan. It is said who \
    would move. Where nobody is placed it is said which rules exclude, and which single change \
    would help; nothing is said that was not solved. Other people are identifiers only, unless \
    --internal is given. Of a plan of trainings delegations, cohorts and sessions are explained \
    (a session is named COURSE/SITE/START), of one of returnees returnees and activities, of an \
    exchange its schools, of ten years lines and years. Of the plan of a whole year the first \
    stage that knows KIND is explained; another one by its folder, such as PLAN/exchange.
    """
  static let operands = [
    Operand.year, .plan,
    Operand(
      "KIND",
      help: """
        What is asked about: \(words(ExplainedSubject.Kind.self).joined(separator: ", ")); \
        of trainings \(words(TrainingSubject.Kind.self).joined(separator: ", ")); of returnees \
        \(ReturneeActivities.subjectKinds.joined(separator: ", ")); of exchange \
        \(TeacherExchange.subjectKinds.joined(separator: ", ")); of decade \
        \(TenYears.subjectKinds.joined(separator: ", ")).
        """
    ),
    Operand(
      "ID...", isRepeated: true,
      help: "Its identifier. Of several each is explained; the year is planned once for all."),
  ]
  static let options = [
    Option("internal", .flag, help: "Shows names and points of everybody; not for applicants."),
    Option(
      "solves", .integer("N", 1...10_000),
      standard: "\(AlternativeLimits().solves) of a dispatch, else \(trainingSolves)",
      help: "How many alternatives are solved at most."),
    Option(
      "baseline", .text("PLAN"), help: "The earlier plan's folder, if the plan was made with one."),
    .dispatchPlan, .pinFrom,
    Option(
      "time-limit", .number("S"), standard: "none",
      help: "Stops after so many seconds with what is solved by then."),
    .threads, .format, .language, .quiet,
  ]

  /// Alternatives of other plans than a dispatch that are planned anew unless more are asked
  /// for: each takes as long as the plan.
  static let trainingSolves = 20

  let folder: String
  private(set) var plan: String
  let kind: String
  let ids: [String]
  let baseline: String?
  private(set) var dispatch: String?
  let pinFrom: String?
  let isInternal: Bool
  let solves: Int?
  let timeLimit: Double?
  let threads: Int
  let format: Format
  let isQuiet: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    plan = arguments.operands[1]
    kind = arguments.operands[2]
    var known = words(ExplainedSubject.Kind.self, and: TrainingSubject.Kind.self)
    for word in PlanProblem.allCases.flatMap({ $0.fromYearAlone?.subjectKinds ?? [] })
    where !known.contains(word) {
      known.append(word)
    }
    guard known.contains(kind) else {
      let near = NearestName(among: known).nearest(to: kind)
      throw UsageError(
        "KIND is \"\(clippedForDisplay(kind))\"; it must be \(Listing(known, .orEach))", near: near)
    }
    ids = Array(arguments.operands.dropFirst(3))
    guard !ids.isEmpty else {
      throw UsageError("ID is missing. The identifier of what is asked about")
    }
    baseline = arguments.text("baseline")
    isInternal = arguments.has("internal")
    dispatch = arguments.text("dispatch")
    pinFrom = arguments.text("pin-from")
    solves = arguments.integer("solves")
    timeLimit = arguments.number("time-limit")
    threads = arguments.threads
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    console.catchInterrupts()
    var command = self
    command.enterStage()
    return try command.explain(on: console)
  }

  /// Of the plan of a whole year takes the first stage that knows what is asked about.
  private mutating func enterStage() {
    var faults = FaultList()
    guard let year = YearPlanDocument(at: plan, faults: &faults),
      let stage = PlanProblem.allCases.first(where: { problem in
        year.hasPlan(of: problem) && Self.subjectKinds(of: problem).contains(kind)
      })
    else { return }
    if stage == .training, year.hasPlan(of: .dispatch), dispatch == nil {
      dispatch = "\(plan)/\(PlanProblem.dispatch.rawValue)"
    }
    plan += "/\(stage.rawValue)"
  }

  /// What may be asked about in a plan of a problem.
  private static func subjectKinds(of problem: PlanProblem) -> [String] {
    switch problem {
    case .dispatch: words(ExplainedSubject.Kind.self)
    case .training: words(TrainingSubject.Kind.self)
    case .returnees, .exchange, .decade: problem.fromYearAlone?.subjectKinds ?? []
    }
  }

  private func explain(on console: Console) throws(RunError) -> ExitCode {
    let start = ContinuousClock.now
    let claims = try planClaims(at: plan, on: console, isQuiet: isQuiet)
    // The plan's own copies of the scenarios it was made with.
    let input = try YearInput(
      at: folder, scenarios: claims.scenarios.map { "\(plan)/\($0.file)" }, on: console,
      isQuiet: isQuiet)
    let limit = timeLimit
    let isOver: @Sendable () -> Bool = {
      console.isInterrupted() || limit.map { seconds(since: start) >= $0 } ?? false
    }
    if let problem = claims.problem.fromYearAlone {
      return try explain(problem, input, claims, isOver: isOver, on: console)
    }
    if claims.problem == .training {
      let explanations = try training(input, claims, isOver: isOver, on: console)
      show(
        explanations.map { $0.summary(isInternal: isInternal) },
        explanations.map { $0.document(isInternal: isInternal) }, on: console)
      return isOver() && !explanations.allSatisfy(\.isComplete) ? .stoppedWithPlan : .done
    }
    try refuse(["dispatch": dispatch, "pin-from": pinFrom])
    let placements = try input.placements(at: plan, on: console)
    let earlier = try input.baseline(
      at: baseline, claimedBy: claims, on: console, isQuiet: isQuiet)
    let subjects = try subjects(in: input.year)
    var notes = staleNotes(claims, input)
    if !claims.lists(placements, of: input.year) {
      notes.append(
        localized(
          """
          plan.json and placements.csv do not list the same placements; placements.csv is \
          explained.
          """))
    }
    let explained = ExplainedPlan(
      input.year, placements: placements, baseline: earlier, notes: notes)
    let explanations = try PlanSearch(
      gap: 0, timeLimit: nil, threads: threads, isQuiet: isQuiet
    ).explanations(
      of: subjects, in: explained, solves: solves ?? AlternativeLimits().solves, isOver: isOver,
      on: console)
    show(
      explanations.map { $0.summary(isInternal: isInternal) },
      explanations.map { $0.document(isInternal: isInternal) }, on: console)
    return isOver() && !explanations.allSatisfy(\.isComplete) ? .stoppedWithPlan : .done
  }

  /// Prints explanations: of one its object alone, of several a list of them.
  func show(
    _ summaries: @autoclosure () -> [String], _ documents: @autoclosure () -> [CanonicalJSON],
    on console: Console
  ) {
    switch format {
    case .text: console.output.write(summaries().joined(separator: "\n"))
    case .json:
      let documents = documents()
      let whole = documents.count == 1 ? documents[0] : ["explanations": .array(documents)]
      console.output.write(whole.string())
    }
  }

  /// What is said where the year's files have changed since the plan was made.
  func staleNotes(_ claims: PlanClaims, _ input: YearInput) -> [String] {
    guard claims.inputDigest != input.digest else { return [] }
    return [
      localized(
        """
        The year's files are not those the plan was made from; it is explained against the \
        files as they are.
        """)
    ]
  }

  /// Refuses options that say nothing of the plan's problem.
  func refuse(_ options: [String: String?]) throws(RunError) {
    for (name, value) in options.sorted(by: { $0.key < $1.key }) where value != nil {
      throw RunError(.usage, "--\(name) says nothing of this plan: it was made without such a one.")
    }
  }

  /// An identifier that names nothing, with the nearest right one.
  func unknown(_ id: String, among names: [String]) -> RunError {
    let near = NearestName(among: names).nearest(to: id)
    return RunError(.usage, "this year has no \(kind) \(clippedForDisplay(id))", near: near)
  }

  /// A kind that plans of this problem do not have.
  func unknownKind(_ problem: String, among words: [String]) -> RunError {
    RunError(
      .usage,
      """
      \(clippedForDisplay(plan)) is a plan of \(problem), which has no \(kind); ask for \
      \(words.joined(separator: ", ")).
      """)
  }

  /// What the identifiers name.
  ///
  /// - Throws: `RunError` with the nearest right one for the first that names nothing.
  private func subjects(in year: ProgrammeYear) throws(RunError) -> [ExplainedSubject] {
    guard let kind = ExplainedSubject.Kind(rawValue: kind) else {
      throw unknownKind("dispatch", among: words(ExplainedSubject.Kind.self))
    }
    switch kind {
    case .applicant: return try indices(among: year.applicants.map(\.id)).map { .applicant($0) }
    case .school: return try indices(among: year.schools.map(\.id)).map { .school($0) }
    case .post:
      let posts = candidatePosts(of: year)
      return try indices(among: posts.map(\.id)).map { .post(posts[$0]) }
    case .cohort: return try indices(among: year.cohorts.map(\.id)).map { .cohort($0) }
    }
  }

  /// Where the identifiers asked about stand among all.
  private func indices(among names: [String]) throws(RunError) -> [Int] {
    var positions: [String: Int] = [:]
    for (index, name) in names.enumerated() where positions[name] == nil { positions[name] = index }
    var found: [Int] = []
    for id in ids {
      guard let index = positions[id] else { throw unknown(id, among: names) }
      found.append(index)
    }
    return found
  }
}

/// The words of some kinds.
private func words<Kind: CaseIterable & RawRepresentable>(_: Kind.Type) -> [String]
where Kind.RawValue == String {
  Kind.allCases.map(\.rawValue)
}

/// The words of the kinds of two problems, each once.
private func words<One: CaseIterable & RawRepresentable, Other: CaseIterable & RawRepresentable>(
  _: One.Type, and _: Other.Type
) -> [String] where One.RawValue == String, Other.RawValue == String {
  let first = words(One.self)
  return first + words(Other.self).filter { !first.contains($0) }
}
