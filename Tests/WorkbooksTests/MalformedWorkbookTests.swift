// SPDX-License-Identifier: GPL-3.0-or-later

internal import Testing
internal import Wording

@testable import Workbooks

/// A file that is no workbook, or a bad one, and what is said of it.
private struct Malformed: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let make: @Sendable (Scratch) throws -> String
  let saying: String

  init(
    _ name: String, saying: String, _ make: @escaping @Sendable (Scratch) throws -> String
  ) {
    testDescription = name
    self.saying = saying
    self.make = make
  }

  /// A workbook with other parts.
  init(
    _ name: String, saying: String, parts change: @escaping @Sendable (inout WorkbookParts) -> Void
  ) {
    self.init(name, saying: saying) { scratch in
      var parts = WorkbookParts()
      change(&parts)
      return try scratch.zip(parts.files, to: "w.xlsx")
    }
  }

  /// A workbook with a part exchanged, or without it.
  init(_ name: String, saying: String, part: String, _ bytes: [UInt8]?) {
    self.init(name, saying: saying) { scratch in
      let parts = WorkbookParts()
      return try scratch.zip(
        bytes.map { parts.with($0, as: part) } ?? parts.without(part), to: "w.xlsx")
    }
  }
}

/// Rows of a part that is large unpacked and small packed.
private func rows(_ count: Int, _ row: (Int) -> String) -> String {
  var text = ""
  for number in 1...count { text += row(number) }
  return text
}

private let sheetPart = "xl/worksheets/sheet1.xml"

