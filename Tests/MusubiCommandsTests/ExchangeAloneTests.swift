// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

/// `whatif`, `diagnose`, `explain` and `replan` of the exchange of teachers.
@Suite struct ExchangeAloneTests {
  private func year(_ schools: Int) throws -> Scratch {
    let scratch = try Scratch()
    _ = run(
      "generate", "--applicants", "20", "--schools", "12", "--exchange-schools", "\(schools)",
      scratch("year"))
    return scratch
  }

  /// A column of a plan's table, without its heading.
  private func column(_ number: Int, of file: String, _ scratch: Scratch) throws -> [String] {
    try scratch.text(of: file).split(separator: "\n").dropFirst().map {
      String($0.split(separator: ",", omittingEmptySubsequences: false)[number])
    }
  }

  @Test("two scenarios are compared: figures, goals, which schools change; shards make the same")
  func whatif() throws {
    let scratch = try year(16)
    try scratch.write(
      #"{name: "alike", set: {"exchange.rules.size.max_ratio": 2}}"#, to: "alike.json5")
    try scratch.write(
      "{name: \"same\", set: {\"exchange.rules.prefecture-week.groups\": 50}}", to: "same.json5")
    let words = [
      "whatif", scratch("year"), scratch("alike.json5"), scratch("same.json5"), "--problem",
      "exchange", "--gap", "0", "--prices", "--quiet",
    ]
    let whole = run(words + ["-o", scratch("whole"), "--format", "json"])
    #expect(whole.code == .done, "\(whole.errors)")
    let answer = try object(whole.output)
    #expect(answer["problem"] as? String == "exchange")
    let base = try #require(answer["base"] as? [String: Any])
    _ = run("exchange", scratch("year"), "-o", scratch("plan"), "--gap", "0", "--quiet")
    let japan = try column(0, of: "plan/partnerships.csv", scratch)
    let abroad = try column(1, of: "plan/partnerships.csv", scratch)
    #expect(base["schools"] as? Int == 32 && base["partnerships"] as? Int == japan.count)
    #expect(base["partnered"] as? Int == Set(japan + abroad).count)
    let scenarios = try #require(answer["scenarios"] as? [[String: Any]])
    #expect(scenarios.map { $0["name"] as? String } == ["alike", "same"])
    let moves = try #require(scenarios[0]["moves"] as? [[String: Any]])
    #expect(!moves.isEmpty && moves.allSatisfy { $0["school"] is String })
    #expect((scenarios[1]["moves"] as? [Any])?.isEmpty == true)
    #expect(answer["prices"] is [[String: Any]])
    for part in 1...2 {
      let made = run(words + ["--shard", "\(part)/2", "-o", scratch("part\(part)")])
      #expect(made.code == .done, "\(made.errors)")
    }
    let merged = run(
      "whatif", "--merge", scratch("part1"), scratch("part2"), "-o", scratch("merged"), "--quiet")
    #expect(merged.code == .done, "\(merged.errors)")
    for name in ["whatif.json", "scenarios.csv", "moves.csv", "prices.csv"] {
      #expect(
        try scratch.text(of: "merged/" + name) == scratch.text(of: "whole/" + name), "\(name)")
    }
    #expect(run(words).output.contains("With alike \(moves.count) schools change:"))
  }

  @Test("a school is explained: its partners, what others would cost, why it has none")
  func explain() throws {
    let scratch = try year(16)
    _ = run("exchange", scratch("year"), "-o", scratch("plan"), "--gap", "0", "--quiet")
    let school = try #require(try column(0, of: "plan/partnerships.csv", scratch).first)
    let partner = try #require(try column(1, of: "plan/partnerships.csv", scratch).first)
    let told = run("explain", scratch("year"), scratch("plan"), "school", school, "--quiet")
    #expect(told.code == .done, "\(told.errors)")
    #expect(told.output.hasPrefix("\(school) exchanges teachers with "))
    #expect(told.output.contains("each loss is exact"))
    #expect(told.output.contains("without \(partner): "))
    let json = run(
      "explain", scratch("year"), scratch("plan"), "school", school, "--format", "json", "--quiet")
    let answer = try object(json.output)
    #expect(answer["problem"] as? String == "exchange" && answer["subject"] as? String == school)
    let placement = try #require(answer["placement"] as? [String: Any])
    let partners = try #require(placement["partners"] as? [[String: Any]])
    #expect(partners.contains { $0["school"] as? String == partner })
    #expect(placement["why_none"] is NSNull)
    let alternatives = try #require(answer["alternatives"] as? [[String: Any]])
    let tiers = try #require(answer["tiers"] as? [[String: Any]])
    #expect(!alternatives.isEmpty)
    for alternative in alternatives {
      #expect((alternative["losses"] as? [Int])?.count == tiers.count)
      #expect(alternative["exact"] as? Bool == true)
    }
    let alone = try #require(try column(0, of: "plan/unpartnered.csv", scratch).first)
    let none = run("explain", scratch("year"), scratch("plan"), "school", alone, "--quiet")
    #expect(none.code == .done, "\(none.errors)")
    #expect(none.output.hasPrefix("\(alone) has no partner.\n"))
    let unknown = run("explain", scratch("year"), scratch("plan"), "school", school + "X")
    #expect(unknown.code == .usage && unknown.errors.contains("did you mean \(school)?"))
    let kind = run("explain", scratch("year"), scratch("plan"), "activity", school)
    #expect(kind.code == .usage && kind.errors.contains("is a plan of exchange"))
  }

  @Test("what a year without a plan collides in is told, with ways out that have one")
  func diagnose() throws {
    let scratch = try year(10)
    try scratch.write(
      "{name: \"much\", exchange: {rules: [{rule: \"countries\", partnerships: 500}]}}",
      to: "much.json5")
    let told = run(
      "diagnose", scratch("year"), "--problem", "exchange", "--scenario", scratch("much.json5"),
      "-o", scratch("why"), "--quiet")
    #expect(told.code == .infeasible, "\(told.errors)")
    #expect(
      told.output.contains(
        "Every country whose schools wish to exchange has at least 500 partnerships."))
    let document = try object(try scratch.text(of: "why/diagnosis.json"))
    let ways = try #require(document["ways_out"] as? [[String: Any]])
    #expect(!ways.isEmpty)
    let planned = run(
      "exchange", scratch("year"), "--scenario", scratch("much.json5"), "--scenario",
      scratch("why/way-out-1.json5"), "-o", scratch("plan"), "--quiet")
    #expect(planned.code == .done, "\(planned.errors)")
    // A school that none fits is asked for.
    let alone = try #require(try column(0, of: "plan/unpartnered.csv", scratch).first)
    let held = run(
      "diagnose", scratch("year"), "--problem", "exchange", "--hold", alone, "--quiet")
    #expect(held.output.contains("The school \(alone) has a partner.") == (held.code != .done))
    let unknown = run(
      "diagnose", scratch("year"), "--problem", "exchange", "--hold", alone + "X")
    #expect(unknown.code == .usage && unknown.errors.contains("did you mean \(alone)?"))
  }

  @Test("replan names what helps instead")
  func replan() throws {
    let scratch = try year(6)
    let told = run(
      "replan", scratch("year"), "--problem", "exchange", "--baseline", scratch("year"))
    #expect(told.code == .usage)
    #expect(told.errors.contains("musubi whatif --problem exchange"))
  }
}
