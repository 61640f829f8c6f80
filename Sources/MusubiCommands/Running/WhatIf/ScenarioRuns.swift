// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Synchronization
internal import Wording

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

  /// Plans every scenario, limit and draw of the shard.
  ///
  /// - Parameters:
  ///   - planner: The problem's planner, which has planned the year as it is.
  ///   - sources: The digests of what the year is planned from.
  ///   - console: Where progress is told.
  /// - Returns: The plans, as a part of the comparison.
  /// - Throws: The first fault, by the order of the scenarios.
  func run<Planner: ScenarioPlanner & ~Copyable>(
    by planner: borrowing Planner, of sources: TrainingSources, on console: Console
  ) throws(RunError) -> ComparisonPart {
    let start = ContinuousClock.now
    let progress = ProgressLine(on: console, isQuiet: isQuiet)
    defer { progress.finish() }
    let base = planner.base
    let row = base.row
    let offers = asksPrices ? base.offers : []
    let fragility = chances.flatMap { base.fragility($0) }
    let draws = row.hasPlan && fragility != nil ? chances?.draws ?? 0 : 0
    let own =
      scenarios.indices.filter(shard.has).map { Piece.scenario($0) }
      + offers.indices.filter(shard.has).map { .price($0) }
      + (0..<draws).filter(shard.has).map { .draw($0) }
    let pieces = Pieces<Found>(count: own.count) { done in
      progress.show(
        DispatchProgress(
          tier: localized("scenarios"),
          step: Sentence("\(grouped(done)) of \(grouped(own.count)) planned"),
          columns: 0, seconds: seconds(since: start)))
    }
    let group = DispatchGroup()
    let language = Language.current
    for _ in 1..<max(1, min(threads, own.count)) {
      DispatchQueue.global().async(group: group) { [self] in
        guard pieces.hasMore else { return }
        language.spoken {
          do throws(RunError) {
            let planner = try Planner(sharing: base, options: options)
            pieces.work { index throws(RunError) in try find(own[index], offers, by: planner) }
          } catch {
            pieces.fail(error)
          }
        }
      }
    }
    pieces.work { index throws(RunError) in try find(own[index], offers, by: planner) }
    group.wait()
    var part = ComparisonPart(
      shard: shard, request: request(row.problem, sources), base: row, basePlan: base.digest,
      scenarios: [:], prices: asksPrices ? [:] : nil, fragility: fragility)
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

  private func find<Planner: ScenarioPlanner & ~Copyable>(
    _ piece: Piece, _ offers: [Offer], by planner: borrowing Planner
  ) throws(RunError) -> Found {
    switch piece {
    case .scenario(let index):
      return .scenario(index, try planner.scenario(scenarios[index], of: folder))
    case .price(let index): return .price(index, try planner.price(of: offers[index]))
    case .draw(let number):
      guard let chances else { throw RunError(.ourFault, "a draw that was not asked for.") }
      return .draw(try planner.draw(number, chances))
    }
  }

  /// What the comparison was asked for.
  private func request(
    _ problem: PlanProblem, _ sources: TrainingSources
  ) -> ComparisonRequest {
    var settings: [ComparisonRequest.Setting: String] = [
      .version: version, .problem: problem.rawValue, .year: sources.input,
      .gap: "\(options.gap)",
    ]
    settings[.dispatch] = sources.dispatch
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
