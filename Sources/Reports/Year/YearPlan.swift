// SPDX-License-Identifier: GPL-3.0-or-later

package import Engine
package import Programme
package import ProgrammeFiles
package import Wording

/// The file of a stage's plan to open first.
package struct MainFile: Sendable {
  package let name: String
  /// What the file says, in a clause.
  package let says: Sentence

  package init(name: String, says: Sentence) {
    self.name = name
    self.says = says
  }
}

/// How a stage of the plan of a year stands.
package struct YearStage: Sendable {
  package enum State: Sendable {
    /// It has a plan; of an earlier run where nothing that it reads has changed.
    case planned(
      status: DispatchOutcome.Status, tiers: [TierResult], result: Sentence, isKept: Bool)
    /// The year has nothing for it to plan.
    case leftOut(reason: Sentence)
    /// No plan keeps the hard rules; what was found, in words and for programs.
    case infeasible(summary: String, document: CanonicalJSON)
    /// The search was stopped before there was a plan.
    case stopped
    /// It was not begun.
    case waiting(reason: Sentence)
  }

  package var problem: PlanProblem
  package var state: State
  /// The file of its plan to open first, and what that says.
  package var mainFile: MainFile

  package init(
    _ problem: PlanProblem, _ state: State, mainFile: MainFile
  ) {
    self.problem = problem
    self.state = state
    self.mainFile = mainFile
  }

  /// Whether it has a plan, or needs none.
  package var isReady: Bool {
    switch state {
    case .planned, .leftOut: true
    case .infeasible, .stopped, .waiting: false
    }
  }

  /// How it stands, in one word for documents.
  var word: String {
    switch state {
    case .planned(let status, _, _, _): status.rawValue
    case .leftOut: "left-out"
    case .infeasible: DispatchOutcome.Status.infeasible.rawValue
    case .stopped: DispatchOutcome.Status.unknown.rawValue
    case .waiting: "waiting"
    }
  }
}

/// The plan of a whole year, stage by stage, and all that is said about it.
package struct YearPlan: Sendable {
  package let year: ProgrammeYear
  /// Digest of the year's files and of the scenarios.
  package let inputDigest: String
  package let scenarios: [Scenario]
  /// Relative gap that was asked of all stages; each has its own without one.
  package let askedGap: Double?
  package var stages: [YearStage] = []
  /// What the stages decided.
  package var decisions = YearDecisions()

  package init(
    _ year: ProgrammeYear, inputDigest: String, scenarios: [Scenario], askedGap: Double?
  ) {
    self.year = year
    self.inputDigest = inputDigest
    self.scenarios = scenarios
    self.askedGap = askedGap
  }
}

extension YearPlan {
  /// How the whole plan stands: as its worst stage.
  package var status: DispatchOutcome.Status {
    var worst = DispatchOutcome.Status.optimal
    for stage in stages {
      switch stage.state {
      case .infeasible: return .infeasible
      case .stopped, .waiting: worst = .unknown
      case .planned(.feasible, _, _, _) where worst == .optimal: worst = .feasible
      case .planned, .leftOut: break
      }
    }
    return worst
  }

  /// The stages that have a plan.
  var planned: [(stage: YearStage, tiers: [TierResult])] {
    stages.compactMap { stage in
      guard case .planned(_, let tiers, _, _) = stage.state else { return nil }
      return (stage, tiers)
    }
  }

  /// The largest relative distance between value and bound over all stages.
  var gap: Double { planned.map { largestGap(of: $0.tiers) }.max() ?? 0 }

  /// Whom the plan reaches; nothing where the year says no lines that count it.
  package var reach: YearReach? {
    let units = decisions.units(in: year)
    return units.isEmpty ? nil : YearReach(of: units, lines: year.decade.lines)
  }

  /// What the next year must know.
  package var ledger: Ledger { Ledger(after: year, decisions) }

  /// The files of the plan's folder beside the folders of stages, the document last.
  package var files: [TextFile] {
    scenarioFiles(scenarios) + [ledgerFile(of: ledger)]
      + (reach.map { [earnedFile(of: $0, for: year)] } ?? [])
      + [TextFile(name: planDocumentName, bytes: document.bytes())]
  }
}
