// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording
internal import Workbooks

/// Turns the folder of a year into a workbook, or a workbook into a folder.
struct ConvertCommand: Command {
  static let name = "convert"
  static let abstract: Sentence =
    "Turns a year's folder into a workbook, or a workbook into a folder."
  static let discussion: Sentence = """
    A workbook (.xlsx) has a sheet for each table and one for the settings; each column is \
    explained where its title is pointed at. Text, unknown columns too, stays as it is in both \
    directions, so that a plan of one is a plan of the other. Every command also takes the \
    workbook instead of the folder.
    """
  static let operands = [Operand("FROM", help: "The folder or the workbook of a year.")]
  static let options = [
    Option.output("PATH", standard: nil, help: "The workbook or the folder to write."),
    .language, .quiet, .force,
  ]
  static let requiredOptions = ["output"]

  private let source: String
  private let output: String
  private let isQuiet: Bool
  private let isForced: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    source = arguments.operands[0]
    output = arguments.text("output") ?? ""
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    var faults = FaultList()
    let files = YearFiles(at: source, faults: &faults)
    try check(faults, of: source, on: console, isQuiet: true)
    guard let files else { throw RunError(.badData, "nothing was read.") }
    if files.isFromWorkbook {
      let target = OutputFolder(output, holds: .year, isForced: isForced)
      try target.check()
      try target.write(files.files)
    } else {
      let target = OutputFile(output, isForced: isForced)
      try target.check()
      try writeWorkbook(to: target) { () throws(WorkbookFault) in try yearWorkbook(of: files.files)
      }
    }
    if !isQuiet {
      for other in files.others {
        console.errors.line(
          localized("Notice: \(clippedForDisplay(other)) is no table and stays behind."))
      }
      let count = counted(files.files.count, "file", "files")
      console.output.line(localized("Wrote \(count) of \(source) into \(output)."))
      console.output.line(localized("Next: \("musubi check \(output)")"))
    }
    return .done
  }
}
