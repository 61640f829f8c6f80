// SPDX-License-Identifier: GPL-3.0-or-later

extension IntegerProgram {
  /// Writes the program with one tier in the CPLEX LP format.
  ///
  /// GLPK (`--lp`), CBC and HiGHS read the same program from it. The rest is as
  /// in `writeMPS`; rows with two bounds are written as two rows.
  ///
  /// - Parameters:
  ///   - tier: The tier to minimize or maximize, or nil for none.
  ///   - includesOrigins: Whether a comment before each row says where it
  ///     comes from.
  ///   - output: Where to write, in pieces of some 60,000 characters.
  /// - Complexity: O(*n* + *m* + *t*) for *n* columns, *m* rows, *t* terms.
  public func writeLP(
    tier: Tier?, includesOrigins: Bool = false, to output: inout some TextOutputStream
  ) {
    let file = ModelFile(self, tier: tier, splitsRanges: true)
    var text = ModelText()
    for line in file.headline {
      text.add("\\ ")
      text.add(comment: line)
      text.endLine(&output)
    }
    file.writeLPObjective(&text, to: &output)
    file.writeLPRows(includesOrigins: includesOrigins, &text, to: &output)
    file.writeLPBounds(&text, to: &output)
    file.writeLPIntegers(&text, to: &output)
    text.add("End")
    text.endLine(&output)
    text.flush(&output)
  }
}

extension ModelFile {
  /// The name of some column that is written.
  private var anyColumn: ArraySlice<UInt8> {
    program.columnCount > 0 ? columnNames.pool.bytes(at: 0) : Array("constant".utf8)[...]
  }

  /// How many terms stand on one line.
  private static let termsPerLine = 8

  fileprivate func writeLPObjective(
    _ text: inout ModelText, to output: inout some TextOutputStream
  ) {
    text.add("Minimize")
    text.endLine(&output)
    text.add(" obj:")
    var isUsed = [Bool](repeating: false, count: program.columnCount)
    for (column, coefficient) in zip(program.entryColumns, program.entryCoefficients)
    where coefficient != 0 {
      isUsed[Int(column)] = true
    }
    var count = 0
    // Columns that are nowhere are named here, so that readers know them.
    for column in 0..<program.columnCount where weights[column] != 0 || !isUsed[column] {
      writeLPTerm(columnNames.pool.bytes(at: column), weights[column], &count, &text, to: &output)
    }
    if hasConstant || count == 0 {
      let name = hasConstant ? Array("constant".utf8)[...] : columnNames.pool.bytes(at: 0)
      writeLPTerm(name, constant, &count, &text, to: &output)
    }
    text.endLine(&output)
  }

  private func writeLPTerm(
    _ column: ArraySlice<UInt8>, _ coefficient: Int64, _ count: inout Int,
    _ text: inout ModelText, to output: inout some TextOutputStream
  ) {
    if count > 0, count.isMultiple(of: ModelFile.termsPerLine) {
      text.endLine(&output)
      text.add(" ")
    }
    count += 1
    text.add(coefficient < 0 ? " " : " +")
    text.add(coefficient)
    text.add(" ")
    text.add(column)
  }

  fileprivate func writeLPRows(
    includesOrigins: Bool, _ text: inout ModelText, to output: inout some TextOutputStream
  ) {
    text.add("Subject To")
    text.endLine(&output)
    if lines.isEmpty {
      // GLPK wants a row.
      text.add(" nothing: +0 ")
      text.add(anyColumn)
      text.add(" >= 0")
      text.endLine(&output)
    }
    for (index, line) in lines.enumerated() {
      if includesOrigins {
        text.add("\\ ")
        text.add(comment: comment(on: line))
        text.endLine(&output)
      }
      text.add(" ")
      text.add(lineNames.pool.bytes(at: index))
      text.add(":")
      var count = 0
      if line.isColumnBound {
        writeLPTerm(columnNames.pool.bytes(at: line.source), 1, &count, &text, to: &output)
      } else {
        for entry in program.rowStarts[line.source]..<program.rowStarts[line.source + 1]
        where program.entryCoefficients[entry] != 0 {
          writeLPTerm(
            columnNames.pool.bytes(at: Int(program.entryColumns[entry])),
            program.entryCoefficients[entry], &count, &text, to: &output)
        }
      }
      if count == 0 {
        writeLPTerm(anyColumn, 0, &count, &text, to: &output)
      }
      switch line.kind {
      case .atMost: text.add(" <= ")
      case .atLeast: text.add(" >= ")
      case .exactly: text.add(" = ")
      }
      text.add(line.side)
      text.endLine(&output)
    }
  }

  fileprivate func writeLPBounds(
    _ text: inout ModelText, to output: inout some TextOutputStream
  ) {
    text.add("Bounds")
    text.endLine(&output)
    for column in 0..<program.columnCount {
      let name = columnNames.pool.bytes(at: column)
      let (lower, upper) = program.bounds(of: IntegerProgram.Column(index: column))
      text.add(" ")
      switch (lower, isContradictory(column) ? nil : upper) {
      case (nil, nil):
        text.add(name)
        text.add(" free")
      case (let lower?, let upper?) where lower == upper:
        text.add(name)
        text.add(" = ")
        text.add(lower)
      case (let lower?, nil):
        text.add(name)
        text.add(" >= ")
        text.add(lower)
      case (let lower, let upper?):
        if let lower { text.add(lower) } else { text.add("-inf") }
        text.add(" <= ")
        text.add(name)
        text.add(" <= ")
        text.add(upper)
      }
      text.endLine(&output)
    }
    if hasConstant {
      text.add(" constant = 1")
      text.endLine(&output)
    }
  }

  fileprivate func writeLPIntegers(
    _ text: inout ModelText, to output: inout some TextOutputStream
  ) {
    guard program.columnIsInteger.contains(true) else { return }
    text.add("Generals")
    text.endLine(&output)
    for column in 0..<program.columnCount where program.columnIsInteger[column] {
      text.add(" ")
      text.add(columnNames.pool.bytes(at: column))
      text.endLine(&output)
    }
  }
}
