// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme

/// What a cell is to hold.
package enum WorkbookCell: Equatable, Sendable {
  /// Nothing.
  case empty
  /// Text; never a formula, however it begins.
  case text(String)
  /// A number.
  case number(Double)
  /// A day, from 1 March 1900 on.
  case day(Day)

  /// A cell for text as it stands in a table: a number or a day where a spreadsheet that
  /// writes the cell back gives the very same text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - kind: What the column holds.
  package init(_ text: String, as kind: WorkbookColumn.Kind) {
    switch kind {
    case _ where text.isEmpty: self = .empty
    case .number:
      if let value = Double(text), abs(value) < 1e15, numberText("\(value)") == text {
        self = .number(value)
      } else {
        self = .text(text)
      }
    case .day:
      if let day = Day(iso: text), day.number >= WorkbookColumn.firstDay {
        self = .day(day)
      } else {
        self = .text(text)
      }
    case .text: self = .text(text)
    }
  }
}

/// A column of a sheet.
package struct WorkbookColumn: Equatable, Sendable {
  /// What its cells hold.
  package enum Kind: Equatable, Sendable {
    case text
    /// Numbers; large ones with or without a comma after each thousand.
    case number(isGrouped: Bool = false)
    case day
  }

  /// What may be chosen from in its cells.
  package enum Choices: Equatable, Sendable {
    /// Some words, up to 255 characters with a comma between them.
    case words([String])
    /// What stands in the first column of another sheet.
    case firstColumn(ofSheet: String)
    /// Whole numbers.
    case wholeNumbers(ClosedRange<Int>)
  }

  /// How its cells are coloured by what they hold.
  package enum Colouring: Equatable, Sendable {
    /// From the least, pale, to the greatest, green.
    case scale
    /// Cells that hold a word, red.
    case warning(of: String)
    /// Bars as long as the number is large.
    case bars
  }

  /// The first day that every spreadsheet counts alike, 1 March 1900.
  static let firstDay = -25_508

  /// What stands in the first row.
  package var title: String
  package var kind: Kind
  /// Explains the column to who points at its title.
  package var note: String?
  package var choices: Choices?
  package var colouring: Colouring?
  /// Whether a cell has to be filled in; its title is marked.
  package var isRequired = false

  package init(
    _ title: String, _ kind: Kind = .text, note: String? = nil, choices: Choices? = nil,
    colouring: Colouring? = nil, isRequired: Bool = false
  ) {
    self.title = title
    self.kind = kind
    self.note = note
    self.choices = choices
    self.colouring = colouring
    self.isRequired = isRequired
  }
}

/// A sheet with a table: titles in the first row, which stays in sight and can be
/// filtered by.
package struct SheetDraft: Equatable, Sendable {
  /// The name on its tab, 1 to 31 characters without `[]:*?/\`.
  package var name: String
  package var columns: [WorkbookColumn]
  /// The cells of each row, at most as many as there are columns.
  package var rows: [[WorkbookCell]]
  /// Whether it has a row of titles; text without is kept line by line.
  package var hasTitles = true

  package init(
    _ name: String, columns: [WorkbookColumn], rows: [[WorkbookCell]], hasTitles: Bool = true
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.hasTitles = hasTitles
  }
}
