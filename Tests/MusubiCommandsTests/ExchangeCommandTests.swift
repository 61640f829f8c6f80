// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite struct ExchangeCommandTests {
  private func year(_ schools: Int = 30) throws -> Scratch {
    let scratch = try Scratch()
    _ = run(
      "generate", "--applicants", "20", "--schools", "12", "--exchange-schools", "\(schools)",
      scratch("year"))
    return scratch
  }

  private static let names = [
    "debts.csv", "groups.csv", "partnerships.csv", "plan.json", "schools.csv", "ties.csv",
    "unpartnered.csv", "visits.csv", "visits.ics",
  ]

  @Test("a plan is made, verified and believed; equal years give equal bytes")
  func plan() throws {
    let scratch = try year()
    let made = run("exchange", scratch("year"), "-o", scratch("plan"), "--quiet")
    #expect(made.code == .done && made.errors == "", "\(made.errors)\(made.output)")
    #expect(made.output.hasPrefix("Exchange 2026, "))
    #expect(made.output.contains("visits to Japan and"))
    #expect(try scratch.names(in: "plan") == Self.names)
    let again = run(
      "exchange", scratch("year"), "-o", scratch("again"), "--quiet", "--format", "json")
    #expect(again.code == .done)
    for name in Self.names {
      #expect(try scratch.text(of: "plan/" + name) == scratch.text(of: "again/" + name))
    }
    let answer = try object(again.output)
    #expect(answer["problem"] as? String == "exchange")
    #expect(answer["status"] as? String == "optimal")
    #expect(answer["schools"] as? Int == 60)
    let partnered = try #require(answer["partnered"] as? Int)
    let without = try scratch.text(of: "plan/unpartnered.csv").split(separator: "\n").count - 1
    #expect(partnered > 0 && partnered + without == 60)
    let visits = try scratch.text(of: "plan/visits.csv").split(separator: "\n").count - 1
    #expect(
      visits == (answer["visits_to_japan"] as? Int ?? 0)
        + (answer["visits_from_japan"] as? Int ?? 0))
    let verified = run("verify", scratch("year"), scratch("plan"))
    #expect(verified.code == .done)
    #expect(verified.output.contains("the plan is valid."))
    let json = try object(run("verify", scratch("year"), scratch("plan"), "--format=json").output)
    let rules = (json["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
    #expect(rules.first == "partners" && rules.contains("prefecture-week"))
  }

  @Test("a visit that is owed is paid back, and the plan's ties are next year's")
  func ties() throws {
    let scratch = try year()
    _ = run("exchange", scratch("year"), "-o", scratch("first"), "--quiet")
    let rows = try scratch.text(of: "first/partnerships.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let both = try #require(rows.first { !$0[2].isEmpty && !$0[3].isEmpty })
    let pair = "\(both[0]),\(both[1])"
    let header = "japan,abroad,strength,to_japan,from_japan"
    try scratch.write("\(header)\n\(pair),100,1,0\n", to: "year/exchange_ties.csv")
    let made = run("exchange", scratch("year"), "-o", scratch("plan"), "--quiet")
    #expect(made.code == .done)
    #expect(made.output.contains("1 visit was owed from earlier years; 0 are owed after"))
    #expect(try scratch.text(of: "plan/debts.csv").contains("\(pair),1,0,"))
    let after = try scratch.text(of: "plan/ties.csv").split(separator: "\n")
    #expect(after.first.map(String.init) == header && after.contains("\(pair),100,1,1"))
    try scratch.write(after.joined(separator: "\n") + "\n", to: "year/exchange_ties.csv")
    #expect(run("check", scratch("year")).code == .done)
  }

  @Test("a stable plan is asked for in a scenario of its own")
  func stable() throws {
    let scratch = try year(14)
    let made = run("exchange", scratch("year"), "-o", scratch("plan"), "--stable", "--quiet")
    #expect(made.code == .done, "\(made.errors)\(made.output)")
    #expect(made.output.contains("blocking-pairs"))
    #expect(try scratch.names(in: "plan").contains("blocking-pairs.csv"))
    #expect(run("verify", scratch("year"), scratch("plan")).code == .done)
  }

  @Test("a plan whose table was edited contradicts itself")
  func edited() throws {
    let scratch = try year()
    _ = run("exchange", scratch("year"), "-o", scratch("plan"), "--quiet")
    var rows = try scratch.text(of: "plan/partnerships.csv").split(separator: "\n")
    rows.removeLast()
    try scratch.write(rows.joined(separator: "\n") + "\n", to: "plan/partnerships.csv")
    let verified = run("verify", scratch("year"), scratch("plan"))
    #expect(verified.code == .notValid)
    #expect(
      verified.output.contains(
        "plan.json and partnerships.csv do not list the same partnerships."))
  }

  @Test("a year whose countries ask for more than can be has no plan, and it is said why")
  func infeasible() throws {
    let scratch = try year()
    try scratch.write(
      "{name: \"much\", exchange: {rules: [{rule: \"countries\", partnerships: 500}]}}",
      to: "much.json5")
    let made = run(
      "exchange", scratch("year"), "--scenario", scratch("much.json5"), "-o", scratch("plan"),
      "--quiet")
    #expect(made.code == .infeasible)
    #expect(made.output.contains("the rule countries asks for more than can be"))
    #expect(made.output.contains("at least 500 are asked for."))
  }

  @Test("years without schools, and options of other problems, are refused")
  func refusals() throws {
    let scratch = try year(6)
    _ = run("exchange", scratch("year"), "-o", scratch("plan"), "--quiet")
    _ = run("generate", "--applicants", "20", "--schools", "12", scratch("bare"))
    let bare = run("exchange", scratch("bare"), "-o", scratch("other"))
    #expect(bare.code == .inputMissing)
    #expect(
      bare.errors.contains(
        "the year has no schools that exchange teachers: exchange_schools.csv is missing."))
    let wrong = run("verify", scratch("year"), scratch("plan"), "--baseline", scratch("plan"))
    #expect(wrong.code == .usage)
    let explained = run("explain", scratch("year"), scratch("plan"), "applicant", "A001")
    #expect(explained.code == .usage)
    #expect(explained.errors.contains("which has no applicant; ask for school."))
  }

  @Test("the program of a goal is exported")
  func export() throws {
    let scratch = try year(12)
    let made = run(
      "export", scratch("year"), "--problem", "exchange", "--tier", "points", "--output",
      scratch("points.mps"), "--quiet")
    #expect(made.code == .done, "\(made.errors)")
    #expect(try scratch.text(of: "points.mps").contains("ROWS"))
  }
}
