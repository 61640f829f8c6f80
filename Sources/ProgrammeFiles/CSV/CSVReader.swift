// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// Reads a table from a file.
///
/// The format is that of RFC 4180, read generously: any line breaks, a byte
/// order mark, any known encoding, blank lines, and semicolons or tabs where
/// the header is separated by nothing else. Rows with the wrong number of
/// cells are reported and left out.
///
/// - Parameters:
///   - path: Where the file lies.
///   - file: Its name in faults.
///   - limits: How large it may be.
///   - faults: Where everything amiss is reported.
/// - Returns: The table, or `nil` if there is none to speak of. A table may
///   come with errors; those are in `faults`.
/// - Complexity: O(*n*), where *n* is the size of the file.
package func readCSV(
  at path: String, named file: String, limits: TextLimits = .table, faults: inout FaultList
) -> CSVTable? {
  guard let text = readText(at: path, named: file, limits: limits, faults: &faults)
  else { return nil }
  return parseCSV(text, limits: limits, faults: &faults)
}

/// Reads a table from text.
///
/// - Parameters:
///   - text: The file's text.
///   - limits: How large a quoted cell may be.
///   - faults: Where everything amiss is reported.
/// - Returns: The table, or `nil` if there is none to speak of.
/// - Complexity: O(*n*), where *n* is the size of the text.
package func parseCSV(
  _ text: DecodedText, limits: TextLimits = .table, faults: inout FaultList
) -> CSVTable? {
  var reader = CSVReader(text: text, limits: limits, faults: faults)
  let table = reader.readTable()
  faults = reader.scanner.faults
  return table
}

private struct CSVReader {
  /// As many columns as any spreadsheet has.
  static let mostColumns = 16_384

  var scanner: CSVScanner

  init(text: DecodedText, limits: TextLimits, faults: FaultList) {
    scanner = CSVScanner(text: text, limits: limits, faults: faults)
  }

  mutating func readTable() -> CSVTable? {
    scanner.separator = chooseSeparator()
    while scanner.scanRecord() {
      if scanner.fields.allSatisfy({ $0.isBlank(in: scanner.bytes) }) { continue }
      guard let header = readHeader() else { return nil }
      return readRows(under: header, on: scanner.recordLine)
    }
    if !scanner.isBroken {
      scanner.faults.report(
        Fault(
          file: scanner.file, problem: "the file has no header",
          expected: "a first line with the columns' names"))
    }
    return nil
  }

  /// The separator the header proves, or a comma.
  private mutating func chooseSeparator() -> UInt8 {
    var probe = scanner
    probe.separator = 0
    var counts: [UInt8: Int] = [:]
    // With no separator a record is one field; quotes still hide line breaks.
    repeat {
      guard let line = probe.nextHeaderCandidate() else { return UInt8(ascii: ",") }
      counts = line
    } while counts.isEmpty
    let tabs = counts[UInt8(ascii: "\t"), default: 0]
    let semicolons = counts[UInt8(ascii: ";"), default: 0]
    guard counts[UInt8(ascii: ","), default: 0] == 0, (tabs == 0) != (semicolons == 0) else {
      return UInt8(ascii: ",")
    }
    scanner.faults.report(
      Fault(
        file: scanner.file,
        problem: tabs > 0
          ? "the columns are separated by tabs" : "the columns are separated by semicolons",
        expected: "commas", hint: .advice("The file was read as it is."), severity: .notice))
    return UInt8(ascii: tabs > 0 ? "\t" : ";")
  }

  private mutating func readHeader() -> [String]? {
    var names = scanner.fields.map { $0.text(in: scanner.bytes) }
    while names.last == "" { names.removeLast() }
    guard names.count <= Self.mostColumns else {
      scanner.faults.report(
        Fault(
          file: scanner.file, line: scanner.recordLine,
          problem: "the header has \(grouped(names.count)) columns",
          expected: "at most \(grouped(Self.mostColumns))"))
      return nil
    }
    var seen: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      if name.isEmpty {
        scanner.faults.report(
          Fault(
            file: scanner.file, line: scanner.recordLine,
            problem: "column \(index + 1) has no name", expected: "a name in every column",
            kind: "unnamed column"))
      } else if let first = seen[name] {
        scanner.faults.report(
          Fault(
            file: scanner.file, line: scanner.recordLine, place: .column(name),
            problem: "columns \(first + 1) and \(index + 1) have the same name",
            expected: "each name once", kind: "repeated column"))
      } else {
        seen[name] = index
      }
    }
    return names
  }

  private mutating func readRows(under header: [String], on headerLine: Int) -> CSVTable {
    var cells: [CSVField] = []
    var rowLines: [UInt32] = []
    cells.reserveCapacity(scanner.bytes.count / 8)
    while scanner.scanRecord() {
      let fields = scanner.fields
      if fields.count != header.count || fields[0].isBlank(in: scanner.bytes) {
        if fields.allSatisfy({ $0.isBlank(in: scanner.bytes) }) { continue }
        // Spreadsheets fill rows with empty cells up to the widest one.
        let extra = fields.dropFirst(header.count)
        guard fields.count >= header.count,
          extra.allSatisfy({ $0.isBlank(in: scanner.bytes) })
        else {
          reportRagged(fields.count, header: header)
          continue
        }
      }
      cells.append(contentsOf: fields.prefix(header.count))
      rowLines.append(UInt32(scanner.recordLine))
    }
    return CSVTable(
      file: scanner.file, header: header, headerLine: headerLine, bytes: scanner.bytes,
      cells: cells, rowLines: rowLines)
  }

  private mutating func reportRagged(_ count: Int, header: [String]) {
    let isShort = count < header.count
    scanner.faults.report(
      Fault(
        file: scanner.file, line: scanner.recordLine,
        problem: "the row has \(count, "cell", "cells")",
        expected: "\(grouped(header.count)), as many as the header has columns",
        hint: .advice(
          isShort
            ? "The row ends before column \(clippedForDisplay(header[count]))."
            : "A cell that holds a comma has to stand in quotes."),
        kind: isShort ? "short row" : "long row"))
  }
}
