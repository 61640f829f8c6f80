// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Reports
internal import Workbooks

/// Writes a plan as a workbook.
struct ReportCommand: Command {
  static let name = "report"
  static let abstract = "Writes a plan as a workbook for people to read and filter."
  static let discussion = """
    The plan is checked first, as by "musubi verify", and the first sheet says what was found and \
    how good the plan is. Every table of the plan follows, of a dispatch also all people, schools \
    and cohorts; each column is explained where its title is pointed at. A plan that breaks a rule \
    is written too, and says so.
    """
  static let operands = [Operand.year, Operand.plan]
  static let options =
    [Option.output("FILE.xlsx", standard: nil, help: "The workbook to write.")]
    + VerifyCommand.inputOptions + [.language, .quiet, .force]
  static let requiredOptions = ["output"]

  private let verifying: VerifyCommand
  private let output: String
  private let isForced: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    verifying = try VerifyCommand(arguments, format: .text)
    output = arguments.text("output") ?? ""
    guard isWorkbookName(output) || output == "/dev/stdout" else {
      throw UsageError(
        "--output is \"\(clippedForDisplay(output))\"; a report is a workbook and ends in .xlsx")
    }
    isForced = arguments.has("force")
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let target = OutputFile(output, isForced: isForced)
    try target.check()
    if try verifying.yearPlan(on: console) != nil {
      throw RunError(
        .usage,
        "\(clippedForDisplay(verifying.plan)) is the plan of a whole year; give the folder of one "
          + "of its stages, such as \(clippedForDisplay(verifying.plan))/dispatch.")
    }
    let checked = try verifying.checked(on: console)
    var faults = FaultList()
    let tables = PlanWorkbook.files.filter(verifying.holds).compactMap { file in
      readCSV(at: verifying.plan + "/" + file, named: file, faults: &faults)
    }
    try check(faults, of: verifying.plan, on: console, isQuiet: verifying.isQuiet)
    let workbook = PlanWorkbook(checked.input.year, claims: checked.claims, tables: tables)
    try writeWorkbook(to: target) { () throws(WorkbookFault) in
      try workbook.bytes(verdict: checked.report.sentences)
    }
    let isValid = checked.report.isValid
    if !verifying.isQuiet, output != "/dev/stdout" {
      console.output.line(
        "Wrote the plan into \(output); it is \(isValid ? "valid" : "not valid, as its first sheet says")."
      )
    }
    return isValid ? .done : .notValid
  }
}
