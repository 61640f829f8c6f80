// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording

/// Checks the files of a programme year.
struct CheckCommand: Command {
  static let name = "check"
  static let abstract: Sentence = "Finds every fault in the files of a programme year."
  static let discussion: Sentence = """
    Each fault is told with its file, line, column, value, what is expected there, and a hint \
    where there is one. Notices are told too; they do not stand in the way of planning. With \
    --scenario the files are checked as the scenarios change them; the files stay as they are.
    """
  static let operands = [Operand.year]
  static let options = [Option.scenario, .format, .language, .quiet]

  private let folder: String
  private let scenarios: [String]
  private let format: Format
  private let isQuiet: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    scenarios = arguments.texts("scenario")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    var list = readProgrammeYear(at: folder, scenarios: scenarios).faultList
    if isQuiet { list = list.errorsOnly }
    switch format {
    case .text:
      for line in list.lines { console.output.line(line) }
      console.output.line(count(list))
    case .json:
      console.output.write(document(list).string())
    }
    return exitCode(for: list)
  }

  private func count(_ list: FaultList) -> String {
    let notices = counted(list.noticeCount, "notice", "notices")
    let faults = list.hasErrors ? countedFaults(list) : localized("No faults")
    return list.noticeCount > 0
      ? localized("\(faults), \(notices).") : localized("\(faults).")
  }

  private func document(_ list: FaultList) -> CanonicalJSON {
    func text(_ text: String?) -> CanonicalJSON { text.map { .string($0) } ?? .null }
    return [
      "faults": .array(
        list.faults.map { fault in
          [
            "file": .string(fault.file),
            "line": fault.line.map { .integer($0) } ?? .null,
            "column": text(fault.column),
            "value": text(fault.value),
            "problem": .string(fault.problem.description),
            "expected": text(fault.expected?.description),
            "hint": text(fault.hint?.text),
            "severity": .string(fault.severity.rawValue),
            "message": .string(fault.description),
          ]
        }),
      "errors": .integer(list.errorCount),
      "notices": .integer(list.noticeCount),
    ]
  }
}

extension FaultList {
  /// The list without its notices.
  fileprivate var errorsOnly: FaultList {
    var list = FaultList(keptPerKind: keptPerKind)
    for fault in faults where fault.severity == .error { list.report(fault) }
    return list
  }
}
