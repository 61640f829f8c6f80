// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite("What if, of trainings")
struct WhatIfTrainingTests {
  private let year = dataset("training-2018")

  private func ask(_ words: String...) -> Run {
    run(["whatif", year, "--problem", "training", "--quiet"] + words)
  }

  private func write(_ scratch: Scratch) throws {
    try scratch.write(
      "{name: \"No October\", set: {\"sites.urawa.closed\": \"2018-10-01..2018-10-31\"}}",
      to: "october.json5")
    try scratch.write(
      "{name: \"Without D037\", remove: {delegations: [\"D037\"]}}", to: "without.json5")
  }

  @Test("compares what the files edited by hand would give, and says who moves and why")
  func compares() throws {
    let scratch = try Scratch()
    try write(scratch)
    let asked = ask(
      scratch("october.json5"), scratch("without.json5"), "--sweep", "sites.urawa.beds=90",
      "--format", "json")
    #expect(asked.code == .done, "\(asked.errors)")
    let answer = try object(asked.output)
    #expect(answer["problem"] as? String == "training")
    let base = try #require(answer["base"] as? [String: Any])
    #expect(base["people_trained"] as? Int == 83)
    #expect(base["sessions"] as? Int == 14)
    #expect(base["cost_jpy"] as? Int == 182_995_000)
    let scenarios = try #require(answer["scenarios"] as? [[String: Any]])
    #expect(
      scenarios.map { $0["name"] as? String } == [
        "No October", "Without D037", "sites.urawa.beds=90",
      ])
    #expect(scenarios.map { $0["status"] as? String } == ["optimal", "optimal", "infeasible"])
    #expect(scenarios.allSatisfy { $0["fewest_moves"] as? Bool == true })

    // The house closed by hand gives a plan of the same worth.
    try FileManager.default.copyItem(atPath: year, toPath: scratch("by-hand"))
    let sites = try scratch.text(of: "by-hand/sites.csv").split(separator: "\n").map { line in
      guard line.hasPrefix("urawa,"), let comma = line.lastIndex(of: ",") else {
        return String(line)
      }
      return line[...comma] + "2018-10-01..2018-10-31"
    }
    try scratch.write(sites.joined(separator: "\n") + "\n", to: "by-hand/sites.csv")
    let edited = try object(
      run(
        "training", scratch("by-hand"), "-o", scratch("plan"), "--quiet", "--format", "json"
      ).output)
    #expect(scenarios[0]["tiers"] as? NSArray == edited["tiers"] as? NSArray)

