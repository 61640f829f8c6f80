// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

private func dataset(_ name: String) -> String {
  URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "datasets/\(name)").path
}

@Suite("Diagnose")
struct DiagnoseCommandTests {
  private let tight = dataset("tight")
  private let village = dataset("village")

  @Test("names both knots of the tight year with files and lines, and ways out")
  func tells() throws {
    let told = run("diagnose", tight, "--quiet")
    #expect(told.code == .infeasible, "\(told.errors)")
    #expect(told.errors.isEmpty)
    for sentence in [
      "No plan keeps all hard rules. 2 conflicts stand in the way; each has to be solved.",
      "Vietnam (VNM) takes at least 4 partners.\n     countries.csv, line 4; rule country-quota; "
        + "negotiable.\n     If the others are met, it gets 3 partners at most.",
      "rule country-accepted; law, never relaxed.",
      "A0032 is placed at S012 in Thailand 2026, as announced.\n     pins.csv, line 3;",
      "A0001 and A0003 go to the same city and cohort, or neither of them goes.\n"
        + "     applicants.csv, line 4;",
      "2 changes, cost 4, the least of these.",
    ] { #expect(told.output.contains(sentence), "\(sentence)") }
  }

  @Test("tells programs the same")
  func document() throws {
    let answer = try object(run("diagnose", tight, "--quiet", "--format", "json").output)
    #expect(answer["status"] as? String == "infeasible")
    #expect(answer["complete"] as? Bool == true)
    let conflicts = try #require(answer["conflicts"] as? [[String: Any]])
    let rules = try conflicts.map { conflict in
      try #require(conflict["conditions"] as? [[String: Any]]).map { $0["rule"] as? String ?? "" }
        .sorted()
    }
    #expect(rules.count == 2)
    #expect(rules.contains(["country-accepted", "country-quota", "housing"]))
    #expect(rules.contains(["announced", "apart", "pin", "together"]))
    let ways = try #require(answer["ways_out"] as? [[String: Any]])
    #expect(ways.count == 5)
    let costs = ways.map { $0["cost"] as? Int ?? 0 }
    #expect(costs == costs.sorted())
    #expect(ways.filter { $0["cheapest"] as? Bool == true }.count == 1)
  }

  @Test("writes scenarios with which there is a plan, and nothing over what is there")
  func writes() throws {
    let scratch = try Scratch()
    let told = run("diagnose", tight, "--quiet", "--ways", "3", "-o", scratch("ways"))
    #expect(told.code == .infeasible)
    #expect(told.output.contains("As scenarios in \(scratch("ways")): way-out-1.json5 to"))
    #expect(
      try scratch.names(in: "ways")
        == ["diagnosis.json", "diagnosis.txt"] + (1...3).map { "way-out-\($0).json5" })
    for number in 1...3 {
      let plan = run(
        "dispatch", tight, "--quiet", "--scenario", scratch("ways/way-out-\(number).json5"),
        "-o", scratch("plan-\(number)"))
      #expect(plan.code == .done, "\(plan.output)\(plan.errors)")
      let again = run(
        "diagnose", tight, "--quiet", "--scenario", scratch("ways/way-out-\(number).json5"),
        "-o", scratch("none"))
      #expect(again.code == .done)
      #expect(again.output == "There is a plan that keeps all hard rules.\n")
    }
    #expect(try !scratch.names().contains("none"))
    #expect(run("diagnose", tight, "--quiet", "-o", scratch("ways")).code == .cannotWrite)
    #expect(run("diagnose", tight, "--quiet", "-o", scratch("ways"), "--force").code == .infeasible)
  }

  @Test("relaxes no law, and counts what the planner says it costs")
  func law() throws {
    let scratch = try Scratch()
    try scratch.write(
      """
      {set: {"rules.country-quota.standing": "law", "rules.pin.standing": "law",
        "rules.together.relax_cost": 50}}
      """, to: "law.json5")
    let told = run(
      "diagnose", tight, "--quiet", "--scenario", scratch("law.json5"), "--format", "json")
    let ways = try #require(try object(told.output)["ways_out"] as? [[String: Any]])
    let rules = ways.map { way in
      ((way["changes"] as? [[String: Any]]) ?? []).map { $0["rule"] as? String ?? "" }.sorted()
    }
    #expect(rules.first == ["apart", "housing"])
    #expect(!rules.joined().contains { $0 == "country-quota" || $0 == "pin" })
    try scratch.write(
      """
      {set: {"rules.country-quota.standing": "law", "rules.housing.standing": "law"}}
      """, to: "only-law.json5")
    let none = run("diagnose", tight, "--quiet", "--scenario", scratch("only-law.json5"))
    #expect(none.code == .infeasible)
    #expect(none.output.contains("Only law stands in the way, and law is never relaxed"))
  }

  @Test("says the same whatever the threads")
  func threads() {
    let answers = ["1", "4"].map { run("diagnose", tight, "--quiet", "--threads", $0).output }
    #expect(answers[0] == answers[1])
  }

  @Test("counts who is left for what is asked")
  func counts() throws {
    let scratch = try Scratch()
    try scratch.write(
      "{set: {\"countries.VNM.min\": 6, \"countries.VNM.max\": 6}}", to: "more.json5")
    let told = run("diagnose", village, "--quiet", "--scenario", scratch("more.json5"))
    #expect(told.code == .infeasible, "\(told.errors)")
    #expect(told.output.contains("Counted: these conditions ask for 6 partners"), "\(told.output)")
  }

  @Test("diagnoses trainings in the same way")
  func training() throws {
    let scratch = try Scratch()
    try scratch.write("{set: {\"sites.urawa.beds\": 2}}", to: "few.json5")
    let words = [
      "diagnose", village, "--problem", "training", "--quiet", "--scenario", scratch("few.json5"),
    ]
    let told = run(words + ["-o", scratch("ways")])
    #expect(told.code == .infeasible, "\(told.errors)")
    #expect(told.output.hasPrefix("No plan of trainings keeps all hard rules."))
    #expect(
      told.output.contains("The partners of Laos 11 (2 people) train before they leave, between"))
    #expect(told.output.contains("The site urawa has 2 beds."))
    let plan = run(
      "training", village, "--quiet", "--scenario", scratch("few.json5"), "--scenario",
      scratch("ways/way-out-1.json5"), "-o", scratch("plan"))
    #expect(plan.code == .done, "\(plan.output)\(plan.errors)")
    #expect(run("diagnose", village, "--dispatch", scratch("plan")).code == .usage)
  }

  @Test("has nothing to say of a year with a plan, and stops when it is told to")
  func ends() {
    #expect(run("diagnose", village, "--quiet").code == .done)
    let stopped = run("diagnose", tight, "--quiet", "--time-limit", "0.000001")
    #expect(stopped.code == .stoppedWithoutPlan)
    #expect(stopped.output.isEmpty)
  }
}
