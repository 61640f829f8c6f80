// SPDX-License-Identifier: GPL-3.0-or-later

/// A program with one tier in the shape that both file formats need.
///
/// The files mean the same to GLPK, CBC and HiGHS. Where these read a feature
/// differently, it is avoided: a maximum is written as the minimum of the
/// negated tier, with a comment that says so; a constant is a column fixed at
/// one; a row or a column whose bounds exclude each other becomes two rows.
struct ModelFile {
  /// One row as it is written: `terms` compared with one number.
  struct Line {
    var kind: Kind
    var side: Int64
    /// The position of the source row, or of the source column if the row
    /// stands for the upper bound of a contradictory column.
    var source: Int
    var isColumnBound = false
    /// How far above `side` the sum may go, for a `.atLeast` with both bounds.
    var range: Int64?
  }

  enum Kind {
    case atMost, atLeast, exactly
  }

  let program: IntegerProgram
  let isNegated: Bool
  let title: String
  /// The weights to be minimized.
  let weights: [Int64]
  /// The constant to be added to them; written as a column if not zero or if
  /// there is no column.
  let constant: Int64
  private(set) var lines: [Line] = []
  /// Lines of row `i`: `lineStarts[i] ..< lineStarts[i + 1]`.
  private(set) var lineStarts: [Int] = [0]
  private(set) var columnNames = ModelNames()
  private(set) var lineNames = ModelNames()

  /// Whether a constant column is written.
  var hasConstant: Bool { constant != 0 || program.columnCount == 0 }

  /// Prepares a file, with or without splitting rows that have two bounds.
  init(_ program: IntegerProgram, tier: Tier?, splitsRanges: Bool) {
    self.program = program
    isNegated = tier?.sense == .maximize
    title = tier?.name ?? "no tier"
    let weights =
      tier.map { program.weights(of: $0) }
      ?? [Int64](
        repeating: 0, count: program.columnCount)
    self.weights = isNegated ? weights.map { -$0 } : weights
    constant = isNegated ? -(tier?.constant ?? 0) : tier?.constant ?? 0
    for column in 0..<program.columnCount {
      columnNames.append(program.columnTexts.nameBytes(at: column), or: "c", column)
    }
    for row in 0..<program.rowCount {
      appendLines(of: row, splitsRanges: splitsRanges)
      lineStarts.append(lines.count)
    }
    for column in 0..<program.columnCount where isContradictory(column) {
      lines.append(
        Line(
          kind: .atMost, side: program.columnUppers[column], source: column, isColumnBound: true))
      lineNames.append(columnNames.pool.bytes(at: column) + Array(".upper".utf8), or: "r", 0)
    }
  }

  /// Whether no value satisfies a column's bounds.
  func isContradictory(_ column: Int) -> Bool {
    program.columnLowers[column] > program.columnUppers[column]
  }

  /// The number of the line that holds a contradictory column's upper bound.
  func extraLine(of column: Int) -> Int? {
    guard isContradictory(column), let rowLines = lineStarts.last else { return nil }
    return (rowLines..<lines.count).first { lines[$0].source == column }
  }

  private mutating func appendLines(of row: Int, splitsRanges: Bool) {
    let (lower, upper) = program.bounds(of: IntegerProgram.Row(index: row))
    let name = program.rowNames.bytes(at: row)
    switch (lower, upper) {
    case (nil, nil): return
    case (let lower?, nil):
      lines.append(Line(kind: .atLeast, side: lower, source: row))
    case (nil, let upper?):
      lines.append(Line(kind: .atMost, side: upper, source: row))
    case (let lower?, let upper?) where lower == upper:
      lines.append(Line(kind: .exactly, side: lower, source: row))
    case (let lower?, let upper?):
      let (range, overflow) = upper.subtractingReportingOverflow(lower)
      if !splitsRanges, !overflow, range > 0 {
        lines.append(Line(kind: .atLeast, side: lower, source: row, range: range))
        break
      }
      lines.append(Line(kind: .atLeast, side: lower, source: row))
      lineNames.append(
        (name.isEmpty ? Array("r\(row + 1)".utf8)[...] : name) + dotLower, or: "r", row)
      lines.append(Line(kind: .atMost, side: upper, source: row))
      lineNames.append(
        (name.isEmpty ? Array("r\(row + 1)".utf8)[...] : name) + dotUpper, or: "r", row)
      return
    }
    lineNames.append(name, or: "r", row)
  }

  private var dotLower: [UInt8] { Array(".lower".utf8) }
  private var dotUpper: [UInt8] { Array(".upper".utf8) }

  /// What is said at the top of a file.
  var headline: [String] {
    var text = ["Tier: \(title)"]
    if isNegated { text.append("The tier is to be large: its negative is minimized here.") }
    return text
  }

  /// Where a line comes from.
  func comment(on line: Line) -> String {
    if line.isColumnBound { return "upper bound that excludes the lower one" }
    let row = IntegerProgram.Row(index: line.source)
    let origin = program.origin(of: row)
    return ([program.name(of: row), origin.rule] + origin.subjects)
      .filter { !$0.isEmpty }.joined(separator: " | ")
  }
}
