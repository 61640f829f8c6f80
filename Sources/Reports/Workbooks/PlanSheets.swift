// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
internal import Programme
internal import ProgrammeFiles
internal import Wording
internal import Workbooks

/// A plan's tables for people to read: those of its folder, of a dispatch also everybody,
/// every school and every cohort.
///
/// - Parameters:
///   - problem: What is planned.
///   - year: The plan's year.
///   - tables: The tables of the plan's folder.
/// - Returns: The tables in the order of `tables`; those that are not known are left out.
func planSheets(
  of problem: PlanProblem, in year: ProgrammeYear, tables: [CSVTable]
) -> [ExplainedSheet] {
  var sheets = tables.compactMap { table -> ExplainedSheet? in
    PlanTable.all.first { $0.file == table.file }?.sheet(of: table)
  }
  if problem == .dispatch {
    let further = DispatchSheets(year: year, tables: tables)
    sheets += [further.people(), further.schools(), further.cohorts()]
  }
  return sheets
}

/// What a dispatch says of everybody and everything it is about.
private struct DispatchSheets {
  let year: ProgrammeYear
  let tables: [CSVTable]

  /// The row and table of a plan's file by the identifier in its first column.
  private func rows(of file: String, by column: String) -> (CSVTable, [String: [Int]])? {
    guard let table = tables.first(where: { $0.file == file }),
      let key = table.columnIndex(named: column)
    else { return nil }
    let rows = Dictionary(
      grouping: 0..<table.rowCount, by: { table.cell(row: $0, column: key) })
    return (table, rows)
  }

  /// Cells of a row by the names of their columns.
  private func cell(_ name: String, _ row: Int?, of table: CSVTable?) -> String {
    guard let row, let table, let column = table.columnIndex(named: name) else { return "" }
    return table.cell(row: row, column: column)
  }

  func people() -> ExplainedSheet {
    let placed = rows(of: "placements.csv", by: "applicant")
    let waiting = rows(of: "unplaced.csv", by: "applicant")
    let columns = [
      words("applicant", says: "The applicant's identifier"),
      words("name", says: "The applicant's name"),
      words("kana", says: "How the name is read"), words("prefecture", says: "Where they live"),
      words("track", says: "How they applied"),
      ExplainedColumn(
        "outcome", says: "Placed or not placed", colouring: .warning(of: "not placed")),
      words("cohort", says: "The cohort that they leave with"), words("post", says: "The post"),
      words("city", says: "Where they will live"),
      numbers("points", says: "What the placement brings"),
      words("why_not", says: "Why they have no placement"),
    ]
    return ExplainedSheet(
      "people", says: "Every applicant, placed or not", columns: columns,
      rows: year.applicants.map { person in
        let row = placed?.1[person.id]?.first
        let other = waiting?.1[person.id]?.first
        return zip(
          columns,
          [
            person.id, person.name, person.kana, person.prefecture, person.track,
            row == nil ? "not placed" : "placed", cell("cohort", row, of: placed?.0),
            cell("post", row, of: placed?.0), cell("city", row, of: placed?.0),
            cell("points", row, of: placed?.0), cell("sentence", other, of: waiting?.0),
          ]
        ).map { WorkbookCell($1, as: $0.kind) }
      })
  }

  func schools() -> ExplainedSheet {
    let placed = tables.first { $0.file == "placements.csv" }
    var hosted: [String: [Int]] = [:]
    for row in 0..<(placed?.rowCount ?? 0) {
      for school in cell("schools", row, of: placed).split(separator: ";") {
        hosted[String(school), default: []].append(row)
      }
    }
    let empty = rows(of: "empty-posts.csv", by: "school")
    let columns = [
      words("school", says: "The school's identifier"), words("name", says: "The school's name"),
      words("country", says: "The country's code"), words("area", says: "The school's area"),
      words("city", says: "The school's city"),
      numbers("partners", says: "Partners whose post it belongs to", colouring: .bars),
      words("cohorts", says: "Their cohorts"), words("names", says: "Their names"),
      words("why_not", says: "Why nobody comes"),
    ]
    return ExplainedSheet(
      "schools", says: "Every school, with the partners it hosts", columns: columns,
      rows: year.schools.map { school in
        let rows = hosted[school.id] ?? []
        var seen: [String] = []
        for row in rows {
          let cohort = cell("cohort", row, of: placed)
          if !seen.contains(cohort) { seen.append(cohort) }
        }
        return zip(
          columns,
          [
            school.id, school.name, year.countries[school.country].id, school.area, school.city,
            String(rows.count), seen.joined(separator: "; "),
            rows.map { cell("name", $0, of: placed) }.joined(separator: "; "),
            cell("sentence", empty?.1[school.id]?.first, of: empty?.0),
          ]
        ).map { WorkbookCell($1, as: $0.kind) }
      })
  }

  func cohorts() -> ExplainedSheet {
    let filled = rows(of: "placements.csv", by: "cohort")?.1 ?? [:]
    let columns = [
      words("cohort", says: "The cohort"), words("country", says: "The country's code"),
      days("dispatch_start", says: "First day of the dispatch"),
      days("dispatch_end", says: "Last day of the dispatch"), numbers("places", says: "Places"),
      numbers("filled", says: "Partners"),
      numbers("filled_percent", says: "Partners in a hundred places", colouring: .scale),
    ]
    return ExplainedSheet(
      "cohorts", says: "How full the cohorts are", columns: columns,
      rows: year.cohorts.map { cohort in
        let count = filled[cohort.id]?.count ?? 0
        return zip(
          columns,
          [
            cohort.id, year.countries[cohort.country].id, cohort.dispatchStart.description,
            cohort.dispatchEnd.description, String(cohort.places), String(count),
            cohort.places == 0 ? "" : String(count * 100 / cohort.places),
          ]
        ).map { WorkbookCell($1, as: $0.kind) }
      })
  }
}
