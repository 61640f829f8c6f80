// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// The plan of the year as it is.
struct DispatchBase: ComparedBase {
  let year: ProgrammeYear
  let outcome: DispatchOutcome
  let places: PlacesByApplicant

  init(_ outcome: DispatchOutcome, of year: ProgrammeYear) {
    self.year = year
    self.outcome = outcome
    places = PlacesByApplicant(of: outcome, in: year)
  }

  var row: PlannedScenario { PlannedScenario(name: baseName, year: year, outcome: outcome) }
  var digest: String { places.digest }
  var offers: [Offer] { outcome.hasPlan ? Offer.all(in: year, at: outcome.placements) : [] }
  func fragility(_ chances: Chances) -> Fragility? { Fragility(chances, of: places) }
}

/// Plans the dispatch of years that are a little different from a year, on the thread that made it.
///
/// What the year's own state of proof can answer it answers; the rest is planned
/// anew. A plan depends on the two years alone, not on what was planned before.
struct DispatchPlanner: ScenarioPlanner, ~Copyable {
  let base: DispatchBase
  private let session: DispatchSession?
  private let options: PlanningOptions

  /// Years with more applicants times schools than this are not compared person by
  /// person with the base while they are planned.
  private static let mostPairs = 30_000_000
  /// Years with more than this keep no state: each thread would have its own.
  private static let mostPairsWithState = 3_000_000

  /// Plans the year as it is and keeps the state.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - options: How.
  ///   - threads: Threads for years that are planned without state.
  /// - Throws: `RunError` when the engine broke.
  init(_ year: ProgrammeYear, options: PlanningOptions, threads: Int) throws(RunError) {
    let session = try Self.session(of: year, options)
    let outcome = try Self.outcome(of: year, session, options, threads: threads)
    try Self.check(outcome, of: year, baseline: nil)
    self.options = options
    self.session = consume session
    base = DispatchBase(outcome, of: year)
  }

  init(sharing base: DispatchBase, options: PlanningOptions) throws(RunError) {
    self.base = base
    self.options = options
    session = try Self.session(of: base.year, options)
  }

  /// The state of proof of a year; nothing where none is kept.
  private static func session(
    of year: ProgrammeYear, _ options: PlanningOptions, named name: String = baseName
  ) throws(RunError) -> DispatchSession? {
    guard year.applicants.count * year.schools.count <= mostPairsWithState else { return nil }
    do throws(EngineFailure) {
      var options = options.forEngine(threads: 1)
      options.findsNearest = false
      return try DispatchSession(year, options: options, isExact: false)
    } catch {
      throw fault(error, named: name)
    }
  }

  /// The plan of the year as it is.
  private static func outcome(
    of year: ProgrammeYear, _ session: borrowing DispatchSession?, _ options: PlanningOptions,
    threads: Int
  ) throws(RunError) -> DispatchOutcome {
    switch session {
    case .some(let session): return session.base
    case .none:
      do throws(EngineFailure) {
        return try planDispatch(year, options: options.forEngine(threads: threads))
      } catch {
        throw fault(error, named: baseName)
      }
    }
  }

  func scenario(
    _ scenario: Scenario, of folder: YearFolder
  ) throws(RunError) -> PlannedScenario {
    let year = try readYear(of: folder, with: scenario)
    let answer = try outcome(of: year, named: scenario.name)
    return PlannedScenario(
      name: scenario.name, year: year, outcome: answer.outcome,
      near: (base.places, answer.isNearest))
  }

  func price(of offer: Offer) throws(RunError) -> LimitPrice? {
    try LimitPrice.price(of: offer, in: base.year, base: base.outcome.tiers) {
      year throws(RunError) in try outcome(of: year, named: localized("a wider limit")).outcome
    }
  }

  func draw(_ number: Int, _ chances: Chances) throws(RunError) -> Fragility {
    let (year, gone) = chances.draw(number, of: base.year)
    var draw = Fragility(chances, of: base.places)
    draw.add(
      try outcome(of: year, named: localized("draw \(number + 1)")).outcome, of: year, gone: gone)
    return draw
  }

  /// Plans a year near to the base, and verifies the plan.
  ///
  /// Of the best plans one is taken that moves as few people as can be. Where the year is
  /// planned anew that is done with the base's plan as baseline; `continuity` weighs
  /// nothing then, as it does without a baseline, so that no other goal is touched.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - name: What messages call it.
  /// - Returns: The outcome.
  /// - Throws: `RunError` when the engine broke.
  private func outcome(of year: ProgrammeYear, named name: String) throws(RunError) -> NearOutcome {
    var answer = try known(year, named: name)
    if answer == nil { answer = try provenAnew(year, named: name) }
    guard let answer else { return try anew(year, named: name) }
    try Self.check(answer.outcome, of: year, baseline: nil)
    return answer
  }

  /// What the state of proof answers, if anything.
  private func known(
    _ year: ProgrammeYear, named name: String
  ) throws(RunError) -> NearOutcome? {
    switch session {
    case .none: return nil
    case .some(let session):
      // A state that was stopped early may be another one.
      guard session.base.placements == base.outcome.placements else { return nil }
      do throws(EngineFailure) {
        return try session.outcome(of: year)
      } catch {
        throw fault(error, named: name)
      }
    }
  }

  /// Plans a year anew, and looks in the state of its proof for the plan that is nearest
  /// to the base; nothing where there is no such state.
  private func provenAnew(
    _ year: ProgrammeYear, named name: String
  ) throws(RunError) -> NearOutcome? {
    switch try Self.session(of: year, options, named: name) {
    case .none: return nil
    case .some(let session):
      let isPlan = session.base.status == .optimal || session.base.status == .feasible
      return base.outcome.hasPlan && isPlan
        ? session.base(nearestTo: earlier(in: year))
        : NearOutcome(outcome: session.base, isNearest: true, way: .anew)
    }
  }

  /// Plans a year anew with the fewest changes as its last goal.
  private func anew(_ year: ProgrammeYear, named name: String) throws(RunError) -> NearOutcome {
    var year = year
    var options = options.forEngine(threads: 1)
    options.findsNearest = false
    if base.outcome.hasPlan, year.applicants.count * year.schools.count <= Self.mostPairs {
      options.baseline = earlier(in: year)
      year.weights[.continuity] = 0
      if !year.objective.contains(.changes) { year.objective.append(.changes) }
    }
    let outcome: DispatchOutcome
    do throws(EngineFailure) {
      outcome = try planDispatch(year, options: options)
    } catch {
      throw fault(error, named: name)
    }
    try Self.check(outcome, of: year, baseline: options.baseline)
    let changes = outcome.tiers.first { $0.name == "changes" }
    return NearOutcome(
      outcome: outcome, isNearest: changes.map { $0.value == $0.bound } ?? false, way: .anew)
  }

  /// The placements of the base whose applicants are in a year.
  private func earlier(in year: ProgrammeYear) -> [EarlierPlacement] {
    EarlierPlacement.list(base.outcome.placements, of: base.year, in: year)
  }

  /// Refuses a plan that does not pass its verification.
  private static func check(
    _ outcome: DispatchOutcome, of year: ProgrammeYear, baseline: [EarlierPlacement]?
  ) throws(RunError) {
    guard outcome.status == .optimal || outcome.status == .feasible else { return }
    let verification = verifyDispatch(
      year, placements: outcome.placements, baseline: baseline, claimed: outcome.tiers)
    try refuse(
      unless: verification.isValid, rules: verification.rules, claims: verification.claims)
  }
}
