// SPDX-License-Identifier: GPL-3.0-or-later

internal import ProgrammeFiles
internal import Wording

/// Something in the files of a year, a scenario or a plan that is not as it should be.
public struct YearFault: Hashable, Sendable, CustomStringConvertible {
  /// The file's name as the planner knows it.
  public let file: String
  /// The line, counted from 1; none when the whole file is meant.
  public let line: Int?
  /// The column of a table, or the path of a value such as `rules[2].rule`.
  public let column: String?
  /// The offending text, at most 80 characters of it.
  public let value: String?
  /// What should stand there, in the planner's words.
  public let expected: String?
  /// The nearest right value, or advice.
  public let hint: String?
  /// Whether the files cannot be used until this is put right; otherwise it is worth knowing.
  public let isError: Bool
  /// One sentence for a planner: where, what is wrong, what should stand there, and a hint.
  public let description: String

  init(_ fault: Fault) {
    file = fault.file
    line = fault.line
    column = fault.column
    value = fault.value
    expected = fault.expected?.description
    hint = fault.hint?.text
    isError = fault.severity == .error
    description = fault.description
  }
}

/// The faults that keep files from being used, all of them at once.
public struct YearFaults: Error, Hashable, Sendable, CustomStringConvertible {
  /// By file, line and column; of each kind of fault at most twenty, notices too.
  public let faults: [YearFault]
  /// How many errors there are, those included that are not listed.
  public let errorCount: Int
  /// A sentence for each fault, and one for those of each kind that are not listed.
  public let lines: [String]

  init(_ list: FaultList) {
    faults = list.faults.map(YearFault.init)
    errorCount = list.errorCount
    lines = list.lines
  }

  /// All sentences, a line each.
  public var description: String { lines.joined(separator: "\n") }
}
