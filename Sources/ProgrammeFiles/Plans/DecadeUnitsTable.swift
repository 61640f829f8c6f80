// SPDX-License-Identifier: GPL-3.0-or-later

package import Programme
internal import Wording

/// The columns of a ten-year plan's `units.csv`, in their order: a row for each line in
/// each planned year.
///
/// `line`, `year` and `units` are read back; the others are for planners.
package enum DecadeUnitsColumn: String, CaseIterable, Sendable {
  /// The identifier of the line, and the fiscal year.
  case line, year
  /// How many units of it, and what one is.
  case units, unit
  /// People reached that year by the line.
  case people
  /// What the units cost.
  case cost = "cost_thousand_jpy"
  /// Whether the year is over and the row tells what was, or the plan of that year has
  /// decided it.
  case earned
  /// The line's name.
  case name

  /// The file they stand in.
  package static let file = "units.csv"
}

extension Tables {
  /// The units of a ten-year plan of this year's tables.
  static let decadeUnits = TableSchema(
    DecadeUnitsColumn.file, noun: "row", isRequired: false, hasIdentifiers: false,
    meaning: "Units of each line in each year; a plan's folder holds it, not the year's.",
    blank: DecadeUnitsRow(),
    columns: [
      Column(
        DecadeUnitsColumn.line.rawValue, \.line, .reference(\.decadeLines, to: "line"),
        whenEmpty: .refused, example: "dispatch-THA", "The line"),
      Column(
        DecadeUnitsColumn.year.rawValue, \.year, .integer(in: 1950...2150), whenEmpty: .refused,
        example: "2027", "The fiscal year"),
      Column(
        DecadeUnitsColumn.units.rawValue, \.units, .integer(in: 0...100_000),
        whenEmpty: .refused, unit: "units", example: "74", "How much there is"),
    ])
}

/// A row of a ten-year plan's `units.csv`.
struct DecadeUnitsRow: Sendable {
  var line = 0
  var year = 0
  var units = 0
}

/// The `units.csv` of a ten-year plan.
///
/// - Parameters:
///   - plan: The plan.
///   - people: People of each line in each planned year.
///   - year: The programme year whose tables hold the ten years.
/// - Returns: The file; rows stand by line and then by year.
package func decadeUnitsFile(
  of plan: DecadePlan, people: [[Int]], for year: ProgrammeYear
) -> TextFile {
  let decade = year.decade
  var writer = CSVWriter(header: DecadeUnitsColumn.allCases.map(\.rawValue))
  for (index, line) in decade.lines.enumerated() {
    for (position, planned) in decade.years.enumerated() {
      let units = plan.units[index][position]
      let spent =
        decade.actual(of: index, in: planned.year)?.costInThousands
        ?? Int64(units) * line.costInThousands
      writer.append(
        DecadeUnitsColumn.allCases.map { column in
          switch column {
          case .line: line.id
          case .year: String(planned.year)
          case .units: String(units)
          case .unit: line.unit
          case .people: String(people[index][position])
          case .cost: String(spent)
          case .earned:
            decade.isOver(planned.year)
              ? "yes" : decade.decision(of: index, in: planned.year) != nil ? "planned" : "no"
          case .name: line.name
          }
        })
    }
  }
  return TextFile(name: DecadeUnitsColumn.file, bytes: writer.bytes)
}

/// Reads the units of a ten-year plan.
///
/// Identifiers are checked against the year, and that each line stands once in each
/// planned year; rules are not.
///
/// - Parameters:
///   - planFolder: The plan's folder.
///   - year: The programme year whose tables hold the ten years.
/// - Returns: The plan, or nothing when there are errors; and the faults.
package func readDecadePlan(
  at planFolder: String, for year: ProgrammeYear
) -> (plan: DecadePlan?, faults: FaultList) {
  var faults = FaultList()
  guard let source = TableSource(planFolder, Tables.decadeUnits.facts, faults: &faults) else {
    return (nil, faults)
  }
  let years = year.decade.years.map(\.year)
  var units = [[Int?]](
    repeating: [Int?](repeating: nil, count: years.count), count: year.decade.lines.count)
  for read in source.rows(of: Tables.decadeUnits, names: YearNames(of: year), faults: &faults)
  where read.has("line", "year") {
    let row = read.row
    guard let position = years.firstIndex(of: row.year) else {
      faults.report(
        source.fault(
          line: read.line, column: "year", value: String(row.year), "is not planned",
          expected: "a year of decade_years.csv"))
      continue
    }
    if units[row.line][position] != nil {
      faults.report(
        source.fault(
          line: read.line, column: "line", value: year.decade.lines[row.line].id,
          "has this year in another row already", expected: "each line of a year once",
          kind: "duplicate", and: ["year"]))
    }
    units[row.line][position] = row.units
  }
  for (index, row) in units.enumerated() where source.hasEveryColumn {
    for (position, count) in row.enumerated() where count == nil {
      faults.report(
        Fault(
          file: source.file,
          problem: "there is no row for \(year.decade.lines[index].id) in \(years[position])",
          expected: "a row for each line in each planned year", kind: "row left out"))
    }
  }
  return (
    faults.hasErrors ? nil : DecadePlan(units: units.map { $0.map { $0 ?? 0 } }), faults
  )
}
