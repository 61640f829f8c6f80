// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import SeededRandom
internal import Testing

@testable import Workbooks

@Suite("Writing workbooks")
struct WorkbookWritingTests {
  private func readBack(_ sheets: [SheetDraft]) throws -> Workbook {
    let scratch = try Scratch()
    return try Workbook(at: scratch.write(try workbookBytes(sheets, title: "t"), to: "w.xlsx"))
  }

  @Test("text comes back as it was, and is never a formula")
  func texts() throws {
    let texts = [
      "=1+1", "+81", "-1", "@user", "=HYPERLINK(\"http://x\",\"y\")", "007", "1.50", " both ends ",
      "two\nlines", "東京都 「結び」", "<img src=x onerror=alert(1)>", "a & b", "_x0041_", "_x000D_",
      "x_", "🎎", "2026-13-01", "1900-02-28", "TRUE", "1e5", "http://example.org", "'quoted'",
    ]
    let sheet = SheetDraft(
      "texts",
      columns: [WorkbookColumn("a"), WorkbookColumn("b", .number()), WorkbookColumn("c", .day)],
      rows: texts.map { text in
        [.text(text), WorkbookCell(text, as: .number()), WorkbookCell(text, as: .day)]
      })
    let read = try #require(try readBack([sheet]).sheets.first)
    #expect(read.rows.dropFirst().map(\.cells) == texts.map { [$0, $0, $0] })
    #expect(read.faults.isEmpty)
  }

  @Test("numbers and days come back as the text they were")
  func numbers() throws {
    var random = SplitMix64(seed: 7)
    var rows: [[String]] = []
    for _ in 0..<2000 {
      let number = random.within(-1_000_000_000...1_000_000_000)
      let divisor = [1.0, 10, 1000, 1e7, 1e12][random.below(5)]
      let day = Day(number: random.within(-25_508...100_000))
      rows.append(["\(number)", numberText("\(Double(number) / divisor)"), day.description])
    }
    let sheet = SheetDraft(
      "numbers",
      columns: [
        WorkbookColumn("n", .number(isGrouped: true)), WorkbookColumn("d", .number()),
        WorkbookColumn("day", .day),
      ],
      rows: rows.map { row in
        [
          WorkbookCell(row[0], as: .number()), WorkbookCell(row[1], as: .number()),
          WorkbookCell(row[2], as: .day),
        ]
      })
    #expect(
      sheet.rows.allSatisfy { if case .number = $0[0], case .day = $0[2] { true } else { false } })
    let read = try #require(try readBack([sheet]).sheets.first)
    #expect(read.rows.dropFirst().map(\.cells) == rows)
  }

  @Test("equal sheets give equal bytes; notes, choices and colours do not disturb the cells")
  func equalBytes() throws {
    let sheet = SheetDraft(
      "places",
      columns: [
        WorkbookColumn("id", note: "An identifier.\nHas to be filled in.", isRequired: true),
        WorkbookColumn("kind", choices: .words(["one", "two"])),
        WorkbookColumn("of", choices: .firstColumn(ofSheet: "others")),
        WorkbookColumn("n", .number(), choices: .wholeNumbers(0...9), colouring: .scale),
        WorkbookColumn("m", .number(), colouring: .bars),
        WorkbookColumn("status", colouring: .warning(of: "empty")),
      ],
      rows: (0..<50).map {
        [.text("\($0)"), .text("one"), .empty, .number(Double($0)), .number(3), .text("empty")]
      })
    let others = SheetDraft("others", columns: [WorkbookColumn("id")], rows: [])
    let lines = SheetDraft(
      "lines", columns: [WorkbookColumn("")],
      rows: [[.text("{")], [.text("  a: 1,")], [.empty], [.text("}")]], hasTitles: false)
    let bytes = try workbookBytes([sheet, others, lines], title: "t")
    #expect(try workbookBytes([sheet, others, lines], title: "t") == bytes)
    let read = try readBack([sheet, others, lines])
    #expect(read.sheets.map(\.name) == ["places", "others", "lines"])
    #expect(read.sheets[0].rows.count == 51)
    #expect(read.sheets[0].rows[0].cells == ["id", "kind", "of", "n", "m", "status"])
    #expect(read.sheets[1].rows.map(\.cells) == [["id"]])
    #expect(
      read.sheets[2].rows == [
        WorkbookRow(number: 1, cells: ["{"]), WorkbookRow(number: 2, cells: ["  a: 1,"]),
        WorkbookRow(number: 4, cells: ["}"]),
      ])
  }

  @Test("more rows than a spreadsheet has, and names no sheet can have, are refused")
  func refused() {
    let many = SheetDraft(
      "many", columns: [WorkbookColumn("a")], rows: Array(repeating: [], count: 1_048_576))
    #expect(throws: WorkbookFault.self) { try workbookBytes([many], title: "t") }
    let odd = SheetDraft("a/b", columns: [], rows: [])
    #expect(throws: WorkbookFault.self) { try workbookBytes([odd], title: "t") }
  }
}
