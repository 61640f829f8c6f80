// SPDX-License-Identifier: GPL-3.0-or-later

internal import Reports

/// Two columns: terms, and what they mean beside them.
func table(_ rows: [(term: String, meaning: String)]) -> [String] {
  let width = min(rows.map { displayWidth(of: $0.term) }.max() ?? 0, 24)
  var lines: [String] = []
  for row in rows {
    let meaning = wrapped(row.meaning, width: 76 - width)
    let indent = String(repeating: " ", count: width + 4)
    let padding = String(repeating: " ", count: max(0, width - displayWidth(of: row.term)))
    if displayWidth(of: row.term) > width {
      lines.append("  " + row.term)
      lines += meaning.map { indent + $0 }
    } else {
      lines.append("  \(row.term)\(padding)  \(meaning.first ?? "")")
      lines += meaning.dropFirst().map { indent + $0 }
    }
  }
  return lines
}

/// A text broken into lines of a width: at spaces, and between kanji and kana where Japanese
/// lets a line end.
func wrapped(_ text: String, width: Int = 80) -> [String] {
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var line = ""
    for word in paragraph.split(separator: " ") {
      for (index, piece) in unbreakablePieces(of: word).enumerated() {
        let gap = index == 0 && !line.isEmpty ? " " : ""
        if !line.isEmpty, displayWidth(of: line + gap + piece) > width {
          lines.append(line)
          line = String(piece)
        } else {
          line += gap + piece
        }
      }
    }
    lines.append(line)
  }
  return lines
}

/// A word cut where a line may end inside it.
///
/// That is before and after each wide character, but for marks that do not begin a line, or do
/// not end one. A word without wide characters is whole.
private func unbreakablePieces(of word: Substring) -> [Substring] {
  var pieces: [Substring] = []
  var start = word.startIndex
  for index in word.indices.dropFirst() {
    let (before, after) = (word[word.index(before: index)], word[index])
    let isBreak =
      (isWide(before) || isWide(after)) && !marksThatEndNoLine.contains(before)
      && !marksThatBeginNoLine.contains(after)
    if isBreak {
      pieces.append(word[start..<index])
      start = index
    }
  }
  return pieces + [word[start...]]
}

private func isWide(_ character: Character) -> Bool { displayWidth(of: String(character)) > 1 }

/// What stands at the end of something (JIS X 4051).
private let marksThatBeginNoLine = Set(
  "、。，．・：；？！ー）」』】〕〉》々ぁぃぅぇぉっゃゅょァィゥェォッャュョ.,:;?!)%")
/// What stands before something.
private let marksThatEndNoLine = Set("（「『【〔〈《(")
