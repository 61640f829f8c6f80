// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// What a problem offers so that its scenarios can be compared: it plans years that are a
/// little different from a year, on the thread that made it.
///
/// A plan depends on the two years alone, not on what was planned before.
protocol ScenarioPlanner: ~Copyable, SendableMetatype {
  associatedtype Base: ComparedBase
  /// The year as it is, with its plan.
  var base: Base { get }

  /// Makes a second planner of the same year, for another thread.
  ///
  /// - Parameters:
  ///   - base: What the first has planned.
  ///   - options: How it was planned.
  /// - Throws: `RunError` when the engine broke.
  init(sharing base: Base, options: PlanningOptions) throws(RunError)

  /// Plans the year with a scenario; of the best plans one near to the base.
  ///
  /// - Throws: `RunError` when the scenario has faults, or the engine broke.
  func scenario(_ scenario: Scenario, of folder: YearFolder) throws(RunError) -> PlannedScenario

  /// Works out what an offer is worth; nothing where it cannot be made.
  ///
  /// - Throws: `RunError` when the engine broke.
  func price(of offer: Offer) throws(RunError) -> LimitPrice?

  /// Plans a year in which chance had its way.
  ///
  /// - Returns: What became of the base's placements.
  /// - Throws: `RunError` when the engine broke.
  func draw(_ number: Int, _ chances: Chances) throws(RunError) -> Fragility
}

/// The plan of the year as it is, of any problem.
protocol ComparedBase: Sendable {
  /// What the row of the plan says.
  var row: PlannedScenario { get }
  /// The digest of who is where.
  var digest: String { get }
  /// What could be negotiated about it; nothing without a plan.
  var offers: [Offer] { get }
  /// Placements whose survival can be counted; nothing for a problem in which chance is
  /// not asked about.
  func fragility(_ chances: Chances) -> Fragility?
}

/// Reads a year with one scenario.
///
/// It is read for each plan again, so that only as many years are held as are planned.
func readYear(
  of folder: YearFolder, with scenario: Scenario
) throws(RunError) -> ProgrammeYear {
  guard let year = folder.reading(with: [scenario]).year else {
    throw RunError(.badData, "\(scenario.name) has faults.")
  }
  return year
}

/// A fault of the engine while a year was planned.
func fault(_ failure: EngineFailure, named name: String) -> RunError {
  let name = name == baseName ? localized("as it is") : name
  return RunError(.ourFault, "a fault of Musubi with \(name): \(failure)")
}
