// SPDX-License-Identifier: GPL-3.0-or-later

/// A text as it is read.
struct Reading {
  var phrase: Phrase
  /// How many bytes of it the catalogue says.
  var known: Int
  /// Of how many keys it is made.
  var pieces = 1
  /// Whether what is not known can only be names, so that nobody knows more of it.
  var isComplete = true
  /// Whether its key says little, as ``Pattern/isGeneral`` has it.
  var isGeneral = true
  /// Whether it is a count or a list of names, so that no key may begin in it.
  var isFlat = false
  /// Whether its values are names, counts or lists of names.
  var hasFlatValues = false
}

/// Reads a text by a book.
final class Recognition {
  typealias Text = ArraySlice<UInt8>

  private let book: PhraseBook
  /// What was found of parts of the text, by where they begin and end.
  private var found: [Range<Int>: Reading?] = [:]

  /// How many sentences of a text are looked for as one key.
  private static let mostSentences = 8

  /// How deep values may stand in values.
  private static let mostDepth = 6

  init(book: PhraseBook) {
    self.book = book
  }

  /// Reads a text of one sentence or several; nothing where none of it is known.
  func whole(_ text: Text) -> Reading? {
    let starts = sentenceStarts(in: text)
    guard starts.count > 1 else {
      let pattern = pattern(text, 0)
      if let pattern, !pattern.isGeneral { return pattern }
      let list = list(text, 0, isValue: false)
      // A word of a list is no name, so that a list may know more than a pattern.
      return list?.known ?? 0 > pattern?.known ?? 0 ? list : pattern
    }
    // A key has hardly so many.
    if starts.count > Self.mostSentences, let reading = pattern(text, 0) { return reading }
    // The best reading of the sentences before each place, the last of them from `from` on.
    var best: [(known: Int, from: Int, reading: Reading?)] = [(0, 0, nil)]
    for end in 1...starts.count {
      let stop = end < starts.count ? starts[end] - 1 : text.endIndex
      var chosen: (known: Int, from: Int, reading: Reading?) = (best[end - 1].known, end - 1, nil)
      for from in max(0, end - Self.mostSentences)..<end {
        guard let found = pattern(text[starts[from]..<stop], 0) else { continue }
        let known = best[from].known + found.known
        // Of equal ones that with more sentences, each of fewer.
        if known > chosen.known || (known == chosen.known && chosen.reading == nil)
          || (known == chosen.known && from > chosen.from)
        {
          chosen = (known, from, found)
        }
      }
      best.append(chosen)
    }
    guard best[starts.count].known > 0 else { return nil }
    var pieces: [(value: Phrase.Value, isKnown: Bool)] = []
    var end = starts.count
    while end > 0 {
      let (_, from, reading) = best[end]
      let stop = end < starts.count ? starts[end] - 1 : text.endIndex
      pieces.append(
        (
          reading.map { .phrase($0.phrase) } ?? .text(words(text[starts[from]..<stop])),
          reading != nil
        ))
      end = from
    }
    pieces.reverse()
    if pieces.count == 1, case .phrase(let phrase) = pieces[0].value {
      return Reading(phrase: phrase, known: best[starts.count].known)
    }
    var (english, japanese) = ("", "")
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        english += " "
        if !piece.isKnown || !pieces[index - 1].isKnown { japanese += " " }
      }
      english += "{\(index + 1)}"
      japanese += "{\(index + 1)}"
    }
    return Reading(
      phrase: Phrase(english, japanese, pieces.map(\.value)), known: best[starts.count].known)
  }

  /// Where sentences begin.
  private func sentenceStarts(in text: Text) -> [Int] {
    var starts = [text.startIndex]
    for position in text.indices.dropLast(2)
    where text[position + 1] == space && ".!?".utf8.contains(text[position]) {
      starts.append(position + 2)
    }
    return starts
  }

  // MARK: Patterns

  /// Reads a text as one pattern of the catalogue.
  private func pattern(_ text: Text, _ depth: Int) -> Reading? {
    guard depth < Self.mostDepth, !text.isEmpty else { return nil }
    let place = text.startIndex..<text.endIndex
    if depth > 0, let known = found[place] { return known }
    let reading = bestPattern(text, depth)
    if depth > 0 { found[place] = .some(reading) }
    return reading
  }

  private func bestPattern(_ text: Text, _ depth: Int) -> Reading? {
    var candidates: [Int] = []
    var word = emptyHash
    for byte in text {
      if byte == space {
        if let found = book.byWord[word] { candidates += found }
        word = emptyHash
      } else {
        word = hash(word, byte)
      }
    }
    if let found = book.byWord[word] { candidates += found }
    candidates.sort()
    candidates += book.wordless
    var best: (reading: Reading, length: Int)?
    var previous = -1
    for candidate in candidates where candidate != previous {
      previous = candidate
      let pattern = book.patterns[candidate]
      for slices in pattern.alignments(with: text) {
        guard let reading = reading(pattern, slices, depth) else { continue }
        // Of equal ones that of fewest pieces, and then that which says most itself.
        let rank = (reading.known, -reading.pieces, pattern.length)
        if let best, (best.reading.known, -best.reading.pieces, best.length) >= rank { continue }
        best = (reading, pattern.length)
      }
      if let reading = best?.reading, best?.length == pattern.length, reading.isComplete,
        reading.hasFlatValues, !pattern.isGeneral
      {
        break
      }
    }
    if let one = one(text), one.known >= best?.reading.known ?? 0 { return one }
    return best?.reading
  }

  /// Reads a text as a pattern with these values; nothing where they can hardly be its values.
  private func reading(_ pattern: Pattern, _ slices: [Text], _ depth: Int) -> Reading? {
    var values: [Phrase.Value] = []
    values.reserveCapacity(slices.count)
    var (known, pieces, isComplete, areFlat) = (pattern.length, 1, true, true)
    var isSure = !pattern.words.isEmpty
    var doubts = 0
    for (index, slice) in slices.enumerated() {
      let isFirst = index == 0 && pattern.literals[0].isEmpty && depth == 0
      let value = value(slice, depth + 1, isFirst: isFirst, isCounted: pattern.isCount)
      values.append(value.value)
      known += value.known
      pieces += value.pieces
      isComplete = isComplete && value.isComplete
      areFlat = areFlat && value.isFlat
      if case .phrase = value.value {
        isSure = isSure || value.known > 0
        doubts += self.doubts(that: slice, isValue: index, of: pattern)
        // A number with a word such as "are" is mostly a number that another key counts.
        if value.isGeneral { doubts += 2 }
      } else {
        if pattern.isGeneral || pattern.isCount, !isName(slice) { return nil }
        if !value.isComplete { known -= slice.count }
      }
    }
    guard isSure, known > 0 else { return nil }
    return Reading(
      phrase: Phrase(pattern.english, pattern.japanese, values), known: known,
      pieces: pieces + doubts, isComplete: isComplete, isGeneral: pattern.isGeneral,
      isFlat: areFlat && pattern.isCount, hasFlatValues: areFlat && doubts == 0)
  }

  /// How doubtful it is that a value holds semicolons and colons, by which a text is rather
  /// parted than by what stands within the parts.
  private func doubts(that slice: Text, isValue index: Int, of pattern: Pattern) -> Int {
    let hasSemicolon =
      slice.contains(semicolon) && (index > 0 && pattern.isParted || !pattern.hasSemicolon)
    let hasColon = !pattern.hasColon && slice.first(of: colon) != nil
    return (hasSemicolon ? 1 : 0) + (hasColon ? 2 : 0)
  }

  /// Whether a text holds words that are hardly a name's.
  private func isProse(_ text: Text) -> Bool {
    text.contains(space)
      && text.split(separator: space).contains { word in
        word.count > 1 && word.allSatisfy { isLetter($0) && $0 < 0x80 && $0 & 0x20 != 0 }
      }
  }

  /// Whether a text is written as identifiers are, of one word or several.
  private func isName(_ text: Text) -> Bool {
    book.names.contains(words(text))
      || text.contains(where: isDigit) && !isProse(text)
        && text.split(separator: space).allSatisfy { $0.allSatisfy(Self.isOfIdentifier) }
      || isIdentifier(text)
  }

  /// Reads `1 school` as a count of schools.
  private func one(_ text: Text) -> Reading? {
    let rest = text.dropFirst()
    guard text.first == UInt8(ascii: "1"), rest.first == space,
      let index = book.counts[roots(of: rest.dropFirst())]
    else {
      return nil
    }
    return Reading(
      phrase: Phrase(
        "{1}" + words(rest), book.patterns[index].japanese, [.text("1")]), known: rest.count,
      isFlat: true, hasFlatValues: true)
  }

  // MARK: Values

  /// What stands at the place of a value, with how much of it is known, as in ``Reading``.
  private struct ReadValue {
    var value: Phrase.Value
    var known = 0
    var pieces = 0
    var isComplete = true
    var isFlat = true
    /// Whether it is a count of what its key does not say.
    var isGeneral = false
  }

  /// Reads what stands at the place of a value.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - depth: In how many other values it stands.
  ///   - isFirst: Whether it begins a sentence.
  ///   - isCounted: Whether it may be the number of a count.
  ///   - isWord: Whether a word that is a name, too, is meant as the word.
  /// - Returns: What it is.
  private func value(
    _ text: Text, _ depth: Int, isFirst: Bool, isCounted: Bool, isWord: Bool = false
  ) -> ReadValue {
    let plain = words(text)
    if text.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ",") }) {
      // Counts are grouped by thousands in Japanese even where they are not in English.
      if isCounted, text.count > 3, let number = Int(plain) {
        return ReadValue(value: .phrase(Phrase(plain, grouped(number))))
      }
      return ReadValue(value: .text(plain))
    }
    if !isWord, book.names.contains(plain) { return ReadValue(value: .text(plain)) }
    if isFirst {
      let name = plain.prefix(1).lowercased() + plain.dropFirst()
      if name != plain, book.names.contains(name) {
        return ReadValue(value: .phrase(Phrase(plain, name)))
      }
    }
    if let day = day(text) { return ReadValue(value: .phrase(Phrase(plain, day))) }
    if let reading = patternOrList(text, depth, isFirst: isFirst) {
      return ReadValue(
        value: .phrase(reading.phrase), known: reading.known, pieces: reading.pieces,
        isComplete: reading.isComplete, isFlat: reading.isFlat,
        isGeneral: reading.isFlat && reading.isGeneral && reading.phrase.values.count == 1)
    }
    return ReadValue(value: .text(plain), isComplete: !isProse(text))
  }

  /// Reads a value as one pattern, or, where that would say little, as a list.
  private func patternOrList(_ text: Text, _ depth: Int, isFirst: Bool) -> Reading? {
    let pattern = pattern(text, depth)
    if let pattern, !pattern.isGeneral { return pattern }
    guard let list = list(text, depth, isValue: true, isFirst: isFirst) else { return pattern }
    guard let pattern else { return list }
    return (list.known, -list.pieces) >= (pattern.known, -pattern.pieces) ? list : pattern
  }

  /// A day in ISO 8601 as Japanese writes it.
  private func day(_ text: Text) -> String? {
    guard text.count == 10 else { return nil }
    let parts = words(text).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return "\(year)年\(month)月\(day)日"
  }

  private func words(_ text: Text) -> String { String(decoding: text, as: UTF8.self) }

  // MARK: Lists

  /// What stands between the parts of lists, in English and Japanese.
  private static let separators = [
    (", then ", "、次に"), (" and in ", "、"), (" or of ", "または"), ("; ", "；"), (", ", "、"),
    (" and ", "、"), (" or ", "または"),
  ].map { (Array($0.0.utf8), $0.0, $0.1) }

  /// Reads a text as a list.
  ///
  /// Each part has to be known or an identifier, so that names with commas stay whole; where
  /// the list is all there is, one part has to be known.
  private func list(
    _ text: Text, _ depth: Int, isValue: Bool, isFirst: Bool = false
  ) -> Reading? {
    guard depth < Self.mostDepth else { return nil }
    var parts: [Text] = []
    var between: [Int] = []
    var (start, position) = (text.startIndex, text.startIndex)
    while position < text.endIndex {
      let found = Self.separators.indices.first {
        text[position...].starts(with: Self.separators[$0].0)
      }
      if let found, position > start {
        parts.append(text[start..<position])
        between.append(found)
        position += Self.separators[found].0.count
        start = position
      } else {
        position += 1
      }
    }
    guard !parts.isEmpty, start < text.endIndex else { return nil }
    parts.append(text[start...])
    var values: [Phrase.Value] = []
    var (english, japanese) = ("", "")
    var (known, pieces, isComplete, areFlat) = (0, 1, true, true)
    var index = 0
    while index < parts.count {
      var taken: (value: ReadValue, last: Int)?
      for last in index..<min(parts.count, index + 3) {
        let part = text[parts[index].startIndex..<parts[last].endIndex]
        let value = value(
          part, depth + 1, isFirst: isFirst && index == 0, isCounted: false,
          isWord: !isValue)
        let isText = if case .text = value.value { true } else { false }
        if !isText || (last == index && isName(part)) {
          taken = (value, last)
          break
        }
      }
      guard let taken else { return nil }
      values.append(taken.value.value)
      known += taken.value.known
      pieces += taken.value.pieces
      isComplete = isComplete && taken.value.isComplete
      areFlat = areFlat && taken.value.isFlat
      english += "{\(values.count)}"
      japanese += "{\(values.count)}"
      if taken.last < between.count {
        let separator = Self.separators[between[taken.last]]
        english += separator.1
        japanese += separator.2
        known += separator.0.count
      }
      index = taken.last + 1
    }
    let marks = Set(between.map { Self.separators[$0].1 })
    if marks.count > 1, marks.contains("; ") { pieces += 1 }
    let isKnown = values.contains { if case .phrase = $0 { true } else { false } }
    guard values.count > 1, isValue || isKnown else { return nil }
    return Reading(
      phrase: Phrase(english, japanese, values), known: known, pieces: pieces,
      isComplete: isComplete, isFlat: areFlat)
  }

  private static func isOfIdentifier(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || "-_./:+,;%".utf8.contains(byte)
  }

  /// Whether a text is written as identifiers are: without spaces, and with digits or letters
  /// of one size.
  private func isIdentifier(_ text: Text) -> Bool {
    guard text.allSatisfy(Self.isOfIdentifier) else { return false }
    let letters = text.filter { isLetter($0) && $0 < 0x80 }
    return text.contains(where: isDigit) || text.dropFirst().contains(UInt8(ascii: "-"))
      || letters.allSatisfy { $0 & 0x20 != 0 }
      || letters.allSatisfy { $0 & 0x20 == 0 }
  }
}
