// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// One number of `programme.json5`: what drives reading and writing it as well
/// as its line in `docs/files.md`.
struct NumberSetting<Root: Sendable>: Sendable {
  let key: String
  let unit: Sentence
  let range: Sentence
  let meaning: Sentence
  /// What should stand there, for messages.
  let expected: Sentence
  /// Reads a value into the settings.
  let read: @Sendable (JSON5Value, inout Root) throws(CellProblem) -> Void
  /// The value as it stands in the file.
  let write: @Sendable (Root) -> String
  /// Whether it is written only where it is not its default.
  var isLeftOutWhenUnused = false
}

extension NumberSetting {
  /// The setting, written only where it is not its default.
  func leftOutWhenUnused() -> NumberSetting {
    var setting = self
    setting.isLeftOutWhenUnused = true
    return setting
  }

  /// A whole number.
  static func integer(
    _ key: String, _ path: any WritableKeyPath<Root, Int> & Sendable, in range: ClosedRange<Int>,
    unit: Sentence, _ meaning: Sentence
  ) -> NumberSetting {
    let bounds = rangeForDisplay(range.lowerBound, range.upperBound)
    return NumberSetting(
      key: key, unit: unit, range: bounds, meaning: meaning,
      expected: "a whole number from \(bounds)",
      read: { (value, root) throws(CellProblem) in
        root[keyPath: path] = Int(
          try wholeNumber(value, in: Int64(range.lowerBound)...Int64(range.upperBound)))
      }, write: { String($0[keyPath: path]) })
  }

  /// A whole number, or null for none.
  static func integer(
    _ key: String, _ path: any WritableKeyPath<Root, Int?> & Sendable, in range: ClosedRange<Int>,
    unit: Sentence, whenNull none: Sentence, _ meaning: Sentence
  ) -> NumberSetting {
    let bounds = rangeForDisplay(range.lowerBound, range.upperBound)
    return NumberSetting(
      key: key, unit: unit, range: "\(bounds), or null for \(none)", meaning: meaning,
      expected: "a whole number from \(bounds), or null for \(none)",
      read: { (value, root) throws(CellProblem) in
        root[keyPath: path] =
          value.isNull
          ? nil : Int(try wholeNumber(value, in: Int64(range.lowerBound)...Int64(range.upperBound)))
      }, write: { $0[keyPath: path].map(String.init) ?? "null" })
  }

  /// A distance, in kilometres in the file and metres in the year.
  static func kilometres(
    _ key: String, _ path: any WritableKeyPath<Root, Int> & Sendable, to most: Int,
    _ meaning: Sentence
  ) -> NumberSetting {
    NumberSetting(
      key: key, unit: "km", range: "0 to \(grouped(most))", meaning: meaning,
      expected: "a number of kilometres from 0 to \(grouped(most))",
      read: { (value, root) throws(CellProblem) in
        guard let number = value.number else { throw CellProblem("is not a number") }
        guard (0...Double(most)).contains(number.double) else {
          throw CellProblem("is out of range")
        }
        root[keyPath: path] = Int((number.double * 1000).rounded())
      }, write: { ProgrammeFiles.kilometres($0[keyPath: path]) })
  }

  /// Yen, or null for no limit.
  static func yen(
    _ key: String, _ path: any WritableKeyPath<Root, Int64?> & Sendable, to most: Int64,
    _ meaning: Sentence
  ) -> NumberSetting {
    let bounds = rangeForDisplay(0, Int(most))
    return NumberSetting(
      key: key, unit: "yen", range: "\(bounds), or null for no limit", meaning: meaning,
      expected: "a whole number from \(bounds), or null for no limit",
      read: { (value, root) throws(CellProblem) in
        root[keyPath: path] = value.isNull ? nil : try wholeNumber(value, in: 0...most)
      }, write: { $0[keyPath: path].map(String.init) ?? "null" })
  }
}

/// A whole number of a JSON5 document.
func wholeNumber(
  _ value: JSON5Value, in range: ClosedRange<Int64>
) throws(CellProblem) -> Int64 {
  guard let number = value.number else { throw CellProblem("is not a number") }
  guard let integer = number.integer else {
    throw CellProblem(number.double.magnitude < 9e18 ? "is not a whole number" : "is out of range")
  }
  guard range.contains(integer) else { throw CellProblem("is out of range") }
  return integer
}
