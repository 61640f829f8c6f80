// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite struct CommandTests {
  @Test("a year that was just written has no faults")
  func initAndCheck() throws {
    let scratch = try Scratch()
    let year = scratch("year")
    let written = run("init", year)
    #expect(written.code == .done)
    #expect(written.output == "Wrote a programme year into \(year).\nNext: musubi check \(year)\n")
    #expect(run("check", year).output == "No faults.\n")
    let json = try object(run("check", year, "--format", "json").output)
    #expect((json["faults"] as? [Any])?.isEmpty == true)
    #expect(run("init", year).code == .cannotWrite)
    #expect(run("init", year, "--force", "--quiet").output == "")
  }

  @Test("every fault is told with its place")
  func faults() throws {
    let scratch = try Scratch()
    _ = run("init", scratch("year"))
    try scratch.edit("year/applicants.csv", replacing: "1998-07-21", with: "1998-17-21")
    let text = run("check", scratch("year"))
    #expect(text.code == .badData)
    #expect(text.errors == "")
    #expect(text.output.hasPrefix("applicants.csv, line 2, column birth_date: \"1998-17-21\""))
    #expect(text.output.hasSuffix("\n1 fault.\n"))
    let json = try object(run("check", scratch("year"), "--format=json").output)
    let fault = try #require((json["faults"] as? [[String: Any]])?.first)
    #expect(fault["file"] as? String == "applicants.csv")
    #expect(fault["line"] as? Int == 2)
    #expect(fault["column"] as? String == "birth_date")
    #expect(fault["value"] as? String == "1998-17-21")
    #expect(fault.keys.contains("expected") && fault.keys.contains("hint"))
    let plan = run("dispatch", scratch("year"), "--output", scratch("plan"))
    #expect(plan.code == .badData)
    #expect(plan.output == "")
    #expect(try scratch.names() == ["year"])
  }

  @Test("a missing year is told apart from a wrong one")
  func missing() throws {
    let scratch = try Scratch()
    for command in ["check", "dispatch"] {
      #expect(run(command, scratch("none")).code == .inputMissing)
    }
    _ = run("init", scratch("year"))
    #expect(run("verify", scratch("year"), scratch("none")).code == .inputMissing)
    #expect(
      run("dispatch", scratch("year"), "--baseline", scratch("none"), "-o", scratch("p")).code
        == .inputMissing)
  }

  @Test("equal arguments generate equal years")
  func generate() throws {
    let scratch = try Scratch()
    for name in ["a", "b"] {
      let run = run("generate", "--applicants", "40", "--schools=12", "--seed", "7", scratch(name))
      #expect(run.code == .done)
    }
    for file in try scratch.names(in: "a") {
      #expect(try scratch.text(of: "a/" + file) == scratch.text(of: "b/" + file))
    }
    #expect(run("check", scratch("a"), "--quiet").output == "No faults.\n")
  }

  @Test("a year has the shape asked for, and a wrong one is named with what was meant")
  func shapes() throws {
    let scratch = try Scratch()
    let size = ["--applicants", "40", "--schools", "12", "--seed", "7"]
    for shape in ["plain", "popular", "tight"] {
      #expect(run(["generate", scratch(shape), "--shape", shape] + size).code == .done)
      #expect(run("check", scratch(shape), "--quiet").output == "No faults.\n")
    }
    #expect(run(["generate", scratch("none")] + size).code == .done)
    func people(_ name: String) throws -> String { try scratch.text(of: name + "/applicants.csv") }
    #expect(try people("none") == people("plain"))
    #expect(try people("popular") != people("plain"))
    let settings = try scratch.text(of: "tight/programme.json5")
    #expect(settings.contains("women-1") && settings.contains("area-"))
    let wrong = run(["generate", scratch("x"), "--shape", "populer"] + size)
    #expect(wrong.code == .usage)
    #expect(
      wrong.errors.hasPrefix(
        "musubi generate: --shape is \"populer\"; it must be plain or popular or tight; "
          + "did you mean popular?"))
    #expect(try !scratch.names(in: "").contains("x"))
  }

  @Test("a plan is made, verified and believed")
  func plan() throws {
    let scratch = try Scratch()
    let (year, plan) = (scratch("year"), scratch("deep/plans/p"))
    _ = run("generate", "--applicants", "40", "--schools", "12", "--seed", "2", year)
    let made = run("dispatch", year, "--output", plan, "--gap", "0", "--quiet", "--format", "json")
    #expect(made.code == .done)
    #expect(made.errors == "")
    let answer = try object(made.output)
    #expect(answer["problem"] as? String == "dispatch")
    #expect(answer["status"] as? String == "optimal")
    #expect(answer["plan"] as? String == plan)
    #expect(answer["gap"] as? Double == 0)
    let names = [
      "certificate.json", "empty-posts.csv", "placements.csv", "plan.json", "unplaced.csv",
    ]
    #expect(try scratch.names(in: "deep/plans/p") == names)
    let rows = try scratch.text(of: "deep/plans/p/placements.csv").split(separator: "\n").count
    #expect(answer["filled"] as? Int == rows - 1)

    let verified = run("verify", year, plan)
    #expect(verified.code == .done)
    #expect(verified.output.contains("the plan is valid."))
    let json = try object(run("verify", year, plan, "--format", "json").output)
    #expect(json["valid"] as? Bool == true)
    #expect((json["rules"] as? [[String: Any]])?.allSatisfy { $0["checked"] is Int } == true)
  }

  @Test("a plan that was tampered with is not valid")
  func tampering() throws {
    let scratch = try Scratch()
    let (year, plan) = (scratch("year"), scratch("plan"))
    _ = run("init", year)
    #expect(run("dispatch", year, "-o", plan, "--quiet").code == .done)
    let document = try scratch.text(of: "plan/plan.json")
    try scratch.edit(
      "plan/plan.json", replacing: "\"filled\",\n      \"value\": 3",
      with: "\"filled\",\n      \"value\": 4")
    let claimed = run("verify", year, plan)
    #expect(claimed.code == .notValid)
    #expect(claimed.output.contains("the plan is not valid."))
    try scratch.write(document, to: "plan/plan.json")
    let table = try scratch.text(of: "plan/placements.csv")
    try scratch.write(
      table.split(separator: "\n").dropLast().joined(separator: "\n") + "\n",
      to: "plan/placements.csv")
    let missing = try object(run("verify", year, plan, "--format", "json").output)
    #expect(missing["valid"] as? Bool == false)
    #expect((missing["contradictions"] as? [String])?.count == 1)
    try scratch.write("{}", to: "plan/plan.json")
    #expect(run("verify", year, plan).code == .badData)
  }

  @Test("the certificate's prices are added up, whatever they are")
  func certificate() throws {
    let scratch = try Scratch()
    let (year, plan) = (scratch("year"), scratch("plan"))
    _ = run("generate", "--applicants", "40", "--schools", "12", "--seed", "2", year)
    #expect(run("dispatch", year, "-o", plan, "--quiet").code == .done)
    let path = "plan/certificate.json"
    let text = try scratch.text(of: path)
    let before = try object(run("verify", year, plan, "--format", "json").output)
    let bound = try #require(before["certifiedBound"] as? Int)
    #expect((before["certificate_remarks"] as? [String])?.isEmpty == true)
    #expect((before["certifiedGap"] as? Double).map { (0...0.1).contains($0) } == true)

    // Prices ten times as great: a weaker bound, and the plan is as good as before.
    let tenfold = text.replacing(#/"price": (-?[0-9]+)/#) { "\"price\": \($0.1)0" }
    try scratch.write(tenfold, to: path)
    let weaker = try object(run("verify", year, plan, "--format", "json").output)
    #expect(weaker["valid"] as? Bool == true)
    #expect((weaker["certifiedBound"] as? Int).map { $0 > bound } == true)

    try scratch.write(
      text.replacing("\"cohort-places.most\"", with: "\"no-such-row\""), to: path)
    #expect(run("verify", year, plan).output.contains("this year has no row no-such-row("))
    try scratch.write(
      text.replacing(#/"price": -?[0-9]+/#, with: "\"price\": 99999999999999999"), to: path)
    let tooGreat = run("verify", year, plan)
    #expect(tooGreat.code == .done)
    #expect(tooGreat.output.contains("which is too great"))
    try scratch.write("{\"format\": 1}", to: path)
    #expect(run("verify", year, plan).code == .badData)
    try FileManager.default.removeItem(atPath: scratch(path))
    let without = run("verify", year, plan)
    #expect(without.code == .done)
    #expect(without.output.contains("since the plan has no certificate.json"))
  }

  @Test("a changed year is told, and no fault by itself")
  func changedInput() throws {
    let scratch = try Scratch()
    let (year, plan) = (scratch("year"), scratch("plan"))
    _ = run("init", year)
    _ = run("dispatch", year, "-o", plan, "--quiet")
    try scratch.edit("year/applicants.csv", replacing: "Example Four", with: "Example Five")
    let run = run("verify", year, plan)
    #expect(run.code == .done)
    #expect(run.output.hasPrefix("The year's files are not those the plan was made from"))
  }

  @Test("a baseline is read, remembered, and asked for")
  func baseline() throws {
    let scratch = try Scratch()
    let (year, first, second) = (scratch("year"), scratch("first"), scratch("second"))
    _ = run("init", year)
    _ = run("dispatch", year, "-o", first, "--quiet")
    let made = run(
      "dispatch", year, "-o", second, "--baseline", first, "--quiet", "--format", "json")
    #expect(made.code == .done)
    let tiers = try #require(try object(made.output)["tiers"] as? [[String: Any]])
    #expect(tiers.last?["name"] as? String == "changes")
    #expect(tiers.last?["value"] as? Int == 0)
    #expect(run("verify", year, second).code == .inputMissing)
    #expect(run("verify", year, second, "--baseline", first).code == .done)
    #expect(run("verify", year, first, "--baseline", first).code == .badData)
  }

  @Test("a year without a plan says what collides, and nothing is written")
  func infeasible() throws {
    let scratch = try Scratch()
    let (year, plan) = (scratch("year"), scratch("plan"))
    _ = run("init", year)
    // Thailand has to have three partners, of whom none may be born that late.
    try scratch.edit("year/cohorts.csv", replacing: "2006-04-01", with: "1957-04-01")
    try scratch.edit("year/countries.csv", replacing: "タイ,0,3", with: "タイ,3,3")
    let text = run("dispatch", year, "-o", plan, "--quiet")
    #expect(text.code == .infeasible)
    #expect(text.output.hasPrefix("No plan keeps all hard rules.\n"))
    #expect(text.output.contains("country-quota") || text.output.contains("birth-window"))
    let json = try object(run("dispatch", year, "-o", plan, "--quiet", "--format", "json").output)
    #expect(json["status"] as? String == "infeasible")
    #expect((json["conflicts"] as? [Any])?.isEmpty == false)
    #expect(try scratch.names() == ["year"])
  }

  @Test("only a plan is replaced by force")
  func force() throws {
    let scratch = try Scratch()
    let (year, plan) = (scratch("year"), scratch("plan"))
    _ = run("init", year)
    #expect(run("dispatch", year, "-o", plan, "--quiet").code == .done)
    let refused = run("dispatch", year, "-o", plan, "--quiet")
    #expect(refused.code == .cannotWrite)
    #expect(refused.output == "")
    #expect(run("dispatch", year, "-o", plan, "--quiet", "--force").code == .done)
    #expect(run("dispatch", year, "-o", year, "--quiet", "--force").code == .cannotWrite)
    #expect(run("check", year).code == .done)
  }
}

@Suite struct ExportTests {
  @Test("each goal's program is written in both formats", arguments: ["mps", "lp"])
  func formats(format: String) throws {
    let scratch = try Scratch()
    let (year, plan) = (scratch("year"), scratch("plan"))
    _ = run("init", year)
    _ = run("dispatch", year, "-o", plan, "--quiet")
    for tier in ["penalties", "filled", "fairness-countries:1", "fairness-areas", "points"] {
      let file = scratch("\(tier.replacing(":", with: "-")).\(format)")
      let exported = run(
        "export", year, "--as", format, "--tier", tier, "--plan", plan, "--output", file)
      #expect(exported.code == .done, "\(exported.errors)")
      #expect(exported.output == "")
    }
    let file = scratch("default." + format)
    #expect(run("export", year, "--as", format, "-o", file, "--quiet").code == .done)
    #expect(try scratch.text(of: "default." + format) == scratch.text(of: "points." + format))
    #expect(run("export", year, "--as", format, "-o", file, "--quiet").code == .cannotWrite)
  }

  @Test("what cannot be exported is said")
  func mistakes() throws {
    let scratch = try Scratch()
    let (year, plan, file) = (scratch("year"), scratch("plan"), scratch("file"))
    _ = run("init", year)
    _ = run("dispatch", year, "-o", plan, "--quiet")
    #expect(run("export", year).code == .usage)
    #expect(run("export", year, "--tier", "points:x", "-o", file).code == .usage)
    let unknown = run("export", year, "--tier", "money", "--plan", plan, "-o", file)
    #expect(unknown.code == .usage)
    #expect(unknown.errors.contains("it has penalties, filled, "))
    #expect(run("export", year, "-o", scratch("no/file")).code == .cannotWrite)
    try scratch.edit("year/applicants.csv", replacing: "Example Four", with: "Example Five")
    #expect(run("export", year, "--plan", plan, "-o", file).code == .badData)
    #expect(try scratch.names() == ["plan", "year"])
  }
}
