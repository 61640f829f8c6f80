// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Checks a plan against the data and against its own claims.
struct VerifyCommand: Command {
  static let name = "verify"
  static let abstract: Sentence = "Checks a plan's rules and values from the data alone."
  static let discussion: Sentence = """
    Every rule is looked at and every goal's value is recomputed, by code that shares nothing \
    with the planner's. The prices in certificate.json are added up to a bound that no plan with \
    the same earlier goals exceeds; beyond it a claimed bound rests on the solver's word. Both \
    placements.csv and the claims of plan.json are checked. Of a plan of trainings it checks \
    delegates.csv and rooms.csv night by night; where delegates.csv was edited by hand this is \
    said, and the rules are checked as it stands. Of a plan of returnees it checks \
    participations.csv, of one of exchange partnerships.csv, of ten years units.csv. When the \
    year's files have changed since the plan was made this is said, and the plan is checked \
    against them as they are. The scenarios \
    that the plan was made with are in its folder and are laid on the files again. Of the plan \
    of a whole year every stage is checked, and what one has from another. Exit code 1 means: \
    checked, and not valid.
    """
  static let operands = [Operand.year, .plan]
  static let options = inputOptions + [.format, .language, .quiet]

  /// What a plan is checked with.
  static let inputOptions = [
    Option(
      "baseline", .text("PLAN"),
      help: "The earlier plan's folder, if a dispatch plan was made with one."),
    Option(
      "dispatch", .text("PLAN"),
      help: "The dispatch plan's folder, if a plan of trainings was made with one."),
    Option(
      "pin-from", .text("PLAN"),
      help: "The earlier plan's folder, if a plan of trainings was made with one."),
    Option(
      "earned", .texts("PLAN"),
      help: "The folders of plans of years, if a plan of ten years was made with them."),
    Option(
      "scenario", .texts("FILE"), standard: "those that the plan was made with",
      help: "A scenario to lay on the year's files, in place of the plan's own."),
    Option("without-scenarios", .flag, help: "Checks against the year's files as they are."),
  ]

  let folder: String
  let plan: String
  let baseline: String?
  let dispatch: String?
  let pinFrom: String?
  let earned: [String]
  let isQuiet: Bool
  private let scenarios: [String]
  private let leavesScenariosOut: Bool
  private let format: Format

  init(_ arguments: Arguments) throws(UsageError) {
    try self.init(arguments, format: Format(arguments))
  }

  /// Takes what to check from the arguments of another command.
  init(_ arguments: Arguments, format: Format) throws(UsageError) {
    folder = arguments.operands[0]
    plan = arguments.operands[1]
    baseline = arguments.text("baseline")
    dispatch = arguments.text("dispatch")
    pinFrom = arguments.text("pin-from")
    earned = arguments.texts("earned")
    scenarios = arguments.texts("scenario")
    leavesScenariosOut = arguments.has("without-scenarios")
    guard scenarios.isEmpty || !leavesScenariosOut else {
      throw UsageError("--scenario and --without-scenarios contradict each other")
    }
    self.format = format
    isQuiet = arguments.has("quiet")
  }

  /// Checks a stage of the plan of a year.
  init(_ folder: String, stage plan: String, dispatch: String? = nil, isQuiet: Bool) {
    self.folder = folder
    self.plan = plan
    self.dispatch = dispatch
    self.isQuiet = isQuiet
    (baseline, pinFrom, earned, scenarios) = (nil, nil, [], [])
    (leavesScenariosOut, format) = (false, .text)
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    if let year = try yearPlan(on: console) { return try verify(year, on: console) }
    let report = try checked(on: console).report
    show(report.summary, report.document, on: console)
    return report.isValid ? .done : .notValid
  }

