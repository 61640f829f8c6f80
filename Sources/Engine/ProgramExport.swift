// SPDX-License-Identifier: GPL-3.0-or-later

package import Formulations
package import IntegerProgramming
package import Programme
internal import Wording

/// The integer program of one tier of a dispatch, as it is solved.
///
/// The tiers before it are held at the values they have reached; a fairness
/// tier is a sequence of programs, one for each level, of which the levels
/// before are held.
///
/// - Parameters:
///   - year: A checked programme year.
///   - baseline: The earlier plan the values were reached with, if any.
///   - tiers: Values of the tiers before the wanted one, in any order.
///   - levels: Levels of the fairness tiers, in the order they were proven.
///   - tier: The name of the wanted tier.
///   - level: For a fairness tier, which of its levels, from 1; the last one if
///     left out.
/// - Returns: The program with the wanted tier as its only one.
/// - Throws: `EngineFailure` when there is no such tier or level, or the value
///   of an earlier tier is missing.
package func exportDispatchProgram(
  _ year: ProgrammeYear, baseline: [EarlierPlacement]?, tiers: [TierResult],
  levels: [FairnessLevel], tier: String, level: Int?
) throws(EngineFailure) -> IntegerProgram {
  let formulation = DispatchFormulation(year, baseline: baseline)
  let stability = year.objective.first { Goal.stability.contains($0) }
  if let stability, !formulation.knowsStability {
    throw EngineFailure(
      """
      \(stability.rawValue) can be written for years with up to \
      \(DispatchFormulation.mostTriplesForStability) eligible triples; this one has \
      \(formulation.triples.count).
      """)
  }
  return try TierExport(
    names: DispatchFormulation.tierNames(of: year, hasBaseline: baseline != nil),
    program: formulation.program, objectives: formulation.objectives,
    fairnessGroups: formulation.fairnessGroups
  ).program(of: tier, level: level, after: tiers, levels)
}

/// The integer programs of the trainings of a year, as they are solved.
package struct TrainingExport {
  private let export: TierExport

  /// Formulates the trainings.
  ///
  /// - Parameters:
  ///   - year: A checked programme year.
  ///   - hosting: Who leaves with each cohort, and who hosts.
  ///   - baseline: What the values were reached with, if anything.
  ///   - resolution: How closely time is looked at.
  /// - Throws: `EngineFailure` when the program would not fit into memory.
  package init(
    _ year: ProgrammeYear, hosting: HostingFacts, baseline: TrainingBaseline?,
    resolution: TimeResolution = .exact
  ) throws(EngineFailure) {
    let eligibility = TrainingEligibility(year, hosting: hosting)
    let baseline = baseline?.kept(by: year.training.rules)
    let classes = eligibility.classes(baseline)
    let joins = classes.reduce(0) { $0 + $1.sessions.count }
    guard resolution != .exact || joins <= mostJoinsOfTrainings else {
      throw EngineFailure(
        """
        The program would have more than \(joins) columns, and \(mostJoinsOfTrainings) can be \
        written. Take --look month or --look year, which count the sessions of a month or of the \
        year as one.
        """)
    }
    let formulation = TrainingFormulation(
      eligibility, classes, baseline: baseline, resolution: resolution)
    export = TierExport(
      names: TrainingFormulation.tierNames(of: year, hasBaseline: baseline != nil),
      program: formulation.program, objectives: formulation.objectives,
      fairnessGroups: formulation.fairnessGroups)
  }

  /// The program of one tier.
  ///
  /// - Parameters:
  ///   - tier: The name of the wanted tier.
  ///   - level: For a fairness tier, which of its levels, from 1; the last one if left
  ///     out.
  ///   - tiers: Values of the tiers before the wanted one, in any order.
  ///   - levels: Levels of the fairness tier, in the order they were proven.
  /// - Returns: The program with the wanted tier as its only one.
  /// - Throws: `EngineFailure` when there is no such tier or level, or the value of an
  ///   earlier tier is missing.
  package func program(
    of tier: String, level: Int?, after tiers: [TierResult], _ levels: [FairnessLevel]
  ) throws(EngineFailure) -> IntegerProgram {
    try export.program(of: tier, level: level, after: tiers, levels)
  }
}

/// Writes out the integer program of one tier of returnees' activities, as it is solved.
///
/// - Parameters:
///   - year: A checked programme year.
///   - tiers: Values of the tiers before the wanted one, in any order.
///   - levels: Levels of the fairness tier, in the order they were proven.
///   - tier: The name of the wanted tier.
///   - level: For the fairness tier, which of its levels, from 1; the last one if left
///     out.
/// - Returns: The program with the wanted tier as its only one.
/// - Throws: `EngineFailure` when there is no such tier or level, or the value of an
///   earlier tier is missing.
package func exportReturneesProgram(
  _ year: ProgrammeYear, tiers: [TierResult], levels: [FairnessLevel], tier: String, level: Int?
) throws(EngineFailure) -> IntegerProgram {
  let formulation = ReturneeFormulation(ReturneeEligibility(year))
  return try TierExport(
    names: ReturneeFormulation.tierNames(of: year), program: formulation.program,
    objectives: formulation.objectives, fairnessGroups: formulation.fairnessGroups
  ).program(of: tier, level: level, after: tiers, levels)
}

