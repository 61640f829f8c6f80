// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// Takes a JSON5 document apart and gathers what is amiss in it.
///
/// Values know the file that they stand in, so that faults of a document that was put
/// together from several name the right one.
protocol DocumentReader {
  var faults: FaultList { get set }
}

extension DocumentReader {
  /// Reports a value.
  ///
  /// An object is too long to be shown; the message says what it is instead.
  mutating func report(
    _ value: JSON5Value, _ problem: Sentence, expected: Sentence? = nil, hint: Fault.Hint? = nil
  ) {
    guard value.object != nil, !problem.template.hasPrefix("is ") else {
      faults.report(
        value.fault(in: value.file, problem: problem, expected: expected, hint: hint))
      return
    }
    faults.report(
      Fault(
        file: value.file, line: value.position.line,
        place: value.path.isEmpty ? nil : .path(value.path), problem: "the object \(problem)",
        expected: expected, hint: hint))
  }

  /// An object with none but these keys; others are reported and skipped.
  mutating func object(
    _ value: JSON5Value, keys: [String], each noun: Sentence = "setting"
  ) -> JSON5Object? {
    guard let object = value.object else {
      report(value, "is \(value.kindForDisplay)", expected: "an object in braces")
      return nil
    }
    let nearest = NearestName(among: keys)
    for member in object.members where !keys.contains(member.key) {
      faults.report(
        Fault(
          file: member.value.file, line: member.keyPosition.line,
          place: .path(member.value.path), value: member.key, problem: "is no \(noun) here",
          // The list of attributes fills a page.
          expected: keys.count > 20
            ? "an attribute of docs/files.md" : "\(keys.joined(separator: ", "))",
          hint: nearest.hint(for: member.key)))
    }
    return object
  }

  /// The values of a list.
  mutating func list(_ value: JSON5Value, of noun: Sentence) -> [JSON5Value]? {
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
}
