// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite("Dispatch: --stable and --alternatives")
struct DispatchOptionsTests {
  private let village = ScenarioCommandTests.village

  @Test("a stable plan names its blocking pairs and verifies by itself")
  func stable() throws {
    let scratch = try Scratch()
    let asked = run(
      "dispatch", village, "--stable", "-o", scratch("plan"), "--quiet", "--format", "json")
    #expect(asked.code == .done, "\(asked.errors)")
    let tiers = try #require(object(asked.output)["tiers"] as? [[String: Any]])
    #expect(tiers.prefix(2).map { $0["name"] as? String } == ["blocking-pairs", "ranks"])
    let count = try #require(tiers[0]["value"] as? Int)
    let rows = try scratch.text(of: "plan/blocking-pairs.csv").split(whereSeparator: \.isNewline)
      .dropFirst()
    #expect(rows.count == count)
    #expect(rows.allSatisfy { $0.contains(" would rather be at ") })
    let scenario = try scratch.text(of: "plan/scenario.json5")
    #expect(scenario.contains("blocking-pairs"))
    let plan = try object(scratch.text(of: "plan/plan.json"))
    let fairness = try #require(plan["fairness"] as? [String: Any])
    #expect(fairness["blocking_pairs"] as? Int == count)
    let verified = run("verify", village, scratch("plan"))
    #expect(verified.code == .done, "\(verified.output)\(verified.errors)")
    // The plan without these goals has more of them.
    let usual = run("dispatch", village, "-o", scratch("usual"), "--quiet")
    #expect(usual.code == .done)
    let other = try object(scratch.text(of: "usual/plan.json"))["fairness"] as? [String: Any]
    let usually = try #require(other?["blocking_pairs"] as? Int)
    #expect(usually >= count)
    #expect(usual.output.contains("of an applicant and a place that would both rather have"))
  }

  @Test("further plans lose no more than is said and lie beside the plan")
  func alternatives() throws {
    let scratch = try Scratch()
    let asked = run(
      "dispatch", village, "--alternatives", "2", "--within", "10%", "-o", scratch("plan"),
      "--quiet", "--format", "json")
    #expect(asked.code == .done, "\(asked.errors)")
    let answer = try object(asked.output)
    let best = try points(answer["tiers"])
    let others = try #require(answer["alternatives"] as? [[String: Any]])
    #expect(!others.isEmpty)
    for (number, other) in others.enumerated() {
      #expect(other["plan"] as? String == scratch("plan-\(number + 2)"))
      let points = try points(other["tiers"])
      #expect(points <= best && Double(points) >= 0.9 * Double(best))
      let differs =
        (other["other_partners"] as? Int ?? 0) + (other["placed_otherwise"] as? Int ?? 0)
      #expect(differs > 0)
      let verified = run("verify", village, scratch("plan-\(number + 2)"))
      #expect(verified.code == .done, "\(verified.output)\(verified.errors)")
    }
    let text = run(
      "dispatch", village, "--alternatives", "2", "--within", "10%", "-o", scratch("plan"),
      "--quiet", "--force")
    #expect(text.output.contains("Further plans:"))
    #expect(text.output.contains(scratch("plan-2")))
    // Nothing is replaced unasked, and then nothing at all is written.
    let before = try scratch.text(of: "plan/plan.json")
    try FileManager.default.removeItem(atPath: scratch("plan"))
    let refused = run("dispatch", village, "--alternatives", "2", "-o", scratch("plan"), "--quiet")
    #expect(refused.code == .cannotWrite)
    #expect(!FileManager.default.fileExists(atPath: scratch("plan")))
    #expect(!before.isEmpty)
  }

  private func points(_ tiers: Any?) throws -> Int {
    let tiers = try #require(tiers as? [[String: Any]])
    return try #require(tiers.first { $0["name"] as? String == "points" }?["value"] as? Int)
  }

  @Test(
    "options that do not fit are refused",
    arguments: [
      ["--within", "2%"], ["--stable", "--alternatives", "2"], ["--alternatives", "0"],
      ["--alternatives", "2", "--within", "2"],
    ])
  func refused(_ options: [String]) throws {
    let scratch = try Scratch()
    let asked = run(["dispatch", village, "-o", scratch("plan")] + options)
    #expect(asked.code == .usage)
    #expect(try scratch.names().isEmpty)
  }
}
