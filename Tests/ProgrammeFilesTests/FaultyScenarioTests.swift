// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Testing

@testable import ProgrammeFiles

@Suite("A scenario with faults")
struct FaultyScenarioTests {
  static let cases = FaultyFolder.cases(in: "scenarios.txt")

  @Test("is told apart word for word", arguments: cases)
  func isReported(_ folder: FaultyFolder) throws {
    let scratch = try ScratchFolder()
    var scenarios: [(name: String, path: String)] = []
    for (name, bytes) in try folder.files().sorted(by: { $0.key < $1.key }) {
      let path = try scratch.write(bytes, to: name)
      if name.hasSuffix(".json5"), name != "programme.json5" { scenarios.append((name, path)) }
    }
    var faults = FaultList()
    let read = scenarios.compactMap { Scenario(at: $0.path, named: $0.name, faults: &faults) }
    let reading = YearFolder(at: scratch.path).reading(with: read, faults: faults)
    if unsafe getenv("MUSUBI_SHOW_FAULTS") != nil {
      print(
        (["== " + folder.name] + reading.faultList.lines.map { "> " + $0 }).joined(separator: "\n"))
    }
    #expect(reading.faultList.lines == folder.expected)
    #expect((reading.year == nil) == reading.faultList.hasErrors)
  }

  @Test("of many cases has a name for each")
  func namesAreUnique() {
    #expect(Self.cases.count >= 40)
    #expect(Set(Self.cases.map(\.name)).count == Self.cases.count)
  }
}
