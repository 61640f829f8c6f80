// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite struct ReturneesCommandTests {
  private func year() throws -> Scratch {
    let scratch = try Scratch()
    _ = run(
      "generate", "--applicants", "20", "--schools", "12", "--returnees", "60", "--activities",
      "40", scratch("year"))
    return scratch
  }

  @Test("a plan is made, verified and believed; equal years give equal bytes")
  func plan() throws {
    let scratch = try year()
    let made = run("returnees", scratch("year"), "-o", scratch("plan"), "--quiet")
    #expect(made.code == .done && made.errors == "")
    #expect(made.output.hasPrefix("Returnees 2026, "))
    #expect(made.output.contains("activities take place with"))
    let names = [
      "activities.ics", "held.csv", "participations.csv", "people.csv", "plan.json", "unmet.csv",
    ]
    #expect(try scratch.names(in: "plan") == names)
    let again = run(
      "returnees", scratch("year"), "-o", scratch("again"), "--quiet", "--format", "json")
    #expect(again.code == .done)
    for name in names {
      #expect(try scratch.text(of: "plan/" + name) == scratch.text(of: "again/" + name))
    }
    let answer = try object(again.output)
    #expect(answer["problem"] as? String == "returnees")
    #expect(answer["status"] as? String == "optimal")
    #expect(answer["activities"] as? Int == 40 && answer["returnees"] as? Int == 60)
    let held = try #require(answer["held"] as? Int)
    let unmet = try scratch.text(of: "plan/unmet.csv").split(separator: "\n").count - 1
    #expect(held > 0 && held + unmet == 40)
    let verified = run("verify", scratch("year"), scratch("plan"))
    #expect(verified.code == .done)
    #expect(verified.output.contains("the plan is valid."))
    let json = try object(run("verify", scratch("year"), scratch("plan"), "--format=json").output)
    let rules = (json["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
    #expect(rules.first == "seats" && rules.contains("prefecture-first"))
  }

  @Test("a plan whose table was edited contradicts itself")
  func edited() throws {
    let scratch = try year()
    _ = run("returnees", scratch("year"), "-o", scratch("plan"), "--quiet")
    var rows = try scratch.text(of: "plan/participations.csv").split(separator: "\n")
    rows.removeLast()
    try scratch.write(rows.joined(separator: "\n") + "\n", to: "plan/participations.csv")
    let verified = run("verify", scratch("year"), scratch("plan"))
    #expect(verified.code == .notValid)
    #expect(
      verified.output.contains(
        "plan.json and participations.csv do not list the same participations."))
  }

  @Test("years without activities, and options of other problems, are refused")
  func refusals() throws {
    let scratch = try year()
    _ = run("returnees", scratch("year"), "-o", scratch("plan"), "--quiet")
    _ = run("generate", "--applicants", "20", "--schools", "12", scratch("bare"))
    let bare = run("returnees", scratch("bare"), "-o", scratch("other"))
    #expect(bare.code == .inputMissing)
    #expect(bare.errors.contains("the year has no activities to plan: activities.csv is missing."))
    let wrong = run("verify", scratch("year"), scratch("plan"), "--baseline", scratch("plan"))
    #expect(wrong.code == .usage)
    let explained = run("explain", scratch("year"), scratch("plan"), "applicant", "A001")
    #expect(explained.code == .usage)
    #expect(explained.errors.contains("ask for returnee, activity"))
  }

  @Test("the program of a goal is exported")
  func export() throws {
    let scratch = try year()
    let made = run(
      "export", scratch("year"), "--problem", "returnees", "--tier", "filled", "--output",
      scratch("filled.mps"), "--quiet")
    #expect(made.code == .done, "\(made.errors)")
    #expect(try scratch.text(of: "filled.mps").contains("ROWS"))
    let wrong = run(
      "export", scratch("year"), "--problem", "returnees", "--baseline", "x", "--output",
      scratch("x.mps"))
    #expect(wrong.code == .usage)
  }
}
