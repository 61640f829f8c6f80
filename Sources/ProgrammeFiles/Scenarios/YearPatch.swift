// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// The files of a year on which scenarios are laid, one after the other.
///
/// A scenario changes what the files say, before any of it is read: cells of
/// tables, and values of `programme.json5`. What comes out is read and checked as
/// every folder is, so that a patched year is the year of the files edited by hand,
/// with the same defaults, checks and words for faults; there is no second reader
/// that could disagree with the first. Cells and values that were put in know where
/// they come from, and faults name that place.
///
/// Within a scenario rows are removed before any are added, so that one that is both
/// is replaced; closings and pins come last and see the rows there are then.
struct YearPatch: DocumentReader {
  private(set) var files: FolderText
  var faults = FaultList()
  /// Rows of tables by identifier, for tables that were asked for.
  private var rows: [String: TableRows] = [:]

  /// The names of what a scenario may hold.
  static let keys = [
    "name", "who", "when", "why", "remove", "add", "rules", "training", "returnees", "exchange",
    "decade",
    "weights", "set", "close", "pins", "announced",
  ]

  init(_ files: FolderText) {
    self.files = files
  }

  /// Lays a scenario on the files; what does not fit is reported and left out.
  mutating func apply(_ scenario: Scenario) {
    guard let object = object(scenario.document, keys: Self.keys, each: "key") else { return }
    if let name = object["name"], text(name) == "" {
      report(name, "is no name", expected: "a name for reports")
    }
    checkDecision(object)
    if let value = object["remove"] { remove(value) }
    if let value = object["add"] { add(value) }
    if let value = object["rules"] { replaceRules(value) }
    if let value = object["training"] { replaceTraining(value) }
    if let value = object["returnees"] { replaceReturneeRules(value) }
    if let value = object["exchange"] { replaceExchangeRules(value) }
    if let value = object["decade"] { replaceDecadeRules(value) }
    if let value = object["weights"] { setWeights(value) }
    if let value = object["set"] { set(value) }
    if let value = object["close"] { close(value) }
    if let value = object["announced"] { replaceAnnounced(value) }
    if let value = object["pins"] { appendRows(value, to: Tables.pins.facts) }
  }

  /// Checks what is said about who decided the scenario.
  private mutating func checkDecision(_ object: JSON5Object) {
    for key in ["who", "why"] {
      if let value = object[key] { _ = text(value) }
    }
    guard let value = object["when"], let day = text(value) else { return }
    do throws(CellProblem) {
      _ = try CellFormat<Day>.day.parse(day, .none)
    } catch {
      report(value, error.problem, expected: CellFormat<Day>.day.expected)
    }
  }

  private mutating func set(_ value: JSON5Value) {
    guard let object = value.object else {
      report(value, "is \(value.kindForDisplay)", expected: "an object in braces")
      return
    }
    for member in object.members { set(member) }
  }

  /// Changes a cell or a setting.
  private mutating func set(_ member: JSON5Object.Member) {
    let (head, rest) = split(member.key)
    // The table and the section of returnees have one name; no row is called as its keys.
    let isSection = head == "returnees" && SettingsReader.returneeKeys.contains(part(of: rest))
    if let table = Self.table(named: head), !isSection {
      setCell(of: table, rest, to: member)
    } else if SettingsReader.keys.contains(head) {
      setSetting(head, rest, to: member)
    } else {
      let names = Tables.all.filter(\.hasIdentifiers).map(\.key) + SettingsReader.keys
      report(
        member, head, "is neither a table nor a setting",
        expected: "TABLE.IDENTIFIER.COLUMN, or a setting such as rules.companions.within_km",
        hint: NearestName(among: names).hint(for: head))
    }
  }

  /// The first name of a path; nothing of none.
  private func part(of path: String?) -> String { path.map { split($0).head } ?? "" }

  /// Reports part of a path.
  mutating func report(
    _ member: JSON5Object.Member, _ part: String, _ problem: Sentence, expected: Sentence,
    hint: Fault.Hint? = nil
  ) {
    faults.report(
      Fault(
        file: member.value.file, line: member.keyPosition.line, place: .path(member.value.path),
        value: part, problem: problem, expected: expected, hint: hint))
  }

