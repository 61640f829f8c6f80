// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// How a text file was written.
package enum TextEncoding: String, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// What Japanese Windows calls Shift_JIS.
  case cp932 = "CP932 (Shift_JIS)"
  /// UTF-16 after a little-endian byte order mark: "Unicode text" of Excel.
  case utf16LittleEndian = "UTF-16 (little-endian)"
  /// UTF-16 after a big-endian byte order mark.
  case utf16BigEndian = "UTF-16 (big-endian)"
}

/// A file's text, checked and without a byte order mark.
package struct DecodedText: Sendable {
  /// The file's name in faults.
  package let file: String
  /// The text: well-formed UTF-8 without NUL.
  package let bytes: [UInt8]
  /// How the file was written.
  package let encoding: TextEncoding

  /// The text as one string.
  package var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// Reads a text file, whatever of the known encodings it is in.
///
/// - Parameters:
///   - path: Where the file lies.
///   - file: Its name in faults.
///   - limits: How large it may be.
///   - faults: Where everything amiss is reported.
/// - Returns: The text, or `nil` after an error.
package func readText(
  at path: String, named file: String, limits: TextLimits = .table, faults: inout FaultList
) -> DecodedText? {
  guard let bytes = readBytes(at: path, named: file, limit: limits.fileBytes, faults: &faults)
  else { return nil }
  return decodeText(bytes, named: file, limits: limits, faults: &faults)
}

/// Finds out how text was written and turns it into UTF-8.
///
/// A byte order mark decides. Without one, well-formed UTF-8 is UTF-8; what
/// else is well-formed CP932 is read as that and a notice says so. Text that
/// is UTF-8 but for a few bytes is damaged UTF-8, not CP932: most damaged
/// bytes would pass as some Japanese character or other.
///
/// - Parameters:
///   - bytes: The file's content.
///   - file: Its name in faults.
///   - limits: How large it may be.
///   - faults: Where everything amiss is reported.
/// - Returns: The text, or `nil` after an error.
package func decodeText(
  _ bytes: consuming [UInt8], named file: String, limits: TextLimits = .table,
  faults: inout FaultList
) -> DecodedText? {
  do throws(Fault) {
    return try TextDecoder(file: file, limits: limits).decode(bytes, faults: &faults)
  } catch {
    faults.report(error)
    return nil
  }
}

private struct TextDecoder {
  let file: String
  let limits: TextLimits

  func decode(_ bytes: consuming [UInt8], faults: inout FaultList) throws(Fault) -> DecodedText {
    guard bytes.count <= limits.fileBytes else {
      throw Fault(
        file: file, problem: "the file has \(bytes.count, "byte", "bytes")",
        expected: "at most \(byteCountForDisplay(limits.fileBytes))", kind: "overlong file")
    }
    guard !bytes.isEmpty else {
      throw Fault(file: file, problem: "the file is empty", kind: "empty")
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return try decodeUTF16(bytes, .utf16LittleEndian, faults: &faults)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return try decodeUTF16(bytes, .utf16BigEndian, faults: &faults)
    }
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      throw Fault(
        file: file, problem: "this is a workbook or another zip archive", expected: "a text file",
        hint: .advice("If it is a workbook, give its name the ending .xlsx or save it as CSV."))
    }
    try refuseLongLinesAndZeros(bytes)
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let offset = firstMalformedByte(ofUTF8: bytes) else {
      if hasMark { bytes.removeFirst(3) }
      return DecodedText(file: file, bytes: bytes, encoding: .utf8)
    }
    if hasMark || isDamagedUTF8(bytes, firstMalformed: offset) {
      throw malformed(
        bytes, at: offset, "byte \(hexadecimal(bytes[offset])) begins what is no text in UTF-8",
        "The rest of the file is UTF-8; it may have been cut short.")
    }
    return try decodeCP932(bytes, firstMalformed: offset, faults: &faults)
  }

  private func decodeUTF16(
    _ bytes: [UInt8], _ encoding: TextEncoding, faults: inout FaultList
  ) throws(Fault) -> DecodedText {
    let name = encoding == .utf16LittleEndian ? "UTF-16LE" : "UTF-16BE"
    switch transcode(bytes, from: name, startingAt: 2) {
    case .converted(let converted):
      guard !converted.isEmpty else {
        throw Fault(file: file, problem: "the file is empty", kind: "empty")
      }
      try refuseLongLinesAndZeros(converted)
      noteEncoding(encoding, firstText: converted, faults: &faults)
      return DecodedText(file: file, bytes: converted, encoding: encoding)
    case .malformed(let offset):
      // Before the offset everything is well-formed and tells the line.
      var line = 1
      if case .converted(let before) = transcode(
        Array(bytes[..<offset]), from: name, startingAt: 2)
      {
        line = before.lineNumber(at: before.count)
      }
      throw Fault(
        file: file, line: line,
        problem: "byte \(hexadecimal(bytes[offset])) begins what is no text in UTF-16",
        expected: "UTF-16 as its first two bytes announce", kind: "malformed text")
    case .unavailable:
      throw unavailable(encoding)
    }
  }

  private func decodeCP932(
    _ bytes: [UInt8], firstMalformed offset: Int, faults: inout FaultList
  ) throws(Fault) -> DecodedText {
    let advice: Sentence = "Save the file as CSV UTF-8."
    guard firstMalformedByte(ofCP932: bytes) == nil else {
      throw malformed(
        bytes, at: offset,
        "byte \(hexadecimal(bytes[offset])) begins what is no text in UTF-8 nor CP932", advice)
    }
    switch transcode(bytes, from: "CP932") {
    case .converted(let converted):
      noteEncoding(.cp932, firstText: converted, faults: &faults)
      return DecodedText(file: file, bytes: converted, encoding: .cp932)
    case .malformed:
      throw malformed(
        bytes, at: offset,
        "byte \(hexadecimal(bytes[offset])) begins what is no text in UTF-8 nor CP932", advice)
    case .unavailable:
      throw unavailable(.cp932)
    }
  }

  private func refuseLongLinesAndZeros(_ bytes: [UInt8]) throws(Fault) {
    if let limit = limits.lineBytes, let line = bytes.firstLine(longerThan: limit) {
      throw Fault(
        file: file, line: line, problem: "the line is longer than any table's",
        expected: "at most \(byteCountForDisplay(limit)) in a line")
    }
    guard let zero = bytes.firstIndex(of: 0, in: 0..<bytes.count) else { return }
    throw Fault(
      file: file, line: bytes.lineNumber(at: zero),
      problem: "byte 0x00 (NUL) stands in the text", expected: "a text file",
      hint: .advice("The file may be damaged, or be UTF-16 without a byte order mark."))
  }

  private func noteEncoding(
    _ encoding: TextEncoding, firstText bytes: [UInt8], faults: inout FaultList
  ) {
    faults.report(
      Fault(
        file: file,
        problem: """
          the file was read as \(encoding.rawValue), which makes its first text \
          "\(clippedForDisplay(firstForeignText(in: bytes)))"
          """,
        expected: "UTF-8",
        hint: .advice("If this is not what was written, save the file as CSV UTF-8."),
        severity: .notice, kind: "encoding"))
  }

  /// The cell around the first text beyond ASCII, for a person to judge.
  private func firstForeignText(in bytes: [UInt8]) -> String {
    let first = bytes.firstIndex { $0 >= 0x80 } ?? 0
    let start = bytes[..<first].lastIndex { $0 < 0x30 }.map { $0 + 1 } ?? 0
    let end = bytes.firstLineBreak(in: first..<bytes.count) ?? bytes.count
    let text = String(decoding: bytes[start..<min(end, start + 240)], as: UTF8.self)
    return String(text.prefix { $0 != "," && $0 != "\t" && $0 != ";" }.prefix(40))
  }

  private func malformed(
    _ bytes: [UInt8], at offset: Int, _ problem: Sentence, _ advice: Sentence
  ) -> Fault {
    Fault(
      file: file, line: bytes.lineNumber(at: offset), problem: problem,
      expected: "UTF-8, or CP932 as Japanese Excel writes it", hint: .advice(advice),
      kind: "malformed text")
  }

  private func unavailable(_ encoding: TextEncoding) -> Fault {
    Fault(
      file: file,
      problem: "the file is not UTF-8, and this system has no table for \(encoding.rawValue)",
      expected: "UTF-8")
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return "0x" + (digits.count < 2 ? "0" : "") + digits
}
