// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// What is amiss with a workbook, so that nothing, or not all, of it can be read.
package struct WorkbookFault: Error, Equatable, Sendable {
  /// The sheet's name; none when the whole file is meant.
  package var sheet: String?
  /// The row, counted from 1; none when the whole sheet is meant.
  package var row: Int?
  /// What is wrong, as a clause of its own.
  package var problem: Sentence
  /// What should be there.
  package var expected: Sentence?
  /// What may help, a whole sentence.
  package var advice: Sentence?

  /// Describes one fault.
  package init(
    sheet: String? = nil, row: Int? = nil, _ problem: Sentence, expected: Sentence? = nil,
    advice: Sentence? = nil
  ) {
    self.sheet = sheet
    self.row = row
    self.problem = problem
    self.expected = expected
    self.advice = advice
  }

  /// The workbook cannot be understood, whoever wrote it.
  static func damaged(_ part: String, _ detail: Sentence) -> WorkbookFault {
    WorkbookFault(
      "the workbook is damaged: \(detail) in its part \(part)",
      advice: "Open it in the program that wrote it and save it again.")
  }
}

/// How much of a workbook is read before it is refused.
///
/// A small file may hold any amount of repeated text; what is unpacked is counted, not
/// what the file says of itself.
package struct WorkbookLimits: Sendable {
  /// The most bytes of all parts together, unpacked.
  package var unpackedBytes = 512 << 20
  /// The most cells of all sheets together, empty ones before full ones included.
  package var cells = 16_000_000
  /// The most bytes of text in the cells of all sheets together.
  package var textBytes = 256 << 20

  /// What Musubi reads.
  package init() {}
}
