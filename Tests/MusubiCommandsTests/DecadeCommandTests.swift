// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite struct DecadeCommandTests {
  /// A small year with three lines over three years; 2025 is over.
  private func year(budget: Int, target: Int, min: Int = 0) throws -> Scratch {
    let scratch = try Scratch()
    _ = run("init", scratch("year"))
    try scratch.write(
      """
      line,name,kind,unit,min,max,cost_jpy,taught,audience,trust,restart
      partners,Partners,dispatch,partner,\(min),20,2000000,286,0,5,5
      events,Events,arts,event,0,10,5000000,0,2212,2,
      talks,Talks,returnees,talk,0,30,40000,40,0,1,

      """, to: "year/decade_lines.csv")
    try scratch.write(
      "year,budget_jpy\n2025,\(budget)\n2026,\(budget)\n2027,\(budget)\n",
      to: "year/decade_years.csv")
    try scratch.write(
      "year,line,units,reached,cost_jpy\n2025,partners,10,3000,21000000\n",
      to: "year/decade_actuals.csv")
    let settings = try scratch.text(of: "year/programme.json5")
    let end = try #require(settings.lastIndex(of: "}"))
    try scratch.write(
      settings[..<end] + "  decade: {target: \(target), aims: {trust: 100}},\n}\n",
      to: "year/programme.json5")
    return scratch
  }

  @Test("a plan is made, verified and believed; equal years give equal bytes")
  func plan() throws {
    let scratch = try year(budget: 40_000_000, target: 20_000)
    let made = run("decade", scratch("year"), "-o", scratch("plan"), "--quiet", "--gap", "0")
    #expect(made.code == .done, "\(made.errors)")
    #expect(made.output.hasPrefix("Ten years 2025 to 2027, "))
    #expect(made.output.contains("The target is reached in 2027."))
    #expect(made.output.contains("partners  2025      10      2,860    3,000     -4.67 %"))
    let names = ["backtest.csv", "plan.json", "reach.csv", "units.csv"]
    #expect(try scratch.names(in: "plan") == names)
    let again = run(
      "decade", scratch("year"), "-o", scratch("again"), "--quiet", "--gap", "0", "--format",
      "json")
    for name in names {
      #expect(try scratch.text(of: "plan/" + name) == scratch.text(of: "again/" + name))
    }
    let answer = try object(again.output)
    #expect(answer["problem"] as? String == "decade")
    #expect(answer["status"] as? String == "optimal")
    #expect(answer["year_of_target"] as? Int == 2027)
    #expect(answer["budget_need"] is NSNull)
    #expect(run("verify", scratch("year"), scratch("plan")).code == .done)
  }

  @Test("an edited plan is checked as it stands")
  func edited() throws {
    let scratch = try year(budget: 40_000_000, target: 20_000)
    _ = run("decade", scratch("year"), "-o", scratch("plan"), "--quiet")
    let rows = try scratch.text(of: "plan/units.csv").split(separator: "\n").map { row in
      row.hasPrefix("events,2026,") ? "events,2026,10,event,0,0,no,Events" : String(row)
    }
    try scratch.write(rows.joined(separator: "\n") + "\n", to: "plan/units.csv")
    let verified = run("verify", scratch("year"), scratch("plan"))
    #expect(verified.code == .notValid)
    #expect(verified.output.contains("budget (hard):"))
    #expect(verified.output.contains("plan.json and units.csv do not list the same units."))
    let fewer = rows.filter { !$0.hasPrefix("talks,2027,") }
    try scratch.write(fewer.joined(separator: "\n") + "\n", to: "plan/units.csv")
    let short = run("verify", scratch("year"), scratch("plan"))
    #expect(short.code == .badData)
    #expect(short.errors.contains("units.csv: there is no row for talks in 2027"))
  }

  @Test("a target out of reach comes with the least extra budget, or with why there is none")
  func outOfReach() throws {
    // 44,240 people of events, 11,440 of partners, 2,400 of talks in two years: all that
    // units allow, and the 3,000 of 2025.
    let scratch = try year(budget: 40_000_000, target: 61_080)
    let made = run("decade", scratch("year"), "-o", scratch("plan"), "--format=json", "--quiet")
    #expect(made.code == .done, "\(made.errors)")
    let need = try #require(try object(made.output)["budget_need"] as? [String: Any])
    #expect(need["total_thousand_jpy"] as? Int == 102_400)
    #expect(need["extra_thousand_jpy"] as? [Int] == [0, 51_200, 51_200])
    let further = try year(budget: 40_000_000, target: 61_081)
    let never = run("decade", further("year"), "-o", further("plan"), "--quiet")
    #expect(never.code == .done)
    #expect(never.output.contains("No budget reaches it"))
  }

  @Test("rules that collide are told, and nothing is written")
  func infeasible() throws {
    let scratch = try year(budget: 10_000_000, target: 1, min: 6)
    let made = run("decade", scratch("year"), "-o", scratch("plan"), "--quiet")
    #expect(made.code == .infeasible)
    #expect(
      made.output.contains("  budget: 2026 takes 12,000 thousand yen of 10,000."), "\(made.output)")
    #expect(try scratch.names(in: ".") == ["year"])
  }

  @Test("a scenario may set the target; a folder without lines is refused")
  func refusals() throws {
    let scratch = try year(budget: 40_000_000, target: 61_081)
    try scratch.write("{set: {\"decade.target\": 3000}}", to: "small.json5")
    let made = run(
      "decade", scratch("year"), "--scenario", scratch("small.json5"), "-o", scratch("plan"),
      "--quiet")
    #expect(made.code == .done)
    #expect(made.output.contains("The target is reached in 2025."))
    #expect(run("verify", scratch("year"), scratch("plan")).code == .done)
    _ = run("generate", "--applicants", "20", "--schools", "12", scratch("bare"))
    let bare = run("decade", scratch("bare"), "-o", scratch("other"))
    #expect(bare.code == .badData)
    #expect(bare.errors.contains("the folder has no ten years to plan: decade_lines.csv"))
  }

  @Test("the program of each goal is written")
  func export() throws {
    let scratch = try year(budget: 40_000_000, target: 20_000)
    _ = run("decade", scratch("year"), "-o", scratch("plan"), "--quiet")
    for tier in ["reach", "fairness-aims:1", "cost"] {
      let made = run(
        "export", scratch("year"), "--problem", "decade", "--plan", scratch("plan"), "--tier",
        tier, "--as", "lp", "-o", scratch("model.lp"), "--force", "--quiet")
      #expect(made.code == .done, "\(tier): \(made.errors)")
      #expect(try scratch.text(of: "model.lp").contains("units_partners_2026"), "\(tier)")
    }
  }
}
