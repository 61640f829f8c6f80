// SPDX-License-Identifier: GPL-3.0-or-later

/// The JSON5 format: JSON with comments, trailing commas and plain names.
package enum JSON5 {
  /// Reads a document from a file.
  ///
  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - file: Its name in faults.
  ///   - limits: How large it may be.
  ///   - faults: Where the first thing amiss is reported.
  /// - Returns: The document, or `nil` after an error.
  package static func read(
    at path: String, named file: String, limits: TextLimits = .document, faults: inout FaultList
  ) -> JSON5Value? {
    guard let text = readText(at: path, named: file, limits: limits, faults: &faults)
    else { return nil }
    do throws(Fault) {
      return try parse(text, limits: limits)
    } catch {
      faults.report(error)
      return nil
    }
  }

  /// Reads a document from text.
  ///
  /// Numbers that are not finite, names given twice, and nesting deeper than
  /// 128 levels are refused.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - limits: How large its strings and the document may be.
  /// - Returns: The document.
  /// - Throws: The first fault.
  /// - Complexity: O(*n*), where *n* is the size of the text.
  package static func parse(
    _ text: DecodedText, limits: TextLimits = .document
  ) throws(Fault) -> JSON5Value {
    var parser = JSON5Parser(text: text, limits: limits)
    return try parser.parseDocument()
  }

  /// Reads a document from a string.
  ///
  /// - Parameters:
  ///   - string: The document.
  ///   - file: Its name in faults.
  /// - Returns: The document.
  /// - Throws: The first fault.
  package static func parse(_ string: String, named file: String) throws(Fault) -> JSON5Value {
    try parse(DecodedText(file: file, bytes: Array(string.utf8), encoding: .utf8))
  }
}
