// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
package import Programme
package import ProgrammeFiles
package import Workbooks

/// A plan as a workbook: what it is and how good, its tables, and what their columns mean.
package struct PlanWorkbook {
  private let year: ProgrammeYear
  private let claims: PlanClaims
  private let tables: [CSVTable]

  /// Gathers what the workbook is made of.
  ///
  /// - Parameters:
  ///   - year: The plan's year.
  ///   - claims: What the plan says of itself.
  ///   - tables: The tables of the plan's folder.
  package init(_ year: ProgrammeYear, claims: PlanClaims, tables: [CSVTable]) {
    self.year = year
    self.claims = claims
    self.tables = tables
  }

  /// The files of a plan's folder that become sheets, where they are there.
  package static let files = PlanTable.all.map(\.file)

  /// Makes the workbook.
  ///
  /// Equal plans give equal bytes.
  ///
  /// - Parameter verdict: What checking the plan found, a sentence each.
  /// - Returns: The workbook's file.
  /// - Throws: `WorkbookFault` when a table has more rows than a spreadsheet.
  package func bytes(verdict: [String]) throws(WorkbookFault) -> [UInt8] {
    let overview = overview(verdict)
    var explained: [ExplainedSheet] = []
    func add(_ sheet: SheetDraft, _ meaning: String) {
      explained.append(ExplainedSheet(sheet, meaning))
    }
    for table in tables {
      guard let kind = PlanTable.all.first(where: { $0.file == table.file }) else { continue }
      add(kind.sheet(of: table), kind.meaning)
    }
    if claims.problem == .dispatch {
      add(people(), "Every applicant, placed or not")
      add(schools(), "Every school, with the partners it hosts")
      add(cohorts(), "How full the cohorts are")
    }
    return try workbookBytes(
      [overview] + explained.map(\.sheet) + [explanations(of: explained)],
      title: "A plan of Musubi")
  }

  /// What is planned, how it was checked, and how good it is goal by goal.
  private func overview(_ verdict: [String]) -> SheetDraft {
    var rows: [[WorkbookCell]] = [
      [.text("programme"), .text(year.title)],
      [.text("fiscal year"), .number(Double(year.fiscalYear))],
      [.text("plan of"), .text(claims.problem.rawValue)],
    ]
    for scenario in claims.scenarios { rows.append([.text("scenario"), .text(scenario.name)]) }
    for sentence in verdict { rows.append([.text("checked"), .text(sentence)]) }
    rows += claims.tiers.map { tier in
      [
        .text("goal " + tier.name), .text(shown(tier.value, of: tier)),
        .text(shown(tier.bound, of: tier)), .text(gapInWords(of: tier)),
      ]
    }
    return SheetDraft(
      "overview",
      columns: ["what", "value", "no plan is better than", "how good"].map { WorkbookColumn($0) },
      rows: rows)
  }
}

extension PlanWorkbook {
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

  private func people() -> SheetDraft {
    let placed = rows(of: "placements.csv", by: "applicant")
    let waiting = rows(of: "unplaced.csv", by: "applicant")
    let columns = [
      words("applicant", "The applicant's identifier"), words("name", "The applicant's name"),
      words("kana", "How the name is read"), words("prefecture", "Where they live"),
      words("track", "How they applied"),
      WorkbookColumn(
        "outcome", note: "Placed or not placed.", colouring: .warning(of: "not placed")),
      words("cohort", "The cohort that they leave with"), words("post", "The post"),
      words("city", "Where they will live"), numbers("points", "What the placement brings"),
      words("why_not", "Why they have no placement"),
    ]
    return SheetDraft(
      "people", columns: columns,
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

  private func schools() -> SheetDraft {
    let placed = tables.first { $0.file == "placements.csv" }
    var hosted: [String: [Int]] = [:]
    for row in 0..<(placed?.rowCount ?? 0) {
      for school in cell("schools", row, of: placed).split(separator: ";") {
        hosted[String(school), default: []].append(row)
      }
    }
    let empty = rows(of: "empty-posts.csv", by: "school")
    let columns = [
      words("school", "The school's identifier"), words("name", "The school's name"),
      words("country", "The country's code"), words("area", "The school's area"),
      words("city", "The school's city"),
      numbers("partners", "Partners whose post it belongs to", colouring: .bars),
      words("cohorts", "Their cohorts"), words("names", "Their names"),
      words("why_not", "Why nobody comes"),
    ]
    return SheetDraft(
      "schools", columns: columns,
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

  private func cohorts() -> SheetDraft {
    let filled = rows(of: "placements.csv", by: "cohort")?.1 ?? [:]
    let columns = [
      words("cohort", "The cohort"), words("country", "The country's code"),
      days("dispatch_start", "First day of the dispatch"),
      days("dispatch_end", "Last day of the dispatch"), numbers("places", "Places"),
      numbers("filled", "Partners"),
      numbers("filled_percent", "Partners in a hundred places", colouring: .scale),
    ]
    return SheetDraft(
      "cohorts", columns: columns,
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
