// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// One column of a table: what stands in its cells and which part of a row
/// that is.
struct Column<Row>: Sendable {
  /// What the column is, for messages and `docs/files.md`.
  var facts: ColumnFacts
  /// Reads a cell that is not empty into a row.
  let read: @Sendable (String, YearNames, inout Row) throws(CellProblem) -> Void
  /// Puts the default into a row.
  let putDefault: @Sendable (inout Row) -> Void
  /// The text of a row's cell.
  let write: @Sendable (Row, YearNames) -> String
  /// Whether the column is written only where a cell says more than an empty one.
  var isLeftOutWhenUnused = false
}

extension Column {
  /// The column, written only where a cell says more than an empty one.
  func leftOutWhenUnused() -> Column {
    var column = self
    column.isLeftOutWhenUnused = true
    return column
  }

  /// The column, which has to be there although its cells may be empty.
  func inEveryHeader() -> Column {
    var column = self
    column.facts.isInEveryHeader = true
    return column
  }
}

/// What a column is, whatever its table.
struct ColumnFacts: Sendable {
  var name: String
  /// Whether the column must be there and no cell of it empty.
  var isRequired: Bool
  /// Whether the column must be there.
  var isInEveryHeader: Bool
  var type: Sentence
  var range: Sentence
  var unit: Sentence
  /// The default in words, empty when the column is required.
  var defaultText: Sentence
  var example: String
  var meaning: Sentence
  /// What should stand in a cell, for messages.
  var expected: Sentence
}

/// What an empty cell or a missing column means.
enum Absence<Value: Sendable>: Sendable {
  /// It is a fault.
  case refused
  /// It means a value, shown in `docs/files.md` as it would be written.
  case means(Value)
  /// It means a value, shown in other words.
  case stands(for: Value, shown: Sentence)
}

extension Column {
  /// Declares a column.
  ///
  /// - Parameters:
  ///   - name: The name in the header.
  ///   - path: The part of a row that the column fills.
  ///   - format: How values are written.
  ///   - absence: What an empty cell means.
  ///   - unit: What is counted or measured.
  ///   - example: A right cell.
  ///   - meaning: What the value says, one sentence without a full stop.
  init<Value: Sendable>(
    _ name: String, _ path: any WritableKeyPath<Row, Value> & Sendable, _ format: CellFormat<Value>,
    whenEmpty absence: Absence<Value>, unit: Sentence = "", example: String, _ meaning: Sentence
  ) {
    let (fallback, shown): (Value?, Sentence) =
      switch absence {
      case .refused: (nil, "")
      case .means(let value): (value, "\(format.write(value, .none))")
      case .stands(let value, let text): (value, text)
      }
    facts = ColumnFacts(
      name: name, isRequired: fallback == nil, isInEveryHeader: fallback == nil, type: format.type,
      range: format.range, unit: unit,
      defaultText: fallback != nil && shown.words(in: .english).isEmpty ? "empty" : shown,
      example: example,
      meaning: meaning, expected: format.expected)
    read = { (text, names, row) throws(CellProblem) in
      row[keyPath: path] = try format.parse(text, names)
    }
    putDefault = { row in
      if let fallback { row[keyPath: path] = fallback }
    }
    write = { row, names in format.write(row[keyPath: path], names) }
  }
}

/// The declaration of one table: what drives reading, checking and writing it
/// as well as its section in `docs/files.md`.
struct TableSchema<Row: Sendable>: Sendable {
  /// What the table is, for messages and `docs/files.md`.
  let facts: TableFacts
  /// A row before any cell is read.
  let blank: Row
  /// In the documented order; a column that identifies rows stands first.
  let columns: [Column<Row>]

  init(
    _ file: String, noun: Sentence, isRequired: Bool, hasIdentifiers: Bool, meaning: Sentence,
    blank: Row, columns: [Column<Row>]
  ) {
    self.blank = blank
    self.columns = columns
    facts = TableFacts(
      file: file, noun: noun, isRequired: isRequired, hasIdentifiers: hasIdentifiers,
      meaning: meaning, columns: columns.map(\.facts))
  }
}

/// What a table is, whatever its rows.
struct TableFacts: Sendable {
  /// The file's name.
  let file: String
  /// What one row is, such as `country`.
  let noun: Sentence
  /// Whether the file must be there.
  let isRequired: Bool
  /// Whether the first column identifies rows.
  let hasIdentifiers: Bool
  let meaning: Sentence
  let columns: [ColumnFacts]
}

extension YearNames {
  /// No identifiers, for values that name nothing.
  static var none: YearNames {
    YearNames(
      countries: NameIndex("country", in: "countries.csv", names: []),
      sites: NameIndex("site", in: "sites.csv", names: []),
      cohorts: NameIndex("cohort", in: "cohorts.csv", names: []),
      schools: NameIndex("school", in: "schools.csv", names: []),
      applicants: NameIndex("applicant", in: "applicants.csv", names: []),
      courses: NameIndex("course", in: "courses.csv", names: []),
      delegations: NameIndex("delegation", in: "delegations.csv", names: []),
      decadeLines: NameIndex("line", in: "decade_lines.csv", names: []))
  }
}
