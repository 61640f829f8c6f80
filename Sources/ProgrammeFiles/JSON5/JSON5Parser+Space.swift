// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

extension JSON5Parser {
  /// The byte at the present place; `nil` at the end.
  func byte(ahead distance: Int = 0) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  /// The scalar at a place between characters.
  func scalar(at place: Int) -> Unicode.Scalar? {
    guard place < bytes.count else { return nil }
    if bytes[place] < 0x80 { return Unicode.Scalar(bytes[place]) }
    return String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self)
      .unicodeScalars.first
  }

  /// The letters, digits and signs of names from here on; may be empty.
  func wordAhead() -> String {
    var end = offset
    while let scalar = scalar(at: end), end - offset < limits.valueBytes,
      scalar.properties.isIDContinue || scalar == "$" || scalar == "\u{200C}"
        || scalar == "\u{200D}"
    {
      end += UTF8.width(scalar)
    }
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }

  /// The present place, for a person.
  mutating func position() -> TextPosition {
    if counted.offset < lineStart || counted.offset > offset { counted = (lineStart, 0) }
    for byte in bytes[counted.offset..<offset] where byte & 0xC0 != 0x80 {
      counted.characters += 1
    }
    counted.offset = offset
    return TextPosition(line: line, character: counted.characters + 1)
  }

  /// Steps over a line break that has just been read.
  mutating func beginLine() {
    line += 1
    lineStart = offset
    counted = (offset, 0)
  }

  /// Skips white space and comments.
  mutating func skipSpace(in step: JSON5Step) throws(Fault) {
    while let here = byte() {
      switch here {
      case 0x20, 0x09, 0x0B, 0x0C:
        offset += 1
      case lineFeed, carriageReturn:
        offset = bytes.lineStart(after: offset)
        beginLine()
      case UInt8(ascii: "/"):
        guard try skipComment(in: step) else { return }
      case 0x80...:
        guard let scalar = scalar(at: offset), isSpace(scalar) else { return }
        offset += UTF8.width(scalar)
      default:
        return
      }
    }
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{A0}", "\u{FEFF}", "\u{2028}", "\u{2029}": true
    default: scalar.properties.generalCategory == .spaceSeparator
    }
  }

  private mutating func skipComment(in step: JSON5Step) throws(Fault) -> Bool {
    switch byte(ahead: 1) {
    case UInt8(ascii: "/"):
      offset = bytes.firstLineBreak(in: offset..<bytes.count) ?? bytes.count
      return true
    case UInt8(ascii: "*"):
      let start = self
      offset += 2
      while let here = byte() {
        if here == UInt8(ascii: "*"), byte(ahead: 1) == UInt8(ascii: "/") {
          offset += 2
          return true
        }
        if here == lineFeed || here == carriageReturn {
          offset = bytes.lineStart(after: offset)
          beginLine()
        } else {
          offset += 1
        }
      }
      throw start.fault(step, "begins a comment that does not end", expected: "*/")
    default:
      return false
    }
  }

  /// A fault at the present place.
  func fault(
    _ step: JSON5Step, _ problem: Sentence, expected: Sentence, value: String? = nil,
    hint: Fault.Hint? = nil
  ) -> Fault {
    var here = self
    let position = here.position()
    let token = value ?? tokenAhead()
    let path = step.path
    return Fault(
      file: file, line: position.line, place: path.isEmpty ? nil : .path(path), value: token,
      problem: token == nil
        ? "the document ends too early (character \(position.character))"
        : "\(problem) (character \(position.character))",
      expected: expected, hint: hint, kind: problem.words(in: .english))
  }

  /// What a person sees at the present place; `nil` at the end.
  private func tokenAhead() -> String? {
    guard let first = scalar(at: offset) else { return nil }
    if first == "\n" || first == "\r" { return localized("the end of the line") }
    let word = wordAhead()
    if !word.isEmpty { return word }
    let text = bytes[offset..<min(offset + 64, bytes.count)]
    return String(String(decoding: text, as: UTF8.self).prefix(1))
  }
}
