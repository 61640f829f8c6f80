// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// The columns of `earned.csv`, in their order: a row for each line of the ten years that
/// the plan of a year decides.
///
/// `year`, `line` and `units` are read back; the others are for planners.
package enum EarnedColumn: String, CaseIterable, Sendable {
  /// The fiscal year, and the identifier of the line.
  case year, line
  /// How many units of it, and what one is.
  case units, unit
  /// People that the units teach, meet and play to.
  case taught, met, audience
  /// Of these people, those whom no other unit reaches.
  case people
  /// People that what the units leave behind reaches in the next year.
  case later
  /// The line's name.
  case name

  /// The file they stand in.
  package static let file = "earned.csv"
}

extension Tables {
  /// What the plan of a year earns of the ten years' lines.
  static let earned = TableSchema(
    EarnedColumn.file, noun: "row", isRequired: false, hasIdentifiers: false,
    meaning: "Units of lines that the plan of a year decides; a plan's folder holds it.",
    blank: EarnedRow(),
    columns: [
      Column(
        EarnedColumn.year.rawValue, \.year, .integer(in: 1950...2150), whenEmpty: .refused,
        example: "2026", "The fiscal year"),
      Column(
        EarnedColumn.line.rawValue, \.line, .reference(\.decadeLines, to: "line"),
        whenEmpty: .refused, example: "partners-THA", "The line"),
      Column(
        EarnedColumn.units.rawValue, \.units, .integer(in: 0...100_000), whenEmpty: .refused,
        unit: "units", example: "74", "How much there was"),
    ])
}

/// A row of `earned.csv`.
struct EarnedRow: Sendable {
  var year = 0
  var line = 0
  var units = 0
}

/// The `earned.csv` of a year's plan.
///
/// - Parameters:
///   - reach: Whom the plan reaches.
///   - year: The year that is planned.
/// - Returns: The file; rows stand by line.
package func earnedFile(of reach: YearReach, for year: ProgrammeYear) -> TextFile {
  var writer = CSVWriter(header: EarnedColumn.allCases.map(\.rawValue))
  for part in reach.parts {
    let line = year.decade.lines[part.line]
    writer.append(
      EarnedColumn.allCases.map { column in
        switch column {
        case .year: String(year.fiscalYear)
        case .line: line.id
        case .units: String(part.units)
        case .unit: line.unit
        case .taught: String(part.taught)
        case .met: String(part.met)
        case .audience: String(part.audience)
        case .people: String(part.people)
        case .later: String(part.later)
        case .name: line.name
        }
      })
  }
  return TextFile(name: EarnedColumn.file, bytes: writer.bytes)
}

/// Reads what the plan of a year earns.
///
/// - Parameters:
///   - planFolder: The folder of the plan of a year.
///   - year: The programme year whose tables hold the ten years.
/// - Returns: Units by year and line, or nothing when there are errors; and the faults.
package func readEarned(
  at planFolder: String, for year: ProgrammeYear
) -> (units: [DecadeDecision]?, faults: FaultList) {
  var faults = FaultList()
  guard let source = TableSource(planFolder, Tables.earned.facts, faults: &faults) else {
    return (nil, faults)
  }
  struct Key: Hashable {
    let year, line: Int
  }
  var lines: [Key: Int] = [:]
  var units: [DecadeDecision] = []
  let last = year.decade.years.last?.year
  for read in source.rows(of: Tables.earned, names: YearNames(of: year), faults: &faults)
  where read.has("year", "line", "units") {
    let row = read.row
    if let first = lines[Key(year: row.year, line: row.line)] {
      faults.report(
        source.fault(
          line: read.line, column: "line", value: year.decade.lines[row.line].id,
          "has this year in line \(first) already", expected: "each line of a year once",
          kind: "duplicate"))
      continue
    }
    lines[Key(year: row.year, line: row.line)] = read.line
    if let last, row.year > last {
      faults.report(
        source.fault(
          line: read.line, column: "year", value: String(row.year),
          "comes after the last year that is planned, \(last)",
          expected: "a year of decade_years.csv, or one before", kind: "late year"))
      continue
    }
    units.append(DecadeDecision(year: row.year, line: row.line, units: row.units))
  }
  guard !faults.hasErrors else { return (nil, faults) }
  return (units.sorted { ($0.year, $0.line) < ($1.year, $1.line) }, faults)
}
