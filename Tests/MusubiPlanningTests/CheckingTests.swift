// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import MusubiPlanning
import Testing

@Suite("Checking by the library") struct CheckingTests {
  @Test("a rule of one's own is kept, carried along and counted by the program")
  func ownRule() throws {
    let scratch = try Scratch()
    let year = try ProgrammeYear(at: village)
    let rule = Quota(
      "young-in-vietnam",
      of: [.where(.postCountry, .isOne(of: "VNM")), .where(.applicantAge, .atMost(29))],
      atLeast: .placements(2))
    let changed = try year.applying(Scenario("young people", .quota(rule)))
    let before = try #require(try year.planDispatch().plan)
    #expect(try changed.verify(before.placements).rule("quota:young-in-vietnam")?.units == 1)
    let plan = try #require(try changed.planDispatch().plan)
    #expect(plan.verification.rule("quota:young-in-vietnam")?.violations == [])
    try plan.write(to: scratch("plan"))
    let verified = run("verify", village, scratch("plan"), "--format", "json")
    #expect(verified.code == 0)
    #expect(verified.output.contains("quota:young-in-vietnam"))
  }

  @Test("bounds are certified, and stay true with other prices")
  func certificate() throws {
    let year = try ProgrammeYear(at: village)
    let plan = try #require(try year.planDispatch().plan)
    let points = try #require(plan.goal("points"))
    #expect(plan.verification.certifiedBounds.isEmpty)
    #expect(plan.verifyCertificate().certifiedBounds["points"] ?? 0 >= points.value)
    var altered = plan.certificate
    for goal in altered.goals.indices {
      for price in altered.goals[goal].prices.indices {
        altered.goals[goal].prices[price].price *= price % 2 == 0 ? 3 : -1
      }
    }
    let found = try year.verify(plan.placements, certificate: altered)
    #expect(found.isValid)
    for goal in plan.goals {
      guard let bound = found.certifiedBounds[goal.name] else { continue }
      #expect(goal.lessIsBetter ? bound <= goal.value : bound >= goal.value)
    }
  }

  @Test("placements by hand are checked, and unknown names refused")
  func byHand() throws {
    let year = try ProgrammeYear(at: village)
    var placements = try #require(try year.planDispatch().plan).placements
    #expect(try year.verify(placements.reversed()).isValid)
    placements.append(placements[0])
    #expect(try year.verify(placements).rule("one-post")?.isBroken == true)
    placements[0].post = "S99"
    var failure: PlanningFailure?
    do { _ = try year.verify(placements) } catch { failure = error }
    guard case .unknown("post", "S99", _) = failure else {
      Issue.record("S99 is no post.")
      return
    }
  }

  @Test("folders are written once and read back, and what was edited is found")
  func folders() throws {
    let scratch = try Scratch()
    let year = try ProgrammeYear(at: village).applying(
      Scenario("fewer", .mostPartners(2, inCountry: "THA")))
    let plan = try #require(try year.planDispatch().plan)
    let path = scratch("plan")
    try plan.write(to: path)
    #expect(throws: WritingFailure.self) { try plan.write(to: path) }
    try plan.write(to: path, replacingOlder: true)

    let again = try ProgrammeYear(at: village, forPlanAt: path)
    #expect(again.digest == year.digest)
    let read = try DispatchPlan(at: path, of: again)
    #expect(read.verification.isValid)
    #expect(read.placements == plan.placements)
    #expect(read.certificate == plan.certificate)
    #expect(read.verifyCertificate().isValid)
    #expect(
      read.verifyCertificate().certifiedBounds == plan.verifyCertificate().certifiedBounds)
    #expect(lines(read.goals) == lines(plan.goals))
    #expect(try !DispatchPlan(at: path, of: ProgrammeYear(at: village)).verification.isValid)

    let table = URL(fileURLWithPath: path + "/placements.csv")
    var rows = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
    rows.removeLast()
    try (rows.joined(separator: "\n") + "\n").write(to: table, atomically: true, encoding: .utf8)
    let edited = try DispatchPlan(at: path, of: again)
    #expect(!edited.verification.isValid)
    #expect(
      edited.verification.sentences.contains(
        "plan.json and placements.csv do not list the same placements."))
    #expect(throws: YearFaults.self) { _ = try DispatchPlan(at: scratch("nowhere"), of: year) }
  }
}
