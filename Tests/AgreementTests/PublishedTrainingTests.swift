// SPDX-License-Identifier: GPL-3.0-or-later

import Engine
import Formulations
import Programme
import Testing
import Verification
import YearGenerator

@Suite("The trainings of fiscal year 2018")
struct PublishedTrainingTests {
  private let year = ShippedDataset.training2018.year

  private func plan(
    _ baseline: TrainingBaseline?, goals: [TrainingGoal] = TrainingData.defaultObjective
  ) throws -> TrainingPlan {
    var options = TrainingOptions()
    options.baseline = baseline
    var year = year
    year.training.objective = goals
    let outcome = try planTraining(year, hosting: standInHosting(for: year), options: options)
    #expect(outcome.status == .optimal)
    return try #require(outcome.plan)
  }

  @Test("are planned in the published days when they are pinned there, and keep the rules")
  func keepThePublishedDays() throws {
    let pins = ShippedDataset.training2018.publishedSessions.map { delegation, session in
      TrainingPin(.delegation(delegation), to: session)
    }
    let found = try plan(TrainingBaseline(pins: pins))
    var sessionOf: [TrainingGroup: TrainingSession] = [:]
    for attendance in found.attendances {
      sessionOf[attendance.group] = found.sessions[attendance.session].session
    }
    for (delegation, session) in ShippedDataset.training2018.publishedSessions {
      #expect(sessionOf[.delegation(delegation)] == session)
    }
    let check = verifyTraining(
      found, in: year, hosting: standInHosting(for: year), pins: pins)
    for rule in check.rules where rule.isBroken {
      Issue.record("\(rule.id): \(rule.violations.prefix(3).map(\.sentence))")
    }
  }

  @Test("train as many people when nothing is pinned")
  func trainAsManyFreely() throws {
    let found = try plan(nil, goals: [.trained])
    let trained = found.attendances.count {
      if case .delegation = $0.group { true } else { false }
    }
    #expect(trained == year.training.delegations.count)
  }
}
