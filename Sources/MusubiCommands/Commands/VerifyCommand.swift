// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification

/// Checks a plan against the data and against its own claims.
struct VerifyCommand: Command {
  static let name = "verify"
  static let abstract = "Checks a plan's rules and values from the data alone."
  static let discussion = """
    Every rule is looked at and every goal's value is recomputed, by code that shares nothing \
    with the planner's. The prices in certificate.json are added up to a bound that no plan with \
    the same earlier goals exceeds; beyond it a claimed bound rests on the solver's word. Both \
    placements.csv and the claims of plan.json are checked. Of a plan of trainings it checks \
    delegates.csv and rooms.csv night by night; where delegates.csv was edited by hand this is \
    said, and the rules are checked as it stands. When the year's files have changed since the \
    plan was made this is said, and the plan is checked against them as they are. Exit code 1 \
    means: checked, and not valid.
    """
  static let operands = [Operand.year, .plan]
  static let options = [
    Option(
      "baseline", .text("PLAN"),
      help: "The earlier plan's folder, if a dispatch plan was made with one."),
    Option(
      "dispatch", .text("PLAN"),
      help: "The dispatch plan's folder, if a plan of trainings was made with one."),
    Option(
      "pin-from", .text("PLAN"),
      help: "The earlier plan's folder, if a plan of trainings was made with one."),
    .format, .language, .quiet,
  ]

  let folder: String
  let plan: String
  let baseline: String?
  let dispatch: String?
  let pinFrom: String?
  let isQuiet: Bool
  private let format: Format

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    plan = arguments.operands[1]
    baseline = arguments.text("baseline")
    dispatch = arguments.text("dispatch")
    pinFrom = arguments.text("pin-from")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let input = try YearInput(at: folder, on: console, isQuiet: isQuiet)
    let claims = try input.planClaims(at: plan, on: console, isQuiet: isQuiet)
    let report =
      switch claims.problem {
      case .dispatch: try dispatchReport(input, claims, on: console)
      case .training: try trainingReport(input, claims, on: console)
      }
    switch format {
    case .text: console.output.write(report.summary)
    case .json: console.output.write(report.document.string())
    }
    return report.isValid ? .done : .notValid
  }

  private func dispatchReport(
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
      contradictions.append("plan.json and placements.csv do not list the same placements.")
    }
    return VerificationReport(
      verification: verifyDispatch(
        input.year, placements: placements, baseline: earlier, claimed: claims.tiers,
        certificate: certificate),
      contradictions: contradictions, isSameInput: claims.inputDigest == input.digest)
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
