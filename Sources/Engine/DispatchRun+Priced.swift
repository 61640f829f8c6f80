// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme

extension DispatchRun {
  /// Programs with at most this many triples are given to GLPK whole.
  static let mostTriplesForGLPK = 4_000

  /// Solves a large program.
  ///
  /// The tiers that ask only how many go where are solved over the structure
  /// alone, where nobody in particular fills the seats. That is a relaxation:
  /// its values are bounds, and a plan that reaches all of them proves them.
  mutating func solveLarge(_ names: [String]) throws(EngineFailure) -> DispatchOutcome {
    let split = names.firstIndex { ["points", "weighted", "changes"].contains($0) } ?? names.count
    var counting = DispatchRun(structureOf: self)
    for name in names[..<split] {
      switch try counting.solveTier(name) {
      case .proven: continue
      case .infeasible: return DispatchOutcome(status: .infeasible, nearest: try nearestPlan())
      case .stopped, .nothing: return DispatchOutcome(status: .unknown)
      }
    }
    hold(counting)
    var status = DispatchOutcome.Status.optimal
    let rest = split == names.count ? [""] : Array(names[split...])
    for (position, name) in rest.enumerated() {
      let tier =
        formulation.objectives[name] ?? Tier(name: "any plan", sense: .minimize, terms: [])
      let gap = name == "points" || name == "weighted" ? options.gap : 0
      var search = try PricedSearch(
        formulation, program: program, tier: tier,
        decisions: (formulation.decisionColumns + levelColumns).map(\.index), gap: gap,
        clock: clock, start: incumbent.map { rated($0, tier) })
      switch try search.run() {
      case .infeasible, .nothing:
        // FIXME: the counts cannot be met by people; the tiers before have to be
        // solved over the people too. Unmeasured how often that happens.
        return DispatchOutcome(status: .unknown)
      case .found(let assignment, let bound, let isProven):
        incumbent = assignment
        if position == 0 { tiers = counting.tiers }
        if !name.isEmpty {
          tiers.append(TierResult(name: name, value: assignment.objective, bound: bound))
          program.hold(tier, at: assignment.objective)
        }
        if isProven { continue }
        status = .feasible
        try reportUnsolved(rest[(position + 1)...])
      }
      break
    }
    return DispatchOutcome(
      status: status, placements: placements(), tiers: tiers, levels: levels)
  }

  private func rated(_ assignment: Assignment, _ tier: Tier) -> Assignment {
    Assignment(
      values: assignment.values,
      objective: Int64(program.value(of: tier, at: assignment.values)))
  }

  /// Holds in the whole program what another run has proven for the structure.
  private mutating func hold(_ counting: DispatchRun) {
    for result in counting.tiers {
      guard result.name.hasPrefix("fairness") else {
        if let tier = formulation.objectives[result.name] { program.hold(tier, at: result.value) }
        continue
      }
      let groups = formulation.fairnessGroups.filter { $0.tier == result.name }
      for level in counting.levels where level.tier == result.name {
        let tier = addLevel(level.threshold, of: groups, in: result.name)
        program.hold(tier, at: Int64(level.count))
      }
    }
    levels = counting.levels
  }
}
