// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

/// The village's plan, announced and then made again.
@Suite("Replanning")
struct ReplanCommandTests {
  private static let village = ScenarioCommandTests.village

  /// A scratch folder with the village's plan, with lists of reserves, in `announced`.
  private func announced() throws -> Scratch {
    let scratch = try Scratch()
    let made = run(
      "dispatch", Self.village, "--reserves", "3", "-o", scratch("announced"), "--quiet")
    #expect(made.code == .done, "\(made.errors)")
    return scratch
  }

  private func replan(_ scratch: Scratch, _ words: String..., from baseline: String = "announced")
    -> Run
  {
    run(
      ["replan", Self.village, "--baseline", scratch(baseline), "--quiet"] + words)
  }

  @Test("lets the first of the reserves step in, and keeps everybody else")
  func withdrawal() throws {
    let scratch = try announced()
    let made = replan(
      scratch, "--withdraw", "A11", "--by", "Ms Sato", "--date", "2026-03-02", "--reason", "ill",
      "-o", scratch("new"))
    #expect(made.code == .done, "\(made.errors)")
    #expect(
      made.output.contains(
        """
        No announced placement changes; 5 of 6 stand. 1 partner withdraws. 1 reserve steps in.
          A11 withdraws from S01 (Chiang Mai) in Thailand 14.
            A09 steps in at S01 (Chiang Mai) in Thailand 14, number 1 on the list of reserves for A11.

        """))
    #expect(
      try scratch.text(of: "new/changes.csv") == """
        applicant,kind,from_post,from_cohort,to_post,to_cohort,follows,rules,obstacle,reserve_of,reserve_rank
        A11,withdrawn,S01,Thailand 14,,,,,,,
        A09,reserve,,,S01,Thailand 14,A11,,,A11,1

        """)
    #expect(
      try scratch.text(of: "new/curve.csv") == """
        changes,dropped,penalties,filled,fairness-countries,fairness-areas,points
        0,0,1,10,5000,3333,5237

        """)
    let row =
      "scenario,A11 withdraws from S01 in Thailand 14,Ms Sato,2026-03-02,ill,scenario-1.json5,"
      + "measured,0,0,0,0,0,0,222,,"
    #expect(try scratch.text(of: "new/decisions.csv").hasSuffix("\n\(row)\n"))
    let checked = run("verify", Self.village, scratch("new"))
    #expect(checked.code == .done, "\(checked.output)\(checked.errors)")
  }

  @Test("prints the same for programs, and writes it without the time")
  func json() throws {
    let scratch = try announced()
    let made = replan(
      scratch, "--withdraw", "A11", "--format", "json", "-o", scratch("new"))
    let printed = try object(made.output)
    #expect(printed["problem"] as? String == "dispatch")
    #expect(printed["status"] as? String == "optimal")
    #expect(printed["announced"] as? Int == 6)
    #expect(printed["changes"] as? Int == 0)
    #expect(printed["least_changes"] as? Int == 0)
    #expect(printed["curve_complete"] as? Bool == true)
    let moves = printed["moves"] as? [[String: Any]]
    #expect(moves?.map { $0["kind"] as? String } == ["withdrawn", "reserve"])
    let reserve = moves?.last?["reserve"] as? [String: Any]
    #expect(reserve?["partner"] as? String == "A11")
    #expect(reserve?["rank"] as? Int == 1)
    let kept = try object(scratch.text(of: "new/replan.json"))
    for key in kept.keys { #expect(printed[key] as? NSObject == kept[key] as? NSObject, "\(key)") }
    #expect(kept["seconds"] == nil)
  }

  @Test("counts whoever cannot stay, and says what is in the way")
  func changedRule() throws {
    let scratch = try announced()
    try scratch.write(
      """
      {name: "Nobody under 25 in Thailand", who: "Health desk", when: "2026-03-05",
       why: "new rule", pins: [{applicant: "A01", post: "S01", kind: "forbid"}],
       rules: [{rule: "companions", off: true}, {rule: "quota", id: "men",
         select: {"applicant.sex": "M"}, min: 1, penalty: 3}]}
      """, to: "health.json5")
    let made = replan(scratch, "--scenario", scratch("health.json5"), "-o", scratch("new"))
    #expect(made.code == .done, "\(made.output)\(made.errors)")
    #expect(
      made.output.contains(
        "\n2 announced placements change; no plan changes fewer. 4 of 6 stand.\n"
          + "  A01 moves from S01 (Chiang Mai) in Thailand 14 to S02+S03 (Chiang Mai) in Thailand 14. "
          + "Staying breaks forbid: "))
    #expect(
      made.output.contains("\n    A02 moves from S02+S03 (Chiang Mai) in Thailand 14 to S01 "))
    let changes = try scratch.text(of: "new/changes.csv").split(separator: "\n")
    #expect(changes.contains { $0.hasPrefix("A01,") && $0.contains("forbid") })
    let log = try scratch.text(of: "new/decisions.csv")
    #expect(log.contains("Nobody under 25 in Thailand,Health desk,2026-03-05,new rule,"))
    #expect(run("verify", Self.village, scratch("new")).code == .done)
  }

  @Test("keeps what an earlier replanning decided, and its log")
  func again() throws {
    let scratch = try announced()
    #expect(
      replan(scratch, "--withdraw", "A11", "--by", "Ms Sato", "-o", scratch("first")).code == .done)
    let made = replan(
      scratch, "--withdraw", "A09", "-o", scratch("second"), from: "first")
    #expect(made.code == .done, "\(made.output)\(made.errors)")
    let placements = try scratch.text(of: "second/placements.csv")
    #expect(!placements.contains("\nA11,") && !placements.contains("\nA09,"))
    let log = try scratch.text(of: "second/decisions.csv")
    #expect(log.contains("A11 withdraws from S01 in Thailand 14,Ms Sato"))
    #expect(log.contains("A09 withdraws from S01 in Thailand 14"))
    #expect(try scratch.names(in: "second").filter { $0.hasPrefix("scenario") }.count == 3)
    // Somebody who withdrew before is nobody's partner any more.
    let gone = replan(scratch, "--withdraw", "A11", "-o", scratch("third"), from: "first")
    #expect(gone.code == .usage)
    #expect(gone.errors.contains("--withdraw: this year has no applicant A11"))
    #expect(try !scratch.names().contains("third"))
  }

  @Test("tells of decisions that hold no more")
  func endedDecisions() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(atPath: Self.village, toPath: scratch("year"))
    let rows = try scratch.text(of: "year/pins.csv").split(separator: "\n")
      .filter { !$0.hasPrefix("A08,") }
    let kept =
      rows.map { $0 == rows.first ? "\($0),who,when" : "\($0),," }.joined(separator: "\n") + "\n"
    try scratch.write(
      kept + "A08,S08,,,forbid,knows the school,Mr Ito,2026-01-09\n", to: "year/pins.csv")
    let words = ["--quiet", "--no-costs"]
    #expect(
      run("dispatch", scratch("year"), "-o", scratch("announced"), "--quiet").code == .done)
    #expect(
      run(
        ["replan", scratch("year"), "--baseline", scratch("announced"), "-o", scratch("one")]
          + words
      ).code == .done)
    let before = try scratch.text(of: "one/decisions.csv")
    let row = "exclusion,A08 must not be placed at S08,Mr Ito,2026-01-09,knows the school,pins.csv,"
    #expect(before.contains(row + "not measured,"))
    try scratch.write(kept, to: "year/pins.csv")
    let made = run(
      ["replan", scratch("year"), "--baseline", scratch("one"), "-o", scratch("two")]
        + ["--no-costs"])
    #expect(made.code == .done, "\(made.errors)")
    #expect(made.errors.contains("the year's files are not those the earlier plan was made from"))
    #expect(try scratch.text(of: "two/decisions.csv").contains(row + "no longer in force,"))
  }

  @Test("gives the same bytes on any number of threads")
  func threads() throws {
    let scratch = try announced()
    for threads in ["1", "2"] {
      #expect(
        replan(
          scratch, "--withdraw", "A02", "--close", "S08", "--threads", threads, "-o",
          scratch("on-" + threads)
        ).code == .done)
      #expect(
        run(
          "dispatch", Self.village, "--reserves", "2", "--threads", threads, "-o",
          scratch("lists-" + threads), "--quiet"
        ).code == .done)
    }
    for (one, two) in [("on-1", "on-2"), ("lists-1", "lists-2")] {
      #expect(try scratch.names(in: one) == scratch.names(in: two))
      for name in try scratch.names(in: one) {
        #expect(
          try scratch.text(of: "\(one)/\(name)") == scratch.text(of: "\(two)/\(name)"), "\(name)")
      }
    }
  }

  @Test("says what collides where no plan is left, and writes nothing")
  func infeasible() throws {
    let scratch = try announced()
    let made = replan(scratch, "--close", "S01", "-o", scratch("new"))
    #expect(made.code == .infeasible)
    #expect(made.output.hasPrefix("No plan keeps all hard rules.\n"))
    #expect(try scratch.names() == ["announced"])
  }

  @Test(
    "refuses what it cannot understand, with the nearest name, and writes nothing",
    arguments: [
      (["--withdraw", "B11"], "--withdraw: this year has no applicant B11; did you mean A11?"),
      (["--close", "S001"], "--close: this year has no school or post S001; did you mean S01?"),
      (["--close-country", "THX"], "this year has no country THX; did you mean THA?"),
      (["--withdraw", "A11", "--withdraw", "A11"], "--withdraw names A11 twice"),
      (["--withdraw", "A11", "--date", "2.3.2026"], "it must be a day such as 2026-04-01"),
      (["--by", "Ms Sato"], "--by, --date and --reason are about --withdraw, --close and"),
      (["--curve", "-1"], "--curve is \"-1\"; it must be a whole number from 0 to 100000"),
    ])
  func refusals(words: [String], message: String) throws {
    let scratch = try announced()
    let made = run(
      ["replan", Self.village, "--baseline", scratch("announced"), "-o", scratch("new")] + words)
    #expect(made.code == .usage)
    #expect(made.errors.contains(message), "\(made.errors)")
    #expect(try scratch.names() == ["announced"])
  }

  @Test("asks for the plan that was announced, and leaves other folders alone")
  func folders() throws {
    let scratch = try announced()
    let missing = run("replan", Self.village, "--withdraw", "A11")
    #expect(missing.code == .usage)
    #expect(missing.errors.contains("--baseline is missing"))
    let nowhere = run("replan", Self.village, "--baseline", scratch("nowhere"))
    #expect(nowhere.code == .inputMissing)
    let before = try scratch.text(of: "announced/plan.json")
    let taken = replan(scratch, "--withdraw", "A11", "-o", scratch("announced"))
    #expect(taken.code == .cannotWrite)
    #expect(try scratch.text(of: "announced/plan.json") == before)
  }

  @Test("tells faults of a scenario's words about who decided it")
  func scenarioFaults() throws {
    let scratch = try announced()
    try scratch.write(
      "{who: 3, when: \"2026/03/02\", announced: [{applicant: \"A11\", kind: \"pin\"}]}",
      to: "wrong.json5")
    let made = run("check", Self.village, "--scenario", scratch("wrong.json5"))
    #expect(made.code == .badData)
    let told = made.output + made.errors
    #expect(told.contains("at who: \"3\" is a number"), "\(told)")
    #expect(told.contains("at when: \"2026/03/02\""), "\(told)")
    #expect(told.contains("at announced[0].kind"), "\(told)")
  }
}
