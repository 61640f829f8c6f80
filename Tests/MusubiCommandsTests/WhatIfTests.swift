// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite("What if")
struct WhatIfTests {
  private let village = ScenarioCommandTests.village

  private func write(_ scratch: Scratch) throws {
    try scratch.write(
      "{name: \"Fewer\", set: {\"countries.THA.max\": 3}, remove: {applicants: [\"A05\"]}}",
      to: "fewer.json5")
    try scratch.write(
      "{set: {\"countries.VNM.min\": 2}, close: {cohorts: [\"Vietnam 13\"]}}", to: "none.json5")
    try scratch.write("{rules: [{rule: \"companions\", off: true}]}", to: "alone.json5")
  }

  @Test("compares as many plans as are asked for, in their order, with the base")
  func compares() throws {
    let scratch = try Scratch()
    try write(scratch)
    let files = ["fewer", "none", "alone"].map { scratch("\($0).json5") }
    let asked = run(
      ["whatif", village, "--quiet", "--format", "json", "--sweep", "countries.THA.max=2,4"] + files
    )
    #expect(asked.code == .done, "\(asked.errors)")
    let answer = try object(asked.output)
    let base = try #require(answer["base"] as? [String: Any])
    let scenarios = try #require(answer["scenarios"] as? [[String: Any]])
    #expect(
      scenarios.map { $0["name"] as? String }
        == ["Fewer", "none", "alone", "countries.THA.max=2", "countries.THA.max=4"])
    #expect(
      scenarios.map { $0["status"] as? String }
        == ["optimal", "infeasible", "optimal", "optimal", "optimal"])
    #expect(scenarios[1]["gap"] is NSNull)
    #expect(scenarios[1]["filled"] as? Int == 0)
    #expect((scenarios.last?["moves"] as? [Any])?.isEmpty == true)
    #expect(scenarios.last?["tiers"] as? NSArray == base["tiers"] as? NSArray)

    // Each is what the plan of the scenario alone is worth.
    for (file, scenario) in zip(files, scenarios) where scenario["status"] as? String == "optimal" {
      let plan = run(
        "dispatch", village, "--scenario", file, "-o", scratch("plan"), "--force", "--quiet",
        "--format", "json")
      let alone = try object(plan.output)
      #expect(scenario["tiers"] as? NSArray == alone["tiers"] as? NSArray)
      #expect(scenario["places"] as? Int == alone["places"] as? Int)
    }
  }

  @Test("says who moves, and what it costs")
  func moves() throws {
    let scratch = try Scratch()
    let asked = run("whatif", village, "--quiet", "--sweep", "countries.THA.max=2:4:2")
    #expect(asked.code == .done)
    #expect(
      asked.output.hasPrefix(
        """
        Scenario             Places  Partners  penalties  filled  fairness-countries  \
        fairness-areas        points                Cost, yen  Move  How good
        as it is                 10         6          1      10             50.00 %  \
               33.33 %         5,459               15,400,000     –  proven best
        countries.THA.max=2      10    5 (−1)          1  9 (−1)             50.00 %  \
               33.33 %  4,683 (−776)  12,900,000 (−2,500,000)     3  proven best
        countries.THA.max=4      10         6          1      10             50.00 %  \
               33.33 %         5,459               15,400,000     0  proven best

        With countries.THA.max=2 3 people move:
          A01: S01 in Thailand 14 → not placed
          A02: S02+S03 in Thailand 14 → not placed
          A03: not placed → S02+S03 in Thailand 14

        """))
    #expect(try scratch.names().isEmpty)
  }

  @Test("gives the same bytes for any number of threads")
  func threads() throws {
    let scratch = try Scratch()
    try write(scratch)
    for threads in ["1", "2", "5"] {
      let asked = run(
        "whatif", village, scratch("fewer.json5"), "--sweep", "weights.interview=0:6:2", "--sweep",
        "countries.THA.max=3,4", "--threads", threads, "-o", scratch(threads), "--quiet")
      #expect(asked.code == .done)
    }
    #expect(try scratch.names(in: "1") == ["moves.csv", "scenarios.csv", "whatif.json"])
    for name in try scratch.names(in: "1") {
      #expect(try scratch.text(of: "1/" + name) == scratch.text(of: "2/" + name))
      #expect(try scratch.text(of: "1/" + name) == scratch.text(of: "5/" + name))
    }
    let again = ["whatif", village, scratch("fewer.json5"), "-o", scratch("1"), "--quiet"]
    #expect(run(again).code == .cannotWrite)
    #expect(run(again + ["--force"]).code == .done)
  }

  @Test("tells every fault of every scenario, and does nothing")
  func faults() throws {
    let scratch = try Scratch()
    try scratch.write("{close: {schools: [\"S99\"]}}", to: "a.json5")
    let asked = run(
      "whatif", village, scratch("a.json5"), scratch("b.json5"), "--sweep", "countries.THX.max=1,2",
      "-o", scratch("out"))
    #expect(asked.code == .inputMissing)
    #expect(asked.output == "")
    #expect(asked.errors.split(separator: "\n").count == 5)
    #expect(asked.errors.contains("/a.json5, line 1, at close.schools[0]: \"S99\" names no school"))
    #expect(asked.errors.contains("/b.json5: the file is missing.\n"))
    #expect(asked.errors.contains("--sweep countries.THX.max=2, line 4"))
    #expect(asked.errors.hasSuffix("4 faults in \(village) and the scenarios; nothing was done.\n"))
    #expect(try scratch.names() == ["a.json5"])
  }

  @Test("says on the command line what it cannot read")
  func usage() throws {
    let none = run("whatif", village)
    #expect(none.code == .usage)
    #expect(
      none.errors.hasPrefix(
        "musubi whatif: there is nothing to compare with; name scenario files, or give --sweep, "
          + "--prices or --fragility.\n"
          + "Usage: musubi whatif DIR SCENARIO... [options]\n"))
    let range = run("whatif", village, "--sweep", "countries.THA.max=20:65:10")
    #expect(range.code == .usage)
    #expect(
      range.errors.hasPrefix(
        "musubi whatif: --sweep: the range \"20:65:10\" does not reach its end; did you mean "
          + "20:60:10?\n"))
    #expect(run("whatif").errors.hasPrefix("musubi whatif: DIR is missing."))
    #expect(run("whatif", village, "").errors.hasPrefix("musubi whatif: SCENARIO... is empty."))
  }

  @Test("stops at an interrupt, and shows what there is")
  func interrupt() throws {
    let asked = run(
      ["whatif", village, "--sweep", "countries.THA.max=2,3", "--quiet"], interrupted: true)
    #expect(asked.code == .stoppedWithoutPlan)
    #expect(asked.output.contains("stopped before there was a plan"))
  }
}
