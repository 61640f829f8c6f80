// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import MusubiCommands

@Suite struct HistoryCommandTests {
  @Test("runs are listed, shown, compared and restored byte for byte")
  func wholeStory() throws {
    let scratch = try Scratch()
    let store = scratch("runs.db")
    let year = dataset("village")
    let first = run(
      "dispatch", year, "-o", scratch("a"), "--gap", "0", "--store", store, "--by", "Tanaka",
      "--note", "before the meeting")
    #expect(first.code == .done)
    #expect(first.errors.hasSuffix("Kept as run 1 in \(store).\n"))
    try scratch.write(
      #"{ name: "fewer", set: { "countries.THA.max": 2 } }"#,
      to: "fewer.json5")
    let second = run(
      "dispatch", year, "-o", scratch("b"), "--scenario", scratch("fewer.json5"), "--store", store,
      "--by", "Sato", "--quiet")
    #expect(second.code == .done)
    #expect(second.errors == "")
    let plain = run("dispatch", year, "-o", scratch("plain"), "--gap", "0", "--quiet")
    #expect(plain.code == .done)
    #expect(try contents(of: scratch("plain")) == contents(of: scratch("a")))

    let list = run("history", "list", store)
    #expect(list.code == .done)
    let rows = list.output.split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows[1].contains("Sato") && rows[1].hasPrefix("  2  "))
    #expect(rows[2].contains("Tanaka") && rows[2].hasSuffix("before the meeting"))
    #expect(run("history", "list", store, "--limit", "1").output.hasSuffix("and 1 older.\n"))
    let listed = try object(run("history", "list", store, "--format", "json").output)
    #expect(listed["total"] as? Int == 2)
    #expect((listed["runs"] as? [[String: Any]])?.map { $0["run"] as? Int } == [2, 1])

    let shown = try object(run("history", "show", store, "2", "--format", "json").output)
    #expect(shown["status"] as? String == "optimal")
    let inputs = try #require(shown["inputs"] as? [[String: String]])
    #expect(inputs.contains { $0["name"] == "schools.csv" && $0["digest"]?.count == 64 })
    #expect(inputs.last?["role"] == "scenario")
    let options = try #require(shown["options"] as? [[String: String]])
    #expect(options.map { $0["name"] } == ["DIR", "--output", "--scenario"])
    let plan = try object(try scratch.text(of: "b/plan.json"))
    let tiers = try #require(plan["tiers"] as? [[String: Any]])
    let kept = try #require(shown["tiers"] as? [[String: Any]])
    #expect(kept.map { $0["value"] as? Int } == tiers.map { $0["value"] as? Int })
    #expect(kept.map { $0["bound"] as? Int } == tiers.map { $0["bound"] as? Int })
    let page = run("history", "show", store, "1").output
    #expect(page.hasPrefix("Run 1: musubi dispatch\n"))
    #expect(page.contains("by Tanaka, Musubi \(version)"))
    #expect(page.contains("  --gap     0\n"))

    let difference = run("history", "diff", store, "1", "2").output
    #expect(difference.contains("Read differently:\n  \(scratch("fewer.json5")): only run 2\n"))
    #expect(difference.contains("  --gap: 0 → not given\n"))
    #expect(difference.contains("not placed"))
    let moves = try object(run("history", "diff", store, "1", "2", "--format", "json").output)
    let moved = try #require((moves["moves"] as? [String: [[String: Any]]])?["dispatch"])
    #expect(Set(moved.compactMap { $0["applicant"] as? String }) == (try differing(scratch)))
    let same = run("history", "diff", store, "2", "2").output
    #expect(same.contains("Both read the same.\n\nBoth were asked the same.\n"))
    #expect(same.hasSuffix("The plans of dispatch are the same.\n"))

