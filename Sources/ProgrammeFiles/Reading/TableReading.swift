// SPDX-License-Identifier: GPL-3.0-or-later

internal import Wording

/// A row of a table with what is known about its cells.
struct ReadRow<Row: Sendable>: Sendable {
  var row: Row
  /// The line on which it begins.
  let line: Int
  /// Columns whose cell is no value; the row then holds a stand-in.
  var failed: [String] = []

  /// Whether all of these columns hold what the file says.
  func has(_ columns: String...) -> Bool {
    failed.isEmpty || !columns.contains(where: failed.contains)
  }
}

/// A table's text, or why there is none.
struct TableSource {
  let facts: TableFacts
  /// Nothing when the file is missing or could not be read.
  let table: CSVTable?
  /// Whether the file was there.
  let isPresent: Bool
  /// The file's name.
  var file: String { facts.file }

  /// Whether references into the table can be judged.
  var hasReadableIdentifiers: Bool {
    guard let table else { return !isPresent && !facts.isRequired }
    return table.columnIndex(named: facts.columns[0].name) != nil
  }

  /// Whether no column is missing that has to be there.
  var hasEveryColumn: Bool {
    facts.columns.allSatisfy { !$0.isInEveryHeader || table?.columnIndex(named: $0.name) != nil }
  }

  /// A fault about a cell of this table.
  ///
  /// What a scenario has put there, or into one of the `others`, columns of the row that
  /// have a part in the fault, is told with the scenario's place.
  func fault(
    line: Int, column: String, value: String?, _ problem: Sentence, expected: Sentence? = nil,
    hint: Fault.Hint? = nil, severity: Fault.Severity = .error, kind: String? = nil,
    and others: [String] = []
  ) -> Fault {
    let patch = table?.patches.place(line: line, column: column, or: others)
    return Fault(
      file: patch?.file ?? file, line: patch?.line ?? line,
      place: patch.map { .path($0.path) } ?? .column(column), value: value, problem: problem,
      expected: expected, hint: hint, severity: severity, kind: kind)
  }

  /// A line as a fault of another line names it.
  func phrase(forLine line: Int, in other: Int) -> Sentence {
    let added = table?.patches.place(ofAddedLine: line)
    let file = added?.file ?? self.file
    let home = table?.patches.place(ofAddedLine: other)?.file ?? self.file
    let number = added?.line ?? line
    return file == home ? "line \(number)" : "line \(number) of \(clippedForDisplay(file))"
  }
}

extension TableSource {
  /// Reports columns that are missing or that nobody knows, and empty tables.
  ///
  /// - Parameters:
  ///   - tellingOfOthers: Whether columns that nobody knows are reported.
  ///   - faults: Where they are reported.
  func checkHeader(tellingOfOthers: Bool = true, faults: inout FaultList) {
    guard let table else { return }
    let known = Set(facts.columns.map(\.name))
    let unknown = table.header.filter { !$0.isEmpty && !known.contains($0) }
    let missing = facts.columns.filter { table.columnIndex(named: $0.name) == nil }
    let nearUnknown = NearestName(among: unknown)
    let nearMissing = NearestName(among: missing.map(\.name))
    for column in missing where column.isInEveryHeader {
      faults.report(
        Fault(
          file: file, line: table.headerLine, place: .column(column.name),
          problem: "the column is missing", expected: "a column with \(column.expected)",
          hint: nearUnknown.nearest(to: column.name).map {
            .advice("Is it the column \(clippedForDisplay($0))?")
          }))
    }
    for name in tellingOfOthers ? unknown : [] {
      faults.report(
        Fault(
          file: file, line: table.headerLine, place: .column(name),
          problem: "the column is none of this table's and is not used",
          hint: nearMissing.hint(for: name), severity: .notice, kind: "unknown column " + name))
    }
    if table.rowCount == 0, facts.isRequired || file == Tables.posts.facts.file {
      faults.report(
        Fault(file: file, problem: "the table has no rows", expected: "at least one \(facts.noun)"))
    }
  }

  /// The identifiers of the table's rows.
  ///
  /// Those that are not well-formed count too, so that rows that refer to them
  /// are not called wrong as well.
  func identifiers() -> NameIndex {
    guard let table, let column = table.columnIndex(named: facts.columns[0].name) else {
      return NameIndex(facts.noun, in: file, names: [], isReadable: hasReadableIdentifiers)
    }
    let names = (0..<table.rowCount).lazy.map { table.cell(row: $0, column: column) }
    return NameIndex(facts.noun, in: file, names: names.filter { !$0.isEmpty })
  }

  /// Reads every row of the table.
  ///
  /// - Parameters:
  ///   - schema: The table's declaration.
  ///   - names: The identifiers that references are looked up in.
  ///   - faults: Where cells that are no value are reported.
  /// - Returns: The rows in the file's order.
  func rows<Row>(
    of schema: TableSchema<Row>, names: YearNames, faults: inout FaultList
  ) -> [ReadRow<Row>] {
    guard let table else { return [] }
    let columns = schema.columns.map { ($0, table.columnIndex(named: $0.facts.name)) }
    return (0..<table.rowCount).map { index in
      var read = ReadRow(row: schema.blank, line: table.line(ofRow: index))
      for (column, place) in columns {
        let text = place.map { table.cell(row: index, column: $0) } ?? ""
        if text.isEmpty {
          column.putDefault(&read.row)
          guard column.facts.isRequired else { continue }
          read.failed.append(column.facts.name)
          guard place != nil else { continue }
          faults.report(
            fault(
              line: read.line, column: column.facts.name, value: nil, "the cell is empty",
              expected: column.facts.expected))
          continue
        }
        do throws(CellProblem) {
          try column.read(text, names, &read.row)
        } catch {
          read.failed.append(column.facts.name)
          report(error, in: text, line: read.line, column.facts, names, faults: &faults)
        }
      }
      return read
    }
  }

  private func report(
    _ problem: CellProblem, in text: String, line: Int, _ column: ColumnFacts, _ names: YearNames,
    faults: inout FaultList
  ) {
    guard !problem.isReportedElsewhere else { return }
    let part = problem.part ?? text
    let described = fault(
      line: line, column: column.name, value: part, problem.problem,
      expected: problem.expected ?? column.expected, hint: problem.hint)
    faults.report(described) {
      problem.table.flatMap { names[keyPath: $0].hint(for: part) }
    }
  }

  /// Sorts rows by identifier, reporting identifiers given twice.
  ///
  /// Of rows with the same identifier the first stays; rows without one are
  /// left out. The result then stands as the index of identifiers does.
  func sorted<Row>(
    _ rows: [ReadRow<Row>], by identifier: (Row) -> String, text: String, in index: NameIndex,
    faults: inout FaultList
  ) -> [ReadRow<Row>] {
    guard let table, let column = table.columnIndex(named: text) else { return [] }
    var places = [Int?](repeating: nil, count: index.names.count)
    for (row, read) in rows.enumerated() {
      // What is not well-formed is not in the row.
      let name = read.has(text) ? identifier(read.row) : table.cell(row: row, column: column)
      guard let position = index[name] else { continue }
      guard let first = places[position] else {
        places[position] = row
        continue
      }
      faults.report(
        fault(
          line: read.line, column: text, value: name,
          "stands in \(phrase(forLine: rows[first].line, in: read.line)) already",
          expected: "each \(facts.noun) once", kind: "duplicate"))
    }
    return places.compactMap { $0.map { rows[$0] } }
  }
}
