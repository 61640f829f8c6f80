// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Synchronization
internal import Verification

/// Plans a year and the same year with each of some scenarios, several at a time.
///
/// Each plan is made on one thread, so that none depends on how many are made at once.
struct ScenarioRuns {
  let folder: YearFolder
  let scenarios: [Scenario]
  let gap: Double
  let timeLimit: Double?
  let threads: Int
  let isQuiet: Bool

  /// Years with more applicants times schools than this are not compared person by
  /// person with the base while they are planned.
  private static let mostPairs = 30_000_000

  /// Plans the base, then every scenario.
  ///
  /// Of the best plans of a scenario one is taken that moves as few people as can be: its
  /// year is planned with the base's plan as baseline. `continuity` weighs nothing then,
  /// as it does without a baseline, so that no other goal is touched.
  ///
  /// - Parameters:
  ///   - year: The year without scenarios.
  ///   - console: Where progress is told, and what may interrupt the runs.
  /// - Returns: The plans side by side.
  /// - Throws: The first fault, by the order of the scenarios.
  func compare(_ year: ProgrammeYear, on console: Console) throws(RunError) -> Comparison {
    let start = ContinuousClock.now
    let progress = ProgressLine(on: console, isQuiet: isQuiet)
    defer { progress.finish() }
    let base = try plan(year, named: "as it is", near: nil, threads: threads, on: console)
    let results = Mutex(
      [Result<PlannedScenario, RunError>?](repeating: nil, count: scenarios.count))
    let next = Mutex(0)
    let done = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, scenarios.count))) { _ in
      while true {
        let index = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard index < scenarios.count else { return }
        let result = run(scenarios[index], near: base, on: console)
        results.withLock { $0[index] = result }
        let count = done.withLock { done in
          done += 1
          return done
        }
        progress.show(
          DispatchProgress(
            tier: "scenarios", step: "\(grouped(count)) of \(grouped(scenarios.count)) planned",
            columns: 0, seconds: seconds(since: start)))
      }
    }
    var planned: [PlannedScenario] = []
    for result in results.withLock({ $0 }) {
      if let result { planned.append(try result.get()) }
    }
    return Comparison(base: base, scenarios: planned)
  }

  private func run(
    _ scenario: Scenario, near base: PlannedScenario, on console: Console
  ) -> Result<PlannedScenario, RunError> {
    // Read again, so that only as many years are held as are planned.
    guard let year = folder.reading(with: [scenario]).year else {
      return .failure(RunError(.badData, "\(scenario.name) has faults."))
    }
    do throws(RunError) {
      return .success(
        try plan(year, named: scenario.name, near: base, threads: 1, on: console))
    } catch {
      return .failure(error)
    }
  }

  private func plan(
    _ year: ProgrammeYear, named name: String, near base: PlannedScenario?, threads: Int,
    on console: Console
  ) throws(RunError) -> PlannedScenario {
    var year = year
    var baseline: [EarlierPlacement]?
    if let base, base.hasPlan, year.applicants.count * year.schools.count <= Self.mostPairs {
      baseline = earlier(base, in: year)
      year.weights[.continuity] = 0
      if !year.objective.contains(.changes) { year.objective.append(.changes) }
    }
    var options = DispatchOptions()
    options.gap = gap
    options.timeLimit = timeLimit
    options.threads = threads
    options.baseline = baseline
    options.isCancelled = console.isInterrupted
    let outcome: DispatchOutcome
    do throws(EngineFailure) {
      outcome = try planDispatch(year, options: options)
    } catch {
      throw RunError(.ourFault, "a fault of Musubi with \(name): \(error)")
    }
    let planned = PlannedScenario(name: name, year: year, outcome: outcome)
    if planned.hasPlan {
      let verification = verifyDispatch(
        year, placements: outcome.placements, baseline: baseline, claimed: outcome.tiers)
      try refuse(
        unless: verification.isValid, rules: verification.rules, claims: verification.claims)
    }
    return planned
  }

  /// The placements of the base whose applicants are in a year.
  private func earlier(_ base: PlannedScenario, in year: ProgrammeYear) -> [EarlierPlacement] {
    year.applicants.indices.compactMap { index in
      guard let place = base.partners[year.applicants[index].id] else { return nil }
      return EarlierPlacement(
        applicant: index, schools: place.schools, cohort: place.cohort,
        base: place.schools.first ?? "")
    }
  }
}
