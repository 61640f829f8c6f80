// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Reports
internal import Wording

/// What every command that makes a plan of a year is asked.
struct PlanRequest {
  /// The year's folder.
  let folder: String
  /// Where the plan is written.
  let output: String
  let format: Format
  let isQuiet: Bool
  let gap: Double
  private let scenarios: [String]
  /// The problem of which a stable plan is asked for, if one is.
  private let stable: PlanProblem?
  private let isForced: Bool
  private let timeLimit: Double?
  private let start = ContinuousClock.now

  /// Reads the options that `options(for:gap:help:and:)` lists.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - problem: What is planned.
  ///   - gap: The gap where none is given.
  ///   - isStable: Whether the goals of a stable plan come first.
  /// - Throws: `UsageError` when no name for the plan follows.
  init(
    _ arguments: Arguments, for problem: PlanProblem, gap: Double, isStable: Bool = false
  ) throws(UsageError) {
    folder = arguments.operands[0]
    stable = isStable ? problem : nil
    output = try arguments.planFolder(
      for: problem.rawValue, and: stable == nil ? [] : ["stable"])
    scenarios = arguments.texts("scenario")
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
    self.gap = arguments.number("gap") ?? gap
    timeLimit = arguments.number("time-limit")
  }

  /// The options of a command that makes a plan.
  ///
  /// - Parameters:
  ///   - problem: What is planned.
  ///   - gap: The gap where none is given, as help shows it.
  ///   - help: What the gap is a gap of.
  ///   - further: Options of this command alone.
  /// - Returns: The options in the order in which help lists them.
  static func options(
    for problem: PlanProblem, gap: String, help: Sentence, and further: [Option] = []
  ) -> [Option] {
    [
      Option.output(
        "DIR",
        standard: """
          plans/NAME-\(problem.rawValue), NAME being the year's folder and what scenarios \
          are called
          """, help: "The plan's folder.")
    ] + further + [
      .scenario, Option("gap", .share("G"), standard: .verbatim(gap), help: help), .timeLimit,
      .format,
      .language, .quiet, .force,
    ]
  }

  /// How long the run has taken.
  var seconds: Double { MusubiCommands.seconds(since: start) }

  /// A search with the gap and the time that were asked for.
  var search: PlanSearch { PlanSearch(gap: gap, timeLimit: timeLimit, isQuiet: isQuiet) }

  /// Reads the year.
  ///
  /// - Throws: `RunError` when it cannot be used.
  func input(on console: Console) throws(RunError) -> YearInput {
    try YearInput(
      at: folder, scenarios: scenarios, stable: stable, on: console, isQuiet: isQuiet)
  }

  /// Where the plan goes, which could be written now.
  ///
  /// - Throws: `RunError` when it could not.
  func target(on console: Console) throws(RunError) -> OutputFolder {
    let target = OutputFolder(
      output, holds: .plan, isForced: isForced, keptIn: console.notes)
    try target.check()
    return target
  }

  /// Prints what was asked for, words or a document.
  func show(
    _ words: @autoclosure () -> String, _ document: @autoclosure () -> CanonicalJSON,
    on console: Console
  ) {
    switch format {
    case .text: console.output.write(words())
    case .json: console.output.write(document().string())
    }
  }
}
