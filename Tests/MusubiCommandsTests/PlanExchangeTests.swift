// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite("The exchange of teachers in the plan of a year")
struct PlanExchangeTests {
  /// A year with one place and two schools that exchange teachers; the one in Japan sends so
  /// many.
  private func write(_ year: Int, sending teachers: Int, in scratch: Scratch) throws {
    try FileManager.default.createDirectory(
      atPath: scratch("\(year)"), withIntermediateDirectories: true)
    let files = [
      "programme.json5": """
      {title: "Visits", fiscal_year: \(year), rules: [{rule: "companions", off: true}]}

      """,
      "countries.csv": "country,language\nTHA,th\n",
      "cohorts.csv": """
      cohort,country,places,dispatch_start,dispatch_end
      Thailand,THA,1,\(year)-05-18,\(year + 1)-03-12

      """,
      "schools.csv": """
      school,country,city,latitude,longitude,learners,japanese_hours
      S1,THA,Chiang Mai,18.79,98.98,100,10

      """,
      "applicants.csv": "applicant,sex,birth_date,languages\nA1,F,1995-01-01,en:4\n",
      "exchange_schools.csv": """
      school,country,area,languages,sends,hosts
      XA1,THA,North,en,3,4
      XJ1,JPN,Oita,ja;en,\(teachers),4

      """,
      "decade_lines.csv": """
      line,kind,unit,counts,max,cost_jpy,met
      educators,exchange,person,educators,50,700000,30

      """,
      "decade_years.csv": "year\n\(year)\n\(year + 1)\n",
    ]
    for (name, text) in files { try scratch.write(text, to: "\(year)/\(name)") }
  }

  /// The value of a goal in a plan.
  private func value(_ goal: String, in plan: String, _ scratch: Scratch) throws -> Int? {
    let tiers = try object(scratch.text(of: plan + "/exchange/plan.json"))["tiers"]
    return (tiers as? [[String: Any]])?.first { $0["name"] as? String == goal }?["value"] as? Int
  }

  @Test("it is a stage, and the ten years keep what it earns")
  func stage() throws {
    let scratch = try Scratch()
    try write(2026, sending: 2, in: scratch)
    let made = run("plan", scratch("2026"), "-o", scratch("plan"), "--format=json", "--quiet")
    #expect(made.code == .done, "\(made.errors)")
    let stages = try #require(try object(made.output)["stages"] as? [[String: Any]])
    #expect(
      stages.map { $0["status"] as? String } == [
        "optimal", "left-out", "left-out", "optimal", "optimal",
      ])
    let own = run("exchange", scratch("2026"), "-o", scratch("own"), "--quiet")
    #expect(own.code == .done)
    for name in try scratch.names(in: "own") {
      #expect(try scratch.text(of: "own/" + name) == scratch.text(of: "plan/exchange/" + name))
    }
    #expect(try scratch.text(of: "plan/earned.csv").contains("2026,educators,3,person"))
    #expect(try scratch.text(of: "plan/decade/units.csv").contains("educators,2026,3,"))
    #expect(run("verify", scratch("2026"), scratch("plan")).code == .done)
  }

  @Test("a visit that is owed is paid back in the next year, by the ledger alone")
  func debts() throws {
    let scratch = try Scratch()
    try write(2026, sending: 0, in: scratch)
    let first = run("plan", scratch("2026"), "-o", scratch("plan2026"), "--quiet")
    #expect(first.code == .done, "\(first.errors)")
    let ledger = try scratch.text(of: "plan2026/ledger.csv")
    #expect(ledger.contains("2026,teachers-hosted,XJ1,3"))
    #expect(ledger.contains("2026,visits-to-japan,XJ1>XA1,1"))
    #expect(!ledger.contains("visits-from-japan"))

    try write(2027, sending: 2, in: scratch)
    let without = run("plan", scratch("2027"), "-o", scratch("without"), "--quiet")
    #expect(without.code == .done, "\(without.errors)")
    try scratch.write(ledger, to: "2027/ledger.csv")
    let second = run("plan", scratch("2027"), "-o", scratch("plan2027"), "--quiet")
    #expect(second.code == .done, "\(second.errors)")
    #expect(try value("debts", in: "without", scratch) == 0)
    #expect(try value("debts", in: "plan2027", scratch) == 1)
    #expect(
      try scratch.text(of: "plan2027/ledger.csv").contains("2027,visits-from-japan,XJ1>XA1,1"))
  }
}
