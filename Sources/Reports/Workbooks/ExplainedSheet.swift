// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Workbooks

/// A sheet, and what it is in a sentence without its full stop.
struct ExplainedSheet {
  var sheet: SheetDraft
  var meaning: String

  init(_ sheet: SheetDraft, _ meaning: String) {
    self.sheet = sheet
    self.meaning = meaning
  }
}

/// The sheet that explains every column of other sheets.
func explanations(of sheets: [ExplainedSheet]) -> SheetDraft {
  SheetDraft(
    "columns", columns: ["sheet", "column", "meaning"].map { WorkbookColumn($0) },
    rows: sheets.flatMap { explained in
      [[.text(explained.sheet.name), .empty, .text(explained.meaning + ".")]]
        + explained.sheet.columns.map { column in
          [
            .text(explained.sheet.name), .text(column.title),
            column.note.map { .text($0) } ?? .empty,
          ]
        }
    })
}

extension PlanTable {
  /// A table of a plan's folder as a sheet.
  func sheet(of table: CSVTable) -> SheetDraft {
    let columns = table.header.map(column)
    return SheetDraft(
      title, columns: columns,
      rows: (0..<table.rowCount).map { row in
        columns.indices.map {
          WorkbookCell(table.cell(row: row, column: $0), as: columns[$0].kind)
        }
      })
  }
}
