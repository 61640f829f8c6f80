// SPDX-License-Identifier: GPL-3.0-or-later
import Testing
import Wording

@testable import ProgrammeFiles

@Suite("Faults in Japanese")
struct JapaneseFaultTests {
  @Test("say the file, the line, the value, what is right and what may help")
  func wholeSentence() {
    let fault = Fault(
      file: "cohorts.csv", line: 3, place: .column("dispatch_start"), value: "2026/5/1",
      problem: "is not written as a day is here", expected: "a day such as 2026-04-01",
      hint: .didYouMean("2026-05-01"))
    #expect(
      fault.words(in: .japanese)
        == "cohorts.csv、3行目、dispatch_start列：「2026/5/1」は日付の書き方が異なります。"
        + "正しい書き方：2026-04-01のような日付。「2026-05-01」の誤りではありませんか。")
    #expect(
      fault.words(in: .english)
        == "cohorts.csv, line 3, column dispatch_start: \"2026/5/1\" is not written as a day is "
        + "here; expected a day such as 2026-04-01. Did you mean 2026-05-01?")
  }

  static let folders =
    FaultyFolderTests.lists.flatMap { FaultyFolder.cases(in: $0) }

  @Test(
    "are of the same kinds and on the same lines, and say nothing in English", arguments: folders)
  func sameFaults(folder: FaultyFolder) throws {
    let scratch = try ScratchFolder()
    for (name, bytes) in try folder.files() { _ = try scratch.write(bytes, to: name) }
    let english = readProgrammeYear(at: scratch.path).faultList
    let japanese = Language.japanese.spoken { readProgrammeYear(at: scratch.path).faultList }
    check(japanese, against: english)
  }

  @Test("are of the same kinds in scenarios", arguments: FaultyScenarioTests.cases)
  func sameFaultsOfScenarios(folder: FaultyFolder) throws {
    let scratch = try ScratchFolder()
    var scenarios: [(name: String, path: String)] = []
    for (name, bytes) in try folder.files().sorted(by: { $0.key < $1.key }) {
      let path = try scratch.write(bytes, to: name)
      if name.hasSuffix(".json5"), name != "programme.json5" { scenarios.append((name, path)) }
    }
    func read() -> FaultList {
      var faults = FaultList()
      let read = scenarios.compactMap { Scenario(at: $0.path, named: $0.name, faults: &faults) }
      return YearFolder(at: scratch.path).reading(with: read, faults: faults).faultList
    }
    check(Language.japanese.spoken { read() }, against: read())
  }

  private func check(_ japanese: FaultList, against english: FaultList) {
    #expect(japanese.faults.map(\.kind) == english.faults.map(\.kind))
    #expect(japanese.faults.map(\.line) == english.faults.map(\.line))
    let lines = Language.japanese.spoken { japanese.lines }
    #expect(lines.count == english.lines.count)
    for line in lines { #expect(!line.saysSomethingInEnglish, "\(line)") }
  }

  @Test("explain the columns of a workbook, whose columns stay as they are")
  func columns() {
    let facts = Tables.all.flatMap(\.columns)
    for column in facts {
      for sentence in [column.meaning, column.type, column.unit, column.range, column.expected] {
        #expect(!sentence.words(in: .japanese).saysSomethingInEnglish, "\(sentence.template)")
      }
    }
    #expect(facts.first?.meaning.words(in: .japanese) == "国コード")
  }
}

extension String {
  /// Whether it says something in English: three words in a row, of letters alone.
  fileprivate var saysSomethingInEnglish: Bool {
    contains(/\b[A-Za-z]+ [a-z]+ [a-z]+\b/)
  }
}
