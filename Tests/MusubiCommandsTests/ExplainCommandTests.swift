// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

/// The folder of a dataset.
private func dataset(_ name: String) -> String {
  let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  return package.appendingPathComponent("datasets/" + name).path
}

/// Identifiers, names and kana of the village's applicants.
private func villagers() throws -> [[String]] {
  try String(contentsOfFile: dataset("village") + "/applicants.csv", encoding: .utf8)
    .split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).prefix(3).map(String.init)
    }
}

/// Every name of a member in a JSON value.
private func keys(of value: Any) -> Set<String> {
  if let object = value as? [String: Any] {
    return object.values.reduce(into: Set(object.keys)) { $0.formUnion(keys(of: $1)) }
  }
  return ((value as? [Any]) ?? []).reduce(into: []) { $0.formUnion(keys(of: $1)) }
}

@Suite struct ExplainCommandTests {
  /// A plan of the village.
  private func plan(_ scratch: Scratch) -> String {
    #expect(run("dispatch", dataset("village"), "-o", scratch("plan"), "--quiet").code == .done)
    return scratch("plan")
  }

  @Test("a partner of the village is explained word for word")
  func partner() throws {
    let scratch = try Scratch()
    let run = run("explain", dataset("village"), plan(scratch), "applicant", "A11", "--quiet")
    #expect(run.code == .done)
    #expect(run.errors == "")
    #expect(
      run.output == """
        A11 is placed at S01 (Chiang Mai) in Thailand 14.
        Country wish 1 of 1: THA or VNM.

        Criterion          Points  Weight  Weighted
        country-wish          100       3       300
        interview              88       3       264
        skill-match             0       2         0
        communicator           24       2        48
        school-need            24       2        48
        regional-ties           0       1         0
        remote-experience       0       1         0
        continuity              0       1         0
        preference              0       5         0
        All                                     660

        Rules that bind there:
          A further person like this there would break:
            seats: S01 holds 3 placements; it takes 1 to 2.
            predeparture: urawa needs 5 beds on the night of 2026-03-30; 4 left there.
            predeparture: urawa needs 3 classrooms on 2026-03-30; 2 left there.
            quota:seniors-of-country: seniors-of-country, THA: 2 placements; at most 1.
          Without A11 there would be broken:
            pin: A11 is pinned to some post in Thailand 14; in the plan: not placed.
            quota:men: men: 2 placements; at least 3.

        No plan keeps the one other placement.
        With A11 at S06 (Hanoi) in Vietnam 13 in place of whoever has the seat, and everybody else as planned, these rules are broken:
          track-quota: Vietnam 13 has 0 placements of the track university; it takes 1 to 1.
          pin: A11 is pinned to some post in Thailand 14; in the plan: A11 at S06 in Vietnam 13.

        """)
  }

  @Test("people without a placement and schools are explained word for word")
  func others() throws {
    let scratch = try Scratch()
    let plan = plan(scratch)
    let waiting = run("explain", dataset("village"), plan, "applicant", "A05", "--quiet")
    #expect(
      waiting.output == """
        A05 has no placement in this plan.

        1 alternative; each loss is exact:
          1. S06 (Hanoi) in Vietnam 13: penalties +3, points −488.
             A05 takes S06 (Hanoi) in Vietnam 13, so A06 has no place.
        2 more that were solved are in no plan that keeps the hard rules.

        Single changes, each solved exactly:
          With a partner more in VNM the best plan still does not place A05.

        """)
    let school = run("explain", dataset("village"), plan, "school", "S03", "--quiet")
    #expect(
      school.output == """
        S03 has 1 partner in this plan:
          A02 at S02+S03 (Chiang Mai) in Thailand 14

        Rules that bind there:
          A further person like this there would break:
            seats: S02+S03 holds 2 placements; it takes 1 to 1.
            predeparture: urawa needs 5 beds on the night of 2026-03-30; 4 left there.
            predeparture: urawa needs 3 classrooms on 2026-03-30; 2 left there.
          Without A02 there would be broken:
            together: A01 is at S01 (Chiang Mai) in Thailand 14, A02 is not placed; they go to one city in one cohort, or neither goes.
            quota:men: men: 2 placements; at least 3.

        4 alternatives; each loss is exact:
          1. A01 at S02+S03 (Chiang Mai) in Thailand 14: points −200.
             A01 takes S02+S03 (Chiang Mai) in Thailand 14, so A02 moves to S01 (Chiang Mai) in Thailand 14.
          2. A03 at S02+S03 (Chiang Mai) in Thailand 14: filled −1, fairness-countries share 3 from below 75.00 % → 50.00 %, points −776.
             A03 takes S02+S03 (Chiang Mai) in Thailand 14, so A02 has no place; A01 has no place.
          3. A04 at S02+S03 (Chiang Mai) in Thailand 14: penalties +3, filled −1, fairness-countries share 3 from below 75.00 % → 50.00 %, points −731.
             A04 takes S02+S03 (Chiang Mai) in Thailand 14, so A02 has no place; A01 has no place.
          4. A12 at S02+S03 (Chiang Mai) in Thailand 14: penalties +3, filled −1, fairness-countries share 3 from below 75.00 % → 50.00 %, points −908.
             A12 takes S02+S03 (Chiang Mai) in Thailand 14, so A02 has no place; A01 has no place.
        1 more that was solved is in no plan that keeps the hard rules.

        """)
    for (kind, id) in [("post", "S02+S03"), ("cohort", "Laos 11")] {
      #expect(run("explain", dataset("village"), plan, kind, id, "--quiet").code == .done)
    }
  }

  @Test("what programs read is what people read")
  func json() throws {
    let scratch = try Scratch()
    let plan = plan(scratch)
    for id in ["A05", "A11"] {
      let words = ["explain", dataset("village"), plan, "applicant", id, "--quiet"]
      let text = run(words).output
      let json = try object(run(words + ["--format", "json"]).output)
      #expect(json["subject"] as? String == id)
      let tiers = try #require(json["tiers"] as? [[String: Any]])
      let alternatives = try #require(json["alternatives"] as? [[String: Any]])
      for (index, alternative) in alternatives.enumerated() {
        let losses = try #require(alternative["losses"] as? [Int])
        #expect(losses.count == tiers.count)
        #expect(alternative["exact"] as? Bool == true)
        let post = try #require(alternative["post"] as? String)
        let cohort = try #require(alternative["cohort"] as? String)
        let line = try #require(
          text.split(separator: "\n").first { $0.hasPrefix("  \(index + 1). ") })
        #expect(line.contains(post) && line.contains(cohort))
        let loss = try #require(losses.last)
        #expect(line.contains("points −\(loss)"))
      }
      let placement = json["placement"] as? [String: Any]
      #expect((placement == nil) == text.contains("has no placement"))
      if let placement {
        #expect(
          text.contains("All                                     \(placement["points"] ?? "")"))
      }
    }
  }

  @Test("nobody else's name or points are shown unless they are asked for")
  func privacy() throws {
    let scratch = try Scratch()
    let plan = plan(scratch)
    let people = try villagers()
    let subjects =
      people.map { ["applicant", $0[0]] } + [["school", "S03"], ["cohort", "Vietnam 13"]]
    for subject in subjects {
      let words = ["explain", dataset("village"), plan] + subject + ["--quiet"]
      let (text, json) = (run(words).output, run(words + ["--format", "json"]).output)
      for person in people {
        for name in person.dropFirst() {
          #expect(!text.contains(name) && !json.contains(name), "\(subject) tells of \(person)")
        }
      }
      var document = try object(json)
      // Goals have names too.
      document["best"] = nil
      document["tiers"] = nil
      if subject[0] != "applicant" {
        #expect(keys(of: document).isDisjoint(with: ["points", "name", "criteria"]))
      }
      document["placement"] = nil
      document["placements"] = nil
      let alternatives = (document["alternatives"] as? [[String: Any]]) ?? []
      for alternative in alternatives {
        #expect(keys(of: alternative["moves"] ?? []).isDisjoint(with: ["points", "name"]))
      }
    }
    let open = run(
      "explain", dataset("village"), plan, "school", "S03", "--quiet", "--internal")
    #expect(open.output.contains("佐藤 翔太") && open.output.contains("points"))
  }

  @Test("a plan that was edited is explained as it is, with its distance to the best")
  func edited() throws {
    let scratch = try Scratch()
    let plan = plan(scratch)
    let rows = try scratch.text(of: "plan/placements.csv").split(separator: "\n")
    try scratch.write(
      rows.filter { !$0.hasPrefix("A02,") }.joined(separator: "\n") + "\n",
      to: "plan/placements.csv")
    let words = ["explain", dataset("village"), plan, "applicant", "A02", "--quiet"]
    let text = run(words)
    #expect(text.code == .done)
    #expect(
      text.output.hasPrefix(
        "plan.json and placements.csv do not list the same placements; placements.csv is explained."
      ))
    #expect(
      text.output.contains("The plan breaks hard rules (") && text.output.contains("together"))
    let json = try object(run(words + ["--format", "json"]).output)
    let state = try #require(json["plan"] as? [String: Any])
    #expect(state["best"] as? Bool == false && state["valid"] as? Bool == false)
    let losses = try #require(state["losses"] as? [Int])
    #expect(losses.contains { $0 > 0 })
    // The best plan places A02; relative to this plan that is a gain.
    let first = try #require((json["alternatives"] as? [[String: Any]])?.first)
    #expect(first["losses"] as? [Int] == losses.map { -$0 })
  }

  @Test("wrong words, folders and plans are told with what was meant")
  func faults() throws {
    let scratch = try Scratch()
    let plan = plan(scratch)
    let kind = run("explain", dataset("village"), plan, "shool", "S03")
    #expect(kind.code == .usage)
    #expect(kind.errors.contains("did you mean school?"))
    let unknown = run("explain", dataset("village"), plan, "school", "S0033", "--quiet")
    #expect(unknown.code == .usage)
    #expect(unknown.errors.contains("this year has no school S0033"))
    let cohort = run("explain", dataset("village"), plan, "cohort", "Tailand 14", "--quiet")
    #expect(cohort.errors.contains("did you mean Thailand 14?"))
    #expect(
      run("explain", dataset("village"), scratch("none"), "school", "S03").code == .inputMissing)
    #expect(run("explain", scratch("none"), plan, "school", "S03").code == .inputMissing)
    #expect(run("explain", dataset("village"), plan, "school").code == .usage)
    let tight = run("explain", dataset("tight"), plan, "applicant", "A0001", "--quiet")
    #expect(tight.code == .badData)
  }

  @Test("several people are explained as each would be alone")
  func several() throws {
    let scratch = try Scratch()
    let plan = plan(scratch)
    func explain(_ ids: [String], _ options: [String] = []) -> (code: ExitCode, output: String) {
      let words = ["explain", dataset("village"), plan, "applicant"] + ids + options
      let run = MusubiCommandsTests.run(words)
      return (run.code, run.output)
    }
    let ids = ["A11", "A05"]
    let single = ids.map { explain([$0], ["--quiet"]) }
    let both = explain(ids, ["--quiet"])
    #expect(both.code == .done)
    #expect(both.output == single.map(\.output).joined(separator: "\n"))
    func object(_ text: String) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
    let list = try object(explain(ids, ["--quiet", "--format", "json"]).output)["explanations"]
    let explanations = try #require(list as? [[String: Any]])
    #expect(explanations.count == 2)
    for (id, said) in zip(ids, explanations) {
      let alone = try object(explain([id], ["--quiet", "--format", "json"]).output)
      #expect(NSDictionary(dictionary: alone) == NSDictionary(dictionary: said))
    }
    let wrong = run("explain", dataset("village"), plan, "applicant", "A11", "A5", "--quiet")
    #expect(wrong.code == .usage)
    #expect(wrong.output == "")
    #expect(wrong.errors.contains("no applicant A5"))
  }

  @Test("each single change is a scenario that comes out as was said")
  func scenarios() throws {
    let scratch = try Scratch()
    let plan = plan(scratch)
    var compared = 0
    for id in try villagers().map({ $0[0] }) {
      let said = run(
        "explain", dataset("village"), plan, "applicant", id, "--quiet", "--format", "json")
      let object = try JSONSerialization.jsonObject(with: Data(said.output.utf8))
      let remedies = try #require((object as? [String: Any])?["remedies"] as? [[String: Any]])
      for remedy in remedies {
        let scenario = try #require(remedy["scenario"])
        try JSONSerialization.data(withJSONObject: scenario)
          .write(to: URL(fileURLWithPath: scratch("change.json5")))
        let other = scratch("with-\(compared)")
        let planned = run(
          "dispatch", dataset("village"), "--scenario", scratch("change.json5"), "-o", other,
          "--quiet")
        #expect(planned.code == .done)
        let placements = try String(contentsOfFile: other + "/placements.csv", encoding: .utf8)
        #expect(placements.contains("\(id),") == (remedy["places"] as? Bool), "\(id) \(remedy)")
        compared += 1
      }
    }
    #expect(compared > 0)
  }

  @Test("the help says what it takes")
  func help() {
    #expect(run("explain", "--help").output == explainHelp)
  }
}

