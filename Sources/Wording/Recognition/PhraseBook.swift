// SPDX-License-Identifier: GPL-3.0-or-later

/// Recognises English texts that the program wrote, to say them in another language.
///
/// A plan's files are in English wherever they were made; who reads them in Japanese is shown
/// the sentences as the catalogue has them. A text is compared with every key of the
/// catalogue: its literal parts in their order, with anything at the places of its values.
/// Values are looked at likewise: counts, days, lists, sentences in sentences. Of several ways
/// to read a text that counts of which most is the catalogue's and least is words that nobody
/// knows, in fewest pieces; keys that say little, such as `{1} in {2}`, are for names and what is
/// known only. What no key says stays as it is. The same text is always read the same way.
///
/// Keys are found by the rarest of their words, so that few are compared with a text.
public struct PhraseBook: Sendable {
  /// The longest first.
  let patterns: [Pattern]
  /// The patterns by the hash of their rarest word.
  let byWord: [UInt64: [Int]]
  /// Patterns that have no word, as `{1}; {2}` has none.
  let wordless: [Int]
  /// Patterns of counts by the roots of their words, for one of what is counted.
  let counts: [[UInt64]: Int]
  /// Words that are names in all languages, such as those of rules.
  let names: Set<String>

  /// Prepares to recognise what the catalogue has.
  ///
  /// - Parameter names: Names that may begin a sentence, and have a capital letter only there;
  ///   as values they stay what they are, even where the catalogue has the word.
  /// - Complexity: Linear in the size of the catalogue.
  public init(names: some Sequence<String> = [String]()) {
    self.names = Set(names)
    patterns = Catalogue.japanese.compactMap { Pattern(english: $0.key, japanese: $0.value) }
      .sorted { ($1.length, $0.english) < ($0.length, $1.english) }
    var frequency: [UInt64: Int] = [:]
    for pattern in patterns {
      for word in Set(pattern.words) { frequency[word, default: 0] += 1 }
    }
    var byWord: [UInt64: [Int]] = [:]
    var counts: [[UInt64]: Int] = [:]
    var wordless: [Int] = []
    for (index, pattern) in patterns.enumerated() {
      let rarest = pattern.words.min { (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1) }
      if let rarest { byWord[rarest, default: []].append(index) } else { wordless.append(index) }
      if pattern.isCount {
        counts[roots(of: pattern.literals[1][...].dropFirst()), default: index] = index
      }
    }
    self.byWord = byWord
    self.counts = counts
    self.wordless = wordless
  }

  /// Takes a text apart.
  ///
  /// - Parameter text: English text, of one sentence or several.
  /// - Returns: What it was made from; nothing where the catalogue says nothing like it.
  /// - Complexity: O(*n*·*k*) for a text of *n* letters that is a key with names in it, *k*
  ///   being how many keys share a rarest word with it, a few; more where keys stand in keys.
  public func phrase(of text: String) -> Phrase? {
    let bytes = Array(text.utf8)
    return Recognition(book: self).whole(bytes[...])?.phrase
  }

  /// The text in a language, as far as it is recognised.
  public func words(_ text: String, in language: Language) -> String {
    language == .english ? text : phrase(of: text)?.words(in: language) ?? text
  }
}

/// A key of the catalogue, ready to be compared.
struct Pattern: Sendable {
  let english: String
  let japanese: String
  /// The texts before, between and behind the values.
  let literals: [[UInt8]]
  /// Hashes of whole words in the literals.
  let words: [UInt64]
  /// How many bytes the literals have.
  let length: Int
  /// Whether it says so little that anything could be read as it.
  let isGeneral: Bool
  /// Whether semicolons or colons stand between its values.
  let (hasSemicolon, hasColon): (Bool, Bool)
  /// Whether its first value, which begins it, ends with a semicolon.
  var isParted: Bool {
    literals.count > 2 && literals[0].isEmpty && literals[1].first == semicolon
  }

  /// Nothing where a key has parts of words only, and so could be found anywhere, or values
  /// that touch.
  init?(english: String, japanese: String) {
    var literals: [[UInt8]] = [[]]
    var rest = english[...]
    while let open = rest.firstIndex(of: "{") {
      literals[literals.count - 1] += rest[..<open].utf8
      let inside = rest[rest.index(after: open)...]
      if let close = inside.firstIndex(of: "}"), Int(inside[..<close]) == literals.count {
        literals.append([])
        rest = inside[inside.index(after: close)...]
      } else {
        literals[literals.count - 1].append(UInt8(ascii: "{"))
        rest = inside
      }
    }
    literals[literals.count - 1] += rest.utf8
    var words: [UInt64] = []
    for (index, literal) in literals.enumerated() {
      let pieces = literal.split(separator: space, omittingEmptySubsequences: false)
      for (place, piece) in pieces.enumerated() {
        // What touches a value may be a part of a word only.
        let isWhole =
          (place > 0 || index == 0) && (place < pieces.count - 1 || index == literals.count - 1)
        if isWhole, piece.contains(where: isLetter) { words.append(hash(of: piece)) }
      }
    }
    let letters = literals.flatMap { $0.split { !isLetter($0) } }
    guard !literals.dropFirst().dropLast().contains([]) else { return nil }
    guard literals.count > 1 || !words.isEmpty, letters.isEmpty || !words.isEmpty,
      letters.isEmpty == false || literals.contains(where: { $0.contains { $0 != space } })
    else { return nil }
    isGeneral = letters.allSatisfy { commonWords.contains(String(decoding: $0, as: UTF8.self)) }
    hasSemicolon = literals.contains { $0.contains(semicolon) }
    hasColon = literals.contains { $0[...].first(of: colon) != nil }
    self.english = english
    self.japanese = japanese
    self.literals = literals
    self.words = words
    length = literals.reduce(0) { $0 + $1.count }
  }

