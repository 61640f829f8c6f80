// SPDX-License-Identifier: GPL-3.0-or-later

/// A JSON value that equal contents write as equal bytes.
///
/// Names are sorted by their UTF-8 bytes, whole numbers are exact, other
/// numbers are the shortest that read back the same, and nothing depends on
/// the machine.
package enum CanonicalJSON: Equatable, Sendable {
  /// Nothing.
  case null
  /// True or false.
  case boolean(Bool)
  /// A whole number, written with all its digits.
  case wholeNumber(Int128)
  /// Any number; one that is not finite is written as null.
  case number(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([CanonicalJSON])
  /// Named values in any order.
  case object([String: CanonicalJSON])

  /// How the text is laid out.
  package enum Layout: Sendable {
    /// A line for each value, indented by two spaces, with a final line feed.
    case indented
    /// Everything on one line, without a final line feed.
    case compact
  }

  /// A whole number of any type.
  ///
  /// - Parameter number: The number.
  /// - Returns: The value.
  /// - Precondition: The number fits into 128 bits with its sign.
  package static func integer(_ number: some FixedWidthInteger) -> CanonicalJSON {
    .wholeNumber(Int128(number))
  }

  /// Writes the value.
  ///
  /// - Parameter layout: How the text is laid out.
  /// - Returns: The text.
  package func string(_ layout: Layout = .indented) -> String {
    String(decoding: bytes(layout), as: UTF8.self)
  }

  /// Writes the value as UTF-8.
  ///
  /// - Parameter layout: How the text is laid out.
  /// - Returns: The text's bytes.
  package func bytes(_ layout: Layout = .indented) -> [UInt8] {
    var writer = Writer(layout: layout)
    writer.append(self, depth: 0)
    if layout == .indented { writer.bytes.append(lineFeed) }
    return writer.bytes
  }
}

extension CanonicalJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: CanonicalJSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, CanonicalJSON)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}

extension CanonicalJSON {
  private struct Writer {
    let layout: Layout
    var bytes: [UInt8] = []

    mutating func append(_ value: CanonicalJSON, depth: Int) {
      switch value {
      case .null: append("null")
      case .boolean(let value): append(value ? "true" : "false")
      case .wholeNumber(let number): append(String(number))
      case .number(let number): append(Self.text(of: number))
      case .string(let text): append(quoting: text)
      case .array(let values):
        appendList(values, "[", "]", depth: depth) { writer, value in
          writer.append(value, depth: depth + 1)
        }
      case .object(let members):
        let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        appendList(sorted, "{", "}", depth: depth) { writer, member in
          writer.append(quoting: member.key)
          writer.append(writer.layout == .indented ? ": " : ":")
          writer.append(member.value, depth: depth + 1)
        }
      }
    }

    private mutating func appendList<Element>(
      _ elements: [Element], _ opening: String, _ closing: String, depth: Int,
      _ body: (inout Writer, Element) -> Void
    ) {
      append(opening)
      for (index, element) in elements.enumerated() {
        if index > 0 { append(",") }
        breakLine(depth: depth + 1)
        body(&self, element)
      }
      if !elements.isEmpty { breakLine(depth: depth) }
      append(closing)
    }

    private mutating func breakLine(depth: Int) {
      guard layout == .indented else { return }
      bytes.append(lineFeed)
      bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
    }

    private mutating func append(_ text: String) {
      bytes.append(contentsOf: text.utf8)
    }

    private mutating func append(quoting text: String) {
      append("\"")
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case lineFeed: append("\\n")
        case carriageReturn: append("\\r")
        case 0x09: append("\\t")
        case 0x00..<0x20: append("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
        default: bytes.append(byte)
        }
      }
      append("\"")
    }

    /// The shortest text that reads back as the number.
    private static func text(of number: Double) -> String {
      guard number.isFinite else { return "null" }
      // Whole numbers in the exact range need neither point nor exponent.
      if let whole = Int64(exactly: number), whole.magnitude <= 1 << 53 { return String(whole) }
      return number.description
    }
  }
}
