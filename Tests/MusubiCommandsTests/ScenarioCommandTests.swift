// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

/// A scenario of the village, the same by hand, and what the two give.
@Suite("Commands with scenarios")
struct ScenarioCommandTests {
  static let village =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../datasets/village").standardizedFileURL.path

  private let scenario = """
    {
      name: "Fewer for Thailand",
      set: {"countries.THA.max": 3, "sites.urawa.beds": 13},
      remove: {applicants: ["A05"]},
      close: {schools: ["S02"], cohorts: ["Laos 11"], countries: ["LAO"]},
      pins: [{applicant: "A12", cohort: "Thailand 14", kind: "forbid", reason: "asked by the family"}],
      weights: {interview: 5},
      rules: [{rule: "quota", id: "men", select: {"applicant.sex": "M"}, min: 2, penalty: 3}, {rule: "announced", penalty: 1}],
    }

    """

  /// The village with the scenario's changes made by hand.
  private func editByHand(_ scratch: Scratch) throws {
    try FileManager.default.copyItem(atPath: Self.village, toPath: scratch("by-hand"))
    try scratch.edit("by-hand/countries.csv", replacing: "タイ,2,4", with: "タイ,2,3")
    try scratch.edit("by-hand/countries.csv", replacing: "ラオス,1,2", with: "ラオス,0,0")
    try scratch.edit("by-hand/cohorts.csv", replacing: "Laos 11,LAO,2", with: "Laos 11,LAO,0")
    try scratch.edit("by-hand/sites.csv", replacing: "Saitama,12", with: "Saitama,13")
    let people = try scratch.text(of: "by-hand/applicants.csv").split(separator: "\n")
      .filter { !$0.hasPrefix("A05,") }
    try scratch.write(
      people.joined(separator: "\n") + "\n", to: "by-hand/applicants.csv")
    let closed = people.dropFirst().map { "\($0.prefix(3)),,S02,,forbid,closed\n" }
    try scratch.write(
      scratch.text(of: "by-hand/pins.csv") + closed.joined()
        + "A12,,,Thailand 14,forbid,asked by the family\n", to: "by-hand/pins.csv")
    try scratch.edit(
      "by-hand/programme.json5", replacing: "    interview: 3", with: "    interview: 5")
    try scratch.edit(
      "by-hand/programme.json5", replacing: "min: 3, penalty", with: "min: 2, penalty")
    try scratch.edit(
      "by-hand/programme.json5", replacing: "{rule: \"announced\"}",
      with: "{rule: \"announced\", penalty: 1}")
  }

  @Test("give the plan of the year edited by hand, and keep the scenario beside it")
  func dispatch() throws {
    let scratch = try Scratch()
    try scratch.write(scenario, to: "fewer.json5")
    try editByHand(scratch)
    let (plan, hand) = (scratch("plan"), scratch("hand"))
    let made = run(
      "dispatch", Self.village, "--scenario", scratch("fewer.json5"), "-o", plan, "--quiet")
    #expect(made.code == .done, "\(made.errors)")
    #expect(made.output.contains("\nWith the scenario Fewer for Thailand.\n"))
    #expect(run("dispatch", scratch("by-hand"), "-o", hand, "--quiet").code == .done)
    for name in ["placements.csv", "unplaced.csv", "empty-posts.csv"] {
      #expect(try scratch.text(of: "plan/" + name) == scratch.text(of: "hand/" + name))
    }
    for name in ["plan.json", "certificate.json"] {
      var (one, other) = (
        try object(scratch.text(of: "plan/" + name)), try object(scratch.text(of: "hand/" + name))
      )
      #expect(one["input"] as? NSObject != other["input"] as? NSObject)
      one["input"] = nil
      other["input"] = nil
      #expect(one as NSDictionary == other as NSDictionary)
    }
    #expect(try scratch.text(of: "plan/scenario.json5") == scenario)
    #expect(try !scratch.names(in: "hand").contains("scenario.json5"))
  }

  @Test("verify a plan with the scenario in its folder, with others, and without")
  func verify() throws {
    let scratch = try Scratch()
    try scratch.write(scenario, to: "fewer.json5")
    let plan = scratch("plan")
    _ = run("dispatch", Self.village, "--scenario", scratch("fewer.json5"), "-o", plan, "--quiet")
    let checked = run("verify", Self.village, plan)
    #expect(checked.code == .done)
    #expect(
      checked.output.hasPrefix(
        "Checked with the scenario Fewer for Thailand laid on the year's files.\n"))
    let json = try object(run("verify", Self.village, plan, "--format", "json").output)
    #expect(json["same_input"] as? Bool == true)

