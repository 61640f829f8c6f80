// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// A problem that is planned from a year alone, and again after it was announced.
///
/// Its goal `moved` counts what was announced and is not kept.
package protocol AnnouncedProblem: YearProblem {
  /// The year in which nothing announced has to be kept; of the best plans one is taken that
  /// loses least of it.
  static func movingFreely(_ year: ProgrammeYear) -> ProgrammeYear

  /// The year in which at most so much of what was announced is lost, without the goal
  /// `moved`.
  static func moving(_ year: ProgrammeYear, atMost most: Int) -> ProgrammeYear
}

/// Finds the curve of changes against goals of a problem that is planned from a year alone.
///
/// - Parameters:
///   - year: A year of which `moved` is the first goal.
///   - fewest: Its proven plan.
///   - most: How many numbers of changes are solved between the two ends.
///   - request: Limits and callbacks; the gap is zero whatever it says, and a stop leaves the
///     curve unfinished.
/// - Returns: The curve, exact as far as it was solved.
/// - Throws: `EngineFailure` when the solver broke.
package func changesCurve<Problem: AnnouncedProblem>(
  of year: ProgrammeYear, from fewest: PlannedYear<Problem.Plan>, most: Int,
  request: PlanningRequest<Problem>
) throws(EngineFailure) -> ChangesCurve {
  var request = request
  request.gap = 0
  return try changesCurve(from: fewest, most: most) { () throws(EngineFailure) in
    try Problem.checkedPlan(Problem.movingFreely(year), request)
  } atMost: { moved throws(EngineFailure) in
    try Problem.checkedPlan(Problem.moving(year, atMost: moved), request)
  }
}

extension ReturneeActivities: AnnouncedProblem {
  package static func movingFreely(_ year: ProgrammeYear) -> ProgrammeYear {
    var year = year
    year.returnees.rules.strictness[.announced] = .off
    year.returnees.objective = year.returnees.objective.filter { $0 != .moved } + [.moved]
    return year
  }

  package static func moving(_ year: ProgrammeYear, atMost most: Int) -> ProgrammeYear {
    var year = year
    year.returnees.rules.strictness[.announced] = .hard
    year.returnees.rules.mostMoved = most
    year.returnees.objective = year.returnees.objective.filter { $0 != .moved }
    return year
  }
}
