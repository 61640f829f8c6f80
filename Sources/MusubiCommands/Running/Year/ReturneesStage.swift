// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Which returned partner takes part in which activity; its tables say nothing that an
/// earlier stage decides, so that nothing feeds it.
struct ReturneesStage: FreeStage {
  typealias Problem = ReturneeActivities

  let gap = ReturneeOptions().gap
  let mainFile = MainFile(
    name: "participations.csv",
    says: "who takes part in what; unmet.csv says what does not take place"
  )

  func reasonToLeaveOut(of year: ProgrammeYear) -> Sentence? {
    if year.returnees.activities.isEmpty { return "\("activities.csv") is missing or has no rows" }
    if year.returnees.returnees.isEmpty { return "\("returnees.csv") is missing or has no rows" }
    return nil
  }

  func part(of year: ProgrammeYear) -> ProgrammeYear {
    var part = year
    part.keepSchoolsOnly()
    part.returnees = year.returnees
    return part
  }

  func plan(
    _ context: StageContext, _ search: PlanSearch, on console: Console
  ) throws(RunError) -> StageAnswer {
    let (outcome, report) = try search.returneeReport(context.input(for: self), on: console)
    if outcome.status == .infeasible {
      let report = ReturneeInfeasibility(outcome)
      return .infeasible(summary: report.summary, document: report.document(seconds: 0))
    }
    guard let report else { return .stopped }
    return .planned(
      StagePlan(
        files: report.planFiles(), status: outcome.status, result: report.result))
  }

  func read(
    _ context: StageContext, into decisions: inout YearDecisions, on console: Console
  ) throws(RunError) {
    decisions.returnees = try written(context, on: console)
  }
}

extension ProgrammeYear {
  /// Leaves out everything but countries and schools, and what is said of the schools but
  /// where they are.
  mutating func keepSchoolsOnly() {
    (cohorts, applicants, pins, sites, siteBookings, givenPosts) = ([], [], [], [], [], nil)
    schools = schools.map { school in
      School(
        id: school.id, country: school.country, area: school.area, city: school.city,
        name: school.name, position: school.position)
    }
    (rules, bundles, weights) = (Rules(), BundleLimits(), Self.defaultWeights)
    (objective, filledWeight) = (Self.defaultObjective, Self.defaultFilledWeight)
    (training, returnees, decade) = (TrainingData(), ReturneeData(), DecadeData())
    (exchange, ledger) = (ExchangeData(), Ledger())
  }
}
