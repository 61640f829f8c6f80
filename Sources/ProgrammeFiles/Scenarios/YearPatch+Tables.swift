// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

extension YearPatch {
  /// Changes a cell: `IDENTIFIER.COLUMN` behind the table's name.
  mutating func setCell(of facts: TableFacts, _ path: String?, to member: JSON5Object.Member) {
    guard facts.hasIdentifiers else {
      report(
        member, facts.key, "is a table whose rows have no identifier",
        expected: facts.file == Tables.pins.facts.file
          ? "further rows as pins" : "further rows in add")
      return
    }
    guard let path, let dot = path.lastIndex(of: "."), dot != path.startIndex else {
      report(
        member, member.key, "names no cell",
        expected: "TABLE.IDENTIFIER.COLUMN such as countries.THA.max")
      return
    }
    let identifier = String(path[..<dot])
    let column = String(path[path.index(after: dot)...])
    guard let rows = rows(of: facts) else { return }
    let row = rows[identifier]
    if row == nil {
      report(
        member, identifier, "names no \(facts.noun)", expected: "an identifier of \(facts.file)",
        hint: rows.hint(for: identifier))
    }
    let names = facts.columns.map(\.name)
    guard names.contains(column) else {
      report(
        member, column, "is no column of \(facts.file)", expected: "a column of docs/files.md",
        hint: NearestName(among: names).hint(for: column))
      return
    }
    guard column != facts.columns[0].name else {
      report(
        member, column, "names the row", expected: "another column",
        hint: .advice("remove and add give a row another identifier."))
      return
    }
    guard let text = cell(member.value), let row else { return }
    let place = PatchPlace(
      file: member.value.file, line: member.keyPosition.line, path: member.value.path)
    put(text, into: facts, row: row, column: column, from: place)
  }

  /// Adds the rows of each table.
  mutating func add(_ value: JSON5Value) {
    let keys = Tables.all.filter { $0.file != Tables.pins.facts.file }.map(\.key)
    guard let object = object(value, keys: keys, each: "table") else { return }
    for member in object.members {
      if let facts = Self.table(named: member.key), keys.contains(facts.key) {
        appendRows(member.value, to: facts)
      }
    }
  }

  /// Adds the rows of a list to a table.
  mutating func appendRows(_ value: JSON5Value, to facts: TableFacts) {
    guard let list = list(value, of: "rows"), !list.isEmpty else { return }
    if !isPresent(facts) {
      if let reason = reasonForAbsence(of: facts) {
        faults.report(
          Fault(
            file: value.file, line: value.position.line, place: .path(value.path),
            problem: "\(facts.file) is missing, so that nothing can be added to it",
            hint: .advice(reason)))
        return
      }
      if !facts.isRequired { create(facts) }
    }
    for row in list { append(row, to: facts) }
  }

  /// Puts announced placements in place of the announced rows that are there.
  mutating func replaceAnnounced(_ value: JSON5Value) {
    guard let list = list(value, of: "rows") else { return }
    let pins = Tables.pins.facts
    edit(pins) { table in
      guard let column = table.columnIndex(named: "kind") else { return }
      let announced = Pin.Kind.announced.rawValue
      table.remove(
        rows: Set(
          (0..<table.rowCount).filter { trimmed(table.cell(row: $0, column: column)) == announced })
      )
    }
    var rows: [JSON5Value] = []
    for row in list {
      guard let object = row.object else {
        report(row, "is \(row.kindForDisplay)", expected: "a row in braces, a name for each column")
        continue
      }
      if let kind = object["kind"] {
        report(kind, "stands in a row that is announced anyway", expected: "no kind")
        continue
      }
      var announced = row
      announced["kind"] = row.with(.string(Pin.Kind.announced.rawValue))
      rows.append(announced)
    }
    appendRows(value.with(.array(rows)), to: pins)
  }

  /// Why rows cannot be added to a file that is missing.
  private func reasonForAbsence(of facts: TableFacts) -> Sentence? {
    switch facts.file {
    case Tables.posts.facts.file:
      "Musubi forms the posts; with rows in posts.csv there would be no others."
    case Tables.calendars.facts.file:
      "The days that come with Musubi hold; with rows in calendars.csv there would be no others."
    default: nil
    }
  }

  /// Adds a row: an object of columns.
  private mutating func append(_ row: JSON5Value, to facts: TableFacts) {
    guard let object = row.object else {
      report(row, "is \(row.kindForDisplay)", expected: "a row in braces, a name for each column")
      return
    }
    let names = facts.columns.map(\.name)
    let nearest = NearestName(among: names)
    var columns: [String] = []
    var cells: [String] = []
    for member in object.members {
      guard names.contains(member.key) else {
        report(
          member, member.key, "is no column of \(facts.file)",
          expected: "a column of docs/files.md", hint: nearest.hint(for: member.key))
        continue
      }
      guard let text = cell(member.value) else { continue }
      columns.append(member.key)
      cells.append(text)
    }
    guard isNew(object, in: facts) else { return }
    edit(facts, keepsRows: true) { table in
      let line = table.patches.addLine(from: PatchPlace(row))
      for member in object.members where columns.contains(member.key) {
        table.patches.note(PatchPlace(member.value), line: line, column: member.key)
      }
      table.append(columns: columns, rows: [cells], line: line)
    }
    if let count = self[facts]?.rowCount, let known = rows(of: facts),
      let index = columns.firstIndex(of: facts.columns[0].name)
    {
      known.insert(cells[index], row: count - 1)
    }
  }