/// Writes out the integer program of one tier of exchange, with all its weeks.
///
/// - Parameters:
///   - year: A checked programme year.
///   - tiers: Values of the tiers before the wanted one, in any order.
///   - levels: Levels of the fairness tier, in the order they were proven.
///   - tier: The name of the wanted tier.
///   - level: For the fairness tier, which of its levels, from 1; the last one if left
///     out.
/// - Returns: The program with the wanted tier as its only one.
/// - Throws: `EngineFailure` when there is no such tier or level, the value of an
///   earlier tier is missing, or the program would not fit into memory.
package func exportExchangeProgram(
  _ year: ProgrammeYear, tiers: [TierResult], levels: [FairnessLevel], tier: String, level: Int?
) throws(EngineFailure) -> IntegerProgram {
  let eligibility = ExchangeEligibility(year)
  let columns = ExchangeFormulation.columns(of: eligibility)
  guard columns <= mostColumnsOfExchange else {
    throw EngineFailure(
      """
      The program would have more than \(columns) columns; \(mostColumnsOfExchange) can be \
      written. Ask for fewer schools or weeks.
      """)
  }
  let formulation = ExchangeFormulation(eligibility)
  return try TierExport(
    names: ExchangeFormulation.tierNames(of: year), program: formulation.program,
    objectives: formulation.objectives, fairnessGroups: formulation.fairnessGroups
  ).program(of: tier, level: level, after: tiers, levels)
}

/// Columns of a program of exchange that is still written out.
let mostColumnsOfExchange = 2_000_000

/// Writes out the integer program of one goal of ten years, as it is solved.
///
/// - Parameters:
///   - year: A checked programme year.
///   - tiers: Values of the goals before the wanted one, in any order.
///   - levels: Levels of `fairness-aims`, in the order they were proven.
///   - tier: The name of the wanted goal.
///   - level: For `fairness-aims`, which of its levels, from 1; the last one if left
///     out.
/// - Returns: The program with the wanted goal as its only one.
/// - Throws: `EngineFailure` when there is no such goal or level, or the value of an
///   earlier goal is missing.
package func exportDecadeProgram(
  _ year: ProgrammeYear, tiers: [TierResult], levels: [FairnessLevel], tier: String, level: Int?
) throws(EngineFailure) -> IntegerProgram {
  let formulation = DecadeFormulation(year)
  return try TierExport(
    names: DecadeFormulation.tierNames(of: year), program: formulation.program,
    objectives: formulation.objectives, fairnessGroups: formulation.aimGroups
  ).program(of: tier, level: level, after: tiers, levels)
}

/// Pairs of a class and a session of which a program is still made: each is a column
/// and a row or more.
let mostJoinsOfTrainings = 1_000_000

/// A formulation with its tiers, of which one is written out.
private struct TierExport {
  let names: [String]
  let program: IntegerProgram
  let objectives: [String: Tier]
  let fairnessGroups: [FairnessGroup]

  private func groups(_ name: String) -> [FairnessGroup] {
    fairnessGroups.filter { $0.tier == name }
  }

  func program(
    of tier: String, level: Int?, after tiers: [TierResult], _ levels: [FairnessLevel]
  ) throws(EngineFailure) -> IntegerProgram {
    guard let position = names.firstIndex(of: tier) else {
      throw EngineFailure(
        "This year has no tier \(tier); its tiers are \(names.joined(separator: ", ")).")
    }
    var stack = TierStack(program, clock: RunClock(DispatchOptions()))
    for name in names[..<position] {
      if name.hasPrefix("fairness") {
        for reached in levels where reached.tier == name {
          let tier = stack.addLevel(reached.threshold, of: groups(name), in: name)
          stack.hold(tier, at: reached.count)
        }
      } else {
        guard let value = tiers.first(where: { $0.name == name })?.value,
          let objective = objectives[name]
        else {
          throw EngineFailure("The tier \(tier) comes after \(name), whose value is not known.")
        }
        stack.program.hold(objective, at: value)
      }
    }
    guard tier.hasPrefix("fairness") else {
      stack.program.tiers = objectives[tier].map { [$0] } ?? []
      return stack.program
    }
    let own = levels.filter { $0.tier == tier }
    guard let wanted = level ?? (own.isEmpty ? nil : own.count), own.indices.contains(wanted - 1)
    else {
      throw EngineFailure("The tier \(tier) has \(own.count) levels; asked for \(level ?? 1).")
    }
    for reached in own[..<(wanted - 1)] {
      let tier = stack.addLevel(reached.threshold, of: groups(tier), in: tier)
      stack.hold(tier, at: reached.count)
    }
    stack.program.tiers = [
      stack.addLevel(own[wanted - 1].threshold, of: groups(tier), in: tier)
    ]
    return stack.program
  }
}
