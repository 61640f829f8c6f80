// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// What a plan is made again from: the year's files, what was announced, and everything
/// that was decided since the files were written.
struct ReplanInput<Problem: ReplannedProblem>: Sendable {
  let problem: Problem
  /// The year with every decision, of which `moved` is the first goal.
  let input: YearInput
  /// What was announced by the earlier plan.
  let announced: [Problem.Announced]
  /// The scenarios that are decisions, in order: those of the earlier plan first.
  let scenarios: [Scenario]
  /// The log of the earlier plan.
  let earlierLog: [DecisionRow]
  private let files: YearFolder

  /// Reads all of it.
  ///
  /// - Parameters:
  ///   - folder: The year's folder.
  ///   - baseline: The earlier plan's folder.
  ///   - problem: What is planned.
  ///   - changes: What is different now.
  ///   - console: Where faults are told.
  ///   - isQuiet: Whether notices are left out.
  /// - Throws: `RunError` when something of it cannot be used.
  init(
    at folder: String, baseline: String, _ problem: Problem, _ changes: ReplanChangesAsked,
    on console: Console, isQuiet: Bool
  ) throws(RunError) {
    self.problem = problem
    let claims = try planClaims(
      at: baseline, of: Problem.Told.problem, on: console, isQuiet: isQuiet)
    let files = YearFolder(at: folder)
    self.files = files
    var faults = FaultList()
    let claimed = claims.scenarios.compactMap {
      Scenario(at: "\(baseline)/\($0.file)", faults: &faults)
    }
    let given = changes.files.compactMap { Scenario(at: $0, faults: &faults) }
    earlierLog = readDecisions(at: baseline, faults: &faults)
    try check(faults, of: baseline, on: console, isQuiet: isQuiet)
    // What the earlier plan said of who was told what is said anew.
    let carried = claimed.filter { !$0.isAboutAnnounced }
    let silent = try made(problem.announcing([], in: nil))
    let before = try YearInput(
      files.reading(with: carried + [silent]), of: folder, on: console, isQuiet: isQuiet)
    announced = try problem.announced(
      by: baseline, claims, in: before, on: console, isQuiet: isQuiet)
    if !isQuiet, files.reading(with: claimed).digest != claims.inputDigest {
      console.errors.line(
        localized(
          """
          Notice: the year's files are not those the earlier plan was made from; they are taken \
          as they are now.
          """))
    }
    scenarios = try carried + given + problem.scenarios(changes, in: before.year, announced)
    input = try YearInput(
      Self.reading(files, with: scenarios, problem, announced), of: folder, on: console,
      isQuiet: true)
  }

  /// The year without one of the scenarios; nothing when the others have faults then.
  func year(without index: Int) -> ProgrammeYear? {
    var others = scenarios
    others.remove(at: index)
    return try? Self.reading(files, with: others, problem, announced).year
  }

  /// How many people of a year have lost their place to the data: no goal counts them.
  func peopleWithoutPlace(in year: ProgrammeYear) -> Int {
    problem.peopleWithoutPlace(announced, in: year)
  }

  /// Reads the year with scenarios, and with what was announced as far as the year still has
  /// it.
  private static func reading(
    _ files: YearFolder, with scenarios: [Scenario], _ problem: Problem,
    _ announced: [Problem.Announced]
  ) throws(RunError) -> YearReading {
    let silent = files.reading(with: scenarios + [try made(problem.announcing([], in: nil))])
    guard let year = silent.year else { return silent }
    let kept = problem.kept(announced, in: year)
    return files.reading(with: scenarios + [try made(problem.announcing(kept, in: year))])
  }
}

/// A scenario of our own making.
private func made(_ scenario: Scenario?) throws(RunError) -> Scenario {
  guard let scenario else {
    throw RunError(.ourFault, "a fault of Musubi: a scenario cannot be read again.")
  }
  return scenario
}
