// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

extension SettingsReader {
  /// Does something with a value and reports why it could not.
  mutating func attempt(
    _ value: JSON5Value, expected: Sentence,
    _ body: (inout SettingsReader, JSON5Value) throws(CellProblem) -> Void
  ) {
    do throws(CellProblem) {
      try body(&self, value)
    } catch {
      report(
        value, error.problem, expected: error.expected ?? expected,
        hint: error.hint ?? error.table.flatMap { names[keyPath: $0].hint(for: error.part ?? "") })
    }
  }

  /// A whole number.
  mutating func integer(_ value: JSON5Value, in range: ClosedRange<Int64>) -> Int? {
    var result: Int?
    let bounds = rangeForDisplay(Int(range.lowerBound), Int(range.upperBound))
    attempt(value, expected: "a whole number from \(bounds)") { (_, value) throws(CellProblem) in
      result = Int(try wholeNumber(value, in: range))
    }
    return result
  }

  /// One of the words that a type names.
  mutating func word<Word>(_ value: JSON5Value) -> Word?
  where Word: CaseIterable & RawRepresentable, Word.RawValue == String {
    guard let text = text(value) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    report(
      value, "is none of the words", expected: "\(words.joined(separator: ", "))",
      hint: NearestName(among: words).hint(for: text))
    return nil
  }

  /// A key that has to be there.
  mutating func required(_ key: String, of value: JSON5Value, expected: Sentence) -> JSON5Value? {
    if let member = value.object?[key] { return member }
    report(value, "has no \(key)", expected: expected)
    return nil
  }
}
