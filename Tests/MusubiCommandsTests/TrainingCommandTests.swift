// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

/// An example year whose teachers' course has room for one person a session, with
/// two teachers who ask for it, and a plan of its trainings in `plan`.
private func trainedYear() throws -> Scratch {
  let scratch = try Scratch()
  _ = run("init", scratch("year"))
  try scratch.edit("year/courses.csv", replacing: "mon,,,1,24,3,", with: "mon,,,1,1,3,")
  try scratch.write(
    try scratch.text(of: "year/delegations.csv")
      + "D003,S002,teachers,0,1,0,0,N4,no,1,,,,,,,,\n",
    to: "year/delegations.csv")
  let made = run("training", scratch("year"), "-o", scratch("plan"), "--quiet")
  guard made.code == .done else { throw MissingText(file: "plan", text: made.output) }
  return scratch
}

extension Scratch {
  /// The cells of a plan's `delegates.csv`, by group.
  fileprivate func delegates(of plan: String) throws -> [String: [String]] {
    let rows = try text(of: plan + "/delegates.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] + $0[1], $0) })
  }

  /// Copies a plan and moves a delegation to the session of another one.
  fileprivate func move(_ mover: String, to host: String, from plan: String, into copy: String)
    throws
  {
    try FileManager.default.copyItem(atPath: self(plan), toPath: self(copy))
    let rows = try delegates(of: plan)
    guard let old = rows[mover], let new = rows[host] else {
      throw MissingText(file: plan, text: mover)
    }
    try edit(
      copy + "/delegates.csv", replacing: old[0...5].joined(separator: ","),
      with: (old[0...1] + new[2...5]).joined(separator: ","))
  }
}

@Suite struct TrainingCommandTests {
  @Test("a plan of trainings is made, verified and believed; equal years give equal bytes")
  func plan() throws {
    let scratch = try trainedYear()
    let names = [
      "Kansai.ics", "delegates.csv", "plan.json", "rooms.csv", "sessions.csv", "waiting.csv",
    ]
    #expect(try scratch.names(in: "plan") == names)
    let again = run(
      "training", scratch("year"), "-o", scratch("again"), "--quiet", "--format", "json")
    #expect(again.code == .done)
    #expect(again.errors == "")
    for name in names {
      #expect(try scratch.text(of: "plan/" + name) == scratch.text(of: "again/" + name))
    }
    let answer = try object(again.output)
    #expect(answer["problem"] as? String == "training")
    #expect(answer["status"] as? String == "optimal")
    #expect(answer["plan"] as? String == scratch("again"))
    #expect(answer["trained"] as? Int == 8 && answer["asking"] as? Int == 8)
    let verified = run("verify", scratch("year"), scratch("plan"))
    #expect(verified.code == .done)
    #expect(verified.output.contains("the plan is valid."))
    let json = try object(run("verify", scratch("year"), scratch("plan"), "--format=json").output)
    #expect(json["valid"] as? Bool == true)
    let rules = (json["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
    #expect(rules.contains("beds") && rules.contains("rooms"))
  }

  @Test("the summary shows the goals, a timetable by week and who waits")
  func summary() throws {
    let scratch = try trainedYear()
    try scratch.edit(
      "year/delegations.csv", replacing: "no,1,,,,,,,,\n", with: "no,1,,,,,,,2025,\n")
    let text = run("training", scratch("year"), "-o", scratch("p")).output
    #expect(
      text.hasPrefix("Training 2026, An example year: 7 of 8 people of delegations and 3 of 3"))
    #expect(text.contains("\nWeek of     Kansai\n2026-04-13  Partners-12 THA 3\n"))
    #expect(text.contains("\n1 delegation waits (1 person); the most frequent reasons:\n"))
    #expect(text.contains("\n  invited-once, in every session: 1 delegation, 1 person\n"))
    #expect(text.contains("How good") && text.contains("proven best"))
    let rows = try scratch.text(of: "p/waiting.csv").split(separator: "\n")
    #expect(rows.count == 2 && rows[1].hasPrefix("D003,S002,THA,teachers,1,"))
  }

  @Test("an edited plan is told to be wrong, and repaired around what was edited")
  func editing() throws {
    let scratch = try trainedYear()
    try scratch.move("D001", to: "D003", from: "plan", into: "edited")
    let wrong = run("verify", scratch("year"), scratch("edited"))
    #expect(wrong.code == .notValid)
    #expect(wrong.output.hasPrefix("Edited by hand: D001 moved from Teachers-12 at Kansai from "))
    #expect(wrong.output.contains("\nsession-size (hard):\n"))
    #expect(wrong.output.contains("the plan is not valid."))
    let json = try object(run("verify", scratch("year"), scratch("edited"), "--format=json").output)
    #expect((json["notes"] as? [String])?.first?.contains("D001 moved") == true)
    #expect((json["claims"] as? [Any])?.isEmpty == true)

    let repaired = run(
      "training", scratch("year"), "--pin-from", scratch("edited"), "-o", scratch("new"))
    #expect(repaired.code == .done)
    #expect(repaired.output.contains("changes"))
    let (edited, new) = (try scratch.delegates(of: "edited"), try scratch.delegates(of: "new"))
    #expect(new["D001"]?[2...5] == edited["D001"]?[2...5])
    #expect(new["D001"]?.last == "yes")
    #expect(new["D003"]?[4] != edited["D003"]?[4] && new["D003"]?.last == "no")
    #expect(new["D002"] == edited["D002"])
    let missing = run("verify", scratch("year"), scratch("new"))
    #expect(missing.code == .inputMissing)
    #expect(missing.errors.contains("--pin-from"))
    let valid = run(
      "verify", scratch("year"), scratch("new"), "--pin-from", scratch("edited"))
    #expect(valid.code == .done)
    #expect(
      run("verify", scratch("year"), scratch("new"), "--pin-from", scratch("plan")).code
        == .badData)
    // What is pinned stays pinned in the plan after that.
    _ = run("training", scratch("year"), "--pin-from", scratch("new"), "-o", scratch("third"))
    #expect(try scratch.delegates(of: "third")["D001"] == new["D001"])
  }

