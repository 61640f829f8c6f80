// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

extension CellFormat where Value: FixedWidthInteger & Sendable {
  /// A whole number.
  ///
  /// Written plainly: no decimal point, no separators between thousands.
  static func integer(in range: ClosedRange<Value>) -> CellFormat {
    let bounds = rangeForDisplay(Int(range.lowerBound), Int(range.upperBound))
    return CellFormat(
      type: "whole number", range: bounds, expected: "a whole number from \(bounds)",
      parse: { (text, _) throws(CellProblem) in
        let plain = halfWidth(text)
        if let value = Value(plain), !plain.hasPrefix("+") {
          guard range.contains(value) else { throw CellProblem("is out of range") }
          return value
        }
        guard !isWholeNumber(plain) else { throw CellProblem("is out of range") }
        throw CellProblem(
          "is not a whole number", hint: plainNumber(plain).map { .didYouMean($0) })
      }, write: { value, _ in String(value) })
  }
}

extension CellFormat where Value == Double {
  /// A number with decimals.
  static func decimal(in range: ClosedRange<Double>) -> CellFormat {
    let bounds: Sentence =
      "\(decimalForDisplay(range.lowerBound)) to \(decimalForDisplay(range.upperBound))"
    return CellFormat(
      type: "number", range: bounds, expected: "a number from \(bounds)",
      parse: { (text, _) throws(CellProblem) in
        let plain = halfWidth(text)
        guard isDecimal(plain), let value = Double(plain) else {
          let isCommaMeant = plain.contains(",") && !plain.contains(".")
          let point = plain.replacing(",", with: ".", maxReplacements: 1)
          throw CellProblem(
            "is not a number", hint: isCommaMeant && isDecimal(point) ? .didYouMean(point) : nil)
        }
        guard range.contains(value) else { throw CellProblem("is out of range") }
        return value
      }, write: { value, _ in decimalForDisplay(value) })
  }
}

/// Both ends of a range, with separators, such as `0 to 100,000`.
func rangeForDisplay(_ lower: Int, _ upper: Int) -> Sentence {
  // Years are not counted things.
  let areYears = lower >= 1900 && upper <= 2200
  return areYears ? "\(lower) to \(upper)" : "\(grouped(lower)) to \(grouped(upper))"
}

/// Whether the text is an optional minus and digits.
private func isWholeNumber(_ text: String) -> Bool {
  let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
  return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

private func isDecimal(_ text: String) -> Bool {
  let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  guard let whole = parts.first, isWholeNumber(String(whole)) else { return false }
  return parts.count == 1
    || (!parts[1].isEmpty && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) })
}

/// The whole number that was probably meant by `12.0`, `+12`, `1,200` or `1 200`.
private func plainNumber(_ text: String) -> String? {
  var digits = text.hasPrefix("+") ? String(text.dropFirst()) : text
  if let point = digits.firstIndex(of: "."), digits[point...].dropFirst().allSatisfy({ $0 == "0" })
  {
    digits = String(digits[..<point])
  }
  for separator in [",", " ", "_", "'"] where digits.contains(separator) {
    let groups = digits.split(separator: Character(separator), omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return nil }
    digits = groups.joined()
  }
  return isWholeNumber(digits) && digits != text ? digits : nil
}

/// A number without an exponent, in as few digits as give it back exactly.
func decimalForDisplay(_ value: Double) -> String {
  let text = value.description
  guard let mark = text.firstIndex(of: "e") else {
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
  let exponent = Int(text[mark...].dropFirst()) ?? 0
  let isNegative = text.hasPrefix("-")
  let mantissa = text[..<mark].drop { $0 == "-" }
  let whole = mantissa.prefix { $0 != "." }
  let fraction = mantissa.drop { $0 != "." }.dropFirst().filter { $0.isNumber }
  let digits = whole + (fraction == "0" ? "" : fraction)
  let point = whole.count + exponent
  let plain: String
  if point <= 0 {
    plain = "0." + String(repeating: "0", count: -point) + digits
  } else if point >= digits.count {
    plain = digits + String(repeating: "0", count: point - digits.count)
  } else {
    plain = digits.prefix(point) + "." + digits.dropFirst(point)
  }
  return (isNegative ? "-" : "") + plain
}
