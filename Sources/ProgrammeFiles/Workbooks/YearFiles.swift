// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording
package import Workbooks

/// The settings and tables of a programme year as they stand in a folder or a workbook,
/// read for nothing but their text.
package struct YearFiles: Sendable {
  /// The settings, and tables in the format that Musubi writes, in the order in which they
  /// are documented; columns that Musubi does not know are among them.
  package let files: [TextFile]
  /// Whether they stand in a workbook.
  package let isFromWorkbook: Bool
  /// Names of what is there beside them, sorted.
  package let others: [String]

  /// Reads them.
  ///
  /// - Parameters:
  ///   - path: The path of a folder or a workbook.
  ///   - faults: Where everything is reported that stands in the way of reading text;
  ///     whether values are right is not looked at.
  package init?(at path: String, faults: inout FaultList) {
    var found = FaultList()
    guard let text = FolderText(at: path, faults: &found) else {
      faults.append(found)
      return nil
    }
    faults.append(text.isFromWorkbook ? found.renamingFiles(text.nameOfSheet(for:)) : found)
    isFromWorkbook = text.isFromWorkbook
    let settings = text.settingsText.map { TextFile(name: FolderText.settingsFile, bytes: $0) }
    let tables = text.tables.compactMap(\.self)
    files = (settings.map { [$0] } ?? []) + tables.map(\.textFile)
    let read = Set(files.map(\.name))
    others = text.entries.filter { !read.contains($0) }
  }
}

extension CSVTable {
  /// The table in the format that Musubi writes.
  fileprivate var textFile: TextFile {
    var writer = CSVWriter(header: header)
    for row in 0..<rowCount {
      writer.append(header.indices.map { cell(row: row, column: $0) })
    }
    return TextFile(name: file, bytes: writer.bytes)
  }
}

/// Makes a workbook of the files of a programme year: a sheet for each table, with the
/// columns explained, what may be chosen to choose from, and days and numbers as such;
/// one for the settings; and one about all columns.
///
/// Read again, it is the same year with the same digest.
///
/// - Parameter files: The settings and tables, in the format that Musubi writes.
/// - Returns: The workbook's file.
/// - Throws: `WorkbookFault` when a table has more rows than a spreadsheet.
package func yearWorkbook(of files: [TextFile]) throws(WorkbookFault) -> [UInt8] {
  var sheets: [SheetDraft] = []
  var settings: SheetDraft?
  let titles = Set(files.map { sheetTitle(ofFile: $0.name) })
  for file in files {
    var faults = FaultList()
    guard let text = decodeText(file.bytes, named: file.name, faults: &faults) else { continue }
    if file.name == FolderText.settingsFile {
      settings = settingsSheet(text)
    } else if let table = parseCSV(text, faults: &faults) {
      sheets.append(sheet(of: table, besides: titles))
    }
  }
  if let settings { sheets.append(settings) }
  sheets.append(explanations(of: files.map(\.name)))
  return try workbookBytes(sheets, title: localized("A programme year of Musubi"))
}

private func settingsSheet(_ text: DecodedText) -> SheetDraft {
  var lines = text.string.split(separator: "\n", omittingEmptySubsequences: false)
  if lines.last == "" { lines.removeLast() }
  return SheetDraft(
    sheetTitle(ofFile: FolderText.settingsFile), columns: [WorkbookColumn("")],
    rows: lines.map { [$0.isEmpty ? .empty : .text(String($0))] }, hasTitles: false)
}

private func sheet(of table: CSVTable, besides titles: Set<String>) -> SheetDraft {
  let facts = Tables.all.first { $0.file == table.file }
  let columns = table.header.map { name in
    facts?.columns.first { $0.name == name }?.workbookColumn(besides: titles)
      ?? WorkbookColumn(name, note: localized("Musubi does not read this column."))
  }
  let rows = (0..<table.rowCount).map { row in
    columns.indices.map { WorkbookCell(table.cell(row: row, column: $0), as: columns[$0].kind) }
  }
  return SheetDraft(sheetTitle(ofFile: table.file), columns: columns, rows: rows)
}

private func explanations(of files: [String]) -> SheetDraft {
  let titles: [Sentence] = [
    "sheet", "column", "must be filled in", "meaning", "type", "unit", "range", "when empty",
    "example",
  ]
  let rows = Tables.all.filter { files.contains($0.file) }.flatMap { table in
    table.columns.map { column in
      [
        sheetTitle(ofFile: table.file), column.name, column.isRequired ? "yes" : "no",
        column.meaning.description, column.type.description, column.unit.description,
        plain(column.range), plain(column.defaultText),
        plain(column.example),
      ].map { $0.isEmpty ? WorkbookCell.empty : .text($0) }
    }
  }
  return SheetDraft(
    YearSheets.explanations, columns: titles.map { WorkbookColumn($0.description) }, rows: rows)
}

/// Text of the pages without the marks that stand around code.
private func plain(_ text: some CustomStringConvertible) -> String {
  text.description.replacing("`", with: "")
}

extension ColumnFacts {
  /// The column in a workbook.
  ///
  /// - Parameter titles: The sheets that the workbook has.
  /// - Returns: The column with its note and what may be chosen.
  fileprivate func workbookColumn(besides titles: Set<String>) -> WorkbookColumn {
    let kind: WorkbookColumn.Kind =
      switch type {
      case "whole number", "number": .number(isGrouped: unit.words(in: .english).contains("yen"))
      case "day": .day
      default: .text
      }
    return WorkbookColumn(
      name, kind, note: note, choices: choices(besides: titles), isRequired: isRequired)
  }

  private var note: String {
    var lines: [Sentence] = ["\(plain(meaning))."]
    let absent = plain(defaultText)
    lines.append(
      isRequired
        ? "Has to be filled in." : absent.isEmpty ? "May stay empty." : "When empty: \(absent).")
    let allowed = [type.description, unit.description, plain(range)].filter { !$0.isEmpty }
    lines.append("Holds: \(Listing(allowed, .semicolons)).")
    if !example.isEmpty { lines.append("Example: \(plain(example))") }
    return lines.map(\.description).joined(separator: "\n")
  }

  private func choices(besides titles: Set<String>) -> WorkbookColumn.Choices? {
    switch type {
    case "yes/no": return .words(["yes", "no"])
    case "word":
      let words = range.words(in: .english).split(separator: ", ").map(String.init)
      let length = words.reduce(words.count - 1) { $0 + $1.utf16.count }
      return length <= 255 ? .words(words) : nil
    case "reference":
      let words = expected.words(in: .english)
      let table = Tables.all.first {
        $0.hasIdentifiers && words.hasSuffix(" " + $0.noun.words(in: .english))
      }
      guard let title = table.map({ sheetTitle(ofFile: $0.file) }), titles.contains(title) else {
        return nil
      }
      return .firstColumn(ofSheet: title)
    default: return nil
    }
  }
}
