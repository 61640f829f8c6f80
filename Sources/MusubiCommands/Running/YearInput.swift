// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// A year that was read and checked, and the digest of its files and scenarios.
struct YearInput {
  let year: ProgrammeYear
  let digest: String
  /// The scenarios laid on the files, in order.
  let scenarios: [Scenario]

  /// Reads a year, telling every fault to the planner.
  ///
  /// - Parameters:
  ///   - folder: The folder's path.
  ///   - scenarios: The paths of scenarios to be laid on its files.
  ///   - problem: The problem in which the goals of a stable plan come first, if one is.
  ///   - console: Where faults are told.
  ///   - isQuiet: Whether notices are left out.
  /// - Throws: `RunError` when the year cannot be used.
  init(
    at folder: String, scenarios: [String], stable problem: PlanProblem? = nil, on console: Console,
    isQuiet: Bool
  ) throws(RunError) {
    var reading = readProgrammeYear(at: folder, scenarios: scenarios)
    if let problem, let year = reading.year,
      let stable = problem == .exchange
        ? Scenario(stabilizingExchange: year.exchange.objective)
        : Scenario(stabilizing: year.objective)
    {
      reading = YearFolder(at: folder).reading(
        with: reading.scenarios + [stable], faults: FaultList())
    }
    try self.init(reading, of: folder, on: console, isQuiet: isQuiet)
  }

  /// Takes what was read, telling every fault to the planner.
  ///
  /// - Parameters:
  ///   - reading: What was read.
  ///   - folder: The folder's path.
  ///   - console: Where faults are told.
  ///   - isQuiet: Whether notices are left out.
  /// - Throws: `RunError` when the year cannot be used.
  init(
    _ reading: YearReading, of folder: String, on console: Console, isQuiet: Bool
  ) throws(RunError) {
    guard let year = reading.year else {
      for line in reading.faultList.lines { console.errors.line(line) }
      throw RunError(
        exitCode(for: reading.faultList),
        "\(countedFaults(reading.faultList)) in \(clippedForDisplay(folder)); nothing was done.")
    }
    if !isQuiet {
      for line in reading.faultList.lines { console.errors.line(localized("Notice: \(line)")) }
    }
    self.year = year
    digest = reading.digest
    self.scenarios = reading.scenarios
    console.notes?.add(reading.fileDigests)
    console.notes?.add(reading.scenarios)
  }

  /// Takes a year that follows from another that was read.
  init(_ year: ProgrammeYear, of input: YearInput) {
    self.year = year
    digest = input.digest
    scenarios = input.scenarios
  }

  /// Reads an earlier plan of this year or one before.
  func baseline(at folder: String, on console: Console, isQuiet: Bool) throws(RunError)
    -> [EarlierPlacement]
  {
    let reading = readBaseline(at: folder, for: year)
    try check(reading.faults, of: folder, on: console, isQuiet: isQuiet)
    return reading.placements
  }

  /// Reads the baseline a plan was made with, which has to be given exactly when
  /// the plan had one.
  func baseline(
    at folder: String?, claimedBy claims: PlanClaims, on console: Console, isQuiet: Bool
  ) throws(RunError) -> [EarlierPlacement]? {
    guard let folder else {
      guard claims.baselineDigest == nil else {
        throw RunError(
          .inputMissing, "the plan was made with --baseline; give the same earlier plan again.")
      }
      return nil
    }
    let earlier = try baseline(at: folder, on: console, isQuiet: isQuiet)
    guard claims.baselineDigest == Reports.digest(of: earlier, in: year) else {
      throw RunError(
        .badData,
        claims.baselineDigest == nil
          ? "the plan was made without a baseline."
          : "the plan was made with another baseline than \(clippedForDisplay(folder)).")
    }
    return earlier
  }

  /// Reads the placements of a plan of this year.
  func placements(at folder: String, on console: Console) throws(RunError) -> [Placement] {
    let reading = readPlacements(at: folder, for: year)
    try check(reading.faults, of: folder, on: console, isQuiet: false)
    return reading.placements ?? []
  }
}

/// Reads what a plan's document claims.
///
/// - Parameters:
///   - folder: The plan's folder.
///   - problem: What it has to be a plan of; any if left out.
///   - console: Where faults are told.
///   - isQuiet: Whether notices are left out.
/// - Returns: The claims.
/// - Throws: `RunError` when there is no such plan.
func planClaims(
  at folder: String, of problem: PlanProblem? = nil, on console: Console, isQuiet: Bool
) throws(RunError) -> PlanClaims {
  var faults = FaultList()
  let claims = readPlanClaims(at: folder, faults: &faults)
  try check(faults, of: folder, on: console, isQuiet: isQuiet)
  guard let claims else { throw RunError(.badData, "plan.json cannot be used.") }
  guard problem == nil || claims.problem == problem else {
    throw RunError(
      .badData,
      """
      \(clippedForDisplay(folder)) is a plan of \(claims.problem.rawValue), not of \
      \(problem?.rawValue ?? "").
      """)
  }
  return claims
}

/// Stops at errors and tells notices.
func check(
  _ faults: FaultList, of folder: String, on console: Console, isQuiet: Bool
) throws(RunError) {
  guard faults.hasErrors else {
    if !isQuiet { for line in faults.lines { console.errors.line(localized("Notice: \(line)")) } }
    return
  }
  for line in faults.lines { console.errors.line(line) }
  throw RunError(
    exitCode(for: faults), "\(countedFaults(faults)) in \(clippedForDisplay(folder)).")
}

/// How to exit on faults: a missing file is told apart from a wrong one.
func exitCode(for faults: FaultList) -> ExitCode {
  let isMissing = faults.faults.contains { $0.severity == .error && $0.kind == "missing" }
  return isMissing ? .inputMissing : faults.hasErrors ? .badData : .done
}

/// The number of errors, in words.
func countedFaults(_ faults: FaultList) -> String {
  counted(faults.errorCount, "fault", "faults")
}
