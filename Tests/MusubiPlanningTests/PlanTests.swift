// SPDX-License-Identifier: GPL-3.0-or-later
import Dispatch
import Foundation
import Programme
import ProgrammeFiles
import Reports
import TestSupport
import Testing

@testable import MusubiPlanning

@Suite("Plans of the library") struct PlanTests {
  @Test("are written byte for byte as the program writes them", arguments: [false, true])
  func sameBytes(withScenario: Bool) throws {
    let scratch = try Scratch()
    let scenario = scratch("fewer.json5")
    try """
    // Fewer people for Thailand, and a quota.
    {
      name: "fewer for Thailand",
      set: {"countries.THA.max": 2},
      rules: [{rule: "quota", id: "women", select: {"applicant.sex": "F"}, min: 2}],
    }
    """.write(toFile: scenario, atomically: true, encoding: .utf8)
    var words = ["dispatch", village, "--output", scratch("program"), "--quiet"]
    if withScenario { words += ["--scenario", scenario] }
    #expect(run(words).code == 0)
    let year = try MusubiPlanning.ProgrammeYear(
      at: village, scenarios: withScenario ? [MusubiPlanning.Scenario(at: scenario)] : [])
    let plan = try #require(try year.planDispatch().plan)
    try plan.write(to: scratch("library"))
    #expect(try scratch.files(in: "library") == scratch.files(in: "program"))
    #expect(plan.isProven)
    #expect(plan.verification.isValid)
  }

  @Test("are the best by exhaustive search, with a quota that code has added")
  func bruteForce() throws {
    var (planned, quotasBinding) = (0, 0)
    for seed in 1...40 as ClosedRange<UInt64> {
      let small = randomSmallYear(seed: seed, leafLimit: 3_000)
      let files = Dictionary(
        uniqueKeysWithValues: programmeFiles(of: small.year).map {
          ($0.name, String(decoding: $0.bytes, as: UTF8.self))
        })
      // What is random may have faults as files, such as cells that no table allows.
      guard let year = try? MusubiPlanning.ProgrammeYear(files: files) else { continue }
      let quota = Quota(
        "own", of: [.where(.applicantTeachingYears, .atMost(2))],
        atMost: .placements(1), strictness: seed % 2 == 0 ? .hard : .soft(penalty: 3))
      let changed = try year.applying(Scenario("own", .quota(quota)))
      var other = year.value
      var rule = QuotaRule(
        id: "own",
        select: Selector(conditions: [
          Selector.Condition(.applicantTeachingYears, .range(nil, 2))
        ]), maximum: 1)
      if seed % 2 == 1 { rule.strictness = .soft(penalty: 3) }
      other.rules.quotas.append(rule)
      #expect(changed.value == other)
      var options = PlanningOptions()
      options.gap = 0
      let best = BruteForce.bestDispatch(other, baseline: nil)
      switch try changed.planDispatch(options) {
      case .plan(let plan):
        planned += 1
        #expect(lines(plan.goals) == best.map { lines($0.tiers.map(GoalValue.init)) } ?? [])
        #expect(plan.gap == 0)
        let finding = try #require(plan.verification.rule("quota:own"))
        if finding.units > 0 { #expect(finding.strictness == .soft(penalty: 3)) }
        let before = try year.planDispatch(options).plan?.placements ?? []
        if try changed.verify(before).rule("quota:own")?.violations.isEmpty == false {
          quotasBinding += 1
        }
      case .infeasible: #expect(best == nil)
      case .stopped: Issue.record("Seed \(seed) was stopped.")
      }
    }
    #expect(planned >= 15)
    #expect(quotasBinding >= 3)
  }

  @Test("say what collides where there is none")
  func infeasible() throws {
    let year = try MusubiPlanning.ProgrammeYear(at: village).applying(
      Scenario(
        "nobody and everybody",
        .quota(Quota("many", of: [], atLeast: .placements(9)))))
    guard case .infeasible(let findings) = try year.planDispatch() else {
      Issue.record("There is no plan with nine partners.")
      return
    }
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0.isBroken })
  }

  @Test("are near to an earlier plan")
  func baseline() throws {
    let scratch = try Scratch()
    let year = try MusubiPlanning.ProgrammeYear(at: village)
    let first = try #require(try year.planDispatch().plan)
    try first.write(to: scratch("first"))
    let changed = try year.applying(Scenario("scores", .weight(9, of: .schoolNeed)))
    var options = PlanningOptions()
    options.baseline = first
    let plan = try #require(try changed.planDispatch(options).plan)
    try plan.write(to: scratch("library"))
    #expect(plan.goal("changes") != nil)
    #expect(plan.placement(of: "A06") == first.placement(of: "A06"))
    let read = try DispatchPlan(at: scratch("library"), of: changed, baseline: first)
    #expect(read.verification.isValid)
    #expect(
      try !DispatchPlan(at: scratch("library"), of: changed).verification.isValid)
    let verified = run(
      "verify", village, scratch("library"), "--baseline", scratch("first"), "--quiet")
    #expect(verified.code == 0)
  }

  @Test("of all problems have the values that the program finds")
  func otherProblems() throws {
    let scratch = try Scratch()
    let year = try MusubiPlanning.ProgrammeYear(at: village)
    func expected(_ command: String, _ options: String...) -> [String] {
      let words = [command, village, "--output", scratch(command), "--quiet"]
      #expect(run(words + options).code == 0)
      var faults = FaultList()
      let claims = readPlanClaims(at: scratch(command), faults: &faults)
      return lines((claims?.tiers ?? []).map(GoalValue.init))
    }
    let dispatch = try #require(try year.planDispatch().plan)
    try dispatch.write(to: scratch("partners"))
    let training = try #require(try year.planTraining(of: dispatch).plan)
    #expect(lines(training.goals) == expected("training", "--dispatch", scratch("partners")))
    if case .plan = try year.planTraining() { Issue.record("All cohorts full find no beds.") }
    let returnees = try #require(try year.planReturnees().plan)
    #expect(lines(returnees.goals) == expected("returnees"))
    let exchange = try #require(try year.planExchange().plan)
    #expect(lines(exchange.goals) == expected("exchange"))
    for (isProven, count) in [
      (training.isProven, training.decisions.count),
      (returnees.isProven, returnees.decisions.count),
      (exchange.isProven, exchange.decisions.count),
    ] {
      #expect(isProven)
      #expect(count > 0)
    }
    #expect(throws: PlanningFailure.nothingToPlan("lines of the programme")) {
      _ = try year.planDecade()
    }
    var options = PlanningOptions()
    options.baseline = dispatch
    #expect(throws: PlanningFailure.self) { _ = try year.planReturnees(options) }
    options.baseline = nil
    options.workLimit = 5
    #expect(throws: PlanningFailure.self) { _ = try year.planTraining(options) }
  }
}

