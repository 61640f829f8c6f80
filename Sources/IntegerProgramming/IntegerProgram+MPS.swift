// SPDX-License-Identifier: GPL-3.0-or-later

extension IntegerProgram {
  /// Writes the program with one tier as a free-format MPS file.
  ///
  /// GLPK (`--freemps`), CBC and HiGHS read the same program from it. All
  /// objectives are minimized: a tier that is to be large is negated, and a
  /// comment says so. Names are made plain and unique.
  ///
  /// - Parameters:
  ///   - tier: The tier to minimize or maximize, or nil for none.
  ///   - includesOrigins: Whether a comment before each row says where it
  ///     comes from.
  ///   - output: Where to write, in pieces of some 60,000 characters.
  /// - Complexity: O(*n* + *m* + *t*) for *n* columns, *m* rows, *t* terms.
  public func writeMPS(
    tier: Tier?, includesOrigins: Bool = false, to output: inout some TextOutputStream
  ) {
    let file = ModelFile(self, tier: tier, splitsRanges: false)
    var text = ModelText()
    for line in file.headline {
      text.add("* ")
      text.add(comment: line)
      text.endLine(&output)
    }
    // Without the word FREE, CBC guesses the fixed format.
    text.add("NAME musubi FREE")
    text.endLine(&output)
    file.writeMPSRows(includesOrigins: includesOrigins, &text, to: &output)
    file.writeMPSColumns(&text, to: &output)
    file.writeMPSSides(&text, to: &output)
    file.writeMPSBounds(&text, to: &output)
    text.add("ENDATA")
    text.endLine(&output)
    text.flush(&output)
  }
}

extension ModelFile {
  fileprivate func writeMPSRows(
    includesOrigins: Bool, _ text: inout ModelText, to output: inout some TextOutputStream
  ) {
    text.add("ROWS")
    text.endLine(&output)
    text.add(" N obj")
    text.endLine(&output)
    for (index, line) in lines.enumerated() {
      if includesOrigins {
        text.add("* ")
        text.add(comment: comment(on: line))
        text.endLine(&output)
      }
      switch line.kind {
      case .atMost: text.add(" L ")
      case .atLeast: text.add(" G ")
      case .exactly: text.add(" E ")
      }
      text.add(lineNames.pool.bytes(at: index))
      text.endLine(&output)
    }
  }

  fileprivate func writeMPSColumns(
    _ text: inout ModelText, to output: inout some TextOutputStream
  ) {
    text.add("COLUMNS")
    text.endLine(&output)
    // The terms by column, by counting.
    var starts = [Int](repeating: 0, count: program.columnCount + 1)
    for column in program.entryColumns { starts[Int(column) + 1] += 1 }
    for column in 0..<program.columnCount { starts[column + 1] += starts[column] }
    var next = starts
    var entries = [Int](repeating: 0, count: program.termCount)
    var rows = [Int32](repeating: 0, count: program.termCount)
    for row in 0..<program.rowCount {
      for entry in program.rowStarts[row]..<program.rowStarts[row + 1] {
        let column = Int(program.entryColumns[entry])
        entries[next[column]] = entry
        rows[next[column]] = Int32(row)
        next[column] += 1
      }
    }
    var isInteger = false
    var marker: Int64 = 0
    for column in 0..<program.columnCount {
      if program.columnIsInteger[column] != isInteger {
        isInteger.toggle()
        marker += 1
        writeMarker(marker, opens: isInteger, &text, to: &output)
      }
      let name = columnNames.pool.bytes(at: column)
      // A column has to be named once even if it is nowhere.
      var isNamed = weights[column] != 0
      if isNamed { writeObjective(name, weights[column], &text, to: &output) }
      for place in starts[column]..<starts[column + 1] {
        let coefficient = program.entryCoefficients[entries[place]]
        if coefficient == 0 { continue }
        let row = Int(rows[place])
        for line in lineStarts[row]..<lineStarts[row + 1] {
          writeTerm(name, line: line, coefficient, &text, to: &output)
          isNamed = true
        }
      }
      if let line = extraLine(of: column) {
        writeTerm(name, line: line, 1, &text, to: &output)
        isNamed = true
      }
      if !isNamed { writeObjective(name, 0, &text, to: &output) }
    }
    if isInteger { writeMarker(marker + 1, opens: false, &text, to: &output) }
    if hasConstant { writeObjective(Array("constant".utf8)[...], constant, &text, to: &output) }
  }

