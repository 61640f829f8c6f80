// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Who trains in Japan when; fed by who leaves with each cohort and which schools host.
struct TrainingStage: PlanStage {
  let problem = PlanProblem.training
  let feeders: [PlanProblem] = [.dispatch]
  let gap = TrainingOptions().gap
  let share = 4.0
  let mainFile = MainFile(
    name: "sessions.csv",
    says: "when and where; delegates.csv says who joins, waiting.csv who waits"
  )

  func reasonToLeaveOut(of year: ProgrammeYear) -> Sentence? {
    year.training.courses.isEmpty ? "\("courses.csv") is missing or has no rows" : nil
  }

  func part(of year: ProgrammeYear) -> ProgrammeYear {
    var part = year
    // Of the dispatch only who leaves with each cohort counts, and which schools host.
    part.applicants = year.applicants.map {
      Applicant(id: $0.id, sex: $0.sex, birthDate: $0.birthDate)
    }
    (part.pins, part.rules, part.weights) = ([], Rules(), ProgrammeYear.defaultWeights)
    (part.objective, part.bundles) = (ProgrammeYear.defaultObjective, BundleLimits())
    part.filledWeight = ProgrammeYear.defaultFilledWeight
    (part.returnees, part.decade, part.ledger) = (ReturneeData(), DecadeData(), Ledger())
    part.exchange = ExchangeData()
    return part
  }

  func fed(by context: StageContext) -> [String] {
    [context.decisions.placements.map { digest(of: $0, in: context.input.year) } ?? ""]
  }

  private func trainingInput(
    _ context: StageContext, on console: Console
  ) throws(RunError) -> TrainingInput {
    try TrainingInput(
      context.input(for: self), dispatch: context.folder(of: .dispatch), pinFrom: nil,
      on: console, isQuiet: context.isQuiet)
  }

  func plan(
    _ context: StageContext, _ search: PlanSearch, on console: Console
  ) throws(RunError) -> StageAnswer {
    let input = try trainingInput(context, on: console)
    let outcome = try search.training(input, on: console)
    if outcome.status == .infeasible {
      let report = TrainingInfeasibility(
        outcome, in: input.year, hosting: input.hosting, pins: [])
      return .infeasible(summary: report.summary, document: report.document(seconds: 0))
    }
    guard
      let report = try trainingReport(
        outcome, input, gap: search.gap, scenarios: context.input.scenarios)
    else { return .stopped }
    return .planned(
      StagePlan(files: report.planFiles(), status: outcome.status, result: report.result))
  }

  func read(
    _ context: StageContext, into decisions: inout YearDecisions, on console: Console
  ) throws(RunError) {
    decisions.training = try WrittenTraining(
      at: context.folder(of: problem), of: context.input,
      dispatch: context.folder(of: .dispatch), pinFrom: nil,
      claims: try context.claims(of: self, on: console), on: console, isQuiet: context.isQuiet
    ).plan
  }

  func verification(
    _ context: StageContext, _ claims: PlanClaims, on console: Console
  ) throws(RunError) -> VerificationReport {
    try context.command(self, dispatch: context.folder(of: .dispatch))
      .trainingReport(context.input, claims, on: console)
  }
}