  /// Checks the plan of one problem.
  ///
  /// - Returns: The year, what the plan claims, and what was found.
  /// - Throws: `RunError` when the year or the plan cannot be used.
  func checked(
    on console: Console
  ) throws(RunError) -> (input: YearInput, claims: PlanClaims, report: VerificationReport) {
    let claims = try planClaims(at: plan, on: console, isQuiet: isQuiet)
    let input = try YearInput(
      at: folder, scenarios: scenarioPaths(claims.scenarios), on: console, isQuiet: isQuiet)
    if claims.problem != .decade, !earned.isEmpty {
      throw RunError(.usage, "--earned is for plans of decade; this is none.")
    }
    let report =
      switch claims.problem {
      case .dispatch: try dispatchReport(input, claims, on: console)
      case .training: try trainingReport(input, claims, on: console)
      case .returnees:
        try report(of: ReturneeActivities.self, input, claims, on: console)
      case .exchange: try report(of: TeacherExchange.self, input, claims, on: console)
      case .decade:
        try decadeReport(
          try EarnedInput(input, plans: earned, on: console, isQuiet: isQuiet), claims,
          on: console)
      }
    return (input, claims, report)
  }

  /// Prints what was asked for, words or a document.
  func show(
    _ words: @autoclosure () -> String, _ document: @autoclosure () -> CanonicalJSON,
    on console: Console
  ) {
    switch format {
    case .text: console.output.write(words())
    case .json: console.output.write(document().string())
    }
  }

  /// Checks ten years with what plans of years have earned.
  func decadeReport(
    _ earned: EarnedInput, _ claims: PlanClaims, on console: Console
  ) throws(RunError) -> VerificationReport {
    try earned.check(against: claims.earnedDigest)
    return try report(of: TenYears.self, earned.input, claims, on: console)
  }

  func dispatchReport(
    _ input: YearInput, _ claims: PlanClaims, on console: Console
  ) throws(RunError) -> VerificationReport {
    try refuse(["dispatch": dispatch, "pin-from": pinFrom], of: .training)
    var faults = FaultList()
    let certificate =
      holds(certificateDocumentName) ? readCertificate(at: plan, faults: &faults) : nil
    try check(faults, of: plan, on: console, isQuiet: isQuiet)
    let placements = try input.placements(at: plan, on: console)
    let earlier = try input.baseline(
      at: baseline, claimedBy: claims, on: console, isQuiet: isQuiet)
    var contradictions: [String] = []
    if !claims.lists(placements, of: input.year) {
      contradictions.append(
        localized("plan.json and placements.csv do not list the same placements."))
    }
    return VerificationReport(
      verification: verifyDispatch(
        input.year, placements: placements, baseline: earlier, claimed: claims.tiers,
        certificate: certificate),
      notes: scenarioNotes(input, claims),
      contradictions: contradictions, isSameInput: claims.inputDigest == input.digest)
  }

  /// The scenarios to check with: those given, or the plan's own copies.
  func scenarioPaths(_ claimed: [ClaimedScenario]) -> [String] {
    guard !leavesScenariosOut else { return [] }
    return scenarios.isEmpty ? claimed.map { "\(plan)/\($0.file)" } : scenarios
  }

  /// What has to be said about scenarios.
  func scenarioNotes(_ input: YearInput, _ claims: PlanClaims) -> [String] {
    let (made, now) = (claims.scenarios.map(\.name), input.scenarios.map(\.name))
    var notes: [String] = []
    if !made.isEmpty, made != now {
      notes.append(localized("The plan was made with \(scenariosInWords(made))."))
    }
    if !now.isEmpty {
      notes.append(localized("Checked with \(scenariosInWords(now)) laid on the year's files."))
    } else if !made.isEmpty {
      notes.append(localized("Checked against the year's files without it."))
    }
    return notes
  }

  /// Whether the plan's folder has a file.
  func holds(_ name: String) -> Bool { unsafe access(plan + "/" + name, F_OK) == 0 }

  /// Refuses options that are for plans of another problem.
  func refuse(_ options: [String: String?], of problem: PlanProblem) throws(RunError) {
    for (name, value) in options.sorted(by: { $0.key < $1.key }) where value != nil {
      throw RunError(.usage, "--\(name) is for plans of \(problem.rawValue); this is none.")
    }
  }
}