  /// Whether no row has the identifier of a row to be added; reported otherwise.
  private mutating func isNew(_ row: JSON5Object, in facts: TableFacts) -> Bool {
    guard facts.hasIdentifiers, let value = row[facts.columns[0].name],
      let identifier = value.string, let known = rows(of: facts)?[identifier],
      let line = self[facts]?.line(ofRow: known)
    else { return true }
    let added = self[facts]?.patches.place(ofAddedLine: line)
    let file = added?.file ?? facts.file
    report(
      value,
      file == value.file
        ? "stands in line \(added?.line ?? line) already"
        : "stands in line \(added?.line ?? line) of \(file) already",
      expected: "each \(facts.noun) once",
      hint: .advice("set changes a row that is there; remove and add replace it."))
    return false
  }

  /// Takes rows out of tables.
  mutating func remove(_ value: JSON5Value) {
    let tables = Tables.all.filter(\.hasIdentifiers)
    let pins = Tables.pins.facts
    guard let object = object(value, keys: tables.map(\.key) + [pins.key], each: "table") else {
      return
    }
    for member in object.members {
      if member.key == pins.key { removeMatching(member.value, from: pins) }
      guard let facts = tables.first(where: { $0.key == member.key }) else { continue }
      let found = known(member.value, in: facts)
      edit(facts) { $0.remove(rows: Set(found.map(\.row))) }
      if facts.file == Tables.applicants.facts.file {
        forget(applicants: Set(found.map(\.identifier)))
      }
    }
  }

  /// Takes out the rows of a table without identifiers that have what an object of a list
  /// says, column by column.
  private mutating func removeMatching(_ value: JSON5Value, from facts: TableFacts) {
    guard let list = list(value, of: "rows") else { return }
    let names = facts.columns.map(\.name)
    var gone: Set<Int> = []
    for row in list {
      guard let object = object(row, keys: names, each: "column of \(facts.file)") else { continue }
      guard !object.members.isEmpty else {
        report(row, "says nothing", expected: "columns of the rows that are to go")
        continue
      }
      var wanted: [(column: String, text: String)] = []
      for member in object.members where names.contains(member.key) {
        if let text = cell(member.value) { wanted.append((member.key, text)) }
      }
      guard wanted.count == object.members.count else { continue }
      let found = self[facts].map { table in
        (0..<table.rowCount).filter { row in
          wanted.allSatisfy { wanted in
            (table.columnIndex(named: wanted.column).map { table.cell(row: row, column: $0) } ?? "")
              == wanted.text
          }
        }
      }
      if found?.isEmpty ?? true {
        report(row, "matches no row", expected: "what stands in a row of \(facts.file)")
      }
      gone.formUnion(found ?? [])
    }
    edit(facts) { $0.remove(rows: gone) }
  }

  /// The rows that a list of identifiers names; others are reported.
  mutating func known(
    _ value: JSON5Value, in facts: TableFacts
  ) -> [(identifier: String, row: Int, value: JSON5Value)] {
    guard let list = list(value, of: "identifiers"), let rows = rows(of: facts) else { return [] }
    var found: [(identifier: String, row: Int, value: JSON5Value)] = []
    for value in list {
      guard let identifier = text(value) else { continue }
      guard let row = rows[identifier] else {
        report(
          value, "names no \(facts.noun)", expected: "an identifier of \(facts.file)",
          hint: rows.hint(for: identifier))
        continue
      }
      found.append((identifier, row, value))
    }
    return found
  }

  /// Takes out what rows say about applicants who are no longer there: their pins,
  /// and where others name them.
  private mutating func forget(applicants gone: Set<String>) {
    let (people, pins) = (Tables.applicants.facts, Tables.pins.facts)
    edit(pins) { table in
      guard let column = table.columnIndex(named: "applicant") else { return }
      let rows = (0..<table.rowCount).filter {
        gone.contains(table.cell(row: $0, column: column))
      }
      table.remove(rows: Set(rows))
    }
    for name in ["together_with", "apart_from"] {
      guard let table = self[people], let column = table.columnIndex(named: name) else { continue }
      for row in 0..<table.rowCount {
        let text = table.cell(row: row, column: column)
        guard !text.isEmpty else { continue }
        let named = text.split(separator: ";", omittingEmptySubsequences: false).map(trimmed)
        let left = named.filter { !gone.contains($0) }
        guard left.count < named.count else { continue }
        put(left.joined(separator: ";"), into: people, row: row, column: name, from: nil)
      }
    }
  }

  /// The text of a cell: what a planner would type into it.
  private mutating func cell(_ value: JSON5Value) -> String? {
    switch value.content {
    case .null: return ""
    case .boolean(let isTrue): return isTrue ? "yes" : "no"
    case .number(let number): return number.integer.map(String.init) ?? "\(number.double)"
    case .string(let text): return text
    case .array(let members):
      var parts: [String] = []
      for member in members {
        guard member.array == nil, let part = cell(member) else {
          if member.array != nil {
            report(member, "is a list", expected: "a member of a list: a text or a number")
          }
          return nil
        }
        parts.append(part)
      }
      return parts.joined(separator: ";")
    case .object:
      report(
        value, "is an object",
        expected: """
          what stands in a cell: a text, a number, true or false, null for an empty cell, or a list
          """)
      return nil
    }
  }
}
