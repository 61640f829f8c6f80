// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// Measures what decisions cost: the plan is made again without each of them.
///
/// Each plan is made on one thread, so that none depends on how many are made at once.
struct DecisionCosts<Problem: ReplannedProblem> {
  let input: ReplanInput<Problem>
  /// The plan with every decision.
  let outcome: Problem.Outcome
  let threads: Int
  let isOver: @Sendable () -> Bool
  let progress: @Sendable (DispatchProgress) -> Void

  /// The decisions, in the order in which they hold: rows of files, then scenarios.
  ///
  /// - Parameter isMeasured: Whether their costs are measured.
  /// - Returns: The decisions; at the end those of the earlier log that hold no more.
  /// - Throws: `RunError` when the engine broke.
  func decisions(isMeasured: Bool) throws(RunError) -> [Decision] {
    let rows = input.problem.decisions(in: input.input.year)
    var decisions = rows.map(\.decision)
    let files = scenarioFileNames(count: input.scenarios.count + 1)
    for (index, scenario) in input.scenarios.enumerated() {
      decisions.append(Decision(scenario, in: files[index]))
    }
    let ended = input.earlierLog.compactMap { Decision(ended: $0) }.filter { earlier in
      !decisions.contains { $0.isSame(as: earlier) }
    }
    guard isMeasured else { return decisions + ended }
    let effects = inParallel(decisions.indices, threads: threads) { piece in
      piece.map { index in
        Result<Decision.Effect, EngineFailure> { () throws(EngineFailure) in
          if index < rows.count { return try effect(of: rows[index].without()) }
          guard let other = input.year(without: index - rows.count) else {
            return .neededByOthers
          }
          return try effect(of: other)
        }
      }
    }.flatMap { $0 }
    for (index, effect) in effects.enumerated() {
      do throws(EngineFailure) {
        decisions[index].effect = try effect.get()
      } catch {
        throw RunError(
          .ourFault, "a fault of Musubi: \(error)\nNothing was written.")
      }
    }
    return decisions + ended
  }

  /// What the plan would be for the year without a decision.
  private func effect(of other: ProgrammeYear) throws(EngineFailure) -> Decision.Effect {
    // A cost is that between two best plans.
    guard !isOver(), outcome.tiers.allSatisfy({ $0.value == $0.bound }) else { return .unknown }
    progress(
      DispatchProgress(
        tier: localized("decisions"), step: Sentence("planning without one of them")))
    let without = try input.problem.checkedPlan(of: other, isOver: isOver)
    switch without.status {
    case .infeasible: return .neededForPlan
    case .feasible, .unknown: return .unknown
    case .optimal: break
    }
    // Another list of goals cannot be compared.
    guard without.tiers.map(\.name) == outcome.tiers.map(\.name) else { return .unknown }
    return .measured(
      without: whole(without.tiers, of: other), with: whole(outcome.tiers, of: input.input.year))
  }

  /// The values with everybody among those moved whose place the year has no more.
  private func whole(_ tiers: [TierResult], of year: ProgrammeYear) -> [TierResult] {
    let gone = Int64(input.peopleWithoutPlace(in: year))
    return tiers.map { tier in
      var tier = tier
      if tier.name == Goal.moved.rawValue {
        tier.value += gone
        tier.bound += gone
      }
      return tier
    }
  }
}