  @Test("a row that was taken out stays at home")
  func takenOut() throws {
    let scratch = try trainedYear()
    let row = try #require(try scratch.delegates(of: "plan")["D003"]).joined(separator: ",")
    try scratch.edit("plan/delegates.csv", replacing: row + "\n", with: "")
    let told = run("verify", scratch("year"), scratch("plan"))
    #expect(told.code == .done)
    #expect(told.output.contains("D003 does not train any more"))
    _ = run("training", scratch("year"), "--pin-from", scratch("plan"), "-o", scratch("new"))
    let rows = try scratch.delegates(of: "new")
    #expect(rows["D003"]?[2...4] == ["", "", ""] && rows["D003"]?.last == "yes")
    #expect(rows["D001"] == (try scratch.delegates(of: "plan"))["D001"])
  }

  @Test("pins that cannot be kept are told with the rules that they break")
  func brokenPins() throws {
    let scratch = try trainedYear()
    try scratch.move("D001", to: "D002", from: "plan", into: "edited")
    let words = [
      "training", scratch("year"), "--pin-from", scratch("edited"), "-o", scratch("new"),
    ]
    let text = run(words)
    #expect(text.code == .infeasible)
    #expect(
      text.output.contains(
        "What is pinned cannot be kept:\n  accepted-course: D001 in Students-8 at Kansai"))
    let json = try object(run(words + ["--format", "json"]).output)
    #expect(json["status"] as? String == "infeasible")
    #expect((json["conflicts"] as? [[String: Any]])?.first?["rule"] as? String == "accepted-course")
    #expect(try !scratch.names().contains("new"))
  }

  @Test("a year whose cohorts find no session says which rules exclude their sessions")
  func noSession() throws {
    let scratch = try trainedYear()
    try scratch.edit("year/sites.csv", replacing: "2026-12-26..", with: "2026-04-20..")
    let run = run("training", scratch("year"), "-o", scratch("new"))
    #expect(run.code == .infeasible)
    #expect(run.output.contains("Thailand 1 (3 people) finds no session; of "))
    #expect(run.output.contains("closures excludes"))
    #expect(try !scratch.names().contains("new"))
  }

