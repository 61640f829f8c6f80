// SPDX-License-Identifier: GPL-3.0-or-later

import Programme
import Testing

@testable import ProgrammeFiles

@Suite("What returnees' activities are planned from, written and read")
struct ReturneeYearTests {
  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  /// A year in which every field of returnees differs from its default.
  private func fullYear() throws -> ProgrammeYear {
    var year = starterYear()
    year.returnees.returnees = [
      Returnee(
        id: "R1", name: "山田, 花子", prefecture: "Fukuoka",
        home: GeoPoint(latitude: 33.5, longitude: 130.25), country: 0, hostSchool: 1,
        returned: try day("2025-03-08"), track: "prefecture:Fukuoka", languages: ["th", "en"],
        skills: ["dance", "a b"], leads: true, travelMetres: 12_500,
        freeWeekdays: [.saturday, .sunday],
        away: [try day("2026-05-01")...day("2026-05-03")], perQuarter: 0, tags: ["x"]),
      Returnee(
        id: "R2", prefecture: "Oita", home: GeoPoint(latitude: 33.24, longitude: 131.61),
        returned: try day("2024-03-08")),
    ]
    year.returnees.activities = [
      Activity(
        id: "E1", name: "Talk", kind: "school-talk", prefecture: "Fukuoka",
        place: GeoPoint(latitude: 33.6, longitude: 130.4), isOnline: true,
        days: try day("2026-06-13")...day("2026-06-14"), seatsMin: 2, seatsMax: 4, leaders: 1,
        languages: ["th"], skills: ["dance"], reach: 120, priority: 3, tie: 1, tags: ["y"])
    ]
    year.returnees.journeys = [
      Participation(returnee: 0, activity: 0): GivenJourney(metres: 63_500, cost: 4_200),
      Participation(returnee: 1, activity: 0): GivenJourney(metres: 1_000),
    ]
    var rules = ReturneeRules()
    rules.strictness = [.tie: .soft(penalty: 4), .neighbouringDays: .off]
    rules.maximumMetres = 1_500
    rules.restAfterReturn = 3
    rules.daysBetween = 2
    rules.perQuarter = 1
    rules.totalBudget = 9
    rules.yenPerKilometre = 8
    year.returnees.rules = rules
    year.returnees.objective = [.travel, .filled]
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
    let plan = ReturneePlan([
      Participation(returnee: 0, activity: 0), Participation(returnee: 1, activity: 0),
    ])
    let file = participationsFile(of: plan, for: year)
    _ = try scratch.write(file.bytes, to: file.name)
    #expect(readParticipations(at: scratch.path, for: year).plan == plan)
    let text = String(decoding: file.bytes, as: UTF8.self)
    let row = try #require(text.split(separator: "\n").last)
    _ = try scratch.write(Array((text + row + "\n").utf8), to: file.name)
    let reading = readParticipations(at: scratch.path, for: year)
    #expect(reading.plan == nil)
    #expect(
      reading.faults.lines == [
        "participations.csv, line 4, column returnee: \"R2\" stands beside E1 in line 3 already; "
          + "expected each pair once."
      ])
  }

  /// What `check` tells of the year when a text in a file is another one.
  private func faults(_ edits: [(file: String, old: String, new: String)]) throws -> [String] {
    let scratch = try ScratchFolder()
    for file in programmeFiles(of: try fullYear()) {
      var text = String(decoding: file.bytes, as: UTF8.self)
      for edit in edits where edit.file == file.name {
        try #require(text.contains(edit.old))
        text = text.replacing(edit.old, with: edit.new, maxReplacements: 1)
      }
      _ = try scratch.write(Array(text.utf8), to: file.name)
    }
    return readProgrammeYear(at: scratch.path).faultList.lines
  }

  @Test("all faults of the tables are told at once, each with its place")
  func tables() throws {
    let told = try faults([
      ("returnees.csv", "12.5", "far"), ("returnees.csv", "th;en", "th;EN"),
      ("returnees.csv", "2024-03-08", "2027-04-01"),
      ("activities.csv", "2026-06-13", "2026-03-13"), ("activities.csv", ",2,4,1,", ",2,1,1,"),
      ("travel.csv", "R2", "R9"),
    ])
    #expect(told.contains { $0.hasPrefix("returnees.csv, line 2, column languages: \"EN\"") })
    #expect(
      told.contains(
        "returnees.csv, line 3, column returned: \"2027-04-01\" is after the fiscal year 2026 "
          + "ends; expected a day on or before 2027-03-31."))
    #expect(
      told.contains(
        "activities.csv, line 2, column from: \"2026-03-13\" is not in the fiscal year 2026; "
          + "expected a day from 2026-04-01 to 2027-03-31."))
    #expect(
      told.contains(
        "activities.csv, line 2, column seats_min: \"2\" is more than seats_max, 1; expected "
          + "seats_min at most seats_max. Did you mean 1?"))
    #expect(told.contains { $0.hasPrefix("travel.csv, line 3, column returnee: \"R9\"") })
    #expect(told.count >= 5)
  }

  @Test("wishes that nobody can meet are told, and stand in nobody's way")
  func notices() throws {
    let told = try faults([("activities.csv", ",th,dance,", ",vi,dence,")])
    #expect(
      told.contains { $0.hasPrefix("activities.csv, line 2, column languages: \"vi\" is spoken") })
    #expect(told.contains { $0.contains("\"dence\" is a skill of no returnee. Did you mean") })
  }

  @Test("a rule that cannot be soft, a goal named twice and an unknown rule are told")
  func settings() throws {
    let told = try faults([
      (
        "programme.json5", "rule: \"neighbouring-days\", off: true",
        "rule: \"neighbouring-days\", penalty: 3"
      ), ("programme.json5", "[\"travel\", \"filled\"]", "[\"travel\", \"travel\"]"),
      ("programme.json5", "rule: \"distance\"", "rule: \"distence\""),
    ])
    #expect(told.contains { $0.contains("cannot be asked of the rule neighbouring-days") })
    #expect(told.contains { $0.contains("\"travel\" is named twice") })
    #expect(told.contains { $0.contains("Did you mean distance?") })
  }

  @Test("scenarios reach rules, cells and rows of returnees")
  func scenarios() throws {
    let scratch = try ScratchFolder()
    try writeProgrammeYear(try fullYear(), to: scratch.path + "/year")
    let scenario = """
      {
        set: {"returnees.rules.load.per_quarter": 7, "returnees.R1.travel_km": 3,
              "activities.E1.reach": 5},
        returnees: {rules: [{rule: "distance", off: true}]},
      }
      """
    let file = try scratch.write(Array(scenario.utf8), to: "more.json5")
    let reading = readProgrammeYear(at: scratch.path + "/year", scenarios: [file])
    #expect(reading.faultList.lines == [])
    let data = try #require(reading.year?.returnees)
    #expect(data.rules.perQuarter == 7 && data.rules[.distance] == .off)
    #expect(data.returnees[0].travelMetres == 3_000 && data.activities[0].reach == 5)
  }
}
