// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// A dispatch that is planned again.
struct DispatchReplan: ReplannedProblem {
  typealias Told = DispatchReport

  func announced(
    by baseline: String, _: PlanClaims, in input: YearInput, on console: Console, isQuiet: Bool
  ) throws(RunError) -> [AnnouncedPlacement] {
    let earlier = try input.baseline(at: baseline, on: console, isQuiet: isQuiet)
    let posts = candidatePosts(of: input.year)
    return earlier.map { AnnouncedPlacement($0, in: input.year, posts: posts) }
  }

  func announcing(_ announced: [AnnouncedPlacement], in year: ProgrammeYear?) -> Scenario? {
    announcedScenario(announced, objective: year?.objective)
  }

  func kept(
    _ announced: [AnnouncedPlacement], in year: ProgrammeYear
  ) -> [AnnouncedPlacement] {
    let names = YearIdentifiers(year)
    return announced.filter { $0.placement(in: names) != nil }
  }

  func peopleWithoutPlace(_ announced: [AnnouncedPlacement], in year: ProgrammeYear) -> Int {
    let names = YearIdentifiers(year)
    return announced.count {
      names.applicants[$0.applicant] != nil && $0.placement(in: names) == nil
    }
  }

  func scenarios(
    _ changes: ReplanChangesAsked, in year: ProgrammeYear, _ announced: [AnnouncedPlacement]
  ) throws(RunError) -> [Scenario] {
    let posts = candidatePosts(of: year)
    var made: [Scenario?] = []
    for id in changes.withdrawn {
      try changes.check(
        id, among: year.applicants.map(\.id), Sentence("applicant"), option: "withdraw")
      let place = announced.first { $0.applicant == id }
      made.append(
        changes.scenario(
          named: "\(id) withdraws"
            + (place.map { " from \($0.post) in \($0.cohort)" } ?? ", who has no place"),
          ["remove": ["applicants": [.string(id)]]]))
    }
    for id in changes.closed {
      let schools = year.schools.map(\.id)
      let isSchool = schools.contains(id)
      if !isSchool {
        try changes.check(
          id, among: schools + posts.map(\.id), Sentence("school or post"), option: "close")
      }
      made.append(
        changes.scenario(
          named: "\(id) is closed",
          ["close": [isSchool ? "schools" : "posts": [.string(id)]]]))
    }
    for id in changes.closedCountries {
      try changes.check(
        id, among: year.countries.map(\.id), Sentence("country"), option: "close-country")
      // Without its cohorts nobody asks for people of certain tracks there.
      let cohorts = year.cohorts.filter { year.countries[$0.country].id == id }.map(\.id)
      made.append(
        changes.scenario(
          named: "\(id) is closed",
          [
            "close": [
              "countries": [.string(id)], "cohorts": .array(cohorts.map { .string($0) }),
            ]
          ]))
    }
    return try changes.all(made)
  }

  func decisions(in year: ProgrammeYear)
    -> [(decision: Decision, without: @Sendable () -> ProgrammeYear)]
  {
    year.pins.indices.filter { year.pins[$0].line > 0 }.compactMap { row in
      guard let decision = Decision(year.pins[row], in: year) else { return nil }
      return (
        decision,
        {
          var other = year
          other.pins.remove(at: row)
          return other
        }
      )
    }
  }

  func checkedPlan(
    of year: ProgrammeYear, isOver: @escaping @Sendable () -> Bool
  ) throws(EngineFailure) -> DispatchOutcome {
    var options = DispatchOptions()
    options.gap = 0
    options.isCancelled = isOver
    return try Engine.checkedPlan(of: year, options: options)
  }
}
