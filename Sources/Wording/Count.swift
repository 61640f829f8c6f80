// SPDX-License-Identifier: GPL-3.0-or-later

/// A number with its noun, such as `1 unit` or `1,204 units`.
///
/// The catalogue has it under `{1}` and the plural, such as `{1} units`: Japanese has one form,
/// with the counter that the noun asks for.
public struct Count: Worded {
  let number: Int
  let one: String
  let many: String
  /// Whether English has no commas between its thousands.
  var isPlain = false

  public func words(in language: Language) -> String {
    let pattern =
      switch language {
      case .english: "{1} \(number == 1 ? one : many)"
      case .japanese: Catalogue.japanese["{1} \(many)"] ?? "{1} \(number == 1 ? one : many)"
      }
    return filled(
      pattern, with: [isPlain && language == .english ? String(number) : grouped(number)])
  }
}

/// A number with its noun, such as `1 unit` or `1,204 units`, in the language spoken now.
public func counted(_ count: Int, _ one: String, _ many: String) -> String {
  Count(number: count, one: one, many: many).words(in: .current)
}

extension Sentence.Parts {
  /// Puts a number with its noun, such as `\(3, "row", "rows")`.
  public mutating func appendInterpolation(_ count: Int, _ one: String, _ many: String) {
    appendInterpolation(Count(number: count, one: one, many: many))
  }

  /// Puts a number with its noun, in English without commas between thousands.
  public mutating func appendInterpolation(plain count: Int, _ one: String, _ many: String) {
    appendInterpolation(Count(number: count, one: one, many: many, isPlain: true))
  }
}

/// A whole number with commas between thousands, as in `-1,234,567`.
public func grouped(_ number: some BinaryInteger) -> String {
  let digits = Array(String(number.magnitude))
  var text = number < 0 ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
    text.append(digit)
  }
  return text
}
