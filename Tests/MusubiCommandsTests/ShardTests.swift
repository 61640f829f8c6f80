// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite("What if, on many machines")
struct ShardTests {
  private let village = ScenarioCommandTests.village
  private let question = [
    "--sweep", "countries.THA.max=2:4:1", "--sweep", "weights.interview=1,3", "--prices",
    "--fragility", "9", "--withdrawals", "20", "--quiet",
  ]

  private func ask(_ more: String...) -> Run {
    run(["whatif", village] + question + more)
  }

  private func sameFolders(_ scratch: Scratch, _ one: String, _ other: String) throws {
    let names = try scratch.names(in: one)
    #expect(try names == scratch.names(in: other))
    for name in names {
      #expect(try scratch.text(of: "\(one)/\(name)") == scratch.text(of: "\(other)/\(name)"))
    }
  }

  @Test("gives byte for byte what one run gives, however the work is shared")
  func merges() throws {
    let scratch = try Scratch()
    #expect(ask("-o", scratch("whole")).code == .done)
    #expect(
      try scratch.names(in: "whole")
        == ["fragility.csv", "moves.csv", "prices.csv", "scenarios.csv", "whatif.json"])
    for count in [1, 4, 7] {
      let parts = (1...count).map { scratch("\(count)-\($0)") }
      for (index, part) in parts.enumerated() {
        let asked = ask(
          "--shard", "\(index + 1)/\(count)", "-o", part, "--threads", "\(1 + index % 2)")
        #expect(asked.code == .done, "\(asked.errors)")
      }
      let merged = run(["whatif", "--merge", "-o", scratch("merged-\(count)")] + parts.reversed())
      #expect(merged.code == .done, "\(merged.errors)")
      try sameFolders(scratch, "whole", "merged-\(count)")
    }
  }

  @Test("changes nothing when a shard is run again")
  func runsAgain() throws {
    let scratch = try Scratch()
    let first = ask("--shard", "2/3", "-o", scratch("part"))
    #expect(first.code == .done)
    #expect(first.output.hasPrefix("Planned 2 of 6 scenarios, shard 2 of 3."))
    let text = try scratch.text(of: "part/whatif-part.json")
    #expect(ask("--shard", "2/3", "-o", scratch("part")).code == .cannotWrite)
    #expect(ask("--shard", "2/3", "-o", scratch("part"), "--force").code == .done)
    #expect(try scratch.text(of: "part/whatif-part.json") == text)
    let interrupted = run(
      ["whatif", village] + question + ["--shard", "1/3", "-o", scratch("none")], interrupted: true)
    #expect(interrupted.code == .stoppedWithoutPlan)
    #expect(interrupted.errors.hasSuffix("the part was not written. Run the shard again.\n"))
    #expect(try scratch.names() == ["part"])
  }

  @Test("refuses parts that do not belong together, and says why")
  func refuses() throws {
    let scratch = try Scratch()
    func part(_ name: String, _ words: String...) {
      let asked = run(
        ["whatif", village, "--quiet", "-o", scratch(name), "--sweep"] + words)
      #expect(asked.code == .done, "\(asked.errors)")
    }
    part("1", "countries.THA.max=3,4", "--shard", "1/2")
    part("2", "countries.THA.max=3,4", "--shard", "2/2")
    part("gap", "countries.THA.max=3,4", "--shard", "2/2", "--gap", "1%")
    part("sweep", "countries.THA.max=2,4", "--shard", "2/2")
    part("more", "countries.THA.max=3,4", "--shard", "2/3")
    func merge(_ names: String...) -> Run {
      run(["whatif", "--merge", "-o", scratch("out")] + names.map { scratch($0) })
    }
    func sentence(_ run: Run) -> String {
      #expect(run.code == .badData)
      #expect(run.errors.hasSuffix("musubi whatif: Nothing was written.\n"))
      return run.errors.replacing(scratch.path + "/", with: "")
        .split(separator: "\n").first.map { String($0.dropFirst("musubi whatif: ".count)) } ?? ""
    }
    #expect(
      sentence(merge("1"))
        == "Shard 2 of 2 is missing: run the same comparison with --shard 2/2.")
    #expect(sentence(merge("1", "2", "2")) == "Both 2 and 2 are shard 2 of 2.")
    #expect(
      sentence(merge("1", "gap")) == "gap was made with --gap 0.01, 1 with 0.0001.")
    #expect(
      sentence(merge("1", "sweep"))
        == "Scenario 1 is countries.THA.max=2 in sweep and countries.THA.max=3 in 1.")
    #expect(sentence(merge("1", "more")) == "more is shard 2 of 3, 1 is shard 1 of 2.")
    #expect(merge("1", "missing").code == .inputMissing)
    try scratch.edit("2/whatif-part.json", replacing: "\"index\": 1", with: "\"index\": 0")
    let edited = merge("1", "2")
    #expect(edited.code == .badData)
    #expect(edited.errors.contains("is no scenario of shard 2 of 2, or is there twice"))
    #expect(try scratch.names() == ["1", "2", "gap", "more", "sweep"])
  }

  @Test("says on the command line what it cannot do")
  func usage() {
    func problem(_ words: String...) -> String {
      let asked = run(["whatif"] + words)
      #expect(asked.code == .usage)
      return asked.errors.split(separator: "\n").first.map(String.init) ?? ""
    }
    #expect(
      problem(village, "--prices", "--shard", "5/4", "-o", "x")
        == "musubi whatif: --shard is \"5/4\"; it must be one of some equal shares, such as 2/4 "
        + "for the second of four.")
    #expect(
      problem(village, "--prices", "--shard", "1/4")
        == "musubi whatif: --shard needs --output, a folder for the part.")
    #expect(
      problem("--merge", "a", "--gap", "0")
        == "musubi whatif: --gap is for planning; --merge puts together what was planned already.")
    #expect(
      problem(village, "--prices", "--seed", "2")
        == "musubi whatif: --seed says how draws are made; give --fragility N too.")
  }

  @Test("finds placements firm where nothing happens, and counts every draw")
  func fragility() throws {
    let still = run(
      "whatif", village, "--fragility", "3", "--withdrawals", "0", "--score-noise", "0",
      "--format", "json", "--quiet")
    #expect(still.code == .done, "\(still.errors)")
    let calm = try #require(try object(still.output)["fragility"] as? [String: Any])
    let firm = try #require(calm["placements"] as? [[String: Any]])
    #expect(firm.count == 6)
    #expect(firm.allSatisfy { $0["kept"] as? Int == 3 })

    let scratch = try Scratch()
    let words = ["whatif", village, "--fragility", "12", "--withdrawals", "25", "--quiet"]
    let rough = run(
      words + ["--format", "json", "--threads", "1", "-o", scratch("1")])
    let storm = try #require(try object(rough.output)["fragility"] as? [String: Any])
    let planned = try #require(storm["planned"] as? Int)
    #expect(planned + (storm["infeasible"] as? Int ?? 0) == 12)
    for row in try #require(storm["placements"] as? [[String: Any]]) {
      let counts = ["withdrew", "kept", "moved", "dropped"].compactMap { row[$0] as? Int }
      #expect(counts.reduce(0, +) == planned)
    }
    #expect(run(words + ["--threads", "3", "-o", scratch("3")]).code == .done)
    #expect(run(words + ["--seed", "2", "-o", scratch("seed")]).code == .done)
    let text = try scratch.text(of: "1/fragility.csv")
    #expect(try scratch.text(of: "3/fragility.csv") == text)
    #expect(try scratch.text(of: "seed/fragility.csv") != text)
  }
}