  /// Whether it is a number with what is counted.
  var isCount: Bool {
    literals.count == 2 && literals[0].isEmpty && literals[1].first == space
      && literals[1].allSatisfy { isLetter($0) || $0 == space }
  }

  /// What may stand at the places of values: the first ones as short as can be, and, where
  /// a semicolon parts the first from the rest and that has some, the last ones.
  func alignments(with text: ArraySlice<UInt8>) -> [[ArraySlice<UInt8>]] {
    guard let first = values(in: text) else { return [] }
    guard isParted, first.dropFirst().contains(where: { $0.contains(semicolon) }) else {
      return [first]
    }
    return [first, valuesFromBack(in: text)]
  }

  /// What stands at the places of values, looked for from the back; the text has them.
  private func valuesFromBack(in text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let start = text.startIndex + literals[0].count
    var end = text.endIndex - literals[literals.count - 1].count
    var values: [ArraySlice<UInt8>] = []
    for literal in literals[1..<(literals.count - 1)].reversed() {
      // A value has one byte at least.
      guard let found = text[start..<(end - 1)].last(of: literal) else { break }
      values.append(text[(found + literal.count)..<end])
      end = found
    }
    return (values + [text[start..<end]]).reversed()
  }

  /// What stands at the places of values; nothing where the text is another.
  ///
  /// Texts between values are looked for from the front, so that values are as short as can be.
  private func values(in text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    let last = literals[literals.count - 1]
    guard text.count >= length, text.starts(with: literals[0]) else { return nil }
    if literals.count == 1 { return text.count == length ? [] : nil }
    guard text.suffix(last.count).elementsEqual(last) else { return nil }
    let end = text.endIndex - last.count
    var position = text.startIndex + literals[0].count
    var values: [ArraySlice<UInt8>] = []
    for literal in literals[1..<(literals.count - 1)] {
      // A value has one byte at least.
      guard position < end, let found = text[(position + 1)..<end].first(of: literal) else {
        return nil
      }
      values.append(text[position..<found])
      position = found + literal.count
    }
    guard position < end else { return nil }
    values.append(text[position..<end])
    return values
  }
}

/// Words that say nothing by themselves.
private let commonWords: Set = [
  "a", "alone", "an", "and", "any", "are", "at", "by", "for", "from", "has", "in", "is", "no",
  "none", "of", "on", "or", "so", "the", "then", "to", "with",
]

let space = UInt8(ascii: " ")

func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
}

func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

let semicolon = UInt8(ascii: ";")
let colon = Array(": ".utf8)

/// The FNV hash of no bytes.
let emptyHash: UInt64 = 0xcbf2_9ce4_8422_2325

/// The FNV hash of bytes and one more.
func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

/// The FNV hash of some bytes.
func hash(of bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(emptyHash, hash) }

extension ArraySlice<UInt8> {
  /// Where other bytes begin first.
  func first(of other: [UInt8]) -> Int? {
    guard let initial = other.first, count >= other.count else { return nil }
    var position = startIndex
    while position <= endIndex - other.count {
      if self[position] == initial, self[position...].starts(with: other) { return position }
      position += 1
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Where other bytes begin last.
  func last(of other: [UInt8]) -> Int? {
    var position = endIndex - other.count
    while position >= startIndex {
      if self[position...].starts(with: other) { return position }
      position -= 1
    }
    return nil
  }
}

/// The roots of English words, which are the same for one and for many: of `1 school hosts` and
/// of `2 schools host`.
func roots(of words: ArraySlice<UInt8>) -> [UInt64] {
  words.split(separator: space).map { word in
    let text = String(decoding: word, as: UTF8.self)
    if let root = irregularRoots[text] { return hash(of: root.utf8) }
    if text.hasSuffix("ies") { return hash(of: (text.dropLast(3) + "y").utf8) }
    if text.hasSuffix("sses") { return hash(of: text.dropLast(2).utf8) }
    return hash(
      of: (text.hasSuffix("s") && !text.hasSuffix("ss") ? text.dropLast() : text[...]).utf8)
  }
}

private let irregularRoots = [
  "is": "be", "are": "be", "was": "been", "were": "been", "has": "have", "does": "do",
  "goes": "go", "people": "person", "men": "man", "women": "woman",
]
