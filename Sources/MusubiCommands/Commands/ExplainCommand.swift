// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports

/// Says why a plan has somebody where they are, and what others would cost.
struct ExplainCommand: Command {
  static let name = "explain"
  static let abstract = "Says why somebody is placed there and what another place would cost."
  static let discussion = """
    The year is planned again, so that each loss is that of the whole programme: the values of \
    the best plan in which the alternative is forced, beside those of the plan. It is said who \
    would move. Where nobody is placed it is said which rules exclude, and which single change \
    would help; nothing is said that was not solved. Other people are identifiers only, unless \
    --internal is given.
    """
  static let operands = [
    Operand.year, .plan,
    Operand(
      "KIND",
      help:
        "What is asked about: \(ExplainedSubject.Kind.allCases.map(\.rawValue).joined(separator: ", "))."
    ),
    Operand("ID", help: "Its identifier."),
  ]
  static let options = [
    Option("internal", .flag, help: "Shows names and points of everybody; not for applicants."),
    Option(
      "solves", .integer("N", 1...10_000), standard: String(AlternativeLimits().solves),
      help: "How many alternatives are solved at most."),
    Option(
      "baseline", .text("PLAN"), help: "The earlier plan's folder, if the plan was made with one."),
    Option(
      "time-limit", .number("S"), standard: "none",
      help: "Stops after so many seconds with what is solved by then."),
    .threads, .format, .language, .quiet,
  ]

  private let folder: String
  private let plan: String
  private let kind: ExplainedSubject.Kind
  private let id: String
  private let baseline: String?
  private let isInternal: Bool
  private let solves: Int
  private let timeLimit: Double?
  private let threads: Int
  private let format: Format
  private let isQuiet: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    plan = arguments.operands[1]
    let word = arguments.operands[2]
    guard let kind = ExplainedSubject.Kind(rawValue: word) else {
      let words = ExplainedSubject.Kind.allCases.map(\.rawValue)
      let near = NearestName(among: words).nearest(to: word)
      throw UsageError(
        "KIND is \"\(clippedForDisplay(word))\"; it must be \(words.joined(separator: " or "))"
          + (near.map { "; did you mean \($0)?" } ?? ""))
    }
    self.kind = kind
    id = arguments.operands[3]
    baseline = arguments.text("baseline")
    isInternal = arguments.has("internal")
    solves = arguments.integer("solves") ?? AlternativeLimits().solves
    timeLimit = arguments.number("time-limit")
    threads = arguments.integer("threads") ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    console.catchInterrupts()
    let start = ContinuousClock.now
    let claims = try planClaims(at: plan, of: .dispatch, on: console, isQuiet: isQuiet)
    // The plan's own copies of the scenarios it was made with.
    let input = try YearInput(
      at: folder, scenarios: claims.scenarios.map { "\(plan)/\($0.file)" }, on: console,
      isQuiet: isQuiet)
    let placements = try input.placements(at: plan, on: console)
    let earlier = try input.baseline(
      at: baseline, claimedBy: claims, on: console, isQuiet: isQuiet)
    let subject = try subject(in: input.year)
    let limit = timeLimit
    let isOver: @Sendable () -> Bool = {
      console.isInterrupted() || limit.map { seconds(since: start) >= $0 } ?? false
    }
    var notes: [String] = []
    if claims.inputDigest != input.digest {
      notes.append(
        "The year's files are not those the plan was made from; it is explained against the "
          + "files as they are.")
    }
    if !claims.lists(placements, of: input.year) {
      notes.append(
        "plan.json and placements.csv do not list the same placements; placements.csv is explained."
      )
    }
    let explained = ExplainedPlan(
      input.year, placements: placements, baseline: earlier, notes: notes)
    let explanation = try PlanSearch(
      gap: 0, timeLimit: nil, threads: threads, isQuiet: isQuiet
    ).explanation(
      of: subject, in: explained, solves: solves, isOver: isOver, on: console)
    switch format {
    case .text: console.output.write(explanation.summary(isInternal: isInternal))
    case .json: console.output.write(explanation.document(isInternal: isInternal).string())
    }
    return isOver() && !explanation.isComplete ? .stoppedWithPlan : .done
  }

  /// What the identifier names.
  ///
  /// - Throws: `RunError` with the nearest right one.
  private func subject(in year: ProgrammeYear) throws(RunError) -> ExplainedSubject {
    let names: [String]
    switch kind {
    case .applicant:
      if let index = year.applicants.firstIndex(where: { $0.id == id }) { return .applicant(index) }
      names = year.applicants.map(\.id)
    case .school:
      if let index = year.schools.firstIndex(where: { $0.id == id }) { return .school(index) }
      names = year.schools.map(\.id)
    case .post:
      let posts = candidatePosts(of: year)
      if let post = posts.first(where: { $0.id == id }) { return .post(post) }
      names = posts.map(\.id)
    case .cohort:
      if let index = year.cohorts.firstIndex(where: { $0.id == id }) { return .cohort(index) }
      names = year.cohorts.map(\.id)
    }
    let near = NearestName(among: names).nearest(to: id)
    throw RunError(
      .usage,
      "this year has no \(kind.rawValue) \(clippedForDisplay(id))"
        + (near.map { "; did you mean \($0)?" } ?? "."))
  }
}
