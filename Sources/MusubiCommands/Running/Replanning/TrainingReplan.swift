// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// Trainings that are planned again.
struct TrainingReplan: ReplannedProblem {
  typealias Told = TrainingReport

  /// The dispatch plan whose partners train.
  let hosts: TrainingHosts
  /// The last day on which a session that was announced begins; none when all were.
  let announcedUntil: Day?

  func announced(
    by baseline: String, _ claims: PlanClaims, in input: YearInput, on console: Console,
    isQuiet: Bool
  ) throws(RunError) -> [AnnouncedSession] {
    guard hosts.dispatch != nil || claims.dispatchDigest == nil else {
      throw RunError(
        .inputMissing,
        """
        the plan was made with --dispatch; give that dispatch plan, or the one that has taken \
        its place.
        """)
    }
    let reading = readEarlierDelegates(at: baseline, for: input.year)
    try check(reading.faults, of: baseline, on: console, isQuiet: isQuiet)
    let hosting = try hosting(in: input.year)
    return AnnouncedSession.all(
      of: EarlierTraining(reading.delegates, edits: []).attendances, in: input.year,
      hosting: hosting, until: announcedUntil)
  }

  func announcing(_ announced: [AnnouncedSession], in year: ProgrammeYear?) -> Scenario? {
    announcedSessionsScenario(announced, objective: year?.training.objective)
  }

  func kept(_ announced: [AnnouncedSession], in year: ProgrammeYear) -> [AnnouncedSession] {
    TrainingReport.kept(announced, in: year)
  }

  func peopleWithoutPlace(_ announced: [AnnouncedSession], in year: ProgrammeYear) -> Int {
    hosts.facts(in: year).map {
      TrainingReport.peopleWithoutPlace(announced, in: year, hosting: $0)
    } ?? 0
  }

  func scenarios(
    _ changes: ReplanChangesAsked, in year: ProgrammeYear, _ announced: [AnnouncedSession]
  ) throws(RunError) -> [Scenario] {
    var made: [Scenario?] = []
    for id in changes.withdrawn {
      try changes.check(
        id, among: year.training.delegations.map(\.id), Sentence("delegation"), option: "withdraw")
      let session = announced.first { $0.kind == "delegation" && $0.id == id }
      made.append(
        changes.scenario(
          named: "\(id) withdraws"
            + (session.map { " from \(phrase($0))" } ?? ", which has no session"),
          ["remove": ["delegations": [.string(id)]]]))
    }
    var closed: [String: [ClosedRange<Day>]] = [:]
    for text in changes.closed {
      let closing = try Closing(text)
      try changes.check(
        closing.site, among: year.sites.map(\.id), Sentence("site"), option: "close")
      let before = year.sites.first { $0.id == closing.site }?.closed ?? []
      let all = (closed[closing.site] ?? before) + [closing.days(in: year)]
      closed[closing.site] = all
      let cell = all.map { "\($0.lowerBound)..\($0.upperBound)" }.joined(separator: ";")
      made.append(
        changes.scenario(
          named: "\(closing.site) is closed\(closing.words)",
          ["set": .object(["sites.\(closing.site).closed": .string(cell)])]))
    }
    return try changes.all(made)
  }

  /// What is pinned in the earlier plan's files was announced with the rest.
  func decisions(in _: ProgrammeYear)
    -> [(decision: Decision, without: @Sendable () -> ProgrammeYear)]
  { [] }

  func checkedPlan(
    of year: ProgrammeYear, isOver: @escaping @Sendable () -> Bool
  ) throws(EngineFailure) -> TrainingOutcome {
    guard let hosting = hosts.facts(in: year) else {
      throw EngineFailure("The dispatch plan does not fit the year.")
    }
    var options = TrainingOptions()
    options.gap = 0
    options.isCancelled = isOver
    return try checkedTraining(of: year, hosting: hosting, options: options)
  }

  private func phrase(_ session: AnnouncedSession) -> String {
    TrainingSession.phrase(
      course: session.course, site: session.site, start: session.start
    ).description
  }

  private func hosting(in year: ProgrammeYear) throws(RunError) -> HostingFacts {
    guard let facts = hosts.facts(in: year) else {
      throw RunError(.badData, "the dispatch plan does not fit the year.")
    }
    return facts
  }
}

/// What `--close` says of a site: `kansai`, or `kansai=2026-07-01..2026-07-31`.
private struct Closing {
  var site: String
  /// None when it is closed all year.
  var days: ClosedRange<Day>?

  init(_ text: String) throws(RunError) {
    guard let sign = text.lastIndex(of: "=") else {
      site = text
      return
    }
    site = String(text[..<sign])
    let days = String(text[text.index(after: sign)...])
    let parts = days.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
    guard parts.count == 2, days == "\(parts[0])..\(parts[1])", let from = Day(iso: parts[0]),
      let to = Day(iso: parts[1]), from <= to
    else {
      throw RunError(
        .usage,
        """
        --close: "\(clippedForDisplay(days))" are no days; they are given like \
        \(clippedForDisplay(site))=2026-07-01..2026-07-31, the first and the last one.
        """)
    }
    self.days = from...to
  }

  var words: String { days.map { " from \($0.lowerBound) to \($0.upperBound)" } ?? "" }

  /// The days on which it is closed; all those of courses where none are given.
  func days(in year: ProgrammeYear) -> ClosedRange<Day> {
    let first = Day(year: year.fiscalYear - 1, month: 4, day: 1) ?? Day(number: 0)
    let last = Day(year: year.fiscalYear + 1, month: 3, day: 31) ?? first
    return days ?? first...last
  }
}
