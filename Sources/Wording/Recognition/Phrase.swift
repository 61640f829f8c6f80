// SPDX-License-Identifier: GPL-3.0-or-later

/// A text of the program taken apart: what the catalogue says for it, and its values.
///
/// It reads as the text that it was found in, and in every other language as the sentence
/// would that the text was made from.
public struct Phrase: Hashable, Sendable {
  /// What stands at a place of a pattern.
  public enum Value: Hashable, Sendable {
    /// A name, a number or unknown text, the same in all languages.
    case text(String)
    /// A sentence, count, day or list.
    case phrase(Phrase)

    /// How it reads.
    public func words(in language: Language) -> String {
      switch self {
      case .text(let text): text
      case .phrase(let phrase): phrase.words(in: language)
      }
    }
  }

  /// The English, with `{1}`, `{2}`, … for the values.
  public let english: String
  /// The Japanese, with the same places.
  public let japanese: String
  public let values: [Value]

  init(_ english: String, _ japanese: String, _ values: [Value] = []) {
    self.english = english
    self.japanese = japanese
    self.values = values
  }

  /// How it reads.
  public func words(in language: Language) -> String {
    let pattern = language == .english ? english : japanese
    return values.isEmpty ? pattern : filled(pattern, with: values.map { $0.words(in: language) })
  }
}
