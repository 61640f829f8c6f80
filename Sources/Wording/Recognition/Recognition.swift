// SPDX-License-Identifier: GPL-3.0-or-later

/// A text as it is read, and how much of it the catalogue says.
struct Reading {
  var phrase: Phrase
  var known: Int
}

/// Reads texts by a book.
struct Recognition {
  typealias Text = ArraySlice<UInt8>

  let book: PhraseBook

  /// How deep values may stand in values.
  private static let mostDepth = 5

  /// Reads a text of one sentence or several; nothing where none of it is known.
  func whole(_ text: Text) -> Reading? {
    let starts = sentenceStarts(in: text)
    guard starts.count > 1 else { return pattern(text, 0) ?? list(text, 0, isValue: false) }
    // The best reading of the sentences before each place, the last of them from `from` on.
    var best: [(known: Int, from: Int, reading: Reading?)] = [(0, 0, nil)]
    for end in 1...starts.count {
      let stop = end < starts.count ? starts[end] - 1 : text.endIndex
      var chosen: (known: Int, from: Int, reading: Reading?) = (best[end - 1].known, end - 1, nil)
      for from in max(0, end - 8)..<end {
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
    guard depth < Self.mostDepth, let first = text.first else { return nil }
    var candidates: [Int] = []
    for word in text.split(separator: space) {
      if let found = book.byWord[hash(of: word)] { candidates += found }
    }
    candidates.sort()
    var best: (reading: Reading, values: Int)?
    var previous = -1
    for candidate in candidates where candidate != previous {
      previous = candidate
      let pattern = book.patterns[candidate]
      guard let slices = pattern.values(in: text) else { continue }
      var known = pattern.length
      var values: [Phrase.Value] = []
      for (index, slice) in slices.enumerated() {
        let isFirst = index == 0 && pattern.literals[0].isEmpty && depth == 0
        let value = value(slice, depth + 1, isFirst: isFirst, isCounted: pattern.isCount)
        known += value.known
        values.append(value.value)
      }
      if let best, (best.reading.known, -best.values) >= (known, -values.count) { continue }
      best = (
        Reading(phrase: Phrase(pattern.english, pattern.japanese, values), known: known),
        values.count
      )
    }
    if first == UInt8(ascii: "1"), let one = one(text), one.known > best?.reading.known ?? 0 {
      return one
    }
    return best?.reading
  }

  /// Reads `1 school` as a count of schools.
  private func one(_ text: Text) -> Reading? {
    let rest = text.dropFirst()
    guard rest.first == space, let index = book.counts[roots(of: rest.dropFirst())] else {
      return nil
    }
    return Reading(
      phrase: Phrase(
        "{1}" + words(rest), book.patterns[index].japanese, [.text("1")]), known: rest.count)
  }

  // MARK: Values

  /// Reads what stands at the place of a value.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - depth: In how many other values it stands.
  ///   - isFirst: Whether it begins a sentence.
  ///   - isCounted: Whether it may be the number of a count.
  ///   - isWord: Whether a word that is a name, too, is meant as the word.
  /// - Returns: What it is, and how many bytes of it the catalogue says.
  private func value(
    _ text: Text, _ depth: Int, isFirst: Bool, isCounted: Bool, isWord: Bool = false
  ) -> (value: Phrase.Value, known: Int) {
    let plain = words(text)
    if text.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ",") }) {
      // Counts are grouped by thousands in Japanese even where they are not in English.
      if isCounted, text.count > 3, let number = Int(plain) {
        return (.phrase(Phrase(plain, grouped(number))), 0)
      }
      return (.text(plain), 0)
    }
    if !isWord, book.names.contains(plain) { return (.text(plain), 0) }
    if isFirst {
      let name = plain.prefix(1).lowercased() + plain.dropFirst()
      if name != plain, book.names.contains(name) { return (.phrase(Phrase(plain, name)), 0) }
    }
    if let day = day(plain) { return (.phrase(Phrase(plain, day)), 0) }
    if let reading = pattern(text, depth) ?? list(text, depth, isValue: true) {
      return (.phrase(reading.phrase), reading.known)
    }
    return (.text(plain), 0)
  }

  /// A day in ISO 8601 as Japanese writes it.
  private func day(_ text: String) -> String? {
    guard text.utf8.count == 10 else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
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
  private func list(_ text: Text, _ depth: Int, isValue: Bool) -> Reading? {
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
    var known = 0
    var index = 0
    while index < parts.count {
      var taken: (value: Phrase.Value, known: Int, last: Int)?
      for last in index..<min(parts.count, index + 3) {
        let part = text[parts[index].startIndex..<parts[last].endIndex]
        let value = value(
          part, depth + 1, isFirst: false, isCounted: false, isWord: !isValue)
        let isText = if case .text = value.value { true } else { false }
        if !isText || (last == index && (isIdentifier(part) || book.names.contains(words(part)))) {
          taken = (value.value, value.known, last)
          break
        }
      }
      guard let taken else { return nil }
      values.append(taken.value)
      known += taken.known
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
    let isKnown = values.contains { if case .phrase = $0 { true } else { false } }
    guard values.count > 1, isValue || isKnown else { return nil }
    return Reading(phrase: Phrase(english, japanese, values), known: known)
  }

  /// Whether a text is written as identifiers are: without spaces, and with digits or letters
  /// of one size.
  private func isIdentifier(_ text: Text) -> Bool {
    guard text.allSatisfy({ isLetter($0) || isDigit($0) || "-_./:".utf8.contains($0) }) else {
      return false
    }
    let letters = text.filter { isLetter($0) && $0 < 0x80 }
    return text.contains(where: isDigit) || letters.allSatisfy { $0 & 0x20 != 0 }
      || letters.allSatisfy { $0 & 0x20 == 0 }
  }
}
