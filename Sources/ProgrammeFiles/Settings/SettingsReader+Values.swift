// SPDX-License-Identifier: GPL-3.0-or-later

extension SettingsReader {
  /// Reports a value.
  ///
  /// An object is too long to be shown; the message says what it is instead.
  mutating func report(
    _ value: JSON5Value, _ problem: String, expected: String? = nil, hint: Fault.Hint? = nil
  ) {
    guard value.object != nil, !problem.hasPrefix("is ") else {
      faults.report(
        value.fault(
          in: FolderText.settingsFile, problem: problem, expected: expected, hint: hint))
      return
    }
    faults.report(
      Fault(
        file: FolderText.settingsFile, line: value.position.line,
        place: value.path.isEmpty ? nil : .path(value.path), problem: "the object \(problem)",
        expected: expected, hint: hint))
  }

  /// Does something with a value and reports why it could not.
  mutating func attempt(
    _ value: JSON5Value, expected: String,
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

  /// An object with none but these keys; others are reported and skipped.
  mutating func object(_ value: JSON5Value, keys: [String]) -> JSON5Object? {
    guard let object = value.object else {
      report(value, "is \(value.kindForDisplay)", expected: "an object in braces")
      return nil
    }
    let nearest = NearestName(among: keys)
    for member in object.members where !keys.contains(member.key) {
      faults.report(
        Fault(
          file: FolderText.settingsFile, line: member.keyPosition.line,
          place: .path(member.value.path), value: member.key, problem: "is no setting here",
          // The list of attributes fills a page.
          expected: keys.count > 12
            ? "an attribute of docs/files.md" : keys.joined(separator: ", "),
          hint: nearest.hint(for: member.key)))
    }
    return object
  }

  /// The values of a list.
  mutating func list(_ value: JSON5Value, of noun: String) -> [JSON5Value]? {
    guard let values = value.array else {
      report(value, "is \(value.kindForDisplay)", expected: "a list of \(noun) in brackets")
      return nil
    }
    return values
  }

  /// A text.
  mutating func text(_ value: JSON5Value) -> String? {
    guard let text = value.string else {
      report(value, "is \(value.kindForDisplay)", expected: "a text in quotes")
      return nil
    }
    return text
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
      value, "is none of the words", expected: words.joined(separator: ", "),
      hint: NearestName(among: words).hint(for: text))
    return nil
  }

  /// A key that has to be there.
  mutating func required(_ key: String, of value: JSON5Value, expected: String) -> JSON5Value? {
    if let member = value.object?[key] { return member }
    report(value, "has no \(key)", expected: expected)
    return nil
  }
}
