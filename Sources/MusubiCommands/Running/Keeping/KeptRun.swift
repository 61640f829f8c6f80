// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import History
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// A run of a command that is to be kept in a store.
struct KeptRun {
  /// The options by which runs are kept.
  static let options = [
    Option(
      "store", .text("FILE"),
      help: """
        Keeps the run with its plan in this file, made where there is none; musubi history \
        looks into it.
        """),
    Option(
      "by", .text("NAME"), standard: "the name by which you are logged in",
      help: "Who runs it, for the store."),
    Option("note", .text("TEXT"), help: "A note on the run, for the store."),
  ]

  private let command: String
  private let path: String
  private let person: String
  private let note: String?
  private let isQuiet: Bool
  private let given: [RunOption]
  /// Folders of earlier plans, by the option that names them.
  private let plans: [RunOption]

  /// Reads the options; nothing when the run is not to be kept.
  ///
  /// - Throws: `UsageError` for options that are about the store and are given without one.
  init?(_ arguments: Arguments, of command: String) throws(UsageError) {
    guard let path = arguments.text("store") else {
      // Of `replan`, --by is about its decisions too.
      for name in command == ReplanCommand.name ? ["note"] : ["by", "note"]
      where arguments.has(name) {
        throw UsageError("--\(name) is for the store of runs; give --store FILE too")
      }
      return nil
    }
    self.path = path
    self.command = command
    person = arguments.text("by") ?? nameOfUser()
    note = arguments.text("note")
    isQuiet = arguments.has("quiet")
    let aside = Set(Self.options.map { "--\($0.name)" } + ["--quiet", "--format", "--lang"])
    given = arguments.given.filter { !aside.contains($0.name) }.map {
      RunOption(name: $0.name, value: $0.value)
    }
    let isMerging = given.contains { $0.name == "--merge" }
    plans = given.filter {
      ["--baseline", "--dispatch", "--pin-from", "--earned"].contains($0.name)
        || isMerging && !$0.name.hasPrefix("-")
    }
  }

  /// Runs the command and keeps the run, unless it ended before there was anything to keep.
  ///
  /// - Parameters:
  ///   - console: Where it is told.
  ///   - run: Runs the command.
  /// - Returns: What the command has told.
  /// - Throws: `RunError` of the command, or when the run cannot be kept; a plan that the
  ///   command has written is there then.
  func keep(
    on console: Console, _ run: (Console) throws(RunError) -> ExitCode
  ) throws(RunError) -> ExitCode {
    try failing { () throws(StoreFailure) in try RunStore.writing(at: path).checkWriting() }
    let notes = RunNotes(store: path)
    var console = console
    console.notes = notes
    let (start, began) = (ContinuousClock.now, now())
    let code: ExitCode
    do throws(RunError) {
      code = try run(console)
    } catch {
      if error.code == .stoppedWithoutPlan {
        try keep(notes, .stoppedWithoutPlan, began: began, since: start, on: console)
      }
      throw error
    }
    try keep(notes, code, began: began, since: start, on: console)
    return code
  }

  private func keep(
    _ notes: RunNotes, _ code: ExitCode, began: Moment, since start: ContinuousClock.Instant,
    on console: Console
  ) throws(RunError) {
    var record = RunRecord(
      command: command, version: version + (commit.map { " (\($0))" } ?? ""), began: began,
      milliseconds: Int64((seconds(since: start) * 1000).rounded()), person: person,
      exitCode: code.rawValue)
    record.options = given
    record.inputs = notes.inputs + plans.compactMap(input)
    record.folders = notes.folders
    record.goals = notes.folders.first.map { runGoals(of: $0.files) } ?? []
    if let note { record.notes = [RunNote(written: began, person: person, text: note)] }
    let number: Int64
    do throws(StoreFailure) {
      number = try RunStore.writing(at: path).add(record)
    } catch {
      throw RunError(
        exitCode(for: error),
        record.folders.contains { !$0.path.isEmpty }
          ? "the plan is written, but the run is not kept: \(error.description)"
          : "the run is not kept: \(error.description)")
    }
    if !isQuiet {
      console.errors.line(localized("Kept as run \(number) in \(clippedForDisplay(path))."))
    }
  }

  /// The digest of the document of a plan that was given.
  private func input(_ plan: RunOption) -> RunInput? {
    for document in [planDocumentName, comparisonDocumentName, partDocumentName] {
      var faults = FaultList()
      let path = "\(plan.value)/\(document)"
      guard unsafe access(path, R_OK) == 0,
        let bytes = readBytes(at: path, named: document, faults: &faults)
      else { continue }
      return RunInput(
        .plan, name: "\(plan.name) \(plan.value)", digest: SHA256.hexadecimal(of: bytes))
    }
    return nil
  }
}

/// This moment.
func now() -> Moment { Moment(seconds: Int64(time(nil))) }

/// The name by which somebody is logged in.
func nameOfUser() -> String {
  for variable in ["USER", "LOGNAME"] {
    guard let value = unsafe getenv(variable) else { continue }
    let name = unsafe String(cString: value)
    if !name.isEmpty { return name }
  }
  guard let entry = unsafe getpwuid(getuid()) else { return "user \(getuid())" }
  return unsafe String(cString: entry.pointee.pw_name)
}

/// Does something with a store.
///
/// - Throws: `RunError` when the store cannot be used.
func failing<Made>(_ body: () throws(StoreFailure) -> Made) throws(RunError) -> Made {
  do throws(StoreFailure) {
    return try body()
  } catch {
    throw RunError(exitCode(for: error), said: error.description)
  }
}

/// How to exit when a store cannot be used.
private func exitCode(for failure: StoreFailure) -> ExitCode {
  switch failure {
  case .missing: .inputMissing
  case .foreign, .newer, .damaged: .badData
  case .locked, .readOnly, .cannotMake, .other: .cannotWrite
  }
}
