// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Testing
internal import Wording

@testable import Workbooks

@Suite("Reading workbooks")
struct WorkbookReadingTests {
  private func sheet(_ parts: WorkbookParts) throws -> WorkbookSheet {
    let scratch = try Scratch()
    let workbook = try Workbook(at: scratch.zip(parts.files, to: "w.xlsx"))
    return try #require(workbook.sheets.first)
  }

  private func cells(_ parts: WorkbookParts) throws -> [String] {
    try sheet(parts).rows.flatMap(\.cells)
  }

  @Test("text is read from shared, inline and formula cells")
  func texts() throws {
    var parts = WorkbookParts()
    parts.strings = """
      <sst><si><t>plain</t></si><si><r><t>two </t></r><r><rPr/><t xml:space="preserve">runs </t></r>\
      </si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b</t></si>\
      <si><t>&lt;&amp;&gt;</t></si></sst>
      """
    parts.rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>\
      <c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c>\
      <c r="F1" t="inlineStr"><is><t>in</t><rPh><t>no</t></rPh><r><t>line</t></r></is></c>\
      <c r="G1" t="str"><f>A1&amp;"x"</f><v>plainx</v></c><c r="H1"><f>1+1</f><v>2</v></c>\
      <c r="I1" t="b"><v>1</v></c><c r="J1" t="b"><v>0</v></c></row>
      """
    #expect(
      try cells(parts) == [
        "plain", "two runs ", "東京", "a\rb", "<&>", "inline", "plainx", "2", "yes", "no",
      ])
  }

  @Test("prefixes, missing places and gaps are read as spreadsheets read them")
  func places() throws {
    var parts = WorkbookParts()
    parts.rows = """
      <x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row/>\
      <x:row><x:c r="C3"><x:v>3</x:v></x:c></x:row><x:row r="9"><x:c r="B9"><x:v>4</x:v></x:c></x:row>
      """
    #expect(
      try sheet(parts).rows == [
        WorkbookRow(number: 1, cells: ["1", "2"]), WorkbookRow(number: 3, cells: ["", "", "3"]),
        WorkbookRow(number: 9, cells: ["", "4"]),
      ])
  }

  @Test("numbers are written as short as they can be")
  func numbers() throws {
    var parts = WorkbookParts()
    let stored = ["1", "1.0", "0.1", "-2.50", "1E3", "0.30000000000000004", "123456789012", "1e20"]
    parts.rows =
      "<row>" + stored.map { "<c><v>\($0)</v></c>" }.joined() + "</row>"
    #expect(
      try cells(parts) == [
        "1", "1", "0.1", "-2.5", "1000", "0.30000000000000004", "123456789012", "1e+20",
      ])
  }

  @Test(
    "days of every format are ISO days, whatever they are counted from", arguments: [false, true])
  func days(isFrom1904: Bool) throws {
    var parts = WorkbookParts()
    let codes = [
      "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "[$-411]ggge&quot;年&quot;m", "dd/mm/yy",
      "[Red]0.00", "&quot;days&quot; 0", "General", "0\\d", "#,##0_d", "[h]:mm",
    ]
    let builtIn = [14, 22, 27, 31, 57, 0, 9, 49]
    parts.styles =
      "<styleSheet><numFmts>"
      + codes.enumerated().map { "<numFmt numFmtId=\"\($0 + 164)\" formatCode=\"\($1)\"/>" }
      .joined()
      + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
      + (builtIn + codes.indices.map { $0 + 164 }).map { "<xf numFmtId=\"\($0)\"/>" }.joined()
      + "</cellXfs></styleSheet>"
    if isFrom1904 {
      parts.workbook = parts.workbook.replacing(
        "<workbookPr/>", with: "<workbookPr date1904=\"1\"/>")
    }
    let serial = isFrom1904 ? 46_113 - 1462 : 46_113
    let count = builtIn.count + codes.count
    parts.rows =
      "<row>" + (0..<count).map { "<c s=\"\($0)\"><v>\(serial)</v></c>" }.joined() + "</row>"
    let isDay =
      [true, true, true, true, true, false, false, false]
      + [true, true, true, false, false, false, false, false, true]
    #expect(try cells(parts) == isDay.map { $0 ? "2026-04-01" : "\(serial)" })
  }

  @Test("times, and days that spreadsheets count wrongly")
  func times() {
    #expect(dayText("46113.5", isFrom1904: false) == "2026-04-01 12:00:00")
    #expect(dayText("0.75", isFrom1904: false) == "18:00:00")
    #expect(dayText("46112.9999999999", isFrom1904: false) == "2026-04-01")
    #expect(dayText("1", isFrom1904: false) == "1900-01-01")
    #expect(dayText("59", isFrom1904: false) == "1900-02-28")
    #expect(dayText("61", isFrom1904: false) == "1900-03-01")
    #expect(dayText("-1", isFrom1904: false) == "-1")
    #expect(dayText("1e9", isFrom1904: false) == "1000000000")
  }

  @Test("a cell without a value is told, and the rest is read")
  func faults() throws {
    var parts = WorkbookParts()
    parts.rows = """
      <row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2"><f>NOW()</f></c><c r="C2" t="s"><v>9</v></c>\
      <c r="D2"><v>1</v></c></row>
      """
    parts.tail = "<mergeCells><mergeCell ref=\"A1:D1\"/></mergeCells>"
    let sheet = try sheet(parts)
    #expect(sheet.rows == [WorkbookRow(number: 2, cells: ["", "", "", "1"])])
    #expect(sheet.merged == ["A1:D1"])
    #expect(
      sheet.faults.map(\.problem) == [
        "the cell A2 is the error #REF!", "the cell B2 is a formula without a result",
        "the cell C2 names a text that the workbook does not have",
      ])
    #expect(sheet.faults.allSatisfy { $0.row == 2 && $0.sheet == "one" })
  }

  @Test("columns have the letters that spreadsheets give them")
  func letters() {
    #expect(columnIndex(of: "A1") == 0)
    #expect(columnIndex(of: "XFD1048576") == 16_383)
    #expect(columnIndex(of: "XFE1") == nil)
    #expect(columnIndex(of: "1") == nil)
    #expect(columnIndex(of: "") == nil)
    for index in [0, 25, 26, 701, 702, 16_383] {
      #expect(columnIndex(of: columnLetters(index) + "7") == index)
    }
  }
}
