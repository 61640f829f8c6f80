// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// How the values of one kind are written in a cell.
///
/// Parsing and writing are inverse: what was written is read as the same value.
struct CellFormat<Value>: Sendable {
  /// The kind in the words of `docs/files.md`, such as `whole number`.
  var type: Sentence
  /// What values there are, for `docs/files.md`; empty when any.
  var range: Sentence
  /// What should stand in a cell, for messages.
  var expected: Sentence
  /// Reads a cell that is not empty.
  var parse: @Sendable (String, YearNames) throws(CellProblem) -> Value
  /// Writes a cell.
  var write: @Sendable (Value, YearNames) -> String
}

extension CellFormat {
  /// A format for values that may be missing: an empty cell is none.
  ///
  /// - Parameter format: How the values that are there are written.
  /// - Returns: The format.
  static func optional<Wrapped>(_ format: CellFormat<Wrapped>) -> CellFormat
  where Value == Wrapped? {
    CellFormat(
      type: format.type, range: format.range, expected: format.expected,
      parse: { (text, names) throws(CellProblem) in try format.parse(text, names) },
      write: { value, names in value.map { format.write($0, names) } ?? "" })
  }
}

extension CellFormat where Value == String {
  /// Any text.
  static let text = CellFormat(
    type: "text", range: "", expected: "text",
    parse: { (text, _) throws(CellProblem) in text }, write: { text, _ in text })

  /// An identifier of the planner's choice.
  ///
  /// - Parameter forbidden: Characters that stand for something where such
  ///   identifiers are listed.
  /// - Returns: The format.
  static func identifier(without forbidden: [Character] = [";"]) -> CellFormat {
    let listed = forbidden.map { "`\($0)`" }.joined(separator: ", ")
    let plain = forbidden.map(String.init).joined(separator: " ")
    return CellFormat(
      type: "identifier", range: "1 to 100 characters, no line breaks, none of \(listed)",
      expected: "1 to 100 characters without \(plain) and line breaks",
      parse: { (text, _) throws(CellProblem) in
        if let character = text.first(where: forbidden.contains) {
          throw CellProblem("has a \(character) in it")
        }
        guard
          !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw CellProblem("has a line break or control character in it") }
        guard text.count <= 100 else { throw CellProblem("is too long for an identifier") }
        return text
      }, write: { text, _ in text })
  }

  /// The code of a country.
  static let countryCode = CellFormat(
    type: "country code", range: "ISO 3166 alpha-3",
    expected: "a code of ISO 3166 alpha-3 such as THA",
    parse: { (text, _) throws(CellProblem) in
      guard text.utf8.count == 3, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
        let upper = text.uppercased()
        let isMeant = upper.utf8.count == 3 && upper.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
        throw CellProblem("is not a country code", hint: isMeant ? .didYouMean(upper) : nil)
      }
      return text
    }, write: { text, _ in text })

  /// The code of a language.
  static let languageCode = CellFormat(
    type: "language code", range: "ISO 639, two or three small letters",
    expected: "a code of ISO 639 such as th",
    parse: { (text, _) throws(CellProblem) in
      guard isLanguageCode(text) else {
        let lower = text.lowercased()
        throw CellProblem(
          "is not a language code", hint: isLanguageCode(lower) ? .didYouMean(lower) : nil)
      }
      return text
    }, write: { text, _ in text })

  /// How somebody applied.
  static let track = CellFormat(
    type: "track", range: "`open`, or a word, or `word:name`",
    expected: "open, or a track such as prefecture:Fukuoka",
    parse: { (text, _) throws(CellProblem) in
      guard !text.contains(where: { $0 == ";" || $0 == "=" }) else {
        throw CellProblem("is more than one track")
      }
      return text
    }, write: { text, _ in text })
}

/// Whether a text has the shape of a language code.
func isLanguageCode(_ text: String) -> Bool {
  (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
}

extension CellFormat where Value == Bool {
  /// Yes or no, in the words of a Japanese or an English spreadsheet.
  static let yesNo = CellFormat(
    type: "yes/no", range: "yes, no; also true, false, 1, 0, はい, いいえ", expected: "yes or no",
    parse: { (text, _) throws(CellProblem) in
      switch halfWidth(text).lowercased() {
      case "yes", "true", "1", "はい": return true
      case "no", "false", "0", "いいえ": return false
      default: throw CellProblem("is neither yes nor no")
      }
    }, write: { value, _ in value ? "yes" : "no" })
}

/// The text with full-width digits, letters and signs made half-width.
func halfWidth(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
  var folded = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0) {
      folded.append(half)
    } else if scalar == "−" {
      folded.append("-")
    } else {
      folded.append(scalar)
    }
  }
  return String(folded)
}
