// SPDX-License-Identifier: GPL-3.0-or-later
internal import MatchingCore
internal import MatchingFiles
internal import ProgrammeFiles
internal import Wording

/// Solves a file of a public format with the matching core.
struct MatchCommand: Command {
  static let name = "match"
  static let abstract: Sentence = "Solves a file of a public format with the matching core."
  static let discussion: Sentence = """
    Formats:
    \(MatchFormatList())
    A file with several problems has each of them solved; the exit code is that of the \
    worst. Where no stable matching exists this is said, and the matching with the fewest \
    blocking pairs is found.
    """
  static let operands = [Operand("FILE", help: "The file; /dev/stdin is one.")]
  static let options = [
    Option("input-format", .text("FORMAT"), help: "The format of the file, one of those above."),
    Option(
      "solution", .text("FILE"),
      help: "Writes the solution there, in the format's own way where it has one."),
    Option("maximize", .flag, help: "Looks for the greatest value instead of the least."),
    Option(
      "couples", .choice(CoupleStability.allCases.map(\.rawValue)),
      standard: .verbatim(CoupleStability.responsive.rawValue),
      help: """
        When a couple that wants one place for both blocks: if the place would rather \
        have the two (MM-stability), or would choose both (BIS-stability).
        """),
    .timeLimit, .format, .language, .quiet, .force,
  ]
  static let requiredOptions = ["input-format"]

  private let file: String
  private let matchFormat: any MatchFormat.Type
  private let solution: String?
  private let asked: MatchRequest
  private let format: Format
  private let isQuiet: Bool
  private let isForced: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    file = arguments.operands[0]
    matchFormat = try Self.format(named: arguments.text("input-format") ?? "")
    solution = arguments.text("solution")
    asked = MatchRequest(
      isMaximizing: arguments.has("maximize"),
      couples: arguments.text("couples").flatMap(CoupleStability.init) ?? .responsive,
      timeLimit: arguments.number("time-limit"))
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
  }

  private static func format(named name: String) throws(UsageError) -> any MatchFormat.Type {
    if let found = matchFormats.first(where: { $0.name == name }) { return found }
    let names = matchFormats.map { $0.name }
    let near = NearestName(among: names).nearest(to: name)
    throw UsageError(
      near == nil
        ? """
        there is no input format "\(clippedForDisplay(name))"; there are \
        \(names.joined(separator: ", "))
        """ : "there is no input format \"\(clippedForDisplay(name))\"", near: near)
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let target = solution.map { OutputFile($0, isForced: isForced, option: "solution") }
    try target?.check()
    let bytes = try readFile(on: console)
    console.catchInterrupts()
    var asked = asked
    asked.isCancelled = console.isInterrupted
    let problem: any MatchFormat
    do throws(MatchFault) {
      problem = try matchFormat.init(reading: bytes, asked: asked)
    } catch {
      switch error {
      case .file(let fault):
        let name = clippedForDisplay(file)
        throw RunError(
          .badData,
          fault.line == nil ? "\(name): \(fault.description)" : "\(name), \(fault.description)")
      case .option(let sentence): throw RunError(.usage, "\(sentence).")
      }
    }
    let answers = try problem.solve(asked)
    let texts = answers.compactMap(\.solution)
    if let target, !texts.isEmpty { try target.write(Array(texts.joined().utf8)) }
    switch format {
    case .text:
      for line in lines(answers) { console.output.line(line) }
      if let solution, !texts.isEmpty, !isQuiet {
        console.errors.line(localized("Wrote the solution into \(clippedForDisplay(solution))."))
      }
    case .json: console.output.write(document(answers).string())
    }
    return answers.map(\.exitCode).max { severity($0) < severity($1) } ?? .done
  }
}

extension MatchCommand {
  private func readFile(on console: Console) throws(RunError) -> [UInt8] {
    var faults = FaultList()
    let bytes = readBytes(at: file, named: file, limit: 2 << 30, faults: &faults)
    guard let bytes else {
      for line in faults.lines { console.errors.line(line) }
      throw RunError(exitCode(for: faults), "nothing was done.")
    }
    return bytes
  }

  private func lines(_ answers: [MatchAnswer]) -> [String] {
    answers.enumerated().flatMap { number, answer in
      [answers.count > 1 ? localized("problem \(number + 1): \(answer.line)") : answer.line]
        + answer.remarks.map(\.description)
    }
  }

  /// One object; of several problems the totals, and each under `problems`.
  ///
  /// Totals are the sums of values, bounds and seconds, each null when a
  /// problem has none, and the status of the worst problem.
  private func document(_ answers: [MatchAnswer]) -> CanonicalJSON {
    if answers.count == 1, let only = answers.first { return only.document }
    let worst = answers.max { severity($0.exitCode) < severity($1.exitCode) }
    let values = answers.compactMap(\.objective)
    let bounds = answers.compactMap(\.bound)
    let total = values.reduce((0, false)) { sum, value in
      let (next, isOver) = sum.0.addingReportingOverflow(value)
      return (next, sum.1 || isOver)
    }
    let hasTotal = values.count == answers.count && !total.1
    return [
      "status": .string((worst?.status ?? .optimal).rawValue),
      "objective": hasTotal ? .integer(total.0) : .null,
      "bound": bounds.count == answers.count ? .number(bounds.reduce(0, +)) : .null,
      "seconds": .number(answers.map(\.seconds).reduce(0, +)),
      "problems": .array(answers.map(\.document)),
    ]
  }

  /// Which of several outcomes the shell is told.
  private func severity(_ code: ExitCode) -> Int {
    switch code {
    case .done: 0
    case .stoppedWithPlan: 1
    case .infeasible: 2
    default: 3
    }
  }
}