private let explainHelp = """
  Says why somebody is placed there and what another place would cost.

  Usage: musubi explain DIR PLAN KIND ID... [options]

  The year is planned again, so that each loss is that of the whole programme: the
  values of the best plan in which the alternative is forced, beside those of the
  plan. It is said who would move. Where nobody is placed it is said which rules
  exclude, and which single change would help; nothing is said that was not
  solved. Other people are identifiers only, unless --internal is given. Of a plan
  of trainings delegations, cohorts and sessions are explained (a session is named
  COURSE/SITE/START), of one of returnees returnees and activities, of an exchange
  its schools, of ten years lines and years. Of the plan of a whole year the first
  stage that knows KIND is explained; another one by its folder, such as
  PLAN/exchange.

  What it takes:
    DIR    The folder or workbook of a programme year.
    PLAN   The folder of a plan.
    KIND   What is asked about: applicant, school, post, cohort; of trainings
           delegation, cohort, session; of returnees returnee, activity; of
           exchange school; of decade line, year.
    ID...  Its identifier. Of several each is explained; the year is planned once
           for all.

  Options:
    --internal          Shows names and points of everybody; not for applicants.
    --solves N          How many alternatives are solved at most. Without it: 60
                        of a dispatch, else 20.
    --baseline PLAN     The earlier plan's folder, if the plan was made with one.
    --dispatch PLAN     The folder of a dispatch plan: who leaves with each
                        cohort, and who hosts.
    --pin-from PLAN     The folder of an earlier plan of trainings, to stay near
                        to.
    --time-limit S      Stops after so many seconds with what is solved by then.
                        Without it: none.
    --threads N         How many threads may work; the plan does not depend on it.
                        Without it: one for each core.
    --format text|json  Prints words for people or one JSON object for programs.
                        Without it: text.
    --lang en|ja        The language of words; files of plans and of data are the
                        same in every language. Without it: that of the locale.
    --quiet             Leaves out progress and notices.
    -h, --help          Shows this help.

  """
