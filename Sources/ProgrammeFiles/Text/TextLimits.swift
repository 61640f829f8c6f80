// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// How large a text file may be before it is refused.
package struct TextLimits: Equatable, Sendable {
  /// The most bytes of a file.
  package var fileBytes: Int
  /// The most bytes of a line; `nil` where long lines are usual.
  package var lineBytes: Int?
  /// The most bytes of a quoted cell or string, line breaks included.
  package var valueBytes: Int
  /// The most values of a JSON5 document.
  package var values: Int

  /// Sets the limits.
  ///
  /// - Parameters:
  ///   - fileBytes: The most bytes of a file.
  ///   - lineBytes: The most bytes of a line; `nil` for no limit.
  ///   - valueBytes: The most bytes of a quoted cell or string.
  ///   - values: The most values of a JSON5 document.
  package init(
    fileBytes: Int = 256 << 20, lineBytes: Int? = 1 << 20, valueBytes: Int = 1 << 20,
    values: Int = 8_000_000
  ) {
    self.fileBytes = fileBytes
    self.lineBytes = lineBytes
    self.valueBytes = valueBytes
    self.values = values
  }

  /// What a table may be: 256 MiB, lines and cells of 1 MiB.
  package static let table = TextLimits()

  /// What a JSON5 document may be: 256 MiB on as few lines as it likes.
  package static let document = TextLimits(lineBytes: nil)
}

/// Writes a number of bytes for a person.
///
/// - Parameter count: A number of bytes.
/// - Returns: For example `256 MiB`; bytes where it is no whole number.
func byteCountForDisplay(_ count: Int) -> String {
  if count >= 1 << 20, count % (1 << 20) == 0 { return "\(grouped(count >> 20)) MiB" }
  if count >= 1 << 10, count % (1 << 10) == 0 { return "\(grouped(count >> 10)) KiB" }
  return localized("\(grouped(count)) bytes")
}
