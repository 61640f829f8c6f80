// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

extension Option {
  static let format = Option(
    "format", .choice(["text", "json"]), standard: .verbatim("text"),
    help: "Prints words for people or one JSON object for programs.")
  static let language = Option(
    "lang", .choice(Language.allCases.map(\.rawValue)), standard: "that of the locale",
    help: "The language of words; files of plans and of data are the same in every language.")
  static let quiet = Option("quiet", .flag, help: "Leaves out progress and notices.")
  static let force = Option("force", .flag, help: "Replaces what an earlier run wrote there.")
  static let timeLimit = Option(
    "time-limit", .number("S"), standard: "none",
    help: "Stops after so many seconds with the best plan found.")
  static let workLimit = Option(
    "work-limit", .integer("N", 0...1_000_000_000_000), standard: "none",
    help: """
      Stops after so many steps of calculation with the best plan found. Unlike after so \
      many seconds, that is the same plan on every machine.
      """)
  static let gap = Option(
    "gap", .share("G"), standard: "0.01%",
    help: "How far from the best possible the points may stay; 0 asks for the best itself.")
  static let threads = Option(
    "threads", .integer("N", 1...1024), standard: "one for each core",
    help: "How many threads may work; the plan does not depend on it.")
  static let baseline = Option(
    "baseline", .text("PLAN"), help: "An earlier plan's folder, to stay near to.")

  static let scenario = Option(
    "scenario", .texts("FILE"),
    help: """
      A patch of the year's files, as docs/scenarios.md has it; given several times, each \
      is laid on what the ones before have made.
      """)

  static let dispatchPlan = Option(
    "dispatch", .text("PLAN"),
    help: "The folder of a dispatch plan: who leaves with each cohort, and who hosts.")
  static let earned = Option(
    "earned", .texts("PLAN"),
    help: """
      The folder of the plan of a year, made by musubi plan: what it decides is kept; given \
      once for each year.
      """)
  static let pinFrom = Option(
    "pin-from", .text("PLAN"),
    help: "The folder of an earlier plan of trainings, to stay near to.")

  /// Where to write.
  static func output(_ placeholder: String, standard: Sentence?, help: Sentence) -> Option {
    Option("output", letter: "o", .text(placeholder), standard: standard, help: help)
  }
}

extension Operand {
  static let year = Operand("DIR", help: "The folder or workbook of a programme year.")
  static let scenarios = Operand(
    "SCENARIO...", isRepeated: true, help: "Scenario files, each compared by itself.")
  static let plan = Operand("PLAN", help: "The folder of a plan.")
}

extension Option {
  /// Which problem a command is about.
  static func problem(_ help: Sentence) -> Option {
    Option(
      "problem", .choice(PlanProblem.allCases.map(\.rawValue)),
      standard: .verbatim(PlanProblem.dispatch.rawValue), help: help)
  }
}

extension Arguments {
  /// What `--problem` says.
  var problem: PlanProblem { text("problem").flatMap(PlanProblem.init) ?? .dispatch }

  /// How many threads may work.
  var threads: Int { integer("threads") ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The day that an option says, if it is given.
  ///
  /// - Throws: `UsageError` for a text that is no day.
  func day(_ name: String) throws(UsageError) -> Day? {
    guard let text = text(name), !text.isEmpty else { return nil }
    guard let day = Day(iso: text) else {
      throw UsageError(
        "--\(name) is \"\(clippedForDisplay(text))\"; it must be a day such as 2026-04-01")
    }
    return day
  }

  /// Refuses options that are about plans of one problem alone.
  ///
  /// - Throws: `UsageError` for the first of them that is given with another problem.
  func keep(_ options: [String], to problem: PlanProblem) throws(UsageError) {
    guard self.problem != problem else { return }
    for name in options where has(name) {
      throw UsageError("--\(name) goes with --problem \(problem.rawValue) only")
    }
  }
}

/// How results are printed.
enum Format: String {
  case text, json

  init(_ arguments: Arguments) {
    self = arguments.text("format").flatMap(Format.init) ?? .text
  }
}
