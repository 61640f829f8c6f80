// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes a table in the format of RFC 4180: commas, line feeds, UTF-8.
///
/// Equal rows give equal bytes. A cell stands in quotes only if it holds a
/// comma, a quote, a line break, or spaces at either end.
package struct CSVWriter: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  private let columnCount: Int

  /// Starts a table with its header.
  ///
  /// - Parameters:
  ///   - header: The columns' names.
  ///   - byteOrderMark: Whether the text begins with a byte order mark, by
  ///     which some spreadsheets tell UTF-8.
  package init(header: [String], byteOrderMark: Bool = false) {
    columnCount = header.count
    if byteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
    append(header)
  }

  /// Adds a row.
  ///
  /// A reader skips rows without any text; writing one is no fault.
  ///
  /// - Parameter row: The cells.
  /// - Precondition: There are as many cells as columns.
  package mutating func append(_ row: [String]) {
    precondition(row.count == columnCount, "A row of \(row.count) under \(columnCount) columns.")
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell: cell, isAlone: columnCount == 1)
    }
    bytes.append(lineFeed)
  }

  /// What has been written, as a string.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func append(cell: String, isAlone: Bool) {
    let text = cell.utf8
    let needsQuotes =
      text.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == lineFeed
          || byte == carriageReturn || byte == UInt8(ascii: ";") || byte == 9
      } || text.first == 0x20 || text.last == 0x20 || (isAlone && text.isEmpty)
    guard needsQuotes else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
