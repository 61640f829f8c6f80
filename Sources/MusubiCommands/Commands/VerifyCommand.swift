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
    placements.csv and the claims of plan.json are checked. When the year's files have changed \
    since the plan was made this is said, and the plan is checked against them as they are. Exit \
    code 1 means: checked, and not valid.
    """
  static let operands = [Operand.year, .plan]
  static let options = [
    Option(
      "baseline", .text("PLAN"),
      help: "The earlier plan's folder, if the plan was made with one."),
    .format, .language, .quiet,
  ]

  private let folder: String
  private let plan: String
  private let baseline: String?
  private let format: Format
  private let isQuiet: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    plan = arguments.operands[1]
    baseline = arguments.text("baseline")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let input = try YearInput(at: folder, on: console, isQuiet: isQuiet)
    var faults = FaultList()
    let claims = readPlanClaims(at: plan, faults: &faults)
    let certificate =
      unsafe access(plan + "/" + certificateDocumentName, F_OK) == 0
      ? readCertificate(at: plan, faults: &faults) : nil
    try check(faults, of: plan, on: console, isQuiet: isQuiet)
    guard let claims else { throw RunError(.badData, "plan.json cannot be used.") }
    let placements = try input.placements(at: plan, on: console)
    let earlier = try input.baseline(
      at: baseline, claimedBy: claims, on: console, isQuiet: isQuiet)
    var contradictions: [String] = []
    if !claims.lists(placements, of: input.year) {
      contradictions.append("plan.json and placements.csv do not list the same placements.")
    }
    let report = VerificationReport(
      verification: verifyDispatch(
        input.year, placements: placements, baseline: earlier, claimed: claims.tiers,
        certificate: certificate),
      contradictions: contradictions, isSameInput: claims.inputDigest == input.digest)
    switch format {
    case .text: console.output.write(report.summary)
    case .json: console.output.write(report.document.string())
    }
    return report.isValid ? .done : .notValid
  }
}
