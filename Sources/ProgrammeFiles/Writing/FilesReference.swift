// SPDX-License-Identifier: GPL-3.0-or-later

internal import Programme

/// Writes `docs/files.md` from the declarations that reading uses.
///
/// - Returns: The page, in Markdown.
package func filesReference() -> String {
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
  lines += ["## Tables of the other problems", ""]
  lines += [
    "They come with their commands and are described here then. A file of that name is left",
    "as it is, and a notice says that it is not read yet.", "",
  ]
  lines += markdownTable(
    ["file", "command"], Tables.later.map { ["`\($0.file)`", "`\($0.command)`"] })
  lines += ["", "## placements.csv of a plan", ""]
  lines += [
    "A plan's folder holds it. These columns are read back, as a plan to verify or as the",
    "baseline of another; a plan may have more.", "",
  ]
  lines += markdownTable(
    ["column", "meaning", "example"],
    Tables.placements.facts.columns.map { ["`\($0.name)`", $0.meaning, code($0.example)] })
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

private func reference(of table: TableFacts) -> [String] {
  var lines = ["## \(table.file)", "", table.meaning, ""]
  lines[2] += table.isRequired ? " The file has to be there." : " The file may be missing."
  lines += markdownTable(
    ["column", "type", "unit", "range", "default", "example", "meaning"],
    table.columns.map { column in
      [
        "`\(column.name)`", column.type, column.unit, column.range,
        column.isRequired ? "**required**" : column.defaultText, code(column.example),
        column.meaning,
      ]
    })
  return lines + [""]
}

private func settingsReference() -> [String] {
  func words(_ words: some Sequence<String>) -> String {
    words.map { "`\($0)`" }.joined(separator: ", ")
  }
  var lines = [
    "JSON5: JSON with comments, trailing commas, and names without quotes. The file has to be",
    "there. A setting that nobody knows is a fault.", "",
  ]
  let objective = ProgrammeYear.defaultObjective.map(\.rawValue)
  let rows = [
    ["`title`", "text", "", "", "empty", "`\"Call 2026\"`", "Name of the year in reports"],
    [
      "`fiscal_year`", "whole number", "year",
      rangeForDisplay(Int(Settings.years.lowerBound), Int(Settings.years.upperBound)),
      "**required**", "`2026`", "The fiscal year, from 1 April of this year on",
    ],
    [
      "`objective`", "list of words", "", words(Goal.allCases.map(\.rawValue)),
      words(objective), "`[\"penalties\", \"weighted\"]`",
      "Goals in the planner's order; `weighted` stands in place of `filled` and `points`",
    ],
    [
      "`weights`", "object", "weight of a point", "0 to 100 for each criterion", "see below",
      "`{interview: 3}`", "What the criteria weigh; one left out of the object weighs 0",
    ],
    [
      "`filled_weight`", "whole number", "points",
      rangeForDisplay(0, Int(Settings.filledWeightRange.upperBound)),
      String(ProgrammeYear.defaultFilledWeight), "`1000`",
      "What a filled seat of priority 1 is worth in `weighted`",
    ],
  ]
  let blank = BundleLimits()
  let bundles = RuleDeclaration.bundles.map { setting in
    [
      "`bundles.\(setting.key)`", "number", setting.unit, setting.range, setting.write(blank),
      "`\(setting.write(blank))`", setting.meaning,
    ]
  }
  let rules = [
    ["`rules`", "list of objects", "", "", "every rule hard", "see below", "How rules are kept"]
  ]
  lines += markdownTable(
    ["setting", "type", "unit", "range", "default", "example", "meaning"], rows + bundles + rules)
  let weights = Criterion.allCases.map { criterion in
    "`\(criterion.rawValue)` \(ProgrammeYear.defaultWeights[criterion] ?? 0)"
  }
  lines += ["", "Default weights: \(weights.joined(separator: ", ")).", ""]
  return lines + rulesReference()
}

private func rulesReference() -> [String] {
  var lines = [
    "### Rules", "",
    "An entry names its `rule`. The rule is hard unless the entry says `off: true`, or",
    "`penalty:` and a whole number from 1 to 10,000, the price of each unit of violation. Each",
    "rule but `quota` and `criterion` is given at most once. `one-post`, `one-post-per-school`",
    "and `seats` are always hard. `docs/rules.md` defines the rules exactly.", "",
  ]
  lines += markdownTable(
    ["rule", "what must hold", "unit"],
    RuleDeclaration.all.map { ["`\($0.rule.rawValue)`", $0.meaning, $0.unit] })
  lines += ["", "Parameters:", ""]
  let blank = Rules()
  lines += markdownTable(
    ["rule", "parameter", "unit", "range", "default", "meaning"],
    RuleDeclaration.all.flatMap { declaration in
      declaration.parameters.map { parameter in
        [
          "`\(declaration.rule.rawValue)`", "`\(parameter.key)`", parameter.unit,
          parameter.range, parameter.write(blank), parameter.meaning,
        ]
      }
    })
  return lines + [""] + quotaReference
}

private let quotaReference = """
  A `quota` bounds the number of placements that a selector selects:

  ```json5
  {rule: "quota", id: "remote-taught", select: {"post.remote": true, "applicant.teaching_years": {ge: 1}},
   share: {of: {"post.remote": true}, min_percent: 30}},
  {rule: "quota", id: "young", select: {"applicant.age": {lt: 25}},
   share: {of: {}, max_percent: 50}, each: "post.area", penalty: 100},
  ```

  It has an `id` of its own, a selector `select` (every placement unless given), and at least
  one of `min` and `max` (0 to 1,000,000 placements) and `share` (`of`, a selector, and
  `min_percent` or `max_percent`, 0 to 100). With `each` it holds for each value of \
  \(SettingsReader.eachAttributes.map { "`\($0.rawValue)`" }.joined(separator: ", ")).

  A `criterion` rule asks for points: `{rule: "criterion", id: "able", criterion: "interview",
  min: 50, select: {}}`, `min` from 0 to 100.

  ### Selectors

  A selector is an object of attributes, all of which have to match: a value, a list of values,
  `{in: […]}`, `{not: value}` or `{not: […]}`; for numbers also `{lt: …}`, `{le: …}`,
  `{gt: …}`, `{ge: …}`, two of them for a range. Of an attribute that is a list, one member has
  to match. Attributes:

  """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  + markdownTable(
    ["attribute", "kind"],
    Attribute.allCases.map { ["`\($0.rawValue)`", kind(of: $0)] }) + [""]

private func kind(of attribute: Attribute) -> String {
  switch attribute.kind {
  case .word: "word"
  case .number: "number"
  case .yesNo: "true or false"
  case .list: "list of words"
  }
}

private func code(_ text: String) -> String {
  text.isEmpty ? "" : "`\(text)`"
}

private func markdownTable(_ header: [String], _ rows: [[String]]) -> [String] {
  [
    "| \(header.joined(separator: " | ")) |",
    "|\(String(repeating: " --- |", count: header.count))",
  ]
    + rows.map { row in
      "| \(row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
    }
}
