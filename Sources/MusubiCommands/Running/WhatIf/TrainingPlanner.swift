// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// The trainings of the year as it is, and the dispatch plan whose partners train.
struct TrainingBase: ComparedBase {
  let planned: ComparedTraining
  let hosts: TrainingHosts

  var row: PlannedScenario { PlannedScenario(name: baseName, planned) }
  var digest: String { planned.digest }
  var offers: [Offer] {
    planned.outcome.plan.map {
      Offer.all(in: planned.year, hosting: planned.hosting, at: $0)
    } ?? []
  }
  func fragility(_: Chances) -> Fragility? { nil }
}

/// Plans the trainings of years that are a little different from a year.
struct TrainingPlanner: ScenarioPlanner {
  let base: TrainingBase
  private let options: PlanningOptions

  /// Plans the year as it is.
  ///
  /// - Parameters:
  ///   - input: The year, and the dispatch plan.
  ///   - dispatch: The folder of that plan.
  ///   - options: How.
  /// - Throws: `RunError` when the engine broke.
  init(
    _ input: TrainingInput, dispatch: String?, options: PlanningOptions
  ) throws(RunError) {
    let outcome = try Self.plan(
      input.year, input.hosting, near: nil, options, named: baseName
    ).outcome
    self.init(
      base: TrainingBase(
        planned: ComparedTraining(outcome, of: input.year, hosting: input.hosting),
        hosts: TrainingHosts(dispatch: dispatch)), options: options)
  }

  /// Takes a plan of the year as it is.
  init(base: TrainingBase, options: PlanningOptions) {
    self.base = base
    self.options = options
  }

  init(sharing base: TrainingBase, options: PlanningOptions) throws(RunError) {
    self.init(base: base, options: options)
  }

  func scenario(
    _ scenario: Scenario, of folder: YearFolder
  ) throws(RunError) -> PlannedScenario {
    let year = try readYear(of: folder, with: scenario)
    let hosting = try hosting(of: year, named: scenario.name)
    let answer = try Self.plan(year, hosting, near: base.planned, options, named: scenario.name)
    return PlannedScenario(
      name: scenario.name, ComparedTraining(answer.outcome, of: year, hosting: hosting),
      near: (base.planned, answer.isNearest))
  }

  func price(of offer: Offer) throws(RunError) -> LimitPrice? {
    try LimitPrice.price(
      of: offer, in: base.planned.year, base: base.planned.outcome.tiers
    ) { year throws(RunError) in
      try Self.plan(
        year, base.planned.hosting, near: nil, options, named: localized("a wider limit")
      ).outcome
    }
  }

  func draw(_: Int, _: Chances) throws(RunError) -> Fragility {
    throw RunError(.usage, "--fragility is about applicants; trainings have none.")
  }

  /// Who leaves and who hosts, for the applicants and schools of a year.
  private func hosting(of year: ProgrammeYear, named name: String) throws(RunError)
    -> HostingFacts
  {
    guard let facts = base.hosts.facts(in: year) else {
      throw RunError(.badData, "the dispatch plan does not fit \(name).")
    }
    return facts
  }

  /// Plans a year and verifies the plan.
  ///
  /// Of the best plans one is taken that moves as few people as can be: that is the last
  /// goal, so that no other one is touched.
  private static func plan(
    _ given: ProgrammeYear, _ hosting: HostingFacts, near base: ComparedTraining?,
    _ options: PlanningOptions, named name: String
  ) throws(RunError) -> (outcome: TrainingOutcome, isNearest: Bool) {
    var year = given
    var options = options.forTrainings
    let earlier = base.flatMap { $0.earlier(in: year) }
    if let earlier {
      options.baseline = TrainingBaseline(earlier: earlier)
      year.training.objective.removeAll { $0 == .changes }
      year.training.objective.append(.changes)
    }
    var outcome: TrainingOutcome
    do throws(EngineFailure) {
      outcome = try planTraining(year, hosting: hosting, options: options)
    } catch {
      throw fault(error, named: name)
    }
    if let plan = outcome.plan {
      let verification = verifyTraining(
        plan, in: year, hosting: hosting, baseline: earlier, claimed: outcome.tiers)
      try refuse(
        unless: verification.isValid, rules: verification.rules, claims: verification.claims)
    }
    guard earlier != nil, let changes = outcome.tiers.last else { return (outcome, true) }
    let isNearest = changes.value == changes.bound
    // How near it is to the base is not what it was asked for.
    let others = outcome.tiers.dropLast()
    if outcome.status == .feasible, !isNearest,
      others.allSatisfy({ $0.value == $0.bound && $0.isVectorProven })
    {
      outcome.status = .optimal
    }
    return (outcome, isNearest)
  }
}
