// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Glibc
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// A plan of trainings as its folder has it now, with what it was made from.
struct WrittenTraining {
  let input: TrainingInput
  /// Who joins what by `delegates.csv`, with rooms for everybody.
  let plan: TrainingPlan
  /// How `delegates.csv` differs from what `plan.json` says was written.
  let edits: [HandEdit]
  /// What `plan.json` claims.
  let claims: PlanClaims

  /// Reads a plan's folder.
  ///
  /// - Parameters:
  ///   - folder: The plan's folder.
  ///   - input: The year that it is a plan of.
  ///   - dispatch: The folder of the dispatch plan that it was made with, if any.
  ///   - earlier: The folder of the earlier plan that it was made with, if any.
  ///   - claims: What its document claims.
  ///   - console: Where faults are told.
  ///   - isQuiet: Whether notices are left out.
  /// - Throws: `RunError` when one of them cannot be used.
  init(
    at folder: String, of input: YearInput, dispatch: String?, pinFrom earlier: String?,
    claims: PlanClaims, on console: Console, isQuiet: Bool
  ) throws(RunError) {
    let year = input.year
    self.claims = claims
    self.input = try TrainingInput(
      input, dispatch: dispatch, pinFrom: earlier, claimedBy: claims, on: console,
      isQuiet: isQuiet)
    let reading = readDelegates(at: folder, for: year)
    try check(reading.faults, of: folder, on: console, isQuiet: isQuiet)
    let delegates = reading.delegates ?? []
    edits = handEdits(of: delegates, since: claims, in: year)
    var rooms: [TrainingSession: (single: Int, twin: Int)] = [:]
    // Without the file no session says which rooms it holds.
    if unsafe access("\(folder)/\(SessionColumn.file)", F_OK) == 0 {
      let reading = readSessions(at: folder, for: year)
      try check(reading.faults, of: folder, on: console, isQuiet: isQuiet)
      for row in reading.sessions ?? [] {
        rooms[row.session.session] = (row.session.singleRooms, row.session.twinRooms)
      }
    }
    plan = roomSplit(
      of: TrainingPlan(
        joining: delegates.compactMap { row in row.session.map { (row.group, $0) } },
        rooms: rooms),
      in: year, hosting: self.input.hosting)
  }
}

extension WrittenTraining {
  /// Reads a plan that has to be of this very year, and as it was written.
  ///
  /// - Throws: `RunError` when it is not, or breaks a rule.
  init(
    asWrittenAt folder: String, of input: YearInput, dispatch: String?, on console: Console,
    isQuiet: Bool
  ) throws(RunError) {
    let claims = try planClaims(at: folder, of: .training, on: console, isQuiet: isQuiet)
    let name = clippedForDisplay(folder)
    guard claims.inputDigest == input.digest else {
      throw RunError(
        .badData,
        """
        \(name) is not a plan of the year as it is: it was made from other files, or with \
        scenarios. Leave --baseline out, and the year is planned.
        """)
    }
    guard claims.baselineDigest == nil else {
      throw RunError(
        .badData,
        """
        \(name) was made with --pin-from, so that scenarios would be compared with what is \
        pinned. Leave --baseline out, and the year is planned.
        """)
    }
    try self.init(
      at: folder, of: input, dispatch: dispatch, pinFrom: nil, claims: claims, on: console,
      isQuiet: isQuiet)
    guard edits.isEmpty else {
      throw RunError(
        .badData,
        """
        \(name) was edited by hand, so that the goals in its plan.json are of another plan. \
        Plan it again with --pin-from first, or leave --baseline out.
        """)
    }
    let verification = verifyTraining(
      plan, in: input.year, hosting: self.input.hosting, claimed: claims.tiers)
    guard verification.isValid else {
      throw RunError(
        .badData, "\(name) is not valid; musubi verify says what it breaks.")
    }
  }

  /// The plan as a run would have given it.
  var outcome: TrainingOutcome {
    TrainingOutcome(
      status: DispatchOutcome.Status(rawValue: claims.status) ?? .feasible, plan: plan,
      tiers: claims.tiers)
  }
}
