// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite struct MatchCommandTests {
  private let market = "r 1 10\nc 1 2 3 10 10\np 10 2 2 1 3\n"

  @Test("says whether a stable matching exists, and by which rule")
  func couples() throws {
    let scratch = try Scratch()
    try scratch.write(market, to: "market")
    let responsive = run("match", scratch("market"), "--input-format", "hrc")
    #expect(responsive.code == .done)
    let lines = responsive.output.split(separator: "\n")
    #expect(lines[0].hasPrefix("blocking pairs 1, proven best ("))
    #expect(
      lines.dropFirst() == [
        "No stable matching exists.", "1 of 3 persons have a place.",
        "Couples block by the responsive rule (MM-stability).",
      ])
    let choice = run(
      "match", scratch("market"), "--input-format", "hrc", "--couples", "choice",
      "--format", "json")
    #expect(choice.code == .done)
    let answer = try object(choice.output)
    #expect(answer["status"] as? String == "optimal")
    #expect(answer["objective"] as? Int == 0)
    #expect(answer["bound"] as? Int == 0)
    #expect(answer["stableExists"] as? Bool == true)
    #expect(answer["placed"] as? Int == 1)
    #expect(answer["seconds"] is Double || answer["seconds"] is Int)
  }

  @Test(
    "assignments of every format have the same value",
    arguments: [
      ("orlib-assign", "2\n1 5\n2 3\n", "1 1\n2 2\n"),
      ("orlib-assignp", "2\n1 1 1\n1 2 5\n2 1 2\n2 2 3\n", "1 1 1\n2 2 3\n"),
      (
        "dimacs-asn", "p asn 4 4\nn 1\nn 2\na 1 3 1\na 1 4 5\na 2 3 2\na 2 4 3\n",
        "c rows and columns of each side in ascending order of nodes\ns 4\na 1 1 1\na 2 2 3\n"
      ),
    ])
  func assignment(format: String, text: String, solution: String) throws {
    let scratch = try Scratch()
    try scratch.write(text, to: "problem")
    let words = ["match", scratch("problem"), "--input-format", format, "--format", "json"]
    let least = run(words + ["--solution", scratch("solution")])
    #expect(least.code == .done)
    let answer = try object(least.output)
    #expect(answer["objective"] as? Int == 4 && answer["bound"] as? Int == 4)
    #expect(try scratch.text(of: "solution") == solution)
    #expect(try object(run(words + ["--maximize"]).output)["objective"] as? Int == 7)
  }

  @Test("a minimum-cost flow is solved, and a lack of arcs is told")
  func flow() throws {
    let scratch = try Scratch()
    let text = "p min 3 2\nn 1 2\nn 3 -2\na 1 2 0 2 3\na 2 3 0 2 1\n"
    try scratch.write(text, to: "problem")
    let words = ["match", scratch("problem"), "--input-format", "dimacs-min", "--format", "json"]
    let found = run(words + ["--solution", scratch("solution")])
    #expect(found.code == .done)
    let answer = try object(found.output)
    #expect(answer["objective"] as? Int == 8 && answer["bound"] as? Int == 8)
    #expect(try scratch.text(of: "solution") == "s 8\nf 1 2 2\nf 2 3 2\n")
    try scratch.write(text.replacing("a 2 3 0 2 1", with: "a 2 3 0 1 1"), to: "problem")
    let none = run(words)
    #expect(none.code == .infeasible)
    #expect(try object(none.output)["status"] as? String == "infeasible")
  }

  @Test("a sparse assignment that cannot be is called infeasible")
  func infeasible() throws {
    let scratch = try Scratch()
    try scratch.write("2\n1 1 1\n2 1 2\n", to: "problem")
    let words = [
      "match", scratch("problem"), "--input-format", "orlib-assignp", "--solution",
      scratch("solution"),
    ]
    let run = run(words)
    #expect(run.code == .infeasible)
    #expect(run.output.hasSuffix("At most 1 of 2 can be matched at once.\n"))
    #expect(try scratch.names() == ["problem"])
  }

  @Test("a solution is written once, and replaced only by force")
  func solution() throws {
    let scratch = try Scratch()
    try scratch.write(market, to: "market")
    let words = [
      "match", scratch("market"), "--input-format=hrc", "--couples=choice", "--quiet",
      "--solution", scratch("places"),
    ]
    #expect(run(words).code == .done)
    #expect(try scratch.text(of: "places") == "# blocking pairs: 0\nm 1\nr 1 10\n")
    let again = run(words)
    #expect(again.code == .cannotWrite)
    #expect(again.output == "")
    #expect(again.errors.contains("--force replaces it, --solution names another place."))
    #expect(run(words + ["--force"]).code == .done)
  }

  @Test("faults are told with file, line and word")
  func faults() throws {
    let scratch = try Scratch()
    try scratch.write("r 1 10\np 10 two 1\n", to: "market")
    let fault = run("match", scratch("market"), "--input-format", "hrc")
    #expect(fault.code == .badData)
    #expect(fault.output == "")
    #expect(
      fault.errors.hasSuffix(
        "market, line 2: \"two\" is there; expected a number of seats from 0 to 2147483647.\n"))
    #expect(run("match", scratch("none"), "--input-format", "hrc").code == .inputMissing)
    #expect(run("match", scratch("market")).code == .usage)
    let format = run("match", scratch("market"), "--input-format", "hcr")
    #expect(format.code == .usage)
    #expect(
      format.errors.hasPrefix("musubi match: there is no input format \"hcr\"; did you mean hrc?"))
    #expect(
      run("match", scratch("market"), "--input-format", "hrc", "--maximize").code == .usage)
  }
}
