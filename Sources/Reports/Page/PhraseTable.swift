// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording

/// The sentences of a page in both languages, each pattern once.
///
/// A text stands in the page as it is, or, where it reads differently in Japanese, as an array:
/// the number of its pattern, then what stands at the pattern's places, which may be such
/// arrays again. So a page with a hundred thousand sentences is no larger than one in English.
struct PhraseTable {
  private struct Pattern: Hashable {
    let english: String
    let japanese: String
  }

  private var numbers: [Pattern: Int] = [:]
  private var patterns: [Pattern] = []

  /// Text of the program, as far as the catalogue has it.
  mutating func document(of text: String) -> CanonicalJSON {
    guard !text.isEmpty, let phrase = PhraseBook.plans.phrase(of: text) else {
      return .string(text)
    }
    return document(of: phrase)
  }

  /// What two documents say that are the same but for the language of their texts.
  ///
  /// - Parameters:
  ///   - english: The document in English.
  ///   - japanese: The document in Japanese.
  /// - Returns: The document with those texts in both languages that differ; names do not.
  mutating func document(english: CanonicalJSON, japanese: CanonicalJSON) -> CanonicalJSON {
    switch (english, japanese) {
    case (.string(let english), .string(let japanese)):
      guard english != japanese else { return .string(english) }
      if let phrase = PhraseBook.plans.phrase(of: english),
        phrase.words(in: .japanese) == japanese
      {
        return document(of: phrase)
      }
      return .array([number(of: Pattern(english: english, japanese: japanese))])
    case (.array(let english), .array(let japanese)) where english.count == japanese.count:
      return .array(zip(english, japanese).map { document(english: $0, japanese: $1) })
    case (.object(let english), .object(let japanese)):
      var members: [String: CanonicalJSON] = [:]
      for key in english.keys.sorted() {
        guard let value = english[key] else { continue }
        members[key] = document(english: value, japanese: japanese[key] ?? value)
      }
      return .object(members)
    default: return english
    }
  }

  /// The same document with what it says in words, by the names of its members, as far as the
  /// catalogue has it.
  mutating func document(
    _ document: CanonicalJSON, sayingIn names: Set<String>
  ) -> CanonicalJSON {
    switch document {
    case .array(let values): return .array(values.map { self.document($0, sayingIn: names) })
    case .object(let object):
      var members: [String: CanonicalJSON] = [:]
      for (key, value) in object.sorted(by: { $0.key < $1.key }) {
        if names.contains(key), case .string(let text) = value {
          members[key] = self.document(of: text)
        } else {
          members[key] = self.document(value, sayingIn: names)
        }
      }
      return .object(members)
    default: return document
    }
  }

  /// The patterns by their numbers: in English and in Japanese.
  var document: CanonicalJSON {
    .array(patterns.map { [.string($0.english), .string($0.japanese)] })
  }

  private mutating func document(of phrase: Phrase) -> CanonicalJSON {
    let number = number(of: Pattern(english: phrase.english, japanese: phrase.japanese))
    return .array(
      [number]
        + phrase.values.map { value in
          switch value {
          case .text(let text): .string(text)
          case .phrase(let phrase): document(of: phrase)
          }
        })
  }

  private mutating func number(of pattern: Pattern) -> CanonicalJSON {
    if let number = numbers[pattern] { return .integer(number) }
    numbers[pattern] = patterns.count
    patterns.append(pattern)
    return .integer(patterns.count - 1)
  }
}
