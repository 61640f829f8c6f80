// SPDX-License-Identifier: GPL-3.0-or-later

package import Formulations
package import Programme
package import Verification

/// The exchange of teachers, as comparisons, explanations and diagnoses plan it.
package enum TeacherExchange: YearProblem {
  package typealias Plan = ExchangePlan
  package typealias Force = ExchangeForce

  package static let penalties = ExchangeGoal.penalties
  package static var objective: WritableKeyPath<ProgrammeYear, [ExchangeGoal]> {
    \.exchange.objective
  }

  package static let gapOfAlternatives = 0.0

  package static func plan(
    _ year: ProgrammeYear, _ request: PlanningRequest<Self>
  ) throws(EngineFailure) -> PlannedYear<ExchangePlan> {
    let outcome = try planExchange(year, options: ExchangeOptions(request))
    return PlannedYear(outcome.status, outcome.plan, outcome.tiers, asked: request)
  }

  package static func verify(
    _ plan: ExchangePlan, in year: ProgrammeYear, claimed: [TierResult]
  ) -> PlanVerification {
    verifyExchange(plan, in: year, claimed: claimed)
  }

  package static func holds(_ force: ExchangeForce, in plan: ExchangePlan) -> Bool {
    force.holds(in: plan)
  }

  /// A school that has as many partners as it takes leaves the last one for a new one.
  package static func moving(
    _ forced: [ExchangeForce], in plan: ExchangePlan, of year: ProgrammeYear
  ) -> ExchangePlan? {
    var plan = plan
    for force in forced where !force.holds(in: plan) {
      switch force {
      case .partners(let pair, false): plan.partnerships.removeAll { $0.pair == pair }
      case .hasPartner(let school, false):
        plan.partnerships.removeAll { $0.pair.japan == school || $0.pair.abroad == school }
      case .hasPartner(_, true):
        // Which partner it would be has to be found out.
        return nil
      case .partners(let pair, true):
        for school in [pair.japan, pair.abroad] {
          let own = plan.partnerships.indices.filter {
            let pair = plan.partnerships[$0].pair
            return pair.japan == school || pair.abroad == school
          }
          if own.count >= year.exchange.schools[school].partners, let last = own.last {
            plan.partnerships.remove(at: last)
          }
        }
        guard let new = ExchangeOffers(year).partnership(of: pair, beside: plan) else {
          return nil
        }
        plan = ExchangePlan(plan.partnerships + [new])
      }
    }
    return plan
  }
}
