// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing
import Verification

@testable import YearGenerator

@Suite("Why delegations of a large year wait")
struct WaitingScaleTests {
  @Test(
    "is told of two thousand at once, in a sentence each",
    arguments: [false, true])
  func told(isPlanned: Bool) {
    let year = generateYear(applicants: 600, schools: 2_400, seed: 1, delegations: 2_000)
    let hosting = standInHosting(for: year)
    let plan =
      isPlanned
      ? trainingWitness(of: year, hosting: hosting) : TrainingPlan(sessions: [], attendances: [])
    let training = plan.attendances.count {
      if case .delegation = $0.group { true } else { false }
    }
    let reasons = whyWaiting(plan, in: year, hosting: hosting)
    #expect(reasons.count == 2_000 - training)
    #expect(reasons.allSatisfy { $0.sentence.hasSuffix(".") && $0.sentence.count < 300 })
    #expect(reasons.contains { $0.possible == 0 })
    #expect(reasons.contains { !$0.obstacles.isEmpty } == isPlanned)
  }
}
