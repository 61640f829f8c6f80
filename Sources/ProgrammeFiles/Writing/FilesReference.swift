// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme
internal import Wording

/// Writes `docs/files.md` from the declarations that reading uses.
///
/// - Returns: The page, in Markdown.
package func filesReference() -> String {
  Language.english.spoken { reference() }
}

private func reference() -> String {
  var lines = [
    "# The files of a programme year",
    "",
    "<!-- Written by filesReference() from the declarations that reading uses; a test keeps",
    "     the two equal. Change the declarations, not this page. -->",
    "",
  ]
  lines += introduction
  lines += ["## programme.json5", ""]
  lines += settingsReference()
  for table in Tables.all { lines += reference(of: table) }
  lines += reference(
    ofPlans: Tables.placements.facts, "as a plan to verify or as the baseline of another")
  lines += [""]
  lines += reference(ofPlans: Tables.delegates.facts, "as a plan to verify or to begin from")
  lines += [""]
  lines += reference(ofPlans: Tables.sessions.facts, "as the rooms of a plan to verify")
  lines += [""]
  lines += reference(ofPlans: Tables.rooms.facts, "as who has which room in a plan to verify")
  lines += [""]
  lines += reference(ofPlans: Tables.participations.facts, "as a plan to verify")
  lines += [""]
  lines += reference(ofPlans: Tables.partnerships.facts, "as a plan to verify")
  lines += [""]
  lines += reference(ofPlans: Tables.decadeUnits.facts, "as a plan to verify")
  lines += [""]
  lines += reference(ofPlans: Tables.earned.facts, "as what the plan of a year earns")
  return lines.joined(separator: "\n") + "\n"
}

private let introduction = """
  One folder holds one year: the settings in `programme.json5` and the tables as CSV. Columns
  may stand in any order.

  - **Text** is UTF-8, with or without a byte order mark; UTF-16 with one; or CP932 (Shift_JIS)
    as Japanese Excel writes it, which a notice reports.
  - **Cells** lose the spaces around them, ASCII and ideographic. Cells with commas, quotes or
    line breaks stand in quotes. Rows without any text are skipped.
  - **Empty cells and missing columns** mean the default. A column without a default has to be
    there, and none of its cells may be empty.
  - **Unknown columns** are left as they are; a notice names them.
  - **Identifiers** are opaque, 1 to 100 characters; upper and lower case differ. Each
    identifies one row of its table.
  - **Lists** are separated by `;`. No member is empty or named twice.
  - **Numbers** are written plainly: `1200`, not `1,200`; whole numbers without a decimal
    point. Full-width digits (１２００) are read as well, in numbers, days and yes/no cells only.
  - **Days** are written as in ISO 8601: `2026-04-01`.
  - **Yes/no** cells take `yes`, `no`, `true`, `false`, `1`, `0`, `はい`, `いいえ`.

  `musubi check` reports every fault of a folder in one pass. Errors stand in the way of
  planning; notices do not.

  """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)

private func reference(ofPlans table: TableFacts, _ purpose: String) -> [String] {
  ["## \(table.file) of a plan", ""]
    + [
      "A plan's folder holds it. These columns are read back, \(purpose).",
      "A plan may have more.", "",
    ]
    + markdownTable(
      ["column", "meaning", "example"],
      table.columns.map { ["`\($0.name)`", $0.meaning.description, code($0.example)] })
}

private func reference(of table: TableFacts) -> [String] {
  var lines = ["## \(table.file)", "", table.meaning.description, ""]
  lines[2] += table.isRequired ? " The file has to be there." : " The file may be missing."
  lines += markdownTable(
    ["column", "type", "unit", "range", "default", "example", "meaning"],
    table.columns.map { column in
      [
        "`\(column.name)`", column.type.description, column.unit.description,
        column.range.description,
        column.isRequired ? "**required**" : column.defaultText.description, code(column.example),
        column.meaning.description,
      ]
    })
  return lines + [""]
}

/// The text as Markdown shows code; nothing for none.
func code(_ text: String) -> String {
  text.isEmpty ? "" : "`\(text)`"
}

/// The lines of a table in Markdown.
func markdownTable(_ header: [String], _ rows: [[String]]) -> [String] {
  [
    "| \(header.joined(separator: " | ")) |",
    "|\(String(repeating: " --- |", count: header.count))",
  ]
    + rows.map { row in
      "| \(row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
    }
}
