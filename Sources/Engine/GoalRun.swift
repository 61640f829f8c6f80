// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import IntegerProgramming
internal import Programme
internal import Wording

/// A formulation on a stack, whose goals are solved one after the other.
protocol GoalRun {
  /// Where the goals are solved; what was found out stands there.
  var stack: TierStack { get set }
  /// The goals but the leximin one, by name.
  var objectives: [String: Tier] { get }
  /// The name of the leximin goal, and the groups it is fair to.
  var fairness: (name: String, groups: [FairnessGroup]) { get }

  /// Solves one goal and holds its value.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func solve(_ name: String) throws(EngineFailure) -> TierStack.End
}

extension GoalRun {
  /// The linear objective of a goal; one without terms for a name that is none.
  func objective(_ name: String) -> Tier {
    objectives[name] ?? Tier(name: name, sense: .minimize, terms: [])
  }

  /// Solves goals in the order given, and tells what the plan is worth in those that come
  /// after one that was stopped.
  ///
  /// - Parameter names: The goals; with none any plan will do.
  /// - Returns: How the last goal that was looked at ended.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func solveInOrder(_ names: [String]) throws(EngineFailure) -> TierStack.End {
    for (position, name) in (names.isEmpty ? [DispatchRun.anyPlan] : names).enumerated() {
      let end = try solve(name)
      switch end {
      case .proven: continue
      case .stopped:
        for rest in names.dropFirst(position + 1) { reportUnsolved(rest) }
      case .infeasible, .nothing:
        guard stack.incumbent == nil else {
          throw EngineFailure("The plan was lost at \(name).")
        }
      }
      return end
    }
    return .proven
  }

  /// Solves a goal to a gap if it is one of some, and for good if it is not.
  ///
  /// - Parameters:
  ///   - name: The goal.
  ///   - gap: A relative gap.
  ///   - sums: The goals that may stop at it.
  /// - Returns: How it ended.
  /// - Throws: `EngineFailure` when the solver broke.
  mutating func solve(
    _ name: String, gap: Double, of sums: [some PlannersGoal]
  ) throws(EngineFailure) -> TierStack.End {
    if name == fairness.name { return try stack.solveLeximin(name, fairness.groups) }
    let mayStop = sums.contains { $0.rawValue == name }
    return try stack.solve(objective(name), gap: mayStop ? gap : 0, cutting: true)
  }

  /// Tells what the plan is worth in a goal that was not solved.
  mutating func reportUnsolved(_ name: String) {
    if name == fairness.name {
      stack.reportShares(name, fairness.groups, boundOfWorst: 10_000, isProven: false)
    } else {
      stack.reportUnsolved(objective(name))
    }
  }

  /// What was found out of each goal, with the values that the plan has.
  ///
  /// - Parameter recomputed: The plan's tiers as the verifier counts them.
  /// - Returns: The goals that were solved, in their order.
  func tiers(_ recomputed: [TierResult]) -> [TierResult] {
    realized(stack.tiers.filter { $0.name != DispatchRun.anyPlan }, recomputed)
  }
}

extension TierStack.End {
  /// What a run that ends so has come to.
  var status: DispatchOutcome.Status {
    switch self {
    case .proven: .optimal
    case .stopped: .feasible
    case .infeasible: .infeasible
    case .nothing: .unknown
    }
  }
}
