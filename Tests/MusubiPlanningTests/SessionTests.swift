// SPDX-License-Identifier: GPL-3.0-or-later
import MusubiPlanning
import Testing

@Suite("Sessions of the library") struct SessionTests {
  private static let scenarios = [
    Scenario("fewer", .mostPartners(2, inCountry: "THA")),
    Scenario("closed", .close(school: "S06")),
    Scenario("places", .places(1, ofCohort: "Vietnam 13")),
    Scenario("weights", .weight(9, of: .schoolNeed), .weight(0, of: .interview)),
    Scenario("pin", .pin(applicant: "A05", inCohort: "Vietnam 13")),
    Scenario("forbid", .forbid(applicant: "A01", at: .school("S01"))),
    Scenario("withdrawn", .withdraw(applicant: "A06")),
    Scenario("setting", .setting("rules.companions.within_km", to: 5)),
    Scenario(
      "quota",
      .quota(Quota("few", of: [.where(.applicantSex, .isOne(of: "M"))], atMost: .placements(3)))),
    Scenario("soft", .softening("housing", penalty: 1), .turningOff("diet")),
    Scenario("criterion", .rule(CriterionRule("good", .interview, atLeast: 70))),
    Scenario("impossible", .places(0, ofCohort: "Thailand 14")),
  ]

  @Test("answer what if as planning anew does")
  func whatIf() throws {
    let year = try ProgrammeYear(at: village)
    let session = try DispatchSession(year)
    var options = PlanningOptions()
    options.gap = 0
    var infeasible: [String] = []
    for scenario in Self.scenarios {
      let anew = try year.applying(scenario).planDispatch(options)
      let answer = try session.planning(with: scenario)
      #expect(
        lines(answer.plan?.goals ?? []) == lines(anew.plan?.goals ?? []), "\(scenario.name)")
      #expect(answer.plan?.verification.isValid ?? true)
      if answer.plan == nil { infeasible.append(scenario.name) }
    }
    // A11 is pinned to Thailand 14.
    #expect(infeasible.contains("impossible"))
    #expect(infeasible.count < Self.scenarios.count / 2)
    let base = try #require(session.base.plan)
    let same = Scenario("nothing", .weight(year.weights[.interview] ?? 0, of: .interview))
    #expect(try session.planning(with: same).plan?.placements == base.placements)
    #expect(lines(base.goals) == lines(try year.planDispatch(options).plan?.goals ?? []))
  }

  @Test("answer what if on a year that is planned by prices")
  func priced() throws {
    let year = try ProgrammeYear(generating: 120, schools: 50, seed: 2)
    let session = try DispatchSession(year)
    let base = try #require(session.base.plan)
    let placed = try #require(base.placements.first?.applicant)
    var options = PlanningOptions()
    options.gap = 0
    for scenario in [
      Scenario("withdrawn", .withdraw(applicant: placed)),
      Scenario("weight", .weight(7, of: .interview)),
    ] {
      let anew = try #require(try year.applying(scenario).planDispatch(options).plan)
      let answer = try #require(try session.planning(with: scenario).plan)
      #expect(lines(answer.goals) == lines(anew.goals))
    }
  }

  @Test("explain as the program does, and refuse who is not there")
  func explanations() throws {
    let scratch = try Scratch()
    #expect(run("dispatch", village, "--output", scratch("plan"), "--quiet").code == 0)
    let session = try DispatchSession(try ProgrammeYear(at: village))
    for (subject, kind, id) in [
      (PlanSubject.applicant("A06"), "applicant", "A06"), (.applicant("A12"), "applicant", "A12"),
      (.school("S06"), "school", "S06"), (.post("S02+S03"), "post", "S02+S03"),
      (.cohort("Laos 11"), "cohort", "Laos 11"),
    ] {
      let told = run("explain", village, scratch("plan"), kind, id)
      #expect(told.code == 0)
      #expect(try session.explain(subject).text == told.output)
    }
    #expect(try session.explain(.applicant("A06")).placements.map(\.post) == ["S06"])
    let explanation = try session.explain(.applicant("A05"))
    #expect(explanation.placements.isEmpty)
    let instead = try #require(explanation.alternatives.first)
    #expect(instead.isExact)
    #expect(instead.losses.filter { $0.loss != 0 }.map(\.goal) == ["penalties", "points"])
    #expect(instead.moves.map(\.applicant) == ["A05", "A06"])
    #expect(instead.moves.last?.to == nil)
    let year = try ProgrammeYear(at: village)
    let written = try DispatchPlan(at: scratch("plan"), of: year)
    #expect(
      try session.explain(.applicant("A05"), in: written).text
        == run("explain", village, scratch("plan"), "applicant", "A05").output)
    let other = try #require(try session.planning(with: Self.scenarios[0]).plan)
    #expect(throws: PlanningFailure.self) {
      _ = try session.explain(.applicant("A05"), in: other)
    }
    var failure: PlanningFailure?
    do { _ = try session.explain(.school("S66")) } catch { failure = error }
    #expect(failure == .unknown(kind: "school", id: "S66", nearest: "S06"))
  }
}
