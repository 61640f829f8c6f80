// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// How much of each line in each of ten years; fed by what the year earns of those lines
/// that its plan decides.
struct DecadeStage: PlanStage {
  let problem = PlanProblem.decade
  let feeders: [PlanProblem] = [.dispatch, .training, .returnees, .exchange]
  let gap = DecadeOptions().gap
  let share = 3.0
  let mainFile = MainFile(
    name: "units.csv",
    says: "how much of each line in each year; reach.csv has people and cost"
  )

  func reasonToLeaveOut(of year: ProgrammeYear) -> Sentence? {
    if year.decade.lines.isEmpty { return "\("decade_lines.csv") is missing or has no rows" }
    if year.decade.years.isEmpty { return "\("decade_years.csv") has no rows" }
    return nil
  }

  func part(of year: ProgrammeYear) -> ProgrammeYear {
    var part = year
    part.keepSchoolsOnly()
    part.schools = []
    part.decade = year.decade
    return part
  }

  func fed(by context: StageContext) -> [String] {
    [context.knowingEarnings(context.input).digest ?? ""]
  }

  /// The ten years with what is decided, as the stage sees them.
  private func earned(_ context: StageContext) -> EarnedInput {
    let known = context.knowingEarnings(context.input)
    return EarnedInput(YearInput(part(of: known.input.year), of: context.input), of: known)
  }

  func plan(
    _ context: StageContext, _ search: PlanSearch, on console: Console
  ) throws(RunError) -> StageAnswer {
    let earned = earned(context)
    let (outcome, report) = try search.decadeReport(earned, on: console)
    guard outcome.status != .infeasible else {
      let report = DecadeInfeasibility(outcome, in: earned.input.year)
      return .infeasible(summary: report.summary, document: report.document(seconds: 0))
    }
    guard let report else { return .stopped }
    return .planned(
      StagePlan(files: report.planFiles(), status: outcome.status, result: report.result))
  }

  func read(
    _ context: StageContext, into decisions: inout YearDecisions, on console: Console
  ) throws(RunError) {}

  func verification(
    _ context: StageContext, _ claims: PlanClaims, on console: Console
  ) throws(RunError) -> VerificationReport {
    try context.command(self).decadeReport(
      context.knowingEarnings(context.input), claims, on: console)
  }
}
