// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

@testable import ProgrammeFiles

@Suite("What exchange is planned from, written and read")
struct ExchangeYearTests {
  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  /// A year in which every field of exchange differs from its default.
  private func fullYear() throws -> ProgrammeYear {
    var year = starterYear()
    var abroad = ExchangeSchool(
      id: "XA1", name: "First, abroad", country: 0, area: "North", level: .primary, grades: 2...5,
      subjects: ["music", "art"], languages: ["th", "en"], pupils: 321, roles: ["principals"],
      sends: 0, hosts: 7, partners: 3, wishes: [[2, 3]], priority: 9, lastHosted: 2021,
      tags: ["x", "a b"])
    abroad.sendsFrom = try day("2026-05-01")
    abroad.sendsTo = try day("2026-06-01")
    abroad.hostsFrom = try day("2026-07-01")
    abroad.hostsTo = try day("2026-08-01")
    abroad.closed = [try day("2026-05-05")...day("2026-05-07")]
    year.exchange.schools = [
      abroad, ExchangeSchool(id: "XA2", country: 0, grades: 1...13),
      ExchangeSchool(id: "XJ1", area: "Oita", wishes: [[1], [0]]),
      ExchangeSchool(id: "XJ2", area: "Saga"),
    ]
    year.exchange.ties = [
      SchoolPair(japan: 2, abroad: 0): ExchangeTie(strength: 7, toJapan: 3, fromJapan: 1),
      SchoolPair(japan: 3, abroad: 0): ExchangeTie(),
    ]
    var rules = ExchangeRules()
    rules.strictness = [.subject: .soft(penalty: 4), .calendars: .off]
    rules.standings = [.size: Standing(isLaw: true)]
    rules.days = 10
    rules.arrival = .saturday
    rules.weights = [.tie: 5]
    rules.mostRatio = 3
    rules.groupsOfWeek = 4
    rules.pairsOfYear = 6
    rules.pairsOfCountry = 2
    rules.restYears = 7
    year.exchange.rules = rules
    year.exchange.objective = [.debts, .weeks]
    return year
  }

  @Test("every field comes back as it was written")
  func roundTrip() throws {
    let year = try fullYear()
    let scratch = try ScratchFolder()
    try writeProgrammeYear(year, to: scratch.path + "/year")
    let reading = readProgrammeYear(at: scratch.path + "/year")
    #expect(reading.faultList.lines == [])
    #expect(reading.year == year)
  }

  @Test("a plan comes back as it was written, and a pair that stands twice is told")
  func plan() throws {
    let year = try fullYear()
    let scratch = try ScratchFolder()
    let plan = ExchangePlan([
      Partnership(SchoolPair(japan: 2, abroad: 0), toJapan: try day("2026-06-13")),
      Partnership(
        SchoolPair(japan: 3, abroad: 1), toJapan: try day("2026-06-13"),
        fromJapan: try day("2026-11-14")),
    ])
    let file = partnershipsFile(of: plan, for: year)
    _ = try scratch.write(file.bytes, to: file.name)
    #expect(readPartnerships(at: scratch.path, for: year).plan == plan)
    let text = String(decoding: file.bytes, as: UTF8.self)
    let row = try #require(text.split(separator: "\n").last)
    _ = try scratch.write(Array((text + row + "\n").utf8), to: file.name)
    let reading = readPartnerships(at: scratch.path, for: year)
    #expect(reading.plan == nil)
    #expect(
      reading.faults.lines == [
        "partnerships.csv, line 4, column abroad: \"XA2\" stands beside XJ2 in line 3 already; "
          + "expected each pair once."
      ])
  }

  @Test("ties after a plan count its visits, and keep those that rest")
  func ties() throws {
    let year = try fullYear()
    let plan = ExchangePlan([
      Partnership(SchoolPair(japan: 2, abroad: 0), fromJapan: try day("2026-06-13")),
      Partnership(
        SchoolPair(japan: 3, abroad: 1), toJapan: try day("2026-06-13"),
        fromJapan: try day("2026-11-14")),
    ])
    let text = String(
      decoding: tiesFile(after: plan, for: year, named: "ties.csv").bytes, as: UTF8.self)
    #expect(
      text.split(whereSeparator: \.isNewline).map(String.init) == [
        "japan,abroad,strength,to_japan,from_japan", "XJ1,XA1,7,3,2", "XJ2,XA1,100,0,0",
        "XJ2,XA2,50,1,1",
      ])
  }
}
