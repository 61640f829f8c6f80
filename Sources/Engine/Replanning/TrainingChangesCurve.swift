// SPDX-License-Identifier: GPL-3.0-or-later

internal import Formulations
package import Programme
internal import Verification
internal import Wording

/// Finds the curve of changes against goals of trainings; changes are people.
///
/// - Parameters:
///   - year: A year of which `moved` is the first goal of trainings.
///   - hosting: Who leaves with each cohort, and who hosts.
///   - fewest: Its proven plan.
///   - most: How many numbers of changes are solved between the two ends.
///   - options: As for `planTraining`, but with no gap; a stop leaves the curve unfinished.
/// - Returns: The curve, exact as far as it was solved.
/// - Throws: `EngineFailure` when the solver broke.
package func changesCurve(
  of year: ProgrammeYear, hosting: HostingFacts, from fewest: TrainingOutcome, most: Int,
  options: TrainingOptions
) throws(EngineFailure) -> ChangesCurve {
  var options = options
  options.gap = 0
  return try changesCurve(from: fewest, most: most) { () throws(EngineFailure) in
    try checkedTraining(of: year.trainingFreely, hosting: hosting, options: options)
  } atMost: { moved throws(EngineFailure) in
    try checkedTraining(of: year.training(moving: moved), hosting: hosting, options: options)
  }
}

/// Plans the trainings of a year, and checks the plan against the data.
///
/// - Throws: `EngineFailure` when the solver broke, or the plan is not what it claims to be.
package func checkedTraining(
  of year: ProgrammeYear, hosting: HostingFacts, options: TrainingOptions
) throws(EngineFailure) -> TrainingOutcome {
  let outcome = try planTraining(year, hosting: hosting, options: options)
  guard let plan = outcome.plan else { return outcome }
  let verification = verifyTraining(
    plan, in: year, hosting: hosting, baseline: options.baseline?.attendances,
    pins: options.baseline?.keptPins(by: year.training.rules) ?? [], claimed: outcome.tiers)
  guard verification.isValid else {
    throw EngineFailure("A plan does not pass its verification.")
  }
  return outcome
}

extension ProgrammeYear {
  /// The year in which every group may be moved; of the best plans one is taken that moves
  /// fewest people.
  fileprivate var trainingFreely: ProgrammeYear {
    var year = self
    year.training.rules.strictness[.announced] = .off
    year.training.objective = training.objective.filter { $0 != .moved } + [.moved]
    return year
  }

  /// The year in which at most so many people lose the session announced to them.
  package func training(moving most: Int) -> ProgrammeYear {
    var year = self
    year.training.rules.strictness[.announced] = .hard
    year.training.rules.mostMoved = most
    year.training.objective = training.objective.filter { $0 != .moved }
    return year
  }
}
