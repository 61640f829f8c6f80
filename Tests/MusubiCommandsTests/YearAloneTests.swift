// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

/// `whatif`, `diagnose` and `explain` of problems that are planned from a year alone.
@Suite struct YearAloneTests {
  private let village = ScenarioCommandTests.village

  /// Three lines over three years; 2025 is over.
  private func decade(_ scratch: Scratch, leastReach: Int = 0) throws {
    _ = run("init", scratch("ten"))
    try scratch.write(
      """
      line,name,kind,unit,min,max,ramp_up,cost_jpy,taught,audience,trust,restart
      partners,Partners,dispatch,partner,0,20,5,2000000,286,0,5,5
      events,Events,arts,event,0,10,,5000000,0,2212,2,
      talks,Talks,returnees,talk,0,30,,40000,40,0,1,

      """, to: "ten/decade_lines.csv")
    try scratch.write(
      "year,budget_jpy,least_reach\n2025,40000000,0\n2026,40000000,\(leastReach)\n"
        + "2027,40000000,0\n", to: "ten/decade_years.csv")
    try scratch.write(
      "year,line,units,reached,cost_jpy\n2025,partners,10,3000,21000000\n",
      to: "ten/decade_actuals.csv")
    let settings = try scratch.text(of: "ten/programme.json5")
    let end = try #require(settings.lastIndex(of: "}"))
    try scratch.write(
      settings[..<end] + "  decade: {target: 60000, aims: {trust: 100}},\n}\n",
      to: "ten/programme.json5")
  }

  // MARK: whatif

