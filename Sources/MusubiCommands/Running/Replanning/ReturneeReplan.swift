// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// Activities of returned partners that are planned again.
struct ReturneeReplan: ReplannedProblem {
  typealias Told = ReturneeReport

  func announced(
    by baseline: String, _ claims: PlanClaims, in input: YearInput, on console: Console,
    isQuiet: Bool
  ) throws(RunError) -> [AnnouncedParticipation] {
    let read = try ReturneeActivities.readPlan(
      at: baseline, of: input, claims: claims, on: console, isQuiet: isQuiet)
    return AnnouncedParticipation.all(of: read.plan, in: input.year)
  }

  func announcing(_ announced: [AnnouncedParticipation], in year: ProgrammeYear?) -> Scenario? {
    announcedParticipationsScenario(announced, objective: year?.returnees.objective)
  }

  func kept(
    _ announced: [AnnouncedParticipation], in year: ProgrammeYear
  ) -> [AnnouncedParticipation] {
    AnnouncedParticipation.kept(announced, in: year)
  }

  func peopleWithoutPlace(_ announced: [AnnouncedParticipation], in year: ProgrammeYear) -> Int {
    AnnouncedParticipation.withoutActivity(announced, in: year)
  }

  func scenarios(
    _ changes: ReplanChangesAsked, in year: ProgrammeYear, _ announced: [AnnouncedParticipation]
  ) throws(RunError) -> [Scenario] {
    var made: [Scenario?] = []
    for id in changes.withdrawn {
      try changes.check(
        id, among: year.returnees.returnees.map(\.id), Sentence("returnee"), option: "withdraw")
      let own = announced.filter { $0.returnee == id }.map(\.activity)
      made.append(
        changes.scenario(
          named: "\(id) withdraws"
            + (own.isEmpty
              ? ", who takes part in nothing" : " from \(own.joined(separator: ", "))"),
          ["remove": ["returnees": [.string(id)]]]))
    }
    for id in changes.closed {
      try changes.check(
        id, among: year.returnees.activities.map(\.id), Sentence("activity"), option: "close")
      made.append(
        changes.scenario(
          named: "\(id) is called off", ["remove": ["activities": [.string(id)]]]))
    }
    return try changes.all(made)
  }

  /// Nothing in the year's files is a decision about single people.
  func decisions(in _: ProgrammeYear)
    -> [(decision: Decision, without: @Sendable () -> ProgrammeYear)]
  { [] }

  func checkedPlan(
    of year: ProgrammeYear, isOver: @escaping @Sendable () -> Bool
  ) throws(EngineFailure) -> PlannedYear<ReturneePlan> {
    var request = PlanningRequest<ReturneeActivities>()
    request.isCancelled = isOver
    return try ReturneeActivities.checkedPlan(year, request)
  }
}
