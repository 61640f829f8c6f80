// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import ProgrammeFiles
internal import Wording
internal import Workbooks

/// A table for people to read, in the words of the plan's files.
struct ExplainedSheet: Sendable {
  /// The name of its sheet.
  var name: String
  /// What it is, a sentence without its full stop.
  var meaning: Sentence
  var columns: [ExplainedColumn]
  /// The cells of each row.
  var rows: [[WorkbookCell]]

  init(
    _ name: String, says meaning: Sentence, columns: [ExplainedColumn], rows: [[WorkbookCell]]
  ) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.rows = rows
  }
}

extension PlanTable {
  /// A table of a plan's folder as a sheet.
  func sheet(of table: CSVTable) -> ExplainedSheet {
    let columns = table.header.map(column)
    return ExplainedSheet(
      title, says: meaning, columns: columns,
      rows: (0..<table.rowCount).map { row in
        columns.indices.map {
          WorkbookCell(table.cell(row: row, column: $0), as: columns[$0].kind)
        }
      })
  }
}

/// Makes sheets of a workbook for people, in the language spoken now.
///
/// In English names and cells are those of the plan's files; in Japanese tables, columns,
/// words, countries and sentences are called as the report's page calls them.
struct WorkbookWords {
  private let language = Language.current
  /// Countries' names in Japanese by code.
  private let countries: [String: String]

  init(_ countries: [Country] = []) {
    self.countries = Dictionary(
      countries.map { ($0.id, $0.nameJapanese) }, uniquingKeysWith: { first, _ in first })
  }

  /// How days are shown.
  var dayFormat: String { language == .english ? "yyyy-mm-dd" : "yyyy\"年\"m\"月\"d\"日\"" }

  /// A table of people with how their names are read beside them, as Japanese readers need it.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - readings: How names are read, by the people's identifiers.
  /// - Returns: The table; in English as it is.
  func withReadings(_ table: ExplainedSheet, _ readings: [String: String]) -> ExplainedSheet {
    let titles = table.columns.map(\.title)
    guard language == .japanese, titles.starts(with: ["applicant", "name"]),
      !titles.contains("kana")
    else { return table }
    var table = table
    table.columns.insert(words("kana", says: "How the name is read"), at: 2)
    for row in table.rows.indices {
      guard case .text(let person) = table.rows[row][0] else { continue }
      table.rows[row].insert(WorkbookCell(readings[person] ?? "", as: .text), at: 2)
    }
    return table
  }

  /// What a sheet is called.
  func title(_ name: String) -> String {
    PageWords.table(name).map { language == .english ? name : $0.words(in: language) } ?? name
  }

  /// A table as a sheet.
  func sheet(_ table: ExplainedSheet) -> SheetDraft {
    let wordings = table.columns.map { $0.wording(inTable: table.name) }
    return SheetDraft(
      title(table.name), columns: table.columns.map { column($0, of: table.name) },
      rows: language == .english
        ? table.rows
        : table.rows.map { row in zip(row, wordings).map { cell($0, $1) } })
  }

  /// The sheet that explains every column of other sheets.
  func explanations(of tables: [ExplainedSheet]) -> SheetDraft {
    SheetDraft(
      title("columns"),
      columns: [localized("sheet"), localized("column"), localized("meaning")].map {
        WorkbookColumn($0)
      },
      rows: tables.flatMap { table in
        let name = WorkbookCell.text(title(table.name))
        return [[name, .empty, .text(localized("\(table.meaning)."))]]
          + table.columns.map { column in
            [
              name, .text(title(of: column, in: table.name)),
              column.note.map { .text($0.description) } ?? .empty,
            ]
          }
      })
  }

  private func title(of column: ExplainedColumn, in table: String) -> String {
    language == .english
      ? column.title
      : PageWords.column(column.title, of: table)?.words(in: language) ?? column.title
  }

  private func column(_ column: ExplainedColumn, of table: String) -> WorkbookColumn {
    var colouring = column.colouring
    if language != .english, case .warning(let word) = colouring {
      colouring = .warning(of: PageWords.value(word)?.words(in: language) ?? word)
    }
    return WorkbookColumn(
      title(of: column, in: table), column.kind, note: column.note?.description,
      colouring: colouring)
  }

  private func cell(_ cell: WorkbookCell, _ wording: ExplainedColumn.Wording) -> WorkbookCell {
    guard case .text(let text) = cell else { return cell }
    return switch wording {
    case .verbatim: cell
    case .word: .text(PageWords.value(text)?.words(in: language) ?? text)
    case .country: .text(country(text))
    case .countries:
      .text(text.split(separator: ";").map { country(String($0)) }.joined(separator: "、"))
    case .sentence: .text(PhraseBook.plans.words(text, in: language))
    }
  }

  private func country(_ code: String) -> String {
    if let name = countries[code], !name.isEmpty { return name }
    return PageWords.country(code)?.words(in: language) ?? code
  }
}
