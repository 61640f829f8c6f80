// SPDX-License-Identifier: GPL-3.0-or-later
import Testing
import Wording

@testable import ProgrammeFiles

@Suite struct CSVTests {
  @Test(
    "line breaks may be of any sort, and the last is optional",
    arguments: ["\n", "\r\n", "\r"])
  func lineBreaks(lineBreak: String) {
    for end in ["", lineBreak, lineBreak + lineBreak] {
      let (read, faults) = table(["a,b", "1,2", "", "3,4"].joined(separator: lineBreak) + end)
      #expect(read?.header == ["a", "b"])
      #expect(read?.rows == [["1", "2"], ["3", "4"]])
      #expect(read?.line(ofRow: 0) == 2)
      #expect(read?.line(ofRow: 1) == 4)
      #expect(faults.isEmpty)
    }
  }

  @Test("quoted cells hold commas, quotes and line breaks, and lines are still counted")
  func quotes() {
    let (read, faults) = table("\"a\",b\n\"x, \"\"y\"\"\",\"1\r\n2\n3\r4\"\nlast,\"\"\n")
    #expect(read?.rows == [["x, \"y\"", "1\r\n2\n3\r4"], ["last", ""]])
    #expect(read?.line(ofRow: 1) == 6)
    #expect(faults.isEmpty)
  }

  @Test("cells are trimmed of ASCII, no-break and ideographic spaces")
  func trimming() {
    let (read, _) = table("\u{3000}a , b\n \u{3000}\t日 本\u{3000}\u{A0},\" x \"\n")
    #expect(read?.header == ["a", "b"])
    #expect(read?.rows == [["日 本", "x"]])
    #expect(read?.columnIndex(named: "b") == 1)
    #expect(read?.columnIndex(named: "c") == nil)
  }

  @Test("formulas are text like any other")
  func formulas() {
    #expect(table("a\n=1+1\n@SUM(A1)\n").table?.rows == [["=1+1"], ["@SUM(A1)"]])
  }

  @Test("rows and columns a spreadsheet left empty are passed over")
  func emptyRows() {
    let (read, faults) = table(",,\na,b,,\n,,,\n1,2,,,,\n ,\u{3000}\n3,4\n,5\n")
    #expect(read?.header == ["a", "b"])
    #expect(read?.rows == [["1", "2"], ["3", "4"], ["", "5"]])
    #expect(read?.headerLine == 2)
    #expect(faults.isEmpty)
  }

