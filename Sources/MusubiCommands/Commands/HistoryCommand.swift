// SPDX-License-Identifier: GPL-3.0-or-later

internal import History
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// Looks into a store of runs.
struct HistoryCommand: Command {
  static let name = "history"
  static let abstract: Sentence = "Lists, compares and restores runs that --store has kept."
  static let discussion: Sentence = """
    Every planning command keeps its run in a file with --store: what it read and was asked, its \
    goals with their bounds, the plan's files, who ran it and when. "list" tells the newest runs; \
    "show" all that is kept of one, but for what stands in its files; "diff" what two runs read \
    and were asked differently, and who is elsewhere by the second; "restore" writes a run's plan \
    again, byte for byte; "note" adds --note to a run. Runs are numbered from 1 and never \
    changed or deleted.
    """
  static let operands = [
    Operand("ACTION", choices: Action.allCases.map(\.rawValue), help: "What to do."),
    Operand("STORE", help: "The file that --store names."),
    Operand("RUN...", isRepeated: true, help: "Numbers of runs: two for diff, none for list."),
  ]
  static let options = [
    Option(
      "limit", .integer("N", 1...1_000_000), standard: "20",
      help: "How many runs list tells at most."),
    Option.output(
      "DIR", standard: nil,
      help: "The folder that restore writes; further plans of the run go into DIR-2, DIR-3 …"),
    Option("note", .text("TEXT"), help: "What note adds."),
    Option(
      "by", .text("NAME"), standard: "the name by which you are logged in",
      help: "Who notes it."),
    .format, .language, .quiet, .force,
  ]

  /// What may be done.
  private enum Action: String, CaseIterable {
    case list, show, diff, restore, note

    /// How many runs are named, in words.
    var runs: (count: Int, words: Sentence) {
      switch self {
      case .list: (0, "no run")
      case .diff: (2, "the numbers of two runs")
      case .show, .restore, .note: (1, "the number of a run")
      }
    }

    /// The options that are for it.
    var options: [String] {
      switch self {
      case .list: ["limit"]
      case .show, .diff: []
      case .restore: ["output", "force"]
      case .note: ["note", "by"]
      }
    }
  }

  private let action: Action
  private let store: String
  private let runs: [Int64]
  private let limit: Int
  private let output: String
  private let note: String
  private let person: String
  private let format: Format
  private let isQuiet: Bool
  private let isForced: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    action = Action(rawValue: arguments.operands[0]) ?? .list
    store = arguments.operands[1]
    var runs: [Int64] = []
    for word in arguments.operands.dropFirst(2) {
      guard let number = Int64(word), number > 0 else {
        throw UsageError(
          "\"\(clippedForDisplay(word))\" is no run; runs have numbers from 1")
      }
      runs.append(number)
    }
    self.runs = runs
    guard runs.count == action.runs.count else {
      throw UsageError("\(action.rawValue) takes \(action.runs.words) behind STORE")
    }
    for other in Action.allCases {
      for name in other.options where !action.options.contains(name) && arguments.has(name) {
        throw UsageError("--\(name) goes with \(other.rawValue), not with \(action.rawValue)")
      }
    }
    for name in ["output", "note"]
    where action.options.contains(name) && !arguments.has(name) {
      throw UsageError("\(action.rawValue) needs --\(name)")
    }
    limit = arguments.integer("limit") ?? 20
    output = arguments.text("output") ?? ""
    note = arguments.text("note") ?? ""
    person = arguments.text("by") ?? nameOfUser()
    format = Format(arguments)
    isQuiet = arguments.has("quiet")
    isForced = arguments.has("force")
  }

  func run(on console: Console) throws(RunError) -> ExitCode {
    let store = try failing { () throws(StoreFailure) in
      try action == .note ? RunStore.writing(existingAt: self.store) : .reading(at: self.store)
    }
    switch action {
    case .list:
      let (newest, listed) = try failing { () throws(StoreFailure) in
        (try store.newest(), try store.runs(1 ... .max, atMost: limit))
      }
      show(
        list(of: listed, total: newest), listDocument(of: listed, total: newest), on: console)
    case .show:
      let run = try found(runs[0], in: store)
      show(run.page, run.document, on: console)
    case .diff:
      let (before, after) = (try found(runs[0], in: store), try found(runs[1], in: store))
      let difference = try failing { () throws(StoreFailure) in
        try RunDifference(from: before, to: after) { (file) throws(StoreFailure) in
          try store.file(file)
        }
      }
      show(difference.summary, difference.document, on: console)
    case .restore: try restore(try found(runs[0], in: store), from: store, on: console)
    case .note:
      let run = try found(runs[0], in: store)
      try failing { () throws(StoreFailure) in
        try store.add(RunNote(written: now(), person: person, text: note), to: run.number)
      }
      tell(localized("Noted on run \(run.number)."), ["run": .integer(run.number)], on: console)
    }
    return .done
  }

  private func found(_ number: Int64, in store: RunStore) throws(RunError) -> StoredRun {
    let (run, newest) = try failing { () throws(StoreFailure) in
      (try store.run(number), try store.newest())
    }
    guard let run else {
      let there: Sentence =
        switch newest {
        case 0: "it holds no run yet"
        case 1: "it holds one run, with the number 1"
        default: "it holds the runs 1 to \(newest)"
        }
      throw RunError(
        .inputMissing,
        "there is no run \(number) in \(clippedForDisplay(self.store)); \(there).")
    }
    return run
  }

  /// Writes the folders of a run again.
  private func restore(
    _ run: StoredRun, from store: RunStore, on console: Console
  ) throws(RunError) {
    guard !run.files.isEmpty else {
      throw RunError(
        .inputMissing, "run \(run.number) has no plan to restore: \(run.ending).")
    }
    let folders = run.files.indices.map { $0 == 0 ? output : "\(output)-\($0 + 1)" }
    let targets = zip(folders, run.files).map { folder, files in
      OutputFolder(
        folder, holds: OutputFolder.Content(of: files.map(\.name)), isForced: isForced,
        keptIn: RunNotes(store: self.store))
    }
    // Everything is read and looked at before anything is written.
    for target in targets { try target.check() }
    let files = try failing { () throws(StoreFailure) in
      var folders: [[TextFile]] = []
      for folder in run.files {
        var files: [TextFile] = []
        for file in folder { files.append(try store.file(file)) }
        folders.append(files)
      }
      return folders
    }
    for (target, files) in zip(targets, files) { try target.write(files) }
    tell(
      localized(
        """
        Restored run \(run.number) into \(folders.map(clippedForDisplay).joined(separator: ", ")).
        """),
      ["run": .integer(run.number), "folders": .array(folders.map { .string($0) })], on: console)
  }

  private func tell(_ words: String, _ document: CanonicalJSON, on console: Console) {
    switch format {
    case .text: if !isQuiet { console.output.line(words) }
    case .json: console.output.write(document.string())
    }
  }

  private func show(
    _ words: @autoclosure () -> String, _ document: @autoclosure () -> CanonicalJSON,
    on console: Console
  ) {
    switch format {
    case .text: console.output.write(words())
    case .json: console.output.write(document().string())
    }
  }
}
