// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// Writes the integer program of one tier.
struct ExportCommand: Command {
  static let name = "export"
  static let abstract: Sentence = "Writes the integer program of one goal as it is solved."
  static let discussion: Sentence = """
    The goals before it are held at the values that the plan given with --plan has reached; \
    without it Musubi plans first. A fairness goal is solved level by level; NAME:2 names its \
    second level. GLPK, CBC, HiGHS and others read the file.
    """
  static let operands = [Operand.year]
  static let options = [
    Option.output("FILE", standard: nil, help: "The file to write; /dev/stdout is one."),
    Option(
      "problem", .choice(PlanProblem.allCases.map(\.rawValue)), standard: .verbatim("dispatch"),
      help: "What is decided."),
    Option(
      "as", .choice(["mps", "lp"]), standard: .verbatim("mps"), help: "The format of the file."),
    Option(
      "tier", .text("NAME[:LEVEL]"), standard: "the last one",
      help: "The goal, such as filled, fairness-areas:2 or points."),
    Option("plan", .text("PLAN"), help: "The folder of a plan of this very year."),
    Option(
      "look", .choice(TimeResolution.allCases.map(\.rawValue)), standard: .verbatim("exact"),
      help: """
        How closely trainings are looked at: every session by itself, or those of a month \
        at a site, of a month, or of the year as one, which bounds the closer looks.
        """),
    .baseline, .dispatchPlan, .pinFrom, .scenario, .timeLimit, .language, .quiet, .force,
  ]
  static let requiredOptions = ["output"]

  let problem: PlanProblem
  let tier: (name: String, level: Int?)?
  let plan: String?
  let baseline: String?
  let dispatch: String?
  let pinFrom: String?
  let look: TimeResolution
  let timeLimit: Double?
  let isQuiet: Bool
  private let folder: String
  private let scenarios: [String]
  private let output: String
  private let format: String
  private let isForced: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    scenarios = arguments.texts("scenario")
    output = arguments.text("output") ?? ""
    problem = arguments.text("problem").flatMap(PlanProblem.init) ?? .dispatch
    format = arguments.text("as") ?? "mps"
    tier = try arguments.text("tier").map(Self.tier)
    plan = arguments.text("plan")
    baseline = arguments.text("baseline")
    dispatch = arguments.text("dispatch")
    pinFrom = arguments.text("pin-from")
    look = arguments.text("look").flatMap(TimeResolution.init) ?? .exact
    timeLimit = arguments.number("time-limit")
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    let others =
      switch problem {
      case .dispatch: ["dispatch", "pin-from", "look"]
      case .training: ["baseline"]
      case .returnees, .exchange, .decade: ["dispatch", "pin-from", "baseline", "look"]
      }
    for other in others where arguments.has(other) {
      throw UsageError("--\(other) does not go with --problem \(problem.rawValue)")
    }
  }

  private static func tier(
    _ text: String
  ) throws(UsageError) -> (name: String, level: Int?) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return (text, nil) }
    guard parts.count == 2, let level = Int(parts[1]), level >= 1 else {
      throw UsageError("--tier is \"\(clippedForDisplay(text))\"; a level is a number from 1")
    }
    return (parts[0], level)
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    console.catchInterrupts()
    let target = OutputFile(output, isForced: isForced)
    try target.check()
    let input = try YearInput(
      at: folder, scenarios: scenarios, on: console, isQuiet: isQuiet)
    let program = try program(of: input, in: folder, on: console)
    var text = FileText()
    Language.english.spoken {
      if format == "lp" {
        program.writeLP(tier: program.tiers.first, includesOrigins: true, to: &text)
      } else {
        program.writeMPS(tier: program.tiers.first, includesOrigins: true, to: &text)
      }
    }
    try target.write(text.bytes)
    if !isQuiet {
      console.errors.line(
        localized(
          """
          Wrote \(grouped(program.rowCount)) rows and \(grouped(program.columnCount)) columns \
          into \(output).
          """))
    }
    return .done
  }
}

/// Collects text as bytes.
private struct FileText: TextOutputStream {
  var bytes: [UInt8] = []

  mutating func write(_ string: String) {
    bytes.append(contentsOf: string.utf8)
  }
}
