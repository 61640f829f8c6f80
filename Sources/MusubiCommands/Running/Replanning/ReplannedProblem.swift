// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import Programme
internal import ProgrammeFiles
internal import Reports

/// What a problem offers so that a plan of it can be made again after it was announced.
protocol ReplannedProblem: Sendable {
  /// What somebody was told.
  associatedtype Announced: Sendable
  associatedtype Outcome: PlanOutcome
  /// The plan as it is told.
  associatedtype Told: ReplannedPlan

  /// What an earlier plan of a year says.
  ///
  /// - Throws: `RunError` when it cannot be used.
  func announced(
    by baseline: String, _ claims: PlanClaims, in input: YearInput, on console: Console,
    isQuiet: Bool
  ) throws(RunError) -> [Announced]

  /// The scenario that says who was told what, that nobody has to keep it, and that as many
  /// as possible do; without a year it leaves the goals alone and says nothing.
  func announcing(_ announced: [Announced], in year: ProgrammeYear?) -> Scenario?

  /// As many as the year still has.
  func kept(_ announced: [Announced], in year: ProgrammeYear) -> [Announced]

  /// People of the year whose announced place is in it no more: no goal counts them.
  func peopleWithoutPlace(_ announced: [Announced], in year: ProgrammeYear) -> Int

  /// A scenario for each thing that options say.
  ///
  /// - Throws: `RunError` with the nearest right name for one that is unknown.
  func scenarios(
    _ changes: ReplanChangesAsked, in year: ProgrammeYear, _ announced: [Announced]
  ) throws(RunError) -> [Scenario]

  /// Decisions that stand in the year's files, each with the year without it.
  func decisions(in year: ProgrammeYear)
    -> [(decision: Decision, without: @Sendable () -> ProgrammeYear)]

  /// Plans a year with no gap on one thread, and checks the plan.
  ///
  /// - Throws: `EngineFailure` when the solver broke.
  func checkedPlan(
    of year: ProgrammeYear, isOver: @escaping @Sendable () -> Bool
  ) throws(EngineFailure) -> Outcome
}
