// SPDX-License-Identifier: GPL-3.0-or-later

/// Where in a scenario something stands.
struct PatchPlace: Sendable {
  let file: String
  let line: Int
  let path: String

  init(file: String, line: Int, path: String) {
    self.file = file
    self.line = line
    self.path = path
  }

  /// The place of a value.
  init(_ value: JSON5Value) {
    self.init(file: value.file, line: value.position.line, path: value.path)
  }
}

/// What scenarios have put into a table, and where they say so.
///
/// Rows are known by their lines. Rows that were added have lines beyond those of
/// any file; rows of one place may share one.
struct TablePatches: Sendable {
  /// No file has as many lines.
  static let firstAddedLine = 1 << 30

  /// The place of each added line.
  private var added: [PatchPlace] = []
  /// The places of cells, by line and column.
  private var cells: [Int: [String: PatchPlace]] = [:]

  /// A new line for rows that come from a place.
  mutating func addLine(from place: PatchPlace) -> Int {
    added.append(place)
    return Self.firstAddedLine + added.count - 1
  }

  /// Notes where a cell comes from.
  mutating func note(_ place: PatchPlace, line: Int, column: String) {
    cells[line, default: [:]][column] = place
  }

  /// The place that an added line comes from; nothing of a line of the file.
  func place(ofAddedLine line: Int) -> PatchPlace? {
    line >= Self.firstAddedLine ? added[line - Self.firstAddedLine] : nil
  }

  /// The place that a cell comes from; nothing when it is the file's own.
  ///
  /// - Parameters:
  ///   - line: The row's line.
  ///   - column: The cell's column.
  ///   - others: Columns of the row that will do if the cell is the file's own.
  /// - Returns: The place.
  func place(line: Int, column: String, or others: [String]) -> PatchPlace? {
    let changed = cells[line] ?? [:]
    if let place = changed[column] { return place }
    if let row = place(ofAddedLine: line) {
      return PatchPlace(file: row.file, line: row.line, path: "\(row.path).\(column)")
    }
    return others.lazy.compactMap { changed[$0] }.first
  }
}

extension CSVTable {
  /// A table without rows, in place of a file that is missing.
  init(file: String, header: [String]) {
    self.init(file: file, header: header, headerLine: 1, bytes: [], cells: [], rowLines: [])
  }

  /// Puts text into a cell; the column is added if it is missing.
  mutating func set(row: Int, column name: String, to text: String) {
    let column = ensureColumn(named: name)
    cells[row * header.count + column] = field(for: text)
  }

  /// Adds rows, their cells by column; what is not named is empty.
  ///
  /// - Parameters:
  ///   - columns: The columns' names; those that are missing are added.
  ///   - rows: The cells of each row, in the order of the columns.
  ///   - line: The line by which the rows are known.
  mutating func append(columns: [String], rows: [[String]], line: Int) {
    let places = columns.map { ensureColumn(named: $0) }
    let empty = CSVField(0..<0)
    // Rows of one place say the same in most of their cells.
    var fields: [String: CSVField] = ["": empty]
    for row in rows {
      var new = [CSVField](repeating: empty, count: header.count)
      for (place, text) in zip(places, row) {
        let known = fields[text] ?? field(for: text)
        fields[text] = known
        new[place] = known
      }
      cells += new
      rowLines.append(UInt32(line))
    }
  }

  /// Takes rows out.
  mutating func remove(rows: Set<Int>) {
    guard !rows.isEmpty else { return }
    let width = header.count
    let kept = (0..<rowCount).filter { !rows.contains($0) }
    cells = kept.flatMap { cells[($0 * width)..<(($0 + 1) * width)] }
    rowLines = kept.map { rowLines[$0] }
  }

  /// The index of a column, which is added, with empty cells, if it is missing.
  private mutating func ensureColumn(named name: String) -> Int {
    if let column = columnIndex(named: name) { return column }
    let width = header.count
    cells = (0..<rowCount).flatMap {
      cells[($0 * width)..<(($0 + 1) * width)] + [CSVField(0..<0)]
    }
    header.append(name)
    columnIndices[name] = width
    return width
  }

  private mutating func field(for text: String) -> CSVField {
    let start = bytes.count
    bytes += Array(text.utf8)
    return CSVField(start..<bytes.count)
  }
}
