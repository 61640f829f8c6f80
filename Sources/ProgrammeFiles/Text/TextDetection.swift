// SPDX-License-Identifier: GPL-3.0-or-later

/// Where bytes stop being well-formed UTF-8.
///
/// - Parameter bytes: Any bytes.
/// - Returns: The first byte of the first malformed sequence, or `nil`.
func firstMalformedByte(ofUTF8 bytes: [UInt8]) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}

/// Where bytes stop looking like CP932.
///
/// The C library maps a few lone bytes to control and private characters that
/// no program means; they are malformed here.
///
/// - Parameter bytes: Any bytes.
/// - Returns: The first byte of the first malformed character, or `nil`.
func firstMalformedByte(ofCP932 bytes: [UInt8]) -> Int? {
  let bytes = bytes.span
  var offset = 0
  while offset < bytes.count {
    switch bytes[offset] {
    case 0x00...0x7F, 0xA1...0xDF:
      offset += 1
    case 0x81...0x9F, 0xE0...0xFC:
      guard offset + 1 < bytes.count else { return offset }
      switch bytes[offset + 1] {
      case 0x40...0x7E, 0x80...0xFC: offset += 2
      default: return offset
      }
    default:
      return offset
    }
  }
  return nil
}

/// Whether text is UTF-8 that came to harm rather than CP932.
///
/// Three-byte sequences, which hold all Japanese in UTF-8, hardly ever arise
/// in CP932 (two-byte ones do: half-width kana). The text counts as UTF-8 if
/// there are any and either the first fault is a character cut short by the
/// end of the file, or there are more than ten times as many as malformed
/// sequences.
///
/// - Parameters:
///   - bytes: Any bytes.
///   - firstMalformed: Where they stop being UTF-8.
/// - Returns: Whether they should be refused as damaged.
func isDamagedUTF8(_ bytes: [UInt8], firstMalformed: Int) -> Bool {
  let bytes = bytes.span
  func isContinuation(_ offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] & 0xC0 == 0x80
  }
  var wellFormed = 0
  var malformed = 0
  var offset = 0
  var lastMalformed = 0
  while offset < bytes.count {
    let lead = bytes[offset]
    let length =
      switch lead {
      case 0x00...0x7F: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    let isWhole = length > 0 && (1..<max(length, 1)).allSatisfy { isContinuation(offset + $0) }
    if isWhole {
      if length == 3 { wellFormed += 1 }
      offset += length
    } else {
      malformed += 1
      lastMalformed = offset
      offset += 1
      while isContinuation(offset) { offset += 1 }
    }
  }
  if malformed == 1, lastMalformed == firstMalformed, bytes.count - firstMalformed < 4,
    bytes[firstMalformed] >= 0xC2
  {
    return wellFormed > 0
  }
  return wellFormed > 10 * malformed
}
