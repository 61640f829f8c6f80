// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers for letters, so that names can be compared without their case and
/// width.
///
/// Equal letters have equal numbers however they are encoded: a letter with
/// its accent as one scalar or as two.
struct FoldedAlphabet: Sendable {
  private var numbers: [Character: UInt32] = [:]

  /// The letters of a name, new ones given a number.
  ///
  /// - Parameter name: Any text.
  /// - Returns: One number for each letter.
  mutating func learn(_ name: String) -> [UInt32] {
    if let letters = lettersOfASCII(name) { return letters }
    return withoutWidth(name).lowercased().map { letter in
      if let ascii = letter.asciiValue { return UInt32(ascii) }
      let next = 0x80 + UInt32(numbers.count)
      if let number = numbers[letter] { return number }
      numbers[letter] = next
      return next
    }
  }

  /// The letters of a name, unknown ones unlike any other.
  ///
  /// - Parameter name: Any text.
  /// - Returns: One number for each letter.
  func letters(of name: String) -> [UInt32] {
    if let letters = lettersOfASCII(name) { return letters }
    return withoutWidth(name).lowercased().map { letter in
      letter.asciiValue.map { UInt32($0) } ?? numbers[letter] ?? UInt32.max
    }
  }
}

/// The lower-case letters of a name in ASCII; `nil` of any other.
private func lettersOfASCII(_ name: String) -> [UInt32]? {
  guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
  return name.utf8.map { UInt32((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) }
}

/// Half-width kana from U+FF61 on, as their full-width equals.
private let fullWidthKana = Array(
  "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    .unicodeScalars)

/// Makes full-width Latin narrow and half-width kana wide.
private func withoutWidth(_ text: String) -> String {
  var folded = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x3000:
      folded.append(" ")
    case 0xFF01...0xFF5E:
      folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    case 0xFF9E:
      // Combining, so that it is one letter with the kana before it.
      folded.append("\u{3099}")
    case 0xFF9F:
      folded.append("\u{309A}")
    case 0xFF61...0xFF9D:
      folded.append(fullWidthKana[Int(scalar.value - 0xFF61)])
    default:
      folded.append(scalar)
    }
  }
  return String(folded)
}