  @Test("rows of another width are faults and left out")
  func ragged() {
    let (read, faults) = table("a,b,c\n1,2,3\n1,2\n1,2,3,4\n5,6,7\n")
    #expect(read?.rows == [["1", "2", "3"], ["5", "6", "7"]])
    #expect(
      faults.lines == [
        "t.csv, line 3: the row has 2 cells; expected 3, as many as the header has columns. "
          + "The row ends before column c.",
        "t.csv, line 4: the row has 4 cells; expected 3, as many as the header has columns. "
          + "A cell that holds a comma has to stand in quotes.",
      ])
  }

  @Test("a quote that is never closed is named by the line where it began")
  func unclosed() {
    let (read, faults) = table("a,b\n1,2\n3,\"cut\nshort\n5,6\n")
    #expect(read?.rows == [["1", "2"]])
    #expect(faults.errorCount == 1)
    #expect(faults.faults.first?.line == 3)
    #expect(faults.faults.first?.value == "\"cut")
  }

  @Test("a quoted cell over the limit is a fault")
  func hugeCell() {
    let text = "a,b\n1,\"" + String(repeating: "x\n", count: 600) + "\"\n"
    let (read, faults) = table(Array(text.utf8), limits: TextLimits(valueBytes: 1024))
    #expect(read?.rowCount == 0)
    #expect(faults.faults.first?.line == 2)
    #expect(faults.faults.first?.problem.description.contains("1 KiB") == true)
  }

  @Test("quotes out of place are faults")
  func strayQuotes() {
    let (read, faults) = table("a,b\n1,x\"y\n\"1\"z,2\n\"1\" ,2\n\"p\nq\"r,2\n")
    #expect(read?.rowCount == 4)
    #expect(faults.faults.map(\.line) == [2, 3, 6])
    #expect(faults.faults.map(\.value) == ["x\"y", "z", "r"])
    #expect(faults.lines.last?.contains("begun on line 5") == true)
  }

  @Test("columns without a name or with the same name are faults")
  func headers() {
    let (read, faults) = table("a,,a,b\n1,2,3,4\n")
    #expect(read?.columnIndex(named: "a") == 0)
    #expect(read?.columnIndex(named: "b") == 3)
    #expect(
      faults.lines == [
        "t.csv, line 1: column 2 has no name; expected a name in every column.",
        "t.csv, line 1, column a: columns 1 and 3 have the same name; expected each name once.",
      ])
  }

  @Test("no header is a fault, a header alone is not", arguments: ["\n", "\n\n  \n", ",,\n"])
  func noHeader(text: String) {
    #expect(table(text).table == nil)
    #expect(table(text).faults.errorCount == 1)
    #expect(table("a,b").table?.rowCount == 0)
    #expect(table("a,b").faults.isEmpty)
    #expect(table("\"a").table == nil)
    #expect(table("\"a").faults.errorCount == 1)
  }

  @Test("semicolons and tabs separate where the header proves it, with a notice")
  func separators() {
    let semicolons = table("\n\"a,x\";b\n\"1;2\";3,5\n")
    #expect(semicolons.table?.header == ["a,x", "b"])
    #expect(semicolons.table?.rows == [["1;2", "3,5"]])
    #expect(semicolons.faults.noticeCount == 1 && !semicolons.faults.hasErrors)
    #expect(table("a\tb\n1\t2,3\n").table?.rows == [["1", "2,3"]])
    // A comma settles it; so does having nothing to separate; both is no proof.
    #expect(table("a;b,c\n1;2,3\n").table?.header == ["a;b", "c"])
    #expect(table("a\nx;y\n").table?.rows == [["x;y"]])
    #expect(table("a;b\tc\n").table?.header == ["a;b\tc"])
  }

  @Test("what is written is read back", arguments: 0..<20 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = ["a", "日本", ",", "\"", "\n", "\r\n", ";", " ", "\u{3000}", "=1", "\t", "𠮷", "'"]
    let width = Int.random(in: 1...6, using: &random)
    func cell() -> String {
      // Without the outer spaces, which are trimmed on reading.
      "x"
        + (0..<Int.random(in: 0...5, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined() + "."
    }
    let header = (0..<width).map { "column \($0)" }
    let rows = (0..<Int.random(in: 0...30, using: &random)).map { _ in
      (0..<width).map { $0 > 0 && Bool.random(using: &random) ? "" : cell() }
    }
    for mark in [true, false] {
      var writer = CSVWriter(header: header, byteOrderMark: mark)
      for row in rows { writer.append(row) }
      let (read, faults) = table(writer.bytes)
      #expect(read?.header == header)
      #expect(read?.rows == rows)
      #expect(faults.isEmpty)
    }
  }

  @Test("the writer quotes only what needs it")
  func writing() {
    var writer = CSVWriter(header: ["a", "b"])
    writer.append(["1", "x y"])
    writer.append(["p,q", "say \"hi\""])
    writer.append([" edge", "two\nlines"])
    #expect(writer.string == "a,b\n1,x y\n\"p,q\",\"say \"\"hi\"\"\"\n\" edge\",\"two\nlines\"\n")
    var narrow = CSVWriter(header: ["a"], byteOrderMark: true)
    narrow.append([""])
    #expect(narrow.bytes == [0xEF, 0xBB, 0xBF] + Array("a\n\"\"\n".utf8))
  }

  @Test("CP932 tables are read with the lines of the file")
  func cp932() {
    let bytes: [UInt8] =
      Array("a,b\r\n1,".utf8) + [0x93, 0xFA, 0x96, 0x7B] + Array("\r\n2\r\n".utf8)
    let (read, faults) = table(bytes)
    #expect(read?.rows == [["1", "日本"]])
    #expect(faults.errorCount == 1 && faults.noticeCount == 1)
    #expect(faults.faults.last?.line == 3)
  }
}
