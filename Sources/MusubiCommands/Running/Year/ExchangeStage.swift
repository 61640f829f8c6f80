// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Which schools in Japan and abroad exchange teachers in which weeks; its schools are named
/// in tables of their own, so that nothing feeds it but the ledger.
struct ExchangeStage: FreeStage {
  typealias Problem = TeacherExchange

  let gap = ExchangeOptions().gap
  let mainFile = MainFile(
    name: "partnerships.csv",
    says: "who exchanges teachers with whom; unpartnered.csv says who does not"
  )

  func reasonToLeaveOut(of year: ProgrammeYear) -> Sentence? {
    year.exchange.isPlanned ? nil : "\("exchange_schools.csv") is missing or has no rows"
  }

  func part(of year: ProgrammeYear) -> ProgrammeYear {
    var part = year
    part.keepSchoolsOnly()
    part.exchange = year.exchange
    part.training.calendars = year.training.calendars
    return part
  }

  func plan(
    _ context: StageContext, _ search: PlanSearch, on console: Console
  ) throws(RunError) -> StageAnswer {
    let input = context.input(for: self)
    let outcome = try search.exchange(input.year, on: console)
    guard outcome.status != .infeasible else {
      let reasons = try search.shortCountries(of: input.year, on: console)
      return .infeasible(
        summary: exchangeInfeasibility(reasons),
        document: exchangeRunDocument(infeasibleBecause: reasons, seconds: 0))
    }
    guard let plan = outcome.plan else { return .stopped }
    let verification = verifyExchange(plan, in: input.year, claimed: outcome.tiers)
    try refuse(
      unless: verification.isValid, rules: verification.rules, claims: verification.claims)
    let report = ExchangeReport(
      year: input.year, outcome: outcome, plan: plan, verification: verification,
      askedGap: search.gap, inputDigest: input.digest, scenarios: input.scenarios)
    return .planned(
      StagePlan(files: report.planFiles(), status: outcome.status, result: report.result))
  }

  func read(
    _ context: StageContext, into decisions: inout YearDecisions, on console: Console
  ) throws(RunError) {
    decisions.exchange = try written(context, on: console)
  }
}
