// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Formulations
internal import IntegerProgramming
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Wording

extension ExportCommand {
  /// What the goals have reached.
  private typealias Reached = (tiers: [TierResult], levels: [FairnessLevel])

  /// The program of the wanted goal.
  func program(
    of input: YearInput, in folder: String, on console: Console
  ) throws(RunError) -> IntegerProgram {
    switch problem {
    case .dispatch: try dispatchProgram(of: input, on: console)
    case .training: try trainingProgram(of: input, in: folder, on: console)
    case .returnees: try returneesProgram(of: input, in: folder, on: console)
    case .exchange: try exchangeProgram(of: input, in: folder, on: console)
    case .decade: try decadeProgram(of: input, on: console)
    }
  }

  private func dispatchProgram(
    of input: YearInput, on console: Console
  ) throws(RunError) -> IntegerProgram {
    let names = DispatchFormulation.tierNames(of: input.year, hasBaseline: baseline != nil)
    let wanted = try wantedTier(among: names)
    let claims = try claims(of: input, on: console)
    let earlier: [EarlierPlacement]?
    if let claims {
      earlier = try input.baseline(
        at: baseline, claimedBy: claims, on: console, isQuiet: isQuiet)
    } else if let baseline {
      earlier = try input.baseline(at: baseline, on: console, isQuiet: isQuiet)
    } else {
      earlier = nil
    }
    let reached = try values(claims, of: names) { () throws(RunError) in
      let outcome = try PlanSearch(
        gap: DispatchOptions().gap, timeLimit: timeLimit, isQuiet: isQuiet
      ).dispatch(input.year, baseline: earlier, on: console)
      return (outcome.status, (outcome.tiers, outcome.levels))
    }
    return try exported { () throws(EngineFailure) in
      try exportDispatchProgram(
        input.year, baseline: earlier, tiers: reached.tiers, levels: reached.levels,
        tier: wanted.name, level: wanted.level)
    }
  }

  private func trainingProgram(
    of input: YearInput, in folder: String, on console: Console
  ) throws(RunError) -> IntegerProgram {
    let names = TrainingFormulation.tierNames(of: input.year, hasBaseline: pinFrom != nil)
    let wanted = try wantedTier(among: names)
    let claims = try claims(of: input, on: console)
    let training =
      if let claims {
        try TrainingInput(
          input, dispatch: dispatch, pinFrom: pinFrom, claimedBy: claims, on: console,
          isQuiet: isQuiet)
      } else {
        try TrainingInput(
          input, dispatch: dispatch, pinFrom: pinFrom, on: console, isQuiet: isQuiet)
      }
    try training.checkCourses(in: folder)
    // Nobody waits for a plan whose program is not written after all.
    let formulation = try exported { () throws(EngineFailure) in
      try TrainingExport(
        input.year, hosting: training.hosting, baseline: training.baseline, resolution: look)
    }
    let reached = try values(claims, of: names) { () throws(RunError) in
      let outcome = try PlanSearch(
        gap: TrainingOptions().gap, timeLimit: timeLimit, isQuiet: isQuiet
      ).training(training, on: console)
      return (outcome.status, (outcome.tiers, outcome.levels))
    }
    return try exported { () throws(EngineFailure) in
      try formulation.program(
        of: wanted.name, level: wanted.level, after: reached.tiers, reached.levels)
    }
  }

  private func returneesProgram(
    of input: YearInput, in folder: String, on console: Console
  ) throws(RunError) -> IntegerProgram {
    try checkActivities(of: input.year, in: folder)
    let names = ReturneeFormulation.tierNames(of: input.year)
    let wanted = try wantedTier(among: names)
    let reached = try values(try claims(of: input, on: console), of: names) {
      () throws(RunError) in
      let outcome = try PlanSearch(
        gap: ReturneeOptions().gap, timeLimit: timeLimit, isQuiet: isQuiet
      ).returnees(input.year, on: console)
      return (outcome.status, (outcome.tiers, outcome.levels))
    }
    return try exported { () throws(EngineFailure) in
      try exportReturneesProgram(
        input.year, tiers: reached.tiers, levels: reached.levels, tier: wanted.name,
        level: wanted.level)
    }
  }

