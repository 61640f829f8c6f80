// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// A run over all stages of the plan of a year.
struct YearRun {
  private let request: YearRequest
  private let console: Console
  private let start = ContinuousClock.now
  private var context: StageContext
  private var year: YearPlan

  /// Reads the year and makes sure that the plan can be written, before any work.
  ///
  /// - Throws: `RunError` when the year cannot be used or something stands in the way.
  init(_ request: YearRequest, on console: Console) throws(RunError) {
    self.request = request
    self.console = console
    let input = try YearInput(
      at: request.folder, scenarios: request.scenarios, on: console, isQuiet: request.isQuiet)
    context = StageContext(
      folder: request.folder, plan: request.output, input: input,
      earned: try input.earned(at: request.earned, on: console, isQuiet: request.isQuiet),
      isQuiet: request.isQuiet)
    year = YearPlan(
      input.year, inputDigest: input.digest, scenarios: input.scenarios,
      askedGap: request.gap)
    year.stages = yearStages.map { stage in
      YearStage(
        stage.problem,
        stage.reasonToLeaveOut(of: input.year).map { .leftOut(reason: $0) }
          ?? .waiting(reason: Sentence("the run was ended before it")),
        mainFile: stage.mainFile)
    }
    try checkFolder()
  }

  /// How long the run has taken.
  var seconds: Double { MusubiCommands.seconds(since: start) }

  /// Plans every stage that is not planned yet.
  ///
  /// - Returns: The plan, which is written.
  /// - Throws: `RunError` when the engine broke or something cannot be written; what was
  ///   planned before is written then.
  mutating func plan() throws(RunError) -> YearPlan {
    for (index, stage) in yearStages.enumerated() {
      if case .leftOut(let reason) = year.stages[index].state {
        tell(localized("\(stage.problem.rawValue) is left out: \(reason)."))
        continue
      }
      if let missing = year.stages.first(where: { other in
        stage.feeders.contains(other.problem) && !other.isReady
      }) {
        year.stages[index].state = .waiting(
          reason: Sentence("it needs the plan of \(missing.problem.rawValue)"))
        continue
      }
      if try !keep(stage, at: index) { try solve(stage, at: index) }
      if case .planned = year.stages[index].state {
        try stage.read(context, into: &context.decisions, on: console)
        year.decisions = context.decisions
      }
    }
    try writeFiles()
    keep()
    return year
  }

  /// Notes the plan as it stands in its folder, stage by stage, if the run is to be kept.
  private func keep() {
    guard let notes = console.notes else { return }
    var files = Language.english.spoken { year.files }
    for stage in year.stages {
      guard case .planned = stage.state else { continue }
      let folder = StageFolder(path: context.folder(of: stage.problem))
      files += folder.files.map { file in
        TextFile(name: "\(stage.problem.rawValue)/\(file.name)", bytes: file.bytes)
      }
    }
    notes.add(folder: request.output, files)
  }

  /// Keeps the plan that a stage has, if nothing that it reads has changed.
  private mutating func keep(
    _ stage: any PlanStage, at index: Int
  ) throws(RunError) -> Bool {
    let folder = StageFolder(path: context.folder(of: stage.problem))
    guard !request.isFresh, case .written(let record) = folder.state, record.isFinished,
      record.stage == stage.problem, record.inputs == inputs(of: stage)
    else { return false }
    let claims = try context.claims(of: stage, on: console)
    guard try stage.verification(context, claims, on: console).isValid else { return false }
    try folder.adopt(record, from: claims.inputDigest, to: context.input.digest)
    year.stages[index].state = .planned(
      status: DispatchOutcome.Status(rawValue: claims.status) ?? .feasible,
      tiers: claims.tiers, result: record.result, isKept: true)
    tell(localized("\(stage.problem.rawValue) is kept: nothing that it reads has changed."))
    return true
  }

