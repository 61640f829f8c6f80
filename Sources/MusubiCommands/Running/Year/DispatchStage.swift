// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Who becomes a partner where; fed by nothing.
struct DispatchStage: PlanStage {
  let problem = PlanProblem.dispatch
  let feeders: [PlanProblem] = []
  let gap = DispatchOptions().gap
  let share = 4.0
  let mainFile = MainFile(
    name: "placements.csv",
    says: "who goes where; unplaced.csv and empty-posts.csv say why not"
  )

  func reasonToLeaveOut(of year: ProgrammeYear) -> Sentence? { nil }

  func part(of year: ProgrammeYear) -> ProgrammeYear {
    var part = year
    part.training = TrainingData()
    part.returnees = ReturneeData()
    part.exchange = ExchangeData()
    part.decade = DecadeData()
    part.ledger = Ledger()
    return part
  }

  func fed(by context: StageContext) -> [String] { [] }

  func plan(
    _ context: StageContext, _ search: PlanSearch, on console: Console
  ) throws(RunError) -> StageAnswer {
    let input = context.input(for: self)
    let outcome = try search.dispatch(input.year, baseline: nil, on: console)
    switch outcome.status {
    case .unknown: return .stopped
    case .infeasible:
      return .infeasible(
        outcome,
        report: InfeasibilityReport(
          verifyDispatch(
            input.year, placements: outcome.nearest, baseline: nil, claimed: nil),
          outcome: outcome, places: input.year.places))
    case .optimal, .feasible:
      let report = try dispatchReport(outcome, input, baseline: nil, gap: search.gap)
      return .planned(
        StagePlan(
          files: report.planFiles(FairnessFacts(report)), status: outcome.status,
          result: report.result))
    }
  }

  func read(
    _ context: StageContext, into decisions: inout YearDecisions, on console: Console
  ) throws(RunError) {
    decisions.placements = try context.input.placements(
      at: context.folder(of: problem), on: console)
  }

  func verification(
    _ context: StageContext, _ claims: PlanClaims, on console: Console
  ) throws(RunError) -> VerificationReport {
    try context.command(self).dispatchReport(context.input, claims, on: console)
  }
}

extension StageAnswer {
  fileprivate static func infeasible(
    _ outcome: DispatchOutcome, report: InfeasibilityReport
  ) -> StageAnswer {
    .infeasible(summary: report.summary, document: report.document(seconds: 0))
  }
}
