// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite("musubi plan")
struct PlanCommandTests {
  /// The village with three lines of ten years over three years.
  private func village() throws -> Scratch {
    let scratch = try Scratch()
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    try FileManager.default.copyItem(
      atPath: package.appendingPathComponent("../../datasets/village").standardizedFileURL.path,
      toPath: scratch("year"))
    // The exchange of teachers has tests of its own.
    for name in try scratch.names(in: "year") where name.hasPrefix("exchange_") {
      try FileManager.default.removeItem(atPath: scratch("year/" + name))
    }
    try scratch.write(
      """
      line,name,kind,country,unit,counts,min,max,cost_jpy,taught,met,audience,trust,later
      laos,To Laos,dispatch,LAO,partner,partners,0,20,2000000,100,10,0,5,2
      others,Elsewhere,dispatch,,partner,partners,0,20,2000000,286,20,0,5,3
      teachers,Teachers,training,,person,teachers,0,30,500000,0,2,0,3,40
      activities,Activities,returnees,,activity,activities,0,30,40000,0,40,0,1,
      concerts,Concerts,music,,event,,0,5,5000000,0,0,2212,2,

      """, to: "year/decade_lines.csv")
    try scratch.write(
      "year,budget_jpy\n2025,60000000\n2026,60000000\n2027,60000000\n",
      to: "year/decade_years.csv")
    let settings = try scratch.text(of: "year/programme.json5")
    let end = try #require(settings.lastIndex(of: "}"))
    try scratch.write(
      settings[..<end] + "  decade: {target: 30000, aims: {trust: 50}},\n}\n",
      to: "year/programme.json5")
    return scratch
  }

  private func plan(_ scratch: Scratch, _ options: String...) -> Run {
    run(["plan", scratch("year"), "-o", scratch("plan")] + options)
  }

  /// Which stages a run planned, by what it told.
  private func planned(_ run: Run) -> [String] {
    run.errors.split(separator: "\n").filter { $0.hasPrefix("Planning ") }.map {
      String($0.dropFirst("Planning ".count).dropLast())
    }
  }