@Suite("Stopping") struct StoppingTests {
  @Test("at once leaves no plan")
  func atOnce() throws {
    var options = PlanningOptions()
    options.isCancelled = { true }
    let answer = try MusubiPlanning.ProgrammeYear(at: village).planDispatch(options)
    #expect(answer.plan == nil)
    if case .infeasible = answer { Issue.record("Nothing was proven.") }
  }

  @Test("after the first plan gives that plan with its true bounds")
  func afterPlan() throws {
    let year = try MusubiPlanning.ProgrammeYear(generating: 150, schools: 60, seed: 3)
    let hasPlan = Flag()
    var options = PlanningOptions()
    options.gap = 0
    options.isCancelled = { hasPlan.isSet }
    options.progress = { progress in
      guard progress.goal == "points", progress.value != nil,
        !progress.step.hasPrefix("seats for people")
      else { return }
      hasPlan.set()
    }
    let stopped = try #require(try year.planDispatch(options).plan)
    #expect(hasPlan.isSet)
    #expect(stopped.verification.isValid)
    let best = try #require(try year.planDispatch().plan)
    let (points, most) = (
      try #require(stopped.goal("points")), try #require(best.goal("points"))
    )
    #expect(points.value <= most.bound)
    #expect(points.bound >= most.value)
  }

  @Test("a task ends its search")
  func task() async throws {
    let year = try MusubiPlanning.ProgrammeYear(at: village)
    let (hasBegun, isCancelled) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let isFirst = Flag()
    var options = PlanningOptions()
    options.progress = { _ in
      guard !isFirst.isSet else { return }
      isFirst.set()
      hasBegun.signal()
      isCancelled.wait()
    }
    let asked = options
    let planning = Task { try await year.planDispatch(asked) }
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        hasBegun.wait()
        continuation.resume()
      }
    }
    planning.cancel()
    isCancelled.signal()
    #expect(try await planning.value.plan == nil)
  }
}
