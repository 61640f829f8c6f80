// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// The plan of the year as it is, of a problem that is planned from a year alone.
struct YearBase<Problem: ReportedProblem>: ComparedBase {
  let compared: ComparedYear<Problem>

  var row: PlannedScenario { PlannedScenario(name: baseName, compared) }
  var digest: String { compared.digest }
  var offers: [Offer] {
    compared.planned.plan.map { Offer.all(of: Problem.self, in: compared.year, at: $0) } ?? []
  }
  func fragility(_: Chances) -> Fragility? { nil }
}

/// Plans years that are a little different from a year, of any problem that is planned from
/// a year alone.
struct YearPlanner<Problem: ReportedProblem>: ScenarioPlanner {
  let base: YearBase<Problem>
  private let options: PlanningOptions

  /// Plans the year as it is.
  ///
  /// - Throws: `RunError` when the engine broke.
  init(_ year: ProgrammeYear, options: PlanningOptions) throws(RunError) {
    let planned = try Self.plan(year, near: nil, options, named: baseName)
    self.init(base: YearBase(compared: ComparedYear(planned, of: year)), options: options)
  }

  private init(base: YearBase<Problem>, options: PlanningOptions) {
    self.base = base
    self.options = options
  }

  init(sharing base: YearBase<Problem>, options: PlanningOptions) throws(RunError) {
    self.init(base: base, options: options)
  }

  func scenario(
    _ scenario: Scenario, of folder: YearFolder
  ) throws(RunError) -> PlannedScenario {
    let year = try readYear(of: folder, with: scenario)
    let compared = base.compared
    let near = compared.planned.plan.flatMap {
      Problem.carried($0, from: compared.year, to: year)
    }
    let planned = try Self.plan(year, near: near, options, named: scenario.name)
    return PlannedScenario(
      name: scenario.name, ComparedYear<Problem>(planned, of: year), near: compared)
  }

  func price(of offer: Offer) throws(RunError) -> LimitPrice? {
    try LimitPrice.price(
      of: offer, in: base.compared.year, base: base.compared.planned.tiers
    ) { year throws(RunError) in
      try Self.plan(year, near: nil, options, named: localized("a wider limit"))
    }
  }

  func draw(_: Int, _: Chances) throws(RunError) -> Fragility {
    throw RunError(.usage, "--fragility is about applicants; \(Problem.problem.rawValue) has none.")
  }

  /// Plans a year and verifies the plan.
  private static func plan(
    _ year: ProgrammeYear, near: Problem.Plan?, _ options: PlanningOptions, named name: String
  ) throws(RunError) -> PlannedYear<Problem.Plan> {
    var request = PlanningRequest<Problem>()
    request.gap = options.gap
    request.timeLimit = options.timeLimit
    request.isCancelled = options.isInterrupted
    request.near = near
    do throws(EngineFailure) {
      return try Problem.checkedPlan(year, request)
    } catch {
      throw fault(error, named: name)
    }
  }
}