  /// A path before and behind its first full stop.
  func split(_ path: String) -> (head: String, rest: String?) {
    guard let dot = path.firstIndex(of: ".") else { return (path, nil) }
    return (String(path[..<dot]), String(path[path.index(after: dot)...]))
  }
}

// MARK: The files

extension YearPatch {
  /// The settings, unless they could not be read.
  var settings: JSON5Value? {
    get { files.settings }
    set { files.settings = newValue }
  }

  /// A table by its name in scenarios.
  static func table(named name: String) -> TableFacts? {
    Tables.all.first { $0.key == name }
  }

  /// The text of a table; nothing when its file is missing or could not be read.
  subscript(facts: TableFacts) -> CSVTable? {
    Tables.all.firstIndex { $0.file == facts.file }.flatMap { files.tables[$0] }
  }

  /// Changes a table in place, if there is one.
  ///
  /// - Parameters:
  ///   - facts: The table.
  ///   - keepsRows: Whether the rows stay where they are.
  ///   - change: The change.
  mutating func edit(
    _ facts: TableFacts, keepsRows: Bool = false, _ change: (inout CSVTable) -> Void
  ) {
    guard let index = Tables.all.firstIndex(where: { $0.file == facts.file }),
      var table = files.tables[index]
    else { return }
    // Held once, so that a large table is not copied for each change.
    files.tables[index] = nil
    change(&table)
    files.tables[index] = table
    if !keepsRows { rows[facts.file] = nil }
  }

  /// Whether a table's file is there.
  func isPresent(_ facts: TableFacts) -> Bool {
    files.entries.contains(facts.file)
  }

  /// Puts an empty table in place of a file that is missing.
  mutating func create(_ facts: TableFacts) {
    guard let index = Tables.all.firstIndex(where: { $0.file == facts.file }) else { return }
    files.entries = (files.entries + [facts.file]).sorted()
    files.tables[index] = CSVTable(
      file: facts.file, header: facts.columns.filter(\.isInEveryHeader).map(\.name))
    rows[facts.file] = nil
  }

  /// Puts text into a cell of a row that is there.
  mutating func put(
    _ text: String, into facts: TableFacts, row: Int, column: String, from place: PatchPlace?
  ) {
    edit(facts, keepsRows: true) { table in
      table.set(row: row, column: column, to: text)
      if let place { table.patches.note(place, line: table.line(ofRow: row), column: column) }
    }
  }

  /// The rows of a table by identifier; nothing when it could not be read.
  mutating func rows(of facts: TableFacts) -> TableRows? {
    if let known = rows[facts.file] { return known }
    guard let table = self[facts] else {
      return isPresent(facts) || facts.isRequired ? nil : TableRows(facts, identifiers: [])
    }
    guard let column = table.columnIndex(named: facts.columns[0].name) else { return nil }
    let found = TableRows(
      facts, identifiers: (0..<table.rowCount).map { table.cell(row: $0, column: column) })
    rows[facts.file] = found
    return found
  }
}

extension TableFacts {
  /// What scenarios call the table.
  var key: String { String(file.dropLast(4)) }
}

/// Which identifier stands in which row of a table.
final class TableRows {
  private let facts: TableFacts
  private var positions: [String: Int]
  private var names: NameIndex?

  init(_ facts: TableFacts, identifiers: [String]) {
    self.facts = facts
    positions = Dictionary(
      identifiers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    positions[""] = nil
  }

  /// The identifiers, sorted.
  var identifiers: [String] { index.names }

  /// The row of an identifier; of equal ones the first.
  subscript(identifier: String) -> Int? { positions[identifier] }

  /// Notes a row that was added.
  func insert(_ identifier: String, row: Int) {
    guard !identifier.isEmpty, positions[identifier] == nil else { return }
    positions[identifier] = row
    names = nil
  }

  func hint(for unknown: String) -> Fault.Hint? { index.hint(for: unknown) }

  private var index: NameIndex {
    if let names { return names }
    let index = NameIndex(facts.noun, in: facts.file, names: positions.keys)
    names = index
    return index
  }
}
