// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import Reports

/// A stage that is planned from its own tables alone: nothing that an earlier stage decides
/// changes it.
protocol FreeStage: PlanStage {
  associatedtype Problem: CommandedProblem
}

extension FreeStage {
  var problem: PlanProblem { Problem.problem }
  var feeders: [PlanProblem] { [] }
  var share: Double { 2 }

  func fed(by context: StageContext) -> [String] { [] }

  /// The stage's plan as its folder has it.
  func written(_ context: StageContext, on console: Console) throws(RunError) -> Problem.Plan {
    try Problem.readPlan(
      at: context.folder(of: problem), of: context.input,
      claims: try context.claims(of: self, on: console), on: console, isQuiet: context.isQuiet
    ).plan
  }

  func verification(
    _ context: StageContext, _ claims: PlanClaims, on console: Console
  ) throws(RunError) -> VerificationReport {
    try context.command(self).report(of: Problem.self, context.input, claims, on: console)
  }
}
