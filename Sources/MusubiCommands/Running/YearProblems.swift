// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

/// A problem that is planned from a year alone, as commands know it.
///
/// `whatif`, `explain` and `diagnose` know it by this and by its place in
/// `PlanProblem.fromYearAlone`.
protocol CommandedProblem: ExplainedProblem, LeveredProblem {
  /// Refuses a year in which there is nothing to plan.
  ///
  /// - Throws: `RunError` that says what is missing.
  static func check(_ input: YearInput, in folder: String) throws(RunError)

  /// Reads a plan back, and says what its document and its table do not agree in.
  ///
  /// - Throws: `RunError` when there are faults.
  static func readPlan(
    at folder: String, of input: YearInput, claims: PlanClaims, on console: Console, isQuiet: Bool
  ) throws(RunError) -> (plan: Plan, contradictions: [String])
}

extension PlanProblem {
  /// The problem, if it is planned from a year alone.
  var fromYearAlone: (any CommandedProblem.Type)? {
    switch self {
    case .dispatch, .training: nil
    case .returnees: ReturneeActivities.self
    case .exchange: TeacherExchange.self
    case .decade: TenYears.self
    }
  }

  /// The gap of comparisons where none is given.
  var usualGap: Double { self == .decade ? DecadeOptions().gap : DispatchOptions().gap }
}

extension ReturneeActivities: CommandedProblem {
  static func check(_ input: YearInput, in folder: String) throws(RunError) {
    try checkActivities(of: input.year, in: folder)
  }

  static func readPlan(
    at folder: String, of input: YearInput, claims: PlanClaims, on console: Console, isQuiet: Bool
  ) throws(RunError) -> (plan: ReturneePlan, contradictions: [String]) {
    let reading = readParticipations(at: folder, for: input.year)
    try MusubiCommands.check(reading.faults, of: folder, on: console, isQuiet: isQuiet)
    let plan = reading.plan ?? ReturneePlan([])
    return (
      plan,
      claims.lists(plan, of: input.year)
        ? []
        : [localized("plan.json and participations.csv do not list the same participations.")]
    )
  }
}

extension TeacherExchange: CommandedProblem {
  static func check(_ input: YearInput, in folder: String) throws(RunError) {
    try checkExchange(of: input.year, in: folder)
  }

  static func readPlan(
    at folder: String, of input: YearInput, claims: PlanClaims, on console: Console, isQuiet: Bool
  ) throws(RunError) -> (plan: ExchangePlan, contradictions: [String]) {
    let reading = readPartnerships(at: folder, for: input.year)
    try MusubiCommands.check(reading.faults, of: folder, on: console, isQuiet: isQuiet)
    let plan = reading.plan ?? ExchangePlan([])
    return (
      plan,
      claims.lists(plan, of: input.year)
        ? [] : [localized("plan.json and partnerships.csv do not list the same partnerships.")]
    )
  }
}

extension TenYears: CommandedProblem {
  static func check(_ input: YearInput, in _: String) throws(RunError) { try input.checkDecade() }

  static func readPlan(
    at folder: String, of input: YearInput, claims: PlanClaims, on console: Console, isQuiet: Bool
  ) throws(RunError) -> (plan: DecadePlan, contradictions: [String]) {
    let reading = readDecadePlan(at: folder, for: input.year)
    try MusubiCommands.check(reading.faults, of: folder, on: console, isQuiet: isQuiet)
    return (
      reading.plan ?? DecadePlan(units: []),
      reading.plan?.units == claims.units
        ? [] : [localized("plan.json and units.csv do not list the same units.")]
    )
  }
}
