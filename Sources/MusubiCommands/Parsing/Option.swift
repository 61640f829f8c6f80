// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// An option a command declares: what it takes, what it does, what holds
/// without it.
package struct Option: Sendable {
  /// What may stand behind an option's name.
  package enum Kind: Hashable, Sendable {
    /// Nothing; the option is there or not.
    case flag
    /// Any text, shown in help under this word.
    case text(String)
    /// Any text, given any number of times.
    case texts(String)
    /// A whole number within bounds.
    case integer(String, ClosedRange<Int>)
    /// A decimal number, from 0.
    case number(String)
    /// A share such as `0`, `0.001` or `0.1%`; at least 0 and less than 1.
    case share(String)
    /// One of some words.
    case choice([String])
  }

  /// The name without its two hyphens.
  package let name: String
  /// A single letter that means the same, written behind one hyphen.
  package let letter: Character?
  package let kind: Kind
  /// What holds when the option is not given, in words; none when nothing does.
  package let standard: Sentence?
  /// A sentence for the help text.
  package let help: Sentence

  package init(
    _ name: String, letter: Character? = nil, _ kind: Kind, standard: Sentence? = nil,
    help: Sentence
  ) {
    self.name = name
    self.letter = letter
    self.kind = kind
    self.standard = standard
    self.help = help
  }

  /// The option as help texts show it, such as `--gap G`.
  package var synopsis: String {
    let long = placeholder.map { "--\(name) \($0)" } ?? "--\(name)"
    return letter.map { "-\($0), \(long)" } ?? long
  }

  /// What stands for the value in help texts.
  var placeholder: String? {
    switch kind {
    case .flag: nil
    case .text(let word), .texts(let word), .integer(let word, _), .number(let word),
      .share(let word):
      word
    case .choice(let words): words.joined(separator: "|")
    }
  }
}

/// A word a command takes by its place, such as the folder of a year.
package struct Operand: Sendable {
  /// The name in capitals, as help texts show it.
  package let name: String
  /// A sentence for the help text.
  package let help: Sentence
  /// Whether it may be given any number of times, or not at all; only the last operand
  /// may.
  package let isRepeated: Bool
  /// The words that it may be; any where there are none.
  package let choices: [String]

  package init(
    _ name: String, isRepeated: Bool = false, choices: [String] = [], help: Sentence
  ) {
    self.name = name
    self.isRepeated = isRepeated
    self.choices = choices
    self.help = help
  }
}
