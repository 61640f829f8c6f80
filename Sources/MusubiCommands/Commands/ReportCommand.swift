// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Reports
internal import Wording
internal import Workbooks

/// Writes a plan for people to read, as a page for a browser or as a workbook.
struct ReportCommand: Command {
  static let name = "report"
  static let abstract: Sentence = "Writes a plan as a page for a browser or as a workbook."
  static let discussion: Sentence = """
    The plan is checked first, as by "musubi verify", and the report says what was found and how \
    good the plan is. A page (FILE.html) is one file that opens without a network: key figures, a \
    map, charts and every table to search, sort, filter and print, in English and Japanese; PLAN \
    may be that of one problem or of a whole year. A workbook (FILE.xlsx) has the tables of one \
    problem as sheets, of a dispatch also all people, schools and cohorts; each column is explained \
    where its title is pointed at. A plan that breaks a rule is written too, and says so; the exit \
    code is 1 then.
    """
  static let operands = [Operand.year, Operand.plan]
  static let options =
    [
      Option.output(
        "FILE", standard: nil, help: "The page (.html) or workbook (.xlsx) to write."),
      Option(
        "whatif", .texts("FILE"),
        help: """
          A comparison of scenarios to show on the page, as musubi whatif --format json \
          printed it; may be given several times.
          """),
      Option(
        "explain", .texts("FILE"),
        help: """
          Explanations to show with the rows that they are about, as musubi explain --format \
          json printed them; may be given several times.
          """),
    ] + VerifyCommand.inputOptions + [
      .format,
      Option(
        "lang", .choice(Language.allCases.map(\.rawValue)), standard: "that of the locale",
        help: """
          The language of words, of a workbook, and that in which a page opens; its reader may \
          change it.
          """), .quiet, .force,
    ]
  static let requiredOptions = ["output"]

  private let verifying: VerifyCommand
  private let output: String
  private let comparisons: [String]
  private let explanations: [String]
  private let format: Format
  private let isForced: Bool
  private let isPage: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    verifying = try VerifyCommand(arguments, format: .text)
    output = arguments.text("output") ?? ""
    comparisons = arguments.texts("whatif")
    explanations = arguments.texts("explain")
    format = Format(arguments)
    isForced = arguments.has("force")
    let ending = output.lowercased()
    isPage = ending.hasSuffix(".html") || ending.hasSuffix(".htm")
    guard isPage || isWorkbookName(output) || output == "/dev/stdout" else {
      throw UsageError(
        """
        --output is "\(clippedForDisplay(output))"; a report is a page and ends in .html, or a \
        workbook and ends in .xlsx
        """)
    }
    guard isPage || comparisons.isEmpty else { throw UsageError("--whatif is for pages (.html)") }
    guard isPage || explanations.isEmpty else {
      throw UsageError("--explain is for pages (.html)")
    }
    guard format == .text || output != "/dev/stdout" else {
      throw UsageError("--format json and --output /dev/stdout would be mixed up")
    }
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let target = OutputFile(output, isForced: isForced)
    try target.check()
    let isValid =
      try isPage ? writePage(to: target, on: console) : writeWorkbook(to: target, on: console)
    switch format {
    case .json:
      let document: CanonicalJSON = ["report": .string(output), "valid": .boolean(isValid)]
      console.output.write(document.string())
    case .text where !verifying.isQuiet && output != "/dev/stdout":
      console.output.line(
        isValid
          ? localized("Wrote the plan into \(output); it is valid.")
          : isPage
            ? localized(
              "Wrote the plan into \(output); it is not valid, as its first section says.")
            : localized(
              "Wrote the plan into \(output); it is not valid, as its first sheet says."))
    case .text: break
    }
    return isValid ? .done : .notValid
  }

  /// Writes a workbook.
  ///
  /// - Returns: Whether the plan is valid.
  private func writeWorkbook(
    to target: OutputFile, on console: Console
  ) throws(RunError) -> Bool {
    if try verifying.yearPlan(on: console) != nil {
      throw RunError(
        .usage,
        """
        \(clippedForDisplay(verifying.plan)) is the plan of a whole year, which only a page \
        (.html) holds; give the folder of one of its stages, such as \
        \(clippedForDisplay(verifying.plan))/dispatch.
        """)
    }
    let checked = try verifying.checked(on: console)
    let workbook = PlanWorkbook(
      checked.input.year, claims: checked.claims, tables: try tables(of: verifying, on: console))
    try MusubiCommands.writeWorkbook(to: target) { () throws(WorkbookFault) in
      try workbook.bytes(verdict: checked.report.sentences)
    }
    return checked.report.isValid
  }

  /// Writes a page.
  ///
  /// - Returns: Whether the plan is valid.
  private func writePage(to target: OutputFile, on console: Console) throws(RunError) -> Bool {
    var faults = FaultList()
    let compared = comparisons.compactMap { ComparisonDocument(at: $0, faults: &faults) }
    let explained = explanations.compactMap { ExplanationDocument(at: $0, faults: &faults) }
    try check(
      faults, of: (comparisons + explanations).joined(separator: ", "), on: console,
      isQuiet: verifying.isQuiet)
    var page: ReportPage
    if let document = try verifying.yearPlan(on: console) {
      let checked = try verifying.checkedYear(document, on: console)
      page = ReportPage(checked.input.year, folder: verifying.folder, language: .current)
      for (claims, stage) in zip(checked.claims, checked.report.stages) {
        let command = VerifyCommand(
          verifying.folder, stage: "\(verifying.plan)/\(stage.problem.rawValue)",
          isQuiet: verifying.isQuiet)
        page.stages.append(try self.stage(claims, stage.report, of: command, on: console))
      }
      (page.without, page.notes) = (checked.report.without, checked.report.notes)
      (page.reach, page.scenarios) = (checked.reach, checked.input.scenarios.map(\.name))
    } else {
      let checked = try verifying.checked(on: console)
      page = ReportPage(checked.input.year, folder: verifying.folder, language: .current)
      page.stages = [try stage(checked.claims, checked.report, of: verifying, on: console)]
      page.scenarios = checked.input.scenarios.map(\.name)
    }
    (page.comparisons, page.explanations) = (compared, explained)
    try target.write(page.bytes)
    return page.isValid
  }

  private func stage(
    _ claims: PlanClaims, _ report: VerificationReport, of command: VerifyCommand,
    on console: Console
  ) throws(RunError) -> ReportPage.Stage {
    var faults = FaultList()
    let certificate =
      command.holds(certificateDocumentName)
      ? readCertificate(at: command.plan, faults: &faults) : nil
    try check(faults, of: command.plan, on: console, isQuiet: command.isQuiet)
    return ReportPage.Stage(
      claims, report: report, tables: try tables(of: command, on: console),
      certificate: certificate, folder: command.plan)
  }

  /// The tables of a plan's folder.
  private func tables(
    of command: VerifyCommand, on console: Console
  ) throws(RunError) -> [CSVTable] {
    var faults = FaultList()
    let tables = PlanWorkbook.files.filter(command.holds).compactMap { file in
      readCSV(at: command.plan + "/" + file, named: file, faults: &faults)
    }
    try check(faults, of: command.plan, on: console, isQuiet: command.isQuiet)
    return tables
  }
}
