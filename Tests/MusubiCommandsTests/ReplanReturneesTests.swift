// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

/// Activities of returnees that are planned again after they were announced.
@Suite struct ReplanReturneesTests {
  private let village = ScenarioCommandTests.village

  @Test("somebody withdraws: fewest are lost, it is verified, and can be planned again")
  func withdrawal() throws {
    let scratch = try Scratch()
    _ = run("returnees", village, "-o", scratch("plan"), "--gap", "0", "--quiet")
    let made = run(
      "replan", village, "--problem", "returnees", "--baseline", scratch("plan"), "--withdraw",
      "R03", "--reason", "moved away", "-o", scratch("again"), "--quiet")
    #expect(made.code == .done, "\(made.errors)")
    #expect(made.output.contains("Replanned returnees 2026, "))
    #expect(made.output.contains("R03 withdraws from E02 (moved away)"))
    #expect(made.output.contains("No announced participation is lost; "))
    #expect(try scratch.text(of: "again/changes.csv").contains("R03,withdrawn,E02,"))
    let verified = run("verify", village, scratch("again"), "--quiet")
    #expect(verified.code == .done, "\(verified.output)")
    let further = run(
      "replan", village, "--problem", "returnees", "--baseline", scratch("again"), "--close",
      "E03", "-o", scratch("third"), "--format", "json", "--quiet")
    #expect(further.code == .done, "\(further.errors)")
    let answer = try object(further.output)
    // Two were told of E03; what is left stands.
    #expect(answer["changes"] as? Int == 2)
    #expect(answer["least_changes"] as? Int == 2)
    let moves = try #require(answer["moves"] as? [[String: Any]])
    #expect(moves.prefix(2).allSatisfy { $0["kind"] as? String == "dropped" })
    #expect(try scratch.text(of: "third/decisions.csv").contains("E03 is called off"))
    #expect(run("verify", village, scratch("third"), "--quiet").code == .done)
    let explained = run("explain", village, scratch("third"), "returnee", "R01", "--quiet")
    #expect(explained.code == .done, "\(explained.errors)")
  }

  @Test("what was announced is kept by everyday plans, or it is told what collides")
  func announced() throws {
    let scratch = try Scratch()
    try scratch.write(
      #"""
      {name: "told", returnees: {announced: [
        {returnee: "R04", activity: "E02"}, {returnee: "R03", activity: "E02"}]}}
      """#, to: "told.json5")
    let none = run(
      "returnees", village, "--scenario", scratch("told.json5"), "-o", scratch("plan"), "--quiet")
    #expect(none.code == .infeasible, "\(none.output)")
    #expect(none.output.contains("what was announced cannot all be kept"))
    let why = run(
      "diagnose", village, "--problem", "returnees", "--scenario", scratch("told.json5"),
      "--quiet")
    #expect(why.code == .infeasible, "\(why.errors)")
    #expect(why.output.contains("R04 takes part in E02, as told."))
    let faulty =
      #"{returnees: {announced: [{returnee: "R9", activity: "E02"}, {returnee: "R03"}]}}"#
    try scratch.write(faulty, to: "faulty.json5")
    let refused = run(
      "returnees", village, "--scenario", scratch("faulty.json5"), "-o", scratch("other"))
    #expect(refused.code == .badData)
    #expect(refused.errors.contains("names no returnee"))
  }

  @Test("a plan of another problem, and names that are unknown, are refused")
  func refusals() throws {
    let scratch = try Scratch()
    _ = run("returnees", village, "-o", scratch("plan"), "--quiet")
    let unknown = run(
      "replan", village, "--problem", "returnees", "--baseline", scratch("plan"), "--withdraw",
      "R3")
    #expect(unknown.code == .usage && unknown.errors.contains("did you mean R03?"))
    #expect(run("replan", village, "--baseline", scratch("plan")).code != .done)
    let country = run(
      "replan", village, "--problem", "returnees", "--baseline", scratch("plan"),
      "--close-country", "THA")
    #expect(country.code == .usage)
  }
}
