// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
package import Wording

/// A line of a file of a programme year, or of a scenario that changed it.
package struct FilePlace: Hashable, Sendable {
  package let file: String
  /// Counted from 1; none where the file does not say it.
  package let line: Int?

  package init(file: String, line: Int?) {
    self.file = file
    self.line = line
  }
}

/// Where in its files, or in scenarios laid on them, a year says what it says.
package struct YearPlaces: Sendable {
  private let files: FolderText?
  private let rowsOfTables: [String: [String: Int]]

  fileprivate init(_ files: FolderText?) {
    self.files = files
    var rows: [String: [String: Int]] = [:]
    for (facts, table) in zip(Tables.all, files?.tables ?? []) where facts.hasIdentifiers {
      guard let table, let column = table.columnIndex(named: facts.columns[0].name) else {
        continue
      }
      rows[facts.key] = Dictionary(
        (0..<table.rowCount).map { (table.cell(row: $0, column: column), $0) },
        uniquingKeysWith: { first, _ in first })
    }
    rowsOfTables = rows
  }

  /// Where a cell stands.
  ///
  /// - Parameters:
  ///   - key: The table, as scenarios call it, such as `countries`.
  ///   - identifier: The row's identifier.
  ///   - column: The column's name.
  /// - Returns: The place.
  package func cell(_ key: String, _ identifier: String, _ column: String) -> FilePlace {
    let index = Tables.all.firstIndex { $0.key == key }
    guard let index, let table = files?.tables[index], let row = rowsOfTables[key]?[identifier]
    else { return FilePlace(file: key + ".csv", line: nil) }
    let line = table.line(ofRow: row)
    if let place = table.patches.place(line: line, column: column, or: []) {
      return FilePlace(file: place.file, line: place.line)
    }
    return FilePlace(file: table.file, line: line)
  }

  /// Where a row of `pins.csv` stands.
  ///
  /// - Parameter row: The row's position among those of the year.
  /// - Returns: The place.
  package func pin(row: Int) -> FilePlace {
    let facts = Tables.pins.facts
    guard let table = pins, row < table.rowCount else {
      return FilePlace(file: facts.file, line: nil)
    }
    let line = table.line(ofRow: row)
    if let place = table.patches.place(ofAddedLine: line) {
      return FilePlace(file: place.file, line: place.line)
    }
    return FilePlace(file: facts.file, line: line)
  }

  /// What stands in a row of `pins.csv`, by column.
  ///
  /// - Parameter row: The row's position among those of the year.
  /// - Returns: The text of each column that pins have.
  package func pinCells(row: Int) -> [String: String] {
    guard let table = pins, row < table.rowCount else { return [:] }
    return Dictionary(
      Tables.pins.facts.columns.map { column in
        (
          column.name,
          table.columnIndex(named: column.name).map { table.cell(row: row, column: $0) } ?? ""
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  private var pins: CSVTable? {
    Tables.all.firstIndex { $0.file == Tables.pins.facts.file }.flatMap { files?.tables[$0] }
  }

  /// Where a rule of the dispatch is listed.
  ///
  /// - Parameter name: The rule, or the id of a quota or criterion rule.
  /// - Returns: The place; without a line when the rule is not listed.
  package func rule(_ name: String) -> FilePlace {
    entry(name, of: files?.settings?["rules"])
  }

  /// Where a rule of trainings is listed.
  ///
  /// - Parameter name: The rule, or the id of a quota.
  /// - Returns: The place; without a line when the rule is not listed.
  package func trainingRule(_ name: String) -> FilePlace { rule(name, of: "training") }

  /// Where a rule of a problem with a section of its own is listed.
  ///
  /// - Parameters:
  ///   - name: The rule.
  ///   - section: The section of `programme.json5`, such as `decade`.
  /// - Returns: The place; without a line when the rule is not listed.
  package func rule(_ name: String, of section: String) -> FilePlace {
    entry(name, of: files?.settings?[section, "rules"])
  }

  private func entry(_ name: String, of list: JSON5Value?) -> FilePlace {
    let entry = list?.array?.first { entry in
      (entry.object?["id"]?.string ?? entry.object?["rule"]?.string) == name
    }
    return FilePlace(
      file: entry?.file ?? FolderText.settingsFile, line: entry?.position.line)
  }
}

extension YearFolder {
  /// Where the files, with scenarios laid on them, say what they say.
  ///
  /// - Parameter scenarios: The scenarios, applied in order.
  /// - Returns: The places.
  /// - Complexity: O(*n*), where *n* is the size of the files.
  package func places(with scenarios: [Scenario] = []) -> YearPlaces {
    guard let files else { return YearPlaces(nil) }
    var patch = YearPatch(files)
    for scenario in scenarios { patch.apply(scenario) }
    return YearPlaces(patch.files)
  }
}

/// What a rule of the dispatch asks, in words without a full stop.
package func meaning(of rule: Rule) -> Sentence {
  Rules.declarations.first { $0.rule == rule }?.meaning ?? "\(rule.rawValue)"
}

/// What a rule of trainings asks, in words without a full stop.
package func meaning(of rule: TrainingRule) -> Sentence {
  TrainingRules.declarations.first { $0.rule == rule }?.meaning ?? "\(rule.rawValue)"
}

/// What a rule of returnees' activities asks, in words without a full stop.
package func meaning(of rule: ReturneeRule) -> Sentence {
  ReturneeRules.declarations.first { $0.rule == rule }?.meaning ?? "\(rule.rawValue)"
}

/// What a rule of the exchange of teachers asks, in words without a full stop.
package func meaning(of rule: ExchangeRule) -> Sentence {
  ExchangeRules.declarations.first { $0.rule == rule }?.meaning ?? "\(rule.rawValue)"
}
