// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// The cells of a sheet as text.
final class SheetRows: XMLHandler {
  /// What the cells of a workbook are read with.
  struct Context {
    var texts: [String] = []
    var isDate: [Bool] = []
    var isFrom1904 = false
    /// How many more cells and bytes of text there may be.
    var cells: Int
    var textBytes: Int
  }

  /// As many rows as a spreadsheet has (ECMA-376, part 1, 18.3.1.73).
  private static let mostRows = 1_048_576

  private(set) var sheet: WorkbookSheet
  private(set) var context: Context
  private var row: WorkbookRow?
  private var lastRow = 0
  // The cell that is being read.
  private var column = 0
  private var kind = ""
  private var style = 0
  private var hasFormula = false
  private var value: [UInt8]?
  private var isValue = false
  private var run: TextRun?

  init(_ name: String, _ context: Context) {
    sheet = WorkbookSheet(name: name)
    self.context = context
  }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "row":
      let number = attributes["r"].flatMap { Int($0) } ?? lastRow + 1
      guard (1...Self.mostRows).contains(number) else {
        fault = WorkbookFault(
          sheet: sheet.name, row: number, "the sheet has more rows than any spreadsheet",
          expected: "at most 1,048,576")
        return
      }
      row = WorkbookRow(number: number)
      lastRow = number
      column = -1
    case "c":
      column = attributes["r"].flatMap(columnIndex) ?? column + 1
      kind = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      (hasFormula, value, run) = (false, nil, nil)
    case "f": hasFormula = true
    case "v": (isValue, value) = (true, [])
    case "is": run = TextRun()
    case "mergeCell":
      if let range = attributes["ref"] { sheet.merged.append(range) }
    default: run?.start(name)
    }
  }

  override func text(_ bytes: Span<UInt8>) {
    if isValue {
      for index in bytes.indices { value?.append(bytes[index]) }
    } else {
      run?.add(bytes)
    }
  }

  override func end(_ name: String) {
    switch name {
    case "v": isValue = false
    case "c": endCell()
    case "row":
      if let row, !row.cells.isEmpty { sheet.rows.append(row) }
      row = nil
    default: run?.end(name)
    }
  }

  private func endCell() {
    guard let number = row?.number else { return }
    let text = cellText(inRow: number)
    guard !text.isEmpty else { return }
    let width = row?.cells.count ?? 0
    context.cells -= max(0, column + 1 - width)
    context.textBytes -= text.utf8.count
    guard context.cells >= 0, context.textBytes >= 0 else {
      fault = WorkbookFault(
        sheet: sheet.name, row: number, "there are more cells in the workbook than Musubi reads",
        expected: "at most 16,000,000 cells and 256 MiB of text")
      return
    }
    if column < width {
      row?.cells[column] = text
    } else {
      row?.cells += Array(repeating: "", count: column - width) + [text]
    }
  }

  private func cellText(inRow number: Int) -> String {
    if kind == "inlineStr" { return run?.string ?? "" }
    guard let value else {
      if hasFormula {
        sheet.faults.append(
          fault(
            inRow: number, "is a formula without a result",
            advice: "Open the workbook in a spreadsheet program and save it again."))
      }
      return ""
    }
    let stored = String(decoding: value, as: UTF8.self)
    switch kind {
    case "s":
      guard let index = Int(stored), context.texts.indices.contains(index) else {
        sheet.faults.append(fault(inRow: number, "names a text that the workbook does not have"))
        return ""
      }
      return context.texts[index]
    case "b": return stored == "1" ? "yes" : "no"
    case "e":
      sheet.faults.append(fault(inRow: number, "is the error \(stored)", expected: "a value"))
      return ""
    case "n", "":
      let isDate = context.isDate.indices.contains(style) && context.isDate[style]
      return isDate
        ? dayText(stored, isFrom1904: context.isFrom1904) : numberText(stored)
    case "d": return stored.hasSuffix("T00:00:00") ? String(stored.dropLast(9)) : stored
    default: return stored
    }
  }

  private func fault(
    inRow number: Int, _ problem: Sentence, expected: Sentence? = nil, advice: Sentence? = nil
  ) -> WorkbookFault {
    WorkbookFault(
      sheet: sheet.name, row: number, "the cell \(columnLetters(column))\(number) \(problem)",
      expected: expected, advice: advice)
  }
}
