// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Reports
internal import Verification
internal import Wording

/// One of the problems of which the plan of a year is made.
///
/// A stage sees its part of the year and what earlier stages decided, and nothing else, so
/// that its plan stays good as long as these are what they were.
protocol PlanStage: Sendable {
  /// What it decides; also the name of its folder in the plan.
  var problem: PlanProblem { get }
  /// The stages whose plans it is fed by.
  var feeders: [PlanProblem] { get }
  /// The gap where none is asked for.
  var gap: Double { get }
  /// Its share of a time limit, beside those of the stages still to plan.
  var share: Double { get }
  /// The file of its plan to open first, and what that says.
  var mainFile: MainFile { get }

  /// Why there is nothing to plan, as a clause such as `courses.csv has no rows`; nothing
  /// where there is.
  func reasonToLeaveOut(of year: ProgrammeYear) -> Sentence?
  /// The year without what the stage does not read.
  func part(of year: ProgrammeYear) -> ProgrammeYear
  /// What earlier stages and earlier years say to it, a text for each.
  func fed(by context: StageContext) -> [String]
  /// Plans it and verifies the plan.
  ///
  /// - Throws: `RunError` when the engine broke, or an earlier stage's plan cannot be read.
  func plan(
    _ context: StageContext, _ search: PlanSearch, on console: Console
  ) throws(RunError) -> StageAnswer
  /// Reads the stage's plan as its folder has it.
  ///
  /// - Throws: `RunError` when it cannot be read.
  func read(
    _ context: StageContext, into decisions: inout YearDecisions, on console: Console
  ) throws(RunError)
  /// Checks the stage's plan as its folder has it.
  ///
  /// - Throws: `RunError` when it cannot be read.
  func verification(
    _ context: StageContext, _ claims: PlanClaims, on console: Console
  ) throws(RunError) -> VerificationReport
}

/// The stages of the plan of a year, each after those that it is fed by.
let yearStages: [any PlanStage] = [
  DispatchStage(), TrainingStage(), ReturneesStage(), ExchangeStage(), DecadeStage(),
]

/// What a stage knows.
struct StageContext {
  /// The year's folder.
  let folder: String
  /// The plan's folder.
  let plan: String
  /// The whole year.
  var input: YearInput
  /// What the stages before it decided.
  var decisions = YearDecisions()
  /// What plans of other years earn.
  var earned: [DecadeDecision] = []
  let isQuiet: Bool

  /// The folder of a stage's plan.
  func folder(of problem: PlanProblem) -> String { "\(plan)/\(problem.rawValue)" }

  /// The year as a stage sees it.
  func input(for stage: any PlanStage) -> YearInput {
    YearInput(stage.part(of: input.year), of: input)
  }

  /// The year whose ten years know what this plan and those of other years decide.
  func knowingEarnings(_ input: YearInput) -> EarnedInput {
    let own = decisions.units(in: input.year).filter { decision in
      !earned.contains { $0.year == decision.year && $0.line == decision.line }
    }
    return EarnedInput(
      input, units: (earned + own).sorted { ($0.year, $0.line) < ($1.year, $1.line) })
  }
}

/// How planning a stage ended.
enum StageAnswer {
  /// With a plan that is verified.
  case planned(StagePlan)
  /// Without one: no plan keeps the hard rules.
  case infeasible(summary: String, document: CanonicalJSON)
  /// Without one: it was stopped.
  case stopped
}

/// The plan of a stage.
struct StagePlan {
  var files: [TextFile]
  var status: DispatchOutcome.Status
  /// What was decided, in a clause.
  var result: Sentence

  /// Keeps a plan; its files are made in English, whatever the reader speaks.
  init(files: @autoclosure () -> [TextFile], status: DispatchOutcome.Status, result: Sentence) {
    self.files = Language.english.spoken { files() }
    self.status = status
    self.result = result
  }
}

extension StageContext {
  /// What of a folder's plan the year's document repeats.
  func claims(of stage: any PlanStage, on console: Console) throws(RunError) -> PlanClaims {
    try planClaims(
      at: folder(of: stage.problem), of: stage.problem, on: console, isQuiet: isQuiet)
  }

  /// Checks a stage's plan as its folder has it.
  func command(_ stage: any PlanStage, dispatch: String? = nil) -> VerifyCommand {
    VerifyCommand(folder, stage: folder(of: stage.problem), dispatch: dispatch, isQuiet: isQuiet)
  }
}
