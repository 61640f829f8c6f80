// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// A command line that does not say what to do.
package struct UsageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A sentence without its full stop.
  package let description: String

  /// Says what is wrong, in the language spoken now.
  ///
  /// - Parameters:
  ///   - sentence: A sentence without its full stop.
  ///   - near: What was probably meant, if that can be told.
  package init(_ sentence: Sentence, near: String? = nil) {
    description = sentence.asking(near).description
  }
}

extension Sentence {
  /// A sentence without its full stop that asks whether something else was meant.
  func asking(_ near: String?) -> Sentence {
    near.map { "\(self); did you mean \($0)?" } ?? self
  }

  /// A sentence that had none, with its full stop; a question stays one.
  var ended: Sentence {
    let words = description
    return words.hasSuffix("?") || words.hasSuffix("？") ? self : "\(self)."
  }

  /// A word that is the same in all languages, such as a value of an option.
  static func verbatim(_ word: String) -> Sentence { "\(word)" }
}
