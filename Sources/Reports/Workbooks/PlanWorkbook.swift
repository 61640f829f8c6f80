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
    let explained = planSheets(of: claims.problem, in: year, tables: tables)
    return try workbookBytes(
      [overview(verdict)] + explained.map(\.sheet) + [explanations(of: explained)],
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
