// SPDX-License-Identifier: GPL-3.0-or-later
import Testing
import Wording

@testable import ProgrammeFiles

@Suite struct FaultTests {
  @Test("a fault reads as one sentence with a hint")
  func sentence() {
    let fault = Fault(
      file: "applicants.csv", line: 14, place: .column("birth_date"), value: "2001-02-30",
      problem: "is not a date", expected: "a day such as 2001-02-28",
      hint: .didYouMean("2001-02-28"))
    #expect(
      fault.description
        == "applicants.csv, line 14, column birth_date: \"2001-02-30\" is not a date; "
        + "expected a day such as 2001-02-28. Did you mean 2001-02-28?")
    #expect(fault.column == "birth_date")
    #expect(fault.hint?.text == "2001-02-28")
  }

  @Test("parts that are missing leave no trace in the sentence")
  func shortSentences() {
    #expect(
      Fault(file: "a.csv", problem: "the file is empty").description == "a.csv: the file is empty.")
    #expect(
      Fault(
        file: "p.json5", line: 2, place: .path("rules[2].rule"), value: "", problem: "is no rule"
      )
      .description == "p.json5, line 2, at rules[2].rule: an empty value is no rule.")
    #expect(
      Fault(file: "a.csv", problem: "it is so", hint: .advice("Save it.")).description
        == "a.csv: it is so. Save it.")
  }

  @Test(
    "values are clipped and their control characters escaped",
    arguments: [
      ("a\nb\tc\u{1}", "a\\nb\\tc\\u{1}"),
      ("x\u{202E}y", "x\\u{202E}y"),
      (String(repeating: "あ", count: 80), String(repeating: "あ", count: 80)),
      (String(repeating: "あ", count: 81), String(repeating: "あ", count: 79) + "…"),
      ("e" + String(repeating: "\u{301}", count: 100_000), nil),
    ])
  func clipping(text: String, shown: String?) {
    let clipped = clippedForDisplay(text)
    if let shown { #expect(clipped == shown) }
    #expect(clipped.unicodeScalars.count <= 80)
    #expect(clippedForDisplay(clipped) == clipped)
  }

  @Test("faults sort by file, line and column, whole files first")
  func order() {
    let sorted = [
      Fault(file: "a", problem: "p"), Fault(file: "a", line: 2, place: .column("x"), problem: "p"),
      Fault(file: "a", line: 2, place: .column("y"), problem: "p"),
      Fault(file: "a", line: 10, problem: "p"), Fault(file: "b", problem: "p"),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test("of 100,000 faults of a kind twenty are kept and the rest counted")
  func cap() {
    var list = FaultList()
    var hintsLookedFor = 0
    for line in 2...100_001 {
      list.report(Fault(file: "a.csv", line: line, place: .column("c"), problem: "is wrong")) {
        hintsLookedFor += 1
        return nil
      }
    }
    list.report(Fault(file: "b.csv", problem: "is odd", severity: .notice))
    #expect(list.faults.count == 21)
    #expect(list.errorCount == 100_000)
    #expect(list.noticeCount == 1)
    #expect(hintsLookedFor == 20)
    #expect(list.lines.count == 22)
    #expect(list.lines[20] == "a.csv: and 99,980 more like this.")
    #expect(list.lines[21] == "b.csv: is odd.")
  }

  @Test("joining lists keeps every count")
  func joining() {
    var one = FaultList(keptPerKind: 2)
    var other = FaultList(keptPerKind: 2)
    for line in 1...5 {
      one.report(Fault(file: "a", line: line, problem: "p"))
      other.report(Fault(file: "a", line: 10 + line, problem: "p"))
    }
    one.append(other)
    #expect(one.errorCount == 10)
    #expect(one.faults.map(\.line) == [1, 2])
    #expect(one.lines.last == "a: and 8 more like this.")
    var empty = FaultList()
    empty.append(FaultList())
    #expect(empty.isEmpty && !empty.hasErrors)
  }

  @Test("more faults of a kind are counted against what was kept in either list")
  func joiningUnevenCaps() {
    var wide = FaultList(keptPerKind: 5)
    var narrow = FaultList(keptPerKind: 2)
    for line in 1...4 { narrow.report(Fault(file: "a", line: line, problem: "p")) }
    wide.append(narrow)
    #expect(wide.errorCount == 4)
    #expect(wide.lines.count == 3)
    #expect(wide.lines.last == "a: and 2 more like this.")
  }
}
