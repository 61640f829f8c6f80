// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording

// Sentences in files of a run that a later run may read in the other language: such a file
// has them in each, so that it is the same whoever made it.

/// A sentence as a file has it.
private struct KeptSentence: Worded {
  let texts: [Language: String]

  func words(in language: Language) -> String { texts[language] ?? texts[.english] ?? "" }
}

extension Sentence {
  /// The members that keep a sentence: in English under the name, in other languages under
  /// the name with the language's code, such as `why` and `why_ja`.
  func keptMembers(_ name: String) -> [String: CanonicalJSON] {
    Dictionary(
      uniqueKeysWithValues: Language.allCases.map { language in
        (Self.name(name, in: language), .string(words(in: language)))
      })
  }

  fileprivate static func name(_ name: String, in language: Language) -> String {
    language == .english ? name : "\(name)_\(language.rawValue)"
  }
}

extension DocumentMember {
  /// Reads what ``Sentence/keptMembers(_:)`` wrote; English stands in for a language that was
  /// not kept.
  ///
  /// - Throws: The first thing that is amiss.
  func keptSentence(_ name: String) throws(Fault) -> Sentence {
    var texts = [Language.english: try self[name].text()]
    for language in Language.allCases {
      let member = Sentence.name(name, in: language)
      if has(member) { texts[language] = try self[member].text() }
    }
    return "\(KeptSentence(texts: texts))"
  }
}
