// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

// MARK: - Numbers

extension JSON5Parser {
  /// Whether a byte can only begin a number.
  func isNumberStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// Reads a number and steps over it.
  mutating func parseNumber(_ step: JSON5Step) throws(Fault) -> JSON5Number {
    let text = numberAhead()
    let unsigned = text.drop { $0 == "+" || $0 == "-" }
    guard unsigned != "Infinity", unsigned != "NaN" else {
      throw fault(step, "is not a finite number", expected: "a number", value: text)
    }
    guard let number = JSON5Number(text) else {
      throw fault(
        step, "is not a number", expected: "a number such as 12 or -0.5", value: text,
        hint: .advice("Text has to stand in quotes."))
    }
    guard number.double.isFinite else {
      throw fault(step, "is too large a number", expected: "a number up to 1e308", value: text)
    }
    offset += text.utf8.count
    return number
  }

  /// Everything from here on that a person would take for one number.
  private func numberAhead() -> String {
    var end = offset
    while end < bytes.count, end - offset < 1_000 {
      switch bytes[end] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "_"):
        end += 1
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        guard end == offset || bytes[end - 1] | 0x20 == UInt8(ascii: "e") else { fallthrough }
        end += 1
      default:
        return String(decoding: bytes[offset..<end], as: UTF8.self)
      }
    }
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }
}

extension JSON5Number {
  /// Reads a number as JSON5 writes them.
  ///
  /// Leading zeros are refused, since some read them as octal.
  ///
  /// - Parameter text: The whole of the number.
  init?(_ text: String) {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    self.text = text
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
      let hexadecimal = digits.dropFirst(2)
      guard hexadecimal.first?.isHexDigit == true,
        let magnitude = UInt64(hexadecimal, radix: 16)
      else { return nil }
      double = isNegative ? -Double(magnitude) : Double(magnitude)
      integer = Int64((isNegative ? "-" : "") + hexadecimal, radix: 16)
      return
    }
    guard Self.isDecimal(digits) else { return nil }
    // The grammar is checked; what is left is a form that every reader takes.
    let plain = (digits.first == "." ? "0" : "") + digits
    guard let double = Double(plain.replacingTrailingPoint) else { return nil }
    self.double = isNegative ? -double : double
    if digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      integer = Int64((isNegative ? "-" : "") + digits)
    } else {
      // Beyond 2^53 a fraction or exponent no longer tells every whole number.
      integer = double <= 0x1p53 ? Int64(exactly: self.double) : nil
    }
  }

  /// Whether text is `1`, `1.`, `.5`, `1.5`, or one of these and an exponent.
  private static func isDecimal(_ text: Substring) -> Bool {
    var rest = Array(text.utf8)[...]
    func skipDigits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = skipDigits()
    guard whole <= 1 || !startsWithZero else { return false }
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = skipDigits()
    }
    guard whole + fraction > 0 else { return false }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard skipDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}

extension String {
  /// The same number without a point that no digit follows.
  fileprivate var replacingTrailingPoint: String {
    guard let point = firstIndex(of: ".") else { return self }
    let next = index(after: point)
    guard next == endIndex || !self[next].isNumber else { return self }
    return String(self[..<point] + self[next...])
  }
}

// MARK: - Strings

extension JSON5Parser {
  /// Reads a string whose opening quote stands here, and steps over it.
  mutating func parseString(_ step: JSON5Step) throws(Fault) -> String {
    let start = self
    let quote = bytes[offset]
    offset += 1
    let first = offset
    var text: [UInt8] = []
    while let byte = byte() {
      guard offset - first <= limits.valueBytes else {
        throw start.fault(
          step, "begins a text that does not end",
          expected: "at most \(byteCountForDisplay(limits.valueBytes))")
      }
      switch byte {
      case quote:
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        offset += 1
        try parseEscape(into: &text, step)
      case lineFeed, carriageReturn:
        throw start.fault(
          step, "begins a text that does not end on its line", expected: "a closing quote")
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw start.fault(step, "begins a text that does not end", expected: "a closing quote")
  }

  /// Reads what follows a backslash.
  private mutating func parseEscape(into text: inout [UInt8], _ step: JSON5Step) throws(Fault) {
    guard let letter = byte() else { return }  // The string's end is missed next.
    switch letter {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(lineFeed)
    case UInt8(ascii: "r"): text.append(carriageReturn)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "v"): text.append(0x0B)
    case UInt8(ascii: "x"):
      try append(try hexadecimal(digits: 2, step), to: &text, step)
      return
    case UInt8(ascii: "u"):
      try parseUnicodeEscape(into: &text, step)
      return
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      throw fault(
        step, "stands behind a backslash", expected: "a letter such as n, or u and four digits")
    case lineFeed, carriageReturn:
      offset = bytes.lineStart(after: offset)
      beginLine()
      return
    default:
      guard let scalar = scalar(at: offset) else { return }
      offset += UTF8.width(scalar)
      if scalar != "\u{2028}" && scalar != "\u{2029}" { text += Array(String(scalar).utf8) }
      return
    }
    offset += 1
  }

  private mutating func parseUnicodeEscape(
    into text: inout [UInt8], _ step: JSON5Step
  ) throws(Fault) {
    let start = self
    let first = try hexadecimal(digits: 4, step)
    guard (0xD800...0xDBFF).contains(first) else {
      try append(first, to: &text, step, at: start)
      return
    }
    guard byte() == UInt8(ascii: "\\"), byte(ahead: 1) == UInt8(ascii: "u") else {
      try append(first, to: &text, step, at: start)
      return
    }
    offset += 1
    let second = try hexadecimal(digits: 4, step)
    guard (0xDC00...0xDFFF).contains(second) else {
      try append(first, to: &text, step, at: start)
      return
    }
    try append(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), to: &text, step)
  }

  /// Reads digits behind the letter that stands here.
  private mutating func hexadecimal(digits: Int, _ step: JSON5Step) throws(Fault) -> UInt32 {
    let end = min(offset + 1 + digits, bytes.count)
    let text = bytes[(offset + 1)..<end]
    guard text.count == digits, text.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: text, as: UTF8.self), radix: 16)
    else {
      throw fault(
        step, "stands behind a backslash", expected: "\(digits) hexadecimal digits behind it")
    }
    offset = end
    return value
  }

  private func append(
    _ value: UInt32, to text: inout [UInt8], _ step: JSON5Step, at start: JSON5Parser? = nil
  ) throws(Fault) {
    guard let scalar = Unicode.Scalar(value), value != 0 else {
      throw (start ?? self).fault(
        step, "stands behind a backslash", expected: "the number of a character, other than 0")
    }
    text += Array(String(scalar).utf8)
  }
}
