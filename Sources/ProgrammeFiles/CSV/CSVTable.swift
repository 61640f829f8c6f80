// SPDX-License-Identifier: GPL-3.0-or-later

/// A table as it stood in its file: a header and rows of text.
///
/// Cells are made into strings when asked for.
package struct CSVTable: Sendable {
  /// The file's name in faults.
  package let file: String
  /// The columns' names, trimmed; of equal names only the first is found.
  package internal(set) var header: [String]
  /// The line the header begins on.
  package let headerLine: Int
  /// How many rows there are, blank and faulty ones left out.
  package var rowCount: Int { rowLines.count }

  var bytes: [UInt8]
  var cells: [CSVField]
  var rowLines: [UInt32]
  var columnIndices: [String: Int]
  /// What scenarios have put into it.
  var patches = TablePatches()

  init(
    file: String, header: [String], headerLine: Int, bytes: [UInt8], cells: [CSVField],
    rowLines: [UInt32]
  ) {
    precondition(cells.count == rowLines.count * header.count, "\(cells.count) cells")
    self.file = file
    self.header = header
    self.headerLine = headerLine
    self.bytes = bytes
    self.cells = cells
    self.rowLines = rowLines
    columnIndices = Dictionary(
      header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Finds a column.
  ///
  /// - Parameter name: Its name, exactly as documented.
  /// - Returns: Its index, or `nil`.
  package func columnIndex(named name: String) -> Int? {
    columnIndices[name]
  }

  /// The text of a cell, without the spaces around it.
  ///
  /// Spaces are those of ASCII, the no-break space and the ideographic space;
  /// line breaks count too.
  ///
  /// - Parameters:
  ///   - row: The row's index, from 0.
  ///   - column: The column's index.
  /// - Returns: The text; empty where the cell is.
  /// - Precondition: Both are indices of this table.
  package func cell(row: Int, column: Int) -> String {
    precondition(header.indices.contains(column), "Column \(column) of \(header.count).")
    return cells[row * header.count + column].text(in: bytes)
  }

  /// The line on which a row begins, counted from 1.
  ///
  /// - Parameter row: The row's index, from 0.
  /// - Returns: The line in the file, as an editor counts it.
  package func line(ofRow row: Int) -> Int {
    Int(rowLines[row])
  }

  /// The table with other numbers of lines.
  ///
  /// - Parameter numbers: The number for each line of the text.
  /// - Returns: The same cells on those lines.
  func onLines(of numbers: [Int]) -> CSVTable {
    var table = CSVTable(
      file: file, header: header, headerLine: numbers[headerLine - 1], bytes: bytes, cells: cells,
      rowLines: rowLines.map { UInt32(numbers[Int($0) - 1]) })
    table.patches = patches
    return table
  }
}

/// Where a cell lies in its file.
struct CSVField: Sendable {
  /// The first byte, behind an opening quote.
  let start: UInt32
  /// The number of bytes, and in the top bit whether quotes are doubled.
  private let lengthAndMark: UInt32

  init(_ range: Range<Int>, hasDoubledQuotes: Bool = false) {
    start = UInt32(range.lowerBound)
    lengthAndMark = UInt32(range.count) | (hasDoubledQuotes ? 1 << 31 : 0)
  }

  private var hasDoubledQuotes: Bool { lengthAndMark >> 31 == 1 }

  var range: Range<Int> {
    Int(start)..<(Int(start) + Int(lengthAndMark & 0x7FFF_FFFF))
  }

  /// The cell's text without the spaces around it.
  func text(in bytes: [UInt8]) -> String {
    let trimmed = trimmedRange(in: bytes)
    guard hasDoubledQuotes else { return String(decoding: bytes[trimmed], as: UTF8.self) }
    var single: [UInt8] = []
    single.reserveCapacity(trimmed.count)
    var isSecond = false
    for byte in bytes[trimmed] {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { single.append(byte) }
    }
    return String(decoding: single, as: UTF8.self)
  }

  /// Whether nothing but spaces stands in the cell.
  func isBlank(in bytes: [UInt8]) -> Bool {
    trimmedRange(in: bytes).isEmpty
  }

  private func trimmedRange(in bytes: [UInt8]) -> Range<Int> {
    let bytes = bytes.span
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = spaceLength(at: start, before: end, in: bytes)
      if length == 0 { break }
      start += length
    }
    while start < end {
      if isASCIISpace(bytes[end - 1]) {
        end -= 1
      } else if end - start >= 2, spaceLength(at: end - 2, before: end, in: bytes) == 2 {
        end -= 2
      } else if end - start >= 3, spaceLength(at: end - 3, before: end, in: bytes) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }
}

private func isASCIISpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}

/// The bytes of the space that begins at a place; 0 if none does.
private func spaceLength(at offset: Int, before end: Int, in bytes: Span<UInt8>) -> Int {
  switch bytes[offset] {
  case let byte where isASCIISpace(byte): 1
  case 0xC2 where offset + 1 < end && bytes[offset + 1] == 0xA0: 2
  case 0xE3
  where offset + 2 < end && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x80: 3
  default: 0
  }
}
