// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Testing

@testable import ProgrammeFiles

@Suite("A folder with faults")
struct FaultyFolderTests {
  static let lists = [
    "tables.txt", "lists.txt", "settings.txt", "texts.txt", "training.txt", "decade.txt",
    "exchange.txt", "ledger.txt",
  ]

  @Test(
    "is told apart word for word, and left as it is",
    arguments: lists.flatMap { FaultyFolder.cases(in: $0) })
  func isReported(_ folder: FaultyFolder) throws {
    let scratch = try ScratchFolder()
    let files = try folder.files()
    for (name, bytes) in files { _ = try scratch.write(bytes, to: name) }
    let reading = readProgrammeYear(at: scratch.path)
    if unsafe getenv("MUSUBI_SHOW_FAULTS") != nil {
      print(
        (["== " + folder.name] + reading.faultList.lines.map { "> " + $0 }).joined(separator: "\n"))
    }
    #expect(reading.faultList.lines == folder.expected)
    #expect((reading.year == nil) == reading.faultList.hasErrors)
    #expect(scratch.names() == files.keys.sorted())
  }

  @Test("of many cases has a name for each")
  func namesAreUnique() {
    let names = Self.lists.flatMap { FaultyFolder.cases(in: $0) }.map(\.name)
    #expect(names.count >= 80)
    #expect(Set(names).count == names.count)
  }
}
