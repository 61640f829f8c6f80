// SPDX-License-Identifier: GPL-3.0-or-later

extension Sentence: Hashable {
  /// Whether both say the same in English, whatever is a value in them.
  public static func == (one: Sentence, other: Sentence) -> Bool {
    one.words(in: .english) == other.words(in: .english)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(words(in: .english))
  }
}
