// SPDX-License-Identifier: GPL-3.0-or-later

internal import Engine
package import Programme
package import ProgrammeFiles
internal import Wording
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
  /// Equal plans give equal bytes in the same language, which is the one spoken now.
  ///
  /// - Parameter verdict: What checking the plan found, a sentence each.
  /// - Returns: The workbook's file.
  /// - Throws: `WorkbookFault` when a table has more rows than a spreadsheet.
  package func bytes(verdict: [String]) throws(WorkbookFault) -> [UInt8] {
    let words = WorkbookWords(year.countries)
    let readings = Dictionary(
      year.applicants.map { ($0.id, $0.kana) }, uniquingKeysWith: { first, _ in first })
    let tables = planSheets(of: claims.problem, in: year, tables: tables)
      .map { words.withReadings($0, readings) }
    return try workbookBytes(
      [overview(verdict, words)] + tables.map(words.sheet) + [words.explanations(of: tables)],
      title: localized("A plan of Musubi"), dayFormat: words.dayFormat)
  }

  /// What is planned, how it was checked, and how good it is goal by goal.
  private func overview(_ verdict: [String], _ words: WorkbookWords) -> SheetDraft {
    let isEnglish = Language.current == .english
    let problem =
      isEnglish ? nil : PageWords.problem(claims.problem)?.words(in: .current)
    var rows: [[WorkbookCell]] = [
      [.text(localized("programme")), .text(year.title)],
      [.text(localized("fiscal year")), .number(Double(year.fiscalYear))],
      [.text(localized("plan of")), .text(problem ?? claims.problem.rawValue)],
    ]
    for scenario in claims.scenarios {
      rows.append([.text(localized("scenario")), .text(scenario.name)])
    }
    for sentence in verdict { rows.append([.text(localized("checked")), .text(sentence)]) }
    rows += claims.tiers.map { tier in
      let name = isEnglish ? nil : PageWords.goal(tier.name)?.words(in: .current)
      return [
        .text(localized("goal \(name ?? tier.name)")), .text(shown(tier.value, of: tier)),
        .text(shown(tier.bound, of: tier)), .text(gapInWords(of: tier)),
      ]
    }
    return SheetDraft(
      words.title("overview"),
      columns: [
        localized("what"), localized("value"), localized("no plan is better than"),
        localized("how good"),
      ].map { WorkbookColumn($0) },
      rows: rows)
  }
}