  private mutating func solve(
    _ stage: any PlanStage, at index: Int
  ) throws(RunError) {
    let limit = timeLimit(for: index)
    guard !console.isInterrupted(), limit ?? 1 > 0 else { return }
    try writeFiles()
    tell(localized("Planning \(stage.problem.rawValue)."))
    let begun = ContinuousClock.now
    let search = PlanSearch(
      gap: request.gap ?? stage.gap, timeLimit: limit, threads: request.threads,
      isQuiet: request.isQuiet, name: stage.problem.rawValue)
    switch try stage.plan(context, search, on: console) {
    case .infeasible(let summary, let document):
      year.stages[index].state = .infeasible(summary: summary, document: document)
    case .stopped: year.stages[index].state = .stopped
    case .planned(let made):
      let isStopped =
        console.isInterrupted() || MusubiCommands.seconds(since: begun) >= limit ?? .infinity
      try StageFolder(path: context.folder(of: stage.problem)).write(
        made.files,
        StageRecord(
          stage: stage.problem, inputs: inputs(of: stage),
          isFinished: made.status == .optimal || !isStopped, result: made.result,
          files: made.files))
      year.stages[index].state = .planned(
        status: made.status, tiers: try context.claims(of: stage, on: console).tiers,
        result: made.result, isKept: false)
    }
  }

  /// What a stage may take of the time that is left; what the ones before did not use is
  /// shared by those that follow.
  private func timeLimit(for index: Int) -> Double? {
    guard let limit = request.timeLimit else { return nil }
    let shares = yearStages.indices[index...].filter { other in
      if case .leftOut = year.stages[other].state { false } else { true }
    }.reduce(0) { $0 + yearStages[$1].share }
    return (limit - seconds) * yearStages[index].share / shares
  }

  /// The digest of all that a stage reads.
  private func inputs(of stage: any PlanStage) -> String {
    var digest = SHA256()
    func add(_ name: String, _ bytes: [UInt8]) {
      digest.update(Array("\(name)\n\(bytes.count)\n".utf8))
      digest.update(bytes)
    }
    add("version", Array(version.utf8))
    add("stage", Array(stage.problem.rawValue.utf8))
    add("gap", Array("\(request.gap ?? stage.gap)".utf8))
    for file in programmeFiles(of: stage.part(of: context.input.year)) {
      add(file.name, file.bytes)
    }
    for scenario in context.input.scenarios { add(scenario.name, scenario.text) }
    for text in stage.fed(by: context) { add("fed", Array(text.utf8)) }
    return digest.hexadecimal
  }

  private func tell(_ line: String) {
    if !request.isQuiet { console.errors.line(line) }
  }
}

// MARK: The folder

extension YearRun {
  /// Refuses a folder that holds something else, or work of hands that would be lost.
  private func checkFolder() throws(RunError) {
    let folder = request.output
    let shown = clippedForDisplay(folder)
    for stage in yearStages {
      try OutputFolder(
        context.folder(of: stage.problem), holds: .plan, isForced: true, keptIn: console.notes
      ).check()
    }
    guard let names = namesOfFiles(in: folder), !names.isEmpty else { return }
    var faults = FaultList()
    guard let document = YearPlanDocument(at: folder, faults: &faults) else {
      throw RunError(
        .cannotWrite,
        "\(shown) holds something other than the plan of a year; --output names another place.")
    }
    guard !request.isFresh else { return }
    let year = context.input.year
    guard document.programme == year.title, document.fiscalYear == year.fiscalYear else {
      throw RunError(
        .cannotWrite,
        """
        \(shown) holds the plan of \(document.fiscalYear), \
        \(clippedForDisplay(document.programme)); --output names another place, --fresh \
        replaces it.
        """)
    }
    for stage in yearStages where stage.reasonToLeaveOut(of: year) == nil {
      let path = context.folder(of: stage.problem)
      switch StageFolder(path: path).state {
      case .missing, .written: continue
      case .edited(let file):
        throw RunError(
          .cannotWrite,
          """
          \(clippedForDisplay("\(stage.problem.rawValue)/\(file)")) in \(shown) is not as musubi \
          plan wrote it, and what was changed would be lost. Keep a copy elsewhere; --fresh plans every stage anew.
          """
        )
      case .foreign:
        throw RunError(
          .cannotWrite,
          """
          \(stage.problem.rawValue) in \(shown) holds something that musubi plan did not write. \
          Move it elsewhere; --fresh plans every stage anew.
          """)
      }
    }
  }

  /// Writes what stands beside the stages' folders, the document last.
  private func writeFiles() throws(RunError) {
    let folder = request.output
    try OutputFolder("\(folder)/\(planDocumentName)", holds: .plan, isForced: true).makeParents()
    for file in Language.english.spoken(during: { year.files }) {
      try OutputFile("\(folder)/\(file.name)", isForced: true).write(file.bytes)
    }
  }
}
