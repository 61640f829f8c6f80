// SPDX-License-Identifier: GPL-3.0-or-later

extension IntegerProgram {
  /// How many columns there are.
  public var columnCount: Int { columnLowers.count }

  /// How many rows there are.
  public var rowCount: Int { rowLowers.count }

  /// How many terms the rows have together.
  public var termCount: Int { entryColumns.count }

  /// All columns, in the order in which they were added.
  public var columns: some Sequence<Column> & Sendable {
    (0..<columnCount).lazy.map { Column(index: $0) }
  }

  /// All rows, in the order in which they were added.
  public var rows: some Sequence<Row> & Sendable {
    (0..<rowCount).lazy.map { Row(index: $0) }
  }

  /// The bounds of a column; nil is no bound.
  public func bounds(of column: Column) -> (lower: Int64?, upper: Int64?) {
    (
      bound(columnLowers[column.index], unless: .min),
      bound(columnUppers[column.index], unless: .max)
    )
  }

  /// The bounds of a row; nil is no bound.
  public func bounds(of row: Row) -> (lower: Int64?, upper: Int64?) {
    (bound(rowLowers[row.index], unless: .min), bound(rowUppers[row.index], unless: .max))
  }

  /// Whether the solver has to make a column whole.
  public func isInteger(_ column: Column) -> Bool { columnIsInteger[column.index] }

  /// The name a column was given.
  public func name(of column: Column) -> String { columnTexts.name(at: column.index) }

  /// The name a row was given.
  public func name(of row: Row) -> String { rowNames[row.index] }

  /// The rule and the data a column stands for.
  public func origin(of column: Column) -> Origin { columnTexts.origin(at: column.index) }

  /// The rule and the data that gave rise to a row.
  public func origin(of row: Row) -> Origin { rowOrigins[row.index] }

  /// The terms of a row, each column once, in the order of first mention.
  public func terms(of row: Row) -> [Term] {
    (rowStarts[row.index]..<rowStarts[row.index + 1]).map { entry in
      Term(
        column: Column(position: entryColumns[entry]), coefficient: entryCoefficients[entry])
    }
  }

  private func bound(_ stored: Int64, unless none: Int64) -> Int64? {
    stored == none ? nil : stored
  }
}
