// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// What trainings are planned from: a year, the dispatch plan whose partners train,
/// and an earlier plan of trainings.
struct TrainingInput {
  let year: ProgrammeYear
  let hosting: HostingFacts
  let sources: TrainingSources
  /// What an earlier plan has and pins, if there is one.
  let earlier: EarlierTraining?

  /// Reads the plans beside a year.
  ///
  /// - Parameters:
  ///   - input: The year.
  ///   - dispatch: The folder of a dispatch plan; its cohorts' places stand in
  ///     without one.
  ///   - earlier: The folder of an earlier plan of trainings.
  ///   - console: Where faults are told.
  ///   - isQuiet: Whether notices are left out.
  /// - Throws: `RunError` when one of them cannot be used.
  init(
    _ input: YearInput, dispatch: String?, pinFrom earlier: String?, on console: Console,
    isQuiet: Bool
  ) throws(RunError) {
    year = input.year
    var sources = TrainingSources(input: input.digest)
    if let dispatch {
      let placements = try input.placements(at: dispatch, on: console)
      hosting = hostingFacts(of: placements, in: year)
      sources.dispatch = digest(of: placements, in: year)
    } else {
      hosting = standInHosting(for: year)
    }
    if let earlier {
      let read = try input.earlierTraining(at: earlier, on: console, isQuiet: isQuiet)
      self.earlier = read
      sources.baseline = digest(of: read, in: year)
    } else {
      self.earlier = nil
    }
    self.sources = sources
  }

  /// What is pinned, as far as the year's rules keep pins.
  var pins: [TrainingPin] {
    year.training.rules[.pin] == .off ? [] : earlier?.pins ?? []
  }

  /// What the plan to come keeps of the earlier one.
  var baseline: TrainingBaseline? {
    earlier.map { TrainingBaseline(pins: pins, earlier: $0.attendances) }
  }

  /// Reads the plans that a plan says it was made with, which have to be given
  /// exactly when it was made with them.
  init(
    _ input: YearInput, dispatch: String?, pinFrom earlier: String?, claimedBy claims: PlanClaims,
    on console: Console, isQuiet: Bool
  ) throws(RunError) {
    if dispatch == nil, claims.dispatchDigest != nil {
      throw RunError(
        .inputMissing, "the plan was made with --dispatch; give the same dispatch plan again.")
    }
    if earlier == nil, claims.baselineDigest != nil {
      throw RunError(
        .inputMissing, "the plan was made with --pin-from; give the same earlier plan again.")
    }
    try self.init(input, dispatch: dispatch, pinFrom: earlier, on: console, isQuiet: isQuiet)
    if let dispatch, sources.dispatch != claims.dispatchDigest {
      throw RunError(
        .badData,
        claims.dispatchDigest == nil
          ? "the plan was made without a dispatch plan."
          : """
          the plan was made with another dispatch plan than \(clippedForDisplay(dispatch)), or that \
          has changed since.
          """)
    }
    if let earlier, sources.baseline != claims.baselineDigest {
      throw RunError(
        .badData,
        claims.baselineDigest == nil
          ? "the plan was made without an earlier plan."
          : """
          the plan was made with another earlier plan than \(clippedForDisplay(earlier)), or that \
          has changed since.
          """)
    }
  }

  /// Refuses a year in which there is nothing to plan.
  func checkCourses(in folder: String) throws(RunError) {
    guard year.training.courses.isEmpty else { return }
    let isMissing = unsafe access(folder + "/courses.csv", F_OK) != 0
    let file = "courses.csv"
    let state: Sentence = isMissing ? "\(file) is missing" : "\(file) has no rows"
    throw RunError(
      isMissing ? .inputMissing : .badData,
      """
      the year has no courses to plan: \(state).
      Add courses.csv with a row for each course, sites.csv for the houses, and delegations.csv \
      for those who are to come.
      docs/files.md has every column; musubi init writes a small year that has them.
      """)
  }
}

extension YearInput {
  /// Reads an earlier plan of trainings with what was edited in it.
  fileprivate func earlierTraining(
    at folder: String, on console: Console, isQuiet: Bool
  ) throws(RunError) -> EarlierTraining {
    let claims = try planClaims(at: folder, of: .training, on: console, isQuiet: isQuiet)
    let reading = readEarlierDelegates(at: folder, for: year)
    try check(reading.faults, of: folder, on: console, isQuiet: isQuiet)
    let edits = handEdits(
      of: reading.delegates, since: claims, in: year, isComplete: reading.faults.faults.isEmpty)
    return EarlierTraining(reading.delegates, edits: edits)
  }
}

/// The digest of an earlier plan of trainings and what is pinned in it.
private func digest(of earlier: EarlierTraining, in year: ProgrammeYear) -> String {
  func row(_ word: String, _ group: TrainingGroup, _ session: TrainingSession?) -> [String] {
    let kind = if case .cohort = group { "cohort" } else { "delegation" }
    return [word, kind, group.id(in: year), session?.phrase(in: year).words(in: .english) ?? ""]
  }
  let pins = earlier.pins.sorted { $0.group < $1.group }.map { row("pin", $0.group, $0.session) }
  let attendances = earlier.attendances.sorted { $0.group < $1.group }
    .map { row("in", $0.group, $0.session) }
  return digest(ofRows: pins + attendances)
}
