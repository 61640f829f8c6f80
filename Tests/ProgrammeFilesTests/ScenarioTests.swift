// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import ProgrammeFiles

@Suite("A scenario")
struct ScenarioTests {
  static let cases = FaultyFolder.cases(in: "scenario-edits.txt")

  @Test("gives the year of the files edited by hand", arguments: cases)
  func isAsByHand(_ folder: FaultyFolder) throws {
    var edited = folder
    edited.layers = folder.name.contains("training") ? ["training"] : []
    var plain = edited
    plain.edits = []
    let byHand = try ScratchFolder()
    let before = try ScratchFolder()
    for (name, bytes) in try plain.files() { _ = try before.write(bytes, to: name) }
    var faults = FaultList()
    var scenarios: [Scenario] = []
    for (name, bytes) in try edited.files().sorted(by: { $0.key < $1.key }) {
      guard name.hasSuffix(".json5"), name != "programme.json5" else {
        _ = try byHand.write(bytes, to: name)
        continue
      }
      scenarios.append(
        try #require(
          Scenario(DecodedText(file: name, bytes: bytes, encoding: .utf8), faults: &faults)))
    }
    #expect(!scenarios.isEmpty)
    let expected = readProgrammeYear(at: byHand.path)
    let files = YearFolder(at: before.path)
    let patched = files.reading(with: scenarios)
    #expect(patched.faultList.lines == expected.faultList.lines)
    let (year, other) = (try #require(patched.year), try #require(expected.year))
    #expect(programmeFiles(of: year).map(text) == programmeFiles(of: other).map(text))
    let plainReading = files.reading()
    #expect(plainReading.digest == readProgrammeYear(at: before.path).digest)
    #expect(patched.digest != plainReading.digest)
    #expect(patched.digest != expected.digest)
  }

  private func text(_ file: TextFile) -> String {
    file.name + "\n" + String(decoding: file.bytes, as: UTF8.self)
  }

  @Test("is called by its name, or as its file is")
  func names() throws {
    var faults = FaultList()
    func name(_ text: String, _ file: String) -> String? {
      Scenario(
        DecodedText(file: file, bytes: Array(text.utf8), encoding: .utf8), faults: &faults)?.name
    }
    #expect(name("{name: \"Fewer\"}", "a.json5") == "Fewer")
    #expect(name("{}", "what-if/fewer.places.json5") == "fewer.places")
    #expect(name("{name: 7}", ".json5") == ".json5")
    #expect(faults.isEmpty)
  }

  @Test("has a digest that depends on the order, and on nothing but its text")
  func digests() throws {
    let scratch = try ScratchFolder()
    for (name, bytes) in try FaultyFolder(name: "base").files() {
      _ = try scratch.write(bytes, to: name)
    }
    let folder = YearFolder(at: scratch.path)
    var faults = FaultList()
    func scenario(_ text: String, _ file: String) throws -> Scenario {
      try #require(
        Scenario(
          DecodedText(file: file, bytes: Array(text.utf8), encoding: .utf8), faults: &faults))
    }
    let first = try scenario("{set: {\"countries.THA.max\": 2}}", "a.json5")
    let again = try scenario("{set: {\"countries.THA.max\": 2}}", "b.json5")
    let second = try scenario("{set: {\"countries.IDN.max\": 1}}", "a.json5")
    #expect(folder.reading(with: [first]).digest == folder.reading(with: [again]).digest)
    #expect(folder.reading(with: [first]).digest != folder.reading(with: [second]).digest)
    #expect(
      folder.reading(with: [first, second]).digest != folder.reading(with: [second, first]).digest)
  }

  @Test("that closes more than can be written out is refused")
  func closesTooMuch() {
    var faults = FaultList()
    let people = (1...3_000).map { "A\($0)" }
    let places = (1...2_000).map { "\"S\($0)\"" }
    let scenario = Scenario(
      DecodedText(
        file: "a.json5",
        bytes: Array("{close: {posts: [\(places.joined(separator: ","))]}}".utf8),
        encoding: .utf8), faults: &faults)
    var patch = YearPatch(
      FolderText(
        entries: ["applicants.csv"], settings: nil,
        tables: Tables.all.map { facts in
          guard facts.file == "applicants.csv" else { return nil }
          var table = CSVTable(file: facts.file, header: ["applicant"])
          table.append(columns: ["applicant"], rows: people.map { [$0] }, line: 2)
          return table
        }))
    if let scenario { patch.apply(scenario) }
    #expect(
      patch.faults.lines == [
        "a.json5, line 1, at close.posts: \"[…]\" closes 2,000 places to 3,000 applicants; "
          + "expected fewer closings. remove takes rows out altogether."
      ])
  }
}
