// SPDX-License-Identifier: GPL-3.0-or-later

package import Formulations
package import Programme
package import Verification

/// Activities of returned partners, as comparisons, explanations and diagnoses plan them.
package enum ReturneeActivities: YearProblem {
  package typealias Plan = ReturneePlan
  package typealias Force = ReturneeForce

  package static let penalties = ReturneeGoal.penalties
  package static var objective: WritableKeyPath<ProgrammeYear, [ReturneeGoal]> {
    \.returnees.objective
  }

  package static let gapOfAlternatives = 0.0

  package static func plan(
    _ year: ProgrammeYear, _ request: PlanningRequest<Self>
  ) throws(EngineFailure) -> PlannedYear<ReturneePlan> {
    let outcome = try planReturnees(year, options: ReturneeOptions(request))
    return PlannedYear(outcome.status, outcome.plan, outcome.tiers, asked: request)
  }

  package static func verify(
    _ plan: ReturneePlan, in year: ProgrammeYear, claimed: [TierResult]
  ) -> PlanVerification {
    verifyReturnees(plan, in: year, claimed: claimed)
  }

  package static func holds(_ force: ReturneeForce, in plan: ReturneePlan) -> Bool {
    force.holds(in: plan)
  }

  package static func moving(
    _ forced: [ReturneeForce], in plan: ReturneePlan, of year: ProgrammeYear
  ) -> ReturneePlan? {
    var pairs = Set(plan.participations)
    for force in forced {
      switch force {
      case .takesPart(let pair, true): pairs.insert(pair)
      case .takesPart(let pair, false): pairs.remove(pair)
      case .takesPlace(let activity, false):
        pairs = pairs.filter { $0.activity != activity }
      case .takesPlace(let activity, true):
        // Who would come has to be found out.
        guard pairs.contains(where: { $0.activity == activity }) else { return nil }
      }
    }
    return ReturneePlan(pairs.sorted())
  }
}
