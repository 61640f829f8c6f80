// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

/// The trainings of 2018, announced and then planned again.
@Suite("Replanning of trainings")
struct ReplanTrainingTests {
  private let year =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../datasets/training-2018").standardizedFileURL.path

  /// A scratch folder with the plan in `announced`.
  private func announced() throws -> Scratch {
    let scratch = try Scratch()
    let made = run("training", year, "-o", scratch("announced"), "--quiet")
    #expect(made.code == .done, "\(made.errors)")
    return scratch
  }

  private func replan(_ scratch: Scratch, _ words: String..., from baseline: String = "announced")
    -> Run
  {
    run(
      ["replan", year, "--problem", "training", "--baseline", scratch(baseline), "--quiet"]
        + words)
  }

  @Test("keeps everybody else when a delegation withdraws, and logs who decided it")
  func withdrawal() throws {
    let scratch = try announced()
    let made = replan(
      scratch, "--withdraw", "D037", "--by", "Ms Sato", "--date", "2018-08-02", "--reason",
      "ill", "-o", scratch("new"))
    #expect(made.code == .done, "\(made.errors)")
    #expect(
      made.output.contains(
        "No announced session changes for anybody; 97 of 98 announced groups stay. "
          + "1 group withdraws.\n  D037 (1 person) withdraws from teachers-2w at urawa from "),
      "\(made.output)")
    let log = try scratch.text(of: "new/decisions.csv")
    #expect(log.contains("scenario,D037 withdraws from teachers-2w at urawa from "))
    #expect(log.contains(",Ms Sato,2018-08-02,ill,scenario-1.json5,measured,0,0,1,"), "\(log)")
    let checked = run("verify", year, scratch("new"))
    #expect(checked.code == .done, "\(checked.output)\(checked.errors)")
    #expect(
      try scratch.text(of: "new/changes.csv").hasPrefix(
        "group,kind_of_group,kind,people,from_course,from_site,from_start,to_course,to_site,"
          + "to_start,rules,obstacle\nD037,delegation,withdrawn,1,teachers-2w,urawa,"))
  }

  @Test("moves as few people as can be when a house closes for a while, and says why")
  func closing() throws {
    let scratch = try announced()
    let made = replan(
      scratch, "--close", "urawa=2018-10-20..2018-10-31", "--curve", "0", "--format", "json", "-o",
      scratch("new"))
    #expect(made.code == .done, "\(made.errors)")
    let printed = try object(made.output)
    #expect(printed["problem"] as? String == "training")
    let changes = try #require(printed["changes"] as? Int)
    #expect(changes > 0)
    #expect(printed["least_changes"] as? Int == changes)
    #expect(printed["announced"] as? Int == 98)
    let moves = try #require(printed["moves"] as? [[String: Any]])
    #expect(
      moves.filter { ["moved", "dropped"].contains($0["kind"] as? String) }.reduce(0) {
        $0 + ($1["people"] as? Int ?? 0)
      } == changes)
    #expect(
      moves.allSatisfy {
        $0["kind"] as? String != "moved"
          || ($0["rules"] as? [String])?.first == "closures"
          || ($0["obstacle"] as? String)?.isEmpty == false
      })
    #expect(run("verify", year, scratch("new")).code == .done)
    // A plan that moves somebody more is caught.
    let plan = try scratch.text(of: "new/plan.json")
    try scratch.write(
      plan.replacing(
        "\"bound\": \(changes),\n      \"name\": \"moved\",\n      \"value\": \(changes)",
        with:
          "\"bound\": \(changes - 1),\n      \"name\": \"moved\",\n      \"value\": \(changes - 1)"),
      to: "new/plan.json")
    #expect(run("verify", year, scratch("new")).code == .notValid)
  }

  @Test("leaves sessions free that were not announced yet, and keeps what was decided before")
  func announcedUntil() throws {
    let scratch = try announced()
    let first = replan(
      scratch, "--announced-until", "2018-09-30", "--withdraw", "D037", "--no-costs", "-o",
      scratch("first"))
    #expect(first.code == .done, "\(first.errors)")
    #expect(first.output.contains("No announced session changes for anybody; "))
    let second = replan(
      scratch, "--withdraw", "D038", "--no-costs", "-o", scratch("second"), from: "first")
    #expect(second.code == .done, "\(second.errors)")
    let delegates = try scratch.text(of: "second/delegates.csv")
    #expect(!delegates.contains("D037") && !delegates.contains("D038"))
    let gone = replan(scratch, "--withdraw", "D037", "-o", scratch("third"), from: "first")
    #expect(gone.code == .usage)
    #expect(gone.errors.contains("--withdraw: this year has no delegation D037"))
    #expect(run("verify", year, scratch("second")).code == .done)
  }

  @Test("takes a booking and a calendar from a scenario, on any number of threads")
  func scenarios() throws {
    let scratch = try announced()
    try scratch.write(
      """
      {name: "A festival and a booking", who: "Urawa", when: "2018-08-01", why: "the town asks",
       add: {site_bookings: [{site: "urawa", from: "2018-10-23", to: "2018-10-30", beds: 130}]}}
      """, to: "booking.json5")
    for threads in ["1", "2"] {
      let made = replan(
        scratch, "--scenario", scratch("booking.json5"), "--curve", "1", "--threads", threads, "-o",
        scratch("on-" + threads))
      #expect(made.code == .done, "\(made.output)\(made.errors)")
    }
    for name in try scratch.names(in: "on-1") {
      #expect(try scratch.text(of: "on-1/" + name) == scratch.text(of: "on-2/" + name), "\(name)")
    }
    #expect(
      try scratch.text(of: "on-1/decisions.csv").contains(
        "A festival and a booking,Urawa,2018-08-01,the town asks,scenario-1.json5,measured,"))
  }

  @Test(
    "refuses what it cannot understand, with the nearest name, and writes nothing",
    arguments: [
      (
        ["--withdraw", "D0337"], "--withdraw: this year has no delegation D0337; did you mean D033?"
      ),
      (["--close", "urava"], "--close: this year has no site urava; did you mean urawa?"),
      (["--close", "urawa=2018-10-31..2018-10-01"], "are no days; they are given like"),
      (["--close-country", "THA"], "--close-country goes with --problem dispatch only"),
      (["--announced-until", "soon"], "--announced-until is \"soon\"; it must be a day such as"),
    ])
  func refusals(words: [String], message: String) throws {
    let scratch = try announced()
    let made = run(
      [
        "replan", year, "--problem", "training", "--baseline", scratch("announced"), "-o",
        scratch("new"),
      ] + words)
    #expect(made.code == .usage, "\(made.errors)")
    #expect(made.errors.contains(message), "\(made.errors)")
    #expect(try scratch.names() == ["announced"])
  }

  @Test("tells faults of announced sessions")
  func faults() throws {
    let scratch = try Scratch()
    try scratch.write(
      """
      {training: {announced: [
        {delegation: "D999", course: "teachers-2w", site: "urawa", start: "2018-10-01"},
        {delegation: "D001", cohort: "Laos 3", course: "x", site: "urawa", start: "2018-10-01"},
        {delegation: "D002", course: "teachers-2w", site: "urawa"}]}}
      """, to: "wrong.json5")
    let made = run("check", year, "--scenario", scratch("wrong.json5"))
    #expect(made.code == .badData)
    let told = made.output + made.errors
    #expect(told.contains("\"D999\" names no delegation"), "\(told)")
    #expect(told.contains("names a delegation and a cohort"), "\(told)")
    #expect(told.contains("has no start"), "\(told)")
    let wrong = run(
      "replan", year, "--problem", "training", "--baseline", scratch("nowhere"))
    #expect(wrong.code == .inputMissing)
  }
}
