// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Wording

/// A row of a sheet that has something in it.
package struct WorkbookRow: Equatable, Sendable {
  /// Its number in the spreadsheet, from 1.
  package var number: Int
  /// The text of its cells up to the last that is not empty.
  package var cells: [String] = []
}

/// A sheet of a workbook, every cell as text.
///
/// Numbers are written as short as they can be, days in ISO 8601, yes and no as such,
/// and of formulas what they came to when the workbook was saved.
package struct WorkbookSheet: Equatable, Sendable {
  /// The name on its tab.
  package var name: String
  /// Rows with something in them, in the order of the sheet.
  package var rows: [WorkbookRow] = []
  /// The ranges of cells that are merged, such as `A1:F1`.
  package var merged: [String] = []
  /// Cells that have no value.
  package var faults: [WorkbookFault] = []
}

/// A workbook as Excel, LibreOffice and Google Sheets write it (ECMA-376).
package struct Workbook: Equatable, Sendable {
  /// The sheets in the order of their tabs, hidden ones too.
  package var sheets: [WorkbookSheet]

  /// Reads a workbook.
  ///
  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - limits: How much of it is read before it is refused.
  ///   - isWanted: Whether a sheet of this name is to be read; others come without rows.
  /// - Throws: `WorkbookFault` when it is none, damaged, protected or too large.
  /// - Complexity: O(*n*) in what the file holds unpacked; memory for the cells' text.
  package init(
    at path: String, limits: WorkbookLimits = WorkbookLimits(),
    where isWanted: (String) -> Bool = { _ in true }
  ) throws(WorkbookFault) {
    try Self.refuseOther(path)
    let archive = try ZipArchive(at: path, budget: limits.unpackedBytes)
    try Self.refuseOther(archive)
    let root = try Relations(of: "", in: archive)
    guard let part = root.target(ofKind: "officeDocument") else {
      throw .damaged("_rels/.rels", "no workbook is named")
    }
    guard part.hasSuffix(".xml") else {
      throw WorkbookFault(
        "the workbook is a binary one (.xlsb)", advice: "Save it as an Excel workbook (.xlsx).")
    }
    let outline = WorkbookOutline()
    try archive.read(part, with: outline)
    let relations = try Relations(of: part, in: archive)
    var context = SheetRows.Context(
      isFrom1904: outline.isFrom1904, cells: limits.cells, textBytes: limits.textBytes)
    if let styles = relations.target(ofKind: "styles"), archive.holds(styles) {
      let handler = CellStyles()
      try archive.read(styles, with: handler)
      context.isDate = handler.isDate
    }
    if let strings = relations.target(ofKind: "sharedStrings"), archive.holds(strings) {
      let handler = SharedStrings()
      try archive.read(strings, with: handler)
      context.texts = handler.texts
    }
    sheets = []
    for sheet in outline.sheets {
      // Sheets of charts have no rows.
      guard let target = relations.targets[sheet.relation], target.kind == "worksheet" else {
        continue
      }
      guard isWanted(sheet.name) else {
        sheets.append(WorkbookSheet(name: sheet.name))
        continue
      }
      let rows = SheetRows(sheet.name, context)
      try archive.read(target.part, with: rows)
      context = rows.context
      sheets.append(rows.sheet)
    }
  }

  /// Tells files that a planner may take for workbooks by their first bytes.
  private static func refuseOther(_ path: String) throws(WorkbookFault) {
    var first = [UInt8](repeating: 0, count: 8)
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw WorkbookFault("the file cannot be read: \(SystemError(errno))")
    }
    defer { _ = close(descriptor) }
    let count = unsafe read(descriptor, &first, first.count)
    if first == [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] {
      throw WorkbookFault(
        "the workbook is protected by a password, or is one of before 2007 (.xls)",
        advice: "Save it without a password as an Excel workbook (.xlsx).")
    }
    if count == 0 { throw WorkbookFault("the file is empty", expected: "a workbook (.xlsx)") }
  }

  private static func refuseOther(_ archive: ZipArchive) throws(WorkbookFault) {
    if archive.holds("mimetype") || archive.holds("content.xml") {
      throw WorkbookFault(
        "the file is a document of OpenDocument (.ods)",
        advice: "Save it as an Excel workbook (.xlsx).")
    }
    guard archive.holds("_rels/.rels") else {
      throw WorkbookFault(
        "the file is a zip archive, but no workbook", expected: "a workbook (.xlsx)")
    }
  }
}

/// The names of a workbook's sheets.
private final class WorkbookOutline: XMLHandler {
  var sheets: [(name: String, relation: String)] = []
  var isFrom1904 = false

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr":
      isFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    case "sheet":
      if let title = attributes["name"], let relation = attributes["id"] {
        sheets.append((title, relation))
      }
    default: break
    }
  }
}

/// Which parts belong to a part.
private final class Relations: XMLHandler {
  var targets: [String: (kind: String, part: String)] = [:]
  private let folder: String

  /// Reads the relations of a part; there are none where they are missing.
  init(of part: String, in archive: ZipArchive) throws(WorkbookFault) {
    let names = part.split(separator: "/").map(String.init)
    folder = names.dropLast().map { $0 + "/" }.joined()
    super.init()
    let file = folder + "_rels/" + (names.last ?? "") + ".rels"
    if archive.holds(file) { try archive.read(file, with: self) }
  }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"] != "External"
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    targets[id] = (kind, part(target))
  }

  func target(ofKind kind: String) -> String? {
    targets.values.filter { $0.kind == kind }.map(\.part).min()
  }

  /// A target's name in the archive.
  private func part(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var names = folder.split(separator: "/")
    for name in target.split(separator: "/") {
      if name == ".." { _ = names.popLast() } else if name != "." { names.append(name) }
    }
    return names.joined(separator: "/")
  }
}