  private func names(_ scratch: Scratch) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: scratch("plan")).sorted().filter {
      $0.contains(".")
    }
  }

  private func contents(_ scratch: Scratch) throws -> [String: String] {
    try names(scratch).reduce(into: [:]) { $0[$1] = try scratch.text(of: "plan/" + $1) }
  }

  @Test("what is asked of the plan of a year is explained in the first stage that knows it")
  func explained() throws {
    let scratch = try village()
    #expect(plan(scratch, "--quiet").code == .done)
    let year = scratch("year")
    func explained(_ plan: String, _ words: String...) -> Run {
      run(["explain", year, scratch(plan)] + words)
    }
    for (stage, kind, id) in [
      ("dispatch", "applicant", "A05"), ("dispatch", "cohort", "Thailand 14"),
      ("returnees", "returnee", "R01"), ("decade", "line", "laos"),
    ] {
      let whole = explained("plan", kind, id)
      #expect(whole.code == .done, "\(whole.errors)")
      #expect(whole.output == explained("plan/" + stage, kind, id).output)
    }
    let training = explained("plan", "delegation", "D04")
    #expect(
      training.output
        == explained("plan/training", "delegation", "D04", "--dispatch", scratch("plan/dispatch"))
        .output)
    #expect(training.code == .done)
  }

  @Test("all stages are planned, each as its own command does, and verified together")
  func stages() throws {
    let scratch = try village()
    let made = plan(scratch)
    #expect(made.code == .done, "\(made.errors)")
    #expect(planned(made) == ["dispatch", "training", "returnees", "decade"])
    #expect(
      made.output.hasPrefix(
        "Plan of 2026, Village: every rule on a page: 4 of 4 stages planned and verified; proven "))
    #expect(made.output.contains("dispatch   6 of 10 places filled"))
    #expect(made.output.contains("laos           partner       1"), "\(made.output)")
    let folders = try scratch.names(in: "plan")
    #expect(
      folders == [
        "decade", "dispatch", "earned.csv", "ledger.csv", "plan.json", "returnees", "training",
      ])
    for (stage, options) in [
      ("dispatch", []), ("training", ["--dispatch", scratch("plan/dispatch")]), ("returnees", []),
      ("decade", ["--earned", scratch("plan")]),
    ] {
      let own = run([stage, scratch("year"), "-o", scratch("own"), "--quiet", "--force"] + options)
      #expect(own.code == .done, "\(stage): \(own.errors)")
      for name in try scratch.names(in: "own") {
        #expect(
          try scratch.text(of: "own/" + name) == scratch.text(of: "plan/\(stage)/\(name)"),
          "\(stage)/\(name)")
      }
      try FileManager.default.removeItem(atPath: scratch("own"))
    }
    let verified = run("verify", scratch("year"), scratch("plan"))
    #expect(verified.code == .done)
    #expect(
      verified.output.hasSuffix(
        "The plan of the year is valid: dispatch, training, returnees, decade.\n"))
    let json = try object(run("verify", scratch("year"), scratch("plan"), "--format=json").output)
    #expect(json["valid"] as? Bool == true)
    let rules = (json["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
    #expect(rules.contains("dispatch/one-post") && rules.contains("decade/earned"))
  }

  @Test("what the year earns is what its plans have, and the ten years keep it")
  func earned() throws {
    let scratch = try village()
    let made = plan(scratch, "--format=json", "--quiet")
    let answer = try object(made.output)
    #expect(answer["problem"] as? String == "plan" && answer["status"] as? String == "optimal")
    let reach = try #require(answer["reach"] as? [String: Any])
    let lines = try #require(reach["lines"] as? [[String: Any]])
    let units = lines.reduce(into: [String: Int]()) {
      $0[$1["line"] as? String ?? ""] = $1["units"] as? Int
    }
    let rows = try scratch.text(of: "plan/dispatch/placements.csv").split(separator: "\n")
    #expect(units["laos"] == rows.count { $0.contains("Laos 11") })
    #expect(units["others"] == rows.count - 1 - (units["laos"] ?? 0))
    #expect(units["activities"] == 5 && units["teachers"] == 3 && units["concerts"] == nil)
    #expect(reach["taught"] as? Int == 1 * 100 + 5 * 286)
    #expect(reach["people"] as? Int == 1 * 110 + 5 * 306 + 3 * 2 + 5 * 40)
    let aims = try #require(reach["aims"] as? [[String: Any]])
    #expect(aims.first?["points"] as? Int == 6 * 5 + 3 * 3 + 5)
    let decided = try scratch.text(of: "plan/decade/units.csv").split(separator: "\n").filter {
      $0.contains(",2026,") && $0.contains(",planned,")
    }
    #expect(decided.count == 4)
    #expect(decided.contains { $0.hasPrefix("others,2026,5,") })
    let without = run("verify", scratch("year"), scratch("plan/decade"))
    #expect(without.code == .inputMissing)
    #expect(without.errors.contains("the plan was made with --earned; give the same"))
  }

  @Test("what is unchanged is not planned again, and the folder is that of one run")
  func resumes() throws {
    let scratch = try village()
    _ = plan(scratch, "--quiet")
    let first = try contents(scratch)
    let again = plan(scratch)
    #expect(again.code == .done && planned(again) == [])
    #expect(
      again.output.contains(
        "; nothing that dispatch, training, returnees and decade read has changed, so they were "
          + "not planned again."))
    #expect(try contents(scratch) == first)

    try scratch.edit("year/decade_years.csv", replacing: "2027,60000000", with: "2027,61000000")
    #expect(planned(plan(scratch)) == ["decade"])
    try scratch.edit("year/returnees.csv", replacing: ",no,30,", with: ",no,31,")
    let returnees = plan(scratch)
    #expect(planned(returnees) == ["returnees"], "\(returnees.errors)")
    let resumed = try contents(scratch)
    #expect(planned(plan(scratch, "--fresh")).count == 4)
    #expect(try contents(scratch) == resumed)

    // Another gap is asked of every stage.
    #expect(planned(plan(scratch, "--gap", "0")).count == 4)
  }

  @Test("a changed dispatch is followed by the stages that it feeds")
  func feeds() throws {
    let scratch = try village()
    _ = plan(scratch, "--quiet")
    try scratch.write(
      "{name: \"Fewer\", set: {\"countries.THA.max\": 2}}", to: "fewer.json5")
    let other = plan(scratch, "--scenario", scratch("fewer.json5"))
    #expect(planned(other).count == 4)
    #expect(other.output.contains("With the scenario Fewer."))
    #expect(run("verify", scratch("year"), scratch("plan")).code == .done)
    // A stage whose folder is gone is planned again; the same plan feeds the same.
    try FileManager.default.removeItem(atPath: scratch("plan/dispatch"))
    let resumed = plan(scratch, "--scenario", scratch("fewer.json5"))
    #expect(planned(resumed) == ["dispatch"])
  }

  @Test("a stage without a plan leaves the others whole, and the next run goes on from there")
  func collides() throws {
    let scratch = try village()
    try scratch.edit("year/decade_lines.csv", replacing: ",event,,0,5,", with: ",event,,4,5,")
    try scratch.edit("year/decade_years.csv", replacing: "2027,60000000", with: "2027,100000")
    let made = plan(scratch)
    #expect(made.code == .infeasible, "\(made.output)")
    #expect(made.output.contains("3 of 4 stages planned and verified; rules collide"))
    #expect(made.output.contains("  budget: 2027 takes"), "\(made.output)")
    #expect(run("verify", scratch("year"), scratch("plan")).output.contains("decade has no plan."))
    try scratch.edit("year/decade_years.csv", replacing: "2027,100000", with: "2027,60000000")
    let again = plan(scratch)
    #expect(again.code == .done && planned(again) == ["decade"], "\(again.errors)")
  }

  @Test("faults of tables are told, and what was planned stays")
  func faults() throws {
    let scratch = try village()
    _ = plan(scratch, "--quiet")
    let first = try contents(scratch)
    try scratch.edit("year/returnees.csv", replacing: "2025-03-08", with: "2025-13-08")
    let made = plan(scratch)
    #expect(made.code == .badData && made.errors.contains("returnees.csv, line"))
    #expect(try contents(scratch) == first)
  }

  @Test("an interrupt and a limit leave what is planned, and a later run goes on")
  func stops() throws {
    let scratch = try village()
    let words = ["plan", scratch("year"), "-o", scratch("plan")]
    let interrupted = run(words, interrupted: true)
    #expect(interrupted.code == .stoppedWithoutPlan)
    #expect(interrupted.output.contains("not begun: the run was ended before it"))
    let limited = run(words + ["--time-limit", "0"])
    #expect(limited.code == .stoppedWithoutPlan && planned(limited) == [])
    let made = run(words)
    #expect(made.code == .done && planned(made).count == 4)
    let verified = try object(
      run("verify", scratch("year"), scratch("plan"), "--format=json").output)
    #expect((verified["stages"] as? [Any])?.count == 4)
  }

  @Test("work of hands and other plans are not overwritten")
  func refuses() throws {
    let scratch = try village()
    _ = plan(scratch, "--quiet")
    let rows = try scratch.text(of: "plan/training/delegates.csv")
    try scratch.write(rows + "\n", to: "plan/training/delegates.csv")
    let edited = plan(scratch)
    #expect(edited.code == .cannotWrite)
    #expect(edited.errors.contains("training/delegates.csv in "))
    #expect(plan(scratch, "--fresh", "--quiet").code == .done)
    #expect(try scratch.text(of: "plan/training/delegates.csv") == rows)

    try scratch.edit("year/programme.json5", replacing: "Village", with: "Hamlet")
    let other = plan(scratch)
    #expect(other.code == .cannotWrite)
    #expect(other.errors.contains("holds the plan of 2026, Village"))
    let single = run("plan", scratch("year"), "-o", scratch("plan/dispatch"))
    #expect(single.code == .cannotWrite)
    #expect(single.errors.contains("holds something other than the plan of a year"))
    let replanned = run(
      "replan", scratch("year"), "--baseline", scratch("plan"), "--withdraw", "A01", "-o",
      scratch("replanned"))
    #expect(replanned.code == .badData)
    #expect(replanned.errors.contains("is the plan of a whole year"))
    #expect(try !scratch.names().contains("replanned"))
  }

  @Test("edited plans of stages are found out")
  func verifies() throws {
    let scratch = try village()
    _ = plan(scratch, "--quiet")
    try scratch.edit("plan/ledger.csv", replacing: "2026,hosted,S01,2", with: "2026,hosted,S01,1")
    let ledger = run("verify", scratch("year"), scratch("plan"))
    #expect(ledger.code == .done)
    #expect(ledger.output.contains("ledger.csv is not what follows from the stages"))
    let rows = try scratch.text(of: "plan/returnees/participations.csv").split(separator: "\n")
    try scratch.write(
      rows.dropLast().joined(separator: "\n") + "\n", to: "plan/returnees/participations.csv")
    let broken = run("verify", scratch("year"), scratch("plan"))
    #expect(broken.code != .done)
  }

  @Test("help says how stages, codes and the folder work")
  func help() {
    let help = run("plan", "--help")
    #expect(help.code == .done)
    for words in [
      "musubi plan DIR [options]", "dispatch, training, returnees, exchange, decade", "--fresh",
      "--earned PLAN", "ledger.csv",
    ] {
      #expect(
        help.output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words),
        "\(words)")
    }
  }
}
