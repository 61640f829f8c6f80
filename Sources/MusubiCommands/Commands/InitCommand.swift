// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording
internal import Workbooks

/// Writes a small programme year to begin with.
struct InitCommand: Command {
  static let name = "init"
  static let abstract: Sentence = "Writes a small programme year to start from."
  static let discussion: Sentence = """
    The folder shows every file and every setting, filled with a few invented schools and \
    applicants. Replace them with your own; "musubi check" tells what is still amiss. With \
    --xlsx it is a workbook with a sheet for each file, in which columns are explained and \
    words can be chosen from lists.
    """
  static let operands = [
    Operand("PATH", help: "The folder, or the workbook, to write; it must not exist.")
  ]
  static let options = [
    Option("xlsx", .flag, help: "Writes a workbook (.xlsx) instead of a folder."),
    .language, .quiet, .force,
  ]

  private let path: String
  private let isWorkbook: Bool
  private let isQuiet: Bool
  private let isForced: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    path = arguments.operands[0]
    isWorkbook = arguments.has("xlsx")
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    guard !isWorkbook || path.lowercased().hasSuffix(".xlsx") else {
      let shown = clippedForDisplay(path)
      let near = "\(shown).xlsx"
      throw UsageError("the name of a workbook ends in .xlsx, unlike \(shown)", near: near)
    }
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let files = programmeFiles(of: starterYear())
    if isWorkbook {
      let target = OutputFile(path, isForced: isForced)
      try target.check()
      try writeWorkbook(to: target) { () throws(WorkbookFault) in try yearWorkbook(of: files) }
    } else {
      let target = OutputFolder(path, holds: .year, isForced: isForced)
      try target.check()
      try target.write(files)
    }
    if !isQuiet {
      console.output.line(localized("Wrote a programme year into \(path)."))
      console.output.line(localized("Next: \("musubi check \(path)")"))
    }
    return .done
  }
}
