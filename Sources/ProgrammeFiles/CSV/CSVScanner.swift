// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

private let quote = UInt8(ascii: "\"")

/// Cuts text into records and fields, one record at a time.
struct CSVScanner {
  let file: String
  let bytes: [UInt8]
  let limits: TextLimits
  var faults: FaultList
  var separator = UInt8(ascii: ",")
  /// The fields of the last record.
  private(set) var fields: [CSVField] = []
  /// The line on which the last record begins.
  private(set) var recordLine = 1
  /// Whether the text cannot be read any further.
  private(set) var isBroken = false
  private var offset = 0
  private var line = 1

  init(text: DecodedText, limits: TextLimits, faults: FaultList) {
    file = text.file
    bytes = text.bytes
    self.limits = limits
    self.faults = faults
  }

  /// Reads the next record into `fields`.
  ///
  /// A blank line is a record with one empty field.
  ///
  /// - Returns: Whether there was one.
  /// - Complexity: O(*n*), where *n* is the length of the record.
  mutating func scanRecord() -> Bool {
    guard !isBroken, offset < bytes.count else { return false }
    fields.removeAll(keepingCapacity: true)
    recordLine = line
    let text = bytes
    let bytes = text.span
    while true {
      // Invariant: `offset` is where a field begins.
      if offset < bytes.count, bytes[offset] == quote {
        guard scanQuotedField() else { return false }
      } else {
        let start = offset
        var end = start
        var hasQuote = false
        while end < bytes.count {
          let byte = bytes[end]
          if byte == separator || byte == lineFeed || byte == carriageReturn { break }
          if byte == quote { hasQuote = true }
          end += 1
        }
        offset = end
        fields.append(CSVField(start..<end))
        if hasQuote { reportStrayQuote(start..<end) }
      }
      guard offset < bytes.count else { return true }
      let end = bytes[offset]
      offset += 1
      if end == separator { continue }
      // What ends a field is a separator or a line break.
      if end == carriageReturn, offset < bytes.count, bytes[offset] == lineFeed { offset += 1 }
      line += 1
      return true
    }
  }

  /// Reads a field whose opening quote stands at `offset`.
  ///
  /// - Returns: Whether it was closed; if not, all is read that can be.
  private mutating func scanQuotedField() -> Bool {
    let text = bytes
    let bytes = text.span
    let firstLine = line
    let start = offset + 1
    var end = start
    var hasDoubledQuotes = false
    while true {
      guard end < bytes.count, end - start <= limits.valueBytes else {
        reportUnclosedQuote(at: start, on: firstLine, reachedEnd: end >= bytes.count)
        return false
      }
      let byte = bytes[end]
      if byte == quote {
        guard end + 1 < bytes.count, bytes[end + 1] == quote else { break }
        hasDoubledQuotes = true
        end += 1
      } else if byte == lineFeed {
        line += 1
      } else if byte == carriageReturn, end + 1 >= bytes.count || bytes[end + 1] != lineFeed {
        line += 1
      }
      end += 1
    }
    fields.append(CSVField(start..<end, hasDoubledQuotes: hasDoubledQuotes))
    offset = end + 1
    var next = offset
    while next < bytes.count {
      let byte = bytes[next]
      if byte == separator || byte == lineFeed || byte == carriageReturn { break }
      next += 1
    }
    if next > offset { reportTextBehindQuote(offset..<next, quotedSince: firstLine) }
    offset = next
    return true
  }

  private mutating func reportStrayQuote(_ range: Range<Int>) {
    faults.report(
      Fault(
        file: file, line: line, value: String(decoding: bytes[range], as: UTF8.self),
        problem: "has a quote inside a cell that does not begin with one",
        expected: "the whole cell in quotes, and quotes inside it doubled"))
  }

  private mutating func reportTextBehindQuote(_ range: Range<Int>, quotedSince firstLine: Int) {
    let text = String(decoding: bytes[range], as: UTF8.self)
    // Spaces behind a closing quote do no harm.
    if text.allSatisfy({ $0 == " " || $0 == "\t" || $0 == "\u{3000}" }) { return }
    faults.report(
      Fault(
        file: file, line: line, value: text,
        problem: firstLine < line
          ? "stands behind the quote that closes a cell begun on line \(firstLine)"
          : "stands behind the quote that closes a cell",
        expected: "a comma or the end of the line, and quotes inside a cell doubled",
        kind: "text behind quote"))
  }

  private mutating func reportUnclosedQuote(at start: Int, on firstLine: Int, reachedEnd: Bool) {
    let end = bytes.firstLineBreak(in: start..<bytes.count) ?? bytes.count
    faults.report(
      Fault(
        file: file, line: firstLine,
        value: "\"" + String(decoding: bytes[start..<min(end, start + 240)], as: UTF8.self),
        problem: reachedEnd
          ? "begins a quoted cell that the end of the file cuts short"
          : """
          begins a quoted cell that does not end within \
          \(byteCountForDisplay(limits.valueBytes))
          """,
        expected: "a closing quote",
        hint: .advice("Lines from there on were not read.")))
    isBroken = true
  }

  /// Counts what may be separators in the next line, as a header would be.
  ///
  /// - Returns: How often each stands outside quotes, with 0 counted for none
  ///   in a line with text; empty for a blank line; `nil` at the end.
  mutating func nextHeaderCandidate() -> [UInt8: Int]? {
    guard offset < bytes.count else { return nil }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if !isQuoted, byte == lineFeed || byte == carriageReturn { break }
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == 9 {
        counts[byte, default: 0] += 1
      } else if byte != 0x20 {
        counts[0] = 0
      }
      offset += 1
    }
    offset += 1
    // A line of separators alone is blank to a spreadsheet.
    return counts[0] == nil ? [:] : counts
  }
}
