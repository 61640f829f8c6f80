// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import IntegerProgramming
internal import Programme
internal import ProgrammeFiles
internal import Reports

/// Writes the integer program of one tier.
struct ExportCommand: Command {
  static let name = "export"
  static let abstract = "Writes the integer program of one goal as it is solved."
  static let discussion = """
    The goals before it are held at the values that the plan given with --plan has reached; \
    without it Musubi plans first. A fairness goal is solved level by level; NAME:2 names its \
    second level. GLPK, CBC, HiGHS and others read the file.
    """
  static let operands = [Operand.year]
  static let options = [
    Option.output("FILE", standard: nil, help: "The file to write; /dev/stdout is one."),
    Option("problem", .choice(["dispatch"]), standard: "dispatch", help: "What is decided."),
    Option("as", .choice(["mps", "lp"]), standard: "mps", help: "The format of the file."),
    Option(
      "tier", .text("NAME[:LEVEL]"), standard: "the last one",
      help: "The goal, such as filled, fairness-areas:2 or points."),
    Option("plan", .text("PLAN"), help: "The folder of a plan of this very year."),
    .baseline, .timeLimit, .language, .quiet, .force,
  ]
  static let requiredOptions = ["output"]

  private let folder: String
  private let output: String
  private let format: String
  private let tier: (name: String, level: Int?)?
  private let plan: String?
  private let baseline: String?
  private let timeLimit: Double?
  private let isQuiet: Bool
  private let isForced: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    folder = arguments.operands[0]
    output = arguments.text("output") ?? ""
    format = arguments.text("as") ?? "mps"
    tier = try arguments.text("tier").map(Self.tier)
    plan = arguments.text("plan")
    baseline = arguments.text("baseline")
    timeLimit = arguments.number("time-limit")
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
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
    let input = try YearInput(at: folder, on: console, isQuiet: isQuiet)
    let (earlier, outcome) = try values(input, on: console)
    let names = DispatchFormulation.tierNames(of: input.year, hasBaseline: earlier != nil)
    guard let wanted = tier ?? names.last.map({ ($0, nil) }) else {
      throw RunError(.badData, "the year has no goals; objective in programme.json5 is empty.")
    }
    guard names.contains(wanted.name) else {
      throw RunError(
        .usage,
        "this year has no tier \(clippedForDisplay(wanted.name)); it has "
          + names.joined(separator: ", ") + ".")
    }
    let program: IntegerProgram
    do throws(EngineFailure) {
      program = try exportDispatchProgram(
        input.year, baseline: earlier, tiers: outcome.tiers, levels: outcome.levels,
        tier: wanted.name, level: wanted.level)
    } catch {
      throw RunError(.badData, error.description)
    }
    var text = FileText()
    if format == "lp" {
      program.writeLP(tier: program.tiers.first, includesOrigins: true, to: &text)
    } else {
      program.writeMPS(tier: program.tiers.first, includesOrigins: true, to: &text)
    }
    try target.write(text.bytes)
    if !isQuiet {
      console.errors.line(
        "Wrote \(grouped(program.rowCount)) rows and \(grouped(program.columnCount)) columns "
          + "into \(output).")
    }
    return .done
  }

  /// What the goals have reached: by the plan given, or by a run.
  private func values(
    _ input: YearInput, on console: Console
  ) throws(RunError) -> ([EarlierPlacement]?, (tiers: [TierResult], levels: [FairnessLevel])) {
    if let plan {
      var faults = FaultList()
      let claims = readPlanClaims(at: plan, faults: &faults)
      try MusubiCommands.check(faults, of: plan, on: console, isQuiet: isQuiet)
      guard let claims else { throw RunError(.badData, "plan.json cannot be used.") }
      guard claims.inputDigest == input.digest else {
        throw RunError(.badData, "the plan was made from other data; its values do not hold here.")
      }
      let earlier = try input.baseline(
        at: baseline, claimedBy: claims, on: console, isQuiet: isQuiet)
      return (earlier, (claims.tiers, claims.levels))
    }
    var earlier: [EarlierPlacement]?
    if let baseline {
      earlier = try input.baseline(at: baseline, on: console, isQuiet: isQuiet)
    }
    // Nothing is held before the first goal.
    let names = DispatchFormulation.tierNames(of: input.year, hasBaseline: earlier != nil)
    if let tier, tier.name == names.first, !tier.name.hasPrefix("fairness") {
      return (earlier, ([], []))
    }
    let outcome = try DispatchSearch(
      gap: DispatchOptions().gap, timeLimit: timeLimit, threads: 1, isQuiet: isQuiet
    ).run(input.year, baseline: earlier, on: console)
    switch outcome.status {
    case .optimal: return (earlier, (outcome.tiers, outcome.levels))
    case .infeasible: throw RunError(.infeasible, "no plan keeps the hard rules.")
    case .feasible, .unknown:
      throw RunError(.stoppedWithoutPlan, "stopped before every goal was proven.")
    }
  }
}

/// Collects text as bytes.
private struct FileText: TextOutputStream {
  var bytes: [UInt8] = []

  mutating func write(_ string: String) {
    bytes.append(contentsOf: string.utf8)
  }
}
