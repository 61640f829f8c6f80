// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Reports

/// What a plan is made again from: the year's files, what was announced, and everything
/// that was decided since the files were written.
struct ReplanInput {
  /// The year with every decision, of which `moved` is the first goal.
  let input: YearInput
  /// What was announced by the earlier plan.
  let announced: [AnnouncedPlacement]
  /// The scenarios that are decisions, in order: those of the earlier plan first.
  let scenarios: [Scenario]
  /// The reserves that the earlier plan listed, and its log.
  let reserves: [ReserveRow]
  let earlierLog: [DecisionRow]
  private let files: YearFolder

  /// Reads all of it.
  ///
  /// - Parameters:
  ///   - folder: The year's folder.
  ///   - baseline: The earlier plan's folder.
  ///   - changes: What is different now.
  ///   - console: Where faults are told.
  ///   - isQuiet: Whether notices are left out.
  /// - Throws: `RunError` when something of it cannot be used.
  init(
    at folder: String, baseline: String, _ changes: ReplanChangesAsked, on console: Console,
    isQuiet: Bool
  ) throws(RunError) {
    let claims = try planClaims(at: baseline, of: .dispatch, on: console, isQuiet: isQuiet)
    let files = YearFolder(at: folder)
    self.files = files
    var faults = FaultList()
    let claimed = claims.scenarios.compactMap {
      Scenario(at: "\(baseline)/\($0.file)", faults: &faults)
    }
    let given = changes.files.compactMap { Scenario(at: $0, faults: &faults) }
    reserves = readReserves(at: baseline, faults: &faults)
    earlierLog = readDecisions(at: baseline, faults: &faults)
    try check(faults, of: baseline, on: console, isQuiet: isQuiet)
    // What the earlier plan said of who was told what is said anew.
    let carried = claimed.filter { !$0.isAboutAnnounced }
    let silent = try Self.made(announcedScenario([], objective: nil))
    let before = try YearInput(
      files.reading(with: carried + [silent]), of: folder, on: console, isQuiet: isQuiet)
    let earlier = try before.baseline(at: baseline, on: console, isQuiet: isQuiet)
    let posts = candidatePosts(of: before.year)
    announced = earlier.map { AnnouncedPlacement($0, in: before.year, posts: posts) }
    if !isQuiet, files.reading(with: claimed).digest != claims.inputDigest {
      console.errors.line(
        "Notice: the year's files are not those the earlier plan was made from; they are taken "
          + "as they are now.")
    }
    scenarios =
      try carried + given + changes.scenarios(in: before.year, posts: posts, announced: announced)
    input = try YearInput(
      Self.reading(files, with: scenarios, announced: announced), of: folder, on: console,
      isQuiet: true)
  }

  /// The year without one of the scenarios; nothing when the others have faults then.
  func year(without index: Int) -> ProgrammeYear? {
    var others = scenarios
    others.remove(at: index)
    return try? Self.reading(files, with: others, announced: announced).year
  }

  /// How many people of a year have lost their place to the data: no goal counts them.
  func peopleWithoutPlace(in year: ProgrammeYear) -> Int {
    let names = YearIdentifiers(year)
    return announced.count {
      names.applicants[$0.applicant] != nil && $0.placement(in: names) == nil
    }
  }

  /// Reads the year with scenarios, and with what was announced as far as the year still has
  /// it.
  private static func reading(
    _ files: YearFolder, with scenarios: [Scenario], announced: [AnnouncedPlacement]
  ) throws(RunError) -> YearReading {
    let silent = files.reading(with: scenarios + [try made(announcedScenario([], objective: nil))])
    guard let year = silent.year else { return silent }
    let names = YearIdentifiers(year)
    let kept = announced.filter { $0.placement(in: names) != nil }
    return files.reading(
      with: scenarios + [try made(announcedScenario(kept, objective: year.objective))])
  }

  /// A scenario of our own making.
  private static func made(_ scenario: Scenario?) throws(RunError) -> Scenario {
    guard let scenario else {
      throw RunError(.ourFault, "a fault of Musubi: a scenario cannot be read again.")
    }
    return scenario
  }
}

/// What is different now, as options say it.
struct ReplanChangesAsked {
  /// Scenario files.
  var files: [String] = []
  /// Applicants who are no longer available.
  var withdrawn: [String] = []
  /// Schools and posts where nobody can go.
  var closed: [String] = []
  var closedCountries: [String] = []
  /// Who decided, when (a day) and why; empty where nobody says.
  var who = ""
  var when = ""
  var why = ""

  /// A scenario for each thing that the options say.
  ///
  /// - Parameters:
  ///   - year: The year before.
  ///   - posts: Its posts.
  ///   - announced: What was announced.
  /// - Returns: The scenarios, in the order of the options above.
  /// - Throws: `RunError` with the nearest right name for one that is unknown.
  fileprivate func scenarios(
    in year: ProgrammeYear, posts: [Post], announced: [AnnouncedPlacement]
  ) throws(RunError) -> [Scenario] {
    var made: [Scenario?] = []
    for id in withdrawn {
      try check(id, among: year.applicants.map(\.id), "applicant", option: "withdraw")
      let place = announced.first { $0.applicant == id }
      made.append(
        scenario(
          named: "\(id) withdraws"
            + (place.map { " from \($0.post) in \($0.cohort)" } ?? ", who has no place"),
          ["remove": ["applicants": [.string(id)]]]))
    }
    for id in closed {
      let schools = year.schools.map(\.id)
      let isSchool = schools.contains(id)
      if !isSchool {
        try check(id, among: schools + posts.map(\.id), "school or post", option: "close")
      }
      made.append(
        scenario(
          named: "\(id) is closed",
          ["close": [isSchool ? "schools" : "posts": [.string(id)]]]))
    }
    for id in closedCountries {
      try check(id, among: year.countries.map(\.id), "country", option: "close-country")
      // Without its cohorts nobody asks for people of certain tracks there.
      let cohorts = year.cohorts.filter { year.countries[$0.country].id == id }.map(\.id)
      made.append(
        scenario(
          named: "\(id) is closed",
          [
            "close": [
              "countries": [.string(id)], "cohorts": .array(cohorts.map { .string($0) }),
            ]
          ]))
    }
    let found = made.compactMap { $0 }
    guard found.count == made.count else {
      throw RunError(.ourFault, "a fault of Musubi: a scenario cannot be read again.")
    }
    return found
  }

  private func check(
    _ id: String, among names: [String], _ noun: String, option: String
  ) throws(RunError) {
    guard !names.contains(id) else { return }
    let near = NearestName(among: names).nearest(to: id)
    throw RunError(
      .usage,
      "--\(option): this year has no \(noun) \(clippedForDisplay(id))"
        + (near.map { "; did you mean \($0)?" } ?? "."))
  }

  private func scenario(named name: String, _ patch: [String: CanonicalJSON]) -> Scenario? {
    var members = patch
    members["name"] = .string(name)
    for (key, value) in [("who", who), ("when", when), ("why", why)] where !value.isEmpty {
      members[key] = .string(value)
    }
    return Scenario(.object(members), calledInFaults: name)
  }
}
