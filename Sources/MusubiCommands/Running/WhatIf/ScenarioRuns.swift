// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Synchronization

/// Plans a year and the same year with each of a shard's scenarios, wider limits and
/// chances, several at a time.
///
/// Each plan is made on one thread, so that none depends on how many are made at once.
struct ScenarioRuns {
  let folder: YearFolder
  /// All scenarios, those of other shards too.
  let scenarios: [Scenario]
  let shard: Shard
  /// Whether limits are priced.
  let asksPrices: Bool
  /// What may happen by chance, if that is asked.
  let chances: Chances?
  let options: PlanningOptions
  let threads: Int
  let isQuiet: Bool

  /// Plans the base, then every scenario, limit and draw of the shard.
  ///
  /// - Parameters:
  ///   - input: The year without scenarios.
  ///   - console: Where progress is told.
  /// - Returns: The plans, as a part of the comparison.
  /// - Throws: The first fault, by the order of the scenarios.
  func run(_ input: YearReading, on console: Console) throws(RunError) -> ComparisonPart {
    guard let year = input.year else { throw RunError(.badData, "the year has faults.") }
    let start = ContinuousClock.now
    let progress = ProgressLine(on: console, isQuiet: isQuiet)
    defer { progress.finish() }
    let planner = try YearPlanner(year, options: options, threads: threads)
    let base = planner.base
    let offers =
      asksPrices && base.hasPlan ? Offer.all(in: year, at: base.outcome.placements) : []
    let draws = base.hasPlan ? chances?.draws ?? 0 : 0
    let own =
      scenarios.indices.filter(shard.has).map { Piece.scenario($0) }
      + offers.indices.filter(shard.has).map { .price($0) }
      + (0..<draws).filter(shard.has).map { .draw($0) }
    let pieces = Pieces<Found>(count: own.count) { done in
      progress.show(
        DispatchProgress(
          tier: "scenarios", step: "\(grouped(done)) of \(grouped(own.count)) planned",
          columns: 0, seconds: seconds(since: start)))
    }
    let group = DispatchGroup()
    for _ in 1..<max(1, min(threads, own.count)) {
      DispatchQueue.global().async(group: group) { [self] in
        guard pieces.hasMore else { return }
        do throws(RunError) {
          let planner = try YearPlanner(sharing: base, options: options)
          pieces.work { index throws(RunError) in try find(own[index], offers, by: planner) }
        } catch {
          pieces.fail(error)
        }
      }
    }
    pieces.work { index throws(RunError) in try find(own[index], offers, by: planner) }
    group.wait()
    var part = ComparisonPart(
      shard: shard, request: request(input),
      base: PlannedScenario(name: BasePlan.name, year: year, outcome: base.outcome),
      basePlan: base.places, scenarios: [:], prices: asksPrices ? [:] : nil,
      fragility: chances.map { Fragility($0, of: base.places) })
    for found in try pieces.results() {
      switch found {
      case .scenario(let index, let plan): part.scenarios[index] = plan
      case .price(let index, let price): part.prices?[index] = price
      case .draw(let draw): part.fragility?.add(draw)
      }
    }
    return part
  }

  /// What one thread does without asking others.
  private enum Piece {
    case scenario(Int)
    case price(Int)
    case draw(Int)
  }

  private enum Found: Sendable {
    case scenario(Int, PlannedScenario)
    case price(Int, LimitPrice?)
    /// The draw alone.
    case draw(Fragility)
  }

  private func find(
    _ piece: Piece, _ offers: [Offer], by planner: borrowing YearPlanner
  ) throws(RunError) -> Found {
    let base = planner.base
    switch piece {
    case .scenario(let index): return .scenario(index, try scenario(index, by: planner))
    case .price(let index):
      return .price(
        index,
        try LimitPrice.price(of: offers[index], in: base.year, base: base.outcome.tiers) {
          year throws(RunError) in
          try planner.outcome(of: year, named: "a wider limit").outcome
        })
    case .draw(let number):
      guard let chances else { throw RunError(.ourFault, "a draw that was not asked for.") }
      let (year, gone) = chances.draw(number, of: base.year)
      var draw = Fragility(chances, of: base.places)
      draw.add(
        try planner.outcome(of: year, named: "draw \(number + 1)").outcome, of: year, gone: gone)
      return .draw(draw)
    }
  }

  private func scenario(
    _ index: Int, by planner: borrowing YearPlanner
  ) throws(RunError) -> PlannedScenario {
    let scenario = scenarios[index]
    // Read again, so that only as many years are held as are planned.
    guard let year = folder.reading(with: [scenario]).year else {
      throw RunError(.badData, "\(scenario.name) has faults.")
    }
    let answer = try planner.outcome(of: year, named: scenario.name)
    return PlannedScenario(
      name: scenario.name, year: year, outcome: answer.outcome,
      near: (planner.base.places, answer.isNearest))
  }

  /// What the comparison was asked for.
  private func request(_ input: YearReading) -> ComparisonRequest {
    var settings: [ComparisonRequest.Setting: String] = [
      .version: version, .year: input.digest, .gap: "\(options.gap)",
    ]
    settings[.timeLimit] = options.timeLimit.map { "\($0)" }
    if asksPrices { settings[.prices] = "\(LimitPrice.mostSteps) steps" }
    if let chances {
      settings[.fragility] = "\(chances.draws)"
      settings[.seed] = "\(chances.seed)"
      settings[.withdrawals] = "\(chances.withdrawals)"
      settings[.scoreNoise] = "\(chances.noise)"
    }
    return ComparisonRequest(settings, scenarios: scenarios)
  }
}
