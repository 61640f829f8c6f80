// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// The text of a number as a table would have it.
///
/// - Parameter stored: What stands in the file, such as `46113` or `0.30000000000000004`.
/// - Returns: The shortest text of the same number; what stands there where it is none.
func numberText(_ stored: String) -> String {
  if Int(stored) != nil { return stored }
  guard let value = Double(stored), value.isFinite else { return stored }
  return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
}

/// The text of a number that is shown as a day or a time.
///
/// Days are counted from 1 January 1900, which is 1; the program that began this took
/// 1900 for a leap year, so that up to 28 February days are one less (ECMA-376, part 1,
/// 18.17.4.1).
///
/// - Parameters:
///   - stored: What stands in the file.
///   - isFrom1904: Whether days are counted from 1 January 1904, which is 0.
/// - Returns: `2026-04-01`, with the time behind it where there is one; the number where
///   it is no day.
func dayText(_ stored: String, isFrom1904: Bool) -> String {
  guard let value = Double(stored), value >= 0, value < 2_958_466 else {
    return numberText(stored)
  }
  var whole = Int(value)
  var seconds = Int(((value - Double(whole)) * 86_400).rounded())
  if seconds == 86_400 { (whole, seconds) = (whole + 1, 0) }
  let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { part in
    part < 10 ? "0\(part)" : "\(part)"
  }.joined(separator: ":")
  if whole == 0, seconds > 0 { return time }
  let firstDay = isFrom1904 ? -24_107 : whole < 60 ? -25_568 : -25_569
  let day = Day(number: whole + firstDay).description
  return seconds == 0 ? day : "\(day) \(time)"
}

/// The index of a column by its letters: 0 for `A` in `A1`.
///
/// - Parameter reference: A cell's place, such as `AB12`.
/// - Returns: The index, or nothing when there is no such column.
func columnIndex(of reference: String) -> Int? {
  var index = 0
  for byte in reference.utf8 {
    switch byte {
    case 0x41...0x5A: index = index * 26 + Int(byte) - 0x40
    case 0x61...0x7A: index = index * 26 + Int(byte) - 0x60
    case 0x30...0x39: return (1...16_384).contains(index) ? index - 1 : nil
    default: return nil
    }
    if index > 16_384 { return nil }
  }
  return nil
}

/// The letters of a column: `A` for 0.
///
/// - Parameter index: The column's index, 0 or more.
/// - Returns: The letters.
package func columnLetters(_ index: Int) -> String {
  let last = String(Unicode.Scalar(UInt8(0x41 + index % 26)))
  return index < 26 ? last : columnLetters(index / 26 - 1) + last
}