    let without = run("verify", Self.village, plan, "--without-scenarios")
    #expect(without.code == .notValid)
    #expect(
      without.output.hasPrefix(
        """
        The year's files are not those the plan was made from; it is checked against the files \
        as they are.
        The plan was made with the scenario Fewer for Thailand.
        Checked against the year's files without it.

        """))

    try scratch.write("{name: \"Another\"}", to: "another.json5")
    let other = run("verify", Self.village, plan, "--scenario", scratch("another.json5"))
    #expect(other.output.contains("Checked with the scenario Another laid on the year's files.\n"))
    #expect(other.output.hasPrefix("The year's files are not those the plan was made from"))
    let both = run(
      "verify", Self.village, plan, "--without-scenarios", "--scenario", scratch("another.json5"))
    #expect(both.code == .usage)

    try scratch.edit("plan/scenario.json5", replacing: "urawa.beds\": 13", with: "urawa.beds\": 14")
    #expect(
      run("verify", Self.village, plan).output.hasPrefix(
        "The year's files are not those the plan was made from"))
    try FileManager.default.removeItem(atPath: scratch("plan/scenario.json5"))
    let lost = run("verify", Self.village, plan)
    #expect(lost.code == .inputMissing)
    #expect(lost.errors.contains("plan/scenario.json5: the file is missing."))
    try scratch.edit(
      "plan/plan.json", replacing: "\"scenario.json5\"", with: "\"../fewer.json5\"")
    #expect(run("verify", Self.village, plan).code == .badData)
  }

  @Test("several are laid one on the other, and name the plan")
  func several() throws {
    let scratch = try Scratch()
    try scratch.write("{set: {\"countries.THA.max\": 3}}", to: "a.json5")
    try scratch.write("{set: {\"countries.THA.max\": 2}}", to: "b.json5")
    let plan = scratch("plan")
    let made = run(
      "dispatch", Self.village, "--scenario", scratch("a.json5"),
      "--scenario=" + scratch("b.json5"),
      "-o", plan, "--quiet")
    #expect(made.code == .done)
    #expect(made.output.contains("\nWith the scenarios a and b.\n"))
    #expect(made.output.contains("\n  scenario-2.json5 what was changed in the year's files\n"))
    #expect(try scratch.text(of: "plan/scenario-2.json5").contains("max\": 2"))
    #expect(run("verify", Self.village, plan).code == .done)
    let arguments = try Arguments(
      ["years/village", "--scenario", "what/a.json5", "--scenario", "b.json5"],
      operands: DispatchCommand.operands, options: DispatchCommand.allOptions)
    #expect(try arguments.planFolder(for: "dispatch") == "plans/village-a-b-dispatch")
  }

  @Test("export the program of a plan with the same scenario only")
  func export() throws {
    let scratch = try Scratch()
    try scratch.write(scenario, to: "fewer.json5")
    try editByHand(scratch)
    let (plan, hand) = (scratch("plan"), scratch("hand"))
    _ = run("dispatch", Self.village, "--scenario", scratch("fewer.json5"), "-o", plan, "--quiet")
    _ = run("dispatch", scratch("by-hand"), "-o", hand, "--quiet")
    let refused = run("export", Self.village, "--plan", plan, "-o", scratch("x.lp"))
    #expect(refused.code == .badData)
    #expect(
      refused.errors
        == "musubi export: the plan was made with the scenario Fewer for Thailand; its values "
        + "hold only with the same --scenario.\n")
    let first = run(
      "export", Self.village, "--plan", plan, "--scenario", scratch("fewer.json5"), "--as", "lp",
      "-o", scratch("x.lp"))
    #expect(first.code == .done, "\(first.errors)")
    #expect(
      run("export", scratch("by-hand"), "--plan", hand, "--as", "lp", "-o", scratch("y.lp")).code
        == .done)
    #expect(try scratch.text(of: "x.lp") == scratch.text(of: "y.lp"))
  }

  @Test("plan trainings of the changed year")
  func training() throws {
    let scratch = try Scratch()
    try scratch.write(
      "{name: \"Wider\", set: {\"training.rules.country-spacing.days\": 0, \"sites.urawa.beds\": 20}}",
      to: "wider.json5")
    try FileManager.default.copyItem(atPath: Self.village, toPath: scratch("by-hand"))
    try scratch.edit("by-hand/sites.csv", replacing: "Saitama,12", with: "Saitama,20")
    try scratch.edit("by-hand/programme.json5", replacing: "days: 6,", with: "days: 0,")
    #expect(run("dispatch", Self.village, "-o", scratch("partners"), "--quiet").code == .done)
    let words = ["--quiet", "--dispatch", scratch("partners"), "--output"]
    let made = run(
      ["training", Self.village, "--scenario", scratch("wider.json5")] + words + [scratch("plan")])
    #expect(made.code == .done, "\(made.errors)")
    #expect(made.output.contains("\nWith the scenario Wider.\n"))
    #expect(run(["training", scratch("by-hand")] + words + [scratch("hand")]).code == .done)
    for name in try scratch.names(in: "hand") where name != "plan.json" {
      #expect(try scratch.text(of: "plan/" + name) == scratch.text(of: "hand/" + name))
    }
    let checked = run("verify", Self.village, scratch("plan"), "--dispatch", scratch("partners"))
    #expect(checked.code == .done)
    #expect(checked.output.hasPrefix("Checked with the scenario Wider laid on the year's files.\n"))
  }

  @Test("tell every fault of scenarios and folder, and write nothing")
  func faults() throws {
    let scratch = try Scratch()
    try scratch.write("{set: {\"countries.THX.max\": 3}}", to: "a.json5")
    try scratch.write("{close: {schools: [\"S99\"]}}", to: "b.json5")
    let words = ["--scenario", scratch("a.json5"), "--scenario", scratch("b.json5")]
    let checked = run(["check", Self.village, "--format", "json"] + words)
    #expect(checked.code == .badData)
    let faults = try #require(try object(checked.output)["faults"] as? [[String: Any]])
    #expect(faults.map { $0["value"] as? String } == ["THX", "S99"])
    #expect(faults.map { $0["file"] as? String } == [scratch("a.json5"), scratch("b.json5")])
    #expect(faults.map { $0["hint"] as? String } == ["THA", "S09"])
    let planned = run(["dispatch", Self.village, "-o", scratch("plan"), "--quiet"] + words)
    #expect(planned.code == .badData)
    #expect(planned.errors.hasSuffix("2 faults in \(Self.village); nothing was done.\n"))
    #expect(
      run("dispatch", Self.village, "--scenario", scratch("none"), "-o", scratch("plan")).code
        == .inputMissing)
    #expect(try scratch.names() == ["a.json5", "b.json5"])
  }
}