  private func exchangeProgram(
    of input: YearInput, in folder: String, on console: Console
  ) throws(RunError) -> IntegerProgram {
    try checkExchange(of: input.year, in: folder)
    let names = ExchangeFormulation.tierNames(of: input.year)
    let wanted = try wantedTier(among: names)
    let reached = try values(try claims(of: input, on: console), of: names) {
      () throws(RunError) in
      let outcome = try PlanSearch(
        gap: ExchangeOptions().gap, timeLimit: timeLimit, isQuiet: isQuiet
      ).exchange(input.year, on: console)
      return (outcome.status, (outcome.tiers, outcome.levels))
    }
    return try exported { () throws(EngineFailure) in
      try exportExchangeProgram(
        input.year, tiers: reached.tiers, levels: reached.levels, tier: wanted.name,
        level: wanted.level)
    }
  }

  private func decadeProgram(
    of input: YearInput, on console: Console
  ) throws(RunError) -> IntegerProgram {
    try input.checkDecade()
    let names = DecadeFormulation.tierNames(of: input.year)
    let wanted = try wantedTier(among: names)
    let reached = try values(try claims(of: input, on: console), of: names) {
      () throws(RunError) in
      let outcome = try PlanSearch(
        gap: DecadeOptions().gap, timeLimit: timeLimit, isQuiet: isQuiet
      ).decade(input.year, on: console)
      return (outcome.status, (outcome.tiers, outcome.levels))
    }
    return try exported { () throws(EngineFailure) in
      try exportDecadeProgram(
        input.year, tiers: reached.tiers, levels: reached.levels, tier: wanted.name,
        level: wanted.level)
    }
  }

  /// The goal that is asked for, or the last one.
  private func wantedTier(
    among names: [String]
  ) throws(RunError) -> (name: String, level: Int?) {
    guard let wanted = tier ?? names.last.map({ ($0, nil) }) else {
      throw RunError(.badData, "the year has no goals; objective in programme.json5 is empty.")
    }
    guard names.contains(wanted.name) else {
      throw RunError(
        .usage,
        """
        this year has no tier \(clippedForDisplay(wanted.name)); it has \
        \(names.joined(separator: ", ")).
        """)
    }
    return wanted
  }

  /// The claims of the plan given, which has to be of this very year.
  private func claims(
    of input: YearInput, on console: Console
  ) throws(RunError) -> PlanClaims? {
    guard let plan else { return nil }
    let claims = try planClaims(at: plan, of: problem, on: console, isQuiet: isQuiet)
    guard claims.inputDigest == input.digest else {
      let names = claims.scenarios.map(\.name)
      let isWithoutThem = names != input.scenarios.map(\.name)
      throw RunError(
        .badData,
        names.isEmpty || !isWithoutThem
          ? "the plan was made from other data; its values do not hold here."
          : """
          the plan was made with \(scenariosInWords(names)); its values hold only with the same \
          --scenario.
          """)
    }
    return claims
  }

  /// What the goals have reached: by the plan given, or by a run.
  private func values(
    _ claims: PlanClaims?, of names: [String],
    run: () throws(RunError) -> (DispatchOutcome.Status, Reached)
  ) throws(RunError) -> Reached {
    if let claims { return (claims.tiers, claims.levels) }
    // Nothing is held before the first goal.
    if let tier, tier.name == names.first, !tier.name.hasPrefix("fairness") { return ([], []) }
    let (status, reached) = try run()
    switch status {
    case .optimal: return reached
    case .infeasible: throw RunError(.infeasible, "no plan keeps the hard rules.")
    case .feasible, .unknown:
      throw RunError(.stoppedWithoutPlan, "stopped before every goal was proven.")
    }
  }

  private func exported<Export>(
    _ export: () throws(EngineFailure) -> Export
  ) throws(RunError) -> Export {
    do throws(EngineFailure) {
      return try export()
    } catch {
      throw RunError(.badData, said: error.description)
    }
  }
}