  @Test("activities are compared: figures, goals, who changes; shards make the same")
  func whatifReturnees() throws {
    let scratch = try Scratch()
    try scratch.write(
      #"{name: "nearer", set: {"returnees.rules.distance.max_km": 20, "returnees.R02.travel_km": 20}}"#,
      to: "nearer.json5")
    let words = [
      "whatif", village, scratch("nearer.json5"), "--problem", "returnees", "--prices",
      "--sweep", "activities.E03.seats_min=1,3", "--quiet",
    ]
    let whole = run(words + ["-o", scratch("whole"), "--format", "json"])
    #expect(whole.code == .done, "\(whole.errors)")
    let answer = try object(whole.output)
    #expect(answer["problem"] as? String == "returnees")
    let base = try #require(answer["base"] as? [String: Any])
    #expect(base["activities"] as? Int == 5 && base["held"] as? Int == 5)
    #expect(base["people_reached"] as? Int == 615 && base["people_active"] as? Int == 4)
    let scenarios = try #require(answer["scenarios"] as? [[String: Any]])
    #expect(scenarios.map { $0["name"] as? String }.first == "nearer")
    #expect(scenarios[0]["held"] as? Int == 4)
    let moves = try #require(scenarios[0]["moves"] as? [[String: Any]])
    #expect(moves.map { $0["returnee"] as? String } == ["R01", "R02"])
    #expect(moves[1]["to"] is NSNull)
    #expect((moves[1]["from"] as? [String: String]) == ["activities": "E03"])
    #expect((scenarios[1]["moves"] as? [Any])?.isEmpty == true)
    let prices = try #require(answer["prices"] as? [[String: Any]])
    let seat = prices.first { $0["words"] as? String == "one more seat in E04" }
    #expect(seat?["better"] as? Bool == true)
    for part in 1...2 {
      let made = run(
        words + ["--shard", "\(part)/2", "-o", scratch("part\(part)")])
      #expect(made.code == .done, "\(made.errors)")
    }
    let merged = run(
      "whatif", "--merge", scratch("part1"), scratch("part2"), "-o", scratch("merged"), "--quiet")
    #expect(merged.code == .done, "\(merged.errors)")
    for name in ["whatif.json", "scenarios.csv", "moves.csv", "prices.csv"] {
      #expect(
        try scratch.text(of: "merged/" + name) == scratch.text(of: "whole/" + name), "\(name)")
    }
    #expect(
      try scratch.text(of: "whole/moves.csv").hasPrefix(
        "scenario,returnee,from_activities,to_activities\n"))
    let table = run(words).output
    #expect(table.contains("With nearer 2 people change:\n  R01: E01, E03, E04 → E01, E04\n"))
  }

  @Test("ten years are compared: cells of years too, units that change, shards make the same")
  func whatifDecade() throws {
    let scratch = try Scratch()
    try decade(scratch)
    try scratch.write(
      #"{name: "less", set: {"decade_years.2027.budget_jpy": 20000000}}"#, to: "less.json5")
    let words = [
      "whatif", scratch("ten"), scratch("less.json5"), "--problem", "decade", "--gap", "0",
      "--sweep", "decade_lines.partners.ramp_up=2,5", "--prices", "--quiet",
    ]
    let whole = run(words + ["-o", scratch("whole"), "--format", "json"])
    #expect(whole.code == .done, "\(whole.errors)")
    let scenarios = try #require(try object(whole.output)["scenarios"] as? [[String: Any]])
    #expect(scenarios[0]["cost_thousand_jpy"] as? Int ?? .max <= 60_000)
    let moves = try #require(scenarios[0]["moves"] as? [[String: Any]])
    #expect(moves.allSatisfy { ($0["line_year"] as? String)?.contains("/202") ?? false })
    #expect(moves.contains { ($0["units_changed"] as? Int ?? 0) > 0 })
    #expect((scenarios[2]["moves"] as? [Any])?.isEmpty == true)
    for part in 1...2 {
      _ = run(words + ["--shard", "\(part)/2", "-o", scratch("part\(part)")])
    }
    let merged = run(
      "whatif", "--merge", scratch("part1"), scratch("part2"), "-o", scratch("merged"), "--quiet")
    #expect(merged.code == .done, "\(merged.errors)")
    for name in ["whatif.json", "moves.csv", "prices.csv"] {
      #expect(
        try scratch.text(of: "merged/" + name) == scratch.text(of: "whole/" + name), "\(name)")
    }
    let table = run(words).output
    #expect(table.contains("Units changed"))
    #expect(table.contains("yen more in 2026: "))
  }

  @Test("options of other problems are refused, and years with nothing to plan")
  func refusals() throws {
    let scratch = try Scratch()
    _ = run("init", scratch("bare"))
    let bare = run("whatif", scratch("bare"), "--problem", "returnees", "--prices")
    #expect(bare.code == .inputMissing)
    #expect(bare.errors.contains("the year has no activities to plan"))
    #expect(run("whatif", scratch("bare"), "--problem", "decade", "--prices").code == .badData)
    let chance = run("whatif", village, "--problem", "returnees", "--fragility", "3")
    #expect(chance.code == .usage)
    #expect(run("diagnose", village, "--hold", "E01").code == .usage)
    let ten = run("replan", village, "--problem", "decade", "--baseline", scratch("bare"))
    #expect(ten.code == .usage)
    #expect(ten.errors.contains("decade_actuals.csv"))
  }

  // MARK: diagnose

  @Test("what keeps an activity from taking place is told, with a way out that can be planned")
  func diagnoseReturnees() throws {
    let scratch = try Scratch()
    try scratch.write(
      #"{name: "nearer", set: {"returnees.rules.distance.max_km": 20, "returnees.R02.travel_km": 20}}"#,
      to: "nearer.json5")
    let fine = run("diagnose", village, "--problem", "returnees", "--quiet")
    #expect(fine.code == .done)
    #expect(fine.output.contains("has all that is asked for"))
    let held = run(
      "diagnose", village, "--problem", "returnees", "--hold", "E03", "--scenario",
      scratch("nearer.json5"), "-o", scratch("why"), "--quiet")
    #expect(held.code == .infeasible, "\(held.errors)")
    #expect(held.output.contains("The activity E03 takes place.\n     asked for."))
    #expect(held.output.contains("rule distance; negotiable."))
    let document = try object(try scratch.text(of: "why/diagnosis.json"))
    let ways = try #require(document["ways_out"] as? [[String: Any]])
    #expect(ways.count >= 1)
    let planned = run(
      "returnees", village, "--scenario", scratch("nearer.json5"), "--scenario",
      scratch("why/way-out-1.json5"), "-o", scratch("plan"), "--quiet")
    #expect(planned.code == .done, "\(planned.errors)")
    #expect(try scratch.text(of: "plan/held.csv").contains("E03,"))
    let unknown = run(
      "diagnose", village, "--problem", "returnees", "--hold", "E3")
    #expect(unknown.code == .usage && unknown.errors.contains("did you mean E03?"))
  }

  @Test("what ten years without a plan collide in is told, with ways out that have one")
  func diagnoseDecade() throws {
    let scratch = try Scratch()
    try decade(scratch, leastReach: 20_000)
    #expect(run("decade", scratch("ten"), "-o", scratch("none"), "--quiet").code == .infeasible)
    let told = run(
      "diagnose", scratch("ten"), "--problem", "decade", "-o", scratch("why"), "--quiet")
    #expect(told.code == .infeasible, "\(told.errors)")
    #expect(told.output.contains("2026 reaches at least 20,000 people."))
    #expect(told.output.contains("decade_years.csv, line 3; rule least-reach; negotiable."))
    let document = try object(try scratch.text(of: "why/diagnosis.json"))
    let ways = try #require(document["ways_out"] as? [[String: Any]])
    #expect(ways.count == 2)
    for index in 1...2 {
      let planned = run(
        "decade", scratch("ten"), "--scenario", scratch("why/way-out-\(index).json5"), "-o",
        scratch("plan\(index)"), "--quiet")
      #expect(planned.code == .done, "\(planned.errors)")
    }
  }

  // MARK: explain

  @Test("a returnee and an activity are explained, others by identifier only")
  func explainReturnees() throws {
    let scratch = try Scratch()
    _ = run(
      "generate", "--applicants", "20", "--schools", "12", "--returnees", "12", "--activities",
      "10", scratch("year"))
    _ = run("returnees", scratch("year"), "-o", scratch("plan"), "--gap", "0", "--quiet")
    let held = try scratch.text(of: "plan/held.csv").split(separator: "\n")
    let activity = try #require(held.dropFirst().first?.split(separator: ",").first)
    let people = try scratch.text(of: "plan/people.csv").split(separator: "\n").dropFirst()
    let returnee = try #require(people.first?.split(separator: ",").first)
    let names = people.compactMap { row -> String? in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return cells[1].isEmpty ? nil : String(cells[1])
    }
    #expect(!names.isEmpty)
    let told = run(
      "explain", scratch("year"), scratch("plan"), "activity", String(activity), "--quiet")
    #expect(told.code == .done, "\(told.errors)")
    #expect(told.output.contains("takes place with"))
    #expect(told.output.contains("each loss is exact"))
    #expect(!names.contains { told.output.contains($0) })
    let internally = run(
      "explain", scratch("year"), scratch("plan"), "activity", String(activity), "--internal",
      "--quiet")
    #expect(names.contains { internally.output.contains($0) })
    let json = run(
      "explain", scratch("year"), scratch("plan"), "returnee", String(returnee), "--format",
      "json", "--quiet")
    let answer = try object(json.output)
    #expect(answer["kind"] as? String == "returnee")
    #expect(answer["subject"] as? String == String(returnee))
    let alternatives = try #require(answer["alternatives"] as? [[String: Any]])
    let tiers = try #require(answer["tiers"] as? [[String: Any]])
    for alternative in alternatives {
      #expect((alternative["losses"] as? [Int])?.count == tiers.count)
      #expect(alternative["exact"] as? Bool == true)
      #expect(alternative["forced"] is [String: Any])
    }
    let unknown = run("explain", scratch("year"), scratch("plan"), "returnee", "R99999")
    #expect(unknown.code == .usage && unknown.errors.contains("this year has no returnee R99999"))
    let kind = run("explain", scratch("year"), scratch("plan"), "line", "R00001")
    #expect(kind.code == .usage && kind.errors.contains("ask for returnee, activity"))
  }

  @Test("who has nothing is told what single change would help")
  func remedies() throws {
    let scratch = try Scratch()
    try scratch.write(
      #"{name: "nearer", set: {"returnees.rules.distance.max_km": 20, "returnees.R02.travel_km": 20}}"#,
      to: "nearer.json5")
    _ = run(
      "returnees", village, "--scenario", scratch("nearer.json5"), "-o", scratch("plan"),
      "--quiet")
    let told = run("explain", village, scratch("plan"), "returnee", "R02", "--quiet")
    #expect(
      told.output.contains("With 54 km as the farthest way of R02 the best plan has R02 in E03."))
    let json = try object(
      run("explain", village, scratch("plan"), "returnee", "R02", "--format", "json").output)
    let remedies = try #require(json["remedies"] as? [[String: Any]])
    #expect(remedies[0]["helps"] as? Bool == true)
    let change = try #require(
      (remedies[0]["scenario"] as? [String: Any])?["set"] as? [String: Any])
    #expect(change["returnees.R02.travel_km"] as? Int == 54)
  }

  @Test("a line and a year are explained: what carries it, what binds, what a unit costs")
  func explainDecade() throws {
    let scratch = try Scratch()
    try decade(scratch)
    _ = run("decade", scratch("ten"), "-o", scratch("plan"), "--gap", "0", "--quiet")
    let line = run("explain", scratch("ten"), scratch("plan"), "line", "events", "--quiet")
    #expect(line.code == .done, "\(line.errors)")
    #expect(line.output.contains("Units by year (one is one event): 2025 0, 2026 "))
    #expect(line.output.contains("One more of events in 2026 would break:\n    budget: "))
    let year = run(
      "explain", scratch("ten"), scratch("plan"), "year", "2027", "--format", "json", "--quiet")
    let answer = try object(year.output)
    #expect(answer["kind"] as? String == "year" && answer["subject"] as? String == "2027")
    let alternatives = try #require(answer["alternatives"] as? [[String: Any]])
    #expect(!alternatives.isEmpty)
    let forced = try #require(alternatives[0]["forced"] as? [String: Any])
    #expect(forced["year"] as? Int == 2027)
    let over = run("explain", scratch("ten"), scratch("plan"), "year", "2025", "--quiet")
    #expect(over.output.contains("2025 (over) reaches 3,000 people"))
    let unknown = run("explain", scratch("ten"), scratch("plan"), "year", "2035")
    #expect(unknown.code == .usage)
  }
}