  @Test("rooms that people may not share are found")
  func rooms() throws {
    let scratch = try trainedYear()
    try scratch.edit("plan/rooms.csv", replacing: "\"D002/1;D002/2\"", with: "\"D002/1;D002/4\"")
    let shared = run("verify", scratch("year"), scratch("plan"))
    #expect(shared.code == .notValid)
    #expect(shared.output.contains("rooms (hard):\n"))
    #expect(shared.output.contains("D002 number 1 and D002 number 4 may not share twin room"))
    try scratch.edit("plan/rooms.csv", replacing: "D002/4\"", with: "D099/4\"")
    let unknown = run("verify", scratch("year"), scratch("plan"))
    #expect(unknown.code == .badData)
    #expect(unknown.errors.contains("rooms.csv, line "))
  }

  @Test("the calendar of a site lists its sessions")
  func calendar() throws {
    let scratch = try trainedYear()
    let calendar = try Calendar(try scratch.text(of: "plan/Kansai.ics"))
    let rows = try scratch.text(of: "plan/sessions.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",").map(String.init) }
    #expect(calendar.events.count == rows.count)
    #expect(Set(calendar.events.map { $0["UID"] }).count == rows.count)
    for (event, row) in zip(calendar.events, rows) {
      #expect(event["DTSTART;VALUE=DATE"] == row[2].replacing("-", with: ""))
      #expect(event["DTSTAMP"] == "20260401T000000Z")
      #expect(event["DTEND;VALUE=DATE"] ?? "" > row[3].replacing("-", with: ""))
      #expect(event["LOCATION"]?.contains("Osaka") == true)
    }
    #expect(calendar.events.first?["SUMMARY"] == "Before departure: Thailand (3)")
    #expect(calendar.events.first?["DESCRIPTION"]?.contains("\nThailand 1: 3 people") == true)
  }

  @Test("an interrupt before there is a plan writes nothing")
  func interrupt() throws {
    let scratch = try trainedYear()
    let before = try scratch.names()
    let stopped = run(["training", scratch("year"), "-o", scratch("new")], interrupted: true)
    #expect(stopped.code == .stoppedWithoutPlan)
    #expect(stopped.output == "")
    #expect(try scratch.names() == before)
  }
}

@Suite struct TrainingInputTests {
  @Test("the partners of a dispatch plan train, and verify asks for that plan")
  func dispatch() throws {
    let scratch = try trainedYear()
    _ = run("dispatch", scratch("year"), "-o", scratch("dispatch"), "--quiet")
    let made = run(
      "training", scratch("year"), "--dispatch", scratch("dispatch"), "-o", scratch("p"))
    #expect(made.code == .done)
    #expect(made.output.contains("of 2 partners train"))
    let missing = run("verify", scratch("year"), scratch("p"))
    #expect(missing.code == .inputMissing)
    #expect(missing.errors.contains("--dispatch"))
    #expect(
      run("verify", scratch("year"), scratch("p"), "--dispatch", scratch("dispatch")).code == .done)
    let needless = run(
      "verify", scratch("year"), scratch("plan"), "--dispatch", scratch("dispatch"))
    #expect(needless.code == .badData)
    let other = run("verify", scratch("year"), scratch("p"), "--baseline", scratch("plan"))
    #expect(other.code == .usage)
    #expect(
      run("verify", scratch("year"), scratch("dispatch"), "--pin-from", scratch("p")).code
        == .usage)
  }

  @Test("what is missing or wrong is named, and nothing is written")
  func wrongInput() throws {
    let scratch = try trainedYear()
    let year = scratch("year")
    for option in ["--dispatch", "--pin-from"] {
      let run = run("training", year, option, scratch("none"), "-o", scratch("new"))
      #expect(run.code == .inputMissing)
      #expect(run.errors.contains("the file is missing"))
    }
    let same = run("training", year, "--pin-from", scratch("plan"), "-o", scratch("plan"))
    #expect(same.code == .usage)
    #expect(run("training", year, "-o", scratch("plan")).code == .cannotWrite)
    try scratch.edit("plan/delegates.csv", replacing: "D001", with: "D0O1")
    let unknown = run("verify", year, scratch("plan"))
    #expect(unknown.code == .badData)
    #expect(unknown.errors.contains("\"D0O1\" names no delegation"))
    try scratch.write("{}", to: "plan/plan.json")
    #expect(run("verify", year, scratch("plan")).code == .badData)
    _ = run("dispatch", year, "-o", scratch("dispatch"))
    let dispatch = run("training", year, "--pin-from", scratch("dispatch"), "-o", scratch("new"))
    #expect(dispatch.code == .badData)
    #expect(dispatch.errors.contains("is a plan of dispatch, not of training."))
    #expect(try !scratch.names().contains("new"))
  }

  @Test("a year without courses says what to add")
  func noCourses() throws {
    let scratch = try trainedYear()
    try FileManager.default.removeItem(atPath: scratch("year/courses.csv"))
    let missing = run("training", scratch("year"), "-o", scratch("new"))
    #expect(missing.code == .inputMissing)
    #expect(missing.errors.contains("the year has no courses to plan: courses.csv is missing."))
    #expect(try !scratch.names().contains("new"))
  }

  @Test("every goal's program is exported, with and without a plan")
  func export() throws {
    let scratch = try trainedYear()
    let words = ["export", scratch("year"), "--problem", "training"]
    for format in ["lp", "mps"] {
      let output = scratch("model." + format)
      let run = run(words + ["--as", format, "-o", output, "--plan", scratch("plan")])
      #expect(run.code == .done)
      #expect(run.errors.hasPrefix("Wrote "))
      #expect(try scratch.text(of: "model." + format).contains("one-session"))
    }
    for tier in ["trained", "fairness:1", "cost"] {
      #expect(run(words + ["--tier", tier, "-o", scratch(tier)]).code == .done)
    }
    let coarse = run(words + ["--tier", "trained", "--look", "year", "-o", scratch("coarse")])
    #expect(coarse.code == .done)
    #expect(
      try scratch.text(of: "coarse").utf8.count < scratch.text(of: "trained").utf8.count / 2)
    #expect(run(words + ["--tier", "points", "-o", scratch("x")]).code == .usage)
    #expect(run(words + ["--look", "week", "-o", scratch("x")]).code == .usage)
    #expect(
      run("export", scratch("year"), "--look", "year", "-o", scratch("x")).code == .usage)
    #expect(run(words + ["--baseline", scratch("plan"), "-o", scratch("x")]).code == .usage)
    #expect(
      run("export", scratch("year"), "--dispatch", scratch("plan"), "-o", scratch("x")).code
        == .usage)
    #expect(
      run("export", scratch("year"), "--plan", scratch("plan"), "-o", scratch("x")).code
        == .badData)
    #expect(try !scratch.names().contains("x"))
  }
}

