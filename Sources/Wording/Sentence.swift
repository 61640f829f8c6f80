// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that reads differently in each language, such as a day.
public protocol Worded: Sendable {
  /// How it is written in a sentence.
  func words(in language: Language) -> String
}

/// Words for people, in every language Musubi speaks.
///
/// The English stands in the code, as a string literal with its values in place; it is also the
/// key under which the catalogue has the other languages, with `{1}`, `{2}`, … for the values in
/// the order of the English. So code reads as what it says, and a translation may move values.
///
///     let sentence: Sentence = "\(file) has \(counted(3, "row", "rows"))."
///     sentence.words(in: .japanese)  // of the key "{1} has {2}."
///
/// Values that are sentences, counts or days are put into words in the same language.
public struct Sentence: Worded, ExpressibleByStringInterpolation, CustomStringConvertible {
  /// The English with `{1}`, `{2}`, … for its values: the catalogue's key.
  public let template: String
  private let values: [any Worded]

  public init(stringLiteral text: String) {
    template = text
    values = []
  }

  public init(stringInterpolation parts: Parts) {
    template = parts.template
    values = parts.values
  }

  /// Its words; English where the catalogue lacks the key, which a test does not allow.
  public func words(in language: Language) -> String {
    let pattern =
      switch language {
      case .english: template
      case .japanese: Catalogue.japanese[template] ?? template
      }
    return values.isEmpty
      ? pattern : filled(pattern, with: values.map { $0.words(in: language) })
  }

  /// Its words in the language spoken now.
  public var description: String { words(in: .current) }

  /// The pieces of an interpolated literal.
  public struct Parts: StringInterpolationProtocol {
    fileprivate(set) var template = ""
    fileprivate(set) var values: [any Worded] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + 3 * interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) {
      template += literal
    }

    /// Puts a value that reads differently in each language.
    public mutating func appendInterpolation(_ value: some Worded) {
      values.append(value)
      template += "{\(values.count)}"
    }

    /// Puts a name or number, the same in all languages.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendInterpolation(Verbatim(text: value.description))
    }

    /// Puts a sentence or other value in words.
    ///
    /// Chosen before the two others, to which a value that is both would be ambiguous.
    public mutating func appendInterpolation(_ value: some Worded & CustomStringConvertible) {
      values.append(value)
      template += "{\(values.count)}"
    }
  }
}

/// A name or number, the same in all languages.
private struct Verbatim: Worded {
  let text: String

  func words(in _: Language) -> String { text }
}

/// A pattern with `{1}`, `{2}`, … replaced; braces of any other kind stay, also in values.
func filled(_ pattern: String, with values: [String]) -> String {
  var text = ""
  var rest = pattern[...]
  while let open = rest.firstIndex(of: "{") {
    text += rest[..<open]
    let inside = rest[rest.index(after: open)...]
    if let close = inside.firstIndex(of: "}"), let number = Int(inside[..<close]),
      values.indices.contains(number - 1)
    {
      text += values[number - 1]
      rest = inside[inside.index(after: close)...]
    } else {
      text += "{"
      rest = inside
    }
  }
  return text + rest
}

/// Words in the language spoken now.
///
/// The test of the catalogue finds its keys by this name and by ``counted(_:_:_:)`` and
/// `Sentence`, so a literal stands directly behind them.
public func localized(_ sentence: Sentence) -> String {
  sentence.description
}