    let moves = try #require(scenarios[0]["moves"] as? [[String: Any]])
    #expect(!moves.isEmpty)
    #expect(
      moves.contains {
        ($0["why"] as? String)?.hasPrefix(
          "Staying breaks closures: teachers-2w at urawa from 2018-10")
          ?? false
      })
    let gone = try #require(scenarios[1]["moves"] as? [[String: Any]])
    #expect(gone.first?["delegation"] as? String == "D037")
    #expect(gone.first?["to"] is NSNull)
    #expect(gone.first?["why"] as? String == "It is not there any more.")
  }

  @Test("tells groups that move alike in one line")
  func words() throws {
    let scratch = try Scratch()
    try write(scratch)
    let asked = ask(scratch("without.json5"))
    #expect(asked.code == .done, "\(asked.errors)")
    #expect(
      asked.output.contains("\nWith Without D037 1 group (1 person) moves:\n  D037 (1 person): "))
    #expect(asked.output.contains("→ does not train\n    It is not there any more.\n"))
    #expect(asked.output.hasPrefix("Scenario "))
  }

  @Test("gives the same bytes for any number of threads and shards")
  func shares() throws {
    let scratch = try Scratch()
    try write(scratch)
    let question = [
      "whatif", year, "--problem", "training", "--quiet", scratch("without.json5"), "--sweep",
      "courses.teachers-2w.size_max=24,26",
    ]
    #expect(run(question + ["-o", scratch("whole"), "--threads", "1"]).code == .done)
    #expect(run(question + ["-o", scratch("two"), "--threads", "2"]).code == .done)
    for shard in ["1", "2"] {
      let made = run(question + ["-o", scratch("part-" + shard), "--shard", shard + "/2"])
      #expect(made.code == .done, "\(made.errors)")
    }
    let merged = run(
      ["whatif", "--merge", scratch("part-2"), scratch("part-1"), "-o", scratch("merged")])
    #expect(merged.code == .done, "\(merged.errors)")
    #expect(try scratch.names(in: "whole") == ["moves.csv", "scenarios.csv", "whatif.json"])
    for name in try scratch.names(in: "whole") {
      for other in ["two", "merged"] {
        #expect(try scratch.text(of: "whole/" + name) == scratch.text(of: other + "/" + name))
      }
    }
  }

  @Test("compares with a plan that is there, if it is one of the year as it is")
  func baseline() throws {
    let scratch = try Scratch()
    try write(scratch)
    #expect(run("training", year, "-o", scratch("plan"), "--quiet").code == .done)
    let planned = ask(scratch("without.json5"), "-o", scratch("planned"))
    let given = ask(
      scratch("without.json5"), "--baseline", scratch("plan"), "-o", scratch("given"))
    #expect(planned.code == .done)
    #expect(given.code == .done, "\(given.errors)")
    #expect(
      try scratch.text(of: "planned/whatif.json") == scratch.text(of: "given/whatif.json"))

    #expect(
      run(
        "training", year, "--scenario", scratch("without.json5"), "-o", scratch("other"), "--quiet"
      ).code == .done)
    let other = ask("--sweep", "sites.urawa.beds=150", "--baseline", scratch("other"))
    #expect(other.code == .badData)
    #expect(other.errors.contains("is not a plan of the year as it is"))
    let rows = try scratch.text(of: "plan/delegates.csv").split(separator: "\n").dropLast()
    try scratch.write(rows.joined(separator: "\n") + "\n", to: "plan/delegates.csv")
    let edited = ask("--sweep", "sites.urawa.beds=150", "--baseline", scratch("plan"))
    #expect(edited.code == .badData)
    #expect(edited.errors.contains("was edited by hand"))
  }

  @Test("prices limits that keep delegations out")
  func prices() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(atPath: year, toPath: scratch("year"))
    // Three sessions for those who fill four.
    try scratch.edit(
      "year/courses.csv", replacing: "9,26,6,N5", with: "9,26,3,N5")
    let asked = run(
      "whatif", scratch("year"), "--problem", "training", "--prices", "--quiet", "--format", "json")
    #expect(asked.code == .done, "\(asked.errors)")
    let prices = try #require(try object(asked.output)["prices"] as? [[String: Any]])
    let first = try #require(prices.first)
    #expect(first["words"] as? String == "one more session allowed of teachers-2w")
    #expect(first["better"] as? Bool == true)
    #expect(prices.allSatisfy { $0["proven"] as? Bool == true })
  }

  @Test(
    "refuses options of the other problem, and names that are unknown",
    arguments: [
      (
        ["--problem", "training", "--fragility", "3"],
        "--fragility goes with --problem dispatch only"
      ),
      (["--dispatch", "plan"], "--dispatch goes with --problem training only"),
      (["--baseline", "plan"], "--baseline goes with --problem training only"),
      (["--problem", "trainings"], "--problem is \"trainings\"; it must be dispatch or training"),
    ])
  func refusals(words: [String], message: String) {
    let asked = run(["whatif", year, "--sweep", "sites.urawa.beds=150"] + words)
    #expect(asked.code == .usage)
    #expect(asked.errors.contains(message), "\(asked.errors)")
  }

  @Test("tells faults of scenarios with the nearest name")
  func faults() {
    let asked = ask("--sweep", "sites.urava.beds=3,4")
    #expect(asked.code == .badData)
    #expect(asked.errors.contains("Did you mean urawa?"), "\(asked.errors)")
  }
}

/// The path of a shipped dataset.
private func dataset(_ name: String) -> String {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../datasets/" + name).standardizedFileURL.path
}
