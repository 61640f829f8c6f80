// SPDX-License-Identifier: GPL-3.0-or-later

package import Formulations
package import Programme

/// What a run over ten years is asked for.
package struct DecadeOptions: YearOptions {
  typealias Problem = TenYears

  /// Relative gap at which `reach`, `lost-year` and `cost` may stop; the others are
  /// always closed.
  package var gap: Double = 0.001
  /// Bounds that the plan has to keep.
  package var forced: [DecadeForce] = []
  /// A plan of the same lines and years to stay near to.
  ///
  /// Of equally good plans one is taken that has few units more or fewer, as the last goal
  /// `changes`; only a little work is given to that.
  package var near: DecadePlan?
  /// Whether the least extra budget is looked for where the target is out of reach, and
  /// where no plan keeps the hard rules the one that breaks them least.
  package var looksFurther = true
  /// Wall-clock seconds for the whole run; none means no limit.
  package var timeLimit: Double?
  /// Units of work for the whole run, the same on every machine; none means no limit.
  package var workLimit: Int?
  /// Asked often; true stops the run with the best plan so far.
  package var isCancelled: @Sendable () -> Bool = { false }
  /// Told about each step worth a line.
  package var progress: @Sendable (DispatchProgress) -> Void = { _ in }

  package init() {}
}

/// What a run over ten years found out.
package struct DecadeOutcome: Sendable {
  package var status: DispatchOutcome.Status
  /// Nothing unless the status is optimal or feasible.
  package var plan: DecadePlan?
  /// In the order they were solved.
  package var tiers: [TierResult] = []
  /// The levels of `fairness-aims` in the order they were proven.
  package var levels: [FairnessLevel] = []
  /// Where the target is out of reach: what more money would do.
  package var budgetNeed: BudgetNeed?
  /// Where no plan keeps all hard rules: the plan that breaks them least, with every
  /// rule that may give way taken as soft.
  package var nearest: DecadePlan?

  package init(status: DispatchOutcome.Status) { self.status = status }
}

/// What it takes to reach the target.
package enum BudgetNeed: Hashable, Sendable {
  /// Thousands of yen beyond the budget of each planned year, the least in all and then
  /// in the worst year; and what is proven of the sum.
  case yen(extra: [Int64], total: Int64, bound: Int64)
  /// No money is enough: units, ramps or other rules stand in the way.
  case outOfReach
}