private let malformed: [Malformed] = [
  Malformed("no file", saying: "cannot be read") { $0("none.xlsx") },
  Malformed("a folder", saying: "no workbook") { $0.path },
  Malformed("an empty file", saying: "is empty") { try $0.write([], to: "w.xlsx") },
  Malformed("text", saying: "no workbook") { try $0.write(Array("a,b\n1,2\n".utf8), to: "w.xlsx") },
  Malformed("a CSV named .xlsx, long", saying: "no workbook") {
    try $0.write(Array(repeating: 0x2C, count: 1 << 20), to: "w.xlsx")
  },
  Malformed("zeros", saying: "no workbook") {
    try $0.write(Array(repeating: 0, count: 70_000), to: "w.xlsx")
  },
  Malformed("a web page", saying: "no workbook") {
    try $0.write(Array("<html><table></table></html>".utf8), to: "w.xlsx")
  },
  Malformed("an old .xls, or an encrypted .xlsx", saying: "protected by a password") {
    try $0.write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], to: "w.xlsx")
  },
  Malformed("the signature of an archive alone", saying: "no workbook") {
    try $0.write([0x50, 0x4B, 3, 4], to: "w.xlsx")
  },
  Malformed("an archive without files", saying: "") { scratch in
    try scratch.write([0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 18), to: "w.xlsx")
  },
  Malformed("a workbook cut in half", saying: "no workbook, or not the whole of one") { scratch in
    let path = try scratch.zip(WorkbookParts().files, to: "whole.xlsx")
    let bytes = try scratch.bytes(of: path)
    return try scratch.write(Array(bytes.prefix(bytes.count / 2)), to: "w.xlsx")
  },
  Malformed("a workbook without its first half", saying: "") { scratch in
    let path = try scratch.zip(WorkbookParts().files, to: "whole.xlsx")
    let bytes = try scratch.bytes(of: path)
    return try scratch.write(Array(bytes.suffix(bytes.count / 2)), to: "w.xlsx")
  },
  Malformed("packed bytes damaged", saying: "damaged") { scratch in
    var parts = WorkbookParts()
    parts.rows = rows(5000) { "<row r=\"\($0)\"><c><v>\($0 * 7919 % 104_729)</v></c></row>" }
    let path = try scratch.zip(parts.files, to: "whole.xlsx")
    var bytes = try scratch.bytes(of: path)
    // Bytes within the last part; the directory behind them stays whole.
    for index in (bytes.count / 2)..<(bytes.count / 2 + 200) { bytes[index] ^= 0x5A }
    return try scratch.write(bytes, to: "w.xlsx")
  },
  Malformed("an encrypted archive", saying: "protected by a password") { scratch in
    try scratch.zip(WorkbookParts().files, to: "w.xlsx", password: "secret")
  },
  Malformed("an archive of something else", saying: "no workbook") { scratch in
    try scratch.zip([("readme.txt", Array("hello".utf8))], to: "w.xlsx")
  },
  Malformed("a document of OpenDocument", saying: "OpenDocument") { scratch in
    try scratch.zip(
      [
        ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
        ("content.xml", Array("<x/>".utf8)),
      ], to: "w.ods")
  },
  Malformed("a binary workbook", saying: "binary") {
    $0.rootRelations = $0.rootRelations.replacing("workbook.xml", with: "workbook.bin")
  },
  Malformed("no workbook named", saying: "no workbook is named") {
    $0.rootRelations = "<Relationships/>"
  },
  Malformed("relations that are not XML", saying: "not XML") { $0.rootRelations = "PK" },
  Malformed("the workbook's part missing", saying: "damaged", part: "xl/workbook.xml", nil),
  Malformed("the workbook's part empty", saying: "not XML", part: "xl/workbook.xml", []),
  Malformed("a sheet missing", saying: "damaged", part: sheetPart, nil),
  Malformed("a sheet empty", saying: "not XML", part: sheetPart, []),
  Malformed(
    "a sheet cut short", saying: "not XML", part: sheetPart, Array("<worksheet><sheet".utf8)),
  Malformed(
    "a sheet with tags that do not match", saying: "not XML", part: sheetPart,
    Array("<worksheet><row></worksheet></row>".utf8)),
  Malformed(
    "a sheet that is no UTF-8", saying: "not XML", part: sheetPart,
    Array("<worksheet><sheetData><row><c t=\"str\"><v>".utf8) + [0xC3, 0x28]
      + Array("</v></c></row></sheetData></worksheet>".utf8)),
  Malformed(
    "a sheet with a control character", saying: "not XML", part: sheetPart,
    Array("<worksheet>\u{1}</worksheet>".utf8)),
  Malformed("shared strings that are not XML", saying: "not XML") { $0.strings = "<sst><si>" },
  Malformed("styles that are not XML", saying: "not XML") { $0.styles = "<styleSheet" },
  Malformed("relations of the workbook that are not XML", saying: "not XML") { $0.relations = "<" },
  Malformed("an entity that grows", saying: "document type") {
    $0.strings = """
      <!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">\
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><sst><si><t>&c;</t></si></sst>
      """
  },
  Malformed("an entity from a file", saying: "document type") {
    $0.strings = """
      <!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>
      """
  },
  Malformed("an entity that is not declared", saying: "not XML") {
    $0.strings = "<sst><si><t>&nbsp;</t></si></sst>"
  },
  Malformed("two million rows", saying: "more rows than any spreadsheet") {
    $0.rows = rows(2_000_000) { "<row r=\"\($0)\"><c><v>1</v></c></row>" }
  },
  Malformed("two million rows without numbers", saying: "more rows than any spreadsheet") {
    $0.rows = rows(2_000_000) { _ in "<row><c><v>1</v></c></row>" }
  },
  Malformed("a row of a negative number", saying: "more rows") {
    $0.rows = "<row r=\"-1\"><c><v>1</v></c></row>"
  },
  Malformed("a row beyond all", saying: "more rows") {
    $0.rows = "<row r=\"9223372036854775807\"><c><v>1</v></c></row>"
  },
  Malformed("a cell in the last column of every row", saying: "more cells") {
    $0.rows = rows(2000) { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }
  },
  Malformed("one long text in every cell", saying: "more cells") {
    $0.strings = "<sst><si><t>\(String(repeating: "long ", count: 6000))</t></si></sst>"
    $0.rows = rows(20_000) { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>" }
  },
  Malformed("nothing but blanks in a part", saying: "not XML") {
    $0.styles = String(repeating: " ", count: 1 << 20)
  },
]

@Suite("Malformed workbooks")
struct MalformedWorkbookTests {
  @Test("get a clear message", arguments: malformed)
  fileprivate func refused(_ file: Malformed) throws {
    let scratch = try Scratch()
    let path = try file.make(scratch)
    let fault = #expect(throws: WorkbookFault.self) { try Workbook(at: path) }
    #expect(fault?.problem.description.contains(file.saying) == true, "\(fault?.problem ?? "")")
  }

  @Test("are not unpacked beyond what is read, whatever they say of themselves")
  func bomb() throws {
    let scratch = try Scratch()
    var parts = WorkbookParts()
    parts.tail = String(repeating: " ", count: 3 << 20)
    let path = try scratch.zip(parts.files, to: "w.xlsx")
    #expect(try scratch.bytes(of: path).count < 20_000)
    var limits = WorkbookLimits()
    limits.unpackedBytes = 4 << 20
    _ = try Workbook(at: path, limits: limits)
    limits.unpackedBytes = 3 << 20
    let fault = #expect(throws: WorkbookFault.self) { try Workbook(at: path, limits: limits) }
    #expect(fault?.problem == "there is more in the workbook than Musubi reads")
  }

  @Test("are forty or more kinds") func enough() { #expect(malformed.count >= 40) }
}
