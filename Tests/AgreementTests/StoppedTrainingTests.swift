// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import Synchronization
internal import Testing
internal import Wording
internal import Verification
internal import YearGenerator

@Suite("Trainings of a generated year that are stopped")
struct StoppedTrainingTests {
  @Test(
    "have a valid plan with true bounds as soon as sessions are placed", arguments: 1...4)
  func stopped(seed: UInt64) throws {
    let year = generateYear(applicants: 80, schools: 90, seed: seed, delegations: 90)
    let hosting = standInHosting(for: year)
    // The plan the year was made around is one of those that a bound has to leave room for.
    let witness = verifyTraining(
      trainingWitness(of: year, hosting: hosting), in: year, hosting: hosting, baseline: nil)
    let possible = try #require(witness.tiers.first { $0.name == "trained" }?.value)
    let isOver = Mutex(false)
    var options = TrainingOptions()
    options.progress = { step in
      // The plan is still made a start of, from then on nothing may take long.
      if step.step.description.hasSuffix("are left over") { isOver.withLock { $0 = true } }
    }
    let calls = Mutex(0)
    options.isCancelled = {
      guard isOver.withLock({ $0 }) else { return false }
      return calls.withLock { calls in
        calls += 1
        return calls > 2_000
      }
    }
    let outcome = try planTraining(year, hosting: hosting, options: options)
    let plan = try #require(outcome.plan)
    let verification = verifyTraining(
      plan, in: year, hosting: hosting, baseline: nil, pins: [], claimed: outcome.tiers)
    #expect(verification.isValid)
    let trained = try #require(outcome.tiers.first { $0.name == "trained" })
    #expect(trained.value > 0)
    #expect(trained.bound >= max(trained.value, possible))
    #expect(outcome.tiers.map(\.name) == witness.tiers.map(\.name))
  }
}