/// A calendar as RFC 5545 has it, taken apart.
private struct Calendar {
  var events: [[String: String]] = []

  init(_ text: String) throws {
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.last == "" && !text.replacing("\r\n", with: "").contains("\n"))
    var unfolded: [String] = []
    for line in lines.dropLast() {
      #expect(line.utf8.count <= 75)
      if line.hasPrefix(" "), let last = unfolded.popLast() {
        unfolded.append(last + line.dropFirst())
      } else {
        unfolded.append(line)
      }
    }
    #expect(unfolded.first == "BEGIN:VCALENDAR" && unfolded.last == "END:VCALENDAR")
    #expect(unfolded.contains("VERSION:2.0"))
    #expect(unfolded.contains { $0.hasPrefix("PRODID:") })
    var event: [String: String]?
    for line in unfolded {
      switch line {
      case "BEGIN:VEVENT": event = [:]
      case "END:VEVENT":
        events.append(try #require(event))
        event = nil
      default:
        let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
        event?[parts[0]] = parts.count > 1 ? Self.plain(parts[1]) : ""
      }
    }
  }

  /// A text without its escapes.
  private static func plain(_ text: String) -> String {
    var plain = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        plain += character == "n" ? "\n" : String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        plain.append(character)
      }
    }
    return plain
  }
}