  private func writeMarker(
    _ number: Int64, opens: Bool, _ text: inout ModelText, to output: inout some TextOutputStream
  ) {
    text.add(" M")
    text.add(number)
    text.add(opens ? " 'MARKER' 'INTORG'" : " 'MARKER' 'INTEND'")
    text.endLine(&output)
  }

  private func writeObjective(
    _ column: ArraySlice<UInt8>, _ weight: Int64, _ text: inout ModelText,
    to output: inout some TextOutputStream
  ) {
    text.add(" ")
    text.add(column)
    text.add(" obj ")
    text.add(weight)
    text.endLine(&output)
  }

  private func writeTerm(
    _ column: ArraySlice<UInt8>, line: Int, _ coefficient: Int64, _ text: inout ModelText,
    to output: inout some TextOutputStream
  ) {
    text.add(" ")
    text.add(column)
    text.add(" ")
    text.add(lineNames.pool.bytes(at: line))
    text.add(" ")
    text.add(coefficient)
    text.endLine(&output)
  }

  fileprivate func writeMPSSides(
    _ text: inout ModelText, to output: inout some TextOutputStream
  ) {
    text.add("RHS")
    text.endLine(&output)
    for (index, line) in lines.enumerated() where line.side != 0 {
      text.add(" RHS ")
      text.add(lineNames.pool.bytes(at: index))
      text.add(" ")
      text.add(line.side)
      text.endLine(&output)
    }
    guard lines.contains(where: { $0.range != nil }) else { return }
    text.add("RANGES")
    text.endLine(&output)
    for (index, line) in lines.enumerated() {
      guard let range = line.range else { continue }
      text.add(" RNG ")
      text.add(lineNames.pool.bytes(at: index))
      text.add(" ")
      text.add(range)
      text.endLine(&output)
    }
  }

  fileprivate func writeMPSBounds(
    _ text: inout ModelText, to output: inout some TextOutputStream
  ) {
    text.add("BOUNDS")
    text.endLine(&output)
    for column in 0..<program.columnCount {
      let name = columnNames.pool.bytes(at: column)
      let (lower, upper) = program.bounds(of: IntegerProgram.Column(index: column))
      switch (lower, isContradictory(column) ? nil : upper) {
      case (nil, nil): writeBound(" FR BND ", name, nil, &text, to: &output)
      case (let lower?, let upper?) where lower == upper:
        writeBound(" FX BND ", name, lower, &text, to: &output)
      case (let lower, let upper):
        // Written even where it is the default: readers differ on the default
        // of an integer column without bounds and of a negative upper bound.
        if let lower {
          writeBound(" LO BND ", name, lower, &text, to: &output)
        } else {
          writeBound(" MI BND ", name, nil, &text, to: &output)
        }
        if let upper {
          writeBound(" UP BND ", name, upper, &text, to: &output)
        } else {
          writeBound(" PL BND ", name, nil, &text, to: &output)
        }
      }
    }
    if hasConstant {
      writeBound(" FX BND ", Array("constant".utf8)[...], 1, &text, to: &output)
    }
  }

  private func writeBound(
    _ kind: StaticString, _ column: ArraySlice<UInt8>, _ value: Int64?, _ text: inout ModelText,
    to output: inout some TextOutputStream
  ) {
    text.add(kind)
    text.add(column)
    if let value {
      text.add(" ")
      text.add(value)
    }
    text.endLine(&output)
  }
}