@Suite("The page about scenarios")
struct ScenarioPageTests {
  private static let page =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../docs/scenarios.md").standardizedFileURL.path

  /// The text of the first block of a kind.
  private func block(_ kind: String) throws -> String {
    let text = try String(contentsOfFile: Self.page, encoding: .utf8)
    let parts = text.components(separatedBy: "```" + kind + "\n")
    return try #require(parts.dropFirst().first?.components(separatedBy: "```").first)
  }

  @Test("has an example that fits the village")
  func example() throws {
    let scratch = try Scratch()
    try scratch.write(try block("json5"), to: "example.json5")
    let checked = run(
      "check", ScenarioCommandTests.village, "--scenario", scratch("example.json5"), "--quiet")
    #expect(checked.output == "No faults.\n")
    let planned = run(
      "dispatch", ScenarioCommandTests.village, "--scenario", scratch("example.json5"), "--output",
      scratch("plan"), "--quiet")
    #expect(planned.code == .done)
  }

  @Test("shows faults as they are told")
  func faults() throws {
    let scratch = try Scratch()
    let name = scratch("fewer.json5")
    func told(_ text: String) throws -> String {
      try scratch.write(text, to: "fewer.json5")
      return run("check", ScenarioCommandTests.village, "--scenario", name, "--quiet").output
        .replacing(name, with: "fewer.json5")
    }
    let first = try told(
      "{\n  set: {\n    \"countries.THX.max\": 3, \"countries.VNM.min\": 3},\n  close: {\n"
        + "    posts: [],\n    schools: [\"S10\"]}}")
    for line in try block("text").split(separator: "\n") { #expect(first.contains(line)) }
    let second = try told("{remove: {cohorts: [\"Laos 11\"]}}")
    let text = try String(contentsOfFile: Self.page, encoding: .utf8)
    let line = try #require(second.split(separator: "\n").first)
    #expect(text.contains(line))
  }
}
