// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Wording

@testable import ProgrammeFiles

@Suite("A sweep")
struct SweepTests {
  private func values(_ text: String) throws -> [String] { try Sweep(text).values }

  @Test("counts with both ends, or lists")
  func values() throws {
    #expect(try values("countries.THA.max=20:60:10") == ["20", "30", "40", "50", "60"])
    #expect(try values("a=60:20:-20") == ["60", "40", "20"])
    #expect(try values("a=5:5:1") == ["5"])
    #expect(try values("a=-1:1:1") == ["-1", "0", "1"])
    #expect(try values("a=0.5:2:0.5") == ["0.5", "1.0", "1.5", "2.0"])
    #expect(try values("a=0:0.3:0.1") == ["0.0", "0.1", "0.2", "0.3"])
    #expect(try values("a=2026-05-01, 2026-06-01") == ["2026-05-01", "2026-06-01"])
    #expect(try values("a=null,3,any") == ["null", "3", "any"])
    #expect(try values("cohorts.L.tracks=prefecture:Fukuoka=5") == ["prefecture:Fukuoka=5"])
    #expect(try Sweep("countries.THA.max=1").path == "countries.THA.max")
  }

  @Test(
    "that is wrong is told what is",
    arguments: [
      (
        "countries.THA.max",
        "\"countries.THA.max\" is no sweep; expected a path, = and values, such as countries.THA.max=20:60:10"
      ),
      (
        "=3",
        "\"=3\" is no sweep; expected a path, = and values, such as countries.THA.max=20:60:10"
      ),
      ("a=", "\"a=\" has an empty value; null stands for an empty cell"),
      ("a=1,,2", "\"a=1,,2\" has an empty value; null stands for an empty cell"),
      ("a=1,2,1", "\"a=1,2,1\" has a value twice"),
      ("a=20:60", "the range \"20:60\" has 2 parts; expected FROM:TO:STEP such as 20:60:10"),
      (
        "a=20:60:10:5",
        "the range \"20:60:10:5\" has 4 parts; expected FROM:TO:STEP such as 20:60:10"
      ),
      (
        "a=20:x:10",
        "the range \"20:x:10\" has \"x\" in it; expected numbers with at most 6 decimals"
      ),
      (
        "a=20::10",
        "the range \"20::10\" has nothing in it; expected numbers with at most 6 decimals"
      ),
      ("a=20:60:0", "the range \"20:60:0\" has a step of 0"),
      ("a=60:20:10", "the range \"60:20:10\" leads away from its end; expected a step below 0"),
      ("a=20:60:-10", "the range \"20:60:-10\" leads away from its end; expected a step above 0"),
      ("a=20:65:10", "the range \"20:65:10\" does not reach its end; did you mean 20:60:10?"),
      ("a=0:1:0.4", "the range \"0:1:0.4\" does not reach its end; did you mean 0:0.8:0.4?"),
      ("a=0:10000:1", "the sweep has 10,001 values; expected at most 10,000"),
      (
        "a=1:2:0.0000001",
        "the range \"1:2:0.0000001\" has \"0.0000001\" in it; expected numbers with at most 6 decimals"
      ),
    ])
  func mistakes(_ text: String, _ message: String) {
    #expect(throws: Sweep.Problem(sentence: "\(message)")) { try Sweep(text) }
  }

  @Test("with others gives every combination")
  func product() throws {
    let scenarios = try Sweep.scenarios([
      try Sweep("countries.THA.max=20,30"), try Sweep("rules.diet.off=true,false"),
    ])
    #expect(
      scenarios.map(\.name) == [
        "countries.THA.max=20 rules.diet.off=true", "countries.THA.max=20 rules.diet.off=false",
        "countries.THA.max=30 rules.diet.off=true", "countries.THA.max=30 rules.diet.off=false",
      ])
    let set = scenarios[1].document.object?["set"]
    #expect(set?.object?["countries.THA.max"]?.number?.integer == 20)
    #expect(set?.object?["rules.diet.off"]?.boolean == false)
    #expect(try Sweep.scenarios([]).isEmpty)
    #expect(throws: Sweep.Problem(sentence: "a is swept twice")) {
      try Sweep.scenarios([try Sweep("a=1"), try Sweep("a=2")])
    }
    let great = try ["a", "b"].map { try Sweep("\($0)=1:1000:1") }
    #expect(
      throws: Sweep.Problem(sentence: "the sweeps have more than 100,000 combinations")
    ) { try Sweep.scenarios(great) }
  }

  @Test("is told with its own words when it does not fit the year")
  func faults() throws {
    let scratch = try ScratchFolder()
    for (name, bytes) in try FaultyFolder(name: "base").files() {
      _ = try scratch.write(bytes, to: name)
    }
    let folder = YearFolder(at: scratch.path)
    let lines = try Sweep.scenarios([try Sweep("countries.THX.max=1,2")]).map {
      folder.reading(with: [$0]).faultList.lines
    }
    #expect(
      lines.last == [
        "--sweep countries.THX.max=2, line 4, at set[\"countries.THX.max\"]: \"THX\" names no "
          + "country; expected an identifier of countries.csv. Did you mean THA?"
      ])
  }
}
