// SPDX-License-Identifier: GPL-3.0-or-later

package import Formulations
package import Programme
package import Verification

/// The ten years, as comparisons, explanations and diagnoses plan them.
package enum TenYears: YearProblem {
  package typealias Plan = DecadePlan
  package typealias Force = DecadeForce

  package static let penalties = DecadeGoal.penalties
  package static var objective: WritableKeyPath<ProgrammeYear, [DecadeGoal]> {
    \.decade.objective
  }

  package static let gapOfAlternatives = DecadeOptions().gap

  package static func plan(
    _ year: ProgrammeYear, _ request: PlanningRequest<Self>
  ) throws(EngineFailure) -> PlannedYear<DecadePlan> {
    var options = DecadeOptions(request)
    options.looksFurther = false
    let outcome = try planDecade(year, options: options)
    return PlannedYear(outcome.status, outcome.plan, outcome.tiers, asked: request)
  }

  package static func verify(
    _ plan: DecadePlan, in year: ProgrammeYear, claimed: [TierResult]
  ) -> PlanVerification {
    verifyDecade(plan, in: year, claimed: claimed)
  }

  package static func holds(_ force: DecadeForce, in plan: DecadePlan) -> Bool {
    force.holds(in: plan)
  }

  package static func moving(
    _ forced: [DecadeForce], in plan: DecadePlan, of year: ProgrammeYear
  ) -> DecadePlan? {
    var plan = plan
    for force in forced {
      let before = plan.units[force.line][force.position]
      plan.units[force.line][force.position] =
        min(max(before, force.units.lowerBound), force.units.upperBound)
    }
    return plan
  }
}
