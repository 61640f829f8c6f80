// SPDX-License-Identifier: GPL-3.0-or-later

package import Formulations
package import Programme

/// What a run over trainings is asked for.
package struct TrainingOptions: Sendable {
  /// Relative gap at which the goals that sum people or money may stop; the others
  /// are always closed.
  package var gap: Double = 0.0001
  /// Wall-clock seconds for the whole run; none means no limit.
  package var timeLimit: Double?
  /// What is pinned, and an earlier plan for `changes`.
  package var baseline: TrainingBaseline?
  /// How time is looked at, coarsest first; the last is `exact`.
  ///
  /// Tests set it to see every way of solving; how good the plan is does not depend
  /// on it.
  package var resolutions: [TimeResolution] = TimeResolution.allCases
  /// Asked often; true stops the run with the best plan so far.
  package var isCancelled: @Sendable () -> Bool = { false }
  /// Told about each step worth a line.
  package var progress: @Sendable (DispatchProgress) -> Void = { _ in }

  package init() {}
}

/// What a run over trainings found out.
package struct TrainingOutcome: Sendable {
  package var status: DispatchOutcome.Status
  /// Nothing unless the status is optimal or feasible.
  package var plan: TrainingPlan?
  /// In the order they were solved.
  package var tiers: [TierResult]
  /// The levels of the fairness tier in the order they were proven.
  package var levels: [FairnessLevel]
  /// For a year without a plan: what keeps it from having one, as far as known.
  package var obstacles: [TrainingObstacle]

  package init(
    status: DispatchOutcome.Status, plan: TrainingPlan? = nil, tiers: [TierResult] = [],
    levels: [FairnessLevel] = [], obstacles: [TrainingObstacle] = []
  ) {
    self.status = status
    self.plan = plan
    self.tiers = tiers
    self.levels = levels
    self.obstacles = obstacles
  }
}

/// Why there is no plan of trainings.
package enum TrainingObstacle: Hashable, Sendable {
  /// A cohort, or a pinned delegation, has no session that it may join.
  case noSession(TrainingGroup)
  /// Together with the others these find no session, though each may join one;
  /// fewer cannot be left out.
  case noRoom([TrainingGroup])
  /// Everybody finds a session, but not so that the quotas hold.
  case quotas
}
