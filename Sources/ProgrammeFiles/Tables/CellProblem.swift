// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// Why the text of a cell is no value of its column.
struct CellProblem: Error {
  /// The rest of a sentence that begins with the value.
  var problem: Sentence
  /// What should stand there; what the column says unless given.
  var expected: Sentence?
  /// The part of the cell that is meant; the whole cell unless given.
  var part: String?
  /// What may help.
  var hint: Fault.Hint?
  /// The table whose nearest identifier to the part may help.
  var table: (any KeyPath<YearNames, NameIndex> & Sendable)?
  /// Whether the fault lies elsewhere and has been reported there.
  var isReportedElsewhere = false

  init(
    _ problem: Sentence, expected: Sentence? = nil, part: String? = nil,
    hint: Fault.Hint? = nil, nearestIn table: (any KeyPath<YearNames, NameIndex> & Sendable)? = nil
  ) {
    self.problem = problem
    self.expected = expected
    self.part = part
    self.hint = hint
    self.table = table
  }

  /// The table that a reference points into could not be read.
  static var unreadableTable: CellProblem {
    var problem = CellProblem("names a row of a table that could not be read")
    problem.isReportedElsewhere = true
    return problem
  }
}