    for (number, folder) in [("1", "a"), ("2", "b")] {
      let restored = run("history", "restore", store, number, "--output", scratch("r\(number)"))
      #expect(restored.code == .done)
      #expect(try contents(of: scratch("r\(number)")) == contents(of: scratch(folder)))
    }
    let again = run("history", "restore", store, "1", "--output", scratch("r2"))
    #expect(again.code == .cannotWrite)
    #expect(again.errors.contains("exists; --force replaces it"))
    #expect(
      run("history", "restore", store, "1", "--output", scratch("r2"), "--force").code == .done)
    #expect(try contents(of: scratch("r2")) == contents(of: scratch("a")))

    #expect(run("history", "note", store, "1", "--note", "sent", "--by", "Ito").code == .done)
    #expect(run("history", "show", store, "1").output.hasSuffix("UTC, Ito: sent\n"))
  }

  @Test("the plan of a year is kept with all its stages, also those that were kept")
  func wholeYear() throws {
    let scratch = try Scratch()
    let store = scratch("runs.db")
    for _ in 0..<2 {
      let made = run(
        "plan", dataset("village"), "-o", scratch("year"), "--store", store, "--quiet")
      #expect(made.code == .done)
    }
    #expect(run("history", "restore", store, "2", "-o", scratch("back")).code == .done)
    #expect(try contents(of: scratch("back")) == contents(of: scratch("year")))
    let difference = run("history", "diff", store, "1", "2").output
    #expect(difference.contains("Both read the same.\n\nBoth were asked the same.\n"))
    #expect(difference.contains("The plans of returnees are the same.\n"))
    let shown = run("history", "show", store, "1").output
    #expect(shown.contains("\ndispatch/filled "))
    #expect(shown.contains("\ntraining/trained "))
  }

  @Test("comparisons are kept without a folder; runs without a plan are kept as such")
  func others() throws {
    let scratch = try Scratch()
    let store = scratch("runs.db")
    let compared = run(
      "whatif", dataset("village"), "--sweep", "countries.THA.max=2,3", "--store", store, "--quiet")
    #expect(compared.code == .done)
    #expect(run("history", "restore", store, "1", "-o", scratch("back")).code == .done)
    #expect(try scratch.names(in: "back") == ["moves.csv", "scenarios.csv", "whatif.json"])
    let none = run("dispatch", dataset("tight"), "-o", scratch("t"), "--store", store, "--quiet")
    #expect(none.code == .infeasible)
    let restored = run("history", "restore", store, "2", "-o", scratch("t2"))
    #expect(restored.code == .inputMissing)
    #expect(restored.errors.contains("run 2 has no plan to restore: no plan keeps the rules."))
    #expect(run("dispatch", scratch("nothing"), "--store", store).code == .inputMissing)
    let missing = run("history", "show", store, "7")
    #expect(missing.code == .inputMissing)
    #expect(missing.errors.hasSuffix("there is no run 7 in \(store); it holds the runs 1 to 2.\n"))
  }

  @Test("further plans are restored beside the first")
  func furtherPlans() throws {
    let scratch = try Scratch()
    let made = run(
      "dispatch", dataset("village"), "-o", scratch("p"), "--alternatives", "1", "--within", "20%",
      "--store", scratch("runs.db"), "--quiet")
    #expect(made.code == .done)
    #expect(run("history", "restore", scratch("runs.db"), "1", "-o", scratch("q")).code == .done)
    for suffix in ["", "-2"] where FileManager.default.fileExists(atPath: scratch("p" + suffix)) {
      #expect(try contents(of: scratch("q" + suffix)) == contents(of: scratch("p" + suffix)))
    }
  }

  @Test("a store is never lost with a folder that is replaced")
  func storeInside() throws {
    let scratch = try Scratch()
    let year = dataset("village")
    #expect(run("dispatch", year, "-o", scratch("p"), "--quiet").code == .done)
    let store = scratch("p") + "/runs.db"
    let refused = run("dispatch", year, "-o", scratch("p"), "--force", "--store", store)
    #expect(refused.code == .usage)
    #expect(refused.errors.contains("lies in the folder \(scratch("p")), which is written"))
    #expect(FileManager.default.fileExists(atPath: store))
  }

  @Test("usage errors name what is wrong")
  func usage() throws {
    let scratch = try Scratch()
    let year = dataset("village")
    for (words, said) in [
      (
        ["dispatch", year, "--note", "x"], "--note is for the store of runs; give --store FILE too."
      ),
      (["dispatch", year, "--by", "x"], "--by is for the store of runs; give --store FILE too."),
      (
        ["history", "lst", "x"],
        "must be list or show or diff or restore or note; did you mean list?"
      ),
      (["history", "diff", "x", "1"], "diff takes the numbers of two runs behind STORE."),
      (["history", "show", "x", "one"], "\"one\" is no run; runs have numbers from 1."),
      (["history", "restore", "x", "1"], "restore needs --output."),
      (["history", "list", "x", "--force"], "--force goes with restore, not with list."),
    ] {
      let run = run(words)
      #expect(run.code == .usage)
      #expect(run.errors.contains(said), "\(run.errors)")
    }
    let foreign = dataset("village") + "/schools.csv"
    let listed = run("history", "list", foreign)
    #expect(listed.code == .badData)
    #expect(
      listed.errors == "musubi history: \(foreign) is no store of runs; it is left as it is.\n")
    let kept = run("dispatch", year, "-o", scratch("p"), "--store", foreign)
    #expect(kept.code == .badData)
    #expect(!FileManager.default.fileExists(atPath: scratch("p")))
    #expect(run("history", "list", scratch("none.db")).code == .inputMissing)
  }

  /// Who is elsewhere in the second plan, by the tables themselves.
  private func differing(_ scratch: Scratch) throws -> Set<String> {
    func places(_ folder: String) throws -> [String: String] {
      let rows = try scratch.text(of: folder + "/placements.csv").split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      let column = { (name: String) in rows[0].firstIndex(of: name) ?? 0 }
      return Dictionary(
        uniqueKeysWithValues: rows.dropFirst().map {
          ($0[column("applicant")], $0[column("post")] + $0[column("cohort")])
        })
    }
    let (before, after) = (try places("a"), try places("b"))
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
  }

  fileprivate func contents(of folder: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      contents[name] = FileManager.default.contents(atPath: folder + "/" + name)
    }
    return contents
  }
}

/// A shipped year.
private func dataset(_ name: String) -> String {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../datasets/\(name)").standardizedFileURL.path
}
