// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// What a run over any problem found out, as far as all problems have it.
package protocol PlanOutcome: Sendable {
  var status: DispatchOutcome.Status { get }
  /// In the order they were solved.
  var tiers: [TierResult] { get }
}

extension PlanOutcome {
  /// Whether there is a plan.
  package var hasPlan: Bool { status == .optimal || status == .feasible }
}

extension DispatchOutcome: PlanOutcome {}
extension TrainingOutcome: PlanOutcome {}
extension ReturneeOutcome: PlanOutcome {}
